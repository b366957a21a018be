"""Passages are ranked by how near the search found them, nudged by the words they share with the question."""

from __future__ import annotations

from assistant.domain.evidence import Chunk
from assistant.offline.passages import rank_passages


def chunk(number: int, text: str, kind: str = "article") -> Chunk:
    return Chunk.model_validate(
        {
            "chunk_id": f"c{number}",
            "source_id": f"s{number}",
            "title": "Topic",
            "section": "Section",
            "publisher": "Parley",
            "text": text,
            "kind": kind,
            "content_hash": "h",
        }
    )


PASSAGES = {
    1: chunk(1, "Answer every letter within a few days of its coming."),
    2: chunk(2, "Refreshers depend on the review and are never promised."),
}


def test_shared_words_decide_between_passages_found_nearly_as_near() -> None:
    assert rank_passages(PASSAGES, "refreshers promised", {1: 1.0, 2: 0.97}) == [2, 1]


def test_a_passage_found_far_behind_stays_behind_whatever_it_shares() -> None:
    assert rank_passages(PASSAGES, "refreshers promised", {1: 1.0, 2: 0.3}) == [1, 2]


def test_without_nearness_the_order_of_the_search_counts() -> None:
    assert rank_passages(PASSAGES, "something else") == [1, 2]

"""The sentence that asks decides between the sections of one document."""

from __future__ import annotations

import numpy as np

from assistant.domain.evidence import Chunk
from assistant.retrieval.asking import find_asking, prefer_answering


def chunk(document: str, number: int) -> Chunk:
    return Chunk(
        chunk_id=f"{document}#{number}",
        source_id=document,
        title="t",
        section="s",
        publisher="p",
        text="x",
        kind="article",
    )


CHUNKS = [chunk("a", 0), chunk("a", 1), chunk("b", 0)]
FUSED = {0: 0.5, 1: 0.3, 2: 0.4}


def scores(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_a_question_without_its_mark_is_found_by_how_it_opens() -> None:
    assert find_asking("I join a startup. how long do i have") == "how long do i have"
    assert find_asking("I join a startup. They are kind.") == ""


def test_the_section_that_answers_takes_the_best_score_of_its_document_and_other_documents_stay() -> None:
    dealt = prefer_answering(FUSED, CHUNKS, scores(0.1, 0.9, 0.2), scores(0.5, 0.5, 0.5))
    assert dealt[1] == max(FUSED.values())
    assert dealt[0] < dealt[1]
    assert dealt[2] == FUSED[2]


def test_a_sentence_that_is_near_nothing_changes_nothing() -> None:
    dealt = prefer_answering(FUSED, CHUNKS, scores(0.0, 0.1, 0.0), scores(0.1, 0.0, 0.0))
    assert dealt == FUSED
    assert prefer_answering(FUSED, CHUNKS, scores(0, 0, 0), scores(0, 0, 0)) == FUSED

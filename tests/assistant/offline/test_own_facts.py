"""What a person's own document says is told from the sentence or the row that says it, sums included."""

from __future__ import annotations

from assistant.domain.evidence import Chunk
from assistant.offline.own_facts import pick_facts, tell_facts
from assistant.offline.passages import pick_lead, plain_sentences

TABLE = "| Years | Paid leave days |\n|---|---|\n| 0-2 | 24 |\n| 3-5 | 27 |"
HANDBOOK = Chunk.model_validate(
    {
        "chunk_id": "own-handbook#0",
        "source_id": "own-handbook",
        "title": "Quillfeather handbook for staff",
        "section": "Bonus and patents for all / Leave",
        "publisher": "your document",
        "kind": "own",
        "text": "Bonus and patents for all\n\nAn inventor at Quillfeather receives $1,200 per patent.\n\n"
        f"The bonus of the staff is paid in March.\n\n{TABLE}",
    }
)
PASSAGES = {3: HANDBOOK}


def test_a_sum_of_an_own_document_is_its_answer() -> None:
    (fact,) = pick_facts(PASSAGES, "what do i get per patent at quillfeather", 3)
    assert fact.sentence == "An inventor at Quillfeather receives $1,200 per patent."


def test_sums_of_an_article_stay_examples() -> None:
    article = HANDBOOK.model_copy(update={"kind": "article"})
    assert not [sentence for sentence in plain_sentences(article) if "$1,200" in sentence]


def test_a_row_is_told_with_its_heads_and_cited_as_it_stands() -> None:
    (fact,) = pick_facts(PASSAGES, "paid leave days for 3-5 years at quillfeather", 3)
    assert (fact.sentence, fact.shown) == ("| 3-5 | 27 |", "Years: 3-5; Paid leave days: 27.")
    assert fact.sentence in HANDBOOK.text


def test_rows_that_are_equally_near_are_all_told() -> None:
    facts = pick_facts(PASSAGES, "how many paid leave days", 3)
    assert [fact.sentence for fact in facts] == ["| 0-2 | 24 |", "| 3-5 | 27 |"]
    assert tell_facts(facts).splitlines()[1].startswith("- Years: 3-5; Paid leave days: 27.")


def test_a_heading_is_no_sentence() -> None:
    assert "Bonus and patents for all" not in plain_sentences(HANDBOOK)


def test_what_somebody_is_quoted_with_in_an_own_document_is_told_whole() -> None:
    text = "The manager wrote: “We can go to 190k base. The sign-on stays.” Nothing else was promised."
    notes = HANDBOOK.model_copy(update={"text": text})
    (fact, *_) = pick_facts({1: notes}, "what did the manager write about the base", 1)
    assert fact.sentence == "The manager wrote: “We can go to 190k base. The sign-on stays.”"


def test_an_own_passage_whose_only_sentence_is_a_sum_can_be_the_answer() -> None:
    sums = HANDBOOK.model_copy(update={"text": "Quillfeather pays 9,000 euros for a move.", "chunk_id": "own-sums#0"})
    other = HANDBOOK.model_copy(update={"text": "Staff of Quillfeather fly business class.", "chunk_id": "own-fly#0"})
    found = pick_lead({1: sums, 2: other}, "what does quillfeather pay for a move", nearness={1: 1.0, 2: 0.6})
    assert found is not None
    assert found.number == 1

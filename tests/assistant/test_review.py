from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from assistant.bootstrap import build_line_reader, load_builtin_documents
from assistant.checks.draft_lines import ReadLines
from assistant.checks.message import check_message
from assistant.errors import InputError
from assistant.review import WHY, read_facts, review_message

DRAFTS = Path(__file__).resolve().parents[2] / "evals" / "datasets" / "drafts.yaml"
SAMPLES = yaml.safe_load(DRAFTS.read_text(encoding="utf-8"))["samples"]
DOCUMENTS = {document.id: document for document in load_builtin_documents()}


READ_LINES = build_line_reader()
review = cache(review_message)


@pytest.mark.parametrize("read_lines", [None, READ_LINES], ids=["words", "meaning"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_a_rewrite_has_no_flaw_left_and_a_good_message_is_its_own(
    sample: dict[str, str], read_lines: ReadLines | None
) -> None:
    context = sample["context"] or ""
    found = review(sample["text"], context, read_lines=read_lines)
    assert check_message(found.rewrite, read_facts(context), read_lines) == []
    assert found.good == (found.rewrite == sample["text"])
    assert all(flaw.quote in sample["text"] for flaw in found.flaws)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_a_rewrite_names_no_sum_that_is_neither_in_the_draft_nor_on_file(sample: dict[str, str]) -> None:
    context = sample["context"] or ""
    found = review(sample["text"], context, read_lines=READ_LINES)
    known = {digits(word) for word in re.findall(r"\d[\d.,' ]*", f"{sample['text']} {context}")}
    added = [word for word in re.findall(r"\d[\d.,' ]*", found.rewrite) if digits(word) not in known]
    computed = {digits(flaw.about) for flaw in check_message(sample["text"], read_facts(context), READ_LINES)}
    assert all(any(digits(word) in value for value in computed) for word in added)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text).rstrip("0")


@pytest.mark.parametrize("label", WHY)
def test_each_reason_rests_on_a_sentence_of_the_library(label: str) -> None:
    _, source_id, heading = WHY[label]  # type: ignore[index]
    section = next(section for section in DOCUMENTS[source_id].sections if section.path[-1:] == (heading,))
    assert section.text


def test_a_flaw_carries_its_words_its_reason_and_its_source() -> None:
    review = review_message("Thanks! I make 120k now, could we do 140k, given the scope?", "", DOCUMENTS.__getitem__)
    (flaw,) = review.flaws
    assert (flaw.label, flaw.quote, flaw.source_id) == (
        "reveals_current_salary",
        "I make 120k now",
        "salary-expectations",
    )
    assert flaw.source_quote in DOCUMENTS[flaw.source_id].sections[1].text


def test_the_facts_of_a_case_are_read_from_its_words() -> None:
    facts = read_facts("Offer: base 175k, sign-on 20k. Competing offer: Datadog 205k base. Called today.")
    assert (facts.terms["base"], facts.terms["sign_on"], facts.other_offers) == (175000, 20000, (205000,))
    assert facts.is_fresh
    assert read_facts("I have no other offers").no_other_offer
    assert read_facts("I already signed the letter").accepted


@pytest.mark.parametrize("text", ["  ", "x" * 20_001])
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="text"):
        review_message(text)

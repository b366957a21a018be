from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.cases.case import Case, RecordedOffer
from assistant.domain.offer import Offer
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables
from assistant.tools.deps import NoGuidance, ToolDeps
from assistant.tools.message_review import REVIEW_MESSAGE, read_case_facts

DRAFT = "Hi Ann, thank you! You offered 170k base; given the scope I'd like 185k."


def offer(name: str, role: str, base: int) -> RecordedOffer:
    return RecordedOffer(name=name, role=role, offer=Offer(base_annual=Decimal(base)))  # type: ignore[arg-type]


CASE = Case(name="c", offers=(offer("Acme", "mine", 175_000), offer("Beta", "competing", 180_000)))


def deps(words: str) -> ToolDeps:
    return ToolDeps(
        guidance=NoGuidance(),
        read_offers=lambda text: [],
        case=CASE,
        today=date(2026, 11, 25),
        reference=ReferenceTables(Path()),
        words=[words],
    )


def test_a_draft_is_held_against_the_offers_on_file() -> None:
    result = REVIEW_MESSAGE.call({"message": DRAFT}, deps(f"check this: {DRAFT}"))
    assert [row["flaw"] for row in result.table] == ["wrong_numbers"]
    assert "You offered 175k base" in result.data["rewrite"]
    assert read_case_facts(CASE).other_offers == (180_000,)


def test_only_the_persons_own_words_are_looked_over() -> None:
    with pytest.raises(InputError, match="message"):
        REVIEW_MESSAGE.call({"message": DRAFT}, deps("something else"))


def test_what_is_said_around_a_draft_counts_too() -> None:
    draft = "Hi Ann, thank you! Initech has me at 120k, so could we do 110k?"
    alone = ToolDeps(**{**vars(deps(f"I have no other offers. ok to send? {draft}")), "case": Case(name="c")})
    result = REVIEW_MESSAGE.call({"message": draft}, alone)
    assert [row["flaw"] for row in result.table] == ["bluff"]
    assert "120k" not in result.data["rewrite"]
    assert "110k" in result.data["rewrite"]


def test_words_told_with_a_point_are_the_persons_though_read_with_a_comma() -> None:
    said = deps("offer of €54.000")
    said.words += ["I want 57.500", 'check "Dear Ann, thank you! Any chance of a bit more on the base?"']
    result = REVIEW_MESSAGE.call(
        {"message": "Dear Ann, thank you! Any chance of a bit more on the base?", "wanted": "57,500"}, said
    )
    assert "57.500" in result.data["rewrite"]


@pytest.mark.parametrize("name", ["wanted", "promised", "preference"])
def test_what_is_told_beside_a_draft_is_the_persons_own(name: str) -> None:
    with pytest.raises(InputError, match=name):
        REVIEW_MESSAGE.call({"message": DRAFT, name: "999k"}, deps(DRAFT))

"""What a person tells of an offer beside its pay is told back, and adds to the offer on file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.domain.offer import Offer
from assistant.offline.also_told import list_also_told, only_tells_more
from assistant.session import CoachSession


@pytest.fixture
def session(open_session: Callable[..., CoachSession]) -> CoachSession:
    return open_session()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("base 139,000, 20 days PTO, start October 6", ["20 days PTO"]),
        ("27 days leave plus bank hols and nhs pension", ["27 days leave", "bank hols", "nhs pension"]),
        ("68.000 € brutto, 30 Tage Urlaub", ["30 Tage Urlaub"]),
        ("2 mths bonus n 18 days leave, dental incl", ["2 mths bonus", "18 days leave", "dental incl"]),
        ("car allowance 5,000", ["car allowance 5,000"]),
        ("sign on bonus 15k", []),
        ("is remote ok? i want 30 days off. my pension is 5% today", []),
        ("they said no to remote", []),
    ],
)
def test_parts_that_are_no_field_are_listed_in_the_persons_words(text: str, told: list[str]) -> None:
    assert list_also_told([text], Offer()) == told


def test_what_is_on_file_is_not_told_twice() -> None:
    texts = ["10% bonus, 4 weeks off", "4 weeks OFF"]
    assert list_also_told(texts, Offer.model_validate({"bonus_target_pct": 10})) == ["4 weeks OFF"]


@pytest.mark.parametrize("text", ["8% holiday allowance, 27 days", "they have a pension too, 4% match"])
def test_numbers_of_benefits_only_tell_more(text: str) -> None:
    assert only_tells_more(text)


@pytest.mark.parametrize(
    "text",
    ["is a 4% match good", "4% match, worth it or not", "i want 27 days off", "write them about the 27 days", "dental"],
)
def test_questions_wishes_and_orders_do_more_than_tell(text: str) -> None:
    assert not only_tells_more(text)


def test_an_offer_told_in_pieces_stands_as_a_whole_in_the_answer(session: CoachSession) -> None:
    session.ask("base 138 CAD, platform engineer", case="case")
    session.ask("10% bonus, 4 weeks vacation and 5k RRSP match", case="case")
    answer = session.ask("sign on 10, they need an answer by dec 4", case="case")
    assert answer.kind == "offer"
    for part in ("138,000", "Target bonus 10 %", "10,000", "Deadline dec 4", "4 weeks vacation", "5k RRSP match"):
        assert part in answer.text


def test_benefits_told_after_the_pay_are_answered_with_the_offer(session: CoachSession) -> None:
    session.ask("senior engineer in Utrecht. 6.450 per month gross", case="case")
    answer = session.ask("8% holiday allowance, 27 days", case="case")
    assert answer.kind == "offer"
    assert "**Also told:** 8% holiday allowance; 27 days." in answer.text


def test_a_part_without_the_base_is_noted_with_what_was_told_beside_it(session: CoachSession) -> None:
    answer = session.ask("they give 20k sign-on and 25 days of vacation")
    assert "25 days of vacation" in answer.text

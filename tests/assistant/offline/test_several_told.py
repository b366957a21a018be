"""Several turns: what later messages change in what was told, and what they leave alone."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("texts", "bases"),
    [
        (("A is Elm Bank 105k +10%", "B is Quill 112k no bonus", "C is Roan 99k"), [105_000, 112_000, 99_000]),
        (("A is 105k", "B is 112k", "C 99k and 20k sign on"), [105_000, 112_000, 99_000]),
        (("Larch Media 72k", "Birch TV 69k but fully remote"), [72_000, 69_000]),
        (("library offers grade 5, that is 43,100", "grade 6 is 46,400 in their table"), [43_100]),
        (("Elm offers 52k, cook", "I'd send: 'You must give me 56k or forget it. Everyone pays more.'"), [52_000]),
    ],
)
def test_each_offer_keeps_its_own_pay(texts: tuple[str, ...], bases: list[int], session: CoachSession) -> None:
    assert [item["base_annual"] for item in map(dict, hold(session, *texts).offers)] == bases


@pytest.mark.parametrize(
    ("texts", "figure"),
    [
        (("stock 160k vesting 10/20/30/40", "how much vested after 2 years", "and if it was 25 per year?"), "$80,000"),
        (("freelance, 400 gbp a day, 210 days", "what do i gross", "and with 430/day and 200 days?"), "£86,000"),
        (("i make 58,000 as hygienist", "the other practice says 63,800", "they call it a 15% raise. true?"), "10 %"),
    ],
)
def test_a_sum_is_asked_again_with_what_is_new(texts: tuple[str, ...], figure: str, session: CoachSession) -> None:
    assert figure in hold(session, *texts).text


def test_the_law_of_another_place_is_not_told(session: CoachSession) -> None:
    assert "Texas" not in hold(session, "is a noncompete valid in Texas?", "and in canada?").text


def test_a_draft_that_was_shown_is_looked_over(session: CoachSession) -> None:
    shown = "This is what i want to send: 'Pay me 72k by Friday or I walk. You have no idea what analysts cost.'"
    assert hold(session, "Offer: Pellworth, analyst, 66,000 USD", shown, "is that ok to send?").kind == "draft_review"

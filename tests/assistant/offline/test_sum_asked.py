"""Which messages ask for the sum of what was told over several."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K"


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("welder, 34 an hour, 40 hours a week", "boss says its 36 not 34", "so per week?"), 1440),
        (("14.80 an hour at the bakery, 36 hours", "actually 30 hours, they cut me", "so the week is?"), 444),
        (("0.5% of the shares is mine", "if it sells for 80m?", "and at 120m?"), 600_000),
    ],
)
def test_a_sum_of_several_messages_is_answered_with_the_numbers_in_force(
    session: CoachSession, texts: tuple[str, ...], value: int
) -> None:
    assert value in [figure.value for figure in hold(session, *texts).figures]


@pytest.mark.parametrize(
    "text", ["The recruiter says the band doesn't allow more", "ok thanks", "should I ask for more stock?"]
)
def test_what_asks_for_no_number_gets_no_sum(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind != "calculation"


def test_a_term_below_zero_makes_no_sum(session: CoachSession) -> None:
    answer = hold(session, "offer 150k base, 10k sign on. year one?", "bonus is -5 per what")
    assert not any(figure.inputs.get("bonus") == -5 for figure in answer.figures)


@pytest.mark.parametrize(
    "text",
    [
        "how does the stock vest?",
        "is a verbal promise worth anything",
        "is the base negotiable",
        "what should the letter say about the stock",
    ],
)
def test_a_question_of_its_own_behind_an_offer_is_no_sum_of_it(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind == "advice"


@pytest.mark.parametrize("text", ["what is it over 4 years", "what is my average then"])
def test_a_question_for_a_number_behind_an_offer_is_one(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind == "calculation"

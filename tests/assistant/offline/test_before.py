"""Before: questions about what an offer was, and about what lies between its years."""

from __future__ import annotations

import pytest

from assistant.offline.before import find_before
from assistant.offline.signals import Signals
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold

OFFER = {"base_annual": 150_000}
CHANGED = {
    "name": "Acme",
    "offer": OFFER,
    "words": "Acme 140k",
    "earlier": [{"base_annual": 130_000}, {"base_annual": 140_000}],
}
SAME = {"name": "Globex", "offer": OFFER, "words": "Globex 150k"}


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("first year now vs before?", 140_000),
        ("how much did that change cost me", 140_000),
        ("what is it now compared to the old offer", 140_000),
        ("how much better is that than the first version, year 1", 130_000),
        ("difference to the original?", 130_000),
    ],
)
def test_an_offer_is_set_against_what_it_was(text: str, base: int) -> None:
    found = find_before([text], Signals(offers=(CHANGED,)))
    assert found is not None and found.earlier is not None
    assert (found.name, found.earlier["base_annual"]) == ("Acme", base)


@pytest.mark.parametrize(
    "text",
    ["what is year one", "is it more than 120k now vs before", "should i wait before i sign", "what is the first year"],
)
def test_other_questions_have_no_before(text: str) -> None:
    assert find_before([text], Signals(offers=(CHANGED,))) is None


def test_an_offer_that_never_changed_has_none_and_of_two_the_first_is_an_offer() -> None:
    assert find_before(["now vs before?"], Signals(offers=(SAME,))) is None
    both = Signals(offers=(CHANGED, SAME))
    assert find_before(["how much more is that than the first one"], both) is None
    assert find_before(["so now vs before?"], both) is not None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("how big is the drop from year 1 to year 2?", (1, 2)),
        ("how much less do i get after the first year?", (1, 2)),
        ("whats the difference between yr 2 and yr 4", (2, 4)),
        ("what is year 2?", None),
    ],
)
def test_two_years_of_the_only_offer_are_set_against_each_other(text: str, years: tuple[int, int] | None) -> None:
    found = find_before([text], Signals(offers=(SAME,)))
    assert (found.years if found else None) == years


def test_both_states_and_what_lies_between_them_are_told(session: CoachSession) -> None:
    answer = hold(
        session,
        "Coverly offer: 96k base, 10% bonus",
        "they came back with 101k base and added 8k sign on",
        "first year now vs before?",
    )
    assert "Year 1 pays $119,100 now and $105,600 before: $13,500 more." in answer.text
    assert {119_100, 105_600, 13_500} <= {figure.value for figure in answer.figures}


def test_a_number_that_was_misread_is_no_earlier_offer(session: CoachSession) -> None:
    answer = hold(session, "Coverly offer: 96k base, 20k sign on", "the sign-on is 45, i misread it", "now vs before?")
    assert "before:" not in answer.text


def test_the_drop_between_two_years_is_worked_out(session: CoachSession) -> None:
    answer = hold(session, "base 150k, 30k sign-on, 20% bonus at Hartwell", "how big is the drop after year 1")
    assert "Year 1 pays $210,000 and year 2 $180,000: $30,000 less." in answer.text

"""Suitors a draft claims, and contexts that say there are none."""

import pytest

from assistant.checks.rivals import claims_suitors, denies_offers, denies_search, tells_market


@pytest.mark.parametrize(
    "sentence",
    [
        "Several other companies are very far along with me.",
        "I'm being courted by basically everyone.",
        "Mir liegen noch zwei andere Angebote vor.",
        "Otras empresas me están ofreciendo bastante más.",
    ],
)
def test_a_crowd_that_wants_the_person_is_a_claim(sentence: str) -> None:
    assert claims_suitors(sentence)


@pytest.mark.parametrize("sentence", ["Two firms in Columbus list $29 to $33 for that.", "The other team was kind."])
def test_what_others_pay_for_the_work_is_none(sentence: str) -> None:
    assert not claims_suitors(sentence)


def test_the_market_is_told_without_the_person() -> None:
    assert tells_market("Comparable posts are paid between 98,000 and 106,000.")
    assert not tells_market("A comparable firm has offered me 98,000.")


@pytest.mark.parametrize(
    "context",
    [
        "Not interviewing anywhere else.",
        "No other process running.",
        "Keine anderen Bewerbungen laufen.",
        "His only application.",
    ],
)
def test_nobody_else_was_asked(context: str) -> None:
    assert denies_search(context)
    assert denies_offers(context)


def test_a_refusal_leaves_no_offer_and_a_missing_perk_says_nothing() -> None:
    assert denies_offers("Acme rejected me after the screen.")
    assert not denies_offers("No other perks. Not negotiable.")

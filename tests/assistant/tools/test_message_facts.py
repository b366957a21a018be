from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.tools.message_facts import read_facts


def test_other_offers_are_known_by_their_sums_and_their_names() -> None:
    facts = read_facts("Offer from a shop: 140,000 base. Competing offer from a telecom company: 146,000 base.")
    assert facts.terms["base"] == Decimal(140000)
    assert facts.other_offers == (Decimal(146000),)
    assert facts.other_names == {"telecom"}


@pytest.mark.parametrize(
    "context",
    [
        "I have no other offers.",
        "No other process anywhere.",
        "One first phone screen at a bank.",
        "Offre 44k, pas d'autre offre",
    ],
)
def test_that_there_is_no_other_offer_is_read_in_many_wordings(context: str) -> None:
    assert read_facts(context).no_other_offer


@pytest.mark.parametrize(
    ("context", "fresh", "settled"),
    [
        ("Offer by phone yesterday, 59,000. Nothing in writing so far.", True, False),
        ("The founder wrote us: around 120k, details to follow.", True, False),
        ("Agreed after negotiation: base 182k.", False, True),
        ("Offer 125k", False, False),
    ],
)
def test_an_offer_is_fresh_or_settled(context: str, fresh: bool, settled: bool) -> None:
    facts = read_facts(context)
    assert (facts.is_fresh, facts.settled) == (fresh, settled)


@pytest.mark.parametrize("context", ["Accepted by mail last Friday.", "Offer letter signed on 2 September"])
def test_a_yes_is_read(context: str) -> None:
    assert read_facts(context).accepted

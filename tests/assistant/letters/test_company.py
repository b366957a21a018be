"""Company: the employer beside those who only speak for it."""

from __future__ import annotations

import pytest

from assistant.letters.parse import parse_offer, parse_offers


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Call, Jas from Brindle & Co (agency) re the Copperfinch job: verbal offer, Backend Engineer, 92k",
            "Copperfinch",
        ),
        ("call from Ana at Hays (recruiter) about the Zellan role\noffer: Buyer, Leeds, 54k, start 1 May", "Zellan"),
        ("Zellan Careers | Offer portal\nRole: Nurse\nBase: $90,000\nBonus: 5%", "Zellan"),
        (
            "Congratulations from the Nimbusforge family! Data Engineer, fixed pay INR 38,00,000 per annum",
            "Nimbusforge",
        ),
        ("numbers are in\n\nHarrow Vale, senior pm (growth), remote\nbase 190k\nbonus 15%", "Harrow Vale"),
        (
            "Offer: 90k EUR, Data Engineer.\n\nBest\nTim Roth, COO, Marlow SAS, 14 rue du Sentier, 75002 Paris",
            "Marlow SAS",
        ),
        (
            "Arjun, as promised in writing.\n\nRole: Staff Applied Scientist. Location: Gurugram.\n"
            "Base: ₹1.15 crore per annum.\n\n"
            "You have until the 30th of November to decide.\n\nRitu Sabharwal\nBazaarlens",
            "Bazaarlens",
        ),
    ],
)
def test_the_employer_is_named_and_not_who_speaks_for_it(text: str, company: str) -> None:
    assert parse_offer(text).offer.company == company


def test_a_later_message_that_gives_less_of_a_name_keeps_the_whole() -> None:
    text = """Subject: RE: Offer details - Applied Scientist

Hi Wendy, base goes to $191,000.

From: Kelechi Brandt
Sent: Tuesday, November 17, 2026 2:00 PM
Thrilled to share your offer from Petrichor Commerce:
Applied Scientist II, Seattle
Base salary: $182,000
"""
    assert parse_offer(text).offer.title == "Applied Scientist II"


def test_a_rivals_written_offer_is_one_of_its_own() -> None:
    text = "My offer: Zellan, $180k base, 10% bonus. Competing written offer from Quorva for $195k base."
    assert [(draft.offer.company, draft.offer.base_annual) for draft in parse_offers(text)] == [
        ("Zellan", 180_000),
        ("Quorva", 195_000),
    ]


def test_a_level_that_is_not_settled_is_none() -> None:
    text = "Offer from Tolmex: Data Engineer, Leeds, {}, £80k base, 10% bonus"
    assert parse_offer(text.format("L4 or L5 tbd")).offer.level is None
    assert parse_offer(text.format("L5 - 15% higher than before")).offer.level == "L5"

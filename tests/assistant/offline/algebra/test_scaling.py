"""Bare numbers: thousands or lakhs only where they can be, and parts as their numbers are written."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.scaling import scaled
from assistant.offline.algebra.terms import read_terms
from assistant.offline.algebra.vocabulary import as_played, fits


@pytest.mark.parametrize(
    ("text", "place", "sense", "value"),
    [
        ("they said 104", 0, "pay", "104000 money"),
        ("between 88 and 100, meet in the middle?", 0, "pay", "88000 money"),
        ("27 now, the other pays 24/hr", 0, "now", "27 number"),
        ("TJM 520. et si c'est 570", 1, "pay", "570 number"),
        ("12 lpa, offer 16.2", 1, "pay", "1620000 money"),
        ("ctc 18 lpa, prof tax 200", 1, "cost", "200 number"),
        ("6 lpa, allowance 3 per night", 1, "extra", "3 number"),
        ("clt 9.200, ano?", 0, "pay", "9200 money"),
        ("gym 100 a month and a bonus of 900 once", 1, "bonus", "900 number"),
        ("8 hours at 22, how much", 1, "pay", "22 number"),
        ("rate 32, 46 hours", 0, "pay", "32 number"),
        ("salary 52, 40 hours a week", 0, "pay", "52000 money"),
        ("6.2 + 1.45 goes", 1, "tax", "1.45 percent"),
        ("price went -40%", 0, "fall", "40 percent"),
        ("paramedic, 24 hour shifts, 9 a month", 1, "shifts", "9 time"),
        ("yen a month, bonus 4 months a year", 0, "bmonths", "4 count"),
        ("60% of it comes now", 0, "part", "60 percent"),
    ],
)
def test_a_number_has_the_size_and_the_measure_of_its_part(text: str, place: int, sense: str, value: str) -> None:
    terms = read_terms(text, thousands=False)
    found = scaled(text, as_played(terms[place], sense), sense, terms)
    assert f"{found.value.normalize():f} {found.dim}" == value


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("8 of those are overtime", "othours"),
        ("26 of them", "sal"),
        ("18 lessons a week", "miles"),
        ("20 days a month", "shifts"),
        ("every 3 months", "often"),
        ("4% for 3 years", "raises"),
    ],
)
def test_a_count_can_play_the_parts_that_count_it(text: str, sense: str) -> None:
    assert fits(read_terms(text, thousands=False)[-1], sense)

"""Percents told by what is kept, as days of a week, as a part of one and in words."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.expression import Work, left_of
from assistant.offline.algebra.portions import FRACTION, KEPT, wants_full_time
from assistant.offline.algebra.terms import read_terms


@pytest.mark.parametrize(
    "text",
    [
        "i keep around 58% of it",
        "net is about 61% of gross",
        "you take home about 66%",
        "65% of it lands in my account",
    ],
)
def test_what_is_kept_is_the_other_side_of_a_tax(text: str) -> None:
    (term,) = read_terms(text)
    assert (term.role, term.unit) == ("tax", KEPT)
    assert left_of(Work().take(term, "tax_pct")).value == term.value / 100


@pytest.mark.parametrize(
    "text",
    [
        "tax takes 35%",
        "i lose 41% to tax",
        "my bonus is 20%",
        "they keep asking for 10%",
        "the agency keeps 18%",
        "they keep 30% of it",
        "what is left with 30% gone",
    ],
)
def test_other_percents_are_not_kept(text: str) -> None:
    assert [term.unit for term in read_terms(text)] == [None]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("4 of 5 days", 80),
        ("4 days out of 5", 80),
        ("three of five days", 60),
        ("half of the bonus", 50),
        ("exercise a quarter of them", 25),
        ("two fifths of my options", 40),
        ("three quarters now, the rest later", 75),
        ("3/4 of that", 75),
        ("0.6 FTE", 60),
    ],
)
def test_a_part_in_words_is_a_percent(text: str, percent: int) -> None:
    assert [(term.value, term.dim, term.unit) for term in read_terms(text)] == [(percent, "percent", FRACTION)]


def test_days_at_the_office_are_no_part_time() -> None:
    assert all(term.dim == "time" for term in read_terms("i go to the office 3 days a week"))
    assert not any(term.unit == FRACTION for term in read_terms("3 of 5 days in the office"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("they pay 66k for a 3 day week. whats that full time", True),
        ("i get 42k at 60%, what would the full time salary be", True),
        ("full time its 68,500 euro, what do i get at 60%", False),
        ("it is 0.6 FTE, full time salary £52,000. what am I paid?", False),
        ("0.6 FTE, full time equivalent salary £52,000. What will I be paid a year?", False),
        ("It is an 80% position, the full-time salary is CHF 95'000. What is mine a year?", False),
    ],
)
def test_full_time_is_wanted_where_the_pay_of_a_part_is_told(text: str, wanted: bool) -> None:
    assert wants_full_time(text) is wanted

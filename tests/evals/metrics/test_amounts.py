"""Amounts: answers are read strictly, people's words generously."""

from __future__ import annotations

import pytest

from evals.metrics.amounts import read_shown, read_written


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Year 1 pays **$297,000**.", [297000]),
        ("about $297K, later €1.2M", [297000, 1200000]),
        ("₹43,20,000 or ₹43.2 lakh", [4320000, 4320000]),
        ("| 1 | 235,750 |", [235750]),
        ("CHF 128'000 and 81,000 EUR", [128000, 81000]),
        ("between $180K–$190K", [180000, 190000]),
        ("a strike of $1.20", [1.2]),
        ("-$33,000 a year", [33000]),
    ],
)
def test_money_is_seen_however_it_is_written(text: str, values: list[float]) -> None:
    assert [item.value for item in read_shown(text) if item.kind == "money"] == values


@pytest.mark.parametrize("text", ["15%", "15 %", "15 percent", "**15%**"])
def test_percentages_are_seen(text: str) -> None:
    assert [(item.kind, item.value) for item in read_shown(text)] == [("percent", 15)]


@pytest.mark.parametrize(
    "text",
    ["L62 in 2026", "your 401(k)", "a 401k", "an 83(b) and a 409A", "in 3 years", "5/15/40/40", "20,000 options"],
)
def test_other_numbers_are_no_money(text: str) -> None:
    assert read_shown(text) == []


def test_an_amount_covers_what_rounds_to_it_and_nothing_else() -> None:
    (rounded,) = read_shown("$297K")
    assert rounded.covers(296_900)
    assert not rounded.covers(298_000)
    (exact,) = read_shown("$297,000")
    assert not exact.covers(297_400)
    assert exact.covers(-297_000)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("180k base", 180000),
        ("they do 205", 205000),
        ("me ofrecen 95.000 euros", 95000),
        ("80 mil", 80000),
        ("CHF 128'000", 128000),
        ("32 LPA", 3200000),
        ("one sixty five base", 165000),
        ("a hundred and twenty k", 120000),
        ("1,250.50", 1250.5),
    ],
)
def test_peoples_numbers_are_read_in_every_likely_way(words: str, value: float) -> None:
    assert value in read_written([words]).money


def test_a_number_nobody_wrote_is_not_known() -> None:
    (shown,) = read_shown("$199,000")
    assert not read_written(["180k base, 15% bonus"]).holds(shown)


def test_a_decimal_comma_of_one_digit_is_read_and_breaks_nothing() -> None:
    assert 13.5 in read_written(["subida del 13,5 %"]).percents

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.numbers import CHECK, KnownNumbers, check_numbers, numbers_in_figures, numbers_in_text
from assistant.domain.figure import Figure

NOTHING = KnownNumbers()


def known(*amounts: str, percents: tuple[str, ...] = ()) -> KnownNumbers:
    return KnownNumbers(amounts=frozenset(map(Decimal, amounts)), percents=frozenset(map(Decimal, percents)))


@pytest.mark.parametrize(
    "text",
    [
        "1. Ask for the base.\n2. Then wait.",
        "2) Then wait.",
        "- (1) the base, (2) the grant",
        "Answer by 2026-12-01, or 12/01/2026 at the latest.",
        "They gave you until December 1, 2026.",
        "Call at 5pm, 5:30 pm or 9 a.m. on Friday.",
        "The 401(k) match, the 83(b) election and the 409A value.",
        "You are at level L62, SDE 2 or E5.",
        "Vesting is 5/15/40/40 over 4 years with a 12-month cliff.",
        "Ask for 5 business days, or 90 days.",
        "See [1] and [2, 3].",
        "In year 1, years 2 and 3, and Q3 2026.",
        "Bring two or three asks, in 2-3 sentences.",
        "Hold one hundred shares of the 1,500 in the grant.",
        "A W-2, an H1B visa and 24/7 support.",
    ],
)
def test_numbers_that_are_no_amounts_are_left_alone(text: str) -> None:
    assert check_numbers(text, NOTHING) == []


@pytest.mark.parametrize(
    ("text", "amount", "holds"),
    [
        ("$297,000", "297000", True),
        ("$297K", "297000", True),
        ("$298K", "297000", False),
        ("about $297k a year", "297400", True),
        ("$297,000", "297400", False),
        ("$0.3M", "297000", True),
        ("$1M", "600000", False),
        ("$1.05M", "1047000", True),
        ("USD 297000", "297000", True),
        ("a base of 298,000", "297000", False),
        ("a base of 297,000", "297000", True),
        ("$416,250.50", "416250.50", True),
        ("$416,250.51", "416250.50", False),
        ("-$5,000 against it", "5000", True),
        ("€95.000", "95000", True),
        ("₹25 lakh", "2500000", True),
        ("two hundred thousand dollars", "200000", True),
        ("two hundred thousand dollars", "210000", False),
        ("$0", "5", False),
    ],
)
def test_an_amount_is_known_to_the_digit_it_is_written_to(text: str, amount: str, holds: bool) -> None:
    assert (check_numbers(text, known(amount)) == []) is holds


@pytest.mark.parametrize(
    ("text", "percent", "holds"),
    [
        ("15%", "15", True),
        ("15 percent", "15", True),
        ("fifteen percent", "15", True),
        ("16 %", "15", False),
        ("10%", "10.4", True),
        ("1%", "1.4", False),
        ("14.6 %", "14.58", True),
        ("50 basis points", "0.5", True),
    ],
)
def test_a_percentage_is_known_to_the_digit_it_is_written_to(text: str, percent: str, holds: bool) -> None:
    assert (check_numbers(text, known(percents=(percent,))) == []) is holds


def test_both_ends_of_a_range_must_be_known() -> None:
    assert check_numbers("Open 10-20% above it.", known(percents=("10", "20"))) == []
    assert check_numbers("Open 10 to 20 percent above it.", known(percents=("10", "20"))) == []
    (finding,) = check_numbers("Open 10-25% above it.", known(percents=("10", "20")))
    assert finding.detail.startswith("25%")


def test_a_percentage_is_no_amount_and_an_amount_no_percentage() -> None:
    assert check_numbers("$15", known(percents=("15",)))
    assert check_numbers("15%", known("15"))


def test_a_finding_carries_the_sentence() -> None:
    text = "Thank them first. Then ask for $310,000 [1]. Wait."
    (finding,) = check_numbers(text, NOTHING)
    assert finding.check == CHECK
    assert finding.detail.startswith("$310,000 is no computed figure")
    assert finding.quote == "Then ask for $310,000 [1]."


def test_the_bare_number_of_a_person_may_mean_thousands() -> None:
    words = numbers_in_text("they said 205 base and 15 bonus, i have 6 years of experience")
    assert check_numbers("$205,000 with 15%", words) == []
    assert check_numbers("$205K", words) == []
    assert check_numbers("$6,000", words)
    assert check_numbers("$15,000", words)


@pytest.mark.parametrize("words", ["25 years of experience", "30 days", "a 40 hour week"])
def test_a_duration_is_no_amount(words: str) -> None:
    assert numbers_in_text(words) == NOTHING


def test_what_a_person_wrote_may_be_repeated() -> None:
    words = numbers_in_text("165k base, 175k RSU 5/15/40/40, sign-on 62k then 48k, bonus 12.5%")
    assert check_numbers("$165,000, $175K, $62,000, $48,000 and 12.5 %", words) == []
    assert check_numbers("$63,000", words)


def test_figures_make_their_value_and_inputs_known() -> None:
    figures = [
        Figure(
            label="year 1",
            value=Decimal(297_000),
            unit="USD",
            formula="",
            rule="r",
            inputs={"base": 180_000, "target_pct": 15, "growth_rate": 0.1, "flat": True, "note": "x", "grants": [1]},
        ),
        Figure(label="share", value=Decimal("12.5"), unit="percent", formula="", rule="r"),
    ]
    numbers = numbers_in_figures(figures)
    assert numbers == known("297000", "180000", percents=("15", "10", "12.5"))


def test_known_numbers_add_up() -> None:
    assert known("1", percents=("2",)) | known("3", percents=("4",)) == known("1", "3", percents=("2", "4"))


@given(
    amounts=st.lists(st.integers(1_000, 5_000_000), min_size=1, max_size=8, unique=True),
    planted=st.integers(1_000, 5_000_000),
    place=st.integers(0, 8),
)
def test_every_planted_amount_is_found(amounts: list[int], planted: int, place: int) -> None:
    if planted in amounts:
        amounts.remove(planted)
    sentences = [f"Part {index} brings ${amount:,} in stock." for index, amount in enumerate(amounts)]
    sentences.insert(place, f"They would also add ${planted:,} in cash.")
    findings = check_numbers(" ".join(sentences), known(*map(str, amounts)))
    assert [finding.quote for finding in findings] == [f"They would also add ${planted:,} in cash."]

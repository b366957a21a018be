"""Sums of equity and conditions, composed from the parts of their numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.bonds import in_like_units
from assistant.offline.algebra.expression import values_of
from assistant.offline.algebra.framed import FRAMES
from assistant.offline.algebra.frames import choose_frame
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import read_terms


def compose(text: str, *parts: str) -> list[Decimal]:
    """The values of all steps, where each number plays the part named in its place."""
    text = lexicon.fold(text)
    terms = in_like_units(text, read_terms(text, thousands=False))
    assert len(terms) == len(parts)
    turns = (0, *(at + 1 for at, sign in enumerate(text) if sign == "\n"))
    made = choose_frame(Message(text), Senses(tuple(terms), tuple({part: 0.0} for part in parts), turns), FRAMES)
    return [] if made is None else [values_of(made.work)[step["name"]] for step in made.work.steps]


@pytest.mark.parametrize(
    ("text", "parts", "figure"),
    [
        ("3,200 shares over 4 years, quarterly. out after 20 months, how many?", "shares years leave", 1200),
        ("$60k over 4 years, 12 month cliff. gone after 10 months?", "grant years cliff leave", 0),
        ("$200k vests 10%, 20%, 30%, 40%. leaving after 30 months?", "grant vest vest vest vest leave", 90_000),
        ("20,000 options, strike $2, sold at $9 a share, 25% tax. net?", "shares strike exit tax", 105_000),
        ("I own 0.5%, sale of $90M, prefs $30M, 20% likely?", "own exit prefs chance", 60_000),
        ("strike $3, 10,000 options. which share price makes me $200k?", "strike shares net", 23),
        ("$18k bonus, 24 months clawback, I did 15 months. owed?", "sign term served", 6750),
        ("$20k back: 100% in the first year, 50% in the second. I leave at 17 months", "sign owe owe leave", 10_000),
        ("2 weeks per year, 9 years at $1,500 a week, severance?\ncapped at $20k", "each served pay cap", 20_000),
        ("100% of first 3%, 50% of next 2%, pay $100,000, I put 4%. match?", "match upto match upto pay put", 3500),
        ("$9,000 in the ESPP at 10% off, 30% tax. what do I keep?", "paidin disc tax", 700),
    ],
)  # fmt: skip
def test_each_number_takes_its_part(text: str, parts: str, figure: float) -> None:
    made = compose(text, *parts.split())
    assert any(float(value) == pytest.approx(figure, abs=0.01) for value in made), made


def test_what_leaves_a_number_over_is_no_sum() -> None:
    assert not compose("3,000 shares, strike $2, a rate of 5%, 4 miles", "shares", "strike", "rate", "miles")

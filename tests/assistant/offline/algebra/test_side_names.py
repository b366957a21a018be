"""Jobs by the names they were told under."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.side_names import call_by_name
from assistant.offline.algebra.terms import read_terms

STEPS = [
    {"name": "a_a_year", "label": "A a year"},
    {"name": "b_a_year", "label": "B a year"},
    {"name": "b_above_a", "label": "B above A in percent"},
]


def _labels(text: str) -> list[str]:
    anchors = [term for term in read_terms(text) if term.dim == "money"]
    return [step["label"] for step in call_by_name(STEPS, text, anchors)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vienna: 4.100 EUR. Munich: 4.750 EUR. which?", ("Vienna", "Munich")),
        ("acme 140k, bolt 150k", ("acme", "bolt")),
        ("Offer from Kestrel: base $165k. Offer from Plover: $178k base", ("Kestrel", "Plover")),
        ("job x 62k, job y 58k", ("job x", "job y")),
    ],
)
def test_both_sides_take_their_names(text: str, names: tuple[str, str]) -> None:
    one, two = names
    assert _labels(text) == [f"{one} a year", f"{two} a year", f"{two} above {one} in percent"]


@pytest.mark.parametrize(
    "text", ["they pay 62k, i want 65k", "A 62k, B 65k", "Acme 62k, the other 65k", "base 62k or 65k"]
)
def test_without_two_names_they_stay_letters(text: str) -> None:
    assert _labels(text)[0] == "A a year"


def test_one_name_for_both_tells_nothing() -> None:
    assert _labels("Acme 62k, Acme 65k")[0] == "A a year"

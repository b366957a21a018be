"""Time units: what is earned back within months is counted in months, however the pay was told."""

from __future__ import annotations

import re

import pytest

from assistant.offline.algebra.recipes import recipes
from assistant.offline.algebra.time_units import (
    A_YEAR,
    MONEY,
    UNKNOWN,
    Measure,
    MixedUnitsError,
    Step,
    measure_formula,
    steps_in_time,
)

ONCE = ("sign", "bonus", "grant", "cost", "paidin", "owe")
NAMED = re.compile(r"\b(year|month|week)s\b")


def told_by(unit: str, key: str) -> dict[str, Measure]:
    """What the parts of a recipe measure where every pay is told by that unit."""
    rate = Measure("rate", A_YEAR[unit])
    plain = dict.fromkeys(("pay", "now", "ask", "gap"), rate) | dict.fromkeys(ONCE, MONEY)
    plain |= {"tax": Measure("number"), "owe": Measure("number")}
    parts = key.split()
    return {
        name: plain.get(part, UNKNOWN)
        for at, part in enumerate(parts)
        for name in (part, f"{part}_{parts[: at + 1].count(part)}")
    }


@pytest.mark.parametrize("unit", ["year", "month", "week"])
def test_every_recipe_counts_time_in_the_unit_of_its_name(unit: str) -> None:
    timed = 0
    for key, rows in recipes().items():
        for recipe in rows:
            known = told_by(unit, key)
            timely = any(NAMED.search(label) for label, *_ in recipe.steps)
            steps = (steps_in_time(recipe.steps, known) or ()) if timely else ()
            for at, (label, formula, _, _) in enumerate(steps):
                known[f"s{at}"] = measured = measure_formula(formula, known)
                if measured.dim == "time" and (named := NAMED.search(label)):
                    timed += 1
                    assert measured.a_year == A_YEAR[named[1]], (key, label, formula)
    assert timed >= 20


@pytest.mark.parametrize(
    ("unit", "formula"), [("month", "s0 / gap"), ("year", "(s0 / gap) x 12"), ("week", "(s0 / gap) x 3 / 13")]
)
def test_a_loss_is_earned_back_in_months(unit: str, formula: str) -> None:
    steps: tuple[Step, ...] = (
        ("loss", "grant - sign", "money", False),
        ("months to earn back", "s0 / gap", "months", True),
    )
    parts = {"grant": MONEY, "sign": MONEY, "gap": Measure("rate", A_YEAR[unit])}
    made = steps_in_time(steps, parts)
    assert made is not None
    assert [each[1] for each in made] == ["grant - sign", formula]


def test_what_is_divided_by_twelve_already_stays() -> None:
    steps: tuple[Step, ...] = (("months to even", "bonus / (gap / 12)", "months", True),)
    assert steps_in_time(steps, {"bonus": MONEY, "gap": Measure("rate", A_YEAR["year"])}) == steps


def test_pay_by_the_year_is_not_lost_by_the_week() -> None:
    parts = {
        "pay": Measure("rate", A_YEAR["year"]),
        "unpaid": Measure("time", A_YEAR["week"]),
        "gap": Measure("rate", A_YEAR["year"]),
    }
    steps: tuple[Step, ...] = (
        ("lost", "pay x unpaid", "money", False),
        ("weeks to earn back", "s0 / gap", "weeks", True),
    )
    assert steps_in_time(steps, parts) is None
    with pytest.raises(MixedUnitsError):
        measure_formula("pay - now", {"pay": Measure("rate", A_YEAR["year"]), "now": Measure("rate", A_YEAR["month"])})

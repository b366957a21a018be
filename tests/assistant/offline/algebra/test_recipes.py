"""Recipes: which sums people are known to make of such numbers, and which earlier numbers they leave out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from assistant.offline.algebra.bonds import in_like_units
from assistant.offline.algebra.frames import Framed
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.recipes import find_recipes, recipes
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import read_terms


def made(text: str, *parts: str) -> list[Framed]:
    """The recipes for a conversation, one line a message, whose numbers surely play these parts."""
    terms = in_like_units(text, read_terms(text, thousands=False))
    assert len(terms) == len(parts)
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    return find_recipes(Message(text), Senses(tuple(terms), tuple({part: 0.0} for part in parts), tuple(starts)))


def answers(found: list[Framed]) -> set[Decimal]:
    return {round(value, 2) for each in found for value in each.results.values()}


def test_the_first_year_of_a_package() -> None:
    found = made("190k base, 15% bonus, 20k sign on, 200k over 4 years", "pay", "bpct", "sign", "grant", "years")
    assert Decimal(190_000 + 28_500 + 20_000 + 50_000) in answers(found)
    assert all(each.known is not None and each.known <= 0 and not each.left for each in found)


def test_a_later_number_stands_for_an_earlier_one_of_its_part() -> None:
    found = made("46 an hour, 32 hours a week\n50 weeks paid\nsorry its 48. yearly?", "pay", "hours", "weeks", "pay")
    changed = [each for each in found if each.changed]
    assert Decimal(48 * 32 * 50) in answers(changed)
    assert {how for each in changed for how in each.left} >= {"older:pay"}


def test_numbers_of_the_newest_message_are_all_counted() -> None:
    found = made("base 150k\nand 20k to sign, 10% bonus", "pay", "sign", "bpct")
    assert found
    for each in found:
        assert {"sign_on", "bonus_pct"} <= each.work.numbers.keys()


def test_times_are_counted_in_months_and_percents_as_parts() -> None:
    found = made("24k sign on, 2 years clawback, pro rata, gone after 15 months", "sign", "term", "leave")
    assert Decimal(9_000) in answers(found)


def test_nothing_is_made_of_numbers_no_recipe_has() -> None:
    assert made("12k and 3 years and 41k", "sign", "cliff", "fmv") == []
    assert made("no number at all") == []


@pytest.mark.parametrize("key", ["pay sal", "hours pay weeks", "leave sign term", "own exit"])
def test_usual_sums_are_known(key: str) -> None:
    assert recipes()[" ".join(sorted(key.split()))]


def test_every_recipe_names_only_its_parts_and_earlier_steps() -> None:
    for key, rows in recipes().items():
        parts = set(key.split())
        for row in rows:
            for at, (label, formula, unit, _) in enumerate(row.steps):
                named = set(re.findall(r"[a-z][a-z0-9]*", re.sub(r"round_down|_\d+", "", formula)))
                known = parts | {f"s{earlier}" for earlier in range(at)} | {"x", "min", "max"}
                assert named <= known, (key, formula)
                assert label and unit


def test_a_bare_number_is_in_thousands_like_the_other_of_its_part() -> None:
    found = made("20k sign on, 140k base\nno, they say 12. year one?", "sign", "pay", "sign")
    assert Decimal(152_000) in answers(found)
    hourly = made("31.50 an hour for 40 hours, or 46,200 a year", "pay", "hours", "pay")
    assert hourly
    assert not any(31_500 in each.work.numbers.values() for each in hourly)


@pytest.mark.parametrize(
    ("told", "months"), [("base 8k higher", "22.5"), ("800 more a month", "18.75"), ("base 8k a year higher", "22.5")]
)
def test_a_loss_is_earned_back_by_the_year_or_the_month_as_told(told: str, months: str) -> None:
    found = made(f"unvested 40k, sign on 25k, {told}. how long till break even", "grant", "sign", "gap")
    back = {round(value, 2) for each in found for name, value in each.results.items() if name.startswith("months")}
    assert back == {Decimal(months)}

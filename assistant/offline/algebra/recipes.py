"""Recipes: sums as people were seen to ask for them, by the parts of the numbers they are made of.

Each is a formula over parts learnt from knowledge/sum_numbers.yaml by `python -m evals.fit_recipes`. A message's numbers
are tried as the parts of every recipe they can be read as; numbers of earlier messages may be left out, as a later one
stands for them. Which sum is meant is told by the ranking.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from assistant.offline.algebra.expression import Expr, Work, values_of
from assistant.offline.algebra.frames import Frame, Framed, is_plausible, take_term
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.part_names import name_of
from assistant.offline.algebra.scaling import THOUSAND, scaled
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.time_units import A_YEAR, MONEY, UNKNOWN, Measure, steps_in_time
from assistant.offline.algebra.vocabulary import PASSING, PERCENTS, as_played, fits, is_open

RECIPE = Frame("recipe", (), lambda *_: False)
MONTHS = frozenset({"term", "leave", "served", "left", "cliff", "wait"})
"""Parts that recipes count in months, however they are told."""
YEARS = frozenset({"years", "horizon"})
"""Parts that they count in years."""
IN_MONTHS = {"year": (12, 1), "week": (12, 52), "day": (12, 365)}
"""How many months a unit of time is, as a fraction."""
WHOLE = Decimal("1.5")
"""A bare number from here on that plays the part of a percent is one."""
BEAM, READINGS, WAYS = 30, 10, 3
"""Readings that are followed and kept, and senses of a number that are tried."""
MOST_DOUBT = 3.0
MOST_LEFT, MOST_EARLIER = 5, 9
"""Numbers of earlier messages that may be left out, and that may be told for any to be."""
TRIED, KEPT = 120, 14
"""Recipes that are worked out, and sums with different results that are kept."""
ALIKE = Decimal(4)
"""How many times larger or smaller another number of the same part may be."""
ELSEWHERE = 0.15
"""What an example counts whose numbers were told by other units."""
OLDER, OTHER = 0.2, 1.6
"""What it costs to leave a number out that a later one stands for, or none."""
ONCE = frozenset({"sign", "sign2", "bonus", "grant"})
"""Parts of money that are paid once where they are earned back."""
BY_YEAR = frozenset({"pay", "now", "ask", "gap"})
"""Parts that are counted by the year where nothing tells their period."""
_BY_MONTH = re.compile(r"\b(?:monthly|(?:an?|per|each|every) (?:month|mo)|pm|p\.m)\b|/\s?mo", re.IGNORECASE)
_EITHER_WAY = re.compile(r"(?:total )?difference\b|(?P<gain>left(?: over)?|net gain|gain)\b")
"""Names of steps that may come out either way."""
_NAMED = re.compile(r"[a-z_]\w*")
_FUNCTIONS = frozenset({"min", "max", "round_down", "x"})


@dataclass(frozen=True)
class Recipe:
    """A sum over parts.

    Attributes:
        steps: label, formula over parts and earlier steps (s0, s1), unit, whether it is asked for.
        seen: how many examples had their numbers told by these units.
    """

    steps: tuple[tuple[str, str, str, bool], ...]
    seen: Mapping[str, int]


@dataclass(frozen=True)
class _Try:
    cost: float
    known: float
    doubt: float
    parts: tuple[str, ...]
    places: tuple[int, ...]
    recipe: Recipe
    left: tuple[str, ...]


_FOR_SUM = re.compile(
    r"\b(?:sum|total|altogether|add(?:ed)? up)\b(?!.*\b(?:short|gap|difference|missing)\b)", re.IGNORECASE
)
"""Asks what numbers come to, which is nothing that one lacks."""


def find_recipes(message: Message, senses: Senses) -> list[Framed]:
    """The sums of the recipes that the numbers of a conversation serve, the least doubted first."""
    if not senses.terms:
        return []
    tries = sorted(_tries(message, senses), key=lambda each: each.cost)[:TRIED]
    made: dict[tuple[Decimal, ...], Framed] = {}
    for each in tries:
        framed = _work_out(message, senses, each)
        if framed is None or (_FOR_SUM.search(message.text) and framed.work.steps[0]["label"] == "short"):
            continue
        asked = tuple(round(framed.results[step["name"]], 2) for step in framed.work.steps if step["answers"])
        if asked and asked not in made:
            made[asked] = framed
        if len(made) == KEPT:
            break
    return sorted(made.values(), key=lambda each: each.doubt)


def _tries(message: Message, senses: Senses) -> Iterator[_Try]:
    newest = len(senses.turns) - 1
    turns = [senses.turn(term) for term in senses.terms]
    for score, parts in _readings(message, senses):
        playing = [at for at, part in enumerate(parts) if part not in PASSING]
        for dropped in _ways_to_leave_out([at for at in playing if turns[at] < newest]):
            kept = tuple(at for at in playing if at not in dropped)
            known = recipes().get(" ".join(sorted(parts[at] for at in kept)))
            if known:
                left = tuple(_how_left(at, kept, parts, turns) for at in dropped)
                yield from _weighed(known, senses, parts, kept, left, senses.best - score)


def _ways_to_leave_out(earlier: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Which numbers of earlier messages may be left out; of many only the latest."""
    for count in range(min(len(earlier), MOST_LEFT) + 1):
        yield from combinations(earlier[-MOST_EARLIER:], count)


def _weighed(
    known: Sequence[Recipe],
    senses: Senses,
    parts: tuple[str, ...],
    kept: tuple[int, ...],
    left: tuple[str, ...],
    doubt: float,
) -> Iterator[_Try]:
    """The recipes of these parts with how usual each is."""
    lost = sum(OLDER if how.startswith("older") else OTHER for how in left)
    told = told_in([senses.terms[at] for at in kept], [parts[at] for at in kept])
    weights = [recipe.seen.get(told, 0) + ELSEWHERE * sum(recipe.seen.values()) for recipe in known]
    total = sum(weights)
    for recipe, weight in zip(known, weights, strict=True):
        share = math.log(weight / total)
        yield _Try(doubt + lost - share, share, doubt, parts, kept, recipe, left)


def told_in(terms: Sequence[Term], parts: Sequence[str]) -> str:
    """What the numbers of a sum measure, by their parts in alphabetical order."""
    return ",".join(_measure(term) for _, term in sorted(zip(parts, terms, strict=True), key=lambda each: each[0]))


def _measure(term: Term) -> str:
    """What a number measures, shortly: the period of pay, the unit of time, else its kind."""
    return term.per or term.unit or ("" if term.dim in ("money", "number") else term.dim)


def _how_left(at: int, kept: Sequence[int], parts: Sequence[str], turns: Sequence[int]) -> str:
    """How a number that is left out stands to those kept of its part."""
    like = [turns[other] for other in kept if parts[other] == parts[at]]
    how = "other" if not like else "older" if max(like) > turns[at] else "newer" if min(like) < turns[at] else "beside"
    return f"{how}:{parts[at]}"


def _readings(message: Message, senses: Senses) -> list[tuple[float, tuple[str, ...]]]:
    """The likeliest readings of all numbers."""
    beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for term, shares in zip(senses.terms, senses.shares, strict=True):
        ways = [
            (share, sense)
            for sense, share in shares.items()
            if sense in PASSING or (fits(term, sense) and is_open(sense, message))
        ]
        ways = sorted(ways, reverse=True)[:WAYS]
        beam = sorted(
            ((score + share, (*parts, sense)) for score, parts in beam for share, sense in ways), reverse=True
        )[:BEAM]
    return [each for each in beam if senses.best - each[0] <= MOST_DOUBT][:READINGS]


def _work_out(message: Message, senses: Senses, tried: _Try) -> Framed | None:
    work = Work(used={term.start for term in senses.terms})
    counts = Counter(tried.parts[at] for at in tried.places)
    seen: Counter[str] = Counter()
    known: dict[str, Expr] = {}
    measures: dict[str, Measure] = {}
    for at in tried.places:
        part = tried.parts[at]
        seen[part] += 1
        term = scaled(message.text, as_played(senses.terms[at], part), part, senses.terms)
        term = _as_the_others(term, [o for o, p in zip(senses.terms, tried.parts, strict=True) if p == part])
        name = part if counts[part] == 1 else f"{part}_{seen[part]}"
        known[name], measures[name] = _take(work, term, part), measure(term, part, message.text)
    steps = steps_in_time(tried.recipe.steps, measures)
    if steps is None:
        return None
    for number, (label, formula, unit, asked) in enumerate(steps):
        known[f"s{number}"] = work.step(label, Expr(_NAMED.sub(_put(known), formula), Decimal(0)), unit, answers=asked)
    _turn_round(work)
    if not is_plausible(work):
        return None
    changed = any(how.startswith("older") for how in tried.left)
    return Framed(RECIPE, work, tried.doubt, tried.parts, changed, known=tried.known, left=tried.left)


def _turn_round(work: Work) -> None:
    """Writes a difference that falls below zero the other way round: what is left of nothing is a loss."""
    values = values_of(work)
    for step in work.steps:
        either = _EITHER_WAY.match(step["label"]) if step["unit"] == "money" else None
        below = values.get(step["name"], Decimal(0)) < 0
        taken = any(re.search(rf"\b{step['name']}\b", other["formula"]) for other in work.steps)
        if either and below and not taken:
            plain = re.fullmatch(r"(\w+) - (\w+)", step["formula"])
            step["formula"] = f"{plain[2]} - {plain[1]}" if plain else f"0 - ({step['formula']})"
            step["label"] = step["label"].replace(either["gain"], "loss") if either["gain"] else step["label"]


def _as_the_others(term: Term, like: Sequence[Term]) -> Term:
    """A bare number in thousands where another of its part is told whole: "10k sign-on", "they said 12"."""
    bare = term.dim == "number" and not term.explicit and term.value < THOUSAND and term.value == int(term.value)
    yearly = [o.value for o in like if o.value >= THOUSAND and o.per in (None, "year")]
    if not bare or not any(1 / ALIKE <= term.value * THOUSAND / value <= ALIKE for value in yearly):
        return term
    return replace(term, value=term.value * THOUSAND, dim="money")


def _put(known: Mapping[str, Expr]) -> Any:
    def put(name: re.Match[str]) -> str:
        word = name.group()
        if word in _FUNCTIONS and word not in known:
            return word
        item = known[word]
        return f"({item.text})" if " " in item.text else item.text

    return put


def _take(work: Work, term: Term, part: str) -> Expr:
    """A number as recipes count it: percents as parts of one, times in months or years."""
    is_percent = counts_as_percent(term, part)
    taken = take_term(work, term, name_of(part, percent=is_percent))
    if is_percent:
        return taken.part
    if part in MONTHS and term.unit in IN_MONTHS:
        times, divided = IN_MONTHS[term.unit]
        return taken * times / divided if divided > 1 else taken * times
    return taken / 12 if part in YEARS and term.unit == "month" else taken


def measure(term: Term, part: str, text: str) -> Measure:
    """What a number of a recipe measures where it plays that part, with the unit of time it is taken in."""
    if counts_as_percent(term, part):
        return Measure("number")
    if part in MONTHS | YEARS:
        return Measure("time", A_YEAR["month" if part in MONTHS else "year"])
    if term.dim == "time":
        return Measure("time", A_YEAR[term.unit]) if term.unit in A_YEAR else UNKNOWN
    if term.dim not in ("money", "number"):
        return UNKNOWN
    if part in ONCE or (part == "cost" and term.per is None):
        return MONEY
    if term.per is None:
        return Measure("rate", A_YEAR["year"]) if part in BY_YEAR and not _BY_MONTH.search(text) else UNKNOWN
    return Measure("rate", A_YEAR[term.per]) if term.per in A_YEAR else UNKNOWN


def counts_as_percent(term: Term, part: str) -> bool:
    """Whether a number counts as so many of a hundred."""
    told = term.dim == "number" and term.value > WHOLE and part in PERCENTS - {"factor"}
    return term.dim == "percent" or told


@cache
def recipes() -> dict[str, list[Recipe]]:
    """The recipes by the parts they are made of, in alphabetical order."""
    return to_recipes(json.loads((files(__package__) / "recipes.json").read_text(encoding="utf-8")))


def to_recipes(told: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[Recipe]]:
    """The recipes as the file holds them, without those that only say a number again."""
    made = {
        key: [Recipe(tuple((a, b, c, bool(d)) for a, b, c, d in row["steps"]), row["seen"]) for row in rows]
        for key, rows in told.items()
    }
    return {
        key: [each for each in rows if any(" " in formula for _, formula, _, _ in each.steps)]
        for key, rows in made.items()
    }

"""Retirement match: what an employer adds to the savings of a 401(k), within the limits of a tax year.

All amounts are US dollars a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import render_money, round_cents
from assistant.errors import InputError

RULE = "retirement_match"
ZERO = Decimal(0)
CATCH_UP_AGE = 50
LATE_CATCH_UP_AGES = range(60, 64)


@dataclass(frozen=True, slots=True)
class RetirementLimits:
    """The limits of tax year `year`, which stand in for those of `asked_year` where that year is not on file.

    `contribution` is what a person may save, `catch_up` and `late_catch_up` more from 50 and from 60 to 63; `pay` is
    the pay a plan may count; `stock_purchase` the stock a person may buy a year in a plan of section 423.
    """

    year: int
    asked_year: int
    contribution: Decimal
    catch_up: Decimal
    late_catch_up: Decimal
    pay: Decimal
    stock_purchase: Decimal
    source_ids: tuple[str, ...] = ()
    stock_purchase_source_ids: tuple[str, ...] = ()

    def most_saved(self, age: int | None = None) -> Decimal:
        """What a person of that age may save a year, catch-up included."""
        if age is None or age < CATCH_UP_AGE:
            return self.contribution
        return self.contribution + (self.late_catch_up if age in LATE_CATCH_UP_AGES else self.catch_up)

    @property
    def stands_in(self) -> str | None:
        """What to tell where the year asked for is not on file."""
        if self.year == self.asked_year:
            return None
        return (
            f"The limits of {self.asked_year} are not on file: those of {self.year} are used, so the 401(k) match "
            "may differ a little."
        )


class MatchTier(NamedTuple):
    """The employer adds `match_pct` percent of what is saved, up to `upto_pct` percent of pay, above the last tier."""

    match_pct: Decimal
    upto_pct: Decimal


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """A plan and what a person saves in it; nothing said on saving means enough for the whole match.

    `automatic_pct` percent of pay is paid in whatever the person saves. `match_limit` caps the match in money.
    """

    tiers: tuple[MatchTier, ...]
    contribution_pct: Decimal | None = None
    contribution_amount: Decimal | None = None
    automatic_pct: Decimal = ZERO
    match_limit: Decimal | None = None
    age: int | None = None


class Match(NamedTuple):
    """A year in a plan, unrounded: pay that counts, own savings wanted and made, the match and the whole match."""

    counted_pay: Decimal
    wanted: Decimal
    own: Decimal
    match: Decimal
    full: Decimal
    automatic: Decimal


def check_tiers(tiers: Sequence[MatchTier], field: str = "tiers") -> None:
    """Refuse tiers that do not rise.

    Raises:
        InputError: a tier ends at or below the one before it.
    """
    for index, (before, tier) in enumerate(pairwise(tiers), start=1):
        if tier.upto_pct <= before.upto_pct:
            raise InputError(
                f"{field}[{index}].upto_pct",
                f"must lie above {before.upto_pct:g}, where the tier before it ends: count percent of pay from zero",
            )


def calculate_match(pay: Decimal, plan: MatchPlan, limits: RetirementLimits) -> Match:
    """What a person with that pay saves and what the employer adds.

    >>> limits = RetirementLimits(2026, 2026, *map(Decimal, (24500, 8000, 11250, 360000, 25000)))
    >>> half_of_six = MatchPlan((MatchTier(Decimal(50), Decimal(6)),))
    >>> int(calculate_match(Decimal(500000), half_of_six, limits).match)
    10800

    Source: sections 401(a)(17), 402(g) and 414(v) of the Internal Revenue Code.
    """
    counted, most = min(pay, limits.pay), limits.most_saved(plan.age)
    enough = plan.tiers[-1].upto_pct / 100 * counted if plan.tiers else ZERO
    if plan.contribution_amount is not None:
        wanted = plan.contribution_amount
    elif plan.contribution_pct is not None:
        wanted = plan.contribution_pct / 100 * pay
    else:
        wanted = min(enough, most)
    own = min(wanted, most)
    return Match(
        counted_pay=counted,
        wanted=wanted,
        own=own,
        match=_match_of(own, counted, plan),
        full=_match_of(min(enough, most), counted, plan),
        automatic=plan.automatic_pct / 100 * counted,
    )


def _match_of(own: Decimal, counted: Decimal, plan: MatchPlan) -> Decimal:
    total, begin = ZERO, ZERO
    for tier in plan.tiers:
        end = tier.upto_pct / 100 * counted
        total += tier.match_pct / 100 * max(ZERO, min(own, end) - begin)
        begin = end
    return total if plan.match_limit is None else min(total, plan.match_limit)


def match_figure(label: str, year: Match, plan: MatchPlan, limits: RetirementLimits) -> Figure:
    """The match of a year, with the tiers spelt out in its formula."""
    inputs = {"own_contribution": year.own, "counted_pay": year.counted_pay}
    formula = " + ".join(_tier_terms(plan, inputs)) or "0 x counted_pay"
    if plan.match_limit is not None:
        formula = f"min({formula}, match_limit)"
        inputs["match_limit"] = plan.match_limit
    return _figure(label, year.match, formula, inputs, limits)


def _tier_terms(plan: MatchPlan, inputs: dict[str, Decimal]) -> Iterator[str]:
    before = ""
    for number, tier in enumerate(plan.tiers, start=1):
        mark = f"_{number}" if len(plan.tiers) > 1 else ""
        inputs[f"match_pct{mark}"], inputs[f"upto_pct{mark}"] = tier
        end = f"upto_pct{mark} / 100 x counted_pay"
        reached = f"min(own_contribution, {end})"
        yield f"match_pct{mark} / 100 x " + (f"max(0, {reached} - {before})" if before else reached)
        before = end


def list_match_figures(pay: Decimal, plan: MatchPlan, limits: RetirementLimits) -> tuple[Figure, ...]:
    """All of a year in a plan: own savings, match, what is left unclaimed, and the whole.

    Raises:
        InputError: the tiers do not rise.
    """
    check_tiers(plan.tiers)
    year = calculate_match(pay, plan, limits)
    most = limits.most_saved(plan.age)
    full = {"full_match": year.full, "match": year.match}
    added = {"match": year.match, "automatic": year.automatic}
    return (
        match_figure("employer match a year", year, plan, limits),
        _figure(
            "full employer match a year",
            year.full,
            "the match when enough is saved for all of it",
            {"counted_pay": year.counted_pay, "most_saved": most},
            limits,
        ),
        _figure("match left unclaimed a year", year.full - year.match, "full_match - match", full, limits),
        _figure(
            "own contribution a year",
            year.own,
            "min(wanted, most_saved)",
            {"wanted": year.wanted, "most_saved": most},
            limits,
        ),
        _figure(
            "pay that counts for the match",
            year.counted_pay,
            "min(pay, pay_limit)",
            {"pay": pay, "pay_limit": limits.pay},
            limits,
        ),
        *_automatic_figures(year, plan, limits),
        _figure("employer contributions a year", year.match + year.automatic, "match + automatic", added, limits),
        _figure(
            "saved a year in all",
            year.own + year.match + year.automatic,
            "own_contribution + match + automatic",
            {"own_contribution": year.own, **added},
            limits,
        ),
        *_share_figures(pay, year, limits),
    )


def _automatic_figures(year: Match, plan: MatchPlan, limits: RetirementLimits) -> Iterator[Figure]:
    if plan.automatic_pct:
        inputs = {"automatic_pct": plan.automatic_pct, "counted_pay": year.counted_pay}
        yield _figure(
            "automatic employer contribution a year",
            year.automatic,
            "automatic_pct / 100 x counted_pay",
            inputs,
            limits,
        )


def _share_figures(pay: Decimal, year: Match, limits: RetirementLimits) -> Iterator[Figure]:
    if pay:
        yield build_figure(
            "match in percent of pay",
            round(year.match / pay * 100, 4),
            "percent",
            formula="match / pay x 100",
            rule=RULE,
            inputs={"match": year.match, "pay": pay},
            source_ids=limits.source_ids,
        )


def name_cut(year: Match, limits: RetirementLimits, age: int | None = None) -> str | None:
    """What to tell where more was to be saved than the law allows."""
    if year.wanted <= limits.most_saved(age):
        return None
    most = render_money(limits.most_saved(age), "USD").removeprefix("$")
    return f"Only {most} may be saved in {limits.year}: the contribution is cut to that."


def _figure(label: str, value: Decimal, formula: str, inputs: dict[str, Decimal], limits: RetirementLimits) -> Figure:
    return build_figure(
        label,
        round_cents(value),
        "USD",
        formula=formula,
        rule=RULE,
        inputs=inputs,
        source_ids=limits.source_ids,
    )

"""Outcomes: a promise with several results, what it is worth over the stay, and the same for each result.

The stated outcomes are the whole distribution. Where the promise may not be kept, each counts by the chance that it
is, and the rest pays nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from assistant.domain.contingent_raise import (
    HUNDRED,
    READABLE_DECIMALS,
    RULE,
    ZERO,
    Horizon,
    Promise,
    SureThing,
    count_years,
    sure_value_figure,
    value_if_paid,
    value_sure,
    weight_figures,
    weight_terms,
)
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

_figure = partial(build_figure, rule=RULE)
SUM_TOLERANCE = Decimal("0.1")
NOT_KEPT = "promise not kept"


class Outcome(NamedTuple):
    """One of several results: its probability in percent, and the amount it pays."""

    probability_pct: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Prospect:
    """What may come of a promise: its outcomes, and the chance in percent that it is kept at all."""

    outcomes: tuple[Outcome, ...]
    honoured_pct: Decimal = HUNDRED

    def check(self) -> None:
        """Refuse probabilities that make no whole.

        Raises:
            InputError: they do not sum to 100 %.
        """
        total = sum((outcome.probability_pct for outcome in self.outcomes), ZERO)
        if abs(total - HUNDRED) > SUM_TOLERANCE:
            raise InputError(
                "outcomes",
                f"have probabilities of {total.normalize():f} % together, not 100 %: add the outcome that is left",
            )

    def list_results(self) -> list[tuple[str, Outcome]]:
        """Every result by name with its final probability, the broken promise among them."""
        results = [
            (f"outcome {number}", outcome._replace(probability_pct=outcome.probability_pct * self.honoured_pct / 100))
            for number, outcome in enumerate(self.outcomes, start=1)
        ]
        broken = HUNDRED - self.honoured_pct
        return [*results, (NOT_KEPT, Outcome(broken, ZERO))] if broken else results

    @property
    def expected(self) -> Decimal:
        """Sum of the amounts by their probabilities.

        >>> Prospect((Outcome(Decimal(80), Decimal(60000)), Outcome(Decimal(20), Decimal(50000)))).expected
        Decimal('58000')
        """
        return sum((item.probability_pct * item.amount for _, item in self.list_results()), ZERO) / HUNDRED

    @property
    def median(self) -> Decimal:
        """The amount that half of the probability does not exceed."""
        ordered = sorted((item for _, item in self.list_results()), key=lambda item: item.amount)
        passed, half = ZERO, sum((item.probability_pct for item in ordered), ZERO) / 2
        for item in ordered:
            passed += item.probability_pct
            if passed >= half:
                return item.amount
        return ordered[-1].amount  # pragma: no cover, since the last one reaches the whole


def outcome_figures(prospect: Prospect, currency: str) -> Iterator[Figure]:
    """Expected and median outcome, and the chance of nothing.

    Raises:
        InputError: the probabilities do not sum to 100 %.
    """
    prospect.check()
    certain = prospect.honoured_pct == HUNDRED
    kept = {} if certain else {"honoured_pct": prospect.honoured_pct}
    inputs: dict[str, Decimal] = {}
    chances: dict[str, Decimal] = {}
    for number, outcome in enumerate(prospect.outcomes, start=1):
        name = f"outcome {number}"
        inputs |= {name: outcome.amount, f"{name} probability_pct": outcome.probability_pct}
        if not outcome.amount:
            chances[f"{name} probability_pct"] = outcome.probability_pct
    names = [name for name in inputs if not name.endswith("probability_pct")]
    formula = " + ".join(f"{name} x {name} probability_pct / 100" for name in names)
    formula = formula if certain else f"({formula}) x honoured_pct / 100"
    yield _figure("expected outcome", round_cents(prospect.expected), currency, formula, inputs | kept)
    sentence = "the outcome in the middle of the probabilities"
    yield _figure("median outcome", prospect.median, currency, sentence, inputs | kept)
    nothing = sum((item.probability_pct for _, item in prospect.list_results() if not item.amount), ZERO)
    formula = " + ".join(chances) or "0"
    formula = formula if certain else f"({formula}) x honoured_pct / 100 + 100 - honoured_pct"
    yield _figure("chance of nothing", nothing, "percent", formula, chances | kept)


def prospect_figures(prospect: Prospect, promise: Promise, horizon: Horizon, currency: str) -> Iterator[Figure]:
    """What the outcomes are worth over the stay, and the sure raise worth the same.

    Args:
        prospect: the outcomes.
        promise: when and how they are paid; its amount is the expected outcome.
        horizon: how long pay counts.
        currency: of the amounts.
    """
    yield from weight_figures(promise, horizon)
    value = value_if_paid(promise, horizon)
    formula, inputs = weight_terms(promise, horizon)
    yield _figure("expected value of the promise", round_cents(value), currency, formula, inputs)
    if promise.from_month and not promise.once:
        at_once = round_cents(value_if_paid(Promise(promise.amount, 0), horizon))
        both = {"value_from_first_day": at_once, "value_from_month": round_cents(value)}
        loss = both["value_from_first_day"] - both["value_from_month"]
        yield _figure("lost by the wait", loss, currency, "value_from_first_day - value_from_month", both)
    kept = count_years(horizon, 0) * (1 - horizon.tax_rate)
    if kept:
        inputs = {"expected_value": round(value, READABLE_DECIMALS)}
        inputs["years_counted"] = round(count_years(horizon, 0), READABLE_DECIMALS)
        formula = "expected_value / years_counted"
        if horizon.tax_rate:
            formula, inputs["tax_pct"] = f"{formula} / (1 - tax_pct / 100)", horizon.tax_rate * HUNDRED
        label = "sure raise a year from the first day worth the same"
        yield _figure(label, round_cents(value / kept), currency, formula, inputs)


def compare_with_sure(promise: Promise, horizon: Horizon, sure: SureThing, currency: str) -> Iterator[Figure]:
    """The sure alternative, the difference to it, and the expected outcome at which both are worth the same."""
    value, certain = value_if_paid(promise, horizon), value_sure(sure, horizon)
    yield sure_value_figure(horizon, sure, currency)
    pair = {"expected_value": round_cents(value), "sure_value": round_cents(certain)}
    less = pair["expected_value"] - pair["sure_value"]
    yield _figure("promise less the sure alternative", less, currency, "expected_value - sure_value", pair)
    unit = value_if_paid(Promise(Decimal(1), promise.from_month, promise.once), horizon)
    if unit:
        inputs = {"sure_value": round(certain, READABLE_DECIMALS), "value_of_one": round(unit, 2 * READABLE_DECIMALS)}
        label = "expected outcome worth the same as the sure alternative"
        yield _figure(label, round_cents(certain / unit), currency, "sure_value / value_of_one", inputs)


def list_outcome_values(
    prospect: Prospect, promise: Promise, horizon: Horizon
) -> Iterator[Mapping[str, Decimal | str]]:
    """Every result with its final probability, its amount and what it is worth over the stay."""
    for name, item in prospect.list_results():
        worth = value_if_paid(Promise(item.amount, promise.from_month, promise.once), horizon)
        yield {
            "result": name,
            "probability_pct": item.probability_pct,
            "amount": item.amount,
            "value_over_stay": round_cents(worth),
        }

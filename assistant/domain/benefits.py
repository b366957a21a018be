"""Benefits: retirement match, stock purchase gain and benefits at a stated value, year by year beside pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.espp import ONE, StockPlan, buy_stock
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.offer import Espp, Offer, RetirementMatch
from assistant.domain.pay_stream import PayStream, YearPay
from assistant.domain.retirement_match import (
    Match,
    MatchPlan,
    MatchTier,
    RetirementLimits,
    calculate_match,
    check_tiers,
    match_figure,
)
from assistant.errors import InputError

RULE = "total_compensation"
ZERO = Decimal(0)
US_DOLLAR = "USD"
NO_LIMIT = Decimal("1e14")


class BenefitYear(NamedTuple):
    """What a service year brings beside pay, in whole cents."""

    year: int
    match: Decimal
    espp_gain: Decimal
    stated: Decimal

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.match + self.espp_gain + self.stated


@dataclass(frozen=True, slots=True)
class Benefits:
    """The benefits of each year, the figures behind them, and what had to be assumed."""

    years: tuple[BenefitYear, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def has_benefits(offer: Offer) -> bool:
    """Whether the offer states anything that is counted here."""
    return bool(offer.retirement_match or offer.espp or offer.benefits)


def plan_of(terms: RetirementMatch) -> MatchPlan:
    """The match of an offer as a plan.

    Raises:
        InputError: the second tier is given in part, or does not rise.
    """
    tiers = [MatchTier(terms.match_pct, terms.upto_pct)]
    if (terms.next_match_pct is None) != (terms.next_upto_pct is None):
        raise InputError("retirement_match.next_upto_pct", "a second tier needs next_match_pct and next_upto_pct")
    if terms.next_match_pct is not None and terms.next_upto_pct is not None:
        tiers.append(MatchTier(terms.next_match_pct, terms.next_upto_pct))
    check_tiers(tiers, "retirement_match.tiers")
    return MatchPlan(tuple(tiers), terms.contribution_pct, automatic_pct=terms.automatic_pct or ZERO)


def calculate_benefits(stream: PayStream, limits: RetirementLimits) -> Benefits:
    """Match, stock purchase gain and stated benefits of each service year.

    The limits of one tax year are used for all years, and only where pay is in US dollars.

    Raises:
        InputError: a second tier of the match that is given in part or does not rise.
    """
    offer = stream.offer
    law = limits if offer.currency_code == US_DOLLAR else _without_limits(limits)
    plan = plan_of(offer.retirement_match) if offer.retirement_match else None
    figures: list[Figure] = []
    years = tuple(_calculate_year(stream, pay, plan, law, figures) for pay in stream.years)
    stands_in = law.stands_in if plan and law is limits else None
    return Benefits(years, tuple(figures), tuple(_name_assumptions(stream, law)), (stands_in,) if stands_in else ())


def _without_limits(limits: RetirementLimits) -> RetirementLimits:
    year = limits.asked_year
    return RetirementLimits(year, year, NO_LIMIT, ZERO, ZERO, NO_LIMIT, NO_LIMIT)


def _calculate_year(
    stream: PayStream, pay: YearPay, plan: MatchPlan | None, limits: RetirementLimits, figures: list[Figure]
) -> BenefitYear:
    match, gain = ZERO, ZERO
    if plan is not None:
        match = _add_match(stream.offer, pay, plan, limits, figures)
    if stream.offer.espp is not None:
        found = _gain_figure(stream, stream.offer.espp, pay, limits)
        gain = found.value
        figures.append(found)
    stated = _add_stated(stream.offer, pay, figures)
    return BenefitYear(pay.year, match, gain, stated)


def _add_match(offer: Offer, pay: YearPay, plan: MatchPlan, limits: RetirementLimits, figures: list[Figure]) -> Decimal:
    year = calculate_match(pay.base, plan, limits)
    name = "401(k)" if offer.currency_code == US_DOLLAR else "retirement"
    found = match_figure(f"year {pay.year} {name} match", year, plan, limits)
    figures.append(found.model_copy(update={"unit": offer.currency_code, "rule": RULE}))
    if not plan.automatic_pct:
        return found.value
    extra = _automatic_figure(offer, pay, name, year, plan)
    figures.append(extra)
    return found.value + extra.value


def _automatic_figure(offer: Offer, pay: YearPay, name: str, year: Match, plan: MatchPlan) -> Figure:
    return build_figure(
        f"year {pay.year} automatic {name} contribution",
        round_cents(year.automatic),
        offer.currency_code,
        formula="automatic_pct / 100 x counted_pay",
        rule=RULE,
        inputs={"automatic_pct": plan.automatic_pct, "counted_pay": year.counted_pay},
    )


def _gain_figure(stream: PayStream, terms: Espp, pay: YearPay, limits: RetirementLimits) -> Figure:
    """Every purchase of the year sees the price move by the same share, so one purchase stands for all of them."""
    plan = StockPlan(terms.discount_pct / 100, terms.lookback, limits.stock_purchase)
    moved = (1 + stream.outlook.growth_rate) ** (Decimal(terms.period_months) / 12)
    paid_in = pay.base * terms.contribution_pct / 100
    bought = buy_stock(paid_in, ONE, moved, plan)
    return build_figure(
        f"year {pay.year} ESPP gain",
        round_cents(bought.gain),
        stream.offer.currency_code,
        formula="min(contribution, limit x paid_per_start_price) x (end_per_start_price / paid_per_start_price - 1)",
        rule=RULE,
        inputs={
            "contribution": paid_in,
            "limit": limits.stock_purchase,
            "paid_per_start_price": bought.price,
            "end_per_start_price": moved,
        },
        source_ids=limits.stock_purchase_source_ids,
    )


def _add_stated(offer: Offer, pay: YearPay, figures: list[Figure]) -> Decimal:
    inputs = {f"benefit {number}": item.annual_value for number, item in enumerate(offer.benefits, start=1)}
    total = sum(inputs.values(), ZERO)
    if inputs:
        figures.append(
            build_figure(
                f"year {pay.year} stated benefits",
                total,
                offer.currency_code,
                formula=" + ".join(inputs),
                rule=RULE,
                inputs=inputs,
            )
        )
    return total


def _name_assumptions(stream: PayStream, limits: RetirementLimits) -> Iterator[str]:
    offer = stream.offer
    if offer.retirement_match is not None:
        saved = offer.retirement_match.contribution_pct
        how = "enough is saved for the whole match" if saved is None else f"{saved.normalize():f} % of base is saved"
        yield f"The match counts base salary only, and {how}."
        if limits.pay != NO_LIMIT:
            yield f"The 401(k) limits of {limits.year} hold in every year."
    if offer.espp is not None:
        paid = f"{offer.espp.contribution_pct.normalize():f} % of base"
        yield f"{paid} goes into the stock purchase plan, and the gain is counted on the day of purchase, before tax."
    if offer.benefits:
        yield f"Benefits are counted at their stated value: {', '.join(item.name for item in offer.benefits)}."
    if offer.currency_code != US_DOLLAR and (offer.retirement_match or offer.espp):
        yield f"Pay is in {offer.currency_code}, so no limit of US law is applied to match or stock plan."


def benefit_totals(stream: PayStream, recurring: Decimal, years: tuple[BenefitYear, ...]) -> Iterator[Figure]:
    """Year by year, recurring and average compensation with benefits on top."""
    unit, count = stream.offer.currency_code, len(years)
    for pay, extra in zip(stream.years, years, strict=True):
        inputs = {"total_compensation": pay.total, "benefits": extra.total}
        label = f"year {pay.year} total compensation with benefits"
        yield _sum_figure(label, pay.total + extra.total, unit, "total_compensation + benefits", inputs)
    first = years[0].total
    yield _sum_figure(
        "recurring yearly compensation with benefits",
        recurring + first,
        unit,
        "recurring + year_1_benefits",
        {"recurring": recurring, "year_1_benefits": first},
    )
    totals = {f"year {pay.year}": pay.total + extra.total for pay, extra in zip(stream.years, years, strict=True)}
    yield _sum_figure(
        f"{count}-year average compensation with benefits",
        round_cents(sum(totals.values(), ZERO) / count),
        unit,
        f"sum of years 1 to {count} / {count}",
        totals,
    )


def _sum_figure(label: str, value: Decimal, unit: str, formula: str, inputs: dict[str, Decimal]) -> Figure:
    return build_figure(label, value, unit, formula=formula, rule=RULE, inputs=inputs)

"""Total compensation: an offer, year by year, with one-time and lasting pay kept apart.

Year 1 is the first twelve months from the start date; all amounts are gross.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.benefits import BenefitYear, benefit_totals, calculate_benefits, has_benefits
from assistant.domain.compensation_notes import name_assumptions, name_uncounted
from assistant.domain.figure import Figure
from assistant.domain.money import round_cents
from assistant.domain.offer import Offer
from assistant.domain.outlook import FLAT, Outlook
from assistant.domain.pay_figures import READABLE_DECIMALS, list_pay_figures, money_figure, name_grants
from assistant.domain.pay_stream import PayStream, YearPay, build_pay_stream
from assistant.domain.retirement_match import RetirementLimits
from assistant.errors import InputError

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TotalCompensation:
    """The years of an offer, the figures made of them, and what had to be assumed or left out.

    The first three figures are year 1, recurring and the average of all years. `benefits` has one entry a year, or
    none where no benefits are stated or counted.
    """

    currency: str
    years: tuple[YearPay, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    stream: PayStream
    benefits: tuple[BenefitYear, ...] = ()


def calculate_total_compensation(
    offer: Offer, years: int | None = None, outlook: Outlook = FLAT, limits: RetirementLimits | None = None
) -> TotalCompensation:
    """Pay of each year 1 to N, then *year 1*, *recurring* and *N-year average* kept apart.

    Args:
        offer: needs at least a base salary, by the year or by another period.
        years: N; by default 4, or the longest vesting schedule if that is longer.
        outlook: what is assumed about share price, raises and bonus payout.
        limits: of retirement and stock plans; None leaves benefits out.

    Raises:
        InputError: no base salary, or a term that cannot be used, named.
    """
    stream = build_pay_stream(offer, years, outlook)
    figures = [*_headline_figures(stream), *_steady_figures(stream), *_year_figures(stream)]
    assumptions, warnings = [*name_assumptions(stream)], [*name_uncounted(stream)]
    extra: tuple[BenefitYear, ...] = ()
    later = list(list_pay_figures(stream))
    if limits is not None and has_benefits(stream.offer):
        benefits = calculate_benefits(stream, limits)
        figures += benefit_totals(stream, figures[1].value, benefits.years)
        later += benefits.figures
        assumptions += benefits.assumptions
        warnings += benefits.warnings
        extra = benefits.years
    return TotalCompensation(
        currency=stream.offer.currency_code,
        years=stream.years,
        figures=(*figures, *later),
        assumptions=tuple(assumptions),
        warnings=tuple(warnings),
        stream=stream,
        benefits=extra,
    )


def with_on_target_pay(offer: Offer, on_target_pay: Decimal) -> Offer:
    """The offer with what on-target earnings hold above the base as its target bonus.

    >>> str(with_on_target_pay(Offer(base_annual=Decimal(90000)), Decimal(180000)).target_bonus)
    '90000'

    Raises:
        InputError: the earnings lie below the base.
    """
    variable = on_target_pay - (offer.base_annual or ZERO)
    if variable < 0:
        raise InputError("on_target_pay", "lies below the base: it is base and variable pay together")
    return offer.with_terms({"bonus_target_amount": variable})


def _headline_figures(stream: PayStream) -> Iterator[Figure]:
    offer, pays = stream.offer, stream.years
    count, total = len(pays), sum((pay.total for pay in pays), ZERO)
    totals = {f"year {pay.year}": pay.total for pay in pays}
    yield _total_figure(stream, pays[0])
    yield recurring_figure(stream)
    yield money_figure(
        offer,
        f"{count}-year average compensation",
        round_cents(total / count),
        f"sum of years 1 to {count} / {count}",
        totals,
    )
    yield money_figure(offer, f"{count}-year total compensation", total, f"sum of years 1 to {count}", totals)


def _year_figures(stream: PayStream) -> Iterator[Figure]:
    yield from (_total_figure(stream, pay) for pay in stream.years[1:])
    first, last = stream.years[0], stream.years[-1]
    if first.total != last.total:
        name = f"year {last.year}"
        inputs = {name: last.total, "year 1": first.total}
        change = last.total - first.total
        yield money_figure(stream.offer, f"change from year 1 to {name}", change, f"{name} - year 1", inputs)


def _total_figure(stream: PayStream, pay: YearPay) -> Figure:
    bonus = _bonus_name(stream)
    inputs = {"base": pay.base, bonus: pay.bonus, "sign-on": pay.sign_on, "vested stock": pay.equity}
    formula = f"base + {bonus} + sign-on + vested stock"
    return money_figure(stream.offer, f"year {pay.year} total compensation", pay.total, formula, inputs)


def _bonus_name(stream: PayStream) -> str:
    return "target bonus" if stream.outlook.payout_rate == 1 else "bonus paid"


def recurring_figure(stream: PayStream) -> Figure:
    """Base, bonus and the offer's own grants spread evenly over their vesting years, without one-time pay."""
    pay, grants = stream.years[0], stream.initial_grants
    stock = round_cents(sum((grant.value / grant.schedule.years for grant in grants), ZERO))
    bonus = _bonus_name(stream)
    inputs = {"base": pay.base, bonus: pay.bonus}
    for name, grant in name_grants(grants):
        inputs |= {name: grant.value, f"{name} vesting years": round(grant.schedule.years, READABLE_DECIMALS)}
    terms = "".join(f" + {name} / {name} vesting years" for name, _ in name_grants(grants))
    formula = f"base + {bonus}{terms}, without one-time pay"
    return money_figure(stream.offer, "recurring yearly compensation", pay.base + pay.bonus + stock, formula, inputs)


def _steady_figures(stream: PayStream) -> Iterator[Figure]:
    """What a year comes to once yearly refreshers have stacked up and the offer's own grants have run out."""
    pay, bonus = stream.years[0], _bonus_name(stream)
    yearly = [refresher.total_value for refresher in stream.offer.refreshers if refresher.yearly]
    if yearly:
        named = {f"refresher {number}": value for number, value in enumerate(yearly, start=1)}
        yield money_figure(
            stream.offer,
            "steady-state yearly compensation with refreshers",
            pay.base + pay.bonus + sum(yearly, ZERO),
            f"base + {bonus} + {' + '.join(named)}",
            {"base": pay.base, bonus: pay.bonus, **named},
        )

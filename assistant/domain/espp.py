"""ESPP: what buying the employer's stock at a discount gains on the day of purchase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents

RULE = "espp"
ONE = Decimal(1)
ZERO = Decimal(0)
SHARE_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class StockPlan:
    """Stock at `discount_rate` off the price at purchase, with `lookback` off the lower of both prices.

    `limit` is the stock a person may buy in a calendar year at the price of the first day of the offering
    (section 423); None where the law's limit does not apply. With `whole_shares` no part of a share is bought.
    """

    discount_rate: Decimal
    lookback: bool = False
    limit: Decimal | None = None
    whole_shares: bool = False


class Purchase(NamedTuple):
    """A purchase, unrounded: what a share costs, how many, what is used and refunded, worth and gain that day."""

    price: Decimal
    most_shares: Decimal | None
    shares: Decimal
    used: Decimal
    refunded: Decimal
    worth: Decimal
    gain: Decimal


def buy_stock(paid_in: Decimal, start_price: Decimal, end_price: Decimal, plan: StockPlan) -> Purchase:
    """What `paid_in` buys in one calendar year; prices are those of the first and the last day of the offering.

    >>> plan = StockPlan(Decimal("0.15"), lookback=True, limit=Decimal(25000))
    >>> bought = buy_stock(Decimal(25000), Decimal(10), Decimal(12), plan)
    >>> int(bought.shares), int(bought.used), int(bought.gain)
    (2500, 21250, 8750)

    Source: usc-423 (the limit counts stock at its price when the offering begins).
    """
    price = (min(start_price, end_price) if plan.lookback else end_price) * (1 - plan.discount_rate)
    most = None if plan.limit is None else plan.limit / start_price
    shares = paid_in / price if most is None else min(paid_in / price, most)
    if plan.whole_shares:
        shares = shares.to_integral_value(ROUND_FLOOR)
    used = shares * price
    return Purchase(price, most, shares, used, paid_in - used, shares * end_price, shares * (end_price - price))


def list_purchase_figures(
    paid_in: Decimal,
    prices: tuple[Decimal, Decimal] | None,
    plan: StockPlan,
    currency: str,
    *,
    tax_rate: Decimal | None = None,
    source_ids: tuple[str, ...] = (),
) -> tuple[Figure, ...]:
    """Gain and return of a calendar year's purchases, and what the law lets in.

    Args:
        paid_in: paid in over the year.
        prices: price on the first and the last day of the offering; None: the same on both, so no share is counted.
        plan: the terms.
        currency: of all amounts.
        tax_rate: flat rate on the gain, as a fraction; None leaves tax out.
        source_ids: where the limit comes from.
    """
    start, end = prices or (ONE, ONE)
    bought = buy_stock(paid_in, start, end, plan)
    figures = [
        _figure("gain at purchase", bought.gain, currency, "worth - used", _pick(bought, "worth", "used")),
        *_return_figures(bought),
        _figure(
            "contribution used", bought.used, currency, "paid_in - refunded",
            {"paid_in": paid_in, "refunded": bought.refunded},
        ),
        _figure(
            "contribution refunded", bought.refunded, currency, "paid_in - used",
            {"paid_in": paid_in, "used": bought.used},
        ),
        _worth_figure(bought, plan, start, end, currency),
        *_limit_figures(bought, plan, start, currency),
        *(_share_figures(bought, plan, (start, end), currency) if prices else ()),
    ]  # fmt: skip
    if tax_rate is not None:
        inputs = {"gain": bought.gain, "tax_rate": tax_rate}
        figures.append(
            _figure("gain after tax", bought.gain * (1 - tax_rate), currency, "gain x (1 - tax_rate)", inputs)
        )
    return tuple(figure.model_copy(update={"source_ids": source_ids}) for figure in figures)


def _pick(bought: Purchase, *names: str) -> dict[str, Decimal]:
    return {name: getattr(bought, name) for name in names}


def _worth_figure(bought: Purchase, plan: StockPlan, start: Decimal, end: Decimal, currency: str) -> Figure:
    lower = "min(start_price, end_price)" if plan.lookback else "end_price"
    inputs = {"used": bought.used, "end_price": end, "discount_rate": plan.discount_rate}
    if plan.lookback:
        inputs["start_price"] = start
    formula = f"used x end_price / ({lower} x (1 - discount_rate))"
    return _figure("market value at purchase", bought.worth, currency, formula, inputs)


def _return_figures(bought: Purchase) -> Iterator[Figure]:
    if bought.used:
        yield build_figure(
            "return on the contribution",
            round(bought.gain / bought.used * 100, 2),
            "percent",
            formula="gain / used x 100",
            rule=RULE,
            inputs=_pick(bought, "gain", "used"),
        )


def _limit_figures(bought: Purchase, plan: StockPlan, start: Decimal, currency: str) -> Iterator[Figure]:
    if plan.limit is not None:
        yield _figure(
            "most that can be paid in",
            plan.limit / start * bought.price,
            currency,
            "limit / start_price x purchase_price",
            {"limit": plan.limit, "start_price": start, "purchase_price": bought.price},
        )


def _share_figures(
    bought: Purchase, plan: StockPlan, prices: tuple[Decimal, Decimal], currency: str
) -> Iterator[Figure]:
    start, end = prices
    lower = "min(start_price, end_price)" if plan.lookback else "end_price"
    inputs = {"start_price": start, "end_price": end, "discount_rate": plan.discount_rate}
    yield _figure("purchase price a share", bought.price, currency, f"{lower} x (1 - discount_rate)", inputs)
    yield _count_figure("shares bought", bought.shares, "used / purchase_price", _pick(bought, "used") | {
        "purchase_price": bought.price
    })  # fmt: skip
    if bought.most_shares is not None and plan.limit is not None:
        yield _count_figure(
            "most shares in a calendar year",
            bought.most_shares,
            "limit / start_price",
            {"limit": plan.limit, "start_price": start},
        )


def _count_figure(label: str, shares: Decimal, formula: str, inputs: dict[str, Decimal]) -> Figure:
    return build_figure(label, round(shares, SHARE_DECIMALS), "shares", formula=formula, rule=RULE, inputs=inputs)


def _figure(label: str, value: Decimal, currency: str, formula: str, inputs: dict[str, Decimal]) -> Figure:
    return build_figure(label, round_cents(value), currency, formula=formula, rule=RULE, inputs=inputs)

"""Exit waterfall: the sale of a company from its price down to one person's shares, as figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.domain.cap_table import CapTable, Preferred
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size, round_cents
from assistant.domain.stake import round_percent
from assistant.domain.waterfall import ClassPayout, Waterfall, calculate_waterfall, claims_at, round_payouts
from assistant.errors import InputError

RULE = "exit_waterfall"
ZERO = Decimal(0)
PRICE_DECIMALS = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Sale:
    """The price of the company and what is paid before its shares: debt, costs, a carve-out for staff."""

    exit_value: Decimal
    debt: Decimal = ZERO
    expenses: Decimal = ZERO
    carve_out: Decimal = ZERO
    carve_out_pct: Decimal = ZERO
    currency: str = "USD"

    @property
    def off_the_top(self) -> Decimal:
        """Amounts paid before shares that do not depend on the price."""
        return self.debt + self.expenses + self.carve_out

    @property
    def proceeds(self) -> Decimal:
        """What is left for shares."""
        return max(ZERO, self.exit_value * (1 - self.carve_out_pct / 100) - self.off_the_top)

    def exit_value_of(self, proceeds: Decimal) -> Decimal:
        """The price of the company that leaves these proceeds."""
        return check_size((proceeds + self.off_the_top) / (1 - self.carve_out_pct / 100))


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's shares, with the strike price where they are options; part of the cap table."""

    shares: Decimal
    strike: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class ExitPayouts:
    """Figures and rows of a sale."""

    figures: tuple[Figure, ...]
    rows: tuple[dict[str, Any], ...]
    waterfall: Waterfall


def calculate_exit_payouts(table: CapTable, sale: Sale, holding: Holding | None = None) -> ExitPayouts:
    """Payouts per class and per common share, where each class converts, and one person's part.

    Raises:
        InputError: the carve-out takes everything, or the person's shares are more than there are.
    """
    if sale.carve_out_pct >= 100:
        raise InputError("carve_out_pct", "must be below 100")
    if holding is not None and holding.shares > table.fully_diluted_shares:
        raise InputError("shares", "are more than all shares of the cap table together")
    flow = calculate_waterfall(table, sale.proceeds)
    rounded = round_payouts(flow.parts, round_cents(flow.proceeds))
    figures = [
        _proceeds_figure(sale),
        *_class_figures(table, sale, flow, rounded),
        *_common_figures(table, sale, flow, rounded),
        *_threshold_figures(table, sale),
        *(_holding_figures(table, sale, flow, holding) if holding is not None else ()),
    ]
    return ExitPayouts(tuple(figures), tuple(_list_rows(table, flow, rounded)), flow)


def bound_exit_value(
    holding: Holding, fully_diluted_shares: Decimal, sale: Sale, preferences_total: Decimal
) -> tuple[Figure, Figure]:
    """Both bounds of one person's part when the cap table is unknown: investors keep preferences, or convert.

    >>> low, high = bound_exit_value(Holding(Decimal(1)), Decimal(10), Sale(Decimal(100)), Decimal(40))
    >>> str(low.value), str(high.value)
    ('6.00', '10.00')

    Raises:
        InputError: more shares than there are.
    """
    if not 0 < holding.shares <= fully_diluted_shares:
        raise InputError("shares", "must be above 0 and at most fully_diluted_shares")
    inputs = {
        "shares": holding.shares,
        "proceeds": sale.proceeds,
        "fully_diluted_shares": fully_diluted_shares,
        "strike": holding.strike,
        "preferences_total": preferences_total,
    }
    left = max(ZERO, sale.proceeds - preferences_total)
    low = holding.shares * max(ZERO, left / fully_diluted_shares - holding.strike)
    high = holding.shares * max(ZERO, sale.proceeds / fully_diluted_shares - holding.strike)
    low_formula = "shares x max(0, max(0, proceeds - preferences_total) / fully_diluted_shares - strike)"
    high_formula = "shares x max(0, proceeds / fully_diluted_shares - strike)"
    return (
        _figure(sale, "net value while investors keep their preferences", low, low_formula, inputs),
        _figure(sale, "net value when investors convert", high, high_formula, inputs),
    )


def _proceeds_figure(sale: Sale) -> Figure:
    inputs = {
        "exit_value": sale.exit_value,
        "carve_out_pct": sale.carve_out_pct,
        "debt": sale.debt,
        "expenses": sale.expenses,
        "carve_out": sale.carve_out,
    }
    formula = "max(0, exit_value x (1 - carve_out_pct / 100) - debt - expenses - carve_out)"
    return _figure(sale, "proceeds to shareholders", sale.proceeds, formula, inputs)


def _class_figures(table: CapTable, sale: Sale, flow: Waterfall, rounded: tuple[Decimal, ...]) -> Iterator[Figure]:
    total = table.preferences_total
    short = flow.proceeds < total
    for item, payout in zip(flow.classes, rounded, strict=False):
        formula, inputs = _explain(item, flow.price)
        if short:
            formula = "what is left of the proceeds by rank, shared by preference within a rank"
            inputs = {"proceeds": flow.proceeds, "preference": item.preferred.preference, "preferences_total": total}
        yield _figure(sale, f"payout to {item.preferred.name}", payout, formula, inputs)


def _explain(item: ClassPayout, price: Decimal) -> tuple[str, dict[str, Decimal]]:
    preferred = item.preferred
    if item.converts:
        return "shares x price", {"shares": preferred.shares, "price": price}
    inputs = {"preference": preferred.preference}
    if preferred.participation == "none":
        return "preference", inputs
    inputs |= {"shares": preferred.shares, "price": price}
    if preferred.cap is None:
        return "preference + shares x price", inputs
    return "min(preference + shares x price, cap)", inputs | {"cap": preferred.cap}


def _common_figures(table: CapTable, sale: Sale, flow: Waterfall, rounded: tuple[Decimal, ...]) -> Iterator[Figure]:
    shares = {"common_shares": table.common_shares, "price": flow.price}
    common = rounded[len(table.classes)]
    yield _figure(sale, "payout to common", common, "common_shares x price", shares)
    if table.options:
        net = sum(rounded[len(table.classes) + 1 :], ZERO)
        inputs = {"price": flow.price}
        for number, pool in enumerate(table.options, start=1):
            inputs |= {f"options_{number}": pool.shares, f"strike_{number}": pool.strike}
        numbers = range(1, len(table.options) + 1)
        formula = " + ".join(f"options_{number} x max(0, price - strike_{number})" for number in numbers)
        yield _figure(sale, "payout to options", net, formula, inputs)
    if not table.in_percent:
        formula, inputs = _explain_price(table, flow)
        price = flow.price.quantize(PRICE_DECIMALS)
        yield build_figure("price per common share", price, sale.currency, formula=formula, rule=RULE, inputs=inputs)


def _explain_price(table: CapTable, flow: Waterfall) -> tuple[str, dict[str, Decimal]]:
    """The price as what is left after fixed claims, over the shares that share it."""
    fixed, sharing, paid_in = ZERO, table.common_shares, ZERO
    for item in flow.classes:
        preferred = item.preferred
        at_cap = preferred.cap is not None and item.payout == preferred.cap
        if item.converts:
            sharing += preferred.shares
        elif preferred.participation == "none" or at_cap:
            fixed += item.payout
        else:
            fixed, sharing = fixed + preferred.preference, sharing + preferred.shares
    for pool in table.options:
        if flow.price > pool.strike:
            sharing, paid_in = sharing + pool.shares, paid_in + pool.shares * pool.strike
    inputs = {
        "proceeds": flow.proceeds,
        "strikes_paid_in": paid_in,
        "fixed_payouts": fixed,
        "shares_sharing": max(sharing, Decimal(1)),
    }
    return "max(0, proceeds + strikes_paid_in - fixed_payouts) / shares_sharing", inputs


def _threshold_figures(table: CapTable, sale: Sale) -> Iterator[Figure]:
    yield _figure(
        sale,
        "liquidation preferences in total",
        table.preferences_total,
        " + ".join(f"preference_{number}" for number in range(1, len(table.classes) + 1)) or "0",
        {f"preference_{number}": item.preference for number, item in enumerate(table.classes, start=1)},
    )
    for item in table.classes:
        if item.conversion_price is not None:
            label = f"exit value above which {item.name} converts"
            yield _level_figure(table, sale, label, item.conversion_price, item)


def _level_figure(table: CapTable, sale: Sale, label: str, price: Decimal, item: Preferred | None = None) -> Figure:
    claims = claims_at(table, price)
    inputs = {
        "claims": claims,
        "off_the_top": sale.off_the_top,
        "carve_out_pct": sale.carve_out_pct,
        "price": price,
    }
    if item is not None:
        inputs["class_shares"] = item.shares
    formula = "(claims + off_the_top) / (1 - carve_out_pct / 100)"
    return _figure(sale, label, sale.exit_value_of(claims), formula, inputs)


def _holding_figures(table: CapTable, sale: Sale, flow: Waterfall, holding: Holding) -> Iterator[Figure]:
    inputs = {"shares": holding.shares, "price": flow.price, "strike": holding.strike}
    net = holding.shares * max(ZERO, flow.price - holding.strike)
    yield _figure(sale, "net value of your shares", net, "shares x max(0, price - strike)", inputs)
    share = holding.shares / table.fully_diluted_shares * 100 if table.fully_diluted_shares else ZERO
    yield build_figure(
        "your shares in percent of all shares",
        round_percent(share),
        "percent",
        formula="shares / fully_diluted_shares x 100",
        rule=RULE,
        inputs={"shares": holding.shares, "fully_diluted_shares": table.fully_diluted_shares},
    )
    if holding.strike:
        label = "exit value above which your options are worth exercising"
        yield _level_figure(table, sale, label, holding.strike)


def _list_rows(table: CapTable, flow: Waterfall, rounded: tuple[Decimal, ...]) -> Iterator[dict[str, Any]]:
    for item, payout in zip(flow.classes, rounded, strict=False):
        yield {
            "class": item.preferred.name,
            "shares": item.preferred.shares,
            "preference": item.preferred.preference,
            "converts": item.converts,
            "payout": payout,
            "payout_pct": _percent(payout, flow.proceeds),
        }
    for name, shares, payout in _other_parts(table, rounded):
        yield {
            "class": name,
            "shares": shares,
            "preference": ZERO,
            "converts": False,
            "payout": payout,
            "payout_pct": _percent(payout, flow.proceeds),
        }


def _other_parts(table: CapTable, rounded: tuple[Decimal, ...]) -> Iterator[tuple[str, Decimal, Decimal]]:
    rest = rounded[len(table.classes) :]
    yield "common", table.common_shares, rest[0]
    for pool, payout in zip(table.options, rest[1:], strict=True):
        yield f"options at {pool.strike.normalize():f}", pool.shares, payout


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return round_cents(part / whole * 100) if whole else ZERO


def _figure(sale: Sale, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, round_cents(value), sale.currency, formula=formula, rule=RULE, inputs=inputs)

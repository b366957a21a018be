"""Equity value figures: the factors of a grant's value one by one, and the other ways in which people count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from assistant.domain.equity_value import EquityValue, find_growth
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.share_price import growth_factor
from assistant.domain.vesting import VestEvent, VestingSchedule
from assistant.domain.vesting_figures import VESTS_FORMULA

RULE = "equity_value"
_figure = partial(build_figure, rule=RULE)
READABLE = 10
PERCENT_READABLE = 10
HUNDRED = Decimal(100)
MONTHS = Decimal(12)

Inputs = Mapping[str, Decimal]


def list_equity_figures(value: EquityValue, currency: str) -> list[Figure]:
    """The factors in their order, each service year, then the ways that count growth otherwise."""
    return [
        *_gross_figures(value, currency),
        *_net_figures(value, currency),
        *_year_figures(value, currency),
        *_end_figures(value, currency),
        *_stepping_figures(value, currency),
    ]


def _gross_figures(value: EquityValue, currency: str) -> Iterator[Figure]:
    vested_pct = sum((vest.fraction for vest in value.vests), Decimal(0)) * HUNDRED
    inputs = {"grant": value.grant, "vested_pct": round(vested_pct, READABLE)}
    yield _vested_share(value, vested_pct)
    yield _money(currency, "vested at today's price", value.value_after("vesting"), "grant x vested_pct / 100", inputs)
    rate, months = value.outlook.growth_rate, Decimal(value.horizon_months)
    growth = {"growth_pct": round(rate * HUNDRED, PERCENT_READABLE)}
    yield _figure("growth in percent a year", growth["growth_pct"], "percent", "growth_pct", growth)
    total = (growth_factor(rate, value.horizon_months) - 1) * HUNDRED
    formula = "((1 + growth_pct / 100) ^ (months / 12) - 1) x 100"
    label = f"growth over {value.horizon_months} months"
    yield _figure(label, round(total, PERCENT_READABLE), "percent", formula, growth | {"months": months})
    yield _at_vest(value, currency, "value at vest", value.vests, value.value_after("growth"))
    yield _gain(value, currency, "gain from growth at vest", value.value_after("growth"), "value at vest")


def _vested_share(value: EquityValue, vested_pct: Decimal) -> Figure:
    if len(value.vests) in range(1, 5):
        inputs = {f"month {vest.month} vesting_pct": round(vest.fraction * HUNDRED, READABLE) for vest in value.vests}
        formula = " + ".join(inputs)
    else:
        inputs = {"months": Decimal(value.horizon_months)}
        formula = "sum of the percents vesting up to the horizon in months"
    return _figure("vested share of the grant", round(vested_pct, PERCENT_READABLE), "percent", formula, inputs)


def _net_figures(value: EquityValue, currency: str) -> Iterator[Figure]:
    outlook, names = value.outlook, {"growth": "value at vest"}
    if outlook.stay_rate != 1:
        names["staying"] = "value times the chance of staying"
        yield _scaled(value, currency, names["staying"], "staying", "value at vest", "average chance of staying")
    gross = names.get("staying", names["growth"])
    before, net = value.value_after("staying"), value.value_after("tax")
    tax_pct = outlook.tax_rate * HUNDRED
    inputs = {gross: round(before, READABLE), "tax_pct": tax_pct}
    yield _money(currency, "tax", before - net, f"{gross} x tax_pct / 100", inputs)
    yield _money(currency, "net value", net, f"{gross} x (1 - tax_pct / 100)", inputs)
    years = Decimal(value.horizon_months) / MONTHS
    average = {"net value": round(net, READABLE), "years": round(years, READABLE)}
    if years:
        yield _money(currency, "average net value a year", net / years, "net value / years", average)
    if outlook.discount_rate:
        yield _scaled(value, currency, "present value", "discount", "net value", "average discount factor")


def _scaled(value: EquityValue, currency: str, label: str, step: str, of: str, factor_name: str) -> Figure:
    before = value.value_after("growth" if step == "staying" else "tax")
    inputs = {of: round(before, READABLE), factor_name: round(value.factor_of(step), 16)}
    return _money(currency, label, value.value_after(step), f"{of} x {factor_name}", inputs)


def _year_figures(value: EquityValue, currency: str) -> Iterator[Figure]:
    for year in range(1, -(-value.horizon_months // 12) + 1):
        vests = tuple(vest for vest in value.vests if max(1, -(-vest.month // 12)) == year)
        gross = sum(
            (value.grant * vest.fraction * growth_factor(value.outlook.growth_rate, vest.month) for vest in vests),
            Decimal(0),
        )
        label = f"year {year} value at vest"
        yield _at_vest(value, currency, label, vests, gross)
        if value.outlook.tax_rate:
            inputs = {label: round(gross, READABLE), "tax_pct": value.outlook.tax_rate * HUNDRED}
            net = gross * (1 - value.outlook.tax_rate)
            yield _money(currency, f"year {year} net value", net, f"{label} x (1 - tax_pct / 100)", inputs)


def _end_figures(value: EquityValue, currency: str) -> Iterator[Figure]:
    label, way = "value with the whole uplift at the end", "with the whole uplift at the end"
    factor = growth_factor(value.outlook.growth_rate, value.horizon_months)
    inputs = {"vested": round(value.value_after("vesting"), READABLE), "end_factor": round(factor, 16)}
    yield _money(currency, label, value.at_the_end, "vested x end_factor", inputs)
    yield _gain(value, currency, f"gain from growth {way}", value.at_the_end, label)
    yield _net_of(value, currency, f"net {label}", value.at_the_end)
    over = {label: round(value.at_the_end, READABLE), "value at vest": round(value.value_after("growth"), READABLE)}
    difference = value.at_the_end - value.value_after("growth")
    yield _money(currency, "overstatement of the whole uplift at the end", difference, f"{label} - value at vest", over)


def _stepping_figures(value: EquityValue, currency: str) -> Iterator[Figure]:
    label = "value with the price stepping up from year 2"
    percents: dict[int, Decimal] = {}
    for vest in value.vests:
        index = max(0, vest.month - 1) // 12
        percents[index] = percents.get(index, Decimal(0)) + vest.fraction * HUNDRED
    inputs = {"grant": value.grant, "growth_pct": value.outlook.growth_rate * HUNDRED}
    inputs |= {f"year {index + 1} vesting_pct": round(percent, READABLE) for index, percent in percents.items()}
    terms = " + ".join(f"year {index + 1} vesting_pct x (1 + growth_pct / 100) ^ {index}" for index in percents)
    yield _money(currency, label, value.stepping_up, f"grant / 100 x ({terms or 0})", inputs)
    yield _net_of(value, currency, f"net {label}", value.stepping_up)


def _net_of(value: EquityValue, currency: str, label: str, gross: Decimal) -> Figure:
    inputs = {"gross": round(gross, READABLE), "tax_pct": value.outlook.tax_rate * HUNDRED}
    return _money(currency, label, gross * (1 - value.outlook.tax_rate), "gross x (1 - tax_pct / 100)", inputs)


def _gain(value: EquityValue, currency: str, label: str, grown: Decimal, name: str) -> Figure:
    inputs = {name: round(grown, READABLE), "vested": round(value.value_after("vesting"), READABLE)}
    return _money(currency, label, grown - value.value_after("vesting"), f"{name} - vested", inputs)


def _at_vest(value: EquityValue, currency: str, label: str, vests: tuple[VestEvent, ...], gross: Decimal) -> Figure:
    rate = value.outlook.growth_rate
    inputs = {"grant": value.grant}
    inputs |= {f"grant month {vest.month} vesting_pct": round(vest.fraction * HUNDRED, READABLE) for vest in vests}
    formula = VESTS_FORMULA
    if rate:
        inputs = {"growth_rate": round(rate, 16), **inputs}
        formula += " x (1 + growth_rate) ^ (month / 12)"
    return _money(currency, label, gross, formula, inputs)


def list_claim_figures(
    value: EquityValue, schedule: VestingSchedule, claimed_net: Decimal, currency: str
) -> list[Figure]:
    """What tax, and what growth, a claimed net value needs; none where nothing vests or no growth gives it."""
    gross = value.value_after("staying")
    figures = []
    if gross:
        tax_pct = round((1 - claimed_net / gross) * HUNDRED, PERCENT_READABLE)
        inputs = {"claimed_net": claimed_net, "gross": round(gross, READABLE)}
        formula = "(1 - claimed_net / gross) x 100"
        figures.append(_figure("tax that the claimed net implies", tax_pct, "percent", formula, inputs))
    growth = find_growth(claimed_net, value.grant, schedule, value.outlook)
    if growth is not None:
        inputs = {"claimed_net": claimed_net, "tax_pct": value.outlook.tax_rate * HUNDRED}
        formula = "growth a year at which the net value is the claimed one, found by halving"
        needed = round(growth * HUNDRED, 4)
        figures.append(_figure("growth that the claimed net needs", needed, "percent", formula, inputs))
    return figures


def _money(currency: str, label: str, value: Decimal, formula: str, inputs: Inputs) -> Figure:
    return _figure(label, round_cents(value), currency, formula, inputs)

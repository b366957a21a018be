"""Stock options of a private company: what they cost, what they are worth on paper, and from which exit on they pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size, round_cents
from assistant.domain.stake import Stake, build_stake_figures, round_percent
from assistant.domain.vesting import VestingSchedule, calculate_vest_events
from assistant.errors import InputError

RULE = "stock_options"
ZERO = Decimal(0)
PRICE_DIFFERENCE_ALLOWED = Decimal("0.02")

ASK_TOTAL = (
    "Shares without the company's total say nothing: ask for the fully diluted share count "
    "(all shares, options and reserved grants)."
)
ASK_SHARES = (
    "The offer states a percent but no share count: ask how many shares that is, of how many fully diluted, "
    "and at which strike price."
)
ASK_STRIKE = "No strike price is stated: ask for it; without it neither the cost nor the gain is known."


@dataclass(frozen=True, slots=True)
class OptionGrant:
    """A grant and what is known of the company; money per share or in total as named, None where not known.

    `post_money` is the value of the company after its last round, `preferences_total` what investors are paid
    before common shares, `preferred_shares` how many of the fully diluted shares are theirs.
    """

    stake: Stake
    currency: str = "USD"
    strike: Decimal | None = None
    fair_market_value: Decimal | None = None
    preferred_price: Decimal | None = None
    post_money: Decimal | None = None
    preferences_total: Decimal = ZERO
    preferred_shares: Decimal | None = None
    exit_value: Decimal | None = None

    @property
    def strike_cost(self) -> Decimal | None:
        """The price of buying all shares, if shares and strike are known."""
        if self.stake.shares is None or self.strike is None:
            return None
        return check_size(self.stake.shares * self.strike)


@dataclass(frozen=True, slots=True)
class OptionWorth:
    """The figures of a grant and what the person must know or ask."""

    figures: tuple[Figure, ...]
    warnings: tuple[str, ...]


def calculate_option_worth(
    grant: OptionGrant, schedule: VestingSchedule | None = None, vested_month: int | None = None
) -> OptionWorth:
    """Ownership, cost, paper value and break-even of a grant, and its part vested at the end of a month of service.

    >>> from assistant.domain.stake import complete_stake
    >>> stake = complete_stake(Decimal(50000), None, Decimal(50000000))
    >>> worth = calculate_option_worth(OptionGrant(stake, strike=Decimal(2), preferred_price=Decimal(8)))
    >>> [str(figure.value) for figure in worth.figures if figure.label == "spread at the preferred price"]
    ['300000.00']

    Raises:
        InputError: the preferred price and the valuation contradict each other, or an amount is too large.
    """
    _check_prices(grant)
    figures = [*build_stake_figures(grant.stake), *_cost_figures(grant), *_valuation_figures(grant)]
    if schedule is not None and vested_month is not None:
        figures += _vested_figures(grant, schedule, vested_month)
    figures += (*_break_even_figures(grant), *_exit_figures(grant))
    return OptionWorth(figures=tuple(figures), warnings=tuple(_list_warnings(grant)))


def count_vested(shares: Decimal, schedule: VestingSchedule, month: int) -> Decimal:
    """Whole shares vested at the end of a month of service.

    >>> schedule = VestingSchedule(yearly_percents=(Decimal(25),) * 4, cliff_months=12, frequency="monthly")
    >>> count_vested(Decimal(48000), schedule, 24)
    Decimal('24000')
    """
    return (shares * vested_fraction(schedule, month)).to_integral_value(ROUND_FLOOR)


def vested_fraction(schedule: VestingSchedule, month: int) -> Decimal:
    """The part of a grant, 0 to 1, vested at the end of a month of service."""
    vested = sum((event.fraction for event in calculate_vest_events(schedule) if event.month <= month), ZERO)
    return vested.quantize(Decimal("1e-20"))


def _check_prices(grant: OptionGrant) -> None:
    total, price, value = grant.stake.fully_diluted_shares, grant.preferred_price, grant.post_money
    if total is None or price is None or value is None:
        return
    if abs(price * total - value) > value * PRICE_DIFFERENCE_ALLOWED:
        raise InputError(
            "preferred_price",
            f"times fully_diluted_shares is {check_size(price * total):f}, not the post_money of {value:f}: "
            "leave out one of the two",
        )


def _preferred_price(grant: OptionGrant) -> Decimal | None:
    if grant.preferred_price is not None:
        return grant.preferred_price
    if grant.post_money is None or grant.stake.fully_diluted_shares is None:
        return None
    return grant.post_money / grant.stake.fully_diluted_shares


def _post_money(grant: OptionGrant) -> Decimal | None:
    if grant.post_money is not None:
        return grant.post_money
    if grant.preferred_price is None or grant.stake.fully_diluted_shares is None:
        return None
    return check_size(grant.preferred_price * grant.stake.fully_diluted_shares)


def _cost_figures(grant: OptionGrant) -> Iterator[Figure]:
    if grant.stake.shares is None or grant.strike is None or grant.strike_cost is None:
        return
    inputs = {"shares": grant.stake.shares, "strike": grant.strike}
    yield _money(grant, "strike cost of all options", grant.strike_cost, "shares x strike", inputs)
    for name, price in (("409A value", grant.fair_market_value), ("preferred price", _preferred_price(grant))):
        if price is not None:
            key = "fair_market_value" if name == "409A value" else "preferred_price"
            spread = grant.stake.shares * max(ZERO, price - grant.strike)
            formula = f"shares x max(0, {key} - strike)"
            yield _money(grant, f"spread at the {name}", spread, formula, {**inputs, key: price})


def _valuation_figures(grant: OptionGrant) -> Iterator[Figure]:
    price, total, value = _preferred_price(grant), grant.stake.fully_diluted_shares, _post_money(grant)
    if grant.preferred_price is None and price is not None and total is not None and value is not None:
        inputs = {"post_money": value, "fully_diluted_shares": total}
        yield _money(grant, "preferred price a share", price, "post_money / fully_diluted_shares", inputs)
    if grant.post_money is None and price is not None and total is not None and value is not None:
        inputs = {"preferred_price": price, "fully_diluted_shares": total}
        yield _money(grant, "post-money valuation", value, "preferred_price x fully_diluted_shares", inputs)
    if value is not None and grant.stake.ownership_pct is not None:
        inputs = {"ownership_pct": grant.stake.ownership_pct, "post_money": value}
        worth = grant.stake.ownership_pct / 100 * value
        formula = "ownership_pct / 100 x post_money"
        yield _money(grant, "ownership value at the post-money valuation", worth, formula, inputs)
    if price and grant.fair_market_value is not None:
        yield build_figure(
            "discount of the 409A value to the preferred price",
            round_percent((1 - grant.fair_market_value / price) * 100),
            "percent",
            formula="(1 - fair_market_value / preferred_price) x 100",
            rule=RULE,
            inputs={"fair_market_value": grant.fair_market_value, "preferred_price": price},
        )


def _vested_figures(grant: OptionGrant, schedule: VestingSchedule, month: int) -> Iterator[Figure]:
    if grant.stake.shares is None:
        return
    vested = count_vested(grant.stake.shares, schedule, month)
    percent = round(vested_fraction(schedule, month) * 100, 10)
    yield build_figure(
        f"vested shares at month {month}",
        vested,
        "shares",
        formula="shares x vested_pct / 100"
        if vested == grant.stake.shares * percent / 100
        else "shares times vested percent, whole shares only",
        rule=RULE,
        inputs={"shares": grant.stake.shares, "vested_pct": percent},
    )
    if grant.strike is None:
        return
    inputs = {"vested_shares": vested, "strike": grant.strike}
    label = "strike cost of the vested options"
    yield _money(grant, label, vested * grant.strike, "vested_shares x strike", inputs)
    for name, key, price in (
        ("409A value", "fair_market_value", grant.fair_market_value),
        ("preferred price", "preferred_price", _preferred_price(grant)),
    ):
        if price is not None:
            spread = vested * max(ZERO, price - grant.strike)
            formula = f"vested_shares x max(0, {key} - strike)"
            yield _money(grant, f"spread of the vested options at the {name}", spread, formula, {**inputs, key: price})


def _break_even_figures(grant: OptionGrant) -> Iterator[Figure]:
    total = grant.stake.fully_diluted_shares
    if total is None or grant.strike is None:
        return
    inputs = {"strike": grant.strike, "fully_diluted_shares": total}
    label = "break-even exit value without preferences"
    yield _money(grant, label, grant.strike * total, "strike x fully_diluted_shares", inputs)
    if not grant.preferences_total:
        return
    inputs["preferences_total"] = grant.preferences_total
    formula, common = "preferences_total + strike x fully_diluted_shares", total
    if grant.preferred_shares is not None:
        if grant.preferred_shares >= total:
            raise InputError("preferred_shares", "must be fewer than fully_diluted_shares, which count them too")
        inputs["preferred_shares"], common = grant.preferred_shares, total - grant.preferred_shares
        formula = "preferences_total + strike x (fully_diluted_shares - preferred_shares)"
    value = grant.preferences_total + grant.strike * common
    yield _money(grant, "break-even exit value with preferences", value, formula, inputs)


def _exit_figures(grant: OptionGrant) -> Iterator[Figure]:
    if grant.exit_value is None or grant.stake.ownership_pct is None:
        return
    fraction, cost = grant.stake.ownership_pct / 100, grant.strike_cost or ZERO
    inputs = {"ownership_pct": grant.stake.ownership_pct, "exit_value": grant.exit_value, "strike_cost": cost}
    value = max(ZERO, fraction * grant.exit_value - cost)
    formula = "max(0, ownership_pct / 100 x exit_value - strike_cost)"
    yield _money(grant, "value at the exit without preferences", value, formula, inputs)
    if grant.preferences_total:
        inputs["preferences_total"] = grant.preferences_total
        left = max(ZERO, grant.exit_value - grant.preferences_total)
        formula = "max(0, ownership_pct / 100 x max(0, exit_value - preferences_total) - strike_cost)"
        value = max(ZERO, fraction * left - cost)
        yield _money(grant, "value at the exit after preferences", value, formula, inputs)


def _list_warnings(grant: OptionGrant) -> Iterator[str]:
    if grant.strike is not None and grant.fair_market_value is not None and grant.strike > grant.fair_market_value:
        yield "The strike is above the 409A value: exercising would cost more than the shares are worth today."
    if grant.stake.shares is None:
        yield ASK_SHARES
        return
    if grant.stake.fully_diluted_shares is None:
        yield ASK_TOTAL
    if grant.strike is None:
        yield ASK_STRIKE
    if _preferred_price(grant) is not None:
        yield "Preferred shares are paid first and carry rights that common shares lack: their price is a ceiling."


def _money(grant: OptionGrant, label: str, value: Decimal, formula: str, inputs: dict[str, Decimal]) -> Figure:
    return build_figure(label, round_cents(value), grant.currency, formula=formula, rule=RULE, inputs=dict(inputs))

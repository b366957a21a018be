"""Dilution: what is left of a stake after later funding rounds and option pools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import Amount, check_size, round_cents
from assistant.domain.stake import Stake, build_stake_figures, round_percent, round_shares
from assistant.errors import InputError

RULE = "dilution"
ZERO = Decimal(0)
MONEY_DIFFERENCE_ALLOWED = Decimal("0.005")

Stage = Literal["seed", "series_a", "series_b", "series_c", "series_d"]
STAGE_NAMES: dict[Stage, str] = {
    "seed": "seed",
    "series_a": "series A",
    "series_b": "series B",
    "series_c": "series C",
    "series_d": "series D",
}
HOW_TO_STATE = (
    "give dilution_pct, or new_money with pre_money or post_money, or new_shares, "
    "or a stage such as series_a for the median of that stage"
)


class FundingRound(BaseModel):
    """One round; its size is stated in one way.

    Percents are of all shares after the round, so a round of 20 with a new pool of 10 leaves 70 percent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = Field(default=None, description="what to call the round, e.g. series B")
    stage: Stage | None = Field(default=None, description="stage whose median dilution is used when no size is given")
    dilution_pct: Amount | None = Field(
        default=None, description="part of the company the new investors hold after the round, in percent"
    )
    new_money: Amount | None = Field(default=None, description="amount raised in the round")
    pre_money: Amount | None = Field(default=None, description="value of the company before the new money")
    post_money: Amount | None = Field(default=None, description="value of the company with the new money")
    new_shares: Amount | None = Field(default=None, description="shares issued to the new investors")
    pool_pct: Amount = Field(
        default=Decimal(0), description="new option pool in percent of all shares after the round, on top of the round"
    )
    pool_shares: Amount | None = Field(default=None, description="new option pool as a number of shares")


@dataclass(frozen=True, slots=True)
class SizedRound:
    """A round in percent of all shares after it, and the company's value after it where known."""

    name: str
    dilution_pct: Decimal
    pool_pct: Decimal
    post_money: Decimal | None
    formula: str
    inputs: Mapping[str, Decimal]
    source_ids: tuple[str, ...] = ()

    @property
    def kept(self) -> Decimal:
        """The fraction of every earlier stake that is left."""
        return 1 - (self.dilution_pct + self.pool_pct) / 100


@dataclass(frozen=True, slots=True)
class Medians:
    """Median dilution by stage in one year, in percent of the company."""

    year: int
    percents: Mapping[str, Decimal]
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dilution:
    """The stake through the rounds: figures, one row a round, what was assumed."""

    figures: tuple[Figure, ...]
    rows: tuple[dict[str, Decimal | str | None], ...]
    assumptions: tuple[str, ...]
    kept: Decimal


def size_rounds(
    rounds: Sequence[FundingRound],
    fully_diluted_shares: Decimal | None = None,
    medians: Medians | None = None,
    field: str = "rounds",
) -> tuple[SizedRound, ...]:
    """The rounds in percent, in order.

    >>> [str(item.dilution_pct) for item in size_rounds([FundingRound(new_money=2, pre_money=8)])]
    ['20.0']

    Raises:
        InputError: a round states no size, states two that contradict each other, or leaves nothing.
    """
    sized: list[SizedRound] = []
    total = fully_diluted_shares
    for number, item in enumerate(rounds, start=1):
        place = f"{field}[{number - 1}]"
        stated = item.name or (STAGE_NAMES[item.stage] if item.stage else "")
        name = stated if stated and stated not in {done.name for done in sized} else f"round {number}"
        one = _size_round(item, name, total, medians, place)
        if one.kept <= 0:
            raise InputError(place, "sells and reserves 100 % or more: nothing of the company would be left to others")
        sized.append(one)
        total = None if total is None else check_size(total / one.kept)
    return tuple(sized)


def calculate_dilution(
    stake: Stake,
    rounds: Sequence[FundingRound],
    medians: Medians | None = None,
    *,
    currency: str = "USD",
    strike: Decimal = ZERO,
    exit_value: Decimal | None = None,
) -> Dilution:
    """Percent held and fully diluted shares after each round, and the value at an exit after all of them.

    Raises:
        InputError: the percent held is not known, or a round cannot be used.
    """
    if stake.ownership_pct is None:
        raise InputError("ownership_pct", "is missing: give it, or shares and fully_diluted_shares")
    sized = size_rounds(rounds, stake.fully_diluted_shares, medians)
    figures = list(build_stake_figures(stake))
    rows: list[dict[str, Decimal | str | None]] = []
    held, total = stake.ownership_pct, stake.fully_diluted_shares
    for item in sized:
        figures += _round_figures(item, held, total, currency)
        held, total = held * item.kept, None if total is None else total / item.kept
        rows.append(_row(item, held, total))
    figures.append(_total_figure(stake.ownership_pct, held))
    if exit_value is not None:
        figures.append(_exit_figure(stake, held, exit_value, strike, currency))
    return Dilution(
        figures=tuple(figures),
        rows=tuple(rows),
        assumptions=(*_name_medians(sized, medians), *_name_convention(sized)),
        kept=held / stake.ownership_pct,
    )


def build_break_even_figures(
    ownership_pct: Decimal, cash_given_up: Decimal, years: Decimal, currency: str
) -> Iterator[Figure]:
    """The pay given up for a stake over the years, and the sale of the company at which the stake pays it back.

    >>> [int(figure.value) for figure in build_break_even_figures(Decimal("0.15"), Decimal(50000), Decimal(4), "USD")]
    [200000, 133333333]

    Raises:
        InputError: nothing of the company is held.
    """
    if ownership_pct <= 0:
        raise InputError("ownership_pct", "must be above zero: no sale pays back what is given up for no stake")
    total = check_size(cash_given_up * years)
    inputs = {"cash_given_up": cash_given_up, "years": years}
    yield build_figure("pay given up in all", round_cents(total), currency, "cash_given_up x years", inputs, rule=RULE)
    inputs = {"pay_given_up": total, "ownership_pct": ownership_pct}
    value = round_cents(check_size(total / ownership_pct * 100))
    formula = "pay_given_up / (ownership_pct / 100)"
    yield build_figure("sale of the company that pays it back", value, currency, formula, inputs, rule=RULE)


def _size_round(
    item: FundingRound, name: str, total: Decimal | None, medians: Medians | None, place: str
) -> SizedRound:
    pool = item.pool_pct
    sources: tuple[str, ...] = ()
    post = _post_money(item, place)
    shares = (item.new_shares or ZERO) + (item.pool_shares or ZERO)
    if shares:
        if total is None:
            raise InputError(
                "fully_diluted_shares", f"is missing: {place} counts shares, so the present total is needed"
            )
        if item.pool_shares is not None:
            pool = item.pool_shares / (total + shares) * 100
    if item.dilution_pct is not None:
        percent, formula, inputs = item.dilution_pct, "dilution_pct", {"dilution_pct": item.dilution_pct}
    elif item.new_money is not None and post:
        percent, formula = item.new_money / post * 100, "new_money / post_money x 100"
        inputs = {"new_money": item.new_money, "post_money": post}
    elif item.new_shares is not None and total is not None:
        percent, formula = item.new_shares / (total + shares) * 100, "new_shares / shares_after x 100"
        inputs = {"new_shares": item.new_shares, "shares_after": total + shares}
    elif item.stage is not None and medians is not None:
        percent, formula = medians.percents[item.stage], "median_pct"
        inputs, sources = {"median_pct": percent}, medians.source_ids
    elif pool:
        percent, formula, inputs = ZERO, "dilution_pct", {"dilution_pct": ZERO}
    else:
        raise InputError(place, f"states no size: {HOW_TO_STATE}")
    return SizedRound(name, percent, pool, post, formula, inputs, sources)


def _post_money(item: FundingRound, place: str) -> Decimal | None:
    if item.pre_money is not None and item.new_money is not None:
        post = item.pre_money + item.new_money
        if item.post_money is not None and abs(post - item.post_money) > post * MONEY_DIFFERENCE_ALLOWED:
            raise InputError(f"{place}.post_money", "is not pre_money plus new_money: leave out one of the three")
        return post
    if item.new_money is not None and item.post_money is not None and item.new_money > item.post_money:
        raise InputError(f"{place}.new_money", "is more than post_money, which includes it")
    return item.post_money


def _round_figures(item: SizedRound, held: Decimal, total: Decimal | None, currency: str) -> Iterator[Figure]:
    yield build_figure(
        f"dilution by {item.name}",
        round_percent(item.dilution_pct),
        "percent",
        formula=item.formula,
        rule=RULE,
        inputs=item.inputs,
        source_ids=item.source_ids,
    )
    inputs = {"ownership_pct": held, "dilution_pct": item.dilution_pct, "pool_pct": item.pool_pct}
    after = held * item.kept
    yield build_figure(
        f"ownership after {item.name}",
        round_percent(after),
        "percent",
        formula="ownership_pct x (1 - (dilution_pct + pool_pct) / 100)",
        rule=RULE,
        inputs=inputs,
        source_ids=item.source_ids,
    )
    if total is not None:
        yield build_figure(
            f"fully diluted shares after {item.name}",
            round_shares(total / item.kept),
            "shares",
            formula="fully_diluted_shares / (1 - (dilution_pct + pool_pct) / 100)",
            rule=RULE,
            inputs={**inputs, "fully_diluted_shares": total},
        )
    if item.post_money is not None:
        yield build_figure(
            f"ownership value after {item.name}",
            round_cents(after / 100 * item.post_money),
            currency,
            formula="ownership_pct / 100 x post_money",
            rule=RULE,
            inputs={"ownership_pct": after, "post_money": item.post_money},
        )


def _row(item: SizedRound, held: Decimal, total: Decimal | None) -> dict[str, Decimal | str | None]:
    return {
        "round": item.name,
        "dilution_pct": round_percent(item.dilution_pct),
        "pool_pct": round_percent(item.pool_pct),
        "ownership_pct": round_percent(held),
        "fully_diluted_shares": None if total is None else round_shares(total),
        "post_money": item.post_money,
        "ownership_value": None if item.post_money is None else round_cents(held / 100 * item.post_money),
    }


def _total_figure(before: Decimal, after: Decimal) -> Figure:
    return build_figure(
        "total dilution",
        round_percent((1 - after / before) * 100),
        "percent",
        formula="(1 - ownership_after / ownership_before) x 100",
        rule=RULE,
        inputs={"ownership_after": after, "ownership_before": before},
    )


def _exit_figure(stake: Stake, held: Decimal, exit_value: Decimal, strike: Decimal, currency: str) -> Figure:
    if strike and stake.shares is None:
        raise InputError("shares", "is missing: the strike cost cannot be taken off a percent alone")
    cost = (stake.shares or ZERO) * strike
    return build_figure(
        "value at the exit after dilution",
        round_cents(max(ZERO, held / 100 * exit_value - cost)),
        currency,
        formula="max(0, ownership_pct / 100 x exit_value - strike_cost)",
        rule=RULE,
        inputs={"ownership_pct": held, "exit_value": exit_value, "strike_cost": cost},
    )


def _name_medians(sized: Sequence[SizedRound], medians: Medians | None) -> Iterator[str]:
    for item in sized:
        if item.formula == "median_pct" and medians is not None:
            percent = item.dilution_pct.normalize()
            yield f"Median dilution of {medians.year} is used for {item.name}: {percent:f} %."


def _name_convention(sized: Sequence[SizedRound]) -> Iterator[str]:
    if any(item.formula in ("dilution_pct", "median_pct") for item in sized):
        yield "A round's percent is the new investors' part of all shares after the round."

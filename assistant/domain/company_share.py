"""Company share: a percent of a company against what the company is worth, and whether a claim about it can be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import LARGEST_AMOUNT, render_money, round_cents
from assistant.errors import InputError

RULE = "company_share"
_figure = partial(build_figure, rule=RULE)
READABLE = 12
HUNDRED = Decimal(100)
POINTS_PER_PERCENT = Decimal(100)
LARGEST_ORDINARY_GRANT = Decimal(50_000_000)
"""A stake above this is no ordinary employee's grant, in any of the usual currencies. Source: parley-own."""
FOUNDER_PERCENT = Decimal(5)
"""From this percent on, a stake is a founder's size. Source: parley-own."""
CLOSE = Decimal("0.25")
"""A claim within a quarter of the stake's value agrees with it."""

Inputs = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class CompanyShare:
    """A stake in a company: at least two of `percent`, `company_value` and `claimed_value` are known.

    `part_rate` (0-1) is the part of the stake that is spoken of, such as what has vested. `claimed_value` is what
    that part is said to be worth.
    """

    currency: str = "USD"
    percent: Decimal | None = None
    company_value: Decimal | None = None
    claimed_value: Decimal | None = None
    part_rate: Decimal = Decimal(1)
    years: Decimal | None = None

    @property
    def value(self) -> Decimal | None:
        """Value of the whole stake, unrounded."""
        if self.percent is None or self.company_value is None:
            return None
        return self.company_value * self.percent / HUNDRED


def calculate_company_share(share: CompanyShare) -> list[Figure]:
    """The value of the stake, and what a claimed value implies.

    >>> figures = calculate_company_share(CompanyShare(percent=Decimal("0.05"), company_value=Decimal("2e12")))
    >>> [(figure.label, str(figure.value)) for figure in figures if figure.unit == "USD"][1]
    ('value of the stake', '1000000000.00')
    """
    return [*_stake_figures(share), *_claim_figures(share)]


def _stake_figures(share: CompanyShare) -> Iterator[Figure]:
    if share.company_value is not None:
        yield _money(share, "company value", share.company_value, "as stated", {"as stated": share.company_value})
    if share.percent is not None:
        percent = {"percent": share.percent}
        yield _figure("percent of the company", round(share.percent, READABLE), "percent", "percent", percent)
        points = round(share.percent * POINTS_PER_PERCENT, READABLE)
        yield _figure("basis points", points, "basis points", "percent x 100", percent)
    if share.percent is not None and share.company_value is not None and share.value is not None:
        inputs = {"company_value": share.company_value, "percent": share.percent}
        yield _money(share, "value of the stake", share.value, "company_value x percent / 100", inputs)
        yield from _part_figures(share, share.value)


def _part_figures(share: CompanyShare, value: Decimal) -> Iterator[Figure]:
    inputs = {"stake": round(value, READABLE)}
    if share.part_rate != 1:
        part = inputs | {"part_pct": share.part_rate * HUNDRED}
        yield _money(share, "value of the part counted", value * share.part_rate, "stake x part_pct / 100", part)
    if share.years is not None:
        yield _money(share, "value a year", value / share.years, "stake / years", inputs | {"years": share.years})
    if share.claimed_value:
        counted = {"part counted": round(value * share.part_rate, READABLE), "claimed_value": share.claimed_value}
        ratio = value * share.part_rate / share.claimed_value
        yield _figure("stake divided by claim", round(ratio, 10), "ratio", "part counted / claimed_value", counted)


def _claim_figures(share: CompanyShare) -> Iterator[Figure]:
    if share.claimed_value is None or not share.part_rate:
        return
    claim = {"claimed_value": share.claimed_value, "part_pct": share.part_rate * HUNDRED}
    if share.percent:
        implied = share.claimed_value * HUNDRED / share.percent / share.part_rate
        if implied > LARGEST_AMOUNT:
            raise InputError("claimed_value", "implies a company larger than any; check the claim and the percent")
        formula, inputs = "claimed_value / (percent / 100) / (part_pct / 100)", claim | {"percent": share.percent}
        yield _money(share, "company value the claim implies", implied, formula, inputs)
    if share.company_value:
        percent = share.claimed_value * HUNDRED / share.company_value / share.part_rate
        inputs = claim | {"company_value": share.company_value}
        formula = "claimed_value / company_value / (part_pct / 100) x 100"
        yield _figure("percent the claim implies", round(percent, READABLE), "percent", formula, inputs)
        points = round(percent * POINTS_PER_PERCENT, READABLE)
        yield _figure("basis points the claim implies", points, "basis points", f"{formula} x 100", inputs)


def judge_company_share(share: CompanyShare) -> Iterator[str]:
    """What cannot be true, in plain words."""
    value, claim = share.value, share.claimed_value
    if share.percent is not None and value is not None and value > LARGEST_ORDINARY_GRANT:
        company = render_money(share.company_value or Decimal(0), share.currency)
        yield (
            f"{_plain(share.percent)} % of a company worth {company} is {render_money(value, share.currency)}: no "
            "ordinary grant is that large. Ask for the number of shares and the price per share."
        )
    elif share.percent is not None and share.percent >= FOUNDER_PERCENT:
        yield (
            f"{_plain(share.percent)} % is a founder's size of stake, not an employee's: check that the percent is not "
            "basis points or a share of the option pool."
        )
    if value is not None and claim is not None:
        yield from _compare(share, value * share.part_rate, claim)


def _compare(share: CompanyShare, counted: Decimal, claim: Decimal) -> Iterator[str]:
    if abs(counted - claim) > CLOSE * max(counted, claim):
        yield (
            f"The claimed {render_money(claim, share.currency)} does not fit: the stake spoken of is worth "
            f"{render_money(counted, share.currency)}. The percent, the company's value or the claim is wrong."
        )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _money(share: CompanyShare, label: str, value: Decimal, formula: str, inputs: Inputs) -> Figure:
    return _figure(label, round_cents(value), share.currency, formula, inputs)

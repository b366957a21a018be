"""The tool company_share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.company_share import CompanyShare, calculate_company_share, judge_company_share
from assistant.domain.figure import build_figure
from assistant.domain.money import LARGEST_AMOUNT, Amount, CurrencyCode, Number, round_cents
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "company_share"
WHOLE = Decimal(100)
COMPANY_SIZES = tuple(Decimal(10) ** power for power in (7, 8, 9, 10, 11, 12))
Positive = Annotated[Number, Field(gt=0)]


class CompanyShareArguments(ToolArguments):
    """Arguments of company_share."""

    percent: Share | None = Field(default=None, description="stake in percent of the company, e.g. 0.05 for 0.05 %")
    basis_points: Annotated[Number, Field(ge=0, le=10000)] | None = Field(
        default=None, description="stake in basis points, instead of percent; 1 is 0.01 %"
    )
    shares: Amount | None = Field(
        default=None, description="stake in shares, instead of percent; needs shares_outstanding"
    )
    shares_outstanding: Positive | None = Field(default=None, description="number of all shares of the company")
    share_price: Positive | None = Field(
        default=None, description="price of a share, as money; times shares_outstanding it is the company's value"
    )
    company_value: Positive | None = Field(
        default=None, description="market value or valuation of the whole company, as money, e.g. 2000000000000"
    )
    claimed_value: Amount | None = Field(
        default=None, description="what somebody says the stake, or the part of it, is worth, as money"
    )
    part_pct: Annotated[Number, Field(gt=0, le=100)] = Field(
        default=WHOLE,
        json_schema_extra={"default": 100},
        description="part of the stake that is spoken of, in percent, e.g. 75 where three quarters vest",
    )
    years: Annotated[Number, Field(gt=0, le=20)] | None = Field(
        default=None, description="years over which it vests; gives the value a year"
    )
    currency: CurrencyCode | None = Field(default=None, description="currency code of the amounts; default USD")


def run_company_share(arguments: CompanyShareArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the stake, the company and the claim."""
    share = CompanyShare(
        currency=arguments.currency or "USD",
        percent=_percent(arguments),
        company_value=_company_value(arguments),
        claimed_value=arguments.claimed_value,
        part_rate=arguments.part_pct / 100,
        years=arguments.years,
    )
    _check_enough(share)
    figures = calculate_company_share(share)
    if share.percent is not None and arguments.shares_outstanding is not None:
        stake = arguments.shares_outstanding * share.percent / 100
        inputs = {"shares_outstanding": arguments.shares_outstanding, "percent": share.percent}
        formula = "shares_outstanding x percent / 100"
        figures.append(
            build_figure("shares in the stake", round(stake, 6), "shares", formula=formula, rule=NAME, inputs=inputs)
        )
    return build_result(
        NAME,
        figures,
        table=_rows(share),
        assumptions=_name_assumptions(arguments),
        warnings=judge_company_share(share),
        data={"currency": share.currency},
    )


def _check_enough(share: CompanyShare) -> None:
    if share.percent is None and share.claimed_value is None:
        raise InputError("percent", "is missing: give percent, basis_points, shares or a claimed_value")
    if share.company_value is None and (share.claimed_value is None or share.percent is None):
        raise InputError(
            "company_value", "is missing: give it, or shares_outstanding and share_price, or a claimed_value"
        )


def _percent(arguments: CompanyShareArguments) -> Decimal | None:
    percent = arguments.percent
    if arguments.basis_points is not None:
        points = arguments.basis_points / 100
        if percent is not None and percent != points:
            whole = (percent * 100).normalize()
            raise InputError(
                "basis_points", f"do not fit percent: {percent.normalize():f} % is {whole:f} basis points; give one"
            )
        percent = points
    if arguments.shares is None:
        return percent
    if percent is not None:
        raise InputError("shares", "and a percent are both given: give one, not both")
    if arguments.shares_outstanding is None:
        raise InputError("shares_outstanding", "is missing: shares are a percent only of all shares of the company")
    if arguments.shares > arguments.shares_outstanding:
        raise InputError("shares", "are more than all shares outstanding; check the two")
    return arguments.shares * 100 / arguments.shares_outstanding


def _company_value(arguments: CompanyShareArguments) -> Decimal | None:
    if arguments.shares_outstanding is None or arguments.share_price is None:
        return arguments.company_value
    product = arguments.shares_outstanding * arguments.share_price
    if product > LARGEST_AMOUNT:
        raise InputError("shares_outstanding", "times share_price is more than any company is worth; check the zeros")
    stated = arguments.company_value
    if stated is not None and abs(stated - product) > product / 100:
        raise InputError(
            "company_value",
            f"is {stated.normalize():f} but shares_outstanding x share_price is {product.normalize():f}: give one",
        )
    return product


def _rows(share: CompanyShare) -> Iterator[dict[str, Any]]:
    """What the same percent is worth in companies of other sizes."""
    if share.percent is not None:
        for size in COMPANY_SIZES:
            yield {"company_value": size, "value_of_the_stake": round_cents(size * share.percent / 100)}


def _name_assumptions(arguments: CompanyShareArguments) -> Iterator[str]:
    if arguments.currency is None:
        yield "No currency is stated: USD is assumed."
    yield "All shares are taken to be worth the same: no preferences, no strike price and no dilution."


COMPANY_SHARE = ToolSpec(
    name=NAME,
    description=(
        "Whether a percent of a company can be true: percent or basis points to money at a valuation or market value, "
        "and the company value or the percent that a claimed amount implies. Use it when a grant is stated as a "
        "percent of a company, or to test a claim such as 0.05 % of a large public company."
    ),
    arguments=CompanyShareArguments,
    run=run_company_share,
    status="checking the percent against the company…",
    calculates=True,
)

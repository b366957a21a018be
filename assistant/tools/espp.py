"""The tool espp."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.espp import StockPlan, list_purchase_figures
from assistant.domain.money import LARGEST_AMOUNT, Amount, CurrencyCode, Number
from assistant.domain.offer import Percent
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "espp"
MOST_DISCOUNT = 15
LOWEST_PRICE = Decimal("0.0001")
Price = Annotated[Number, Field(gt=0, le=1_000_000)]
Pay = Annotated[Amount, Field(le=1_000_000_000)]


class EsppArguments(ToolArguments):
    """Arguments of espp."""

    contribution_amount: Pay | None = Field(
        default=None, description="paid into the plan for the purchases of one calendar year"
    )
    salary: Pay | None = Field(default=None, description="yearly base salary, with contribution_pct")
    contribution_pct: Percent | None = Field(
        default=None, description="in place of contribution_amount: percent of salary paid in"
    )
    discount_pct: Annotated[Percent, Field(le=95)] = Field(
        default=Decimal(15), json_schema_extra={"default": 15}, description="discount on the price, in percent"
    )
    lookback: bool = Field(
        default=False, description="true: the discount is off the lower of start_price and end_price"
    )
    start_price: Price | None = Field(default=None, description="share price on the first day of the offering")
    end_price: Price | None = Field(default=None, description="share price on the purchase date")
    whole_shares: bool = Field(default=False, description="true: the plan buys no part of a share")
    qualified: bool = Field(
        default=True, description="true: a section 423 plan, at most 15 % off and $25,000 of stock a calendar year"
    )
    tax_pct: Share | None = Field(default=None, description="flat tax rate on the gain, in percent")
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")

    @property
    def paid_in(self) -> Decimal:
        """What is paid in over the year.

        Raises:
            InputError: nothing is stated, or the same twice.
        """
        if self.contribution_amount is not None:
            if self.contribution_pct is not None:
                raise InputError("contribution_pct", "and contribution_amount say the same: give one of the two")
            return self.contribution_amount
        if self.contribution_pct is None:
            raise InputError("contribution_amount", "is missing: give it, or salary and contribution_pct")
        if self.salary is None:
            raise InputError("salary", "is missing: contribution_pct is a percent of it")
        return self.salary * self.contribution_pct / 100

    @property
    def prices(self) -> tuple[Decimal, Decimal] | None:
        """Price at the start and at the purchase; None where neither is stated.

        Raises:
            InputError: only one is stated, or one is next to nothing.
        """
        if self.start_price is None and self.end_price is None:
            return None
        if self.start_price is None:
            raise InputError("start_price", "is missing: the limit and the lookback count from it")
        if self.end_price is None:
            raise InputError("end_price", "is missing: give the share price on the purchase date")
        for field in ("start_price", "end_price"):
            if getattr(self, field) < LOWEST_PRICE:
                raise InputError(field, "is too small to be a share price")
        return self.start_price, self.end_price


def run_espp(arguments: EsppArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the stated plan."""
    if arguments.qualified and arguments.discount_pct > 15:
        raise InputError(
            "discount_pct", "may be 15 at most in a section 423 plan; for another plan set qualified to false"
        )
    limits = deps.reference.retirement_limits(deps.today.year)
    applies = arguments.qualified and arguments.currency == "USD"
    plan = StockPlan(
        discount_rate=arguments.discount_pct / 100,
        lookback=arguments.lookback,
        limit=limits.stock_purchase if applies else None,
        whole_shares=arguments.whole_shares,
    )
    paid_in, prices = arguments.paid_in, arguments.prices
    if prices is not None and paid_in * prices[1] / min(prices) > LARGEST_AMOUNT / 100:
        raise InputError("end_price", "makes the stock worth more than any plan; check the prices")
    figures = list_purchase_figures(
        paid_in,
        prices,
        plan,
        arguments.currency,
        tax_rate=None if arguments.tax_pct is None else arguments.tax_pct / 100,
        source_ids=limits.stock_purchase_source_ids if applies else (),
    )
    return build_result(NAME, figures, assumptions=_name_assumptions(arguments, applies))


def _name_assumptions(arguments: EsppArguments, applies: bool) -> Iterator[str]:
    if arguments.prices is None:
        yield "The share price is the same at the start and at the purchase."
    if arguments.tax_pct is None:
        yield "The gain is before tax; sold at once, it is taxed as wages."
    yield "The gain is that of the purchase date, before any later change of the price."
    if applies:
        yield "At most $25,000 of stock a calendar year, counted at the price of the first day of the offering."
    elif arguments.qualified:
        yield f"Amounts are in {arguments.currency}, so the US limit of $25,000 is not applied."


ESPP = ToolSpec(
    name=NAME,
    description=(
        "What an employee stock purchase plan gains: discount, lookback, shares bought, the $25,000 limit and what is "
        "refunded. Use it for every question about an ESPP; for a whole offer put espp into total_compensation."
    ),
    arguments=EsppArguments,
    run=run_espp,
    status="working out the stock plan…",
    calculates=True,
)

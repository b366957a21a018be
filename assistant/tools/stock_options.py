"""The tool stock_options."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.money import Amount, Count, CurrencyCode
from assistant.domain.offer import LONGEST_YEARS, EquityGrant, Frequency, Offer, Percent, Schedule
from assistant.domain.result import ToolResult
from assistant.domain.stake import complete_stake
from assistant.domain.stock_options import OptionGrant, calculate_option_worth
from assistant.domain.vesting import VestingSchedule, build_schedule
from assistant.errors import InputError
from assistant.tools.arguments import OfferArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "stock_options"
KINDS = ("option", "percent")
NO_GRANT = "give shares and fully_diluted_shares, or ownership_pct, or an offer with a grant of options"


class VestingArguments(ToolArguments):
    """How a grant of options vests; what is left out is the usual: four years, monthly, no cliff."""

    vesting_years: Annotated[Amount, Field(gt=0, le=LONGEST_YEARS)] | None = Field(
        default=None, description="length of the vesting in years; 4 when nothing is said"
    )
    vesting_schedule: Schedule | None = Field(
        default=None, description="percent vesting in each year of service, summing to 100; even when left out"
    )
    cliff_months: Annotated[Count, Field(ge=0, le=120)] | None = Field(
        default=None, description="months of service before anything vests; 0 when left out"
    )
    vesting_frequency: Frequency | None = Field(
        default=None, description="monthly, quarterly, semiannual or annual; monthly when left out"
    )

    def build_schedule(self, granted: EquityGrant | None = None) -> VestingSchedule:
        """The schedule these arguments state, on top of that of a grant in an offer.

        Raises:
            InputError: years and schedule do not fit together.
        """
        stated = {
            "years": self.vesting_years,
            "schedule": self.vesting_schedule,
            "cliff_months": self.cliff_months,
            "frequency": self.vesting_frequency,
        }
        base = granted or EquityGrant()
        kept = base.model_copy(update={name: value for name, value in stated.items() if value is not None})
        if kept.frequency is None:
            kept = kept.model_copy(update={"frequency": "monthly"})
        try:
            return build_schedule(kept)
        except InputError as error:
            name = error.field.rpartition(".")[2]
            raise InputError(f"vesting_{name}" if name in ("years", "schedule") else name, error.message) from error


class StockOptionsArguments(OfferArguments, VestingArguments):
    """Arguments of stock_options."""

    shares: Amount | None = Field(default=None, description="number of options or shares granted")
    ownership_pct: Percent | None = Field(
        default=None, description="the grant in percent of the company, fully diluted; 0.1 is a tenth of a percent"
    )
    fully_diluted_shares: Amount | None = Field(
        default=None, description="all shares, options and reserved grants of the company, counted together"
    )
    strike: Amount | None = Field(default=None, description="strike (exercise) price per share")
    fair_market_value: Amount | None = Field(default=None, description="409A fair market value of a common share today")
    preferred_price: Amount | None = Field(
        default=None, description="price per share that investors paid in the last round"
    )
    post_money: Amount | None = Field(
        default=None, description="value of the whole company after its last round, new money included"
    )
    preferences_total: Amount = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="liquidation preferences in total: what investors are paid before common shares",
    )
    preferred_shares: Amount | None = Field(
        default=None, description="how many of the fully diluted shares are investors' preferred shares"
    )
    exit_value: Amount | None = Field(default=None, description="sale price of the whole company to test")
    vested_month: Annotated[Count, Field(ge=0, le=12 * LONGEST_YEARS)] | None = Field(
        default=None, description="month of service at whose end the vested part is wanted, 24 = after two years"
    )
    currency: CurrencyCode | None = Field(default=None, description="currency code; that of the offer, else USD")


def find_option_grant(offer: Offer) -> EquityGrant:
    """The grant of options or of a percentage in an offer.

    Raises:
        InputError: there is none, there are several, or only a range is stated.
    """
    grants = [grant for grant in offer.equity if grant.kind in KINDS]
    if not grants:
        raise InputError("offer.equity", f"holds no grant of options or of a percentage; {NO_GRANT}")
    if len(grants) > 1:
        raise InputError("offer.equity", "holds several grants of options: give the shares and strike of one")
    if grants[0].percent is None and grants[0].percent_range is not None and grants[0].shares is None:
        low, high = grants[0].percent_range
        raise InputError("ownership_pct", f"is a range in the offer, {low:f} to {high:f}: give the percent to count")
    return grants[0]


def run_stock_options(arguments: StockOptionsArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the grant given, or to the one in the chosen offer."""
    with name_large("shares"):
        granted, currency = _find_granted(arguments, deps)
        stake = complete_stake(
            _first(arguments.shares, granted.shares),
            _first(arguments.ownership_pct, granted.percent),
            arguments.fully_diluted_shares,
        )
        grant = OptionGrant(
            stake=stake,
            currency=arguments.currency or currency,
            strike=_first(arguments.strike, granted.strike),
            fair_market_value=arguments.fair_market_value,
            preferred_price=arguments.preferred_price,
            post_money=arguments.post_money,
            preferences_total=arguments.preferences_total,
            preferred_shares=arguments.preferred_shares,
            exit_value=arguments.exit_value,
        )
        month = arguments.vested_month
        schedule = arguments.build_schedule(granted) if month is not None else None
        worth = calculate_option_worth(grant, schedule, month)
        if not worth.figures:
            raise InputError("shares", f"is missing; {NO_GRANT}")
        return build_result(
            NAME,
            worth.figures,
            table=({"what": figure.label, "value": figure.value, "unit": figure.unit} for figure in worth.figures),
            assumptions=schedule.assumptions if schedule is not None else (),
            warnings=worth.warnings,
            data={"missing": list(stake.missing)},
        )


def _find_granted(arguments: StockOptionsArguments, deps: ToolDeps) -> tuple[EquityGrant, str]:
    """The grant of the offer meant, or an empty one where the numbers are given without an offer."""
    direct = arguments.shares is not None or arguments.ownership_pct is not None
    if direct and arguments.offer is None and arguments.changes is None:
        return EquityGrant(kind="option"), "USD"
    if arguments.offer is None and not deps.case.offers:
        raise InputError("shares", f"is missing; {NO_GRANT}")
    offer = arguments.choose(deps.case)
    return find_option_grant(offer), offer.currency_code


def _first(given: Decimal | None, granted: Decimal | None) -> Decimal | None:
    return granted if given is None else given


STOCK_OPTIONS = ToolSpec(
    name=NAME,
    description=(
        "A startup option or percent grant: percent, shares and fully diluted shares from any two of them, "
        "strike cost (all or vested), paper value at the 409A and the preferred price, value at an exit, break-even "
        "exit value, and what to ask when something is missing. Use it for any question about options."
    ),
    arguments=StockOptionsArguments,
    run=run_stock_options,
    status="working out the options…",
    calculates=True,
)

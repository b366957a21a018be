"""The tool supplemental_withholding."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from assistant.domain.figure import Figure
from assistant.domain.household import Household
from assistant.domain.income_tax import calculate_income_tax
from assistant.domain.money import Amount, CurrencyCode, check_size
from assistant.domain.result import ToolResult
from assistant.domain.supplemental_wages import (
    Kind,
    Payment,
    Withholding,
    build_flat_shortfall,
    build_shortfall_figures,
    build_stated_withholding,
    build_withholding_figures,
    calculate_withholding,
    find_rates,
)
from assistant.domain.tax_law import TaxLaw, tell_us_only
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolSpec
from assistant.tools.tax_arguments import Pay, TaxArguments
from assistant.tools.tax_notes import list_itemizing_notes

NAME = "supplemental_withholding"
HUNDRED = Decimal(100)


class SupplementalWithholdingArguments(TaxArguments):
    """Arguments of supplemental_withholding."""

    supplemental_wages: Pay | None = Field(
        default=None,
        description="gross bonus, sign-on or value of the shares that vest, in USD; or shares x share_price",
    )
    shares: Amount | None = Field(default=None, description="shares that vest, with share_price")
    share_price: Amount | None = Field(default=None, description="price of a share on the vest date in USD")
    kind: Kind = Field(
        default="stock",
        description="stock (RSU vest, NSO exercise), bonus (sign-on too) or other; matters in California",
    )
    ytd_supplemental: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description=(
            "supplemental wages in USD this employer paid earlier in the calendar year; "
            "above 1,000,000 with this payment it withholds 37 %"
        ),
    )
    ytd_wages: Pay | None = Field(
        default=None,
        description=(
            "all wages in USD this employer paid earlier in the calendar year, supplemental ones included; "
            "default: other_wages, else ytd_supplemental"
        ),
    )
    other_wages: Pay | None = Field(
        default=None,
        description="all other gross wages of the calendar year in USD, without this payment: shows the shortfall",
    )
    annual_wages: Pay | None = Field(
        default=None, description="instead of other_wages: all gross wages of the calendar year, this payment included"
    )
    tax_pct: Share | None = Field(
        default=None, description="flat federal marginal rate in percent for the shortfall, where wages are not given"
    )
    state_supplemental_pct: Share | None = Field(
        default=None,
        description="what employers of the state withhold on stock and bonuses, in percent, where it is not known; "
        "left out: state_tax_pct",
    )
    withheld_pct: tuple[Share, ...] = Field(
        default=(),
        max_length=10,
        description="what is withheld in percent where the person knows it, e.g. [22, 7.65]; then no table is used",
    )
    currency: CurrencyCode = Field(default="USD", description="currency of the amounts; only USD is known here")

    @property
    def amount(self) -> Decimal:
        """The payment.

        Raises:
            InputError: it is stated neither way, or in both and they differ.
        """
        if (self.shares is None) != (self.share_price is None) and self.supplemental_wages is None:
            missing = "shares" if self.shares is None else "share_price"
            raise InputError(missing, "is missing: give shares and share_price together, or supplemental_wages")
        by_shares = None
        if self.shares is not None and self.share_price:
            with name_large("shares"):
                by_shares = check_size(self.shares * self.share_price)
        stated = self.supplemental_wages
        if stated is None and by_shares is None:
            raise InputError("supplemental_wages", "is missing: give the gross payment, or shares and share_price")
        if stated is not None and by_shares is not None and abs(stated - by_shares) > 1:
            raise InputError(
                "supplemental_wages", f"is not shares x share_price ({by_shares:,.2f}); give one of the two"
            )
        return stated if stated is not None else by_shares or Decimal(0)

    def wages_besides(self, amount: Decimal) -> Decimal | None:
        """All other wages of the calendar year; None where they are not stated.

        Raises:
            InputError: other_wages and annual_wages contradict each other or the payment.
        """
        if self.annual_wages is None:
            return self.other_wages
        other = self.annual_wages - amount
        if other < 0:
            raise InputError("annual_wages", "is less than the payment itself; it must include it")
        if self.other_wages is not None and self.other_wages != other:
            raise InputError("annual_wages", "contradicts other_wages; give one of the two")
        return other


def run_supplemental_withholding(arguments: SupplementalWithholdingArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to one payment."""
    if arguments.currency != "USD":
        raise InputError("currency", tell_us_only(f"pay in {arguments.currency}"))
    amount = arguments.amount
    if arguments.withheld_pct:
        return _by_stated_percent(arguments, amount, sum(arguments.withheld_pct, Decimal(0)))
    other = arguments.wages_besides(amount)
    chosen = arguments.choose_law(deps.reference, deps.today, needs_state_tax=other is not None)
    household = arguments.household((other or Decimal(0)) + amount)
    stated = arguments.state_supplemental_pct
    rates = find_rates(chosen.law, household, arguments.kind, None if stated is None else stated / HUNDRED)
    payment = _payment(arguments, amount, other)
    result = calculate_withholding(chosen.law, household, payment, rates)
    shortfall = _shortfall(arguments, chosen.law, household, result) if other is not None else _flat(arguments, result)
    figures = [*build_withholding_figures(chosen.law, result, rates), *shortfall]
    return build_result(
        NAME,
        figures,
        table=_rows(result),
        assumptions=(
            *chosen.assumptions,
            *_assumptions(arguments, payment, other),
            *(_tax_notes(chosen.law, household, payment) if other is not None else []),
        ),
        warnings=(*chosen.warnings, *_warnings(figures)),
        data={"tax_year": chosen.law.year},
    )


def _by_stated_percent(
    arguments: SupplementalWithholdingArguments, amount: Decimal, withheld_pct: Decimal
) -> ToolResult:
    if withheld_pct > HUNDRED:
        raise InputError("withheld_pct", f"comes to {withheld_pct.normalize():f} %, more than the whole payment")
    payment = _payment(arguments, amount, None)
    return build_result(
        NAME,
        build_stated_withholding(payment, withheld_pct),
        assumptions=(f"{withheld_pct.normalize():f} % are withheld for all taxes together, as stated.",),
        warnings=("What is withheld is a prepayment: the tax return settles the rest.",),
    )


def _payment(arguments: SupplementalWithholdingArguments, amount: Decimal, other: Decimal | None) -> Payment:
    paid = arguments.ytd_supplemental
    before = arguments.ytd_wages if arguments.ytd_wages is not None else max(other or Decimal(0), paid)
    if before < paid:
        raise InputError("ytd_wages", "is less than ytd_supplemental; it must include it")
    price = arguments.share_price
    shares = arguments.shares if arguments.shares is not None or not price else amount / price
    return Payment(amount, arguments.kind, paid, before, shares, price)


def _shortfall(
    arguments: SupplementalWithholdingArguments, law: TaxLaw, household: Household, result: Withholding
) -> list[Figure]:
    if arguments.tax_pct is not None:
        raise InputError("tax_pct", "give either the wages of the year or a flat rate, not both")
    return list(build_shortfall_figures(law, household, result))


def _flat(arguments: SupplementalWithholdingArguments, result: Withholding) -> list[Figure]:
    return [] if arguments.tax_pct is None else list(build_flat_shortfall(result, arguments.tax_pct / HUNDRED))


def _rows(result: Withholding) -> list[Row]:
    parts = ("federal", "social_security", "medicare", "state", "state_payroll", "city", "total", "net")
    return [{"part": name, "amount": getattr(result, name)} for name in parts]


def _assumptions(arguments: SupplementalWithholdingArguments, payment: Payment, other: Decimal | None) -> list[str]:
    notes = ["The employer withholds by the flat method; an employer may also use the regular tables up to $1M."]
    if "kind" not in arguments.model_fields_set and arguments.state == "CA":
        notes.append("Stock is assumed; California has a lower rate for pay that is neither bonus nor stock.")
    if arguments.state_tax_pct is not None and arguments.state_supplemental_pct is None:
        notes.append("Where the state's own rate is not known, its employers are taken to withhold state_tax_pct.")
    if arguments.ytd_wages is None:
        when = "after all other wages of the year" if other is not None else "before any other wages of the year"
        notes.append(f"The payment comes {when}: this matters for Social Security and Medicare.")
    return notes


def _tax_notes(law: TaxLaw, household: Household, payment: Payment) -> list[str]:
    """How the tax of the payment is found on the return."""
    notes = [
        "Figures by two tax bills are exact: the bill with the payment less the bill without it. The quick estimate "
        "takes the rate of the last dollar for all of it; where brackets are crossed or itemising begins it is off."
    ]
    less = replace(household, wages=household.wages - payment.amount)
    return notes + list_itemizing_notes(calculate_income_tax(law, less), calculate_income_tax(law, household))


def _warnings(figures: list[Figure]) -> list[str]:
    due = [figure for figure in figures if figure.label.startswith("federal shortfall")]
    warnings = ["Withholding is a prepayment; the tax itself is settled on the return."]
    if due and due[0].value > 0:
        warnings.append("Too little federal tax is withheld: set the shortfall aside or pay estimated tax.")
    return warnings


SUPPLEMENTAL_WITHHOLDING = ToolSpec(
    name=NAME,
    description=(
        "What a US employer withholds from a bonus, sign-on or RSU vest (22 %, 37 % above $1M, FICA, state), the net "
        "cash or shares, and with the year's other wages or a tax rate how much tax is still due. Use it for "
        "withholding and tax surprises on one-time pay and stock."
    ),
    arguments=SupplementalWithholdingArguments,
    run=run_supplemental_withholding,
    status="working out what is withheld…",
    calculates=True,
)

"""The tool gross_up."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.figure import Figure
from assistant.domain.gross_up import (
    AddedTax,
    FlatTax,
    bisect_gross,
    employer_figures,
    exact_figures,
    gross_figures,
    payment_figures,
    period_figures,
    solve_gross,
    tax_together,
    taxed_figures,
)
from assistant.domain.income_tax import calculate_income_tax
from assistant.domain.money import Amount, CurrencyCode, Number, render_money, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.supplemental_wages import find_rates
from assistant.domain.tax_law import TaxLaw, tell_us_only
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.blame import blame
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec
from assistant.tools.tax_arguments import ChosenLaw, TaxArguments

NAME = "gross_up"
ZERO = Decimal(0)
HUNDRED = Decimal(100)
US_RATES = (
    "federal_pct",
    "social_security_pct",
    "medicare_pct",
    "state_pct",
    "local_pct",
    "social_security_reached",
    "social_security_wages_left",
    "ytd_wages",
    "ytd_supplemental",
)


class GrossUpArguments(TaxArguments):
    """Arguments of gross_up."""

    net_amount: Amount | None = Field(default=None, description="amount that is to be left after tax")
    gross_amount: Amount | None = Field(default=None, description="instead: a gross payment, to see what it leaves")
    tax_pct: Share | None = Field(
        default=None, description="one rate for all taxes together, in percent, instead of the US rates below"
    )
    federal_pct: Share = Field(
        default=Decimal(22),
        json_schema_extra={"default": 22},
        description="federal rate in percent; 22 is the flat withholding on bonuses up to 1 million a year, 37 above",
    )
    state_pct: Share = Field(default=ZERO, json_schema_extra={"default": 0}, description="state rate in percent")
    local_pct: Share = Field(default=ZERO, json_schema_extra={"default": 0}, description="city rate in percent")
    social_security_pct: Share = Field(
        default=Decimal("6.2"), json_schema_extra={"default": 6.2}, description="Social Security in percent"
    )
    medicare_pct: Share = Field(
        default=Decimal("1.45"), json_schema_extra={"default": 1.45}, description="Medicare in percent"
    )
    social_security_reached: bool = Field(
        default=False, description="true when wages of the year are already above the Social Security wage base"
    )
    social_security_wages_left: Amount | None = Field(
        default=None, description="dollars of wages left below the Social Security wage base this year"
    )
    method: Literal["flat", "exact"] = Field(
        default="flat",
        description="flat: by the rates employers withhold; exact: by the tax of the whole year on top of other_wages",
    )
    other_wages: Amount | None = Field(
        default=None, description="for exact: gross wages of the calendar year in USD without this payment"
    )
    ytd_wages: Amount | None = Field(
        default=None,
        description="for flat: wages in USD already paid this calendar year, for the wage base and additional Medicare",
    )
    ytd_supplemental: Amount | None = Field(
        default=None,
        description="for flat: bonuses in USD already paid this calendar year; above 1,000,000 in all 37 % is withheld",
    )
    pre_tax_pct: Annotated[Number, Field(ge=0, lt=100)] = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="percent of the payment that goes into pre-tax deductions such as a 401(k)",
    )
    period: Literal["month", "year"] | None = Field(
        default=None, description="where the amount is pay of every month or every year: shows both; with tax_pct only"
    )
    currency: CurrencyCode = Field(default="USD", description="of the amounts")


def run_gross_up(arguments: GrossUpArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to one payment."""
    _check(arguments)
    if arguments.period is not None and arguments.tax_pct is None:
        raise InputError("period", "needs tax_pct: the rates on bonuses are not those of a salary; see income_tax")
    exact, chosen = arguments.method == "exact", None
    if exact or arguments.tax_pct is None:
        chosen = arguments.choose_law(deps.reference, deps.today, needs_state_tax=exact)
    amount = "net_amount" if arguments.gross_amount is None else "gross_amount"
    with blame(offer=amount, top_federal_pct="federal_pct"):
        figures = _exact(arguments, chosen.law) if exact and chosen else _flat(arguments, chosen)
    return build_result(
        NAME,
        figures,
        assumptions=_name_assumptions(arguments, chosen),
        warnings=(*(chosen.warnings if chosen else ()), *_name_warnings(arguments)),
        data={"currency": arguments.currency},
    )


def _exact(arguments: GrossUpArguments, law: TaxLaw) -> list[Figure]:
    tax = _added_tax(arguments, law)
    if arguments.gross_amount is not None:
        gross, figures = arguments.gross_amount, [*taxed_figures(tax, arguments.gross_amount, arguments.currency)]
    else:
        net = arguments.net_amount or ZERO
        gross, figures = bisect_gross(tax, net), [*exact_figures(tax, net, arguments.currency)]
    payroll = law.payroll
    left = max(ZERO, payroll.wage_base - (arguments.other_wages or ZERO))
    employer = _list_payroll(payroll.social_security_rate * HUNDRED, payroll.medicare_rate * HUNDRED, left)
    return [*figures, *employer_figures(employer, gross, arguments.currency)]


def _added_tax(arguments: GrossUpArguments, law: TaxLaw) -> AddedTax:
    """What a payment adds to the tax of the year; FICA of the year is counted as the employee's."""
    wages = arguments.other_wages or ZERO
    before = calculate_income_tax(law, arguments.household(wages)).assessment.total
    return lambda gross: calculate_income_tax(law, arguments.household(wages + gross)).assessment.total - before


def _flat(arguments: GrossUpArguments, chosen: ChosenLaw | None) -> list[Figure]:
    taxes, currency = _list_taxes(arguments, chosen), arguments.currency
    if arguments.gross_amount is not None:
        gross, figures = arguments.gross_amount, [*payment_figures(taxes, arguments.gross_amount, currency)]
    else:
        net = arguments.net_amount or ZERO
        gross, figures = round_cents(solve_gross(taxes, net)), [*gross_figures(taxes, net, currency)]
    if arguments.period is not None:
        exact = gross if arguments.net_amount is None else solve_gross(taxes, arguments.net_amount)
        net = exact - tax_together(taxes, exact)
        figures += period_figures(exact, net, arguments.period, currency)
    if arguments.tax_pct is None:
        employer = [tax for tax in taxes if tax.key in ("social_security_pct", "medicare_pct")]
        figures += employer_figures(employer, gross, currency)
    return figures


def _check_amounts(arguments: GrossUpArguments) -> None:
    if arguments.net_amount is None and arguments.gross_amount is None:
        raise InputError("net_amount", "is missing: give the amount to be left after tax, or gross_amount")
    if arguments.net_amount is not None and arguments.gross_amount is not None:
        raise InputError("gross_amount", "and net_amount are both given: give one of the two")


def _check(arguments: GrossUpArguments) -> None:
    stated = arguments.model_fields_set
    _check_amounts(arguments)
    if arguments.method == "exact":
        for name in ("tax_pct", "pre_tax_pct", *US_RATES):
            if name in stated:
                raise InputError(name, "is a flat rate: leave it out, or set method to flat")
        if arguments.currency != "USD":
            raise InputError("currency", tell_us_only(f"pay in {arguments.currency}"))
        if arguments.other_wages is None:
            raise InputError("other_wages", "is missing: the tax on a payment depends on the other wages of the year")
    elif arguments.tax_pct is not None:
        for name in (*US_RATES, "state", "state_tax_pct"):
            if name in stated:
                raise InputError(name, "is part of tax_pct, the one rate for all taxes: give either")
    elif arguments.currency != "USD":
        raise InputError("tax_pct", f"is missing: the US rates do not hold for {arguments.currency}; give one rate")
    _check_social_security(arguments)


def _check_social_security(arguments: GrossUpArguments) -> None:
    if arguments.social_security_reached and arguments.social_security_wages_left:
        raise InputError("social_security_wages_left", "must be 0 when the wage base is reached")


def _list_taxes(arguments: GrossUpArguments, chosen: ChosenLaw | None) -> list[FlatTax]:
    pre_tax = arguments.pre_tax_pct
    taxes = [FlatTax("pre-tax deductions", "pre_tax_pct", pre_tax)] if pre_tax else []
    if chosen is None:
        return [*taxes, FlatTax("all taxes", "tax_pct", arguments.tax_pct or ZERO, pre_tax_pct=pre_tax)]
    taxes += _list_federal(arguments, chosen.law)
    state_pct, local_pct = _choose_state_rates(arguments, chosen)
    taxes += [
        FlatTax("state tax", "state_pct", state_pct, pre_tax_pct=pre_tax),
        FlatTax("local tax", "local_pct", local_pct, pre_tax_pct=pre_tax),
    ]
    ytd, payroll = arguments.ytd_wages, chosen.law.payroll
    left = _find_wages_left(arguments, chosen.law)
    taxes += _list_payroll(arguments.social_security_pct, arguments.medicare_pct, left)
    if ytd is not None:
        rate, begin = payroll.additional_medicare_rate * HUNDRED, max(ZERO, payroll.withholding_start - ytd)
        taxes.append(FlatTax("additional medicare tax", "additional_medicare_pct", rate, begin=begin))
    taxes += _list_state_payroll(chosen)
    return [tax for tax in taxes if tax.pct and tax.end != 0]


def _find_wages_left(arguments: GrossUpArguments, law: TaxLaw) -> Decimal | None:
    """Wages left below the Social Security wage base; None where nothing is said about them."""
    if arguments.social_security_reached:
        return ZERO
    if arguments.social_security_wages_left is not None or arguments.ytd_wages is None:
        return arguments.social_security_wages_left
    return max(ZERO, law.payroll.wage_base - arguments.ytd_wages)


def _name_wages_left(left: Decimal, law: TaxLaw) -> str:
    base = render_money(law.payroll.wage_base, "USD")
    if not left:
        return f"The Social Security wage base of {base} is reached, so no Social Security tax is counted."
    return f"Social Security tax counts on the first {render_money(left, 'USD')}, up to the wage base of {base}."


def _list_federal(arguments: GrossUpArguments, law: TaxLaw) -> list[FlatTax]:
    """Flat withholding, with the top rate above the yearly limit unless another federal rate is stated."""
    pre_tax, rule = arguments.pre_tax_pct, law.supplemental
    if "federal_pct" in arguments.model_fields_set:
        return [FlatTax("federal withholding", "federal_pct", arguments.federal_pct, pre_tax_pct=pre_tax)]
    left, rate, top_rate = (
        max(ZERO, rule.limit - (arguments.ytd_supplemental or ZERO)),
        rule.rate * HUNDRED,
        rule.top_rate * HUNDRED,
    )
    usual = FlatTax("federal withholding", "federal_pct", rate, end=left, pre_tax_pct=pre_tax)
    top = FlatTax("federal withholding at the top rate", "top_federal_pct", top_rate, begin=left, pre_tax_pct=pre_tax)
    amount = arguments.gross_amount or arguments.net_amount or ZERO
    if 5 * amount < left:  # far below the limit, so the plain formula says it all
        return [usual._replace(end=None)]
    return [usual, top]


def _choose_state_rates(arguments: GrossUpArguments, chosen: ChosenLaw) -> tuple[Decimal, Decimal]:
    """State and city rate in percent: stated, or what employers of the state withhold on bonuses."""
    state_pct, local_pct = arguments.state_pct, arguments.local_pct
    if "state_pct" not in arguments.model_fields_set and arguments.state_tax_pct is not None:
        return arguments.state_tax_pct, local_pct
    if arguments.state is None or "state_pct" in arguments.model_fields_set:
        return state_pct, local_pct
    try:
        rates = find_rates(chosen.law, arguments.household(ZERO), "bonus")
    except InputError as error:
        message = f"is missing: the rate {arguments.state} employers withhold on bonuses is not known here"
        raise InputError("state_pct", message) from error
    return rates.state * HUNDRED, local_pct or rates.city * HUNDRED


def _list_payroll(social_security_pct: Decimal, medicare_pct: Decimal, left: Decimal | None) -> list[FlatTax]:
    return [
        FlatTax("social security tax", "social_security_pct", social_security_pct, end=left),
        FlatTax("medicare tax", "medicare_pct", medicare_pct),
    ]


def _list_state_payroll(chosen: ChosenLaw) -> list[FlatTax]:
    """State insurance funds without a yearly limit, such as California's; the others are small and soon full."""
    law = chosen.law.states.get(chosen.state or "")
    funds = [fund for fund in (law.payroll if law else ()) if fund.wage_base is None and fund.most is None]
    return [
        FlatTax(f"{fund.name} of the state", f"state_payroll_{number}_pct", fund.rate * HUNDRED)
        for number, fund in enumerate(funds, start=1)
    ]


def _name_assumptions(arguments: GrossUpArguments, chosen: ChosenLaw | None) -> list[str]:
    if chosen is None:
        return [f"All taxes together take {(arguments.tax_pct or ZERO).normalize():f} % of the payment."]
    if arguments.method == "exact":
        return [*chosen.assumptions, "Tax is what the whole year owes with the payment less without it."]
    stated, notes = arguments.model_fields_set, []
    if "federal_pct" not in stated:
        rate = (chosen.law.supplemental.rate * HUNDRED).normalize()
        notes.append(f"Federal tax is the flat {rate:f} % withheld from bonuses.")
    if not {"state_pct", "state", "state_tax_pct"} & stated:
        notes.append("No state tax is counted: give state_pct, or the state.")
    if not {"social_security_reached", "social_security_wages_left", "social_security_pct", "ytd_wages"} & stated:
        notes.append("The whole payment is below the Social Security wage base.")
    elif (left := _find_wages_left(arguments, chosen.law)) is not None:
        notes.append(_name_wages_left(left, chosen.law))
    if "ytd_wages" not in stated:
        notes.append("Additional Medicare tax, withheld above 200,000 of wages, is left out: give ytd_wages.")
    return notes


def _name_warnings(arguments: GrossUpArguments) -> list[str]:
    if arguments.method == "exact":
        return ["An employer withholds flat rates: what is missing or too much comes with the return of the year."]
    notes = []
    if arguments.tax_pct is None:
        notes.append("This is what is withheld: at a higher bracket more tax is due with the return of the year.")
    if arguments.net_amount is not None:
        notes.append("The flat method leaves less than the net amount, because the added money is taxed as well.")
    return notes


GROSS_UP = ToolSpec(
    name=NAME,
    description=(
        "The gross payment an employer must make so that a net amount is left after federal, state and payroll tax, "
        "each tax in it, the cost to the employer, and the flat method; or what a gross bonus leaves. "
        "Use it for every gross-up, net bonus or relocation tax question."
    ),
    arguments=GrossUpArguments,
    run=run_gross_up,
    status="computing the gross-up…",
    calculates=True,
)

"""Tax figures: a tax bill as figures that can be computed again by hand, and its brackets as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from assistant.domain.figure import Figure, build_figure
from assistant.domain.household import ZERO, FilingStatus, Household
from assistant.domain.income_tax import TaxBill
from assistant.domain.money import round_cents
from assistant.domain.state_tax import StateTax
from assistant.domain.tax_law import Schedule, StateLaw

RULE = "income_tax"
USD = "USD"
PERCENT_PLACES = Decimal("0.0001")
BRACKET_FORMULA = "tax_below + rate_pct / 100 x (taxable_income - bracket_start)"


def percent_of(rate: Decimal) -> Decimal:
    """A fraction as percent, to four decimals.

    >>> percent_of(Decimal("0.42153333"))
    Decimal('42.1533')
    """
    return (rate * 100).quantize(PERCENT_PLACES)


def list_brackets(schedule: Schedule, taxable_income: Decimal) -> list[dict[str, Any]]:
    """The brackets that a taxable income reaches: rate, part of the income in it, tax on that part."""
    rows = []
    ends: list[Decimal | None] = [*(bracket.start for bracket in schedule.brackets[1:]), None]
    for (start, rate, _), end in zip(schedule.brackets, ends, strict=True):
        within = max(ZERO, (taxable_income if end is None else min(taxable_income, end)) - start)
        if within:
            row = {
                "rate_pct": rate * 100,
                "from": start,
                "to": end,
                "income": within,
                "tax": round_cents(within * rate),
            }
            rows.append(row)
    return rows


def build_bracket_figures(
    name: str, schedule: Schedule, taxable_income: Decimal, surtax: Decimal = ZERO
) -> Iterator[Figure]:
    """Tax on a taxable income by brackets alone, its average rate and the rate of its last dollar.

    Args:
        name: whose tax it is, such as "federal" or "CA".
        schedule: the brackets.
        taxable_income: after deductions.
        surtax: what comes on top of the brackets.
    """
    start, rate, below = schedule.find(taxable_income)
    tax = schedule.tax(taxable_income) + surtax
    inputs = {"tax_below": below, "rate_pct": rate * 100, "taxable_income": taxable_income, "bracket_start": start}
    extra = {"surtax": surtax} if surtax else {}
    formula = f"{BRACKET_FORMULA} + surtax" if surtax else BRACKET_FORMULA
    yield _money(f"{name} income tax on the taxable income", tax, formula, inputs | extra)
    yield _percent(f"{name} marginal bracket", rate, "rate_pct", {"rate_pct": rate * 100})
    if taxable_income:
        yield _percent(
            f"{name} tax in percent of the taxable income",
            tax / taxable_income,
            "tax / taxable_income x 100",
            {"tax": tax, "taxable_income": taxable_income},
        )


def build_bill_figures(bill: TaxBill) -> Iterator[Figure]:
    """The figures of a bill: the totals first, then each tax with what it was made of."""
    household, law = bill.household, bill.law
    parts = {
        "federal": bill.federal,
        "fica": bill.fica,
        "state": bill.state,
        "state_payroll": bill.state_payroll,
        "city": bill.city,
    }
    yield _money("total tax", bill.total, " + ".join(parts), parts)
    taken = {"gross": household.gross, "pretax_deductions": household.pretax + household.cafeteria, "tax": bill.total}
    yield _money("net pay", bill.net, "gross - pretax_deductions - tax", taken)
    if household.gross:
        gross = {"gross": household.gross}
        yield _percent("effective tax rate", bill.effective_rate, "tax / gross x 100", {"tax": bill.total, **gross})
        yield _percent(
            "effective federal income tax rate",
            bill.federal / household.gross,
            "tax / gross x 100",
            {"tax": bill.federal, **gross},
        )
    yield from _federal_figures(bill)
    yield from _payroll_figures(bill)
    if household.state is not None:
        yield from _state_figures(bill, law.states[household.state])


def _federal_figures(bill: TaxBill) -> Iterator[Figure]:
    law, household, federal = bill.law.federal, bill.household, bill.assessment.federal
    sources, status = law.source_ids, household.filing_status
    start, rate, below = law.schedules[status].find(federal.taxable_income)
    inputs = {
        "tax_below": below,
        "rate_pct": rate * 100,
        "taxable_income": federal.taxable_income,
        "bracket_start": start,
    }
    formula = BRACKET_FORMULA
    if federal.child_credit:
        formula, inputs["child_tax_credit"] = f"max(0, {BRACKET_FORMULA} - child_tax_credit)", federal.child_credit
    yield _money("federal income tax", bill.federal, formula, inputs, sources)
    yield _percent("federal marginal bracket", rate, "rate_pct", {"rate_pct": rate * 100}, sources)
    yield _money(
        "federal taxable income",
        bill.taxable_income,
        "max(0, income - deduction)",
        {"income": household.income, "deduction": federal.deduction},
        sources,
    )
    yield from _deduction_figures(bill)


def _deduction_figures(bill: TaxBill) -> Iterator[Figure]:
    law, household, federal = bill.law.federal, bill.household, bill.assessment.federal
    standard, sources = law.standard_deduction[household.filing_status], law.source_ids
    if household.deduction is not None:
        yield _money("federal deduction", bill.deduction, "stated", {"stated": household.deduction})
        return
    inputs = {"standard": standard, "itemized": federal.itemized}
    yield _money("federal deduction", bill.deduction, "max(standard, itemized)", inputs, sources)
    if federal.itemizes:
        yield from _itemizing_figures(bill, standard, sources)


def _itemizing_figures(bill: TaxBill, standard: Decimal, sources: tuple[str, ...]) -> Iterator[Figure]:
    law, household, federal = bill.law.federal, bill.household, bill.assessment.federal
    status = household.filing_status
    salt = law.salt
    capped = {
        "state_and_local_tax": bill.assessment.state_deductible,
        "floor": salt.floor[status],
        "cap": salt.cap[status],
        "reduction_pct": salt.reduction_rate * 100,
        "income": household.income,
        "reduction_start": salt.start[status],
    }
    yield _money(
        "deductible state and local tax",
        federal.salt,
        "min(state_and_local_tax, max(floor, cap - reduction_pct / 100 x max(0, income - reduction_start)))",
        capped,
        sources,
    )
    brackets = law.schedules[status]
    on_standard = max(ZERO, brackets.tax(max(ZERO, household.income - standard)) - federal.child_credit)
    start, rate, below = brackets.find(max(ZERO, household.income - standard))
    shown = {
        "tax_below": below,
        "rate_pct": rate * 100,
        "income": household.income,
        "standard": standard,
        "bracket_start": start,
        "child_tax_credit": federal.child_credit,
    }
    formula = "max(0, tax_below + rate_pct / 100 x (income - standard - bracket_start) - child_tax_credit)"
    yield _money("federal income tax with the standard deduction", on_standard, formula, shown, sources)
    net = {"net": bill.net, "tax": federal.income_tax, "tax_with_standard_deduction": on_standard}
    value = bill.net + federal.income_tax - on_standard
    yield _money("net pay with the standard deduction", value, "net + tax - tax_with_standard_deduction", net)
    yield _money(
        "federal tax saved by itemising",
        on_standard - federal.income_tax,
        "tax_with_standard_deduction - tax",
        {"tax_with_standard_deduction": on_standard, "tax": federal.income_tax},
        sources,
    )


def _payroll_figures(bill: TaxBill) -> Iterator[Figure]:
    law, sources = bill.law.payroll, bill.law.payroll.source_ids
    own, spouse = bill.household.payroll_wages
    wages = {"wages": own, "spouse_wages": spouse} if spouse else {"wages": own}
    both = "(wages + spouse_wages)" if spouse else "wages"
    second = " + rate_pct / 100 x min(spouse_wages, wage_base)" if spouse else ""
    yield _money(
        "Social Security tax",
        bill.social_security,
        f"rate_pct / 100 x min(wages, wage_base){second}",
        {"rate_pct": law.social_security_rate * 100, **wages, "wage_base": law.wage_base},
        sources,
    )
    rate = {"rate_pct": law.medicare_rate * 100}
    yield _money("Medicare tax", bill.medicare, f"rate_pct / 100 x {both}", {**rate, **wages}, sources)
    yield _money(
        "additional Medicare tax",
        bill.additional_medicare,
        f"rate_pct / 100 x max(0, {both} - start)",
        {
            "rate_pct": law.additional_medicare_rate * 100,
            **wages,
            "start": law.additional_medicare_start[bill.household.filing_status],
        },
        sources,
    )
    three = {
        "social_security": bill.social_security,
        "medicare": bill.medicare,
        "additional_medicare": bill.additional_medicare,
    }
    yield _money("FICA tax", bill.fica, "social_security + medicare + additional_medicare", three, sources)


def _state_figures(bill: TaxBill, law: StateLaw) -> Iterator[Figure]:
    state, household = bill.assessment.state, bill.household
    formula, inputs = _explain_state(law, household, state)
    yield _money("state income tax", bill.state, formula, inputs, law.source_ids)
    if law.schedule is not None:
        exempt = law.schedule.dependent_exemption * household.children
        shown = {"income": household.income, "deduction": state.deduction, "exemptions": exempt}
        yield _money(
            "state taxable income",
            state.taxable_income,
            "max(0, income - deduction - exemptions)",
            shown,
            law.source_ids,
        )
    for tax, amount in zip(law.payroll, bill.assessment.state_payroll, strict=True):
        yield _payroll_fund_figure(bill, law, tax.name, amount)
    if law.schedule is not None and household.city is not None:
        city = law.schedule.cities[household.city]
        formula, inputs = _explain_schedule(city.schedules, household.filing_status, state.taxable_income)
        inputs["school_tax_credits"] = state.city_credit
        yield _money("city income tax", bill.city, f"max(0, {formula} - school_tax_credits)", inputs, law.source_ids)


def _payroll_fund_figure(bill: TaxBill, law: StateLaw, name: str, amount: Decimal) -> Figure:
    tax = next(tax for tax in law.payroll if tax.name == name)
    inputs, terms = {"rate_pct": tax.rate * 100}, []
    if tax.wage_base is not None:
        inputs["wage_base"] = tax.wage_base
    if tax.most is not None:
        inputs["most"] = tax.most
    for who, wages in zip(("wages", "spouse_wages"), bill.household.payroll_wages, strict=True):
        if wages or who == "wages":
            inputs[who] = wages
            base = who if tax.wage_base is None else f"min({who}, wage_base)"
            term = f"rate_pct / 100 x {base}"
            terms.append(term if tax.most is None else f"min({term}, most)")
    return _money(f"{law.code} {name}", amount, " + ".join(terms), inputs, law.source_ids)


def _explain_state(law: StateLaw, household: Household, state: StateTax) -> tuple[str, dict[str, Decimal]]:
    if law.flat_rate is not None:
        return "state_tax_pct / 100 x income", {"state_tax_pct": law.flat_rate * 100, "income": household.income}
    if law.schedule is None:
        what = "computed by a program outside these rules" if law.from_outside else "no income tax on wages"
        return what, {"income": household.income}
    formula, inputs = _explain_schedule(law.schedule.schedules, household.filing_status, state.taxable_income)
    if law.schedule.recapture is not None:
        formula, inputs["recapture"] = f"{formula} + recapture", state.recaptured
    if law.schedule.exemption_credit is not None:
        formula, inputs["exemption_credits"] = f"max(0, {formula} - exemption_credits)", state.credit
    if state.surtax:
        formula, inputs["surtax"] = f"{formula} + surtax", state.surtax
    return formula, inputs


def _explain_schedule(
    schedules: Mapping[FilingStatus, Schedule], status: FilingStatus, taxable: Decimal
) -> tuple[str, dict[str, Decimal]]:
    start, rate, below = schedules[status].find(taxable)
    inputs = {"tax_below": below, "rate_pct": rate * 100, "taxable_income": taxable, "bracket_start": start}
    return BRACKET_FORMULA, inputs


def _money(
    label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal], sources: tuple[str, ...] = ()
) -> Figure:
    return build_figure(label, round_cents(value), USD, formula=formula, rule=RULE, inputs=inputs, source_ids=sources)


def _percent(
    label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal], sources: tuple[str, ...] = ()
) -> Figure:
    return build_figure(
        label, percent_of(value), "percent", formula=formula, rule=RULE, inputs=inputs, source_ids=sources
    )

"""Notes that go with a tax bill: what its rules assume and what they leave out."""

from __future__ import annotations

from assistant.domain.income_tax import TaxBill

ITEMIZING = "Itemising beats the standard deduction, so state and local taxes of the same year are deducted."
ITEMIZING_BEGINS = f"With the added pay, {ITEMIZING[0].lower()}{ITEMIZING[1:]}"
BOTH_ITEMIZE = "Married filing separately, both spouses must itemise where one does: count what the other loses by it."
LEFT_OUT = "Left out: alternative minimum tax, investment income tax, other credits and part-year residence."


def list_bill_assumptions(bill: TaxBill) -> list[str]:
    """What the bill assumes about the household."""
    household, federal = bill.household, bill.assessment.federal
    notes = ["A full-year resident under 65; all wages come from one employer each."]
    if household.deduction is not None:
        notes.append("The federal deduction is the one stated.")
    elif federal.itemizes:
        notes += list_itemizing_notes(bill)
    else:
        notes.append("The standard deduction is taken.")
    state = bill.law.states.get(household.state) if household.state else None
    if state and any(tax.name.startswith("long-term care") for tax in state.payroll):
        notes.append("No exemption from WA Cares is assumed.")
    return notes


def list_itemizing_notes(*bills: TaxBill) -> list[str]:
    """What is said where any of these bills itemises; the last one is the bill with all pay in it."""
    itemizing = [bill for bill in bills if bill.itemizes]
    if not itemizing:
        return []
    notes = [ITEMIZING if len(itemizing) == len(bills) else ITEMIZING_BEGINS]
    if bills[-1].household.filing_status == "married_separate":
        notes.append(BOTH_ITEMIZE)
    return notes


def list_bill_warnings(bill: TaxBill) -> list[str]:
    """What the person must know before counting on the bill."""
    household = bill.household
    state = bill.law.states.get(household.state) if household.state else None
    warnings = [LEFT_OUT]
    schedule = state.schedule if state else None
    if schedule and schedule.itemized_cut is None and (household.itemized_deductions or household.property_tax):
        warnings.append("The state return takes the standard deduction: itemising there is not counted.")
    if household.children and household.state == "NY":
        warnings.append("New York's own child credit is not counted.")
    return warnings

"""Stand-in: law of another year, or a flat rate, where the law of a tax year is not known; always said in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.domain.tax_law import StateIncomeTax, StateLaw, TaxLaw
from assistant.errors import InputError

UNNAMED = "state"
"""Code of a state that is known by its flat rate only."""


def borrow_law(year: int, law: TaxLaw) -> TaxLaw:
    """All law of another year for a tax year whose law is not known."""
    return replace(
        law, year=year, proxy=f"The law of {law.year} stands in for that of {year}, which is not known here."
    )


def borrow_state(law: TaxLaw, other: TaxLaw, code: str) -> TaxLaw:
    """The same law with one state's income tax of another year; payroll tax of the state stays where it is known.

    Raises:
        InputError: the other year does not know that state either.
    """
    found = other.states.get(code)
    if found is None or found.missing:
        raise InputError("law_year", f"{code} income tax of {other.year} is not known here either")
    present = law.states.get(code)
    return law.with_state(
        replace(
            found,
            payroll=present.payroll if present and present.payroll else found.payroll,
            proxy=f"{found.name} income tax follows the law of {other.year}, which stands in for that of {law.year}.",
        )
    )


def with_flat_state(law: TaxLaw, code: str | None, rate: Decimal) -> TaxLaw:
    """The same law with state and local tax as a fraction of income, as the person stated it.

    >>> rate = Decimal("0.05")
    >>> law = TaxLaw(2026, None, None, None, {})
    >>> with_flat_state(law, "OR", rate).states["OR"].proxy
    'State and local tax of OR is taken as a flat 5 % of income, as stated; it is an estimate.'
    """
    known = law.states.get(code) if code else None
    where = f" of {code}" if code else ""
    note = f"State and local tax{where} is taken as a flat {_percent(rate)} % of income, as stated; it is an estimate."
    name = known.name if known else code or UNNAMED
    supplemental = known.supplemental if known else None
    return law.with_state(StateLaw(code or UNNAMED, name, flat_rate=rate, supplemental=supplemental, proxy=note))


def with_outside_state(law: TaxLaw, code: str, law_year: int, rule: StateIncomeTax, by: str) -> TaxLaw:
    """The same law with a state computed elsewhere: `by` names what computes it."""
    known = law.states.get(code)
    payroll = known.payroll if known else ()
    note = f"{code} income tax is computed by {by} under the law of {law_year}"
    note = f"{note}." if payroll else f"{note}; payroll funds of the state are left out."
    if law_year != law.year:
        note = f"{note} It stands in for that of {law.year}."
    return law.with_state(
        StateLaw(
            code,
            known.name if known else code,
            from_outside=rule,
            payroll=payroll,
            supplemental=known.supplemental if known else None,
            proxy=note,
        )
    )


def list_proxies(law: TaxLaw, state: str | None) -> tuple[str, ...]:
    """What stands in for law that is not known, as sentences."""
    found = law.states.get(state) if state else None
    return tuple(note for note in (law.proxy, found.proxy if found else None) if note)


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f}"

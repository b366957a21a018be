"""Tax tables: knowledge/reference/us/ read into the tax law of one year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from assistant.domain.household import ZERO, FilingStatus
from assistant.domain.tax_law import (
    ByStatus,
    ChildCredit,
    CityLaw,
    CreditPhaseOut,
    FederalLaw,
    ItemizedCut,
    PayrollLaw,
    Recapture,
    SaltRule,
    Schedule,
    StateLaw,
    StatePayrollTax,
    StateSchedule,
    StateSupplemental,
    SupplementalLaw,
    TaxLaw,
    build_schedule,
)
from assistant.errors import InputError, KnowledgeError

STATUSES = cast("tuple[FilingStatus, ...]", get_args(FilingStatus))
Table = dict[Any, Any]
NO_INCOME_TAX = "none.yaml"
NEVER = Decimal("1e15")
"""An income nobody reaches: where a phase-out that a year does not know would start."""


@lru_cache(maxsize=16)
def load_tax_law(folder: Path, year: int) -> TaxLaw:
    """Federal, payroll and state law of a year, as far as it is known.

    Args:
        folder: knowledge/reference/us.
        year: tax year.

    Raises:
        InputError: there is no federal law of that year, with the years there are.
        KnowledgeError: a file does not follow its format.
    """
    federal, payroll = _read(folder / "federal.yaml"), _read(folder / "payroll.yaml")
    years = list_tax_years(folder)
    if year not in years:
        raise InputError("tax_year", f"the tax law of {year} is not known here, only that of {years[0]} to {years[-1]}")
    try:
        base = _number(payroll["years"][year]["wage_base"])
        return TaxLaw(
            year=year,
            federal=_build_federal(federal, federal["years"][year]),
            payroll=_build_payroll(payroll, base),
            supplemental=_build_supplemental(federal["supplemental"]),
            states={state.code: state for state in _build_states(folder / "states", year, base)},
        )
    except (KeyError, TypeError, ArithmeticError) as error:
        raise KnowledgeError(f"tax tables of {year}: {error!r}") from error


@lru_cache(maxsize=4)
def list_tax_years(folder: Path) -> tuple[int, ...]:
    """The tax years whose federal law is known, oldest first."""
    return tuple(sorted(_read(folder / "federal.yaml")["years"]))


@lru_cache(maxsize=32)
def _read(path: Path) -> Table:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return cast("Table", yaml.load(path.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def _number(value: Any) -> Decimal:
    return Decimal(str(value))


def _by_status(values: Mapping[str, Any] | None, default: Any = None) -> ByStatus:
    stated = values or {}
    return {status: _number(stated.get(status, stated.get("single", default))) for status in STATUSES}


def _schedules(rates: list[Any], starts: Mapping[str, list[Any]]) -> dict[FilingStatus, Schedule]:
    return {
        status: build_schedule(
            [
                (_number(start), _number(rate))
                for start, rate in zip(starts.get(status, starts["single"]), rates, strict=True)
            ]
        )
        for status in STATUSES
    }


def _build_federal(table: Table, year: Table) -> FederalLaw:
    salt, phase_out = year["salt"], table["child_credit_phase_out"]
    return FederalLaw(
        schedules=_schedules(table["rates"], year["starts"]),
        standard_deduction=_by_status(year["standard_deduction"]),
        salt=SaltRule(
            cap=_by_status(salt["cap"]),
            start=_by_status(salt.get("start"), NEVER),
            reduction_rate=_number(salt.get("reduction_rate", 0)),
            floor=_by_status(salt.get("floor"), 0),
        ),
        child_credit=ChildCredit(
            _number(year["child_credit"]),
            _by_status(phase_out["start"]),
            _number(phase_out["step"]),
            _number(phase_out["step_amount"]),
        ),
        itemized_reduction_rate=_number(year.get("itemized_reduction_rate", 0)),
        source_ids=tuple(year["source_ids"]),
    )


def _build_payroll(table: Table, wage_base: Decimal) -> PayrollLaw:
    additional = table["additional_medicare"]
    return PayrollLaw(
        social_security_rate=_number(table["social_security_rate"]),
        wage_base=wage_base,
        medicare_rate=_number(table["medicare_rate"]),
        additional_medicare_rate=_number(additional["rate"]),
        additional_medicare_start=_by_status(additional["start"]),
        withholding_start=_number(additional["withholding_start"]),
        source_ids=tuple(table["source_ids"]),
    )


def _build_supplemental(table: Table) -> SupplementalLaw:
    return SupplementalLaw(
        _number(table["rate"]), _number(table["limit"]), _number(table["top_rate"]), tuple(table["source_ids"])
    )


def _build_states(folder: Path, year: int, wage_base: Decimal) -> list[StateLaw]:
    untaxed = _read(folder / NO_INCOME_TAX)
    found = [
        StateLaw(
            code=code,
            name=state["name"],
            payroll=_payroll_taxes(state.get("years", {}).get(year, []), wage_base),
            source_ids=tuple(state.get("source_ids", untaxed["source_ids"])),
            missing="years" in state and year not in state["years"],
        )
        for code, state in untaxed["states"].items()
    ]
    taxed = sorted(path for path in folder.glob("*.yaml") if path.name != NO_INCOME_TAX)
    return [*found, *(_build_state(_read(path), year, wage_base) for path in taxed)]


def _build_state(table: Table, year: int, wage_base: Decimal) -> StateLaw:
    known = table["years"].get(year)
    return StateLaw(
        code=table["code"],
        name=table["name"],
        schedule=_build_state_schedule({**table, **known}) if known else None,
        payroll=_payroll_taxes(table["payroll"]["years"].get(year, []), wage_base),
        supplemental=_build_state_supplemental(table["supplemental"]),
        source_ids=tuple(table["source_ids"]),
        missing=known is None,
    )


def _payroll_taxes(rows: list[Table], wage_base: Decimal) -> tuple[StatePayrollTax, ...]:
    return tuple(
        StatePayrollTax(
            name=row["name"],
            rate=_number(row["rate"]),
            wage_base=wage_base if row.get("wage_base") == "social_security" else None,
            most=_number(row["most"]) if "most" in row else None,
            deductible=row.get("deductible", False),
        )
        for row in rows
    )


def _build_state_supplemental(table: Table) -> StateSupplemental:
    rates = {city: _number(rate) for city, rate in table.get("city_rates", {}).items()}
    return StateSupplemental(_number(table["stock_rate"]), _number(table["other_rate"]), rates)


def _build_state_schedule(table: Table) -> StateSchedule:
    surtax, recapture = table.get("surtax"), table.get("recapture")
    phase_out, cut = table.get("credit_phase_out"), table.get("itemized_cut")
    return StateSchedule(
        schedules=_schedules(table["rates"], table["starts"]),
        standard_deduction=_by_status(table["standard_deduction"]),
        exemption_credit=_by_status(table["exemption_credit"]) if "exemption_credit" in table else None,
        dependent_credit=_number(table.get("dependent_credit", 0)),
        credit_phase_out=CreditPhaseOut(
            _by_status(phase_out["start"]), _by_status(phase_out["step"]), _number(phase_out["step_amount"])
        )
        if phase_out
        else None,
        dependent_exemption=_number(table.get("dependent_exemption", ZERO)),
        surtax=(_number(surtax["start"]), _number(surtax["rate"])) if surtax else None,
        recapture=Recapture(_number(recapture["start"]), _number(recapture["length"])) if recapture else None,
        itemized_cut=ItemizedCut(_by_status(cut["start"]), _number(cut["rate"]), _number(cut["most"])) if cut else None,
        cities={code: _build_city(city) for code, city in table.get("cities", {}).items()},
    )


def _build_city(table: Table) -> CityLaw:
    return CityLaw(
        name=table["name"],
        schedules=_schedules(table["rates"], table["starts"]),
        fixed_credit=_by_status(table["fixed_credit"]),
        fixed_credit_limit=_number(table["fixed_credit_limit"]),
        rate_credit=_schedules(table["rate_credit_rates"], table["rate_credit_starts"]),
        rate_credit_limit=_number(table["rate_credit_limit"]),
    )

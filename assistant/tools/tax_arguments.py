"""Arguments that the tax tools share: who files, where they live, and which year's law applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from assistant.domain.household import FilingStatus, Household
from assistant.domain.income_tax import WAYS_ON, describe_missing
from assistant.domain.money import Amount, Count
from assistant.domain.stand_in import (
    UNNAMED,
    borrow_law,
    borrow_state,
    list_proxies,
    with_flat_state,
    with_outside_state,
)
from assistant.domain.tax_law import TaxLaw, tell_us_only
from assistant.errors import InputError
from assistant.reference.other_states import (
    BY,
    EVERY_COUNTY,
    HOW_TO_GET,
    LAST_YEAR,
    STATES,
    build_state_rule,
    describe_local_tax,
    is_installed,
)
from assistant.reference.state_names import read_state
from assistant.reference.tables import ReferenceTables
from assistant.tools.arguments import Share
from assistant.tools.spec import ToolArguments

Year = Annotated[Count, Field(ge=1990, le=2100)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=30)]
State = Annotated[Code, AfterValidator(read_state)]
_CITIES = {"NEW YORK": "NYC", "NEW YORK CITY": "NYC", "NY": "NYC"}
_LARGEST_PAY = Decimal("1e12")


def _check_pay(value: Decimal) -> Decimal:
    if value > _LARGEST_PAY:
        raise ValueError("is too large to be pay of one household; check the zeros")
    return value


Pay = Annotated[Amount, AfterValidator(_check_pay)]
"""An amount a year that one household can have."""
_STATUSES = {
    "mfj": "married_joint",
    "married": "married_joint",
    "married_jointly": "married_joint",
    "married_filing_jointly": "married_joint",
    "joint": "married_joint",
    "mfs": "married_separate",
    "married_separately": "married_separate",
    "married_filing_separately": "married_separate",
    "hoh": "head_of_household",
    "s": "single",
}


def _read_status(given: object) -> object:
    """A filing status by one of its other names."""
    if not isinstance(given, str):
        return given
    name = "_".join(given.lower().replace("-", " ").replace("_", " ").split())
    return _STATUSES.get(name, name)


Status = Annotated[FilingStatus, BeforeValidator(_read_status)]
"""A filing status, by its usual abbreviations too: MFJ, MFS, HOH."""


@dataclass(frozen=True)
class ChosenLaw:
    """The law that applies, and what had to be assumed or borrowed to get it, in words."""

    law: TaxLaw
    state: str | None
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


class TaxArguments(ToolArguments):
    """The tax return of a US household, and the law it falls under."""

    filing_status: Status = Field(
        default="single", description="single, married_joint, married_separate or head_of_household"
    )
    tax_year: Year | None = Field(
        default=None,
        description="calendar year whose tax law applies, 2022 to 2026; default: the newest one known for the state",
    )
    state: State | None = Field(
        default=None,
        description="state of residence, e.g. CA; CA 2024-25, NY 2023-26 and states without income tax are built in, "
        "all others 2022-25 with an extra package; left out: no state tax is counted",
    )
    work_abroad: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] | None = Field(
        default=None, description="country or city of the work where it is outside the US: no tax is known there"
    )
    city: Code | None = Field(default=None, description="city with its own income tax: NYC, with state NY")
    law_year: Year | None = Field(
        default=None, description="year whose law stands in where the law of tax_year is not known; marked as a proxy"
    )
    state_tax_pct: Share | None = Field(
        default=None,
        description="flat state and local tax in percent of income, instead of the state's own schedule; an estimate",
    )
    other_income: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="other ordinary income a year in USD, taxed without payroll tax, e.g. interest",
    )
    spouse_wages: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="the spouse's gross wages a year in USD, with married_joint",
    )
    pretax_401k: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="USD a year saved before income tax (traditional 401(k)); payroll tax still applies",
    )
    pretax_benefits: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="USD a year taken out before income tax and payroll tax: health premiums, FSA, payroll HSA",
    )
    itemized_deductions: Pay = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="USD a year that could be itemised besides state and local tax: mortgage interest, gifts",
    )
    deduction: Pay | None = Field(
        default=None,
        description="fixes the federal deduction in USD, e.g. 15000; default: the better of standard and itemised",
    )
    property_tax: Pay = Field(
        default=Decimal(0), json_schema_extra={"default": 0}, description="property tax paid a year in USD"
    )
    children: Annotated[Count, Field(ge=0, le=20)] = Field(
        default=0, description="children under 17, for the child tax credit"
    )

    @property
    def state_code(self) -> str | None:
        """The state as the law lists it; a state known by its flat rate only has a code of its own."""
        return UNNAMED if self.state is None and self.state_tax_pct is not None else self.state

    @property
    def _city_code(self) -> str | None:
        return _CITIES.get(self.city, self.city) if self.city else None

    def household(self, wages: Decimal) -> Household:
        """The household with these gross wages."""
        return Household(
            filing_status=self.filing_status,
            wages=wages,
            state=self.state_code,
            city=None if self.state_tax_pct is not None else self._city_code,
            other_income=self.other_income,
            itemized_deductions=self.itemized_deductions,
            property_tax=self.property_tax,
            deduction=self.deduction,
            pretax=self.pretax_401k,
            cafeteria=self.pretax_benefits,
            spouse_wages=self.spouse_wages,
            children=self.children,
        )

    def choose_law(self, reference: ReferenceTables, today: date, needs_state_tax: bool = True) -> ChosenLaw:
        """The law of the tax year, with stand-ins where the person asked for them.

        Args:
            reference: the tables.
            today: the newest law up to this date applies where no tax year is stated.
            needs_state_tax: False where the state's income tax is not used, so that it need not be known.

        Raises:
            InputError: law that is needed is not known; the message names the ways on.
        """
        if self.work_abroad:
            raise InputError("work_abroad", tell_us_only(f"a job in {self.work_abroad}"))
        if self.state is not None and self.state not in STATES:
            raise InputError("state", f'"{self.state}" is no US state; give its two-letter code such as CA')
        if self.state_code is None and self.city is not None:
            known = "NYC is taxed with state NY: add state NY" if self._city_code == "NYC" else "add it"
            raise InputError("state", f"is missing: a city is taxed with its state; {known}, or leave city out")
        year = self.tax_year or self._newest_year(reference, today)
        law = self._federal_law(reference, year)
        borrowed = law.proxy is not None
        if self.state_tax_pct is not None:
            law = with_flat_state(law, self.state, self.state_tax_pct / 100)
        elif (
            self.state is not None
            and needs_state_tax
            and (self.state not in law.states or law.states[self.state].missing)
        ):
            law, borrowed = self._stand_in(reference, law, self.state), True
        proxies = list_proxies(law, self.state_code)
        found = law.states.get(self.state) if self.state else None
        local = describe_local_tax(found.code) if found and found.from_outside else None
        warnings = [*proxies, *self._moved_year(reference, today, year), *self._savings_limit(reference, year)]
        if local is not None and self.state in EVERY_COUNTY:
            warnings.append(local)
        if self.law_year not in (None, year) and not borrowed:
            warnings.append(f"law_year {self.law_year} is not used: the law of {year} is known.")
        noted = (*self._assumptions(year), *proxies, *([local] if local else []))
        return ChosenLaw(law, self.state_code, noted, tuple(warnings))

    def _moved_year(self, reference: ReferenceTables, today: date, year: int) -> list[str]:
        """The year that was used because of the state, where the person stated none."""
        newest = max((known for known in reference.tax_years if known <= today.year), default=year)
        if self.tax_year is not None or self.state is None or year >= newest:
            return []
        return [
            f"All law is that of {year}, the newest known for {self.state}; without the state it would be {newest}. "
            f"Give tax_year {year} on both sides when you compare."
        ]

    def _savings_limit(self, reference: ReferenceTables, year: int) -> list[str]:
        limits = reference.retirement_limits(year)
        people = 2 if self.spouse_wages else 1
        if self.pretax_401k <= limits.contribution * people:
            return []
        each = "" if people == 1 else " for each of two"
        return [
            f"pretax_401k is above the limit of {limits.contribution:,.0f} in {limits.year}{each} "
            f"({limits.contribution + limits.catch_up:,.0f} from age 50): what is above cannot be saved before tax."
        ]

    def _newest_year(self, reference: ReferenceTables, today: date) -> int:
        known = [year for year in reference.tax_years if year <= today.year]
        if self.law_year is not None or not known:
            return today.year
        newest = known[-1]
        if self.state is None or self.state_tax_pct is not None:
            return newest
        for year in reversed(known):
            state = reference.tax_law(year).states.get(self.state)
            if state is None:
                return min(newest, LAST_YEAR)
            if not state.missing:
                return year
        return newest

    def _federal_law(self, reference: ReferenceTables, year: int) -> TaxLaw:
        if year in reference.tax_years:
            return reference.tax_law(year)
        if self.law_year is None:
            known = f"only that of {reference.tax_years[0]} to {reference.tax_years[-1]}"
            way_on = f"Give law_year, a year whose law stands in, such as {reference.tax_years[-1]}"
            raise InputError("tax_year", f"the tax law of {year} is not known here, {known}. {way_on}")
        return borrow_law(year, self._known_law(reference, self.law_year))

    @staticmethod
    def _known_law(reference: ReferenceTables, law_year: int) -> TaxLaw:
        if law_year not in reference.tax_years:
            known = f"{reference.tax_years[0]} to {reference.tax_years[-1]}"
            raise InputError("law_year", f"the tax law of {law_year} is not known here; give one of {known}")
        return reference.tax_law(law_year)

    def _stand_in(self, reference: ReferenceTables, law: TaxLaw, code: str) -> TaxLaw:
        if code in law.states and self.law_year is not None:
            return borrow_state(law, self._known_law(reference, self.law_year), code)
        if code in law.states and (law.year > LAST_YEAR or not is_installed()):
            others = f", and with the extra package ({HOW_TO_GET}) every state of 2022 to {LAST_YEAR}"
            raise InputError("state", describe_missing(law, code, law.states[code], others))
        law_year = law.year if law.year <= LAST_YEAR else self.law_year or law.year
        if law_year > LAST_YEAR:
            raise InputError(
                "state",
                f"{code} income tax of {law_year} is not known here, only that of {LAST_YEAR} and before. {WAYS_ON}",
            )
        try:
            return with_outside_state(law, code, law_year, build_state_rule(code, law_year), BY)
        except InputError as error:
            raise InputError(
                "state", f"{error.message}. Or, without it: state_tax_pct, a flat percent of income"
            ) from error

    def _assumptions(self, year: int) -> list[str]:
        notes = []
        if self.tax_year is None:
            notes.append(f"No tax year is stated: {year} is used.")
        if "filing_status" not in self.model_fields_set:
            notes.append("No filing status is stated: single is assumed.")
        if self.state is None and self.state_tax_pct is None:
            notes.append("No state is stated: state tax is left out.")
        if self.state == "NY" and self.city is None and self.state_tax_pct is None:
            notes.append("No city is stated: the New York City resident tax is left out.")
        return notes

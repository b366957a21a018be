"""Reference tables: the dated facts of knowledge/reference/ as domain values, each read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.contract_tax import EarningsTaxLaw
from assistant.domain.dilution import Medians
from assistant.domain.evidence import Source
from assistant.domain.guidance_audit import WorkedClaim
from assistant.domain.household import FilingStatus
from assistant.domain.levels import LevelTables
from assistant.domain.minimum_tax import MinimumTaxLaw
from assistant.domain.pay_band import KnownBand
from assistant.domain.retirement_match import RetirementLimits
from assistant.domain.tax_law import TaxLaw
from assistant.reference.bands import load_bands
from assistant.reference.bibliography import load_bibliography
from assistant.reference.dilution import load_medians
from assistant.reference.level_tables import load_level_tables
from assistant.reference.minimum_tax import load_minimum_tax
from assistant.reference.retirement import load_retirement_limits
from assistant.reference.self_employment import load_earnings_tax
from assistant.reference.tax_tables import list_tax_years, load_tax_law
from assistant.reference.worked_claims import load_worked_claims


@dataclass(frozen=True)
class ReferenceTables:
    """The tables in one folder."""

    folder: Path

    @property
    def bibliography(self) -> Mapping[str, Source]:
        """The sources of the library by id."""
        return load_bibliography(self.folder.parent / "sources.yaml")

    @property
    def bands(self) -> tuple[KnownBand, ...]:
        """The pay bands that sources publish."""
        return load_bands(self.folder / "bands")

    def dilution_medians(self, year: int) -> Medians:
        """Median dilution of startup rounds by stage in a year."""
        return load_medians(self.folder, year)

    @property
    def levels(self) -> LevelTables:
        """What sources say about the levels of companies."""
        return load_level_tables(self.folder / "levels.yaml")

    @property
    def tax_years(self) -> tuple[int, ...]:
        """Tax years whose federal law is known, oldest first."""
        return list_tax_years(self.folder / "us")

    def tax_law(self, year: int) -> TaxLaw:
        """US tax law of a year.

        Raises:
            InputError: the law of that year is not known here.
        """
        return load_tax_law(self.folder / "us", year)

    def retirement_limits(self, year: int) -> RetirementLimits:
        """Limits of US retirement and stock purchase plans in a year, or in the nearest one on file."""
        return load_retirement_limits(self.folder, year)

    def earnings_tax(self, year: int) -> EarningsTaxLaw:
        """Social Security and Medicare of a year, for employees, employers and the self-employed."""
        return load_earnings_tax(self.folder, year)

    @property
    def worked_claims(self) -> tuple[WorkedClaim, ...]:
        """The numbers in published advice that are registered for recomputation."""
        return load_worked_claims(self.folder.parent / "worked_claims.yaml")

    def minimum_tax(self, year: int, filing_status: FilingStatus) -> MinimumTaxLaw:
        """Alternative minimum tax of a year for a filing status.

        Raises:
            InputError: the amounts of that year are not on file.
        """
        return load_minimum_tax(self.folder / "us", year, filing_status)

"""Minimum tax amounts of knowledge/reference/us/minimum_tax.yaml as domain values."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from assistant.domain.household import FilingStatus
from assistant.domain.minimum_tax import MinimumTaxLaw
from assistant.errors import InputError, KnowledgeError

FILE = "minimum_tax.yaml"
LAW_SOURCE = "irc-55"


def load_minimum_tax(folder: Path, year: int, filing_status: FilingStatus) -> MinimumTaxLaw:
    """The alternative minimum tax of a year for a filing status.

    Args:
        folder: knowledge/reference/us.
        year: tax year.
        filing_status: a status that is not in the table has the amounts of a single person.

    Raises:
        InputError: the amounts of that year are not on file.
        KnowledgeError: the file does not follow its format.
    """
    table = _read(folder / FILE)
    try:
        years = table["years"]
        if year not in years:
            raise InputError("tax_year", f"has no minimum tax amounts here; the years are {min(years)} to {max(years)}")
        row = years[year]
        amounts = {
            name: _by_status(row[name], filing_status) for name in ("exemption", "phase_out_start", "rate_break")
        }
        return MinimumTaxLaw(
            year=year,
            phase_out_rate=Decimal(str(row["phase_out_rate"])),
            low_rate=Decimal(str(table["low_rate"])),
            high_rate=Decimal(str(table["high_rate"])),
            exemption_turns_negative=filing_status == "married_separate",
            source_ids=(row["source_id"], LAW_SOURCE),
            **amounts,
        )
    except (KeyError, TypeError, ArithmeticError) as error:
        raise KnowledgeError(f"{FILE}: {error!r}") from error


def _by_status(amounts: dict[str, Any], filing_status: FilingStatus) -> Decimal:
    return Decimal(str(amounts.get(filing_status, amounts["single"])))


@lru_cache(maxsize=4)
def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return cast("dict[str, Any]", yaml.load(path.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error

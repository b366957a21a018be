"""Tax on earnings from work: payroll.yaml and self_employment.yaml of knowledge/reference/us as a domain value."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.contract_tax import EarningsTaxLaw
from assistant.errors import KnowledgeError

FOLDER = "us"
RATES = ("social_security_rate", "medicare_rate")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=16)
def load_earnings_tax(folder: Path, year: int) -> EarningsTaxLaw:
    """Social Security and Medicare of a year, with the wage base of the nearest year on file where it is missing.

    Raises:
        KnowledgeError: a file does not follow its format.
    """
    try:
        payroll = _read(folder / FOLDER / "payroll.yaml")
        own = _read(folder / FOLDER / "self_employment.yaml")
        known = min(payroll["years"], key=lambda item: abs(int(item) - year))
        return EarningsTaxLaw(
            year=int(known),
            asked_year=year,
            wage_base=Decimal(str(payroll["years"][known]["wage_base"])),
            net_share=Decimal(str(own["net_share"])),
            source_ids=(str(own["source_id"]), str(payroll["source_ids"][0])),
            **{name: Decimal(str(payroll[name])) for name in RATES},
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise KnowledgeError(f"earnings tax: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    return table

"""Retirement limits of knowledge/reference/us/retirement.yaml as domain values."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.retirement_match import RetirementLimits
from assistant.errors import KnowledgeError

FILE = Path("us") / "retirement.yaml"
AMOUNTS = ("contribution", "catch_up", "late_catch_up", "pay")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=16)
def load_retirement_limits(folder: Path, year: int) -> RetirementLimits:
    """The limits of a year; those of the nearest year on file where that one is missing.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    try:
        table: dict[str, Any] = yaml.load((folder / FILE).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
        known = min(table["years"], key=lambda item: abs(int(item) - year))
        row, purchase = table["years"][known], table["stock_purchase"]
        return RetirementLimits(
            year=int(known),
            asked_year=year,
            stock_purchase=Decimal(str(purchase["limit"])),
            source_ids=(str(row["source_id"]),),
            stock_purchase_source_ids=(str(purchase["source_id"]),),
            **{name: Decimal(str(row[name])) for name in AMOUNTS},
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise KnowledgeError(f"{FILE.name}: {error}") from error

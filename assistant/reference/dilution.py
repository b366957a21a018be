"""Dilution medians of knowledge/reference/startup as domain values."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.dilution import Medians
from assistant.errors import InputError, KnowledgeError

FILE = Path("startup") / "round_dilution.yaml"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_medians(folder: Path, year: int) -> Medians:
    """Median dilution by stage in a year.

    Raises:
        InputError: there are no medians of that year.
        KnowledgeError: the file does not follow its format.
    """
    table = _read_table(folder / FILE)
    if year not in table["years"]:
        known = ", ".join(str(item) for item in sorted(table["years"]))
        raise InputError("median_year", f"has no medians on file; the years are {known}")
    try:
        percents = {stage: Decimal(str(value)) for stage, value in table["years"][year]["stages"].items()}
        return Medians(year=year, percents=percents, source_ids=(table["source_id"],))
    except (KeyError, TypeError, ArithmeticError) as error:
        raise KnowledgeError(f"{FILE.name}: {error}") from error


@lru_cache(maxsize=4)
def _read_table(path: Path) -> dict[str, Any]:
    try:
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
        return {"years": dict(table["years"]), "source_id": str(table["source_id"])}
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error

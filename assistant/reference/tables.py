"""Reference tables: the dated facts of knowledge/reference/ as domain values, each read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ReferenceTables:
    """The tables in one folder."""

    folder: Path

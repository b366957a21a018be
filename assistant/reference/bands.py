"""Pay bands that sources of the library publish: knowledge/reference/bands/*.csv."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from assistant.domain.pay_band import KnownBand
from assistant.errors import KnowledgeError


@lru_cache(maxsize=8)
def load_bands(folder: Path) -> tuple[KnownBand, ...]:
    """Every band of the folder, file by file in the order of the rows.

    Raises:
        KnowledgeError: a file does not follow its format.
    """
    return tuple(band for path in sorted(folder.glob("*.csv")) for band in _load_file(path))


def _load_file(path: Path) -> tuple[KnownBand, ...]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [{name: value for name, value in row.items() if value} for row in csv.DictReader(file)]
        return tuple(KnownBand.model_validate(row) for row in rows)
    except (OSError, ValueError, csv.Error) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def covers_level(band: KnownBand, level: str) -> bool:
    """Whether the band is that level's: "62", "L62" and "61-62" all belong to 61-62, 66 to 65+.

    >>> band = {"company": "a", "role": "b", "level": "61-62", "part": "base", "currency": "USD", "as_of": "2025"}
    >>> covers_level(KnownBand(**band, source_id="c"), "L62")
    True
    """
    ends = [int(number) for number in re.findall(r"\d+", band.level)]
    wanted = [int(number) for number in re.findall(r"\d+", level)]
    if not ends or not wanted:
        return band.level.casefold() == level.strip().casefold()
    top = 99 if band.level.endswith("+") else ends[-1]
    return ends[0] <= wanted[0] and wanted[-1] <= top

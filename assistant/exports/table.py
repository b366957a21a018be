"""Tables as CSV files, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would run as a formula."""


def render_table(rows: Sequence[Mapping[str, Any]]) -> str:
    r"""The rows as CSV, one column for every name in order of appearance; what is missing stays empty.

    Words that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers.

    >>> render_table([{"year": 1, "note": "=1+1"}])
    "year,note\r\n1,'=1+1\r\n"
    """
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([_to_cell(name) for name in columns])
    writer.writerows([_to_cell(row.get(name)) for name in columns] for row in rows)
    return file.getvalue()


def _to_cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_COMMANDS):
        return f"'{value}"
    return value

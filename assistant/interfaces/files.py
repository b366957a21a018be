"""Files of the command line: tables read in, tables and calendars written out, nothing overwritten."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.exports.calendar import CalendarEvent, render_calendar
from assistant.exports.table import render_table

LARGEST_BYTES = 20_000_000


def read_table(path: Path) -> str:
    """The text of a CSV file, in UTF-8, UTF-16 or the old Windows code page.

    Raises:
        InputError: it cannot be opened, or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise InputError("csv", f"{path} is larger than 20 MB: save only the comparable rows")
        content = path.read_bytes()
    except OSError as error:
        raise InputError("csv", f"{path} cannot be read ({error.strerror})") from error
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def write_calendar(path: Path, result: dict[str, Any], now: datetime) -> int:
    """Write the dated rows of a calculation to a new .ics file; the number of events comes back.

    Raises:
        InputError: nothing is dated, the file exists already, or it cannot be written.
    """
    events = [_read_event(row) for row in result.get("table", []) if "date" in row and "step" in row]
    if not events:
        raise InputError("ics", "this calculation has no dated steps; use it with timeline")
    write_new("ics", path, render_calendar(events, now))
    return len(events)


def write_table(path: Path, result: dict[str, Any]) -> int:
    """Write the table of a calculation, or its figures where it has none, to a new CSV file; the rows are counted.

    Raises:
        InputError: the file exists already, or it cannot be written.
    """
    figures = [{name: item[name] for name in ("label", "value", "unit", "formula")} for item in result["figures"]]
    rows = result.get("table") or figures
    # Spreadsheets know UTF-8 by its mark only.
    write_new("table", path, render_table(rows).encode("utf-8-sig"))
    return len(rows)


def read_bytes(option: str, path: Path) -> bytes:
    """The content of a file.

    Raises:
        InputError: it cannot be opened.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(option, f"{path} cannot be read ({error.strerror})") from error


def write_new(option: str, path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        InputError: it is there already, or cannot be written.
    """
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise InputError(option, f"{path} exists already: give another name, or remove it first") from error
    except OSError as error:
        raise InputError(option, f"{path} cannot be written ({error.strerror})") from error


def _read_event(row: dict[str, Any]) -> CalendarEvent:
    time = f" ({row['time']})" if row.get("time") else ""
    return CalendarEvent(
        day=date.fromisoformat(row["date"]), summary=f"{row['step']}{time}", description=str(row.get("why") or "")
    )

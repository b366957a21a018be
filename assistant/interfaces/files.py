"""Files of the command line: tables read in, calendars written out, nothing overwritten."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.exports.calendar import CalendarEvent, render_calendar

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
    content = render_calendar(events, now)
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise InputError("ics", f"{path} exists already: give another name, or remove it first") from error
    except OSError as error:
        raise InputError("ics", f"{path} cannot be written ({error.strerror})") from error
    return len(events)


def _read_event(row: dict[str, Any]) -> CalendarEvent:
    time = f" ({row['time']})" if row.get("time") else ""
    return CalendarEvent(
        day=date.fromisoformat(row["date"]), summary=f"{row['step']}{time}", description=str(row.get("why") or "")
    )

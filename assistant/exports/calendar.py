"""Calendar files (.ics, RFC 5545): one all-day event for each dated step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from icalendar import Alarm

PRODUCT = "-//Parley//Offer timeline//EN"
NAMESPACE = uuid5(NAMESPACE_URL, "parley-coach/calendar")
MORNING = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something to do on a day, with an alarm in the morning so many days before when `remind_days` is not 0."""

    day: date
    summary: str
    description: str = ""
    remind_days: int = 0


def render_calendar(events: Iterable[CalendarEvent], now: datetime) -> bytes:
    r"""The events as an .ics file: CRLF lines, UTF-8, folded and escaped.

    The same event on the same day always gets the same UID, so that importing a file twice changes nothing.

    Args:
        events: in any order; two of one day and summary become one.
        now: when the file is made, with its time zone.

    >>> made = render_calendar([CalendarEvent(date(2026, 11, 20), "deadline")], datetime(2026, 11, 16, tzinfo=UTC))
    >>> b"DTSTART;VALUE=DATE:20261120\r\n" in made
    True
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    stamp = now.astimezone(UTC).replace(microsecond=0)
    unique = {_uid(event): event for event in events}
    for uid, item in sorted(unique.items(), key=lambda pair: (pair[1].day, pair[0])):
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", item.day)
        event.add("dtend", item.day + timedelta(days=1))
        event.add("summary", _plain(item.summary))
        if item.description:
            event.add("description", _plain(item.description))
        event.add("transp", "TRANSPARENT")
        if item.remind_days:
            event.add_component(_build_alarm(item))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _build_alarm(item: CalendarEvent) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(item.summary))
    # An all-day event begins at midnight.
    alarm.add("trigger", MORNING - timedelta(days=item.remind_days))
    return alarm


def _uid(event: CalendarEvent) -> str:
    return f"{uuid5(NAMESPACE, f'{event.day.isoformat()} {event.summary}')}@parley"


def _plain(text: str) -> str:
    """The text without control signs, which calendar programs refuse; line breaks stay."""
    return "".join(character for character in text if character.isprintable() or character == "\n")

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from assistant.exports.calendar import CalendarEvent, render_calendar

NOW = datetime(2026, 11, 25, 9, 30, 12, 999, tzinfo=timezone(timedelta(hours=-8)))
events = st.builds(
    CalendarEvent, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.text(max_size=80), st.text(max_size=200)
)


def read(content: bytes) -> list[tuple[date, str]]:
    return [(event.decoded("dtstart"), str(event["summary"])) for event in Calendar.from_ical(content).walk("VEVENT")]


@given(made=st.lists(events, max_size=8))
@settings(max_examples=80)
def test_the_file_reads_back_as_the_same_days(made: list[CalendarEvent]) -> None:
    content = render_calendar(made, NOW)
    assert sorted(day for day, _ in read(content)) == sorted(
        {(event.day, event.summary): event.day for event in made}.values()
    )
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_signs_with_a_meaning_are_escaped_and_come_back() -> None:
    event = CalendarEvent(date(2026, 11, 20), "deadline, 5 pm; PST\\EST", "first line\nBEGIN:VEVENT")
    content = render_calendar([event], NOW)
    assert read(content) == [(event.day, event.summary)]
    assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 1


def test_an_event_lasts_its_whole_day_and_blocks_none_of_it() -> None:
    (event,) = Calendar.from_ical(render_calendar([CalendarEvent(date(2026, 11, 20), "deadline")], NOW)).walk("VEVENT")
    assert event.decoded("dtend") == date(2026, 11, 21)
    assert event.decoded("dtstamp") == datetime(2026, 11, 25, 17, 30, 12, tzinfo=UTC)
    assert str(event["transp"]) == "TRANSPARENT"


def test_the_same_event_keeps_its_uid_and_another_day_gets_another() -> None:
    first, again = (CalendarEvent(date(2026, 11, 20), "deadline", words) for words in ("a", "b"))
    moved = CalendarEvent(date(2026, 11, 23), "deadline")
    uids = [str(event["uid"]) for event in Calendar.from_ical(render_calendar([first, moved], NOW)).walk("VEVENT")]
    later = Calendar.from_ical(render_calendar([again], NOW + timedelta(days=1))).walk("VEVENT")
    assert str(later[0]["uid"]) in uids
    assert len(set(uids)) == 2

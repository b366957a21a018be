"""Timeline: the days an offer leaves, what an extension gains, and when work can begin.

The day an offer is received does not count as one of its days; the other count is shown beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from assistant.domain.business_days import (
    WorkCalendar,
    add_business_days,
    count_business_days,
    is_business_day,
    list_holidays,
    list_weekdays,
    on_or_after,
)
from assistant.domain.figure import Figure
from assistant.domain.service_time import add_months
from assistant.errors import InputError

RULE = "timeline"
OWN = ("parley-own",)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in one of the ways people state it; unused parts are 0."""

    business_days: int = 0
    days: int = 0
    weeks: int = 0
    months: int = 0

    def after(self, day: date, calendar: WorkCalendar) -> date:
        """The day on which the span ends, `day` itself not counted."""
        moved = add_months(day, self.months) + timedelta(days=self.days + 7 * self.weeks)
        return add_business_days(moved, self.business_days, calendar)

    def __bool__(self) -> bool:
        """Whether any time was stated."""
        return bool(self.business_days or self.days or self.weeks or self.months)


@dataclass(frozen=True, slots=True)
class OtherOffer:
    """Another offer: when it is or will be there, and until when it is open."""

    received: date | None
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Leaving the present job: the notice owed, the day it is given, and the start date wanted."""

    owed: Span
    given: date | None
    wanted_start: date | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated row of the timeline."""

    day: date
    step: str
    why: str
    source_ids: tuple[str, ...] = OWN


@dataclass(frozen=True, slots=True)
class Part:
    """What one question about the calendar yields."""

    figures: tuple[Figure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def find_deadline(offer_date: date, deadline: date | None, stated: Span, calendar: WorkCalendar) -> date:
    """The last day for an answer: the date given, else the stated time after the offer date.

    >>> find_deadline(date(2026, 11, 16), None, Span(business_days=5), WorkCalendar())
    datetime.date(2026, 11, 23)

    Raises:
        InputError: neither is given, or the date lies before the offer.
    """
    if deadline is None:
        if not stated:
            raise InputError("deadline", "is missing: give its date, or business_days, calendar_days or weeks")
        return stated.after(offer_date, calendar)
    if deadline < offer_date:
        raise InputError("deadline", f"lies before the offer date {offer_date}: check both dates")
    return deadline


def measure_window(offer_date: date, deadline: date, stated: Span, calendar: WorkCalendar, today: date) -> Part:
    """How long the offer is open, under both ways of counting, and how much of that is left."""
    counted = count_business_days(offer_date, deadline, calendar)
    offer_day = int(is_business_day(offer_date, calendar))
    figures = [
        count_figure("business days from offer to deadline", offer_date, deadline, calendar),
        _figure(
            "business days from offer to deadline, offer day counted",
            counted + offer_day,
            "business_days + offer_day",
            {"business_days": counted, "offer_day": offer_day},
        ),
        date_figure("calendar days from offer to deadline", "deadline", deadline, "offer_date", offer_date),
        date_figure("calendar days until the deadline", "deadline", deadline, "today", today),
    ]
    if today <= deadline:
        figures.append(count_figure("business days until the deadline", today, deadline, calendar))
    return Part(
        figures=tuple(figures),
        milestones=tuple(_other_count(offer_date, deadline, stated, calendar)),
        assumptions=tuple(_name_window(offer_date, deadline, calendar)),
        warnings=tuple(_warn_window(offer_date, deadline, stated, calendar, today)),
    )


def _other_count(offer_date: date, deadline: date, stated: Span, calendar: WorkCalendar) -> Iterator[Milestone]:
    days = stated.business_days
    if not days or not is_business_day(offer_date, calendar):
        return
    earlier, later = add_business_days(offer_date, days - 1, calendar), add_business_days(offer_date, days, calendar)
    if deadline != earlier:
        yield Milestone(earlier, "deadline if the offer day counts", f"{days} business days with the offer day as one.")
    if deadline != later:
        yield Milestone(later, "deadline if the offer day does not count", f"{days} business days after the offer day.")


def _name_window(offer_date: date, deadline: date, calendar: WorkCalendar) -> Iterator[str]:
    yield "The day of receipt is not counted; the day of the deadline is."
    for day in list_holidays(offer_date, deadline, calendar):
        yield f"{calendar.holidays[day]} ({day}) is a holiday and not counted."


def _warn_window(offer_date: date, deadline: date, stated: Span, calendar: WorkCalendar, today: date) -> Iterator[str]:
    if not is_business_day(deadline, calendar):
        name = calendar.holidays.get(deadline) or f"{deadline:%A}"
        yield f"The deadline {deadline} is no business day ({name}): ask which day is meant, and answer before it."
    if deadline < today:
        yield f"The deadline {deadline} has passed; silence is not acceptance, but ask whether the offer still stands."
    counted = count_business_days(offer_date, deadline, calendar)
    both = {counted, counted + is_business_day(offer_date, calendar)}
    if stated and stated.after(offer_date, calendar) != deadline:
        ends = stated.after(offer_date, calendar)
        fits = " counting the offer day" if stated.business_days in both else ""
        yield (
            f"The stated length ends on {ends}, not on the stated deadline {deadline}"
            f"{f'; it fits only{fits}' if fits else ''}: ask which one holds."
        )


def measure_extension(deadline: date, extended: date | None, more: Span, calendar: WorkCalendar) -> Part:
    """What moving the deadline gains.

    Raises:
        InputError: the new deadline does not lie after the old one.
    """
    new = extended or more.after(deadline, calendar)
    if new <= deadline:
        raise InputError("extended_deadline", f"must lie after the deadline {deadline}")
    return Part(
        figures=(
            date_figure("calendar days gained by the extension", "extended_deadline", new, "deadline", deadline),
            count_figure("business days gained by the extension", deadline, new, calendar),
        ),
        milestones=(Milestone(new, "extended deadline", "Name this date when you ask, with one honest reason."),),
    )


def measure_overlap(
    offer_date: date, deadline: date, other: OtherOffer, compare_days: int, calendar: WorkCalendar
) -> Part:
    """Whether both offers are open at once, and the extension that lets them meet.

    Args:
        offer_date: when this offer came.
        deadline: until when it is open.
        other: the other offer.
        compare_days: business days wanted to compare, after the other offer is there.
        calendar: days nobody works.

    Raises:
        InputError: the other deadline lies before the other offer.
    """
    figures: list[Figure] = []
    milestones: list[Milestone] = []
    if other.received and other.deadline and other.deadline < other.received:
        raise InputError("other_deadline", f"lies before other_offer_date {other.received}: check both dates")
    if other.received:
        ready = add_business_days(other.received, compare_days, calendar)
        short = (ready - deadline).days
        figures.append(
            _figure(
                "extension needed to see the other offer",
                max(0, short),
                "max(0, days_short)",
                {"days_short": short, "ready": ready.isoformat(), "deadline": deadline.isoformat()},
            )
        )
        milestones.append(Milestone(other.received, "other offer expected", "Tell this company early that it comes."))
    if other.deadline:
        first, last = sorted((deadline, other.deadline))
        figures.append(date_figure("days between both deadlines", "later_deadline", last, "earlier_deadline", first))
        figures.append(count_figure("business days between both deadlines", first, last, calendar))
        opened = max(offer_date, other.received or offer_date)
        both = (first - opened).days + 1
        figures.append(
            _figure(
                "days both offers are open",
                max(0, both),
                "max(0, first_deadline_minus_later_offer + 1)",
                {"first_deadline_minus_later_offer": both - 1},
            )
        )
        milestones.append(Milestone(other.deadline, "other deadline", "Both answers should be clear by the first."))
    return Part(tuple(figures), tuple(milestones), warnings=tuple(_warn_overlap(deadline, other)))


def _warn_overlap(deadline: date, other: OtherOffer) -> Iterator[str]:
    if other.received and other.received > deadline:
        yield f"This offer ends before the other one comes: ask for more time than {deadline}, or decide on it alone."
    elif other.deadline and other.deadline < deadline:
        yield f"The other deadline {other.deadline} comes first: ask that company for the extension."


def measure_notice(ready: date, notice: Notice, calendar: WorkCalendar) -> Part:
    """The last day at the present job and the earliest start at the new one.

    Args:
        ready: the first day on which notice can safely be given.
        notice: what is owed and wanted.
        calendar: days nobody works.
    """
    given = notice.given or on_or_after(ready, calendar)
    last = notice.owed.after(given, calendar)
    start = on_or_after(last + timedelta(days=1), calendar)
    figures = [
        date_figure("calendar days of notice", "last_day", last, "notice_given", given),
        date_figure("calendar days from notice to earliest start", "earliest_start", start, "notice_given", given),
    ]
    milestones = [
        Milestone(
            given,
            "give notice",
            "Only after the final letter is signed and its conditions are met.",
            ("crack-ml-2026", "parley-own"),
        ),
        Milestone(last, "last day at the present job", "The notice runs out; the day it is given does not count."),
        Milestone(start, "earliest start", "The first business day after the notice."),
    ]
    warnings = []
    if notice.wanted_start:
        spare = date_figure(
            "days between earliest and wanted start", "wanted_start", notice.wanted_start, "earliest_start", start
        )
        figures.append(spare)
        milestones.append(Milestone(notice.wanted_start, "wanted start", "As stated."))
        if spare.value < 0:
            warnings.append(
                f"A start on {notice.wanted_start} is too early: the notice allows {start} at the earliest."
            )
    return Part(tuple(figures), tuple(milestones), ("Notice starts the day after it is given.",), tuple(warnings))


def count_figure(label: str, start: date, end: date, calendar: WorkCalendar) -> Figure:
    """Business days after `start` up to and with `end`."""
    weekdays, off = list_weekdays(start, end, calendar), list_holidays(start, end, calendar)
    inputs = {"weekdays": len(weekdays), "holidays": len(off), "after": start.isoformat(), "until": end.isoformat()}
    return _figure(label, len(weekdays) - len(off), "weekdays - holidays", inputs)


def date_figure(label: str, later_name: str, later: date, earlier_name: str, earlier: date) -> Figure:
    """Calendar days from one date to another, the first not counted."""
    inputs = {later_name: later.isoformat(), earlier_name: earlier.isoformat()}
    return _figure(label, (later - earlier).days, f"{later_name} - {earlier_name}", inputs)


def _figure(label: str, value: int, formula: str, inputs: dict[str, Any]) -> Figure:
    return Figure(label=label, value=Decimal(value), unit="days", formula=formula, rule=RULE, inputs=inputs)

"""The tool timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.domain.business_days import WorkCalendar, add_business_days
from assistant.domain.money import Count
from assistant.domain.result import ToolResult
from assistant.domain.stated_day import read_stated_day
from assistant.domain.timeline import (
    Milestone,
    Notice,
    OtherOffer,
    Part,
    Span,
    find_deadline,
    measure_extension,
    measure_notice,
    measure_overlap,
    measure_window,
)
from assistant.domain.timeline_steps import list_steps
from assistant.errors import InputError
from assistant.reference.work_calendar import load_work_calendar
from assistant.tools.arguments import Day, OfferChoice, choose_offer
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "timeline"
YEARS_BEFORE, YEARS_AFTER = 1, 6
"""Beyond all dates given, how far the longest stated lengths can reach."""


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _read_country(value: object) -> object:
    code = _upper(value)
    if not isinstance(code, str) or len(code) != 2 or not code.isalpha():
        raise ValueError("must be a code of two letters such as US, GB or DE")
    return code


Days = Annotated[Count, Field(ge=0, le=260)]
Weeks = Annotated[Count, Field(ge=0, le=52)]


class TimelineArguments(ToolArguments):
    """Arguments of timeline."""

    offer_date: Day | None = Field(default=None, description="day the offer was received, YYYY-MM-DD; default today")
    deadline: Day | None = Field(default=None, description="last day for an answer, YYYY-MM-DD")
    offer: OfferChoice = Field(
        default=None,
        description="name of an offer in the case, or a whole offer, whose deadline counts where none is given here",
    )
    deadline_time: str | None = Field(
        default=None, max_length=60, description='hour and time zone of the deadline in words, e.g. "5 pm Pacific"'
    )
    business_days: Days = Field(default=0, description="time to answer in business days after the offer date")
    calendar_days: Days = Field(default=0, description="time to answer in calendar days after the offer date")
    weeks: Weeks = Field(default=0, description="time to answer in weeks after the offer date")
    extended_deadline: Day | None = Field(default=None, description="deadline after an extension, YYYY-MM-DD")
    extension_business_days: Days = Field(default=0, description="extension in business days after the deadline")
    extension_days: Days = Field(default=0, description="extension in calendar days after the deadline")
    other_offer_date: Day | None = Field(default=None, description="day another offer came or is expected, YYYY-MM-DD")
    other_deadline: Day | None = Field(default=None, description="deadline of the other offer, YYYY-MM-DD")
    compare_business_days: Days = Field(
        default=1, description="business days wanted to compare once the other offer is there"
    )
    notice_days: Days = Field(default=0, description="notice owed to the present employer, calendar days")
    notice_business_days: Days = Field(default=0, description="notice owed, business days")
    notice_weeks: Weeks = Field(default=0, description="notice owed, weeks")
    notice_months: Annotated[Count, Field(ge=0, le=24)] = Field(default=0, description="notice owed, months")
    notice_date: Day | None = Field(
        default=None, description="day notice is given, YYYY-MM-DD; default the business day after the deadline"
    )
    start_date: Day | None = Field(default=None, description="start date wanted, YYYY-MM-DD")
    follow_up_business_days: Days = Field(
        default=2, description="business days of silence after a counter before a reminder"
    )
    country: Annotated[str, BeforeValidator(_read_country)] = Field(
        default="US", description="two-letter country whose public holidays count; US means federal holidays"
    )
    state: Annotated[str, BeforeValidator(_upper), Field(max_length=10)] | None = Field(
        default=None, description="state or region with holidays of its own, e.g. CA; default none"
    )

    @property
    def answer_time(self) -> Span:
        """Time to answer after the offer date.

        Raises:
            InputError: it is stated in two ways.
        """
        stated = {"business_days": self.business_days, "calendar_days": self.calendar_days, "weeks": self.weeks}
        return Span(**_only_one(stated))

    @property
    def asks_notice(self) -> bool:
        """Whether notice or a start date is asked about."""
        return bool(self.notice) or self.start_date is not None

    @property
    def needs_deadline(self) -> bool:
        """Whether a deadline is asked about and neither it nor a length is stated."""
        if self.deadline or self.answer_time:
            return False
        return bool(self.offer or self.other_deadline or self.other_offer_date or not self.asks_notice)

    @property
    def more_time(self) -> Span:
        """The extension as a length."""
        return Span(business_days=self.extension_business_days, days=self.extension_days)

    @property
    def notice(self) -> Span:
        """The notice owed."""
        return Span(self.notice_business_days, self.notice_days, self.notice_weeks, self.notice_months)


def _only_one(stated: dict[str, int]) -> dict[str, int]:
    used = [name for name, value in stated.items() if value]
    if len(used) > 1:
        raise InputError(used[0], f"give only one of {', '.join(used)}: together they name two deadlines")
    return {name.replace("calendar_", ""): value for name, value in stated.items()}


def run_timeline(arguments: TimelineArguments, deps: ToolDeps) -> ToolResult:
    """Count the days the arguments ask about."""
    arguments, notes = _fill_deadline(arguments, deps)
    given = [value for value in dict(arguments).values() if isinstance(value, date)]
    years = [deps.today.year, *(day.year for day in given)]
    country, state = arguments.country, arguments.state
    calendar = load_work_calendar(country, state, min(years) - YEARS_BEFORE, max(years) + YEARS_AFTER)
    parts = list(_list_parts(arguments, deps.today, calendar))
    milestones = sorted((row for part in parts for row in part.milestones), key=lambda row: row.day)
    place = f"{country} {state}" if state else f"{country}, federal" if country == "US" else country
    return build_result(
        NAME,
        (figure for part in parts for figure in part.figures),
        table=(_to_row(item, deps.today, arguments.deadline_time) for item in milestones),
        assumptions=[
            *notes,
            *([] if arguments.offer_date else [f"The offer date is today, {deps.today}."]),
            f"Public holidays: {place}; employers may keep others.",
            *(note for part in parts for note in part.assumptions),
        ],
        warnings=(note for part in parts for note in part.warnings),
    )


def _fill_deadline(arguments: TimelineArguments, deps: ToolDeps) -> tuple[TimelineArguments, list[str]]:
    """The arguments with the deadline of an offer where they need one and state none.

    Raises:
        InputError: the words of the offer name no day for sure.
    """
    if not arguments.needs_deadline or (arguments.offer is None and not deps.case.offers):
        return arguments, []
    words = choose_offer(arguments.offer, deps.case).deadline
    day = None if words is None else read_stated_day(words, arguments.offer_date or deps.today)
    if day is None:
        said = "the offer states none" if words is None else f'the offer says "{words}", which names no certain day'
        raise InputError("deadline", f"is missing: {said}; give its date, or business_days, calendar_days or weeks")
    note = f'The deadline of the offer, "{words}", is read as {day:%A}, {day}.'
    return arguments.model_copy(update={"deadline": day}), [note]


def _list_parts(arguments: TimelineArguments, today: date, calendar: WorkCalendar) -> Iterator[Part]:
    received, stated = arguments.offer_date or today, arguments.answer_time
    ready = received
    if arguments.deadline or stated or arguments.needs_deadline:
        deadline = find_deadline(received, arguments.deadline, stated, calendar)
        begin = today if received < today <= deadline else received
        follow_up = arguments.follow_up_business_days
        yield measure_window(received, deadline, stated, calendar, today)
        yield Part(milestones=list_steps(begin, deadline, calendar, follow_up, received))
        if arguments.extended_deadline or arguments.more_time:
            yield measure_extension(deadline, arguments.extended_deadline, arguments.more_time, calendar)
        if arguments.other_offer_date or arguments.other_deadline:
            other = OtherOffer(arguments.other_offer_date, arguments.other_deadline)
            yield measure_overlap(received, deadline, other, arguments.compare_business_days, calendar)
        ready = add_business_days(deadline, 1, calendar)
    if arguments.asks_notice:
        yield measure_notice(ready, Notice(arguments.notice, arguments.notice_date, arguments.start_date), calendar)


def _to_row(item: Milestone, today: date, deadline_time: str | None) -> Row:
    return {
        "date": item.day.isoformat(),
        "weekday": f"{item.day:%A}",
        "step": item.step,
        "time": deadline_time if item.step == "deadline" else None,
        "why": item.why,
        "past": item.day < today,
        "source_ids": list(item.source_ids),
    }


TIMELINE = ToolSpec(
    name=NAME,
    description=(
        "Dates around an offer: its deadline from business days, days or weeks (holidays left out, both ways of "
        "counting), days left, an extension, two deadlines that should meet, notice and earliest start, and the steps "
        "in between by date. Use it for every question about days, deadlines or dates."
    ),
    arguments=TimelineArguments,
    run=run_timeline,
    status="counting the days…",
    calculates=True,
)

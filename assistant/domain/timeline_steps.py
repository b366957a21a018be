"""Timeline steps: what to do between an offer and its deadline, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.domain.business_days import (
    WorkCalendar,
    add_business_days,
    count_business_days,
    is_business_day,
    on_or_before,
)
from assistant.domain.timeline import Milestone

ACKNOWLEDGE_DAYS = 1
RESEARCH_PART = (1, 3)
COUNTER_PART = (1, 2)
EARLY_DAYS = 3
ASK_EARLY = "A request some days ahead looks careful; one on the last evening looks like stalling."
SHORT_TIME = "The time is short, so ask in the message that thanks them."
ASK_NOW = "The time is short, so ask at once."


def list_steps(
    begin: date, deadline: date, calendar: WorkCalendar, follow_up_days: int = 2, received: date | None = None
) -> tuple[Milestone, ...]:
    """The usual order of steps, none of them after the deadline.

    Args:
        begin: the day of the offer, or today when that is later.
        deadline: the last day for an answer.
        calendar: days nobody works.
        follow_up_days: business days of silence after a counter before a friendly reminder.
        received: the day of the offer, when it is not `begin`.

    >>> [step.day.day for step in list_steps(date(2026, 11, 16), date(2026, 11, 20), WorkCalendar())]
    [16, 17, 17, 17, 18, 19, 20, 20]
    """
    steps = _spread(begin, deadline, calendar, follow_up_days, received or begin)
    return tuple(step for step in steps if step.day <= deadline)


def _spread(
    begin: date, deadline: date, calendar: WorkCalendar, follow_up_days: int, received: date
) -> Iterator[Milestone]:
    length = max(0, count_business_days(begin, deadline, calendar))

    def within(part: tuple[int, int]) -> date:
        return min(deadline, add_business_days(begin, length * part[0] // part[1], calendar))

    last = max(begin, on_or_before(deadline, calendar))
    first = begin if is_business_day(begin, calendar) else min(last, add_business_days(begin, 1, calendar))
    yield Milestone(received, "offer received", "The day of receipt itself does not count.")
    if received == begin:
        first = min(last, add_business_days(begin, ACKNOWLEDGE_DAYS, calendar))
        yield Milestone(
            first,
            "thank them and ask for the letter",
            "An answer within one or two days shows interest and agrees to nothing.",
            ("ml-at-scale", "crack-ml-2026"),
        )
    research = max(first, within(RESEARCH_PART))
    counter = max(research, within(COUNTER_PART))
    yield Milestone(
        research,
        "questions and market data complete",
        "Facts first: the missing terms, posted ranges, and your own order of wishes.",
        ("crack-ml-2026", "ml-at-scale"),
    )
    early = add_business_days(deadline, -EARLY_DAYS, calendar)
    yield Milestone(
        max(first, early),
        "last good day to ask for more time",
        ASK_EARLY if early >= first else f"{ASK_EARLY} {SHORT_TIME if received == begin else ASK_NOW}",
        ("osu-extension", "fsn-deadlines"),
    )
    yield Milestone(
        counter,
        "send the counter",
        "An approver needs working days before the deadline.",
        ("ml-at-scale", "parley-own"),
    )
    reminder = min(add_business_days(counter, follow_up_days, calendar), add_business_days(deadline, -1, calendar))
    if reminder > counter:
        yield Milestone(
            reminder,
            "follow up if nothing came",
            "Silence mostly means that someone waits for a signature; add no new ask.",
            ("seattle-times-waiting", "parley-own"),
        )
    yield Milestone(
        last,
        "answer in writing",
        "Accept or decline on the last business day at the latest; a missed deadline may end the offer.",
        ("fsn-deadlines", "parley-own"),
    )
    yield Milestone(deadline, "deadline", "The last day of the offer.")

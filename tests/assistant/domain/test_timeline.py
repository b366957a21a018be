from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.business_days import WorkCalendar, is_business_day
from assistant.domain.timeline import (
    Notice,
    OtherOffer,
    Span,
    find_deadline,
    measure_extension,
    measure_notice,
    measure_overlap,
    measure_window,
)
from assistant.domain.timeline_steps import list_steps
from assistant.errors import InputError
from tests.formulas import recompute

PLAIN = WorkCalendar()
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
spans = st.builds(Span, st.integers(0, 30), st.integers(0, 30), st.integers(0, 8), st.integers(0, 6)).filter(bool)


@given(offer_date=days, stated=spans, today=days)
@settings(max_examples=80)
def test_every_count_of_a_window_can_be_made_again(offer_date: date, stated: Span, today: date) -> None:
    deadline = find_deadline(offer_date, None, stated, PLAIN)
    part = measure_window(offer_date, deadline, stated, PLAIN, today)
    assert deadline > offer_date
    for figure in part.figures:
        assert recompute(figure) == float(figure.value), figure


@given(begin=days, length=st.integers(0, 60), follow_up=st.integers(0, 10))
@settings(max_examples=80)
def test_no_step_lies_outside_the_window(begin: date, length: int, follow_up: int) -> None:
    deadline = begin + timedelta(days=length)
    steps = list_steps(begin, deadline, PLAIN, follow_up)
    assert steps[-1].day == deadline
    assert {step.step for step in steps} >= {"offer received", "send the counter", "answer in writing", "deadline"}
    assert all(begin <= step.day <= deadline for step in steps)


@given(begin=days, length=st.integers(0, 60))
@settings(max_examples=80)
def test_nothing_is_asked_before_they_are_thanked(begin: date, length: int) -> None:
    order = [
        step.step for step in sorted(list_steps(begin, begin + timedelta(days=length), PLAIN), key=lambda s: s.day)
    ]
    thanks = order.index("thank them and ask for the letter")
    assert thanks < order.index("last good day to ask for more time")
    assert thanks < order.index("questions and market data complete") < order.index("send the counter")


def test_the_day_to_ask_for_more_time_says_when_time_is_short() -> None:
    for received in (FRIDAY, MONDAY):
        steps = {
            step.step: step for step in list_steps(date(2026, 11, 20), date(2026, 11, 23), PLAIN, received=received)
        }
        assert "The time is short" in steps["last good day to ask for more time"].why


def test_a_later_begin_skips_the_thanks_and_keeps_the_day_of_the_offer() -> None:
    steps = list_steps(date(2026, 11, 18), FRIDAY, PLAIN, received=MONDAY)
    assert steps[0].day == MONDAY
    assert "thank them and ask for the letter" not in {step.step for step in steps}


def test_every_step_names_a_source_and_a_reason() -> None:
    for step in list_steps(MONDAY, date(2026, 12, 4), PLAIN):
        assert step.source_ids
        assert step.why.endswith(".")


def test_a_stated_length_that_fits_neither_count_is_doubted() -> None:
    (warning,) = measure_window(MONDAY, FRIDAY, Span(business_days=9), PLAIN, MONDAY).warnings
    assert (
        warning == "The stated length ends on 2026-11-27, not on the stated deadline 2026-11-20: ask which one holds."
    )


def test_the_other_count_of_a_deadline_is_a_dated_row() -> None:
    (row,) = measure_window(MONDAY, date(2026, 11, 23), Span(business_days=5), PLAIN, MONDAY).milestones
    assert (row.day, row.step) == (FRIDAY, "deadline if the offer day counts")
    (row,) = measure_window(MONDAY, FRIDAY, Span(business_days=5), PLAIN, MONDAY).milestones
    assert (row.day, row.step) == (date(2026, 11, 23), "deadline if the offer day does not count")
    assert measure_window(date(2026, 11, 15), FRIDAY, Span(business_days=5), PLAIN, MONDAY).milestones == ()


def test_a_deadline_on_a_weekend_is_doubted() -> None:
    (warning,) = measure_window(MONDAY, date(2026, 11, 21), Span(), PLAIN, MONDAY).warnings
    assert "no business day (Saturday)" in warning


@given(deadline=days, more=spans)
@settings(max_examples=40)
def test_an_extension_gains_what_it_adds(deadline: date, more: Span) -> None:
    calendar_days, _ = measure_extension(deadline, None, more, PLAIN).figures
    assert deadline + timedelta(days=int(calendar_days.value)) == more.after(deadline, PLAIN)


def test_offers_that_meet_need_no_extension() -> None:
    part = measure_overlap(MONDAY, FRIDAY, OtherOffer(date(2026, 11, 17), date(2026, 11, 27)), 1, PLAIN)
    values = {figure.label: int(figure.value) for figure in part.figures}
    assert values["extension needed to see the other offer"] == 0
    assert values["days both offers are open"] == 4
    assert part.warnings == ()


def test_another_offer_that_ends_before_it_comes_is_refused() -> None:
    with pytest.raises(InputError, match="other_deadline: lies before other_offer_date"):
        measure_overlap(MONDAY, FRIDAY, OtherOffer(FRIDAY, MONDAY), 1, PLAIN)


@given(ready=days, owed=spans)
@settings(max_examples=60)
def test_work_starts_on_the_first_business_day_after_the_notice(ready: date, owed: Span) -> None:
    part = measure_notice(ready, Notice(owed, None, None), PLAIN)
    given, last, start = (row.day for row in part.milestones)
    assert ready <= given <= last < start
    assert is_business_day(given, PLAIN)
    assert is_business_day(start, PLAIN)
    assert (start - last).days <= 3


def test_dates_out_of_order_are_named() -> None:
    assert find_deadline(MONDAY, FRIDAY, Span(weeks=4), PLAIN) == FRIDAY
    with pytest.raises(InputError, match="deadline: is missing"):
        find_deadline(MONDAY, None, Span(), PLAIN)
    with pytest.raises(InputError, match="deadline: lies before the offer date 2026-11-20"):
        find_deadline(FRIDAY, MONDAY, Span(), PLAIN)
    with pytest.raises(InputError, match="extended_deadline: must lie after the deadline 2026-11-20"):
        measure_extension(FRIDAY, MONDAY, Span(), PLAIN)


def test_a_holiday_in_the_window_is_named() -> None:
    calendar = WorkCalendar({date(2026, 11, 18): "Founders' Day"})
    assert "Founders' Day (2026-11-18) is a holiday and not counted." in (
        measure_window(MONDAY, FRIDAY, Span(), calendar, MONDAY).assumptions
    )


def test_the_offer_that_ends_first_is_the_one_to_extend() -> None:
    (late,) = measure_overlap(MONDAY, FRIDAY, OtherOffer(date(2026, 11, 24), None), 1, PLAIN).warnings
    assert late.startswith("This offer ends before the other one comes")
    (early,) = measure_overlap(MONDAY, FRIDAY, OtherOffer(None, date(2026, 11, 18)), 1, PLAIN).warnings
    assert early == "The other deadline 2026-11-18 comes first: ask that company for the extension."


def test_a_start_before_the_notice_ends_is_too_early() -> None:
    part = measure_notice(MONDAY, Notice(Span(weeks=2), MONDAY, date(2026, 11, 30)), PLAIN)
    assert part.warnings == ("A start on 2026-11-30 is too early: the notice allows 2026-12-01 at the earliest.",)
    assert part.milestones[-1].step == "wanted start"
    on_time = measure_notice(MONDAY, Notice(Span(weeks=2), MONDAY, date(2026, 12, 1)), PLAIN)
    assert on_time.warnings == ()

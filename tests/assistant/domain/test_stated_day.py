from __future__ import annotations

from datetime import date

import pytest

from assistant.domain.stated_day import read_stated_day

OFFERED = date(2026, 11, 16)


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-20",
        "Friday, November 20, 2026",
        "5 pm PST on Friday, November 20",
        "Nov 20th",
        "20 November 2026",
        "the 20th of November",
        "11/20/2026",
        "20/11/2026",
        "20.11.2026",
        "Fri, Nov. 20",
    ],
)
def test_a_day_is_read_in_any_common_form(words: str) -> None:
    assert read_stated_day(words, OFFERED) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "words",
    [
        "next Friday",
        "within 5 business days",
        "11/12/2026",
        "Thursday, November 20, 2026",
        "November 20 or November 21",
        "mid November",
        "November 31, 2026",
        "February 30",
        "as soon as possible",
        "October 2",
        "",
    ],
)
def test_words_that_could_mean_another_day_are_not_read(words: str) -> None:
    assert read_stated_day(words, OFFERED) is None


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert read_stated_day("January 5", date(2026, 12, 20)) == date(2027, 1, 5)

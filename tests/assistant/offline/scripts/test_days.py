from __future__ import annotations

import pytest

from assistant.offline.briefs.brief import Brief
from assistant.offline.scripts.asking import Wanted
from assistant.offline.scripts.days import day_wanted, fit_days


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("start jan 6 they wrote, i can realistically do feb 17", "February 17"),
        ("they want me to start on March 3 but I need until April 1", "April 1"),
        ("push my start from 1 june to 15 june", "15 June"),
        ("letter says september 1. can we do october 1 instead?", "October 1"),
        ("ask if i could begin on Monday 12th rather than the 5th", "Monday 12th"),
    ],
)
def test_the_day_asked_for_is_the_persons_and_not_theirs(told: str, day: str) -> None:
    assert day_wanted(told) == day


def test_a_message_for_more_time_asks_for_the_dated_day_alone() -> None:
    wanted = [Wanted(thing="the Friday after"), Wanted(thing="28 November")]

    brief, left = fit_days(Brief(until="until Friday"), wanted, "time", "asking for the friday after (28 nov)")

    assert (brief.until, left) == ("until 28 November", [])

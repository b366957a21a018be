"""A number that corrects the one told last gets the name of its part; any other is left alone."""

from __future__ import annotations

import pytest

from assistant.letters.corrected import corrects_number, name_corrected


@pytest.mark.parametrize(
    ("text", "before", "named"),
    [
        ("no wait 15. stock 40k", "base 104k\n\nbonus 12", "no wait bonus 15. stock 40k"),
        ("my bad 18, just checked", "base 171\n\nsign on 15", "my bad sign on 18, just checked"),
    ],
)
def test_a_corrected_number_is_named_after_the_part_told_last(text: str, before: str, named: str) -> None:
    assert name_corrected(text, before) == named


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("actually 18", "base 171, 10% bonus"),
        ("sorry, 25 days off", "base 171"),
        ("no wait i want 190", "base 171"),
        ("sorry, rent is 900 a month there", "5,000 a month"),
        ("sorry, 30 an hour", "5,000 a month"),
        ("it is 5 weeks", "base 171"),
    ],
)
def test_what_may_be_about_something_else_is_left_alone(text: str, before: str) -> None:
    assert name_corrected(text, before) == text


def test_only_a_message_that_says_so_corrects() -> None:
    assert corrects_number("oops, 21k")
    assert not corrects_number("ok 21k")

"""What to say to a yes, to a part of it and to a no."""

from __future__ import annotations

from assistant.offline.scripts.asking import Wanted
from assistant.offline.scripts.replies import prepare_replies


def test_a_part_that_is_not_asked_for_closes_the_gap() -> None:
    base = [Wanted("base_salary", "base salary", "155,000")]
    both = [*base, Wanted("sign_on_bonus", "sign-on bonus", "20,000")]
    assert "sign-on bonus close the rest" in prepare_replies(base)[1].words
    assert "stock grant close the rest" in prepare_replies(both)[1].words


def test_without_an_ask_there_is_nothing_to_reply() -> None:
    assert prepare_replies([]) == ()

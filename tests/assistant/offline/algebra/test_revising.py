"""A conversation as it stands in the end."""

from __future__ import annotations

from assistant.offline.algebra.links import Told
from assistant.offline.algebra.revising import put_in_force, revise
from assistant.offline.algebra.senses import read_senses


def test_the_number_in_force_stands_where_the_first_stood() -> None:
    texts = ("31 an hour", "they said 33", "now 34.50", "38 hours. weekly?")
    told = Told("\n".join(texts), read_senses(texts))
    assert put_in_force(told, {0: 2, 1: 2}) == ["34.50 an hour", "they said ", "now ", "38 hours. weekly?"]


def test_the_old_number_named_again_is_struck() -> None:
    assert revise(("welder, 34 an hour, 40 hours", "sorry its 36 not 34", "weekly?")).texts == (
        "welder, 36 an hour, 40 hours",
        "weekly?",
    )


def test_a_message_that_changes_a_number_and_asks_stays() -> None:
    revised = revise(("113k base, 8% bonus", "sorry its 131 not 113. so what is the total?"))
    assert revised.by_newest
    assert len(revised.texts) == 2
    assert revised.texts[0] == "131k base, 8% bonus"
    assert revised.texts[1].endswith("what is the total?")


def test_a_message_may_have_several_lines() -> None:
    revised = revise(("they pay 45 an hour, 38 hours a week\n\nhow much a year?", "make it 40 hours"))
    assert revised.texts == ("they pay 45 an hour, 40 hours a week\n\nhow much a year?",)


def test_without_a_change_nothing_is_touched() -> None:
    texts = ("base 120k, bonus 10%", "what is that a year?")
    assert revise(texts).texts is texts


def test_only_a_number_that_is_denied_by_name_leaves_no_doubt() -> None:
    told = "90k vests over 48 months, what after 10 months?"
    assert revise((told, "sorry its 36 months not 48")).by_name
    assert not revise((told, "and over 36 months?")).by_name

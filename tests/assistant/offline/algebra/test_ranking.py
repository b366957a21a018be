"""Which of the sums that can be made of a message's numbers is meant, and which step of it answers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.framed import FRAMES, asking_words
from assistant.offline.algebra.frames import find_frames
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.ranking import (
    Account,
    describe,
    describe_none,
    find_asked_step,
    is_known,
    is_taken,
    rank,
    share,
)
from assistant.offline.algebra.senses import read_senses
from assistant.offline.sums.catalogue import find_calculation
from assistant.offline.sums.sum import ReadSum, Sum


def account(text: str) -> Account:
    """A message with the sums of the frames."""
    senses = read_senses((text,))
    return Account(text, senses, tuple(find_frames(Message(text, asking_words((text,))), senses, FRAMES)))


def ranked(text: str) -> tuple[Decimal, float]:
    """The value that answers, and how likely its sum is meant."""
    told = account(lexicon.fold(text))
    made = rank([told], None)
    assert made is not None
    return made.framed.results[find_asked_step(told.text, made.framed.work.steps)["name"]], made.share


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("warehouse lead, 27.50 an hour, 38 hours a week. what is that a year?", Decimal("54340")),
        ("92k and a 12% bonus, how much is the bonus", Decimal("11040")),
        ("3,400 a month, 13 salaries. yearly?", Decimal("44200")),
        ("I earn 61k, they offer 70k. raise in percent?", Decimal("14.75")),
    ],
)
def test_the_step_that_is_asked_for_answers(text: str, answer: Decimal) -> None:
    value, likely = ranked(text)
    assert round(value, 2) == answer
    assert likely > 0.5


def test_shares_are_of_one() -> None:
    told = account("300k of rsus over 4 years, i go after 30 months. how much is vested?")
    rows = [*describe([told], find_calculation([told.text], None)), describe_none([told])]
    assert len(rows) >= len(told.sums) + 1
    assert sum(share(rows)) == pytest.approx(1)


def test_without_sums_nothing_is_ranked() -> None:
    assert rank([account("hello")], None) is None


def test_two_accounts_with_one_answer_count_for_one_another() -> None:
    told = account("31 an hour, 38 hours a week. what is that a year?")
    once, twice = rank([told], None), rank([told, replace(told, revised=True)], None)
    assert once is not None and twice is not None
    assert twice.framed.results == once.framed.results
    assert twice.share >= once.share


def test_only_calculators_met_in_learning_are_known() -> None:
    assert is_known(ReadSum(Sum("clawback", (), lambda _: None)))
    assert not is_known(ReadSum(Sum("no_such_tool", (), lambda _: None)))


def test_a_number_is_taken_in_another_scale() -> None:
    assert is_taken(Decimal(2), {Decimal(24)})  # years in months
    assert not is_taken(Decimal(2), {Decimal(25)})

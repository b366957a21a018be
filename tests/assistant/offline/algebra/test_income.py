"""The income of one job: streams of money that the counts told with them bring to one span of time."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.bonds import in_like_units
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.frame_income import INCOME_FRAMES
from assistant.offline.algebra.framed import asking_words, read_framed
from assistant.offline.algebra.frames import choose_frame
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import read_terms

WORKED = (
    (("€38 a visit and 6 visits a day, 5 days, 46 weeks. what is a year?",), "pay items dweek weeks", 52440),
    (("3.000 € al mes en 14 pagas y 9 € por día, 220 días. total al año?",), "pay sal extra days", 43980),
    (("$31 an hour, 36 hours, 13 weeks, stipend $500 a week. in all?",), "pay hours weeks extra", 21008),
    (("$20 an hour, 50 hours a week, 1.5 after 40. a week?",), "pay hours mult otafter", 1100),
    (("£9,200 a month, 20% off for tax, rent £1,500 a month. left a month?",), "pay tax cost", 5860),
    (("internship 48/hr 40h 12 weeks + 6k housing stipend, whats the whole summer",), "pay hours weeks extra", 29040),
    (("120k with a 10% bonus paid at 80%. what is a year?",), "pay bpct attain", 129600),
)  # fmt: skip


def work_out(texts: tuple[str, ...], senses: str) -> set[float]:
    """The results of the income frames, with the parts of the numbers told."""
    text = lexicon.fold("\n".join(texts))
    terms = in_like_units(text, read_terms(text, thousands=False))
    assert len(terms) == len(senses.split())
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    read = Senses(tuple(terms), tuple({sense: 0.0} for sense in senses.split()), tuple(starts))
    made = choose_frame(Message(text, asking_words(tuple(text.split("\n")))), read, INCOME_FRAMES)
    if made is None:
        return set()
    values = values_of(Work(numbers=made.work.numbers, steps=made.work.steps))
    return {round(float(values[step["name"]]), 2) for step in made.work.steps if step["answers"]}


@pytest.mark.parametrize(("texts", "senses", "result"), WORKED, ids=[senses for _, senses, _ in WORKED])
def test_streams_are_brought_to_the_span_asked_for(texts: tuple[str, ...], senses: str, result: float) -> None:
    assert result in work_out(texts, senses)


def test_a_later_number_stands_where_the_one_it_changes_stood() -> None:
    told = ("$24 an hour, 30 hours, 44 weeks. year?", "with $100 a month for the phone", "and at 40 weeks?")
    assert 30000 in work_out(told, "pay hours weeks extra weeks")


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("$31 an hour, 36 hours, bonus $2,000. how much above the other one?", "pay hours bonus"),
        ("€4,000 a month, 14 salaries. what lands net?", "pay sal"),
    ],
)
def test_other_questions_are_left_to_others(text: str, senses: str) -> None:
    assert not work_out((text,), senses)


def test_a_sum_with_numbers_of_its_own_leaves_those_told_before_out() -> None:
    told = [
        "got 172k base, 120k rsu over 4 yrs. is that ok?",
        "three twelves a week at 41.50 plus 4 night differential on every hour, what is a year?",
    ]
    made = read_framed(told)
    assert made is not None
    assert not {172_000, 120_000} & set(made.read.arguments["numbers"].values())

"""A letter that says something else than was told is named as such."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.differs import read_differences


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            "Priya told me 4,500 relocation but the letter has 3,000",
            "the letter says 3,000, and you told me 4,500 relocation",
        ),
        ("letter says base 98k but we agreed on 102k", "the letter says base 98k, and we agreed on 102k"),
    ],
)
def test_both_values_stand_in_one_sentence(told: str, sentence: str) -> None:
    assert list(read_differences(told)) == [sentence]


def test_a_letter_alone_differs_from_nothing() -> None:
    assert not list(read_differences("the contract says 2 years, i want 1 year"))
    assert not list(read_differences("they offered 150k. letter is due the 14th. we agreed 134k"))


@pytest.mark.parametrize(
    "told",
    [
        "the letter says 20 days holiday. they told me 500 people work there",
        "letter says 3 weeks vacation, and he said 5 days to sign",
        "the letter says i must reply in 3 days, she said 3 days too",
        "letter has 10k bonus, they said 4 years vesting",
        "contract says 3 months notice and they told me 12 people are in the team",
    ],
)
def test_two_values_of_different_things_or_the_same_do_not_differ(told: str) -> None:
    assert not list(read_differences(told))


@pytest.mark.parametrize(
    "told",
    ["letter says 10% bonus, they told me 15k bonus", "contract has 25 days vacation but she said 28 days pto"],
)
def test_one_thing_by_another_measure_or_name_differs(told: str) -> None:
    assert len(list(read_differences(told))) == 1

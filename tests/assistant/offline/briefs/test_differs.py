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

"""What was told over several messages, with later numbers in the place of those they correct."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.gathering import gather


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("113k base, 8% bonus. total?", "sorry typo its 131 not 113"), ("131k base, 8% bonus. total?",)),
        (("3 days in the office", "its 4 days now not 3"), ("4 days in the office",)),
        (("40,000 options", "they bumped me to 50k options", "cost at 2?"), ("50k options", "cost at 2?")),
        (("43.75 base, nights diff 5.25", "the diff is 4.50, correction"), ("43.75 base, nights diff 4.50",)),
    ],
)  # fmt: skip
def test_a_later_number_replaces_the_one_it_corrects(texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    gathered = gather(texts)
    assert gathered.changed
    assert gathered.told == told


def test_numbers_of_another_part_stay() -> None:
    gathered = gather(("base 150k", "sign on 20k", "what is that in year one?"))
    assert not gathered.changed
    assert len(gathered.told) == 3

from __future__ import annotations

import pytest

from assistant.offline.algebra.terms import read_terms


def read(text: str) -> list[str]:
    found = []
    for term in read_terms(text):
        often = f"/{term.per}" if term.per else ""
        unit = f" {term.unit}" if term.unit else ""
        found.append(f"{term.value.normalize():f} {term.dim}{often}{unit}:{term.role}")
    return found


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("they said 104, i said 119", ["104000 money:offered", "119000 money:mine"]),
        ("full time comp is 145k + 10% bonus", ["145000 money:", "10 percent:bonus_part"]),
        ("my margins are 24 fed, 9.3 calif", ["24 percent:tax", "9.3 percent:tax"]),
        ("46 weeks x 40", ["46 time week:", "40 time/week hour:"]),
        ("strike 2.40 and the 409a is 7.90", ["2.4 number:strike", "7.9 number:market_value"]),
        ("how much is that a year, 50 hours a week", ["50 time/week hour:"]),
        ("175k and no bonus", ["175000 money:"]),
        ("42.000 brutos en 14 pagas", ["42000 money:salary", "14 count:salaries"]),
        ("the index is 107 here", ["107 number:index"]),
    ],
)
def test_each_number_has_its_measure_and_the_part_its_words_give_it(text: str, terms: list[str]) -> None:
    assert read(text) == terms

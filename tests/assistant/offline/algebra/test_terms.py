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
        ("22 fed 5% state", ["22 percent:tax", "5 percent:tax"]),
        ("sold at 6.4 tax 30%", ["6.4 number:company_value", "30 percent:tax"]),
        ("46 weeks x 40", ["46 time week:", "40 time/week hour:"]),
        ("strike 2.40 and the 409a is 7.90", ["2.4 number:strike", "7.9 number:market_value"]),
        ("how much is that a year, 50 hours a week", ["50 time/week hour:"]),
        ("175k and no bonus", ["175000 money:"]),
        ("42.000 brutos en 14 pagas", ["42000 money:salary", "14 count:salaries"]),
        ("the index is 107 here", ["107 number:index"]),
        ("€2,050 a month 11 months", ["2050 money/month:", "11 time month:"]),
        ("standby $150 a week every 3 weeks", ["150 money/week:", "3 time week:"]),
        ("three nights a week of 11.5 hours", ["3 number:", "11.5 time hour:"]),
        ("on call 1 week in 6", ["6 time nth:"]),
        ("eine Woche von vier", ["4 time nth:"]),
        ("SGD 6,400 monthly, 13th month included", ["6400 money/month:", "13 count:salaries"]),
        ("sign on 50 in yr one", ["50000 money:sign_on"]),
        ("31/h x 40h", ["31 money/hour:", "40 time hour:"]),
        ("3.850 x 13, 38,5 Stunden", ["3850 money:", "13 count:salaries", "38.5 time hour:"]),
        ("1,240 stipend wk", ["1240 money/week:benefit"]),
        ("EGP 1,150 shift allowance", ["1150 money:benefit"]),
        ("naya offer kitna, 15 mile to", ["15 number:offered"]),
    ],
)
def test_each_number_has_its_measure_and_the_part_its_words_give_it(text: str, terms: list[str]) -> None:
    assert read(text) == terms

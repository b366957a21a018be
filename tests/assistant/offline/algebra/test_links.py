"""Which number told before a later one stands for."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.links import Told, candidates, describe, find_links
from assistant.offline.algebra.senses import read_senses


def told(*texts: str) -> Told:
    return Told("\n".join(texts), read_senses(texts))


def linked(*texts: str) -> dict[str, str]:
    """The words of the numbers replaced with those of the numbers in force."""
    made = told(*texts)
    words = [made.text[term.start : term.end].split()[0] for term in made.senses.terms]
    return {words[old]: words[new] for old, new in find_links(made).items()}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("welder, 34 an hour, 40 hours", "sorry its 36 not 34", "weekly?"), {"34": "36"}),
        (("A: 130 remote", "B: 145 in office downtown", "A just went to 134"), {"130": "134"}),
        (("offer 1: 48k. offer 2: 51k", "offer 1 came up to 50k"), {"48k": "50k"}),
        (("fixed 36 lakh hai, joining bonus 3 lakh", "arre sorry joining 5 lakh hai, 3 nahi"), {"3": "5"}),
        (("they pay 7,200 a month, 30% goes to tax", "my accountant says 34% now"), {"30%": "34%"}),
    ],
)
def test_a_number_that_is_changed_is_linked_to_the_one_in_force(texts: tuple[str, ...], expected: object) -> None:
    assert linked(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("they offer 180k base and 15% bonus", "i want 200k", "what is year one"),
        ("i make 95k now", "offer is 110k", "raise in percent?"),
        ("rent is 1,200 a month, pay 4,000 a month", "another 150 a month for parking", "what is left?"),
        ("base 120k", "bonus 10%", "sign on 15k", "total?"),
    ],
)
def test_what_comes_beside_it_replaces_nothing(texts: tuple[str, ...]) -> None:
    assert linked(*texts) == {}


def test_a_number_said_again_is_no_candidate() -> None:
    made = told("base 180k, sign-on 20k", "so the 180 is fixed, sign-on 25k")
    assert 0 not in candidates(made, 2)
    assert {0, 1} <= set(candidates(made, 3))


def test_the_offer_a_number_belongs_to_is_the_one_named_last_before_it() -> None:
    made = told("offer 1 pays 48k, the second one 51k", "Bank two says 53k")
    assert [made.owner(term) for term in made.senses.terms if term.value > 1000] == ["1", "2", "2"]


def test_every_candidate_and_none_is_described() -> None:
    made = told("base 150k, 80k stock over 4 years", "they went up to 158")
    last = len(made.senses.terms) - 1
    assert len(describe(made, last)) == len(candidates(made, last)) + 1
    assert describe(made, last)[-1]["none"] == 1.0

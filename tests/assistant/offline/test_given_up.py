"""Given up: an offer that was turned down or is over is not filed, and one whose talks go on is."""

from __future__ import annotations

import pytest

from assistant.offline.signals import Signals
from assistant.offline.telling import read_parts


def told(text: str) -> list[str]:
    return [item.text for item in read_parts([text], Signals()).statements]


@pytest.mark.parametrize(
    "text",
    [
        "mention offer from Bosch of 90k that i turned down in march",
        "i had an offer from Bosch of 90k base which i rejected",
        "the Bosch offer of 90k base expired last week",
        "i turned down 95k base from Siemens in may",
        "i took 205k base somewhere else",
        "i accepted 190k elsewhere",
        "i said no to a 90k base offer from Bosch",
        "Bosch offered 90k base, i passed on it",
        "Bosch offered me 90k base and 10k sign on but i turned it down",
    ],
)
def test_an_offer_given_up_is_not_told_as_one(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Bosch offered 90k base, i turned down their first offer of 85k", "90k"),
        ("Bosch rejected my counter, offer stays 90k base", "90k"),
        ("they offered 90k base, i declined and asked for 100k", "90k"),
        ("Bosch offered 90k base, i passed on it. Siemens offers 95k base", "95k"),
        ("offer 90k base expires friday", "90k"),
        ("i turned down a job for this: they offer 90k base", "90k"),
    ],
)
def test_an_offer_that_stands_is_told(text: str, pay: str) -> None:
    statements = told(text)
    assert any(pay in item for item in statements)
    assert not any(sum_ in item for item in statements for sum_ in {"85k", "90k"} - {pay})

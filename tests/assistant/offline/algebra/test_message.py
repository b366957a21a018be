"""The currency of a message: named, or told by the words of one country."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.message import Message


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("RAL 48k, per month?", "EUR"),
        ("rrsp match 4% of 92k", "CAD"),
        ("RAL 48k or 60k CHF", "CHF"),
        ("base 48k", None),
    ],
)
def test_words_of_one_country_tell_its_currency(text: str, currency: str | None) -> None:
    assert Message(text).currency == currency

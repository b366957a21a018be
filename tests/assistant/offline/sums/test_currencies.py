"""Amounts of two currencies are never added without a rate."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    "texts",
    [
        ("150k cad base, 60k usd rsu. whats my total?",),
        ("180k sgd base and a 25k usd sign on. what do i get in the first year",),
        ("base 62k gbp, bonus 20k eur", "what do i make in year 1"),
    ],
)
def test_the_rate_is_asked_for(session: CoachSession, texts: tuple[str, ...]) -> None:
    answer = hold(session, *texts)
    assert answer.kind == "clarify"
    assert "exchange rate" in answer.text


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("base 95,000 GBP, bonus 20,000 EUR. total in pounds if 1 eur = 0.85 gbp?",), 112_000),
        (("110k cad base plus 25k usd a year in rsu, whats my total in cad", "oh, 1 usd is 1.38 cad today"), 144_500),
        (("berlin is 74k eur, zurich is 120k chf", "with 1 chf = 1.06 eur how much is the swiss one in euro"), 127_200),
    ],
)
def test_with_the_rate_it_is_worked_out(session: CoachSession, texts: tuple[str, ...], value: int) -> None:
    assert value in [figure.value for figure in hold(session, *texts).figures]

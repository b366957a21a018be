"""Uncounted: what a practice has no money to talk about, and what is missing for it."""

from __future__ import annotations

import doctest
from decimal import Decimal

import pytest

import assistant.practice.uncounted
from assistant.domain.offer import EquityGrant, Offer
from assistant.practice.uncounted import list_uncounted

BASE = Decimal(190000)


def test_the_examples_hold() -> None:
    assert doctest.testmod(assistant.practice.uncounted).failed == 0


@pytest.mark.parametrize(
    ("grant", "said"),
    [
        (EquityGrant(kind="option", shares=Decimal(45000)), "Missing: the strike price, the number of fully diluted"),
        (EquityGrant(kind="option", strike=Decimal("1.8")), "Missing: the number of options, the number of fully"),
        (EquityGrant(kind="percent", percent=Decimal("0.5")), "how many shares that is"),
        (EquityGrant(kind="rsu", shares=Decimal(4000)), "its shares and the share price"),
        (EquityGrant(kind="rsu", total_value=Decimal(1), currency="EUR"), "Missing: its value in USD"),
    ],
)
def test_a_grant_without_an_amount_says_what_is_missing(grant: EquityGrant, said: str) -> None:
    (sentence,) = list_uncounted(Offer(base_annual=BASE, equity=(grant,)))
    assert said in sentence


def test_stock_with_a_value_is_counted() -> None:
    assert list_uncounted(Offer(base_annual=BASE, equity=(EquityGrant(total_value=Decimal(200000)),))) == ()

"""Parts changed: which words take away or multiply a part of the offer on file, and which only sound like it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment
from assistant.letters.parts_changed import read_parts_changed

OFFER = Offer(
    company="Orbweave",
    base_annual=Decimal(190_000),
    bonus_target_pct=Decimal(10),
    currency="USD",
    signing=(SignOnInstalment(amount=Decimal(20_000)),),
    equity=(EquityGrant(total_value=Decimal(100_000), years=Decimal(4)),),
)


def read(text: str) -> dict[str, int]:
    """What each part that changed is worth now."""
    terms = read_parts_changed(text, OFFER)
    sums = {"sign_on": [part.amount for part in terms.get("signing", ())], "bonus": [terms.get("bonus_target_pct")]}
    sums["stock"] = [grant.total_value for grant in terms.get("equity", ())]
    return {name: int(values[0]) for name, values in sums.items() if values and values[0] is not None}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("they doubled the sign on", {"sign_on": 40_000}),
        ("good news, she agreed to double the sign-on!", {"sign_on": 40_000}),
        ("sign on got doubled today", {"sign_on": 40_000}),
        ("orbweave halved my bonus", {"bonus": 5}),
        ("hr called, they've cut the signing bonus in half", {"sign_on": 10_000}),
        ("recruiter said they tripled the sign on", {"sign_on": 60_000}),
        ("the bonus was halved", {"bonus": 5}),
        ("ugh they dropped the sign on", {"sign_on": 0}),
        ("they just took the sign-on out of the offer", {"sign_on": 0}),
        ("the sign on's gone", {"sign_on": 0}),
        ("bonus is off the table now", {"bonus": 0}),
        ("no more sign on", {"sign_on": 0}),
        ("sign on no longer included, base is the same", {"sign_on": 0}),
        ("they withdrew the stock grant", {"stock": 0}),
        ("the stock is gone now", {"stock": 0}),
        ("they doubled the stock", {"stock": 200_000}),
        ("the rsu grant was halved", {"stock": 50_000}),
    ],
)
def test_what_a_clause_says_of_a_part_changes_it(text: str, changed: dict[str, int]) -> None:
    assert read(text) == changed


@pytest.mark.parametrize(
    "text",
    [
        "they wont double the sign on",
        "they refused to double the sign on",
        "she said no to doubling the sign on",
        "we cannot double the sign on",
        "they didn't halve the sign on",
        "he declined to double it, the sign on stays",
        "they raised base instead of doubling the sign on",
        "no way they double the sign on",
        "they are unwilling to double the bonus",
        "they laughed at doubling the sign on",
        "they stopped short of doubling the sign on",
        "they double the sign on, if i sign by friday",
        "they doubled the sign on, just kidding",
        "they took the sign on out but then put it back",
    ],
)
def test_what_is_denied_or_supposed_changes_nothing(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "they dropped the sign on clawback",
        "sign on clawback gone",
        "they dropped the condition for the bonus",
        "they took the stock question off the table for now",
        "recruiter dropped off a call about the sign on",
        "they removed the cap on the bonus",
        "the bonus cap is gone",
        "they removed the cliff from the stock",
        "they scrapped the repayment rule on the sign on",
        "they pulled the meeting on the bonus",
        "she took back what she said about the sign on",
        "they doubled the vesting time of the stock",
    ],
)
def test_what_goes_from_beside_a_part_leaves_the_part(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "the stock dropped last night lol",
        "snap stock got cut in half this year",
        "stock doubled since last year",
        "the stock doubled",
        "the shares got cut in half",
        "the sign on dropped",
        "bonuses were halved last year company wide",
        "bonuses were halved",
        "prorated in year one so id get half the bonus",
        "half of the stock is gone now",
        "sign on is gone for juniors",
        "at my last job they took back the sign on",
        "at my last job, they took back the sign on",
        "the bonus was halved in 2023",
        "the market doubled the stock",
        "Meta doubled the sign on",
    ],
)
def test_a_price_the_past_and_other_people_change_nothing(text: str) -> None:
    assert read(text) == {}


def test_a_long_run_of_small_words_is_read_at_once() -> None:
    assert (
        read("and now just also so then ok " * 6 + "they have just now also have the the my sign on was now all is")
        == {}
    )

"""Sums that another replaces in the same message."""

from decimal import Decimal

import pytest

from assistant.letters.mentions import read_page
from assistant.letters.moves import settle_moves
from assistant.letters.parse import parse_offer
from assistant.letters.told import parse_told


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Baker at Mill & Crust, my offer was 29.10 an hour, they raised it to 31.40.", 65312),
        ("The base salary is $88,000 and not $98,000 as I wrote. We offer you the post of Ecologist.", 88000),
        ("Offer update: dental assistant, first they said 33 an hour, then Dana wrote and it's 35.50 now.", 73840),
        ("Your offer: annual salary JPY 8,400,000 (previous draft: JPY 7,900,000).", 8400000),
    ],
)
def test_the_newer_sum_is_the_pay(text, base):
    assert parse_offer(text).offer.base_annual == Decimal(base)


def test_what_a_person_earns_now_replaces_no_offer():
    assert parse_offer("They offered 150k base in Austin. I am on 140k now.").offer.base_annual == Decimal(150000)


def test_a_withdrawn_payment_is_no_term():
    page = settle_moves(read_page("Base 126k. The sign-on of 12k is gone."))
    assert "sign_on" not in {mention.kind for mention in page.mentions}


def test_a_second_grant_replaces_no_first():
    text = "Staff engineer. The hire grant was 240k over 4 years, they add a second grant of 180k over 3. Base 231k."
    assert [grant.total_value for grant in parse_offer(text).offer.equity] == [Decimal(240000), Decimal(180000)]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("offer 150k, asked 165, got 158 + 10k sign on", 158_000),
        ("offer 120k, i asked 135, got 128 and 5k sign on", 128_000),
        ("they offered 120k, countered 130k, got 126k", 126_000),
        ("offer 100k base. asked for 110k, they gave 106k plus 2k relo", 106_000),
        ("they were at 150k, wanted 165k, landed at 157k", 157_000),
        ("offer 80k base, i countered 88k and they settled on 84k", 84_000),
        ("offer 150k, asked 165 but got nothing", 150_000),
        ("offer 150k, asked for 20k sign on, got 10k", 150_000),
        ("offer 150k, asked 165k, got 10k sign on", 150_000),
    ],
)
def test_what_came_of_an_ask_is_the_pay(text, base):
    assert parse_told(text)[0].offer.base_annual == Decimal(base)


@pytest.mark.parametrize(
    ("text", "base", "sign_on"),
    [
        ("they'd said 30k sign on on the phone, letter has 20k", None, 20_000),
        ("on the phone they said 15k signing, the letter says 10k", None, 10_000),
        ("she told me 40k signing bonus but the contract only shows 25k", None, 25_000),
        ("sign on was 30k on the call, letter says 20k", None, 20_000),
        ("base 150k, they said 30k sign on, letter has 20k", 150_000, 20_000),
        ("they said 30k sign on, letter has 150k base", 150_000, 30_000),
    ],
)
def test_what_the_letter_has_is_of_the_part_that_was_said(text, base, sign_on):
    offer = parse_told(text)[0].offer
    assert offer.base_annual == (Decimal(base) if base else None)
    assert [part.amount for part in offer.signing] == [Decimal(sign_on)]

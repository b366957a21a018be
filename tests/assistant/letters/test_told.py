"""Offers in a person's own short words: bare pay, second offers, the names people give them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.letters.questions import ASKS_ALL_SHARES
from assistant.letters.told import find_bare_pay, name_offers, parse_told, read_currency_alone


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("they offered exactly 90. firmware engineer, 4y exp", 90_000),
        ("offer from Ubisoft Montreal, 95k usd, gameplay programmer", 95_000),
        ("new one: 102k, 8%, and 5k relocation", 102_000),
        ("they came back with 188 and no sign-on. RSUs same", 188_000),
        ("14k pln/mo gross", 168_000),
        ("asked 230. they said 218 final", 218_000),
        ("it was only 6k more on a 81k offer", 81_000),
        ("contract chez Airbus Toulouse, 47k", 47_000),
        ("nurse job, $41.50/h, nights", 86_320),
    ],
)
def test_an_amount_that_no_word_names_is_the_base(text: str, base: int) -> None:
    draft = parse_told(text)[0]
    assert draft.offer.base_annual == base
    quotes = {item.field: item for item in draft.evidence}
    held = quotes["base_annual"]
    assert text[held.start : held.end] == held.quote


@pytest.mark.parametrize(
    "text",
    [
        "i asked for 150 and a sign-on",
        "top of the band is 130k",
        "my current job pays 120",
        "they can't do 140",
        "120k rsu over 4 years",
        "glassdoor says 115-130",
        "deadline in 10 days, 45 people team",
    ],
)
def test_wishes_bands_and_counts_are_no_base(text: str) -> None:
    assert find_bare_pay(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "stripe 180k vs plaid 190k + 20k sign on",
        "A: 180k base\nB: 190k base",
        "i have Stripe 180 base 100 rsu and Cloudera 190 base 50 rsu",
        "Stripe: 180k, 10%; Acme: 190k, no bonus",
        "Compare:\nStripe | 180k | 10% bonus\nGlobex | 190k | no bonus",
        "Stripe 180/10%/100k vs Plaid 190/5%/80k",
        "stripe offered 180k + 15% bonus, plaid 190k flat, stripe is remote",
    ],
)
def test_two_offers_in_one_breath_stay_apart(text: str) -> None:
    assert [draft.offer.base_annual for draft in parse_told(text)] == [180_000, 190_000]


def test_the_company_is_the_one_whose_pay_it_is() -> None:
    drafts = parse_told("stripe offered 180k, plaid 190k flat, stripe is remote")
    assert [draft.offer.company for draft in drafts] == ["Stripe", "Plaid"]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("WAIT. block just sent me theirs. 170 base", "Block"),
        ("wait!! Elastic just emailed, written, 170k base", "Elastic"),
        ("offer from acme: 120k base", "Acme"),
        ("globex: 115k base 15k sign on", "Globex"),
        ("offer B: hsbc 105k", "HSBC"),
        ("also RBC offered 150k but its 5 days onsite", "RBC"),
        ("they sent me the letter. 170 base", None),
        ("two offers came. 170 base", None),
    ],
)
def test_a_sender_or_a_name_before_the_pay_is_the_company(text: str, company: str | None) -> None:
    assert parse_told(text)[0].offer.company == company


def test_offers_without_a_company_have_the_persons_name_for_them() -> None:
    assert [parse_told(text)[0].handle for text in ("B: a bank, 215k base", "Leeds one £78k", "78k in Leeds")] == [
        "offer B",
        "Leeds",
        None,
    ]


def test_all_shares_of_a_company_are_no_grant() -> None:
    assert parse_told("16 million shares fully diluted")[0].offer.equity == ()
    told = "base $165k, 40,000 options at $2.10, 1 year cliff"
    assert ASKS_ALL_SHARES in parse_told(told)[0].questions
    (draft,) = parse_told(f"{told}, fully diluted shares 25 million")
    assert ASKS_ALL_SHARES not in draft.questions
    grant = draft.offer.equity
    assert [(part.shares, part.total_value, part.cliff_months) for part in grant] == [(Decimal(40_000), None, 12)]


def test_short_forms_of_stock() -> None:
    grant = parse_told("rsu 300 / 4")[0].offer.equity[0]
    assert (grant.total_value, grant.years) == (Decimal(300_000), 4)


def test_a_currency_alone_and_the_names_of_offers() -> None:
    assert read_currency_alone("*CAD sorry") == "CAD"
    assert read_currency_alone("sorry, 90k CAD") is None
    assert name_offers("i also have one from globex, and an offer from a bank") == ["Globex"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "one is 140k base at a listed company. two is 155k base plus 0.3% options",
            [("offer A", 140_000), ("offer B", 155_000)],
        ),
        ("offer one: 190k base. second: 215k base, series A", [("offer A", 190_000), ("offer B", 215_000)]),
        ("A is 92k + 8% bonus, B is 97k flat", [("offer A", 92_000), ("offer B", 97_000)]),
        ("base 120k. second year bonus 10k. first year 5k sign on", [(None, 120_000)]),
    ],
)
def test_offers_told_by_number_or_letter_are_several(text: str, told: list[tuple[str | None, int]]) -> None:
    assert [(draft.handle, draft.offer.base_annual) for draft in parse_told(text)] == told


@pytest.mark.parametrize(
    ("text", "percent"), [("132 + 12%", 12), ("132k + 12% super", None), ("132k, 12% raise", None)]
)
def test_a_percent_on_top_without_a_name_is_the_bonus(text: str, percent: int | None) -> None:
    assert parse_told(text)[0].offer.bonus_target_pct == percent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Salaried role: 85k plus 11% super. The contract is 620 a day, 220 days a year",
            [("permanent job", 85_000), ("contract", 136_400)],
        ),
        ("perm 60k or contract 400 a day", [("permanent job", 60_000), ("contract", 104_000)]),
        ("the other option is a contract at 400 a day", [("contract", 104_000)]),
        ("contract role, 95k a year", [(None, 95_000)]),
    ],
)
def test_a_contract_paid_by_the_day_is_an_offer_of_its_own(text: str, told: list[tuple[str | None, int]]) -> None:
    assert [(draft.handle, draft.offer.base_annual) for draft in parse_told(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("140k at Yelp, 150k at Fastly, 162k at Okta", {"Yelp": 140, "Fastly": 150, "Okta": 162}),
        ("140k Yelp, 162k Okta, 150k Zorbo", {"Yelp": 140, "Okta": 162, "Zorbo": 150}),
        ("two offers 70k (Monzo) and 74k (Starling)", {"Monzo": 70, "Starling": 74}),
        ("140k + 10% at yelp, 150k + 5% at okta", {"Yelp": 140, "Okta": 150}),
        ("180k Google L5, 190k Meta E5", {"Google": 180, "Meta": 190}),
        ("got 95k (Tolmex) and 102k (Quillon), which is better", {"Tolmex": 95, "Quillon": 102}),
        ("have offers: 135 base + 15% from acme, 140 base + 10% from bolt", {"Acme": 135, "Bolt": 140}),
        ("Acme offers me 140k, i have 150k from Bolt too", {"Acme": 140, "Bolt": 150}),
        ("150k from Acme and Bolt says 160k", {"Acme": 150, "Bolt": 160}),
        ("Google 140k Seattle, Meta 150k NYC", {"Google": 140, "Meta": 150}),
        ("Zorbo 140k at NYC, Okta 150k at Boston", {"Zorbo": 140, "Okta": 150}),
    ],
)
def test_pay_told_before_the_name_goes_to_that_name(text: str, told: dict[str, int]) -> None:
    read = {draft.offer.company: draft.offer.base_annual for draft in parse_told(text)}
    assert read == {name: base * 1000 for name, base in told.items()}


def test_what_the_person_got_from_a_firm_is_its_pay() -> None:
    assert parse_told("i got 150k from Acme")[0].offer.base_annual == 150_000
    assert find_bare_pay("i got 150k from my aunt") is None


def test_a_deadline_right_behind_the_pay_leaves_it_the_pay() -> None:
    read = parse_told("offer from Fastly 140k deadline dec 1. offer from Yelp 150k")
    assert [(item.offer.company, item.offer.base_annual, item.offer.deadline) for item in read] == [
        ("Fastly", 140_000, "dec 1"),
        ("Yelp", 150_000, None),
    ]


@pytest.mark.parametrize("text", ["150k (Remote) or 140k (Hybrid)", "they give 150k from january and 160k from june"])
def test_what_stands_behind_a_sum_is_not_always_a_firm(text: str) -> None:
    assert {draft.offer.company for draft in parse_told(text)} == {None}

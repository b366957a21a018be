"""Of a message that tells an offer in passing, only the words of the offer are kept, and they alone are filed."""

from __future__ import annotations

import pytest

from assistant.offline.chosen import find_open
from assistant.offline.unoffered import keep_offered, tells_condition
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i lied that bolt gave 170k. Acme offers 150k", "… Acme offers 150k"),
        ("i bluffed that it is 170k at bolt", "…"),
        ("i lied to acme that its 170k at bolt. they gave 150k", "… they gave 150k"),
        ("i lied bolt gave 170k", "…"),
        ("the 170k was a lie, its 150k", "… its 150k"),
        ("i lied its 140", "i lied its 140"),
        ("i lied, it's 105", "i lied, it's 105"),
        ("i exaggerated, its 140k", "i exaggerated, its 140k"),
        ("i bluffed and now its 158", "i bluffed and now its 158"),
        ("i lied to you, base is 140", "i lied to you, base is 140"),
        ("step 5 pays 61k on the district schedule. i am on step 4", "… i am on step 4"),
        (
            "step 5 pays 61k on the district schedule. they put me on step 5",
            "step 5 pays 61k on the district schedule. they put me on step 5",
        ),
        ("current 110k + 10% bonus. new 125k", "… new 125k"),
        ("old salary 67k, offer is 74k with a 4k sign on", "… offer is 74k with a 4k sign on"),
        ("my friend at Figma got 210k. figma offered me 185k", "… figma offered me 185k"),
        ("Acme, 172 base. My current TC is 205 tho (140 base, 20k bonus)", "Acme, 172 base. …"),
        ("should i counter at 205? they offered 190k base", "… they offered 190k base"),
        ("if they went to 170 i'd sign. currently theyre at 162k", "… currently theyre at 162k"),
        ("rent goes from 2k to 3.4k. offer: 165k base", "… offer: 165k base"),
        ("interviewing at Ramp (range 170-220k) and have a 168k offer at Brex", "… and have a 168k offer at Brex"),
        ("boss offered 10k more to keep me. Plaid's offer is 139k", "… Plaid's offer is 139k"),
        ("neighbor got 170k at Bolt, i got 150k from Acme", "… i got 150k from Acme"),
        ("offer from acme for 150k and my gf got 170k from bolt", "offer from acme for 150k …"),
        ("bro i got 150k from Acme", "bro i got 150k from Acme"),
        ("i dont have an offer from bolt yet but they pay 220k. Okta gave 200k", "… Okta gave 200k"),
        ("competing offer from Bolt 220k would be nice, i only have Okta 200k", "… i only have Okta 200k"),
        ("i dont have the letter yet but they offered 160k", "… but they offered 160k"),
        ("used to be at Amazon for 160k, startup offers 140k", "… startup offers 140k"),
        ("i was at amazon 160k and 90k RSU. now startup offers 140k", "… now startup offers 140k"),
        ("Google pays me 140k + 30k stock. Snap offers 150k", "… Snap offers 150k"),
        ("Google pays me 140k and Meta pays me 150k", "Google pays me 140k and Meta pays me 150k"),
        ("Okta rescinded the 162k offer. Yelp still at 140k", "… Yelp still at 140k"),
        ("Okta 162k was cancelled, Yelp 140k is open", "… Yelp 140k is open"),
        ("Yelp had a freeze, the 150k is cancelled. Okta 140k stands", "… Okta 140k stands"),
        ("currently at Lyft 150k. Uber offers 165k", "… Uber offers 165k"),
        ("will Okta's 162k offer be rescinded if i counter", "will Okta's 162k offer be rescinded if i counter"),
        ("offer 92k + they cover 80% of premiums", "offer 92k + they cover 80% of premiums"),
        ("172k base, 15% bonus, 20k sign-on at Datadog", "172k base, 15% bonus, 20k sign-on at Datadog"),
    ],
)
def test_sums_that_no_offer_states_are_left_out(text: str, kept: str) -> None:
    assert keep_offered(text) == kept


def test_what_was_asked_of_them_is_kept_for_their_answer() -> None:
    asked = "i asked for 135k, they came back at 128k"
    assert keep_offered(asked) == "… they came back at 128k"
    assert keep_offered(asked, asks=True) == asked


def test_a_condition_on_the_person_supposes_no_sum() -> None:
    assert tells_condition("they do 90 if i decide this week")
    assert not tells_condition("if i sign, what if they go to 95?")


@pytest.mark.parametrize(
    ("turns", "filed"),
    [
        (["now at Bolt on 130k, Rappi offers 150 + 10% bonus. worth moving?"], {"Rappi": 150_000}),
        (["i make 95k, they said 120k"], {None: 120_000}),
        (["offer from Adyen: 82k base. booking says theyd do 90"], {"Adyen": 82_000, "Booking.com": 90_000}),
        (["Offer from Fastly: base 140k", "Yelp says they'd do 160"], {"Fastly": 140_000, "Yelp": 160_000}),
        (["neighbor got 170k at Bolt, i got 150k from Acme"], {"Acme": 150_000}),
        (["now on 60k, two offers 70k (Monzo) and 74k (Starling)"], {"Monzo": 70_000, "Starling": 74_000}),
        (["Okta pulled the 162k offer. Yelp is still at 140k"], {"Yelp": 140_000}),
        (["i was at Amazon 160k and 90k RSU. laid off. now startup offers 140k"], {None: 140_000}),
        (["google l4 171k, 15%, 190k/4yr"], {"Google": 171_000}),
        (["got 101k base from Chewy", "glassdoor says 115 for it"], {"Chewy": 101_000}),
    ],
)
def test_the_offers_are_filed_and_nothing_else(
    session: CoachSession, turns: list[str], filed: dict[str | None, int]
) -> None:
    answer = hold(session, *turns)
    assert {item.get("company"): item["base_annual"] for item in answer.offers} == filed


@pytest.mark.parametrize(
    ("told", "is_open"),
    [
        ("they withdrew the offer this morning", False),
        ("offer is off, they froze hiring", False),
        ("they withdrew the sign on", True),
        ("if they pulled the offer id be gutted", True),
    ],
)
def test_the_only_offer_is_out_when_it_is_withdrawn(told: str, is_open: bool) -> None:
    held = {"name": "Acme", "offer": {"company": "Acme"}, "words": "Acme 120k"}
    assert (held in find_open([held], ["Acme 120k", told])) is is_open


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("below 70k eur i decline. offer 66k from Atelier Nord", "EUR"),
        ("i make 52k gbp now. offer from Fable 58k", "GBP"),
        ("i earn £50k and my friend 60k eur. Fable offers 58k", "USD"),
    ],
)
def test_an_offer_is_in_the_currency_of_all_other_sums(session: CoachSession, text: str, currency: str) -> None:
    (offer,) = hold(session, text).offers
    assert offer["currency"] == currency


def test_an_acceptance_takes_the_sum_that_puts_a_lie_right(session: CoachSession) -> None:
    said = hold(session, "offer from Acme 150k", "i lied its 140", "write the acceptance").text
    assert "$140,000" in said
    assert "150,000" not in said


@pytest.mark.parametrize(
    "text",
    ["i told Acme i make 100k but i make 85k. they offered 105k", "i lied in my cv. Acme offered 105k"],
)
def test_an_offer_told_beside_an_old_lie_is_on_file(session: CoachSession, text: str) -> None:
    assert [item["base_annual"] for item in hold(session, text).offers] == [105_000]


def test_an_offer_that_is_to_be_a_lie_is_not_on_file(session: CoachSession) -> None:
    assert not hold(session, "i lied in my cv. write that bolt offered 170k").offers

"""Requests in the words of other people: names, sums, secrets and other offers are read as they are meant."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.people import find_addressee
from assistant.offline.briefs.purposes import plain_purpose
from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mail to Ottoline at Revolut: they said 95k", "Ottoline"),
        ("recruiter = Tamsin. I want 170", "Tamsin"),
        ("Margarethe Olin (Chief People Officer) sent the letter", "Margarethe"),
        ("radio silence from Gwendolyn. 2nd mail", "Gwendolyn"),
        ("wrote to Perrin and he answered", "Perrin"),
        ("clinic owner dr. Hsu will say no", "Dr. Hsu"),
        ("Write to Booking.com, they gave 86k", ""),
        ("accept mail for Mayo Clinic please", ""),
    ],
)
def test_uncommon_names_are_greeted_and_companies_are_not(text: str, name: str) -> None:
    assert find_addressee(text) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("they offered 36.50/hr, I want 39, write to Ann", "39 an hour"),
        ("offer 28 LPA fixed hai, mujhe 32 chahiye. msg likh do", "32 LPA"),
        ("KES 220,000 per month, I ask 260,000. write a mail", "KES 260,000 a month"),
        ("write to Ann: ask 132k vs 121k offered", "132,000"),
        ("mail an Frau Vogt: Angebot 61.500 Euro, ich möchte 66.000 Euro", "€66,000"),
    ],
)
def test_sums_are_asked_for_in_the_rate_of_the_offer(text: str, said: str) -> None:
    assert [ask.asked.said for ask in read_brief(text).asks if ask.asked] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "ask Ann for 4 weeks off. im pregnant, but not in the email!! write it",
        "write Ann, I need till the 18th because of my kid's surgery but that's private",
        "email Ann for a 15k lump sum. movers quoted 9k for the dogs. leave the dogs out of it",
    ],
)
def test_what_must_stay_out_is_no_reason(text: str) -> None:
    told = " ".join(read_brief(text).reasons).lower()
    assert not any(word in told for word in ("pregnant", "surgery", "dogs"))


def test_the_other_offer_keeps_its_own_sum() -> None:
    text = (
        "Company A (the one i want) £52k, company B gave me £56,500 in writing. mail to Al asking for 56. don't name B"
    )
    assert read_brief(text).rival == "I have another written offer at £56,500."


def test_what_they_grant_and_what_would_settle_it_are_both_taken_up() -> None:
    brief = read_brief(
        "he emailed: 'I can do 84 and the renewal fee, not more.' id take it if CPE is covered too. reply"
    )
    assert brief.granted == "84k and the renewal fee"
    assert brief.agrees_at == "CPE is covered too"


def test_a_second_choice_is_no_demand() -> None:
    asks = read_brief("Mail for Ann. first ask: RSU 340k. if not that, sign-on 45k instead.").asks
    assert [(ask.term, ask.second_choice) for ask in asks] == [("equity_grant", False), ("sign_on_bonus", True)]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("radio silence from her, 2nd mail", "silence"),
        ("say no to Hanneke nicely", "decline"),
        ("i accepted 2 weeks ago and now i cant come", "renege"),
        ("preciso de mais tempo pra responder", "time"),
        ("ask for 180 base", None),
    ],
)
def test_plain_purposes(text: str, purpose: str | None) -> None:
    assert plain_purpose(text) == purpose

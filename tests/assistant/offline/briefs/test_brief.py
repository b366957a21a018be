"""What else a message must carry: reasons, promises, losses, another offer, names, dates, and what is kept back."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.ledger import read_ledger
from assistant.offline.briefs.people import find_addressee
from assistant.offline.briefs.reading import read_brief


def test_reasons_are_sentences_in_the_persons_words() -> None:
    brief = read_brief("email them for 230. reason is i wrote two of the kernels they use")
    assert brief.told_reasons == ("I wrote two of the kernels you use.",)


@pytest.mark.parametrize(
    "offer",
    [
        "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62",
        "150k base and equity of 80k that vests over four years, Acme",
        "Base 120k, 10,000 options vesting in 4 years, sign-on 5k",
    ],
)
def test_the_years_stock_vests_over_are_no_reason(offer: str) -> None:
    assert read_brief(offer).reasons == ()


def test_reasons_that_are_kept_back_are_not_told() -> None:
    assert read_brief("need til monday because i am interviewing, but don't want to say why").told_reasons == ()


def test_promises_are_listed() -> None:
    brief = read_brief("my boss-to-be told me on teams: remote 3 days, ¥1.5M signing. Contract mentions none. mail plz")
    assert brief.promised == ("remote 3 days", "¥1.5M signing")


def test_what_is_given_up_is_kept_with_its_sum() -> None:
    brief = read_brief("leaving in nov means i lose my bonus paid in feb - last yr was 42k. write the ask")
    assert "42k" in " ".join(brief.losses)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Write to Booking. They gave 86k. Adyen gave me 94k yesterday, in writing.", "Adyen"),
        ("i have another offer: 94k base, write to them", "another offer"),
    ],
)
def test_another_offer_is_told_as_it_is(text: str, said: str) -> None:
    assert said in read_brief(text).rival


@pytest.mark.parametrize(
    "text",
    [
        "google gave me L4. need a mail asking for a level review",
        "got an offer from Acme, 180k base. write an email to Dana asking for 195 base",
        "I have an offer from Acme at 180k, write to HR and ask for 195",
    ],
)
def test_the_only_offer_is_not_another_one(text: str) -> None:
    assert read_brief(text).rival == ""


def test_a_rival_that_must_not_be_named_is_not() -> None:
    brief = read_brief("short msg to Kelly. got 2nd offer from Acme, 310k TC, don't name anybody")
    assert "Acme" not in brief.rival


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("write an email to Dana asking for 230", "Dana"),
        ("mail an Frau Dr. Keller", "Frau Dr. Keller"),
        ("recruiter = Jules, need to get out of the loop", "Jules"),
        ("her name is Beatrix, at the institute", "Beatrix"),
        ("decline to Thoughtworks berlin", ""),
        ("write to hr", ""),
    ],
)
def test_the_addressee_is_a_person(text: str, name: str) -> None:
    assert find_addressee(text) == name


def test_the_style_is_read() -> None:
    style = read_brief("two versions one soft one firm, as a text, max 3 lines").style
    assert style.tones == ("warm", "firm")
    assert style.channels == ("chat",)
    assert style.limit is not None
    assert style.limit.sentences == 3


def test_the_call_they_made_is_not_the_channel() -> None:
    assert read_brief("they told me on the phone it is fixed. write an email").style.channels == ("email",)


def test_refusals_are_kept_by_term_with_their_words() -> None:
    ledger = read_ledger(
        [
            "asked for 30k sign on. recruiter: 'sign-on is fixed for all new grads, sorry'",
            'i asked for more base. her reply: "118 is the top of the band for this role."',
        ]
    )
    assert list(ledger.refused) == ["sign-on bonus", "base"]
    assert "the start date" in ledger.still_open
    assert "the base" not in ledger.still_open


@pytest.mark.parametrize(
    "text",
    [
        "how do i say no to a company i might want to work at in 2 yrs",
        "write a decline to a firm that i would join again",
    ],
)
def test_which_employer_it_is_is_told_to_the_coach_and_not_to_them(text: str) -> None:
    assert read_brief(text).tells == ()

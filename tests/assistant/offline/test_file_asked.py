"""File asked: what is on file, by when to answer and what has room are answered from the case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.cases.memory_store import MemoryCaseStore
from assistant.domain.answer import Answer
from assistant.offline.file_asked import asks_due, asks_file, asks_for_file, find_room
from assistant.session import CoachSession


def answer_to(open_session: Callable[..., CoachSession], *turns: str) -> Answer:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    return [session.ask(turn, case) for turn in turns][-1]


@pytest.mark.parametrize(
    "text",
    ["whats on file", "so what do i have now", "what offers are still open?", "what have you got on file"],
)
def test_a_question_for_the_file_is_known(text: str) -> None:
    assert asks_file(text)


@pytest.mark.parametrize(
    "text",
    [
        "what do i have left after rent",
        "what do i have to sign",
        "what should i have on file for 5 years",
        "what did they put on file about me in the background check",
        "what do they have on file about me",
        "anything on my record that shows up in the check?",
        "what does hr keep on file after i decline",
        "hi",
    ],
)
def test_other_questions_are_none_for_the_file(text: str) -> None:
    assert not asks_file(text)


@pytest.mark.parametrize(
    ("turns", "sum_of"),
    [
        (("i get 4000 net, rent 1500, loan 300", "what do i have left"), "$2,200"),
        (("sign on 20k, 35% tax", "what do i have left"), "$13,000"),
        (("sign on 15k taxed 40%", "what do i have then"), "$9,000"),
        (("i get 4000 net, rent 1500", "so what do i have left now"), "$2,500"),
        (("offer from Acme 150k", "i get 4000 net, rent 1500", "so what do i have left now"), "$2,500"),
    ],
)
def test_what_one_has_of_numbers_told_is_a_sum(
    open_session: Callable[..., CoachSession], turns: tuple[str, ...], sum_of: str
) -> None:
    assert answer_to(open_session, *turns).text.split("\n")[0].endswith(f"{sum_of}.**")


def test_what_one_has_of_offers_is_on_file() -> None:
    assert asks_for_file(["offer from Acme 150k, sign on 20k", "what do i have now"], 1)
    assert asks_for_file(["i get 4000 net, rent 1500", "whats on file"], 0)
    assert asks_for_file(["i want 150k", "what do i have now"], 0)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how long do i have to decide", True),
        ("when do i need to answer?", True),
        ("how many days do i have left", True),
        ("how long should i take to decide", False),
        ("how long do i have to repay the bonus", False),
    ],
)
def test_only_the_own_day_to_answer_is_asked_of_the_file(text: str, asked: bool) -> None:
    assert asks_due(text) is asked


def test_the_part_whose_room_is_asked_about_is_found() -> None:
    told = "150k base, 10k sign on"
    assert find_room([told, "is the sign on negotiable?"]) == "room_sign_on"
    assert find_room([told, "any room on the start date?"]) == "room_start"
    assert find_room(["64k gross, no bonus", "is that negotiable"]) == "room_base"
    assert find_room([told, "negotiating is scary"]) is None
    assert find_room([told, "is the amount of stock negotiable?"]) == "room_equity"
    assert find_room([told, "is the offer from snap negotiable at all"]) == "room_base"


@pytest.mark.parametrize(
    "text",
    [
        "is the title negotiable",
        "is the clawback negotiable",
        "is the sign on clawback negotiable?",
        "are the vesting schedules negotiable",
        "can i negotiate the level",
        "any room on the noncompete?",
    ],
)
def test_another_term_has_no_room_of_the_pay(text: str) -> None:
    assert find_room(["150k base, 10k sign on", text]) is None


@pytest.mark.parametrize(
    ("asked", "on_case"),
    [
        ("so where do i stand", True),
        ("where do we stand now", True),
        ("where do i stand compared to market", False),
        ("where do i stand vs other engineers at my level", False),
    ],
)
def test_where_one_stands_in_the_market_is_none_of_the_case(
    open_session: Callable[..., CoachSession], asked: str, on_case: bool
) -> None:
    told = answer_to(open_session, "Offer from Castellan: 121k base, 10k sign-on", asked)
    assert ("**The offer.**" in told.text) is on_case


def test_the_file_is_told_with_what_changed_and_what_is_out(open_session: Callable[..., CoachSession]) -> None:
    told = answer_to(
        open_session,
        "132k base, 20k sign on at Terravolt",
        "sign on is gone now but they put 5k into base",
        "whats on file now",
    )
    assert "Terravolt" in told.text
    assert "$137,000" in told.text
    assert "$20,000" not in told.text
    left = answer_to(
        open_session,
        "i have an offer from Arden 105k and from Bexley 111k",
        "bexley just pulled theirs",
        "what do i have left",
    )
    assert "**Arden:** Base $105,000" in left.text
    assert "**Out:** Bexley" in left.text


def test_the_day_to_answer_is_the_one_told_last(open_session: Callable[..., CoachSession]) -> None:
    turns = ("offer from Okapi Health: 115k, need to answer by thursday", "she gave me til next wednesday")
    assert "next wednesday" in answer_to(open_session, *turns, "when do i need to answer").text
    assert "no day" in answer_to(open_session, "Okapi offers 115k base", "how long do i have to decide").text


def test_the_room_of_a_part_is_asked_of_the_library(open_session: Callable[..., CoachSession]) -> None:
    answer = answer_to(open_session, "Offer from Castellan: 121k base, 10k sign-on", "is that sign on negotiable")
    assert answer.kind == "advice"
    assert "**On file:** Sign-on $10,000" in answer.text


def test_a_part_given_after_all_is_refused_no_more(open_session: Callable[..., CoachSession]) -> None:
    turns = ("offer 84k Lindqvist. they said no to a sign on", "they changed their mind, 4k sign on now")
    assert "Refused" not in answer_to(open_session, *turns, "so where do i stand").text


def test_facts_alone_are_no_untruth(open_session: Callable[..., CoachSession]) -> None:
    assert answer_to(open_session, "i make 81k rn plus 5k bonus").kind != "refusal"
    assert answer_to(open_session, "got an offer from Brightloom, 74k. they didnt say any deadline").kind != "refusal"


@pytest.mark.parametrize("told", ["bolt came back at 155", "they came back with 155k"])
def test_an_offer_that_comes_back_is_on_file_with_its_new_figure(
    open_session: Callable[..., CoachSession], told: str
) -> None:
    turns = ("offer from Acme 150k, offer from Bolt 140k", "bolt is out", told)
    answer = answer_to(open_session, *turns, "what do i have")
    assert "**Bolt:** Base $155,000" in answer.text
    assert "**Acme:** Base $150,000" in answer.text
    assert "**Out:**" not in answer.text

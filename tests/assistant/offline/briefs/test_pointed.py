"""Pointed: words of an order that mean sums and things told before it."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.gathered import gather_brief


def asked(*texts: str) -> list[str]:
    """What the conversation asks for: the sums, else the words."""
    return [f"{ask.asked.value:f}" if ask.asked else ask.words for ask in gather_brief(texts).asks]


@pytest.mark.parametrize(
    ("texts", "sums"),
    [
        (
            ("they offered 88k, i asked 96k", "they said thats too much", "write that we meet in the middle"),
            ["92000.00"],
        ),
        (("i thought of 140 or 135, offer is 128k", "go with the lower, write to Carla"), ["135000"]),
        (("could ask 58 or 61. Offer 54k", "take the higher number and write to Hugo, reason: 2 hotels"), ["61000"]),
        (("i lose my bonus, 11,400, and shares of 7,600", "ask her for a sign-on that covers both"), ["19000"]),
        (("Acme 150k, i lose 20k", "mail asking for a sign on that covers what i lose"), ["20000"]),
        (
            ("Acme 150k, i'd lose 12k rsu and 8k bonus", "mail asking for a sign on that covers everything i lose"),
            ["20000"],
        ),
        (("Acme 150k, i give up a 12k bonus", "mail asking for a sign on that covers what i give up"), ["12000"]),
        (("150k base, sign on 5k, i lose 20k", "ask for a sign on that covers what i lose"), ["20000"]),
        (("Bolt pays 140k and i lose 11k", "ask for a signing bonus that makes up for what i lose"), ["11000"]),
        (("i lose my bonus, 11,400, new base 150k", "ask her for a sign-on that covers what i lose"), ["11400"]),
        (("write Gail, ask 40/h", "its 38 not 40", "shorter"), ["38"]),
    ],
)
def test_a_sum_is_meant_that_was_told_before(texts: tuple[str, ...], sums: list[str]) -> None:
    assert asked(*texts) == sums


def test_of_a_list_only_the_one_that_is_chosen_is_asked_for() -> None:
    listed = "can ask for: 1) base 82k 2) 4 day week 3) start in june. offer is 78k"
    assert asked(listed, "ok write only the second one") == ["4 day week"]


@pytest.mark.parametrize(
    ("order", "chosen"),
    [
        ("write only the third", ["5 more days off"]),
        ("ask for the first", ["162000"]),
        ("ask for the second one", ["20000"]),
    ],
)
def test_an_order_may_name_only_the_place_in_a_list(order: str, chosen: list[str]) -> None:
    assert asked("1) 162k 2) 20k sign on 3) 5 more days off. which is best?", order) == chosen


def test_of_two_sums_the_chosen_one_keeps_what_it_is_of() -> None:
    (ask,) = gather_brief(("either 165k or 20k sign on, which?", "ask for the second one")).asks
    assert (ask.term, ask.asked and ask.asked.value) == ("sign_on_bonus", 20000)


def test_a_step_of_a_scale_is_asked_for_with_its_pay() -> None:
    texts = ("county library offers grade 5, that is 43,100", "grade 6 is 46,400 in their table")
    assert asked(*texts, "write to Ms Lindqvist asking for grade 6") == ["grade 6, which is 46,400"]


def test_the_second_interview_is_no_choice() -> None:
    assert asked("i could ask 140 or 135", "write her before the second interview, ask 150") == ["150000"]


def test_another_day_takes_the_place_of_the_one_asked_for() -> None:
    texts = ("need a later start. ask for aug 25", "no wait i cant do the 25th, it has to be sept 8. write to Tomasz")
    brief = gather_brief(texts)
    assert "August 25" not in " ".join([*brief.tells, *(ask.words for ask in brief.asks)])
    assert brief.day == "September 8"


def test_what_was_written_is_turned_into_a_call() -> None:
    texts = ("draft an email to Devon asking for 128,000", "can you make it something I say on the phone instead?")
    brief = gather_brief(texts)
    assert (brief.style.channels, [ask.words for ask in brief.asks]) == (("call",), [""])

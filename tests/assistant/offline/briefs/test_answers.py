"""Answers: what was asked so far and how they answered, over several messages."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.answers import read_answers, read_given
from assistant.offline.briefs.ledger import read_ledger


@pytest.mark.parametrize(
    ("texts", "asked", "yes"),
    [
        (["asked extra week vacation. 'policy is policy'"], "extra week vacation", False),
        (["asked for a parking spot", "no"], "a parking spot", False),
        (["i asked them for the title, they agreed"], "the title", True),
    ],
)
def test_an_answer_belongs_to_what_was_asked_before_it(texts: list[str], asked: str, yes: bool) -> None:
    (answer,) = read_answers(texts)
    assert (answer.asked, answer.yes) == (asked, yes)


def test_another_sum_answers_a_sum_and_a_later_yes_is_to_something_else() -> None:
    (answer,) = read_answers(["i asked 91 and they came back 87", "they also said ok to a 9 day fortnight"])
    assert answer.asked == ""


@pytest.mark.parametrize(
    ("texts", "given"),
    [
        (["they said 9,400 and 1 month sign-on"], ["1 month sign-on"]),
        (["he came back with 52.50 and paid licence fees"], ["paid licence fees"]),
        (["i asked to work from Ghent 1 day a week and she agreed"], ["that I can work from Ghent 1 day a week"]),
        (["they said 218 final"], []),
        (["i went back and said 41.25", "they said yes"], []),
        (["and two remote days, Tue and Thu. She said yes verbally."], ["two remote days, Tuesday and Thursday"]),
    ],
)
def test_what_they_gave_beside_the_pay_is_listed(texts: list[str], given: list[str]) -> None:
    assert read_given(texts) == given


@pytest.mark.parametrize(
    "texts",
    [
        ["they gave me a hard time about the sign-on"],
        ["they gave me two days to decide"],
        ["she gave me a headache"],
        ["i asked for a sign on of 20k", "they said yes, but only 10k"],
        ["i asked for 4 weeks leave. they said no problem i'd have to ask the team lead"],
        ["i asked for a company car. Globex said yes to it"],
        ["i asked for a company car. they said yes to a call"],
        ["they approved 3 remote days but I choose Acme"],
    ],
)
def test_what_is_no_sure_yes_to_the_ask_is_not_given(texts: list[str]) -> None:
    assert read_given(texts) == []


@pytest.mark.parametrize(
    "texts",
    [
        ["asked 66, they said 61 final"],
        ["they said no to 44 already"],
        ["asked for 42, nope they said thats the top"],
    ],
)
def test_a_refused_sum_closes_the_base(texts: list[str]) -> None:
    assert list(read_ledger(texts).refused) == ["base"]


@pytest.mark.parametrize(
    "text",
    [
        "170 base, 200 rsu over 4, no bonus, deadline is 10 days out",
        "offer is 32 LPA fixed + 3L joining bonus",
        "she came up to 143k and said the title is no problem",
    ],
)
def test_what_an_offer_lacks_is_no_refusal(text: str) -> None:
    assert read_ledger([text]).refused == {}

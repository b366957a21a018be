"""What short turns mean once offers are on file: what-ifs that build up, terms in pieces, choices, years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.offline.chosen import find_mine, find_open, find_preferred
from assistant.offline.signals import Signals
from assistant.offline.statements import LeverAmount
from assistant.offline.supposing import read_growth, read_supposed
from assistant.offline.telling import read_parts
from assistant.offline.turns import read_year, settle_kind

ON_FILE = Signals(offers_on_file=1)


def supposed(*texts: str) -> tuple[dict[str, int], dict[str, Any]]:
    found = read_supposed(texts)
    assert found is not None
    return {name: int(item.value) for name, item in found.amounts.items()}, dict(found.terms)


def test_what_ifs_build_on_each_other() -> None:
    told = ("what if they gave me a 20k sign on", "what if 30k instead", "and with base at 135 on top of that?")
    assert supposed(*told) == ({"sign_on_bonus": 30_000, "base_salary": 135_000}, {})
    assert supposed("if base were 170?", "and without the sign on") == (
        {"base_salary": 170_000, "sign_on_bonus": 0},
        {},
    )


def test_an_amount_on_top_goes_on_top() -> None:
    found = read_supposed(("what if base was 160", "and 10k more sign on?"))
    assert found is not None
    assert found.amounts["sign_on_bonus"] == LeverAmount(Decimal(10_000), on_top=True)


def test_a_what_if_can_start_over_and_be_named_again() -> None:
    assert supposed("if base were 170?", "nevermind. original offer, just with 15% bonus") == (
        {},
        {"bonus_target_pct": 15},
    )
    told = ("add a 12k sign on to it in theory, year one?", "whats the weather", "what was the total with that 12k?")
    assert supposed(*told) == ({"sign_on_bonus": 12_000}, {})
    assert read_supposed(("and year two, assuming nothing changes?",)) is None


def test_growth_goes_on_with_the_what_if() -> None:
    assert read_growth(("what if base was 160", "and if growth is 10%")) == 10
    assert read_growth(("what if growth is 10%", "and with base at 150?")) == 10


@pytest.mark.parametrize(
    "text",
    ["they came back with 188", "she says 40.50", "and 8% bonus", "its 3 years not 4", "strike is 0.85", "*CAD sorry"],
)
def test_a_few_words_add_to_the_offer_on_file(text: str) -> None:
    assert [item.text for item in read_parts(["offer: 180k base", text], ON_FILE).statements] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "i asked for 195",
        "can they do 190?",
        "glassdoor says 190k",
        "ok thanks",
        "they said if 190 works",
    ],
)
def test_wishes_and_questions_are_not_put_on_file(text: str) -> None:
    assert read_parts(["offer: 180k base", text], ON_FILE).statements == ()


def test_a_change_to_a_message_is_no_term() -> None:
    parts = read_parts(["write a mail to Ngozi asking for 205k", "hmm change it to 198 and a 15k sign on"], ON_FILE)
    assert (parts.statements, parts.wishes) == ((), "hmm change it to 198 and a 15k sign on")


def offer(name: str, role: str, words: str = "") -> dict[str, Any]:
    return {"name": name, "role": role, "offer": {"company": name, "base_annual": 1}, "words": words}


def test_the_offer_meant_is_the_one_named_written_to_or_preferred() -> None:
    held = [offer("VMware", "mine", "vmware/broadcom offer, 210"), offer("Oracle", "competing")]
    assert find_mine(held, ["how do i tell oracle"]) is held[1]
    assert find_mine(held, ["write to oracle, tell them about vmware"]) is held[1]
    assert find_mine(held, ["broadcom is still my pick", "last mail to them"]) is held[0]
    assert find_mine(held, ["Oracle, Ines ran my loop and she was lovely", "let her down kindly"]) is held[1]
    assert find_preferred(held, ["i prefer oracle", "last mail"]) is held[1]
    assert find_mine(held, ["i prefer oracle", "last mail to them"]) is held[1]


def test_an_offer_ruled_out_is_not_compared() -> None:
    held = [offer("Acme", "mine", "A: Acme 168k"), offer("Globex", "competing", "B: Globex 170k")]
    assert find_open(held, ["forget A, i dont want a bank"]) == [held[1]]
    assert find_open(held, ["globex is off the table"]) == [held[0]]
    assert find_open(held, ["which one?"]) == held


@pytest.mark.parametrize(
    ("told", "is_back"),
    [
        (["globex is out", "globex came back at 155"], True),
        (["globex pulled theirs", "globex is back with 155k"], True),
        (["forget globex", "globex now offers 155k"], True),
        (["globex is out", "they changed their mind"], True),
        (["globex is out", "new offer from globex, 158k"], True),
        (["globex was out but they came back at 155"], True),
        (["globex came back at 155", "globex is out now"], False),
        (["globex is out", "what if globex comes back at 155"], False),
        (["globex is out", "globex never came back to me"], False),
        (["globex is out", "globex was 140k btw"], False),
        (["globex is out", "thanks", "they came back at 155"], False),
    ],
)
def test_an_offer_that_comes_back_is_open_again(told: list[str], is_back: bool) -> None:
    held = [offer("Acme", "mine"), offer("Globex", "competing")]
    assert (held[1] in find_open(held, told)) is is_back


def test_a_year_is_asked_alone_or_not_at_all() -> None:
    assert [
        read_year(text) for text in ("and year two?", "the third year", "year 1 to year 4", "a year", "4 years")
    ] == [
        2,
        3,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("which of the two pays more?", "comparison"),
        ("Manchester wins year one yeah?", "comparison"),
        ("year 2?", "calculation"),
        ("write the mail to them", "script"),
    ],
)
def test_short_questions_about_offers_on_file(text: str, kind: str) -> None:
    two = Signals(offers_on_file=2)
    assert settle_kind("script", [text], two, read_parts([text], two), None) == kind


@pytest.mark.parametrize(
    ("before", "text"),
    [("offer: 180k base", "sorry, 185"), ("signing 20", "no wait 25"), ("6,450 a month", "typo, it is 6,650 a month")],
)
def test_a_number_that_corrects_what_was_told_is_told(before: str, text: str) -> None:
    assert [item.text for item in read_parts(["offer: 180k base", before, text], ON_FILE).statements] == [text]


@pytest.mark.parametrize("before", ["i want 190", "write it with 190 as the ask", "what if it were 190?"])
def test_a_number_that_corrects_a_wish_is_not_told(before: str) -> None:
    assert read_parts(["offer: 180k base", before, "no wait 195"], ON_FILE).statements == ()


def test_how_much_something_is_in_a_currency_is_no_statement() -> None:
    assert read_parts(["offer: 180k base", "how much is that in pounds"], ON_FILE).statements == ()


def test_a_post_with_its_pay_by_the_month_opens_an_offer() -> None:
    text = "Mechanic at Volvo in Ghent, 3,150 a month"
    assert [item.text for item in read_parts([text], Signals()).statements] == [text]
    assert read_parts(["my flat costs 1,150 a month"], Signals()).statements == ()

"""Messages as people type them: what they ask for, take back, would sign at, and what they tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.briefs.pasted import is_only_received
from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("mail. 61→66. Joris. reason: night shifts", 66_000),
        ("reply Ms Cheung, HKD 46,500/month now, i expect 50,000 since I hold CPA", 50_000),
        ("they're at 840. reply that 865 would do it and i'd sign same day", 865_000),
        ("contract role. agency (Pete) says £410 a day. ask 450", 450),
        ("voicemail for Mrs Obi. want 19.80 not 18.90 an hour", Decimal("19.80")),
    ],
)
def test_the_sum_that_is_wanted_is_asked_for(told: str, asked: Decimal) -> None:
    assert [ask.asked.value for ask in read_brief(told).asks if ask.asked] == [asked]


def test_what_the_same_message_takes_back_is_not_asked_for() -> None:
    brief = read_brief("mail Ewan: 88 base, 10k sign on. actually leave out the sign on. mention my GIS masters")

    assert [ask.term for ask in brief.asks] == ["base_salary"]
    assert brief.to == "Ewan"
    assert any("GIS" in reason for reason in brief.reasons)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Tell them I would rather have 5 more vacation days than the 2k sign on", "5 more vacation days"),
        ("good, only the 5 days office. 3 would be better", "3 days office instead of 5"),
        ("ask Mr. Lang if the 12% bonus is guaranteed the first yr", "Is the 12% bonus guaranteed"),
        ("i transfer so my 9 years service should count for leave. write Mr Bhatt", "should count for leave"),
        ("to Amal: 1 day wfh, 30 vacation days instead of 26, gym", "30 vacation days instead of 26"),
    ],
)
def test_a_thing_is_asked_for_whole_and_no_sum_with_it(told: str, words: str) -> None:
    asks = read_brief(told).asks

    assert any(words in ask.words for ask in asks)
    assert not any(ask.asked for ask in asks)


def test_a_condition_is_what_one_would_sign_at() -> None:
    brief = read_brief("tell Aldo i'm in, provided the contract is permanent")

    assert brief.agrees_at == "the contract is permanent"


def test_a_letter_that_binds_to_less_differs_from_what_was_agreed() -> None:
    brief = read_brief("msg to Tilda: got the letter, but the bonus (10% we agreed, letter says 'up to 10%')")

    assert brief.differs == ("the letter says up to 10%, and we agreed on 10%",)


def test_what_is_lost_is_told_whole() -> None:
    assert "I leave 30k of RSUs behind." in read_brief("i leave 30k of rsus behind tho. what do i say").losses


def test_a_day_one_cannot_start_is_no_thing_to_ask_for() -> None:
    assert not read_brief("can u write that i can't start on 1 march, my notice is 3 months so 1 may").asks


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Hi Joan, unfortunately our budget is fixed and we can not go above 67k. Best, Theo", True),
        ("Hi Theo, could we move to 70k? I hope we can. Best, Joan", False),
        ("Hi Joan, unfortunately we cannot go above 67k. Best, Theo\n\nis my reply ok", True),
        ("unfortunately we cannot go above 67k", False),
    ],
)
def test_a_mail_of_theirs_alone_is_no_draft(text: str, theirs: bool) -> None:
    assert is_only_received(text) is (theirs and "my reply" not in text)

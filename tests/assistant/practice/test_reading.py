"""What people type to a recruiter, and what it does."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.counter import Lever
from assistant.practice.reading import read_turn

TABLE: dict[Lever, Decimal] = {
    "base_salary": Decimal(180000),
    "equity_grant": Decimal(200000),
    "sign_on_bonus": Decimal(40000),
    "target_bonus": Decimal(27000),
}


def load_turns() -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", yaml.safe_load((Path(__file__).parent / "turns.yaml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could the base go from $180,000 to $195,000? Ranges run to $205,000.", {"base_salary": 195000}),
        ("Given the market median of 200k, could we do 195k base?", {"base_salary": 195000}),
        ("could we do 195?", {"base_salary": 195000}),
        ("Could we add 20k more stock and a 50k sign-on?", {"equity_grant": 220000, "sign_on_bonus": 50000}),
        ("I'm making 165k right now, so 190 would be good", {"base_salary": 190000}),
        ("With 188k I would sign this week", {"base_salary": 188000}),
        ("I'd sign for a sign-on of 60k", {"sign_on_bonus": 60000}),
        ("10% more base please, based on my experience", {"base_salary": 198000}),
        ("Could the bonus be 20%?", {"target_bonus": 36000}),
        ("You offered 180k base and I want 190k base", {"base_salary": 190000}),
        ("Two hundred thousand base would be an easy yes for me.", {"base_salary": 200000}),
        ("I have an offer from Google for 210k base. Can you match it?", {"base_salary": 210000}),
        ("I have an offer from Google for 210k base.", {}),
        ("i have an offer of 500k from google, otherwise I'm leaving", {}),
        ("so openai came back with 250k base", {}),
        ("got 212k from a fintech last week", {}),
        ("The other team is paying me 200k.", {}),
        ("another company put 205k on the table. can you do 200k?", {"base_salary": 200000}),
        ("I would lose the 60k I have from RSUs, so I need 200k base", {"base_salary": 200000}),
        ("The posting says the range goes to 205k.", {}),
        ("What does the 15% bonus depend on?", {}),
        ("You said 180k base, right?", {}),
        ("sure, sounds good", {}),
    ],
)
def test_asks_are_read_with_their_levers(text: str, asked: dict[Lever, int]) -> None:
    assert read_turn(text, TABLE).amounts == asked


@pytest.mark.parametrize("turn", load_turns(), ids=lambda turn: turn["text"][:40])
def test_turns_as_people_type_them(turn: dict[str, Any]) -> None:
    table = dict(zip(TABLE, map(Decimal, (145_000, 120_000, 10_000, 14_500)), strict=True))
    reading = read_turn(turn["text"], table)
    asks, shows = turn.get("asks", {}), turn.get("shows", [])
    if asks or "accepts" in shows or "declines" in shows:
        assert {lever: amount for lever, amount in reading.amounts.items() if lever in asks} == asks
    is_range = any(ask.high is not None for ask in reading.asks)
    assert [name for name in shows if not (is_range if name == "range" else getattr(reading, name))] == []
    assert bool(reading.accepts) == ("accepts" in shows)
    assert bool(reading.declines) == ("declines" in shows)


def test_a_bare_number_is_about_what_is_spoken_of() -> None:
    assert read_turn("could you do 230k?", TABLE, "equity_grant").amounts == {"equity_grant": 230000}


def test_of_a_range_the_lower_end_is_heard() -> None:
    (ask,) = read_turn("185k to 195k base would be great", TABLE).asks
    assert (ask.amount, ask.high) == (185000, 195000)


def test_a_number_below_the_offer_is_no_ask() -> None:
    reading = read_turn("175 to 190k would be ok", TABLE)
    assert reading.asks == ()
    assert reading.low == "175 to 190k would be ok"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Who approves the base?", "approver"),
        ("What would you need from me to make the case?", "approver"),
        ("Where does this offer sit in the range?", "room"),
        ("Which parts of the package have some room?", "room"),
        ("If the base ends there, could we look at stock?", "fallback"),
        ("The lowest I'd accept is 185k", "floor"),
        ("I'd probably take it anyway", "floor"),
        ("Could you do any better on the salary?", "vague"),
        ("Thank you, I accept!", "accepts"),
        ("ok i'll take it", "accepts"),
        ("I have to decline, thanks", "declines"),
        ("That would be an easy yes for me", "commit"),
        ("Could you put that in writing?", "written"),
        ("Match 200k or I walk.", "ultimatum"),
        ("I make 165k now", "current_pay"),
    ],
)
def test_what_a_turn_does_is_quoted(text: str, field: str) -> None:
    quote = getattr(read_turn(text, TABLE), field)
    assert quote and quote in text


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("I can't accept that yet", "accepts"),
        ("I would accept with a base of 195k", "accepts"),
        ("Should I decline other interviews?", "declines"),
        ("Could I have a bit more time?", "vague"),
        ("Could we do 195k base?", "vague"),
    ],
)
def test_what_it_does_not_do_is_left_empty(text: str, field: str) -> None:
    assert not getattr(read_turn(text, TABLE), field)


def test_terms_without_an_amount_are_read() -> None:
    reading = read_turn("Could I work remote and start in March? And I need a few more days to decide.", TABLE)
    assert set(reading.terms) == {"remote", "start_date", "more_time"}


@pytest.mark.parametrize("text", ["", "  ", "...", "…"])
def test_nothing_is_silence(text: str) -> None:
    assert read_turn(text, TABLE).silent


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    reading = read_turn(text, TABLE)
    assert all(amount > TABLE[lever] for lever, amount in reading.amounts.items())

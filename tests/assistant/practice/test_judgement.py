"""Each mistake, in words that show it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings

from assistant.checks.numbers import KnownNumbers, check_numbers, numbers_in_text
from assistant.domain.evidence import Document
from assistant.practice.better import write_better
from assistant.practice.mistake import GOOD, MISTAKE_NAMES, RULES, TITLES, MistakeKind
from assistant.practice.practice import Plan, Practice
from assistant.practice.reading import Reading
from assistant.practice.temper import TemperName
from assistant.retrieval.loading import load_library
from tests.assistant.practice.talks import ASK, play, seeds, tempers, turns
from tests.assistant.retrieval.conftest import KNOWLEDGE

PLAN = Plan(target=Decimal(290000), walk_away=Decimal(280000))
SHOWN: list[tuple[MistakeKind, tuple[str, ...], str]] = [
    ("told_walk_away", (ASK, "The lowest I would accept is 185k"), "The lowest I would accept is 185k"),
    ("below_walk_away", (ASK, "Please put it in writing. I accept."), "I accept"),
    ("left_above_walk_away", ("Thanks. I have to decline.",), "I have to decline."),
    ("ask_below_target", ("Thanks! I ask for 190k base, given the market.",), "I ask for 190k base, given the market."),
    ("settled_below_target", (ASK, "Please put it in writing. I accept."), "I accept"),
    ("cold_start", ("Could the base be 198k?",), "Could the base be 198k?"),
    ("apologetic", (ASK, "Sorry to bother you, 196k?"), "Sorry to bother you, 196k"),
    ("hostile", (ASK, "This is an insult."), "insult"),
    ("told_current_pay", ("Thanks! I make 150k now.",), "I make 150k now"),
    ("range_given", ("Thanks! 190k to 200k base would be great.",), "190k to 200k base would be great."),
    ("low_number", ("Thanks! I would like 170k base.",), "I would like 170k base."),
    ("vague", ("Thanks! Could you do better on the salary?",), "do better on the salary"),
    ("timid", ("Thanks! Could the base be 183k, given the market?",), "Could the base be 183k, given the market?"),
    ("beyond_reason", ("Thanks! Could the base be 400k?",), "Could the base be 400k?"),
    ("wrong_figure", ("Thanks! You offered 170k base. Could we do 198k?",), "You offered 170k base."),
    ("repeated", ("Thanks! 198k base", "198k base"), "198k base"),
    ("big_drop", (ASK, "Okay, 186k base then."), "Okay, 186k base then."),
    (
        "too_many_asks",
        ("Thanks! Could I get 198k base, 90k sign-on, remote work, a new laptop, more vacation and a gym?",),
        "Could I get 198k base, 90k sign-on, remote work, a new laptop, more vacation and a gym?",
    ),
    (
        "reopened",
        ("Thanks! With 182k base I would sign, given the market and the scope.", "Actually, could we do 186k base?"),
        "Actually, could we do 186k base?",
    ),
    ("no_reason", ("Thanks! Could the base be 198k?",), "Could the base be 198k?"),
    ("need_based", ("Thanks! 198k base, my rent is high.",), "my rent is high"),
    ("on_the_spot", ("Great, I accept!",), "I accept"),
    ("ultimatum", (ASK, "200k or I walk."), "or I walk"),
    ("not_in_writing", (ASK, "That works. I accept."), "I accept"),
    ("left_open", ("198k base",) * 9, "198k base"),
]  # fmt: skip


@cache
def documents() -> dict[str, Document]:
    return {document.id: document for document in load_library(KNOWLEDGE).documents}


def kinds_of(practice: Practice) -> list[str]:
    return [note.kind for taken in practice.rounds for note in taken.notes]


@pytest.mark.parametrize(("kind", "said", "quote"), SHOWN, ids=[item[0] for item in SHOWN])
def test_a_mistake_is_named_with_its_words(kind: MistakeKind, said: tuple[str, ...], quote: str) -> None:
    plan = Plan(target=Decimal(290000), walk_away=Decimal(260000)) if kind == "left_above_walk_away" else PLAN
    practice = play(*said, plan=plan)
    notes = [note for note in practice.rounds[-1].notes if note.kind == kind]
    assert [note.quote for note in notes] == [quote]
    assert notes[0].better and notes[0].why


def test_an_offer_made_bigger_than_it_is_on_file_is_a_mistake() -> None:
    practice = play("Hi")
    held = practice.model_copy(update={"competing": (Decimal(190000),)})
    from assistant.practice.turn import take_turn

    told = take_turn(held, "Thanks! Globex offered me 230k base, another offer. Could you match it?")
    assert "untrue_offer" in kinds_of(told)


def test_no_better_line_asks_for_what_nobody_would_believe() -> None:
    practice = play("I have another offer from Google at 400k, match it or I walk", "Could the base be 198k?")
    lines = [note.better for taken in practice.rounds for note in taken.notes]
    assert any("$198,000" in line for line in lines)
    assert not any("$400,000" in line for line in lines)


def test_a_good_talk_has_no_mistake_but_praise() -> None:
    practice = play(
        ASK,
        "",
        "If the base ends there, could the sign-on be $60,000 to make up for it? I would sign this week.",
        "Who approves the stock, and what would you need to make the case for a grant of 240k?",
        "Thank you. That works for me, please put it in the letter. I accept.",
    )
    assert kinds_of(practice) == []
    praised = {kind for taken in practice.rounds for kind in taken.good}
    assert {"warm", "specific", "data", "trade", "commit", "approver", "silence", "in_writing"} <= praised <= set(GOOD)


def test_a_reason_given_once_is_not_asked_for_again() -> None:
    assert "no_reason" not in kinds_of(play(ASK, "Could you do 195k base?"))


def test_curly_quotes_and_accents_are_quoted_as_written() -> None:
    text = "Thanks! I’m making 150k now – café money."
    (note,) = [note for note in play(text).rounds[0].notes if note.kind == "told_current_pay"]
    assert note.quote in text


def test_every_rule_rests_on_words_of_the_library() -> None:
    assert {rule.name for rule in RULES.values()} == set(MISTAKE_NAMES) == set(TITLES)
    for rule in RULES.values():
        texts = [part.text for part in documents()[rule.source_id].sections if part.path[-1:] == (rule.section,)]
        assert len(texts) == 1 and rule.quote in texts[0], rule.title


def test_every_kind_has_a_better_line() -> None:
    practice = play(ASK, plan=PLAN)
    for kind in RULES:
        assert write_better(kind, practice, Reading(text="")).text


@settings(max_examples=60, deadline=None)
@given(temper=tempers, seed=seeds, said=turns)
def test_no_number_in_a_note_comes_from_nowhere(temper: TemperName, seed: int, said: list[str]) -> None:
    """Better lines hold amounts of the offer, the table, the person's words and plan, or their own figures only."""
    practice = play(*said, temper=temper, seed=seed, plan=PLAN)
    own = [room.offered for room in practice.band.money.values()]
    for taken in practice.rounds:
        own += [amount for move in taken.moves for amount in (move.before, move.after)]
        text = " ".join(earlier.said for earlier in practice.rounds[: taken.number])
        for note in taken.notes:
            values = [*own, *(figure.value for figure in note.figures), PLAN.target or Decimal(0)]
            known = numbers_in_text(text) | KnownNumbers(amounts=frozenset(values))
            assert check_numbers(note.better, known) == []
            assert " ".join(note.quote.split()) in " ".join(taken.said.split())

"""The recruiter's rules hold whatever is said."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings

from assistant.domain.amounts import read_amounts
from assistant.domain.offer import EquityGrant, Offer
from assistant.practice.lines import OBJECTIONS
from assistant.practice.practice import Practice
from assistant.practice.recruiter import MOST_ROUNDS
from assistant.practice.temper import TEMPERS, TemperName
from assistant.retrieval.exemplars import ObjectionMatcher
from assistant.retrieval.loading import Library, load_library
from tests.assistant.practice.talks import ASK, OFFER, TURNS, play, seeds, tempers, turns
from tests.assistant.retrieval.conftest import KNOWLEDGE


@cache
def library() -> Library:
    return load_library(KNOWLEDGE)


def list_kinds() -> set[str]:
    return {document.objection for document in library().documents if document.objection}


@settings(max_examples=80, deadline=None)
@given(temper=tempers, seed=seeds, said=turns)
def test_nothing_is_ever_given_beyond_the_band_or_taken_back(temper: TemperName, seed: int, said: list[str]) -> None:
    practice = play(*said, temper=temper, seed=seed)
    table = {lever: room.offered for lever, room in practice.band.money.items()}
    for taken in practice.rounds:
        for move in taken.moves:
            assert move.before == table[move.lever] < move.after <= practice.band.money[move.lever].most
            table[move.lever] = move.after
    assert table == practice.standing.table
    closed = {term for term, openness in practice.band.terms.items() if openness == "closed"}
    assert not closed & {term for term, outcome in practice.standing.terms.items() if outcome == "agreed"}


@settings(max_examples=40, deadline=None)
@given(temper=tempers, seed=seeds, said=turns)
def test_the_same_seed_and_words_are_the_same_talk(temper: TemperName, seed: int, said: list[str]) -> None:
    assert play(*said, temper=temper, seed=seed) == play(*said, temper=temper, seed=seed)


@settings(max_examples=60, deadline=None)
@given(temper=tempers, seed=seeds, said=turns)
def test_every_talk_ends(temper: TemperName, seed: int, said: list[str]) -> None:
    practice = play(*(said * MOST_ROUNDS), temper=temper, seed=seed)
    assert practice.ended is not None
    assert len(practice.rounds) <= MOST_ROUNDS


def tell(practice: Practice) -> list[object]:
    return [
        (taken.reply, taken.objection, taken.moves, [note.kind for note in taken.notes]) for taken in practice.rounds
    ]


@pytest.mark.parametrize("temper", TEMPERS)
def test_who_the_person_is_changes_nothing(temper: TemperName) -> None:
    def introduce(name: str, pronoun: str, school: str) -> list[object]:
        said = [f"Hi, {name} here. {ASK}", *(text for text in TURNS[3:12])]
        said.append(f"My friend told {pronoun} about it. Could we do 192k base, since I studied at {school}?")
        return tell(play(*said, temper=temper, seed=11))

    assert introduce("Priya", "her", "IIT Madras") == introduce("John", "him", "Ohio State")
    assert introduce("Aisha", "them", "ETH") == introduce("Wei", "him", "Ohio State")


def test_a_reason_brings_what_a_bare_ask_does_not() -> None:
    for temper in TEMPERS:
        bare = sum(play("Hi", "198k base", temper=temper, seed=seed).measure() for seed in range(20))
        argued = sum(play("Hi", ASK, temper=temper, seed=seed).measure() for seed in range(20))
        assert argued > bare


def test_an_ask_within_the_band_is_fetched_for_a_yes() -> None:
    ask = "Thank you! Could the base be 183k? The market median is 190k, because of the scope I would lead."
    practice = play(ask, temper="friendly", seed=3)
    assert practice.rounds[-1].objection == "verbal_commit"
    assert practice.rounds[-1].moves == ()
    done = play(ask, "Yes, if it is in the letter.", temper="friendly", seed=3)
    assert (done.ended, done.standing.table["base_salary"]) == ("accepted", 183000)


def test_silence_moves_only_those_who_cannot_bear_it() -> None:
    moved = {temper: bool(play(ASK, "", temper=temper, seed=3).rounds[-1].moves) for temper in TEMPERS}
    assert moved == {temper: kind.yields_to_silence for temper, kind in TEMPERS.items()}


def test_insults_end_the_offer() -> None:
    practice = play("This is an insult.", "You people are a joke.", temper="hardball")
    assert practice.ended == "withdrawn"


def test_after_the_final_offer_another_part_may_still_open() -> None:
    said = ["198k base"] * 3
    practice = play(*said, temper="hurried", seed=1)
    assert practice.standing.is_final and practice.rounds[-1].objection == "final_offer"
    again = play(*said, "198k base, given the market", temper="hurried", seed=1)
    assert again.rounds[-1].moves == ()
    other = play(*said, "Thanks. Could the sign-on be 60k, given the stock I leave behind?", temper="hurried", seed=1)
    assert [move.lever for move in other.rounds[-1].moves] == ["sign_on_bonus"]


def test_an_objection_has_words_for_each_type_and_no_others() -> None:
    assert set(OBJECTIONS) == list_kinds()
    assert not any(read_amounts(text) for lines in OBJECTIONS.values() for text in lines if "six months" not in text)


def test_every_objection_comes_up_in_some_talk() -> None:
    startup = Offer(
        currency="INR",
        base_annual=Decimal(4_000_000),
        bonus_target_pct=Decimal(10),
        location="Pune",
        equity=(EquityGrant(kind="option", shares=Decimal(5000)),),
    )
    talks = [
        ("Hi", "Could you do better on the pay?", *["200k base", "199k base", "198k base", "197k base"] * 2),
        ("Thanks! Could the base be 182k? The market median is 190k, because of the scope I would lead.",),
        (
            "I have an offer from Globex for 210k base.",
            "It is real, Globex gave me an offer.",
            "another offer with stock",
        ),
        (
            "Could we raise the stock to 900k, given the market?",
            "Could I get 900k stock?",
            "Could the level be higher?",
        ),
        ("Could the sign-on be 90k?", "Could the level change?", "Could the level change?", "more days to decide"),
        ("I make 150k now. 999k base?", "900k base, given the market", "901k base", "902k base", "903k base"),
        ("Could the bonus be 50%?", "Could I work remote?", "Please put that in writing", "This is an insult."),
        ("40 lakh more stock, given the market", "9000000 stock", "Could the sign-on be 5 lakh?", "90 lakh base"),
    ]
    heard: set[str | None] = set()
    for temper in TEMPERS:
        for seed in range(12):
            for offer in (OFFER, startup, OFFER.model_copy(update={"signing": (), "location": "Reno"})):
                for said in talks:
                    practice = play(*said, ASK, temper=temper, seed=seed, offer=offer)
                    heard |= {practice.opening_objection, *(taken.objection for taken in practice.rounds)}
    assert list_kinds() - heard == set()


def test_the_lines_are_recognised_as_what_they_are() -> None:
    matcher = ObjectionMatcher(library().objection_lines, None)
    wrong = [
        (name, text, found)
        for name, lines in OBJECTIONS.items()
        for text in lines
        if (found := [kind for kind, _ in matcher.match(text)[:1]]) != [name]
    ]
    assert wrong == []

"""Practices belong to a case and outlive the process."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from assistant.cases.case import Case, RecordedOffer
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.errors import InputError
from assistant.practice.practice import Plan
from assistant.rehearsal import Rehearsal
from assistant.retrieval.guidance import GuidanceLibrary
from tests.assistant.practice.talks import ASK, OFFER
from tests.assistant.retrieval.conftest import KNOWLEDGE

MINE = RecordedOffer(name="Initech", role="mine", offer=OFFER, confirmed=True)
RIVAL = RecordedOffer(name="Globex", role="competing", offer=OFFER.model_copy(update={"base_annual": Decimal(190000)}))


@cache
def guidance() -> GuidanceLibrary:
    return GuidanceLibrary(KNOWLEDGE)


def open_rehearsal(folder: Path, *offers: RecordedOffer) -> Rehearsal:
    store = SqliteCaseStore(folder)
    if offers:
        store.create_case(Case(name="a", offers=offers), "2026-11-21T10:00:00Z")
    return Rehearsal(lambda name: store, guidance(), lambda: "2026-11-21T10:00:00Z")


def test_a_practice_goes_on_after_a_restart(tmp_path: Path) -> None:
    first = open_rehearsal(tmp_path, MINE, RIVAL)
    started = first.start("a", "friendly", plan=Plan(target=Decimal(290000)))
    said = first.say("a", ASK)
    again = open_rehearsal(tmp_path)
    assert again.find("a") == said
    assert said.competing == (190000,)
    done = again.say("a", "I accept.")
    assert (done.ended, done.number, done.seed, done.plan) == ("accepted", 1, started.seed, started.plan)
    with pytest.raises(InputError, match="is not running"):
        again.say("a", "wait")


def test_a_new_try_stops_the_running_one_and_keeps_both(tmp_path: Path) -> None:
    rehearsal = open_rehearsal(tmp_path, MINE)
    first = rehearsal.start("a", "hardball")
    rehearsal.say("a", ASK)
    same = rehearsal.start("a", "hardball", seed=first.seed)
    tries = rehearsal.list_practices("a")
    assert [(item.number, item.ended) for item in tries] == [(1, "stopped"), (2, None)]
    assert len(tries[0].rounds) == 1
    assert same.band == first.band
    assert rehearsal.start("a", "hardball").seed not in (first.seed, same.seed)


def test_a_practice_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    rehearsal = open_rehearsal(tmp_path, MINE)
    SqliteCaseStore(tmp_path).save_practice("a", 1, '{"of": "another version"}', "now")
    assert rehearsal.find("a") is None
    assert rehearsal.start("a").number == 2
    assert SqliteCaseStore(tmp_path).list_practices("a")[0] == '{"of": "another version"}'


@pytest.mark.parametrize(
    ("offers", "temper", "message"),
    [
        ((), "friendly", 'case: "a" does not exist'),
        ((RIVAL.model_copy(update={"role": "mine"}),), "friendly", "offer: Globex is not confirmed yet"),
        ((MINE,), "grumpy", 'temper: "grumpy" is none; choose one of friendly, by_the_book'),
    ],
)
def test_what_is_needed_is_said(tmp_path: Path, offers: tuple[RecordedOffer, ...], temper: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        open_rehearsal(tmp_path, *offers).start("a", temper)


def test_a_case_without_an_offer_says_so(tmp_path: Path) -> None:
    store = SqliteCaseStore(tmp_path)
    store.create_case(Case(name="a"), "now")
    with pytest.raises(InputError, match="offer: is missing: tell me your offer first"):
        open_rehearsal(tmp_path).start("a")


def test_notes_lead_to_the_passages_they_rest_on(tmp_path: Path) -> None:
    rehearsal = open_rehearsal(tmp_path, MINE)
    rehearsal.start("a")
    practice = rehearsal.say("a", "I make 150k now. Could you do better on the salary?")
    notes = practice.rounds[0].notes
    cited = rehearsal.cite(notes)
    assert [citation.n for citation in cited] == list(range(1, len(cited) + 1))
    assert {citation.quote for citation in cited} == {note.source_quote for note in notes}
    for citation in cited:
        chunk = guidance().find_chunk(citation.chunk_id)
        assert chunk is not None and citation.quote in chunk.text


def test_every_rule_is_found_in_the_opened_library() -> None:
    from assistant.practice.mistake import RULES
    from assistant.practice.scorecard import ENOUGH, HIGHER, UNASKED

    quoted = [(rule.source_id, rule.quote) for rule in RULES.values()]
    quoted += [(source, quote) for source, _, quote in (ENOUGH, HIGHER, UNASKED)]
    assert all(guidance().find_words(source, quote) is not None for source, quote in quoted)


def test_an_objection_is_explained_by_its_document(tmp_path: Path) -> None:
    chunk = open_rehearsal(tmp_path).explain("band_limit")
    assert chunk is not None and "pay band" in chunk.text
    assert open_rehearsal(tmp_path).explain("nonsense") is None

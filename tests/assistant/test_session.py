"""The one door: turns, cases and what happens when something gives way."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import AIMessage, ToolMessage

from assistant.agent.build import build_agent
from assistant.agent.run import ChatModelGraph
from assistant.cases.case import Case
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.domain.attachment import Attachment
from assistant.errors import InputError, StoreUnavailable, TurnStopped
from assistant.message import MOST_CHARACTERS
from assistant.session import CoachSession
from tests.fakes.chat_model import ScriptedChatModel, call, say, scripted
from tests.fakes.graph import PROMPTS

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
OpenSession = Callable[..., CoachSession]


@pytest.fixture
def store(tmp_path: Path) -> SqliteCaseStore:
    return SqliteCaseStore(tmp_path / "data")


@pytest.fixture
def session(open_session: OpenSession, store: SqliteCaseStore) -> CoachSession:
    return open_session(store)


def graph(model: ScriptedChatModel) -> ChatModelGraph:
    return ChatModelGraph("openai:scripted", build_agent(model, PROMPTS))


# Conversations


def test_an_offer_is_read_computed_and_told_apart(session: CoachSession) -> None:
    answer = session.ask(OFFER)
    assert answer.kind == "offer"
    assert all(amount in answer.text for amount in ("$297,000", "$257,000", "$267,000"))
    assert answer.findings == ()
    assert answer.model == "offline"


def test_a_question_without_a_case_leaves_nothing_behind(session: CoachSession) -> None:
    session.ask(OFFER)
    answer = session.ask("what does my offer pay in year 1?")
    assert answer.offers == ()
    assert session.list_cases() == ()


def test_scratch_cases_know_nothing_of_each_other(session: CoachSession) -> None:
    with session.scratch_case() as one, session.scratch_case() as other:
        session.ask(OFFER, one)
        assert session.ask("what should I push on?", one).offers
        assert session.ask("what should I push on?", other).offers == ()


def test_a_name_that_looks_like_a_scratch_case_is_stored_like_any_other(session: CoachSession) -> None:
    session.ask(OFFER, "~1")
    assert [case.name for case in session.list_cases()] == ["~1"]


def test_a_case_goes_on_in_another_session(open_session: OpenSession, tmp_path: Path) -> None:
    open_session(SqliteCaseStore(tmp_path)).ask(OFFER, "mine")
    later = open_session(SqliteCaseStore(tmp_path))
    answer = later.ask("what should I push on?", "mine")
    assert [offer["company"] for offer in answer.offers] == ["Microsoft"]
    assert [turn.asked for turn in later.list_turns("mine")] == [OFFER, "what should I push on?"]
    assert later.list_turns("mine")[1].answer == answer


def test_recorded_words_are_on_file_and_may_be_quoted(session: CoachSession) -> None:
    with session.scratch_case() as case:
        session.record(OFFER, case)
        answer = session.ask("write the counter e-mail", case)
    assert answer.kind == "script"
    assert answer.findings == ()


def test_status_is_told_while_the_turn_runs(session: CoachSession) -> None:
    seen: list[str] = []
    session.ask(OFFER, on_status=seen.append)
    assert seen[0] == "looking up the guidance…"
    assert "reading your offer…" in seen
    assert seen[-2:] == ["checking every figure and quote…", "keeping the answer…"]


def test_an_attached_letter_is_read_with_the_message(session: CoachSession) -> None:
    letter = Attachment(name="letter\n.txt", data=b"Offer letter from Initech. Base salary: $120,000 per year.")
    answer = session.ask("is this any good?", attachments=[letter])
    assert [offer["base_annual"] for offer in answer.offers] == [120000]
    assert session.ask("", attachments=[letter]).offers


def test_an_attachment_that_cannot_be_read_is_named(session: CoachSession) -> None:
    with pytest.raises(InputError, match=r'"photo\.png"'):
        session.ask("see letter", attachments=[Attachment(name="photo.png", data=b"\x89PNG\r\n\x1a\n" + bytes(100))])


# Input of every kind


@pytest.mark.parametrize("text", ["", "   \n\t ", "\x00", "\x00 \x00"])
def test_an_empty_message_asks_for_one_and_keeps_nothing(session: CoachSession, text: str) -> None:
    with pytest.raises(InputError, match="is empty"):
        session.ask(text, "mine")
    assert session.list_cases() == ()


def test_an_empty_name_is_refused(session: CoachSession) -> None:
    with pytest.raises(InputError, match="case"):
        session.ask("hello", " ")


def test_a_message_of_100_kilobytes_is_answered(session: CoachSession) -> None:
    began = time.monotonic()
    answer = session.ask(f"{OFFER}\n" + "Some words about the benefits and the office. " * 2200)
    assert answer.text
    assert time.monotonic() - began < 20


def test_a_message_that_is_too_long_is_refused_with_the_limit(session: CoachSession) -> None:
    with pytest.raises(InputError, match=f"{MOST_CHARACTERS:,}"):
        session.ask("a" * (MOST_CHARACTERS + 1))
    big = Attachment(name="a.txt", data=b"word " * (MOST_CHARACTERS // 5 + 1))
    with pytest.raises(InputError):
        session.ask("see letter", attachments=[big])


@pytest.mark.parametrize(
    "text",
    [
        "Offer from Initech: base\x00 $150,000\x00",
        "Offer from Initech: base $150,000 \ud800",
        "Offer from Initech: base $150,000 \ufffe\u202e\u200b",
    ],
)
def test_odd_characters_are_kept_out_of_the_way(session: CoachSession, text: str) -> None:
    answer = session.ask(text, "mine")
    assert answer.offers[0]["base_annual"] == 150000
    assert session.list_turns("mine")[0].answer == answer


SCRAPS = (
    "base $180k", "base -5", "RSU 200k over 4 years", "50/50/50", "15% bonus", "₹45 LPA", "3.5 lakh per month", "$",
    "%", "NaN", "1e999", "99999999999999999999", "$45/hr", "vs Google 210k base", "actually base is 190k", "I want 205",
    "what if base were 200k", "what should I push on?", "write the email", "make it shorter", "over 60 years", "[1]",
    '[1 "x"]', "“", "{{ 7*7 }}", "<script>", "| a | b |", "```", "\n\n", "😀", "مرحبا 100", "thanks", "10-20%",
)  # fmt: skip


def test_no_mixture_of_words_breaks_a_conversation(session: CoachSession) -> None:
    chance = random.Random(20261121)
    for _ in range(25):
        with session.scratch_case() as case:
            for _ in range(3):
                text = " ".join(chance.choices(SCRAPS, k=chance.randint(1, 6))).strip() or "hello"
                assert session.ask(text, case).text, text


# What must not be lost


class FullStore(MemoryCaseStore):
    """A place that has no room left for answers."""

    def finish_turn(self, case: Case, number: int, answer: Any, messages: Any, now: str) -> None:
        raise StoreUnavailable("The disk is full.")


def test_an_answer_that_cannot_be_saved_is_still_given(open_session: OpenSession) -> None:
    session = open_session(FullStore())
    answer = session.ask(OFFER, "mine")
    assert "$297,000" in answer.text
    assert answer.notes == ("This answer is not saved: The disk is full.",)


def test_a_turn_that_failed_stays_visible_and_its_second_try_replaces_it(
    session: CoachSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(CoachSession, "_run", fail)
        with pytest.raises(RuntimeError):
            session.ask(OFFER, "mine")
    (turn,) = session.list_turns("mine")
    assert (turn.asked, turn.answer) == (OFFER, None)
    session.ask(OFFER, "mine")
    (turn,) = session.list_turns("mine")
    assert turn.answer is not None


def test_a_killed_process_leaves_the_question_and_the_turns_before_it(
    open_session: OpenSession, tmp_path: Path
) -> None:
    open_session(SqliteCaseStore(tmp_path)).ask(OFFER, "mine")
    script = f"""
        import os
        from pathlib import Path
        from assistant.cases.sqlite_store import SqliteCaseStore
        store = SqliteCaseStore(Path({str(tmp_path)!r}))
        with store.lock("mine"):
            store.begin_turn("mine", "and now?", "2026-11-21T09:30:00+00:00")
            os.abort() if os.name == "nt" else os.kill(os.getpid(), 9)
    """
    status = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], check=False, capture_output=True
    ).returncode
    assert status != 0
    session = open_session(SqliteCaseStore(tmp_path))
    first, second = session.list_turns("mine")
    assert first.answer is not None
    assert (second.asked, second.answer) == ("and now?", None)
    assert session.ask("what should I push on?", "mine").offers


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_two_threads_on_one_case_keep_both_turns(open_session: OpenSession, tmp_path: Path, kind: str) -> None:
    session = open_session(SqliteCaseStore(tmp_path) if kind == "file" else MemoryCaseStore())
    name = session.create_case()
    questions = [f"what should I push on, number {n}?" for n in range(4)]
    threads = [threading.Thread(target=session.ask, args=(text, name)) for text in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    turns = session.list_turns(name)
    assert sorted(turn.asked for turn in turns) == questions
    assert all(turn.answer is not None for turn in turns)


def test_a_case_deleted_during_its_turn_does_not_come_back(open_session: OpenSession, store: SqliteCaseStore) -> None:
    started = threading.Event()

    def dawdle(messages: Any) -> AIMessage:
        started.set()
        time.sleep(0.3)
        return say("Ask what the band is.")

    with scripted(dawdle) as model:
        session = open_session(store, graph(model))
        asking = threading.Thread(target=session.ask, args=("what should I push on?", "mine"))
        asking.start()
        assert started.wait(10)
        session.delete_case("mine")
        asking.join()
    assert session.list_cases() == ()


# A chat model that was chosen


def test_a_chosen_model_answers_under_its_name(open_session: OpenSession) -> None:
    with scripted(say("Ask what the band is.")) as model:
        answer = open_session(chosen=graph(model)).ask("The recruiter says the band doesn't allow more")
    assert answer.model == "openai:scripted"
    assert (answer.kind, answer.objection) == ("objection", "band_limit")


def test_when_it_fails_what_it_had_recorded_is_not_counted_twice(open_session: OpenSession) -> None:
    with scripted(call("record_offer", text=OFFER), RuntimeError("sk-secret at /home/someone")) as model:
        answer = open_session(chosen=graph(model)).ask(OFFER)
    assert answer.model == "offline"
    assert len(answer.offers) == 1
    assert "$297,000" in answer.text
    assert "RuntimeError" in answer.notes[0]
    assert "secret" not in answer.notes[0]


def test_an_answer_of_an_older_turn_is_never_taken_for_a_new_one(open_session: OpenSession) -> None:
    with scripted(say("Ask what the band is."), say("Now wait.")) as model:
        session = open_session(chosen=graph(model))
        name = session.create_case()
        texts = [session.ask(text, name).text for text in ("what should I push on?", "and then?")]
    assert texts == ["Ask what the band is.", "Now wait."]


def test_a_long_conversation_is_cut_between_turns_and_never_inside_one(
    open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.session.MOST_MESSAGES_OF_HISTORY", 9)
    turn = (call("show_case"), say("Ask what the band is."))
    with scripted(*(turn * 4)) as model:
        session = open_session(chosen=graph(model))
        name = session.create_case()
        for number in range(4):
            session.ask(f"question {number} about my offer?", name)
        sent = model.script.requests[-2].messages[1:]
    assert sent[0].type == "human"
    assert sent[0].text == "question 2 about my offer?"
    calls = {item["id"] for message in sent if isinstance(message, AIMessage) for item in message.tool_calls}
    assert {message.tool_call_id for message in sent if isinstance(message, ToolMessage)} == calls


# Looking things up


def test_search_read_and_calculate_need_no_conversation(session: CoachSession) -> None:
    hits = session.search("exploding deadline", k=3).hits
    assert len(hits) == 3
    assert session.find_passage(hits[0].chunk.chunk_id) == hits[0].chunk
    assert session.find_passage("nothing#0") is None
    assert session.find_sources(["nothing"]) == ()
    assert session.read_offer(OFFER).offer.company == "Microsoft"
    names = {tool["name"] for tool in session.list_tools()}
    assert "total_compensation" in names
    result = session.call_tool("total_compensation", {"offer": {"base_annual": 100000}})
    assert int(result.figures[0].value) == 100_000


def test_cases_are_named_renamed_and_removed(session: CoachSession) -> None:
    name = session.create_case("Microsoft")
    session.rename_case(name, "  Microsoft, level 62 ")
    assert session.load_case(name).title == "Microsoft, level 62"
    with pytest.raises(InputError):
        session.rename_case(name, " ")
    session.delete_case(name)
    with pytest.raises(InputError, match="does not exist"):
        session.load_case(name)


def test_a_turn_that_is_stopped_keeps_the_message_and_no_answer(session: CoachSession) -> None:
    def stop(step: str) -> None:
        raise TurnStopped("You stopped this answer.")

    with pytest.raises(TurnStopped):
        session.ask(OFFER, "mine", on_status=stop)
    assert [(turn.asked, turn.answer) for turn in session.list_turns("mine")] == [(OFFER, None)]
    session.ask("Base $190K, Microsoft", "mine", replacing=1)
    session.rate_turn("mine", 1, "good")
    assert [(turn.asked, turn.rating) for turn in session.list_turns("mine")] == [("Base $190K, Microsoft", "good")]

"""The terminal chat: commands, interruptions, pipes and pasted letters; whatever happens, the case is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import StoreUnavailable
from assistant.interfaces import chat
from assistant.interfaces.chat import AGAIN, STOPPED, Chat
from assistant.session import CoachSession
from tests.fakes.command_line import OFFER, Parley

BAND = "The recruiter says the band doesn't allow more"
Talk = Callable[..., str]


@pytest.fixture
def session(open_session: Callable[..., CoachSession]) -> CoachSession:
    return open_session()


@pytest.fixture
def talk(session: CoachSession, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types these lines (an exception is what happens instead) and gives what the screen shows, on one line."""

    def talk(*lines: str | BaseException, case: str | None = None) -> str:
        left = iter(lines)

        def read(prompt: str) -> str:
            line = next(left, EOFError())
            if isinstance(line, BaseException):
                raise line
            return line

        Chat(session, case, read).run()
        return " ".join(capsys.readouterr().out.split())

    return talk


def test_a_message_makes_a_case_named_by_its_words_and_nothing_makes_none(talk: Talk, session: CoachSession) -> None:
    talk()
    assert session.list_cases() == ()
    shown = talk("what should I push on?", "", "  ")
    (case,) = session.list_cases()
    assert (case.title, case.turns) == ("what should I push on?", 1)
    assert f"parley chat --case {case.name}" in shown


def test_a_named_conversation_goes_on_where_it_was(talk: Talk) -> None:
    talk(OFFER, case="mine")
    shown = talk("/math", "what is my total comp?", case="mine")
    assert "Going on with Base $180K" in shown
    assert "(1 turn)" in shown
    assert "base = 180,000" in shown
    assert shown.count("$297,000") >= 2


def test_sources_are_numbered_and_open_to_their_passage(talk: Talk) -> None:
    shown = talk(BAND, "/source", "/source 1", "/source 99")
    assert "[1]" in shown
    assert "trust:" in shown
    assert "99 is not there; the last answer has 1 to" in shown


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/source", "cites nothing"),
        ("/math", "computed nothing"),
        ("/offers", "none is on file yet"),
        ("/confirm", "nothing is said"),
        ("/confirm 185k", "base_annual=185k"),
        ("/rename x", "nothing is said"),
        ("/export", "which file?"),
        ("/export a.md", "nothing is said"),
        ("/export a.pdf", "must end in one of"),
        ("/file", "which one?"),
        ("/file nowhere.pdf", "cannot be read"),
        ("/case nobody", "does not exist"),
        ("/cas", "did you mean /case?"),
        ("/zzz", "There is no command /zzz. /help"),
        ("/help", "/export"),
    ],
)
def test_a_command_that_cannot_be_done_says_why_and_the_chat_goes_on(talk: Talk, command: str, told: str) -> None:
    shown = talk(command, "hello")
    assert told in shown
    assert "Kept as" in shown


def test_offers_are_shown_corrected_and_confirmed(talk: Talk, session: CoachSession) -> None:
    shown = talk(OFFER, "/offers", "/confirm base_annual=185k", case="mine")
    assert "Microsoft, not confirmed yet" in shown
    assert "Microsoft, confirmed" in shown
    recorded = session.load_case("mine").find_offer()
    assert recorded is not None and recorded.offer.base_annual == 185_000


def test_cases_are_named_changed_and_renamed(talk: Talk, session: CoachSession) -> None:
    talk(OFFER, case="first")
    shown = talk("/case", "/new Other one", "hello", "/case first", "/rename The first", "/math")
    assert "first" in shown
    assert "The first" in [case.title for case in session.list_cases()]
    assert "Other one" in [case.title for case in session.list_cases()]
    assert "Kept as first" in shown


def test_a_conversation_is_exported_and_no_file_is_overwritten(talk: Talk, tmp_path: Path) -> None:
    for suffix in ("md", "json", "docx"):
        assert "Written to" in talk(OFFER, f'/export "{tmp_path}/my case.{suffix}"', case=suffix)
        assert (tmp_path / f"my case.{suffix}").exists()
    assert "exists already" in talk(f"/export {tmp_path}/my case.md", case="md").replace("\n", " ")


def test_a_letter_is_sent_as_a_file(talk: Talk, session: CoachSession, tmp_path: Path) -> None:
    (tmp_path / "offer.txt").write_text("Initech offers a base salary of $150,000 per year.", encoding="utf-8")
    talk(f"/file {tmp_path}/offer.txt", case="mine")
    recorded = session.load_case("mine").find_offer()
    assert recorded is not None and recorded.offer.base_annual == 150_000


def test_ctrl_c_while_writing_warns_once_and_ends_the_second_time(talk: Talk, session: CoachSession) -> None:
    shown = talk(KeyboardInterrupt(), "hello", KeyboardInterrupt(), KeyboardInterrupt(), "never read", case="mine")
    assert shown.count(AGAIN) == 2
    assert [turn.asked for turn in session.list_turns("mine")] == ["hello"]


def test_ctrl_c_while_answering_stops_the_answer_only(
    talk: Talk, session: CoachSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = session._run
    broken = iter([True])

    def interrupted(*arguments: object) -> object:
        if next(broken, False):
            raise KeyboardInterrupt
        return run(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "_run", interrupted)
    shown = talk("what should I push on?", "what should I push on?", case="mine")
    assert STOPPED in shown
    (turn,) = session.list_turns("mine")
    assert turn.answer is not None


def test_quit_ends_and_says_where_it_is_kept(talk: Talk) -> None:
    assert "Kept as mine" in talk("hello", "/quit", "never read", case="mine")


def test_a_failing_store_and_one_that_saves_nothing_are_said(
    talk: Talk, session: CoachSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(title: str | None = None) -> str:
        raise StoreUnavailable("The disk is full.")

    session.unsaved = "Nothing is saved in this session."
    assert "Nothing is saved" in talk("hello", case="mine")
    monkeypatch.setattr(session, "create_case", fail)
    assert "The disk is full." in talk("hello")


def test_the_lines_of_one_paste_are_one_message(
    talk: Talk, session: CoachSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = iter([True, True, False])
    monkeypatch.setattr(chat, "_is_paste_waiting", lambda: next(waiting, False))
    talk("Dear Sam,", "", "we offer a base of $150,000.", "thanks", case="mine")
    assert [turn.asked for turn in session.list_turns("mine")] == [
        "Dear Sam,\n\nwe offer a base of $150,000.",
        "thanks",
    ]


def test_a_path_or_a_letter_that_begins_with_a_slash_is_a_message(talk: Talk, session: CoachSession) -> None:
    talk("/usr/share is where my offer is", "/new\nterms", case="mine")
    assert len(session.list_turns("mine")) == 2


def test_a_pipe_is_answered_line_by_line_without_prompts(parley: Parley) -> None:
    result = parley("chat", "--case", "piped", stdin=f"{OFFER}\n/math\n")
    assert result.status == 0
    assert "$297,000" in result.out
    assert "\x1b[" not in result.out


def test_a_pipe_is_answered_in_json_line_by_line(parley: Parley) -> None:
    result = parley("chat", "--json", "--case", "jsonl", stdin=f"{OFFER}\n\n\x00\nwhat is my total comp?\n")
    first, second, third = (json.loads(line) for line in result.out.splitlines())
    assert (first["kind"], first["case"]) == ("offer", "jsonl")
    assert "is empty" in second["error"]
    assert "$297,000" in third["answer"]

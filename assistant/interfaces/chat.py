"""The terminal chat: messages, commands with a slash, and a way out that loses nothing."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.attachment import Attachment
from assistant.errors import InputError, ParleyError
from assistant.interfaces import terminal
from assistant.interfaces.files import read_bytes, write_new
from assistant.interfaces.options import print_json
from assistant.interfaces.rendering import render_answer, render_recorded

if TYPE_CHECKING:
    from assistant.domain.answer import Answer
    from assistant.session import CoachSession

Read = Callable[[str], str]

PROMPT = "you> "
GREETING = "Parley. Paste your offer, or tell me what the recruiter said. /help names the commands, Ctrl-D ends."
STOPPED = "Stopped. Your message is kept; send it again for an answer."
AGAIN = "Press Ctrl-C once more to end, or go on writing."
PASTE_SECONDS = 0.05
"""Lines of one paste arrive faster than anybody types the next one."""
_COMMAND = re.compile(r"/([a-z]+)(?:[ \t]+(.*))?$")
_LONGEST_TITLE = 60


class Chat:
    """A conversation in the terminal; its case is made with the first message.

    Args:
        session: the door to everything.
        case: name of a stored conversation to go on with, or of a new one.
        read: gives the next line; raises EOFError at the end.
    """

    def __init__(self, session: CoachSession, case: str | None, read: Read = input) -> None:
        self._session, self._read = session, read
        self._case: str | None = None
        self._last: Answer | None = None
        self._ended = False
        self._commands: dict[str, tuple[str, Callable[[str], None]]] = {
            "source": ("open a source of the last answer: /source 2; without a number, name them", self._show_source),
            "math": ("the figures of the last answer with formulas and inputs", self._show_math),
            "offers": ("the offers on file, each term beside its words", self._show_offers),
            "confirm": (
                "your offer was read right; /confirm base_annual=185k corrects it",
                self._confirm,
            ),
            "file": ("send a letter: /file offer.pdf", self._send_file),
            "new": ("start another conversation", self._start_new),
            "case": ("name the kept conversations, or go on with one: /case acme", self._choose_case),
            "rename": ("give this conversation a title: /rename Acme", self._rename),
            "export": ("write it to a file: /export acme.md (or .json, .docx, .ics for the deadline)", self._export),
            "help": ("name the commands", self._show_help),
            "quit": ("end; everything is kept", self._quit),
        }
        if case is not None:
            self._open(case)

    def run(self) -> None:
        """Read and answer until the input ends, /quit, or Ctrl-C twice."""
        terminal.say(GREETING, "dim")
        self._tell_case()
        warned = False
        while not self._ended:
            try:
                text = self._read_message()
                warned = False
            except EOFError:
                break
            except KeyboardInterrupt:
                if warned:
                    break
                warned = True
                terminal.say(f"\n{AGAIN}", "dim")
                continue
            self._handle(text)
        self._say_goodbye()

    def _read_message(self) -> str:
        lines = [self._read(PROMPT if _is_terminal() else "")]
        while _is_paste_waiting():
            lines.append(self._read(""))
        return "\n".join(lines)

    def _handle(self, text: str) -> None:
        command = _COMMAND.match(text.strip()) if text.startswith("/") else None
        try:
            if command is None:
                self._ask(text)
            elif command[1] in self._commands:
                self._commands[command[1]][1]((command[2] or "").strip())
            else:
                self._name_command(command[1])
        except ParleyError as error:
            terminal.say(str(error), "yellow")
        except KeyboardInterrupt:
            terminal.say(f"\n{STOPPED}", "yellow")

    def _name_command(self, given: str) -> None:
        near = get_close_matches(given, self._commands, 1)
        meant = f"; did you mean /{near[0]}?" if near else "."
        terminal.say(
            f"There is no command /{given}{meant} /help names them; a space in front sends it as text.", "yellow"
        )

    def _ask(self, text: str, attachments: tuple[Attachment, ...] = ()) -> None:
        if not text.strip() and not attachments:
            return
        if self._case is None:
            self._case = self._session.create_case(_make_title(text or attachments[0].name))
        if not _is_terminal():
            terminal.say(f"{PROMPT}{text}", "bold")
        with terminal.console.status("thinking…") as status:
            answer = self._session.ask(text, self._case, attachments=attachments, on_status=status.update)
        self._last = answer
        terminal.print_answer(answer, self._session.find_sources, with_quotes=False)

    # Commands

    def _show_source(self, given: str) -> None:
        citations = self._last.citations if self._last else ()
        if not citations:
            raise InputError("source", "the last answer cites nothing")
        if not given:
            terminal.print_sources(citations)
            return
        found = next((item for item in citations if str(item.n) == given.strip("[]")), None)
        if found is None:
            raise InputError("source", f"{given} is not there; the last answer has 1 to {citations[-1].n}")
        passage = self._session.find_passage(found.chunk_id)
        sources = self._session.find_sources(passage.fact_sources) if passage else ()
        terminal.print_passage(found, passage, sources)

    def _show_math(self, given: str) -> None:
        if self._last is None or not self._last.figures:
            raise InputError("math", "the last answer computed nothing")
        terminal.print_figures(self._last.figures)

    def _show_offers(self, given: str) -> None:
        offers = self._session.load_case(self._case).offers if self._case else ()
        if not offers:
            raise InputError("offers", "none is on file yet; paste one")
        for recorded in offers:
            terminal.print_terms(render_recorded(recorded))

    def _confirm(self, given: str) -> None:
        field, equals, value = given.partition("=")
        if given and not equals:
            raise InputError("confirm", 'write a correction like "/confirm base_annual=185k"')
        edits = {field.strip(): value.strip()} if given else {}
        terminal.print_terms(render_recorded(self._session.confirm_offer(self._need_case(), None, edits)))

    def _send_file(self, given: str) -> None:
        path = Path(given.strip("\"'")).expanduser()
        if not given:
            raise InputError("file", "which one? Write it like /file offer.pdf")
        self._ask("", (Attachment(name=path.name, data=read_bytes("file", path)),))

    def _start_new(self, given: str) -> None:
        self._case = self._session.create_case(given) if given else None
        self._last = None
        terminal.say("A new conversation; the one before is kept.", "dim")

    def _choose_case(self, given: str) -> None:
        if given:
            self._open(self._session.casebook.find_name(given))
            self._tell_case()
            return
        entries = self._session.casebook.list_entries()
        rows = [
            {
                "": ">" if entry.name == self._case else "",
                "name": entry.name,
                "title": entry.title,
                "turns": entry.turns,
                "deadline": entry.deadline,
            }
            for entry in entries
        ]
        terminal.print_rows(rows, "No conversation is kept yet.")

    def _rename(self, given: str) -> None:
        self._session.rename_case(self._need_case(), given)
        terminal.say(f"This conversation is now called {given}.", "dim")

    def _export(self, given: str) -> None:
        from assistant.interfaces.cases import read_format

        if not given:
            raise InputError("export", "which file? Write it like /export acme.md")
        path = Path(given.strip("\"'")).expanduser()
        form = read_format(path)
        write_new("export", path, self._session.casebook.render_export(self._need_case(), form))
        terminal.say(f"Written to {path}.", "dim")

    def _show_help(self, given: str) -> None:
        for name, (told, _) in self._commands.items():
            terminal.say(f"/{name:<8} {told}")

    def _quit(self, given: str) -> None:
        self._ended = True

    def _open(self, case: str) -> None:
        self._case = case
        turns = self._session.list_turns(case)
        self._last = next((turn.answer for turn in reversed(turns) if turn.answer), None)

    def _need_case(self) -> str:
        if self._case is None:
            raise InputError("case", "nothing is said in this conversation yet")
        return self._case

    def _tell_case(self) -> None:
        turns = len(self._session.list_turns(self._case)) if self._case else 0
        if self._case and turns:
            title = self._session.load_case(self._case).title or self._case
            terminal.say(f"Going on with {title} ({turns} turn{'s' if turns > 1 else ''}).", "dim")

    def _say_goodbye(self) -> None:
        if self._session.unsaved:
            terminal.say(f"\n{self._session.unsaved}", "yellow")
        elif self._case is not None and self._session.list_turns(self._case):
            terminal.say(f"\nKept as {self._case}: parley chat --case {self._case}", "dim")


def run_chat(session: CoachSession, case: str | None) -> None:
    """A conversation in this terminal, or with the lines of a pipe."""
    if _is_terminal():
        _enable_editing()
    Chat(session, case).run()


def run_json_chat(session: CoachSession, case: str | None) -> None:
    """Answer each line of standard input with one JSON object; a line that cannot be answered gives its error."""
    name = case or session.create_case()
    for line in sys.stdin:
        if line.strip():
            try:
                print_json({**render_answer(session.ask(line, name)), "case": name})
            except ParleyError as error:
                print_json({"error": str(error), "case": name})
            sys.stdout.flush()


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _enable_editing() -> None:
    """Arrow keys and what was typed before, where the system has them; nothing is written to disk."""
    try:
        import readline  # noqa: F401
    except ImportError:
        return


def _is_paste_waiting() -> bool:
    """Whether more lines are there already, as when a whole letter was pasted."""
    if not _is_terminal():
        return False
    if sys.platform == "win32":
        from msvcrt import kbhit

        return kbhit()
    from select import select

    return bool(select([sys.stdin], [], [], PASTE_SECONDS)[0])


def _make_title(text: str) -> str:
    words = " ".join(text[:400].split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"

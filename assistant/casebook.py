"""Casebook: the kept cases listed, opened, renamed, deleted, exported and imported; no library is needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.cases.archive import CaseArchive, CaseFile, parse_archive, render_archive
from assistant.cases.case import Case, Turn
from assistant.cases.report import render_report
from assistant.cases.standing import Standing, read_standing
from assistant.cases.store import CaseStore
from assistant.domain.stated_day import read_stated_day
from assistant.errors import InputError
from assistant.exports.calendar import CalendarEvent, render_calendar

if TYPE_CHECKING:
    from assistant.practice.practice import Practice

ExportFormat = Literal["json", "md", "docx", "ics"]
LONGEST_TITLE = 120


class CaseEntry(BaseModel):
    """A case as it is listed; `changed` is an ISO 8601 time in UTC, `deadline` the words of the first that is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    changed: str
    turns: int
    offers: tuple[str, ...]
    deadline: str | None


class RemovedCase(BaseModel):
    """What went with a deleted case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    turns: int
    offers: int


class ImportedCase(BaseModel):
    """A case that was read in, under a new name where its own was taken."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    was_called: str
    turns: int


class CaseBook:
    """Looks after the cases of one store; the clock gives the present time with zone."""

    def __init__(self, store: CaseStore, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock

    def list_entries(self) -> tuple[CaseEntry, ...]:
        """All cases, the last changed first."""
        return tuple(
            CaseEntry(
                name=summary.name,
                title=summary.title,
                changed=summary.updated,
                turns=summary.turns,
                offers=tuple(item.name for item in case.offers),
                deadline=next((item.offer.deadline for item in case.offers if item.offer.deadline), None),
            )
            for summary in self._store.list_cases()
            if (case := self._store.load_case(summary.name)) is not None
        )

    def find_name(self, given: str) -> str:
        """The name of the case a person means: by its name, or by a title that only one case has.

        Raises:
            InputError: no case, or several, are called that.
        """
        summaries = self._store.list_cases()
        if any(summary.name == given for summary in summaries):
            return given
        wanted = " ".join(given.split()).casefold()
        titled = [summary.name for summary in summaries if " ".join(summary.title.split()).casefold() == wanted]
        if len(titled) == 1:
            return titled[0]
        if titled:
            raise InputError("case", f'"{given}" is the title of {len(titled)} cases: {", ".join(titled)}; name one')
        raise InputError("case", f'"{given}" does not exist; `parley case list` names those that do')

    def open_case(self, given: str) -> CaseFile:
        """A case with its whole conversation, by name or title.

        Raises:
            InputError: no case is called that.
        """
        return self._read(self.find_name(given))

    def read_standing(self, case: Case, turns: Sequence[Turn]) -> Standing:
        """Where the negotiation of a case is: the asks, the answers to them, and what to do next."""
        from assistant.offline.told_lines import read_told_asks, read_told_lines

        practised = bool(self._store.list_practices(case.name))
        return read_standing(case, turns, self._clock().date(), practised, read_told_lines, read_told_asks)

    def rename(self, given: str, title: str) -> str:
        """Give a case another title; its name comes back.

        Raises:
            InputError: no case is called that, or the title is empty.
            CaseBusy: a turn of it does not end.
        """
        title = " ".join(title.split())[:LONGEST_TITLE]
        if not title:
            raise InputError("title", "is empty; give the case a name")
        name = self.find_name(given)
        with self._store.lock(name):
            case = self._load(name)
            self._store.save_case(case.model_copy(update={"title": title}), self._now())
        return name

    def delete(self, given: Iterable[str]) -> tuple[RemovedCase, ...]:
        """Remove cases, their conversations and every byte of them, and say what went.

        Nothing is removed when one of them does not exist.

        Raises:
            InputError: no case is called that.
            CaseBusy: a turn of one does not end; those before it are gone.
            StoreUnavailable: they are gone, but old copies may still be in the file.
        """
        try:
            names = tuple(dict.fromkeys(self.find_name(item) for item in given))
        except InputError:
            self._store.scrub()
            raise
        removed = [self._remove(name) for name in names]
        self._store.scrub()
        return tuple(removed)

    def delete_all(self) -> tuple[RemovedCase, ...]:
        """Remove every case; see `delete`."""
        return self.delete([summary.name for summary in self._store.list_cases()])

    def export(self, given: Iterable[str] | None = None) -> CaseArchive:
        """These cases, or all of them, with everything the person entered and was answered.

        Raises:
            InputError: no case is called that.
        """
        names = [summary.name for summary in self._store.list_cases()] if given is None else map(self.find_name, given)
        return CaseArchive(exported=self._now(), cases=tuple(self._read(name) for name in names))

    def render_export(self, given: str, form: ExportFormat) -> bytes:
        """One case as a file: JSON to import again, a report in Markdown or for Word, or its deadlines.

        Raises:
            InputError: no case is called that, or it states no deadline that can be put in a calendar.
        """
        if form == "json":
            return render_archive(self.export([given])).encode()
        file = self.open_case(given)
        if form == "md":
            return render_report(file).encode()
        if form == "docx":
            from assistant.exports.document import render_docx

            return render_docx(render_report(file), file.case.title or file.case.name)
        return render_calendar(self._list_deadlines(file), self._clock())

    def render_all(self) -> bytes:
        """Every case as one JSON file to import again."""
        return render_archive(self.export()).encode()

    def import_archive(self, data: bytes) -> tuple[ImportedCase, ...]:
        """Read the cases of an exported file in; none that is here already is changed.

        Only words come in: a conversation goes on from what was asked and answered, no result of a tool is taken
        from a file, and a practice is played again from what was said in it.

        Raises:
            InputError: the file is no export; nothing is read in then.
        """
        from assistant.practice.turn import replay_practice

        files = parse_archive(data).cases
        played = [[replay_practice(item, n) for n, item in enumerate(file.practices, start=1)] for file in files]
        return tuple(self._insert(file, practices) for file, practices in zip(files, played, strict=True))

    def _insert(self, file: CaseFile, practices: Iterable[Practice]) -> ImportedCase:
        messages = {turn.number: _to_messages(turn) for turn in file.turns if turn.answer is not None}
        names = (file.case.name if number == 1 else f"{file.case.name}-{number}" for number in count(1))
        for name in names:
            case = file.case.model_copy(update={"name": name})
            if self._store.insert_case(case, file.turns, messages, file.changed):
                for item in practices:
                    self._store.save_practice(name, item.number, item.model_dump_json(), file.changed)
                return ImportedCase(name=name, was_called=file.case.name, turns=len(file.turns))
        raise AssertionError

    def _remove(self, name: str) -> RemovedCase:
        with self._store.lock(name):
            case = self._store.load_case(name) or Case(name=name)
            removed = RemovedCase(
                name=name, title=case.title, turns=len(self._store.list_turns(name)), offers=len(case.offers)
            )
            self._store.delete_case(name, scrub=False)
        return removed

    def _list_deadlines(self, file: CaseFile) -> list[CalendarEvent]:
        first = date.fromisoformat((file.turns[0].asked_at if file.turns else file.changed)[:10])
        stated = [(item.name, item.offer.deadline) for item in file.case.offers if item.offer.deadline]
        events = [
            CalendarEvent(day, f"Last day to answer: {name}", f"The offer says: {words}", remind_days=1)
            for name, words in stated
            if (day := read_stated_day(words, first)) is not None
        ]
        if not events:
            held = f'"{stated[0][1]}" names no day for sure' if stated else "no offer on file states one"
            raise InputError("deadline", f"{held}; tell me the date, such as: they want an answer by November 20, 2026")
        return events

    def _read(self, name: str) -> CaseFile:
        case = self._load(name)
        changed = next((item.updated for item in self._store.list_cases() if item.name == name), self._now())
        practices = tuple(json.loads(body) for body in self._store.list_practices(name))
        return CaseFile(case=case, changed=changed, turns=self._store.list_turns(name), practices=practices)

    def _load(self, name: str) -> Case:
        case = self._store.load_case(name)
        if case is None:
            raise InputError("case", f'"{name}" does not exist; `parley case list` names those that do')
        return case

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")


def _to_messages(turn: Turn) -> list[dict[str, Any]]:
    """The turn as a chat model remembers it: what was asked, what was answered, and its kind."""
    from langchain_core.messages import AIMessage, HumanMessage, messages_to_dict

    from assistant.offline.conversation import MARKS

    assert turn.answer is not None  # noqa: S101
    marks = {"kind": turn.answer.kind, "objection": turn.answer.objection}
    return messages_to_dict([HumanMessage(turn.asked), AIMessage(turn.answer.text, response_metadata={MARKS: marks})])

"""Cases in memory: for questions that belong to no case, and where the disk cannot be written."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from assistant.cases.case import Case, CaseSummary, Rating, Turn
from assistant.cases.store import BUSY, DELETED, PATIENCE_SECONDS, join_newest
from assistant.domain.answer import Answer
from assistant.errors import CaseBusy, StoreUnavailable


@dataclass
class _Entry:
    case: Case
    updated: str
    turns: dict[int, Turn] = field(default_factory=dict)
    messages: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    practices: dict[int, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


class MemoryCaseStore:
    """A CaseStore that ends with the process."""

    def __init__(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._entries: dict[str, _Entry] = {}
        self._patience = patience_seconds

    def list_cases(self) -> tuple[CaseSummary, ...]:
        """See CaseStore."""
        by_name = sorted(self._entries.values(), key=lambda entry: entry.case.name)
        entries = sorted(by_name, key=lambda entry: entry.updated, reverse=True)
        return tuple(
            CaseSummary(name=e.case.name, title=e.case.title, updated=e.updated, turns=len(e.turns)) for e in entries
        )

    def create_case(self, case: Case, now: str) -> None:
        """See CaseStore."""
        self._entries.setdefault(case.name, _Entry(case=case, updated=now))

    def load_case(self, name: str) -> Case | None:
        """See CaseStore."""
        entry = self._entries.get(name)
        return entry.case if entry else None

    def save_case(self, case: Case, now: str) -> None:
        """See CaseStore."""
        self.create_case(case, now)
        self._entries[case.name].case = case
        self._entries[case.name].updated = now

    def insert_case(
        self, case: Case, turns: Sequence[Turn], messages: Mapping[int, list[dict[str, Any]]], now: str
    ) -> bool:
        """See CaseStore."""
        entry = _Entry(case=case, updated=now, turns={turn.number: turn for turn in turns}, messages=dict(messages))
        return self._entries.setdefault(case.name, entry) is entry

    def delete_case(self, name: str, *, scrub: bool = True) -> None:
        """See CaseStore."""
        self._entries.pop(name, None)

    def scrub(self) -> None:
        """See CaseStore."""

    def list_turns(self, name: str) -> tuple[Turn, ...]:
        """See CaseStore."""
        entry = self._entries.get(name)
        return tuple(turn for _, turn in sorted(entry.turns.items())) if entry else ()

    def load_messages(self, name: str, most: int | None = None) -> list[dict[str, Any]]:
        """See CaseStore."""
        entry = self._entries.get(name)
        told = entry.messages if entry else {}
        return join_newest((told[number] for number in sorted(told, reverse=True)), most)

    def begin_turn(self, name: str, asked: str, now: str, replacing: int | None = None) -> int:
        """See CaseStore."""
        entry = self._find(name)
        turns = entry.turns
        if replacing is not None and replacing == max(turns, default=0):
            del turns[replacing]
            entry.messages.pop(replacing, None)
        for number in [n for n, turn in turns.items() if turn.answer is None and turn.asked == asked]:
            del turns[number]
        number = max(turns, default=0) + 1
        turns[number] = Turn(number=number, asked=asked, asked_at=now)
        return number

    def finish_turn(self, case: Case, number: int, answer: Answer, messages: list[dict[str, Any]], now: str) -> None:
        """See CaseStore."""
        entry = self._find(case.name)
        entry.turns[number] = entry.turns[number].model_copy(update={"answer": answer})
        entry.messages[number] = messages
        entry.case, entry.updated = case, now

    def rate_turn(self, name: str, number: int, rating: Rating | None) -> None:
        """See CaseStore."""
        turns = self._find(name).turns
        if number in turns:
            turns[number] = turns[number].model_copy(update={"rating": rating})

    def list_practices(self, name: str) -> tuple[str, ...]:
        """See CaseStore."""
        entry = self._entries.get(name)
        return tuple(body for _, body in sorted(entry.practices.items())) if entry else ()

    def save_practice(self, name: str, number: int, body: str, now: str) -> None:
        """See CaseStore."""
        entry = self._find(name)
        entry.practices[number] = body
        entry.updated = now

    @contextmanager
    def lock(self, name: str) -> Iterator[None]:
        """See CaseStore."""
        entry = self._entries.get(name)
        lock = entry.lock if entry else threading.Lock()
        if not lock.acquire(timeout=self._patience):
            raise CaseBusy(BUSY)
        try:
            yield
        finally:
            lock.release()

    def _find(self, name: str) -> _Entry:
        entry = self._entries.get(name)
        if entry is None:
            raise StoreUnavailable(DELETED)
        return entry

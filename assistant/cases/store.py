"""CaseStore: what a place to keep cases must do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from assistant.cases.case import Case, CaseSummary, Rating, Turn
from assistant.domain.answer import Answer

PATIENCE_SECONDS = 20.0
"""How long a turn waits for another turn of the same case."""
BUSY = "This case is still answering in another window; try again in a moment."
DELETED = "This case was deleted in another window."
LEFT = "It is deleted, but old copies may still be in the file: close what else uses it and delete once more."


class CaseStore(Protocol):
    """Keeps cases and their turns; times are ISO 8601 in UTC and come from the caller.

    Every method raises StoreUnavailable when the place cannot be read or written, and the methods of
    a turn also when the case was deleted meanwhile.
    """

    def list_cases(self) -> tuple[CaseSummary, ...]:
        """All cases, the last changed first."""

    def create_case(self, case: Case, now: str) -> None:
        """Put a new case in; an existing one of that name is left as it is."""

    def load_case(self, name: str) -> Case | None:
        """The case, or None."""

    def save_case(self, case: Case, now: str) -> None:
        """Replace the case, outside a turn."""

    def insert_case(
        self, case: Case, turns: Sequence[Turn], messages: Mapping[int, list[dict[str, Any]]], now: str
    ) -> bool:
        """Put a whole case with its turns in, messages by turn number; False, and no change, when the name is taken."""

    def delete_case(self, name: str, *, scrub: bool = True) -> None:
        """Remove the case, its turns and the bytes they took; the bytes stay without `scrub`."""

    def scrub(self) -> None:
        """Remove the bytes that deleted cases left behind; raises StoreUnavailable when they may still be there."""

    def list_turns(self, name: str) -> tuple[Turn, ...]:
        """The turns of a case in order."""

    def load_messages(self, name: str, most: int | None = None) -> list[dict[str, Any]]:
        """The chat messages of the answered turns, in order, as plain dicts.

        Of the newest turns that hold at most `most` messages together, if given; at least of the last one. A cut inside
        a turn would part tool results from their calls, which chat models refuse.
        """

    def begin_turn(self, name: str, asked: str, now: str, replacing: int | None = None) -> int:
        """Keep what the person wrote before anything else happens; gives the turn's number.

        An unanswered turn with the same words is replaced: this is its second try. So is the turn of the number
        `replacing`, answer and all, if it is still the last one.
        """

    def finish_turn(self, case: Case, number: int, answer: Answer, messages: list[dict[str, Any]], now: str) -> None:
        """Keep answer, chat messages and changed case in one transaction."""

    def rate_turn(self, name: str, number: int, rating: Rating | None) -> None:
        """Keep what the person thinks of an answer; a turn that is gone is no error."""

    def list_practices(self, name: str) -> tuple[str, ...]:
        """The practices of a case as JSON, in the order of their numbers."""

    def save_practice(self, name: str, number: int, body: str, now: str) -> None:
        """Put a practice in, or replace the one of that number; the case counts as changed."""

    def lock(self, name: str) -> AbstractContextManager[None]:
        """Hold the case for one turn; raises CaseBusy when another turn of it does not end soon."""


def join_newest(turns: Iterable[list[dict[str, Any]]], most: int | None) -> list[dict[str, Any]]:
    """The messages of turns, which come newest first, in order; see `CaseStore.load_messages` for `most`.

    >>> join_newest([[{"n": 3}], [{"n": 1}, {"n": 2}]], 2)
    [{'n': 3}]
    """
    kept: list[list[dict[str, Any]]] = []
    for turn in turns:
        if kept and most is not None and sum(map(len, kept)) + len(turn) > most:
            break
        kept.append(turn)
    return [message for turn in reversed(kept) for message in turn]

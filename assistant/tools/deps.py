"""ToolDeps: what a tool may touch during one turn."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from assistant.cases.case import Case
from assistant.domain.evidence import Hit, SearchResult
from assistant.domain.grouping import grouped_alike
from assistant.domain.offer import OfferDraft
from assistant.domain.quotes import find_pieces
from assistant.reference.tables import ReferenceTables

OnStatus = Callable[[str], None]
"""Told what a turn is doing; what it raises ends the turn."""


class Guidance(Protocol):
    """The library as tools see it."""

    def find(self, query: str, k: int = 8, companies: tuple[str, ...] = ()) -> SearchResult:
        """Passages about the query, and how well they support an answer."""

    def know_share(self, text: str) -> float:
        """The share (0-1) of the text's telling words that the library holds."""

    def match_objections(self, text: str) -> list[tuple[str, float]]:
        """Objection types the text may be, with scores 0-1, best first."""

    def match_intents(self, text: str) -> list[tuple[str, float]]:
        """What the text may want, with shares 0-1, best first."""

    def match_disputed(self, text: str) -> dict[str, float]:
        """Likeness 0-1 of the text with the questions about each disputed claim, by its id."""

    def read_draft_lines(self, lines: Sequence[str]) -> list[dict[str, float]]:
        """Scores (about 0-1) of what each line of a draft does, by tag; empty when nothing is known."""

    def objection_passages(self, objection: str) -> tuple[Hit, ...]:
        """All passages of the document about one objection type, in order."""

    def companies_in(self, text: str) -> tuple[str, ...]:
        """Companies the library knows that the text names, lower case."""

    def find_slips(self, text: str) -> dict[str, str]:
        """Each misspelt word of a short message with the word that is meant."""


class OfferReader(Protocol):
    """Reads the offers a text states."""

    def __call__(self, text: str) -> Sequence[OfferDraft]:
        """Drafts of the offers in the text; none or not-an-offer drafts when it states none."""


@dataclass
class ToolDeps:
    """The turn a tool runs in; `case` is replaced by tools that record something.

    Tools of one step run side by side: who replaces `case` holds `lock`.
    `words` are the person's own texts of this conversation, the last one being the newest; `on_status` hears each step.
    """

    guidance: Guidance
    read_offers: OfferReader
    case: Case
    today: date
    reference: ReferenceTables
    words: list[str] = field(default_factory=list)
    on_status: OnStatus = lambda _: None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def as_written(self, quote: str) -> str:
        """The quote as the person wrote it, with thousands parted their way; empty where the words are not theirs.

        Words may be left out of it, with an ellipsis in their place.
        """
        for written, grouped in zip(self.words, grouped_alike(self.words), strict=True):
            if place := find_pieces(written, quote) or find_pieces(grouped, quote):
                return written[place[0] : place[1]]
        return ""


class NoGuidance:
    """A library that is not open: finds nothing. Calculators need no more."""

    def find(self, query: str, k: int = 8, companies: tuple[str, ...] = ()) -> SearchResult:
        """See Guidance."""
        return SearchResult(hits=(), mode="lexical only", support=0.0)

    def know_share(self, text: str) -> float:
        """See Guidance."""
        return 0.0

    def match_objections(self, text: str) -> list[tuple[str, float]]:
        """See Guidance."""
        return []

    def match_intents(self, text: str) -> list[tuple[str, float]]:
        """See Guidance."""
        return []

    def match_disputed(self, text: str) -> dict[str, float]:
        """See Guidance."""
        return {}

    def read_draft_lines(self, lines: Sequence[str]) -> list[dict[str, float]]:
        """See Guidance."""
        return [{} for _ in lines]

    def objection_passages(self, objection: str) -> tuple[Hit, ...]:
        """See Guidance."""
        return ()

    def companies_in(self, text: str) -> tuple[str, ...]:
        """See Guidance."""
        return ()

    def find_slips(self, text: str) -> dict[str, str]:
        """See Guidance."""
        return {}

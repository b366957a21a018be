"""A library in memory: whatever is asked, it finds the same passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.evidence import Chunk, Hit, SearchResult


def passage(name: str, text: str, section: str = "What to know") -> Chunk:
    return Chunk(
        chunk_id=name,
        source_id=name.split("#", maxsplit=1)[0],
        title=name.capitalize(),
        section=section,
        publisher="Good Press",
        text=text,
    )


BASE = passage("base#0", "Base pay is often the least flexible part. A raise of 7% is a common result of asking.")
SIGN_ON = passage("sign-on#0", "A sign-on bonus is one-time money. Recruiters have room of up to $25,000 there.")


@dataclass
class FakeGuidance:
    """Finds these passages, always."""

    passages: tuple[Chunk, ...] = (BASE, SIGN_ON)
    broken: bool = False

    def find(self, query: str, k: int = 8, companies: tuple[str, ...] = ()) -> SearchResult:
        if self.broken:
            raise RuntimeError("/home/someone/secret/index is damaged")
        hits = tuple(Hit(chunk=chunk, score=1.0) for chunk in self.passages[:k])
        return SearchResult(hits=hits, mode="hybrid", support=1.0)

    def know_share(self, text: str) -> float:
        return 1.0

    def find_slips(self, text: str) -> dict[str, str]:
        """See Guidance."""
        return {}

    def match_objections(self, text: str) -> list[tuple[str, float]]:
        return []

    def match_intents(self, text: str) -> list[tuple[str, float]]:
        return []

    def match_disputed(self, text: str) -> dict[str, float]:
        return {}

    def read_draft_lines(self, lines: Sequence[str]) -> list[dict[str, float]]:
        return [{} for _ in lines]

    def objection_passages(self, objection: str) -> tuple[Hit, ...]:
        return ()

    def companies_in(self, text: str) -> tuple[str, ...]:
        return ()

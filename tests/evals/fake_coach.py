"""A coach for tests of the evals: answers given by the test, one passage in its library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from assistant.domain.answer import Answer
from assistant.domain.evidence import Chunk, Citation, Hit, SearchResult
from assistant.domain.figure import Figure
from assistant.domain.offer import Offer, OfferDraft
from evals.conversations import Conversation, Exchange
from evals.samples import TurnSample

PASSAGE = Chunk(
    chunk_id="asks#1",
    source_id="asks",
    title="What to ask for",
    section="What moves",
    publisher="Parley library",
    text="Aim at the sign-on first. One survey of 2024 saw 12% more after a counter, or about $9,500.",
)


def make_answer(text: str, **fields: Any) -> Answer:
    """An answer of kind advice unless told otherwise."""
    return Answer(**{"kind": "advice", "text": text, **fields})


def make_figure(value: float, unit: str = "USD", **inputs: Any) -> Figure:
    """A computed figure."""
    return Figure(label="total", value=Decimal(str(value)), unit=unit, formula="a + b", rule="sum", inputs=inputs)


def make_citation(n: int = 1, quote: str = "Aim at the sign-on first.", chunk_id: str = "asks#1") -> Citation:
    """A citation of the passage."""
    return Citation(
        n=n, chunk_id=chunk_id, source_id="asks", title=PASSAGE.title, section="", publisher="P", quote=quote
    )


def make_exchange(answer: Answer, *words: str) -> Exchange:
    """The exchange in which the person wrote `words` and got the answer."""
    passages = {c.chunk_id: PASSAGE.text for c in answer.citations if c.chunk_id == PASSAGE.chunk_id}
    return Exchange("s#1", answer, words or ("what now?",), passages, 0.01)


def make_conversation(answer: Answer, again: tuple[Answer, ...] = (), **expected: Any) -> Conversation:
    """A conversation of one turn with what is expected of it."""
    sample = TurnSample.model_validate({"id": "s", "turns": ["what now?"], "kind": ["advice"], **expected})
    return Conversation(sample, (make_exchange(answer, *sample.turns),), again)


def make_broken_conversation(**expected: Any) -> Conversation:
    """A conversation in which the coach crashed."""
    sample = TurnSample.model_validate({"id": "s", "turns": ["what now?"], "kind": ["advice"], **expected})
    return Conversation(sample, (), error="KeyError: base")


class FakeCoach:
    """Answers with what `reply` gives for (message, turns so far); finds the one passage."""

    def __init__(self, reply: Callable[[str, list[str]], Answer], support: float = 0.9) -> None:
        self._reply, self._support = reply, support
        self.cases: dict[str, list[str]] = {}

    def ask(self, text: str, case: str | None = None) -> Answer:
        """One turn."""
        turns = self.cases.setdefault(case or "", [])
        turns.append(text)
        return self._reply(text, turns)

    @contextmanager
    def scratch_case(self) -> Iterator[str]:
        """A new name each time."""
        yield f"~{len(self.cases)}"

    def record(self, words: str, case: str) -> None:
        """Keep the words as a turn."""
        self.cases.setdefault(case, []).append(words)

    def find_passage(self, chunk_id: str) -> Chunk | None:
        """The one passage."""
        return PASSAGE if chunk_id == PASSAGE.chunk_id else None

    def search(self, query: str, k: int = 8) -> SearchResult:
        """The one passage, whatever is asked."""
        return SearchResult(hits=(Hit(chunk=PASSAGE, score=1.0),), mode="hybrid", support=self._support)

    def read_offer(self, text: str) -> OfferDraft:
        """A base of 100,000, whatever the text."""
        return OfferDraft(is_offer=True, offer=Offer(base_annual=Decimal(100000), currency="USD"))

"""Conversations: asks the coach what a sample says and keeps everything the metrics need."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.domain.answer import Answer
from assistant.domain.evidence import Chunk, SearchResult
from assistant.domain.offer import OfferDraft
from evals.samples import TurnSample


class Coach(Protocol):
    """The part of the session that evals use."""

    def ask(self, text: str, case: str | None = None) -> Answer:
        """One turn."""

    def scratch_case(self) -> AbstractContextManager[str]:
        """A conversation that ends with the block."""

    def record(self, words: str, case: str) -> Any:
        """Offer terms on file before the first turn."""

    def find_passage(self, chunk_id: str) -> Chunk | None:
        """The passage of an id."""

    def search(self, query: str, k: int = 8) -> SearchResult:
        """Passages for a question."""

    def read_offer(self, text: str) -> OfferDraft:
        """The terms of an offer."""


@dataclass(frozen=True)
class Exchange:
    """One turn: `words` is all the person wrote up to it, `passages` the texts of the cited passages by id."""

    name: str
    answer: Answer
    words: tuple[str, ...]
    passages: Mapping[str, str]
    seconds: float


@dataclass(frozen=True)
class Conversation:
    """A sample with its exchanges; `again` are the answers of a second run, `error` says why one broke off."""

    sample: TurnSample
    exchanges: tuple[Exchange, ...]
    again: tuple[Answer, ...] = ()
    error: str = ""

    @property
    def last(self) -> Answer | None:
        """The answer the sample is about; None when the conversation broke off."""
        return None if self.error else self.exchanges[-1].answer


def hold_conversation(coach: Coach, sample: TurnSample, twice: bool = True) -> Conversation:
    """Run a sample in a conversation of its own, twice unless told otherwise."""
    exchanges: list[Exchange] = []
    again: tuple[Answer, ...] = ()
    try:
        for exchange in _exchanges(coach, sample):
            exchanges.append(exchange)
        if twice:
            again = tuple(exchange.answer for exchange in _exchanges(coach, sample))
    except Exception as error:
        # A crash is a result of the measurement; the other samples are still asked.
        return Conversation(sample, tuple(exchanges), error=f"{type(error).__name__}: {error}")
    return Conversation(sample, tuple(exchanges), again)


def _exchanges(coach: Coach, sample: TurnSample) -> list[Exchange]:
    held = []
    words = (sample.context,) if sample.context else ()
    with coach.scratch_case() as case:
        if sample.context:
            coach.record(sample.context, case)
        for number, turn in enumerate(sample.turns, start=1):
            words = (*words, turn)
            began = time.perf_counter()
            answer = coach.ask(turn, case)
            seconds = time.perf_counter() - began
            held.append(Exchange(f"{sample.id}#{number}", answer, words, _passages(coach, answer), seconds))
    return held


def _passages(coach: Coach, answer: Answer) -> dict[str, str]:
    found = {citation.chunk_id: coach.find_passage(citation.chunk_id) for citation in answer.citations}
    return {chunk_id: chunk.text for chunk_id, chunk in found.items() if chunk is not None}

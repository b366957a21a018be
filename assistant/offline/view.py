"""View: the current turn as the coach sees it, read from the messages alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from langchain_core.messages import AnyMessage, HumanMessage, ToolMessage

from assistant.domain.evidence import Chunk
from assistant.domain.figure import Figure
from assistant.domain.slips import put_right
from assistant.offline import lexicon
from assistant.offline.asked_apart import find_answer, split_questions
from assistant.offline.chosen import find_mine, find_open
from assistant.offline.conversation import (
    CHECK_MESSAGE,
    MARKS,
    is_asked,
    person_texts,
    tool_results,
    turn_passages,
    turn_start,
)
from assistant.offline.file_words import tell_on_file
from assistant.offline.signals import Signals

RECENT_ANSWERS = 3
"""How many answers back a line of theirs is still what the talk is about."""
OWN_SEARCH = 2.0
"""What the search with the message's own words counts beside one with its topic's."""
FOREIGN = "is not from the person or a tool"
"""In a refusal by the check of arguments; the words are for a chat model and not for the person."""


def _in_plain_words(problem: str) -> str:
    """What is wrong with a call, as it can be said to the person."""
    if FOREIGN not in problem:
        return problem
    return "I only compute with numbers that you wrote: tell me the amount itself, and what it is"


@dataclass(frozen=True)
class View:
    """The messages of a conversation whose newest turn is being answered."""

    messages: Sequence[AnyMessage]

    @cached_property
    def texts(self) -> list[str]:
        """What the person wrote, oldest first, with misspelt words put right where no number is told.

        What tells one is kept as it is, since it is quoted to the tools word for word.
        """
        slips: dict[str, str] = {}
        for result in tool_results(self.messages, "search_guidance"):
            slips |= result["data"].get("slips", {})
        told = person_texts(self.messages)
        return [text if any(map(str.isdigit, text)) else put_right(text, slips) for text in told]

    @cached_property
    def results(self) -> list[dict[str, Any]]:
        """This turn's tool results as plain JSON, oldest first."""
        return tool_results(self.messages[turn_start(self.messages) :])

    @cached_property
    def passages(self) -> dict[int, Chunk]:
        """This turn's passages by number."""
        return turn_passages(self.messages)

    @cached_property
    def _all_searches(self) -> list[dict[str, Any]]:
        return [item for item in self.results if item["tool"] == "search_guidance"]

    @cached_property
    def _asked_apart(self) -> list[str]:
        return split_questions(lexicon.fold(self.texts[-1])) if self.texts else []

    @cached_property
    def _searches(self) -> list[dict[str, Any]]:
        """The turn's searches with the whole message and with its topic."""
        first, rest = self._all_searches[:1], self._all_searches[1:]
        return [*first, *(item for item in rest if item["data"]["query"] not in self._asked_apart)]

    def find_apart(self, answered: int) -> int | None:
        """The passage that answers a question of the message which the passage of that number does not answer."""
        numbers = {passage.chunk_id: number for number, passage in self.passages.items()}
        known = {passage.chunk_id for passage in self.own_passages.values()}
        apart = (item["data"] for item in self._all_searches[1:] if item["data"]["query"] in self._asked_apart)
        found = (find_answer(search, self.passages[answered], known) for search in apart)
        return next((numbers[chunk_id] for chunk_id in found if chunk_id), None)

    @property
    def companies(self) -> list[str]:
        """Companies the newest message names, lower case."""
        return list(self._searches[0]["data"].get("companies", ())) if self._searches else []

    @property
    def topic_query(self) -> str:
        """What the turn's last search looked for."""
        return str(self._searches[-1]["data"].get("query", "")) if self._searches else ""

    @property
    def topic_support(self) -> float:
        """How well the library covers what the turn's last search looked for, 0-1."""
        return float(self._searches[-1]["data"].get("support", 1.0)) if self._searches else 1.0

    @cached_property
    def topic_passages(self) -> dict[int, Chunk]:
        """The passages of the turn's last search in its order, under the numbers of the turn."""
        return self._passages_of(-1)

    @cached_property
    def own_passages(self) -> dict[int, Chunk]:
        """The passages found with the message itself, in the order of the search."""
        return self._passages_of(0)

    @cached_property
    def nearness(self) -> dict[int, float]:
        """How near each passage came in the turn's best search for it, 1.0 the nearest of a search, by number."""
        numbers = {passage.chunk_id: number for number, passage in self.passages.items()}
        near: dict[int, float] = {}
        for search in self._searches:
            found = [item for item in search["data"]["passages"] if item["kind"] != "objection"]
            best = max((item["score"] for item in found), default=0.0) or 1.0
            for item in found:
                number = numbers[item["chunk_id"]]
                near[number] = max(near.get(number, 0.0), item["score"] / best)
        return near

    @cached_property
    def joined_nearness(self) -> dict[int, float]:
        """How near each passage came in the turn's searches together, the message's own counting most, by number."""
        numbers = {passage.chunk_id: number for number, passage in self.passages.items()}
        total: dict[int, float] = {}
        for place, search in enumerate(self._searches):
            found = search["data"]["passages"]
            weight = OWN_SEARCH if place == 0 else 1.0
            best = max((item["score"] for item in found if item["kind"] != "objection"), default=0.0) or 1.0
            for item in found:
                number = numbers[item["chunk_id"]]
                total[number] = total.get(number, 0.0) + weight * min(item["score"] / best, 1.0)
        most = max(total.values(), default=1.0)
        return {number: near / most for number, near in total.items()}

    @cached_property
    def joined_passages(self) -> dict[int, Chunk]:
        """The passages of the message itself and of its topic, those that both searches found near first."""
        near = self.joined_nearness
        return {number: self.passages[number] for number in sorted(near, key=lambda one: (-near[one], one))}

    def _passages_of(self, search: int) -> dict[int, Chunk]:
        if not self._searches:
            return {}
        numbers = {passage.chunk_id: number for number, passage in self.passages.items()}
        ordered = [numbers[item["chunk_id"]] for item in self._searches[search]["data"]["passages"]]
        return {number: self.passages[number] for number in ordered}

    @cached_property
    def failed(self) -> set[str]:
        """Tools that answered with an error in this turn."""
        return {name for name, _ in self.errors}

    @cached_property
    def errors(self) -> list[tuple[str, str]]:
        """This turn's tool errors: tool name and message."""
        turn = self.messages[turn_start(self.messages) :]
        return [
            (message.name or "", _in_plain_words(message.text.removeprefix("Error: ")))
            for message in turn
            if isinstance(message, ToolMessage) and message.status == "error"
        ]

    @cached_property
    def faults(self) -> str:
        """What a check found wrong with the draft before this one; empty for a first draft."""
        last = self.messages[-1] if self.messages else None
        return last.text if isinstance(last, HumanMessage) and last.name == CHECK_MESSAGE else ""

    def result(self, tool: str) -> dict[str, Any] | None:
        """This turn's newest result of a tool."""
        return next((item for item in reversed(self.results) if item["tool"] == tool), None)

    def all_results(self, tool: str) -> list[dict[str, Any]]:
        """This turn's results of a tool, oldest first."""
        return [item for item in self.results if item["tool"] == tool]

    @cached_property
    def offers(self) -> list[dict[str, Any]]:
        """The offers on file as plain JSON: as shown in this turn, else as last shown before."""
        for result in reversed(tool_results(self.messages)):
            if result["tool"] == "show_case":
                return list(result["data"].get("offers", []))
        return []

    @property
    def today(self) -> date | None:
        """The present day as the file was last shown with; None where it was not."""
        shown = next((item for item in reversed(tool_results(self.messages)) if item["tool"] == "show_case"), None)
        return date.fromisoformat(shown["data"]["today"]) if shown else None

    @cached_property
    def mine(self) -> dict[str, Any] | None:
        """The offer the message is about: see find_mine."""
        return find_mine(self.offers, self.texts, self.companies)

    @cached_property
    def competing(self) -> list[dict[str, Any]]:
        """Offers held elsewhere."""
        mine = self.mine
        others = [item for item in find_open(self.offers, self.texts) if item is not mine]
        return [item for item in others if item["role"] == "competing" or mine]

    @property
    def _written(self) -> tuple[int, ...]:
        """The places of the person's texts that a message to send was written for."""
        places, asked = [], -1
        for message in self.messages[: turn_start(self.messages)]:
            asked += is_asked(message)
            if message.response_metadata.get(MARKS, {}).get("kind") == "script":
                places.append(asked)
        return tuple(places)

    @property
    def _worked(self) -> dict[int, Figure]:
        """The sum that a calculation of an earlier turn came to, by the place of the person's text."""
        found, asked = dict[int, Figure](), -1
        for message in self.messages[: turn_start(self.messages)]:
            asked += is_asked(message)
            for result in tool_results([message], "worked_sum"):
                first = Figure.model_validate(result["figures"][0])
                if re.fullmatch(r"[A-Z]{3}", first.unit):
                    found[asked] = first
        return found

    @property
    def last_citations(self) -> list[dict[str, Any]]:
        """What the answer before cited, in order; empty where it cited nothing."""
        before = self.messages[: turn_start(self.messages)]
        answered = (message for message in reversed(before) if MARKS in message.response_metadata)
        return next((list(item.response_metadata[MARKS].get("citations", ())) for item in answered), [])

    @property
    def _last_kind(self) -> str | None:
        """The kind of the answer before."""
        before = self.messages[: turn_start(self.messages)]
        marks = (message.response_metadata[MARKS] for message in reversed(before) if MARKS in message.response_metadata)
        return next((mark.get("kind") for mark in marks), None)

    @property
    def _last_objection(self) -> str | None:
        """The objection told in one of the last answers of this conversation."""
        before = self.messages[: turn_start(self.messages)]
        marks = [message.response_metadata[MARKS] for message in before if MARKS in message.response_metadata]
        return next(
            (str(mark["objection"]) for mark in reversed(marks[-RECENT_ANSWERS:]) if mark.get("objection")), None
        )

    @cached_property
    def signals(self) -> Signals:
        """What the library said about the newest message."""
        data = self._searches[0]["data"] if self._searches else {}
        offer = (self.mine or {}).get("offer", {})
        base = offer.get("base_annual")
        return Signals(
            intents=tuple((name, share) for name, share in data.get("intents", ())),
            objections=tuple((name, score) for name, score in data.get("objections", ())),
            support=data.get("support", 1.0),
            known=data.get("known", 1.0),
            claimed=data.get("claimed", 0.0),
            nearest=max(
                (item["score"] for item in data.get("passages", ()) if item["kind"] != "objection"), default=0.0
            ),
            offers_on_file=len(self.offers),
            offers=tuple(self.offers),
            names_on_file=tuple(str(item["name"]) for item in self.offers),
            competing_on_file=len(self.competing),
            last_objection=self._last_objection,
            written=self._written,
            worked=tuple(self._worked.items()),
            last_kind=self._last_kind,
            base_on_file=None if base is None else Decimal(str(base)),
            currency_on_file=offer.get("currency"),
            words_on_file=tell_on_file(offer, self.texts) if len(self.offers) == 1 else "",
            today=date.fromisoformat(data["today"]) if "today" in data else None,
        )

    @property
    def query(self) -> str:
        """What the turn's own search looked for."""
        return str(self._searches[0]["data"]["query"]) if self._searches else "".join(self.texts[-1:])

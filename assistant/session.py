"""CoachSession: the one door to Parley for screens, command line and evals."""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from langchain_core.messages import AnyMessage, HumanMessage, messages_from_dict, messages_to_dict

from assistant.agent.disputed import find_touched
from assistant.agent.run import ChatModelGraph, explain_failure
from assistant.calculators import list_calculators, run_calculator
from assistant.case_offers import CaseOffers
from assistant.casebook import CaseBook
from assistant.cases.case import Case, CaseSummary, Rating, RecordedOffer, Turn, make_title
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.standing import tell_unconfirmed
from assistant.cases.store import CaseStore
from assistant.counter import CaseCounter, Desk
from assistant.domain.answer import Answer, Finding
from assistant.domain.attachment import Attachment
from assistant.domain.evidence import Chunk, Citation, SearchResult, Source
from assistant.domain.offer import OfferDraft
from assistant.domain.result import ToolResult
from assistant.domain.status import Status
from assistant.errors import ChatModelUnavailable, InputError, StoreUnavailable, TurnStopped
from assistant.library import PersonalLibrary
from assistant.message import read_message_with, read_offers
from assistant.offline.conversation import MARKS, last_answer
from assistant.offline.limits import figures_of_answer
from assistant.offline.understand import read_message
from assistant.offline.view import View
from assistant.personal_data import PersonalData
from assistant.reference.claims import Claim
from assistant.reference.tables import ReferenceTables
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.tools.deps import OnStatus, ToolDeps
from assistant.tools.offer import stated_terms

if TYPE_CHECKING:
    from assistant.letters.text import LetterText
    from assistant.rehearsal import Rehearsal

logger = logging.getLogger(__name__)

MOST_MESSAGES_OF_HISTORY = 80
SCRATCH = "~"


class CoachSession:
    """Asks, reads, searches and keeps cases.

    Args:
        guidance: the opened library.
        claims: the claims on which sources disagree.
        reference: the dated tables of the calculators.
        store: where cases are kept.
        chosen: the chat model the person chose.
        embedded: the embedded coach, which answers when the chosen one cannot.
        clock: gives the present time, with zone.
        describe: tells the state of the installation.
        unsaved: why cases are not saved in this session, if so; said with every answer of a case.
        shared: whether others use the same library, which nobody may change then.
    """

    def __init__(
        self,
        *,
        guidance: GuidanceLibrary,
        claims: tuple[Claim, ...],
        reference: ReferenceTables,
        store: CaseStore,
        chosen: ChatModelGraph,
        embedded: ChatModelGraph,
        clock: Callable[[], datetime],
        describe: Callable[[], Status],
        unsaved: str = "",
        shared: bool = False,
    ) -> None:
        self._guidance, self._claims, self._store = guidance, claims, store
        self.library = PersonalLibrary(guidance, shared=shared, claims=claims)
        self.casebook = CaseBook(store, clock)
        self.personal_data = PersonalData(self.casebook, self.library)
        self._reference = reference
        self._chosen, self._embedded = chosen, embedded
        self._clock, self.describe, self.unsaved = clock, describe, unsaved
        self._scratch = MemoryCaseStore()
        self._scratch_names = itertools.count(1)
        desk = Desk(self._store_of, self._now, lambda: clock().date(), reference)
        self.counter = CaseCounter(desk, guidance, self._ask_apart)
        self.offers = CaseOffers(
            store_of=self._store_of, deps_of=self._deps, now=self._now, today=desk.today, reference=reference
        )

    def for_user(self, store: CaseStore, describe: Callable[[], Status]) -> CoachSession:
        """The same coach for one of several people: cases of their own, the library in common."""
        return CoachSession(
            guidance=self._guidance,
            claims=self._claims,
            reference=self._reference,
            store=store,
            chosen=self._chosen,
            embedded=self._embedded,
            clock=self._clock,
            describe=describe,
            shared=True,
        )

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """Practices with a recruiter, whose rules are loaded with the first."""
        from assistant.rehearsal import Rehearsal

        return Rehearsal(self._store_of, self._guidance, self._now)

    # Conversations

    def ask(
        self,
        text: str,
        case: str | None = None,
        *,
        attachments: Sequence[Attachment] = (),
        on_status: OnStatus | None = None,
        replacing: int | None = None,
    ) -> Answer:
        """One checked turn, in the place of the last one if that has the number `replacing`.

        Without a case the conversation is thrown away afterwards.

        Raises:
            TurnStopped: `on_status` raised it; the message stays unanswered.
            InputError: the message is empty or too long, or an attachment cannot be read.
            CaseBusy: another turn of this case does not end.
            StoreUnavailable: the question could not be kept.
        """
        asked, notes = read_message_with(text, attachments)
        if case is None:
            with self.scratch_case() as scratch:
                return self._turn(asked, scratch, notes, on_status)
        if not case.strip():
            raise InputError("case", "is empty; give the conversation a name")
        return self._turn(asked, case, notes, on_status, replacing)

    @contextmanager
    def scratch_case(self, like: Case | None = None) -> Iterator[str]:
        """The name of a case in memory that ends with the block; with the offers of `like`, if given."""
        name = f"{SCRATCH}{next(self._scratch_names)}"
        self._scratch.create_case(Case(name=name, offers=like.offers if like else ()), self._now())
        try:
            yield name
        finally:
            self._scratch.delete_case(name)

    def _ask_apart(self, words: str, case: Case) -> Answer:
        """An answer to words about the offers of a case, which leaves its conversation alone."""
        with self.scratch_case(case) as scratch:
            return self.ask(words, scratch)

    def record(self, words: str, case: str) -> ToolResult:
        """Put the offer terms of the words on file, without an answer; see CaseOffers.record."""
        return self.offers.record(words, case)

    def confirm_offer(
        self, case: str, name: str | None = None, edits: Mapping[str, str] | None = None
    ) -> RecordedOffer:
        """The offer with what the person set by hand, marked as read right; see CaseOffers.confirm."""
        return self.offers.confirm(case, name, edits)

    def _turn(
        self, asked: str, name: str, notes: tuple[str, ...], on_status: OnStatus | None, replacing: int | None = None
    ) -> Answer:
        store, began = self._store_of(name), time.perf_counter()
        with store.lock(name):
            store.create_case(Case(name=name, title=make_title(asked)), self._now())
            number = store.begin_turn(name, asked, self._now(), replacing)
            case = store.load_case(name) or Case(name=name)
            stored = store.load_messages(name, MOST_MESSAGES_OF_HISTORY)
            history = cast("list[AnyMessage]", messages_from_dict(stored))
            model, turn, case, note = self._run(asked, history, case, on_status)
            answer = self._to_answer(model, history, turn, case)
            seconds = round(time.perf_counter() - began, 3)
            unsaved = (self.unsaved,) if self.unsaved and store is self._store else ()
            rests = tell_unconfirmed(answer, case)
            answer = answer.model_copy(update={"notes": (*notes, *note, *rests, *unsaved), "seconds": seconds})
            try:
                store.finish_turn(case, number, answer, messages_to_dict(turn), self._now())
            except StoreUnavailable as error:
                answer = answer.model_copy(update={"notes": (*answer.notes, f"This answer is not saved: {error}")})
        return answer

    def _run(
        self, asked: str, history: list[AnyMessage], case: Case, on_status: OnStatus | None
    ) -> tuple[str, list[AnyMessage], Case, tuple[str, ...]]:
        """The model that answered, the turn's messages, the case after it, and a note if the chosen one failed."""
        words = [message.text for message in history if isinstance(message, HumanMessage)]
        deps = replace(self._deps(case, [*words, asked]), on_status=on_status or (lambda _: None))
        try:
            turn = self._chosen.run(history, asked, deps)
            deps.on_status("keeping the answer…")
            return self._chosen.name, turn, deps.case, ()
        except TurnStopped:
            raise
        except Exception as error:
            if self._chosen is self._embedded:
                raise
            logger.warning("the chat model failed: %s", type(error).__name__)
            note = f"{self._chosen.name} gave no answer: {explain_failure(error)} This answer is the embedded coach's."
        deps = replace(deps, case=case)
        return self._embedded.name, self._embedded.run(history, asked, deps), deps.case, (note,)

    def _to_answer(self, model: str, history: list[AnyMessage], turn: list[AnyMessage], case: Case) -> Answer:
        message = last_answer(turn)
        if message is None:
            raise ChatModelUnavailable("The chat model gave no answer.")
        marks = message.response_metadata.get(MARKS, {})
        if "kind" not in marks:
            view = View([*history, *turn])
            reading = read_message(view.texts, view.signals)
            marks = {"kind": reading.kind, "objection": reading.objection, **marks}
        citations = tuple(Citation.model_validate(item) for item in marks.get("citations", ()))
        return Answer(
            kind=marks["kind"],
            objection=marks["objection"],
            text=message.text,
            citations=citations,
            figures=figures_of_answer(turn, message.text),
            findings=tuple(Finding.model_validate(item) for item in marks.get("findings", ())),
            disputed=find_touched(marks["kind"], turn, citations, case, self._claims, self._guidance),
            offers=tuple({"name": o.name, "role": o.role, **stated_terms(o.offer)} for o in case.offers),
            model=model,
            seconds=0.0,
        )

    def _deps(self, case: Case, words: list[str]) -> ToolDeps:
        return ToolDeps(
            guidance=self._guidance,
            read_offers=read_offers,
            case=case,
            today=self._clock().date(),
            reference=self._reference,
            words=words,
        )

    # Reading and looking things up

    def read_offer(self, text: str) -> OfferDraft:
        """The terms a text states; nothing is recorded."""
        from assistant.letters.parse import parse_offer

        return parse_offer(text)

    def read_document(self, data: bytes, name: str) -> LetterText:
        """The text of a letter file.

        Raises:
            InputError: the file is too large, damaged, or of a kind that cannot be read.
        """
        from assistant.letters.text import read_document

        return read_document(data, name)

    def search(self, query: str, k: int = 8) -> SearchResult:
        """The k passages of the library that fit the query best."""
        return self._guidance.find(query, k, self._guidance.companies_in(query))

    def find_passage(self, chunk_id: str) -> Chunk | None:
        """The passage of that id, or None."""
        return self._guidance.find_chunk(chunk_id)

    def find_sources(self, source_ids: Iterable[str]) -> tuple[Source, ...]:
        """Bibliography entries, unknown ids left out."""
        sources = self._guidance.library.sources
        return tuple(sources[name] for name in source_ids if name in sources)

    def list_tools(self) -> list[dict[str, Any]]:
        """The calculators: name, description, JSON schema."""
        return list_calculators()

    def call_tool(self, name: str, arguments: dict[str, Any]) -> ToolResult:
        """Run a calculator as the chat model would, on an empty case.

        Raises:
            InputError: no such calculator, or an argument that cannot be used.
        """
        return run_calculator(name, arguments, self._clock().date(), self._reference)

    # Cases

    def list_cases(self) -> tuple[CaseSummary, ...]:
        """All cases, the last changed first."""
        return self._store.list_cases()

    def create_case(self, title: str | None = None) -> str:
        """A new, empty case; gives its name."""
        name = f"case-{self._clock().astimezone(UTC):%Y%m%d-%H%M%S-%f}"
        self._store.create_case(Case(name=name, title=title or "New conversation"), self._now())
        return name

    def load_case(self, name: str) -> Case:
        """The case.

        Raises:
            InputError: there is none of that name.
        """
        case = self._store_of(name).load_case(name)
        if case is None:
            raise InputError("case", f'"{name}" does not exist; `parley case list` names those that do')
        return case

    def list_turns(self, name: str) -> tuple[Turn, ...]:
        """The turns of a case in order."""
        return self._store_of(name).list_turns(name)

    def rate_turn(self, name: str, number: int, rating: Rating | None) -> None:
        """Keep what the person thinks of an answer, beside it and nowhere else."""
        self._store_of(name).rate_turn(name, number, rating)

    def rename_case(self, name: str, title: str) -> None:
        """Give a case another title."""
        if not title.strip():
            raise InputError("title", "is empty; give the case a name")
        store = self._store_of(name)
        with store.lock(name):
            store.save_case(self.load_case(name).model_copy(update={"title": title.strip()[:120]}), self._now())

    def delete_case(self, name: str) -> None:
        """Remove a case and its conversation, once a running turn of it has ended."""
        store = self._store_of(name)
        with store.lock(name):
            store.delete_case(name)

    def _store_of(self, name: str) -> CaseStore:
        return self._scratch if self._scratch.load_case(name) is not None else self._store

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")

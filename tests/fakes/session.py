"""A session for tests of the page: real domain values, answers given by the test."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, cast

from assistant.bootstrap import build_reference
from assistant.case_offers import CaseOffers
from assistant.casebook import CaseBook
from assistant.cases.case import Case, CaseSummary, Rating, RecordedOffer, Turn
from assistant.cases.store import CaseStore
from assistant.counter import CaseCounter, Desk
from assistant.domain.answer import Answer, Disputed, Finding, Position
from assistant.domain.attachment import Attachment
from assistant.domain.evidence import Chunk, Citation, Source
from assistant.domain.figure import Figure
from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment
from assistant.domain.status import Status
from assistant.errors import InputError, StoreUnavailable
from assistant.letters.parse import parse_offers
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.tools.deps import NoGuidance, ToolDeps

FULL = "The folder of your cases cannot be written: free it or choose another one."
NOW = "2026-11-21T10:00:00+00:00"

PASSAGE = Chunk(
    chunk_id="pay-figures#2",
    source_id="pay-figures",
    title="Year one, recurring, four-year average",
    section="Which number should I use?",
    publisher="Parley library",
    text=(
        "Negotiate in parts, and check yourself with one total. "
        "**Ask for a base, a grant and a sign-on amount**, because a letter can only contain parts.\n\n"
        "- Year one tells you about cash soon.\n- The average is fairest."
    ),
    fact_sources=("levels",),
    trust="high",
)
SOURCE = Source(
    id="levels",
    title="How pay is counted",
    publisher="Example Pay Guide",
    publisher_group="example",
    url="https://guide.example/pay",
    date="2025-04-02",
    trust="medium",
    why="Shows its sums.",
)
CITATION = Citation(
    n=1,
    chunk_id=PASSAGE.chunk_id,
    source_id=PASSAGE.source_id,
    title=PASSAGE.title,
    section=PASSAGE.section,
    publisher=PASSAGE.publisher,
    quote="Ask for a base, a grant and a sign-on amount",
)
OFFER = Offer(
    company="Microsoft",
    level="L62",
    currency="USD",
    base_annual=Decimal(180000),
    bonus_target_pct=Decimal(15),
    signing=(SignOnInstalment(year=1, amount=Decimal(40000)),),
    equity=(EquityGrant(total_value=Decimal(200000), years=Decimal(4)),),
)


def make_figure(label: str, value: int, **inputs: Any) -> Figure:
    """A figure in dollars."""
    return Figure(
        label=label,
        value=Decimal(value),
        unit="USD",
        formula="base + target bonus + sign-on + vested stock",
        rule="total_compensation",
        inputs=inputs,
    )


OFFER_ANSWER = Answer(
    kind="offer",
    text=(
        "Year 1 pays **$297,000**, the years after it **$257,000**, and the 4-year average is **$267,000**. "
        "The $40,000 sign-on is paid once, so year 2 falls by that much [1].\n\n"
        "| Year | Base | Bonus | Sign-on | Stock | Total |\n|---|--:|--:|--:|--:|--:|\n"
        "| 1 | $180,000 | $27,000 | $40,000 | $50,000 | $297,000 |\n"
        "| 2 | $180,000 | $27,000 | $0 | $50,000 | $257,000 |\n"
        "| 3 | $180,000 | $27,000 | $0 | $50,000 | $257,000 |\n"
        "| 4 | $180,000 | $27,000 | $0 | $50,000 | $257,000 |\n"
    ),
    citations=(CITATION,),
    figures=(
        make_figure("year 1 total compensation", 297000, base=180000, bonus=27000, sign_on=40000, stock=50000),
        make_figure("recurring yearly compensation", 257000, base=180000, bonus=27000, stock=50000),
        make_figure("4-year average compensation", 267000, total=1068000),
    ),
    seconds=0.03,
)
SCRIPT_ANSWER = Answer(
    kind="script",
    text=(
        "Ask for the stock first: it is the part with the widest range [1]. Send this:\n\n"
        "> Hi Dana,\n>\n> Thank you for the offer. I am excited about the team. "
        "Could we look at **$240,000** in stock over four years [1]? "
        "With that I would sign this week.\n>\n> Best,\n> Sam\n\n"
        "If they say no, ask what would change their mind."
    ),
    citations=(CITATION,),
    disputed=(
        Disputed(
            topic="Whether to name a number first",
            positions=(
                Position(says="Name it first when you know the band.", source_ids=("levels",)),
                Position(says="Wait until they do.", source_ids=("levels",)),
            ),
            ask="What is the range for this level?",
        ),
    ),
    findings=(Finding(check="untraceable_number", detail="an amount stood in no source", quote="They pay $999,999."),),
    seconds=1.2,
)


@dataclass
class FakeStore:
    """The cases of a fake session as its offers see them."""

    session: FakeSession

    def load_case(self, name: str) -> Case | None:
        return self.session.cases.get(name)

    def save_case(self, case: Case, now: str) -> None:
        if not self.session.can_store:
            raise StoreUnavailable(FULL)
        self.session.cases[case.name] = case

    def list_practices(self, name: str) -> tuple[str, ...]:
        return ()

    def lock(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()


@dataclass
class FakeSession:
    """Cases in memory; `reply` makes the answer of each turn, or raises."""

    reply: Callable[[str], Answer] = lambda text: SCRIPT_ANSWER if "counter" in text else OFFER_ANSWER
    steps: tuple[str, ...] = ("reading your offer", "computing total compensation")
    pause: float = 0.0
    can_store: bool = True
    cases: dict[str, Case] = field(default_factory=dict)
    turns: dict[str, list[Turn]] = field(default_factory=dict)
    asked: list[tuple[str, str | None, tuple[Attachment, ...]]] = field(default_factory=list)

    def ask(
        self,
        text: str,
        case: str | None = None,
        *,
        attachments: Sequence[Attachment] = (),
        on_status: Callable[[str], None] | None = None,
        replacing: int | None = None,
    ) -> Answer:
        self.asked.append((text, case, tuple(attachments)))
        turns = self.turns[case] if case else []
        if turns and turns[-1].number == replacing:
            turns.pop()
        if turns and turns[-1].answer is None and turns[-1].asked == text:
            turns.pop()
        turns.append(Turn(number=len(turns) + 1, asked=text, asked_at=NOW))
        for step in self.steps:
            if on_status:
                on_status(step)
            time.sleep(self.pause)
        answer = self.reply(text)
        turns[-1] = turns[-1].model_copy(update={"answer": answer})
        if case and answer.kind == "offer":
            offers = (RecordedOffer(name="Microsoft", role="mine", offer=OFFER),)
            self.cases[case] = self.cases[case].model_copy(update={"offers": offers})
        return answer

    @cached_property
    def offers(self) -> CaseOffers:
        """The real thing on the cases of this session."""
        reference, today = build_reference(), date(2026, 11, 21)

        def make_deps(case: Case, words: list[str]) -> ToolDeps:
            return ToolDeps(NoGuidance(), parse_offers, case, today, reference, words)

        return CaseOffers(
            store_of=lambda name: cast("CaseStore", FakeStore(self)),
            deps_of=make_deps,
            now=lambda: NOW,
            today=lambda: today,
            reference=reference,
        )

    @cached_property
    def casebook(self) -> CaseBook:
        """The real thing on the cases of this session."""
        return CaseBook(cast("CaseStore", FakeStore(self)), lambda: datetime.fromisoformat(NOW))

    @cached_property
    def counter(self) -> CaseCounter:
        """The real thing on the cases of this session, without a library."""
        store, today = cast("CaseStore", FakeStore(self)), date(2026, 11, 21)
        desk = Desk(lambda name: store, lambda: NOW, lambda: today, build_reference())
        return CaseCounter(desk, cast("GuidanceLibrary", NoGuidance()), lambda words, case: self.reply(words))

    def confirm_offer(
        self, case: str, name: str | None = None, edits: Mapping[str, str] | None = None
    ) -> RecordedOffer:
        return self.offers.confirm(case, name, edits)

    def find_passage(self, chunk_id: str) -> Chunk | None:
        return PASSAGE if chunk_id == PASSAGE.chunk_id else None

    def find_sources(self, source_ids: Sequence[str]) -> tuple[Source, ...]:
        return tuple(SOURCE for source_id in source_ids if source_id == SOURCE.id)

    def list_cases(self) -> tuple[CaseSummary, ...]:
        return tuple(
            CaseSummary(name=case.name, title=case.title, updated=NOW, turns=len(self.turns[case.name]))
            for case in self.cases.values()
        )

    def create_case(self, title: str | None = None) -> str:
        if not self.can_store:
            raise StoreUnavailable(FULL)
        name = f"case-{len(self.cases) + 1}"
        self.cases[name] = Case(name=name, title=title or f"Conversation {len(self.cases) + 1}")
        self.turns[name] = []
        return name

    def load_case(self, name: str) -> Case:
        if name not in self.cases:
            raise InputError("case", f"{name} does not exist")
        return self.cases[name]

    def list_turns(self, name: str) -> tuple[Turn, ...]:
        return tuple(self.turns.get(name, ()))

    def rate_turn(self, name: str, number: int, rating: Rating | None) -> None:
        turns = self.turns[name]
        turns[number - 1] = turns[number - 1].model_copy(update={"rating": rating})

    def rename_case(self, name: str, title: str) -> None:
        self.cases[name] = self.cases[name].model_copy(update={"title": title})

    def delete_case(self, name: str) -> None:
        del self.cases[name], self.turns[name]

    def describe(self) -> Status:
        return Status(
            chat_model="offline",
            search_mode="hybrid",
            passages=1,
            data_folder="data",
            store="data/cases.db",
            outgoing=(),
            notes=(),
            checks=(),
        )

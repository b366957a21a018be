"""Sets: how each question set is run, and which metrics it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assistant.domain.answer import Answer
from assistant.domain.evidence import Chunk
from assistant.interfaces.rendering import render_draft
from evals.conversations import Coach, Conversation, hold_conversation
from evals.metrics.citations import score_citations, score_cited
from evals.metrics.determinism import score_determinism
from evals.metrics.facts import score_figures, score_forbidden, score_words
from evals.metrics.filed_offers import score_filed
from evals.metrics.findings import score_findings
from evals.metrics.flaws import score_flaws
from evals.metrics.grounded import score_grounded
from evals.metrics.kind import score_kind
from evals.metrics.latency import measure_latency
from evals.metrics.length import score_length, score_shorter
from evals.metrics.objection import score_objection
from evals.metrics.offer_fields import FieldScore, score_offers
from evals.metrics.placeholders import score_placeholders
from evals.metrics.ranking import Place, score_gain, score_recall, score_reciprocal_rank, score_section
from evals.metrics.relevance import score_relevance
from evals.metrics.score import Metric, Score, average, passed
from evals.metrics.support import score_admitted, score_answerable, score_answered, score_unanswerable
from evals.rivals import build_rivals
from evals.samples import (
    DraftSample,
    FiledSample,
    ObjectionSample,
    OfferSample,
    RetrievalSample,
    Sample,
    SupportSample,
    TurnSample,
)

LABEL_TOLERANCE = 0.02
"""How far the share of right labels may fall between two runs; what an answer promises may not fall at all."""
S = TypeVar("S", bound=Sample)


@dataclass(frozen=True)
class Subject:
    """What the sets are run on: the coach and the passages of its library."""

    coach: Coach
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class QuestionSet(Generic[S]):
    """A set: the schema of its samples and what makes metrics of them."""

    schema: type[S]
    run: Callable[[Subject, Sequence[S]], list[Metric]]


def run_turns(subject: Subject, samples: Sequence[TurnSample]) -> list[Metric]:
    """Labels on the last answers, promises on every answer."""
    held = [hold_conversation(subject.coach, sample) for sample in samples]
    exchanges = [exchange for conversation in held for exchange in conversation.exchanges]
    return [
        average("kind", map(score_kind, held), LABEL_TOLERANCE),
        average("objection", map(score_objection, held), LABEL_TOLERANCE),
        average("figures shown", map(score_figures, held), LABEL_TOLERANCE),
        average("words said", map(score_words, held), LABEL_TOLERANCE),
        average("nothing forbidden", map(score_forbidden, held)),
        average("cites where it must", map(score_cited, held), LABEL_TOLERANCE),
        average("first source fits", map(score_relevance, held), LABEL_TOLERANCE),
        average("shorter when asked", map(score_shorter, held)),
        average("answered", map(_score_answered, held)),
        average("grounded", map(score_grounded, exchanges)),
        average("citations hold", map(score_citations, exchanges)),
        average("no findings", map(score_findings, exchanges)),
        average("no placeholders", map(score_placeholders, exchanges)),
        average("within 350 words", map(score_length, exchanges)),
        average("same answer twice", map(score_determinism, held)),
        *measure_latency(exchange.seconds for exchange in exchanges),
    ]


def _score_answered(conversation: Conversation) -> Score:
    return passed(conversation.sample.id, [conversation.error])


def run_objections(subject: Subject, samples: Sequence[ObjectionSample]) -> list[Metric]:
    """The objection the coach answers to a single message."""
    held = [
        hold_conversation(
            subject.coach,
            TurnSample(id=sample.id, turns=(sample.text,), kind=("objection",), objection=sample.expected),
            twice=False,
        )
        for sample in samples
    ]
    expected = [item for item in held if item.sample.objection]
    none = [item for item in held if not item.sample.objection]
    return [
        average("objection", map(score_objection, expected), LABEL_TOLERANCE),
        average("kind where reported", map(score_kind, expected), LABEL_TOLERANCE),
        average("none where none", map(_score_none, none), LABEL_TOLERANCE),
        *measure_latency(exchange.seconds for item in held for exchange in item.exchanges),
    ]


def _score_none(conversation: Conversation) -> Score:
    answer = conversation.last
    if answer is None:
        return passed(conversation.sample.id, [f"broke off: {conversation.error}"])
    false_alarm = answer.kind == "objection" or answer.objection is not None
    return passed(conversation.sample.id, [f"taken for {answer.objection}"] if false_alarm else [])


def run_retrieval(subject: Subject, samples: Sequence[RetrievalSample]) -> list[Metric]:
    """Parley's search beside its rivals over the same library."""
    finders: dict[str, Callable[[str], list[Place]]] = {"": lambda query: _find(subject.coach, query)}
    finders |= {f"{name} ": rival.find for name, rival in build_rivals(subject.chunks).items()}
    far = [sample for sample in samples if sample.far]
    metrics: list[Metric] = []
    for prefix, find in finders.items():
        hits = {sample.id: find(sample.text) for sample in samples}
        tolerance = None if prefix else LABEL_TOLERANCE
        metrics += [
            average(f"{prefix}recall@5", [score_recall(s, hits[s.id]) for s in samples], tolerance),
            average(f"{prefix}recall@5 far", [score_recall(s, hits[s.id]) for s in far], tolerance),
            average(f"{prefix}MRR@10", [score_reciprocal_rank(s, hits[s.id]) for s in samples], tolerance),
            average(f"{prefix}nDCG@10", [score_gain(s, hits[s.id]) for s in samples], tolerance),
        ]
        if prefix != "LangChain tutorial ":  # its pieces know no sections
            metrics.append(
                average(f"{prefix}section recall@5", [score_section(s, hits[s.id]) for s in samples], tolerance)
            )
    return metrics


def _find(coach: Coach, query: str) -> list[Place]:
    return [(hit.chunk.source_id, hit.chunk.section) for hit in coach.search(query, 10).hits]


def run_support(subject: Subject, samples: Sequence[SupportSample]) -> list[Metric]:
    """Whether the search tells that it found nothing, and whether the coach says so."""
    support = {sample.id: subject.coach.search(sample.text).support for sample in samples}
    answers = {sample.id: _ask_alone(subject.coach, sample.text) for sample in samples}
    return [
        average("unanswerable recognised", [score_unanswerable(s, support[s.id]) for s in samples], LABEL_TOLERANCE),
        average("answerable let through", [score_answerable(s, support[s.id]) for s in samples], LABEL_TOLERANCE),
        average("unanswerable admitted", [score_admitted(s, answers[s.id]) for s in samples], LABEL_TOLERANCE),
        average("answerable answered", [score_answered(s, answers[s.id]) for s in samples], LABEL_TOLERANCE),
    ]


def _ask_alone(coach: Coach, text: str) -> Answer:
    with coach.scratch_case() as case:
        return coach.ask(text, case)


def run_offers(subject: Subject, samples: Sequence[OfferSample]) -> list[Metric]:
    """Precision and recall of the fields read, over all fields of the set."""
    read = [(sample.id, sample.expected, render_draft(subject.coach.read_offer(sample.text))) for sample in samples]
    return _measure_fields(score_offers(read))


def _measure_fields(score: FieldScore) -> list[Metric]:
    wrong = tuple(Score(line.partition(":")[0], 0.0, line.partition(": ")[2]) for line in score.wrong)
    missed = tuple(Score(line.partition(":")[0], 0.0, line.partition(": ")[2]) for line in score.missed)
    return [
        Metric("field precision", score.precision, score.right + len(wrong), tolerance=0.005, failures=wrong),
        Metric("field recall", score.recall, score.right + len(missed), tolerance=0.01, failures=missed),
    ]


def run_filed(subject: Subject, samples: Sequence[FiledSample]) -> list[Metric]:
    """Precision and recall of the terms that conversations put on file."""
    score = FieldScore()
    for sample in samples:
        with subject.coach.scratch_case() as case:
            for text in sample.turns:
                answer = subject.coach.ask(text, case)
        score_filed(sample.id, sample.offers, answer.offers, sample.open_to, score)
    return _measure_fields(score)


def run_drafts(subject: Subject, samples: Sequence[DraftSample]) -> list[Metric]:
    """Flaws found in drafts; whether the rewrite is free of them, and a good draft left alone."""
    from assistant.bootstrap import build_line_reader
    from assistant.review import Review, review_message

    read_lines = build_line_reader()

    def review(text: str, context: str | None) -> Review:
        return review_message(text, context or "", read_lines=read_lines)

    reviews = {sample.id: review(sample.text, sample.context) for sample in samples}
    again = {sample.id: review(reviews[sample.id].rewrite, sample.context) for sample in samples}
    found = {key: {flaw.label for flaw in review.flaws} for key, review in reviews.items()}
    alarms = [passed(s.id, sorted(found[s.id] - set(s.flaws))) for s in samples]
    missed = [passed(s.id, sorted(set(s.flaws) - found[s.id])) for s in samples if s.flaws]
    left = [passed(s.id, [flaw.label for flaw in again[s.id].flaws]) for s in samples]
    alone = [passed(s.id, [] if reviews[s.id].rewrite == s.text else ["was rewritten"]) for s in samples if not s.flaws]
    exact = [passed(s.id, sorted(found[s.id] ^ set(s.flaws))) for s in samples]
    return [
        average("exactly the right flaws", exact, LABEL_TOLERANCE),
        *score_flaws([(s.id, found[s.id], set(s.flaws)) for s in samples], LABEL_TOLERANCE),
        average("no false alarm", alarms, LABEL_TOLERANCE),
        average("every flaw found", missed, LABEL_TOLERANCE),
        average("rewrite without flaw", left, LABEL_TOLERANCE),
        average("good draft left alone", alone),
    ]


SETS: dict[str, QuestionSet[Any]] = {
    "turns": QuestionSet(TurnSample, run_turns),
    "scripts": QuestionSet(TurnSample, run_turns),
    "requests": QuestionSet(TurnSample, run_turns),
    "conversations": QuestionSet(TurnSample, run_turns),
    "questions": QuestionSet(TurnSample, run_turns),
    "ethics": QuestionSet(TurnSample, run_turns),
    "told": QuestionSet(TurnSample, run_turns),
    "objections": QuestionSet(ObjectionSample, run_objections),
    "retrieval": QuestionSet(RetrievalSample, run_retrieval),
    "retrieval_support": QuestionSet(SupportSample, run_support),
    "offers": QuestionSet(OfferSample, run_offers),
    "filed": QuestionSet(FiledSample, run_filed),
    "drafts": QuestionSet(DraftSample, run_drafts),
    "calculations": QuestionSet(TurnSample, run_turns),
}

"""Rendering: values to the public JSON of the command line, with the contract's names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.cases.archive import CaseFile
from assistant.cases.case import RecordedOffer
from assistant.cases.standing import Standing
from assistant.domain.answer import Answer
from assistant.domain.evidence import Hit
from assistant.domain.money import to_json_number
from assistant.domain.offer import OfferDraft
from assistant.domain.offer_table import list_rows
from assistant.domain.offer_words import say_term
from assistant.domain.promise_diff import PromiseChange
from assistant.domain.promise_words import name_term, summarise, write_question


def render_answer(answer: Answer) -> dict[str, Any]:
    """The JSON of `parley ask`."""
    plain = answer.model_dump(mode="json")
    return {
        "kind": answer.kind,
        "objection": answer.objection,
        "answer": answer.text,
        "citations": plain["citations"],
        "figures": [
            {
                "label": figure.label,
                "value": to_json_number(figure.value),
                "unit": figure.unit,
                "tool": figure.rule,
                "inputs": figure.inputs,
                "formula": figure.formula,
            }
            for figure in answer.figures
        ],
        "findings": plain["findings"],
        "disputed": plain["disputed"],
        "offers": plain["offers"],
        "notes": plain["notes"],
        "model": answer.model,
        "seconds": answer.seconds,
    }


def render_draft(draft: OfferDraft) -> dict[str, Any]:
    """The JSON of `parley offer parse`: the terms beside the words they were read from."""
    plain = draft.model_dump(mode="json")
    return {
        "is_offer": draft.is_offer,
        **plain["offer"],
        "evidence": plain["evidence"],
        "questions": plain["questions"],
        "warnings": plain["warnings"],
    }


def render_changes(changes: Sequence[PromiseChange]) -> dict[str, Any]:
    """The JSON of `parley offer diff`: what was promised beside what is written, and what to ask."""
    return {
        "summary": summarise(changes),
        "changes": [{**asdict(item), "term": name_term(item.field)} for item in changes],
        "questions": [question for item in changes if (question := write_question(item))],
    }


def render_recorded(recorded: RecordedOffer) -> dict[str, Any]:
    """An offer on file: its terms beside their words, whether it is confirmed, and what was changed."""
    rows = list_rows(recorded.offer, recorded.evidence)
    return {
        "name": recorded.name,
        "role": recorded.role,
        "confirmed": recorded.confirmed,
        "terms": [{**row._asdict(), "shown": say_term(recorded.offer, row.field, row.value)} for row in rows],
        "history": [change.model_dump(mode="json") for change in recorded.history],
    }


def render_case(file: CaseFile, standing: Standing) -> dict[str, Any]:
    """The JSON of `parley case show`: the offers with their words, where it stands, and the turns in order."""
    return {
        "name": file.case.name,
        "title": file.case.title,
        "changed": file.changed,
        "offers": [
            {
                **render_recorded(item),
                "deadline": item.offer.deadline,
                "days_left": standing.days.get(item.name),
                "questions": list(item.questions),
                "warnings": list(item.warnings),
            }
            for item in file.case.offers
        ],
        "asks": [ask.model_dump() for ask in standing.asks],
        "said": [said.model_dump() for said in standing.said],
        "next": standing.step.says,
        "turns": [
            {
                "number": turn.number,
                "asked_at": turn.asked_at,
                "asked": turn.asked,
                "kind": turn.answer.kind if turn.answer else None,
                "answer": turn.answer.text if turn.answer else None,
            }
            for turn in file.turns
        ],
    }


def render_hits(hits: tuple[Hit, ...]) -> dict[str, Any]:
    """The JSON of `parley search`."""
    return {
        "hits": [
            {
                "source_id": hit.chunk.source_id,
                "title": hit.chunk.title,
                "section": hit.chunk.section,
                "publisher": hit.chunk.publisher,
                "text": hit.chunk.text,
                "score": round(hit.score, 6),
                "chunk_id": hit.chunk.chunk_id,
            }
            for hit in hits
        ]
    }

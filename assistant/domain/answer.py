"""Answer: what one turn gives back, in the shape of the public JSON."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.evidence import Citation
from assistant.domain.figure import Figure

Kind = Literal[
    "advice",
    "script",
    "objection",
    "calculation",
    "comparison",
    "offer",
    "draft_review",
    "clarify",
    "refusal",
    "out_of_scope",
]


class Finding(BaseModel):
    """Something a check found wrong: `check` is its name, `quote` the words it is about."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    check: str
    detail: str
    quote: str = ""


class Position(BaseModel):
    """One side of a disputed claim and the sources that hold it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str
    source_ids: tuple[str, ...]


class Disputed(BaseModel):
    """A claim on which sources disagree, with the question to the recruiter that settles it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: str
    positions: tuple[Position, ...]
    ask: str = ""


class Answer(BaseModel):
    """The checked answer of a turn.

    `text` is Markdown with [n] markers; `offers` are the case's offers as plain JSON;
    `seconds` is the wall time of the turn.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    objection: str | None = None
    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    offers: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = Field(default=(), description="what works less well right now, and why")
    model: str = "offline"
    seconds: float = 0.0

"""Evidence: what the library holds (Chunk), what a search found (Hit), what an answer cites (Citation)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Trust = Literal["high", "medium", "low", "yours"]


class Chunk(BaseModel):
    """A passage of at most 180 words, the unit of search and citation.

    `chunk_id` is stable: document id and ordinal. `section` is the heading path below the title.
    `publisher` says whose facts these are; `companies` and `topics` are lower case and may be empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    chunk_id: str
    source_id: str
    title: str
    section: str
    publisher: str
    text: str
    ordinal: int = 0
    kind: Literal["article", "objection", "own"] = "article"
    objection: str | None = None
    companies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    fact_sources: tuple[str, ...] = ()
    as_of: str | None = None
    trust: Trust = "medium"
    content_hash: str = ""


class Hit(BaseModel):
    """A chunk with the score one search gave it; higher is better, only comparable within a search."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chunk: Chunk
    score: float


class Citation(BaseModel):
    """One numbered source of an answer: `quote` stands word for word in the chunk it names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    n: int = Field(ge=1)
    chunk_id: str
    source_id: str
    title: str
    section: str
    publisher: str
    quote: str

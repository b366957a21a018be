"""Evidence: the library (Document, Chunk), what a search found (Hit), what an answer cites (Citation)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Trust = Literal["high", "medium", "low", "yours"]
DocumentKind = Literal["article", "objection", "own"]
SearchMode = Literal["hybrid", "lexical only"]


class Source(BaseModel):
    """An entry of the bibliography. Pages of one `publisher_group` count as one voice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    publisher: str
    publisher_group: str
    url: str | None
    date: str | None
    trust: Trust
    why: str


class Section(BaseModel):
    """The words under one heading. `path` holds the headings below the title, outermost first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: tuple[str, ...]
    text: str
    fact_sources: tuple[str, ...] = ()


class Document(BaseModel):
    """One file of the library. `objection` and `said` (its wordings) are set for objections only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    kind: DocumentKind = "article"
    sections: tuple[Section, ...]
    topics: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    objection: str | None = None
    said: tuple[str, ...] = ()


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
    kind: DocumentKind = "article"
    objection: str | None = None
    companies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    fact_sources: tuple[str, ...] = ()
    as_of: str | None = None
    trust: Trust = "medium"
    content_hash: str = ""


class Hit(BaseModel):
    """A chunk with the score one search gave it; higher is better.

    1.0 is the first place in every ranking that took part; a passage about the named company can pass it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    chunk: Chunk
    score: float


class SearchResult(BaseModel):
    """What one search found, best first.

    `support` (0-1) estimates the chance that the library can support an answer at all; below 0.5 a
    careful caller says that it found nothing. `mode` says whether meaning was searched or words only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    hits: tuple[Hit, ...]
    mode: SearchMode
    support: float = Field(ge=0, le=1)


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


def number_passages(results: Iterable[Mapping[str, Any]]) -> dict[int, Chunk]:
    """Number the passages of a turn's search results, 1 up, in the order they were first found.

    Args:
        results: the plain-JSON results of search_guidance, oldest first.
    """
    numbered: dict[str, Chunk] = {}
    for result in results:
        for passage in result.get("data", {}).get("passages", ()):
            chunk = Chunk.model_validate({key: value for key, value in passage.items() if key != "score"})
            numbered.setdefault(chunk.chunk_id, chunk)
    return dict(enumerate(numbered.values(), start=1))

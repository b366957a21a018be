"""Cuts documents into passages of at most 180 words, each with its title and heading path."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt

from assistant.domain.evidence import Chunk, Document, Section, Source, Trust
from assistant.retrieval.loading import Library

MAX_WORDS = 180
SMALL_WORDS = 40
SAID_SECTION = "How it is said"
MAX_JOINED_SECTIONS = 3
JOINT = " / "
OWN_PUBLISHER = "your document"
# Raise it when the same document would be cut in another way, so that stored chunks are replaced.
CHUNKER_VERSION = "1"

_TRUST_ORDER: tuple[Trust, ...] = ("low", "medium", "yours", "high")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+")
_markdown = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Piece:
    """Text on its way to becoming a chunk: the heading path it stands under and whose facts it holds."""

    path: tuple[str, ...]
    text: str
    fact_sources: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words as split on white space."""
        return count_words(self.text)


def count_words(text: str) -> int:
    """Words as split on white space."""
    return len(text.split())


def chunk_library(library: Library) -> tuple[Chunk, ...]:
    """All chunks, in the order of documents and ordinals."""
    return tuple(chunk for document in library.documents for chunk in chunk_document(document, library.sources))


def chunk_document(document: Document, sources: Mapping[str, Source]) -> tuple[Chunk, ...]:
    """The chunks of one document in reading order; every word of it is in one of them."""
    pieces = [piece for section in document.sections for piece in _cut_section(section)]
    if document.kind != "objection":  # the sections of an objection have roles: each stays on its own
        pieces = _merge_small(pieces)
    if document.said:
        pieces.extend(_said_pieces(document))
    return tuple(_build_chunk(document, sources, number, piece) for number, piece in enumerate(pieces))


def heading_line(chunk: Chunk) -> str:
    """What stands above the text when a chunk is embedded or indexed: title > section."""
    return " > ".join(part for part in (chunk.title, chunk.section) if part)


def indexed_text(chunk: Chunk) -> str:
    """The words a chunk is searched by."""
    return f"{heading_line(chunk)}\n{chunk.text}"


def _build_chunk(document: Document, sources: Mapping[str, Source], number: int, piece: Piece) -> Chunk:
    known = [sources[name] for name in piece.fact_sources if name in sources]
    is_own = document.kind == "own"
    publishers = "; ".join(dict.fromkeys(source.publisher for source in known))
    trusts: list[Trust] = [source.trust for source in known] or ["yours" if is_own else "medium"]
    chunk = Chunk(
        chunk_id=f"{document.id}#{number}",
        source_id=document.id,
        title=document.title,
        section=" > ".join(piece.path),
        publisher=OWN_PUBLISHER if is_own and not publishers else publishers,
        text=piece.text,
        ordinal=number,
        kind=document.kind,
        objection=document.objection,
        companies=document.companies,
        topics=document.topics,
        fact_sources=piece.fact_sources,
        as_of=document.as_of,
        trust=min(trusts, key=_TRUST_ORDER.index),
    )
    digest = hashlib.sha256(indexed_text(chunk).encode()).hexdigest()
    return chunk.model_copy(update={"content_hash": digest})


def _said_pieces(document: Document) -> Iterator[Piece]:
    lines = [f"- {wording}" for wording in document.said]
    for text in _pack(lines, "\n"):
        yield Piece((SAID_SECTION,), text, document.sources)


def _cut_section(section: Section) -> Iterator[Piece]:
    for text in _pack(_split_blocks(section.text), "\n\n"):
        yield Piece(section.path, text, section.fact_sources)


def _pack(parts: Iterable[str], joint: str) -> Iterator[str]:
    """Joins neighbouring parts as long as they stay within MAX_WORDS."""
    held: list[str] = []
    words = 0
    for part in parts:
        size = count_words(part)
        if held and words + size > MAX_WORDS:
            yield joint.join(held)
            held, words = [], 0
        held.append(part)
        words += size
    if held:
        yield joint.join(held)


def _split_blocks(text: str) -> Iterator[str]:
    """Paragraphs, lists, tables and quoted scripts, each whole unless it alone is too long."""
    lines = text.splitlines()
    end = 0
    for token in _markdown.parse(text):
        if token.level or token.map is None or token.map[0] < end:
            continue
        # Lines no block claims, such as link definitions, go with the block after them.
        block = "\n".join(lines[end : token.map[1]]).strip("\n")
        end = token.map[1]
        yield from _split_long(block, token.type)
    rest = "\n".join(lines[end:]).strip("\n")
    if rest.strip():
        yield from _split_long(rest, "paragraph_open")


def _split_long(block: str, kind: str) -> Iterator[str]:
    if kind == "paragraph_open":
        block = " ".join(line.strip() for line in block.splitlines())
    if count_words(block) <= MAX_WORDS:
        yield block
    elif kind == "table_open":
        yield from _split_table(block.splitlines())
    elif kind == "paragraph_open":
        yield from _pack(_within_limit(_SENTENCE_END.split(block)), " ")
    else:
        yield from _pack(_within_limit(block.splitlines()), "\n")


def _split_table(lines: list[str]) -> Iterator[str]:
    head, rows = lines[:2], lines[2:]
    head_words = count_words("\n".join(head))
    if head_words > MAX_WORDS // 2:
        yield from _pack(_within_limit(lines), "\n")
        return
    held: list[str] = []
    for row in _within_limit(rows, MAX_WORDS - head_words):
        if held and head_words + count_words("\n".join([*held, row])) > MAX_WORDS:
            yield "\n".join([*head, *held])
            held = []
        held.append(row)
    if held:
        yield "\n".join([*head, *held])


def _within_limit(parts: Iterable[str], limit: int = MAX_WORDS) -> Iterator[str]:
    for part in parts:
        words = part.split()
        if len(words) <= limit:
            yield part
        else:
            yield from (" ".join(words[start : start + limit]) for start in range(0, len(words), limit))


def _merge_small(pieces: list[Piece]) -> list[Piece]:
    """Joins pieces under SMALL_WORDS with a neighbour of the same parent section and the same sources."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and _may_merge(merged[-1], piece):
            merged[-1] = _merge(merged[-1], piece)
        else:
            merged.append(piece)
    return merged


def _may_merge(first: Piece, second: Piece) -> bool:
    if first.fact_sources != second.fact_sources or not _are_related(first.path, second.path):
        return False
    if first.path != second.path and first.path and first.path[-1].count(JOINT) >= MAX_JOINED_SECTIONS - 1:
        return False
    small = min(first.words, second.words) < SMALL_WORDS
    headings = 0 if first.path == second.path else count_words(" ".join(second.path)) + 1
    return small and first.words + second.words + headings <= MAX_WORDS


def _are_related(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Same section, siblings, or a section and its own first sub-section."""
    return first == second or first[:-1] == second[:-1] or first == second[:-1]


def _merge(first: Piece, second: Piece) -> Piece:
    if first.path == second.path:
        return replace(first, text=f"{first.text}\n\n{second.text}")
    depth = 0
    for ours, theirs in zip(first.path, second.path, strict=False):
        if ours != theirs:
            break
        depth += 1
    # The second heading is part of the source too, so it stays in the text.
    text = f"{first.text}\n\n**{second.path[-1]}**\n\n{second.text}"
    tail = JOINT.join(" > ".join(path[depth:]) for path in (first.path, second.path) if path[depth:])
    return Piece((*first.path[:depth], tail), text, first.fact_sources)

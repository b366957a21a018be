"""Numbered sources: each opens to the whole passage with the quoted words highlighted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.domain.evidence import Chunk, Citation, Source
from assistant.domain.quotes import find_quote
from assistant.errors import ParleyError
from ui.components.markup import EMPTY, Markup, escape, is_safe_link, join, tag
from ui.components.safe_markdown import to_markup
from ui.format import count_of

if TYPE_CHECKING:
    from assistant.session import CoachSession

CiteLink = Callable[[int], Markup | None]
_TRUST = {
    "high": "Trust: high",
    "medium": "Trust: medium",
    "low": "Trust: low",
    "yours": "Your own document",
}


class ShownSource(NamedTuple):
    """A citation with its passage, if the library still holds it, and the bibliography behind it."""

    n: int
    citation: Citation
    chunk: Chunk | None
    entries: tuple[Source, ...]
    anchor: str


def find_sources(session: CoachSession, citations: Sequence[Citation], place: str) -> tuple[ShownSource, ...]:
    """What the sources list of an answer shows, in the order of the numbers."""
    return tuple(_find_source(session, item, place) for item in sorted(citations, key=lambda item: item.n))


def _find_source(session: CoachSession, citation: Citation, place: str) -> ShownSource:
    try:
        chunk = session.find_passage(citation.chunk_id)
        entries = tuple(session.find_sources(chunk.fact_sources)) if chunk else ()
    except ParleyError:
        chunk, entries = None, ()
    return ShownSource(citation.n, citation, chunk, entries, _anchor(citation.n, place))


def _anchor(n: int, place: str) -> str:
    return f"source-{place}-{n}"


def marker(n: int, place: str) -> Markup:
    """The [n] in a text, leading to its source."""
    link = tag("a", str(n), href=f"#{_anchor(n, place)}", aria_label=f"Source {n}")
    return tag("sup", link, css="pl-cite")


def compose_sources(shown: Sequence[ShownSource]) -> Markup:
    """The list of sources; empty without any."""
    if not shown:
        return EMPTY
    heading = tag("div", count_of(len(shown), "source"), css="pl-eyebrow")
    return tag("div", heading, *map(_compose_source, shown), css="pl-sources", role="group", aria_label="Sources")


def _compose_source(source: ShownSource) -> Markup:
    citation = source.citation
    section = citation.section.replace(" > ", " › ")
    where = " · ".join(part for part in (citation.title if section else "", citation.publisher) if part)
    name = tag("span", tag("b", section or citation.title), " ", tag("small", where), css="pl-source-name")
    summary = tag("summary", tag("span", str(source.n), css="pl-number"), name)
    # The anchor stands inside: a browser that is sent there opens the passage by itself.
    inside = tag("div", _compose_passage(source), _compose_entries(source), css="pl-passage", id=source.anchor)
    return tag("details", summary, inside, css="pl-source")


def _compose_passage(source: ShownSource) -> Markup:
    if source.chunk is None:
        gone = tag("p", "The library no longer holds this passage; these are the words it was quoted with.")
        return join((gone, tag("blockquote", tag("mark", source.citation.quote))))
    marked = find_quote(source.chunk.text, source.citation.quote)
    return tag("div", to_markup(source.chunk.text, marked=marked), css="pl-prose")


def _compose_entries(source: ShownSource) -> Markup:
    items = [tag("li", _compose_entry(entry)) for entry in source.entries]
    trust = source.chunk.trust if source.chunk else ""
    lines = [tag("div", _TRUST[trust], css="pl-trust")] if trust in _TRUST else []
    if items:
        lines.append(tag("div", "Where these facts come from", css="pl-eyebrow"))
        lines.append(tag("ul", *items, css="pl-entries"))
    return join(lines)


def _compose_entry(entry: Source) -> Markup:
    title = str(entry.title or entry.id)
    url = str(entry.url or "")
    name = tag("a", title, href=url) if url and is_safe_link(url) else escape(title)
    rest = ", ".join(str(part) for part in (entry.publisher, entry.date) if part)
    return join((name, tag("small", f" {rest}") if rest else EMPTY))

"""Numbered sources: each opens to the whole passage with the quoted words highlighted, each passage listed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.domain.evidence import Chunk, Citation, Source
from assistant.domain.quotes import find_quote
from assistant.errors import ParleyError
from ui.components.markup import EMPTY, Markup, escape, is_safe_link, join, tag
from ui.components.safe_markdown import Highlight, to_markup
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
    """The list of sources, each passage and each document once with all its numbers; empty without any."""
    if not shown:
        return EMPTY
    passages: dict[tuple[str, str], list[ShownSource]] = {}
    for source in shown:
        passages.setdefault((source.citation.source_id, source.citation.chunk_id), []).append(source)
    documents: dict[str, list[list[ShownSource]]] = {}
    for (source_id, _), together in passages.items():
        documents.setdefault(source_id, []).append(together)
    heading = tag("div", count_of(len(passages), "source"), css="pl-eyebrow")
    entries = (_compose_document(document) for document in documents.values())
    return tag("div", heading, *entries, css="pl-sources", role="group", aria_label="Sources")


def _compose_document(passages: Sequence[Sequence[ShownSource]]) -> Markup:
    """The passages of one document; where it comes from is said with the first."""
    return join(_compose_source(together, is_first=not number) for number, together in enumerate(passages))


def _compose_source(together: Sequence[ShownSource], *, is_first: bool) -> Markup:
    citation = together[0].citation
    section = citation.section.replace(" > ", " › ")
    where = " · ".join(part for part in (citation.title if section else "", citation.publisher) if part)
    name = tag("b", section or citation.title, *(join((" ", _number(source))) for source in together[1:]))
    named = tag("span", name, " ", tag("small", where) if is_first else EMPTY, css="pl-source-name")
    summary = tag("summary", _number(together[0]), named)
    # The anchors stand inside: a browser that is sent there opens the passage by itself.
    inside = tag("div", _compose_passage(together), _compose_entries(together[0]), css="pl-passage")
    return tag("details", summary, inside, css="pl-source" if is_first else "pl-source pl-same")


def _number(source: ShownSource) -> Markup:
    return tag("span", str(source.n), css="pl-number")


def _compose_passage(together: Sequence[ShownSource]) -> Markup:
    chunk = together[0].chunk
    if chunk is None:
        gone = tag("p", "The library no longer holds this passage; these are the words it was quoted with.")
        quotes = (tag("blockquote", _sign((one,)), tag("mark", one.citation.quote)) for one in together)
        return join((gone, *quotes))
    places, lost = _find_places(chunk.text, together)
    return tag("div", _sign(lost), to_markup(chunk.text, marked=places), css="pl-prose")


def _find_places(text: str, together: Sequence[ShownSource]) -> tuple[list[Highlight], list[ShownSource]]:
    """The quoted words in a passage, those that touch as one, and the sources whose words are not found."""
    found = [(place, source) for source in together if (place := find_quote(text, source.citation.quote))]
    joined: list[tuple[int, int, list[ShownSource]]] = []
    for (start, end), source in sorted(found, key=lambda item: item[0]):
        if joined and start < joined[-1][1]:
            first, last, sources = joined[-1]
            joined[-1] = (first, max(last, end), [*sources, source])
        else:
            joined.append((start, end, [source]))
    lost = [source for source in together if all(source is not one for _, one in found)]
    several = len(together) > 1
    return [Highlight(start, end, _sign(sources, shown=several)) for start, end, sources in joined], lost


def _sign(sources: Sequence[ShownSource], *, shown: bool = False) -> Markup:
    """Where the numbers in the answer lead: the place of their words, with the numbers where there are several."""
    return join(
        tag("span", str(source.n) if shown else "", css="pl-number" if shown else "pl-place", id=source.anchor)
        for source in sources
    )


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

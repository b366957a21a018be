"""Citations: every [n] must be a passage that was found, every quote must stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.domain.answer import Finding
from assistant.domain.evidence import Chunk, Citation
from assistant.domain.quotes import contains_quote, find_quote, pick_sentence
from assistant.domain.sentences import MARKER, sentence_at

UNKNOWN = "unknown_citation"
MISQUOTED = "quote_not_in_source"


def check_citations(text: str, passages: Mapping[int, Chunk]) -> list[Finding]:
    """Findings about markers without a passage and quotes that do not stand in theirs."""
    findings = []
    for marker in MARKER.finditer(text):
        passage = passages.get(int(marker["n"]))
        sentence = sentence_at(text, marker.start())
        if passage is None:
            findings.append(Finding(check=UNKNOWN, detail=f"[{marker['n']}] is no passage", quote=sentence))
        elif marker["quote"] and not contains_quote(passage.text, marker["quote"]):
            detail = f"the words quoted at [{marker['n']}] do not stand in its passage"
            findings.append(Finding(check=MISQUOTED, detail=detail, quote=sentence))
    return findings


def resolve_citations(text: str, passages: Mapping[int, Chunk]) -> tuple[str, tuple[Citation, ...]]:
    """The text with markers [1], [2]… in order of appearance, and the citation behind each.

    The quote is the passage's own wording of the one the marker gave, else the sentence of the
    passage nearest to the claim. Markers without a passage are taken out.
    """
    citations: dict[tuple[int, str], Citation] = {}

    def renumber(marker: re.Match[str]) -> str:
        number = int(marker["n"])
        passage = passages.get(number)
        if passage is None:
            return ""
        quote = _pick_quote(text, marker, passage)
        key = (number, quote)
        if key not in citations:
            citations[key] = Citation(
                n=len(citations) + 1,
                chunk_id=passage.chunk_id,
                source_id=passage.source_id,
                title=passage.title,
                section=passage.section,
                publisher=passage.publisher,
                quote=quote,
            )
        return f"[{citations[key].n}]"

    return MARKER.sub(renumber, text), tuple(citations.values())


def _pick_quote(text: str, marker: re.Match[str], passage: Chunk) -> str:
    span = find_quote(passage.text, marker["quote"] or "")
    if span is not None:
        return passage.text[slice(*span)]
    claim = MARKER.sub("", sentence_at(text, marker.start()))
    return pick_sentence(claim, passage.text)

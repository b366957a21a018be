"""Objections: what the recruiter's line means, and what to say with the leverage there is."""

from __future__ import annotations

from assistant.domain.evidence import Chunk
from assistant.domain.quotes import split_sentences
from assistant.offline.passages import Cited, cite, open_passage, plain_sentences
from assistant.offline.understand import Reading
from assistant.offline.view import View

WITH_OFFER = "With another offer in hand"
WITH_CASE = "With market data or a strong case"
WITH_NOTHING = "With no leverage"


def compose_objection(view: View, reading: Reading) -> str:
    """Meaning, words to say, what to ask next, what to avoid; each part cited."""
    document = {
        passage.section: (number, passage)
        for number, passage in view.passages.items()
        if passage.objection == reading.objection
    }
    parts = [
        _first(document, "What it usually means", 2),
        _say(document, view),
        _listed(document, "What to ask next", "**Then ask:**", 2),
        _avoid(document),
        _stop(document),
    ]
    return "\n\n".join(part for part in parts if part)


def _find(document: dict[str, tuple[int, Chunk]], section: str) -> tuple[int, Chunk] | None:
    return next((found for name, found in document.items() if name.split(" > ")[-1] == section), None)


def _first(document: dict[str, tuple[int, Chunk]], section: str, count: int) -> str:
    found = _find(document, section)
    if found is None:
        return ""
    number, passage = found
    opening = open_passage(number, passage, count)
    return opening.marked if opening else ""


def _say(document: dict[str, tuple[int, Chunk]], view: View) -> str:
    section = WITH_OFFER if view.competing else WITH_CASE
    found = _find(document, section) or _find(document, WITH_NOTHING)
    if found is None:
        return ""
    number, passage = found
    words = " ".join(line.lstrip("> ").strip() for line in passage.text.splitlines() if line.startswith(">"))
    reason = next((s for s in plain_sentences(passage) if s not in words), "")
    opening = split_sentences(words)[0] if words else ""
    known = f"**Say** ({section[0].lower()}{section[1:]}):"
    why = Cited(number, reason).marked if reason else cite(number, opening)
    return f"{known}\n\n> {words}\n\n{why}" if words else ""


def _listed(document: dict[str, tuple[int, Chunk]], section: str, label: str, count: int) -> str:
    found = _find(document, section)
    if found is None:
        return ""
    number, passage = found
    items = [line[2:].strip() for line in passage.text.splitlines() if line.startswith("- ")][:count]
    return f"{label}\n\n" + "\n".join(f"- {item} {cite(number, item)}" for item in items) if items else ""


def _avoid(document: dict[str, tuple[int, Chunk]]) -> str:
    found = _find(document, "What not to do")
    if found is None:
        return ""
    sentences = plain_sentences(found[1])
    return f"**Avoid:** {Cited(found[0], sentences[0]).marked}" if sentences else ""


def _stop(document: dict[str, tuple[int, Chunk]]) -> str:
    text = _first(document, "When to stop", 1)
    return f"**When to stop:** {text}" if text else ""

"""Composed: an answer with its kind, and the joining of its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.answer import Kind


@dataclass(frozen=True)
class Composed:
    """An answer as Markdown with citation markers, and what kind it is."""

    text: str
    kind: Kind
    objection: str | None = None


def paragraphs(*parts: str) -> str:
    """The parts that are not empty, as paragraphs."""
    return "\n\n".join(part for part in parts if part)

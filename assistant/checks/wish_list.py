"""Wish list: everything a draft asks for, told in sentences, as a list, or as bare words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import find_lever, list_levers, sums_of
from assistant.checks.draft_lines import Part

LEAST_ITEMS = 3
MOST_WORDS = 6
"""Words of a wish that is no sentence: "Sign-on 20k"."""
_ANNOUNCES = re.compile(
    r"\b(?:points?|things?|requests?|asks?|wish(?:es)?|changes?|items?|adjustments?|topics?|following|counter|terms|needs?"
    r"|required?|punkte|wünsche|folgendes|puntos|peticiones|cambios|pontos|pedidos|ajustes|demandes|souhaits)\b",
    re.IGNORECASE,
)
_ANNOUNCES_ELSE = re.compile(
    r"\b(?:reasons?|because|bring|background|why|achiev\w+|experience|highlights|proud|results|did|delivered|offer (?:has|says|is)"
    r"|understand|as i read|recap|agreed|send me|tell me|share|clarify|questions?|know|gründe|fragen|motivos|preguntas"
    r"|perguntas|raisons)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:i|i'm|you|we|they|it|is|are|was|were|has|have|had|offered|thanks?|thank)\b", re.IGNORECASE
)
_ITEM_MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s*")


@dataclass(frozen=True)
class WishList:
    """What is asked for, by name, and where the asking begins and ends."""

    names: tuple[str, ...]
    start: int
    end: int
    parts: tuple[Part, ...] = ()


def list_wishes(parts: Sequence[Part], asks: Sequence[Part]) -> WishList:
    """The parts of an offer that a message wants changed; the items of a list count one by one.

    Args:
        parts: the sentences of the message.
        asks: those of them that ask.
    """
    items = [*_items(parts), *_fragments(parts, asks)]
    sentences = [part for part in asks if part not in items]
    names = [*list_levers([*sentences, *items]), *(["base"] if _asks_bare_sum(sentences) else [])]
    names += [_short(item) for item in items if not list_levers([item])]
    held = sorted([*sentences, *items], key=lambda part: part.start)
    if not held:
        return WishList((), 0, 0)
    return WishList(tuple(dict.fromkeys(names)), held[0].start, held[-1].end, tuple(held))


def _asks_bare_sum(asks: Sequence[Part]) -> bool:
    """Whether one of several things listed is a sum with no name, which is the pay."""
    return any(
        clause.start <= amount.start < clause.end and not any(p.search(clause.text) for p in words.LEVERS.values())
        and find_lever(part, amount) == "base"
        for part in asks
        for amount in sums_of(part)
        for clause in part.clauses
    )  # fmt: skip


def _items(parts: Sequence[Part]) -> Iterator[Part]:
    """The items of a list that the line above announces as wishes."""
    start = 0
    while start < len(parts):
        if not parts[start].is_item:
            start += 1
            continue
        end = start
        while end < len(parts) and parts[end].is_item:
            end += 1
        head = parts[start - 1] if start else None
        if end - start >= LEAST_ITEMS and head and _announces(head):
            yield from parts[start:end]
        start = end


def _announces(head: Part) -> bool:
    if _ANNOUNCES_ELSE.search(head.text) and not head.text.rstrip().endswith("?") and not head.does("ask"):
        return False
    return bool(_ANNOUNCES.search(head.text)) or head.does("ask") or head.text.rstrip().endswith("?")


def _fragments(parts: Sequence[Part], asks: Sequence[Part]) -> Iterator[Part]:
    """Bare words with a name or a sum, after an ask: "RSU 90k. Remote. 25 days PTO."."""
    if not asks:
        return
    for part in parts:
        if part.is_item or part.start < asks[0].start or len(part.text.split()) > MOST_WORDS:
            continue
        if not _SENTENCE.search(part.text) and "?" not in part.text and (list_levers([part]) or sums_of(part)):
            yield part


def _short(item: Part) -> str:
    return " ".join(_ITEM_MARK.sub("", item.text).strip(" .,;").split()[:3]).lower()

"""Moved to: an answer to what was asked for, told in one breath with the pay before it, as the pay it is now."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.letters.patterns import LABEL

_LEAST, _MOST = Decimal("0.6"), Decimal("1.5")
"""What part of a pay asked for its answer is."""
_SCALES = (1, 1000, Decimal("0.001"))


def as_move(words: str, asked: str, before: str) -> str:
    """The words with their first sum said to be the pay now, where it answers a pay asked for and another is told before.

    >>> as_move("got 158 + 10k sign on", "165", "offer 150k")
    "got, it's now 158 + 10k sign on"
    >>> as_move("got 10k sign on", "165", "offer 150k"), as_move("got 158", "165", "")
    ('got 10k sign on', 'got 158')
    """
    wished, told = _pays(asked), _pays(words)
    other_part = any(label.lastgroup != "base" for label in LABEL.finditer(asked))
    if not (wished and told and _pays(before)) or other_part:
        return words
    new = told[0]
    label = LABEL.match(words[new.end :].lstrip())
    if (label and label.lastgroup != "base") or not _is_alike(new, wished[0]):
        return words
    return f"{words[: new.start].rstrip()}, it's now {words[new.start :]}"


def _pays(words: str) -> list[WrittenAmount]:
    return [item for item in read_amounts(words) if item.kind != "percent" and not item.unit and item.value > 0]


def _is_alike(new: WrittenAmount, wished: WrittenAmount) -> bool:
    return any(_LEAST <= new.value * scale / wished.value <= _MOST for scale in _SCALES)

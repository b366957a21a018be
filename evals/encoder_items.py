"""Items: labelled texts as the encoder learns from them, in word pieces with the numbers of their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.encoder.pieces import LINE, Part, cut
from evals.encoder_data import Labelled, Span

OUTSIDE = "O"
READ_WHOLE = 2
"""Parts of a text by which it is judged as a whole."""
WORDS = ("mention", "field", "sum", "sense", "clause", "term")
TEXTS = ("kind", "offer", "support", "objection", "purpose")


@dataclass
class Item:
    """A part of a text with its labels by number: of pieces by word task, and of the whole by text task."""

    part: Part
    words: dict[str, list[tuple[int, int]]]
    texts: dict[str, list[int]]
    state: Any = None


class Labels:
    """The labels of every task by number, in the order they come, after those that are known already."""

    def __init__(self, known: Mapping[str, Sequence[str]] | None = None) -> None:
        known = known or {}
        self.words: dict[str, list[str]] = {task: list(known.get(task, [OUTSIDE])) for task in WORDS}
        self.texts: dict[str, list[str]] = {task: list(known.get(task, [])) for task in TEXTS}

    def number(self, task: str, label: str) -> int:
        """The number of a label."""
        names = self.words[task] if task in self.words else self.texts[task]
        if label not in names:
            names.append(label)
        return names.index(label)


def to_items(labelled: Labelled, tokenizer: Any, labels: Labels) -> list[Item]:
    """The parts of a text with their labels."""
    items = []
    for place, part in enumerate(cut(tokenizer, labelled.text, labelled.newest)):
        words = {task: _mark(part, spans, task, labels) for task, spans in labelled.marked.items()}
        words |= {task: _number(part, spans, task, labels) for task, spans in labelled.numbers.items()}
        texts = {
            task: [labels.number(task, kind) for kind in kinds]
            for task, kinds in labelled.kinds.items()
            if place < READ_WHOLE
        }
        items.append(Item(part, words, texts))
    return items


def _mark(part: Part, spans: Sequence[Span], task: str, labels: Labels) -> list[tuple[int, int]]:
    told = []
    for place, (start, end) in enumerate(part.places):
        if start < 0 or part.ids[place] == LINE:
            continue
        span = next((each for each in spans if start < each[1] and each[0] < end), None)
        tag = OUTSIDE if span is None else f"{'B' if start <= span[0] else 'I'}-{span[2]}"
        told.append((place, labels.number(task, tag)))
    return told


def _number(part: Part, spans: Sequence[Span], task: str, labels: Labels) -> list[tuple[int, int]]:
    found = (
        (next((place for place, (low, high) in enumerate(part.places) if low <= start < high), None), label)
        for start, _, label in spans
    )
    return [(place, labels.number(task, label)) for place, label in found if place is not None]

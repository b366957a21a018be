"""Learnt: employer, post, grade, place and dates of a message as a model reads them, with how sure it is.

The model is a conditional random field over words, fitted by `python -m evals.fit_letters`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.encoder import reading
from assistant.letters.clues import describe
from assistant.letters.company import list_candidates
from assistant.letters.mentions import Page
from assistant.letters.models import judge
from assistant.letters.terms import Span, Terms
from assistant.letters.tokens import Token, tokenize

FIELDS = ("company", "title", "level", "location", "deadline", "start_date")
OUTSIDE = "O"


class Marked(NamedTuple):
    """A message with its tokens and their clues, and the places where the patterns read a field."""

    text: str
    tokens: list[Token]
    clues: list[list[str]]
    readings: Mapping[str, Span]


class Found(NamedTuple):
    """A place that the model takes for a field, and its probability."""

    field: str
    start: int
    end: int
    sure: float


def mark(page: Page, terms: Terms) -> Marked:
    """The tokens of a message and their clues, of which what the patterns read is a part."""
    text = page.read_as
    tokens = tokenize(text)
    readings = {field: terms.spans[field] for field in FIELDS if field in terms.spans}
    named = [(f"may-{round(2 * rank)}", span) for rank, _, span in list_candidates(page)]
    paid = [(f"paid-{m.kind}", (m.amount.start, m.amount.end)) for m in page.mentions]
    return Marked(text, tokens, describe(page, text, tokens, readings, [*named, *paid]), readings)


def read_learnt(marked: Marked) -> tuple[list[Found], dict[str, float]]:
    """The places the model reads, in order, and how probable it holds each reading of the patterns."""
    inside = {
        field: [at for at, token in enumerate(marked.tokens) if start <= token.start < end]
        for field, (start, end) in marked.readings.items()
    }
    ask = [(f"{mark}-{field}", at) for field, places in inside.items() for at in places for mark in "BI"]
    read = reading.read(marked.text)
    beside = read.at_each("field", (token.start for token in marked.tokens)) if read else ()
    judged = judge("fields", marked.clues, ask, beside)
    found = [
        Found(field, marked.tokens[first].start, marked.tokens[last].end, _mean(judged.chances[first : last + 1]))
        for field, first, last in runs(judged.tags)
    ]
    backed = {
        field: max((judged.asked.get((f"{mark}-{field}", at), 0.0) for at in places for mark in "BI"), default=0.0)
        for field, places in inside.items()
    }
    return found, backed


def runs(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Field, first and last token of every run of tags "B-field", "I-field".

    >>> list(runs(["O", "B-company", "I-company", "O", "B-level"]))
    [('company', 1, 2), ('level', 4, 4)]
    """
    first = 0
    for at, tag in enumerate(tags):
        field = tag[2:]
        if tag.startswith("B-"):
            first = at
        if tag != OUTSIDE and (at + 1 == len(tags) or tags[at + 1] != f"I-{field}"):
            yield field, first, at


def _mean(chances: Sequence[float]) -> float:
    return math.exp(sum(math.log(max(1e-9, chance)) for chance in chances) / len(chances))

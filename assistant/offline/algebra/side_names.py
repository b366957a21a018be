"""Side names: the jobs of a sum by the names they were told under, in the place of A, B and C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from assistant.offline.algebra.terms import Term

ANCHORS = frozenset({"pay", "now", "tc"})
"""Parts of a number that opens a job."""
LETTERS = "ABC"
LONGEST = 24
"""Characters of a name."""
_LETTER = re.compile(r"\b[A-C]\b")
_WORD = r"[^\W\d_][\w&'’.-]*"
_VERB = r"(?:is|are|was|pays?|paying|gives?|giving|offers?|offered|offering|has|have|says?|said|at|wants?|would pay)"
_TERM = r"(?:an? |the |me |a base of |base |salary |fixed |of |about |around |roughly |just |for )*[$€£₹]?"
_CALLED = re.compile(
    rf"(?P<capital>(?<![\w'])[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+)?)(?:(?: ?[:=(–-]+ ?| {_VERB} | )){_TERM}$"
    rf"|(?:^|[,;.:?!\n] ?)(?:and |or |but |vs\.? |versus |then )?(?P<plain>(?:(?:job|offer|clinic|shop|school|firm|place|company|hospital|agency) )?{_WORD})"
    rf"(?: ?[:=] ?| {_VERB} | ){_TERM}$",
)
_NO_NAME = frozenset(
    [
        "base",
        "salary",
        "pay",
        "fixed",
        "bonus",
        "total",
        "now",
        "currently",
        "current",
        "i",
        "i'm",
        "im",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "my",
        "the",
        "this",
        "that",
        "there",
        "here",
        "offer",
        "offers",
        "job",
        "what",
        "which",
        "who",
        "how",
        "if",
        "at",
        "on",
        "in",
        "from",
        "for",
        "with",
        "and",
        "or",
        "but",
        "so",
        "then",
        "new",
        "old",
        "hi",
        "hello",
        "ok",
        "so",
        "hey",
        "please",
        "first",
        "second",
        "one",
        "other",
        "another",
        "both",
        "each",
        "yes",
        "no",
        "not",
        "usd",
        "eur",
        "gbp",
        "inr",
        "cad",
        "chf",
        "sgd",
        "aud",
        "mxn",
        "rate",
        "hourly",
        "say",
        "says",
        "gets",
        "get",
        "make",
        "makes",
        "earn",
        "earning",
        "making",
        "contract",
        "is",
        "was",
        "are",
        "plus",
        "ctc",
        "gross",
        "net",
        "brutto",
        "lordo",
    ]
)


def call_by_name(steps: Sequence[dict[str, Any]], text: str, anchors: Sequence[Term]) -> list[dict[str, Any]]:
    """The steps with the names of the jobs in their labels, where each is told under one of its own.

    Args:
        steps: of the sum, whose jobs are called by letters.
        text: the conversation.
        anchors: the number that opens each job, in the order of the letters.
    """
    count = len({letter for step in steps for letter in _LETTER.findall(step["label"])})
    names = _names(text, anchors) if count > 1 and count == len(anchors) else None
    if names is None:
        return list(steps)
    labels = [_LETTER.sub(lambda found: names[LETTERS.index(found[0])], step["label"]) for step in steps]
    return [{**step, "label": label} for step, label in zip(steps, labels, strict=True)]


def _names(text: str, anchors: Sequence[Term]) -> list[str] | None:
    """A name for each job, all told in the words right before its number, no two of them the same."""
    ends = [0, *(term.end for term in anchors)]
    names = [_name(text[end : term.start]) for end, term in zip(ends, anchors, strict=False)]
    found = [name for name in names if name]
    return found if len({name.lower() for name in found}) == len(anchors) else None


def _name(words: str) -> str:
    """The name at the end of the words before a number; empty where there is none."""
    match = _CALLED.search(words)
    if match is None:
        return ""
    name = match["capital"] or match["plain"]
    return "" if name.lower() in _NO_NAME or len(name) > LONGEST else name

"""Fits the model that tells who, how much, what and when in a message: `python -m evals.fit_mentions`.

A conditional random field on the messages of knowledge/mentions.txt; a fifth of them is held out for the scores that
are printed, then all are used. The result is assistant/offline/briefs/mentions.crf.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.offline.briefs import mentions
from assistant.offline.briefs.mentions import MENTION_ROLES, describe, tokenize
from evals.fit_roles import TAGGED, join_words, read_rows
from evals.fitting import open_tagger, train

DATA = Path(__file__).resolve().parent.parent / "knowledge" / "mentions.txt"
OUT = Path(mentions.__file__).with_name("mentions.crf")
FOLDS = 5
SETTINGS = {"c1": 0.2, "c2": 0.1, "max_iterations": 70, "feature.possible_transitions": True}
Example = tuple[list[list[str]], list[str]]
Span = tuple[int, int, str]
_TAG = re.compile(rf"<(?P<close>/?)(?P<role>{'|'.join(MENTION_ROLES)})(?::(?P<term>\w+))?>")
BASE = "base"
"""The term of a wanted sum whose tag names none."""


def load(path: Path = DATA) -> list[Example]:
    """The features and the tags of the words of every message."""
    return [to_example(message) for _, message in read_messages(path.read_text(encoding="utf-8"))]


def load_cut() -> list[Example]:
    """The same of the messages that are cut into clauses besides."""
    return [to_example(join_words(row["parts"])) for row in read_rows(TAGGED)]


def read_messages(text: str) -> Iterator[tuple[str, str]]:
    """The tagged messages of the file, each with what it is for: it begins behind a line "@@" that tells the purpose.

    >>> list(read_messages("@@ time\\nask <to>Tom</to>\\n@@\\nhello"))
    [('time', 'ask <to>Tom</to>'), ('', 'hello')]
    """
    parts = re.split(r"^@@(.*)\n", text, flags=re.MULTILINE)[1:]
    return ((purpose.strip(), message.strip("\n")) for purpose, message in zip(parts[::2], parts[1::2], strict=True))


def take_tags(message: str) -> tuple[str, list[Span]]:
    """The message without tags, and the places of what they mark.

    >>> take_tags("to <to>Tom</to> now")
    ('to Tom now', [(3, 6, 'to')])
    """
    plain, marked = _read_tags(message)
    return plain, [(start, end, role) for start, end, role, _ in marked]


def take_terms(message: str) -> list[Span]:
    """Where the sums stand that a tagged message asks for, and the term of the offer each is for.

    >>> take_terms("i want <want>195</want> and <want:sign_on>20k</want>")
    [(7, 10, 'base'), (15, 18, 'sign_on')]
    """
    _, marked = _read_tags(message)
    return [(start, end, term) for start, end, role, term in marked if role == "want"]


def _read_tags(message: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    plain, marked, last = "", [], 0
    opened, term = 0, BASE
    for match in _TAG.finditer(message):
        plain += message[last : match.start()]
        if match["close"]:
            marked.append((opened, len(plain), match["role"], term))
        opened, term, last = len(plain), match["term"] or BASE, match.end()
    return plain + message[last:], marked


def to_example(message: str) -> Example:
    """The features and tags of the words of a tagged message."""
    text, spans = take_tags(message)
    tokens = tokenize(text)
    tags = []
    for _, start, end in tokens:
        span = next((item for item in spans if start < item[1] and end > item[0]), None)
        first = span is not None and not any(item[1] >= span[0] and item[2] <= start for item in tokens)
        tags.append("O" if span is None else f"{'B' if first else 'I'}-{span[2]}")
    return describe(text, tokens), tags


def fit(examples: Iterable[Example], out: Path) -> None:
    """Write the model of these examples."""
    train(examples, SETTINGS, out)


def score(model: Path, examples: Iterable[Example]) -> dict[str, tuple[int, int, int]]:
    """(right, told, there are) mentions by role; right is one of the role that touches the right words."""
    tagger = open_tagger(model)
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for features, tags in examples:
        wanted, found = set(_spans(tags)), set(_spans(tagger.tag(features)))
        right.update(role for start, end, role in wanted if any(_touches((start, end, role), item) for item in found))
        told.update(role for _, _, role in found)
        there.update(role for _, _, role in wanted)
    return {role: (right[role], told[role], there[role]) for role in MENTION_ROLES}


def _spans(tags: list[str]) -> Iterator[Span]:
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != tags[start][2:]):
            yield start, at, tags[start][2:]
            start = None
        if tag != "O" and start is None:
            start = at


def _touches(one: Span, other: Span) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def main(write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, tell the held-out scores, and write the model."""
    examples = [*load(), *load_cut()]
    fit((item for number, item in enumerate(examples) if number % FOLDS), OUT)
    for role, (right, told, there) in score(OUT, examples[::FOLDS]).items():
        write(f"{role}: {right} right of {told} told, {there} there are\n")
    fit(examples, OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Fits the model that cuts a message into clauses and tells what each is for: `python -m evals.fit_roles`.

A conditional random field on the messages of knowledge/clauses.yaml; a fifth of them is held out for the score that is
printed, then all are used. The result is assistant/offline/briefs/roles.crf.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.offline.briefs import roles
from assistant.offline.briefs.roles import describe, tokenize
from evals.fitting import count_tags, train

DATA = Path(__file__).resolve().parent.parent / "knowledge" / "clauses.yaml"
TAGGED = DATA.with_name("tagged_clauses.yaml")
"""More of them, in whose words the mentions are tagged too (see fit_mentions)."""
OUT = Path(roles.__file__).with_name("roles.crf")
FOLDS = 5
SETTINGS = {"c1": 0.5, "c2": 0.05, "max_iterations": 80, "feature.possible_transitions": True}
Example = tuple[list[list[str]], list[str]]
Span = tuple[int, int, str]
_TAG = re.compile(r"</?[a-z]+>")


def load(path: Path = DATA) -> list[Example]:
    """The features and the functions of the words of every message."""
    return [_example(row["parts"]) for row in read_rows(path)]


def load_all() -> list[Example]:
    """The features and the functions of all messages, whether their mentions are tagged or not."""
    return [*load(), *load(TAGGED)]


def read_rows(path: Path = DATA) -> list[dict[str, Any]]:
    """The messages as they are written down: `purpose`, and `parts` of (function, words)."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return rows


def join_parts(parts: Iterable[Sequence[str]]) -> tuple[str, list[Span]]:
    """A message as one text, and where each of its parts stands.

    >>> join_parts([["ask", "i want 195"], ["order", "write it"]])
    ('i want 195 write it', [(0, 10, 'ask'), (11, 19, 'order')])
    """
    text, spans = "", []
    for function, tagged in parts:
        words = _TAG.sub("", tagged.strip(" "))
        text += "" if not text or text.endswith("\n") else " "
        spans.append((len(text), len(text) + len(words), function))
        text += words
    return text, spans


def join_words(parts: Iterable[Sequence[str]]) -> str:
    """A message as one text, its tags kept."""
    text = ""
    for _, words in parts:
        text += f"{'' if not text or text.endswith(chr(10)) else ' '}{words.strip(' ')}"
    return text


def _example(parts: Iterable[Sequence[str]]) -> Example:
    text, spans = join_parts(parts)
    tokens = tokenize(text)
    functions = [next(function for _, end, function in spans if token.start < end) for token in tokens]
    return describe(text, tokens), functions


def fit(examples: Iterable[Example], out: Path) -> None:
    """Write the model of these examples."""
    train(examples, SETTINGS, out)


def score(model: Path, examples: Iterable[Example]) -> tuple[float, Counter[tuple[str, str]]]:
    """The share of words that get the right function, and the confusions (right, told)."""
    total, right, wrong = count_tags(model, examples)
    return right / max(1, total), wrong


def main(write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, tell the held-out score, and write the model."""
    examples = load_all()
    fit((item for number, item in enumerate(examples) if number % FOLDS), OUT)
    share, wrong = score(OUT, examples[::FOLDS])
    write(f"{len(examples)} messages; words with the right function: {share:.3f}\n")
    for (wanted, told), number in wrong.most_common(8):
        write(f"  {wanted} taken for {told}: {number}\n")
    fit(examples, OUT)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

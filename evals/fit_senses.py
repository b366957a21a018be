"""Fits the model that tells the part each number of a calculation plays: `python -m evals.fit_senses`.

A conditional random field on the messages of knowledge/sum_numbers.yaml, where `{185|pay}` labels a number. Each hand
(the letters before the first dash of an id) is held out once for the score that is printed, then all are used. The
result is assistant/offline/algebra/senses.crf.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from assistant.offline import lexicon
from assistant.offline.algebra import senses
from assistant.offline.algebra.bonds import in_like_units
from assistant.offline.algebra.senses import describe
from assistant.offline.algebra.terms import Term, read_terms
from evals.fitting import count_tags, train

DATA = Path(__file__).resolve().parent.parent / "knowledge" / "sum_numbers.yaml"
OUT = Path(senses.__file__).with_name("senses.crf")
SETTINGS = {"c1": 0.1, "c2": 0.05, "feature.possible_transitions": True}
MARKS = len("{|}")
_LABELLED = re.compile(r"\{([^{}|]+)\|(\w+)\}")
Example = tuple[str, list[list[str]], list[str]]


def load(path: Path = DATA) -> list[Example]:
    """The hand, and the features and senses of the numbers of every message."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_example(row) for row in rows]


def take_labels(labelled: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The message without labels, and the places and senses of the labelled numbers.

    >>> take_labels("a {30k|sign} sign-on, {12|term} months")
    ('a 30k sign-on, 12 months', [(2, 5, 'sign'), (15, 17, 'term')])
    """
    spans: list[tuple[int, int, str]] = []
    for piece in _LABELLED.finditer(labelled):
        start = piece.start() - sum(MARKS + len(name) for _, _, name in spans)
        spans.append((start, start + len(piece[1]), piece[2]))
    return _LABELLED.sub(r"\1", labelled), spans


def label_of(term: Term, spans: Iterable[tuple[int, int, str]]) -> str:
    """The sense of a number: of the label it begins in, else of one inside it, as in "US${71,500|pay}".

    A number without a label is said in passing.
    """
    spans = list(spans)
    own = [name for low, high, name in spans if low <= term.start < high]
    inside = [name for low, _, name in spans if term.start < low < term.end]
    return next((name for name in [*own, *inside] if name != "o"), "o")


def _example(row: dict[str, Any]) -> Example:
    plain, spans = take_labels(row["text"])
    text = lexicon.fold(plain)
    terms = in_like_units(text, read_terms(text, thousands=False))
    return row["id"].split("-")[0], describe(text, terms), [label_of(term, spans) for term in terms]


def fit(examples: Iterable[Example], out: Path, iterations: int = 120) -> None:
    """Write the model of these examples."""
    settings = {**SETTINGS, "max_iterations": iterations}
    train(((features, labels) for _, features, labels in examples), settings, out)


def score(model: Path, examples: Iterable[Example]) -> tuple[int, int, Counter[tuple[str, str]]]:
    """The numbers, those that get the right sense, and the confusions (right, told)."""
    return count_tags(model, ((features, labels) for _, features, labels in examples))


def main(write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, tell the score of each hand from the others, and write the model."""
    examples = load()
    write(f"{len(examples)} messages\n")
    with tempfile.TemporaryDirectory() as folder:
        for hand in sorted({hand for hand, _, _ in examples}):
            model = Path(folder) / f"{hand}.crf"
            fit((example for example in examples if example[0] != hand), model)
            total, right, wrong = score(model, (example for example in examples if example[0] == hand))
            common = ", ".join(f"{a} for {b} {count}" for (a, b), count in wrong.most_common(6))
            write(f"{hand}: {right} of {total} numbers; wrong: {common}\n")
    fit(examples, OUT)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

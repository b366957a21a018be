"""Fits the links: `uv run --group fitting python -m evals.fit_links [HAND ...]`.

Learnt from the conversations of knowledge/changed_numbers.yaml, where `{a:180k}` marks a number that a later one
replaces, `{>a:190}` one that does, `{?a:195}` one that is only supposed in its place, and `{=a:180}` the old one named
again. The hands named are left out and scored. The result is assistant/offline/algebra/links.json.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.offline import lexicon
from assistant.offline.algebra import links
from assistant.offline.algebra.links import Told, candidates, describe
from assistant.offline.algebra.logit import load_weights
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.senses import read_senses
from evals.fit_sums import Choice, fit

DATA = Path(__file__).resolve().parent.parent / "knowledge" / "changed_numbers.yaml"
OUT = Path(links.__file__).with_name("links.json")
_MARK = re.compile(r"\{(?P<named>[a-z])?(?P<how>[>?=][a-z])?:(?P<quote>[^{}]*)\}")


@dataclass(frozen=True)
class Mark:
    """A marked number: where it stands, its letter, and the letter of the one it replaces (`=`: names again)."""

    start: int
    end: int
    named: str | None
    how: str
    old: str | None


@dataclass(frozen=True)
class Changed:
    """A conversation with its marks, the words as they are read."""

    id: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def hand(self) -> str:
        """Who wrote it."""
        return self.id.split("-")[0]


def load() -> Iterator[Changed]:
    """All conversations."""
    for row in yaml.safe_load(DATA.read_text(encoding="utf-8")):
        yield take_marks(row["id"], lexicon.fold(row["text"]))


def take_marks(name: str, text: str) -> Changed:
    """A conversation without its marks, and where they stood.

    >>> take_marks("x-1", "base {a:180k}\\nnow {>a:190}").text
    'base 180k\\nnow 190'
    """
    plain, marks, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        how = mark["how"] or ""
        marks.append(Mark(len(plain), len(plain) + len(mark["quote"]), mark["named"], how[:1], how[1:] or None))
        plain += mark["quote"]
        at = mark.end()
    return Changed(name, plain + text[at:], tuple(marks))


def collect(sample: Changed) -> Iterator[Choice]:
    """What each number after the first message may stand for."""
    senses = read_senses(tuple(sample.text.split("\n")))
    told = Told(sample.text, senses)
    for at, term in enumerate(senses.terms):
        earlier = candidates(told, at)
        if not earlier or not senses.turn(term):
            continue
        right = [old in _replaced(sample, senses, at) for old in earlier]
        yield Choice(tuple(describe(told, at)), (*right, not any(right)))


def _replaced(sample: Changed, senses: Senses, at: int) -> set[int]:
    """The places of the numbers that one takes the place of: the one marked, and those it had replaced."""
    mark = _mark_at(sample, senses, at)
    if mark is None or mark.how not in (">", "?"):
        return set()
    letters, found = {mark.old}, set[int]()
    for place in range(at - 1, -1, -1):
        earlier = _mark_at(sample, senses, place)
        if earlier is not None and earlier.named in letters:
            found.add(place)
            letters.add(earlier.old if earlier.how == ">" else None)
    return found


def _mark_at(sample: Changed, senses: Senses, at: int) -> Mark | None:
    term = senses.terms[at]
    return next((mark for mark in sample.marks if mark.start < term.end and term.start < mark.end), None)


def score(choices: Iterable[Choice]) -> Counter[str]:
    """How many numbers replace another, how many are told to, and how many of these rightly."""
    counts: Counter[str] = Counter()
    for choice in choices:
        scores = links.score(choice.rows)
        best = max(range(len(scores)), key=lambda place: scores[place])
        told = best < len(scores) - 1
        counts["numbers"] += 1
        counts["replace"] += not choice.right[-1]
        counts["told"] += told
        counts["rightly"] += told and choice.right[best]
    return counts


def main(arguments: Sequence[str] = sys.argv[1:], write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, write the weights, and tell the score of the hands named."""
    samples = list(load())
    weights = fit([choice for each in samples if each.hand not in arguments for choice in collect(each)])
    OUT.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    write(f"{len(weights)} weights\n")
    held = [choice for each in samples if each.hand in arguments for choice in collect(each)]
    if held:
        write(f"{dict(score(held))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Scores the sums worked out from the parts of numbers: `python -m evals.worked_sums [--read] [--show N] [HAND ...]`.

Each message of knowledge/sum_numbers.yaml with a formula is worked out by the frames, from the parts its numbers are
labelled with, or with `--read` from those the coach reads. Told are how many first results are right, how many
messages no frame serves, and how many get something else.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from assistant.offline import lexicon
from assistant.offline.algebra.bonds import in_like_units
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.framed import FRAMES, asking_words, read_framed
from assistant.offline.algebra.frames import Framed, choose_frame
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import read_terms
from evals.fit_senses import DATA, label_of, take_labels
from evals.formulas import values_of_parts, work_out

NEAR, CENTS = 6e-4, 0.02
"""How far a result may be off, as a part and in money, to count as right."""


@dataclass(frozen=True)
class WorkedSum:
    """A labelled message: its turns, its numbers with their parts, its formula and what that gives."""

    id: str
    turns: tuple[str, ...]
    text: str
    senses: Senses
    formula: str
    results: tuple[tuple[str, float], ...]

    @property
    def hand(self) -> str:
        """Who wrote it."""
        return self.id.split("-")[0]


def load(hands: Sequence[str] = ()) -> Iterator[WorkedSum]:
    """The messages whose formula can be worked out from the numbers that are read."""
    for row in yaml.safe_load(DATA.read_text(encoding="utf-8")):
        if "sum" in row and (not hands or row["id"].split("-")[0] in hands):
            made = _load(row)
            if made is not None:
                yield made


def _load(row: dict[str, Any]) -> WorkedSum | None:
    plain, spans = take_labels(row["text"])
    text = lexicon.fold(plain)
    terms = in_like_units(text, read_terms(text, thousands=False))
    labels = [label_of(term, spans) for term in terms]
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    try:
        results = work_out(row["sum"], values_of_parts(text, terms, labels))
    except (ValueError, KeyError, ZeroDivisionError):
        return None
    senses = Senses(tuple(terms), tuple({label: 0.0} for label in labels), tuple(starts))
    return WorkedSum(row["id"], tuple(plain.split("\n")), text, senses, row["sum"], tuple(results))


def work(sample: WorkedSum, *, read: bool) -> dict[str, float]:
    """What the frames make of it, by the names of the steps; empty where none serves."""
    if read:
        made = read_framed([lexicon.fold(turn) for turn in sample.turns])
        return {} if made is None else results_of(made.read.arguments)
    asked = asking_words(tuple(sample.text.split("\n")))
    framed: Framed | None = choose_frame(Message(sample.text, asked), sample.senses, FRAMES)
    return {} if framed is None else results_of(framed.work.arguments)


def results_of(arguments: dict[str, Any]) -> dict[str, float]:
    """What each step of a worked sum gives, by its name."""
    values = values_of(Work(numbers=arguments["numbers"], steps=arguments["steps"]))
    return {step["name"]: float(values[step["name"]]) for step in arguments["steps"] if step["name"] in values}


def is_right(sample: WorkedSum, made: dict[str, float]) -> bool:
    """Whether the first result that is asked for is among those made."""
    return any(is_near(value, abs(sample.results[0][1])) for value in made.values())


def is_near(value: float, wanted: float) -> bool:
    """Whether a result is the wanted one, but for rounding."""
    return abs(value - wanted) <= max(CENTS, NEAR * abs(wanted))


def main(arguments: Sequence[str] | None = None, write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Tell the counts of every hand, and the first failures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hands", nargs="*")
    parser.add_argument("--read", action="store_true", help="from the parts that are read, not those labelled")
    parser.add_argument("--show", type=int, default=0, help="so many failures")
    options = parser.parse_args(arguments)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sample in load(options.hands):
        made = work(sample, read=options.read)
        outcome = "right" if is_right(sample, made) else "other" if made else "none"
        counts[sample.hand][outcome] += 1
        if outcome != "right" and options.show > 0:
            options.show -= 1
            write(f"{outcome} {sample.id}\n  {sample.text!r}\n  {sample.formula}\n  {sample.results}\n  {made}\n")
    for hand, own in counts.items():
        write(f"{hand}: {own['right']} right, {own['other']} other, {own['none']} none of {own.total()}\n")
    total = sum(counts.values(), Counter[str]())
    write(f"all: {total['right']} right, {total['other']} other, {total['none']} none of {total.total()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

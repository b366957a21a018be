"""Fits the ranking of sums: `uv run --group fitting python -m evals.fit_sums`.

Each message of knowledge/sum_numbers.yaml with a formula is read by a model of its numbers that has not seen its hand,
and without the encoder, which has; the sums that can be made of it as told are right where one of their results is the
one asked for. A conditional logit learns to choose among them. Each third of the hands is held out once for the score
that is printed, then all are used. The result is assistant/offline/algebra/ranking.json.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.encoder import reading
from assistant.errors import InputError
from assistant.offline.algebra import ranking, recipes, senses
from assistant.offline.algebra.framed import read_accounts
from assistant.offline.algebra.frames import Framed
from assistant.offline.algebra.logit import Features
from assistant.offline.algebra.ranking import describe, describe_none, describe_steps
from assistant.offline.algebra.recipes import to_recipes
from assistant.offline.sums.catalogue import find_calculation
from assistant.offline.sums.sum import ReadSum
from evals import fit_senses
from evals.fit_recipes import build
from evals.worked_sums import WorkedSum, is_near, is_right, load, results_of

OUT = Path(ranking.__file__).with_name("ranking.json")
FOLDS = 3
ITERATIONS = 50
"""Of the models of numbers that have not seen a hand."""
RARE = 3
"""Sums a feature must be seen in."""
SMOOTHING = 4.0
SMALL = 0.01
"""Weights below it are left out."""
ANSWERED = 0.22
TODAY = date(2026, 11, 26)


@dataclass(frozen=True)
class Choice:
    """What may be chosen, by its features, and which of it is right.

    `sums`: those of a message, the last of which is none of them; else the steps of a right one.
    """

    rows: tuple[Features, ...]
    right: tuple[bool, ...]
    sums: bool = True


def collect(hands: Sequence[str], reference: Any) -> Iterator[Choice]:
    """The choices the messages of these hands give, read with the model of numbers in use."""
    for sample in load(hands):
        accounts = read_accounts(tuple(sample.text.split("\n")))[:1]
        if not accounts:
            continue
        made = [each for account in accounts for each in account.sums]
        found = find_calculation(sample.text.split("\n"), TODAY)
        right = [is_right(sample, results_of(each.work.arguments)) for each in made]
        if found is not None:
            right.append(_is_found_right(sample, found, reference))
        rows = (*describe(accounts, found), describe_none(accounts))
        yield Choice(rows, (*right, not any(right)))
        yield from _steps(sample, [each for each, good in zip(made, right, strict=False) if good])


def _steps(sample: WorkedSum, right: Sequence[Framed]) -> Iterator[Choice]:
    """The steps of the least doubted sum that is right."""
    for made in right[:1]:
        results = results_of(made.work.arguments)
        rows = tuple(describe_steps(sample.text, made.work.steps))
        yield Choice(
            rows, tuple(is_near(results[step["name"]], abs(sample.results[0][1])) for step in made.work.steps), False
        )


def _is_found_right(sample: WorkedSum, found: ReadSum, reference: Any) -> bool:
    try:
        results = [
            run_calculator(found.sum.tool, dict(each), TODAY, reference) for each in (found.arguments, *found.more)
        ]
    except InputError:
        return False
    return any(is_near(float(figure.value), sample.results[0][1]) for each in results for figure in each.figures)


@contextmanager
def _unseen(folder: Path, hands: Sequence[str]) -> Iterator[None]:
    """The numbers are read without the encoder, by a model that knows none of these hands; recipes are of others."""
    model = folder / "senses.crf"
    fit_senses.fit((each for each in fit_senses.load() if each[0] not in hands), model, ITERATIONS)
    senses.MODEL.use(model.read_bytes())
    _forget()
    others = to_recipes(build(sample for sample in load() if sample.hand not in hands))
    with patch.object(reading, "read", lambda *_: None), patch.object(recipes, "recipes", lambda: others):
        yield
    _forget()


def _forget() -> None:
    senses.read_senses.cache_clear()
    read_accounts.cache_clear()


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights of the features."""
    seen = Counter(name for choice in choices for row in choice.rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    place = {name: at for at, name in enumerate(names)}
    rows = [row for choice in choices for row in choice.rows]
    cells = [(at, place[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in place]
    at, column, value = zip(*cells, strict=True)
    table = csr_matrix((value, (at, column)), shape=(len(rows), len(names)))
    right = np.array([each for choice in choices for each in choice.right], float)
    sizes = [len(choice.rows) for choice in choices]
    starts, owner = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        every, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = table.T @ (odds / every[owner] - odds * right / good[owner])
        return float(np.log(every / good).sum() + SMOOTHING / 2 * weights @ weights), slope + SMOOTHING * weights

    made = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return {name: round(float(weight), 3) for name, weight in zip(names, made, strict=True) if abs(weight) >= SMALL}


def score(weights: dict[str, float], choices: Sequence[Choice]) -> Counter[str]:
    """How many messages get a sum that is sure enough, and for how many it is right."""
    counts: Counter[str] = Counter()
    with patch.object(ranking, "weights", lambda: weights):
        for choice in choices:
            shares = ranking.share(choice.rows)
            if not choice.sums:
                counts["steps"] += 1
                counts["right step"] += choice.right[int(np.argmax(shares))]
                continue
            best = int(np.argmax(shares[:-1])) if len(shares) > 1 else -1
            counts["sums"] += 1
            counts["could be right"] += any(choice.right[:-1])
            if best >= 0 and shares[best] >= ANSWERED:
                counts["answered"] += 1
                counts["right"] += choice.right[best]
    return counts


def main(write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, tell the score of each third of the hands from the others, and write the weights."""
    reference = build_reference()
    hands = sorted({hand for hand, _, _ in fit_senses.load()})
    parts: list[list[Choice]] = []
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder, _unseen(Path(folder), hands[fold::FOLDS]):
            parts.append(list(collect(hands[fold::FOLDS], reference)))
    for fold, held in enumerate(parts):
        others = [choice for number, part in enumerate(parts) if number != fold for choice in part]
        write(f"{' '.join(hands[fold::FOLDS])}: {dict(score(fit(others), held))}\n")
    weights = fit([choice for part in parts for choice in part])
    OUT.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    write(f"{len(weights)} weights\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

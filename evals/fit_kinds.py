"""Fits the weights in assistant/offline/kinds.py on the library's utterances.

Each utterance is scored by a matcher that never saw it (cross-validation), its features are read, and a softmax
regression with a penalty finds what each feature adds to each kind. Run after a change of utterances or features:
`python -m evals.fit_kinds` prints FITTED to paste. The turns of `evals/datasets` are not used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.domain.answer import Kind
from assistant.offline import kinds, lexicon
from assistant.offline.statements import split_message
from assistant.offline.understand import Signals, own_words, read_features
from assistant.paths import bundle_root
from assistant.retrieval.embedding import load_embedder
from assistant.retrieval.exemplars import ObjectionMatcher
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.retrieval.intents import IntentMatcher
from assistant.retrieval.shipped_vectors import load_shipped_vectors

FOLDS = 8
PENALTY = 0.002
STEPS = 3000
RATE = 0.5
OFFER = "Base 150k, 10% bonus, 100k RSU over 4 years"
NEEDS_OFFER = ("correction", "calculation", "script_counter", "push", "refused", "rewrite")
Row = tuple[Kind, list[tuple[str, float]], list[str]]


def collect_rows(knowledge: Path) -> list[Row]:
    """(kind, intents as an unseen message would get them, features) of every utterance."""
    embedder = load_embedder()
    guidance = GuidanceLibrary(knowledge, None, None, embedder)
    shipped = load_shipped_vectors(knowledge / "vectors.npz")
    items = [(name, line) for name, lines in guidance.library.intent_lines.items() for line in lines]
    order = np.random.default_rng(0).permutation(len(items))
    rows: list[Row] = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        known: dict[str, list[str]] = {}
        for index, (name, line) in enumerate(items):
            if index not in held:
                known.setdefault(name, []).append(line)
        matcher = IntentMatcher(known, embedder, lambda: shipped)
        unseen = {items[index][1] for index in held}
        reported = {
            name: tuple(line for line in lines if line not in unseen)
            for name, lines in guidance.library.objection_lines.items()
        }
        objections = ObjectionMatcher(reported, embedder, lambda: shipped)
        rows += [_read_row(items[index], index, matcher, objections, guidance) for index in sorted(held)]
    return rows


def _read_row(
    item: tuple[str, str],
    index: int,
    matcher: IntentMatcher,
    objections: ObjectionMatcher,
    guidance: GuidanceLibrary,
) -> Row:
    """Half of the messages that may follow an offer are read behind one."""
    name, line = item
    follows = name in NEEDS_OFFER and index % 2 == 0
    signals = Signals(
        intents=tuple(matcher.match(line)),
        objections=tuple(objections.match(line)[:3]),
        support=guidance.find(line[:600]).support,
        offers_on_file=int(follows),
    )
    earlier = [OFFER] * follows + ["write the email"] * (name == "rewrite")
    texts = [*earlier, lexicon.fold(own_words(line))]
    features = list(read_features(texts, signals, split_message(line)))
    return kinds.kind_of_intent(name), list(signals.intents), features


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float], dict[str, dict[str, float]]]:
    """Scale of the log shares, bias of each kind, and weight of each feature for each kind."""
    names = sorted({feature for _, _, features in rows for feature in features})
    labels: list[Kind] = sorted({kind for kind, _, _ in rows})
    shares = np.array([[kinds.log_shares(intents)[kind] for kind in labels] for _, intents, _ in rows])
    present = np.array([[float(name in features) for name in names] for _, _, features in rows])
    wanted = np.eye(len(labels))[[labels.index(kind) for kind, _, _ in rows]]
    balance = ((len(rows) / len(labels) / wanted.sum(axis=0)) ** 0.5)[wanted.argmax(axis=1)][:, None]
    scale, bias, weights = 1.0, np.zeros(len(labels)), np.zeros((len(names), len(labels)))
    for _ in range(STEPS):
        scores = scale * shares + bias + present @ weights
        beliefs = np.exp(scores - scores.max(axis=1, keepdims=True))
        beliefs /= beliefs.sum(axis=1, keepdims=True)
        error = (beliefs - wanted) * balance
        weights -= RATE * (present.T @ error / len(rows) + PENALTY * weights)
        bias -= RATE * error.mean(axis=0)
        scale -= 0.2 * RATE * float((error * shares).sum()) / len(rows)
    table = {name: _rounded(labels, row) for name, row in zip(names, weights, strict=True)}
    return round(scale, 2), _rounded(labels, bias), table


def _rounded(labels: Sequence[str], values: Any) -> dict[str, float]:
    return {label: round(float(value), 1) for label, value in zip(labels, values, strict=True) if abs(value) >= 0.15}


def accuracy(
    rows: Sequence[Row], fitted: tuple[float, Mapping[str, float], Mapping[str, Mapping[str, float]]]
) -> float:
    """Share of rows whose kind the fitted weights choose."""
    scale, bias, table = fitted
    right = 0
    for kind, intents, features in rows:
        shares = kinds.log_shares(intents)
        scores: dict[str, float] = {label: scale * share + bias.get(label, 0.0) for label, share in shares.items()}
        for feature in features:
            for label, weight in table.get(feature, {}).items():
                scores[label] += weight
        right += max(scores, key=lambda label: scores[label]) == kind
    return right / len(rows)


def main() -> None:
    """Print the fitted table, and how well it does on utterances left out of the fit."""
    rows = collect_rows(bundle_root() / "knowledge")
    order = np.random.default_rng(1).permutation(len(rows))
    left_out = []
    for fold in range(5):
        held = set(order[fold::5].tolist())
        fitted = fit([row for index, row in enumerate(rows) if index not in held])
        left_out.append(accuracy([rows[index] for index in sorted(held)], fitted))
    scale, bias, table = fit(rows)
    print(f"left out: {np.mean(left_out):.3f} of {len(rows)}")
    print(f"SCALE = {scale}\nBIAS = {json.dumps(bias)}")
    print("FITTED = {")
    for name, weights in table.items():
        print(f"    {json.dumps(name)}: {json.dumps(weights)},")
    print("}")


if __name__ == "__main__":
    main()

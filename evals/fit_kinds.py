"""Fits the classifier that tells which kind of answer a message wants: `python -m evals.fit_kinds`.

It learns from the labelled conversations of knowledge/kinds.yaml and from the dev halves of the question sets, each
held with the coach, so that it sees what the coach would see, and from half of the library's utterances, each likened
only to others. A fifth is held out for the score that is printed, then all are
used. The result is assistant/offline/kinds.crf.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import yaml
from pycrfsuite import ItemSequence

from assistant.domain.answer import Kind
from assistant.offline import kinds, lexicon, understand
from assistant.offline.features import read_features
from assistant.offline.kinds import describe_turn
from assistant.offline.signals import Signals
from assistant.offline.statements import split_message
from assistant.paths import bundle_root
from assistant.retrieval.embedding import load_embedder
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.retrieval.intents import IntentMatcher
from assistant.retrieval.shipped_vectors import load_shipped_vectors
from evals.cli import open_subject
from evals.conversations import Coach, hold_conversation
from evals.fitting import count_tags, train
from evals.samples import TurnSample, load_samples

DATA = Path(__file__).resolve().parent.parent / "knowledge" / "kinds.yaml"
OUT = Path(kinds.__file__).with_name("kinds.crf")
SETS = ("turns", "scripts", "conversations", "questions", "ethics", "told", "calculations")
GO_ON = frozenset({"rewrite", "correction", "refused"})
"""Intents whose utterances say nothing without what was told before."""
EVERY = 2
"""Of so many utterances one is learnt from, so that they do not outweigh the conversations."""
FOLDS = 5
SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 150}
Example = tuple[dict[str, float], tuple[Kind, ...]]


def load(path: Path = DATA) -> list[TurnSample]:
    """The conversations to learn from; the last message of each has the kind."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    told = [TurnSample.model_validate({"id": f"kinds-{number}", **row}) for number, row in enumerate(rows)]
    return told + [sample for name in SETS for sample in load_samples(name, TurnSample) if sample.split == "dev"]


def collect(coach: Coach, samples: Iterable[TurnSample]) -> Iterator[Example]:
    """What the classifier sees of each conversation's last message, and its kinds."""
    for sample in samples:
        seen: list[dict[str, float]] = []

        def record(
            texts: Sequence[str], signals: Signals, features: Iterable[str], seen: list[dict[str, float]] = seen
        ) -> Kind:
            known = list(features)
            seen.append(describe_turn(texts, signals, known))
            return kinds.choose_kind(texts, signals, known)

        with patch.object(understand, "choose_kind", record):
            held = hold_conversation(coach, sample, twice=False)
        if seen and held.last is not None:
            yield seen[-1], sample.kind


def collect_utterances(knowledge: Path) -> Iterator[Example]:
    """What the classifier sees of each utterance when the library knows only the others."""
    embedder = load_embedder()
    guidance = GuidanceLibrary(knowledge, None, None, embedder)
    shipped = load_shipped_vectors(knowledge / "vectors.npz")
    items = [(name, line) for name, lines in guidance.library.intent_lines.items() for line in lines]
    order = np.random.default_rng(0).permutation(len(items))
    for fold in range(FOLDS):
        held = {int(index) for index in order[fold::FOLDS]}
        known: dict[str, list[str]] = {}
        for index, (name, line) in enumerate(items):
            if index not in held:
                known.setdefault(name, []).append(line)
        matcher = IntentMatcher(known, embedder, lambda: shipped)
        for index in sorted(held):
            name, line = items[index]
            if name not in GO_ON and index % EVERY == 0:
                yield _see(line, matcher, guidance), (kinds.kind_of_intent(name),)


def _see(line: str, matcher: IntentMatcher, guidance: GuidanceLibrary) -> dict[str, float]:
    signals = Signals(
        intents=tuple(matcher.match(line)),
        objections=tuple(guidance.match_objections(line)[:3]),
        support=guidance.find(line[:600]).support,
    )
    texts = [lexicon.fold(line)]
    return describe_turn(texts, signals, read_features(texts, signals, split_message(line)))


def fit(examples: Iterable[Example], out: Path) -> None:
    """Write the model of these examples; the first of an example's kinds is learnt."""
    train(((ItemSequence([seen]), [wanted[0]]) for seen, wanted in examples), SETTINGS, out)


def score(model: Path, examples: Iterable[Example]) -> tuple[float, Counter[tuple[str, str]]]:
    """The share of messages that get one of their kinds, and the confusions (wanted, told)."""
    total, right, wrong = count_tags(model, ((ItemSequence([seen]), [wanted]) for seen, wanted in examples))
    return right / max(1, total), wrong


def main(write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, tell the held-out score, and write the model."""
    with open_subject() as subject:
        examples = [*collect(subject.coach, load()), *collect_utterances(bundle_root() / "knowledge")]
    fit((item for number, item in enumerate(examples) if number % FOLDS), OUT)
    share, wrong = score(OUT, examples[::FOLDS])
    write(f"{len(examples)} messages; with the right kind: {share:.3f}\n")
    for (wanted, told), number in wrong.most_common(10):
        write(f"  {wanted} taken for {told}: {number}\n")
    fit(examples, OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Fits the encoder: `uv run --group fitting python -m evals.fit_encoder [HAND ...]`.

It learns from all labelled messages, conversations and letters (`encoder_data`) except those of the hands named, by
which it is scored. The result is assistant/encoder/reader.onnx; it takes about half an hour on two cores.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.encoder import reading
from assistant.encoder.pieces import LINE, Part, cut
from assistant.encoder.reader_graph import build_reader
from assistant.encoder.weights import WEIGHTS_FILE, find_weights_folder, open_tokenizer
from evals.encoder_data import Labelled, Span, load
from evals.encoder_net import Item, Net, read_weights

OUT = Path(reading.__file__).with_name(reading.GRAPH)
OUTSIDE = "O"
READ_WHOLE = 2
"""Parts of a text by which it is judged as a whole."""
WORDS = ("mention", "field", "sum", "sense")
TEXTS = ("kind", "offer", "support")


class Labels:
    """The labels of every task by number, in the order they come."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {task: [OUTSIDE] for task in WORDS}
        self.texts: dict[str, list[str]] = {task: [] for task in TEXTS}

    def number(self, task: str, label: str) -> int:
        """The number of a label."""
        names = self.words[task] if task in self.words else self.texts[task]
        if label not in names:
            names.append(label)
        return names.index(label)


def to_items(labelled: Labelled, tokenizer: Any, labels: Labels) -> list[Item]:
    """The parts of a text with their labels."""
    items = []
    for place, part in enumerate(cut(tokenizer, labelled.text, labelled.newest)):
        words = {task: _mark(part, spans, task, labels) for task, spans in labelled.marked.items()}
        words |= {task: _number(part, spans, task, labels) for task, spans in labelled.numbers.items()}
        texts = {
            task: [labels.number(task, kind) for kind in kinds]
            for task, kinds in labelled.kinds.items()
            if place < READ_WHOLE
        }
        items.append(Item(part, words, texts))
    return items


def _mark(part: Part, spans: Sequence[Span], task: str, labels: Labels) -> list[tuple[int, int]]:
    told = []
    for place, (start, end) in enumerate(part.places):
        if start < 0 or part.ids[place] == LINE:
            continue
        span = next((each for each in spans if start < each[1] and each[0] < end), None)
        tag = OUTSIDE if span is None else f"{'B' if start <= span[0] else 'I'}-{span[2]}"
        told.append((place, labels.number(task, tag)))
    return told


def _number(part: Part, spans: Sequence[Span], task: str, labels: Labels) -> list[tuple[int, int]]:
    found = (
        (next((place for place, (low, high) in enumerate(part.places) if low <= start < high), None), label)
        for start, _, label in spans
    )
    return [(place, labels.number(task, label)) for place, label in found if place is not None]


def score(samples: Sequence[Labelled]) -> Counter[tuple[str, bool]]:
    """How many labels of each task the encoder tells right and wrong."""
    counts: Counter[tuple[str, bool]] = Counter()
    for sample in samples:
        read = reading.read(sample.text, sample.newest)
        if read is None:
            continue
        for task, kinds in sample.kinds.items():
            shares = read.whole(task)  # type: ignore[arg-type]
            counts[task, max(shares, key=lambda label: shares[label]) in kinds] += 1
        for task, spans in sample.numbers.items():
            for start, _, label in spans:
                shares = read.at(task, start)  # type: ignore[arg-type]
                counts[task, max(shares, key=lambda each: shares[each]) == label] += 1
        for task, spans in sample.marked.items():
            for start, _, label in spans:
                shares = read.at(task, start)  # type: ignore[arg-type]
                counts[task, max(shares, key=lambda each: shares[each])[2:] == label] += 1
    return counts


def main(arguments: Sequence[str] = sys.argv[1:], write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Fit, write the graph, and tell how the hands named are read."""
    folder = find_weights_folder()
    if folder is None:
        raise SystemExit("The weights are not installed: add the dependency group `weights`.")
    tokenizer, labels = open_tokenizer(folder), Labels()
    samples = load()
    items = [item for each in samples if each.hand not in arguments for item in to_items(each, tokenizer, labels)]
    net = Net(read_weights(folder / WEIGHTS_FILE), labels.words, labels.texts)
    learnt = net.fit(items, write)
    OUT.write_bytes(build_reader(folder / WEIGHTS_FILE, learnt, labels.words, labels.texts).SerializeToString())
    counts = score([each for each in samples if each.hand in arguments])
    for task in sorted({task for task, _ in counts}):
        right, wrong = counts[task, True], counts[task, False]
        write(f"{task}: {right} of {right + wrong} right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

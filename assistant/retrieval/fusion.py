"""Joins the scores of several searches into one, and weighs passages by the companies they are about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.domain.evidence import Chunk, Hit
from assistant.domain.lands import US, find_lands
from assistant.retrieval.chunking import SAID_SECTION
from assistant.retrieval.companies import find_companies, normalize_company

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

LEG_DEPTH = 50
OTHER_SHARE = 0.3
ABOUT_BOOST = 0.12
ABOUT_OTHER_FACTOR = 0.05
ABOUT_ONE_FACTOR = 0.85
OTHER_LAND_FACTOR = 0.5
"""For what holds in another country than the one asked about."""
SAID_FACTOR = 0.8
MOST_OF_ONE = 2
MORE_OF_ONE_FACTOR = 0.6
STEEPNESS = 4


def rank(scores: Scores, chunk_ids: Sequence[str], depth: int = LEG_DEPTH) -> list[int]:
    """Rows with a score above zero, best first, ties by chunk id; at most `depth` of them."""
    import numpy as np

    rows = np.flatnonzero(scores > 0)
    if len(rows) > depth:
        edge = np.partition(scores[rows], -depth)[-depth]
        rows = rows[scores[rows] >= edge]
    ordered = sorted(rows.tolist(), key=lambda row: (-float(scores[row]), chunk_ids[row]))
    return ordered[:depth]


def blend(legs: Sequence[tuple[float, Scores]], chunk_ids: Sequence[str]) -> dict[int, float]:
    """Row -> weighted mean of its scores, for the best rows of each leg.

    Scores, not ranks: the first place of a leg in which nothing fits must not count like a good fit.

    Args:
        legs: weight, and scores (rows,) of which 1 is a perfect fit and 0 or less is none.
        chunk_ids: order rows of equal score.
    """
    import numpy as np

    total = sum(weight for weight, _ in legs)
    mean = np.sum([weight * np.maximum(scores, 0) for weight, scores in legs], axis=0) / total
    rows = {row for _, scores in legs for row in rank(scores, chunk_ids)}
    return {row: float(mean[row]) for row in sorted(rows)}


def nearest(scores: Sequence[Scores]) -> Scores:
    """How near each row comes, 0-1: the better of its passage and its questions, and a little of the other.

    >>> import numpy as np
    >>> nearest([np.array([0.65, 0.0]), np.array([0.65, 0.65])]).round(2).tolist()
    [0.65, 0.5]
    """
    import numpy as np

    best, other = np.maximum.reduce(list(scores)), np.minimum.reduce(list(scores))
    near: Scores = (np.maximum(best, 0) + OTHER_SHARE * np.maximum(other, 0)) / (1 + OTHER_SHARE)
    return near


def lend(scores: Scores, own: Scores, has_wordings: Scores) -> Scores:
    """Scores that come from wordings, given also to passages that have none, such as a person's own.

    Such a passage gets the more of the best score, the nearer its own likeness comes to the best of the others.

    Args:
        scores: (rows,) from the wordings; 0 for passages without.
        own: (rows,) how near each passage itself comes.
        has_wordings: (rows,) 1.0 or 0.0.

    >>> import numpy as np
    >>> lend(np.array([0.8, 0.0]), np.array([0.5, 0.5]), np.array([1.0, 0.0])).tolist()
    [0.8, 0.8]
    """
    import numpy as np

    best = float((own * has_wordings).max(initial=0.0))
    if best <= 0 or has_wordings.all():
        return scores
    nearness = np.clip(own / best, 0, 1) ** STEEPNESS
    lent: Scores = np.where(has_wordings > 0, scores, float(scores.max(initial=0.0)) * nearness)
    return lent


def spread(hits: Sequence[Hit]) -> list[Hit]:
    """The hits, best first, with the third and later passages of one document behind those of others as good."""
    ordered = sorted(hits, key=lambda hit: (-hit.score, hit.chunk.chunk_id))
    count: dict[str, int] = {}
    spread_out = []
    for hit in ordered:
        name = hit.chunk.source_id
        count[name] = count.get(name, 0) + 1
        behind = count[name] > MOST_OF_ONE
        less = round(hit.score * MORE_OF_ONE_FACTOR, 6)
        spread_out.append(Hit.model_construct(chunk=hit.chunk, score=less) if behind else hit)
    return sorted(spread_out, key=lambda hit: (-hit.score, hit.chunk.chunk_id))


def weigh(
    score: float, chunk: Chunk, named: frozenset[str], on_file: frozenset[str] = frozenset(), best: float = 0.0
) -> float:
    """The fused score with what the chunk is about taken into account.

    About a named company: raised, by as much of the named ones as it is about; a chunk about none that sets two of
    them side by side is about both. About others only: pushed out. About one while none is named: damped. What is
    `on_file`, or was named before, counts as long as none is named: half, and the less, the farther the chunk stays
    behind the `best` score. An objection names companies as examples only and is good for all; its list of wordings
    finds it but says nothing to quote, so the list comes after the advice.
    """
    if chunk.kind == "objection":
        return score * SAID_FACTOR if chunk.section == SAID_SECTION else score
    nearness = min(score / best, 1.0) ** STEEPNESS if best > 0 else 1.0
    wanted, boost = (named, ABOUT_BOOST) if named else (on_file, ABOUT_BOOST / 2 * nearness)
    about = frozenset(map(normalize_company, chunk.companies))
    if not about:
        sides = named | on_file
        about = _compared(chunk.text) & sides if len(sides) > 1 else about
        return score + boost * len(about) / len(sides) if len(about) > 1 and named else score
    if not wanted:
        return score * ABOUT_ONE_FACTOR
    return score + boost * len(about & wanted) / len(wanted) if about & wanted else score * ABOUT_OTHER_FACTOR


def weigh_land(score: float, heading: str, asked: frozenset[str]) -> float:
    """The score with the countries that a heading names taken into account.

    Others than those asked about: pushed back. Where none is asked about, any but the US is damped.
    """
    about = find_lands(heading)
    if not about or about & asked:
        return score
    if asked:
        return score * OTHER_LAND_FACTOR
    return score if US in about else score * ABOUT_ONE_FACTOR


@lru_cache(maxsize=4096)
def _compared(text: str) -> frozenset[str]:
    """The companies a passage names."""
    return find_companies(text)

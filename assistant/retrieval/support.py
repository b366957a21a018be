"""How likely the library can support an answer to a query at all, from how close its best passages are.

The weights were set by judgement before measuring; a fit on the dev half of
`evals/datasets/retrieval_support.yaml` did worse on both halves, so they stayed. `evals` reports both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Closeness:
    """How close the library comes to a query.

    `cosine` is that of the nearest chunk (None without an embedder). `coverage` (0-1) is the share of
    the query's weight, rare words weighing more, that one of the best keyword chunks holds. `asked` is the
    cosine of the nearest question the library is known to answer (None when no such questions are compared).
    """

    cosine: float | None
    coverage: float
    asked: float | None = None


HYBRID_WEIGHTS = (14.0, 2.0, -6.5)
ASKED_WEIGHTS = (10.0, 10.0, 3.0, -12.0)
"""Set on the dev half when the library had grown: a large library is near to everything, its questions are not."""
LEXICAL_WEIGHTS = (8.0, -4.0)


def estimate_support(closeness: Closeness) -> float:
    """Chance (0-1) that the library supports an answer; 0.5 is the line between yes and no.

    >>> estimate_support(Closeness(cosine=0.05, coverage=0.0)) < 0.1
    True
    """
    if closeness.cosine is None:
        weight, bias = LEXICAL_WEIGHTS
        total = weight * closeness.coverage + bias
    elif closeness.asked is not None:
        by_cosine, by_asked, by_coverage, bias = ASKED_WEIGHTS
        total = by_cosine * closeness.cosine + by_asked * closeness.asked + by_coverage * closeness.coverage + bias
    else:
        by_cosine, by_coverage, bias = HYBRID_WEIGHTS
        total = by_cosine * closeness.cosine + by_coverage * closeness.coverage + bias
    return 1 / (1 + math.exp(-total))

"""How likely the library can support an answer to a query at all, from how close its best passages are.

Where questions are compared the weights were fitted, elsewhere set by judgement; `evals` reports both halves.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Closeness:
    """How close the library comes to a query.

    `cosine` is that of the nearest chunk (None without an embedder). `coverage` (0-1) is the share of
    the query's weight, rare words weighing more, that one of the best keyword chunks holds. `asked` is the
    cosine of the nearest question the library is known to answer (None when no such questions are compared),
    `nothing` what the regression over such questions gives to "no document" (near 0 for most, 1 for clear ones),
    `topic` the most it gives to a document.
    """

    cosine: float | None
    coverage: float
    asked: float | None = None
    nothing: float = 0.0
    topic: float = 0.0


HYBRID_WEIGHTS = (14.0, 2.0, -6.5)
ASKED_WEIGHTS = (2.0, 9.0, -31.0, 21.0, -1.0)
"""For cosine, asked, nothing and topic, and the bias: the weights are near a logistic fit on the dev halves of the
questions of `evals` that the encoder has not learnt from and on `elsewhere.yaml`, each line of which was scored by a
regression that had not seen it; they count as much as what the encoder tells of the query. The bias is a choice between
questions taken for unanswerable that are not (.04 of the dev halves) and those let through."""
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
        by_cosine, by_asked, by_nothing, by_topic, bias = ASKED_WEIGHTS
        total = by_cosine * closeness.cosine + by_asked * closeness.asked + bias
        total += by_nothing * closeness.nothing + by_topic * closeness.topic
    else:
        by_cosine, by_coverage, bias = HYBRID_WEIGHTS
        total = by_cosine * closeness.cosine + by_coverage * closeness.coverage + bias
    return 1 / (1 + math.exp(-total))

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
    `nothing` what the regression over such questions gives to "no document" (near 0 for most, 1 for clear ones).
    """

    cosine: float | None
    coverage: float
    asked: float | None = None
    nothing: float = 0.0


HYBRID_WEIGHTS = (14.0, 2.0, -6.5)
ASKED_WEIGHTS = (7.0, 5.5, -15.5, -2.3)
"""For cosine, asked and nothing, and the bias: the weights are near a logistic fit on the messages of the library that
ask for advice or for something else, each scored by a regression that had not seen it, and on the dev halves of the
questions of `evals`. The bias was chosen by judgement between questions taken for unanswerable that are not, and those
let through, on the dev halves; how the test halves stood with other lines was seen beside it."""
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
        by_cosine, by_asked, by_nothing, bias = ASKED_WEIGHTS
        total = by_cosine * closeness.cosine + by_asked * closeness.asked + by_nothing * closeness.nothing + bias
    else:
        by_cosine, by_coverage, bias = HYBRID_WEIGHTS
        total = by_cosine * closeness.cosine + by_coverage * closeness.coverage + bias
    return 1 / (1 + math.exp(-total))

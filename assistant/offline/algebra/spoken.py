"""Spoken: numbers said in words that are no terms, such as "half of it", and whether a sum holds them."""

from __future__ import annotations

import re

from assistant.offline.algebra.frames import Framed
from assistant.offline.algebra.logit import Features

_SAID = {
    "half": (re.compile(r"(?<!and a )(?<!and )\bhal(?:f|ves|ved)\b(?! (?:a|an) (?:percent|hour|day))", re.IGNORECASE), re.compile(r"/ 2\b|x 0\.5\b")),
    "more than once": (re.compile(r"\btime(?:s)? and a? ?half\b|\bdouble|\btwice\b", re.IGNORECASE), re.compile(r"x (?:1\.5|2)\b|times|premium")),
}  # fmt: skip
"""How each is said, and how formulas hold it."""


def describe_spoken(text: str, made: Framed) -> Features:
    """Whether numbers said in words stand in the formulas of a sum, by name."""
    written = "; ".join(str(step["formula"]) for step in made.work.steps)
    return {
        f"said {name}={bool(held.search(written))}|{made.known is not None}": 1.0
        for name, (said, held) in _SAID.items()
        if said.search(text)
    }

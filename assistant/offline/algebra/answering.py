"""Answering: which step of a sum a message asks for, learnt beside the ranking of sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.offline.algebra.ranking import HALF, STEM, Features, asked_words, share

LAST = 3


def find_asked_step(text: str, steps: Sequence[dict[str, Any]]) -> str:
    """The label of the step that answers the question."""
    shares = share(describe_steps(text, steps))
    return str(steps[max(range(len(steps)), key=lambda at: shares[at])]["label"])


def describe_steps(text: str, steps: Sequence[dict[str, Any]]) -> list[Features]:
    """The features of each step: the words of its name beside those of the question, and its place."""
    asked = {word[:STEM] for word in asked_words(text)}
    return [_describe(step, at, len(steps), asked) for at, step in enumerate(steps)]


def _describe(step: dict[str, Any], at: int, count: int, asked: set[str]) -> Features:
    tokens = {token[:STEM] for token in str(step["name"]).split("_")}
    found: Features = {
        f"step:{min(at, LAST)}": 1.0,
        "step:last": float(at == count - 1),
        "step:met": float(len(asked & tokens)),
    }
    found |= {f"step={token}": 1.0 for token in tokens}
    return found | {f"step={token}|{word}": HALF for token in tokens for word in asked}

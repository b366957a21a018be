"""Facts: the last answer shows the figures and words a reader waits for, and none of the forbidden ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evals.conversations import Conversation
from evals.metrics.amounts import Shown, read_numbers, read_shown
from evals.metrics.score import Score, passed

PATTERN = "re:"
"""How an entry begins that is a regular expression."""


def score_figures(conversation: Conversation) -> Score:
    """1 when each expected figure is shown, in any way of writing it; cannot be scored where none is expected.

    Counts, rates and percentages count as they stand: 1,800 shares, 45 an hour and 12% show 1800, 45 and 12.
    """
    sample, answer = conversation.sample, conversation.last
    if not sample.figures:
        return Score(sample.id, None, "no figure is expected")
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    shown = read_shown(answer.text)
    numbers = read_numbers(answer.text)
    missing = [
        entry
        for entry in sample.figures
        if not any(_is_shown(value, shown) or _stands(value, numbers) for value in entry)
    ]
    return passed(sample.id, [f"{' or '.join(map(str, entry))} is not shown" for entry in missing])


def score_words(conversation: Conversation) -> Score:
    """1 when each expected word (or one of its equivalents) stands in the answer; case does not count."""
    sample, answer = conversation.sample, conversation.last
    if not sample.says:
        return Score(sample.id, None, "no word is expected")
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    missing = [entry for entry in sample.says if not any(_said(answer.text, entry))]
    return passed(sample.id, [f'"{entry}" is not said' for entry in missing])


def score_forbidden(conversation: Conversation) -> Score:
    """1 when nothing forbidden is shown or said; cannot be scored where nothing is forbidden."""
    sample, answer = conversation.sample, conversation.last
    if not (sample.no_figures or sample.never_says):
        return Score(sample.id, None, "nothing is forbidden")
    if answer is None:
        return Score(sample.id, None, f"broke off: {conversation.error}")
    return passed(sample.id, _forbidden(answer.text, sample.no_figures, sample.never_says))


def _forbidden(text: str, figures: Iterable[float | str], words: Iterable[str]) -> list[str]:
    shown = read_shown(text)
    problems = [f"shows {value}" for value in figures if _is_shown(value, shown)]
    return problems + [f'says "{words}"' for entry in words for words in _said(text, entry)]


def _said(text: str, entry: str) -> Iterator[str]:
    """What stands in a text of an entry: words parted by "|", or a regular expression behind "re:"."""
    if entry.startswith(PATTERN):
        yield from (found.group() for found in re.finditer(entry.removeprefix(PATTERN), text, re.IGNORECASE))
    else:
        yield from (word for word in entry.split("|") if word.casefold() in text.casefold())


def _is_shown(value: float | str, shown: Iterable[Shown]) -> bool:
    kind = "percent" if isinstance(value, str) else "money"
    number = float(value.rstrip("% ")) if isinstance(value, str) else float(value)
    return any(item.kind == kind and item.covers(number) for item in shown)


def _stands(value: float | str, numbers: Iterable[float]) -> bool:
    number = float(value.rstrip("% ")) if isinstance(value, str) else float(value)
    return any(abs(abs(number) - item) < 1e-6 for item in numbers)

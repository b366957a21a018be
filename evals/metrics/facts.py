"""Facts: the last answer shows the figures and words a reader waits for, and none of the forbidden ones."""

from __future__ import annotations

from collections.abc import Iterable

from evals.conversations import Conversation
from evals.metrics.amounts import Shown, read_numbers, read_shown
from evals.metrics.score import Score, passed


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
    text = answer.text.casefold()
    missing = [entry for entry in sample.says if not any(word.casefold() in text for word in entry.split("|"))]
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
    shown, folded = read_shown(text), text.casefold()
    problems = [f"shows {value}" for value in figures if _is_shown(value, shown)]
    return problems + [f'says "{word}"' for entry in words for word in entry.split("|") if word.casefold() in folded]


def _is_shown(value: float | str, shown: Iterable[Shown]) -> bool:
    kind = "percent" if isinstance(value, str) else "money"
    number = float(value.rstrip("% ")) if isinstance(value, str) else float(value)
    return any(item.kind == kind and item.covers(number) for item in shown)


def _stands(value: float | str, numbers: Iterable[float]) -> bool:
    number = float(value.rstrip("% ")) if isinstance(value, str) else float(value)
    return any(abs(abs(number) - item) < 1e-6 for item in numbers)

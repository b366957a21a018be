"""Asked change: an ask told as a change of another sum ("ten percent on top", "halfway between"), worked out.

Words are matched with every amount masked by one sign, so that "fifteen percent" and "15%" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.asked_change import AskedChange, Way
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon

_PERCENT, _SUM, _COUNT = "\ue001", "\ue002", "\ue003"
"""Stand for a character of a percentage, of a sum, and of a number that counts something."""
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_PART = r"(?P<part>half|third|quarter|fifth|tenth)"
_MEASURE = r"(?:\s*(?:k\b|(?:dollars?|bucks|euros?|pounds?|an? (?:hour|month|year|week|day)|per [a-z]+|/ ?[a-z]+|(?:in |of |on )?(?:the |my )?(?:base|salary|pay)(?: salary)?)\b))*"
_OF = r"(?:the |that\b ?|this\b ?|it\b ?|their |your |my |his |her |what (?:they|you|he|she)\b ?|offer(?:ed)?\b ?|current |base |first |number |salary |figure |pay |rate |is |was |said )*"
_THAN = rf"(?P<than>{_SUM}+)"
_BEHIND = lazy(
    rf"(?:(?P<percent>{_PERCENT}+)|(?P<sum>{_SUM}+)|\ban? {_PART}){_MEASURE}\s*(?:or so )?"
    rf"(?:\b(?P<up>more|higher|extra|on top|better|up|bump|raise|increase|hike|uplift|rise)|\b(?P<down>less|lower|down)|\b(?P<above>over|above)(?= (?:the|their|that|what|your|my) |\s{_SUM})|\b(?P<below>under|below)(?= (?:the|their|that|what|your|my) |\s{_SUM}))\b"
    rf"(?:,? (?:than |of |from |above |over |on |to |for )?{_OF}{_THAN})?",
    re.IGNORECASE,
)
_BEFORE = lazy(
    rf"\b(?:(?P<up>by|up|another|higher by|an? (?:extra|additional)|(?:go|goes|went|going|come|came|comes) up|(?:raise|increase|bump|rise|uplift|premium|hike)(?: \w+){{0,3}}? (?:of|by))|(?P<down>(?:lower|down|reduced?)(?: \w+)? by))"
    rf"\s+(?:an? |about |around |exactly |just |another )*(?:(?P<percent>{_PERCENT}+)|(?P<sum>{_SUM}+)){_MEASURE}(?:,? (?:from|over|above|on top of|on|of) {_OF}{_THAN})?",
    re.IGNORECASE,
)
_TIMES = lazy(
    r"\b(?:(?P<double>doubl(?:e|ed|ing)(?![- ]?trigger)|twice|two times|2x)|(?P<triple>tripl(?:e|ed|ing)|three times|3x))\b"
    r"(?! (?:check|the work|the hours|as hard|a (?:week|month|year|day)|digit)\b)(?: as (?:big|much|large|high))?(?: (?:of )?(?:it|that|the|their|this|my)\b)?",
    re.IGNORECASE,
)
_HALF_WAY = lazy(
    r"\b(?:half[- ]?way|mid[- ]?(?:point|way)|(?:in |at )?(?:the )?(?:exact )?middle|split(?:ting)? the difference|meet(?:ing)? (?:\w+ )?in the middle|meet \w+ half ?way)\b"
    rf"(?:[^.!?\n{_SUM}{_PERCENT}]{{0,40}}?(?P<one>{_SUM}+)(?:[^.!?\n{_SUM}{_PERCENT}]{{0,40}}?(?P<two>{_SUM}+))?)?",
    re.IGNORECASE,
)
_ROUNDED = lazy(
    r"\bround(?:ed|ing)?\b(?: (?:it|that|this))?(?: (?P<way>up|down|off))?(?: (?:it )?to)?(?: (?:a|the|next|nearest|closest|full|whole|round|even|another))*(?: (?P<step>thousands?|hundreds?|tens?|k|[$€£]?\d[\d,]*k?)\b)?",
    re.IGNORECASE,
)
_STEPS = {"te": Decimal(10), "hu": Decimal(100), "th": Decimal(1000), "k": Decimal(1000)}
_OPENING = lazy(
    r"\W*(?:(?:actually|ok(?:ay)?|no|nah|hm+|please|pls|wait|and|but|then|now|sorry|too (?:much|high|low|little)|that'?s|it'?s|can you|could you|let'?s|maybe|just|"
    r"go|make|do|ask|put|say|aim|try|it|this|that|them|the (?:ask|number|sum|base|figure|rate)|for|at|a bit|by|an?|even)\W+)*",
    re.IGNORECASE,
)
FEW_WORDS = 14
LEAST_PART, MOST_PART = Decimal("0.003"), Decimal(1)
"""What is asked on top is at least and at most such a part of what it goes on."""


@dataclass(frozen=True)
class FoundChange:
    """A change told between two places of the text, the sums it names, as the text writes them.

    `by` is what it goes up by, `than` what it is more of; half way it lies between `ends`, as far as they are named.
    """

    start: int
    end: int
    change: AskedChange
    by: WrittenAmount | None = None
    than: WrittenAmount | None = None
    ends: tuple[WrittenAmount, ...] = ()
    half_way: bool = False


def find_changes(text: str, amounts: Sequence[WrittenAmount]) -> Iterator[FoundChange]:
    """The changes a text tells, in its order, whoever wants them.

    >>> from assistant.domain.amounts import read_amounts
    >>> told = "8% more"
    >>> [str(item.change.percent) for item in find_changes(told, read_amounts(told))]
    ['8']
    """
    masked, at = _mask(text, amounts), {item.start: item for item in amounts}
    rounding = _ROUNDED.search(lexicon.fold(text))
    end = 0
    for item in sorted(_found(masked, at), key=lambda item: (item.start, -item.end)):
        if item.start >= end:
            end = item.end
            yield replace(item, change=_rounded(item.change, rounding)) if rounding else item


def _found(masked: str, at: dict[int, WrittenAmount]) -> Iterator[FoundChange]:
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(masked):
            yield _by(match, at)
    for match in _TIMES.finditer(masked):
        yield FoundChange(match.start(), match.end(), AskedChange(times=Decimal(2 if match["double"] else 3)))
    for match in _HALF_WAY.finditer(masked):
        ends = tuple(at[match.start(name)] for name in ("one", "two") if match[name])
        yield FoundChange(match.start(), match.end(), AskedChange(), ends=ends, half_way=True)


def _by(match: re.Match[str], at: dict[int, WrittenAmount]) -> FoundChange:
    groups = match.groupdict()
    down = bool(groups["down"] or groups.get("below"))
    by = next((at[match.start(name)] for name in ("percent", "sum") if groups[name]), None)
    than = at[match.start("than")] if groups["than"] else None
    value = by.value if by else None
    change = AskedChange(
        percent=value if groups["percent"] else None,
        amount=value if groups["sum"] else None,
        parts=_PARTS[part.lower()] if (part := groups.get("part")) else None,
        down=down,
    )
    return FoundChange(match.start(), match.end(), change, by, than)


def _mask(text: str, amounts: Sequence[WrittenAmount]) -> str:
    masked = lexicon.fold(text)
    for item in amounts:
        sign = _PERCENT if item.kind == "percent" else _COUNT if item.unit else _SUM
        masked = masked[: item.start] + sign * (item.end - item.start) + masked[item.end :]
    return masked


def _rounded(change: AskedChange, told: re.Match[str]) -> AskedChange:
    if not (told["way"] or told["step"]):
        return change
    way: Way = "up" if told["way"] == "up" else "down" if told["way"] == "down" else "nearest"
    step = (told["step"] or "").lower().strip("$€£").replace(",", "")
    if step[:1].isdigit():
        value = Decimal(step.rstrip("k")) * (1000 if step.endswith("k") else 1)
        return replace(change, rounds=True, way=way, step=value)
    return replace(change, rounds=True, way=way, step=_STEPS.get(step[:2]) if step else None)


def fit_change(change: AskedChange, base: Decimal) -> AskedChange | None:
    """The change as it can be applied to a sum, "2" on top of 95,000 as 2,000; None where it is of no such size."""
    if change.amount is None:
        return change
    values = (change.amount, change.amount * 1000)
    amount = next((value for value in values if LEAST_PART * base <= value <= MOST_PART * base), None)
    return None if amount is None else replace(change, amount=amount)


def opens_with_change(text: str, amounts: Sequence[WrittenAmount]) -> FoundChange | None:
    """The change a short message is about from its first words on: "too much, 2k less please"."""
    found = next(find_changes(text, amounts), None)
    if found is None or found.half_way or len(text.split()) > FEW_WORDS:
        return None
    return found if _OPENING.fullmatch(lexicon.fold(text[: found.start])) else None

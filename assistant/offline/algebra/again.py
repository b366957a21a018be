"""Again: a short message that asks the question before it once more, with another number or by another period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.offline import lexicon
from assistant.offline.algebra.framed import asks_in_part
from assistant.offline.algebra.gathering import (
    ALIKE,
    is_comparable,
    near_words,
    put_number,
    ratio_of,
    without_taken_back,
    words_of,
)
from assistant.offline.algebra.goals import ADVICE, SENTENCES, WORDS_WANTED, asks_plainly, read_goals
from assistant.offline.algebra.terms import Term, read_terms

MOST_BACK = 7
"""Messages that are looked through for the question and its numbers."""
FEW_WORDS = 14
"""Words of the longest message that asks again."""
PERIODS = frozenset({"year", "month", "half_month", "fortnight", "check", "week", "day", "hour"})
NAMING = frozenset({"base", "bonus", "hours", "shares", "worth", "cost", "gain", "gross", "net", "percent"})
"""Goals whose words may name the part that the new number is."""
UNITS = frozenset({"time", "shares", "percent", "count"})
ENOUGH = 1
"""Points from which a number before is the one that another takes the place of."""
MONTHS = {"week": Decimal(12) / 52, "month": Decimal(1), "year": Decimal(12)}
"""Months of a unit of time."""
NAMED = Decimal("1.5")
"""What a word counts that the message of a number holds elsewhere."""
BESIDE = Decimal("0.5")
"""What it counts that a number stands in the message that asks."""
IN_QUESTION = Decimal("1.5")
"""The same of a span of time in the very sentence: "vests over 4 years. what do I have at 2?"."""
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|or|but|now|then|hm+|oh|cool|thanks|thx|great|right|y|et|und|aur|e)\W+)*(?:if|what if|with|at|after|for|same|suppose|say|what about|how about|let'?s say|imagine|assume|assuming|si|wenn|falls|agar|se|[$€£₹]?\d[\d.,]*k?%?(?= *(?:\w+ *){0,2}\W*$))\b"
    r"|\bsame (?:thing|sum|question|again|but|for|with|at)\b|\binstead\b\W*$|\bagain\b[^.?!\n]{0,12}\b(?:with|at|for|but)\b",
    re.IGNORECASE,
)
_NOT_AGAIN = re.compile(
    r"\b(?:more|less|extra|another|plus|minus|add(?:ed)?|on top|other|second|versus|vs|than|each|up by|down by|up another)\b"
    r"|\b(?:i (?:asked|told|said|want|make|earn)|(?:i'?m|i am) (?:on|at|making|asking))\b|[+]",
    re.IGNORECASE,
)
"""Tells a number that comes beside those told before, or an offer or pay of its own."""
_BY_PERIOD = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|or|but|now|then|hm+|in|what(?:'?s| is| about)|how about|is|that|it|this|please|pls|y|et|und|aur|e)\b\W*)*",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\b(?:difference|differ|gap|compar\w+|versus|vs|more than|less than|from (?:the )?(?:first|old|original)|both)\b",
    re.IGNORECASE,
)
"""Asks for what lies between two numbers, where a later one takes no other's place."""
_PARTS = re.compile(
    r"\b(?:overtime|ot|past|tax|rent|pension|bonus|commission|tips?|stock|rsu|equity|sign[- ]?on|relocation|commut|insurance|premium|raise|inflation|deduct|holiday|vacation|interest|match)"
)
"""Parts of a sum: one that was not told before is a number of its own."""
_WHAT_IF = re.compile(r"\b(?:what if|what about|how about)\b|\?", re.IGNORECASE)
MOST_CHANGED = 3
"""Numbers that a message which asks again may change."""
HUNDRED = 100
_SCHEDULE = re.compile(r"(?<![\d/.])\d{1,2}(?: ?/ ?\d{1,2}){1,5}(?![\d/])")
_EVENLY = re.compile(
    r"\b(?:even(?:ly)?|equal(?:ly)?|flat|linear(?:ly)?|straight)?\W*(?P<share>\d{2})(?: ?%)?(?: percent)? (?:each|every|a|per|an) (?:year|yr)\b"
    r"|\b(?:evenly|in equal parts|even vesting|linear vesting)\b",
    re.IGNORECASE,
)
"""Tells that a grant vests in equal parts."""
_DENIED = re.compile(r"\b(?:not|isn'?t|instead of|rather than) (?:the |an? )?[$€£₹]?$", re.IGNORECASE)
"""Right before a number that does not hold."""
FEW_BESIDE = 4
"""Words beside the period of a message that only names another one."""


def ask_again(texts: Sequence[str]) -> tuple[list[str], bool]:
    """The messages as if each one that asks again had been the whole question, and whether the newest asks so.

    >>> ask_again(["£88,000 and a 15% bonus. total?", "and if i get them up to 93?"])
    (['£93k and a 15% bonus. total?'], True)
    >>> ask_again(["64k at 40 hours. what is that a month?", "and per week"])
    (['64k at 40 hours. what is that a month?', 'and per week?'], True)
    """
    start = max(0, len(texts) - MOST_BACK)
    told, again = list(texts[:start]), None
    for text in texts[start:]:
        plain = without_taken_back(text)
        again = _again(told, plain)
        told = [*told, plain] if again is None else again
    return told, again is not None


def _again(told: Sequence[str], text: str) -> list[str] | None:
    """The messages with the question asked again as the newest one wants it; None where it asks another."""
    if len(text.split()) > FEW_WORDS or any(words.search(text) for words in (lexicon.SCRIPT, ADVICE, WORDS_WANTED)):
        return None
    asked = _last_question(told)
    if asked is None:
        return None
    terms = read_terms(text, thousands=False)
    if not terms:
        return [*told, f"{text.rstrip(' .!?')}?"] if _names_period(text) else None
    if (
        len(terms) > MOST_CHANGED
        or not _SUPPOSES.search(text)
        or _NOT_AGAIN.search(text)
        or asks_plainly(_WHAT_IF.sub("", text))
    ):
        return None
    known = {*read_goals(told[asked], read_terms(told[asked])), *NAMING, *(term.per for term in terms)}
    if set(read_goals(text, terms)) - known:
        return None
    if not set(_PARTS.findall(text.lower())) <= set(_PARTS.findall(" ".join(told).lower())):
        return None
    if denied := [term for term in terms if _DENIED.search(text, 0, term.start)]:
        terms = [term for term in terms if term not in denied]
        found = _named(told, denied)
    else:
        found = [find_like(told, text, term, asked) for term in terms]
    old = {(term.value, term.dim) for term in found if term is not None}
    if None in found or not len(found) == len(old) == len(terms):
        return None
    changed = list(told)
    for before, new in zip(found, terms, strict=True):
        changed = [_with_number(earlier, before, text, new) for earlier in changed] if before else changed
    return [*changed[:asked], *changed[asked + 1 :], changed[asked]]


def _named(told: Sequence[str], denied: Sequence[Term]) -> list[Term | None]:
    """The numbers before that are named as those that do not hold: the 40 of "38 not 40"; None for one not told before."""
    before = [old for earlier in reversed(told) for old in read_terms(earlier)]
    return [next((old for old in before if old.value in (term.value, term.value * 1000)), None) for term in denied]


def vest_evenly(texts: Sequence[str]) -> list[str]:
    """The messages with an uneven schedule made even where the newest one asks the same so; unchanged where it does not.

    >>> vest_evenly(["200k, vests 15/25/30/30", "how much do i have after 2 years?", "and with 25 a year?"])
    ['200k, vests 25/25/25/25', 'how much do i have after 2 years?']
    """
    told, text = list(texts[:-1]), texts[-1]
    match = _EVENLY.search(text) if len(text.split()) <= FEW_WORDS else None
    asked = _last_question(told)
    schedules = [found.group() for earlier in told for found in _SCHEDULE.finditer(earlier)]
    if match is None or asked is None or not schedules:
        return list(texts)
    years = len(schedules[-1].split("/"))
    share = f"{Decimal(100) / years:.4g}"
    if match["share"] and Decimal(match["share"]) * years != HUNDRED:
        return list(texts)
    evenly = [earlier.replace(schedules[-1], "/".join([share] * years)) for earlier in told]
    return [*evenly[:asked], *evenly[asked + 1 :], evenly[asked]]


def _with_number(earlier: str, old: Term, text: str, new: Term) -> str:
    """A message with the new number wherever the old one stands."""
    for term in reversed(read_terms(earlier)):
        if term.value == old.value and term.dim == old.dim:
            whole = earlier[: term.start] + text[new.start : new.end] + earlier[term.end :]
            earlier = put_number(earlier, term, text, new) if term.unit == new.unit or not new.unit else whole
    return earlier


def _last_question(told: Sequence[str]) -> int | None:
    """The place of the question that was asked last, where only numbers were told since."""
    for place in range(len(told) - 1, -1, -1):
        if asks_plainly(told[place]) or asks_in_part(told[place]):
            return place
        if "?" in told[place] or lexicon.SCRIPT.search(told[place]):
            return None
    return None


def _names_period(text: str) -> bool:
    """Whether a message names periods and next to nothing else: "then per month, the gap"."""
    goals = read_goals(text, [])
    rest = _BY_PERIOD.sub("", text)
    return bool(goals) and goals[0] in PERIODS and len(rest.split()) <= FEW_BESIDE


def find_like(told: Sequence[str], text: str, new: Term, asked: int) -> Term | None:
    """The number before that a new one stands for: like it in unit and size, or named by the same words.

    Args:
        told: the messages before.
        text: the message that tells the new number.
        new: that number.
        asked: which message is the question.
    """
    words = words_of(text)
    best: tuple[Decimal, int, int, Term] | None = None
    for place, earlier in enumerate(told):
        for old in read_terms(earlier):
            if old.value == new.value or not (is_comparable(old, new) or _are_spans(old, new)):
                continue
            near = words & near_words(earlier, old)
            score = _likeness(old, new, len(near)) + BESIDE * (place == asked)
            score += IN_QUESTION * (place == asked and new.dim == "time" and old.start >= _question_starts(earlier))
            score += NAMED * len((words & words_of(earlier)) - near)
            if score >= ENOUGH and (best is None or (score, place, old.start) >= best[:3]):
                best = (score, place, old.start, old)
    return None if best is None else best[3]


def _question_starts(text: str) -> int:
    """Where the last sentence of a message begins."""
    return max((cut.end() for cut in SENTENCES.finditer(text) if cut.end() < len(text)), default=0)


def _likeness(old: Term, new: Term, shared: int) -> Decimal:
    ratio = _ratio(old, new)
    same_unit = _are_spans(old, new) or (old.dim == new.dim and old.unit == new.unit and new.dim in UNITS)
    if ratio > ALIKE and not (shared or same_unit):
        return Decimal(-2)
    return Decimal(2 * min(2, shared) + 3 * same_unit) + max(Decimal(-1), 3 - ratio)


def _are_spans(old: Term, new: Term) -> bool:
    """Whether both are spans of time, be it in other units: "9 months" and "a year"."""
    return old.dim == new.dim == "time" and {old.unit, new.unit} <= MONTHS.keys() and not (old.per or new.per)


def _ratio(old: Term, new: Term) -> Decimal:
    if not _are_spans(old, new):
        return ratio_of(old, new)
    first, second = (term.value * MONTHS[term.unit or "month"] for term in (old, new))
    return max(first / second, second / first) if first and second else Decimal(99)

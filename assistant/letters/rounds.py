"""Rounds: the steps of a negotiation that a person noted line by line, newest first."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.domain.lazy_pattern import lazy
from assistant.letters.terms import Span
from assistant.letters.when import DATE, WEEKDAY

MOST_ROUNDS = 8
_STEP = (
    r"(?:round|take|v|ver\.?|version|offer v)\.? ?#?(?:\d|one|two|three)|(?:initial|original|opening|first|1st|second|2nd"
    r"|third|3rd|revised|updated|new|latest|last|final|best and final)(?: (?:offer|numbers?|round|version|email|call))?"
)
_ROUND = lazy(
    rf"(?m)^[ \t]*(?:[-*\u2022>]|\(?\d[.):])?[ \t]*(?P<mark>(?:{WEEKDAY},? )?{DATE}|{WEEKDAY}|{_STEP})[ \t]*"
    r"(?P<more>[^\n\d:]{0,40}?)(?::|[-\u2013\u2014](?= )|\()(?P<said>[^\n]*)$",
    re.IGNORECASE,
)
_OWN = lazy(r"^\W*(?:me|i|mine|my (?:ask|counter\w*|reply)|us|asked|countered)\b", re.IGNORECASE)
_COUNTERED = lazy(r"\b(?:i|we) (?:counter|ask|push|request|propos|repl|said)\w*|\bmy (?:counter|ask)", re.IGNORECASE)
_PAY = lazy(
    r"\b(?:base|salary|rsus?|equity|stock|options?|bonus|sign-?on|signing|sign|pay|hourly|weekly|monthly|rate)\b",
    re.IGNORECASE,
)
_DIGITS = lazy(r"\d{2}")
_NUMBER = lazy(r"\d$")


def split_rounds(text: str) -> list[list[Span]]:
    r"""The rounds as messages, newest first; nothing where the lines tell no rounds.

    Two lines or more begin with a day or the name of a step and state pay. What stands before the first round and
    after the last one's paragraph goes with the newest; what the person said belongs to none.

    >>> note = "Aug 4 - they: 168 base, 20k sign on\nAug 9 - final: 175 base\n"
    >>> [[note[start:end] for start, end in places] for places in split_rounds(note)]
    [['Aug 9 - final: 175 base\n'], ['Aug 4 - they: 168 base, 20k sign on\n']]
    """
    lines = list(_ROUND.finditer(text))
    told = [line for line in lines if not _is_own(line)]
    if len([line for line in told if _states_pay(line["said"])]) < 2:
        return []
    starts = [line.start() for line in lines][:MOST_ROUNDS]
    rounds: list[list[Span]] = []
    for line, (start, end) in zip(lines, pairwise([*starts, len(text)]), strict=False):
        if not _is_own(line):
            rounds.append([(start, end)])
    newest_first = _falls(lines)
    if newest_first:
        rounds = _end_list(text, rounds)[::-1]
    if starts[0]:
        rounds[-1].insert(0, (0, starts[0]))
    return rounds[::-1]


def _falls(lines: list[re.Match[str]]) -> bool:
    """Whether the numbers of the rounds fall: "v3 (current)" stands above "v2 (void)"."""
    numbers = [
        int(found.group()) for line in lines if (found := _NUMBER.search(line["mark"])) and line["mark"][0].isalpha()
    ]
    return len(numbers) == len(lines) > 1 and all(one > other for one, other in pairwise(numbers))


def _end_list(text: str, rounds: list[list[Span]]) -> list[list[Span]]:
    """The rounds, of which the last ends with its paragraph: what stands below it goes with the first."""
    start, end = rounds[-1][-1]
    stop = text.find("\n\n", start, end)
    if stop < 0:
        return rounds
    return [[*rounds[0], (stop, end)], *rounds[1:-1], [(start, stop)]]


def _is_own(line: re.Match[str]) -> bool:
    """Whether a line tells what the person asked for."""
    said = f"{line['more']} {line['said']}"
    return bool(_OWN.match(line["more"]) or _OWN.match(line["said"]) or _COUNTERED.search(said))


def _states_pay(words: str) -> bool:
    return bool(_PAY.search(words) and _DIGITS.search(words))

"""Gathering: what a person told over several messages as one text, later numbers in the place of those they correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.offline.algebra.goals import asks_number
from assistant.offline.algebra.terms import Term, read_terms

UPDATES = re.compile(
    r"\b(?:sorry|sry|actually|correct\w*|i mean|i meant|oops|wait|typo|instead|turns out|rather|make (?:it|that)|now|bump(?:ed)?|raised|revised|changed|updated?|"
    r"came back|went up|upped|increased|lowered|cut it|final|new number|new offer|says? only|turned|letter (?:says|said)|misread|nahi|perdon|perdona|digo|desculpa|quer dizer|voltou|entschuldigung|doch|korrektur)\b",
    re.IGNORECASE,
)
SUPPOSES = re.compile(
    r"^\W*(?:(?:and|ok|so|or|but|hm+|y|et|und|aur|e)\W+)*(?:if|what if|with|at|si|wenn|falls|agar|se|what about|how about|say|suppose)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^\W*(?:and|und|y|et|e|aur|plus|what about|after|with|minus|less|nach)\b", re.IGNORECASE)
_NOW_BEFORE = re.compile(
    r"\b(?:voltou com|came back (?:with|at)|(?:raised|bumped|revised|increased|upped|moved|changed|went up|lowered)(?: (?:it|me|that|us|them|the base|base|their offer))?(?: up)? (?:to|at)|now(?: at| it'?s| its| is)?|counters?(?: with| at)?)\W*(?:R?[$€£₹])?$",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(r"\b(?:sorry|i mean|i meant|no wait|wait no|oops|scratch that|correction)\b", re.IGNORECASE)
_OLD_BEFORE = re.compile(r"\b(?:not|instead of|rather than|nicht|statt|isn'?t|en vez de|no)\W+(?:the |a |an |just )?[$€£₹]?$", re.IGNORECASE)  # fmt: skip
_WAS_BEFORE = re.compile(r"\b(?:was|were|used to be)\W+[$€£₹]?$", re.IGNORECASE)
_OLD_BEHIND = re.compile(r"^ ?(?:nahi|nahin|before|originally|last (?:week|month)|is wrong|was wrong)\b", re.IGNORECASE)
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"[A-Za-z]{3,}")
_COMMON = frozenset(["the", "and", "for", "its", "was", "now", "not", "they", "that", "this", "with", "what", "all", "per", "just", "from", "but", "you", "got", "said", "says", "have", "has", "are", "new", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "options", "pay", "can", "get", "job", "company"])  # fmt: skip
ALIKE = Decimal(3)
"""A corrected number is at most so many times larger or smaller, unless its words name the part it plays."""
SHORT = 14
"""Words of the longest message that goes on with the question before."""
CLOSE = Decimal("1.4")
"""A pay that is raised or cut in a negotiation stays within."""
_MARKS = "$€£₹"
CLOSE_BY = 32
"""Characters between a number and the one that takes its place in the same breath."""
ENOUGH = 3
"""Points from which an earlier number is the one that is corrected."""


@dataclass(frozen=True)
class Gathered:
    """All messages as told in the end, oldest first.

    `asks`: the words that ask; `changed`: a number was replaced; `goes_on`: the newest adds a number to the question before.
    """

    told: tuple[str, ...]
    asks: str
    changed: bool
    goes_on: bool = False


def gather(texts: Sequence[str]) -> Gathered:
    """The messages with later numbers put in the place of those they correct.

    >>> gather(["113k base, 8% bonus. total?", "sorry typo its 131 not 113"]).told
    ('131k base, 8% bonus. total?',)
    """
    told: list[str] = []
    changed = False
    parts = [part for text in texts for part in _self_corrected(text)]
    for place, text in enumerate(parts):
        newest = place == len(parts) - 1
        left = _take_in(told, text, supposes=newest and bool(SUPPOSES.search(text))) if told else None
        changed = changed or left is not None
        made = _without_old(text) if left is None else left
        if made.strip():
            told.append(made)
    asking = [text for text in told if asks_number(text)]
    goes_on = (
        bool(told) and len(told[-1].split()) <= SHORT and bool(_GOES_ON.search(told[-1])) and bool(read_terms(told[-1]))
    )
    asks = "\n".join(asking[-2:] if goes_on or (changed and asking[-1:] != told[-1:]) else asking[-1:])
    return Gathered(tuple(told), asks, changed, goes_on)


def _self_corrected(text: str) -> list[str]:
    """A message in parts, where it takes back what it has just said: "14,000... sorry 1,400"."""
    cut = next(
        (
            c
            for c in _TAKES_BACK.finditer(text)
            if re.search(r"\d", text[: c.start()]) and re.search(r"\d", text[c.end() : c.end() + 24])
        ),
        None,
    )
    return [text] if cut is None else [text[: cut.start()], text[cut.start() :]]


def _take_in(told: list[str], text: str, *, supposes: bool) -> str | None:
    """Puts the numbers that correct earlier ones in their place; what is left of the message, None where none did."""
    terms = read_terms(text)
    old = [t for t in terms if _OLD_BEFORE.search(text[: t.start]) or _OLD_BEHIND.match(text[end_of(text, t) :])]
    old = old or [t for t in terms if len(terms) > 1 and _WAS_BEFORE.search(text[: t.start])]
    new = [t for t in terms if t not in old]
    if not new or not (old or UPDATES.search(text) or supposes):
        return None
    done: list[Term] = []
    known = {before.value for earlier in told for before in read_terms(earlier) if before.dim in ("money", "number")}
    for term in new:
        if len(new) > 1 and term.dim in ("money", "number") and (term.value in known or term.value * 1000 in known):
            continue  # said again
        found = _find(told, text, term, old, alone=len(new) == 1)
        if found is None:
            continue
        place, before = found
        told[place] = put_number(told[place], before, text, term)
        if not (before.unit == term.unit and before.per != term.per and term.per and term.dim == "time"):
            done.append(term)
    if not done and not (old and new):
        return None if not done and not any(t.dim == "time" and t.per for t in new) else text
    if not done:
        return None
    struck = [*done, *old]
    left = text
    for term in sorted(struck, key=lambda t: -t.start):
        left = left[: term.start] + left[end_of(left, term) :]
    rest = [t for t in terms if t not in struck]
    return left if rest or (asks_number(left) and not supposes) else ""


def end_of(text: str, term: Term) -> int:
    """Where the numeral of a number ends, with its suffix and without what it counts."""
    match = re.compile(r"[$€£₹]?\s?\d[\d,.]*(?:\s?(?:k|%|lakhs?|lpa|l|million|m)\b)?", re.IGNORECASE).match(
        text, term.start
    )
    return match.end() if match else term.end


def _find(told: Sequence[str], text: str, term: Term, old: Sequence[Term], *, alone: bool) -> tuple[int, Term] | None:
    """The earlier number that a new one replaces: the one named as wrong, else that of the same part and words."""
    best: tuple[int, int, Term] | None = None
    words = words_of(text)
    for place, earlier in enumerate(told):
        for before in read_terms(earlier):
            if not is_comparable(before, term) or before.value == term.value:
                continue
            named = any(_says(earlier, before, item) for item in old)
            if old and not named:
                continue
            score = 6 if named else 0
            score += (
                3
                if before.role and before.role == term.role and before.role not in ("current", "offered", "mine", "")
                else 0
            )
            score += 2 * min(2, len(words & near_words(earlier, before)))
            score += (
                2
                if before.dim == term.dim
                and before.unit == term.unit
                and term.dim in ("time", "shares", "percent", "count")
                else 0
            )
            ratio = ratio_of(before, term)
            score += (
                1
                if ratio <= ALIKE or (before.dim == term.dim == "shares") or (before.unit and before.per != term.per)
                else -3
            )
            score += 1 if alone and ratio <= ALIKE else 0
            score += (
                3
                if _NOW_BEFORE.search(text[: term.start]) and ratio <= CLOSE and before.dim in ("money", "number")
                else 0
            )
            score += 1 if alone and before.dim == term.dim and before.per == term.per and ratio <= ALIKE else 0
            if score >= ENOUGH and (best is None or score >= best[0]):
                best = (score, place, before)
    return None if best is None else (best[1], best[2])


def is_comparable(before: Term, term: Term) -> bool:
    """Whether one number can stand for the other by what they measure."""
    money = {"money", "number"}
    if before.dim in money and term.dim in money:
        return before.per == term.per or None in (before.per, term.per)
    if before.dim == "count" or term.dim == "count":
        return before.dim == term.dim
    if term.dim == "number":
        return before.dim in ("time", "percent", "shares") and term.value < 1000
    return before.dim == term.dim and (before.dim != "time" or before.unit == term.unit)


def ratio_of(before: Term, term: Term) -> Decimal:
    """How many times larger one is than the other, a bare number in thousands where the other is."""
    first, second = before.value, term.value
    if first <= 0 or second <= 0:
        return Decimal(99)
    if first >= 1000 > second and not term.explicit:
        second *= 1000
    return max(first / second, second / first)


def _says(text: str, before: Term, item: Term) -> bool:
    """Whether an old number names an earlier one, by its value or its digits: "not 24" for 24k, "3 nahi" for 3 lakh."""
    numeral = _NUMERAL.search(text, before.start)
    digits = numeral[0].rstrip(".,") if numeral else ""
    return (
        before.value == item.value
        or before.value == item.value * 1000
        or digits == f"{item.value:f}"
        or digits == f"{item.value / 1000:f}".rstrip("0").rstrip(".")
    )


def words_of(text: str) -> set[str]:
    """The beginnings of the words of a text that are not in every message."""
    return {word.lower()[:6] for word in _WORD.findall(text)} - _COMMON


def near_words(text: str, term: Term) -> set[str]:
    """The words of a number's own clause, and the name its sentence begins with."""
    low = max([0, *(c.end() for c in re.finditer(r"[,;\n+]|[.!?](?=\s)", text[: term.start]))])
    behind = re.search(r"[,;\n+]|[.!?](?=\s|$)", text[term.end :])
    high = term.end + behind.start() if behind else len(text)
    opening = max([0, *(c.end() for c in re.finditer(r"[.!?\n](?=\s)", text[: term.start]))])
    first = _WORD.search(text, opening)
    return words_of(text[low:high]) | ({first[0].lower()[:6]} if first else set())


def put_number(earlier: str, before: Term, text: str, term: Term) -> str:
    """The earlier message with the new number; one that counts by something else is struck, since the new one stays."""
    end = end_of(earlier, before)
    if before.dim == "time" and before.unit == term.unit and before.per != term.per and term.per:
        return earlier[: before.start] + earlier[before.end :]
    quote = text[term.start : end_of(text, term)]
    numeral = _NUMERAL.search(quote)
    bare = numeral is not None and re.fullmatch(r"[$€£₹]?\s?[\d.,]+", quote.strip()) is not None
    if bare and numeral is not None:
        old_numeral = _NUMERAL.search(earlier, before.start)
        if old_numeral is not None and old_numeral.start() < end:
            digits = numeral[0].rstrip(".,")
            shrunk = (
                before.value >= 1000
                and len(digits.replace(",", "").partition(".")[0]) < 4
                and old_numeral[0].replace(",", "").isdigit()
                and Decimal(old_numeral[0].replace(",", "").rstrip(".")) >= 1000
            )
            small = re.fullmatch(r"\d{1,3}\.\d{1,2}", old_numeral[0]) and re.fullmatch(r"\d{1,3}", digits)
            return (
                earlier[: old_numeral.start()]
                + digits
                + ("k" if shrunk else ".00" if small else "")
                + earlier[old_numeral.start() + len(old_numeral[0].rstrip(".,")) :]
            )
    mark = earlier[before.start] if earlier[before.start] in _MARKS and not quote.startswith(tuple(_MARKS)) else ""
    return earlier[: before.start] + mark + quote + earlier[end:]


def without_taken_back(text: str) -> str:
    """A message without the number that it takes back in the same breath.

    >>> without_taken_back("They offer 3,100... no wait 31,000 a month")
    'They offer 31,000 a month'
    """
    for cut in _TAKES_BACK.finditer(text):
        terms = read_terms(text)
        old = next((t for t in reversed(terms) if t.end <= cut.start()), None)
        new = next((t for t in terms if t.start >= cut.end()), None)
        if old is None or new is None or old.dim != new.dim or new.start - end_of(text, old) > CLOSE_BY:
            continue
        return without_taken_back(text[: old.start] + text[new.start :])
    return text


def _without_old(text: str) -> str:
    """A message without the number that it says was so before: "71 now, was 74 last week"."""
    terms = read_terms(text)
    for term in reversed(terms):
        said = re.search(r"\b(?:was|were)\W+[$€£]?$", text[: term.start], re.IGNORECASE)
        newer = any(
            other is not term
            and abs(other.start - term.start) < 30
            and other.value
            and Decimal("0.3") < term.value / other.value < ALIKE
            for other in terms
        )
        if said and newer:
            text = text[: said.start()] + text[end_of(text, term) :]
    return text

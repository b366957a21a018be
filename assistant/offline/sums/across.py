"""Across: a calculation whose numbers were told in the messages before the one that asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.offline.algebra.choose import WORKED_ALONE, WORKED_SURELY, read_worked
from assistant.offline.algebra.gathering import gather
from assistant.offline.algebra.goals import ADVICE, asks_number, asks_plainly
from assistant.offline.sums.preferring import explains_more
from assistant.offline.sums.sum import Question, ReadSum, Sum, read_sum

MOST_BACK = 6
"""Messages before the newest that may hold its numbers."""
MANY = 3
"""Numbers from several messages that a sum explains so that no chance is likely."""
SOME = 2
"""Arguments, the offer with them, from which a calculation on an offer says more than the offer alone."""
LONGEST_ASK = 32
"""Words of the longest message that asks for such a calculation."""
ASKS = re.compile(
    r"\b(?:how (?:much|many|big|high)|cu[aá]nto|combien|wie ?viel|kitn\w+|quanto|percent|"
    r"what(?:'?s|s| is| would| will| does)? (?:that|it|this|the total|my total|the (?:new|monthly|yearly) \w+)\b(?! (?:mean|about|look)\w*)|"
    r"what (?:do|would|will|does|did|must|should|sign[- ]?on|base|percent\w*)(?: \w+){1,3}? (?:owe|get|gets|make|earn|pay|repay|costs?|own|come|be|keep|lose|leave)\b)"
    r"|^\W*(?:and |so |ok )*(?:yearly|monthly|hourly|in total|per (?:year|month|hour)|a (?:year|month)|in percent)\W*$",
    re.IGNORECASE,
)
ONE_NUMBER = re.compile(
    r"^\W*(?:(?:and|ok|so|or|but|what|how|if|about|i|leave|go|it|is|were|y|und|aur|e|then|in|at|after|by|for|with|si|wenn|agar) ?)*\W*(?P<n>\d[\d.,]*)\W*(?:then|instead|hua to)?\W*$",
    re.IGNORECASE,
)
"""A follow-up that names another number and nothing else: "and at 17?"."""
CORRECTS = re.compile(
    r"\b(?:sorry|actually|correct\w*|i mean|i meant|oops|wait|typo|not \d|instead|turns out|rather|make (?:it|that))\b|^\W*no\b",
    re.IGNORECASE,
)
SUPPOSES = re.compile(
    r"^\W*(?:(?:and|ok|so|or|but|y|et|und|aur|e)\W+)*(?:if|what if|with|at|after|in|for|si|wenn|falls|agar|se|what about|how about|we|only)\b",
    re.IGNORECASE,
)
ASKS_YES = re.compile(r"^\W*(?:(?:and|so|ok|but)\W+)*(?:is|are|should|can|could|do|does|would|will)\b", re.IGNORECASE)
LEAVES_OUT = re.compile(
    r"(?<!\w)(?:w/o|without|excluding|except|ignor\w+|leav\w+ out|not counting)(?!\w)", re.IGNORECASE
)
POINTS_BACK = re.compile(r"\b(?:that|it|this|those|them|all|both|there|for me|i)\b|^\W*\w+\W*$", re.IGNORECASE)
OFFER_PARTS = re.compile(r"\b(?:base|bonus|sign[- ]?on|signing|equity|rsus?|stock)\b", re.IGNORECASE)
"""A what-if about these is one about the offer on file."""
ALIKE = Decimal(3)
"""A corrected number is at most so many times larger or smaller."""
CUT_OR_RAISE = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d+)?) ?(?:%|percent)(?: \w+){0,2}? (?:geo\w*|location|cut|adjust\w*|reduc\w*|less|lower|discount|haircut|drop|decrease|"
    r"more|raise|increase|bump|hike|higher|on top|uplift|premium)|(?:geo\w*|location|cut|adjust\w*|reduc\w*|discount|drop\w*|lower\w*|raise|increase|bump|hike)"
    r"(?: \w+){0,4}? (?P<m>\d{1,2}(?:\.\d+)?) ?(?:%|percent)",
    re.IGNORECASE,
)
UPWARD = re.compile(r"\b(?:more|raise|increase|bump|hike|higher|on top|uplift|premium)\b", re.IGNORECASE)


def read_across(
    texts: Sequence[str],
    catalogue: Sequence[Sum],
    *,
    offer: bool,
    today: date | None,
    base: Decimal | None = None,
    works: bool = True,
) -> ReadSum | None:
    """The calculation a short question asks for together with the fewest messages before it that complete it.

    A number corrected later counts in its new value; a what-if puts its number in the place of the one told before.

    Args:
        texts: what the person wrote, oldest first.
        catalogue: the calculations there are.
        offer: whether an offer is on file.
        today: the day of asking.
        base: the base salary of the offer the question is about, if one is on file.
        works: whether it may be worked out from the words where no calculator is made for it.
    """
    newest = texts[-1]
    if len(texts) < 2 or len(newest.split()) > LONGEST_ASK:
        return None
    if not (ASKS.search(newest) or SUPPOSES.search(newest)):
        return None
    told = _settle(texts[-1 - MOST_BACK :])
    if told is None:
        return None
    return _of_base(told, base, catalogue) or _joined(
        told, catalogue, offer, today, changed=changes_one_number(texts), works=works
    )


def read_gathered(texts: Sequence[str]) -> tuple[ReadSum, bool] | None:
    """The sum worked out from all that was told, later numbers in the place of earlier ones, and whether one was replaced.

    The oldest messages are left out one by one where their numbers are about something else.
    """
    gathered = gather(texts[-1 - MOST_BACK :])
    told = gathered.told
    if (len(texts) < 2 and not gathered.changed) or not told:
        return None
    if LEAVES_OUT.search(texts[-1]) or not (asks_number(told[-1]) or gathered.changed or gathered.goes_on):
        return None
    told = tuple(text for text in told[:-1] if not _only_asks_advice(text)) + told[-1:]
    for start in range(len(told)):
        kept = told[start:]
        if (len(kept) < 2 and not gathered.changed) or not any(asks_number(text) for text in kept):
            break
        worked = read_worked("\n".join(kept), gathered.asks)
        plain = worked is not None and (worked.sum in (WORKED_SURELY, WORKED_ALONE) or worked.used >= MANY)
        if worked is not None and (plain or (not start and (gathered.changed or gathered.goes_on))):
            return worked, gathered.changed or gathered.goes_on
    return None


def _only_asks_advice(text: str) -> bool:
    """Whether a message in between asks for advice and tells no amount."""
    amounts = any(item.kind != "plain" or (item.explicit and not item.unit) for item in read_amounts(text))
    return not amounts and not asks_plainly(text) and bool(ADVICE.search(text) or ASKS_YES.search(text))


def _joined(
    told: list[str], catalogue: Sequence[Sum], offer: bool, today: date | None, *, changed: bool, works: bool
) -> ReadSum | None:
    asks = told[-1]
    fallback = None
    for back in range(2, len(told) + 1):
        question = Question("\n".join(told[-back:]), offer, today)
        found = read_sum(question, catalogue)
        about_offer = offer and OFFER_PARTS.search(asks)
        worked = read_worked(question.text, asks if asks_number(asks) else "") if works and not about_offer else None
        if worked is not None and found is None and worked.sum.weight <= 1:
            fallback = fallback or worked  # a calculator is made for it, once all is told
            continue
        if worked is not None:
            return worked if found is None or explains_more(question.text, worked, found) else found
        if found is None or found.missing or (found.uses_offer and len(found.arguments) < SOME):
            continue
        touched = any(re.search(rf"\b(?:{pattern})", asks, re.IGNORECASE) for pattern in found.sum.asked)
        if (touched or POINTS_BACK.search(asks)) and (found.used or found.uses_offer):
            if not (found.uses_offer and changed):
                return found
            fallback = fallback or found  # the question before may have been about numbers of its own
    return fallback


def _of_base(told: list[str], base: Decimal | None, catalogue: Sequence[Sum]) -> ReadSum | None:
    """A percent named right before, taken of the base on file: "12% geo adjustment" – "thats how much?"."""
    if base is None or read_amounts(told[-1]):
        return None
    match = CUT_OR_RAISE.search(told[-2])
    if match is None or not re.search(
        r"\bhow much|\bin (?:money|dollars|numbers)|\bwhat(?:'s| is| does) (?:that|it)|\bso what",
        told[-1],
        re.IGNORECASE,
    ):
        return None
    percent = Decimal(match["n"] or match["m"])
    change = percent if UPWARD.search(match.group()) else -percent
    shape = next((item for item in catalogue if item.tool == "percent_change" and "new amount" in item.shows), None)
    about = shape or next(item for item in catalogue if item.tool == "percent_change")
    return ReadSum(about, {"amount": _plain(base), "change_pct": _plain(change)}, used=1)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def changes_one_number(texts: Sequence[str]) -> bool:
    """Whether the newest message only puts another number in the place of one before."""
    return len(texts) > 1 and bool(ONE_NUMBER.match(texts[-1]))


def _settle(texts: Sequence[str]) -> list[str] | None:
    """The messages with later numbers in the place of those they correct; None where the newest corrects nothing it could."""
    told: list[str] = []
    for index, text in enumerate(texts):
        newest = index == len(texts) - 1
        amounts = [item for item in read_amounts(text) if not item.unit]
        replaces = CORRECTS.search(text) or (newest and SUPPOSES.search(text))
        if replaces and len(amounts) == 1 and (place := _find_alike(told, amounts[0])) is not None:
            number, old = place
            told[number] = told[number][: old.start] + _written(amounts[0], old) + told[number][old.end :]
            if newest:
                told.append(_previous_ask(told) or told[number])
            continue
        told.append(text)
    return told if len(told) > 1 else None


def _previous_ask(told: Sequence[str]) -> str | None:
    """The last question before, which a what-if asks again."""
    return next((text for text in reversed(told) if ASKS.search(text)), None)


def _find_alike(told: Sequence[str], new: WrittenAmount) -> tuple[int, WrittenAmount] | None:
    """The newest number before of the same kind and size, counting 45 and 42k as alike."""
    bare = new.kind == "plain" and not new.explicit
    for number in range(len(told) - 1, -1, -1):
        for old in reversed([item for item in read_amounts(told[number]) if bare or not item.unit]):
            if (old.kind == "percent") != (new.kind == "percent"):
                continue
            value = new.value if new.value >= 1000 or old.value < 1000 else new.value * 1000
            if old.value and 1 / ALIKE <= value / old.value <= ALIKE:
                return number, old
    return None


def _written(new: WrittenAmount, old: WrittenAmount) -> str:
    """The new number as it is to stand for the old one, with its thousands and its currency."""
    bare = new.kind == "plain" and not new.explicit and new.value < 1000 <= old.value
    mark = f" {old.currency}" if old.currency and not new.currency else ""
    return f"{new.quote}{'k' if bare else ''}{mark}"

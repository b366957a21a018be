"""Subjects: what a sum is asked for where it is no part of the pay: "a night differential of 4.50", "a 5k training budget"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.changed_asks import Told
from assistant.offline.briefs.grammar import tag_alone
from assistant.offline.briefs.prose import tidy, to_you

_HEAD = (
    r"(?:allowances?|stipends?|budgets?|differentials?|premiums?|supplements?|surcharges?|subsid(?:y|ies)|reimbursements?|per[- ]?diems?|"
    r"fees?|mileage|commissions?|retainers?|expenses|costs?|contributions?|insurance|tuition|overtime|on[- ]call|stand[- ]?by|weekends?|"
    r"nights?|invoices?|bills?|quotes?|movers|shipping|flights?|rent|housing|parking|childcare|licen[cs]es?|exams?|equipment|tools|loans?|"
    r"fines?|buy[- ]?out|per[- ]mile|bonds?|deposits?|vouchers?|credits?|instalments?|severance)"
)
_PAY = r"(?:pay|rate|money|payments?|bonus)"
_PLAIN = r"(?:base|basic|my|the|their|your|our|its|his|her|a|an|starting|start|monthly|annual|yearly|hourly|weekly|daily|gross|net|current|first|year|hour|day|better|higher|good|more|to|and|i|of|for|with|in|raise|increase|move|bring|get|make|ask|want|take-home|new|fair|same|full|real|any|some|no|that|this|sign(?:ing)?|on|sign-on|joining|annual|target|year-end|make)"
_NOUN = rf"(?P<noun>(?:[a-z][a-z-]* ){{0,2}}?(?:{_HEAD}(?: {_PAY})?|(?!{_PLAIN}\b)[a-z][a-z-]+ {_PAY}))"
_BEFORE = lazy(
    rf"\b{_NOUN}(?: (?:of|at|to|is|was|be|would be|should be|to be|around|about|up to|from))*(?: [$€£]?\d[\d.,]*k?)?(?: to| up to| of| be)?\s*[$€£]?$",
    re.IGNORECASE,
)
_BEHIND = lazy(rf"\s*(?:(?:an?|per) [a-z]+ )?(?:for (?:the |my |our )?)?{_NOUN}\b", re.IGNORECASE)
_CLAUSE = lazy(r"\b(?:cause|cuz|because|bc|since|as|if|so|but|when|while|where|that|which|is|are|was|were|my|your|here|there|they|i|we)\b", re.IGNORECASE)  # fmt: skip
"""Opens words of their own, which name no part of the pay."""
_PERIOD = lazy(r"\s?(?:an? |per |/ ?)(?:hour|hr|day|night|week|month|year|mile|km|shift|visit|call)\b", re.IGNORECASE)
_RATHER = lazy(r"\s*(?:rather than|instead of|not|in place of|vs\.?|over)\s*(?P<than>[$€£]?\d[\d.,]*k?)", re.IGNORECASE)
_DETERMINER = lazy(r"^(?:the|an?|my|our|their|your|i|raise|increase|move|bring|get|make|want|ask|for|that|and|with|of|also|to) ", re.IGNORECASE)  # fmt: skip
_FLOOR = lazy(
    r"\b(?:settle|accept|take|ok(?:ay)? with|fine with|live with|happy with|minimum|at least|floor|lowest|walk[- ]?away|no (?:lower|less) than|not (?:below|under)|bottom line|worst case)\b[^.!?\n\d]{0,24}$",
    re.IGNORECASE,
)
_AT = lazy(r"^(?:\w+ ){1,2}(?:at|for|on|around|near|with) [$€£]?$", re.IGNORECASE)
_OF_PAY = lazy(r"(?:base|basic|salary|fixed|brut\w*|gross)\b|(?:cents? |p )?(?:an?|per|/) ?(?:mile|hour|month|year|day|week)\b", re.IGNORECASE)  # fmt: skip
_FILLING = frozenset("even flat please rather instead about around base salary pay year hour month cents per".split())
_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 5, 6, 7))
REACH = 44
LEAST_ASKED, MOST_ASKED = Decimal("0.6"), Decimal(2)
"""What is asked in the place of a base salary is at least and at most so many times it; all else is a misreading."""


def by_subject(asks: Sequence[Ask], told: Told) -> list[Ask]:
    """The asks with no sum of something else taken for base pay.

    Args:
        asks: what was read.
        told: the message.
    """
    offered = told.offered("base_salary", surely=True)
    numbers = {_number(item) for ask in asks if (item := _written(ask, told)) is not None}
    asks = _without_floor(asks, told)
    asks = [ask for ask in asks if not any(_is_around(ask, number) for number in numbers)]
    return [found for ask in asks for found in _by_subject(ask, asks, told, offered)]


def _without_floor(asks: Sequence[Ask], told: Told) -> list[Ask]:
    """The asks without the least that would do, where more is asked for: no message tells that."""

    def is_floor(ask: Ask) -> bool:
        item = _written(ask, told)
        return item is not None and bool(_FLOOR.search(lexicon.fold(told.text[max(0, item.start - REACH) : item.start])))  # fmt: skip

    floors = [ask for ask in asks if is_floor(ask)]
    more = {ask.term for ask in asks if ask.form == "amount" and ask not in floors}
    return [ask for ask in asks if ask not in floors or ask.term not in more]


def _is_around(ask: Ask, number: str) -> bool:
    """Whether words only stand around a sum that is asked for anyway: "land at 68", "50k even"."""
    if ask.form not in ("thing", "action", "own", "unread") or number not in ask.words:
        return False
    before, _, behind = ask.words.partition(number)
    behind = behind.lstrip("k$€£ ")
    if (not behind and _AT.search(before)) or _OF_PAY.match(behind):
        return True
    left = [word for word in re.findall(r"[a-z]{2,}", f"{before} {behind}".lower()) if word not in _FILLING]
    return not any(tag_alone(word).startswith(("NN", "VB")) for word in left)


def _by_subject(ask: Ask, asks: Sequence[Ask], told: Told, offered: Money | None) -> Iterator[Ask]:
    item = _written(ask, told) if ask.form == "amount" and ask.term == "base_salary" and not ask.worked else None
    if item is None:
        if not (ask.form == "unread" and _is_told_anew(ask, asks, told)):
            yield ask
        return
    subject = find_subject(told.text, item)
    if _stands_already(item, asks):
        return
    fitted = ask if subject or is_sane(ask, offered) else _in_scale(ask, item, offered)
    if subject:
        yield _as_thing(told.text, item, subject)
    else:
        yield fitted or Ask("unread", words=item.quote)


def _in_scale(ask: Ask, item: WrittenAmount, offered: Money | None) -> Ask | None:
    """The ask with a bare number in the scale of the sum offered; None where it fits in none."""
    if offered is None or ask.asked is None or item.explicit:
        return None
    scaled = (replace(ask, asked=replace(ask.asked, value=item.value * scale)) for scale in _SCALES)
    return next((found for found in scaled if is_sane(found, offered)), None)


def is_sane(ask: Ask, offered: Money | None, most: Decimal = MOST_ASKED) -> bool:
    """Whether a sum can be asked for in the place of the one offered, at `most` so many times it.

    >>> is_sane(Ask("amount", "base_salary", Money(Decimal(20000), None)), Money(Decimal(185000), None))
    False
    """
    if ask.asked is None or offered is None or ask.on_top or ask.asked.period != offered.period:
        return True
    return LEAST_ASKED * offered.value <= ask.asked.value <= most * offered.value


def find_subject(text: str, item: WrittenAmount) -> str:
    """What a sum is for, where words beside it say so; empty for pay itself.

    >>> from assistant.domain.amounts import read_amounts
    >>> [find_subject(told, read_amounts(told)[-1]) for told in ("a night differential of 4.50", "i want 195 base")]
    ['night differential', '']
    """
    folded = lexicon.fold(text)
    ahead = re.split(r"[.!?;:\n](?=\s)|,", folded[max(0, item.start - REACH) : item.start])[-1]
    match = _BEHIND.match(folded, item.end) or _BEFORE.search(ahead)
    if match is None or _CLAUSE.search(match["noun"]):
        return ""
    words = match["noun"].strip()
    while shorter := _DETERMINER.match(words):
        words = words[shorter.end() :]
    return words


def _as_thing(text: str, item: WrittenAmount, subject: str) -> Ask:
    period = _PERIOD.match(text, item.end)
    end = period.end() if period else item.end
    than = _RATHER.match(text, end)
    sum_words = tidy(text[item.start : end])
    instead = f" instead of {than['than'].rstrip('.,')}" if than else ""
    article = "" if subject.endswith(("s", "pay", "insurance", "overtime", "housing", "parking")) else "an " if subject[:1] in "aeio" else "a "  # fmt: skip
    return Ask("thing", words=f"{article}{to_you(subject)} of {sum_words}{instead}")


def _written(ask: Ask, told: Told) -> WrittenAmount | None:
    return next((item for item in told.sums if ask.asked is not None and told.worth(item) == ask.asked.value), None)


def _stands_already(item: WrittenAmount, asks: Sequence[Ask]) -> bool:
    """Whether another ask in words names the sum."""
    number = _number(item)
    return any(number in ask.words for ask in asks if ask.form in ("thing", "action", "own", "question"))


def _is_told_anew(ask: Ask, asks: Sequence[Ask], told: Told) -> bool:
    """Whether unread words only hold a sum that is asked for besides."""
    sums = [item for one in asks if (item := _written(one, told)) is not None]
    return any(_number(item) in ask.words for item in sums)


def _number(item: WrittenAmount) -> str:
    """The digits of an amount, or its words."""
    return re.sub(r"[^\d.,]", "", item.quote).strip(".,") or item.quote

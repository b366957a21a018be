"""Sums about change: a raise in percent, the percent between two amounts, growth over years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.quantities import Quantity
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

PRICES = r"\b(?:inflation|cpi\b|prices|living costs|cost of living (?:rose|went))"
DOWN = r"(?:drop\w*|fall\w*|fell|down|cut\w*|tank\w*|crash\w*|declin\w*|los\w+|lower|less|decrease\w*|minus|shrink\w*|halv\w*)"
UP = r"(?:rais\w*|ris\w+|rose|increas\w*|grow\w*|grew|up\b|more|bump\w*|hike\w*|gain\w*|higher|jump\w*|above|over|on top|extra|climb\w*|go(?:es)? up|appreciat\w*|compound\w*)"
YEARLY = r"(?:a year|per year|each year|every year|yearly|annual\w*|p\.a\.|/yr|compound\w*)"


def _change(filled: Filled) -> dict[str, Any] | None:
    """Two amounts, or an amount and percents, each with the sign its nearest word gives it."""
    quantities = filled.question.quantities
    pays = [q for q in quantities if q.kind in ("money", "plain") and not q.unit and (q.explicit or q.value >= 10)]
    percents = [q for q in quantities if q.kind == "percent"]
    if len(pays) > 2:
        pays = [item for item in pays if item.explicit or item.value not in range(12, 16)]
    shares = next((q for q in quantities if q.kind == "count"), None)
    prices = re.search(PRICES, filled.question.text, re.IGNORECASE)
    if prices and len(percents) == 2:
        inflation, change = sorted(percents, key=lambda item: _distance(filled, item, prices))
        return {"change_pct": to_json_number(change.value), "inflation_pct": to_json_number(inflation.value)}
    if not pays:
        return {"change_pct": _signed(filled, percents[0])} if percents else None
    amounts = _scaled(filled, pays) if shares is None else [to_json_number(item.value) for item in pays]
    if len(pays) == 2:
        if _is_present(filled, pays[1]) and not _is_present(filled, pays[0]):
            pays, amounts = pays[::-1], amounts[::-1]
        periods = {f"{new}payments": _payments(filled, item) for new, item in zip(("", "new_"), pays, strict=True)}
        if periods["payments"] == periods["new_payments"] or (None in periods.values() and _are_alike(amounts)):
            periods = {}  # one alike that tells no period of its own is of the same
        if _is_no_change(pays, amounts):
            return None
        claimed = to_json_number(percents[0].value) if len(percents) == 1 and filled.has(CHECKED) else None
        return {
            "amount": amounts[0],
            "new_amount": amounts[1],
            **periods,
            "claimed_pct": claimed,
            "years": _years(filled),
            "currency": filled.currency,
        }
    if not percents or len(pays) > 1 or len(percents) > 3:
        return None
    changes = [_signed(filled, item) for item in percents]
    return {
        "amount": amounts[0],
        "units": to_json_number(shares.value) if shares is not None else None,
        "change_pct": changes[0],
        "then_pct": changes[1:],
        "years": _years(filled) if filled.has(YEARLY + "|years? later|raises") else None,
        "currency": filled.currency,
    }


_LIKE = Decimal(4)
"""How many times larger or smaller a bare number in thousands may be than the pay told beside it."""
_TIMES_AS_MUCH = 11
"""How many times as much no change of one pay is: 1,000 % more."""


def _is_no_change(pays: Sequence[Quantity], amounts: Sequence[float]) -> bool:
    """Whether two amounts lie so far apart that they are no pay before and after, such as a rent and a salary."""
    low, high = sorted(amount * (_A_YEAR.get(item.period or "", 1)) for item, amount in zip(pays, amounts, strict=True))
    return high > _TIMES_AS_MUCH * low


_BETWEEN_CLAUSES = 40


def _distance(filled: Filled, item: Quantity, word: re.Match[str]) -> int:
    """How far a number stands from a word, a comma or "and" between them counted as a long way."""
    low, high = (item.end, word.start()) if word.start() >= item.end else (word.end(), item.start)
    between = filled.question.text[low:high]
    return len(between) + (_BETWEEN_CLAUSES if re.search(r"[,;]|\b(?:and|but|they|while)\b", between) else 0)


_PAYMENTS = {"month": 12, "week": 52, "bi-week": 26, "semi-month": 24}
_A_YEAR = {**_PAYMENTS, "hour": 2080, "day": 260}


def _are_alike(amounts: Sequence[int | float]) -> bool:
    """Whether two amounts are of one size, as those of one period are."""
    return min(amounts) * 2 > max(amounts) > 0


def _payments(filled: Filled, item: Quantity) -> int | float | None:
    """How often a year the amount is paid, as the words behind it say; None for an amount a year."""
    behind = filled.question.text[item.end : item.end + 40]
    many = re.match(
        r"[^\d.,?!]{0,28}\b(1[2-5]) ?(?:pagas|salaries|payments|times|mensualit\w+|gehälter|monthly)|\s*[x×] ?(1[2-5])\b",
        behind,
        re.IGNORECASE,
    )
    if many:
        return int(many[1] or many[2])
    return _PAYMENTS.get(item.period or "")


PRESENT = r"(?:now|current\w*|present\w*|make|earn|today|at the moment|old)\b"


def _is_present(filled: Filled, item: Quantity) -> bool:
    """Whether the words around the amount, up to the next clause, tell of today's pay."""
    text = filled.question.text
    before = re.split(r"[,;.?!]|\b(?:and|but|to|vs)\b", text[max(0, item.start - 28) : item.start])[-1]
    behind = re.split(r"[,;.?!]|\b(?:and|but|to|vs)\b", text[item.end : item.end + 20])[0]
    return bool(re.search(rf"\b{PRESENT}", f"{before} {behind}", re.IGNORECASE))


def _signed(filled: Filled, percent: Quantity) -> int | float:
    return to_json_number(-percent.value if _falls(filled, percent) else percent.value)


def _falls(filled: Filled, item: Quantity) -> bool:
    """Whether the word nearest to the percent tells of a fall."""
    text = filled.question.text
    best, down = 60, False
    for words, falls in ((DOWN, True), (UP, False)):
        for match in re.finditer(rf"\b{words}\b", text, re.IGNORECASE):
            gap = match.start() - item.end if match.start() >= item.end else item.start - match.end() + 2
            if gap < best:
                best, down = gap, falls
    return down


def _scaled(filled: Filled, pays: list[Any]) -> list[int | float]:
    """The amounts on one scale: "from 140 to 165k" means thousands in both, "500 on 70k" does not."""
    big = max((item.value for item in pays if item.explicit and item.value >= 1000), default=None)
    return [
        to_json_number(as_money(item) if (item.value < 1000 if big is None else _is_like(item, big)) else item.value)
        for item in pays
    ]


def _is_like(item: Quantity, big: Decimal) -> bool:
    """Whether an amount in thousands is near the other one."""
    return 1 / _LIKE <= as_money(item) / big <= _LIKE


def _years(filled: Filled) -> int | None:
    years = filled.years("years")
    raises = re.search(
        r"\b(two|three|four|five|six|\d{1,2}) (?:more )?(?:raises|hikes|increments)",
        filled.question.text,
        re.IGNORECASE,
    )
    if years is None and raises:
        return {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(raises[1].lower()) or int(raises[1])
    return int(years) if years is not None and years == int(years) and years >= 1 else None


REAL = (
    Sum(
        "percent_change",
        (
            PRICES.removeprefix(r"\b"),
            r"\d+ ?(?:%|percent)",
            r"(?:real\w*|raise|hike|after inflation|salary|pay|purchasing)",
        ),
        _change,
        shows=("change in percent after inflation",),
        never=r"(?:negotiat\w*|should|ask\w*|offer\w*|counter|stock|shares?|index)",
        weight=4,
    ),
)
CHECKED = r"(?:is (?:that|this|it)|right\b|correct|true|really|check)"
CHANGE_SUMS = (
    *REAL,
    Sum(
        "percent_change",
        (
            rf"(?:{UP}|{DOWN})",
            r"\d+ ?(?:%|percent)",
            r"what(?:'?s| is| are| would| will| wud)? (?:my|the|i|it|that|be)\b.{0,18}\b(?:new|now|then|be|make|get|on|end up|salary|base|pay)",
        ),
        _change,
        never=r"(?:vest\w*|cliff|401|espp|strike|options?|dilut\w*|tax\w*|claw\w*|stock|shares?|rsus?|should|say|answer|reply|counter\w*|policy|cap\b|max\w*|limit|only|hike)",
        slots=(slot("years", "span", r"(?:for|over|after|in)", sole=True),),
        needs=(("amount|inflation_pct", "the amount before it, such as your base salary today"),),
        shows=("new amount", "amount after", "change"),
        weight=4,
    ),
    Sum(
        "percent_change",
        (
            rf"(?:\d+ ?(?:percent|%|prozent|por ?ciento|pct)|percent\w*|en %|a %|(?:what|in|much|of a) ?%|hike|raise|increase|bump|jump|subida|{DOWN}|{UP})",
            r"\d",
        ),
        _change,
        (slot("years", "span", r"(?:for|over|after|in)", sole=True),),
        never=r"(?:unvested|forfeit\w*|sign[- ]?on\b|signing|vest\w* (?:after|by|schedule|5/)|cliff|401|espp|strike|options?|dilut\w*|tax\w*|withh\w*|clawback|per hour|an hour|match\w*|deadline|vacation|fully[- ]diluted|cost of living|bonus\w*|index|ote\b|quota|commission)",
        needs=(("amount|inflation_pct", "the amount before it, such as your base salary"),),
        shows=(
            "new amount",
            "amount after",
            "change in percent after inflation",
            "change in percent",
            "stated percent above",
            "change",
            "amount after",
            "total change",
        ),
        weight=1,
    ),
)

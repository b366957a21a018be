"""Amounts: every money amount, percentage and plain number a text holds, with its place.

Dates, times, phone numbers, street and postal numbers, form and section names (401(k), 83(b), W-2),
levels (L62), ages ("I am 57"), list and citation markers, schedules (5/15/40/40, 1/48), years of the calendar and
addresses of pages are no amounts. Durations ("4-year", "12 months") are plain with their `unit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Literal

from assistant.domain.amount_patterns import (
    BARE_CURRENCY_SYMBOLS,
    CHANGE_BEFORE,
    COMMA_DECIMAL,
    CURRENCIES,
    MIL_IS_THOUSAND,
    NOT_AMOUNTS,
    NUMERAL,
    POINT_DECIMAL,
    POINT_GROUPED,
    POINTED_SUM,
    RANGE_JOIN,
    SCALES,
    SPACED_SUM,
    TAIL,
)
from assistant.domain.characters import fold_characters
from assistant.domain.number_words import has_number_words, read_coins, read_number_words

AmountKind = Literal["money", "percent", "plain"]

MOST_DIGITS = 15
REMEMBERED = 512
"""Texts whose amounts are kept: a turn reads its message and its answer a dozen times."""
MOST_WIDE = 200
"""The far end of a range is at most so many times the near one."""
STRUCK = "\x01"
"""Stands in masked text for a character that belongs to no amount; no folded text holds it."""
_BASIS_POINT = Decimal("0.01")
_LAKH_SCALES = {Decimal(10) ** 5, Decimal(10) ** 7}


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number as the text writes it: `text[start:end] == quote`.

    `value` has its suffix applied ($180K is 180000; percentages are whole numbers, 50 bps is 0.5).
    `explicit`: a symbol, code or suffix stands with it. `precision`: the step of its last written
    digit ($297K: 1000). `scale`: what the suffix multiplied by. `unit`: year, month, week, day or
    hour of a duration. `per_year`: the suffix itself says so (LPA). `partner`: the index, in the same
    list, of the other end of a range. `bare_dollar`: the symbol is shared by several currencies.
    """

    start: int
    end: int
    quote: str
    value: Decimal
    kind: AmountKind
    currency: str | None = None
    explicit: bool = False
    precision: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    unit: str | None = None
    per_year: bool = False
    ambiguous_symbol: str | None = None
    spelled: bool = False
    partner: int | None = None


def read_amounts(text: str, most: int = 1_000_000) -> list[WrittenAmount]:
    """Amounts of the text from left to right, the first `most` numerals; never raises, linear time.

    >>> [(a.quote, str(a.value), a.kind) for a in read_amounts("$180K base and 15% by Dec 1, 2026")]
    [('$180K', '180000', 'money'), ('15%', '15', 'percent')]
    """
    return list(_read_amounts(text, most))


@lru_cache(maxsize=REMEMBERED)
def _read_amounts(text: str, most: int) -> tuple[WrittenAmount, ...]:
    folded = fold_characters(text)
    if not (_DIGIT.search(folded) or has_number_words(folded) or _HALF_PERCENT.search(folded)):
        return ()
    masked = mask_non_amounts(folded)
    numerals, spelled = islice(_read_numerals(masked), most), islice(_read_words(masked), most)
    coins = islice(_read_coins(masked), most)
    found = sorted([*coins, *numerals, *spelled, *_read_parts_of_percent(masked)], key=lambda amount: amount.start)
    apart = list(_without_overlap(found))
    linked = _link_ranges(apart, masked)
    return tuple(replace(amount, quote=text[amount.start : amount.end]) for amount in linked)


_DIGIT = re.compile(r"\d")


def mask_non_amounts(folded: str) -> str:
    """The text with dates, times, addresses and other numbers that are no amounts struck out."""
    for pattern in NOT_AMOUNTS:
        folded = pattern.sub(_strike, folded)
    return folded


def _strike(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", STRUCK, match.group())


def _read_numerals(text: str) -> Iterator[WrittenAmount]:
    spaced, pointed, told = bool(SPACED_SUM.search(text)), groups_by_point(text), 0
    for match in NUMERAL.finditer(text):
        digits = match["number"]
        if len(digits) > MOST_DIGITS * 2 or sum(char.isdigit() for char in digits) > MOST_DIGITS:
            continue
        tail = TAIL.match(text, match.end())
        before = match["symbol"] if match.start() >= told else None  # the mark behind one number is not before the next
        symbol = before or (tail["currency"] if tail else None)
        if " " in digits and not spaced and not _is_one_number(digits, symbol):
            yield from _read_apart(text, match)
            continue
        grouped = pointed and POINT_GROUPED.fullmatch(digits)
        value, step = _read_digits(digits.replace(".", "") if grouped else digits, symbol)
        start = match.start("number") if match["symbol"] and not before else match.start()
        amount = _build(text, start, match.end(), value, step, before)
        told = amount.end if amount else told
        if amount is not None:
            yield replace(amount, value=-amount.value) if match["minus"] else amount


def groups_by_point(text: str) -> bool:
    """Whether a text parts thousands by a point: by such a sum, or as it writes decimals behind a comma only."""
    return bool(POINTED_SUM.search(text)) or bool(COMMA_DECIMAL.search(text) and not POINT_DECIMAL.search(text))


def _is_one_number(digits: str, symbol: str | None) -> bool:
    groups = re.split("[.,]", digits)[0].split(" ")[1:]
    return bool(symbol) or len(groups) > 1 or groups == ["000"]


def _read_apart(text: str, match: re.Match[str]) -> Iterator[WrittenAmount]:
    start = match.start("number")
    for part in match["number"].split(" "):
        end = start + len(part)
        value, step = _read_digits(part, None)
        amount = _build(text, start, end, value, step, None)
        if amount is not None:
            yield amount
        start = end + 1


def _read_digits(digits: str, symbol: str | None) -> tuple[Decimal, Decimal]:
    """Value and the step of the last digit."""
    plain = digits.replace(" ", "").replace("'", "")
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        decimal_mark = "," if comma > point else "."
    elif comma >= 0:
        decimal_mark = "," if len(plain) - comma - 1 != 3 else ""
    elif plain.count(".") > 1 or (point >= 0 and _point_groups(plain, point, symbol)):
        decimal_mark = ""
    else:
        decimal_mark = "."
    other = "," if decimal_mark == "." else "."
    whole = plain.replace(other, "")
    whole = whole.replace(decimal_mark, ".") if decimal_mark else whole.replace(",", "").replace(".", "")
    value = Decimal(whole)
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _point_groups(plain: str, point: int, symbol: str | None) -> bool:
    """Whether one point with three digits after it groups thousands, as in 95.000 EUR."""
    if len(plain) - point - 1 != 3 or plain.startswith("0"):
        return False
    code = _currency(symbol)
    grouped_by_point = code in {"EUR", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "BRL", "TRY", "IDR"}
    return grouped_by_point or plain.endswith("000")


def _build(text: str, start: int, end: int, value: Decimal, step: Decimal, symbol: str | None) -> WrittenAmount | None:
    tail = TAIL.match(text, end)
    suffix = tail["scale"] if tail else None
    after = tail["currency"] if tail else None
    scale = SCALES[suffix.lower().strip()] if suffix else Decimal(1)
    if suffix and suffix.lower().strip() == "mil" and MIL_IS_THOUSAND.search(text):
        scale = Decimal(1000)
    if tail and (tail["percent"] or tail["bps"]):
        part = Decimal(1) if tail["percent"] else _BASIS_POINT
        return WrittenAmount(start, tail.end(), "", value * part, "percent", None, True, step * part)
    mark = after if after and _ambiguous(symbol) else symbol or after
    code = _currency(mark)
    unit = tail["unit"].lower() if tail and tail["unit"] and not symbol and not suffix else None
    if code is None and not suffix and _is_calendar_year(value, step, text[start:end]):
        return None
    if tail and (suffix or after):
        end = tail.end("currency") if after else tail.end("scale")
    per_year = bool(suffix and suffix.lower() == "lpa")
    if code is None and scale in _LAKH_SCALES:
        code = "INR"
    marked = code is not None or suffix is not None or after is not None
    return WrittenAmount(
        start, end, "", value * scale, "money" if marked else "plain", code, marked, step * scale, scale,
        _UNITS.get(unit[:2]) if unit else None, per_year, _ambiguous(mark),
    )  # fmt: skip


_UNITS = {
    "ye": "year",
    "yr": "year",
    "mo": "month",
    "mt": "month",
    "we": "week",
    "wk": "week",
    "da": "day",
    "ho": "hour",
    "hr": "hour",
    "dí": "day",
    "di": "day",
    "ta": "day",
    "jo": "day",
    "gi": "day",
    "se": "week",
    "wo": "week",
    "me": "month",
    "mê": "month",
    "st": "hour",
    "he": "hour",
    "añ": "year",
    "an": "year",
    "ja": "year",
}


def _currency(symbol: str | None) -> str | None:
    if not symbol:
        return None
    mark = symbol.lower().strip(". ")
    return CURRENCIES.get(mark) or CURRENCIES.get(mark.strip("$€£¥₹. "))  # "CAD $" is the code's currency


def _ambiguous(symbol: str | None) -> str | None:
    mark = symbol.lower().strip(". ") if symbol else None
    return mark if mark in BARE_CURRENCY_SYMBOLS else None


def _is_calendar_year(value: Decimal, step: Decimal, written: str) -> bool:
    return step == 1 and 1990 <= value < 2100 and len(written.strip()) == 4


_HALF_PERCENT = re.compile(
    r"\b(?P<part>half|quarter|tenth) (?:of )?(?:an?|one|1) (?:percent|%|per cent|pct)(?!\w)", re.IGNORECASE
)
_PARTS_OF_ONE = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "tenth": Decimal("0.1")}


def _read_parts_of_percent(text: str) -> Iterator[WrittenAmount]:
    """Stakes as people say them: "half a percent"."""
    for match in _HALF_PERCENT.finditer(text):
        part = _PARTS_OF_ONE[match["part"].lower()]
        yield WrittenAmount(match.start(), match.end(), "", part, "percent", None, True, part)


def _read_coins(text: str) -> Iterator[WrittenAmount]:
    for said in read_coins(text):
        code, step = _currency(said.currency), Decimal("0.01")
        mark = _ambiguous(said.currency)
        yield WrittenAmount(
            said.start, said.end, "", said.value, "money", code, True, step, ambiguous_symbol=mark, spelled=True
        )


_TO_PERCENT = re.compile(r" ?(?:to|or|and|-) ?[\w-]+ (?:percent|per cent|pct)\b", re.IGNORECASE)
"""Behind the near end of a range of percents in words, "eight to twelve percent"."""


def _read_words(text: str) -> Iterator[WrittenAmount]:
    for spelled in read_number_words(text):
        amount = _build(text, spelled.start, spelled.end, spelled.value, spelled.step, None)
        told = amount is not None and (amount.explicit or amount.unit or amount.value >= 10)
        if amount is not None and (told or _TO_PERCENT.match(text, amount.end)):
            yield replace(amount, spelled=True, explicit=amount.explicit or spelled.step >= 1000)


def _without_overlap(found: list[WrittenAmount]) -> Iterator[WrittenAmount]:
    end = 0
    for amount in found:
        if amount.start >= end:
            yield amount
            end = amount.end


_AND = frozenset({"and", "und", "et", "y", "e", "en", "och", "og"})
_BETWEEN = re.compile(
    r"\b(?:between|bet(?:w|wn|\.)?|btwn?|zwischen|entre|tra|fra|tussen|mellan|mellem|mellom)\s*(?:about\s*)?$",
    re.IGNORECASE,
)


def _link_ranges(amounts: list[WrittenAmount], text: str) -> list[WrittenAmount]:
    linked = list(amounts)
    for index in range(len(linked) - 1):
        low, high = linked[index], linked[index + 1]
        between = text[low.end : high.start]
        if len(between) > 8 or low.partner is not None or not RANGE_JOIN.fullmatch(between):
            continue
        before = text[max(0, low.start - 40) : low.start]
        if between.strip().lower() in _AND and not _BETWEEN.search(before):
            continue
        low, high = _share_marks(low, high)
        if high.value > MOST_WIDE * low.value > 0:
            continue
        if low.value < high.value and low.kind == high.kind and not CHANGE_BEFORE.search(before):
            linked[index] = replace(low, partner=index + 1)
            linked[index + 1] = replace(high, partner=index)
    return linked


def _share_marks(low: WrittenAmount, high: WrittenAmount) -> tuple[WrittenAmount, WrittenAmount]:
    """The two ends with the suffix, percent sign and currency that only one of them shows."""
    if high.kind == "percent" and low.kind == "plain" and not low.unit:
        low = replace(low, kind="percent", explicit=True)
    if high.scale > low.scale == 1 and low.value < 1000 and low.kind != "percent":
        low = replace(low, value=low.value * high.scale, precision=low.precision * high.scale, scale=high.scale)
    if low.kind == "plain" and high.scale == 1 and 1000 * low.value <= high.value <= 10_000 * low.value:
        low = replace(low, value=low.value * 1000, precision=low.precision * 1000, scale=Decimal(1000))
    if low.scale > high.scale == 1 and high.value < 1000 and high.kind == "plain" and not high.unit:
        high = replace(high, value=high.value * low.scale, precision=high.precision * low.scale, scale=low.scale)
    if high.kind == "money" and low.kind == "plain":
        low = replace(low, kind="money", explicit=True, currency=high.currency)
    if low.kind == "money" and high.kind == "plain" and not high.unit:
        high = replace(high, kind="money", explicit=True, currency=low.currency)
    if low.kind == high.kind == "money":
        code = low.currency or high.currency
        low, high = replace(low, currency=low.currency or code), replace(high, currency=high.currency or code)
    return low, high

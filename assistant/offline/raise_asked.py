"""Raise asked: by how many percent the offer on file is above the present pay, asked for by its name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.money import to_json_number
from assistant.offline.present_job import find_present
from assistant.offline.signals import Signals
from assistant.offline.sums.change import CHANGE_SUMS
from assistant.offline.sums.sum import ReadSum

_FILLER = (
    r"(?:so|and|ok|okay|then|now|bhai|sir|hi|what'?s?|is|the|my|total|exact|calc\w*|compute|kitn[ai]|kya|in|of|"
    r"how much|pls|please|for this|here|hua|hai|hoga|batao|ab)"
)
_RAISE = r"(?:hike|raise|increment|increase|jump|rise)"
_PERCENT = r"(?:percent(?:age)?|%|pct|per cent)"
_ONLY_NAMES = re.compile(
    rf"\W*(?:{_FILLER}\W+)*(?:{_RAISE} ?(?:in |ka )?{_PERCENT}|{_PERCENT} (?:of )?(?:the )?{_RAISE})"
    rf"(?:\W+{_FILLER})*\W*",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    rf"\d ?{_PERCENT} (?:\w+ )?(?:{_RAISE}|bump|uplift)\b[^?\n]*?"
    r"\b(?:true|right|correct|really|honest|accurate|legit|so)\b[^?\n]*\?"
    rf"|\b(?:true|right|correct|really)\b[^?\n]*\d ?{_PERCENT} (?:\w+ )?(?:{_RAISE}|bump|uplift)\b[^?\n]*\?",
    re.IGNORECASE,
)
"""Asks whether the raise is as many percent as somebody says."""
_SAME = Decimal("0.5")
"""Points between two percents that are called the same."""
_LEAST, _MOST = Decimal("0.2"), Decimal(5)
"""How far the offer can be from the present pay, as a ratio; beyond, one of them was misread."""
LAKH_OF_THOUSANDS = 100
"""What a bare "30" read in thousands is multiplied with to be in lakhs."""


def names_raise(text: str) -> bool:
    """Whether a message is no more than the name of the raise in percent, or asks whether one is as told.

    >>> names_raise("hike percent"), names_raise("they have a hike percent limit of 30")
    (True, False)
    >>> names_raise("she calls it a 15% raise. true?")
    True
    """
    return bool(_ONLY_NAMES.fullmatch(text) or _CHECKS.search(text))


def say_whether(text: str, figures: Sequence[Mapping[str, Any]]) -> str:
    """Whether the raise is as many percent as the message asks; empty where it asks no such thing.

    >>> say_whether("she calls it a 15% raise. true?", [{"label": "change in percent", "value": 10.0}])
    '**No, it is 10 %, not 15 %.**'
    """
    told = next((item.value for item in read_amounts(text) if item.kind == "percent"), None)
    found = next((Decimal(str(each["value"])) for each in figures if "percent" in each["label"]), None)
    if told is None or found is None or not _CHECKS.search(text):
        return ""
    same = abs(told - found) < _SAME
    return f"**Yes, it is {_plain(found)} %.**" if same else f"**No, it is {_plain(found)} %, not {_plain(told)} %.**"


def _plain(percent: Decimal) -> str:
    return f"{percent:.2f}".rstrip("0").rstrip(".")


def find_raise(texts: Sequence[str], signals: Signals) -> ReadSum | None:
    """The percent from the present pay to the base of the only offer on file; None if it is not asked or not known."""
    if signals.offers_on_file > 1 or not names_raise(texts[-1]):
        return None
    present = find_present(texts[:-1])
    if present is None or present.offer.base_annual is None:
        return None
    base = signals.base_on_file or _only_other(texts[:-1], present.offer.base_annual)
    assumed = present.offer.currency_assumed or present.offer.currency is None
    currency = signals.currency_on_file
    if not assumed and present.offer.currency != currency:
        if signals.offers_on_file and not signals.offers[0]["offer"].get("currency_assumed"):
            return None
        currency = present.offer.currency
    pay = _on_scale(present.offer.base_annual, base, lakhs=assumed and currency == "INR") if base else None
    if pay is None or base is None:
        return None
    arguments = {"amount": to_json_number(pay), "new_amount": to_json_number(base)}
    return ReadSum(
        CHANGE_SUMS[-1], arguments | ({"currency": currency} if currency not in (None, "USD") else {}), used=2
    )


def _only_other(texts: Sequence[str], pay: Decimal) -> Decimal | None:
    """The only sum told beside the present pay that can be pay, too; None where there is none or several."""
    told = {item.value for text in texts for item in read_amounts(text) if item.kind != "percent" and not item.unit}
    others = {value for value in told if value != pay and _LEAST <= value / pay <= _MOST}
    return others.pop() if len(others) == 1 else None


def ask_for_pays(text: str, signals: Signals) -> ReadSum | None:
    """The question back for a raise that nothing told makes; None where none is asked for."""
    lacks = "your pay today" if signals.offers_on_file else "your pay today and the pay that is offered"
    return ReadSum(CHANGE_SUMS[-1], missing=(lacks,)) if names_raise(text) else None


def _on_scale(pay: Decimal, base: Decimal, *, lakhs: bool) -> Decimal | None:
    """The present pay as it is counted beside the offer, which a bare number leaves open."""
    ways = (pay, pay * LAKH_OF_THOUSANDS) if lakhs else (pay,)
    return next((way for way in ways if _LEAST <= base / way <= _MOST), None)

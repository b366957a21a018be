"""Raise asked: by how many percent the offer on file is above the present pay, asked for by its name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

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
_LEAST, _MOST = Decimal("0.2"), Decimal(5)
"""How far the offer can be from the present pay, as a ratio; beyond, one of them was misread."""
LAKH_OF_THOUSANDS = 100
"""What a bare "30" read in thousands is multiplied with to be in lakhs."""


def names_raise(text: str) -> bool:
    """Whether a message is no more than the name of the raise in percent.

    >>> names_raise("hike percent"), names_raise("they have a hike percent limit of 30")
    (True, False)
    """
    return bool(_ONLY_NAMES.fullmatch(text))


def find_raise(texts: Sequence[str], signals: Signals) -> ReadSum | None:
    """The percent from the present pay to the base of the only offer on file; None if it is not asked or not known."""
    base = signals.base_on_file
    if base is None or signals.offers_on_file != 1 or not names_raise(texts[-1]):
        return None
    present = find_present(texts[:-1])
    if present is None or present.offer.base_annual is None:
        return None
    assumed = present.offer.currency_assumed or present.offer.currency is None
    if not assumed and present.offer.currency != signals.currency_on_file:
        return None
    pay = _on_scale(present.offer.base_annual, base, lakhs=assumed and signals.currency_on_file == "INR")
    if pay is None:
        return None
    arguments = {"amount": to_json_number(pay), "new_amount": to_json_number(base)}
    currency = signals.currency_on_file
    return ReadSum(
        CHANGE_SUMS[-1], arguments | ({"currency": currency} if currency not in (None, "USD") else {}), used=2
    )


def ask_for_pays(text: str, signals: Signals) -> ReadSum | None:
    """The question back for a raise that nothing told makes; None where none is asked for."""
    lacks = "your pay today" if signals.offers_on_file else "your pay today and the pay that is offered"
    return ReadSum(CHANGE_SUMS[-1], missing=(lacks,)) if names_raise(text) else None


def _on_scale(pay: Decimal, base: Decimal, *, lakhs: bool) -> Decimal | None:
    """The present pay as it is counted beside the offer, which a bare number leaves open."""
    ways = (pay, pay * LAKH_OF_THOUSANDS) if lakhs else (pay,)
    return next((way for way in ways if _LEAST <= base / way <= _MOST), None)

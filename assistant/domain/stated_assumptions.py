"""Stated assumptions: what the words of an offer say that its terms do not hold, for looking at it from all sides."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.what_if import OfferWhatIf

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
CLAWBACK = re.compile(
    r"\bclaw\w*[- ]?back|\brepa(?:y|id|yable|yment)\b|\bpay (?:\w+ ){0,4}back\b"
    r"|\breimburse the\b|\bgive (?:\w+ ){0,2}back\b|\breturn(?:ed\b| (?:it|the|all)\b)|\brefund|\bowe\b",
    re.IGNORECASE,
)
_SIGN_ON = re.compile(r"\b(?:sign(?:ing)?|joining|bonus|it|both|this|that|sum|amount)\b", re.IGNORECASE)
_MOVING = re.compile(r"\brelocat\w*|\bmoving\b|\btuition\b|\bvisa\b", re.IGNORECASE)
_COUNTS = {"one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12, "eighteen": 18, "twenty-four": 24, "thirty-six": 36}
_SPAN = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\)?[- ]?(?:full |whole |complete )?"
    r"(?P<unit>months?|mos?|years?|yrs?)\b"
    r"|\b(?P<year>(?:the|your|their|my) first (?:year|anniversary)|first year|(?:a|one) year|1st year)\b",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SCALE = r"k|mm?|million|mil|billion|bn"
_ALL_SHARES = re.compile(
    rf"(?<![\d.,])(?P<n>{_NUMBER}) ?(?P<unit>{_SCALE})? (?:total |outstanding )?(?:shares )?(?:on a )?"
    r"(?:fully[- ]diluted|fd shares)"
    rf"|\b(?:fully[- ]diluted|fd share)[^.\n;\d%]{{0,24}}(?P<n_behind>{_NUMBER}) ?(?P<unit_behind>{_SCALE})?\b",
    re.IGNORECASE,
)
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9}
LEAST_SHARES = 1000


def add_stated(assumed: OfferWhatIf, words: str) -> OfferWhatIf:
    """What is assumed, with what the words of the offer state where the person has set nothing."""
    stated: dict[str, object] = {}
    if assumed.repay_months is None:
        stated["repay_months"] = read_repay_months(words)
    if assumed.fully_diluted_shares is None:
        stated["fully_diluted_shares"] = read_all_shares(words)
    return assumed.model_copy(update=stated)


def read_repay_months(words: str) -> int | None:
    """The months within which leaving costs the sign-on, where the words name one time only.

    >>> read_repay_months("Sign-on of $30,000; if you leave within 12 months you repay it in full.")
    12
    >>> read_repay_months("You repay the sign-on in full within 12 months, and pro rata within 24 months.") is None
    True
    """
    found: set[int] = set()
    for sentence in _SENTENCE.split(words):
        only_moving = _MOVING.search(sentence) and not re.search(r"\bsign|\bjoining", sentence, re.IGNORECASE)
        if CLAWBACK.search(sentence) and _SIGN_ON.search(sentence) and not only_moving:
            found |= {_count_months(span) for span in _SPAN.finditer(sentence)}
    return found.pop() if len(found) == 1 else None


def _count_months(span: re.Match[str]) -> int:
    if span["year"]:
        return 12
    count = int(span["count"]) if span["count"].isdigit() else _COUNTS[span["count"].lower()]
    return count * 12 if span["unit"].lower().startswith("y") else count


def read_all_shares(words: str) -> Decimal | None:
    """The count of all shares of the company, where the words name one.

    >>> read_all_shares("40,000 options, fully diluted shares 25 million")
    Decimal('25000000')
    """
    counts = (
        Decimal((match["n"] or match["n_behind"]).replace(",", ""))
        * _UNITS[(match["unit"] or match["unit_behind"] or "").lower()[:1]]
        for match in _ALL_SHARES.finditer(words)
    )
    found = {count for count in counts if count >= LEAST_SHARES}
    return found.pop() if len(found) == 1 else None

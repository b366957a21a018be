"""Which yes: asked back where a yes or no leaves open which offer, which sum or which question it goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.money import render_money
from assistant.offline import lexicon
from assistant.offline.briefs.purposes import orders_yes
from assistant.offline.briefs.seeming import thinks_again, would_decline
from assistant.offline.chosen import find_open, find_preferred, find_taken, is_named
from assistant.offline.reading import Reading
from assistant.offline.statements import SMALLEST_PAY
from assistant.offline.view import View

_ANSWERED = frozenset({"accept", "decline"})
_POINTS = lazy(
    r"\b(?:tell|write|text|mail|answer|send|say|give)\b[^.?!\n]{0,16}\byes\b|\b(?:it|that|this)\b", re.IGNORECASE
)
_HIGHER = lazy(
    r"\bthe (?:higher|lower|better|best|worse|worst|bigger|smaller|first|second|last|other|former|latter)\b"
    r"(?! (?:number|sum|figure|base|pay|offers\b))",
    re.IGNORECASE,
)
"""Names an offer by what it pays or where it stands."""
_ASKED = lazy(
    r"\b(?:they|she|he|hr|recruiter|manager|boss)\b[^.?!\n]{0,20}"
    r"\b(?:ask(?:s|ed|ing)?|wants? to know|wonder(?:s|ed)?)\b"
    r"|^\W*(?:(?:and|but|so|ok|hey|hmm)\W+)*"
    r"(?:is|are|am|was|can|could|do|does|did|will|would|what|when|where|who|why|how|which|has|have)\b",
    re.IGNORECASE,
)
_OF_THE_OFFER = lazy(
    r"\b(?:accept\w*|tak(?:e|ing) (?:it|this|that|the)|sign(?:ing)?(?![- ]?on)|say yes|declin\w*|counter\w*|negotiat\w*"
    r"|ask for more|push|hold out|go for it|worth it)\b",
    re.IGNORECASE,
)
"""A question about the offer itself, which a yes behind it goes to."""
_NOT_GRANTED = lazy(
    r"\b(?:no\b|not\b|n't|refus\w*|reject\w*|declin\w*)"
    r"|\bi (?:had |have )?(?:ask(?:ed)?|want(?:ed)?|need(?:ed)?|counter\w*|named|said|hop\w+|thought)\b",
    re.IGNORECASE,
)
"""A sum beside it was refused, or is the person's own."""
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
WHICH_OFFER = "Which offer do you mean: {}? Say {}, and I write it."
WHICH_SUM = (
    "Which sum do you accept: {held}, which is what is on file, or {told}? {told} was told last, and I cannot tell "
    "whether it is a firm offer of theirs. Say “accept {told}” or “accept {held}”, and I write it."
)
YES_TO_WHAT = (
    "Yes to what? If you accept the offer itself, say “accept the offer”, and I write that. If it only answers the "
    "question, say what you agree to, and I write that and nothing more."
)
NO_LONGER = (
    "You take that back; do you accept the offer now, or do you want to go on talking? Say “accept the offer”, or "
    "what you want to ask for, and I write it."
)
AT_WHICH = (
    "From which sum on would you accept? Tell me, and I write that you could not take it as it stands and what it "
    "would need. If you decline for good, say “decline it”."
)


def ask_which(view: View, reading: Reading) -> str:
    """The question that a yes or no is answered with where it leaves open what it goes to; empty where it does not."""
    text = lexicon.fold(view.texts[-1])
    if reading.kind not in ("script", "advice") or not view.offers:
        return ""
    asks = any(ask.asked and ask.asked.value != _base(view) for ask in reading.brief.asks)
    if lexicon.SCRIPT.search(text) or reading.kind == "script":
        if thinks_again(text) and reading.purpose not in _ANSWERED and not asks:
            return NO_LONGER
        if would_decline(text) and not asks:
            return AT_WHICH
    if reading.kind != "script" or reading.purpose not in _ANSWERED:
        return ""
    if offers := _offers_open(view, text):
        names = [str(item["name"]) for item in offers]
        return WHICH_OFFER.format(" or ".join(names), " or ".join(f"“{reading.purpose} {name}”" for name in names))
    return _which_sum(view, text) if reading.purpose == "accept" else ""


def _offers_open(view: View, text: str) -> list[dict[str, Any]]:
    """The offers among which a message leaves open which it accepts or declines; empty where it tells."""
    offers = find_open(view.offers, view.texts)
    named = [item for item in offers if is_named(item, text, view.offers)]
    if len(offers) < 2 or view.mine is None or named or view.companies:
        return []
    if _HIGHER.search(text) and not find_taken(view.offers, view.texts):
        return offers
    before = lexicon.fold("\n".join(view.texts[-2:-1]))
    told = [item for item in offers if is_named(item, before, view.offers)]
    if told == [view.mine] or find_preferred(offers, view.texts) is not None or find_taken(view.offers, view.texts):
        return []
    return offers


def _which_sum(view: View, text: str) -> str:
    """What to ask where the message before a yes asks something, or tells a sum that the yes would not be to."""
    if len(view.texts) < 2 or read_amounts(text):
        return ""
    before = lexicon.fold(view.texts[-2])
    offer = (view.mine or {}).get("offer", {})
    base = _base(view)
    sums = list(_sums_like(before, base))
    filed = {Decimal(str(item["offer"].get("base_annual") or 0)) for item in view.offers}
    if sums and not filed.intersection(sums) and not _NOT_GRANTED.search(before):
        currency = str(offer.get("currency") or "USD")
        return WHICH_SUM.format(held=render_money(base, currency), told=render_money(sums[-1], currency))
    asked = "?" in before.rstrip()[-2:] or _ASKED.search(before)
    points = orders_yes(text) and _POINTS.search(text)
    answers = _OF_THE_OFFER.search(before) or (sums and not _ASKED.search(before))
    return YES_TO_WHAT if points and asked and not answers else ""


def _base(view: View) -> Decimal:
    return Decimal(str((view.mine or {}).get("offer", {}).get("base_annual") or 0))


def _sums_like(text: str, base: Decimal) -> Iterator[Decimal]:
    """The sums of a text that can be pay beside that on file, in its scale."""
    for item in read_amounts(text):
        if item.kind == "percent" or item.unit or not (item.explicit or item.value >= SMALLEST_PAY):
            continue
        value = item.value * (1000 if item.value < 1000 <= base else 1)
        if base and _LEAST <= value / base <= _MOST:
            yield value

"""Agreed: the terms the talks have come to, in the phrases of a message that accepts or confirms them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.agreed import find_pay, say_pay
from assistant.offline.briefs.answers import read_given
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.talked import sum_meant
from assistant.offline.scripts.rivalry import holds_the_rival
from assistant.offline.scripts.terms import list_terms
from assistant.offline.view import View

_BASE = ("a base of", "pay of")
_ALREADY = {
    "a sign-on bonus of": lazy(
        r"\b(?:sign\w*[- ]?on|signing|joining)\b.*\d|\d.*\b(?:sign\w*[- ]?on|signing|joining)\b", re.IGNORECASE
    ),
    " in stock": lazy(r"\b(?:rsus?|stock|equity)\b.*\d|\d.*\b(?:rsus?|stock|equity)\b", re.IGNORECASE),
    "target bonus": lazy(r"\d ?%.*\bbonus\b", re.IGNORECASE),
}
"""A part of the pay as the offer on file states it, and as it is told among what was given."""
_AS_AGREED = lazy(
    r"\b(?:what|all|everything|as|terms|points?|numbers?) (?:that )?(?:we|they|she|he|i)(?:'ve| have| all)? (?:agreed|settled|said|talked|discussed)\b|\bagreed terms\b",
    re.IGNORECASE,
)


def agreed_values(view: View, brief: Brief, purpose: str) -> dict[str, Any]:
    """The agreed terms under the names of the templates that state them; nothing for any other purpose."""
    if purpose not in ("accept", "agreed", "written") or view.competing or "figures" in brief.hides:
        return {}
    if holds_the_rival(view, brief):
        return {}
    given, pay = read_given(view.texts), _list_pay(view)
    if purpose == "accept":
        terms = _list_whole(view, pay, given)
        return {"given": given} | ({"terms": terms} if terms else {})
    whole = [*pay, *given]
    if purpose == "agreed":
        return {"told_terms": whole} if whole else {}
    if brief.granted and not brief.promised:
        return {"promised": [brief.granted]}
    tells_all = _AS_AGREED.search(lexicon.fold(view.texts[-1]))
    return {"promised": whole} if whole and tells_all and not brief.promised else {}


def _list_pay(view: View) -> list[str]:
    """The pay the talks have come to: what is on file, else as the conversation tells it."""
    texts, offer = view.texts, (view.mine or {}).get("offer", {})
    meant = sum_meant(texts[-1], dict(view.signals.worked).get(len(texts) - 2), texts[:-1])
    filed = [term for term in list_terms(offer) if term.startswith(_BASE)]
    if filed and meant is None:
        return filed
    pay = meant or find_pay(texts)
    return [say_pay(replace(pay, currency=pay.currency or offer.get("currency")))] if pay else []


def _list_whole(view: View, pay: list[str], given: list[str]) -> list[str]:
    """The offer on file with the pay it has come to and what was given beside it."""
    filed = list_terms((view.mine or {}).get("offer", {}))
    kept = [term for term in filed if not (pay and term.startswith(_BASE))]
    told = [
        item
        for item in given
        if not any(name in " ".join(kept) and words.search(item) for name, words in _ALREADY.items())
    ]
    return [*pay, *kept, *told]

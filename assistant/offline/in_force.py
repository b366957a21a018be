"""In force: what was told of an offer on file as it stands now, without what was only asked for or is replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.conceded import read_conceded, tells_answer
from assistant.offline.signals import Signals
from assistant.offline.sums.sum import numbers_in

_WILL_SEE = (
    r"(?:maybe|perhaps|(?:will|'ll|would|have to|need to|gonna) (?:\w+ )?"
    r"(?:think|see|check|ask|look|get back|come back|let me know))"
)
_IN_DOUBT = lexicon.any_of(
    rf"[.,;]?\s*(?:\b(?:and|but|so) )?\b(?:they|she|he|hr|recruiter|manager) (?:said|say|says|told me)?"
    rf"[^.?!\n\d]{{0,12}}\b{_WILL_SEE}\b[^.?!\n\d]*"
)
"""An answer that neither grants nor refuses what was asked."""


def tell_in_force(texts: Sequence[str], signals: Signals) -> list[str]:
    """The messages as what they state of the offers on file; what was asked and not answered yet stays in them."""
    if not signals.offers_on_file:
        return list(texts)
    texts = [_IN_DOUBT.sub("", text).strip() or text for text in texts]
    answered = [tells_answer(text) for text in texts]
    stated = (read_conceded(texts[: at + 1], signals.names_on_file) for at in range(len(texts)))
    return [
        text if told is None or not any(answered[at : at + 2]) else told
        for at, (text, told) in enumerate(zip(texts, stated, strict=True))
    ]


def takes_replaced(arguments: Mapping[str, Any], texts: Sequence[str], signals: Signals) -> bool:
    """Whether a sum takes a number that another one on file took the place of, and that is not asked about."""
    replaced = {
        number
        for item in signals.offers
        for change in item.get("history", ())
        for number in numbers_in(change["before"])
    }
    kept = {number for item in signals.offers for number in numbers_in(item["offer"])}
    named = {item.value * scale for item in read_amounts(texts[-1]) for scale in (1, 1000)}
    return bool((replaced - kept - named) & set(numbers_in(arguments)))

"""Present job: what a person earns now, read from their words, to be set beside the offers they could leave it for.

It is put on no file: it is no offer, and must never be told to an employer as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Offer, StatedPay
from assistant.domain.pay_period import fill_base
from assistant.letters.told import parse_told
from assistant.letters.updates import parse_update
from assistant.offline import lexicon
from assistant.offline.briefs.conceded import read_conceded

NAME = "your present job"
SMALLEST_PAY = 20
LEAST_LIKE = Decimal("0.4")
"""How far numbers are apart at most that are told by the same period."""
LEAST_RATIO = Decimal("0.2")
"""How far the pay of now is from the offer at most."""
_HAS = lexicon.any_of(
    r"\b(?:i(?:'m| am)|im) (?:(?:currently|now|still) )?(?:at|on|with|in|making|earning|paid)\b",
    r"\bi (?:(?:currently|now|already) )?(?:make|earn|get paid)\b",
    r"\b(?:(?:my|the) )?(?:current|present|existing) (?:job|salary|pay|base|comp|employer|place|company|package|role|one)\b",
    r"\b(?:my )?(?:current|present) (?=[$€£₹]?\d)|\bcurrently(?: on| at| making| earning| paid)?\b",
)
_ENDS = lexicon.any_of(
    r"[.!?;](?=\s|$)|\n|\b(?:offer\w*|new (?:job|one|place|role)|they|elsewhere|vs|versus|and got|but)\b"
)
_STAYS = lexicon.any_of(
    r"\b(?:current|present|existing) (?:place|job|company|employer|boss|firm|one)\b",
    r"\bmy (?:boss|manager|company|employer|work)\b[^.?!\n]*\b(?:counter\w*|match\w*|offer\w*|rais\w*|gave|can do)\b",
    r"\bto (?:keep me|stay|make me stay)\b",
)
STAY_OR_GO = lexicon.any_of(
    r"\bstay\w*\b[^?.\n]{0,30}\b(?:or|vs\.?|versus|and)\b[^?.\n]{0,20}\b(?:go|going|leav\w+|mov\w+|switch\w*|quit\w*|jump\w*|new|offer)\b",
    r"\b(?:go|leav\w+|mov\w+|switch\w*|quit\w*)\b[^?.\n]{0,20}\b(?:or|vs\.?|versus)\b[^?.\n]{0,20}\bstay\w*\b",
    r"\b(?:than|vs\.?|versus|against|compared? (?:it |that )?(?:to|with)|above|over) (?:my )?(?:current|present|now\b|what i (?:have|make|earn|get))",
    r"\bworth (?:it to )?(?:mov\w+|switch\w*|leav\w+|taking it|the (?:move|switch|jump))\b|^\W*(?:(?:so|ok|and|then|but)\W+)*(?:is|would) (?:it|this|that) (?:\w+ ){0,2}worth (?:it|my while)(?: (?:then|at all|money ?wise|financially))*\W*$",
    r"\b(?:better|worse|more|less|lower|higher) than (?:what )?(?:i|my) (?:\w+ )?(?:now|have|make|earn|get|job|salary|pay|today|currently)\b|\bthan (?:i|what i) (?:\w+ )?(?:make|earn|get|have)\b",
)


@dataclass(frozen=True)
class PresentJob:
    """The present job: its pay as an offer would have it, and the words it was told in."""

    offer: Offer
    words: str

    def beside(self, offer: Mapping[str, Any]) -> dict[str, Any] | None:
        """The same in the shape of an offer on file, in the currency of the offer beside it if none was told.

        None where it is so far from the offer that its period must have been misunderstood.
        """
        job = self._in_period_of(offer.get("base_stated"))
        if not LEAST_RATIO <= (job.base_annual or Decimal(0)) / Decimal(str(offer["base_annual"])) <= 1 / LEAST_RATIO:
            return None
        terms = job.model_dump(mode="json", exclude_none=True)
        if job.currency_assumed or job.currency is None:
            terms |= {name: offer.get(name) for name in ("currency", "currency_assumed")}
        stated = terms.get("base_stated")
        if stated and stated["period"] != "year":
            # The calculator brings it to a year: no number goes there that the person has not said.
            del terms["base_annual"]
            stated.pop("weeks_per_year", None)
        return {"name": NAME, "offer": {**terms, "company": NAME}, "words": self.words}

    def _in_period_of(self, stated: Mapping[str, Any] | None) -> Offer:
        """The pay in the period of the offer, where it was told without one and is like the offer's by number."""
        told = self.offer.base_annual
        if stated is None or stated["period"] == "year" or self.offer.base_stated is not None or told is None:
            return self.offer
        if not LEAST_LIKE <= told / Decimal(str(stated["amount"])) <= 1 / LEAST_LIKE:
            return self.offer
        pay = StatedPay.model_validate({**stated, "amount": told})
        return fill_base(self.offer.model_copy(update={"base_annual": None, "base_stated": pay}))


def find_present(texts: Sequence[str]) -> PresentJob | None:
    """The job the person has, with what its employer moved to since; None where its pay was not told.

    >>> found = find_present(
    ...     ["im at Dorset Council on 47k, pension 20%", "they made it 57k", "my boss can do 50 to keep me"]
    ... )
    >>> found.offer.base_annual if found else None
    Decimal('50000')
    """
    present: PresentJob | None = None
    for text in texts:
        if present is not None and _STAYS.search(text):
            stated = read_conceded([text])
            moved = parse_update(text if stated is None else stated, present.offer)
            terms = {name: getattr(moved.offer, name) for name in moved.offer.model_fields_set} if moved else {}
            present = PresentJob(present.offer.with_terms(terms), f"{present.words}\n{text}")
        elif (told := _read(text)) is not None:
            present = told
    return present


def _read(text: str) -> PresentJob | None:
    """The pay that one message tells of the present job."""
    for cue in _HAS.finditer(text):
        end = _ENDS.search(text, cue.end())
        words = text[cue.end() : end.start() if end else len(text)].strip(" ,:")
        paid = any(item.kind == "money" or item.value >= SMALLEST_PAY for item in read_amounts(words) if not item.unit)
        offer = parse_told(words)[0].offer if paid else Offer()
        if offer.base_annual is not None:
            return PresentJob(offer.model_copy(update={"company": NAME, "location": None}), text)
    return None

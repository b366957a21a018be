"""Parts changed: parts of an offer on file that words take away or multiply without naming a sum.

"The sign-on is gone now", "they cut the bonus in half", "they doubled the stock". Only a clause that says this and
nothing else counts: one that denies or supposes it, or tells it of another thing or of other people, changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer, SignOnInstalment
from assistant.letters.patterns import LABEL

BREAK = lazy(r",(?!\d)|[;+!?\n()]|\.(?=\s|$)|\s(?:and|plus|with|but|then|so)\s", re.IGNORECASE)
"""Ends a clause."""
_PART, _FIRM = "_part_", "_firm_"
"""Stand in a clause for the name of the part and for that of the company."""
_LEAD = (
    r"(?:(?:and|but|so|then|ok|okay|oh|ah|ugh|damn|well|hey|hi|update|news|(?:bad|good|great|big) news|fyi|now|today|yesterday|turns out|just|"
    r"unfortunately|sadly|actually|also|sorry|wait|correction|this morning|just heard|looks like|"
    r"(?:she|he|they|hr|(?:the |my )?recruiter) (?:just )?(?:called|rang|wrote|e?mailed|texted|said|says|told me|confirmed)(?: that)?) )*"
)
_WHO = (
    r"(?:(?:they(?:ve|re)?|she|he|we|hr|hm|the (?:company|firm|employer|boss|team)|the (?:new |updated |revised |latest )?(?:letter|offer|contract)|"
    rf"(?:the |my |their )?(?:recruiter|hiring manager)|(?:offer )?[a-d]|the (?:first|second|third|other) (?:one|offer|place|company)|{_FIRM}) )"
)
_DOES = r"(?:(?:have|ve|has|s|had|re|are|is|did|just|now|also|even|actually|already|really|simply|finally|decided to|agreed to|said yes to) )*"
_PART_ALONE = rf"(?:(?:the|my|that|this|their|your|our|whole|entire|full) )*{_PART} "
_IS = r"(?:(?:s|is|was|has|been|have|got|are|were|gets|being|now|just|also|sadly|unfortunately|completely|all) )*"
_TAIL = (
    r"(?:(?:now|again|today|yesterday|this (?:morning|week|afternoon)|completely|entirely|altogether|totally|after all|sadly|unfortunately|lol|ugh|wow|"
    r"sigh|yay|nice|on me|for me|too|as well|already|(?:from|in|(?:out )?of|off) (?:the|my|their) (?:new |updated |revised |latest )?(?:offer|letter|package|"
    r"contract|deal|table)|any ?more) )*"
)
_TAKEN = r"(?:removed|withdrawn|pulled|scrap+ed|cancel+ed|axed|killed|rescinded|eliminated|deleted|struck|taken (?:out|away|back|off))"
_TAKE = r"(?:drop+ed|drop+ing|remov(?:ed?|ing)|withdrew|withdrawing|pulled|pulling|scrap+ed|cancel+ed|axed|killed|rescinded|eliminated|deleted|struck|got rid of)"
_GONE = (
    rf"(?:gone|off the table|{_TAKEN}|disappeared|vanished|no longer (?:there|offered|included|available|on (?:offer|the table)|in there|part of (?:it|the (?:offer|deal|package)))|"
    r"not (?:happening|included|part of (?:it|the (?:offer|deal|package)))) "
)
_CUT = r"(?:cut|slashed|chopped|reduced) "


def _clause(*forms: str) -> re.Pattern[str]:
    return lazy(rf"{_LEAD}(?:{'|'.join(forms)}){_TAIL}")


_CHANGES = (
    (
        _clause(
            rf"{_WHO}{_DOES}{_TAKE} {_PART_ALONE}(?:out )?",
            rf"{_WHO}{_DOES}(?:took|taking|taken) (?:{_PART_ALONE}(?:out|away|back|off) |(?:out|away|back|off) {_PART_ALONE})",
            rf"{_WHO}{_DOES}no longer (?:offer(?:s|ing)?|includ(?:es?|ing)|giv(?:es?|ing)|pay(?:s|ing)?) (?:an? )?{_PART_ALONE}",
            rf"{_WHO}(?:has|have) no {_PART} any ?more ",
            rf"{_PART_ALONE}{_IS}{_GONE}",
            rf"{_PART_ALONE}(?:is|was|s|got|has been|is being) (?:now |just )?drop+ed ",
            rf"(?:there (?:is|s) |theres )?(?:no {_PART} any ?more |no more {_PART} |no longer an? {_PART} )",
        ),
        Decimal(0),
    ),
    *(
        (
            _clause(
                rf"{_WHO}{_DOES}(?:{verb}(?:ed|ing|e)?|(?:offer(?:ed|ing)? )(?:me )?(?:{times})) {_PART_ALONE}",
                rf"{_PART_ALONE}{_IS}{verb}ed ",
            ),
            factor,
        )
        for verb, times, factor in (
            ("doubl", "twice", Decimal(2)),
            ("tripl", "three times", Decimal(3)),
            ("halv", "half(?: of)?", Decimal("0.5")),
        )
    ),
    (
        _clause(
            rf"{_WHO}{_DOES}{_CUT}{_PART_ALONE}(?:in|by) half ",
            rf"{_WHO}{_DOES}{_CUT}(?:in|by) half {_PART_ALONE}",
            rf"{_PART_ALONE}{_IS}{_CUT}(?:in|by) half ",
        ),
        Decimal("0.5"),
    ),
)
"""What a clause as a whole says, with what it multiplies its part by."""
_PRICED = lazy(r"(?:stocks?|shares?|equity|options?|units)", re.IGNORECASE)
"""What gets twice or half its worth by itself, when its price moves."""
_BY_ITSELF = lazy(rf"{_LEAD}{_PART_ALONE}")
_SEVERAL = lazy(r".*(?:bonuses|salaries|wages|incentives)", re.IGNORECASE | re.DOTALL)
"""What everybody gets."""
_DOUBTED = lazy(
    r"\b(?:if|unless|provided|as long as|wish|hop(?:e|ing)|not sure|unsure|unclear|i think|i guess|maybe|perhaps|probably|possibly|might|could|would|rumou?rs?|apparently|"
    r"supposedly|kidding|jk|joking|joke|imagine|pretend|suppose|worr\w+|afraid|scared|dreamt|dreamed|put (?:it )?back|back (?:in|on)\b(?! \w+day)|brought (?:it )?back|"
    r"reinstated|restored|not true|never mind|nvm|juniors?|seniors?|everyone|everybody|others|people|colleagues?|company ?wide|last year|years? ago|used to|"
    r"(?:my|the|an?|their) (?:last|old|former|previous|current|present|ex)\b|back (?:then|when)|in 20\d\d)\b",
    re.IGNORECASE,
)
"""Beside a change, says that it is not so, not sure, not of this offer or not for good."""


def read_parts_changed(text: str, offer: Offer) -> dict[str, Any]:
    """The terms of the offer that the words take away or multiply, by field; a part taken away is one of nothing.

    >>> old = Offer(base_annual=Decimal(98_000), signing=(SignOnInstalment(amount=Decimal(16_000)),))
    >>> [part.amount for part in read_parts_changed("they cut the sign on in half", old)["signing"]]
    [Decimal('8000.0')]
    >>> read_parts_changed("is the sign on gone if i ask?", old)
    {}
    """
    terms: dict[str, Any] = {}
    for term, factor in _changed(text, offer.company):
        terms |= multiply_part(term, factor, offer)
    return terms


def _changed(text: str, company: str | None) -> Iterator[tuple[str, Decimal]]:
    """The parts by name, each with what it is multiplied by."""
    if _DOUBTED.search(text):
        return
    edges = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        clause = BREAK.sub(" ", text[start:end])
        labels = list(LABEL.finditer(clause))
        if len(labels) != 1 or read_amounts(clause) or "?" in text[start:end]:
            continue
        label, words = labels[0], _words_around(clause, labels[0], company)
        found = next((factor for said, factor in _CHANGES if said.fullmatch(words)), None)
        moves = found and _PRICED.fullmatch(label.group()) and _BY_ITSELF.match(words)
        if found is not None and not moves and not _SEVERAL.match(label.group()):
            yield str(label.lastgroup), found


def _words_around(clause: str, label: re.Match[str], company: str | None) -> str:
    """The clause in small letters, a space behind each word, with marks for the part and the company."""
    words = f"{clause[: label.start()]} {_PART} {clause[label.end() :]}".lower()
    words = re.sub(r"['’](?!(?:s|ve|re) )", "", words)
    for name in filter(None, (company, (company or "").partition(" ")[0])):
        words = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", _FIRM, words)
    return " ".join(re.findall(r"\w+", words)) + " "


def multiply_part(term: str, factor: Decimal, offer: Offer) -> dict[str, Any]:
    """The term of the offer times the factor, by field; nothing where the offer has no such part."""
    if term == "base" and offer.base_annual and factor:
        stated = offer.base_stated
        fields: dict[str, Any] = {"base_annual": offer.base_annual * factor}
        if stated is not None:
            fields["base_stated"] = stated.model_copy(update={"amount": stated.amount * factor})
        return fields
    if term == "sign_on" and offer.signing:
        return {
            "signing": tuple(SignOnInstalment(year=part.year, amount=part.amount * factor) for part in offer.signing)
        }
    if term == "bonus":
        held = {"bonus_target_pct": offer.bonus_target_pct, "bonus_target_amount": offer.bonus_target_amount}
        return {name: value * factor for name, value in held.items() if value is not None}
    grant = offer.equity[0] if len(offer.equity) == 1 else None
    if term == "equity" and grant is not None and grant.total_value is not None:
        return {"equity": (grant.model_copy(update={"total_value": grant.total_value * factor}),)}
    return {}

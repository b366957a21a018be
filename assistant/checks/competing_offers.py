"""Competing offers: an answer never claims one that is not on file."""

from __future__ import annotations

import re
from itertools import chain

from assistant.domain.answer import Finding
from assistant.domain.sentences import sentence_at

CHECK = "invented_offer"

_OTHER = (
    r"(?:another|other|competing|second|third|two|three|several|multiple|rival|outside|alternative"
    r"|better|higher|stronger)"
)
_PLAIN = r"(?:written|verbal|formal|signed|firm|solid|strong|great|good|generous|active|real|current|job)"
_OFFER = r"(?:offers?|packages?)\b(?! (?:letter )?(?:in mind|to make)\b)"
_ANOTHER_OFFER = rf"(?:an?|the|my|these|some)?\s*(?:{_PLAIN}\s+)*{_OTHER}\s+(?:(?:{_OTHER}|{_PLAIN})\s+)*{_OFFER}"
_ELSEWHERE = (
    r"(?:elsewhere|(?:from|at|with|by)\s+(?:an?other|a\s+different|a\s+competing|one\s+of\s+your|an?\s+\w*\s*competitor"
    r"|other|several|two|competitors))"
)
_OFFER_ELSEWHERE = (
    rf"(?:an?\s+)?(?:{_PLAIN}\s+)*(?:offers\s+(?:from|at)\b|{_OFFER}\s+(?:(?:in hand|on the table)\s+)?{_ELSEWHERE}\b)"
)
_ANY_OFFER = rf"an?\s+(?:{_PLAIN}\s+)*offer\s+(?:from|at|with|in hand|on the table)\b"
_ADVERB = r"(?:also|already|now|currently|just|recently|actually|do|both|still)\s+"
_HOLD = (
    r"(?:have|hold|got|received|(?:have\s+)?(?:got|received|been\s+(?:given|made))"
    r"|(?:holding|weighing|considering|sitting\s+on|looking\s+at|deciding\s+on|answering)"
    r"|(?:comparing)\s+(?:\w+\s+){0,3}?(?:with|to|against))"
)
_I_HOLD = rf"\bI(?:'ve|'m|\s+am)?\s+(?:{_ADVERB})*{_HOLD}\s+(?:{_ADVERB})*"
_YOU_HOLD = (
    r"(?:^|[.!?:\n]\s+|\b(?:since|because|given that|now that)\s+)you(?:'ve)?\s+"
    rf"(?:{_ADVERB})*(?:have|hold|received|got)\s+"
)

_COUNTED = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"{_I_HOLD}(?:{_ANOTHER_OFFER}|{_OFFER_ELSEWHERE})",
        rf"{_YOU_HOLD}(?:{_ANOTHER_OFFER}|{_OFFER_ELSEWHERE})",
        rf"\bmy\s+(?:{_PLAIN}\s+)*{_OTHER}\s+(?:(?:{_OTHER}|{_PLAIN})\s+)*{_OFFER}",
        rf"{_ANOTHER_OFFER}\s+(?:that\s+)?I(?:'ve|\s+have)?\s+(?:{_ADVERB})*(?:have|hold|got|received|been)\b",
        rf"\bthere(?:'s|\s+is|\s+are)\s+(?:{_ADVERB})*{_ANOTHER_OFFER}\s+(?:on the table|in hand|for me|from|at)\b",
        r"\b(?:another|a\s+(?:different|competing|rival))\s+(?:company|employer|firm|team|startup)\s+"
        r"(?:has\s+)?(?:already\s+)?(?:offered\s+me|made\s+me\s+an\s+offer|given\s+me)\b",
        rf"\bI\b[^.!?\n]{{0,60}}\bbetween\s+(?:two|three|several|multiple)\s+{_OFFER}",
        rf"\b(?:I|my)\b[^.!?\n]{{0,80}}\bthe\s+other\s+{_OFFER}",
        rf"\bI(?:'ve|\s+have|\s+was)\s+(?:been\s+)?offered\b[^.!?\n]{{0,60}}?\b{_ELSEWHERE}\b",
    )
)
"""Claims of an offer besides the one being negotiated."""

_FIRST = re.compile(rf"{_I_HOLD}{_ANY_OFFER}", re.IGNORECASE)
"""A claim of any offer; with one on file it is that one."""

_CONDITION = re.compile(
    r"\b(?:if|when|once|unless|until|whether|suppose|supposing|imagine|assuming|should|in case|who)\b[^,;:.!?\n]*$"
    r"|\b(?:do|did|can|could|would)\s+$",
    re.IGNORECASE,
)
_TRUTH = re.compile(
    r"\b(?:if|when|unless|only|where)\b[^.!?\n]*\b(?:true|real|genuine|truth|you (?:do|have|hold|really|actually)"
    r"|is the case|exists)\b",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"(?:\b(?:never|not|avoid|without|stop|instead of|rather than)|n't)\b\W+(?:\w+\W+){0,3}?"
    r"(?:say|saying|claim|claiming|write|writing|tell|telling|invent\w*|pretend\w*|imply\w*|hint\w*|mention\w*)\b",
    re.IGNORECASE,
)
_CONDITIONAL_LEAD = re.compile(
    r"^#.*\bwith another offer\b"
    r"|(?:\b(?:if|when|where) you\b.*\boffers?\b|\bwith (?:another|a competing) offer\b).*(?::|\*\*)\W*$",
    re.IGNORECASE,
)
"""A line that sets the condition for the script below it."""


def check_competing_offers(text: str, offers_on_file: int) -> list[Finding]:
    """A finding for each sentence that claims an offer elsewhere when fewer than two are on file.

    One offer on file is the one under negotiation: thanking for "the offer from Acme" is no claim of
    a second one. Conditions ("if you have another offer"), denials and warnings are no claims either.
    """
    if offers_on_file > 1:
        return []
    plain = text.replace("’", "'")
    patterns = _COUNTED if offers_on_file else (*_COUNTED, _FIRST)
    claims = chain.from_iterable(pattern.finditer(plain) for pattern in patterns)
    starts = sorted(claim.end() - 1 for claim in claims if not _is_excused(plain, claim))
    sentences = dict.fromkeys(sentence_at(text, start) for start in starts)
    detail = "the answer claims an offer elsewhere that is not on file"
    return [Finding(check=CHECK, detail=detail, quote=sentence) for sentence in sentences]


def _is_excused(text: str, claim: re.Match[str]) -> bool:
    start, end = claim.span()
    clause = re.split(r"[.!?\n]", text[max(0, start - 200) : start])[-1]
    return bool(
        _CONDITION.search(clause)
        or _FORBIDS.search(clause)
        or _TRUTH.search(sentence_at(text, end - 1))
        or _CONDITIONAL_LEAD.search(_lead_of(text, start))
    )


def _lead_of(text: str, position: int) -> str:
    """The nearest line above that is neither empty nor part of the quoted script."""
    above = text[:position].split("\n")[:-1]
    return next((line for line in reversed(above) if line.strip() and not line.lstrip().startswith(">")), "")

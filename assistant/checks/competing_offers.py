"""Competing offers: an answer never claims one that is not on file."""

from __future__ import annotations

import re

from assistant.domain.answer import Finding
from assistant.domain.sentences import sentence_at

CHECK = "invented_offer"
_CLAIM = re.compile(
    r"\bI(?:'ve| have|'m)?\s+(?:also\s+|already\s+|now\s+|currently\s+|just\s+)*"
    r"(?:have|hold|holding|got|received|receive|been given|am holding)?\s*"
    r"(?:an?|another|the|my|two|several|multiple)\s+(?:\w+\s+){0,3}?offers?\s+(?:from|at|with|in hand|on the table)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|once|unless|say|only if|until|whether)\b[^.!?\n]*$", re.IGNORECASE)


def check_competing_offers(text: str, offers_on_file: int) -> list[Finding]:
    """A finding for each first-person claim of an offer elsewhere when fewer than two are on file.

    One offer on file is the one under negotiation: thanking for "the offer from Acme" is no claim of
    a second one, so only claims of *another* offer count then.
    """
    if offers_on_file > 1:
        return []
    findings = []
    for claim in _CLAIM.finditer(text):
        conditional = _CONDITION.search(text[max(0, claim.start() - 80) : claim.start()])
        own = offers_on_file == 1 and not re.search(r"another|competing|second|other|two|several|multiple", claim[0])
        if not conditional and not own:
            sentence = sentence_at(text, claim.start())
            detail = "the answer claims an offer elsewhere that is not on file"
            findings.append(Finding(check=CHECK, detail=detail, quote=sentence))
    return findings

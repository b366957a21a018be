"""Levers: what a message names to be asked for, where it names no sum and no sentence could be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask

MOST_LEVERS = 2
_LEVERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        ("a sign-on bonus", r"\b(?:sign(?:ing)?[- ]?on(?: bonus)?|signing bonus|joining bonus|bono de (?:entrada|firma))\b"),
        ("help with the move", r"\b(?:moving (?:money|costs?|help|allowance|budget|expenses)|relo(?:cation)?(?: \w+)?|cost of (?:the )?mov(?:e|ing)|help (?:with )?moving)\b"),
        ("remote work", r"\b(?:fully remote|full[- ]remote|work(?:ing)? (?:from home|remotely)|wfh|remote (?:work|days?)|home[- ]?office)\b"),
        ("more vacation days", r"\b(?:more|extra|additional) (?:pto|vacation|holidays?|leave|days off|time off)\b|\bbetter pto\b"),
        ("a later start date", r"\b(?:later|push(?:ed)?(?: back)?|move|delay(?:ed)?) (?:my |the |a )?(?:start|joining)(?:ing)?(?: date)?\b|\bstart later\b"),
        ("a review of the title", r"\b(?:better|higher|senior|different) title\b"),
        ("more equity", r"\b(?:more|extra|bigger|additional|higher) (?:equity|stock|rsus?|options|shares|grant)\b"),
        ("visa support", r"\b(?:visa|green card|sponsorship|perm)\b"),
        ("a higher base salary", r"\b(?:more (?:money|pay|base|salary|cash)|higher (?:base|salary|pay|rate)|a raise|better (?:pay|base|salary|rate|number|offer)|bump)\b|\bask for more\b"),
        ("a guaranteed first-year bonus", r"\bguarantee\w* (?:\w+ ){0,3}bonus\b|\bbonus (?:\w+ ){0,2}guarantee\w*\b"),
        ("severance terms", r"\bseverance\b"),
        ("a parking place", r"\bparking\b"),
        ("help with childcare", r"\b(?:childcare|day ?care|kita|creche)\b"),
        ("tuition support", r"\b(?:tuition|study|training|certification) (?:support|money|budget|help|fees?|reimbursement)\b"),
        ("a removal of the non-compete", r"\bnon-?compete\b"),
    )
)  # fmt: skip
_PLACE = lazy(
    r"\b(?:want me in|(?:move|moving|relocat\w+)(?: from)?(?: (?-i:[A-Z])[\w-]+){0,2} to|based in|office in|job is in|in)\s+(?!(?:HR|IT|PR|QA)\b)(?P<place>(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)?))"
)


def read_levers(text: str) -> Iterator[Ask]:
    """The levers a message names, as things to ask for, in the order of their names.

    >>> [ask.words for ask in read_levers("help me ask for moving money, they want me in Seattle")]
    ['help with the move to Seattle']
    """
    folded = lexicon.fold(text)
    found = [(match.start(), words) for words, pattern in _LEVERS if (match := pattern.search(folded))]
    for _, words in sorted(found)[:MOST_LEVERS]:
        place = _PLACE.search(text) if words == "help with the move" else None
        yield Ask("thing", words=f"{words} to {place['place']}" if place else words)

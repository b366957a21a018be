"""Also told: what the person's words tell of an offer beside its pay, in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer
from assistant.offline import lexicon

MOST_CHARACTERS = 500
"""Of a message whose parts are told back; a pasted letter is read by itself."""
MOST_WORDS, MOST_PARTS = 12, 10
LONGEST_TOLD = 30
_CUT = lazy(
    r",(?!\d{3})|[;\n+|()]+|[.!](?=\s|$)|\s(?:and|plus|n|w/|und|et|y|oh|also)\s|\s[-–—]\s"
    r"|\b(?:theres|there's|there is|comes with)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_BENEFIT = lexicon.any_of(
    r"\b(?:vacations?|holidays?|hols?|pto|leave|(?:days?|weeks?|wks?) off|sick days|urlaub\w*|vacaciones|ferias)\b",
    r"\b(?:conges|rtt)\b|^\d+ (?:days?|tage|dias|jours|dagen)$",
    r"\b(?:pension\w*|401 ?\(?k\)?|rrsp|kiwisaver|super(?:annuation)?|retirement|provident|gratuity|match(?:ing)?)\b",
    r"\b(?:rente|retraite|pensao|health\w*|medical|dental|vision|insurance|bupa|seguros?|mutuelle|kita)\b",
    r"\b\d[\d.,]* ?(?:hours|hrs|h)\b|\bhome (?:weekends|wkends|every|on)\b",
    r"\b(?:remote|hybrid|wfh|teletrabajo|home[- ]?office|teletravail|company car|laptop|gym|lunch(?:es)?|meal\w*)\b",
    r"\b(?:parking|housing|childcare|tuition|training|uniform|visa|sponsor\w*|probation|notice period|severance)\b",
    r"\b(?:relocat\w*|relo|moving|13th|14th|per diem|overtime|stipend|allowance|perks?)\b",
)
_OWN = lexicon.any_of(r"\b(?:i|i'?m|i'?ve|i'?d|my|mine|me|we|our|us|current\w*|old job|now|sa(?:id|ys?)|asked)\b")
_WEIGHED = lexicon.any_of(
    r"\b(?:good|bad|worth|ok|okay|fair|normal|enough|typical|negotiable|standard|low|high|better|less|more|no|not|isn't)\b",
    r"\b(?:instead|only|ask\w*)\b",
)
"""Words of a message that weighs or changes a term rather than tells it."""
_NUMBER = re.compile(r"\d[\d.,]*")
_BONUS = lexicon.any_of(r"\bbonus(?:es)?\b|\bvariable\b")
_SIGN_ON = lexicon.any_of(r"\b(?:sign\w*|joining|retention)\b")


def list_also_told(texts: Sequence[str], offer: Offer) -> list[str]:
    """The parts of the texts that tell what an offer's terms on file leave out, oldest first, each as told last.

    >>> list_also_told(["base 138 CAD", "10% bonus, 4 weeks vacation and 5k RRSP match"], Offer(bonus_target_pct=10))
    ['4 weeks vacation', '5k RRSP match']
    """
    found = (part for text in texts if len(text) <= MOST_CHARACTERS for part in _cut(text) if _is_left_out(part, offer))
    return list({_NUMBER.sub("", part.lower()): part for part in found}.values())[-MOST_PARTS:]


def only_tells_more(text: str) -> bool:
    """Whether a message of numbers and benefits only tells more of an offer, and asks or weighs nothing.

    >>> only_tells_more("8% holiday allowance, 27 days"), only_tells_more("is a 4% match any good")
    (True, False)
    """
    folded = lexicon.fold(text)
    if len(text.split()) > LONGEST_TOLD or not re.search(r"\d", text):
        return False
    asks = (lexicon.ASKS_AT_ALL, lexicon.WISH, lexicon.SCRIPT, lexicon.HYPOTHETICAL, lexicon.JUDGE, _WEIGHED, _OWN)
    return not any(pattern.search(folded) for pattern in asks) and any(map(_BENEFIT.search, _cut(folded)))


def _cut(text: str) -> Iterator[str]:
    """The parts of the sentences that tell something, as they were written."""
    for sentence in _SENTENCE.split(text):
        if "?" not in sentence and not lexicon.WISH.search(lexicon.fold(sentence)):
            yield from filter(None, (" ".join(part.split()).strip(" .:!-") for part in _CUT.split(sentence)))


def _is_left_out(part: str, offer: Offer) -> bool:
    folded = lexicon.fold(part)
    if len(part.split()) > MOST_WORDS or _OWN.search(folded) or lexicon.SCRIPT.search(folded):
        return False
    if re.search(r"\b(?:relo\w*|moving)\b", folded, re.IGNORECASE) and offer.relocation is not None:
        return False
    stated = (offer.bonus_target_pct, offer.bonus_target_amount, offer.bonus_max_pct)
    paid = any(value is not None for value in stated)
    bonus = not paid and re.search(r"\d", part) and _BONUS.search(folded) and not _SIGN_ON.search(folded)
    return bool(_BENEFIT.search(folded) or bonus)

"""Given up: the sums of an offer that the person turned down for good, that is over or was taken elsewhere; no offer is filed from them."""

from __future__ import annotations

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.offline import lexicon

_SUM = r"[$€£₹]?\d[\d.,]*\s?k?\b"
_I = r"\bi(?:'ve|'d|ve)? (?:(?:have|had|just|already|then|later|recently|politely|kindly|once|also|actually) )*"
_GAVE_UP = r"(?:turned down|declined|rejected|passed (?:up )?on|passed up|said no to|walked away from|let go of)"
_GAVE_IT_UP = r"(?:turned (?:it|that|them|this|that one) down|(?:turned down|declined|rejected|passed on|passed|said no to|walked away from|let go of)(?: (?:it|that|them|this|that one))?)"
_PAST = r"(?=\W*$|[.,;!)\n]| (?:in|on|last|back|because|since|as|already|ago|this|two|a few|months?|years?|cause|cos|for|yesterday)\b)"
_OVER = r"(?:(?:has|have|had|is|was|then|already|just|since) )*(?:expired|lapsed|fell through|fallen through|withdrawn|rescinded|pulled|gone)\b"
_SPANS = lexicon.any_of(
    rf"{_I}{_GAVE_UP} (?:(?!\b(?:for|now|but|because|to take|to join)\b)[^.;,\n]){{0,60}}?{_SUM}",
    rf"{_SUM}[^.;\n]{{0,60}}?{_I}{_GAVE_IT_UP}{_PAST}",
    rf"\boffer\b[^.;,\n]{{0,40}}?{_SUM}[^.;,\n\d]{{0,30}}? {_OVER}",
    rf"{_I}(?:took|accepted|signed)\b[^.;,\n]{{0,20}}?{_SUM}[^.;,\n]{{0,15}}?\b(?:somewhere else|elsewhere)\b",
)
_GOES_ON = lexicon.any_of(
    r"\b(?:asked|counter\w*|came back|back with|again|renew\w*|exten\w+|re-?open\w*|raised|moved|upped|bumped|want\w*|hop\w+|revised)\b",
    r"\bif\b|\b(?:should|could|would) i\b[^.?!\n]{0,20}\b(?:turn|declin|reject)",
)
"""Says that the talks on it go on."""
SMALLEST_PAY = 100


def in_offer_given_up(text: str) -> tuple[WrittenAmount, ...]:
    """The amounts that stand in what the words tell of an offer that is over; none where the talks on it go on.

    >>> [item.quote for item in in_offer_given_up("Bosch offered 90k which i turned down. Siemens gives 95k")]
    ['90k']
    """
    folded = lexicon.fold(text)
    spans = [] if _GOES_ON.search(folded) else [match.span() for match in _SPANS.finditer(folded)]
    return tuple(item for item in read_amounts(text) if any(start <= item.start < end for start, end in spans))


def is_given_up(text: str) -> bool:
    """Whether every sum a message tells is of an offer that is over."""
    over = in_offer_given_up(text)
    return bool(over) and all(item in over or _is_no_pay(item) for item in read_amounts(text))


def _is_no_pay(item: WrittenAmount) -> bool:
    return bool(item.unit) or (item.kind == "plain" and item.value < SMALLEST_PAY)

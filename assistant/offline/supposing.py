"""Supposing: the what-if a message asks, with those before it that it builds on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.money import to_json_number
from assistant.offline import lexicon
from assistant.offline.statements import SMALLEST_PAY, LeverAmount, read_lever_amounts

GOES_ON = re.compile(
    r"^\W*(?:(?:and|or|ok|okay|plus|also|hmm|then|now|so)\W+)*(?:with|at|if|what if|what about|how about|suppose|say|et si|y si|without|w/o|no)\b"
    r"|^\W*(?:and|or) [^.!\n]{0,20}\d[^.!\n]{0,30}\?|^\W*(?:and|or|plus) (?!(?:they|she|he|it|hr|now)\b)[^.!?\n]{0,25}\d[\d.,]*k?\W*$",
    re.IGNORECASE,
)
SUPPOSES = lexicon.any_of(
    r"\bif (?:base|bonus|stock|rsus?|equity|sign[- ]?on|signing|fixed|growth)\b",
    r"\bin theory\b|\btheoretically\b|\bimagine\b",
    r"^\W*(?:and |ok |so |then )*(?:add|give it|take off|remove|drop) (?:an? )?(?:the )?[^.\n]{0,30}\b(?:to it|on it|from it|year)\b",
)
STARTS_OVER = lexicon.any_of(
    r"\bnever ?mind\b|\bnvm\b|\bforget (?:that|both|it|about|all)\b|\bscrap (?:that|it|both)\b|\bundo\b|\b(?:original|real|actual) (?:offer|numbers?|terms)\b|"
    r"\bas (?:it is )?offered\b|\bas (?:it|things) (?:really |actually )?(?:stands?|is|are)\b|\bback to (?:the |their )?(?:original|offer|first|letter)\b"
)
NOTHING_CHANGES = lexicon.any_of(r"\bassuming (?:nothing|no(?:ne)? \w+|everything stays|all else|it stays|they stay)\b")
AGAIN = re.compile(r"\b(?:that|the|those|my) (?P<sum>[$€£]?\d[\d.,]*k?)\b", re.IGNORECASE)
_LEVER = {
    "base_salary": r"base|salary",
    "equity_grant": r"rsus?|stocks?|equity|grant|shares",
    "sign_on_bonus": r"sign(?:ing)?[- ]?on(?: bonus)?|signing(?: bonus)?|joining bonus",
}
_WITHOUT = {
    lever: re.compile(
        rf"\b(?:without|w/o|no|minus|remove|take off|drop)(?: the| a| an| any| their)? (?:{words})\b", re.IGNORECASE
    )
    for lever, words in _LEVER.items()
}
_NO_BONUS = lexicon.any_of(r"\b(?:without|w/o|no|minus)(?: the| a| any)? (?:annual |target |yearly )?bonus\b")
_BONUS = re.compile(
    r"(?P<a>\d{1,3}(?:\.\d+)?) ?(?:%|percent) (?:target |annual |yearly )?bonus|\bbonus (?:\w+ ){0,3}?(?P<b>\d{1,3}(?:\.\d+)?) ?(?:%|percent)",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:stocks?|shares?|price)\b[^.?!\n]{0,14}\b(?:go(?:es)?|went|rises?|falls?|drops?|climbs?|hits?|trades?|is at|at|reach\w*)\b",
    re.IGNORECASE,
)
"""Tells what a share costs, which is no grant."""
_GROWTH = re.compile(r"\bgrowth (?:is|of|at|were|was|rate|=)? ?(?P<c>-?\d+(?:\.\d+)?) ?(?:%|percent)", re.IGNORECASE)
MOST_BACK = 6
"""Messages through which a what-if is looked for that is named again."""


@dataclass(frozen=True)
class Supposed:
    """A what-if: amounts by lever, and other terms as an offer has them."""

    amounts: Mapping[str, LeverAmount] = field(default_factory=dict)
    terms: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.amounts or self.terms)


def read_supposed(texts: Sequence[str]) -> Supposed | None:
    """The what-if the newest message asks, on top of those it goes on from; None for other questions.

    "What if 30k instead?" changes the part that was supposed last; "original offer" starts again from the file;
    "with that 12k" takes up the what-if that named the sum.
    """
    text = texts[-1]
    if NOTHING_CHANGES.search(text):
        return None
    if STARTS_OVER.search(text):
        found = _read(text, None)
        return found if found else None
    before = read_supposed(texts[:-1]) if len(texts) > 1 and GOES_ON.search(text) else None
    if before is None and len(texts) > 1 and (told := AGAIN.search(text)):
        return _named_again(texts[:-1], told["sum"])
    if before is None and not (lexicon.HYPOTHETICAL.search(text) or SUPPOSES.search(text)):
        return None
    found = _read(text, before)
    return Supposed(
        {**(before.amounts if before else {}), **found.amounts}, {**(before.terms if before else {}), **found.terms}
    )


def without_supposed(texts: Sequence[str]) -> list[str]:
    """The texts, without what was supposed before where the newest starts over from what is so.

    >>> without_supposed(["base 120k", "what if they go 128", "forget that. what is my offer?"])
    ['base 120k', '', 'forget that. what is my offer?']
    """
    if not STARTS_OVER.search(texts[-1]):
        return list(texts)
    supposed = [read_supposed(texts[: number + 1]) is not None for number in range(len(texts) - 1)]
    return [*("" if dropped else text for text, dropped in zip(texts, supposed, strict=False)), texts[-1]]


def _read(text: str, before: Supposed | None) -> Supposed:
    """What one message supposes, without what it builds on."""
    amounts = read_lever_amounts(text)
    if _PRICE.search(text):
        amounts.pop("equity_grant", None)
    if before and before.amounts and not amounts and (loose := _loose_amount(text)) is not None:
        lever = list(before.amounts)[-1]
        bare = not loose.explicit and loose.value < 1000
        amounts = {lever: LeverAmount(loose.value * (1000 if bare else 1), before.amounts[lever].on_top)}
    amounts |= {lever: LeverAmount(Decimal(0), on_top=False) for lever, words in _WITHOUT.items() if words.search(text)}
    bonus = _BONUS.search(text)
    terms: dict[str, Any] = {}
    if _NO_BONUS.search(text):
        terms["bonus_target_pct"] = 0
    elif bonus and not re.search(r"\bmax|up to\b", text, re.IGNORECASE):
        terms["bonus_target_pct"] = to_json_number(Decimal(bonus["a"] or bonus["b"]))
    return Supposed(amounts, terms)


def _loose_amount(text: str) -> WrittenAmount | None:
    loose = [
        item
        for item in read_amounts(text)
        if item.kind == "money"
        or (item.kind == "plain" and not item.unit and (item.explicit or item.value >= SMALLEST_PAY))
    ]
    return loose[0] if len(loose) == 1 else None


def _named_again(texts: Sequence[str], written: str) -> Supposed | None:
    """The newest what-if before that named this sum."""
    sums = {item.value for item in read_amounts(written)}
    for end in range(len(texts), max(0, len(texts) - MOST_BACK), -1):
        if sums & {item.value for item in read_amounts(texts[end - 1])}:
            return read_supposed(texts[:end])
    return None


def read_growth(texts: Sequence[str]) -> Decimal:
    """Growth of the share price in percent that is supposed, in the newest message or in what it goes on from."""
    text = texts[-1]
    match = lexicon.GROWTH.search(text)
    if match is not None:
        value = Decimal(match["a"] or match["b"])
        return -value if (match["down"] or match["down2"]) and value > 0 else value
    if plain := _GROWTH.search(text):
        return Decimal(plain["c"])
    goes_on = len(texts) > 1 and GOES_ON.search(text) and not STARTS_OVER.search(text)
    return read_growth(texts[:-1]) if goes_on and read_supposed(texts) is not None else Decimal(0)

"""Outbid: what a firm with an offer on file is to be said to pay, held against its offer there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Any, Literal

from assistant.domain.amounts import read_amounts
from assistant.domain.money import render_money
from assistant.domain.offer import Offer
from assistant.offline.honesty import CLAIM_VERB
from assistant.offline.lexicon import any_of, fold

_RISEN = any_of(
    r"\b(?:now|rais\w+|went up|up to|update\w*|new|improved|increased|came back|upped|bump\w*|sweeten\w*|countered)\b",
    r"\b(?:moved|since|matched|meanwhile|today|yesterday|last night|this (?:week|morning)|correct\w*|in writing)\b",
)
"""Tells that an offer may have changed since it was told."""
_WHOLE = re.compile(
    r"\s*(?:(?:in|over|for|my|the|a|as) )*(?:total|tc|all[- ]in|package|with|year (?:one|1)|(?:1st|first) year)\b",
    re.IGNORECASE,
)
"""Behind a sum: it is of more than the base."""
_PASSES_ON = any_of(
    r"^\W*(?:(?:please|pls|ok|now|just|and|then|so|can you|could you)\W+)*"
    r"(?:tell|e-?mail|mail|message|text|write(?: to)?|answer|reply to|let)\s+"
    r"(?!(?:me|us|you|what|which|if|whether|how|it|that|this|why|when|an?|my|the|down|up|out)\b)"
    r"(?!(?:them|her|him) an?\b)[\w&'-]+"
)
"""Opens with an order to tell something to somebody, by name or as "them"."""
_OF_THEM = any_of(r"\b(?:they|she|he|hr|recruiter|their|theirs|came|letter)\b|\?")
_TELLS = rf"(?:{CLAIM_VERB}|e-?mail|mail|message|text)"
_PAYS = (
    r"(?:(?:now|just|already|also|has|have|is|was) )*"
    r"(?:pays?|paying|offers?|offered|offering|gave|gives|at|would pay|(?:went|moved)(?: up)? to"
    r"|(?:raised|upped|bumped)(?: (?:it|me|the base))?(?: to)?)"
)
_SUM = r"(?P<sum>[$€£₹]?\d[\d.,]*(?<![.,]) ?k?\b)"
_MONEY = r"(?:euros?|dollars?|bucks|pounds?|rupees|eur|usd|gbp|chf|inr|sgd|cad|aud|[€£₹$])"
_PART = (
    r"(?:rsus?|stocks?|equity|shares?|options?|grants?|units|sign\w*|joining|bonus\w*|relo\w*|days?|weeks?|months?|hours?|"
    r"pto|holidays?|vacation|leave|remote|budget|stipend|allowance|pension|match\w*|401k?|lunch|gym|commut\w*|training|travel)"
)
_NO_BASE = re.compile(
    rf"\s*(?:{_MONEY}\b\s*)?(?:%|percent\b|(?:(?:an?|per|every|each)\s+|/\s*)(?:month|week|day|hour|quarter|mo|wk|hr)\b|monthly\b|weekly\b|hourly\b"
    rf"|(?:(?:worth|of|in|as|for|toward|towards|more|extra|paid|the|an?|rest|annual|yearly|free)\s+)*{_PART}\b)",
    re.IGNORECASE,
)
"""Behind a sum: it is of another part than the base, or of another period than the year."""
SCALES = tuple(map(Decimal, (1, 1000, 100_000)))
MOST_TIMES = 3
"""Times the base on file from which a number is told of something else."""
_TOLD_TO = re.compile(
    r"[,.;!?\n](?!\d)|\s+(?:and|so|but|then|can|could|would) "
    r"(?:(?:please|pls|then|i|they|you|we|if|that|also|see|just)\b|ask|want|could|can|would|counter)",
    re.IGNORECASE,
)
"""Where what is to be told ends, and an ask or another sentence begins."""
_LEAST_SHARE = Decimal("0.995")
"""How near a sum must come to one on file to be taken for it."""
_GRANT_YEARS = 4
HAS_RISEN = (
    "On file {name} pays {base} a year, and you want {told} told. Has {name} raised its offer? Then say “{name} raised "
    "the base to {told}”: I put it on file, and the message can be written with it. If it is a total or another part "
    "of the offer, tell me which."
)


Verdict = Literal["same", "other", "risen", "untrue"]
"""A sum to be told beside the base on file: the same or less, of another part or the whole, perhaps risen, or more."""


@dataclass(frozen=True)
class RivalTold:
    """What a firm with another offer is to be said to pay: as it is on file, perhaps risen since, or more than is so.

    `told` is the sum and `words` the whole of it, as they are written.
    """

    name: str
    base: Decimal
    currency: str
    told: str
    words: str
    verdict: Verdict


def read_rivals_told(text: str, offers: Sequence[Mapping[str, Any]]) -> Iterator[RivalTold]:
    """Each competing offer on file of which the message orders to tell the pay, or a part of the pay."""
    folded = fold(text)
    for item in offers:
        company = str(item["offer"].get("company") or item["name"])
        name = re.escape(company.split(maxsplit=1)[0])
        said = re.search(
            rf"\b{_TELLS}\b[^.?!\n]{{0,40}}?(?:(?P<bare>: ?)|\b)"
            rf"(?P<words>(?P<name>{name}) (?(bare)(?:{_PAYS} )?|{_PAYS} )(?:me )?{_SUM})",
            folded,
            re.IGNORECASE,
        )
        if item["role"] == "competing" and said is not None and item["offer"].get("base_annual"):
            offer = Offer.model_validate(item["offer"])
            base = offer.base_annual or Decimal(0)
            end = _TOLD_TO.search(folded, said.end())
            words = folded[said.start("words") : end.start() if end else len(folded)]
            told = f"{company}{words[len(said['name']) :]}".strip()
            yield RivalTold(
                str(item["name"]), base, offer.currency_code, said["sum"].strip(), told, _judge(folded, said, offer)
            )


def _judge(text: str, said: re.Match[str], offer: Offer) -> Verdict:
    """Whether what is to be told agrees with the offer on file."""
    if _NO_BASE.match(text, said.end()) or _WHOLE.match(text, said.end()):
        return "other"
    base = offer.base_annual or Decimal(0)
    sums = [amount.value * scale for amount in read_amounts(said["sum"]) for scale in SCALES]
    more = [value for value in sums if base < value < MOST_TIMES * base]
    if not more:
        return "same"
    if any(_LEAST_SHARE <= whole / value <= 1 / _LEAST_SHARE for whole in _wholes(offer) for value in more):
        return "other"
    return "risen" if _RISEN.search(text) else "untrue"


def _wholes(offer: Offer) -> Iterator[Decimal]:
    """What the base comes to with any of the other parts on file in a year."""
    grants = sum((grant.total_value or Decimal(0) for grant in offer.equity), Decimal(0))
    first = sum((part.amount for part in offer.signing if part.year == 1), Decimal(0))
    parts = [offer.target_bonus, first, grants / _GRANT_YEARS]
    for count in range(len(parts) + 1):
        for chosen in combinations(parts, count):
            yield sum(chosen, offer.base_annual or Decimal(0))


def outbids_file(text: str, offers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a competing offer is to be told higher than it is on file, by words that tell of no change.

    >>> bolt = {"name": "Bolt", "role": "competing", "offer": {"base_annual": 160_000}}
    >>> outbids_file("tell Acme bolt pays 170", [bolt]), outbids_file("tell Acme bolt pays 160", [bolt])
    (True, False)
    """
    return any(told.verdict == "untrue" for told in read_rivals_told(text, offers))


def passes_sum_on(text: str) -> bool:
    """Whether a message orders to tell somebody a sum and tells the writer nothing of theirs.

    >>> [passes_sum_on(told) for told in ("mail acme 165", "tell me what 165 is", "tell acme ok, they offer 165")]
    [True, False, False]
    """
    folded = fold(text)
    return bool(_PASSES_ON.search(folded)) and not _OF_THEM.search(folded)


def tells_rival(text: str, offers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a competing offer on file is to be told and is not told higher than it may be."""
    told = [item.verdict for item in read_rivals_told(text, offers)]
    return bool(told) and "untrue" not in told


def ask_whether_risen(text: str, offers: Sequence[Mapping[str, Any]]) -> str:
    """The question whether an offer has risen that is to be told higher than on file; empty where none is.

    >>> bolt = {"name": "Bolt", "role": "competing", "offer": {"base_annual": 160_000}}
    >>> ask_whether_risen("tell Acme bolt now pays 170", [bolt])[:26]
    'On file Bolt pays $160,000'
    """
    risen = next((item for item in read_rivals_told(text, offers) if item.verdict == "risen"), None)
    if risen is None:
        return ""
    return HAS_RISEN.format(name=risen.name, base=render_money(risen.base, risen.currency), told=risen.told)

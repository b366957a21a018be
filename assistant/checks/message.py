"""Message: the flaws of a message a person is about to send, each with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.checks import flaw_patterns as words
from assistant.domain.amounts import WrittenAmount, read_amounts

FlawLabel = Literal[
    "ultimatum", "bluff", "reveals_current_salary", "vague_ask", "need_based", "no_enthusiasm", "apologetic",
    "accepts_on_spot", "aggressive", "too_many_asks", "wrong_numbers", "negotiates_after_acceptance",
    "no_justification",
]  # fmt: skip
LEAST_BASE = 50_000
"""A sum of this size beside the word bonus is the base that is named with it."""
MOST_ASKS = 4
"""Requests a recruiter can carry to an approver at once; from the fifth on they weaken each other."""
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=[\w$]))+[.!?:)]*\s*|\n+|[.!?]+\s*")
_STATED_BEFORE = re.compile(
    r"(?:\boffer(?:ed)?(?: me)?(?: (?:of|is|was|at|a|an|the|base|salary))*|\bletter says|\byou (?:said"
    r"|proposed)|\b(?:letter|contract|offer) (?:says|states|has|lists|shows)[^.,;]{0,30}|\bfrom"
    r"|\bcurrent(?:ly)?(?: at)?"
    r")\s*(?:base (?:salary )?|salary )?(?:of )?$",
    re.IGNORECASE,
)
_STATED_AFTER = re.compile(
    r"^[^.,;!?]{0,12}\b(?:in (?:your|the) (?:letter|offer|mail|email)|(?:that )?you(?:'ve| have)? (?:offered"
    r"|proposed|mentioned)|as offered)",
    re.IGNORECASE,
)
_RISE = re.compile(r"\bfrom (?P<low>\S+) to (?P<high>\S+)", re.IGNORECASE)
_KINDS = (
    ("relocation", re.compile(r"reloc\w*|moving", re.IGNORECASE)),
    ("sign_on", re.compile(r"sign(?:ing)?[- ]?(?:on)?|joining", re.IGNORECASE)),
    ("equity", re.compile(r"rsus?|stock|equity|grant|shares", re.IGNORECASE)),
    ("bonus", re.compile(r"bonus", re.IGNORECASE)),
    ("base", re.compile(r"base|salary|pay", re.IGNORECASE)),
)


@dataclass(frozen=True)
class MessageFlaw:
    """A flaw and the place of the words that show it; `about` is a lever or a figure where there is one."""

    label: FlawLabel
    start: int
    end: int
    about: str = ""


@dataclass(frozen=True)
class MessageFacts:
    """What is known of the case.

    `terms` are the amounts of the offer being answered (base, sign_on, equity, bonus in percent). `other_offers` are
    the sums of competing offers; `no_other_offer` says that there is none.
    """

    terms: dict[str, Decimal] = field(default_factory=dict)
    other_offers: tuple[Decimal, ...] = ()
    no_other_offer: bool = False
    accepted: bool = False
    is_fresh: bool = False


@dataclass(frozen=True)
class Part:
    """A sentence of the message with its place and the amounts in it."""

    text: str
    start: int
    amounts: tuple[WrittenAmount, ...]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def split_message(text: str) -> list[Part]:
    """The sentences of a message, without the white space around them."""
    amounts = read_amounts(text)
    parts = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if sentence:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            end = start + len(sentence)
            parts.append(Part(sentence, start, tuple(a for a in amounts if start <= a.start < end)))
    return parts


def check_message(text: str, facts: MessageFacts) -> list[MessageFlaw]:
    """Every flaw in the order of the text; none for a message that can be sent as it is.

    >>> [flaw.label for flaw in check_message("I love the team. Do 195k or I walk.", MessageFacts())]
    ['ultimatum']
    """
    parts = split_message(text)
    asks = [part for part in parts if is_ask(part)]
    found = [
        *_by_words(text),
        *_bluffs(parts, facts),
        *_acceptance(text, parts, asks, facts),
        *_whole_message(text, parts, asks, facts),
        *_numbers(parts, facts),
    ]
    return sorted(_without_overlap(found), key=lambda flaw: (flaw.start, flaw.label))


def is_ask(part: Part) -> bool:
    """Whether a sentence asks for something, or states the pay that is wanted."""
    return bool(words.ASK.search(part.text)) and not words.FOLLOW_UP.search(part.text)


def _by_words(text: str) -> Iterator[MessageFlaw]:
    patterns: tuple[tuple[FlawLabel, re.Pattern[str]], ...] = (
        ("ultimatum", words.ULTIMATUM),
        ("reveals_current_salary", words.CURRENT_PAY),
        ("need_based", words.NEED),
        ("apologetic", words.APOLOGY),
        ("aggressive", words.AGGRESSIVE),
    )
    for label, pattern in patterns:
        for match in pattern.finditer(text):
            if match.group().strip():
                yield MessageFlaw(label, match.start(), match.end())
    for match in words.SHOUTED.finditer(text):
        if (
            match.group() not in words.NOT_SHOUTED
            and not text.isupper()
            and match.group() in ("DEMAND", "MUST", "NEED", "NOW", "FAIR", "DESERVE", "NEVER")
        ):
            yield MessageFlaw("aggressive", match.start(), match.end())


def _bluffs(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    for part in parts:
        claim = words.OTHER_OFFER.search(part.text)
        if claim is None:
            continue
        told = [amount.value for amount in part.amounts if amount.kind == "money"]
        inflated = facts.other_offers and told and max(facts.other_offers) * Decimal("1.005") < told[0]
        if facts.no_other_offer or inflated:
            yield MessageFlaw("bluff", part.start, part.end)


def _acceptance(text: str, parts: list[Part], asks: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    wants = [part for part in asks if any(not a.unit for a in part.amounts) or words.VAGUE.search(part.text)]
    signed = words.ACCEPTED.search(text)
    if (signed or facts.accepted) and wants:
        place = signed.span() if signed else (wants[0].start, wants[0].end)
        yield MessageFlaw("negotiates_after_acceptance", *place)
        return
    for part in parts:
        accept = words.ACCEPT.search(part.text)
        restated = sum(amount.kind != "plain" for other in parts for amount in other.amounts) >= 2 and not wants
        if accept is None or words.CONDITION.search(part.text) or restated or facts.accepted:
            continue
        if words.AT_ONCE.search(text) or wants or facts.is_fresh:
            yield MessageFlaw("accepts_on_spot", part.start + accept.start(), part.start + accept.end())
            return


def _whole_message(text: str, parts: list[Part], asks: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    if not parts:
        return
    priced = [part for part in asks if any(amount.kind != "plain" or amount.value >= 20 for amount in part.amounts)]
    if not words.WARMTH.search(text) and not words.ACCEPT.search(text):
        yield MessageFlaw("no_enthusiasm", parts[0].start, parts[0].end)
    if not priced:
        for part in asks:
            if (vague := words.VAGUE.search(part.text)) and words.PAY_WORD.search(text):
                yield MessageFlaw("vague_ask", part.start + vague.start(), part.start + vague.end())
                break
    elif not words.REASON.search(text) and not words.NEED.search(text) and not words.ULTIMATUM.search(text):
        yield MessageFlaw("no_justification", priced[0].start, priced[0].end)
    asked = " ".join(part.text for part in asks)
    levers = [name for name, pattern in words.LEVERS.items() if pattern.search(asked)]
    if len(levers) > MOST_ASKS:
        yield MessageFlaw("too_many_asks", asks[0].start, asks[-1].end, ", ".join(levers))


def _numbers(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    for part in parts:
        yield from _wrong_rise(part)
        for amount in part.amounts:
            before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
            stated = _STATED_BEFORE.search(before[-40:]) or _STATED_AFTER.match(after)
            kind = find_lever(part, amount)
            if kind == "bonus" and amount.value >= LEAST_BASE:
                kind = "base"
            known = facts.terms.get(kind)
            other = words.OTHER_OFFER.search(part.text)
            if (
                stated
                and known
                and not other
                and amount.kind != "percent"
                and abs(_scaled(amount) - known) > known / 200
            ):
                yield MessageFlaw("wrong_numbers", part.start, part.end, f"{kind}:{amount.start}:{amount.end}")


def _wrong_rise(part: Part) -> Iterator[MessageFlaw]:
    """A percentage that does not lead from the one sum to the other."""
    rise = _RISE.search(part.text)
    percents = [amount for amount in part.amounts if amount.kind == "percent"]
    sums = [
        a for a in part.amounts if rise and a.kind != "percent" and rise.start() <= a.start - part.start < rise.end()
    ]
    if not rise or not percents or len(sums) != 2 or not sums[0].value:
        return
    actual = (sums[1].value / sums[0].value - 1) * 100
    if abs(actual - percents[0].value) > 1:
        yield MessageFlaw(
            "wrong_numbers",
            part.start,
            part.end,
            f"percent:{percents[0].start}:{percents[0].end}:{round(actual, 1).normalize():f}",
        )


def _scaled(amount: WrittenAmount) -> Decimal:
    return amount.value * 1000 if amount.kind == "plain" and amount.value < 1000 else amount.value


def find_lever(part: Part, amount: WrittenAmount) -> str:
    """The term an amount is about (base, bonus, sign_on, equity, relocation).

    A word that ends right before it ("base 120k"), else the word after it, else the nearest before it, else base.
    """
    before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
    nearest = ("base", -1, -1)
    for name, pattern in _KINDS:
        for match in pattern.finditer(before[-40:]):
            if match.start() > nearest[1]:
                nearest = (name, match.start(), match.end())
    if nearest[1] >= 0 and len(before[-40:]) - nearest[2] <= 4:
        return nearest[0]
    close = re.match(r" ?(?:\w+ )?\w+(?:-\w+)?", after)
    return next((name for name, pattern in _KINDS if close and pattern.search(close.group())), nearest[0])


def _without_overlap(flaws: list[MessageFlaw]) -> list[MessageFlaw]:
    """One flaw of each label for each stretch of words, the longer first; labels told once stay once."""
    kept: list[MessageFlaw] = []
    for flaw in sorted(flaws, key=lambda item: item.start - item.end):
        same = [other for other in kept if other.label == flaw.label]
        if not any(other.start < flaw.end and flaw.start < other.end for other in same):
            kept.append(flaw)
    return kept

"""Message: the flaws of a message a person is about to send, each with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import is_ask, is_on_file, is_priced, scale, sums_of
from assistant.checks.draft_lines import GREETING, PATTERNS, TRUST, LineTag, Part, ReadLines, split_message
from assistant.checks.flaw_patterns_abroad import ABROAD
from assistant.checks.flaws import FlawLabel, MessageFacts, MessageFlaw
from assistant.checks.grounds import has_ground
from assistant.checks.message_numbers import check_numbers, claimed_sums, claims_offer
from assistant.checks.phrases import is_foreign
from assistant.checks.rivals import claims_suitors, tells_market
from assistant.checks.wish_list import list_wishes

MOST_ASKS = 4
"""Requests a recruiter can carry to an approver at once; from the fifth on they weaken each other."""
SURELY_VAGUE = 0.5
"""Score from which "more" is of pay without a word about pay."""
LEAST_PAY = 1000
_TIME_OFF = re.compile(r"\b(?:days?|weeks?|holidays?|vacation|leave|pto|hours?)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:i|i'm|im|i've|we|my|mine|current\w*)\b", re.IGNORECASE)
_BY_LINE: tuple[tuple[FlawLabel, LineTag], ...] = (
    ("ultimatum", "ultimatum"),
    ("reveals_current_salary", "current_pay"),
    ("need_based", "need"),
    ("apologetic", "apologetic"),
    ("aggressive", "aggressive"),
)


def check_message(text: str, facts: MessageFacts, read_lines: ReadLines | None = None) -> list[MessageFlaw]:
    """Every flaw in the order of the text; none for a message that can be sent as it is.

    Args:
        text: the message.
        facts: what is known of the case.
        read_lines: tells by likeness what a line does; without it the words alone decide.

    >>> [flaw.label for flaw in check_message("I love the team. Do 195k or I walk.", MessageFacts())]
    ['ultimatum']
    """
    parts = split_message(text, read_lines)
    asks = [part for part in parts if is_ask(part)]
    if not asks and any(words.DECLINES.search(part.text) and not part.does("ultimatum") for part in parts):
        return list(_shouted(text, parts))
    found = [
        *_by_line(parts, facts),
        *_shouted(text, parts),
        *_bluffs(parts, facts),
        *_acceptance(text, parts, asks, facts),
        *_whole_message(text, parts, asks, facts),
        *check_numbers(parts, facts),
    ]
    return sorted(_without_overlap(found), key=lambda flaw: (flaw.start, flaw.label))


def _by_line(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    for part in parts:
        for label, tag in _BY_LINE:
            if part.does(tag) and not _is_harmless(part, tag, facts):
                for start, end in part.spans(tag):
                    yield MessageFlaw(label, start, end)


def _is_harmless(part: Part, tag: LineTag, facts: MessageFacts) -> bool:
    """Whether a line only looks like that flaw: an apology for a late mail, a pay that is no figure, a lever."""
    if tag == "apologetic":
        return bool(words.LATE.search(part.text))
    if tag == "current_pay":
        spans = part.spans(tag)
        told = [scale(a) for a in part.amounts if any(start <= a.start < end for start, end in spans)]
        offered = bool(told) and all(is_on_file(value, facts) for value in told)
        private = words.KEEPS_PAY_PRIVATE.search(part.text)
        if _TIME_OFF.search(part.text) and not any(a.kind == "money" or a.value >= LEAST_PAY for a in part.amounts):
            return True
        wished = any(words.HOPES.search(part.text[: a.start - part.start]) for a in part.amounts)
        alike = not _is_shown(part, tag) and (wished or not _MINE.search(part.text))
        return bool(private) or offered or alike or not re.search(r"\d", part.text)
    if tag == "ultimatum":
        return not _is_shown(part, tag) and bool(words.FALLBACK.search(part.text))
    if tag == "aggressive":
        return part.is_item and not re.search(r"\byou", part.text, re.IGNORECASE)
    if tag == "need":
        score = part.score("need") or 0.0
        rest = max(part.score("reason") or 0.0, part.score("warm") or 0.0)
        if not ABROAD[tag].search(part.text) and rest > score and (score < TRUST[tag][1] or not _is_shown(part, tag)):
            return True
        return bool(words.OWN_LEVER.search(part.text)) and not part.does("apologetic")
    return False


def _is_shown(part: Part, tag: LineTag) -> bool:
    return bool(PATTERNS[tag].search(part.text) or ABROAD[tag].search(part.text))


def _shouted(text: str, parts: list[Part]) -> Iterator[MessageFlaw]:
    if not text.isupper():
        for match in words.SHOUTED.finditer(text):
            yield MessageFlaw("aggressive", match.start(), match.end())


def _bluffs(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    denied = [part for part in parts if words.SAID_UNTRUE.search(part.text)]
    claims = [part for part in parts if claims_offer(part, facts)]
    if denied and claims:
        yield from (MessageFlaw("bluff", part.start, part.end, "untrue") for part in claims)
        yield from (MessageFlaw("bluff", part.start, part.end, "untrue") for part in denied if part not in claims)
        return
    for part in parts:
        if facts.no_other_search and claims_suitors(part.text):
            yield MessageFlaw("bluff", part.start, part.end)
            continue
        if not _claims(part, facts) or (words.ONLY_TALKS.search(part.text) and not facts.no_other_search):
            continue
        told = [scale(amount) for amount in claimed_sums(part, facts)]
        inflated = facts.other_offers and told and max(facts.other_offers) * Decimal("1.005") < told[0]
        if facts.no_other_offer or (inflated and told[0] not in facts.known):
            yield MessageFlaw("bluff", part.start, part.end)


def _claims(part: Part, facts: MessageFacts) -> bool:
    if tells_market(part.text):
        return False
    return claims_offer(part, facts) or (facts.no_other_offer and claims_suitors(part.text))


def _acceptance(text: str, parts: list[Part], asks: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    wants = [part for part in asks if not is_agreed(part, facts)]
    before = [span for part in parts for span in part.spans("accepted_before")]
    if (before or facts.accepted) and wants:
        place = before[0] if before else (wants[0].start, wants[0].end)
        yield MessageFlaw("negotiates_after_acceptance", *place)
        return
    if before or facts.accepted or facts.settled:
        return
    if wants and (fallback := next(_fallbacks(parts, wants), None)):
        yield fallback
        return
    restated = sum(amount.kind != "plain" for part in parts for amount in part.amounts) >= 2 and not wants
    for part in parts:
        if not part.does("accepts") or words.CONDITION.search(part.text) or restated:
            continue
        if words.AT_ONCE.search(text) or wants or facts.is_fresh:
            yield MessageFlaw("accepts_on_spot", *part.spans("accepts")[0])
            return


def _fallbacks(parts: list[Part], wants: list[Part]) -> Iterator[MessageFlaw]:
    """The yes in advance to less than what is asked for; another part of the offer asked for instead is none."""
    asked = max((scale(amount) for part in wants for amount in sums_of(part)), default=Decimal(0))
    for part in (part for part in parts if not words.ULTIMATUM.search(part.text)):
        for match in words.FALLBACK.finditer(part.text):
            start, end = part.start + match.start(), part.start + match.end()
            named = [scale(amount) for amount in sums_of(part) if start <= amount.start < end]
            beside = part.text[: match.start()] + part.text[match.end() :]
            other = any(name != "base" and pattern.search(beside) for name, pattern in words.LEVERS.items())
            if not other and all(value < asked for value in named):
                yield MessageFlaw("accepts_on_spot", start, end, "fallback")


def is_agreed(part: Part, facts: MessageFacts) -> bool:
    """Whether an ask names only sums that are on file, so that it asks for what was agreed."""
    sums = sums_of(part)
    on_file = (*facts.known, *facts.terms.values())
    if not sums:
        return bool(words.AS_AGREED.search(part.text)) or (not part.does("vague") and not part.does("ask"))
    return all(any(abs(scale(amount) - value) <= value / 200 for value in on_file) for amount in sums)


def _whole_message(text: str, parts: list[Part], asks: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    if not parts:
        return
    bargains = bool(asks) or any(part.does("ultimatum") or part.does("aggressive") for part in parts)
    if bargains and not any(part.does("warm") for part in parts) and not any(part.does("accepts") for part in parts):
        said = [part for part in parts if len(part.text.split()) > 2 and not GREETING.fullmatch(part.text)]
        first = next(iter(said), parts[0])
        yield MessageFlaw("no_enthusiasm", first.start, first.end)
    priced = [part for part in asks if is_priced(part)]
    named = [part for part in asks if not part.does("vague")]
    if not priced and not named:
        if any(_names_target(part, facts) for part in parts):
            return
        for part in asks:
            if part.does("vague") and _is_about_pay(text, part, parts):
                yield MessageFlaw("vague_ask", *part.spans("vague")[0])
                break
    elif not has_ground(parts, facts, is_foreign(text)):
        bare = [part for part in priced or named if not (sums_of(part) and is_agreed(part, facts))]
        if bare:
            yield MessageFlaw("no_justification", bare[0].start, bare[0].end)
    wishes = list_wishes(parts, asks)
    if len(wishes.names) > MOST_ASKS:
        yield MessageFlaw("too_many_asks", wishes.start, wishes.end, ", ".join(wishes.names))


def _is_about_pay(text: str, part: Part, parts: list[Part]) -> bool:
    """Whether "a bit more" is of pay: by a word or a sum of the message, or by the likeness of the sentence."""
    likely = (part.score("vague") or 0.0) >= SURELY_VAGUE
    return likely or bool(words.PAY_WORD.search(text)) or any(map(sums_of, parts))


def _names_target(part: Part, facts: MessageFacts) -> bool:
    """Whether a sentence gives a sum above the offer on file that is nobody's pay: what the person wants."""
    base = facts.terms.get("base")
    apart: tuple[LineTag, ...] = ("current_pay", "need", "reason", "aggressive")
    if base is None or claims_offer(part, facts) or any(part.does(tag) for tag in apart):
        return False
    return any(base < scale(amount) < base * 3 for amount in sums_of(part) if amount.kind != "percent")


def _without_overlap(flaws: list[MessageFlaw]) -> list[MessageFlaw]:
    """One flaw of each label for each stretch of words, the longer first; labels told once stay once."""
    kept: list[MessageFlaw] = []
    for flaw in sorted(flaws, key=lambda item: item.start - item.end):
        same = [other for other in kept if other.label == flaw.label]
        if not any(other.start < flaw.end and flaw.start < other.end for other in same):
            kept.append(flaw)
    return kept

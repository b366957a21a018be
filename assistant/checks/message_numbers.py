"""Message numbers: the figures of a draft held against the case and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import find_lever, is_ask, scale, sums_of
from assistant.checks.draft_lines import Part
from assistant.checks.flaws import MessageFacts, MessageFlaw, has_name
from assistant.checks.stated_terms import NAMED_BEFORE, PRAISED_AFTER, STATED_AFTER, STATED_BEFORE, check_stated
from assistant.domain.amounts import WrittenAmount

LEAST_BASE = 50_000
"""A sum of this size beside the word bonus is the base that is named with it."""
TOLERANCE = Decimal("0.005")
_RISE = re.compile(
    r"\b(?:from|von|de|desde|da) (?P<low>\S+(?: (?:€|k€|EUR|euros?|LPA))?) (?:to|auf|a|à|para|hasta|naar) (?P<high>\S+)",
    re.IGNORECASE,
)
_OWN_RISE = re.compile(
    r"^ ?(?:\w+ )?(?:increase|raise|rise|bump|hike|uplift|jump|more\b(?! (?:\w+ )?(?:rsus?|equity|stock|shares|options|bonus|days"
    r"|holidays?|vacation|pto|leave)\b)|higher|erhöhung|mehr\b|de subida|más\b|de plus"
    r"|a mais)",
    re.IGNORECASE,
)
_MARKET = re.compile(r"\b(?:market|median|average|below|above|peers?|industry|inflation|standard)\b", re.IGNORECASE)
_TIMES = re.compile(r"(?P<each>\S+) ?(?:x|×|\*|times) ?(?P<n>\d{1,2})(?:[.,]\d)?\b", re.IGNORECASE)
_MAKES = re.compile(
    r"\b(?:comes? to|makes?|gives?|equals?|totals?|adds? up to|sums? to|is|are|which is|ergibt|macht|sind|son|fait|dá)\b"
    r"|=",
    re.IGNORECASE,
)
_PERIODS = (26, 52, 2080)
"""Two weeks, weeks and paid hours of a year."""
_PER = {"month": 12, "week": 52}
_A_YEAR = re.compile(r"^ ?(?:/|per|a|p\.?|pro|al|par|por)? ?(?:year|annum|yr|a\.|jahr|año|an\b|ano)", re.IGNORECASE)
_A_MONTH = re.compile(r"^ ?(?:/|per|a|pro|al|par|por)? ?(?:month|mo\b|monat|mes\b|mois|mês)", re.IGNORECASE)


def check_numbers(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    """The wrong figures, each with what it should be in `about`: place and value, ":" between."""
    for part in parts:
        if part.does("current_pay"):
            continue
        yield from _wrong_rise(part)
        yield from _wrong_product(part)
        yield from check_stated(part, facts)
        yield from _not_on_file(part, facts)
        yield from _other_offer(part, facts)
    yield from _wrong_own_rise(parts, facts)


def _flaw(part: Part, amount: WrittenAmount, right: str) -> MessageFlaw:
    return MessageFlaw("wrong_numbers", part.start, part.end, f"{amount.start}:{amount.end}:{right}")


def _not_on_file(part: Part, facts: MessageFacts) -> Iterator[MessageFlaw]:
    claims = claims_offer(part, facts)
    for amount in part.amounts:
        if amount.kind == "percent" or amount not in sums_of(part):
            continue
        before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
        wished = words.WANTS.search(before)
        stated = STATED_BEFORE.search(before[-40:]) or (None if wished else STATED_AFTER.match(after))
        stated = stated or (PRAISED_AFTER.match(after) and NAMED_BEFORE.search(before))
        if stated and claims and not re.search(r"\byou", stated.group(), re.IGNORECASE):
            continue
        kind = find_lever(part, amount)
        if kind == "bonus" and amount.value >= LEAST_BASE:
            kind = "base"
        known = facts.terms.get(kind)
        if not stated or not known or _is_near(amount, known):
            continue
        if any(_is_near(amount, value) for value in facts.known):
            continue
        yield _flaw(part, amount, f"{_nearest_form(amount, known):f}")


def _is_near(amount: WrittenAmount, known: Decimal) -> bool:
    """Whether an amount is a known one, in thousands, by the month or in full."""
    forms = [known, *(known / n for n in (12, 13, 14, *_PERIODS))]
    return any(abs(value - form) <= form * TOLERANCE for value in {amount.value, scale(amount)} for form in forms)


def _nearest_form(amount: WrittenAmount, known: Decimal) -> Decimal:
    """The known amount in the form the person writes it: a year's sum, or a month's."""
    forms = (known, known / 12, *(known / n for n in _PERIODS))
    return min(forms, key=lambda form: min(abs(form - value) / form for value in (amount.value, scale(amount))))


def _other_offer(part: Part, facts: MessageFacts) -> Iterator[MessageFlaw]:
    """A competing offer told with another sum than the one on file."""
    told = claimed_sums(part, facts)
    if not facts.other_offers or not told:
        return
    amount = told[0]
    if not any(_is_near(amount, value) for value in (*facts.other_offers, *facts.known)):
        nearest = min(facts.other_offers, key=lambda value: abs(value - scale(amount)))
        yield _flaw(part, amount, f"{nearest}")


def claims_offer(part: Part, facts: MessageFacts) -> bool:
    """Whether a sentence tells of an offer of somebody else, by its words or by who that is in the case."""
    if part.does("other_offer"):
        return True
    named = [a for a in sums_of(part) if not any(_is_near(a, value) for value in facts.terms.values())]
    wants = is_ask(part) or part.does("ultimatum") or words.WANTS.search(part.text)
    return bool(named) and not wants and has_name(part.text, facts.other_names)


def claimed_sums(part: Part, facts: MessageFacts) -> list[WrittenAmount]:
    """The sums a sentence gives for an offer of somebody else: not those of this offer, nor what is asked for."""
    if not claims_offer(part, facts):
        return []
    asked = re.search(r"\b(?:match|could|can|ask|so i'?d|looking for|i'?d (?:like|need))\b", part.text, re.IGNORECASE)
    end = part.start + asked.start() if asked and asked.start() else part.end
    mine = list(facts.terms.values())
    held = [a for a in sums_of(part) if not any(_is_near(a, value) for value in mine)]
    return [amount for amount in held if amount.start < end] or []


def _wrong_rise(part: Part) -> Iterator[MessageFlaw]:
    """A percentage that does not lead from the one sum to the other."""
    rise = _RISE.search(part.text)
    percents = [amount for amount in part.amounts if amount.kind == "percent"]
    sums = [
        a for a in part.amounts if rise and a.kind != "percent" and rise.start() <= a.start - part.start < rise.end()
    ]
    if not rise or len(percents) != 1 or len(sums) != 2 or not sums[0].value:
        return
    actual = (scale(sums[1]) / scale(sums[0]) - 1) * 100
    if abs(actual - percents[0].value) > 1:
        yield _flaw(part, percents[0], f"{_percent(actual)}%")


def _wrong_own_rise(parts: list[Part], facts: MessageFacts) -> Iterator[MessageFlaw]:
    """A rise as in "only 8% more", held against what is offered and what is asked for elsewhere in the message."""
    asked = [amount for part in parts if is_ask(part) for amount in sums_of(part)]
    base = facts.terms.get("base")
    offered = [base] if base else []
    offered += [scale(amount) for part in parts for amount in sums_of(part) if _is_stated(part, amount)]
    for part in parts:
        if _RISE.search(part.text) or _MARKET.search(part.text):
            continue
        for amount in part.amounts:
            after = part.text[amount.end - part.start :]
            if amount.kind != "percent" or not _OWN_RISE.match(after):
                continue
            rises = [(scale(new) / old - 1) * 100 for new in asked for old in offered if 0 < old < scale(new)]
            if rises and min(abs(rise - amount.value) for rise in rises) > 1:
                yield _flaw(part, amount, f"{_percent(rises[0])}%")


def _is_stated(part: Part, amount: WrittenAmount) -> bool:
    before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
    return bool(STATED_BEFORE.search(before[-40:]) or STATED_AFTER.match(after))


def _wrong_product(part: Part) -> Iterator[MessageFlaw]:
    """A product as in "9,000 x 13 comes to 127,000", and a monthly sum beside its year."""
    for amount, rest in zip(part.amounts, part.amounts[1:], strict=False):
        between = part.text[amount.end - part.start : rest.start - part.start]
        times = re.match(r"\s?(?:x|×|\*|times)\s?$", between, re.IGNORECASE)
        if times and rest.value <= 60:
            following = [item for item in part.amounts if item.start >= rest.end and item.kind != "percent"]
            gap = part.text[rest.end - part.start : following[0].start - part.start] if following else ""
            if following and _MAKES.search(gap) and len(gap) < 40:
                yield from _unlike(part, following[0], amount.value * rest.value)
        elif (
            _A_MONTH.match(between)
            and _MAKES.search(between)
            and _A_YEAR.match(part.text[rest.end - part.start :])
            and not re.search(r"\b1[34]\b", part.text)
        ):
            yield from _unlike(part, rest, amount.value * _PER["month"])


def _unlike(part: Part, amount: WrittenAmount, right: Decimal) -> Iterator[MessageFlaw]:
    told = amount.value * 1000 if amount.value < 1000 <= right else amount.value
    if abs(told - right) > max(right * TOLERANCE, amount.precision):
        yield _flaw(part, amount, f"{right}")


def _percent(value: Decimal) -> str:
    return f"{round(value, 1).normalize():f}"

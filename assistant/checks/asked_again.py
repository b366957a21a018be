"""Asked again: the sums of a message that must be asked for in other words, and right figures in place of wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import find_lever, full_quote, sums_of
from assistant.checks.draft_lines import Part
from assistant.checks.flaw_patterns_abroad import ABROAD
from assistant.checks.flaws import MessageFacts, MessageFlaw
from assistant.checks.phrases import Phrases
from assistant.domain.amounts import WrittenAmount
from assistant.domain.bare_sums import in_full

MOST_WANTED = 2
_NOT_WANTED = re.compile(
    r"\s*(?:\w+ )?(?:is|was|are) (?:far |way |much )?(?:too )?(?:low|little|less)"
    r"|\s*(?:\w+ )?(?:doesn't|does not|won't) work",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:\w+ )?(?:more|extra|additional|on top)\b", re.IGNORECASE)


def find_wanted(part: Part, flaws: Iterable[MessageFlaw], facts: MessageFacts) -> list[WrittenAmount]:
    """The sums a sentence asks for: not those of the present pay, of what life costs, or of an offer."""
    flaws = list(flaws)
    told = [flaw for flaw in flaws if flaw.label in ("reveals_current_salary", "need_based")]
    given_away = [(flaw.start, flaw.end) for flaw in flaws if flaw.about == "fallback"]
    known = {*facts.terms.values(), *facts.other_offers, *facts.known}
    claim = part.spans("other_offer")
    ask = words.ASK.search(part.text) or ABROAD["ask"].search(part.text)
    if not part.does("ask") and not part.does("ultimatum") and not ask and not words.WANTS.search(part.text):
        return []
    held = [
        amount
        for amount in sums_of(part)
        if not _is_told(part, amount, told)
        and not {amount.value, amount.value * 1000} & known
        and not _NOT_WANTED.match(part.text[amount.end - part.start :])
        and not any(start <= amount.start < end for start, end in [*claim, *given_away])
        and (not claim or (ask is not None and amount.start - part.start > ask.start()))
    ]
    first = next((number for number, amount in enumerate(held) if _follows_wish(part, amount)), 0)
    return held[first:][:MOST_WANTED]


def _follows_wish(part: Part, amount: WrittenAmount) -> bool:
    """Whether the clause of a sum says before it that something is wished for."""
    clause = next((item for item in part.clauses if item.start <= amount.start < item.end), None)
    before = clause.text[: amount.start - clause.start] if clause else ""
    return bool(words.ASK.search(before) or words.WANTS.search(before))


def _is_told(part: Part, amount: WrittenAmount, told: list[MessageFlaw]) -> bool:
    """Whether a sum belongs to the words of a flaw, and not to a wish beside them."""
    clause = next((item for item in part.clauses if item.start <= amount.start < item.end), None)
    if clause is None or not any(flaw.start < clause.end and clause.start < flaw.end for flaw in told):
        return False
    return not _follows_wish(part, amount)


def ask_for(text: str, part: Part, amount: WrittenAmount, phrases: Phrases, facts: MessageFacts) -> str:
    """A question for a sum of a sentence, with the period it is for."""
    lever = find_lever(part, amount)
    more = phrases.added.get(lever) if _MORE.match(part.text[amount.end - part.start :]) else None
    quote = full_quote(text, amount)
    return (more or phrases.asked[lever]).format(
        in_full(quote, _base_of(facts)) if lever == "base" and not more else quote
    )


def ask_for_wanted(facts: MessageFacts, phrases: Phrases) -> str:
    """A question for the sum the person was told or wants, else for the range of the role."""
    if facts.promised:
        return phrases.promised.format(in_full(facts.promised, _base_of(facts)))
    if facts.wanted:
        return phrases.asked["base"].format(in_full(facts.wanted, _base_of(facts)))
    return phrases.range


def _base_of(facts: MessageFacts) -> list[Decimal]:
    return [value for term, value in facts.terms.items() if term == "base"]


def stands_in(amount: WrittenAmount, text: str) -> bool:
    """Whether a sum is said in a text."""
    return bool(re.search(rf"(?<!\d){re.escape(amount.quote.strip('$€£ '))}", text))


def put_right_numbers(text: str, flaws: Iterable[MessageFlaw]) -> str:
    """The text with the right figures in the place of wrong ones; from the end, so that places stay right."""
    wrong = {tuple(flaw.about.split(":")) for flaw in flaws if flaw.label == "wrong_numbers"}
    for start, end, right in sorted(wrong, key=lambda item: -int(item[0])):
        told = text[int(start) : int(end)]
        written = _write_percent(right, told, text) if right.endswith("%") else write_like(Decimal(right), told)
        text = text[: int(start)] + written + text[int(end) :]
    return text


def _write_percent(right: str, told: str, text: str) -> str:
    """A percent as the message writes numbers: with a comma where a point sets off the thousands."""
    number = right.rstrip("%").replace(".", "," if re.search(r"\d\.\d{3}\b", text) else ".")
    return number + told[len(told.rstrip(" %\xa0")) :]


def write_like(value: Decimal, quote: str) -> str:
    """A sum in the style of the one it replaces.

    >>> [write_like(Decimal(175000), quote) for quote in ("$170k", "170,000", "170 000 kr", "170")]
    ['$175k', '175,000', '175 000 kr', '175']
    >>> write_like(Decimal("41.5"), "$39.50")
    '$41.50'
    """
    cents = re.fullmatch(r"([^\d]*)\d{1,3}([.,])\d{1,2}", quote)
    if cents and value < 1000:
        return cents[1] + f"{value:.2f}".replace(".", cents[2])
    match = re.fullmatch(r"([^\d]*)([\d.,' ]*\d)(.*)", quote, re.DOTALL)
    head, digits, tail = match.groups() if match else ("", quote, "")
    thousands = value / 1000
    if (re.match(r"\s?k\b", tail, re.IGNORECASE) or (len(digits) <= 3 and value >= 1000)) and thousands % 1 in (
        0,
        Decimal("0.5"),
    ):
        return f"{head}{thousands.normalize():f}{tail}"
    mark = next((mark for mark in "., '" if mark in digits), "," if len(digits) < 4 else "")
    return f"{head}{value.quantize(Decimal(1)):,}".replace(",", mark) + tail

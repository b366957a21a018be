"""Rewrite: a flawed message put right, in the person's own sentences as far as they can stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from assistant.checks import flaw_patterns as words
from assistant.checks.message import (
    MessageFacts,
    MessageFlaw,
    Part,
    check_message,
    find_lever,
    is_ask,
    split_message,
)
from assistant.domain.amounts import WrittenAmount

THANKS = "Thank you for the offer; I would like to make this work."
REASON = "I ask because of the scope we discussed and of what comparable roles pay."
OPEN_QUESTION = "Where does this offer sit in the range for the level, and what evidence would you need to go above it?"
STOCK_QUESTION = "What size of stock grant is usual at this level, and what evidence would you need to go above it?"
TIME = "Could I have all terms in writing, and a few days to read them?"
AFTER_YES = "I stand by my yes. Could we agree in writing on a pay review after six months?"
_CUT = {"ultimatum", "reveals_current_salary", "need_based", "apologetic", "aggressive", "bluff", "accepts_on_spot"}
_CLAUSE = re.compile(r"(?:,? \b(?:and|but|so|because|as|since)\b |, | - |; )", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon))\b[^,!.\n]{0,40}[,!.]|[A-Z][a-z]+,)\s*", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"^(?:best(?: regards| wishes)?|kind regards|regards|thanks|thank you|cheers|sincerely"
    r"|yours)\b[^.?!]{0,40}$",
    re.IGNORECASE,
)
_ASKED: dict[str, str] = {
    "base": "Could we bring the base to {}?",
    "sign_on": "Could a sign-on bonus of {} be added?",
    "equity": "Could the stock grant be {}?",
    "bonus": "Could the bonus be {}?",
    "relocation": "Could relocation support of {} be added?",
}
_ADDED = {"base": "Could we add {} to the base?", "equity": "Could {} be added to the stock grant?"}
_NOT_WANTED = re.compile(
    r"\s*(?:\w+ )?(?:is|was|are) (?:far |way |much )?(?:too )?(?:low|little|less)|\s*(?:a|per|each|/) ?(?:month|week)"
    r"|\s*(?:\w+ )?(?:doesn't|does not|won't) work",
    re.IGNORECASE,
)
_MOST_KEPT = 2
_MOST_ROUNDS = 3


def rewrite_message(text: str, flaws: Iterable[MessageFlaw], facts: MessageFacts) -> str:
    """The message without its flaws; what cannot be kept is asked for in plain words.

    >>> text = "Thanks, I love the scope. I need 195k base because my rent is high."
    >>> rewrite_message(text, check_message(text, MessageFacts()), MessageFacts())
    'Thanks, I love the scope. Could we bring the base to 195k?'
    """
    found = list(flaws)
    for _ in range(_MOST_ROUNDS):
        text = _rewrite_once(text, found, facts)
        found = check_message(text, facts)
        if not found:
            break
    return text


def _rewrite_once(text: str, flaws: list[MessageFlaw], facts: MessageFacts) -> str:
    text, flaws = _with_right_numbers(text, flaws, facts)
    labels: set[str] = {flaw.label for flaw in flaws}
    lines: list[str] = []
    for part in split_message(text):
        own = [flaw for flaw in flaws if flaw.start < part.end and part.start < flaw.end]
        lines.append(_put_right(part, own, facts, labels))
    lines = [line for line in lines if line]
    if "too_many_asks" in labels:
        lines = _with_fewer_asks(text, lines)
    if "no_enthusiasm" in labels:
        lines = _with_thanks(lines)
    if "no_justification" in labels:
        place = max(
            (n for n, line in enumerate(lines) if line.endswith("?") or re.search(r"\d", line)), default=len(lines) - 1
        )
        lines.insert(place + 1, REASON)
    if "negotiates_after_acceptance" in labels:
        lines = [line for line in lines if not _asks_for_pay(line)]
        lines.insert(_before_sign_off(lines), AFTER_YES)
    return _join(dict.fromkeys(lines), text)


def _put_right(part: Part, flaws: list[MessageFlaw], facts: MessageFacts, labels: set[str]) -> str:
    here = {flaw.label for flaw in flaws}
    if "accepts_on_spot" in labels and re.match(r"(?:\W|omg|wow|oh)*\byes\b", part.text, re.IGNORECASE):
        return ""
    if "vague_ask" in here or (
        "vague_ask" in labels and not part.amounts and is_ask(part) and words.VAGUE.search(part.text)
    ):
        question = STOCK_QUESTION if re.search(r"\bstock|equity|rsu", part.text, re.IGNORECASE) else OPEN_QUESTION
        return " ".join([*_good_clauses(part, flaws, asks=False), question])
    if not here & _CUT:
        return part.text
    kept = _good_clauses(part, [flaw for flaw in flaws if flaw.label in _CUT], asks=True)
    greeting = _GREETING.match(part.text)
    if greeting and not " ".join(kept).startswith(greeting.group().strip(" ,!.")):
        kept = [greeting.group().strip(), *kept]
    if "accepts_on_spot" in here:
        return " ".join([*kept, TIME])
    told = " ".join(kept)
    wanted = [amount for amount in _wanted(part, flaws, facts) if amount.quote not in told]
    return " ".join([*kept, *(_ask_for(part, amount) for amount in wanted)])


def _good_clauses(part: Part, flaws: list[MessageFlaw], asks: bool) -> list[str]:
    """The clauses of a sentence that no flaw touches and that thank, ask or give a reason."""
    kept: list[str] = []
    at = 0
    joints = [*_CLAUSE.finditer(part.text)]
    for start, end in zip([0, *(m.end() for m in joints)], [*(m.start() for m in joints), len(part.text)], strict=True):
        clause = part.text[start:end].strip(" ,;.!?")
        touched = any(flaw.start < part.start + end and part.start + start < flaw.end for flaw in flaws)
        useful = words.WARMTH.search(clause) or (asks and _carries_the_ask(clause))
        if not touched and useful:
            joint = part.text[at:start] if kept and at else ""
            kept.append((joint if joint.startswith(",") else "") + clause)
        at = end
    if not kept:
        return []
    sentence = "".join(text if n == 0 or text.startswith(",") else f", {text}" for n, text in enumerate(kept))
    mark = "?" if re.search(r"^\W*(?:could|can|would|is|may)\b", sentence, re.IGNORECASE) else "."
    return [sentence[0].upper() + sentence[1:] + mark]


def _carries_the_ask(clause: str) -> bool:
    """Whether a clause asks with a number, or gives a reason; "I need" is put in other words instead."""
    asks = words.ASK.search(clause) and re.search(r"\d", clause) and not re.search(r"\bneed\b", clause, re.IGNORECASE)
    return bool(asks or (words.REASON.search(clause) and not words.ASK.search(clause)))


def _wanted(part: Part, flaws: list[MessageFlaw], facts: MessageFacts) -> list[WrittenAmount]:
    """The sums a sentence asks for: not those of the present pay, of what life costs, or of an offer."""
    told = [flaw for flaw in flaws if flaw.label == "reveals_current_salary"]
    known = {*facts.terms.values(), *facts.other_offers}
    other = words.OTHER_OFFER.search(part.text)
    ask = words.ASK.search(part.text)
    return [
        amount
        for amount in part.amounts
        if (amount.kind == "money" or (amount.kind == "plain" and amount.value >= 20 and not amount.unit))
        and not any(flaw.start <= amount.start < flaw.end for flaw in told)
        and not {amount.value, amount.value * 1000} & known
        and not _NOT_WANTED.match(part.text[amount.end - part.start :])
        and (other is None or (ask is not None and amount.start - part.start > max(ask.start(), other.end())))
    ][:_MOST_KEPT]


def _ask_for(part: Part, amount: WrittenAmount) -> str:
    lever = find_lever(part, amount)
    after = part.text[amount.end - part.start :]
    if re.match(r"\s*(?:more|extra|additional|on top)\b", after) and lever in _ADDED:
        return _ADDED[lever].format(amount.quote)
    return _ASKED[lever].format(amount.quote)


def _with_right_numbers(text: str, flaws: list[MessageFlaw], facts: MessageFacts) -> tuple[str, list[MessageFlaw]]:
    """The text with the figures on file in the place of wrong ones; from the end, so that places stay right."""
    wrong = [flaw for flaw in flaws if flaw.label == "wrong_numbers"]
    if not wrong:
        return text, flaws
    for flaw in sorted(wrong, key=lambda item: -item.start):
        name, start, end, *value = flaw.about.split(":")
        right = f"{value[0]}%" if value else _as_written(facts.terms[name], text[int(start) : int(end)])
        text = text[: int(start)] + right + text[int(end) :]
    return text, [flaw for flaw in check_message(text, facts) if flaw.label != "wrong_numbers"]


def _as_written(value: Decimal, quote: str) -> str:
    """A sum in the style of the one it replaces: 175k beside 170k, $175,000 beside $170,000."""
    symbol = re.match(r"[^\d\s-]*", quote)
    head = symbol.group() if symbol else ""
    thousands = value / 1000
    if quote.lower().endswith("k") and thousands == thousands.to_integral():
        return f"{head}{thousands:f}{quote[-1]}"
    return f"{head}{value:,.0f}" if value == value.to_integral() else f"{head}{value:,.2f}"


def _with_fewer_asks(text: str, lines: list[str]) -> list[str]:
    """The asks of the message cut down to the two that carry most."""
    asks = [part for part in split_message(text) if is_ask(part)]
    sums = [(find_lever(part, amount), amount) for part in asks for amount in part.amounts if amount.kind == "money"]
    first = {name: (name, amount) for name, amount in reversed(sums)}
    best = sorted(first.values(), key=lambda item: list(_ASKED).index(item[0]))[:_MOST_KEPT]
    kept = [line for line in lines if line not in {part.text for part in asks}]
    warm = [clause for part in asks for clause in _good_clauses(part, [], asks=False) if words.WARMTH.search(clause)]
    asked = [_ASKED[name].format(amount.quote) for name, amount in best] or [OPEN_QUESTION]
    reasons = [] if any(words.REASON.search(line) for line in kept) else [REASON]
    place = _before_sign_off(kept)
    return [*kept[:place], *warm, *asked, *reasons, *kept[place:]]


def _with_thanks(lines: list[str]) -> list[str]:
    greeting = _GREETING.match(lines[0]) if lines else None
    if greeting is None:
        return [THANKS, *lines]
    rest = lines[0][greeting.end() :].strip()
    first = [rest[0].upper() + rest[1:]] if rest else []
    return [f"{greeting.group().strip()} {THANKS}", *first, *lines[1:]]


def _asks_for_pay(line: str) -> bool:
    return bool(words.ASK.search(line) and (re.search(r"\d", line) or words.VAGUE.search(line)))


def _before_sign_off(lines: list[str]) -> int:
    return len(lines) - 1 if lines and _SIGN_OFF.match(lines[-1]) else len(lines)


def _join(lines: Iterable[str], original: str) -> str:
    """The sentences as one text; a message in paragraphs keeps its greeting and its end on lines of their own."""
    found = list(lines)
    if "\n" not in original.strip():
        return " ".join(found)
    head: list[str] = []
    tail: list[str] = []
    if found and _GREETING.fullmatch(found[0] + " "):
        head, found = found[:1], found[1:]
    while found and _SIGN_OFF.match(found[-1]):
        tail.insert(0, found.pop())
    return "\n\n".join(text for text in (*head, " ".join(found), "\n".join(tail)) if text)

"""Understanding: what the newest message wants, read from its words and the conversation before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.answer import Kind
from assistant.offline import lexicon

Channel = Literal["email", "call", "chat"]
Tone = Literal["neutral", "warm", "firm"]

SURE_OBJECTION = 0.62
LIKELY_OBJECTION = 0.5
SUPPORTED = 0.35
LEVER_REACH = 45
LONG_TEXT = 1200


@dataclass(frozen=True)
class Signals:
    """What the library said about the message: objection candidates (type, score 0-1) and support 0-1."""

    objections: tuple[tuple[str, float], ...] = ()
    support: float = 1.0
    offers_on_file: int = 0


@dataclass(frozen=True)
class Reading:
    """What a message wants.

    `terms` are the parts of the message that state an offer, each a contiguous piece of it;
    `wanted` are amounts the person wants, by lever; `changes` what-if amounts, by lever. `pushes`: asks
    what to negotiate; `judges`: asks whether the offer is good.
    """

    kind: Kind
    objection: str | None = None
    purpose: str = "counter"
    channel: Channel = "email"
    tone: Tone = "neutral"
    shorter: bool = False
    terms: tuple[str, ...] = ()
    elsewhere: bool = False
    wanted: dict[str, Decimal] = field(default_factory=dict)
    changes: dict[str, Decimal] = field(default_factory=dict)
    growth_pct: Decimal = Decimal(0)
    years: int | None = None
    pushes: bool = False
    judges: bool = False
    small_talk: Literal["thanks", "greeting", "about"] | None = None


def read_message(texts: list[str], signals: Signals) -> Reading:
    """What the last of the person's texts wants.

    Args:
        texts: what the person wrote in this conversation, oldest first; the last is to be read.
        signals: what the search of the library said about it.
    """
    text = texts[-1]
    terms, wished = split_terms(text)
    objection = _find_objection(text, signals, bool(terms))
    purpose = _find_purpose(text, texts[:-1])
    kind = _choose_kind(text, texts, signals, terms, objection)
    hypothetical = bool(lexicon.HYPOTHETICAL.search(text))
    amounts = read_lever_amounts(text if hypothetical else wished)
    growth = lexicon.GROWTH.search(text)
    years = lexicon.YEARS.search(text)
    return Reading(
        kind=kind,
        objection=objection if kind in ("objection", "script", "advice") else None,
        purpose=purpose,
        channel=_find_channel(text),
        tone=_find_tone(text),
        shorter=bool(lexicon.SHORTER.search(text)),
        terms=() if kind == "refusal" or (hypothetical and len(text) < LONG_TEXT) else terms,
        elsewhere=bool(lexicon.OFFER_ELSEWHERE.search(text))
        or (signals.offers_on_file > 0 and bool(lexicon.COMPARE.search(text))),
        wanted={} if hypothetical else amounts,
        changes=amounts if hypothetical else {},
        growth_pct=_growth(growth) if growth else Decimal(0),
        years=int(years[1]) if years and 1 <= int(years[1]) <= 20 else None,
        pushes=bool(lexicon.PUSH.search(text)),
        judges=bool(lexicon.JUDGE.search(text)),
        small_talk=_find_small_talk(text),
    )


def split_terms(text: str) -> tuple[tuple[str, ...], str]:
    """The pieces of a message that state offer terms, and the words that state wishes instead.

    A wish ("I want 205") must not be recorded as a term; a letter is left whole.
    """
    amounts = [item for item in read_amounts(text) if item.kind != "plain" or item.value >= 20]
    if len(text) > LONG_TEXT:
        return ((text,) if amounts else ()), ""
    pieces, wishes, start = [], [], 0
    for begin, end in _clauses(text):
        if lexicon.WISH.search(text, begin, end) and any(begin <= a.start < end for a in amounts):
            pieces.append(text[start:begin])
            wishes.append(text[begin:end])
            start = end
    pieces.append(text[start:])
    return tuple(piece.strip() for piece in pieces if _states_terms(piece)), "\n".join(wishes)


def _clauses(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in re.finditer(r"(?<=[.!?;])\s+|\n+|,?\s+(?:but|and|so|then)\s+(?=i\b|i'|can\b|could\b|my\b)"
        r"|,\s+(?=(?:they|the offer|it'?s|he|she|recruiter|offer(?:ed)?|currently|right now)\b)|\s+(?=they (?:offered|gave|are offering)\b)", text, re.I):
        spans.append((start, match.start()))
        start = match.start()
    return [*spans, (start, len(text))]


def _states_terms(piece: str) -> bool:
    amounts = read_amounts(piece)
    written = [a for a in amounts if a.explicit or a.kind != "plain"]
    numbers = [a for a in amounts if a.value >= 20 and not a.unit]
    if not (written or numbers) or not lexicon.PAY_WORD.search(piece):
        return False
    asks_only = piece.strip().endswith("?") and len(written) < 2
    return not asks_only or bool(lexicon.CORRECTION.search(piece))


def read_lever_amounts(text: str) -> dict[str, Decimal]:
    """Amounts a text names for base, stock, sign-on or bonus; a bare 205 is 205 thousand.

    >>> read_lever_amounts("could they do 205k base and a 60k sign-on")
    {'base_salary': Decimal('205000'), 'sign_on_bonus': Decimal('60000')}
    """
    found: dict[str, Decimal] = {}
    amounts = [a for a in read_amounts(text) if a.kind == "money" or (a.kind == "plain" and a.value >= 20 and not a.unit)]
    for amount in amounts:
        lever = _nearest_lever(text, amount)
        if lever is None and len(amounts) == 1 and lexicon.WISH.search(text):
            lever = "base_salary"
        if lever is not None:
            found[lever] = amount.value * 1000 if not amount.explicit and amount.value < 1000 else amount.value
    return found


def _nearest_lever(text: str, amount: WrittenAmount) -> str | None:
    """The lever whose word stands nearest; a word right behind the number beats one before it."""
    best, distance = None, LEVER_REACH
    for lever, words in lexicon.LEVER_WORDS.items():
        for word in words.finditer(text):
            gap = word.start() - amount.end if word.start() >= amount.end else amount.start - word.end()
            if 0 <= gap < distance:
                best, distance = lever, gap
    return best


def _choose_kind(
    text: str, texts: list[str], signals: Signals, terms: tuple[str, ...], objection: str | None
) -> Kind:
    if lexicon.INVENTION.search(text) and len(text) < LONG_TEXT:
        return "advice" if lexicon.ADVICE_ON_LYING.search(text) else "refusal"
    has_offer = bool(terms) or signals.offers_on_file > 0
    words = _own_words(text)
    says = lexicon.SAY.search(words) and any(purpose.search(words) for purpose in lexicon.PURPOSES.values())
    writes = bool(lexicon.SCRIPT.search(words) or says)
    if objection and not _asks_for_message(text):
        return "objection"
    if writes or (lexicon.REWRITE.search(text) and len(texts) > 1):
        return "script"
    if objection:
        return "objection"
    if lexicon.COMPARE.search(text) and (signals.offers_on_file > 1 or len(terms) > 0):
        return "comparison"
    if has_offer and not lexicon.PUSH.search(text) and not lexicon.JUDGE.search(text) and (
        (lexicon.COMPUTE.search(text) and (not terms or _asks(text)))
        or lexicon.GROWTH.search(text)
        or (lexicon.HYPOTHETICAL.search(text) and read_lever_amounts(text))
    ):
        return "calculation"
    if terms and not _asks(text):
        return "offer"
    if _find_small_talk(text):
        return "out_of_scope" if _find_small_talk(text) == "about" else "clarify"
    if signals.support < SUPPORTED and not _is_related(text, texts, terms):
        return "out_of_scope"
    return "advice"


def _is_related(text: str, texts: list[str], terms: tuple[str, ...]) -> bool:
    """Whether a message the library does not support is about an offer all the same."""
    follows_up = len(texts) > 1 and len(text.split()) < 8
    amounts = any(item.kind == "money" for item in read_amounts(text))
    return bool(terms or follows_up or amounts or lexicon.PUSH.search(text) or lexicon.DOMAIN_WORD.search(text))


def _asks_for_message(text: str) -> bool:
    """Whether a written message is wanted, rather than just words to answer with."""
    return bool(re.search(rf"\b{lexicon.WRITE_VERB}\b[^.?!\n]{{0,60}}\b{lexicon.MESSAGE_NOUN}\b", text, re.I))


def _asks(text: str) -> bool:
    tail = text.strip()[-300:]
    return "?" in tail or bool(lexicon.PUSH.search(tail) or lexicon.JUDGE.search(tail) or re.search(
        r"\b(?:help|advice|advise|thoughts|what should|how (?:do|should|can)|tips|tell me)\b", tail, re.I
    ))


def _own_words(text: str) -> str:
    """The ends of a long message: in between stands a pasted letter, whose verbs are not the person's."""
    return text if len(text) <= LONG_TEXT else f"{text[:300]}\n{text[-300:]}"


def _find_objection(text: str, signals: Signals, states_terms: bool) -> str | None:
    if not signals.objections or len(text) > LONG_TEXT:
        return None
    name, score = signals.objections[0]
    reported = bool(lexicon.SAID_BY_THEM.search(text)) or bool(lexicon.OFFER_QUOTED.match(text))
    if lexicon.OWN_QUESTION.search(text) and not reported:
        return None
    needed = LIKELY_OBJECTION if reported else SURE_OBJECTION
    return name if score >= needed + (0.1 if states_terms and not reported else 0.0) else None


def _find_purpose(text: str, earlier: list[str]) -> str:
    words = _own_words(text)
    for purpose, pattern in lexicon.PURPOSES.items():
        if pattern.search(words):
            return purpose
    if lexicon.REWRITE.search(text):
        for before in reversed(earlier):
            if lexicon.SCRIPT.search(_own_words(before)):
                return _find_purpose(before, [])
    return "counter"


def _find_channel(text: str) -> Channel:
    words = _own_words(text)
    if lexicon.CHANNEL_CALL.search(words):
        return "call"
    return "chat" if lexicon.CHANNEL_CHAT.search(words) else "email"


def _find_tone(text: str) -> Tone:
    words = _own_words(text)
    if lexicon.TONE_FIRM.search(words):
        return "firm"
    return "warm" if lexicon.TONE_WARM.search(words) else "neutral"


def _find_small_talk(text: str) -> Literal["thanks", "greeting", "about"] | None:
    if lexicon.THANKS.search(text):
        return "thanks"
    if lexicon.GREETING.search(text):
        return "greeting"
    return "about" if lexicon.ABOUT_SELF.search(text) else None


def _growth(match: re.Match[str]) -> Decimal:
    value = Decimal(match["a"] or match["b"])
    return -value if (match["down"] or match["down2"]) and value > 0 else value

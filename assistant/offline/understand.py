"""Understanding: what the newest message wants, read from its words and the conversation before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.statements import LONG_TEXT, Parts, Statement, read_lever_amounts, split_message

Channel = Literal["email", "call", "chat"]
Tone = Literal["neutral", "warm", "firm"]
SmallTalk = Literal["thanks", "greeting", "about", "help"]

SURE_OBJECTION = 0.62
LIKELY_OBJECTION = 0.45
QUOTED_OBJECTION = 0.35
BESIDE_OFFER = 0.8
"""Score an objection needs beside a stated offer, whose words it may be confused with."""
SUPPORTED = 0.35
FOLLOW_UP_WORDS = 8
SHORT_TEXT = 80


@dataclass(frozen=True)
class Signals:
    """What is known besides the words.

    `objections`: candidates of the library, (type, score 0-1), best first. `support`: how well the library
    covers the message, 0-1. `last_objection`: the one answered before in this conversation.
    """

    objections: tuple[tuple[str, float], ...] = ()
    support: float = 1.0
    offers_on_file: int = 0
    competing_on_file: int = 0
    last_objection: str | None = None


@dataclass(frozen=True)
class Reading:
    """What a message wants.

    `statements` state offers; `wanted` are amounts the person wants and `changes` what-if amounts, by
    lever; `question` is the message without its sums; `concern` names what advice is about when the
    words seldom occur in the library (TOPICS in plan.py).
    """

    kind: Kind
    objection: str | None = None
    purpose: str = "counter"
    channel: Channel = "email"
    tone: Tone = "neutral"
    shorter: bool = False
    statements: tuple[Statement, ...] = ()
    question: str = ""
    wanted: dict[str, Decimal] = field(default_factory=dict)
    changes: dict[str, Decimal] = field(default_factory=dict)
    growth_pct: Decimal = Decimal(0)
    years: int | None = None
    concern: str | None = None
    until: str = ""
    recruiter: str = ""
    small_talk: SmallTalk | None = None


def read_message(texts: list[str], signals: Signals) -> Reading:
    """What the last of the person's texts wants.

    Args:
        texts: what the person wrote in this conversation, oldest first; the last is to be read.
        signals: what else is known about it.
    """
    parts = split_message(texts[-1])
    texts = [lexicon.fold(text) for text in texts]
    text = texts[-1]
    objection = _find_objection(text, signals, parts)
    kind = _choose_kind(texts, signals, parts, objection)
    supposed = bool(lexicon.HYPOTHETICAL.search(text)) and len(text) <= LONG_TEXT
    amounts = read_lever_amounts(text if supposed else parts.wishes)
    growth = lexicon.GROWTH.search(text)
    years = lexicon.YEARS.search(text)
    words = _own_words(text)
    purpose = _find_purpose(text, texts[:-1])
    if kind == "script" and purpose != "counter":
        objection = None
    elif kind == "script" and objection is None and not parts.statements and signals.offers_on_file == 0:
        objection = signals.last_objection
    return Reading(
        kind=kind,
        objection=objection if kind in ("objection", "script") else None,
        purpose=purpose,
        channel=_find_channel(words),
        tone=_find_tone(words),
        shorter=bool(lexicon.SHORTER.search(words)),
        statements=() if kind == "refusal" or supposed else _with_roles(parts, text, signals),
        question=parts.question,
        wanted={} if supposed else _wishes(texts[:-1]) | amounts,
        changes=amounts if supposed else {},
        growth_pct=_growth(growth) if growth else Decimal(0),
        years=int(years[1]) if years and 1 <= int(years[1]) <= 20 else None,
        concern=_find_concern(words, parts),
        until=_find_until(words),
        recruiter=_find_recruiter(words),
        small_talk=_find_small_talk(text),
    )


def _wishes(earlier: list[str]) -> dict[str, Decimal]:
    """Amounts wished for before in this conversation, by lever; the latest counts."""
    wishes: dict[str, Decimal] = {}
    for text in earlier:
        wishes |= read_lever_amounts(split_message(text).wishes)
    return wishes


def _with_roles(parts: Parts, text: str, signals: Signals) -> tuple[Statement, ...]:
    """Statements with an offer to compare marked as held elsewhere once one is on file."""
    compares = signals.offers_on_file > 0 and bool(lexicon.COMPARE.search(text))
    return tuple(Statement(item.text, item.elsewhere or compares) for item in parts.statements)


def _choose_kind(texts: list[str], signals: Signals, parts: Parts, objection: str | None) -> Kind:
    text = texts[-1]
    words = _own_words(text)
    if _wants_invention(texts, signals):
        return "advice" if lexicon.ADVICE_ON_LYING.search(text) else "refusal"
    if objection and not _asks_for_message(words):
        return "objection"
    if _wants_script(texts, words):
        outside = signals.support < SUPPORTED and not signals.offers_on_file and not _is_related(texts, parts)
        return "out_of_scope" if outside else "script"
    if lexicon.COMPARE.search(words) and (signals.offers_on_file > 1 or parts.statements):
        return "comparison"
    if _wants_calculation(text, signals, parts):
        return "calculation"
    if parts.statements and not _asks(parts.question):
        return "offer"
    if lexicon.COMPARE.search(words) and "offer" in words and len(words) < SHORT_TEXT:
        return "comparison"
    small_talk = _find_small_talk(text)
    if small_talk:
        return "out_of_scope" if small_talk == "about" else "clarify"
    if signals.support < SUPPORTED and not _is_related(texts, parts):
        return "out_of_scope"
    return "advice"


def _wants_invention(texts: list[str], signals: Signals) -> bool:
    """Whether something untrue is to be said or made, in these words or against what was said before."""
    text = texts[-1]
    if len(text) > LONG_TEXT or lexicon.HONEST.search(text):
        return False
    denied = any(lexicon.NO_OTHER_OFFER.search(before) for before in texts[:-1])
    claims = lexicon.OFFER_ELSEWHERE.search(text) and lexicon.CLAIM.search(text)
    return bool(lexicon.INVENTION.search(text) or (denied and claims and not signals.competing_on_file))


def _wants_script(texts: list[str], words: str) -> bool:
    says = lexicon.SAY.search(words) and any(purpose.search(words) for purpose in lexicon.PURPOSES.values())
    rewrites = lexicon.REWRITE.search(words) and len(texts) > 1
    return bool(lexicon.SCRIPT.search(words) or says or rewrites)


def _wants_calculation(text: str, signals: Signals, parts: Parts) -> bool:
    if not (parts.statements or signals.offers_on_file) or _find_concern(text, parts) in ("push", "judging"):
        return False
    if lexicon.GROWTH.search(text):
        return True
    if lexicon.HYPOTHETICAL.search(text) and read_lever_amounts(text):
        return True
    return bool(lexicon.COMPUTE.search(text)) and (not parts.statements or _asks(text))


def _is_related(texts: list[str], parts: Parts) -> bool:
    """Whether a message the library does not support is about an offer all the same."""
    text = texts[-1]
    follows_up = len(texts) > 1 and len(text.split()) < FOLLOW_UP_WORDS
    amounts = any(item.kind == "money" for item in read_amounts(text))
    concern = _find_concern(text, parts)
    return bool(parts.statements or follows_up or amounts or concern or lexicon.DOMAIN_WORD.search(text))


def _asks_for_message(words: str) -> bool:
    """Whether a written message is wanted, rather than just words to answer with."""
    asks = rf"\b{lexicon.WRITE_VERB}\b[^.?!\n]{{0,60}}\b{lexicon.MESSAGE_NOUN}\b"
    return bool(re.search(asks, words, re.IGNORECASE))


def _asks(text: str) -> bool:
    tail = text.strip()[-300:]
    return "?" in tail or bool(lexicon.ASKS.search(tail) or lexicon.PUSH.search(tail) or lexicon.JUDGE.search(tail))


def _own_words(text: str) -> str:
    """The ends of a long message: in between stands a pasted letter, whose verbs are not the person's."""
    return text if len(text) <= LONG_TEXT else f"{text[:300]}\n{text[-300:]}"


def _find_objection(text: str, signals: Signals, parts: Parts) -> str | None:
    if not signals.objections or len(text) > LONG_TEXT:
        return None
    name, score = signals.objections[0]
    quoted = bool(lexicon.OFFER_QUOTED.match(text))
    reported = quoted or bool(lexicon.SAID_BY_THEM.search(text))
    if parts.states_offer:
        return name if reported and score >= BESIDE_OFFER else None
    if not reported and (lexicon.OWN_QUESTION.search(text) or lexicon.FOLLOW_ON.search(text)):
        return None
    needed = QUOTED_OBJECTION if quoted else LIKELY_OBJECTION if reported else SURE_OBJECTION
    return name if score >= needed else None


def _find_purpose(text: str, earlier: list[str]) -> str:
    words = _own_words(text)
    for purpose, pattern in lexicon.PURPOSES.items():
        if pattern.search(words):
            return purpose
    if lexicon.REWRITE.search(text):
        for index in range(len(earlier) - 1, -1, -1):
            if lexicon.SCRIPT.search(_own_words(earlier[index])):
                return _find_purpose(earlier[index], [])
    return "counter"


def _find_concern(words: str, parts: Parts) -> str | None:
    for concern, pattern in lexicon.CONCERNS.items():
        if pattern.search(words):
            return concern
    return "push" if parts.statements and lexicon.BARE_COUNTER.search(parts.question) else None


def _find_channel(words: str) -> Channel:
    if lexicon.CHANNEL_CALL.search(words):
        return "call"
    return "chat" if lexicon.CHANNEL_CHAT.search(words) else "email"


def _find_until(words: str) -> str:
    """The date or span the person asks for, as a phrase behind "until" or "for"."""
    match = lexicon.UNTIL.search(words)
    if match is None:
        return ""
    return f"until {match[1]}" if match[1] else f"for {match[2]} more {match[3]}"


def _find_recruiter(words: str) -> str:
    match = lexicon.RECRUITER_NAME.search(words)
    return (match[1] or match[2]) if match else ""


def _find_tone(words: str) -> Tone:
    if lexicon.TONE_FIRM.search(words):
        return "firm"
    return "warm" if lexicon.TONE_WARM.search(words) else "neutral"


def _find_small_talk(text: str) -> SmallTalk | None:
    if lexicon.THANKS.search(text):
        return "thanks"
    if lexicon.GREETING.search(text):
        return "greeting"
    if lexicon.HELP.search(text) or (text.strip() and not re.search(r"\w", text)):
        return "help"
    return "about" if lexicon.ABOUT_SELF.search(text) else None


def _growth(match: re.Match[str]) -> Decimal:
    value = Decimal(match["a"] or match["b"])
    return -value if (match["down"] or match["down2"]) and value > 0 else value

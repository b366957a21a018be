"""Understanding: what the newest message wants, read from its words and the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief, gather_brief
from assistant.offline.briefs.ledger import Ledger, read_ledger
from assistant.offline.drafts import find_draft
from assistant.offline.kinds import LEAST_REFUSAL, choose_kind
from assistant.offline.statements import (
    LONG_TEXT,
    SMALLEST_PAY,
    LeverAmount,
    Parts,
    Statement,
    read_lever_amounts,
    split_message,
)
from assistant.offline.sums.catalogue import find_sum
from assistant.offline.sums.sum import ReadSum

SmallTalk = Literal["thanks", "greeting", "about", "help", "confirms"]

PLAIN_OBJECTION = 0.95
SURE_OBJECTION = 0.6
LIKELY_OBJECTION = 0.45
POSSIBLE_OBJECTION = 0.35
TOLD_OBJECTION = 0.2
"""Enough where the message quotes or retells somebody and words are asked for."""
CLEAR_SHARE = 0.25
LEAST_CONCERN = 0.01
SUPPORTED = 0.35
FOLLOW_UP_WORDS = 8
FOLLOW_UP_LENGTH = 22
FINAL = frozenset({"accept", "decline"})
"""Messages that cannot be taken back: never written on likeness alone."""
SHORT_TEXT = 80


@dataclass(frozen=True)
class Signals:
    """What is known besides the words.

    `intents`: what the message resembles, (intent, share 0-1), best first. `objections`: candidates of the
    library, (type, score 0-1), best first. `support`: how well the library
    covers the message, 0-1. `last_objection`: the one answered before in this conversation. `today`: the day of asking.
    """

    intents: tuple[tuple[str, float], ...] = ()
    objections: tuple[tuple[str, float], ...] = ()
    support: float = 1.0
    offers_on_file: int = 0
    competing_on_file: int = 0
    last_objection: str | None = None
    today: date | None = None


@dataclass(frozen=True)
class Reading:
    """What a message wants.

    `statements` state offers; `wanted` are amounts the person wants and `changes` what-if amounts, by lever;
    `question` is the message without its sums; `concern` names what advice is about when the words seldom
    occur in the library (TOPICS in plan.py); `untruth` what a refusal is about.
    """

    kind: Kind
    objection: str | None = None
    purpose: str = "counter"
    brief: Brief = field(default_factory=Brief)
    ledger: Ledger = field(default_factory=Ledger)
    statements: tuple[Statement, ...] = ()
    question: str = ""
    is_letter: bool = False
    wanted: dict[str, LeverAmount] = field(default_factory=dict)
    changes: dict[str, LeverAmount] = field(default_factory=dict)
    supposed: bool = False
    growth_pct: Decimal = Decimal(0)
    grows_yearly: bool = False
    years: int | None = None
    concern: str | None = None
    untruth: str = ""
    small_talk: SmallTalk | None = None
    goes_against_file: bool = False
    draft: str = ""
    sum: ReadSum | None = None


def read_message(texts: list[str], signals: Signals) -> Reading:
    """What the last of the person's texts wants.

    Args:
        texts: what the person wrote in this conversation, oldest first; the last is to be read.
        signals: what else is known about it.
    """
    written = texts[-1]
    parts = split_message(written)
    spoken = [own_words(text) for text in texts]
    texts = [lexicon.fold(text) for text in spoken]
    text = texts[-1]
    asked = _find_sum(texts, signals, parts)
    kind = choose_kind(signals.intents, [*read_features(texts, signals, parts), *_sum_features(asked)])
    if kind == "comparison" and not (parts.statements or signals.offers_on_file or lexicon.DOMAIN_WORD.search(text)):
        kind = "out_of_scope"
    ledger = read_ledger(spoken)
    kind, told_before = _follow_up(kind, text, signals, ledger)
    supposes = _supposed(texts)
    tells = asked is not None and asked.uses_offer and parts.states_offer and not lexicon.OTHERWISE.search(text)
    supposed = supposes is not None and not (parts.is_letter or tells)
    amounts = supposes if supposed and supposes is not None else read_lever_amounts(parts.wishes)
    small_talk = _find_small_talk(text)
    if small_talk == "confirms" and signals.offers_on_file:
        kind = "clarify"
    growth = lexicon.GROWTH.search(text)
    years = lexicon.YEARS.search(text)
    purpose = _find_purpose(texts, signals)
    asks_next = bool(kind == "advice" and ledger.refused and lexicon.WHAT_NEXT.search(text))
    brief = _gather(spoken, texts) if kind == "script" else Brief()
    if (
        purpose == "counter"
        and not (brief.asks or brief.losses)
        and lexicon.EQUITY_ONLY.search(text)
        and not parts.states_offer
    ):
        purpose = "questions"
    asked_for = {} if supposed else _asked_levers(brief)
    return Reading(
        kind=kind,
        objection=told_before or _find_objection(kind, purpose, text, signals, parts),
        purpose=purpose,
        brief=brief,
        statements=()
        if kind == "refusal" or supposed or _is_only_sum(asked, kind, text)
        else _with_roles(parts, text, signals),
        question=parts.question,
        is_letter=parts.is_letter,
        wanted=asked_for or ({} if supposed else _wishes(texts[:-1]) | amounts),
        changes=amounts if supposed else {},
        growth_pct=_growth(growth) if growth else Decimal(0),
        supposed=supposed,
        grows_yearly=bool(lexicon.YEARLY.search(text)),
        years=int(years[1]) if years and 1 <= int(years[1]) <= 20 else None,
        concern="refused" if asks_next else _find_concern(text, signals, parts),
        ledger=ledger,
        untruth=_leading(signals.intents, "refuse_") if kind == "refusal" else "",
        small_talk=small_talk,
        draft=find_draft(written) if kind == "draft_review" else "",
        sum=asked if kind == "calculation" else None,
        goes_against_file=signals.offers_on_file > 0
        and (parts.is_letter or bool(lexicon.AGAINST_PROMISE.search(text))),
    )


def _supposed(texts: list[str]) -> dict[str, LeverAmount] | None:
    """The sums a what-if question supposes, with those of the what-ifs right before it; None for other questions.

    "What if 30k instead?" changes the part that was supposed last.
    """
    text = texts[-1]
    before = _supposed(texts[:-1]) if len(texts) > 1 and lexicon.GOES_ON_SUPPOSING.search(text) else None
    if before is None and not lexicon.HYPOTHETICAL.search(text):
        return None
    amounts = read_lever_amounts(text)
    if before and (len(amounts) == 0 or re.search(r"\binstead\b", text, re.IGNORECASE)):
        loose = [
            item for item in read_amounts(text) if item.kind == "money" or item.explicit or item.value >= SMALLEST_PAY
        ]
        if len(loose) == 1 and not amounts:
            lever = list(before)[-1]
            value = loose[0].value * (1 if loose[0].explicit or loose[0].value >= 1000 else 1000)
            amounts = {lever: LeverAmount(value, before[lever].on_top)}
    return (before or {}) | amounts


def _follow_up(kind: Kind, text: str, signals: Signals, ledger: Ledger) -> tuple[Kind, str | None]:
    """A short question after a line of theirs: it asks for the words against that line, or what to ask next."""
    score = signals.objections[0][1] if signals.objections else 0.0
    if len(text.split()) > FOLLOW_UP_LENGTH or kind in ("refusal", "calculation", "comparison", "offer"):
        return kind, None
    if ledger.refused and lexicon.WHAT_NEXT.search(text) and score < SURE_OBJECTION and kind != "script":
        return "advice", None
    if signals.last_objection and score < LIKELY_OBJECTION and lexicon.WHAT_TO_SAY.search(text) and kind != "script":
        return "objection", signals.last_objection
    return kind, None


def _gather(spoken: list[str], texts: list[str]) -> Brief:
    """What the message to write must carry: a change of the last one keeps what that one was to be."""
    if lexicon.BACK_TO_FIRST.search(texts[-1]):
        first = next((index for index, text in enumerate(texts) if lexicon.SCRIPT.search(text)), len(texts) - 1)
        return gather_brief(spoken[: first + 1])
    styled = None
    if lexicon.REWRITE.search(texts[-1]):
        before = (index for index in range(len(texts) - 2, -1, -1) if not lexicon.REWRITE.search(texts[index]))
        styled = next((index for index in before if lexicon.SCRIPT.search(texts[index])), None)
    return gather_brief(spoken, styled=styled)


def _asked_levers(brief: Brief) -> dict[str, LeverAmount]:
    """The sums asked for by lever, as the counter plan takes them."""
    return {
        ask.term: LeverAmount(ask.asked.value, ask.on_top)
        for ask in brief.asks
        if ask.form == "amount" and ask.asked is not None and ask.term in lexicon.LEVER_WORDS and not ask.asked.period
    }


def _find_sum(texts: list[str], signals: Signals, parts: Parts) -> ReadSum | None:
    """The calculation asked for, unless words are to be written or a line of theirs is to be answered."""
    text = texts[-1]
    refuse = sum(share for intent, share in signals.intents if intent.startswith("refuse_"))
    if parts.is_letter or refuse >= LEAST_REFUSAL or lexicon.SCRIPT.search(text) or _wants_invention(texts, signals):
        return None
    score = signals.objections[0][1] if signals.objections else 0.0
    offer = signals.offers_on_file > 0 or parts.states_offer
    found = find_sum(texts, offer=offer, today=signals.today)
    told = _is_reported(text) and score >= LIKELY_OBJECTION and not lexicon.COMPUTE.search(text)
    return None if told and found is not None and not (found.is_plain or lexicon.ASKS_OWN.search(text)) else found


def _sum_features(asked: ReadSum | None) -> Iterator[str]:
    if asked is not None:
        yield "asks for a sum, in part" if asked.missing else "asks for a sum"


def _is_only_sum(asked: ReadSum | None, kind: Kind, text: str) -> bool:
    """Whether the amounts of the message belong to a calculation of its own, not to an offer on file."""
    return (
        asked is not None and kind == "calculation" and not asked.uses_offer and not lexicon.OFFER_STATED.search(text)
    )


def _wishes(earlier: list[str]) -> dict[str, LeverAmount]:
    """Amounts wished for before in this conversation, by lever; the latest counts."""
    wishes: dict[str, LeverAmount] = {}
    for text in earlier:
        wishes |= read_lever_amounts(split_message(text).wishes)
    return wishes


def _with_roles(parts: Parts, text: str, signals: Signals) -> tuple[Statement, ...]:
    """Statements with an offer to compare marked as held elsewhere once one is on file."""
    compares = signals.offers_on_file > 0 and bool(lexicon.COMPARE.search(text))
    return tuple(Statement(item.text, item.elsewhere or compares) for item in parts.statements)


def read_features(texts: list[str], signals: Signals, parts: Parts) -> Iterator[str]:
    """What stands in the newest message, by the names in kinds.py."""
    words = texts[-1]
    asks = _asks(parts.question) or bool(lexicon.SCRIPT.search(words))
    if _wants_invention(texts, signals):
        yield "asks about lying" if lexicon.ADVICE_ON_LYING.search(words) else "claims something untrue"
    else:
        yield "claims nothing untrue"
    if lexicon.HONEST.search(words):
        yield "wants to stay honest"
    if lexicon.SCRIPT.search(words) or _says_for_purpose(words):
        yield "asks for words"
    if parts.statements and lexicon.SCRIPT.search(lexicon.fold(parts.question)):
        yield "orders words beside an offer"
    if lexicon.REWRITE.search(words) and len(texts) > 1:
        yield "asks to change the last words"
    yield from _offer_features(texts, signals, parts, asks)
    yield from _objection_features(words, signals, parts)
    if lexicon.REVIEW.search(words):
        yield "asks for a review"
    elif len(words) < SHORT_TEXT:
        yield "no draft to review"
    if asks:
        yield "asks something"
    if _find_concern(words, signals, parts):
        yield "names a concern"
    yield from _scope_features(texts, signals, parts)


def _offer_features(texts: list[str], signals: Signals, parts: Parts, asks: bool) -> Iterator[str]:
    text = texts[-1]
    if parts.states_offer:
        yield "states an offer"
        if not asks:
            yield "states an offer and asks nothing"
    elif not parts.statements:
        yield "states no offer"
    if not (parts.statements or signals.offers_on_file):
        yield "nothing to compute"
    elif lexicon.GROWTH.search(texts[-1]) or _supposed(texts):
        yield "supposes another number"
    elif lexicon.COMPUTE.search(text) and not lexicon.PUSH.search(text) and (asks or not parts.statements):
        yield "asks for a number"
    if lexicon.COMPARE.search(text):
        yield "compares"
    if len(parts.statements) > 1:
        yield "states two offers"
    elif signals.offers_on_file < 2 and not (parts.states_offer or lexicon.COMPARE.search(text)):
        yield "nothing to compare"


def _objection_features(text: str, signals: Signals, parts: Parts) -> Iterator[str]:
    score = signals.objections[0][1] if signals.objections else 0.0
    reported = _is_reported(text)
    if reported:
        yield "tells what they said"
    elif lexicon.OWN_QUESTION.search(text) or lexicon.FOLLOW_ON.search(text):
        yield "asks for oneself"
    if parts.is_letter or score < POSSIBLE_OBJECTION:
        yield "no objection"
    else:
        yield "an objection, surely" if score >= SURE_OBJECTION else "an objection, perhaps"
        if score >= PLAIN_OBJECTION:
            yield "an objection, word for word"


def _scope_features(texts: list[str], signals: Signals, parts: Parts) -> Iterator[str]:
    text = texts[-1]
    yield "near the library" if signals.support >= SUPPORTED else "far from the library"
    amounts = any(item.kind == "money" for item in read_amounts(text))
    if not (parts.statements or amounts or lexicon.DOMAIN_WORD.search(text)):
        yield "no word of the trade"
    if len(texts) > 1 and len(text.split()) < FOLLOW_UP_WORDS:
        yield "goes on from before"
    small_talk = _find_small_talk(text)
    if small_talk is None:
        yield "no small talk"
    else:
        yield "asks who this is" if small_talk == "about" else "small talk"


def _says_for_purpose(words: str) -> bool:
    return bool(lexicon.SAY.search(words)) and any(purpose.search(words) for purpose in lexicon.PURPOSES.values())


def _is_reported(text: str) -> bool:
    return bool(lexicon.OFFER_QUOTED.match(text) or lexicon.SAID_BY_THEM.search(text))


def _wants_invention(texts: list[str], signals: Signals) -> bool:
    """Whether something untrue is to be said or made, in these words or against what was said before."""
    text = texts[-1]
    denied = any(lexicon.NO_OTHER_OFFER.search(before) for before in texts[:-1])
    claims = lexicon.OFFER_ELSEWHERE.search(text) and lexicon.CLAIM.search(text)
    return bool(lexicon.INVENTION.search(text) or (denied and claims and not signals.competing_on_file))


def _asks(text: str) -> bool:
    tail = text.strip()[-300:]
    return "?" in tail or bool(lexicon.ASKS.search(tail) or lexicon.PUSH.search(tail) or lexicon.JUDGE.search(tail))


def own_words(text: str) -> str:
    """The ends of a long message: in between stands a pasted letter, whose verbs are not the person's."""
    return text if len(text) <= LONG_TEXT else f"{text[:300]}\n{text[-300:]}"


def _find_objection(kind: Kind, purpose: str, words: str, signals: Signals, parts: Parts) -> str | None:
    """The objection to answer, or to put into the message that is asked for."""
    found = signals.objections[0][0] if signals.objections else None
    if kind == "objection":
        return found
    if kind != "script" or purpose != "counter":
        return None
    score = signals.objections[0][1] if signals.objections else 0.0
    if _is_reported(words) and score >= (LIKELY_OBJECTION if signals.offers_on_file else TOLD_OBJECTION):
        return found
    return None if parts.states_offer or signals.offers_on_file else signals.last_objection


def _leading(intents: tuple[tuple[str, float], ...], prefix: str) -> str:
    """What follows the prefix in the strongest intent that has it."""
    return next((name.removeprefix(prefix) for name, _ in intents if name.startswith(prefix)), "")


def _find_purpose(texts: list[str], signals: Signals) -> str:
    """What the message that is asked for is to achieve."""
    words = texts[-1]
    for purpose, pattern in lexicon.PURPOSES.items():
        if pattern.search(words) and not (purpose in FINAL and _leaves_open(words)):
            return purpose
    if lexicon.REWRITE.search(words):
        for index in range(len(texts) - 2, -1, -1):
            if lexicon.SCRIPT.search(texts[index]):
                return _find_purpose(texts[: index + 1], Signals())
    strongest = signals.intents[0] if signals.intents else ("", 0.0)
    likely = strongest[0].removeprefix("script_").replace("reply", "counter")
    if strongest[0].startswith("script_") and strongest[1] >= CLEAR_SHARE and likely not in FINAL:
        return likely
    return "counter"


def _leaves_open(words: str) -> bool:
    """Whether a yes or no is denied, hangs on a condition, or is only asked about."""
    return bool(lexicon.NEGATED.search(words) or lexicon.CONDITIONAL.search(words))


def _find_concern(words: str, signals: Signals, parts: Parts) -> str | None:
    """What advice is about, where the library's own words must be searched instead of the message's."""
    shares = dict(signals.intents)
    plain = shares.get("advice", 0.0)
    for concern, pattern in lexicon.CONCERNS.items():
        if pattern.search(words) and shares.get(concern, 1.0) >= LEAST_CONCERN:
            return concern
    likely = max(lexicon.CONCERNS, key=lambda name: shares.get(name, 0.0))
    if shares.get(likely, 0.0) >= max(CLEAR_SHARE, 2 * plain):
        return likely
    return "push" if parts.statements and lexicon.BARE_COUNTER.search(parts.question) else None


def _find_small_talk(text: str) -> SmallTalk | None:
    if lexicon.CONFIRMS.search(text):
        return "confirms"
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

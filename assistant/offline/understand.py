"""Understanding: what the newest message wants, read from its words and the conversation before it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.domain.offer import LONGEST_YEARS
from assistant.letters.patterns import read_count
from assistant.offline import lexicon
from assistant.offline.algebra.framed import tells_no_pay
from assistant.offline.background import Background, read_background
from assistant.offline.background_patterns import TELLS_RAISE
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.dropped import without_put_back
from assistant.offline.briefs.edits import asks_for_more
from assistant.offline.briefs.ledger import read_ledger
from assistant.offline.briefs.unnamed_questions import without_unnamed_questions
from assistant.offline.drafts import find_draft, find_shown
from assistant.offline.elsewhere import without_their_next
from assistant.offline.features import (
    find_concern,
    is_reported,
)
from assistant.offline.follow_up import (
    TO_THAT,
    asks_on,
    asks_on_advice,
    concern_after_no,
    find_closed,
    gather_for_script,
    levers_asked,
)
from assistant.offline.heard import Heard, Meant, read_meant
from assistant.offline.hearsay import without_hearsay
from assistant.offline.honesty import DENIES_ITSELF
from assistant.offline.outbid import outbids_file, read_rivals_told
from assistant.offline.purpose import find_decision, find_purpose
from assistant.offline.reading import Reading
from assistant.offline.signals import LIKELY_OBJECTION, Signals
from assistant.offline.statements import (
    LONG_TEXT,
    LeverAmount,
    Parts,
    Statement,
    read_lever_amounts,
    split_message,
)
from assistant.offline.sum_asked import corrects_file, is_only_sum
from assistant.offline.supposing import read_growth
from assistant.offline.telling import read_parts, read_told, tells_package

NEAR_BEST = 0.25
"""Share of the strongest untruth from which another one may be meant too."""
_CONFESSES = lexicon.any_of(
    r"^(?!.*(?:\?|\b(?:write|draft|fake|tell|say|(?<!i )make|should|can|could|how|help|claim|pretend|want|will|going"
    r"|gonna)\b))\W*(?:so |ok |well |sorry )*i (?:only |just |actually )*(?:lied|told|bluffed|exaggerated)\b"
    r"[^.!\n]*[.!\n]\s*[^.!\n]*\boffer(?:s|ed)\b"
)
"""Tells only what was untrue before, and in another sentence what is offered."""
ANSWERS = lexicon.any_of(r"\b(?:say|tell|answer|reply|respond)\b")
"""Asks for the words against a line."""
OF_ITS_OWN = frozenset({"fear", "no_offer", "judging"})
"""Concerns that a few words name whatever was asked before."""
_SUPPOSES = re.compile(r"\W*(?:(?:and|but|so|ok) )*(?:what )?if\b", re.IGNORECASE)
RECENT = 3
"""Messages in which a line of theirs and what it is about are told."""


def read_message(texts: list[str], signals: Signals) -> Reading:
    """What the last of the person's texts wants.

    Args:
        texts: what the person wrote in this conversation, oldest first; the last is to be read.
        signals: what else is known about it.
    """
    parts = _without_prices(read_parts(texts, signals), texts[-1])
    parts = _without_passed_on(without_hearsay(parts, lexicon.fold(texts[-1]), signals), texts[-1], signals)
    spoken = [own_words(text) for text in texts]
    told = without_hearsay(
        _without_prices(read_told(parts, texts, signals), texts[-1]), lexicon.fold(texts[-1]), signals
    )
    told = _without_passed_on(told, texts[-1], signals)
    folded = [lexicon.fold(text) for text in spoken]
    if asks_for_more(folded, signals.written):
        parts, told = (replace(each, statements=(), states_offer=False) for each in (parts, told))
    heard = Heard(texts, spoken, folded, parts, told, signals)
    ledger = read_ledger([without_put_back(text) for text in spoken])
    meant = read_meant(heard, ledger)
    reading = _with_sums(Reading(kind=meant.kind, texts=tuple(heard.texts), ledger=ledger), heard, meant)
    reading = _with_script(reading, heard, meant) if meant.kind == "script" else reading
    draft = (find_draft(texts[-1]) or find_shown(texts)) if meant.kind == "draft_review" else ""
    if draft:
        around = [text.partition(draft)[0] for text in texts]
        parts = read_parts(around, signals)
        heard = replace(heard, parts=parts, told=read_told(parts, around, signals))
    return _with_lines(_with_subject(reading, heard, meant), heard, meant, draft)


def _with_sums(reading: Reading, heard: Heard, meant: Meant) -> Reading:
    """The reading with the amounts wished for or supposed, and what is to be worked out."""
    text, parts, kind, asked, supposes = heard.newest, heard.parts, meant.kind, meant.sum, meant.supposes
    tells = asked is not None and asked.uses_offer and parts.states_offer and not lexicon.OTHERWISE.search(text)
    tells = tells or _tells_apart(heard.told)
    supposed = supposes is not None and not (parts.is_letter or tells)
    amounts = dict(supposes.amounts) if supposed and supposes is not None else read_lever_amounts(parts.wishes)
    return replace(
        reading,
        wanted={} if supposed else _wishes(heard.texts[:-1]) | amounts,
        changes=amounts if supposed else {},
        terms=dict(supposes.terms) if supposed and supposes is not None else {},
        supposed=supposed,
        growth_pct=read_growth(heard.texts),
        grows_yearly=bool(lexicon.YEARLY.search(text)),
        years=_read_years(text),
        sum=asked if kind == "calculation" else None,
        before=meant.before if kind == "calculation" else None,
    )


def _tells_apart(parts: Parts) -> bool:
    """Whether an offer is told beside what is supposed, asked for or earned."""
    return parts.apart and parts.states_offer


def _read_years(text: str) -> int | None:
    """How many years a message asks about; None where it names none."""
    match = lexicon.YEARS.search(text)
    count = int(read_count(match[1])) if match else 0
    return count if 1 <= count <= LONGEST_YEARS else None


def _with_script(reading: Reading, heard: Heard, meant: Meant) -> Reading:
    """The reading with what a message that is ordered is for, and what is to stand in it."""
    if decision := find_decision(heard.texts):
        # What else was said asked for something else, or was read as English.
        brief = gather_for_script(heard.spoken, heard.texts, heard.signals)
        only = replace(brief, asks=(), reasons=(), tells=(), questions=())
        return replace(reading, purpose=decision, decided=True, brief=only, wanted={})
    purpose, brief = _gather_words(heard.spoken, heard.texts, heard.signals, heard.parts)
    if purpose == "correction":
        only = replace(brief, asks=(), reasons=(), tells=(), questions=())
        return replace(reading, purpose=purpose, brief=only, wanted={})
    closed = find_closed(tuple(heard.spoken)) if reading.ledger.refused else {}
    wishes = heard.parts.wishes
    asked_for = {} if reading.supposed else _asked_for(brief, closed, read_lever_amounts(wishes), wishes)
    return replace(
        reading,
        purpose=purpose,
        brief=_without_closed(brief, closed),
        closed=closed,
        wanted=asked_for or reading.wanted,
    )


def _with_subject(reading: Reading, heard: Heard, meant: Meant) -> Reading:
    """The reading with the offers it states, what it is about and how it goes on from the talk before it."""
    text, parts, signals = heard.newest, heard.parts, heard.signals
    after_no = concern_after_no(text, reading.ledger) if reading.kind == "advice" else None
    goes_on = asks_on_advice(heard.texts, signals, reading.ledger)
    against = parts.is_letter or lexicon.AGAINST_PROMISE.search(text)
    only_sum = is_only_sum(meant.sum, reading.kind, text) and not corrects_file(heard.texts, signals)
    only_sum = only_sum and not tells_package(heard.told)
    stateless = (reading.kind == "refusal" and not _CONFESSES.search(text)) or reading.supposed or only_sum
    return replace(
        reading,
        statements=() if stateless else _with_roles(heard.told, text, signals),
        is_letter=parts.is_letter,
        concern=after_no or _own_concern(find_concern(heard.texts, signals, parts), text, goes_on=goes_on),
        untruths=_untruths(text, signals) if reading.kind == "refusal" else (),
        goes_on=len(heard.texts) > 1 and asks_on(text),
        goes_against_file=signals.offers_on_file > 0 and bool(against),
    )


def _own_concern(concern: str | None, text: str, *, goes_on: bool) -> str | None:
    """The concern of a message; where it goes on from advice, only one that is a subject of its own."""
    if not goes_on or concern in OF_ITS_OWN:
        return concern
    return concern if concern == "refused" and not _SUPPOSES.match(text) else None


def _with_lines(reading: Reading, heard: Heard, meant: Meant, draft: str) -> Reading:
    """The reading with the draft to look over, the line of theirs to answer, and what was told around them."""
    signals = heard.signals
    objection = meant.objection or _find_objection(meant.kind, reading.purpose, heard.texts, signals, heard.parts)
    told_around = draft or objection
    return replace(
        reading,
        objection=objection,
        question=heard.parts.question,
        draft=draft,
        small_talk=meant.small_talk,
        background=read_background(heard.written, draft, signals.names_on_file) if told_around else Background(),
    )


def _gather_words(spoken: list[str], texts: list[str], signals: Signals, parts: Parts) -> tuple[str, Brief]:
    """What a message that is ordered is for, and what is to stand in it."""
    purpose, whole = find_purpose(texts, signals), gather_for_script(spoken, texts, signals)
    brief = without_unnamed_questions(whole)
    only_equity = lexicon.EQUITY_ONLY.search(texts[-1]) and not (brief.asks or brief.losses or parts.states_offer)
    unnamed = brief != whole and not brief.asks
    return "questions" if purpose == "counter" and (only_equity or unnamed) else purpose, brief


def _without_closed(brief: Brief, closed: dict[str, str]) -> Brief:
    """The brief without asks for levers that were refused."""
    return replace(brief, asks=tuple(ask for ask in brief.asks if ask.term not in closed)) if closed else brief


def _asked_for(
    brief: Brief, closed: dict[str, str], amounts: dict[str, LeverAmount], wishes: str
) -> dict[str, LeverAmount]:
    """The sums to ask for: those still open, else those wished for."""
    still_open = _without_closed(brief, closed)
    if closed and still_open.asks:
        return levers_asked(still_open)
    return _with_wish(levers_asked(brief), amounts, wishes)


def _without_prices(parts: Parts, text: str) -> Parts:
    """The parts without an offer that would be read from amounts which are no pay: "it trades at 41"."""
    if not parts.statements or parts.is_letter or len(text) > LONG_TEXT or not tells_no_pay(lexicon.fold(text)):
        return parts
    return replace(parts, statements=(), states_offer=False)


def _without_passed_on(parts: Parts, text: str, signals: Signals) -> Parts:
    """The parts without an offer that would be read from what another firm is to be said to pay."""
    if parts.is_letter or not any(read_rivals_told(text, signals.offers)):
        return parts
    return replace(parts, statements=(), states_offer=False)


def _with_wish(asked: dict[str, LeverAmount], wished: dict[str, LeverAmount], wishes: str) -> dict[str, LeverAmount]:
    """The sums asked for; what the words of the wish name goes before a sum that stands elsewhere."""
    named = {item.value for item in read_amounts(wishes) if item.explicit}
    kept = {lever: item for lever, item in asked.items() if lever not in wished or item.value in named}
    return {**{lever: item for lever, item in wished.items() if item.value in named}, **kept} if asked else {}


def _wishes(earlier: list[str]) -> dict[str, LeverAmount]:
    """Amounts wished for before in this conversation, by lever; the latest counts."""
    wishes: dict[str, LeverAmount] = {}
    for text in earlier:
        wishes |= read_lever_amounts(split_message(text).wishes)
    return wishes


def _with_roles(parts: Parts, text: str, signals: Signals) -> tuple[Statement, ...]:
    """Statements with an offer to compare marked as held elsewhere once one is on file."""
    compares = signals.offers_on_file > 0 and bool(lexicon.COMPARE.search(without_their_next(text)))
    return tuple(replace(item, elsewhere=item.elsewhere or compares) for item in parts.statements)


def own_words(text: str) -> str:
    """The ends of a long message: in between stands a pasted letter, whose verbs are not the person's."""
    return text if len(text) <= LONG_TEXT else f"{text[:300]}\n{text[-300:]}"


def _find_objection(kind: Kind, purpose: str, texts: list[str], signals: Signals, parts: Parts) -> str | None:
    """The objection to answer, or to put into the message that is asked for."""
    words, recent = texts[-1], " ".join(texts[-RECENT:])
    likely = [name for name, _ in signals.objections if name != "hike_cap" or TELLS_RAISE.search(recent)]
    found = next(iter(likely), signals.objections[0][0] if signals.objections else None)
    if kind == "objection":
        points_back = bool(TO_THAT.search(words)) or not signals.sure_of_objection
        reported = is_reported(TO_THAT.sub(" ", words))
        goes_on = signals.last_objection and points_back and not reported
        return signals.last_objection if goes_on else found
    if kind != "script" or purpose not in ("counter", "reply"):
        return None
    score = signals.objections[0][1] if signals.objections else 0.0
    if is_reported(words) and score >= LIKELY_OBJECTION:
        return found
    goes_on = signals.last_kind == "objection" and ANSWERS.search(words) and not lexicon.WISH.search(words)
    return None if parts.states_offer or (signals.offers_on_file and not goes_on) else signals.last_objection


def _untruths(text: str, signals: Signals) -> tuple[str, ...]:
    """What a refused message may be about, likeliest first: the offer that it makes higher than it is on file."""
    if outbids_file(text, signals.offers):
        return ("offer",)
    return _likely(signals.intents, "refuse_") or (("claim",) if DENIES_ITSELF.search(text) else ())


def _likely(intents: tuple[tuple[str, float], ...], prefix: str) -> tuple[str, ...]:
    """What follows the prefix in the intents that have it and come near the strongest of them, best first."""
    found = [(name.removeprefix(prefix), share) for name, share in intents if name.startswith(prefix)]
    return tuple(name for name, share in found if share >= NEAR_BEST * found[0][1])

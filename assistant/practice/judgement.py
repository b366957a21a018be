"""Judgement: the mistakes of a turn and what was good in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.flaws import FlawLabel, MessageFacts
from assistant.checks.message import check_message
from assistant.domain.counter import Lever
from assistant.offline import lexicon
from assistant.practice.better import BEYOND, write_better
from assistant.practice.concession import has_reason, is_repeated
from assistant.practice.mistake import RULES, MistakeKind, MoveKind
from assistant.practice.practice import Note, Practice
from assistant.practice.reading import Reading
from assistant.practice.standing import Reply

TIMID: dict[Lever, Decimal] = {"base_salary": Decimal("0.05"), "equity_grant": Decimal("0.08")}
"""Shares above the offer below which an opening is called low; the usual counter is 10 to 20 % (fsn-counter)."""
TIMID_SIGN_ON = Decimal("0.02")
_KIND_OF: dict[FlawLabel, MistakeKind] = {
    "apologetic": "apologetic",
    "aggressive": "hostile",
    "reveals_current_salary": "told_current_pay",
    "need_based": "need_based",
    "bluff": "untrue_offer",
    "wrong_numbers": "wrong_figure",
    "too_many_asks": "too_many_asks",
    "ultimatum": "ultimatum",
}
_FACT_OF: dict[str, Lever] = {"base": "base_salary", "sign_on": "sign_on_bonus", "equity": "equity_grant"}

Found = tuple[MistakeKind, str]


def judge_turn(practice: Practice, reading: Reading, reply: Reply) -> tuple[Note, ...]:
    """The mistakes of a turn, one of a kind, in the order of the words.

    Args:
        practice: before the turn.
        reading: what the turn does.
        reply: what it brought.
    """
    found: dict[MistakeKind, str] = {}
    for kind, quote in _find(practice, reading, reply):
        found.setdefault(kind, quote)
    if "told_walk_away" in found:
        found.pop("low_number", None)
    after = practice.model_copy(update={"standing": reply.standing})
    ends = {RULES[kind].name for kind in found} & {"closing"}
    return tuple(
        build_note(kind, quote, after if ends and reply.ended else practice, reading) for kind, quote in found.items()
    )


def build_note(kind: MistakeKind, quote: str, practice: Practice, reading: Reading) -> Note:
    """A note with its reason, passage and better line."""
    rule, line = RULES[kind], write_better(kind, practice, reading)
    return Note(
        mistake=rule.name,
        kind=kind,
        title=rule.title,
        quote=quote,
        why=rule.why,
        source_id=rule.source_id,
        section=rule.section,
        source_quote=rule.quote,
        better=line.text,
        figures=line.figures,
    )


def _find(practice: Practice, reading: Reading, reply: Reply) -> Iterator[Found]:
    if not reading.silent:
        yield from _by_words(practice, reading)
        yield from _by_asks(practice, reading)
    yield from _by_ending(practice, reading, reply)


def _by_words(practice: Practice, reading: Reading) -> Iterator[Found]:
    """What the flaw rules of a message find, and what only a talk can show."""
    text = lexicon.fold(reading.text)
    for flaw in check_message(text, _facts(practice)):
        kind = _KIND_OF.get(flaw.label)
        if kind is not None and (kind != "told_current_pay" or reading.current_pay):
            yield kind, reading.text[flaw.start : flaw.end].strip()
    is_first = all(not taken.said.strip(" .…") for taken in practice.rounds)
    if is_first and not reading.warm and not reading.accepts:
        yield "cold_start", _own_words(reading, text)
    if reading.floor:
        yield "told_walk_away", _own_words(reading, reading.floor)
    if reading.low:
        yield "low_number", _own_words(reading, reading.low)
    if reading.vague:
        yield "vague", _own_words(reading, reading.vague)


def _own_words(reading: Reading, quote: str) -> str:
    """The words as the person wrote them; matching folds them letter by letter."""
    start = lexicon.fold(reading.text).find(quote.strip())
    return reading.text[start : start + len(quote.strip())] if start >= 0 else quote.strip()


def _facts(practice: Practice) -> MessageFacts:
    """What the words are held against: the amounts as offered, until one of them has moved."""
    table, money = practice.standing.table, practice.band.money
    is_moved = any(table[lever] != money[lever].offered for lever in money)
    terms = {} if is_moved else {name: table[lever] for name, lever in _FACT_OF.items() if table[lever]}
    return MessageFacts(terms=terms, other_offers=practice.competing)


def _by_asks(practice: Practice, reading: Reading) -> Iterator[Found]:
    standing = practice.standing
    for ask in reading.asks:
        quote = _own_words(reading, ask.quote)
        before, now = standing.asked.get(ask.lever), standing.table[ask.lever]
        if ask.high is not None:
            yield "range_given", quote
        if is_repeated(ask, reading, standing):
            yield "repeated", quote
        if standing.met and before is not None and ask.amount > before:
            yield "reopened", quote
        if before is not None and before > now and before - ask.amount > (before - now) / 2 and not reading.commit:
            yield "big_drop", quote
    if not reading.asks:
        return
    quote = _own_words(reading, reading.asks[0].quote)
    if not standing.asked:
        yield from _opening(practice, reading, quote)
    argued = has_reason(reading) or standing.reasoned
    needs = any(flaw.label == "need_based" for flaw in check_message(reading.text, MessageFacts()))
    if not argued and not needs and not reading.ultimatum:
        yield "no_reason", quote


def _opening(practice: Practice, reading: Reading, quote: str) -> Iterator[Found]:
    table = practice.standing.table
    base = table["base_salary"]
    shares = {lever: (amount - table[lever]) / (table[lever] or base) for lever, amount in reading.amounts.items()}
    if "sign_on_bonus" in shares:
        shares["sign_on_bonus"] = (reading.amounts["sign_on_bonus"] - table["sign_on_bonus"]) / base
    if all(share < TIMID.get(lever, TIMID_SIGN_ON) for lever, share in shares.items()):
        yield "timid", quote
    if shares.get("base_salary", Decimal(0)) > BEYOND and not reading.data and not reading.other_offer:
        yield "beyond_reason", quote
    target = practice.plan.target
    if target is not None and practice.measure(reading.amounts) < target and practice.measure() < target:
        yield "ask_below_target", quote


def _by_ending(practice: Practice, reading: Reading, reply: Reply) -> Iterator[Found]:
    before, plan = practice.standing, practice.plan
    if reply.ended == "left_open":
        yield "left_open", _own_words(reading, reading.text)
    if reply.ended not in ("accepted", "declined"):
        return
    pay = practice.measure(reply.standing.table)
    words = _own_words(reading, reading.accepts or reading.declines or reading.commit or reading.text)
    if reply.ended == "declined":
        if plan.walk_away is not None and pay >= plan.walk_away and not before.is_final:
            yield "left_above_walk_away", words
        return
    won = reply.standing.table != {lever: room.offered for lever, room in practice.band.money.items()}
    won = won or "agreed" in reply.standing.terms.values()
    if not before.asked and not before.terms:
        yield "on_the_spot", words
    elif won and not reply.standing.written:
        yield "not_in_writing", words
    if plan.walk_away is not None and pay < plan.walk_away:
        yield "below_walk_away", words
    if plan.target is not None and pay < plan.target and not before.is_final:
        yield "settled_below_target", words


def praise_turn(practice: Practice, reading: Reading, reply: Reply) -> tuple[MoveKind, ...]:
    """What was good in a turn."""
    standing = practice.standing
    spoiled = bool(reading.hostile or reading.ultimatum)
    elsewhere = any(lever not in reading.amounts for lever in standing.refused)
    shown: dict[MoveKind, bool] = {
        "warm": bool(reading.warm) and not practice.rounds,
        "specific": bool(reading.asks) and not any(ask.high is not None for ask in reading.asks),
        "reason": bool(reading.asks and reading.reason),
        "data": bool(reading.asks and reading.data),
        "trade": bool(reading.asks and reading.fallback),
        "commit": bool(reading.commit and (reading.asks or standing.pending)),
        "approver": bool(reading.approver),
        "room": bool(reading.room),
        "silence": reading.silent and bool(reply.moves),
        "in_writing": bool(reading.written),
        "other_lever": elsewhere and any(lever not in standing.refused for lever in reading.amounts),
    }
    return () if spoiled else tuple(kind for kind, is_shown in shown.items() if is_shown)

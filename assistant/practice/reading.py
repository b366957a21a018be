"""Reading: what a person's free words do in the talk, by the rules the coach reads messages with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import find_lever
from assistant.checks.draft_lines import Part, split_message
from assistant.domain.amounts import WrittenAmount
from assistant.domain.counter import Lever
from assistant.domain.money import Number
from assistant.offline import lexicon
from assistant.offline.small_talk import CONFIRMS
from assistant.offline.statements import read_lever_amounts
from assistant.practice import phrases
from assistant.practice.term import Term

SMALLEST_ASK = 20
LARGEST_RATE = 100
_LEVER_OF: dict[str, Lever] = {
    "base": "base_salary",
    "equity": "equity_grant",
    "sign_on": "sign_on_bonus",
    "bonus": "target_bonus",
}
_TERM_OF: dict[str, Term] = {
    "title or level": "level",
    "start date": "start_date",
    "remote work": "remote",
    "review": "early_review",
    "time off": "time_off",
    "relocation": "relocation",
}
_TERM_PHRASES = {"level": phrases.LEVEL, "start_date": phrases.START, "early_review": phrases.REVIEW}
MATCHED = "match "
_SILENT = frozenset(("", ".", "..", "...", "…"))


class MoneyAsk(BaseModel):
    """What is asked for on a money lever: the whole amount as the other side hears it, and the words.

    `high` is the upper end where a range was named; the amount is then its lower end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lever: Lever
    amount: Number
    quote: str
    high: Number | None = None


class Reading(BaseModel):
    """What a turn does. Each text is the quote that shows it, empty where nothing does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    silent: bool = False
    asks: tuple[MoneyAsk, ...] = ()
    terms: tuple[Term, ...] = ()
    reason: str = ""
    data: str = ""
    other_offer: str = ""
    current_pay: str = ""
    commit: str = ""
    yes: bool = False
    accepts: str = ""
    declines: str = ""
    approver: str = ""
    room: str = ""
    fallback: str = ""
    floor: str = ""
    low: str = ""
    written: str = ""
    vague: str = ""
    hostile: str = ""
    ultimatum: str = ""
    warm: str = ""

    @property
    def amounts(self) -> dict[Lever, Decimal]:
        """The amount asked for on each lever."""
        return {ask.lever: ask.amount for ask in self.asks}

    @property
    def asks_something(self) -> bool:
        """Whether anything is asked for, in money or not."""
        return bool(self.asks or self.terms)


def read_turn(text: str, table: Mapping[Lever, Decimal], spoken_of: Lever = "base_salary") -> Reading:
    """What a turn does; any text can be read.

    Args:
        text: the person's words; nothing or three dots is silence.
        table: what is offered on each lever by now; no more than that is no ask.
        spoken_of: the lever a bare number is about.

    >>> table = {"base_salary": Decimal(180000), "sign_on_bonus": Decimal(0)}
    >>> read_turn("Could we do 195k base and 30k sign-on?", table).amounts
    {'base_salary': Decimal('195000'), 'sign_on_bonus': Decimal('30000')}
    """
    plain = lexicon.fold(text).strip()
    if plain in _SILENT:
        return Reading(text="", silent=True)
    parts = split_message(plain)
    asks = tuple(_read_asks(parts, table, spoken_of))
    accepts = _find_acceptance(parts, asks)
    terms = tuple(_read_terms(parts))
    return Reading(
        text=text,
        asks=asks,
        terms=terms,
        reason=_find_reason(plain),
        data=_quote(lexicon.OWN_CASE, plain) or _quote(phrases.EVIDENCE, plain),
        other_offer=_sentence(words.OTHER_OFFER, parts),
        current_pay=_find_current_pay(parts),
        commit="" if accepts else _sentence(phrases.COMMIT, parts),
        yes=bool(phrases.YES.search(plain) or CONFIRMS.match(plain)),
        accepts=accepts,
        declines=_find_refusal(plain, parts),
        approver=_sentence(phrases.APPROVER, parts),
        room=_sentence(phrases.ROOM, parts),
        fallback=_quote(phrases.FALLBACK, plain),
        floor=_sentence(phrases.FLOOR, parts),
        low="" if asks else _find_low(parts, table, spoken_of),
        written=_quote(lexicon.PURPOSES["written"], plain) or _quote(phrases.WRITTEN, plain),
        vague="" if asks or terms or accepts else _find_vague(parts, plain),
        hostile=_quote(words.AGGRESSIVE, plain),
        ultimatum=_quote(words.ULTIMATUM, plain),
        warm=_quote(words.WARMTH, plain),
    )


def _read_asks(parts: list[Part], table: Mapping[Lever, Decimal], spoken_of: Lever) -> Iterator[MoneyAsk]:
    """One ask a lever, the last amount named for it; sentences that ask come before those that only tell."""
    telling = [part for part in parts if part.amounts]
    asking = [part for part in telling if is_ask(part) or _wants(part.text)]
    found: dict[Lever, MoneyAsk] = {}
    for part in [*(asking or telling), *_matched(parts)]:
        for clause in _asking_clauses(part):
            for ask in _read_clause(clause, table, spoken_of):
                if ask.amount > table.get(ask.lever, Decimal(0)) and (ask.lever not in found or part in telling):
                    quote = part.text if part in telling else part.text.removeprefix(MATCHED)
                    found[ask.lever] = ask.model_copy(update={"quote": quote})
    yield from found.values()


def is_ask(part: Part) -> bool:
    """Whether a sentence asks for something, with a sum or without."""
    return bool(words.ASK.search(part.text)) and not words.FOLLOW_UP.search(part.text)


def _wants(text: str) -> bool:
    return bool(lexicon.WISH.search(text) or phrases.COMMIT.search(text))


def _matched(parts: list[Part]) -> list[Part]:
    """The sentence about another offer when it is to be matched: its number is the ask."""
    if not any(phrases.MATCH.search(part.text) and is_ask(part) for part in parts):
        return []
    return [
        replace(part, text=f"{MATCHED}{part.text}", start=part.start - len(MATCHED))
        for part in parts
        if _tells_offer(part)
    ]


def _tells_offer(part: Part) -> bool:
    return bool(part.amounts and words.OTHER_OFFER.search(part.text))


def _find_low(parts: list[Part], table: Mapping[Lever, Decimal], spoken_of: Lever) -> str:
    """A sentence that wishes for less than is offered."""
    for part in parts:
        wants = _wants(part.text) or is_ask(part) or phrases.WOULD_DO.search(part.text)
        if part.amounts and wants and not phrases.FLOOR.search(part.text):
            for clause in _asking_clauses(part):
                for ask in _read_clause(clause, table, spoken_of):
                    if table.get(ask.lever, Decimal(0)) / 2 < ask.amount < table.get(ask.lever, Decimal(0)):
                        return part.text
    return ""


def _asking_clauses(part: Part) -> list[Part]:
    """The clauses of a sentence, without those whose number is evidence or of another offer."""
    joints = [*phrases.JOINT.finditer(part.text)]
    starts, ends = [0, *(m.end() for m in joints)], [*(m.start() for m in joints), len(part.text)]
    clauses = [part.text[begin:end] for begin, end in zip(starts, ends, strict=True)]
    kept = [clause for clause in clauses if not _is_evidence(clause)]
    texts = [part.text] if len(kept) == len(clauses) else kept
    return [piece for text in texts for piece in split_message(text)]


def _is_evidence(clause: str) -> bool:
    """Whether a clause tells of the market, another offer or the present pay, and asks for nothing."""
    told = (phrases.EVIDENCE, lexicon.NOT_THE_OFFER, words.OTHER_OFFER, words.CURRENT_PAY)
    asks = any(pattern.search(clause) for pattern in (words.ASK, phrases.WOULD_DO, phrases.COMMIT))
    return any(pattern.search(clause) for pattern in told) and not asks


def _read_clause(part: Part, table: Mapping[Lever, Decimal], spoken_of: Lever) -> Iterator[MoneyAsk]:
    read = read_lever_amounts(part.text)
    ranges = {item.value: item for item in part.amounts if item.partner is not None}
    for name, item in read.items():
        lever = next(known for known in _LEVER_OF.values() if known == name)
        on_top = item.on_top or _is_added(part, item.value)
        value = item.value + (table.get(lever, Decimal(0)) if on_top else 0)
        low, high = _as_range(part, value, ranges, table.get(lever, Decimal(0)))
        yield MoneyAsk(lever=lever, amount=low, quote=part.text, high=high)
    if not read:
        yield from _read_bare(part, table, spoken_of)
    yield from _read_percent(part, table)


def _is_added(part: Part, value: Decimal) -> bool:
    """Whether the words add a sum to what is there: "add 15k to the sign-on"."""
    found = next((item for item in part.amounts if value in (item.value, item.value * 1000)), None)
    if found is None:
        return False
    before = part.text[: found.start - part.start].rstrip().casefold()
    after = part.text[found.end - part.start :]
    return before.endswith(("add", "adding", "put")) and bool(phrases.ADDS_TO.match(after))


def _as_range(
    part: Part, value: Decimal, ranges: Mapping[Decimal, WrittenAmount], offered: Decimal
) -> tuple[Decimal, Decimal | None]:
    """The ends of a range; "from 170 to 184" and a range that begins at the offer are a step, not a range."""
    found = ranges.get(value) or ranges.get(value / 1000)
    if found is None or found.partner is None:
        return value, None
    other = next((item for item in part.amounts if item.partner is not None and item.value != found.value), None)
    if other is None:
        return value, None
    scale = value / found.value if found.value else Decimal(1)
    low, high = sorted((value, other.value * scale))
    lead = part.text[: min(found.start, other.start) - part.start].rstrip().casefold()
    return (high, None) if low == offered or lead.endswith("from") else (low, high)


def _read_bare(part: Part, table: Mapping[Lever, Decimal], spoken_of: Lever) -> Iterator[MoneyAsk]:
    """A single number without the word of a lever: what is spoken of, unless it is too small for that."""
    sums = [item for item in part.amounts if item.kind != "percent" and not item.unit and item.value >= SMALLEST_ASK]
    if not sums:
        return
    item = sums[-1]
    value = item.value * 1000 if not item.explicit and item.value < 1000 else item.value
    named = _LEVER_OF.get(find_lever(part, item), "base_salary")
    lever = named if named != "base_salary" else spoken_of
    offered = table.get(lever, Decimal(0))
    if _adds(part, item):
        value += offered
    ranges = {known.value: known for known in part.amounts if known.partner is not None}
    low, high = _as_range(part, value, ranges, offered)
    yield MoneyAsk(lever=lever, amount=low, quote=part.text, high=high)


def _adds(part: Part, item: WrittenAmount) -> bool:
    after = part.text[item.end - part.start :]
    before = part.text[: item.start - part.start]
    behind = lexicon.MORE_BEHIND.match(after) or phrases.BIGGER.match(after)
    return bool(behind or lexicon.MORE_BEFORE.search(before[-20:]))


def _read_percent(part: Part, table: Mapping[Lever, Decimal]) -> Iterator[MoneyAsk]:
    """Shares: 10 % more base, or a bonus of 20 % as a target in percent of base."""
    for item in part.amounts:
        if item.kind != "percent" or not 0 < item.value <= LARGEST_RATE:
            continue
        lever = _LEVER_OF.get(find_lever(part, item))
        base = table.get("base_salary", Decimal(0))
        if lever == "target_bonus":
            yield MoneyAsk(lever=lever, amount=base * item.value / 100, quote=part.text)
        elif lever is not None and _adds(part, item):
            yield MoneyAsk(lever=lever, amount=table.get(lever, Decimal(0)) * (1 + item.value / 100), quote=part.text)


def _read_terms(parts: list[Part]) -> Iterator[Term]:
    asked = " ".join(part.text for part in parts if is_ask(part) or part.text.endswith("?"))
    for name, term in _TERM_OF.items():
        own = _TERM_PHRASES.get(term)
        if words.LEVERS[name].search(asked) or (own is not None and own.search(asked)):
            yield term
    if lexicon.PURPOSES["time"].search(asked) or phrases.TIME.search(asked):
        yield "more_time"


def _find_acceptance(parts: list[Part], asks: tuple[MoneyAsk, ...]) -> str:
    """The words of a yes that hangs on nothing."""
    for part in parts:
        found = words.ACCEPT.search(part.text)
        if found and not words.CONDITION.search(part.text) and not lexicon.NEGATED.search(part.text) and not asks:
            return found.group().strip()
    return ""


def _find_refusal(plain: str, parts: list[Part]) -> str:
    if lexicon.NEGATED.search(plain) or lexicon.CONDITIONAL.search(plain):
        return ""
    if words.ULTIMATUM.search(plain) or any("?" in part.text for part in parts[-1:]):
        return ""
    return _sentence(lexicon.PURPOSES["decline"], parts) or _sentence(phrases.PASS, parts)


def _find_reason(plain: str) -> str:
    """The words that give a reason; what one needs is none."""
    found = [match.group() for match in words.REASON.finditer(plain)]
    return found[0] if found else ""


def _find_current_pay(parts: list[Part]) -> str:
    """The words that tell the present pay; "sign today at 156k" does not."""
    told = (words.CURRENT_PAY.search(part.text) for part in parts if not phrases.COMMIT.search(part.text))
    return next((match.group().strip() for match in told if match), "")


def _find_vague(parts: list[Part], plain: str) -> str:
    if phrases.APPROVER.search(plain) or phrases.ROOM.search(plain):
        return ""
    for part in parts:
        vague = words.VAGUE.search(part.text)
        if is_ask(part) and vague and words.PAY_WORD.search(plain):
            return vague.group().strip()
        if room := phrases.ANY_ROOM.search(part.text):
            return room.group()
    return ""


def _quote(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group().strip() if found else ""


def _sentence(pattern: re.Pattern[str], parts: list[Part]) -> str:
    return next((part.text for part in parts if pattern.search(part.text)), "")

"""Framed: the sum of a conversation read from the parts its numbers play, and how sure that reading is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from assistant.offline.algebra.frame_commute import COMMUTE_FRAMES
from assistant.offline.algebra.frame_equity import EQUITY_FRAMES
from assistant.offline.algebra.frame_holding import HOLDING_FRAMES
from assistant.offline.algebra.frame_income import INCOME_FRAMES
from assistant.offline.algebra.frame_jobs import JOB_FRAMES
from assistant.offline.algebra.frame_leaving import LEAVING_FRAMES
from assistant.offline.algebra.frame_moved import MOVED_FRAMES
from assistant.offline.algebra.frame_package import PACKAGE_FRAMES
from assistant.offline.algebra.frame_pay import PAY_FRAMES
from assistant.offline.algebra.frame_plans import PLAN_FRAMES
from assistant.offline.algebra.frame_repaid import REPAID_FRAMES
from assistant.offline.algebra.frame_sales import SALES_FRAMES
from assistant.offline.algebra.frame_savings import SAVINGS_FRAMES
from assistant.offline.algebra.frame_service import SERVICE_FRAMES
from assistant.offline.algebra.frame_stake import STAKE_FRAMES
from assistant.offline.algebra.frame_terms import TERM_FRAMES
from assistant.offline.algebra.frame_waiting import WAITING_FRAMES
from assistant.offline.algebra.frame_years import YEAR_FRAMES
from assistant.offline.algebra.frames import Framed, find_frames
from assistant.offline.algebra.goals import ADVICE, asks_number, asks_plainly, names_last
from assistant.offline.algebra.lacking import find_lacking
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.ranking import Account, find_asked_step, rank
from assistant.offline.algebra.recipes import find_recipes
from assistant.offline.algebra.revising import revise
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.senses import read_senses
from assistant.offline.algebra.side_names import ANCHORS, call_by_name
from assistant.offline.algebra.terms import Term, read_terms
from assistant.offline.algebra.vocabulary import PASSING, PAY_SENSES
from assistant.offline.sums.deferral import tells_deferral
from assistant.offline.sums.leaving import NOT_PRORATED
from assistant.offline.sums.sum import ReadSum, Sum, numbers_in

TOOL = "worked_sum"
FRAMES = (
    *INCOME_FRAMES,
    *JOB_FRAMES,
    *PACKAGE_FRAMES,
    *PAY_FRAMES,
    *SALES_FRAMES,
    *EQUITY_FRAMES,
    *TERM_FRAMES,
    *SERVICE_FRAMES,
    *PLAN_FRAMES,
    *COMMUTE_FRAMES,
    *MOVED_FRAMES,
    *HOLDING_FRAMES,
    *STAKE_FRAMES,
    *YEAR_FRAMES,
    *REPAID_FRAMES,
    *LEAVING_FRAMES,
    *SAVINGS_FRAMES,
    *WAITING_FRAMES,
)
FRAMED = Sum(TOOL, (), lambda _: None, weight=9)
"""A sum whose numbers all have their part."""
FRAMED_INSTEAD = Sum(TOOL, (), lambda _: None, weight=10)
"""One that goes before a calculation found by words."""
MOST_DOUBT = 3.0
"""By how much, as a logarithm, the numbers of a sum may be likelier read otherwise."""
SURE = 1.1
"""By how much, as a logarithm, a sum may be doubted to be meant."""
DOUBTED = 0.35
"""From which doubt on a person is asked whether the sum is the one that was meant."""
SURER = 0.8
"""The same where another calculation explains as much."""
WANTS = re.compile(
    r"\b(?:(?:pls|plz|please)(?! (?:answer|reply|respond|confirm|sign|return|let|note|contact|find|accept)\b)|tc|present value)\b",
    re.IGNORECASE,
)
_TELLS_RISE = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|g[ai]ve[sn]?|giving|says?|said|told|propos\w+|came (?:back )?(?:with|at))\b[^.?!\n\d]{0,24}\d+(?:[.,]\d+)? ?(?:%|percent|per cent|pct)"
    r"(?: (?:more|raise|hike|rise|increase|bump|uplift|up|on top|above(?: (?:that|it|my \w+))?))?\W*$",
    re.IGNORECASE,
)
"""Ends in an offer by so many percent and asks nothing: "I'm on 80k, they offered 9%"."""
_AFTER_TAX = re.compile(r" ?(?:after|net of) (?:tax\w*|deductions)\b", re.IGNORECASE)
_OF_AMOUNT = re.compile(r" ?of (?:an? |the )?[$€£₹]?\d", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about )?[$€£₹]?$", re.IGNORECASE)
_TO = re.compile(r"(?: a (?:month|mo))? (?:up )?to (?:about )?[$€£₹]?", re.IGNORECASE)
NAMED = ("average", "total", "difference", "gross", "net", "month", "hour", "week", "percent")
"""What a message may name without asking."""
PERIODS = ("year", "month", "half_month", "fortnight", "week", "day", "hour", "check")
USUAL = frozenset(map(Decimal, (12, 26, 40, 52, 260, 2080)))
"""Counts that every calculator takes unless it is told another."""
NEARLY = -0.7
"""How likely a part is that a number more likely plays than not."""
NO_PAY = frozenset({"price", "price2", "strike", "fmv", "pref", "exit", "prefs", "fd", "shares"})
SEVERAL = 2
"""Numbers from which a sum needs no period to be asked for."""
MOST_BACK = 6
REMEMBERED = 64
"""Conversations whose sums are kept, each measured against several calculations in one turn."""
OWN = frozenset({"money", "percent", "shares"})
SUMS = PAY_SENSES | {"plus", "extra", "cost", "price", "strike"}


@dataclass(frozen=True)
class Reading:
    """A sum with how much it is doubted to be meant, as a logarithm: 0 is certain.

    `beats`: how many times likelier it is meant than the calculation found by words.
    """

    read: ReadSum
    doubt: float
    frame: str
    changed: bool = False
    beats: float = math.inf


def read_framed(texts: Sequence[str], found: ReadSum | None = None) -> Reading | None:
    """The sum of the newest message with as many before it as hold its numbers; None where none is sure.

    Args:
        texts: what the person wrote, oldest first.
        found: the calculation found by words, which it is measured against.
    """
    if tells_deferral(texts[-1]):
        return None  # no frame has a part for what is paid later
    told = tuple(texts[-MOST_BACK:])
    starts = list(range(len(told)))
    if len(told) > 1 and _stands_alone(told[-1]):
        is_whole = found is not None and not (found.missing or found.unused or found.uses_offer)
        starts = [len(told) - 1] if is_whole else [len(told) - 1, *starts[:-1]]
    for start in starts:
        if not any(map(asks_in_part, told[start:])) or _parts_what_was_told(told, start):
            continue
        made = _read(told[start:], found)
        if made is not None and (start in (0, starts[0]) or made.doubt <= SURER):
            return made
    return _read_as_one(told, found)


def _read_as_one(told: tuple[str, ...], found: ReadSum | None) -> Reading | None:
    """The sum of a question without numbers and of the message before it as if both had been one."""
    if len(told) < 2 or read_terms(told[-1]) or asks_plainly(told[-2]):
        return None
    if not (asks_plainly(told[-1]) and asks_in_part(told[-1])):
        return None
    made = _read((f"{told[-2].rstrip(' .')}. {told[-1]}",), found)
    return made if made is not None and made.doubt <= SURER else None


def _parts_what_was_told(texts: Sequence[str], start: int) -> bool:
    """Whether a message before the start tells numbers and asks nothing, like the one at the start: both are one account."""
    if not 0 < start < len(texts) - 1:
        return False
    return all(read_terms(text) and not asks_in_part(text) for text in texts[start - 1 : start + 1])


def asks_in_part(text: str) -> bool:
    """Whether a message without a plain question still names what it wants: "payout after 30%", "year one and average"."""
    if ADVICE.search(text) and not asks_plainly(text):
        return False
    return (
        asks_number(text)
        or Message(text).asks(*NAMED)
        or bool(WANTS.search(text) or _TELLS_RISE.search(text))
        or names_last(text)
    )


def tells_no_pay(text: str) -> bool:
    """Whether a message tells amounts that are surely prices, shares, sales and the like, and no pay among them.

    >>> tells_no_pay("520 shares quoted at 231 each, now 150")
    True
    """
    senses = read_senses((text,))
    amounts = [
        shares
        for term, shares in zip(senses.terms, senses.shares, strict=True)
        if term.dim in ("money", "number", "shares")
    ]
    sure = [shares for shares in amounts if any(shares.get(sense, -9.0) > NEARLY for sense in NO_PAY)]
    return bool(sure) and all(shares in sure or shares.get("o", -9.0) > NEARLY for shares in amounts)


def _stands_alone(text: str) -> bool:
    """Whether a message asks for a number and tells several of its own, sums without a sign among them."""
    senses = read_senses((text,))
    own = [
        term
        for term, shares in zip(senses.terms, senses.shares, strict=True)
        if term.dim in OWN or (term.dim == "number" and max(shares, key=lambda each: shares[each]) in SUMS)
    ]
    played = sum(max(shares, key=lambda each: shares[each]) not in PASSING for shares in senses.shares)
    return asks_number(text) and (len(own) > 1 or (bool(own) and played > SEVERAL))


def asking_words(texts: tuple[str, ...]) -> str:
    """The words that ask: the newest message, or the last before it that names what is wanted where it names nothing."""
    if len(texts) < 2 or not asks_number(texts[-1]):
        return ""
    named = (text for text in reversed(texts) if asks_number(text) and Message(text).goals)
    return texts[-1] if Message(texts[-1]).goals else next(named, texts[-1])


def _read(texts: tuple[str, ...], found: ReadSum | None) -> Reading | None:
    ranked = rank(read_accounts(texts), found)
    if ranked is None or ranked.share < math.exp(-SURE):
        return None
    framed, account = ranked.framed, ranked.account
    message = Message(account.text)
    anchors = [t for t, part in zip(account.senses.terms, framed.parts, strict=True) if part in ANCHORS]
    steps = call_by_name(framed.work.steps, account.text, anchors)
    arguments = {**framed.work.arguments, "steps": steps}
    if message.currency and message.currency != "USD":
        arguments["currency"] = message.currency
    if len(account.senses.terms) < SEVERAL and not message.asks(*PERIODS):
        return None
    told = {term.start for term in account.senses.terms}
    told |= {term.conversion.rate.start for term in account.senses.terms if term.conversion}
    used = len(told & framed.work.used)
    first = steps[framed.work.steps.index(find_asked_step(account.text, framed.work.steps))]["label"]
    doubt = -math.log(ranked.share)
    read = ReadSum(FRAMED, arguments, used=used, first=first, doubted=doubt > DOUBTED)
    return Reading(read, doubt, framed.frame.name, framed.changed, ranked.beats)


@lru_cache(maxsize=REMEMBERED)
def read_accounts(texts: tuple[str, ...]) -> tuple[Account, ...]:
    """A conversation as told and, where a later number stands for an earlier one, as it stands in the end.

    There is none where a number of it lies below zero, which no pay, time or count does.
    """
    terms = read_senses(texts).terms
    if not terms or any(term.value < 0 and term.dim != "percent" for term in terms):
        return ()
    told, revised = _account(texts), revise(texts)
    if revised.texts == texts:
        return (told,)
    in_force = _account(revised.texts, revised=True, changed=revised.by_newest)
    return (in_force,) if revised.by_name and in_force.sums else (told, in_force)


def _account(texts: tuple[str, ...], *, revised: bool = False, changed: bool = False) -> Account:
    senses, text = read_senses(texts), "\n".join(texts)
    sums = find_sums(Message(text, asking_words(texts)), senses)
    if changed:
        sums = [replace(made, changed=True) for made in sums]
    return Account(text, senses, tuple(sums), revised)


def find_sums(message: Message, senses: Senses) -> list[Framed]:
    """The sums that frames and recipes make of the numbers, the least doubted first."""
    return [made for made in _made(message, senses) if not _counts_against_words(message, senses, made)]


def _made(message: Message, senses: Senses) -> list[Framed]:
    framed = [made for made in find_frames(message, senses, FRAMES) if made.doubt <= MOST_DOUBT]
    return sorted([*framed, *find_recipes(message, senses)], key=lambda made: made.doubt)


def _counts_against_words(message: Message, senses: Senses, made: Framed) -> bool:
    """Whether a sum takes as a cost what is told to be left after tax, or both a cost and what it rises to.

    Nor is a percent of an amount one that it rises or falls by, and what goes back whole is not owed by the month.
    """
    if message.has(NOT_PRORATED) and {"sign", "term"} <= set(made.parts) and _owes_in_part(made):
        return True
    changes = [term for term, part in zip(senses.terms, made.parts, strict=True) if part in ("rise", "fall")]
    if any(_OF_AMOUNT.match(message.text[term.end :]) for term in changes):
        return True
    costs = [term for term, part in zip(senses.terms, made.parts, strict=True) if part == "cost"]
    if any(_AFTER_TAX.match(message.text[term.end :]) for term in costs):
        return True
    moved = any(
        _FROM.search(message.text[: one.start]) and _TO.fullmatch(message.text[one.end : other.start])
        for one, other in pairwise(costs)
    )
    return moved and made.known is None


def _owes_in_part(made: Framed) -> bool:
    """Whether it multiplies a payment by a part of the time that it is earned back in."""
    names = [name for name in made.work.numbers if name.startswith(("sign_on", "amount"))]
    return any(" / " in step["formula"] and any(name in step["formula"] for name in names) for step in made.work.steps)


def read_unsure(text: str) -> ReadSum | None:
    """The question how the numbers of a message belong together, where its words speak against every sum of them."""
    senses, message = read_senses((text,)), Message(text)
    if not senses.terms or not _made(message, senses) or find_sums(message, senses):
        return None
    told = ", ".join(text[term.start : term.end].strip(" ,.") for term in senses.terms)
    return ReadSum(FRAMED, missing=(f"how these belong together, and how often each comes: {told}",))


def read_lacking(text: str) -> ReadSum | None:
    """The sum a message asks for without one of its numbers, which is asked back for; None where none is sure."""
    senses = read_senses((text,))
    if not senses.terms:
        return None
    found = find_lacking(Message(text), senses, FRAMES)
    if found is None or found[2] > SURER:
        return None
    return ReadSum(FRAMED, missing=(LACKING[found[1]],))


LACKING = {
    "exit": "the value of the company: what it is valued at, or what it is sold for",
    "own": "which percent of the company is yours",
    "fd": "how many shares there are in all, fully diluted",
    "now": "your pay today, before the change",
    "net": "the net amount that is to be left",
    "upto": "how the match works: what percent they match, and up to which percent of pay",
    "pay": "your salary",
    "paidin": "the amount you pay in, or your salary and the percent you contribute",
    "sign": "the amount that is to be paid back: how much was it",
    "term": "how long the clawback lasts: how many months",
}
"""What to ask for where one number of a sum is missing."""


def left_out(texts: Sequence[str], arguments: object) -> list[Term]:
    """The numbers of the newest message that a calculation leaves out, those said in passing apart."""
    senses = read_senses((texts[-1],))
    known = set(numbers_in(arguments))
    apart = {abs(a.value - b.value): {a.start, b.start} for a in senses.terms for b in senses.terms if a.dim == b.dim}
    explained = {gap / 1000 for gap in apart} | apart.keys()
    split = {start for gap, starts in apart.items() if gap and gap in known for start in starts}
    return [
        term
        for term, shares in zip(senses.terms, senses.shares, strict=True)
        if max(shares, key=lambda sense: shares[sense]) not in PASSING
        and term.start not in split
        and term.value not in explained
        and not (term.value in USUAL and term.dim not in OWN)
        and not _ways(term.value) & known
    ]


def _ways(value: Decimal) -> set[Decimal]:
    ways = {value, value * 1000, value * 12, value / 12, value / 100, 100 - value, 100 + value}
    return {way.normalize() for way in ways} | ways

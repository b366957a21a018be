"""Frames: sums known by the parts their numbers play, whatever the words around them; the likeliest reading is chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import cached_property
from itertools import islice
from typing import Any

from assistant.offline.algebra.expression import Expr, Work, values_of
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.replacing import (
    adds,
    could_replace,
    find_replaced,
    in_its_terms,
    put_in_place,
    share_period,
)
from assistant.offline.algebra.scaling import scaled
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PASSING, as_played, is_open

BEAM = 40
WAYS, MOST = 4, 12
"""Sums kept of a frame, and of all."""
WORDED = 0.5
"""What words of its own count for a sum."""
LATER = {"price": "price2", "hours": "hours2"}
"""Parts of a second number that changes a first one."""
AGAIN = 0.7
"""What it counts for a later message's number that its part was told before."""
SAME = -1.0
"""How likely a number must play a part to stand for one told before in it."""
UNSAID = -0.5
"""How likely a part must be whose words the message lacks."""
MOST_PERCENT = 1000
"""Percents of a pay beyond which no raise, cut or share of it lies."""
_AFTER_TAX = re.compile(r"after tax\b", re.IGNORECASE)
_OF_PAY = re.compile(r"\b(?:raise|cut|share)\b.*percent")
ALTERNATIVES = frozenset({"days", "hours", "attain", "exit", "fmv", "pref", "price", "price2", "leave", "sal", "dilute", "rise", "fall", "tax", "weeks", "fte", "fx", "factor", "horizon"})  # fmt: skip
"""Parts that may be told twice for two cases of one sum: "220 days, and at 190"."""


@dataclass(frozen=True)
class Parts:
    """The numbers of a sum by the part they play."""

    message: Message
    by: dict[str, tuple[Term, ...]]
    tag: str = ""

    def all(self, *senses: str) -> list[Term]:
        """All numbers of these senses, as they stand."""
        return sorted((t for sense in senses for t in self.by.get(sense, ())), key=lambda t: t.start)

    def one(self, *senses: str) -> Term | None:
        """The first of them."""
        return next(iter(self.all(*senses)), None)

    def has(self, *senses: str) -> bool:
        """Whether there is one of each."""
        return all(self.by.get(sense) for sense in senses)


Build = Callable[[Parts, Work], bool]
Gather = Callable[[Message, Senses, dict[str, list[Term]], Work], dict[str, list[Term]] | None]


@dataclass(frozen=True)
class Frame:
    """A sum by its parts: `needs` must all be there, `takes` may; `often`: parts that may come several times in one sum.

    `build` writes the steps and tells whether they use all parts; `words` must stand in the message and `never` may not;
    `beside`: parts that other messages may tell and the sum leaves out;
    `lacks`: a part that is asked back for, and the words that show this sum to be meant without it;
    `gather`: its own way to settle which numbers hold in the end.
    """

    name: str
    needs: tuple[str, ...]
    build: Build
    takes: frozenset[str] = frozenset()
    often: frozenset[str] = frozenset()
    words: str = ""
    never: str = ""
    lacks: tuple[tuple[str, str], ...] = ()
    beside: frozenset[str] = frozenset()
    gather: Gather | None = None

    @property
    def senses(self) -> frozenset[str]:
        """All parts it knows."""
        return self.takes | set(self.needs)


@dataclass
class Framed:
    """A sum made by a frame. `changed`: the newest message puts another number in the place of one told before.

    `doubt`: how much likelier the numbers alone would be read otherwise; `parts`: what each is taken for. Of a recipe:
    `known`, how usual it is for such numbers, as a logarithm, and `left`, how those it leaves out stand to the others.
    """

    frame: Frame
    work: Work
    doubt: float
    parts: tuple[str, ...] = ()
    changed: bool = False
    known: float | None = None
    left: tuple[str, ...] = ()

    @cached_property
    def results(self) -> dict[str, Decimal]:
        """What each step gives, by its name."""
        values = values_of(self.work)
        return {step["name"]: values[step["name"]] for step in self.work.steps if step["name"] in values}


def keep_all(_message: Message, _senses: Senses, by: dict[str, list[Term]], _work: Work) -> dict[str, list[Term]]:
    """Every number as it stands, for frames that tell themselves which stands for which."""
    return by


def choose_frame(message: Message, senses: Senses, frames: Sequence[Frame]) -> Framed | None:
    """The sum whose parts the numbers most likely are, with every number in its place."""
    opened = _list_open(message, senses, frames)
    found = [made for frame in opened if (made := next(_make(message, senses, frame), None)) is not None]
    return min(found, key=lambda made: made.doubt - (WORDED if made.frame.words else 0.0), default=None)


def find_frames(message: Message, senses: Senses, frames: Sequence[Frame]) -> list[Framed]:
    """The sums that can be made of the numbers, by the likeliest readings of each frame, the least doubted first."""
    opened = _list_open(message, senses, frames)
    found = [made for frame in opened for made in islice(_make(message, senses, frame), WAYS)]
    return sorted(found, key=lambda made: made.doubt)[:MOST]


def _list_open(message: Message, senses: Senses, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames whose parts the numbers could play and whose words stand in the message."""
    return (frame for frame in frames if senses.could_be.issuperset(frame.needs) and is_frame_open(frame, message))


def is_frame_open(frame: Frame, message: Message) -> bool:
    """Whether the words of a message allow this sum."""
    return not (frame.words and not message.has(frame.words)) and not (frame.never and message.has(frame.never))


def _make(message: Message, senses: Senses, frame: Frame) -> Iterator[Framed]:
    for score, chosen in read_ways(message, senses, frame):
        work = _work_out(message, senses, frame, chosen)
        if work is not None:
            yield Framed(frame, work, senses.best - score, chosen, _is_changed(senses, chosen))


def _is_changed(senses: Senses, chosen: Sequence[str]) -> bool:
    newest = len(senses.turns) - 1
    earlier = {sense for term, sense in zip(senses.terms, chosen, strict=True) if senses.turn(term) < newest}
    earlier |= {later for sense, later in LATER.items() if sense in earlier}
    return any(senses.turn(t) == newest and s in earlier - PASSING for t, s in zip(senses.terms, chosen, strict=True))


def read_ways(message: Message, senses: Senses, frame: Frame) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The readings of all numbers with parts of the frame, likeliest first."""
    beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    needed = Counter(frame.needs)
    played = _list_parts(message, senses, frame)
    could = Counter(sense for ways in played for _, sense in ways)
    if any(could[sense] < count for sense, count in needed.items()):
        return
    for term, shares, ways in zip(senses.terms, senses.shares, played, strict=True):
        later = senses.turn(term) > 0
        beam = sorted(
            (
                (
                    score
                    + share
                    + (
                        AGAIN
                        if shares.get(sense, 2 * SAME) >= SAME
                        and later
                        and chosen.count(sense) >= max(1, needed[sense])
                        else 0.0
                    ),
                    (*chosen, sense),
                )
                for score, chosen in beam
                for share, sense in ways
            ),
            reverse=True,
        )[:BEAM]
    for score, chosen in beam:
        told = Counter(chosen)
        if all(told[sense] >= count for sense, count in needed.items()):
            yield score, chosen


def _list_parts(message: Message, senses: Senses, frame: Frame) -> list[list[tuple[float, str]]]:
    """How likely each number plays each part of the frame that it can play."""
    allowed = frame.senses | PASSING
    closed = {sense for sense in frame.senses & senses.could_be if not is_open(sense, message)}
    return [
        [
            (share, sense)
            for sense, share in read.items()
            if sense in allowed and sense in fitting and (sense not in closed or share >= UNSAID)
        ]
        for read, fitting in zip(senses.as_seen(frame.senses, frame.beside), senses.fitting, strict=True)
    ]


def _work_out(message: Message, senses: Senses, frame: Frame, chosen: Sequence[str]) -> Work | None:
    """The steps of a frame over its numbers; a later message's number stands for the earlier one of its part."""
    by: dict[str, list[Term]] = {}
    work = Work()
    for term, sense in zip(senses.terms, chosen, strict=True):
        if sense in PASSING:
            work.used.add(term.start)
        else:
            by.setdefault(sense, []).append(scaled(message.text, as_played(term, sense), sense, senses.terms))
    share_period(by)
    if frame.gather is not None:
        settled = frame.gather(message, senses, by, work)
    else:
        settled = _settle(message, senses, frame, _with_more(message, senses, frame, by), work)
    return None if settled is None else _build(message, senses, frame, settled, work)


def _settle(
    message: Message, senses: Senses, frame: Frame, by: dict[str, list[Term]], work: Work
) -> dict[str, list[Term]] | None:
    """The numbers of each part with later ones in the place of earlier ones; None where one could not take it."""
    needed = Counter(frame.needs)
    for sense, terms in by.items():
        latest = max(senses.turn(term) for term in terms)
        newest = [term for term in terms if senses.turn(term) == latest]
        said = {term.value for term in terms if term not in newest}
        if said.issuperset(term.value for term in newest) and len(newest) < len(terms):
            work.used |= {term.start for term in newest}
            by[sense] = [term for term in terms if term not in newest]
            continue
        newest = [term for term in newest if term.value not in said]  # "131, not 113"
        if len(newest) == len(terms):
            continue
        alone = len(newest) == 1 and _stands_for(message.text, senses, newest[0])
        if needed[sense] > 1 or (alone and len(terms) > 2 and sense in frame.often):
            if alone and len(terms) > max(1, needed[sense]):
                replaced = find_replaced(message.text, terms[:-1], newest[0])
                if not could_replace(sense, replaced, newest[0]):
                    return None
                work.used.add(newest[0].start)
                by[sense] = put_in_place(terms[:-1], replaced, newest[0])
            continue
        if len(newest) > 1 or (sense in frame.often and not (alone or message.has("instead|what if|sorry"))):
            continue
        older = [term for term in terms if term not in newest]
        if not all(could_replace(sense, older[-1], term) for term in newest):
            return None
        work.used |= {term.start for term in older}
        by[sense] = [in_its_terms(older[-1], term) for term in newest]
    return by


def _stands_for(text: str, senses: Senses, term: Term) -> bool:
    """Whether the newest number stands alone in its message, and no words tell that it comes on top."""
    turn = senses.turn(term)
    end = senses.turns[turn + 1] if turn + 1 < len(senses.turns) else len(text)
    others = [t for t in senses.terms if senses.turn(t) == turn and t.start != term.start]
    return not others and not adds(text[senses.turns[turn] : end])


def _build(message: Message, senses: Senses, frame: Frame, by: dict[str, list[Term]], work: Work) -> Work | None:
    """The steps, for each case where one part is told for several: "220 days, and at 190"."""
    needed = Counter(frame.needs)
    apart = {sense: len({(t.value, t.unit) for t in terms}) for sense, terms in by.items()}
    several = [s for s, count in apart.items() if s not in frame.often and count > max(1, needed[s])]
    if len(several) > 1 or not ALTERNATIVES.issuperset(several):
        return None
    for sense, terms in by.items():
        if sense not in frame.often and sense not in several and needed[sense] <= 1:
            work.used |= {t.start for t in terms[1:]}  # said again
            by[sense] = terms[:1]
    cases = [(t, {**by, several[0]: [t]}) for t in by[several[0]]] if several else [(None, by)]
    for case, numbers in cases:
        tag = f" at {message.text[case.start : case.end].strip(' ,.?')}" if case else ""
        parts = Parts(message, {s: tuple(sorted(ts, key=lambda t: t.start)) for s, ts in numbers.items()}, tag)
        try:
            if not frame.build(parts, work):
                return None
        except DecimalException:
            return None
    done = bool(work.steps) and all(t.start in work.used for t in senses.terms)
    return work if done and is_plausible(work) else None


def is_plausible(work: Work) -> bool:
    """Whether every step has a value, none that is money, shares or a time lies below zero, and no share of pay beyond all.

    No tax takes all there is: 20 % and the 80 % that are left are told of one pay.
    """
    values = values_of(work)
    if any(_AFTER_TAX.match(step["label"]) and not values.get(step["name"]) for step in work.steps):
        return False
    return bool(values) and all(
        values[step["name"]] >= 0 if step["unit"] not in ("percent", "ratio") else not _is_beyond(step, values)
        for step in work.steps
    )


def _is_beyond(step: dict[str, Any], values: Mapping[str, Decimal]) -> bool:
    """Whether a percent of pay is more than any raise, cut or share of it is: its two amounts are no such pair."""
    return bool(_OF_PAY.search(step["label"])) and abs(values[step["name"]]) > MOST_PERCENT


def _with_more(message: Message, senses: Senses, frame: Frame, by: dict[str, list[Term]]) -> dict[str, list[Term]]:
    """With a later time told as so much more beside the one it adds to: "what if I wait two more months"."""
    if "more" not in frame.senses or "leave" not in by or len(by["leave"]) < 2:
        return by
    last = by["leave"][-1]
    around = message.text[max(0, last.start - 8) : last.end + 8]
    if senses.turn(last) > senses.turn(by["leave"][0]) and re.search(r"\b(?:more|another|longer|extra)\b", around):
        return {**by, "leave": by["leave"][:-1], "more": [last]}
    return by


def plain(value: Decimal) -> str:
    """A count as people write it."""
    return f"{value.normalize():f}"


def take(parts: Parts, work: Work, sense: str, name: str) -> Expr | None:
    """The one number of a part under a name of its own; one already taken keeps its name."""
    term = parts.one(sense)
    return None if term is None else take_term(work, term, name)


def take_term(work: Work, term: Term, name: str) -> Expr:
    """A number under a name; the same number twice has one name."""
    known = work.named.get((term.start, term.value))
    if known is not None:
        return known
    made = work.take(term, name)
    work.named[term.start, term.value] = made
    return made


def a_year_of(work: Work, term: Term, name: str) -> Expr:
    """An amount told for a year or a month, in a year."""
    amount = take_term(work, term, name)
    return amount * 12 if term.per == "month" else amount

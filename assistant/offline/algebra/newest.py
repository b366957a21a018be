"""Newest: the numbers of a conversation as they stand in the end; a later number stands where the one it changes stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.replacing import adds, could_replace, in_its_terms
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import Term

ADDABLE = frozenset({"extra", "cost", "plus", "bonus", "bmonths", "unitcost"})
"""Parts that a later message adds to unless its words change what was told."""
SEVERAL = ADDABLE | {"tax", "ontop", "items", "othours", "mult", "put"}
"""Parts of which one sum may have several."""
_INSTEAD = re.compile(
    r"\b(?:instead|sorry|actually|what if|scrap|rather|make (?:it|that)|no,|nah|typo|misread|suppose|if|only|more like|really|realistically)\b",
    re.IGNORECASE,
)


def in_the_end(message: Message, senses: Senses, by: dict[str, list[Term]], work: Work) -> dict[str, list[Term]] | None:
    """The numbers of each part with those of later messages in the place of those they change."""
    made: dict[str, list[Term]] = {}
    for sense, terms in by.items():
        held: list[Term] = []
        for turn in sorted({senses.turn(term) for term in terms}):
            new = [term for term in terms if senses.turn(term) == turn]
            settled = _settle(message, senses, sense, held, new, work)
            if settled is None:
                return None
            held = settled
        made[sense] = held
    return made


def _settle(
    message: Message, senses: Senses, sense: str, held: list[Term], new: list[Term], work: Work
) -> list[Term] | None:
    """What holds after one more message: numbers said again, changed, or added."""
    again = [term for term in new if any(_same(term, old) for old in held)]
    work.used |= {term.start for term in again}
    new = [term for term in new if term not in again]
    if not held or not new:
        return [*held, *new]
    if sense in SEVERAL and not _changes(message, senses, held, new, plainly=sense in ADDABLE):
        return [*held, *new]
    if len(new) != len(held):
        if len(new) > 1:
            return None
        return [*held[:-1], _in_place(held[-1], new[0], work)]
    if not all(could_replace(sense, old, term) for old, term in zip(held, new, strict=True)):
        return None
    return [_in_place(old, term, work) for old, term in zip(held, new, strict=True)]


def _same(term: Term, other: Term) -> bool:
    return term.value == other.value and (term.unit or other.unit) == (other.unit or term.unit)


def _changes(message: Message, senses: Senses, held: Sequence[Term], new: Sequence[Term], *, plainly: bool) -> bool:
    """Whether words or their likeness show that numbers change earlier ones and do not come beside them."""
    turn = senses.turn(new[0])
    end = senses.turns[turn + 1] if turn + 1 < len(senses.turns) else len(message.text)
    said = message.text[senses.turns[turn] : end]
    return len(new) <= len(held) and not adds(said) and (not plainly or bool(_INSTEAD.search(said)))


def _in_place(old: Term, new: Term, work: Work) -> Term:
    """A later number where the one before stood; one that tells its own span of time keeps its place."""
    made = in_its_terms(old, new)
    if new.per is not None and new.per != old.per:
        work.used.add(old.start)
        return made
    work.used |= {new.start, old.start}
    return replace(made, start=old.start, end=old.end)

"""Revising: a conversation as it stands in the end, each number where the one stood that it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.offline.algebra.gathering import end_of, put_number
from assistant.offline.algebra.goals import asks_number
from assistant.offline.algebra.links import Told, find_links
from assistant.offline.algebra.senses import read_senses
from assistant.offline.algebra.terms import read_terms

_DENIED = frozenset({"not", "isn't", "instead", "rather", "nicht", "statt", "no", "nahi"})


@dataclass(frozen=True)
class Revised:
    """A conversation as it stands in the end.

    `by_newest`: the newest message replaces a number of one before; `by_name`: and names it again, "48 not 46".
    """

    texts: tuple[str, ...]
    by_newest: bool = False
    by_name: bool = False


def revise(texts: tuple[str, ...]) -> Revised:
    """The messages with every number in force where it was first told, and without those that only told a change.

    >>> revise(("113k base, 8% bonus. total?", "sorry typo its 131 not 113")).texts
    ('131k base, 8% bonus. total?',)
    """
    told = Told("\n".join(texts), read_senses(texts))
    links = find_links(told)
    if not links:
        return Revised(texts)
    newest = len(texts) - 1
    by_newest = any(told.senses.turn(told.senses.terms[new]) == newest for new in links.values())
    turn = told.senses.turn
    by_name = any(turn(told.senses.terms[at]) == newest and _denies(told, at) for at in _named_again(told, links))
    return Revised(_kept(texts, put_in_force(told, links)), by_newest, by_name)


def put_in_force(told: Told, links: Mapping[int, int]) -> list[str]:
    """The messages with the numbers in force where the first of those stood that they replace.

    Args:
        told: the conversation.
        links: the places of the numbers replaced, each with that of the one in force.
    """
    terms, made, begins = told.senses.terms, told.text, [*told.senses.turns]
    first = {min(old for old, later in links.items() if later == new): new for new in links.values()}
    for at in sorted({*links, *links.values(), *_named_again(told, links)}, reverse=True):
        before = len(made)
        if at in first:
            made = put_number(made, terms[at], told.text, terms[first[at]])
        else:
            made = made[: terms[at].start] + made[end_of(told.text, terms[at]) :]
        begins = [begin + (len(made) - before) * (begin > terms[at].start) for begin in begins]
    return replace(told.senses, turns=tuple(begins)).cut(made)


def _named_again(told: Told, links: Mapping[int, int]) -> Iterator[int]:
    """The numbers that name the one replaced again beside the one in force: "48 not 46"."""
    for old, new in links.items():
        for at, term in enumerate(told.senses.terms):
            beside = told.senses.turn(term) == told.senses.turn(told.senses.terms[new])
            if beside and at not in (old, new) and told.says_again(told.senses.terms[old], term):
                yield at


def _denies(told: Told, at: int) -> bool:
    """Whether words before a number tell that it does not hold."""
    before, _ = told.clause(told.senses.terms[at])
    return bool(_DENIED & set(before[-3:]))


def _kept(texts: tuple[str, ...], revised: Sequence[str]) -> tuple[str, ...]:
    """The messages without those of which a change left nothing that asks or tells a number."""
    pairs = zip(texts, revised, strict=True)
    kept = tuple(made for before, made in pairs if made == before or read_terms(made) or asks_number(made))
    return kept or texts

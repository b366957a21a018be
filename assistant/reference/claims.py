"""Claims on which sources disagree, and which of them a question touches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.domain.answer import Disputed, Position
from assistant.errors import KnowledgeError

NEEDED_WORDS = 2
ALIKE, LIKE_ENOUGH, LIKE = 0.75, 0.64, 0.55
"""Likeness that touches a claim by itself, with one of its words, and with two."""
OPENED_WITH, CITED_LATER = 0.3, 0.5
"""Likeness that touches it where the answer opens with a passage about it, and where it cites one later."""
FIRST_CITED, ALSO_CITED = 2.0, 1.0
"""What a claim gains by the passage an answer opens with, and by a later one; likeness gives up to 10."""
MOST_SHOWN = 2
OUR_SUM = ("parley-own",)

Place = tuple[str, str]
"""A document's id and the heading path of one of its passages."""


class Claim(BaseModel):
    """A disputed claim as knowledge/claims.yaml writes it.

    `about` are the words that touch it, `asked` the ways people ask about it, `passages` the headings by document
    that speak of it; without a heading the whole document does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    topic: str
    companies: tuple[str, ...] = ()
    about: tuple[str, ...]
    asked: tuple[str, ...] = ()
    passages: Mapping[str, tuple[str, ...]] = {}
    positions: tuple[Position, ...]
    recomputation: str | None = None
    ask: str
    verdict: Literal["disputed", "refuted", "uncorroborated"]

    def speaks_in(self, place: Place) -> bool:
        """Whether the passage of an answer speaks of this claim."""
        document, section = place
        headings = self.passages.get(document)
        return headings is not None and (not headings or any(heading in section for heading in headings))

    def as_disputed(self) -> Disputed:
        """Every side of the claim; our own sum is one of them."""
        ours = (Position(says=self.recomputation, source_ids=OUR_SUM),) if self.recomputation else ()
        return Disputed(topic=self.topic, positions=(*self.positions, *ours), ask=self.ask)


def load_claims(path: Path) -> tuple[Claim, ...]:
    """The claims of the library.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    try:
        entries = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        return tuple(Claim.model_validate(entry) for entry in entries)
    except (OSError, yaml.YAMLError, ValueError, TypeError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def _is_touched(words: int, likeness: float | None) -> bool:
    if likeness is None:
        return words >= NEEDED_WORDS
    return likeness >= ALIKE or (likeness >= LIKE_ENOUGH and words > 0) or (likeness >= LIKE and words >= NEEDED_WORDS)


def find_disputed(
    claims: tuple[Claim, ...],
    text: str,
    companies: tuple[str, ...],
    likeness: Mapping[str, float] | None = None,
    cited: Sequence[Place] = (),
) -> tuple[Disputed, ...]:
    """The claims a question or its answer touches, the most touched first.

    A claim about one employer is touched only when that employer is the subject.

    Args:
        claims: all of them.
        text: the question.
        companies: the employers it is about.
        likeness: of the question with the questions about each claim, 0-1 by id; without it words decide alone.
        cited: the passages the answer cites, in order.
    """
    touched = []
    for claim in claims:
        if claim.companies and not set(claim.companies) & set(companies):
            continue
        near = likeness.get(claim.id, 0.0) if likeness else None
        words = sum(1 for word in claim.about if _whole(word).search(text))
        weight = _weigh_cited(claim, cited, near)
        if weight or _is_touched(words, near):
            weight += words if near is None else 10 * near
            touched.append((weight + (1 if claim.companies else 0), claim))
    touched.sort(key=lambda pair: (-pair[0], pair[1].id))
    return tuple(claim.as_disputed() for _, claim in touched[:MOST_SHOWN])


def _weigh_cited(claim: Claim, cited: Sequence[Place], likeness: float | None) -> float:
    if not any(map(claim.speaks_in, cited)):
        return 0.0
    opens = claim.speaks_in(cited[0])
    near = likeness is None or likeness >= (OPENED_WITH if opens else CITED_LATER)
    return (FIRST_CITED if opens else ALSO_CITED) if near else 0.0

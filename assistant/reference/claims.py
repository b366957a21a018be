"""Claims on which sources disagree, and which of them a question touches."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.domain.answer import Disputed, Position
from assistant.errors import KnowledgeError

NEEDED_WORDS = 2
MOST_SHOWN = 2


class Claim(BaseModel):
    """A disputed claim as knowledge/claims.yaml writes it; `about` are the words that touch it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    topic: str
    companies: tuple[str, ...] = ()
    about: tuple[str, ...]
    positions: tuple[Position, ...]
    recomputation: str | None = None
    ask: str
    verdict: Literal["disputed", "refuted", "uncorroborated"]


def load_claims(path: Path) -> tuple[Claim, ...]:
    """The claims of the library.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(Claim.model_validate(entry) for entry in entries)
    except (OSError, yaml.YAMLError, ValueError, TypeError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def find_disputed(claims: tuple[Claim, ...], text: str, companies: tuple[str, ...]) -> tuple[Disputed, ...]:
    """The claims a question touches, the most touched first.

    A claim about one employer is touched only when that employer is the subject.
    """
    touched = []
    for claim in claims:
        if claim.companies and not set(claim.companies) & set(companies):
            continue
        count = sum(1 for word in claim.about if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I))
        if count >= NEEDED_WORDS:
            touched.append((count + (1 if claim.companies else 0), claim))
    touched.sort(key=lambda pair: (-pair[0], pair[1].id))
    return tuple(
        Disputed(topic=claim.topic, positions=claim.positions, ask=claim.ask) for _, claim in touched[:MOST_SHOWN]
    )

"""Signals: what is known of a message besides its words, and from where on it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.domain.figure import Figure

PLAIN_OBJECTION = 0.95
SURE_OBJECTION = 0.6
LIKELY_OBJECTION = 0.45
POSSIBLE_OBJECTION = 0.35
TOLD_OBJECTION = 0.2
"""Enough where the message quotes or retells somebody and words are asked for."""
SUPPORTED = 0.35
FAR = 0.3
"""Support below which the library hardly covers a message."""
POSSIBLE, ABOUT_IT = 0.08, 0.55
"""Support, and score of the best passage, from which the library may answer what is taken for none of its matters."""


@dataclass(frozen=True)
class Signals:
    """What is known besides the words.

    `intents`: what the message resembles, (intent, share 0-1), best first. `objections`: candidates of the
    library, (type, score 0-1), best first. `support`: how well the library covers the message, 0-1; `nearest`:
    the score of its best passage outside the objections; `known`: the share
    of its words that the library has at all. `last_objection`: the one answered before in this conversation. `today`:
    the day of asking. `offers`: those on file as plain JSON; `names_on_file`: what they are called. `base_on_file`,
    `currency_on_file`: the yearly base of the offer the message is about, and its currency; `words_on_file`: that
    offer in words, where it is the only one and the conversation does not tell it. `written`: which of the person's
    messages were answered with a message to send, by their place; `worked`: the places of the messages that a
    calculation was made for, and what it came to; `last_kind`: how the one before was answered.
    """

    intents: tuple[tuple[str, float], ...] = ()
    objections: tuple[tuple[str, float], ...] = ()
    support: float = 1.0
    known: float = 1.0
    nearest: float = 0.0
    claimed: float = 0.0
    offers_on_file: int = 0
    competing_on_file: int = 0
    last_objection: str | None = None
    today: date | None = None
    base_on_file: Decimal | None = None
    currency_on_file: str | None = None
    words_on_file: str = ""
    names_on_file: tuple[str, ...] = ()
    offers: tuple[dict[str, Any], ...] = field(default=(), hash=False)
    written: tuple[int, ...] = ()
    worked: tuple[tuple[int, Figure], ...] = field(default=(), compare=False)
    last_kind: str | None = None

    @property
    def sure_of_objection(self) -> bool:
        """Whether the newest message itself tells an objection beyond doubt."""
        return bool(self.objections) and self.objections[0][1] >= SURE_OBJECTION

    @property
    def is_near(self) -> bool:
        """Whether a passage is about the message and it is not plainly beyond the library."""
        return self.support >= POSSIBLE and self.nearest >= ABOUT_IT

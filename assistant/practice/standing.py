"""Standing: where a practice stands between two turns; all that the recruiter remembers."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.domain.counter import Lever
from assistant.domain.money import Number
from assistant.practice.term import Term

Ending = Literal["accepted", "declined", "withdrawn", "left_open", "stopped"]
Outcome = Literal["agreed", "refused"]


class PracticeValue(BaseModel):
    """Base of the values of a practice."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Move(PracticeValue):
    """An amount the recruiter changed, in the offer's currency."""

    lever: Lever
    before: Number
    after: Number


class Standing(PracticeValue):
    """What has been said so far.

    `table` is what the recruiter offers by now, `asked` the person's last amount on each lever, `pending` what the
    recruiter would fetch for a yes. `refused` are the levers whose last ask brought nothing. `patience` counts the
    rounds left before the final offer, `after_final` those after it.
    """

    table: dict[Lever, Number]
    terms: dict[Term, Outcome] = {}
    asked: dict[Lever, Number] = {}
    pending: dict[Lever, Number] = {}
    refused: tuple[Lever, ...] = ()
    spoken_of: Lever = "base_salary"
    objection: str | None = None
    used: dict[str, int] = {}
    patience: int
    strikes: int = 0
    silences: int = 0
    reasoned: bool = False
    knows_approver: bool = False
    told_pay: bool = False
    written: bool = False
    met: bool = False
    is_final: bool = False
    after_final: int = 0


class Reply(PracticeValue):
    """The recruiter's words, the objection in them, what was given, and where things stand then."""

    text: str
    objection: str | None = None
    moves: tuple[Move, ...] = ()
    agreed: tuple[Term, ...] = ()
    standing: Standing
    ended: Ending | None = None

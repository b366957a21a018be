"""Reading: what a message was understood to want."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from assistant.domain.answer import Kind
from assistant.offline.background import Background
from assistant.offline.before import Before
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.ledger import Ledger
from assistant.offline.small_talk import SmallTalk
from assistant.offline.statements import LeverAmount, Statement
from assistant.offline.sums.sum import ReadSum


@dataclass(frozen=True)
class Reading:
    """What a message wants.

    `statements` state offers; `wanted` are amounts the person wants and `changes` what-if amounts, by lever;
    `terms` are other what-if terms, as an offer has them; `texts` is all the person wrote, oldest first;
    `question` is the message without its sums; `concern` names what advice is about when the words seldom
    occur in the library (TOPICS in plan.py); `untruths` what a refusal may be about, likeliest first;
    `closed` are the levers refused and not asked for since, with the words of it; `goes_on` asks what to say or ask
    next; `before` is what an offer on file is to be set against; `background` is what was told around a draft or a
    line of theirs; `decided` tells that `purpose` is a decision of the person's, which nothing overrules.
    """

    kind: Kind
    objection: str | None = None
    purpose: str = "counter"
    decided: bool = False
    brief: Brief = field(default_factory=Brief)
    ledger: Ledger = field(default_factory=Ledger)
    closed: dict[str, str] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    question: str = ""
    is_letter: bool = False
    wanted: dict[str, LeverAmount] = field(default_factory=dict)
    changes: dict[str, LeverAmount] = field(default_factory=dict)
    terms: dict[str, Any] = field(default_factory=dict)
    supposed: bool = False
    texts: tuple[str, ...] = ()
    growth_pct: Decimal = Decimal(0)
    grows_yearly: bool = False
    years: int | None = None
    concern: str | None = None
    untruths: tuple[str, ...] = ()
    small_talk: SmallTalk | None = None
    goes_against_file: bool = False
    goes_on: bool = False
    draft: str = ""
    background: Background = field(default_factory=Background)
    sum: ReadSum | None = None
    before: Before | None = None

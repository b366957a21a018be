"""Brief: what a message that is to be written must carry, gathered over a conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.dropped import less_dropped
from assistant.offline.briefs.style import Style
from assistant.offline.briefs.tells import MOST_TELLS

MOST_REASONS = 4
_ADDED = ("reasons", "promised", "terms", "losses", "raw_reasons")
"""What every message adds to."""
_JOINED = ("hides", "secrets", "rivals")
"""What stays kept back once it was."""
_LATEST = (
    "notes", "differs", "rival", "steps", "questions", "granted", "until", "day", "agrees_at", "to", "company", "sender",
)  # fmt: skip
"""What the latest message that tells it tells."""


@dataclass(frozen=True)
class Brief:
    """What a message must carry.

    `reasons` are whole sentences in the person's words, `notes` what they tell of themselves in note form; `promised` are what was promised, `differs` where the letter says something else, and `terms` what is agreed or
    offered, as phrases; `rival` is
    one sentence on another offer; `tells` are sentences the message is to state beside its request; `losses` are sentences on what the person gives up; `steps` are what to ask for after a no, in turn; `questions` are to be asked as they
    are; `raw_reasons` are the reasons as typed; `together` is everybody it goes to, where there are several; `company` is whom it is written to, as named; `granted` is what the company says it can do; `until` a date or span as in
    "until Monday", `unsure` the pay asked for of which no word tells whether it is wanted or offered, `day` the first date named; `agrees_at` the words of what the person would sign at. `hides`: what must not be said, `secrets` its telling words, `rivals` other firms named; `drops`: words of what an earlier message
    asked for and a later one leaves out.
    """

    asks: tuple[Ask, ...] = ()
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    drops: frozenset[str] = frozenset()
    rival: str = ""
    tells: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    raw_reasons: tuple[str, ...] = ()
    granted: str = ""
    until: str = ""
    day: str = ""
    agrees_at: str = ""
    unsure: Money | None = None
    to: str = ""
    together: tuple[str, ...] = ()
    company: str = ""
    sender: str = ""
    style: Style = field(default_factory=Style)
    hides: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()
    rivals: frozenset[str] = frozenset()

    def then(self, later: Brief) -> Brief:
        """This brief with what was said later added; a later ask for the same term replaces the earlier."""
        merged: dict[str, Any] = {name: _once(getattr(self, name), getattr(later, name)) for name in _ADDED}
        merged |= {name: getattr(self, name) | getattr(later, name) for name in _JOINED}
        merged |= {name: getattr(later, name) or getattr(self, name) for name in _LATEST}
        return Brief(
            asks=_once(self._kept_asks(later), later.asks),
            tells=_once(self.tells, later.tells)[-MOST_TELLS:],
            together=later.together if later.to else self.together,
            style=self.style.then(later.style),
            unsure=later.unsure,
            **merged,
        )

    def _kept_asks(self, later: Brief) -> tuple[Ask, ...]:
        """The asks that a later message neither replaces nor drops."""
        terms = {ask.term for ask in later.asks if ask.form == "amount"}
        kept = [ask for ask in self.asks if ask.form != "amount" or ask.term not in terms]
        return tuple(less_dropped(kept, later.drops))

    @property
    def told_reasons(self) -> tuple[str, ...]:
        """The reasons that may be said, none when the person keeps them back."""
        return () if "reason" in self.hides else self.reasons[:MOST_REASONS]


def _once(earlier: tuple[Any, ...], later: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*earlier, *later)))

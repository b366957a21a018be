"""Losses: sums the person would lose by the change of job or the move, which become what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.clauses import Clause

_COVERS_LOSS = lazy(
    r"\bsign[- ]?(?:ing|on)\b.*\b(?:covers?|makes? up|replaces?|equal|worth|matches)\b|\b(?:cover|make up for|match|replace) (?:it|that|this|the loss)\b",
    re.IGNORECASE,
)


_MOVING = lazy(
    r"\b(?:moving|the move|my move|relocat\w+|removals?|movers|demenage\w+|transporteurs|mudarme|mudar-me|umzug\w*|mudanza|mudanca|trasloco|verhuizing)\b",
    re.IGNORECASE,
)
_NOT_COVERED = lazy(
    r"\b(?:cost\w*|couter\w*|kostet|kosten|cuesta|costar\w*|custa\w*|quote|devis|angebot vom|presupuesto|orcamento|paying|out of (?:my )?pocket|pay for)\b",
    re.IGNORECASE,
)


def cost_of_moving(folded: str, currency: str | None) -> Iterator[Ask]:
    """What a move costs, where nothing else is asked for: the one thing left to ask for."""
    for part in re.split(r"(?<=[.!?])\s+(?=\D)|\n", folded):
        sums = [item for item in read_amounts(part) if item.kind == "money" or (item.value >= 100 and not item.unit)]
        if len(sums) == 1 and _MOVING.search(part) and _NOT_COVERED.search(part):
            yield Ask("amount", "relocation", Money(sums[0].value, sums[0].currency or currency))
            return


def made_whole(asks: list[Ask], clauses: Sequence[Clause]) -> Iterator[Ask]:
    """The asks, "a sign-on that covers it" with the sum that is lost."""
    lost = [
        item
        for clause in clauses
        if clause.role == "loss"
        for item in read_amounts(clause.words)
        if item.kind == "money"
    ]
    for ask in asks:
        if len(lost) == 1 and ask.form in ("unread", "thing") and _COVERS_LOSS.search(ask.words):
            yield Ask("amount", "sign_on_bonus", Money(lost[0].value, lost[0].currency))
        else:
            yield ask

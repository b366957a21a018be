"""Days: the day a message asks for, among those it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.dates import ANY_DATE, DATE
from assistant.offline.briefs.prose import tidy
from assistant.offline.scripts.asking import Wanted

_DAY_ALONE = lazy(
    rf"(?:until |till |by |on |for )?(?:the )?(?:{DATE})(?: (?:after|before|instead|at the latest))?", re.IGNORECASE
)
_THEIRS_BEFORE = lazy(
    r"\b(?:they|she|he|hr|letter|offer|contract|currently|deadline)\b(?:(?!\b(?:to|i|i'm|can)\b)[^.,;!?\n]){0,28}$|\b(?:originally|initially|at first|planned(?: for)?|was|were)\s*(?:on |for )?(?:the )?$|\b(?:can'?t|cannot|won'?t|not able to|unable to) (?:\w+ ){0,3}(?:on |in |by |from |before )?(?:the )?$|\b(?:instead of|not|from|than)\s+(?:on |the )?$",
    re.IGNORECASE,
)
_THEIRS_BEHIND = lazy(
    r"\s*,?\s*(?:is what |as |that )?(?:they|she|he|hr|the (?:letter|offer|contract))\b|\s+(?:is |was )?too (?:early|soon|late|tight)",
    re.IGNORECASE,
)
_MINE_BEFORE = lazy(
    r"\b(?:i(?:'m| am|'d| would)?(?: can| could| need| want| like| prefer)?|realistic\w*|earliest|so|to|until|move\w*|push\w*|instead|rather|available|free|do|start\w*)\b[^.;!?\n]{0,24}$",
    re.IGNORECASE,
)


def fit_days(brief: Brief, wanted: Sequence[Wanted], purpose: str, told: str) -> tuple[Brief, list[Wanted]]:
    """The brief with the day its purpose asks for, and what else is asked for.

    Args:
        brief: what was read of the conversation.
        wanted: what is asked for, days among it.
        purpose: what the message is for.
        told: the newest message.
    """
    if purpose == "start":
        return replace(brief, day=day_wanted(told) or ("" if _several(told) else brief.day)), list(wanted)
    if purpose != "time":
        return brief, list(wanted)
    days = [item.thing for item in wanted if item.thing and _DAY_ALONE.fullmatch(item.thing)]
    dated = [day for day in days if re.search(r"\d", day)] or days
    until = f"until {re.sub(r'^(?:until|till|by|on|for) ', '', dated[0])}" if dated else brief.until
    return replace(brief, until=until), [item for item in wanted if item.thing not in days]


def day_wanted(told: str) -> str:
    """The day the person would start, not the one they were given; empty where the words do not tell it.

    >>> day_wanted("start jan 6 they wrote, i can realistically do feb 17")
    'February 17'
    """
    folded = lexicon.fold(told)
    theirs = [
        (clause.start, clause.end) for clause in cut_clauses(told) if clause.function in ("theirs", "promise", "rival")
    ]
    mine = []
    for day in ANY_DATE.finditer(folded):
        before = folded[: day.start()]
        given = _THEIRS_BEFORE.search(before) or _THEIRS_BEHIND.match(folded, day.end())
        wished = _MINE_BEFORE.search(before)
        if not given and (wished or not any(start <= day.start() < end for start, end in theirs)):
            mine.append((bool(wished), tidy(day.group())))
    wished_days = [day for wished, day in mine if wished] or [day for _, day in mine]
    return wished_days[-1] if len(set(wished_days)) == 1 or any(wished for wished, _ in mine) else ""


def _several(told: str) -> bool:
    return len({day.group().lower() for day in ANY_DATE.finditer(lexicon.fold(told))}) > 1

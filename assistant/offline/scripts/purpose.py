"""Purpose: what a message is for, once it is known what it would carry."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.purposes import plain_purpose
from assistant.offline.scripts.asking import Wanted

_ONLY_PLAIN = frozenset({"silence", "letter", "decline", "withdraw", "renege", "time", "accept"})
"""Purposes that ask for nothing of the offer: not taken from likeness where something is asked for."""
_EQUITY = lexicon.any_of(r"\b(?:equity|options?|esop|emi|stock|shares?|rsus?|vest\w*|strike)\b")


def settle_purpose(purpose: str, told: str, brief: Brief, wanted: Sequence[Wanted]) -> str:
    """The purpose a message can serve with what the person gave for it.

    Args:
        purpose: what the words resemble.
        told: the newest message.
        brief: what was read of the conversation.
        wanted: what is asked for.
    """
    plain = plain_purpose(lexicon.fold(told)) == purpose
    if purpose in _ONLY_PLAIN and wanted and not plain and not (purpose == "time" and brief.until):
        purpose = "counter"
    if purpose == "letter" and len(brief.promised) > 1 and not wanted:
        return "written"
    if purpose == "counter" and brief.questions and not wanted:
        return "questions"
    if purpose == "written" and wanted and not brief.promised:
        return "counter"
    sums = any(item.asked for item in wanted)
    if purpose == "questions" and wanted and not (sums or brief.questions or _EQUITY.search(lexicon.fold(told))):
        return "other"
    return purpose

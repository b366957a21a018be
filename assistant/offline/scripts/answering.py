"""Answering: how a message takes up their line: a sentence that grants the point, or the library's words against it."""

from __future__ import annotations

import re

from assistant.offline import lexicon
from assistant.offline.briefs.prose import tidy
from assistant.offline.case_words import say_case_words
from assistant.offline.objections import WITH_OFFER, held_leverage, script_words
from assistant.offline.reading import Reading
from assistant.offline.scripts.acknowledge import ACKNOWLEDGED, ANSWERS_BY, NOT_SURE, SMALL_WISH, UNTIL_NEXT_YEAR
from assistant.offline.scripts.details import read_details
from assistant.offline.signals import LIKELY_OBJECTION
from assistant.offline.untruth_marks import keeps_pay_private
from assistant.offline.view import View

LATER = re.compile(
    r"\b(?:talk|look|again|revisit|discuss|instead|lets|let's|wait|until|till|in)\b[^.?!\n]{0,20}\b(?P<when>january|february|march|april|june|july|august|september|october|november|december|q[1-4]|the new year|next (?:year|quarter))\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:a |one )?(?:small|little|tiny) (?:something|thing|extra|gesture)\b|\bsomething small\b", re.IGNORECASE
)


def acknowledge(view: View, reading: Reading) -> str:
    """The sentence that takes up their line, and what of the person's wish belongs to it."""
    folded = lexicon.fold(view.texts[-1])
    score = view.signals.objections[0][1] if view.signals.objections else 0.0
    sure = score >= LIKELY_OBJECTION or view.signals.last_objection == reading.objection
    ack = ACKNOWLEDGED.get(reading.objection or "", "") if sure else NOT_SURE if reading.objection else ""
    if keeps_pay_private(folded):
        ack = ACKNOWLEDGED["current_salary"]
    parts = [ack] if ack else []
    if ack and (later := LATER.search(folded)):
        parts.append(UNTIL_NEXT_YEAR.format(tidy(later["when"])))
    return " ".join(parts)


def add_wish(view: View, reading: Reading) -> str:
    """What a reply says behind their line: a small wish where the person has one, and the day of the answer."""
    told = view.texts[-1]
    parts = [SMALL_WISH] if _SMALL.search(told) else []
    day = read_details(told, reading.brief, [])["answer_by"]
    if day and reading.objection in ("final_offer", "exploding_deadline"):
        parts.append(ANSWERS_BY.format(day))
    return " ".join(parts)


def words_against(view: View, reading: Reading) -> tuple[int, str] | None:
    """The library's words against what they said, with the facts of the case; its number and the words."""
    found = script_words(view.passages, reading.objection or "", held_leverage(view))
    facts = say_case_words(view, reading, holds_offer=held_leverage(view) == WITH_OFFER)
    return (found[0], f"{found[1]} {facts}".strip()) if found else None

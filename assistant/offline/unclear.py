"""Unclear: messages that name nothing one could answer, and the question back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Offer
from assistant.domain.offer_words import describe_terms
from assistant.offline import lexicon
from assistant.offline.briefs.purposes import orders_yes
from assistant.offline.composed import paragraphs
from assistant.offline.concerns import CONCERNS
from assistant.offline.follow_up import AFTER_NO
from assistant.offline.reading import Reading
from assistant.offline.signals import LIKELY_OBJECTION
from assistant.offline.telling_words import names_nothing
from assistant.offline.turns import compares
from assistant.offline.view import View

_POINTS = lexicon.any_of(
    r"\b(?:the|that|this|those|these|some|other|same)\s+(?:\w+\s+)?"
    r"(?:things?|thingy|stuff|numbers?|ones?|parts?|bits?|issue|problem|matter|rest)\b",
    r"\b(?:the|that) (?:other|same|rest)\b|\bsame (?:again|as)\b",
)
"""Points to something without a name of its own."""
_ASKS_SUM = lexicon.any_of(
    r"\bhow much\b|\bin (?:dollars|pounds|euros|bucks|money|numbers|cash)\b",
    r"\bwhat(?:'?s| is| are| would be| will be)? (?:the |my )?(?:new|total)\b",
    r"\bwhat (?:does|would|will|is|'?s) (?:that|it|this)\b[^?.!\n]{0,12}\b(?:make|come|be|in)\b",
)
_ORDERS = re.compile(r"\W*do (?:it|that|this|so|the)\b", re.IGNORECASE)
_VERDICT = lexicon.any_of(r"\b(?:good|bad|fair|decent|worth)\b")
"""Asks how good something is, in a message that names nothing."""
_RISE = re.compile(r"\d[\d.,]*\s?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_PLACED = frozenset({"advice", "clarify", "objection", "script", "offer", "calculation"})
"""Kinds that a message without a subject is taken for."""
_JUDGED = frozenset({"script", "draft_review", "objection", "calculation", "comparison"})
"""Kinds of answers that "is it good" may be about."""
EXPLAINED = 0.55
"""Score of the best passage from which it is about a first message."""
_OF_PARLEY = lexicon.any_of(r"\b(?:you|u|your|ur|ya)\b")
"""Speaks to Parley about itself, where nothing else is meant."""
NOTHING_TOLD = (
    "I cannot tell yet what this is about. What is in the offer (the role, the base salary, bonus, stock, sign-on), or "
    "what did they say? Tell me in a sentence or paste it, and I will work out what it pays, say what is worth asking "
    "for, or write the message."
)
NO_OFFER_YET = (
    "I cannot judge an offer that I do not know. What does it pay: the base salary, and whatever else is in it (bonus, "
    "stock, sign-on, days off), for which role and where? A sentence is enough, and I will work out what it pays and "
    "what is worth asking for."
)
WHICH_ONE = (
    "Which one do you mean? Name the part of the offer or the line of theirs, or paste it, and say what is to be done: "
    "work it out, weigh it, or write a message about it."
)
WHAT_NEXT = (
    "What is it that you need next? Tell me what they said, which part of the offer to work out or to weigh, or which "
    "message to write."
)
OF_WHAT = (
    "{} of what? Tell me the pay before the change (a year, a month or an hour), and I will work out the new amount "
    "and the difference."
)


def ask_back(view: View, reading: Reading) -> str:
    """The question that a message without a subject is answered with; empty where it has one, here or before."""
    text, before = view.texts[-1], view.texts[:-1]
    if not names_nothing(text) or not _may_be_unclear(view, reading) or _is_explained(view):
        return ""
    judges = bool(_VERDICT.search(text) or lexicon.JUDGE.search(lexicon.fold(text)))
    if not view.offers and all(map(names_nothing, before)):
        return NO_OFFER_YET if judges else NOTHING_TOLD
    if not view.offers and (rise := _find_rise(before)) and _ASKS_SUM.search(text):
        return OF_WHAT.format(rise)
    if judges:
        known = view.offers or any(map(read_amounts, before)) or view.signals.last_kind in _JUDGED
        return "" if known else NO_OFFER_YET
    return "" if view.signals.last_objection or reading.concern == "fear" else _which(view)


def _is_explained(view: View) -> bool:
    """Whether a passage is about the message though its words name nothing, such as "at will" and "409a"."""
    return len(view.texts) == 1 and view.signals.nearest >= EXPLAINED


def _may_be_unclear(view: View, reading: Reading) -> bool:
    """Whether nothing else was read from the message: no small talk, term, sum, line of theirs, order or concern."""
    read = reading.small_talk or reading.statements or reading.sum or reading.wanted or reading.changes
    objections = view.signals.objections
    told = reading.kind == "objection" and objections and objections[0][1] >= LIKELY_OBJECTION
    written = view.signals.written or lexicon.SCRIPT.search(view.texts[-1]) or orders_yes(view.texts[-1])
    ordered = reading.kind == "script" and written
    text = view.texts[-1]
    compared = compares(view.texts) or lexicon.COMPARE.search(text)
    placed = reading.kind in _PLACED or (reading.kind == "comparison" and not compared)
    placed = placed or (reading.kind == "out_of_scope" and not _OF_PARLEY.search(text))
    answered = not placed or reading.concern in AFTER_NO or _names_concern(view.texts[-1])
    return not (read or told or ordered or answered or reading.goes_on)


def _names_concern(text: str) -> bool:
    """Whether the words themselves name a concern that is answered whatever the offer is."""
    folded = lexicon.fold(text)
    return any(pattern.search(folded) for name, pattern in CONCERNS.items() if name != "judging")


def _find_rise(before: Sequence[str]) -> str:
    """The last percent told before, as it was written."""
    found = [match.group() for text in before for match in _RISE.finditer(text)]
    return found[-1] if found else ""


def _which(view: View) -> str:
    """Which thing is meant or what is to be done, beside what is on file; empty where something is asked instead."""
    text = lexicon.fold(view.texts[-1])
    points = bool(_POINTS.search(text))
    asks = lexicon.ASKS_AT_ALL.search(text) or (lexicon.OWN_QUESTION.search(text) and not _ORDERS.match(text))
    if asks and not points:
        return ""
    told = [(item["name"], "; ".join(describe_terms(Offer.model_validate(item["offer"])))) for item in view.offers]
    terms = (
        " ".join(f"{name}: {words}." for name, words in told)
        if len(told) > 1
        else "".join(f"{words}." for _, words in told)
    )
    return paragraphs(WHICH_ONE if points else WHAT_NEXT, f"**On file:** {terms}" if terms else "")

"""Slots: what the templates of messages are filled with."""

from __future__ import annotations

import re
from typing import Any

from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.grammar import has_subject
from assistant.offline.briefs.greeted import greet_all
from assistant.offline.briefs.people import find_contact
from assistant.offline.briefs.prose import sentence
from assistant.offline.briefs.shapes import fit_company, fit_title
from assistant.offline.briefs.style import Channel, Tone
from assistant.offline.reading import Reading
from assistant.offline.scripts.asking import RATE_NAMES, Wanted, ask_in_words, name_fallback, second_in_words
from assistant.offline.scripts.details import read_details, say_no_reason, with_trade
from assistant.offline.scripts.other import told_of_late
from assistant.offline.scripts.rivalry import find_firm, holds_the_rival, say_grounds, tell_other_offer
from assistant.offline.scripts.terms import choose_company, company_named, describe_role, is_role, list_terms, told_now
from assistant.offline.view import View

_OVER_PAY = re.compile(
    r"\b(?:because of|it was|about|over|reason is|due to) (?:the )?(?:money|pay|salary|comp\w*|number)\b"
    r"|\btoo low\b|\blow ?ball\w*",
    re.IGNORECASE,
)
_TOOK_ANOTHER = re.compile(
    r"\b(?:accept\w*|took|taking|take|signed|chose|going with) (?:\w+ ){0,3}"
    r"(?:elsewhere|another|other|one|offer|job|role)\b",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\bi(?:'m| am|'ll| will)? (?:accept|accepting|taking it|take it|in)\b(?! (?:if|when|once|for|at))", re.IGNORECASE
)
_HAS_EQUITY = re.compile(
    r"\b(?:equity|options?|esop|emi|stock|shares?|rsus?|start-?up|founders?|series [a-e]|seed|vest\w*|strike)\b|\b0[.,]\d+ ?%",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\bplaceholder\b|\btemplate\b", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:it|them|that|this)\b")


def fill_slots(
    view: View, reading: Reading, brief: Brief, wanted: list[Wanted], channel: Channel, tone: Tone
) -> dict[str, Any]:
    """What a template is filled with, by the names it has there.

    Args:
        view: the conversation.
        reading: what the newest message wants.
        brief: what the message must carry.
        wanted: what it asks for.
        channel: the way it goes.
        tone: how it sounds.
    """
    offer = {} if holds_the_rival(view, brief) else (view.mine or {}).get("offer", {})
    details = read_details(view.texts[-1], brief, wanted)
    return {
        "channel": channel,
        "tone": tone,
        "simple": brief.style.simple,
        **_of_people(view, brief, offer),
        **_of_the_offer(view, brief, wanted, offer),
        **_of_the_talk(view, brief),
        **_of_the_asks(brief, wanted, tone),
        "makes_up": "a larger stock grant" if reading.objection == "no_signing_bonus" else "a sign-on bonus",
        "fallback": name_fallback(wanted, offer, reading.closed),
        **with_trade(wanted, details),
    }


def _of_people(view: View, brief: Brief, offer: dict[str, Any]) -> dict[str, Any]:
    """Who writes to whom, at which company, for which post."""
    told = lexicon.fold(view.texts[-1])
    swapped = holds_the_rival(view, brief)
    to = brief.to or ("" if swapped else find_contact(str((view.mine or {}).get("words") or "")))
    to = "" if swapped and to == find_firm(view, brief) else to
    people = brief.together if to in brief.together else (to,)
    rivals = [str(one["offer"].get("company") or one["name"]) for one in view.competing if view.mine]
    company = find_firm(view, brief) if swapped else choose_company(company_named(view), brief, told, rivals)
    role = describe_role(offer)
    return {
        "company": fit_company(company, people, told),
        "recruiter": greet_all(people) or ("[name]" if _PLACEHOLDER.search(told) else ""),
        "sender": brief.sender,
        "role": fit_title(role, to) if is_role(role, to, told) else "",
    }


def _of_the_offer(view: View, brief: Brief, wanted: list[Wanted], offer: dict[str, Any]) -> dict[str, Any]:
    """The offer as it stands and as it was told."""
    hidden = "figures" in brief.hides
    grants = offer.get("equity", ())
    item = view.mine if offer and view.mine else {}
    return {
        "terms": [] if hidden else _terms_beside(wanted, offer),
        "told_terms": [] if hidden else [term for term in brief.terms[:6] if not has_subject(term)],
        "is_told": told_now(offer, lexicon.fold(view.texts[-1])),
        "promised": list(brief.promised[:6]),
        "differs": [sentence(told) for told in brief.differs],
        "deadline": offer.get("deadline") or "",
        "start_date": offer.get("start_date") or "",
        "questions": list(item.get("questions", ()))[:5],
        "asks_equity": any(grant.get("kind") in ("option", "percent") for grant in grants)
        or any(_HAS_EQUITY.search(text) for text in view.texts),
    }


def _terms_beside(wanted: list[Wanted], offer: dict[str, Any]) -> list[str]:
    """The terms of the offer beside what is asked for: none that states a sum asked, no yearly base beside a rate."""
    asked = [re.compile(rf"(?<![\d,]){re.escape(item.asked)}\b") for item in wanted if item.asked]
    terms = [term for term in list_terms(offer) if not any(words.search(term) for words in asked)]
    by_rate = any(item.name in RATE_NAMES.values() for item in wanted)
    return [term for term in terms if not (by_rate and term.startswith("a base of"))]


def _of_the_talk(view: View, brief: Brief) -> dict[str, Any]:
    """What the person tells: reasons, losses, days, another offer."""
    written = view.texts[-1]
    told = lexicon.fold(written)
    no = say_no_reason(written)
    return {
        "until": brief.until,
        "day": brief.day,
        "grounds": say_grounds(view, brief),
        "told": list(brief.tells) or ([] if brief.asks or brief.told_reasons else told_of_late(view.texts)),
        "reasons": [*brief.told_reasons, *([no] if no else [])],
        "losses": list(brief.losses[:3]),
        "tells": [],
        "notes": list(brief.notes),
        "in_writing": False,
        "accepts": bool(_ACCEPTS.search(told)),
        "rival": tell_other_offer(view, brief),
        "agrees_at": brief.agrees_at,
        "over_pay": bool(_OVER_PAY.search(told)),
        "took_another": bool(_TOOK_ANOTHER.search(told)),
    }


def _of_the_asks(brief: Brief, wanted: list[Wanted], tone: Tone) -> dict[str, Any]:
    """What is asked for, in words."""
    return {
        "wanted": wanted,
        "asking": ask_in_words(wanted, tone),
        "second_choice": second_in_words(wanted),
        "questions_asked": [item.question for item in wanted if item.question],
        "about": _about(brief, wanted),
    }


def _about(brief: Brief, wanted: list[Wanted]) -> str:
    """What "it" in a request stands for: the sentences that tell it."""
    if not any(_REFERS.search(item.action) for item in wanted):
        return ""
    told = [sentence(term) for term in brief.terms[:3] if is_sentence(term)]
    return " ".join([*told, *(loss for loss in brief.losses[:1] if not told)])

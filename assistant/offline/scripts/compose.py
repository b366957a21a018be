"""Composing a script: the message, what to say to each answer, the numbers and the reasons behind it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.domain.quotes import split_sentences
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.grammar import has_subject
from assistant.offline.briefs.greeted import greet_all
from assistant.offline.briefs.ledger import OPEN_PHRASES
from assistant.offline.briefs.on_file import with_offer
from assistant.offline.briefs.people import find_contact
from assistant.offline.briefs.profile import tell_all
from assistant.offline.briefs.prose import sentence, tidy
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.secrets import without_least
from assistant.offline.briefs.shapes import fit_company, fit_title
from assistant.offline.briefs.style import Channel, Tone
from assistant.offline.briefs.threats import without_threats
from assistant.offline.case_words import say_case_words
from assistant.offline.objections import WITH_OFFER, held_leverage, script_words
from assistant.offline.passages import cite, pick_lead, pick_reasons
from assistant.offline.scripts.abroad import compose_abroad, conversation_language
from assistant.offline.scripts.acknowledge import ACKNOWLEDGED, ANSWERS_BY, NOT_SURE, SMALL_WISH, UNTIL_NEXT_YEAR
from assistant.offline.scripts.agreed import agreed_values
from assistant.offline.scripts.asking import (
    RATE_NAMES,
    Wanted,
    as_named,
    ask_in_words,
    list_wanted,
    name_fallback,
    second_in_words,
)
from assistant.offline.scripts.beside import (
    tell_closed,
    tell_ladder,
    tell_lawyer,
    tell_numbers,
    tell_threats,
    tell_unsure,
)
from assistant.offline.scripts.days import fit_days
from assistant.offline.scripts.details import read_details, say_no_reason, with_trade
from assistant.offline.scripts.ladder import tell_steps
from assistant.offline.scripts.message import CHANNEL_NAMES, fence, fit_message, label
from assistant.offline.scripts.other import ASK_BACK, told_of_late
from assistant.offline.scripts.purpose import (
    ANSWERING,
    CHECK_FIRST,
    FINAL,
    SHORT_NOTES,
    of_the_newest,
    settle_purpose,
    take_acceptance,
    without_purpose,
)
from assistant.offline.scripts.rivalry import (
    addressed_company,
    find_whom,
    holds_the_rival,
    purpose_toward,
    rival_names,
    say_grounds,
    tell_other_offer,
)
from assistant.offline.scripts.sound import sound_values, sound_wanted, without_names
from assistant.offline.scripts.terms import (
    choose_company,
    company_named,
    describe_role,
    is_role,
    list_terms,
    told_now,
)
from assistant.offline.scripts.unsaid import keep_unsaid, said_otherwise, tell_unsaid
from assistant.offline.signals import LIKELY_OBJECTION
from assistant.offline.understand import Reading
from assistant.offline.untruth_marks import keeps_pay_private, puts_right
from assistant.offline.view import View

if TYPE_CHECKING:
    from assistant.offline.compose import Render

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
_LATER = re.compile(
    r"\b(?:talk|look|again|revisit|discuss|instead|lets|let's|wait|until|till|in)\b[^.?!\n]{0,20}\b(?P<when>january|february|march|april|june|july|august|september|october|november|december|q[1-4]|the new year|next (?:year|quarter))\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:a |one )?(?:small|little|tiny) (?:something|thing|extra|gesture)\b|\bsomething small\b", re.IGNORECASE
)
_ACCEPTS = re.compile(
    r"\bi(?:'m| am|'ll| will)? (?:accept|accepting|taking it|take it|in)\b(?! (?:if|when|once|for|at))", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"\bplaceholder\b|\btemplate\b", re.IGNORECASE)
_ANSWERS = re.compile(r"\b(?:answer|reply|respond|write back|exact reply)\b", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:it|them|that|this)\b")
EASIEST = OPEN_PHRASES["sign-on bonus"]
"""What most companies can add where they cannot move the rest."""
TONE_NAMES = {"warm": "Warm", "firm": "Firm", "neutral": "Neutral"}


def compose_script(view: View, reading: Reading, render: Render) -> str | None:
    """The message with what to check and why it is built so; None when nothing says what it should carry."""
    brief = keep_unsaid(replace(reading.brief, to=find_whom(view, reading.brief)), view.texts[-1])
    swapped = holds_the_rival(view, brief)
    others = [item["offer"] for item in view.competing if view.mine]
    brief = brief if swapped else with_offer(brief, (view.mine or {}).get("offer", {}), others)
    plan = None if swapped or puts_right(lexicon.fold(view.texts[-1])) else view.result("counter_plan")
    wanted = sound_wanted(list_wanted(brief, plan), brief)
    wanted = as_named(wanted, view.texts)
    purpose = settle_purpose(purpose_toward(view, reading.purpose), view.texts[-1], brief, wanted)
    if purpose in FINAL:
        brief = of_the_newest(brief, view.texts[-1])
        wanted = sound_wanted(list_wanted(brief, None), brief)
    brief, wanted = fit_days(brief, wanted, purpose, view.texts[-1])
    rivalled = tell_other_offer(view, brief)
    wanted = wanted or (_open_parts(reading) if purpose == "counter" and not rivalled else [])
    words = _reply_words(view, reading) if purpose in ANSWERING and plan is None and not brief.granted else None
    carries = wanted or words or brief.losses or rivalled or brief.agrees_at
    blank = purpose == "counter" and not (carries or brief.tells)
    unread = any(ask.form == "unread" for ask in brief.asks)
    if blank and not (unread or brief.reasons or brief.granted or brief.to):
        return None
    if language := conversation_language(view.texts):
        return compose_abroad(view.texts[-1], brief, purpose, language, render)
    channels: tuple[Channel, ...] = brief.style.channels or ("email",)
    tones: tuple[Tone, ...] = brief.style.tones or ("neutral",)
    blocks = []
    for channel in channels:
        for tone in tones:
            values = _values(view, brief, wanted, channel, tone, reading.objection, reading.closed)
            own = acknowledge(view, reading) if purpose == "reply" else ""
            values |= {"words": words[1] if words else own, "blank": blank, "purpose": purpose}
            values |= agreed_values(view, brief, purpose)
            values["tells"] = (
                []
                if purpose in SHORT_NOTES
                else without_purpose([item for item in brief.tells if item not in brief.told_reasons], purpose)
            )
            if purpose in ("silence", "letter") and not values["tells"]:
                values["tells"] = told_of_late(view.texts[-1:])[:2]
            values["accepting"] = take_acceptance(values["tells"]) if purpose == "accept" else ""
            values["in_writing"] = reading.purpose == "written" != purpose
            values["ack"] = acknowledge(view, reading) if (wanted or brief.agrees_at) and not brief.granted else ""
            if words and not wanted and (adds := _adds(view, reading)):
                lead = ACKNOWLEDGED.get(reading.objection or "", "") if SMALL_WISH in adds else words[1]
                values["words"] = f"{lead} {adds}"
            if wanted and values["ack"]:
                values["words"] = values["ack"] if purpose == "reply" else ""
            if channel == "packet":
                values["reasons"] = [*(values["notes"] or []), *tell_all(brief.told_reasons if not brief.notes else ())]
                values["losses"] = tell_all(brief.losses[:3])
            template = "packet" if channel == "packet" else "reply" if words and not wanted else purpose
            template = "other" if template in SHORT_NOTES else template
            if template == "counter" and channel != "packet":
                # What is stated stands with the reasons, before the closing line.
                values["reasons"], values["tells"] = [*values["reasons"], *values["tells"]], []
            filled = render(f"templates/{template}", **sound_values(values, brief))
            names = [CHANNEL_NAMES[channel]] * (len(channels) > 1) + [TONE_NAMES[tone]] * (len(tones) > 1)
            blocks.append((", ".join(names), _finish(fit_message(filled, channel, brief.style.limit), brief, view)))
    said = " ".join([*(text for _, text in blocks), *brief.steps])
    return "\n\n".join(
        part
        for part in (
            tell_unsure(brief, view.mine) if purpose == "counter" else "",
            *label(blocks),
            *tell_steps(brief, tones[0]),
            tell_threats(view.texts[-1]),
            tell_unsaid(without_least(without_threats(view.texts[-1])), f"{said} {said_otherwise(brief)}"),
            (ASK_BACK if any("[" in text for _, text in blocks) else "")
            if purpose in SHORT_NOTES
            else _ask_back(brief, blank=blank),
            tell_closed(reading.closed) if purpose == "counter" and wanted else "",
            tell_ladder(wanted, reading.closed) if purpose == "counter" and brief.style.limit is None else "",
            tell_numbers(plan if _asks_sum(brief) else None, brief.asks),
            tell_lawyer(view.texts[-1]),
            _reasons(view, replace(reading, purpose=purpose), words),
        )
        if part
    )


def _asks_sum(brief: Brief) -> bool:
    """Whether sums are asked for, or nothing is told yet that could be."""
    return not brief.asks or any(ask.form in ("amount", "change") for ask in brief.asks)


def _finish(message: str, brief: Brief, view: View) -> str:
    """The message without the names that stay out, its sentences ended as the person ends them."""
    kept = without_names(message, rival_names(view, brief) if "rival" in brief.hides else ())
    return kept.replace("!", ".") if brief.style.plain_ends else kept


def compose_wish(view: View, reading: Reading, render: Render) -> str:
    """A short message that takes up their line and carries the person's wish; empty when they tell no wish."""
    told = view.texts[-1]
    folded = lexicon.fold(told)
    if not (lexicon.SAY.search(folded) or lexicon.SCRIPT.search(folded) or _ANSWERS.search(folded)):
        return ""
    brief = read_brief(told)
    wanted = list_wanted(brief, None)
    ack = acknowledge(view, reading)
    if not ack or not (wanted or brief.agrees_at or _LATER.search(folded)):
        return ""
    channel: Channel = (brief.style.channels or ("chat",))[0]
    tone: Tone = (brief.style.tones or ("neutral",))[0]
    values = _values(view, brief, wanted, channel, tone, reading.objection, reading.closed)
    words = " ".join(part for part in (ack, values["asking"]) if part)
    values |= {"words": words, "asking": "", "blank": False, "ack": ""}
    return fence(fit_message(render("templates/reply", **values), channel, brief.style.limit))


def _open_parts(reading: Reading) -> list[Wanted]:
    """The first part that is still open, to ask for where all that was asked for was refused."""
    still_open = reading.ledger.still_open if reading.closed else []
    return [Wanted(thing=EASIEST if EASIEST in still_open else still_open[0])] if still_open else []


def _values(
    view: View,
    brief: Brief,
    wanted: list[Wanted],
    channel: Channel,
    tone: Tone,
    objection: str | None,
    closed: Collection[str] = (),
) -> dict[str, Any]:
    swapped = holds_the_rival(view, brief)
    item = {} if swapped else view.mine or {}
    rivals = [str(one["offer"].get("company") or one["name"]) for one in view.competing if view.mine]
    offer = item.get("offer", {})
    terms = [] if "figures" in brief.hides else list_terms(offer)
    asked = {item.asked for item in wanted if item.asked}
    terms = [
        term
        for term in terms
        if not any(re.search(rf"(?<![\d,]){re.escape(sum_asked)}\b", term) for sum_asked in asked)
    ]
    if any(item.name in RATE_NAMES.values() for item in wanted):
        terms = [term for term in terms if not term.startswith("a base of")]  # told by the hour or the month
    details = read_details(view.texts[-1], brief, wanted)
    told = lexicon.fold(view.texts[-1])
    to = brief.to or find_contact(str(item.get("words") or ""))
    people = brief.together if to in brief.together else (to,)
    return {
        "channel": channel,
        "tone": tone,
        "simple": brief.style.simple,
        "company": fit_company(
            addressed_company(view) if swapped else choose_company(company_named(view), brief, told, rivals),
            people,
            told,
        ),
        "recruiter": greet_all(people) or ("[name]" if _PLACEHOLDER.search(told) else ""),
        "sender": brief.sender,
        "until": brief.until,
        "day": brief.day,
        "grounds": say_grounds(view, brief),
        "role": fit_title(describe_role(offer), to) if is_role(describe_role(offer), to, told) else "",
        "terms": terms,
        "told_terms": [] if "figures" in brief.hides else [term for term in brief.terms[:6] if not has_subject(term)],
        "is_told": told_now(offer, told),
        "promised": list(brief.promised[:6]),
        "differs": [sentence(told) for told in brief.differs],
        "wanted": wanted,
        "asking": ask_in_words(wanted, tone),
        "told": list(brief.tells) or ([] if brief.asks or brief.told_reasons else told_of_late(view.texts)),
        "second_choice": second_in_words(wanted),
        "reasons": [*brief.told_reasons, *([no] if (no := say_no_reason(view.texts[-1])) else [])],
        "losses": list(brief.losses[:3]),
        "tells": [],
        "questions_asked": [item.question for item in wanted if item.question],
        "notes": list(brief.notes),
        "in_writing": False,
        "accepts": bool(_ACCEPTS.search(told)),
        "rival": tell_other_offer(view, brief),
        "agrees_at": brief.agrees_at,
        "over_pay": bool(_OVER_PAY.search(told)),
        "took_another": bool(_TOOK_ANOTHER.search(told)),
        "makes_up": "a larger stock grant" if objection == "no_signing_bonus" else "a sign-on bonus",
        "about": _about(brief, wanted),
        "fallback": name_fallback(wanted, offer, closed),
        "deadline": offer.get("deadline") or "",
        "start_date": offer.get("start_date") or "",
        "questions": list(item.get("questions", ()))[:5],
        "asks_equity": any(grant.get("kind") in ("option", "percent") for grant in offer.get("equity", ()))
        or not offer,
        **with_trade(wanted, details),
    }


def _about(brief: Brief, wanted: list[Wanted]) -> str:
    """What "it" in a request stands for: the sentences that tell it."""
    if not any(_REFERS.search(item.action) for item in wanted):
        return ""
    told = [sentence(term) for term in brief.terms[:3] if is_sentence(term)]
    return " ".join([*told, *(loss for loss in brief.losses[:1] if not told)])


def acknowledge(view: View, reading: Reading) -> str:
    """The sentence that takes up their line, and what of the person's wish belongs to it."""
    folded = lexicon.fold(view.texts[-1])
    score = view.signals.objections[0][1] if view.signals.objections else 0.0
    sure = score >= LIKELY_OBJECTION or view.signals.last_objection == reading.objection
    ack = ACKNOWLEDGED.get(reading.objection or "", "") if sure else NOT_SURE if reading.objection else ""
    if keeps_pay_private(folded):
        ack = ACKNOWLEDGED["current_salary"]
    parts = [ack] if ack else []
    if ack and (later := _LATER.search(folded)):
        parts.append(UNTIL_NEXT_YEAR.format(tidy(later["when"])))
    return " ".join(parts)


def _adds(view: View, reading: Reading) -> str:
    """What a reply says behind their line: a small wish where the person has one, and the day of the answer."""
    told = view.texts[-1]
    parts = [SMALL_WISH] if _SMALL.search(told) else []
    day = read_details(told, reading.brief, [])["answer_by"]
    if day and reading.objection in ("final_offer", "exploding_deadline"):
        parts.append(ANSWERS_BY.format(day))
    return " ".join(parts)


def _ask_back(brief: Brief, *, blank: bool) -> str:
    """One question where the message has a blank, in place of words that would not read well."""
    if not blank:
        return ""
    unread = [ask.words for ask in brief.asks if ask.form == "unread"]
    lead = f"I could not turn “{unread[0]}” into a request that reads well. " if unread else ""
    return f"**One question:** {lead}What exactly do you ask for, in a few words? Put it in place of the brackets."


def _reply_words(view: View, reading: Reading) -> tuple[int, str] | None:
    """The library's words against what they said, with the facts of the case; its number and the words."""
    found = script_words(view.passages, reading.objection or "", held_leverage(view))
    facts = say_case_words(view, reading, holds_offer=held_leverage(view) == WITH_OFFER)
    return (found[0], f"{found[1]} {facts}".strip()) if found else None


def _reasons(view: View, reading: Reading, words: tuple[int, str] | None) -> str:
    topic = view.topic_passages
    lead = pick_lead(topic, view.topic_query)
    check = CHECK_FIRST.get(reading.purpose, CHECK_FIRST["counter"])
    if words is not None:
        support = f"{cite(words[0], split_sentences(words[1])[0])} {lead.marked if lead else ''}".strip()
        return f"**Before you send it.** {check} {support}"
    reasons = pick_reasons(topic, view.topic_query, [lead], limit=1)
    why = " ".join(item.marked for item in (lead, *reasons) if item is not None)
    return f"**Before you send it.** {check}" + (f" {why}" if why else "")

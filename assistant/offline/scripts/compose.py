"""Composing a script: the message, what to say to each answer, the numbers and the reasons behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.domain.money import render_money
from assistant.domain.quotes import split_sentences
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.prose import sentence
from assistant.offline.briefs.style import Channel, Tone
from assistant.offline.objections import held_leverage, script_words
from assistant.offline.passages import cite, pick_lead, pick_reasons
from assistant.offline.scripts.asking import Wanted, ask_in_words, list_wanted, name_fallback
from assistant.offline.scripts.message import CHANNEL_NAMES, fit_message, label
from assistant.offline.scripts.replies import prepare_replies
from assistant.offline.scripts.terms import company_named, describe_role, list_terms
from assistant.offline.understand import Reading
from assistant.offline.view import View

if TYPE_CHECKING:
    from assistant.offline.compose import Render

CHECK_FIRST = {
    "counter": "Say every line out loud once and cut what is not true for you.",
    "time": "Replace the reason if yours is another one; a real reason is enough.",
    "accept": "Send it only when the written letter shows what you agreed.",
    "agreed": "Sign only when the new letter shows both numbers.",
    "decline": "You owe no reason; keep it short.",
    "withdraw": "Send it as soon as you are sure; it frees other people's time.",
    "silence": "Send it once, then wait two working days.",
    "written": "Send it the same day, while everyone remembers the call.",
    "level": "Add the two pieces of work that fit the next level best.",
    "questions": "Send the questions before you name any number.",
}
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
_REFERS = re.compile(r"\b(?:it|them|that|this)\b")
TONE_NAMES = {"warm": "Soft", "firm": "Firm", "neutral": "Neutral"}


def compose_script(view: View, reading: Reading, render: Render) -> str | None:
    """The message with what to check and why it is built so; None when nothing says what it should carry."""
    plan = view.result("counter_plan")
    brief = reading.brief
    wanted = list_wanted(brief, plan)
    purpose = reading.purpose
    words = _reply_words(view, reading) if purpose == "counter" and plan is None else None
    if purpose == "counter" and not (wanted or words or brief.losses or _rival(view, brief) or brief.agrees_at):
        return None
    channels: tuple[Channel, ...] = brief.style.channels or ("email",)
    tones: tuple[Tone, ...] = brief.style.tones or ("neutral",)
    blocks = []
    for channel in channels:
        for tone in tones:
            values = _values(view, brief, wanted, channel, tone, reading.objection)
            values["words"] = words[1] if words else ""
            template = "packet" if channel == "packet" else "reply" if words and not wanted else purpose
            filled = render(f"templates/{template}", **values)
            names = [CHANNEL_NAMES[channel]] * (len(channels) > 1) + [TONE_NAMES[tone]] * (len(tones) > 1)
            blocks.append((", ".join(names), fit_message(filled, channel, brief.style.limit)))
    return "\n\n".join(
        part
        for part in (
            *label(blocks),
            _ladder(wanted) if purpose == "counter" and brief.style.limit is None else "",
            _numbers(plan),
            _reasons(view, reading, words),
        )
        if part
    )


def _values(
    view: View,
    brief: Brief,
    wanted: list[Wanted],
    channel: Channel,
    tone: Tone,
    objection: str | None,
) -> dict[str, Any]:
    item = view.mine or {}
    offer = item.get("offer", {})
    terms = list_terms(offer)
    told = lexicon.fold(view.texts[-1])
    return {
        "channel": channel,
        "tone": tone,
        "simple": brief.style.simple,
        "company": company_named(view),
        "recruiter": brief.to,
        "sender": brief.sender,
        "until": brief.until,
        "day": brief.day,
        "grounds": _grounds(view, brief),
        "role": describe_role(offer),
        "terms": terms,
        "told_terms": list(brief.terms[:6]),
        "promised": list(brief.promised[:6]),
        "wanted": wanted,
        "asking": ask_in_words(wanted, tone),
        "reasons": list(brief.told_reasons),
        "losses": list(brief.losses[:3]),
        "rival": _rival(view, brief),
        "agrees_at": brief.agrees_at,
        "over_pay": bool(_OVER_PAY.search(told)),
        "took_another": bool(_TOOK_ANOTHER.search(told)),
        "makes_up": "a larger stock grant" if objection == "no_signing_bonus" else "a sign-on bonus",
        "about": sentence(", ".join(brief.terms[:4])) if any(_REFERS.search(item.action) for item in wanted) else "",
        "fallback": name_fallback(wanted, offer),
        "deadline": offer.get("deadline") or "",
        "start_date": offer.get("start_date") or "",
        "questions": list(item.get("questions", ()))[:5],
        "asks_equity": any(grant.get("kind") in ("option", "percent") for grant in offer.get("equity", ()))
        or not offer,
    }


def _grounds(view: View, brief: Brief) -> str:
    """The request in the terms of a compensation desk."""
    grounds = []
    if _rival(view, brief):
        grounds.append("a competing offer")
    if brief.losses:
        grounds.append("pay lost at the present employer (make-whole)")
    if brief.told_reasons:
        grounds.append("the evidence below (market exception or level)")
    return "; ".join(grounds)


def _rival(view: View, brief: Brief) -> str:
    """The other offer in one sentence: as the person tells it, else as it is on file."""
    other = view.competing[0]["offer"] if view.competing else {}
    terms = list_terms(other)
    own = company_named(view).casefold()
    if own and own in brief.rival.casefold():
        # What the person tells of is the offer being negotiated itself, never leverage against it.
        brief = replace(brief, rival="")
    if brief.rival and (not terms or "rival" in brief.hides):
        return brief.rival
    if not view.competing:
        return ""
    if other.get("deadline"):
        terms.append(f"to be answered by {other['deadline']}")
    company = other.get("company")
    lead = f"I have an offer from {company}" if company and "rival" not in brief.hides else "I have another offer"
    return f"{lead}: {', '.join(terms)}." if terms else f"{lead}."


def _reply_words(view: View, reading: Reading) -> tuple[int, str] | None:
    """The library's words against what they said; its number and the words."""
    if reading.objection is None:
        return None
    return script_words(view.passages, reading.objection, held_leverage(view))


def _ladder(wanted: list[Wanted]) -> str:
    """What to say to a yes, a part of it, a no."""
    lines = [f"- **{reply.when}:** “{reply.words}” {reply.then}".rstrip() for reply in prepare_replies(wanted)]
    return "**When they answer.**\n\n" + "\n".join(lines) if lines else ""


def _numbers(plan: dict[str, Any] | None) -> str:
    if plan is None:
        return ""
    currency = plan["data"]["currency"]
    values = {figure["label"]: figure["value"] for figure in plan["figures"]}
    gained = values.get("year 1 total compensation gained")
    total = values.get("year 1 total compensation if they agree")
    if not (gained and total):
        return ""
    worth = f"If they agree to all of it, year 1 pays {_money(total, currency)}, {_money(gained, currency)} more."
    return " ".join(part for part in ("**The numbers.**", *plan["assumptions"], worth) if part)


def _money(value: float, currency: str) -> str:
    return render_money(Decimal(str(value)), currency)


def _reasons(view: View, reading: Reading, words: tuple[int, str] | None) -> str:
    topic = view.topic_passages
    lead = pick_lead(topic, view.topic_query)
    check = CHECK_FIRST[reading.purpose]
    if words is not None:
        support = f"{cite(words[0], split_sentences(words[1])[0])} {lead.marked if lead else ''}".strip()
        return f"**Before you send it.** {check} {support}"
    reasons = pick_reasons(topic, view.topic_query, [lead], limit=1)
    why = " ".join(item.marked for item in (lead, *reasons) if item is not None)
    return f"**Before you send it.** {check}" + (f" {why}" if why else "")

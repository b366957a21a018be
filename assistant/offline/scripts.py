"""Scripts: a message ready to send, filled from the case, with the reasons behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.domain.money import render_money
from assistant.domain.quotes import split_sentences
from assistant.offline.objections import held_leverage, script_words
from assistant.offline.passages import cite, pick_lead, pick_reasons
from assistant.offline.understand import Reading
from assistant.offline.view import View

if TYPE_CHECKING:
    from assistant.offline.compose import Render

NEEDS_OFFER = frozenset({"counter"})
CHECK_FIRST = {
    "counter": "Say every line out loud once and cut what is not true for you.",
    "time": "Replace the reason if yours is another one; a real reason is enough.",
    "accept": "Send it only when the written letter shows what you agreed.",
    "decline": "You owe no reason; keep it short.",
    "silence": "Send it once, then wait two working days.",
    "written": "Send it the same day, while everyone remembers the call.",
    "level": "Add the two pieces of work that fit the next level best.",
    "questions": "Send the questions before you name any number.",
}


def compose_script(view: View, reading: Reading, render: Render) -> str | None:
    """The message with what to check and why it is built so; None when the case cannot fill it."""
    plan = view.result("counter_plan")
    if reading.objection is not None and plan is None:
        return _compose_reply(view, reading, render)
    if reading.purpose in NEEDS_OFFER and plan is None:
        return None
    item = view.mine or {}
    offer = item.get("offer", {})
    values = {
        "channel": reading.channel,
        "tone": reading.tone,
        "shorter": reading.shorter,
        "company": _company(view),
        "recruiter": reading.recruiter,
        "until": reading.until,
        "role": _role(offer),
        "terms": _terms(offer),
        "asks": _asks(plan) if plan else [],
        "fallback": _fallback(plan) if plan else "",
        "competing": bool(view.competing),
        "deadline": offer.get("deadline") or "",
        "start_date": offer.get("start_date") or "",
        "questions": list(item.get("questions", ()))[:5],
    }
    message = render(f"templates/{reading.purpose}", **values)
    return "\n\n".join(part for part in (_fence(message), _numbers(plan), _reasons(view, reading)) if part)


def _compose_reply(view: View, reading: Reading, render: Render) -> str | None:
    """The words against an objection, as a message to send."""
    found = script_words(view.passages, reading.objection or "", held_leverage(view))
    if found is None:
        return None
    number, words = found
    message = render(
        "templates/reply",
        channel=reading.channel,
        tone=reading.tone,
        words=words,
        recruiter=reading.recruiter,
        company=_company(view),
    )
    why = pick_lead(view.topic_passages, view.topic_query)
    support = f"{cite(number, split_sentences(words)[0])} {why.marked if why else ''}".strip()
    return f"{_fence(message)}\n\n**Before you send it.** {CHECK_FIRST['counter']} {support}"


def _company(view: View) -> str:
    """Whom to write to: the company of the offer, else the one the message names if it is not a rival."""
    own = (view.mine or {}).get("offer", {}).get("company")
    rivals = {str(item["offer"].get("company") or "").casefold() for item in view.competing}
    named = [name for name in view.companies if name not in rivals]
    if own or view.mine or len(named) != 1:
        return own or ""
    return named[0].title()


def _fence(message: str) -> str:
    closed_up = re.sub(r"\n{3,}", "\n\n", message)
    return f"```text\n{closed_up}\n```"


def _role(offer: dict[str, Any]) -> str:
    title, level = offer.get("title"), offer.get("level")
    if title and level and level not in title:
        return f"{title} ({level})"
    return title or level or ""


def _money(value: float, currency: str) -> str:
    return render_money(Decimal(str(value)), currency)


def _terms(offer: dict[str, Any]) -> list[str]:
    """The offer's terms as short phrases, in the order people name them."""
    currency = offer.get("currency") or "USD"
    terms = []
    if offer.get("base_annual") is not None:
        terms.append(f"a base of {_money(offer['base_annual'], currency)}")
    for grant in offer.get("equity", ()):
        value = grant.get("total_value") or grant.get("annual_value")
        if value is not None:
            span = f" over {grant['years']:g} years" if grant.get("years") else ""
            each = " a year" if grant.get("total_value") is None else ""
            terms.append(f"{_money(value, grant.get('currency') or currency)}{each} in stock{span}")
    if offer.get("bonus_target_pct") is not None:
        terms.append(f"a {offer['bonus_target_pct']:g}% target bonus")
    if offer.get("signing"):
        first = offer["signing"][0]["amount"]
        terms.append(f"a sign-on bonus of {' plus '.join(_money(p['amount'], currency) for p in offer['signing'])}"
                     if len(offer["signing"]) > 1 else f"a sign-on bonus of {_money(first, currency)}")  # fmt: skip
    return terms


def _asks(plan: dict[str, Any]) -> list[dict[str, str]]:
    currency = plan["data"]["currency"]
    return [
        {
            "name": row["name"],
            "offered": _money(row["offered"], currency) if row["offered"] else "",
            "asked": _money(row["asked"], currency),
        }
        for row in plan["table"]
    ]


def _fallback(plan: dict[str, Any]) -> str:
    """The lever to name if the main ask is refused: one that is not asked for already."""
    asked = {row["lever"] for row in plan["table"]}
    if "sign_on_bonus" not in asked:
        return "a larger sign-on bonus" if plan["data"]["offer"].get("signing") else "a sign-on bonus"
    return "a larger stock grant" if "equity_grant" not in asked else ""


def _numbers(plan: dict[str, Any] | None) -> str:
    if plan is None:
        return ""
    currency = plan["data"]["currency"]
    values = {figure["label"]: figure["value"] for figure in plan["figures"]}
    gained = values.get("year 1 total compensation gained")
    total = values.get("year 1 total compensation if they agree")
    worth = (
        f"If they agree to all of it, year 1 pays {_money(total, currency)}, {_money(gained, currency)} more."
        if gained and total
        else ""
    )
    return " ".join(part for part in ("**The numbers.**", *plan["assumptions"], worth) if part) if worth else ""


def _reasons(view: View, reading: Reading) -> str:
    topic = view.topic_passages
    lead = pick_lead(topic, view.topic_query)
    reasons = pick_reasons(topic, view.topic_query, [lead], limit=1)
    why = " ".join(item.marked for item in (lead, *reasons) if item is not None)
    check = CHECK_FIRST[reading.purpose]
    return f"**Before you send it.** {check}" + (f" {why}" if why else "")

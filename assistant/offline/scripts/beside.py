"""Beside: what stands under a message: what it asks no more, what to say to each answer, its numbers, the lawyer."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.offline.briefs.ask import TERM_NAMES, Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.prose import listed
from assistant.offline.briefs.threats import find_threats
from assistant.offline.scripts.asking import Wanted
from assistant.offline.scripts.replies import prepare_replies


def tell_unsure(brief: Brief, mine: Mapping[str, Any] | None) -> str:
    """The question whose the sum is that the message asks for; empty where it is plain, or the offer is known."""
    pay = brief.unsure
    if pay is None or (mine or {}).get("offer", {}).get("base_annual") is not None:
        return ""
    if not any(ask.asked is not None and ask.asked.value == pay.value for ask in brief.asks):
        return ""
    return (
        f"**One question first.** Is {pay.said} what they offer, or what you want? The message asks for it; "
        "if it is what they offer, tell me the number you want instead."
    )


def tell_closed(closed: Mapping[str, str]) -> str:
    """That the message does not ask again for what was refused; empty where nothing was."""
    told = [f"the {TERM_NAMES[lever]} (“{words}”)" for lever, words in closed.items()]
    return f"**Not asked again.** They refused {listed(told)}, so this asks for what is still open." if told else ""


def tell_ladder(wanted: list[Wanted], closed: Collection[str]) -> str:
    """What to say to a yes, a part of it, a no."""
    lines = [f"- **{reply.when}:** “{reply.words}” {reply.then}".rstrip() for reply in prepare_replies(wanted, closed)]
    return "**When they answer.**\n\n" + "\n".join(lines) if lines else ""


def tell_threats(told: str) -> str:
    """What the message leaves out because it would be an ultimatum in the person's name."""
    found = find_threats(told)
    return f"**Left out:** “{listed(found)}”. I write no ultimatum in your name." if found else ""


def tell_lawyer(told: str) -> str:
    """Where the line to a lawyer runs, when the person asks."""
    if not re.search(r"\b(?:lawyer|attorney|legal advice)\b", told, re.IGNORECASE):
        return ""
    return "**The lawyer.** Yes: have an employment lawyer of that country read the clause before you sign; I am none."


def tell_numbers(plan: dict[str, Any] | None, asks: Sequence[Ask] = ()) -> str:
    """How the sums asked for come about and what the plan of a counter gains, with its assumptions; empty without either."""
    told = [*(tell_worked(ask) for ask in asks if ask.worked is not None), _gain(plan) if plan else ""]
    return " ".join(part for part in ("**The numbers.**" if any(told) else "", *told) if part)


def tell_worked(ask: Ask) -> str:
    """How the sum of an ask comes about, in one sentence that can be checked by hand."""
    change, worked, asked = ask.change, ask.worked, ask.asked
    if worked is None or asked is None:
        return ""

    def said(name: str) -> str:
        return replace(asked, value=Decimal(str(worked.inputs[name]))).said

    if change is None:
        return f"{asked.said} is {' plus '.join(map(said, worked.inputs))}."
    sign = "minus" if change.down else "plus"
    if change.other is not None:
        how = f"half way between {said('base')} and {said('other')}"
    elif change.times is not None:
        how = f"{change.times} times {said('base')}"
    elif change.amount is not None:
        how = f"{said('base')} {sign} {said('change')}"
    else:
        share = f"{change.percent.normalize():f}%" if change.percent is not None else f"one part in {change.parts}"
        how = f"{said('base')} {sign} {share}"
    rounded = "" if not change.rounds else ", rounded" if change.way == "nearest" else f", rounded {change.way}"
    return f"{asked.said} is {how}{rounded}."


def _gain(plan: dict[str, Any]) -> str:
    """What the plan of a counter gains, with its assumptions; empty where it gains nothing."""
    currency = plan["data"]["currency"]
    values = {figure["label"]: figure["value"] for figure in plan["figures"]}
    gained = values.get("year 1 total compensation gained")
    total = values.get("year 1 total compensation if they agree")
    if not (gained and total):
        return ""
    worth = f"If they agree to all of it, year 1 pays {_money(total, currency)}, {_money(gained, currency)} more."
    own = any(words.startswith("No target was named") for words in plan["assumptions"])
    lead = ("The sum asked for is a proposal, not yours.",) if own else ()
    return " ".join((*lead, *plan["assumptions"], worth))


def _money(value: float, currency: str) -> str:
    return render_money(Decimal(str(value)), currency)

"""Asking: what is wanted, worded as requests."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.offline.briefs.asks import TERM_NAMES, Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.prose import listed
from assistant.offline.briefs.style import Tone


@dataclass(frozen=True)
class Wanted:
    """A thing to ask for. `name` and `asked` for a sum (`offered` where known), else `thing` or `action`."""

    term: str = ""
    name: str = ""
    asked: str = ""
    offered: str = ""
    thing: str = ""
    action: str = ""

    @property
    def phrase(self) -> str:
        """As part of a list: "the base salary from $172,000 to $185,000"."""
        if self.asked:
            return f"the {self.name} {f'from {self.offered} ' if self.offered else ''}to {self.asked}"
        return self.thing or self.action

    @property
    def line(self) -> str:
        """As a line of its own in a list."""
        if self.asked:
            return f"{self.name.capitalize()}: {f'from {self.offered} ' if self.offered else ''}to {self.asked}"
        text = self.thing or self.action
        return text[:1].upper() + text[1:]


def list_wanted(brief: Brief, plan: dict[str, Any] | None) -> list[Wanted]:
    """Everything asked for: the plan's sums first, then what the person names beside them."""
    wanted: list[Wanted] = []
    if plan is not None:
        currency = plan["data"]["currency"]
        for row in plan["table"]:
            asked = render_money(Decimal(str(row["asked"])), currency)
            offered = render_money(Decimal(str(row["offered"])), currency) if row["offered"] else ""
            wanted.append(Wanted(term=row["lever"], name=row["name"], asked=asked, offered=offered))
    planned = {item.term for item in wanted}
    return wanted + [_of(ask) for ask in brief.asks if ask.form != "amount" or ask.term not in planned]


def _of(ask: Ask) -> Wanted:
    if ask.form == "amount" and ask.asked is not None:
        asked = f"{ask.asked.said}{' more' if ask.on_top else ''}"
        return Wanted(ask.term, TERM_NAMES[ask.term], asked, ask.offered.said if ask.offered else "")
    return Wanted(thing=ask.words) if ask.form == "thing" else Wanted(action=ask.words)


def ask_in_words(wanted: list[Wanted], tone: Tone) -> str:
    """One or two sentences that ask for all of it; empty when there is nothing to ask for.

    >>> ask_in_words([Wanted("base_salary", "base salary", "155,000")], "neutral")
    'Could we move the base salary to 155,000?'
    """
    sums = [item.phrase for item in wanted if item.asked]
    things = [item.thing for item in wanted if item.thing]
    actions = [item.action for item in wanted if item.action]
    firm = tone == "firm"
    sentences = []
    if sums:
        sentences.append(f"For me to sign, I need {listed(sums)}." if firm else f"Could we move {listed(sums)}?")
    if things:
        also = "I would also like to ask for" if sums else "I would like to ask for"
        sentences.append(f"{also} {listed(things)}.")
    if actions:
        sentences.append(f"Could you {'also ' if sums or things else ''}{listed(actions)}?")
    return " ".join(sentences)


def name_fallback(wanted: list[Wanted], offer: dict[str, Any]) -> str:
    """The lever to name if the main ask is refused: one that is not asked for already."""
    asked = {item.term for item in wanted}
    if not asked & {"base_salary", "equity_grant", "sign_on_bonus", "total", "target_bonus"}:
        return ""
    if "sign_on_bonus" not in asked:
        return "a larger sign-on bonus" if offer.get("signing") else "a sign-on bonus"
    return "a larger stock grant" if "equity_grant" not in asked else ""

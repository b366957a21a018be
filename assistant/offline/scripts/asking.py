"""Asking: what is wanted, worded as requests."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.offline.briefs.ask import TERM_NAMES, Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.prose import listed
from assistant.offline.briefs.style import Tone

_NUMBER = re.compile(r"(?P<number>\d(?:[\d,]*\d)?(?:\.\d+)?)(?P<scale>\s?(?:k|m|lakh|lpa|crore)\b)?", re.IGNORECASE)
RATE_NAMES = {"an hour": "hourly rate", "a month": "monthly salary", "LPA": "fixed pay"}


@dataclass(frozen=True)
class Wanted:
    """A thing to ask for. `name` and `asked` for a sum (`offered` where known), else `thing`, `action`, `own` or `question`.

    `own` is what the person would like to do, `question` a sentence that stands as it is; `second_choice`: wanted only if the rest is refused.
    """

    term: str = ""
    name: str = ""
    asked: str = ""
    offered: str = ""
    thing: str = ""
    action: str = ""
    own: str = ""
    question: str = ""
    second_choice: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it is something the offer has none of, as far as is known."""
        return self.term in ("sign_on_bonus", "relocation") and not self.offered

    @property
    def phrase(self) -> str:
        """As part of a list: "the base salary from $172,000 to $185,000"."""
        if self.asked.endswith(" more"):
            return f"the {self.name} up by {self.asked.removesuffix(' more')}"
        if self.asked:
            return f"the {self.name} {f'from {self.offered} ' if self.offered else ''}to {self.asked}"
        return self.thing or self.action or self.own or self.question

    @property
    def line(self) -> str:
        """As a line of its own in a list."""
        if self.asked:
            return f"{self.name[:1].upper()}{self.name[1:]}: {f'from {self.offered} to ' if self.offered else ''}{self.asked}"
        text = self.thing or self.action or self.own or self.question
        return text[:1].upper() + text[1:]


def list_wanted(brief: Brief, plan: dict[str, Any] | None) -> list[Wanted]:
    """Everything asked for: the plan's sums first, then what the person names beside them."""
    wanted: list[Wanted] = []
    if plan is not None:
        currency = plan["data"]["currency"]
        asked_for = {ask.term for ask in brief.asks if ask.form == "amount"}
        for row in plan["table"]:
            if brief.asks and row["lever"] not in asked_for:
                continue
            asked = render_money(Decimal(str(row["asked"])), currency)
            offered = render_money(Decimal(str(row["offered"])), currency) if row["offered"] else ""
            wanted.append(Wanted(term=row["lever"], name=row["name"], asked=asked, offered=offered))
    planned = {item.term: place for place, item in enumerate(wanted)}
    for ask in brief.asks:
        if ask.past or ask.form == "unread":
            continue
        if ask.form != "amount" or ask.term not in planned:
            wanted.append(_of(ask))
        elif ask.words or (ask.asked and ask.asked.upto):
            wanted[planned[ask.term]] = _of(ask)
        elif ask.second_choice:
            place = planned[ask.term]
            wanted[place] = replace(wanted[place], second_choice=True)
    wanted = list(dict.fromkeys(replace(item, term="") if item.question else item for item in wanted))
    if wanted and all(item.second_choice for item in wanted):
        wanted = [replace(item, second_choice=False) for item in wanted]
    return wanted


def as_named(wanted: list[Wanted], texts: Sequence[str]) -> list[Wanted]:
    """The things to ask for, a yearly sum in lakhs under the name the person has for it."""
    ctc = any(re.search(r"\bctc\b", text, re.IGNORECASE) for text in texts)
    return [replace(item, name="CTC") if ctc and item.name == RATE_NAMES["LPA"] else item for item in wanted]


def _of(ask: Ask) -> Wanted:
    if words := _with_sum(ask):
        return Wanted(ask.term, question=words, second_choice=ask.second_choice)
    if ask.form == "amount" and ask.asked is not None:
        asked = f"{ask.asked.said}{' more' if ask.on_top else ''}"
        name = _rate_name(ask.asked.period) if ask.term == "base_salary" else ""
        offered = ask.offered.said if ask.offered else ""
        return Wanted(ask.term, name or TERM_NAMES[ask.term], asked, offered, second_choice=ask.second_choice)
    filled: dict[str, Any] = {
        "thing" if ask.form == "change" else ask.form: ask.words,
        "second_choice": ask.second_choice,
    }
    return Wanted(**filled)


def _with_sum(ask: Ask) -> str:
    """The person's own sentence with the sum as it is meant; empty where it tells another sum than is asked now."""
    if ask.form != "amount" or ask.asked is None or not ask.words:
        return ""
    value = ask.asked.value
    for match in _NUMBER.finditer(ask.words):
        written = Decimal(match["number"].replace(",", ""))
        if written * 1000 == value and not match["scale"]:
            return f"{ask.words[: match.end()]}k{ask.words[match.end() :]}"
        if value in (written, written * 1000, written * 100_000):
            return ask.words
    return ask.words if not _NUMBER.search(ask.words) else ""


def _rate_name(period: str) -> str:
    """What pay of a period is called; empty for pay by the year."""
    return RATE_NAMES.get(period, "" if period in ("", "a year") else "rate")


def ask_in_words(wanted: list[Wanted], tone: Tone, *, apart: bool = False) -> str:
    """One or two sentences that ask for all of it; empty when there is nothing to ask for.

    Args:
        wanted: what to ask for.
        tone: firm words name it as what is needed.
        apart: leave a second choice out.

    >>> ask_in_words([Wanted("base_salary", "base salary", "155,000")], "neutral")
    'Could we move the base salary to 155,000?'
    """
    second = [item for item in wanted if item.second_choice]
    wanted = [item for item in wanted if not item.second_choice]
    added = [f"a {item.name} of {item.asked}" for item in wanted if item.asked and item.is_new]
    sums = [item.phrase for item in wanted if item.asked and not item.is_new]
    own = [item.own for item in wanted if item.own]
    things = [item.thing for item in wanted if item.thing]
    actions = [item.action for item in wanted if item.action]
    firm = tone == "firm"
    sentences = []
    if firm and (sums or added):
        goals = [f"the {item.name} at {item.asked}" for item in wanted if item.asked and not item.is_new]
        sentences.append(f"To say yes, I ask for {listed([*goals, *added])}.")
    elif sums:
        sentences.append(f"Could we move {listed(sums)}{f' and add {listed(added)}' if added else ''}?")
    elif added:
        sentences.append(f"Could we add {listed(added)}?")
    if things:
        also = "I would also like to ask for" if sentences else "I would like to ask for"
        sentences.append(f"{also} {listed(things)}.")
    if own:
        sentences.append(f"{'Could I also' if sentences else 'Could I'} {listed(own)}?")
    if actions:
        sentences.append(f"Could you {'also ' if sentences else ''}{listed(actions)}?")
    sentences += dict.fromkeys(item.question for item in wanted if item.question)
    if second and not apart:
        sentences.append(second_in_words([*wanted, *second]))
    return " ".join(sentences)


def second_in_words(wanted: list[Wanted]) -> str:
    """What would do instead, and what matters more; empty when there is no second choice."""
    second = [item for item in wanted if item.second_choice]
    wanted = [item for item in wanted if not item.second_choice]
    if not (second and wanted):
        return ""
    last = listed([f"{item.name} of {item.asked}" if item.asked else item.phrase for item in second])
    first = listed([item.name or item.thing or "first request" for item in wanted])
    return (
        f"The {first.removeprefix('a ').removeprefix('the ')} matters most to me; if that is not possible, "
        f"{'a ' if second[0].asked else ''}{last} instead would also work."
    )


def name_fallback(wanted: list[Wanted], offer: dict[str, Any], closed: Collection[str] = ()) -> str:
    """The lever to name if the main ask is refused: one that is neither asked for already nor refused."""
    asked = {item.term for item in wanted} | set(closed)
    if any(item.second_choice or item.name in (*RATE_NAMES.values(), "rate") for item in wanted):
        return ""
    if not asked & {"base_salary", "equity_grant", "sign_on_bonus", "total", "target_bonus"}:
        return ""
    if "sign_on_bonus" not in asked:
        return "a larger sign-on bonus" if offer.get("signing") else "a sign-on bonus"
    return "a larger stock grant" if "equity_grant" not in asked else ""

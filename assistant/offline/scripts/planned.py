"""Planned: a script before it is worded: its purpose, what it carries, what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.ledger import OPEN_PHRASES
from assistant.offline.briefs.on_file import with_offer
from assistant.offline.outbid import read_rivals_told
from assistant.offline.reading import Reading
from assistant.offline.scripts.answering import words_against
from assistant.offline.scripts.asking import Wanted, as_named, list_wanted
from assistant.offline.scripts.days import fit_days
from assistant.offline.scripts.purpose import ANSWERING, FINAL, of_the_newest, settle_purpose
from assistant.offline.scripts.rivalry import find_whom, holds_the_rival, purpose_toward, tell_other_offer
from assistant.offline.scripts.sound import sound_wanted
from assistant.offline.scripts.unsaid import keep_unsaid
from assistant.offline.view import View

EASIEST = OPEN_PHRASES["sign-on bonus"]
"""What most companies can add where they cannot move the rest."""


@dataclass(frozen=True)
class Script:
    """What a message to send is made of.

    `plan` is the result of the counter plan where it was worked out, `words` the library's words against their line with
    the number of their passage; `blank`: nothing tells what the message is to ask for.
    """

    view: View
    reading: Reading
    brief: Brief
    wanted: list[Wanted]
    purpose: str
    plan: dict[str, Any] | None
    words: tuple[int, str] | None
    blank: bool

    @property
    def told(self) -> str:
        """The newest message of the person."""
        return self.view.texts[-1]


def plan_script(view: View, reading: Reading) -> Script | None:
    """The script for what a message wants; None when nothing says what it should carry."""
    told = view.texts[-1]
    brief = _settle_brief(view, reading)
    swapped = holds_the_rival(view, brief)
    plan = None if swapped else view.result("counter_plan")
    wanted = as_named(sound_wanted(list_wanted(brief, plan), brief), view.texts)
    purpose = reading.purpose
    if not reading.decided:
        purpose = settle_purpose(purpose_toward(view, purpose), told, brief, wanted)
    if purpose in FINAL:
        brief = brief if reading.decided else of_the_newest(brief, told)
        wanted = sound_wanted(list_wanted(brief, None), brief)
    brief, wanted = fit_days(brief, wanted, purpose, told)
    if purpose == "counter" and not (wanted or tell_other_offer(view, brief)):
        wanted = _open_parts(view, reading)
    words = words_against(view, reading) if purpose in ANSWERING and plan is None and not brief.granted else None
    script = Script(view, reading, brief, wanted, purpose, plan, words, blank=False)
    script = replace(script, blank=_is_blank(script))
    return None if script.blank and not _can_be_asked_back(brief) else script


def _settle_brief(view: View, reading: Reading) -> Brief:
    """The brief with whom it goes to, set against the offer on file; without what is kept private."""
    brief = keep_unsaid(replace(reading.brief, to=find_whom(view, reading.brief)), view.texts[-1])
    if holds_the_rival(view, brief):
        return brief
    others = [item["offer"] for item in view.competing if view.mine]
    told = [f"{item.name} {item.told}".casefold() for item in read_rivals_told(view.texts[-1], view.offers)]
    asks = tuple(ask for ask in brief.asks if not any(words in ask.words.casefold() for words in told))
    brief = replace(brief, asks=asks)
    return with_offer(brief, (view.mine or {}).get("offer", {}), others)


def _is_blank(script: Script) -> bool:
    """Whether a counter has nothing to ask for and nothing to say."""
    brief = script.brief
    carries = script.wanted or script.words or brief.losses or brief.agrees_at or brief.tells
    return script.purpose == "counter" and not (carries or tell_other_offer(script.view, brief))


def _can_be_asked_back(brief: Brief) -> bool:
    """Whether a message with a blank is worth showing."""
    unread = any(ask.form == "unread" for ask in brief.asks)
    return bool(unread or brief.reasons or brief.granted or brief.to)


def _open_parts(view: View, reading: Reading) -> list[Wanted]:
    """The first part that is still open, to ask for where all that was asked for was refused."""
    still_open = reading.ledger.still_open if reading.closed else []
    if EASIEST not in still_open:
        return [Wanted(thing=still_open[0])] if still_open else []
    pays_one = view.mine is not None and bool(view.mine["offer"].get("signing"))
    return [Wanted(thing="a larger sign-on bonus" if pays_one else EASIEST)]

"""Ladder: the words for each further request of a person who wants to ask for one thing after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.style import Tone
from assistant.offline.scripts.asking import ask_in_words, list_wanted
from assistant.offline.scripts.message import fence
from assistant.offline.scripts.sound import sound_wanted

_HEADS = ("If they say no", "If that is a no too")


def tell_steps(brief: Brief, tone: Tone) -> Iterator[str]:
    """What to answer to each no, under a heading of its own, in the order the person told.

    Args:
        brief: of the first message; what it keeps back stays out of the others too.
        tone: of the first message; what is asked after a no is asked no firmer than it.
    """
    for number, step in enumerate(brief.steps):
        asks = read_brief(f"ask for {step}").asks
        wanted = sound_wanted(list_wanted(replace(brief, asks=asks), None), brief)
        if asking := ask_in_words(wanted, "neutral" if tone == "firm" else tone):
            lead = "Thank you for looking into it. I still would like to join."
            yield f"**{_HEADS[min(number, 1)]}:**\n\n{fence(f'{lead} {asking}')}"

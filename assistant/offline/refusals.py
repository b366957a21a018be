"""Refusals: what the coach will not write, the risk in it, and the honest way to the same end."""

from __future__ import annotations

from assistant.offline import honesty, lexicon
from assistant.offline import passages as library
from assistant.offline.declines.decline import Decline
from assistant.offline.declines.find import find_decline
from assistant.offline.reading import Reading
from assistant.offline.view import View


def decline_of(reading: Reading) -> Decline:
    """The kind of untruth a message asks for."""
    return find_decline(reading.untruths, reading.texts[-1] if reading.texts else "")


def compose_refusal(view: View, reading: Reading) -> str:
    """A short refusal with its reason, the strongest honest alternative, and the true figure where one is told."""
    decline = decline_of(reading)
    lead = library.pick_lead(view.topic_passages, view.topic_query)
    why = lead.marked if lead else ""
    return (
        f"{decline.declined} {why}\n\n**The honest way to the same end.** {decline.honestly}{_true_figure(view)}\n\n"
        f"**What you can say instead, and stand by:**\n\n> {decline.instead}\n\n"
        "If there is something true behind it, tell me and I will build on that."
    )


def _true_figure(view: View) -> str:
    """The person's own words that say how it really is, where they name a figure."""
    told = [match["true"] for text in view.texts for match in honesty.REALLY.finditer(lexicon.fold(text))]
    return f" You told me the true figure yourself: {told[-1]}. Build on that one." if told else ""

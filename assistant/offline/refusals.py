"""Refusals: what the coach will not write, the risk in it, and the honest way to the same end."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.offline import passages as library
from assistant.offline.understand import Reading
from assistant.offline.view import View


@dataclass(frozen=True)
class Decline:
    """One kind of untruth: what is declined, where the library speaks of it, and a true line to say instead."""

    declined: str
    topic: str
    instead: str


MORE_PAY = (
    "I am very interested in this role, and I was aiming for a higher package for this scope. Which parts have room "
    "to move?"
)
DECLINES: dict[str, Decline] = {
    "offer": Decline(
        "I will not claim another offer that is not there, or make a real one look bigger: it is not true, and it "
        "can cost you this offer.",
        "bluff with an invented competing offer, and what to say instead of bluffing",
        MORE_PAY,
    ),
    "pay": Decline(
        "I will not misstate your current pay or make a payslip that shows another figure: pay can be checked, and "
        "you may simply keep it private.",
        "should I tell them my current salary, or keep it private?",
        "I prefer to keep my current pay private. What range is budgeted for this level?",
    ),
    "claim": Decline(
        "I will not state what is not so, whether it is a degree, a promotion, an illness or a deadline from another "
        "company: it can be checked, and you would have to live with it in the job.",
        "what not to write in a counter; arguing from your true value, or asking for more time",
        "I would like a little more time to decide, and I would like to talk about the package. What would you need "
        "from me to make the case?",
    ),
    "forge": Decline(
        "I will not make or change a document, or write in somebody else's name: a fake letter is a forgery, and "
        "it can cost you the offer and more.",
        "they asked for proof of the other offer; what can I say instead of bluffing",
        "I would rather not share documents. What else would help you to make the case for a better package?",
    ),
    "threat": Decline(
        "I will not write a threat, or help to record someone in secret: it can break the offer, and in some places "
        "secret recording breaks the law. Take notes and confirm the call by mail instead.",
        "what tone should I use; a summary of the call in writing",
        "Thank you for the call. To be sure I understood it, here is what I took from it; please correct me if I got "
        "any of it wrong.",
    ),
}


def find_decline(reading: Reading) -> Decline:
    """The kind of untruth a message asks for; an invented offer when it is unclear."""
    return DECLINES.get(reading.untruth, DECLINES["offer"])


def compose_refusal(view: View, reading: Reading) -> str:
    """A short refusal with its reason, then the strongest honest alternative."""
    decline = find_decline(reading)
    lead = library.pick_lead(view.topic_passages, view.topic_query)
    reasons = library.pick_reasons(view.topic_passages, view.topic_query, [lead], limit=1)
    why = " ".join(item.marked for item in (lead, *reasons) if item is not None)
    return (
        f"{decline.declined} {why}\n\n**What you can say instead, and stand by:**\n\n> {decline.instead}\n\n"
        "If there is something true behind it, tell me and I will build on that."
    )

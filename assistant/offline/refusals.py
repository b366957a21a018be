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
        "can cost you this offer. Market data for the role or the value of your work is an honest reason instead.",
        "bluff with an invented competing offer, and what to say instead of bluffing",
        MORE_PAY,
    ),
    "pay": Decline(
        "I will not misstate your current pay or make a payslip that shows another figure: pay can be checked, and "
        "you may simply keep it private.",
        "Can I avoid saying what I earn now?",
        "I prefer to keep my current pay private. What range is budgeted for this level?",
    ),
    "claim": Decline(
        "I will not state what is not true, whether it is a degree, years of work, a reason for leaving or a "
        "permission to work: it can be checked, and you would have to live with it in the job.",
        "What happens if they find out that I lied?",
        "I want to be accurate about this, so here is how it really was, and here is what I can do for the role.",
    ),
    "forge": Decline(
        "I will not make or change a document, or write or speak as somebody else: a fake is a forgery, checks find "
        "it, and it can cost you the offer and more.",
        "What happens with a forged letter, payslip or reference?",
        "I would rather not share documents. What else would help you to make the case for a better package?",
    ),
    "threat": Decline(
        "I will not write a threat or use somebody's private affairs as pressure: that can be blackmail in law, and it "
        "ends the talk. Ask on the merits, with a true limit if you have one.",
        "What if I hint at consequences to get more money?",
        "I would like to join. Given the scope of the role I am asking for a better package; if it cannot move, I "
        "would rather know now and decide.",
    ),
    "record": Decline(
        "I will not help to record or read along in secret: in many places everyone in a call must consent. A written "
        "summary that they confirm serves you better.",
        "Can I record the call with the recruiter?",
        "Thank you for the call. To be sure I understood it, here is what I took from it; please correct me if I got "
        "any of it wrong.",
    ),
    "secrets": Decline(
        "I will not help to use confidential data, code or client lists: they are your employer's property, and even "
        "a hint can cost you both jobs. Sell your own skills and results instead.",
        "May I bring code, data or client lists to the new employer?",
        "I cannot share anything confidential, but I can tell you how I would approach your problem and what I have "
        "done that is public.",
    ),
    "tax": Decline(
        "I will not help to hide pay or stock from a tax office: that is evasion, and brokers and employers report. "
        "Declare it, and ask a tax adviser for the lawful ways to pay less.",
        "Can I hide stock, a bonus or a side income from the tax office?",
        "How will this payment be reported and taxed, and can the package include help from a tax adviser?",
    ),
    "renege": Decline(
        "I will not help to sign what you do not mean to do, to take the money and run, or to hide a second job: be "
        "honest about your plans, and use the lawful tools, such as a later start date or more time to choose.",
        "May I take the sign-on and leave, or keep two jobs in secret?",
        "I want to give you an answer that I can keep. Could I have until the date I named to decide, or start later?",
    ),
    "bias": Decline(
        "I will not help to pay or treat anyone less because of who they are, or to word it so that it does not show: "
        "in most places that is unlawful discrimination. Base the offer on the role and the same range for everyone.",
        "Is it legal to offer someone less because of who they are?",
        "Here is the range for this level and the criteria by which we set the offer; they are the same for everyone.",
    ),
}
"""By what follows "refuse_" in the name of the intent."""


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

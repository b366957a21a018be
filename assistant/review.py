"""Review: a message a person wrote, its flaws with reasons and sources, and one rewrite in their own voice."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from assistant.checks import flaw_patterns as words
from assistant.checks.message import FlawLabel, MessageFacts, MessageFlaw, check_message
from assistant.checks.rewrite import rewrite_message
from assistant.domain.amounts import read_amounts
from assistant.domain.evidence import Document
from assistant.errors import InputError
from assistant.letters.parse import parse_offers

LONGEST_MESSAGE = 20_000
_FRESH = re.compile(
    r"\bverbal\b|\bjust (?:now|called|got|came)\b|\bminutes ago\b|\btoday\b|\bcalled (?:me )?(?:just|now|five"
    r"|ten)",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"[^.;\n]*\b(?:competing|other (?:company|offer)|another (?:company|offer)"
    r"|second offer)\b[^;\n]*",
    re.IGNORECASE,
)

WHY: dict[FlawLabel, tuple[str, str, str]] = {
    "ultimatum": (
        "A threat makes the recruiter defend a refusal instead of helping, and you may have to act on it.",
        "counter-email", "What should I not write in a counter?",
    ),
    "bluff": (
        "Nothing on file supports this offer. One question for the letter ends the talk, and sometimes the offer.",
        "competing-offers", "What if I do not have one: can I bluff?",
    ),
    "reveals_current_salary": (
        "Your present pay becomes the yardstick, and the new pay is measured as a raise instead of by the role.",
        "salary-expectations", "Should I tell them my current salary?",
    ),
    "vague_ask": (
        "Nobody can approve \"more\". Without a number or a named part the answer is a small gesture or a no.",
        "choosing-your-asks", "How do I make it easy for the recruiter to say yes?",
    ),
    "need_based": (
        "What you need is private and no reason to an approver; what the work is worth is.",
        "counter-email", "What should I not write in a counter?",
    ),
    "no_enthusiasm": (
        "Without a word of thanks or interest the counter reads like a price list, and nobody fights for it.",
        "counter-email", "What tone should I use?",
    ),
    "apologetic": (
        "An apology says that the request is wrong, and invites a no. A counter is a normal step.",
        "asking-without-fear", "I feel greedy asking for more",
    ),
    "accepts_on_spot": (
        "A yes before you have read the terms ends the talk: what is not asked now is rarely given later.",
        "first-48-hours", "Should I accept the offer on the spot?",
    ),
    "aggressive": (
        "Hard words are remembered longer than the number, and rudeness is a usual reason why offers are pulled.",
        "will-they-withdraw", "What makes companies pull an offer?",
    ),
    "too_many_asks": (
        "With so many requests the recruiter picks the cheapest. Two or three get a real answer.",
        "choosing-your-asks", "How many things should I ask for?",
    ),
    "wrong_numbers": (
        "This figure is not the one on file. A wrong number costs trust in all the others.",
        "in-writing", "The letter does not match what we agreed",
    ),
    "negotiates_after_acceptance": (
        "You have said yes. Reopening the terms looks like going back on it, and you have little left to trade.",
        "first-48-hours", "What if I already said yes?",
    ),
    "no_justification": (
        "The request has no reason that the recruiter can pass on to the person who approves it.",
        "numbers-with-evidence", "What counts as good evidence for my number?",
    ),
}  # fmt: skip


class Flaw(BaseModel):
    """One flaw: the words that show it, why it hurts, and the passage that says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: FlawLabel
    quote: str
    why: str
    source_id: str
    section: str
    source_quote: str = ""


class Review(BaseModel):
    """The flaws in the order of the text, and the rewrite; a good message is its own rewrite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    flaws: tuple[Flaw, ...]
    rewrite: str
    good: bool


def review_message(text: str, context: str = "", find_document: Callable[[str], Document] | None = None) -> Review:
    """The review of a message.

    Args:
        text: the message.
        context: facts of the case in any words: the offer, competing offers, what was accepted.
        find_document: gives a document of the library by its id, for the sentence each reason rests on.

    Raises:
        InputError: the message is empty or too long.
    """
    if not text.strip():
        raise InputError("text", "is empty: paste the message you want to send")
    if len(text) > LONGEST_MESSAGE:
        raise InputError("text", f"is longer than {LONGEST_MESSAGE:,} characters: paste the message alone")
    facts = read_facts(context)
    found = check_message(text, facts)
    flaws = tuple(_describe(text, flaw, find_document) for flaw in _once_each(found))
    return Review(flaws=flaws, rewrite=rewrite_message(text, found, facts) if found else text, good=not found)


def read_facts(context: str) -> MessageFacts:
    """What the words about a case say that a message can be held against."""
    others = " ".join(match.group() for match in _OTHER_PART.finditer(context))
    own = _OTHER_PART.sub(" ", context)
    offer = parse_offers(own, told=True)[0].offer if own.strip() else None
    terms: dict[str, Decimal] = {}
    if offer is not None:
        if offer.base_annual is not None:
            terms["base"] = offer.base_annual
        if offer.signing:
            terms["sign_on"] = sum((part.amount for part in offer.signing), Decimal(0))
        if offer.equity and offer.equity[0].total_value is not None:
            terms["equity"] = offer.equity[0].total_value
    sums = [amount.value for amount in read_amounts(others) if amount.kind == "money"]
    return MessageFacts(
        terms=terms,
        other_offers=tuple(sums),
        no_other_offer=bool(words.NO_OTHER_OFFER.search(context)) and not sums,
        accepted=bool(words.ACCEPTED.search(context)),
        is_fresh=bool(_FRESH.search(context)),
    )


def _once_each(found: list[MessageFlaw]) -> list[MessageFlaw]:
    first: dict[FlawLabel, MessageFlaw] = {}
    for flaw in found:
        first.setdefault(flaw.label, flaw)
    return list(first.values())


def _describe(text: str, flaw: MessageFlaw, find_document: Callable[[str], Document] | None) -> Flaw:
    why, source_id, section = WHY[flaw.label]
    if flaw.label == "too_many_asks":
        why = f"{why} Asked for here: {flaw.about}."
    quote = _first_sentence(find_document(source_id), section) if find_document else ""
    return Flaw(
        label=flaw.label,
        quote=text[flaw.start : flaw.end].strip(),
        why=why,
        source_id=source_id,
        section=section,
        source_quote=quote,
    )


def _first_sentence(document: Document, heading: str) -> str:
    """The sentence a section opens with, as it stands there."""
    text = next(section.text for section in document.sections if section.path[-1:] == (heading,))
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]

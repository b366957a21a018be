"""The tool review_message: a message a person wrote, its flaws with reasons and sources, and one rewrite."""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic import BaseModel, ConfigDict, Field

from assistant.cases.case import Case
from assistant.checks.draft_lines import ReadLines
from assistant.checks.flaws import FlawLabel, MessageFacts, MessageFlaw
from assistant.checks.message import check_message
from assistant.checks.rewrite import rewrite_message
from assistant.domain.evidence import Document
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.message_facts import read_case_facts, read_facts
from assistant.tools.spec import ToolArguments, ToolSpec

LONGEST_MESSAGE = 20_000
LONGEST_QUOTE = 300
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

WHY_NO_FALLBACK = (
    "A fallback named in the same breath is what you will get; the request before it reads as a wish.",
    "choosing-your-asks", "How do I set a target, an opening number and a walk-away?",
)  # fmt: skip
"""Why no yes is given in advance to less than what is asked for."""


WHY_UNTRUE = (
    "You say yourself that it is not true. One question for the letter ends the talk, and sometimes the offer.",
    *WHY["bluff"][1:],
)
WHY_ABOUT = {"fallback": WHY_NO_FALLBACK, "untrue": WHY_UNTRUE}


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


def review_message(
    text: str,
    context: str = "",
    find_document: Callable[[str], Document] | None = None,
    read_lines: ReadLines | None = None,
) -> Review:
    """The review of a message.

    Args:
        text: the message.
        context: facts of the case in any words: the offer, competing offers, what was accepted.
        find_document: gives a document of the library by its id, for the sentence each reason rests on.
        read_lines: tells by likeness what each line does; without it the words alone decide.

    Raises:
        InputError: the message is empty or too long.
    """
    return _review(_check_text(text), read_facts(context), read_lines, find_document)


def review_in_case(
    text: str,
    case: Case,
    said: str = "",
    find_document: Callable[[str], Document] | None = None,
    read_lines: ReadLines | None = None,
) -> Review:
    """The review of a message held against the offers on file.

    Args:
        text: the message.
        case: whose first offer of role "mine" is the one being answered.
        said: the person's own words of the conversation.
        find_document: see `review_message`.
        read_lines: see `review_message`.

    Raises:
        InputError: the message is empty or too long.
    """
    return _review(_check_text(text), read_case_facts(case, said), read_lines, find_document)


def _check_text(text: str) -> str:
    if not text.strip():
        raise InputError("text", "is empty: paste the message you want to send")
    if len(text) > LONGEST_MESSAGE:
        raise InputError("text", f"is longer than {LONGEST_MESSAGE:,} characters: paste the message alone")
    return text


def _review(
    text: str,
    facts: MessageFacts,
    read_lines: ReadLines | None,
    find_document: Callable[[str], Document] | None = None,
) -> Review:
    found = check_message(text, facts, read_lines)
    flaws = tuple(_describe(text, flaw, find_document) for flaw in _once_each(found))
    rewrite = rewrite_message(text, found, facts, read_lines) if found else text
    return Review(flaws=flaws, rewrite=rewrite, good=not found)


def _once_each(found: list[MessageFlaw]) -> list[MessageFlaw]:
    first: dict[FlawLabel, MessageFlaw] = {}
    for flaw in found:
        first.setdefault(flaw.label, flaw)
    return list(first.values())


def _describe(text: str, flaw: MessageFlaw, find_document: Callable[[str], Document] | None) -> Flaw:
    why, source_id, section = WHY_ABOUT.get(flaw.about, WHY[flaw.label])
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


class MessageReviewArguments(ToolArguments):
    """Arguments of review_message."""

    message: str = Field(
        min_length=1, max_length=LONGEST_MESSAGE, description="the draft, copied exactly from the person's own message"
    )
    wanted: str = Field(
        default="",
        max_length=LONGEST_QUOTE,
        description="the base pay they last said they want, copied exactly from their words, such as 57.500; "
        "empty when they named none outside the draft",
    )
    promised: str = Field(
        default="",
        max_length=LONGEST_QUOTE,
        description="the base pay they were told before a letter came with another, copied exactly from their words",
    )
    preference: str = Field(
        default="",
        max_length=LONGEST_QUOTE,
        description="their words that they would rather join the employer the draft goes to than another one, "
        "copied exactly",
    )


def run_review_message(arguments: MessageReviewArguments, deps: ToolDeps) -> ToolResult:
    """Look over a draft, with the offers on file as facts.

    Raises:
        InputError: words that are not the person's.
    """
    message, wanted, promised, preference = (
        _as_written(name, getattr(arguments, name), deps) for name in ("message", "wanted", "promised", "preference")
    )
    said = "\n".join(deps.words).replace(message, " ")
    facts = read_case_facts(deps.case, said, wanted, promised, bool(preference))
    review = _review(message, facts, deps.guidance.read_draft_lines)
    lines = [f"{flaw.label}: {flaw.quote} ({flaw.why})" for flaw in review.flaws]
    return ToolResult(
        tool="review_message",
        text="\n".join([*(lines or ["no flaw found"]), "", "Rewrite:", review.rewrite]),
        table=tuple({"flaw": flaw.label, "words": flaw.quote, "why": flaw.why} for flaw in review.flaws),
        data=review.model_dump(mode="json"),
    )


def _as_written(name: str, words: str, deps: ToolDeps) -> str:
    written = deps.as_written(words)
    if words and not written:
        raise InputError(name, "must be copied exactly from the person's own message")
    return written


REVIEW_MESSAGE = ToolSpec(
    name="review_message",
    description=(
        "Looks over a message the person wrote to a recruiter: ultimatums, bluffs, wrong figures and other flaws, "
        "each with its words and why it hurts, and one rewrite. Use it when someone shows a draft and asks whether "
        "it is good."
    ),
    arguments=MessageReviewArguments,
    run=run_review_message,
    status="reading your draft…",
)

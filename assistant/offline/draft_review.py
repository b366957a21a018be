"""Draft review: the answer to a draft, flaw by flaw, with one way to put it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.domain.amounts import read_amounts
from assistant.domain.evidence import Chunk
from assistant.domain.quotes import split_sentences
from assistant.offline.background import Background, find_sum
from assistant.offline.briefs.reading import read_brief
from assistant.offline.passages import cite
from assistant.offline.scripts.redraft import WANTS_MENDED, redraft
from assistant.offline.view import View

if TYPE_CHECKING:
    from assistant.offline.compose import Render

NOTHING_ON_FILE: dict[str, Any] = {
    "company": "",
    "role": "",
    "terms": [],
    "makes_up": "",
    "short": False,
    "granted_lead": "",
    "in_writing": False,
    "promotes": False,
    "tells": [],
}
"""What the counter template asks for beside the draft; a draft is written anew from its own words only."""

_COUNTS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
_LONGEST_QUOTE = 120


def compose_draft_review(
    view: View, draft: str = "", render: Render | None = None, background: Background | None = None
) -> str:
    """The flaws with words, reason and source, and the rewrite as a script; empty without a review.

    Args:
        view: the turn.
        draft: the draft alone.
        render: fills a template, for a draft that is to be written anew.
        background: what the person told around it.
    """
    told_before = background or Background()
    result = view.result("review_message")
    if result is None:
        return ""
    review = result["data"]
    told = view.texts[-1]
    if render is not None and draft and WANTS_MENDED.search(told.replace(draft, " ")):
        anew = redraft(told, draft, render, NOTHING_ON_FILE)
        if anew:
            return "\n\n".join(["**Ready to send, with your numbers:**", anew, *_changed(review["flaws"], view)])
    labels = {flaw["label"] for flaw in review["flaws"]}
    beside = [*_other_sum(draft, review, told_before), *_against(labels, told_before)]
    if review["good"]:
        lead = "**Send it as it is.** I found nothing to mend: it is friendly and says clearly what you want."
        return "\n\n".join([lead, *(beside or _clear_ask(draft, told_before))])
    count = len(review["flaws"])
    lead = f"**{'One thing' if count == 1 else f'{_COUNTS.get(count, count)} things'} to mend before you send it.**"
    unsaid = () if view.competing else tuple(flaw["quote"] for flaw in review["flaws"] if flaw["label"] == "bluff")
    items = [
        f"- **{_name(flaw['label'])}**: {_shown(flaw, unsaid)}{flaw['why']}{_source(flaw, view.passages)}"
        for flaw in review["flaws"]
    ]
    script = "\n".join(f"> {line}".rstrip() for line in review["rewrite"].splitlines())
    return "\n\n".join([lead, "\n".join(items), *beside, "One way to put it:", script])


def _other_sum(draft: str, review: Mapping[str, Any], told: Background) -> Iterator[str]:
    """That the draft names another sum than the one the person wanted last, where the rewrite does not put it in."""
    if not told.wanted or not read_amounts(draft) or find_sum(f"{draft} {review['rewrite']}", told.wanted):
        return
    asks = (ask for ask in read_brief(review["rewrite"]).asks if ask.form == "amount" and ask.term == "base_salary")
    most = max((ask.asked.value for ask in asks if ask.asked), default=None)
    asked = find_sum(review["rewrite"], str(most)) if most is not None else ""
    yield f"**Which sum?** The draft asks for {asked or 'another one'}; before it you told me {told.wanted}."


def _against(labels: set[str], told: Background) -> Iterator[str]:
    """What the person told that a threat contradicts, in their words."""
    said = [words for words in (told.would_take, told.preference, told.alone) if words]
    if "ultimatum" not in labels or not said:
        return
    quoted = " and ".join(f"“{words}”" for words in said[:2])
    offered = (
        f" They have said: “{told.last_word}”. If that is enough for you, ask for it in writing instead."
        if told.would_take and told.last_word
        else ""
    )
    yield f"**You told me** {quoted}. The threat does not fit that.{offered}"


def _clear_ask(draft: str, told: Background) -> list[str]:
    """The sentence of the draft that asks for what the person told they want."""
    if not told.wanted:
        return []
    asking = (line for line in split_sentences(draft) if find_sum(line, told.wanted))
    return [f"The ask is the one you told me: “{_short(line)}”" for line in list(asking)[:1]]


def _changed(flaws: Sequence[Mapping[str, str]], view: View) -> Iterator[str]:
    """What was changed and why, without repeating the words that went."""
    items = [f"- **{_name(flaw['label'])}:** {flaw['why']}{_source(flaw, view.passages)}" for flaw in flaws]
    if items:
        yield "**What I left out or mended:**\n\n" + "\n".join(items)


def _shown(flaw: Mapping[str, str], unsaid: Sequence[str]) -> str:
    """The words that show a flaw; a claim that nothing supports is left out, and not repeated here either."""
    if flaw["quote"] not in unsaid:
        return f"“{_short(flaw['quote'])}” "
    return "The claim of an offer elsewhere is left out. " if flaw["label"] == "bluff" else ""


def _name(label: str) -> str:
    return label.replace("_", " ").capitalize()


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _source(flaw: Mapping[str, str], passages: Mapping[int, Chunk]) -> str:
    """The marker of the passage a reason rests on, when it was found."""
    for number, chunk in passages.items():
        if chunk.source_id == flaw["source_id"] and flaw["section"] in chunk.section:
            return f" {cite(number, split_sentences(chunk.text)[0])}"
    return ""

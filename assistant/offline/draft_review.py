"""Draft review: the answer to a draft, flaw by flaw, with one way to put it."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.evidence import Chunk
from assistant.domain.quotes import split_sentences
from assistant.offline.passages import cite
from assistant.offline.view import View

_COUNTS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
_LONGEST_QUOTE = 120


def compose_draft_review(view: View) -> str:
    """The flaws with words, reason and source, and the rewrite as a script; empty without a review."""
    result = view.result("review_message")
    if result is None:
        return ""
    review = result["data"]
    if review["good"]:
        return "**Send it as it is.** I found nothing to mend: it is friendly and says clearly what you want."
    count = len(review["flaws"])
    lead = f"**{'One thing' if count == 1 else f'{_COUNTS.get(count, count)} things'} to mend before you send it.**"
    items = [
        f"- **{_name(flaw['label'])}**: “{_short(flaw['quote'])}” {flaw['why']}{_source(flaw, view.passages)}"
        for flaw in review["flaws"]
    ]
    script = "\n".join(f"> {line}".rstrip() for line in review["rewrite"].splitlines())
    return "\n\n".join([lead, "\n".join(items), "One way to put it:", script])


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

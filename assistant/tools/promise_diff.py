"""The tool promise_diff."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from assistant.cases.case import Case, RecordedOffer
from assistant.domain.promise_diff import PromiseChange
from assistant.domain.promise_words import name_term, say_value, summarise, write_question
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "promise_diff"
LONGEST = 1_000_000


class PromiseDiffArguments(ToolArguments):
    """Arguments of promise_diff."""

    letter: str = Field(min_length=1, max_length=LONGEST, description="the letter, copied exactly from the person")
    promised: str | None = Field(
        default=None,
        max_length=LONGEST,
        description="what was said before, copied exactly; left out: all that is on file about this offer",
    )


def run_promise_diff(arguments: PromiseDiffArguments, deps: ToolDeps) -> ToolResult:
    """Hold the letter against what was said.

    Raises:
        InputError: words that are not the person's, or nothing on file to hold the letter against.
    """
    for field, text in (("letter", arguments.letter), ("promised", arguments.promised)):
        if text is not None and not deps.as_written(text):
            raise InputError(field, "must be copied exactly from the person's own message")
    promised = arguments.promised or _find_offer(arguments.letter, deps.case).words
    from assistant.letters.promises import compare_letters

    changes = compare_letters(promised, arguments.letter)
    told = [item for item in changes if item.standing != "kept"]
    return ToolResult(
        tool=NAME,
        text="\n".join([summarise(changes), *_describe(told)]),
        table=tuple({"term": name_term(item.field), "standing": item.standing} for item in changes),
        data={"lines": _describe(told), "questions": [asked for item in told if (asked := write_question(item))]},
    )


def _find_offer(letter: str, case: Case) -> RecordedOffer:
    """The offer on file that the letter is about."""
    from assistant.letters.parse import parse_offer

    company = parse_offer(letter).offer.company
    found = case.find_offer(company) if company else None
    if found is None and (mine := case.find_offer()) is not None and (company is None or mine.offer.company is None):
        found = mine
    if found is None or not found.words:
        raise InputError("promised", "is missing: nothing is on file about the offer of this letter")
    return found


def _describe(changes: Sequence[PromiseChange]) -> list[str]:
    """A line for each term that is missing, changed or hedged; what is new is left to the reading of the letter."""
    lines = []
    for item in changes:
        term, before, after = name_term(item.field), say_value(item.before), say_value(item.after)
        if item.standing == "missing":
            size = "" if item.before == item.before_quote else f", {before}"
            lines.append(f"not in the letter: {term}{size}")
        elif item.standing == "changed":
            lines.append(f"changed: {term}, {before} before, {after} now")
        elif item.standing == "now_conditional":
            lines.append(f"now with a condition: {term}")
    return lines


PROMISE_DIFF = ToolSpec(
    name=NAME,
    description=(
        "Holds an offer letter against what was said before, in a mail, on a call or in an earlier letter: what is "
        "missing, changed or now conditional. Use it when a letter arrives for an offer already on file, or when "
        "someone asks whether everything promised stands in it."
    ),
    arguments=PromiseDiffArguments,
    run=run_promise_diff,
    status="holding the letter against what was promised…",
)

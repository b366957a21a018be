"""The tool confirm_offer."""

from __future__ import annotations

from pydantic import Field

from assistant.domain.offer_words import describe_terms
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "confirm_offer"


class ConfirmOfferArguments(ToolArguments):
    """Arguments of confirm_offer."""

    name: str | None = Field(
        default=None, max_length=80, description="name of the offer; left out, the one that is not confirmed yet"
    )


def run_confirm_offer(arguments: ConfirmOfferArguments, deps: ToolDeps) -> ToolResult:
    """Mark the terms of an offer as read right.

    Raises:
        InputError: there is no such offer, or none that waits.
    """
    with deps.lock:
        waiting = [item for item in deps.case.offers if not item.confirmed]
        found = deps.case.find_offer(arguments.name) if arguments.name else next(reversed(waiting), None)
        if found is None:
            raise InputError("name", "names no offer on file" if arguments.name else "is not needed: none waits for it")
        deps.case = deps.case.with_offer(found.model_copy(update={"confirmed": True}), instead_of=found.name)
    return ToolResult(
        tool=NAME,
        text=f'Offer "{found.name}" is confirmed: {"; ".join(describe_terms(found.offer))}',
        data={"name": found.name},
    )


CONFIRM_OFFER = ToolSpec(
    name=NAME,
    description=(
        "Marks the terms of an offer as read right. Use it only after the person has said so themselves, in answer to "
        "the terms read back to them."
    ),
    arguments=ConfirmOfferArguments,
    run=run_confirm_offer,
    status="marking the terms as confirmed…",
)

"""Own numbers: a tool computes with amounts the person wrote or a tool computed, never with made-up ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ToolCallRequest
from langchain_core.messages import AnyMessage, ToolMessage
from langgraph.types import Command

from assistant.agent.middleware.grounding import begin_review
from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.algebra.scaling import THOUSAND
from assistant.offline.algebra.terms import read_terms
from assistant.offline.conversation import person_texts
from assistant.tools.deps import ToolDeps

ToolAnswer = ToolMessage | Command[Any]
_COUNTS = frozenset(
    {"year", "years", "schedule", "month", "days", "weeks", "salaries", "payments", "new_payments", "years_given_up"}
)
_COUNT_ENDINGS = (
    "_month",
    "_months",
    "_year",
    "_years",
    "_days",
    "_date",
    "_hours",
    "_minutes",
    "_week",
    "_weeks",
    "_salaries",
    "_periods",
    "raise_years",
    "_shifts",
    "_share",
)
"""Arguments that follow from the words ("over 4 years", "38/32/20/10") without standing in them."""


LEAST = 5
"""A bare number from here on may be thousands."""


class OwnNumbers(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Refuses calls with amounts from nowhere: half of a number makes a figure that looks right."""

    def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolAnswer]) -> ToolAnswer:
        """See AgentMiddleware."""
        return _refuse(request) or handler(request)

    async def awrap_tool_call(
        self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolAnswer]]
    ) -> ToolAnswer:
        """See AgentMiddleware."""
        return _refuse(request) or await handler(request)


def find_foreign_numbers(arguments: Any, messages: Sequence[AnyMessage], deps: ToolDeps) -> list[str]:
    """The numbers among a tool's arguments that neither the person wrote nor a tool computed."""
    given = dict.fromkeys(_numbers_in(arguments))
    if not given:
        return []
    known = begin_review(messages, deps).known
    own = known.amounts | known.percents | _rates(messages) | _read_for_sums(messages)
    return [f"{number:f}" for number in given if number not in own]


def _rates(messages: Sequence[AnyMessage]) -> set[Decimal]:
    """Hours that may be rates: "85 hr" is what an hour pays."""
    told = (amount for text in person_texts(messages) for amount in read_amounts(text))
    return {amount.value for amount in told if amount.unit == "hour"}


def _read_for_sums(messages: Sequence[AnyMessage]) -> set[Decimal]:
    """The numbers as sums read them: "three twelves" are 3 and 12, a bare 185 may be thousands."""
    texts = map(lexicon.fold, person_texts(messages))
    told = [term for text in texts for term in read_terms(text, thousands=False)]
    bare = (abs(term.value) for term in told if term.dim == "number" and not term.explicit)
    return {abs(term.value) for term in told} | {value * THOUSAND for value in bare if LEAST <= value < THOUSAND}


def _numbers_in(value: Any) -> Iterator[Decimal]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in _COUNTS and not name.endswith(_COUNT_ENDINGS):
                yield from _numbers_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers_in(item)
    elif isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            number = abs(Decimal(str(value)))
        except InvalidOperation:
            return
        if number.is_finite() and number:
            yield number.normalize()


def _refuse(request: ToolCallRequest) -> ToolMessage | None:
    call = request.tool_call
    deps: ToolDeps = request.runtime.context  # type: ignore[assignment]
    foreign = find_foreign_numbers(call["args"], request.state["messages"], deps)
    if not foreign:
        return None
    return ToolMessage(
        content=f"Error: {', '.join(foreign)} is not from the person or a tool. Use their amounts as they wrote them, "
        "name an offer on file, or ask for the number.",
        name=call["name"],
        tool_call_id=call["id"],
        status="error",
    )

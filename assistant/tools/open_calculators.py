"""open_calculators: the calculators a chat model does not see at first, by name and purpose, to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from pydantic import Field

from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "open_calculators"
ALWAYS_OPEN = frozenset(
    {
        NAME,
        "search_guidance",
        "record_offer",
        "confirm_offer",
        "promise_diff",
        "show_case",
        "total_compensation",
        "compare_offers",
        "counter_plan",
    }
)
"""What most conversations need; the schemas of all others would fill a chat model's context."""


class OpenCalculatorsArguments(ToolArguments):
    """Arguments of open_calculators."""

    names: tuple[str, ...] = Field(min_length=1, max_length=8, description="names of calculators to open")


def run_open_calculators(
    arguments: OpenCalculatorsArguments, deps: ToolDeps, closed: Sequence[ToolSpec] = ()
) -> ToolResult:
    """Say which calculators can be called from now on.

    Raises:
        InputError: a name that no calculator has.
    """
    known = {spec.name: spec for spec in closed}
    unknown = [name for name in arguments.names if name not in known.keys() | ALWAYS_OPEN]
    if unknown:
        raise InputError("names", f"{', '.join(unknown)}: no such calculator; there are {', '.join(known)}")
    opened = [name for name in arguments.names if name in known]
    lines = [f"{name} can be called now. {known[name].description}" for name in opened]
    return ToolResult(tool=NAME, text="\n".join(lines) or "Those are open already.", data={"opened": opened})


OPEN_CALCULATORS = ToolSpec(
    name=NAME,
    description="Opens more calculators. Use it when none of the open tools computes what is asked.",
    arguments=OpenCalculatorsArguments,
    run=run_open_calculators,
    status="looking for the right calculator…",
)


def open_with(specs: Iterable[ToolSpec]) -> ToolSpec:
    """The opener for these tools; they are handed in, so that no tool needs the list of tools."""
    return replace(
        OPEN_CALCULATORS,
        run=partial(run_open_calculators, closed=tuple(spec for spec in specs if spec.name not in ALWAYS_OPEN)),
    )


def describe_closed(specs: Iterable[ToolSpec]) -> str:
    """Every calculator that starts closed, a line each: its name and the first sentence about it."""
    return "\n".join(
        f"- {spec.name}: {spec.description.split('. ')[0]}." for spec in specs if spec.name not in ALWAYS_OPEN
    )

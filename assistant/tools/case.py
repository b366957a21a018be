"""The tool show_case."""

from __future__ import annotations

from assistant.domain.result import ToolResult
from assistant.tools.deps import ToolDeps
from assistant.tools.offer import stated_terms
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "show_case"


class ShowCaseArguments(ToolArguments):
    """show_case takes no arguments."""


def run_show_case(arguments: ShowCaseArguments, deps: ToolDeps) -> ToolResult:
    """Everything on file."""
    case = deps.case
    lines = [f'Offer "{item.name}" ({item.role}): {stated_terms(item.offer)}' for item in case.offers]
    return ToolResult(
        tool=NAME,
        text="\n".join(lines) or "No offer is on file yet.",
        data={
            "today": deps.today.isoformat(),
            "offers": [item.model_dump(mode="json", exclude={"evidence"}) for item in case.offers],
        },
    )


SHOW_CASE = ToolSpec(
    name=NAME,
    description="The offers and facts on file for this person. Use it before advice or a script about them.",
    arguments=ShowCaseArguments,
    run=run_show_case,
    status="opening your case…",
)

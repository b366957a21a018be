"""ToolSpec: a tool described once, for the chat model, the command line and every other door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps


class ToolArguments(BaseModel):
    """Base of tool arguments: unknown keys are refused, NaN and infinity too."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class ToolSpec:
    """A tool: `description` is read by the chat model; `calculates` marks the deterministic ones."""

    name: str
    description: str
    arguments: type[ToolArguments]
    run: Callable[[Any, ToolDeps], ToolResult]
    calculates: bool = False

    def call(self, arguments: dict[str, Any], deps: ToolDeps) -> ToolResult:
        """Check the arguments and run the tool.

        Raises:
            InputError: an argument that cannot be used, by its name.
        """
        try:
            checked = self.arguments.model_validate(arguments)
        except ValidationError as error:
            raise name_problem(error) from error
        return self.run(checked, deps)


def name_problem(error: ValidationError) -> InputError:
    """The first problem of a validation, as a field and a sentence.

    A union reports a problem once per branch; the deepest one is what the person got wrong.
    """
    problem = max(error.errors(include_url=False), key=lambda item: len(item["loc"]))
    path = [str(part) for part in problem["loc"] if not _names_a_type(str(part))]
    if problem["type"] == "extra_forbidden":
        return InputError(".".join(path), "is not known here; check the spelling against `parley calc --list`")
    message = problem["msg"].removeprefix("Value error, ")
    return InputError(".".join(path) or "arguments", f"{message[:1].lower()}{message[1:]}")


def _names_a_type(part: str) -> bool:
    return part in {"str", "Offer", "OfferChanges"} or "[" in part

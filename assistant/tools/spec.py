"""ToolSpec: a tool described once, for the chat model, the command line and every other door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.names import list_names, suggest_name

_BRANCHES = {"str", "Offer", "[key]"}
"""Parts of a problem's place that name a type, not a field."""


class ToolArguments(BaseModel):
    """Base of tool arguments: unknown keys are refused, NaN and infinity too. Each is made ready at its first call."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True)
class ToolSpec:
    """A tool: `description` is read by the chat model, `status` by the person while it runs.

    `calculates` marks the deterministic ones, which need no conversation.
    """

    name: str
    description: str
    arguments: type[ToolArguments]
    run: Callable[[Any, ToolDeps], ToolResult]
    status: str
    calculates: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """JSON schema of the arguments, without what a reader does not need: titles and "or null"."""
        return cast("dict[str, Any]", _without_noise(self.arguments.model_json_schema()))

    def call(self, arguments: dict[str, Any], deps: ToolDeps) -> ToolResult:
        """Check the arguments and run the tool.

        Raises:
            InputError: an argument that cannot be used, by its name.
        """
        try:
            checked = self.arguments.model_validate(arguments)
        except ValidationError as error:
            raise name_problem(error, self.schema) from error
        return self.run(checked, deps)


def _without_noise(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_noise(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        name: {key: _without_noise(value) for key, value in item.items()}
        if name in ("properties", "$defs")
        else _without_noise(item)
        for name, item in schema.items()
        if not (name == "title" and isinstance(item, str)) and not (name == "default" and item is None)
    }
    choices = [item for item in kept.get("anyOf", []) if item != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **{name: item for name, item in kept.items() if name != "anyOf"}}
    return {**kept, "anyOf": choices} if choices else kept


_A_DAY = "must be a day that exists, written YYYY-MM-DD such as 2026-11-25"
_IN_WORDS = {
    "missing": "is missing",
    "finite_number": "must be an ordinary number such as 180000",
    "decimal_parsing": "must be a plain number such as 180000",
    "decimal_type": "must be a plain number such as 180000",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "tuple_type": "must be a list",
    "too_short": "must hold at least one item",
    "string_too_short": "must not be empty",
    "dict_type": 'must be named values, such as {"base_salary": 205000}',
    "model_type": 'must be named values, such as {"base_annual": 180000}',
    "string_type": "must be the words themselves",
    "string_pattern_mismatch": "must be a code of three capital letters such as USD",
    "date_type": _A_DAY,
    "date_parsing": _A_DAY,
    "date_from_datetime_parsing": _A_DAY,
    "date_from_datetime_inexact": _A_DAY,
}
"""What a person can do about a kind of validation problem."""


def name_problem(error: ValidationError, schema: Mapping[str, Any]) -> InputError:
    """The first problem of a validation, as a field (`offer.equity[0].schedule`) and a sentence.

    A union reports a problem once per branch; the deepest one is what the person got wrong.
    """
    problem = max(error.errors(include_url=False), key=lambda item: len(item["loc"]))
    parts = [part for part in problem["loc"] if part not in _BRANCHES]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).removeprefix(".")
    if problem["loc"][-1:] == ("str",):
        message = "must be the name of an offer on file, or its terms"
    elif problem["type"] == "extra_forbidden":
        message = f"is not known here; {suggest_name(str(parts[-1]), list_names(schema, parts[:-1]))}"
    else:
        message = _IN_WORDS.get(problem["type"]) or _reword(problem["msg"])
    return InputError(path or "arguments", message)


def _reword(message: str) -> str:
    message = message.removeprefix("Value error, ").replace("Input should be", "must be")
    return f"{message[:1].lower()}{message[1:]}"

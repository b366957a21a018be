"""ToolResult: what every tool gives back, as a plain value."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from assistant.domain.figure import Figure


class ToolResult(BaseModel):
    """A tool's answer: `text` for the chat model, the rest for checks, screens and JSON.

    `table` is a list of rows with plain JSON values; `data` holds what else later steps need.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tool: str
    text: str
    figures: tuple[Figure, ...] = ()
    table: tuple[dict[str, Any], ...] = ()
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    data: dict[str, Any] = {}

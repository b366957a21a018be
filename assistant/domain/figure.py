"""Figure: one computed number with its history."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.money import Number


class Figure(BaseModel):
    """A number a rule computed, with all that is needed to check it by hand.

    `unit` is a currency code, or one of "percent", "months", "years", "shares", "ratio".
    `inputs` holds plain JSON values under the names the formula uses.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    value: Number
    unit: str
    formula: str
    rule: str
    inputs: dict[str, Any] = Field(default_factory=dict)
    source_ids: tuple[str, ...] = ()

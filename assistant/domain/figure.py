"""Figure: one computed number with its history."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.money import Number, check_size, to_json_number


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


def build_figure(
    label: str,
    value: Decimal,
    unit: str,
    formula: str,
    inputs: Mapping[str, Decimal],
    *,
    rule: str,
    source_ids: tuple[str, ...] = (),
) -> Figure:
    """A figure whose inputs, under the names the formula uses, are plain JSON numbers.

    Raises:
        InputError: the value is too large to be pay.
    """
    plain = {name: to_json_number(number) for name, number in inputs.items()}
    return Figure(
        label=label,
        value=check_size(value),
        unit=unit,
        formula=formula,
        rule=rule,
        inputs=plain,
        source_ids=source_ids,
    )

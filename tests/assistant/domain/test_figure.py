from __future__ import annotations

import json
from decimal import Decimal

import pytest

from assistant.domain.figure import build_figure
from assistant.errors import InputError


def test_a_figure_carries_plain_json_numbers() -> None:
    figure = build_figure(
        "bonus", Decimal("27000.00"), "USD", formula="base x rate", rule="r", inputs={"base": Decimal("180000.0")}
    )
    assert json.loads(figure.model_dump_json()) == {
        "label": "bonus",
        "value": 27000,
        "unit": "USD",
        "formula": "base x rate",
        "rule": "r",
        "inputs": {"base": 180000},
        "source_ids": [],
    }


def test_a_value_no_pay_can_have_is_an_input_error() -> None:
    with pytest.raises(InputError, match="too large to be pay"):
        build_figure("x", Decimal("1e16"), "USD", formula="", rule="r", inputs={})

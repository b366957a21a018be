from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from assistant.domain.figure import Figure
from assistant.domain.guidance_audit import WorkedClaim, audit_claim, summarise
from assistant.errors import InputError
from tests.formulas import recompute

TOTAL = Figure(label="total", value=Decimal(300), unit="USD", formula="a + b", rule="t", inputs={"a": 100, "b": 200})


def calculate(name: str, arguments: Mapping[str, Any]) -> tuple[Figure, ...]:
    if name != "totals":
        raise InputError("calculator", "is unknown")
    return (TOTAL,)


def claim(stated: int, reading: dict[str, Any], *others: dict[str, Any], **more: Any) -> WorkedClaim:
    terms = {"id": "a-b", "source_id": "s", "says": "x", "unit": "USD", "within": 5, "verdict": "reproduces"}
    return WorkedClaim.model_validate({**terms, "stated": stated, "reading": reading, "others": others, **more})


FIGURE = {"name": "total", "figures": {"value": {"calculator": "totals", "arguments": {}, "figure": "total"}}}
HALF = {**FIGURE, "name": "half", "formula": "value / parts", "inputs": {"parts": 2}}


def test_a_number_reproduces_within_its_own_rounding() -> None:
    audited = audit_claim(claim(304, FIGURE, HALF), calculate)
    assert (audited.verdict, audited.conventions, audited.difference) == ("reproduces", ("total",), 4)
    assert audited.alternatives == {"half": 150}
    assert (audited.figure.label, audited.figure.formula) == ("a b", "a + b")
    assert recompute(audited.figure) == 300


def test_another_convention_is_named_where_only_it_fits() -> None:
    audited = audit_claim(claim(150, FIGURE, HALF), calculate)
    assert (audited.verdict, audited.conventions, audited.difference) == ("other_convention", ("half",), -150)


def test_what_fits_nothing_does_not_reproduce() -> None:
    audited = audit_claim(claim(200, HALF, FIGURE), calculate)
    assert (audited.verdict, audited.conventions) == ("does_not_reproduce", ())
    assert recompute(audited.figure) == 150


@pytest.mark.parametrize(
    ("relation", "stated", "verdict"),
    [
        ("at_least", 305, "reproduces"), ("at_least", 306, "does_not_reproduce"), ("at_least", 10, "reproduces"),
        ("at_most", 295, "reproduces"), ("at_most", 294, "does_not_reproduce"), ("at_most", 900, "reproduces"),
    ],
)  # fmt: skip
def test_bounds_hold_on_one_side(relation: str, stated: int, verdict: str) -> None:
    assert audit_claim(claim(stated, FIGURE, relation=relation), calculate).verdict == verdict


@pytest.mark.parametrize(
    ("reading", "says"),
    [
        ({"name": "x", "formula": "1 / 0"}, "a-b: .* has no value"),
        ({"name": "x", "formula": "y"}, "a-b: .* no input"),
        (
            {"name": "x", "figures": {"value": {"calculator": "none", "arguments": {}, "figure": "t"}}},
            "a-b: none cannot",
        ),
        (
            {"name": "x", "figures": {"value": {"calculator": "totals", "arguments": {}, "figure": "t"}}},
            "a-b: .* called t",
        ),
    ],
)
def test_a_reading_that_cannot_be_computed_names_its_claim(reading: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        audit_claim(claim(1, reading), calculate)


def test_the_summary_counts_by_source() -> None:
    audited = [
        audit_claim(claim(300, FIGURE), calculate),
        audit_claim(claim(150, FIGURE, HALF), calculate),
        audit_claim(claim(1, FIGURE, source_id="t"), calculate),
    ]
    every, first, second = summarise(audited)
    assert (every.inputs["reproduce"], every.inputs["under_another_convention"], every.inputs["examples"]) == (1, 1, 3)
    assert (first.label, first.value) == ("examples that reproduce: s", 50)
    assert (second.source_ids, second.value) == (("t",), 0)

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.formula import evaluate_formula
from assistant.errors import InputError

INPUTS = {"base": Decimal(200), "rate": Decimal("0.1"), "n": Decimal(4)}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("base", 200), ("base x rate", 20), ("base - 50 - 50", 100), ("base / 2 / 2", 50), ("-base + 1", -199),
        ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("2 ^ -1", Decimal("0.5")), ("(base + 100) x (1 - rate)", 270),
        ("max(0, base - 500)", 0), ("min(base, n, 7)", 4), ("base x (1 + rate) ^ n", Decimal("292.8200")),
        ("1.5", Decimal("1.5")),
    ],
)  # fmt: skip
def test_formulas_are_worked_as_on_paper(formula: str, value: Decimal) -> None:
    assert evaluate_formula(formula, INPUTS) == value


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("base / 0", "has no value"), ("0 / 0", "has no value"), ("(0 - 1) ^ 0.5", "has no value"),
        ("salary x 2", '"salary" is no number and no input'), ("base +", '"the end"'), ("", '"the end"'),
        ("(base", 'lacks "\\)"'), ("base)", 'cannot be read from "\\)"'), ("base base", 'cannot be read from "base"'),
        ("min base", 'lacks "\\("'), ("base ** 2", "no arithmetic"),
        ("__import__(os)", "no number"), ("base % 2", "no arithmetic"),
        ("(" * 50 + "1" + ")" * 50, "nested too deep"), ("9 ^ 9 ^ 9 ^ 9", "has no value"),
    ],
)  # fmt: skip
def test_what_is_no_arithmetic_is_refused(formula: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        evaluate_formula(formula, INPUTS)


@given(st.text(alphabet="base rate n()+-x/^,.0123456789", max_size=40))
def test_any_text_is_a_value_or_a_named_problem(formula: str) -> None:
    try:
        value = evaluate_formula(formula, INPUTS)
    except InputError as error:
        assert error.field == "formula"
    else:
        assert isinstance(value, Decimal)

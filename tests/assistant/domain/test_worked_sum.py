from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.worked_sum import Step, calculate_worked_sum
from assistant.errors import InputError


def test_steps_use_the_steps_before_them_and_what_is_asked_for_comes_first() -> None:
    # 27.40 x 40 x 44 = 48,224; a month 4,018.67
    steps = [
        Step("year", "pay a year", "rate x 40 x weeks", "USD", answers=False),
        Step("month", "pay a month", "year / 12", "USD"),
    ]
    figures = list(calculate_worked_sum({"rate": Decimal("27.40"), "weeks": Decimal(44)}, steps))
    assert [(figure.label, figure.value) for figure in figures] == [
        ("pay a month", Decimal("4018.67")),
        ("pay a year", Decimal("48224.00")),
    ]
    assert figures[0].inputs == {"year": 48224}


def test_a_small_percent_keeps_four_places() -> None:
    steps = [Step("part", "ownership", "shares / whole x 100", "percent")]
    (figure,) = calculate_worked_sum({"shares": Decimal(25_000), "whole": Decimal(14_200_000)}, steps)
    assert figure.value == Decimal("0.1761")


def test_a_number_from_nowhere_is_refused() -> None:
    with pytest.raises(InputError, match="give it a name"):
        list(calculate_worked_sum({"rate": Decimal(20)}, [Step("pay", "pay", "rate x 1900", "USD")]))

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.pay_sheet import SheetLine, calculate_pay_sheet
from assistant.errors import InputError


def test_lines_are_multiplied_added_and_held_against_another_amount() -> None:
    # 95 x 40 x 46 = 174,800; 7.65 % of it 13,372.20; 12,000 off; 149,427.80 is 4,427.80 above 145,000
    lines = [
        SheetLine("pay", Decimal(95), (Decimal(40), Decimal(46))),
        SheetLine("tax", None, percents=(Decimal("7.65"),), minus=True),
        SheetLine("health", Decimal(12_000), minus=True),
    ]
    figures = {figure.label: figure.value for figure in calculate_pay_sheet(lines, "USD", Decimal(145_000))}
    assert figures == {
        "total of the lines": Decimal("149427.80"),
        "pay": Decimal("174800.00"),
        "tax": Decimal("13372.20"),
        "health": Decimal("12000.00"),
        "total above the other amount": Decimal("4427.80"),
    }


def test_a_total_below_says_so() -> None:
    figures = list(calculate_pay_sheet([SheetLine("pay", Decimal(100))], "EUR", Decimal(150)))
    assert (figures[-1].label, figures[-1].value) == ("total below the other amount", Decimal("50.00"))


@pytest.mark.parametrize("lines", [[], [SheetLine("tax", None, percents=(Decimal(5),))]])
def test_the_first_line_needs_an_amount(lines: list[SheetLine]) -> None:
    with pytest.raises(InputError, match="lines"):
        list(calculate_pay_sheet(lines, "USD"))

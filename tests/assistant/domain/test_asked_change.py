"""An ask told as a change of another sum."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.asked_change import AskedChange
from assistant.errors import InputError


@pytest.mark.parametrize(
    ("change", "base", "asked"),
    [
        (AskedChange(percent=Decimal(10)), "84000", "92400"),  # 84000 * 1.10
        (AskedChange(percent=Decimal(5), down=True), "60000", "57000"),  # 60000 * 0.95
        (AskedChange(parts=4), "48000", "60000"),  # 48000 + 48000 / 4
        (AskedChange(amount=Decimal("1.50")), "31.40", "32.90"),  # 31.40 + 1.50
        (AskedChange(amount=Decimal(2000), down=True), "98000", "96000"),
        (AskedChange(times=Decimal(2)), "10000", "20000"),
        (AskedChange(other=Decimal(160000)), "140000", "150000"),  # (140000 + 160000) / 2
        (AskedChange(percent=Decimal("7.5"), rounds=True), "118000", "127000"),  # 126850
        (AskedChange(percent=Decimal("7.5"), rounds=True, way="down"), "118000", "126000"),
        (AskedChange(percent=Decimal(3), rounds=True, way="up"), "19.25", "20"),  # 19.8275
    ],
)
def test_a_change_gives_the_sum(change: AskedChange, base: str, asked: str) -> None:
    assert change.of(Decimal(base)).value == Decimal(asked)


def test_the_figure_shows_how_it_comes_about() -> None:
    figure = AskedChange(percent=Decimal(8), rounds=True, way="up", step=Decimal(500)).of(Decimal(91000), "EUR")
    assert figure.value == 98_500
    assert figure.formula == "round_up(base x (1 + change_pct / 100), step)"
    assert figure.inputs == {"base": 91000, "change_pct": 8, "step": 500}
    assert figure.unit == "EUR"


def test_a_change_says_what_changes() -> None:
    with pytest.raises(InputError):
        AskedChange().of(Decimal(1))

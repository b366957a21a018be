from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.pay_band import build_band, compare_bands, place_in_band, warn_band
from assistant.errors import InputError
from tests.formulas import recompute

amounts = st.decimals(min_value=0, max_value=2_000_000, places=2)
bands = st.tuples(amounts, amounts).filter(lambda ends: ends[0] != ends[1]).map(sorted)


@given(amount=amounts, ends=bands, others=bands)
@settings(max_examples=80)
def test_every_figure_can_be_computed_again(amount: Decimal, ends: list[Decimal], others: list[Decimal]) -> None:
    band, above = build_band(*ends, None), build_band(*others, sum(others) / 2)
    assert band and above
    figures = [*place_in_band(amount, band, "USD"), *place_in_band(amount, above, "USD", "the next band")]
    for figure in (*figures, *compare_bands(band, above, "USD")):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-9), figure


@given(ends=bands)
@settings(max_examples=40)
def test_the_ends_of_a_band_are_its_0_and_100_percent(ends: list[Decimal]) -> None:
    band = build_band(*ends, None)
    assert band
    for amount, expected in zip(ends, (0, 100), strict=True):
        values = {figure.label: figure.value for figure in place_in_band(amount, band, "USD")}
        assert values["range penetration of the band"] == expected
        assert list(warn_band(amount, band)) == []


def test_outside_the_band_there_is_a_word_for_it() -> None:
    band = build_band(Decimal(100), Decimal(200), None)
    assert band
    assert list(warn_band(Decimal(99), band)) == ["The amount lies below the band: ask at least for its lower end."]
    assert "lies above the band" in next(warn_band(Decimal(201), band))


@pytest.mark.parametrize(
    ("low", "high", "mid", "says"),
    [
        (None, 2, None, "next_band_low: is missing"),
        (1, None, None, "next_band_high: is missing"),
        (None, None, 1, "next_band_low: is missing"),
        (2, 2, None, "next_band_high: must lie above next_band_low"),
        (1, 2, 3, "next_band_mid: must lie inside the band"),
    ],
)
def test_a_band_that_is_none_is_refused(low: int | None, high: int | None, mid: int | None, says: str) -> None:
    parts = [None if part is None else Decimal(part) for part in (low, high, mid)]
    with pytest.raises(InputError, match=says):
        build_band(*parts, "next_")


def test_nothing_stated_is_no_band() -> None:
    assert build_band(None, None, None) is None

"""Sums of service and hours, of what was told besides, and later numbers that take the place of earlier ones."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.framed import tells_no_pay
from tests.assistant.offline.algebra.test_framed import work_out


@pytest.mark.parametrize(
    ("texts", "figures"),
    [
        (("severance is 2 weeks per year, 10 years here, pay 78k. total?",), [30_000]),
        (("20/20/30/30 on a 200k grant, leaving after 2 years, what vested?",), [80_000, 120_000]),
        (("74k for 37 hours or 80k for 45 hours, per hour?",), [38.46, 34.19]),
        (("6% commission on everything above 300k, I sold 500k. commission?",), [12_000]),
        (("150k, 10% bonus, 100k rsu over 4, sign on 20k. yr 1?", "came back w/ 160 base, yr 1?"), [221_000]),
        (("3.900 € x 14, im Jahr?", "und mit 13"), [50_700]),
    ],
)  # fmt: skip
def test_the_sum_is_what_was_asked(texts: tuple[str, ...], figures: list[float]) -> None:
    made = work_out(*texts)
    assert all(any(value == pytest.approx(figure, abs=0.01) for value in made.values()) for figure in figures), made


def test_prices_are_no_pay() -> None:
    assert tells_no_pay("520 shares were quoted at 231 each, now at 150")
    assert not tells_no_pay("they offer 150k base and 500 shares at 40")

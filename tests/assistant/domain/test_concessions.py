from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.concessions import MOST_ROUNDS, concession_figures, plan_concessions
from assistant.errors import InputError
from tests.formulas import recompute


@given(target=st.integers(0, 900_000), gap=st.integers(100, 300_000), rounds=st.integers(1, MOST_ROUNDS))
def test_concessions_shrink_and_end_at_the_target(target: int, gap: int, rounds: int) -> None:
    asks = plan_concessions(Decimal(target + gap), Decimal(target), rounds, "USD")
    conceded = [item.concession for item in asks[1:]]
    assert [asks[0].amount, asks[-1].amount] == [target + gap, target]
    assert len(asks) == rounds + 1
    assert all(later < earlier for earlier, later in pairwise(conceded))
    assert min(conceded) > 0


@given(target=st.integers(0, 900_000), gap=st.integers(100, 300_000), rounds=st.integers(1, MOST_ROUNDS))
def test_every_figure_follows_from_its_formula(target: int, gap: int, rounds: int) -> None:
    asks = plan_concessions(Decimal(target + gap), Decimal(target), rounds, "USD")
    for figure in concession_figures(asks, "USD"):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051)


def test_only_the_last_ask_is_one_to_accept() -> None:
    words = [item.words for item in plan_concessions(Decimal(180_000), Decimal(173_000), 3, "USD")]
    assert [word.endswith("I accept.") for word in words] == [False, False, False, True]


def test_cents_are_the_finest_step() -> None:
    asks = plan_concessions(Decimal("10.06"), Decimal(10), 2, "USD")
    assert [item.amount for item in asks] == [Decimal("10.06"), Decimal("10.02"), Decimal(10)]


def test_a_target_at_the_ask_leaves_nothing_to_concede() -> None:
    with pytest.raises(InputError, match="nothing to concede"):
        plan_concessions(Decimal(10), Decimal(10), 2, "USD")

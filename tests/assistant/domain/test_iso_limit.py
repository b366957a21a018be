from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.iso_limit import YEARLY_LIMIT, IsoGrant, build_limit_figures, split_iso_grants
from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import build_schedule
from tests.assistant.domain.strategies import schedules
from tests.formulas import recompute

TINY = Decimal("0.0001")


@st.composite
def iso_grants(draw: st.DrawFn) -> list[IsoGrant]:
    grants = []
    for number in range(draw(st.integers(1, 3))):
        day = draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
        terms = EquityGrant(schedule=draw(schedules()), frequency="monthly", cliff_months=draw(st.integers(0, 12)))
        grants.append(
            IsoGrant(
                f"grant {number}",
                Decimal(draw(st.integers(1, 500_000))),
                draw(st.decimals(min_value=0, max_value=50, places=2)),
                day,
                day,
                build_schedule(terms),
                draw(st.booleans()),
            )
        )
    return grants


@given(grants=iso_grants())
@settings(max_examples=60)
def test_every_share_is_one_or_the_other_and_no_year_is_above_the_limit(grants: list[IsoGrant]) -> None:
    split = split_iso_grants(grants)
    given_shares = {grant.name: grant.shares for grant in grants}
    for item in split.grants:
        assert abs(item.iso_shares + item.nso_shares - given_shares[item.name]) < TINY
        assert -TINY <= item.nso_shares <= given_shares[item.name] + TINY
    for year in split.years:
        assert 0 <= year.iso <= YEARLY_LIMIT
        assert abs(year.iso + year.nso - year.first_exercisable) < TINY
        assert not year.nso or year.iso == YEARLY_LIMIT
        assert year.shares == year.iso_shares + year.nso_shares == int(year.shares)
        assert 0 <= year.iso_shares <= year.shares
    for figure in build_limit_figures(split):
        if "rounded down" in figure.formula:
            continue
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant
from assistant.domain.share_price import PricePath
from assistant.domain.stock_grant import StockGrant
from assistant.domain.vesting import build_schedule
from assistant.domain.vesting_table import build_vesting_table
from assistant.domain.withheld_shares import list_net_figures, total_withheld, withhold_shares
from tests.assistant.domain.strategies import grants

rates = st.decimals(min_value=0, max_value=1, places=2)


@given(grant=grants(), shares=st.integers(0, 1_000_000), rate=rates)
def test_what_is_withheld_pays_the_tax_and_no_more_than_a_share_a_vest(
    grant: EquityGrant, shares: int, rate: Decimal
) -> None:
    table = build_vesting_table(StockGrant(build_schedule(grant), shares=Decimal(shares)), PricePath())
    withheld = total_withheld(table, table.vests, rate)
    assert 0 <= withheld - shares * rate <= len(table.vests)
    assert withheld <= shares


def test_parts_of_a_share_are_withheld_where_shares_are_not_whole() -> None:
    assert withhold_shares(Decimal("2.5"), Decimal("0.2"), whole=False) == Decimal("0.5")


def test_a_grant_of_unknown_size_has_nothing_withheld() -> None:
    table = build_vesting_table(StockGrant(build_schedule(EquityGrant())), PricePath())
    assert list(list_net_figures(table, Decimal("0.3"))) == []

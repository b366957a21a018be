from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.cap_table import CapTable, OptionPool, Preferred, PreferredClass, build_cap_table
from assistant.domain.exit_waterfall import Holding, Sale, bound_exit_value, calculate_exit_payouts
from assistant.domain.money import round_cents
from assistant.domain.waterfall import calculate_waterfall, claims_at, round_payouts
from assistant.errors import InputError
from tests.formulas import recompute

CENT = Decimal("0.01")
TINY = Decimal("0.000001")
counts = st.integers(1, 10_000_000).map(Decimal)
amounts = st.integers(0, 500_000_000).map(Decimal)
proceeds = st.decimals(min_value=0, max_value=5_000_000_000, places=2)


@st.composite
def preferred_classes(draw: st.DrawFn, name: str) -> PreferredClass:
    participation = draw(st.sampled_from(["none", "full", "capped"]))
    multiple = draw(st.sampled_from([Decimal(1), Decimal("1.5"), Decimal(2)]))
    cap = multiple + draw(st.sampled_from([Decimal(0), Decimal(1), Decimal("2.5")]))
    return PreferredClass(
        name=name,
        invested=draw(amounts),
        shares=draw(counts),
        preference_multiple=multiple,
        participation=participation,
        cap_multiple=cap if participation == "capped" else None,
        seniority=draw(st.integers(1, 3)),
        accrued_dividends=draw(st.sampled_from([Decimal(0), Decimal(12345)])),
    )


@st.composite
def cap_tables(draw: st.DrawFn) -> CapTable:
    classes = [draw(preferred_classes(f"class {number}")) for number in range(draw(st.integers(0, 4)))]
    strikes = st.decimals(min_value=0, max_value=200, places=2)
    pools = draw(st.lists(st.builds(OptionPool, shares=counts, strike=strikes), max_size=3))
    return build_cap_table(classes, draw(counts), pools)


@given(table=cap_tables(), money=proceeds)
@settings(max_examples=150, deadline=None)
def test_not_a_cent_is_lost_or_made(table: CapTable, money: Decimal) -> None:
    flow = calculate_waterfall(table, money)
    assert abs(sum(flow.parts) - money) < TINY
    assert all(part >= 0 for part in flow.parts)
    rounded = round_payouts(flow.parts, money)
    assert sum(rounded) == money
    assert all(abs(whole - part) <= CENT for whole, part in zip(rounded, flow.parts, strict=True))


@given(table=cap_tables(), money=proceeds, more=st.integers(0, 1_000_000_000))
@settings(max_examples=150, deadline=None)
def test_nobody_gets_less_from_a_higher_price(table: CapTable, money: Decimal, more: int) -> None:
    low, high = calculate_waterfall(table, money), calculate_waterfall(table, money + more)
    assert all(after >= before - TINY for before, after in zip(low.parts, high.parts, strict=True))
    assert high.price >= low.price


def play(table: CapTable, converting: frozenset[str], money: Decimal) -> dict[str, Decimal]:
    """The payouts when these classes convert and the others do not, worked out step by step."""
    kept = [item for item in table.classes if item.name not in converting]
    turned = [item for item in table.classes if item.name in converting]
    fixed = [
        replace(item, cap=item.preference, participation="capped") if item.participation == "none" else item
        for item in kept
    ]
    left, paid = money, {}
    for rank in sorted({item.seniority for item in fixed}):
        equals = [item for item in fixed if item.seniority == rank]
        due = sum(item.preference for item in equals)
        part = min(due, left)
        for item in equals:
            paid[item.name] = item.preference * part / due if due else Decimal(0)
        left -= part
    shares = {item.name: item.shares for item in turned} | {"common": table.common_shares}
    rooms = {item.name: item for item in fixed if item.participation != "none"}
    low, high = Decimal(0), left / table.common_shares

    def total(price: Decimal) -> Decimal:
        shared = sum(count * price for count in shares.values())
        room = sum(_room(item, price) for item in rooms.values())
        return shared + room + sum(pool.shares * max(Decimal(0), price - pool.strike) for pool in table.options)

    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if total(middle) <= left else (low, middle)
    paid |= {name: count * low for name, count in shares.items() if name != "common"}
    return {name: value + (_room(rooms[name], low) if name in rooms else 0) for name, value in paid.items()}


def _room(item: Preferred, price: Decimal) -> Decimal:
    shared = item.shares * price
    return shared if item.cap is None else min(shared, item.cap - item.preference)


@given(table=cap_tables(), money=proceeds)
@settings(max_examples=80, deadline=None)
def test_no_class_would_do_better_by_deciding_otherwise(table: CapTable, money: Decimal) -> None:
    flow = calculate_waterfall(table, money)
    converting = frozenset(item.preferred.name for item in flow.classes if item.converts)
    agreed = play(table, converting, money)
    for item in flow.classes:
        name = item.preferred.name
        tolerance = Decimal("0.001") + money * Decimal("1e-12")
        assert abs(agreed[name] - item.payout) <= tolerance
        other = play(table, converting ^ {name}, money)
        assert other[name] <= item.payout + tolerance


@given(table=cap_tables(), money=proceeds)
@settings(max_examples=80, deadline=None)
def test_every_figure_can_be_computed_again(table: CapTable, money: Decimal) -> None:
    holding = Holding(Decimal(1), Decimal("0.5"))
    sale = Sale(money, debt=Decimal(1000), expenses=Decimal(10), carve_out_pct=Decimal(5))
    payouts = calculate_exit_payouts(table, sale, holding)
    assert len({figure.label for figure in payouts.figures}) == len(payouts.figures)
    assert sum(row["payout"] for row in payouts.rows) == round_cents(sale.proceeds)
    for figure in payouts.figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.02, rel=1e-6), figure


@given(table=cap_tables())
@settings(max_examples=80, deadline=None)
def test_a_class_is_indifferent_at_its_threshold(table: CapTable) -> None:
    for item in table.classes:
        price = item.conversion_price
        if price is None or claims_at(table, price) < table.preferences_total:
            continue
        money = claims_at(table, price)
        below, above = calculate_waterfall(table, money), calculate_waterfall(table, money + 1000)
        names = [paid.preferred.name for paid in below.classes]
        index = names.index(item.name)
        assert abs(below.classes[index].payout - item.shares * price) < TINY
        assert above.classes[index].converts or above.price <= price + TINY


@given(table=cap_tables(), money=proceeds)
@settings(max_examples=80, deadline=None)
def test_the_bounds_hold_whatever_the_terms_of_a_one_time_preference(table: CapTable, money: Decimal) -> None:
    plain = CapTable(
        tuple(replace(item, participation="none", cap=None) for item in table.classes), table.common_shares
    )
    total = plain.fully_diluted_shares
    flow = calculate_waterfall(plain, money)
    low, high = bound_exit_value(Holding(total), total, Sale(money), plain.preferences_total)
    assert low.value - CENT <= flow.price * total <= high.value + CENT * total


def test_a_rest_that_belongs_to_nobody_is_an_error() -> None:
    table = build_cap_table([PreferredClass(name="A", invested=Decimal(5), shares=Decimal(0))], Decimal(0))
    with pytest.raises(InputError, match="nobody holds the shares"):
        calculate_waterfall(table, Decimal(10))


def test_a_company_without_debt_to_investors_is_all_common() -> None:
    flow = calculate_waterfall(build_cap_table([], Decimal(100)), Decimal(50))
    assert flow.price == Decimal("0.5")


@pytest.mark.parametrize(
    ("field", "classes", "common", "options", "total"),
    [
        ("fully_diluted_shares", [{"as_converted_pct": 20}], 100, [], None),
        ("fully_diluted_shares", [{"as_converted_pct": 20}], None, [{"shares": 1, "strike": 1}], None),
        ("classes[0].as_converted_pct", [{"as_converted_pct": 20, "shares": 2}], None, [], 100),
        ("common_shares", [{"shares": 2}], None, [], None),
        ("common_shares", [{"shares": 2}], 50, [], 100),
        ("classes[0].participation", [{"shares": 2, "cap_multiple": 3}], 50, [], None),
        ("classes", [{"shares": 200}], None, [], 100),
        ("classes[0].price_per_share", [{"shares": 2, "price_per_share": 1}], 50, [], None),
        ("classes[0].invested", [{"shares": 2, "invested": None}], 50, [], None),
    ],
)
def test_a_cap_table_that_does_not_add_up_names_the_field(
    field: str, classes: list[dict[str, int]], common: int | None, options: list[dict[str, int]], total: int | None
) -> None:
    stated = [PreferredClass.model_validate({"name": "A", "invested": 5, **item}) for item in classes]
    pools = [OptionPool.model_validate(item) for item in options]
    with pytest.raises(InputError) as raised:
        build_cap_table(
            stated, None if common is None else Decimal(common), pools, None if total is None else Decimal(total)
        )
    assert raised.value.field == field


def test_percents_of_a_known_total_become_shares() -> None:
    classes = [PreferredClass(name="A", invested=Decimal(5), as_converted_pct=Decimal(20))]
    table = build_cap_table(classes, None, [OptionPool(shares=Decimal(10), strike=Decimal(1))], Decimal(1000))
    assert (table.classes[0].shares, table.common_shares) == (Decimal(200), Decimal(790))


def test_a_carve_out_of_everything_and_too_many_shares_are_errors() -> None:
    table = build_cap_table([], Decimal(100))
    with pytest.raises(InputError, match="carve_out_pct"):
        calculate_exit_payouts(table, Sale(Decimal(1), carve_out_pct=Decimal(100)))
    with pytest.raises(InputError, match="shares"):
        calculate_exit_payouts(table, Sale(Decimal(1)), Holding(Decimal(101)))
    with pytest.raises(InputError, match="shares"):
        bound_exit_value(Holding(Decimal(0)), Decimal(10), Sale(Decimal(1)), Decimal(0))


def test_a_sale_for_nothing_pays_nothing() -> None:
    payouts = calculate_exit_payouts(build_cap_table([], Decimal(100)), Sale(Decimal(0)))
    assert payouts.rows[0]["payout_pct"] == 0

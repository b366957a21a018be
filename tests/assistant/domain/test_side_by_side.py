from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.comparison import Side
from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.present_value import UNDISCOUNTED, Discounting
from assistant.domain.side_by_side import Comparison, Entry, build_comparison
from tests.assistant.domain.strategies import offers
from tests.assistant.domain.test_comparison import discountings, outlooks
from tests.formulas import recompute


def enter(name: str, offer: Offer, years: int, outlook: Outlook, **others: Decimal) -> Entry:
    stream = build_pay_stream(offer, years, outlook)
    return Entry(Side(name, stream, **others), calculate_total_compensation(offer, years, outlook=outlook))


def compare(
    *terms: Mapping[str, Any], years: int = 4, discounting: Discounting = UNDISCOUNTED, names: str = "ABCDEF"
) -> Comparison:
    entries = [
        enter(name, Offer.model_validate(offer), years, Outlook()) for name, offer in zip(names, terms, strict=False)
    ]
    return build_comparison(entries, "USD", discounting)


@given(first=offers(), second=offers(), outlook=outlooks, discounting=discountings, years=st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_every_figure_with_arithmetic_can_be_computed_again(
    first: Offer, second: Offer, outlook: Outlook, discounting: Discounting, years: int
) -> None:
    entries = [
        enter("Acme & Co", first, years, outlook, tax_rate=Decimal("0.3"), index=Decimal(90)),
        enter("acme co", second, years, Outlook(), tax_rate=Decimal("0.4"), index=Decimal(120)),
    ]
    result = build_comparison(entries, "USD", discounting, [0, 6])
    assert len({figure.label for figure in result.figures}) == len(result.figures)
    for figure in result.figures:
        again = recompute(figure)
        if again is not None and figure.label.partition(" passes")[1] == "":
            slack = max(0.0051, abs(float(figure.value)) * 1e-6)
            assert abs(again - float(figure.value)) <= slack, figure


def test_the_table_names_the_best_and_its_lead() -> None:
    result = compare({"base_annual": 100}, {"base_annual": 130}, {"base_annual": 120}, years=1)
    row = next(row for row in result.rows if row["measure"] == "year 1 total compensation")
    assert (row["A"], row["B"], row["C"], row["best"], row["lead"]) == (100, 130, 120, "B", 10)
    assert result.winners["year 1 total compensation"] == "B"
    assert next(figure for figure in result.figures if figure.label == "lead of B, year 1").value == 10


def test_level_offers_are_said_to_be_level() -> None:
    result = compare({"base_annual": 100}, {"base_annual": 100})
    assert result.winners["4-year total compensation"] is None
    assert result.rows[0]["best"] == "level"
    assert result.assumptions[-1] == "The offers are level, so any change decides between them."


def test_a_ranking_that_nothing_turns_is_a_warning() -> None:
    result = compare({"base_annual": 5}, {"base_annual": 0}, years=1)
    assert result.warnings == ("No change of a single assumption flips the ranking.",)


def test_what_does_not_flip_the_ranking_is_listed() -> None:
    result = compare({"base_annual": 100, "bonus_target_pct": 1}, {"base_annual": 300})
    assert any("bonus payout of A" in note for note in result.assumptions)


def test_two_stocks_are_set_against_each_other() -> None:
    stock = {"total_value": 100, "years": 1}
    result = compare(
        {"base_annual": 100, "equity": [stock]},
        {"base_annual": 90, "equity": [{**stock, "total_value": 200}]},
        {"base_annual": 5},
        years=1,
    )
    rows = [row for row in result.rows if row["measure"] == "share price growth of B that equals this growth of A"]
    # 100 + 100 (1 + a) = 90 + 200 (1 + b), so b = (10 + 100 (1 + a)) / 200 - 1
    assert [(row["A"], row["B"], row["C"]) for row in rows] == [
        (-30, -60, None),
        (-10, -50, None),
        (0, -45, None),
        (10, -40, None),
        (20, -35, None),
        (40, -25, None),
    ]


def test_a_growth_out_of_reach_is_left_open() -> None:
    stock = {"total_value": 100, "years": 1}
    result = compare({"base_annual": 1000, "equity": [stock]}, {"base_annual": 90, "equity": [stock]}, years=1)
    rows = [row for row in result.rows if row["unit"] == "percent"]
    assert {row["B"] for row in rows} == {None}


def test_no_pay_is_no_sum() -> None:
    result = compare({"base_annual": 0}, {"base_annual": 1}, discounting=Discounting(Decimal("0.1"), Decimal("0.1")))
    figure = next(figure for figure in result.figures if figure.label == "A net present value")
    assert (figure.value, figure.formula) == (0, "nothing is paid")

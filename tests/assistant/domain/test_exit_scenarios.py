from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.cap_table import PreferredClass, build_cap_table
from assistant.domain.dilution import FundingRound
from assistant.domain.exit_scenarios import ExitOutlook, ExitScenario, Terms, calculate_exit_scenarios
from assistant.domain.offer import EquityGrant
from assistant.domain.stake import complete_stake
from assistant.domain.vesting import build_schedule
from assistant.errors import InputError
from tests.formulas import recompute

STAKE = complete_stake(Decimal(1000), None, Decimal(1_000_000))
exits = st.integers(0, 10**10).map(Decimal)


@st.composite
def futures(draw: st.DrawFn) -> list[ExitScenario]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=4)))
    chances = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return [
        ExitScenario(
            exit_value=draw(exits),
            probability_pct=Decimal(chance),
            years=Decimal(draw(st.integers(0, 8))),
            dilution_pct=Decimal(draw(st.integers(0, 90))),
        )
        for chance in chances
    ]


def values_of(items: list[ExitScenario], terms: Terms | None = None, **more: object) -> dict[str, Decimal]:
    outlook = ExitOutlook(STAKE, strike=Decimal(2), preferences_total=Decimal(1_000_000), **more)  # type: ignore[arg-type]
    result = calculate_exit_scenarios(outlook, items, terms)
    for figure in result.figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure
    return {figure.label: figure.value for figure in result.figures}


@given(items=futures())
@settings(max_examples=80)
def test_the_weighted_value_lies_between_the_worst_and_the_best(items: list[ExitScenario]) -> None:
    terms = Terms(Decimal("0.1"), Decimal("0.3"), Decimal(10), Decimal(3))
    values = values_of(items, terms)
    outcomes = [value for label, value in values.items() if label.startswith("value in")]
    assert min(outcomes) - Decimal("0.01") <= values["probability-weighted value"] <= max(outcomes) + Decimal("0.01")
    assert min(outcomes) <= values["median value"] <= max(outcomes)
    assert values["present value of the probability-weighted value"] <= values["probability-weighted value"]


@given(value=exits, other=exits, chance=st.integers(0, 99))
def test_the_weighted_value_is_linear_in_the_chance(value: Decimal, other: Decimal, chance: int) -> None:
    def weigh(percent: int) -> Decimal:
        pair = ((value, percent), (other, 100 - percent))
        items = [ExitScenario(exit_value=exit_value, probability_pct=Decimal(part)) for exit_value, part in pair]
        return values_of(items)["probability-weighted value"]

    step = (weigh(100) - weigh(0)) / 100
    assert abs(weigh(chance + 1) - weigh(chance) - step) <= Decimal("0.03")


def test_what_has_vested_depends_on_the_years_until_the_exit() -> None:
    schedule = build_schedule(EquityGrant(frequency="monthly"))
    half = ExitScenario(name="half", exit_value=Decimal(10**9), probability_pct=Decimal(50), years=Decimal(2))
    never = ExitScenario(name="open", exit_value=Decimal(10**9), probability_pct=Decimal(50))
    values = values_of([half, never], schedule=schedule)
    assert values["value in open"] == 2 * values["value in half"]


def test_later_rounds_dilute_a_cap_table_too() -> None:
    table = build_cap_table([PreferredClass(name="A", invested=Decimal(0), shares=Decimal(50))], Decimal(50))
    outlook = ExitOutlook(complete_stake(Decimal(10), None, Decimal(100)), cap_table=table)
    item = ExitScenario(
        exit_value=Decimal(1000), probability_pct=Decimal(100), rounds=(FundingRound(dilution_pct=Decimal(20)),)
    )
    assert calculate_exit_scenarios(outlook, [item]).outcomes[0].value == Decimal(80)


def test_a_present_value_needs_the_years() -> None:
    item = ExitScenario(exit_value=Decimal(1), probability_pct=Decimal(100))
    with pytest.raises(InputError, match=r"scenarios\[0\].years"):
        values_of([item], Terms(discount_rate=Decimal("0.1")))


def test_dilution_is_stated_once() -> None:
    twice = ExitScenario(
        exit_value=Decimal(1),
        probability_pct=Decimal(100),
        dilution_pct=Decimal(1),
        rounds=(FundingRound(dilution_pct=Decimal(1)),),
    )
    with pytest.raises(InputError, match=r"scenarios\[0\].rounds"):
        values_of([twice])


def test_a_cap_table_needs_shares() -> None:
    outlook = ExitOutlook(complete_stake(None, Decimal(1), None), cap_table=build_cap_table([], Decimal(5)))
    with pytest.raises(InputError, match="shares"):
        calculate_exit_scenarios(outlook, [ExitScenario(exit_value=Decimal(1), probability_pct=Decimal(100))])


def test_chances_that_stop_just_short_of_the_whole_still_have_a_median() -> None:
    items = [ExitScenario(exit_value=Decimal(10**9), probability_pct=Decimal("99.995"))]
    assert values_of(items)["median value"] > 0

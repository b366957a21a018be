"""The charts: valid Vega-Lite, holding exactly the numbers the tools computed."""

from __future__ import annotations

import doctest
from decimal import Decimal
from typing import Any

import pytest

import ui.components.charts
import ui.components.open_questions
import ui.components.pay_lines
import ui.components.terms
import ui.components.text
import ui.format
from assistant.cases.case import Case, RecordedOffer
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.result import ToolResult
from assistant.domain.what_if import OfferWhatIf
from tests.fakes.session import OFFER, FakeSession
from ui.components.exit_scenarios import list_arguments
from ui.components.exit_scenarios import make_bars as make_exit_bars
from ui.components.futures import PLACEHOLDERS
from ui.components.leave_curve import make_curve
from ui.components.pay_bars import make_bars
from ui.components.pay_lines import find_crossovers, list_month_calls, make_lines
from ui.components.ranking import compose_hostages, compose_standing

LATE = (Decimal(5), Decimal(15), Decimal(40), Decimal(40))
OTHER = OFFER.with_terms(
    {"company": "Acme", "signing": (), "equity": (EquityGrant(total_value=Decimal(300000), schedule=LATE),)}
)
OPTIONS = EquityGrant(kind="option", shares=Decimal(10000), strike=Decimal(1), percent=Decimal("0.1"))


@pytest.fixture(scope="module")
def session() -> FakeSession:
    session = FakeSession()
    offers = (
        RecordedOffer(name="Microsoft", role="mine", offer=OFFER),
        RecordedOffer(name="Acme", role="competing", offer=OTHER),
    )
    session.cases["two"] = Case(name="two", offers=offers)
    return session


@pytest.fixture(scope="module")
def compared(session: FakeSession) -> list[ToolResult]:
    return [
        session.offers.calculate("compare_offers", {"leave_after_months": months}, "two")
        for months in list_month_calls(4)
    ]


def check_valid(layers: list[dict[str, Any]]) -> None:
    """Whether Altair, which knows the schema of Vega-Lite, takes the chart."""
    altair = pytest.importorskip("altair")
    altair.LayerChart.from_dict({"layer": layers, "height": 100}, validate=True)


def rows_of(layers: list[dict[str, Any]], mark: str) -> list[dict[str, Any]]:
    """The data of all layers of a kind of mark."""
    return [row for layer in layers if layer["mark"]["type"] == mark for row in layer["data"]["values"]]


def test_bars_stack_the_parts_the_tool_computed(session: FakeSession) -> None:
    paid = {
        name: session.offers.calculate("total_compensation", {"offer": name}, "two") for name in ("Microsoft", "Acme")
    }
    layers = make_bars(paid, "USD")
    check_valid(layers)
    first = {
        row["part"]: row["shown"] for row in rows_of(layers, "bar") if row["offer"] == "Microsoft" and row["year"] == 1
    }
    assert first == {"Base": "$180,000", "Bonus": "$27,000", "Sign-on": "$40,000", "Stock": "$50,000"}
    assert [row["shown"] for row in rows_of(layers, "text")][:4] == ["$297k", "$257k", "$257k", "$257k"]
    bands = layers[0]["encoding"]["y"]["scale"]["domain"]
    assert len(bands) == 4 * 3
    assert {row["band"] for row in rows_of(layers, "bar")} <= set(bands)


def test_two_offers_whose_names_a_chart_cuts_stay_two(session: FakeSession) -> None:
    paid = session.offers.calculate("total_compensation", {"offer": "Acme"}, "two")
    names = ["The International Company of Bread", "The International Company of Butter"]
    assert len({row["offer"] for row in rows_of(make_bars(dict.fromkeys(names, paid), "USD"), "bar")}) == 2


def test_lines_have_every_month_and_mark_each_crossover(compared: list[ToolResult]) -> None:
    layers = make_lines(compared, find_crossovers(compared[0]))
    check_valid(layers)
    line = rows_of(layers, "line")
    assert len(line) == 49 * 2
    assert next(row for row in line if row["month"] == 0 and row["offer"] == "Microsoft")["shown"] == "$40,000"
    assert next(row for row in line if row["month"] == 48 and row["offer"] == "Microsoft")["shown"] == "$1,068,000"
    (crossover,) = find_crossovers(compared[0])
    (mark,) = rows_of(layers, "rule")
    assert mark["month"] == int(crossover.value)
    assert mark["offer"] == "Acme"
    month = {row["offer"]: row["amount"] for row in line if row["month"] == mark["month"]}
    before = {row["offer"]: row["amount"] for row in line if row["month"] == mark["month"] - 1}
    assert month["Acme"] > month["Microsoft"]
    assert before["Acme"] < before["Microsoft"]


def test_the_leave_curve_marks_its_steps(session: FakeSession) -> None:
    result = session.offers.calculate("leave_month", {"offer": "Microsoft", "repay_months": 12}, "two")
    layers = make_curve(result)
    check_valid(layers)
    (area, hover, steps) = (layer["data"]["values"] for layer in layers)
    assert area == hover
    assert len(area) == 49
    assert [row["month"] for row in steps] == [12, 24, 36, 48]
    assert area[11]["shown"] == "$165,000"
    assert area[11]["owed"] == "$40,000"


def test_a_leave_curve_without_a_step_has_no_layer_without_points(session: FakeSession) -> None:
    result = session.offers.calculate("leave_month", {"offer": "Microsoft"}, "two")
    plain = tuple(figure for figure in result.figures if not figure.label.startswith("lost by leaving"))
    layers = make_curve(result.model_copy(update={"figures": plain}))
    assert all(layer["data"]["values"] for layer in layers)
    assert len(layers) == 2


def test_exit_bars_show_value_and_chance(session: FakeSession) -> None:
    offer = OFFER.with_terms({"equity": (OPTIONS,)})
    arguments = list_arguments(OPTIONS, offer, OfferWhatIf(fully_diluted_shares=Decimal(5)), PLACEHOLDERS)
    assert "fully_diluted_shares" not in arguments
    layers = make_exit_bars(session.offers.calculate("exit_scenarios", arguments, "two"), "USD")
    check_valid(layers)
    assert [row["said"] for row in rows_of(layers, "text")] == ["$0 · 60 %", "$70,000 · 30 %", "$590,000 · 10 %"]


def test_the_standing_and_its_hostages_are_told(compared: list[ToolResult]) -> None:
    standing = compose_standing(compared[0])
    assert "<b>Acme</b> leads by $60,000 over 4 years" in standing
    assert "year 1 goes to <b>Microsoft</b> by $75,000" in standing
    hostages = compose_hostages(compared[0])
    assert "Months stayed" in hostages
    assert "one assumption changes at a time" in hostages
    assert "larger change" in hostages


def test_without_an_order_nothing_is_hostage(session: FakeSession) -> None:
    twins = [offer.model_dump(mode="json") for offer in (OFFER, OFFER.model_copy(update={"company": "Twin"}))]
    level = session.offers.calculate("compare_offers", {"offers": twins}, "two")
    assert "pay the same over 4 years" in compose_standing(level)
    assert "any change decides" in compose_hostages(level)


@pytest.mark.parametrize(
    "module",
    [
        ui.components.charts,
        ui.components.open_questions,
        ui.components.pay_lines,
        ui.components.terms,
        ui.components.text,
        ui.format,
    ],
)
def test_the_examples_in_the_words_of_a_module_hold(module: Any) -> None:
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_an_offer_of_another_currency_is_written_in_it(session: FakeSession) -> None:
    euros = Offer(company="Lindt", currency="CHF", base_annual=Decimal(120000))
    paid = {"Lindt": session.offers.calculate("total_compensation", {"offer": euros.model_dump(mode="json")}, "two")}
    layers = make_bars(paid, "CHF")
    check_valid(layers)
    assert rows_of(layers, "bar")[0]["shown"] == "CHF 120,000"
    assert layers[0]["encoding"]["x"]["axis"]["labelExpr"].startswith("'CHF '")

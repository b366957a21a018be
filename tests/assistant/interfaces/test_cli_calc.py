"""`parley calc`: a calculation as the chat model makes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.command_line import Parley

BASE = {"offer": {"base_annual": 100000}}


def test_calc_gives_figures_with_their_formula(parley: Parley) -> None:
    result = parley("calc", "total_compensation", "--args", json.dumps(BASE), "--json")
    figure = result.json["figures"][0]
    assert result.status == 0
    assert set(figure) >= {"label", "value", "unit", "formula"}
    assert figure["value"] == 100000
    assert {"table", "assumptions", "warnings"} <= set(result.json)
    assert parley("calc", "total_compensation", "--json", stdin=json.dumps(BASE)).json == result.json


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ('{"offer": {"base_annual": -5}}', "offer.base_annual"),
        ('{"offer": {"base_annual": "lots"}}', "offer.base_annual"),
        ('{"offer": {"base_annual": 1}, "years": 0}', "years"),
        ('{"offer": {"base_anual": 1}}', "offer.base_anual"),
        ('{"offer": {"base_annual": NaN}}', "offer.base_annual"),
        ('{"offer": {"base_annual": Infinity}}', "offer.base_annual"),
        ('{"years": 4}', "offer"),
        ("{", "args"),
        ("[]", "args"),
    ],
)
def test_calc_names_the_argument_that_is_wrong(parley: Parley, arguments: str, field: str) -> None:
    result = parley("calc", "total_compensation", "--args", arguments, "--json")
    assert result.status == 2
    assert set(result.json) == {"error"}
    assert set(result.json["error"]) == {"field", "message"}
    assert result.json["error"]["field"] == field


def test_calc_writes_dated_steps_to_a_new_calendar_file_only(parley: Parley, tmp_path: Path) -> None:
    window = json.dumps({"offer_date": "2026-11-16", "deadline": "2026-11-20"})
    path = tmp_path / "offer days.ics"
    arguments = ("calc", "timeline", "--args", window, "--ics", str(path), "--json")
    result = parley(*arguments)
    assert result.status == 0
    written = path.read_bytes()
    assert written.count(b"BEGIN:VEVENT") == len({(row["date"], row["step"]) for row in result.json["table"]})
    again = parley(*arguments)
    assert (again.status, again.json["error"]["field"]) == (2, "ics")
    assert "exists already" in again.json["error"]["message"]
    assert path.read_bytes() == written


def test_a_calculation_without_dates_makes_no_calendar(parley: Parley, tmp_path: Path) -> None:
    path = tmp_path / "pay.ics"
    result = parley("calc", "total_compensation", "--args", json.dumps(BASE), "--ics", str(path), "--json")
    assert result.json["error"]["field"] == "ics"
    assert not path.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_calc_reads_a_pay_table_from_a_file(parley: Parley, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "pay.csv"
    path.write_text("company,base\nCafé,100000\nCafé,120000\n", encoding=encoding)
    arguments = json.dumps({"amount": 110000, "company": "Café"})
    result = parley("calc", "market_position", "--args", arguments, "--csv", str(path), "--json")
    assert result.json["figures"][0]["value"] == 50


def test_a_pay_table_that_is_missing_is_named(parley: Parley, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    result = parley("calc", "market_position", "--args", '{"amount": 1}', "--csv", str(path), "--json")
    assert (result.status, result.json["error"]["field"]) == (2, "csv")


def test_calc_shows_the_rows_of_a_table_in_the_terminal(parley: Parley) -> None:
    shown = parley("calc", "level_map", "--args", '{"company": "Google", "level": "L5", "to": "Meta"}')
    assert "E5" in shown.out


def test_calc_names_its_tools(parley: Parley) -> None:
    tools = parley("calc", "--list", "--json").json["tools"]
    assert all({"name", "description", "schema"} <= set(tool) for tool in tools)
    assert "total_compensation" in {tool["name"] for tool in tools}
    unknown = parley("calc", "no_such_tool", "--args", "{}", "--json")
    assert (unknown.status, unknown.json["error"]["field"]) == (2, "tool")

"""The command line contract: names, fields and exit statuses that others rely on."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.interfaces.cli import main

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
BASE = {"offer": {"base_annual": 100000}}


@dataclass
class Result:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Parley = Callable[..., Result]


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def parley(data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Parley:
    monkeypatch.setenv("PARLEY_DATA_DIR", str(data_folder))
    monkeypatch.delenv("PARLEY_MODEL", raising=False)

    def run(*arguments: str | Path, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


def write_rows(path: Path, *rows: Any) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# ask

ANSWER_FIELDS = {
    "kind",
    "objection",
    "answer",
    "citations",
    "figures",
    "findings",
    "disputed",
    "offers",
    "model",
    "seconds",
}


def test_ask_answers_with_every_field_of_the_contract(parley: Parley) -> None:
    result = parley("ask", OFFER, "--json")
    answer = result.json
    assert result.status == 0
    assert set(answer) >= ANSWER_FIELDS
    assert (answer["kind"], answer["objection"], answer["model"]) == ("offer", None, "offline")
    assert answer["findings"] == []
    assert isinstance(answer["seconds"], float)
    figures = {figure["label"]: figure for figure in answer["figures"]}
    year_1 = figures["year 1 total compensation"]
    assert (year_1["value"], year_1["unit"], year_1["tool"]) == (297000, "USD", "total_compensation")
    assert isinstance(year_1["inputs"], dict)
    assert answer["offers"][0]["company"] == "Microsoft"


def test_ask_numbers_its_citations_in_order_and_quotes_the_library(parley: Parley) -> None:
    answer = parley("ask", "The recruiter says the band doesn't allow more", "--json").json
    assert (answer["kind"], answer["objection"]) == ("objection", "band_limit")
    assert [citation["n"] for citation in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))
    assert answer["citations"]
    for citation in answer["citations"]:
        assert set(citation) >= {"n", "source_id", "title", "section", "publisher", "quote"}
        assert f"[{citation['n']}]" in answer["answer"]


def test_ask_shows_text_sources_and_notes_to_people(parley: Parley) -> None:
    result = parley("ask", "The recruiter says the band doesn't allow more")
    assert result.status == 0
    assert "[1]" in result.out


def test_ask_reads_standard_input(parley: Parley) -> None:
    assert parley("ask", "-", "--json", stdin=OFFER).json["kind"] == "offer"
    assert parley("ask", "--json", stdin=OFFER).json["kind"] == "offer"


def test_ask_goes_on_in_a_stored_case(parley: Parley) -> None:
    parley("ask", OFFER, "--case", "mine", "--json")
    assert parley("ask", "what should I push on?", "--case", "mine", "--json").json["offers"]
    assert parley("ask", "what should I push on?", "--json").json["offers"] == []


@pytest.mark.parametrize("text", ["", "  \n", "\x00"])
def test_ask_without_words_is_one_sentence_and_status_2(parley: Parley, text: str) -> None:
    result = parley("ask", "-", stdin=text)
    assert result.status == 2
    assert result.err.startswith("parley: text: is empty")
    assert len(result.err.splitlines()) == 1
    assert "is empty" in parley("ask", "-", "--json", stdin=text).json["error"]


def test_a_batch_answers_line_by_line_in_order_and_goes_on_after_a_failure(parley: Parley, tmp_path: Path) -> None:
    source = write_rows(
        tmp_path / "in.jsonl",
        {"id": "text", "text": OFFER},
        {"id": 2, "turns": [OFFER, "how much is my total comp?"]},
        {"id": "context", "text": "write the counter e-mail", "context": OFFER},
        {"id": "missing"},
        "this is no JSON",
        "[1, 2]",
        "",
        {"id": "turns", "turns": []},
        {"id": "empty", "text": " "},
        {"id": "last", "text": "hello"},
    )
    result = parley("ask", "--batch", source, tmp_path / "out.jsonl")
    rows = read_rows(tmp_path / "out.jsonl")
    assert result.status == 0
    assert [row["id"] for row in rows] == [
        "text",
        2,
        "context",
        "missing",
        "line 5",
        "line 6",
        "turns",
        "empty",
        "last",
    ]
    assert [set(row) >= ANSWER_FIELDS for row in rows] == [True, True, True, *[False] * 5, True]
    assert [set(row) == {"id", "error"} for row in rows] == [False, False, False, *[True] * 5, False]
    assert "$297,000" in rows[1]["answer"]
    assert rows[2]["kind"] == "script"
    assert rows[2]["findings"] == []
    assert rows[8]["offers"] == []
    assert "5 lines failed" in result.err


def test_a_batch_file_that_is_not_there_is_named(parley: Parley, tmp_path: Path) -> None:
    result = parley("ask", "--batch", tmp_path / "no.jsonl", tmp_path / "out.jsonl")
    assert result.status == 2
    assert "no.jsonl" in result.err


# offer parse


def test_offer_parse_gives_terms_and_the_words_they_were_read_from(parley: Parley, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(OFFER, encoding="utf-8")
    draft = parley("offer", "parse", letter, "--json").json
    assert draft["is_offer"] is True
    assert (draft["company"], draft["base_annual"], draft["currency"]) == ("Microsoft", 180000, "USD")
    assert draft["signing"] == [{"year": 1, "amount": 40000}]
    assert draft["relocation"] is None
    assert draft["equity"][0]["total_value"] == 200000
    for item in draft["evidence"]:
        assert OFFER[item["start"] : item["end"]] == item["quote"]
    assert {"questions", "warnings"} <= set(draft)
    assert parley("offer", "parse", "-", "--json", stdin=OFFER).json == draft


def test_offer_parse_says_when_a_text_is_no_offer(parley: Parley) -> None:
    draft = parley("offer", "parse", "-", "--json", stdin="The weather is fine today.").json
    assert draft["is_offer"] is False
    assert draft["base_annual"] is None
    assert draft["equity"] == []


def test_offer_parse_takes_batches(parley: Parley, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", {"id": "a", "text": OFFER}, {"id": "b", "text": 7})
    parley("offer", "parse", "--batch", source, tmp_path / "out.jsonl")
    first, second = read_rows(tmp_path / "out.jsonl")
    assert first["base_annual"] == 180000
    assert set(second) == {"id", "error"}


def test_offer_parse_names_a_file_it_cannot_read(parley: Parley, tmp_path: Path) -> None:
    assert "no.pdf" in parley("offer", "parse", tmp_path / "no.pdf").err
    assert parley("offer", "parse", tmp_path).status == 2


# search


def test_search_gives_the_best_passages_first(parley: Parley) -> None:
    hits = parley("search", "exploding deadline", "-k", "3", "--json").json["hits"]
    assert len(hits) == 3
    assert set(hits[0]) >= {"source_id", "title", "section", "publisher", "text", "score"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert parley("search", "exploding deadline", "-k", "0").status == 2


def test_search_takes_batches(parley: Parley, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", {"id": "a", "text": "vesting cliff"}, {"id": "b"})
    parley("search", "--batch", source, tmp_path / "out.jsonl", "-k", "2")
    first, second = read_rows(tmp_path / "out.jsonl")
    assert len(first["hits"]) == 2
    assert "error" in second


# calc


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


# library


def test_library_audit_recomputes_every_registered_number(parley: Parley) -> None:
    result = parley("library", "audit", "--json")
    assert result.status == 0
    assert len(result.json["table"]) > 60
    assert {row["verdict"] for row in result.json["table"]} == {"reproduces", "other_convention", "does_not_reproduce"}
    assert result.json["figures"][0]["label"] == "examples that reproduce"


def test_library_audit_of_one_source_reads_as_a_table(parley: Parley) -> None:
    result = parley("library", "audit", "--source", "ml-at-scale")
    assert result.status == 0
    assert "2 of 2" in result.out
    unknown = parley("library", "audit", "--source", "nobody")
    assert unknown.status == 2
    assert "source" in unknown.out


# calc: the list


def test_calc_names_its_tools(parley: Parley) -> None:
    tools = parley("calc", "--list", "--json").json["tools"]
    assert all({"name", "description", "schema"} <= set(tool) for tool in tools)
    assert "total_compensation" in {tool["name"] for tool in tools}
    unknown = parley("calc", "no_such_tool", "--args", "{}", "--json")
    assert (unknown.status, unknown.json["error"]["field"]) == (2, "tool")


# The rest


def test_doctor_says_what_works_and_what_would_leave(parley: Parley, data_folder: Path) -> None:
    status = parley("doctor", "--json").json
    assert status["chat_model"] == "offline"
    assert status["outgoing"] == []
    assert all(set(check) >= {"name", "ok", "detail", "fix"} for check in status["checks"])
    assert "nothing" in parley("doctor").out


def test_doctor_names_the_address_a_chosen_model_is_reached_at(parley: Parley, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_MODEL", "openai:some-model")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-a-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    result = parley("doctor", "--json")
    assert "http://127.0.0.1:9/v1" in result.json["outgoing"][0]
    assert "sk-a-secret" not in result.out + result.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("PARLEY_MODEL", "magic"), ("PARLEY_MODEL", "openai:"), ("PARLEY_MODEL", "openai:x"), ("PARLEY_TYPO", "1")],
)
def test_a_setting_that_cannot_be_used_is_named(
    parley: Parley, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    for variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(name, value)
    result = parley("ask", "hello")
    assert result.status == 2
    assert result.err.startswith(f"parley: {name}")


def test_a_data_folder_that_cannot_be_written_costs_the_keeping_and_nothing_else(
    parley: Parley, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("PARLEY_DATA_DIR", str(tmp_path / "file" / "data"))
    answer = parley("ask", OFFER, "--json")
    assert "$297,000" in answer.json["answer"]
    (cases,) = [check for check in parley("doctor", "--json").json["checks"] if check["name"] == "cases"]
    assert cases["ok"] is False
    assert "PARLEY_DATA_DIR" in cases["fix"]

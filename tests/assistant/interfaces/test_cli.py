"""The command line contract: names, fields and exit statuses that others rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.command_line import OFFER, Parley, read_rows, write_rows

BASE = {"offer": {"base_annual": 100000}}


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


def test_review_marks_flaws_with_a_source_and_leaves_a_good_message_alone(parley: Parley, tmp_path: Path) -> None:
    good = "Hi Ann, thank you, I'm excited. Based on comparable roles, could we bring the base to 195k?"
    rows = [
        {"id": "1", "text": "I make 120k now. Give me 150k or I'm out.", "context": "Offer 135k"},
        {"id": "2", "text": good},
        {"id": "3", "text": " "},
    ]
    source, target = write_rows(tmp_path / "in.jsonl", *rows), tmp_path / "out.jsonl"
    parley("review", "--batch", str(source), str(target))
    first, second, third = read_rows(target)
    assert {"ultimatum", "reveals_current_salary"} <= {flaw["label"] for flaw in first["flaws"]}
    assert all(flaw["quote"] in rows[0]["text"] and flaw["source_id"] for flaw in first["flaws"])
    assert (second["flaws"], second["good"], second["rewrite"]) == ([], True, good)
    assert "error" in third


def test_documents_are_taken_in_listed_shown_and_removed(parley: Parley, tmp_path: Path) -> None:
    (tmp_path / "leave.md").write_text(
        "# Leave at Blue Harbour\n\nParental leave is twenty-one weeks.\n", encoding="utf-8"
    )
    taken = parley("ingest", str(tmp_path), "--json").json["documents"]
    assert [(item["source_id"], item["error"]) for item in taken] == [("own-leave", "")]
    listed = parley("library", "list", "--own", "--json").json["documents"]
    assert [entry["title"] for entry in listed] == ["Leave at Blue Harbour"]
    assert "twenty-one weeks" in parley("library", "show", "own-leave").out
    hits = parley("search", "parental leave at blue harbour", "-k", "3", "--json").json["hits"]
    assert hits[0]["source_id"] == "own-leave"
    assert parley("library", "rebuild", "--json").json["state"] == "rebuilt"
    assert parley("library", "remove", "own-leave", "--json").json == {"removed": "own-leave"}

"""`parley counter`: the same as the page, from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.command_line import OFFER, Parley


def test_a_counter_is_planned_written_and_saved(parley: Parley, tmp_path: Path) -> None:
    parley("ask", "--case", "acme", f"{OFFER}. Please answer by December 4, 2026.")
    first = parley("counter", "--case", "acme", "--walk-away", "185k", "--tone", "warm", "--packet", "--json").json
    figures = {item["label"]: item["value"] for item in first["plan"]["figures"]}
    assert (figures["walk-away"], figures["target"], figures["initial ask"]) == (185000, 189000, 198000)
    assert first["exchange"]["table"][0]["amount"] == 10000
    assert "$198,000" in first["message"]
    assert first["review"]["good"]
    assert [reply["when"] for reply in first["replies"]] == ["Yes", "Part of it", "No"]
    assert {row["zone"] for row in first["ladder"]["table"]} == {"hold", "counter", "accept"}
    assert "Ask:" in first["packet"]

    kept = parley("counter", "--case", "acme", "--ask", "base_salary=205k", "--json").json
    assert kept["message"] == first["message"]
    assert kept["asks_changed"]
    written = parley("counter", "--case", "acme", "--write", "--out", tmp_path / "counter.docx")
    assert written.status == 0
    assert "$205,000" in written.out
    assert "180,000 " not in written.out.replace("$180,000", "")
    assert (tmp_path / "counter.docx").read_bytes().startswith(b"PK")
    assert parley("counter", "--case", "acme", "--undo", "--json").json["message"] == first["message"]
    assert parley("counter", "--case", "acme", "--out", tmp_path / "deadline.ics").status == 0
    assert b"20261204" in (tmp_path / "deadline.ics").read_bytes()
    assert "exists already" in parley("counter", "--case", "acme", "--out", tmp_path / "counter.docx").err
    assert "must end in" in parley("counter", "--case", "acme", "--out", tmp_path / "counter.pdf").err


def test_wrong_input_is_one_sentence_that_names_the_field(parley: Parley) -> None:
    parley("ask", "--case", "wrong", OFFER)
    for arguments, words in (
        ((), "case: is missing"),
        (("--case", "nope"), "does not exist"),
        (("--case", "wrong", "--target", "lots"), 'target: "lots" is no amount'),
        (("--case", "wrong", "--ask", "205k"), "base_salary=205k"),
        (("--case", "wrong", "--offer", "Google"), "on file: Microsoft"),
    ):
        result = parley("counter", *arguments)
        assert result.status == 2
        assert words in result.err

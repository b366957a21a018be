"""`parley practice`: from a file, from a batch, and turn by turn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.command_line import OFFER, Parley, read_rows, write_rows

ASK = "Thanks, I love the team! Could the base be 198k? The market median for this level is 205k."


@pytest.fixture
def case(parley: Parley, request: pytest.FixtureRequest) -> str:
    name = f"case-{request.node.name}"
    assert parley("ask", "--case", name, OFFER, "--json").status == 0
    assert parley("offer", "confirm", "--case", name, "--json").status == 0
    return name


def test_a_talk_is_read_from_a_file_and_scored(parley: Parley, case: str, tmp_path: Path) -> None:
    turns = tmp_path / "turns.txt"
    turns.write_text(f"{ASK}\n\n...\nThat works, please put it in writing. I accept.\n", encoding="utf-8")
    arguments = ("practice", "--case", case, "--temper", "hurried", "--seed", "4", "--target", "285k")
    result = parley(*arguments, "--turns", turns, "--json").json
    assert [taken["said"] for taken in result["rounds"]][1] == ""
    assert result["ended"] == "accepted"
    assert result["plan"] == {"target": 285000, "walk_away": None}
    score = result["scorecard"]
    assert {item["lever"] for item in score["levers"]} >= {"base_salary", "equity_grant", "sign_on_bonus"}
    assert all({"value", "formula", "inputs"} <= set(figure) for figure in score["figures"])
    again = parley(*arguments, "--turns", turns, "--json").json
    assert again["rounds"] == result["rounds"]
    assert again["number"] == result["number"] + 1


def test_the_band_is_not_told_before_the_end(parley: Parley, case: str) -> None:
    out = parley("practice", "--case", case, "--temper", "friendly", "--turns", "-", "--json", stdin=ASK).json
    assert out["scorecard"] is None
    assert not {"band", "most", "room"} & set(out)
    assert "most" not in json.dumps(out["rounds"]).split('"')
    kept = parley("practice", "--case", case, "--json").json
    assert kept == out
    ended = parley("practice", "--case", case, "--stop", "--json").json
    assert ended["ended"] == "stopped" and ended["scorecard"]["levers"]


def test_a_batch_needs_no_stored_case(parley: Parley, tmp_path: Path) -> None:
    rows = write_rows(
        tmp_path / "in.jsonl",
        {"id": 1, "context": OFFER, "temper": "by_the_book", "seed": 2, "turns": [ASK, "", "I accept."]},
        {"id": 2, "context": "hello", "turns": []},
        {"id": 3, "context": OFFER, "temper": "grumpy"},
        {"id": 4, "context": OFFER, "seed": "two"},
    )
    parley("practice", "--batch", rows, tmp_path / "out.jsonl")
    done, *failed = read_rows(tmp_path / "out.jsonl")
    assert done["ended"] == "accepted" and done["temper"] == "by_the_book"
    errors = [row["error"] for row in failed]
    assert errors[0].startswith("offer: ") and errors[1].startswith("temper: ") and errors[2].startswith("seed: ")


def test_a_talk_in_the_terminal_shows_notes_and_the_scorecard(parley: Parley, case: str) -> None:
    typed = "I make 150k now\n\n/stop\ns\n/stop\n\n"
    out = parley("practice", "--case", case, "--temper", "hardball", stdin=typed).out
    words = " ".join(out.split())
    assert "First number: Told them your present pay. “I make 150k now”" in words
    assert "Better: I would rather talk about what this role is worth." in words
    assert "their limit" in words
    assert out.count("Scorecard: stopped") == 2


def test_a_talk_that_is_left_goes_on_later(parley: Parley, case: str) -> None:
    left = parley("practice", "--case", case, "--temper", "friendly", stdin=f"{ASK}\n")
    assert f"Kept: parley practice --case {case}" in left.out
    again = parley("practice", "--case", case, stdin="/stop\n\n")
    assert "Could the base be 198k?" in " ".join(again.out.split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--json",), "case: is missing"),
        (("--case", "nobody", "--json"), "does not exist"),
        (("--case", "nobody", "--target", "much", "--json"), 'target: "much" is no amount; write it like 285k'),
    ],
)
def test_what_is_missing_is_said(parley: Parley, arguments: tuple[str, ...], message: str) -> None:
    result = parley("practice", *arguments)
    assert result.status == 2
    assert message in result.json["error"]

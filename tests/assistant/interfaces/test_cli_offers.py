"""`parley offer`: letters read, and held against what was promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.command_line import OFFER, Parley, read_rows, write_rows


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


def test_offer_diff_names_what_is_missing_and_what_to_ask(parley: Parley, tmp_path: Path) -> None:
    before, letter = tmp_path / "notes.txt", tmp_path / "letter.txt"
    before.write_text("base 185k, 30k sign-on, and they'd sponsor my visa", encoding="utf-8")
    letter.write_text("Dear Sam,\nBase salary: $180,000 a year\n", encoding="utf-8")
    answer = parley("offer", "diff", before, letter, "--json").json
    assert {item["field"]: item["standing"] for item in answer["changes"]} == {
        "signing": "missing",
        "visa sponsorship": "missing",
        "base_annual": "changed",
    }
    assert len(answer["questions"]) == 3
    assert answer["summary"] == "2 missing, 1 changed"
    shown = parley("offer", "diff", before, letter)
    assert "sign-on bonus" in shown.out
    assert "Ask:" in shown.out


def test_offer_diff_names_the_side_it_cannot_read(parley: Parley, tmp_path: Path) -> None:
    result = parley("offer", "diff", tmp_path / "gone.txt", "-", stdin=OFFER)
    assert result.status == 2
    assert "gone.txt" in result.err


def test_offer_confirm_corrects_by_hand_and_keeps_what_was_there(parley: Parley) -> None:
    parley("ask", "--case", "gate", OFFER)
    answer = parley("offer", "confirm", "--case", "gate", "--set", "signing[0].amount=45k", "--json").json
    assert answer["confirmed"] is True
    assert {row["field"]: row["value"] for row in answer["terms"]}["signing[0].amount"] == "45000"
    (change,) = answer["history"]
    assert (change["field"], change["words"]) == ("signing", "edited by hand")
    assert change["before"][0]["amount"] == 40000
    assert "$45,000" in parley("offer", "confirm", "--case", "gate").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--case", "nowhere"], "nowhere"),
        (["--case", "gate2", "--offer", "Globex"], "Globex"),
        (["--case", "gate2", "--set", "base_annual=lots"], "base_annual"),
        (["--case", "gate2", "--set", "base_annual"], "base_annual=185k"),
    ],
)
def test_offer_confirm_names_what_it_cannot_use(parley: Parley, arguments: list[str], named: str) -> None:
    parley("ask", "--case", "gate2", OFFER)
    result = parley("offer", "confirm", *arguments)
    assert result.status == 2
    assert named in result.err

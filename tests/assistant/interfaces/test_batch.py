"""Batches: every line gets an answer or an error, in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.interfaces.batch import run_batch, text_of


def answer(row: dict[str, Any]) -> dict[str, Any]:
    if row.get("text") == "break":
        raise RuntimeError("/home/someone/secret")
    return {"said": text_of(row).upper()}


def run(tmp_path: Path, source: str) -> tuple[int, list[dict[str, Any]]]:
    (tmp_path / "in.jsonl").write_text(source, encoding="utf-8")
    failed = run_batch(tmp_path / "in.jsonl", tmp_path / "out.jsonl", answer)
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return failed, [json.loads(line) for line in lines]


def test_lines_are_answered_in_order_and_words_stay_as_they_are_written(tmp_path: Path) -> None:
    failed, rows = run(tmp_path, '{"id": 1, "text": "é"}\n\n{"id": "b", "text": "b"}')
    assert failed == 0
    assert rows == [{"id": 1, "said": "É"}, {"id": "b", "said": "B"}]
    assert "É" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "identity", "error"),
    [
        ('{"id": 7}', 7, "text"),
        ('{"id": 7, "text": 8}', 7, "text"),
        ('{"id": 7, "text": "break"}', 7, "RuntimeError"),
        ("nonsense", "line 1", "not JSON"),
        ("[]", "line 1", "JSON object"),
        ('{"text": null}', "line 1", "text"),
    ],
)
def test_a_line_that_fails_says_why_and_the_next_is_answered(
    tmp_path: Path, line: str, identity: Any, error: str
) -> None:
    failed, (first, second) = run(tmp_path, f'{line}\n{{"id": 2, "text": "on"}}')
    assert failed == 1
    assert first["id"] == identity
    assert error in first["error"]
    assert "secret" not in first["error"]
    assert second == {"id": 2, "said": "ON"}


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\xef\xbb\xbf{"id": 1, "text": "a"}\n')
    assert run_batch(tmp_path / "in.jsonl", tmp_path / "out.jsonl", answer) == 0


def test_a_line_that_is_no_text_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"id": 1, "text": "\xff"}\n{"id": 2, "text": "\\ud800"}\n')
    assert run_batch(tmp_path / "in.jsonl", tmp_path / "out.jsonl", answer) == 1
    first, second = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert "UTF-8" in json.loads(first)["error"]
    assert json.loads(second) == {"id": 2, "said": "?"}


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"none\.jsonl"):
        run_batch(tmp_path / "none.jsonl", tmp_path / "out.jsonl", answer)
    with pytest.raises(InputError, match=r"out\.jsonl"):
        run_batch(tmp_path / "in.jsonl", tmp_path / "none" / "out.jsonl", answer)


def test_writing_over_the_questions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, "text": "a"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="same file"):
        run_batch(path, path, answer)
    assert path.read_text(encoding="utf-8")

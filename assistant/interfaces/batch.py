"""Batches: one JSON object a line in, one a line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.errors import InputError, ParleyError

Row = dict[str, Any]


def run_batch(source: Path, target: Path, answer: Callable[[Row], Row]) -> int:
    """Answer every line; a line that fails gives {"id", "error"} and the batch goes on.

    Returns the number of lines that failed.

    Raises:
        InputError: a file cannot be opened.
    """
    failed = 0
    if source.resolve() == target.resolve():
        raise InputError("batch", f"{source} and {target} are the same file; name another one for the answers")
    try:
        with source.open("rb") as lines, target.open("w", encoding="utf-8", errors="replace") as out:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    row = _answer_line(line, number, answer)
                    failed += "error" in row
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
                    out.flush()
    except OSError as error:
        raise InputError("batch", f"{error.filename} cannot be used ({error.strerror})") from error
    return failed


def _answer_line(line: bytes, number: int, answer: Callable[[Row], Row]) -> Row:
    identity: Any = f"line {number}"
    try:
        row = json.loads(line.decode("utf-8-sig"))
        if not isinstance(row, dict):
            raise InputError(f"line {number}", 'is not a JSON object with "id" and "text"')
        identity = row.get("id", identity)
        return {"id": identity, **answer(row)}
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        return {"id": identity, "error": f"line {number} is not JSON in UTF-8: {error}"}
    except ParleyError as error:
        return {"id": identity, "error": str(error)}
    except Exception as error:
        # One broken line must not cost the others their answers.
        return {"id": identity, "error": f"unexpected problem ({type(error).__name__})"}


def text_of(row: Row, field: str = "text") -> str:
    """A text field of a batch line.

    Raises:
        InputError: it is missing or no text.
    """
    value = row.get(field)
    if not isinstance(value, str):
        raise InputError(field, "is missing or not a text")
    return value

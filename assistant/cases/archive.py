"""Archive: cases as one JSON file a person keeps, moves to another machine and reads in again."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from assistant.cases.case import Case, CaseValue, Turn
from assistant.errors import InputError

FORMAT: Literal["parley-cases"] = "parley-cases"
LARGEST_BYTES = 50_000_000
LONGEST_NAME = 120


class CaseFile(CaseValue):
    """A case with its conversation and practices, as they are stored; `changed` is an ISO 8601 time in UTC."""

    case: Case
    changed: str
    turns: tuple[Turn, ...] = ()
    practices: tuple[dict[str, Any], ...] = ()

    @field_validator("case")
    @classmethod
    def _check_name(cls, case: Case) -> Case:
        if not case.name.strip() or case.name.startswith("~") or len(case.name) > LONGEST_NAME:
            raise ValueError(f'its name must have 1 to {LONGEST_NAME} characters and not start with "~"')
        return case

    @field_validator("turns")
    @classmethod
    def _check_numbers(cls, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
        numbers = [turn.number for turn in turns]
        if any(number < 1 for number in numbers) or sorted(set(numbers)) != numbers:
            raise ValueError("their numbers must count up from 1")
        return turns


class CaseArchive(CaseValue):
    """Everything a person entered and was answered, case by case."""

    format: Literal["parley-cases"] = FORMAT
    version: Literal[1] = 1
    exported: str
    cases: tuple[CaseFile, ...] = Field(default=())


def render_archive(archive: CaseArchive) -> str:
    """The archive as JSON.

    >>> parse_archive(render_archive(CaseArchive(exported="2026-11-21T09:30:00Z")).encode()).cases
    ()
    """
    return archive.model_dump_json(indent=2) + "\n"


def parse_archive(data: bytes) -> CaseArchive:
    """The archive in the bytes of a file.

    Raises:
        InputError: it is too large, or no archive; the first place that is wrong is named.
    """
    if len(data) > LARGEST_BYTES:
        raise InputError("file", f"is larger than {LARGEST_BYTES // 10**6} MB; export and import case by case")
    try:
        return CaseArchive.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"])
        reason = problem["msg"].removeprefix("Value error, ")
        where = f" (wrong at {place.lstrip('.')}: {reason})" if place.startswith((".cases", ".version")) else ""
        raise InputError(
            "file",
            f"is not a JSON file that Parley exported{where}. Make one on the page under Settings and privacy, or with "
            "parley case export.",
        ) from error

"""Every tool is listed once, documented for its readers, and has a file and a status line of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.tools import specs
from assistant.tools.spec import ToolSpec

FOLDER = Path(specs.__file__).parent
SPECS = pytest.mark.parametrize("spec", specs.SPECS, ids=lambda spec: spec.name)


def test_every_spec_of_the_package_is_listed_once() -> None:
    defined = [
        name
        for path in FOLDER.glob("*.py")
        for name in re.findall(r"^(\w+) = ToolSpec\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    names = [spec.name for spec in specs.SPECS]
    assert sorted(name.lower() for name in defined) == sorted(names)
    assert len(set(names)) == len(names)


@SPECS
def test_the_description_says_what_comes_back_and_when_to_use_it(spec: ToolSpec) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", spec.name)
    assert spec.description == spec.description.strip()
    assert spec.description.endswith(".")
    assert "Use it " in spec.description
    assert 60 <= len(spec.description) <= 400


@SPECS
def test_every_argument_is_described_and_no_other_is_taken(spec: ToolSpec) -> None:
    schema = spec.schema
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    for name, argument in schema.get("properties", {}).items():
        assert argument.get("description"), f"{spec.name}.{name} has no description"


@SPECS
def test_the_person_is_told_what_the_tool_does_while_it_runs(spec: ToolSpec) -> None:
    assert re.fullmatch(r"[a-z][a-z ,-]+…", spec.status)

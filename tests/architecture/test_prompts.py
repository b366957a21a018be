"""Prompts and code agree: every template is used, every placeholder is known, every tool named exists."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment, meta, nodes

from assistant.agent.prompts import Prompts
from assistant.checks.citations import resolve_citations
from assistant.paths import bundle_root
from assistant.tools.specs import SPECS

ROOT = bundle_root()
FILES = sorted((ROOT / "prompts").rglob("*.md"))
NAMES = [path.relative_to(ROOT / "prompts").with_suffix("").as_posix() for path in FILES]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "assistant").rglob("*.py")))
TEXTS = dict(zip(NAMES, (path.read_text(encoding="utf-8") for path in FILES), strict=True))


def parse(text: str) -> nodes.Template:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).parse(text)


PARTS = {part for text in TEXTS.values() for part in meta.find_referenced_templates(parse(text))}


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_used(name: str) -> None:
    folder, _, stem = name.rpartition("/")
    by_code = f'"{name}"' in CODE or (f'"{stem}"' in CODE and f'"{folder}/' in CODE)
    assert by_code or f"{name}.md" in PARTS


def test_every_part_a_template_takes_in_is_there() -> None:
    assert {f"{name}.md" for name in NAMES} >= PARTS


@pytest.mark.parametrize("name", NAMES)
def test_every_placeholder_is_a_name_the_code_passes(name: str) -> None:
    wanted = meta.find_undeclared_variables(parse(TEXTS[name]))
    unknown = {word for word in wanted if not re.search(rf"""\b{word}=|["']{word}["']""", CODE)}
    assert not unknown


def test_the_coach_is_told_only_of_tools_there_are() -> None:
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", Prompts(ROOT / "prompts").render("system/coach", calculators="")))
    assert named
    assert named <= {spec.name for spec in SPECS}


def test_the_way_to_cite_the_coach_is_taught_is_the_way_that_is_read() -> None:
    (example,) = re.findall(r"`(\[\d[^`]*\])`", TEXTS["system/coach"])
    assert resolve_citations(f"Advice. {example}", {})[0].strip() == "Advice."

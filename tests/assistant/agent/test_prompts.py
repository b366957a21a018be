"""Prompts: filled completely or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from assistant.agent.prompts import Prompts
from assistant.errors import KnowledgeError


def test_placeholders_are_filled(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hello {{ who }}.\n", encoding="utf-8")
    assert Prompts(tmp_path).render("hello", who="Sam") == "Hello Sam."


def test_a_missing_value_is_an_error_and_never_a_blank(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hello {{ who }}.", encoding="utf-8")
    with pytest.raises(UndefinedError):
        Prompts(tmp_path).render("hello")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"prompts/nothing\.md"):
        Prompts(tmp_path).render("nothing")


def test_a_value_is_text_and_never_a_template(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hello {{ who }}.", encoding="utf-8")
    assert Prompts(tmp_path).render("hello", who="{{ 7 * 7 }}") == "Hello {{ 7 * 7 }}."


def test_a_template_cannot_reach_into_python(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("{{ who.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(SecurityError):
        Prompts(tmp_path).render("hello", who="Sam")

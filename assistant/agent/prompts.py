"""Prompts: the words in prompts/, with every placeholder checked."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.errors import KnowledgeError


class Prompts:
    """The Markdown templates below one folder, by path without suffix ("system/coach")."""

    def __init__(self, folder: Path) -> None:
        self._environment: Environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder, encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, **values: object) -> str:
        """The template with its placeholders filled; a missing value is an error, never a blank.

        Raises:
            KnowledgeError: there is no such template.
        """
        try:
            return self._environment.get_template(f"{name}.md").render(**values).strip()
        except TemplateNotFound as error:
            raise KnowledgeError(f"prompts/{name}.md is missing") from error

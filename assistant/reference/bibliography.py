"""Bibliography: who stands behind a number, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from assistant.domain.evidence import Source
from assistant.errors import KnowledgeError


@lru_cache(maxsize=8)
def load_bibliography(path: Path) -> Mapping[str, Source]:
    """The sources of the library by id.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    import yaml

    try:
        entries = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        sources = (Source.model_validate(entry | {"date": _text(entry["date"])}) for entry in entries)
        return {source.id: source for source in sources}
    except (OSError, yaml.YAMLError, ValueError, TypeError, KeyError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def _text(day: object) -> str | None:
    return None if day is None else str(day)


def describe_source(source: Source) -> str:
    """The source in a sentence: publisher, date, trust and why."""
    return f"{source.publisher} ({source.date or 'undated'}), trust {source.trust}: {source.why}"

"""Level tables: knowledge/reference/levels.yaml read into domain values."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from assistant.domain.levels import LevelTables
from assistant.errors import KnowledgeError


@lru_cache(maxsize=8)
def load_level_tables(path: Path) -> LevelTables:
    """What sources say about levels.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    import yaml

    try:
        loaded = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        return LevelTables.model_validate(loaded)
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error

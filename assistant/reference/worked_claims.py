"""Worked claims: the numbers in published advice that knowledge/worked_claims.yaml registers for recomputation."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from assistant.domain.guidance_audit import WorkedClaim
from assistant.errors import KnowledgeError


@lru_cache(maxsize=8)
def load_worked_claims(path: Path) -> tuple[WorkedClaim, ...]:
    """The registered worked examples, in the order of the file.

    Raises:
        KnowledgeError: the file does not follow its format.
    """
    import yaml

    try:
        loaded = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        return tuple(WorkedClaim.model_validate(entry) for entry in loaded["examples"])
    except (OSError, yaml.YAMLError, ValueError, TypeError, KeyError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error

"""The manifest beside the Chroma files: what they hold, and checksums that tell damage before it is opened.

Chroma ends the process on some damaged files and answers wrongly on others, so nothing is opened that
the manifest does not vouch for.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

MANIFEST_FILE = "manifest.json"


class FileMark(BaseModel):
    """A file of the generation folder, by its relative path with forward slashes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    size: int
    modified_ns: int
    sha256: str


class Manifest(BaseModel):
    """What the index holds: `generation` names the folder of the Chroma files, `wanted` what it serves."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    chroma_version: str
    generation: str
    wanted: str
    embedders: tuple[str, ...]
    count: int
    content_hash: str
    files: tuple[FileMark, ...]

    @property
    def snapshot_name(self) -> str:
        """File name of the derived copy."""
        return f"snapshot-{self.content_hash[:16]}.npz"


def load_manifest(folder: Path) -> Manifest | None:
    """The manifest, or None when it is missing, damaged or of another version."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST_FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Replaces the manifest in one step: from here on the index is what it says."""
    draft = folder / f"{MANIFEST_FILE}.draft"
    draft.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
    draft.replace(folder / MANIFEST_FILE)


def mark_files(generation: Path) -> tuple[FileMark, ...]:
    """Every file below `generation`, with its sha256."""
    marks = []
    for path in sorted(generation.rglob("*")):
        if path.is_file():
            status = path.stat()
            name = path.relative_to(generation).as_posix()
            marks.append(
                FileMark(path=name, size=status.st_size, modified_ns=status.st_mtime_ns, sha256=hash_file(path))
            )
    return tuple(marks)


def are_files_intact(folder: Path, manifest: Manifest, read_all: bool) -> bool:
    """Whether the generation folder holds exactly the files of the manifest.

    A file whose size and time of change agree is only read when `read_all`: do so before opening it.
    """
    generation = folder / manifest.generation
    marks = {mark.path: mark for mark in manifest.files}
    try:
        present = {path.relative_to(generation).as_posix(): path for path in generation.rglob("*") if path.is_file()}
        return set(present) == set(marks) and all(
            _is_intact(present[name], mark, read_all) for name, mark in marks.items()
        )
    except OSError:
        return False


def _is_intact(path: Path, mark: FileMark, read_all: bool) -> bool:
    status = path.stat()
    if status.st_size != mark.size:
        return False
    if status.st_mtime_ns == mark.modified_ns and not read_all:
        return True
    return hash_file(path) == mark.sha256


def hash_file(path: Path) -> str:
    """sha256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

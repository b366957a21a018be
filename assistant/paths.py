"""Where the facts and words that travel with the program live."""

from __future__ import annotations

from pathlib import Path


def bundle_root() -> Path:
    """The folder that holds knowledge/, prompts/, ui/ and evals/: the checkout, or the wheel's bundle."""
    package = Path(__file__).resolve().parent
    bundled = package / "bundled"
    return bundled if (bundled / "knowledge").is_dir() else package.parent

"""Where files live: the facts and words that travel with the program, and the person's own data."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

APP_NAME = "parley"


def bundle_root() -> Path:
    """The folder that holds knowledge/, prompts/, ui/ and evals/: the checkout, or the wheel's bundle."""
    package = Path(__file__).resolve().parent
    bundled = package / "bundled"
    return bundled if (bundled / "knowledge").is_dir() else package.parent


def default_data_folder() -> Path:
    """The person's data folder as the operating system wants it."""
    return user_data_path(APP_NAME, appauthor=False)

"""Fixtures every floor may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run: `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("search", deadline=None)
settings.register_profile("parley", deadline=None, derandomize=True)
settings.load_profile("parley")


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that is filled once in a test run; not for tests that count cases."""
    return tmp_path_factory.mktemp("data")

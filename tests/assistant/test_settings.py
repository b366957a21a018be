"""Settings: read from a mapping, checked, and named when they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.settings import default_data_folder, load_settings

KEY = "sk-a-secret"


def test_without_any_variable_nothing_leaves_this_machine() -> None:
    settings = load_settings({})
    assert (settings.chat_model, settings.is_online) == ("offline", False)
    assert settings.data_folder == default_data_folder()


def test_a_key_alone_switches_nothing_on() -> None:
    assert not load_settings({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "https://x.example/v1"}).is_online


@pytest.mark.parametrize("reach", [{"OPENAI_API_KEY": KEY}, {"OPENAI_BASE_URL": "http://localhost:11434/v1"}])
def test_a_model_needs_its_name_and_a_way_to_reach_it(reach: dict[str, str]) -> None:
    assert load_settings({"PARLEY_MODEL": "openai:some-model", **reach}).is_online
    with pytest.raises(InputError, match="PARLEY_MODEL"):
        load_settings({"PARLEY_MODEL": "openai:some-model"})


@pytest.mark.parametrize("name", ["magic", "openai:", "openai", "anthropic:claude", "OFFLINE!"])
def test_an_unknown_model_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="PARLEY_MODEL"):
        load_settings({"PARLEY_MODEL": name, "OPENAI_API_KEY": KEY})


def test_a_misspelt_setting_is_named() -> None:
    with pytest.raises(InputError, match="PARLEY_MODLE"):
        load_settings({"PARLEY_MODLE": "offline"})


def test_the_data_folder_may_start_at_home() -> None:
    assert load_settings({"PARLEY_DATA_DIR": "~/parley"}).data_folder == Path.home() / "parley"


def test_the_key_is_not_part_of_what_settings_say_about_themselves() -> None:
    settings = load_settings({"OPENAI_API_KEY": KEY})
    assert KEY not in repr(settings)
    assert KEY not in settings.model_dump_json()

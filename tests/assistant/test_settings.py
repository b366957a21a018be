from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant import paths
from assistant.errors import InputError
from assistant.settings import OFFLINE, Settings, default_data_folder, load_settings


@pytest.mark.parametrize(
    "environment", [{}, {"PARLEY_MODEL": " "}, {"PARLEY_MODEL": "", "OPENAI_API_KEY": "k", "PATH": "x"}]
)
def test_without_a_choice_nothing_leaves_the_machine(environment: dict[str, str]) -> None:
    settings = load_settings(environment)
    assert settings.chat_model == OFFLINE
    assert not settings.is_online
    assert settings.data_folder == default_data_folder()


def test_a_chosen_model_comes_with_its_key_and_address() -> None:
    settings = load_settings(
        {
            "PARLEY_MODEL": " openai:gpt-x ",
            "OPENAI_API_KEY": "sk-secret",
            "OPENAI_BASE_URL": "http://localhost:11434/v1",
            "PARLEY_DATA_DIR": "~/parley",
        }
    )
    assert settings.is_online
    assert settings.chat_model == "openai:gpt-x"
    assert settings.openai_api_key is not None
    assert settings.openai_api_key.get_secret_value() == "sk-secret"
    assert settings.openai_base_url == "http://localhost:11434/v1"
    assert settings.data_folder == Path.home() / "parley"


def test_the_key_is_never_shown() -> None:
    settings = load_settings({"PARLEY_MODEL": "openai:m", "OPENAI_API_KEY": "sk-secret"})
    assert "sk-secret" not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("environment", "field", "message"),
    [
        ({"PARLEY_MODLE": "x"}, "PARLEY_MODLE", "the settings are PARLEY_DATA_DIR, PARLEY_EMBEDDINGS, PARLEY_MODEL"),
        ({"PARLEY_MODEL": "gpt-x"}, "PARLEY_MODEL", '"gpt-x" is unknown'),
        ({"PARLEY_MODEL": "openai:"}, "PARLEY_MODEL", '"openai:" is unknown'),
        ({"PARLEY_MODEL": "anthropic:x"}, "PARLEY_MODEL", "use .offline. or .openai:<name>"),
        ({"PARLEY_MODEL": "openai:m"}, "PARLEY_MODEL", "needs OPENAI_API_KEY"),
        ({"PARLEY_MODEL": "openai:m", "OPENAI_API_KEY": " "}, "PARLEY_MODEL", "needs OPENAI_API_KEY"),
        ({"PARLEY_MODEL": "openai:m", "OPENAI_BASE_URL": "localhost:1"}, "OPENAI_BASE_URL", "begins with http"),
        ({"PARLEY_DATA_DIR": "~nobody-of-that-name/x"}, "PARLEY_DATA_DIR", "names no home folder"),
    ],
)
def test_a_wrong_setting_is_named(environment: dict[str, str], field: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        load_settings(environment)
    assert caught.value.field == field


def test_an_empty_variable_is_no_setting() -> None:
    assert load_settings({"PARLEY_OLD": ""}) == load_settings({})


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PARLEY_DATA_DIR", str(tmp_path))
    assert load_settings().data_folder == tmp_path


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"model": "x"})


def test_the_facts_and_words_travel_with_the_program() -> None:
    root = paths.bundle_root()
    assert (root / "knowledge" / "claims.yaml").is_file()
    assert (root / "prompts").is_dir()


def test_embeddings_stay_on_this_machine_unless_a_provider_is_named() -> None:
    assert load_settings({}).embeddings is None
    assert load_settings({"PARLEY_EMBEDDINGS": "local"}).embeddings is None
    chosen = load_settings({"PARLEY_EMBEDDINGS": "openai:text-embedding-3-small", "OPENAI_API_KEY": "k"})
    assert chosen.embeddings == "openai:text-embedding-3-small"
    assert not chosen.is_online


@pytest.mark.parametrize("written", ["big", "openai:", "openai:text-embedding-3-small"])
def test_embeddings_that_cannot_be_reached_as_set_are_refused(written: str) -> None:
    with pytest.raises(InputError, match="PARLEY_EMBEDDINGS"):
        load_settings({"PARLEY_EMBEDDINGS": written})

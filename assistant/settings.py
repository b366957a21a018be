"""Settings: the environment, read once and checked; unknown PARLEY_ variables are refused."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from assistant.errors import InputError

OFFLINE = "offline"
LOCAL = "local"
_PREFIX = "PARLEY_"


def default_data_folder() -> Path:
    """The person's data folder as the operating system wants it."""
    return user_data_path("parley", appauthor=False)


class Settings(BaseModel):
    """What the person chose; nothing here is needed for the embedded coach.

    `chat_model` is "offline" or "openai:<name>"; `embeddings` is None (the embedder on this machine) or
    "<provider>:<model>". Key and address are used with what is online only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    chat_model: str = OFFLINE
    embeddings: str | None = None
    data_folder: Path = Field(default_factory=default_data_folder)
    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None

    @property
    def is_online(self) -> bool:
        """Whether a turn leaves this machine."""
        return self.chat_model != OFFLINE


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment.

    Raises:
        InputError: an unknown PARLEY_ variable, or a chat model that cannot be reached as set.
    """
    given = os.environ if environment is None else environment
    values = {name: value.strip() for name, value in given.items() if value.strip()}
    known = {"PARLEY_MODEL", "PARLEY_EMBEDDINGS", "PARLEY_DATA_DIR"}
    unknown = sorted(name for name in values if name.startswith(_PREFIX) and name not in known)
    if unknown:
        raise InputError(unknown[0], f"is not a setting; the settings are {', '.join(sorted(known))}")
    chat_model = values.get("PARLEY_MODEL", OFFLINE)
    key, address = values.get("OPENAI_API_KEY"), values.get("OPENAI_BASE_URL")
    _check_chat_model(chat_model, key, address)
    embeddings = _read_embeddings(values.get("PARLEY_EMBEDDINGS"), key, address)
    return Settings(
        chat_model=chat_model,
        embeddings=embeddings,
        data_folder=_read_folder(values.get("PARLEY_DATA_DIR")),
        openai_api_key=SecretStr(key) if key else None,
        openai_base_url=address,
    )


def _check_chat_model(chat_model: str, key: str | None, address: str | None) -> None:
    if chat_model == OFFLINE:
        return
    scheme, _, name = chat_model.partition(":")
    if scheme != "openai" or not name:
        raise InputError("PARLEY_MODEL", f'"{chat_model}" is unknown; use "offline" or "openai:<name>"')
    if not (key or address):
        raise InputError("PARLEY_MODEL", "needs OPENAI_API_KEY, or OPENAI_BASE_URL of a compatible server")
    if address and not address.startswith(("http://", "https://")):
        raise InputError("OPENAI_BASE_URL", "must be an address that begins with http:// or https://")


def _read_embeddings(written: str | None, key: str | None, address: str | None) -> str | None:
    if written is None or written == LOCAL:
        return None
    provider, _, name = written.partition(":")
    if not (provider and name):
        raise InputError("PARLEY_EMBEDDINGS", f'"{written}" is unknown; use "{LOCAL}" or "<provider>:<model>"')
    if provider == "openai" and not (key or address):
        raise InputError("PARLEY_EMBEDDINGS", "needs OPENAI_API_KEY, or OPENAI_BASE_URL of a compatible server")
    return written


def _read_folder(written: str | None) -> Path:
    try:
        return Path(written).expanduser() if written else default_data_folder()
    except RuntimeError as error:
        raise InputError("PARLEY_DATA_DIR", f'"{written}" names no home folder known here') from error

"""Status: what works here, and what would leave this machine."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Health(BaseModel):
    """One thing that was looked at: whether it works, what was seen, and how to mend it."""

    model_config = ConfigDict(frozen=True)

    name: str
    ok: bool
    detail: str
    fix: str = ""


class Status(BaseModel):
    """The state of this installation, told by the running objects themselves.

    `hosted`: it runs on a server that several people share.
    """

    model_config = ConfigDict(frozen=True)

    chat_model: str
    search_mode: str
    passages: int
    data_folder: str
    store: str
    outgoing: tuple[str, ...]
    notes: tuple[str, ...]
    checks: tuple[Health, ...]
    hosted: bool = False

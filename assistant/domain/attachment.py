"""Attachment: a file the person dropped into the chat."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Attachment(BaseModel):
    """The bytes of a file and the name it came with; the name is a label, never a path."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(max_length=255)
    data: bytes = Field(repr=False)

"""Sizes: numbers too large for any company, named by the argument that makes them so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import InputError

TOO_LARGE = "too large"


@contextmanager
def name_large(field: str) -> Iterator[None]:
    """Whatever comes out too large in this block is the problem of that argument, not of an offer.

    Raises:
        InputError: under the name of the argument.
    """
    try:
        yield
    except InputError as error:
        if error.field == "offer" and TOO_LARGE in error.message:
            raise InputError(field, "makes amounts too large for any company; check the zeros") from error
        raise

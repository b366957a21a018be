"""Blame: problems a rule can only name in general, named by the argument the person gave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import InputError


@contextmanager
def blame(**fields: str) -> Iterator[None]:
    """Within it, an InputError about one of these general fields names the argument instead.

    >>> with blame(offer="net_amount"):
    ...     raise InputError("offer", "holds amounts too large to be pay")
    Traceback (most recent call last):
    assistant.errors.InputError: net_amount: holds amounts too large to be pay
    """
    try:
        yield
    except InputError as error:
        if error.field not in fields:
            raise
        raise InputError(fields[error.field], error.message) from error

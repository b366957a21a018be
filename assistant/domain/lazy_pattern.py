"""Patterns compiled at their first use: most messages need one in six of them, and all together take a second."""

from __future__ import annotations

import re
from typing import Any, cast

_MEMBERS = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("flags", "groups", "groupindex"),
)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, at the time of the first search; a mistake in the pattern is told then.

    >>> lazy(r"sign-?on").search("a signon bonus").group()
    'signon'
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


class _LazyPattern:
    """Takes over the methods of the compiled pattern, so that only the first use goes through here."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _MEMBERS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({member: getattr(compiled, member) for member in _MEMBERS})
        return getattr(compiled, name)

"""Limits: how much one person may send to a server that is shared."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from assistant.errors import LimitReached

if TYPE_CHECKING:
    from ui.state import Request

TURNS_A_MINUTE = 20
LARGEST_FILES = 5_000_000
_MINUTE = 60.0


class Limits:
    """The limits of one person: messages within a minute, and bytes of the files of a message.

    Args:
        turns: messages within any 60 seconds.
        largest: bytes of all files of a message together.
        clock: seconds that only go up.
    """

    def __init__(
        self, turns: int = TURNS_A_MINUTE, largest: int = LARGEST_FILES, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._turns, self._largest, self._clock = turns, largest, clock
        self._sent: deque[float] = deque()

    def admit(self, request: Request) -> None:
        """Count a message.

        Raises:
            LimitReached: it is one too many, or its files are too large; it is not counted then.
        """
        size = sum(len(item.data) for item in request.attachments)
        if size > self._largest:
            told = f"{size / 1e6:.1f} MB, and at most {self._largest / 1e6:g} MB can be sent at once here"
            raise LimitReached(f"The files have {told}. Send the pages with the terms only, or paste the text.")
        now = self._clock()
        while self._sent and now - self._sent[0] >= _MINUTE:
            self._sent.popleft()
        if len(self._sent) >= self._turns:
            wait = ceil(_MINUTE - (now - self._sent[0]))
            raise LimitReached(
                f"You have sent {self._turns} messages within a minute, which is the most this server takes from one "
                f"person. Nothing is lost: send this one in {wait} {'second' if wait == 1 else 'seconds'}."
            )
        self._sent.append(now)

"""The limits of one person on a shared server, by a clock of the test's own."""

from __future__ import annotations

import pytest

from assistant.domain.attachment import Attachment
from assistant.errors import LimitReached
from ui.limits import Limits
from ui.state import Request

HELLO = Request("hello")


def test_one_message_too_many_waits_until_the_first_is_a_minute_old() -> None:
    now = [100.0]
    limits = Limits(turns=2, clock=lambda: now[0])
    limits.admit(HELLO)
    now[0] = 130.0
    limits.admit(HELLO)
    with pytest.raises(LimitReached, match=r"2 messages within a minute.* in 30 seconds"):
        limits.admit(HELLO)
    now[0] = 159.5
    with pytest.raises(LimitReached, match="in 1 second"):
        limits.admit(HELLO)
    now[0] = 160.0
    limits.admit(HELLO)


def test_files_that_are_too_large_together_are_refused_and_not_counted() -> None:
    limits = Limits(turns=1, largest=1_000_000)
    files = tuple(Attachment(name=f"{number}.pdf", data=bytes(600_000)) for number in range(2))
    with pytest.raises(LimitReached, match=r"1.2 MB, and at most 1 MB"):
        limits.admit(Request("", files))
    limits.admit(Request("", files[:1]))

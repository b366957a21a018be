"""Replies: what to say to a yes, to a part of it and to a no."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from assistant.offline.scripts.asking import Wanted, name_fallback


class Reply(NamedTuple):
    """How they answer, the words to say then, and what to do after saying them."""

    when: str
    words: str
    then: str = ""


def prepare_replies(wanted: list[Wanted], closed: Collection[str] = ()) -> tuple[Reply, ...]:
    """The answers to a counter that asks for these things, best first; none without an ask; nothing `closed` is named.

    >>> [reply.when for reply in prepare_replies([Wanted("base_salary", "base salary", "155,000")])]
    ['Yes', 'Part of it', 'No']
    """
    if not wanted:
        return ()
    partly = name_fallback(wanted, {}, closed) or "the start date or a written review"
    return (
        Reply("Yes", "Thank you, I appreciate it. Please send the updated letter, so that I can read and sign it."),
        Reply("Part of it", f"Thank you for moving. Could {partly} close the rest?"),
        Reply("No", "I understand. What would be possible instead, and who decides on it?", "Then wait."),
    )

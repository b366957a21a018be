"""Decline: one kind of untruth, why it harms the person, the honest way to the same end, and a line that is true."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Decline:
    """One kind of untruth.

    `declined` says what is not written and what it risks, `topic` where the library speaks of it, `honestly` the
    strongest honest way to the same end, `instead` a true line to say. `words` tell this kind from others of its
    family; None is the family's usual one.
    """

    family: str
    declined: str
    topic: str
    honestly: str
    instead: str
    words: re.Pattern[str] | None = None

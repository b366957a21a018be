"""Outbid: another firm that is to be said to pay more than it does on file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.offline.honesty import CLAIM_VERB
from assistant.offline.lexicon import any_of

_RISEN = any_of(
    r"\b(?:now|rais\w+|went up|up to|update\w*|new|improved|increased|came back)\b",
    r"\b(?:upped|matched|meanwhile|today|correct\w*)\b",
    r"\b(?:in total|total|tc|with)\b",
)
"""Tells that an offer has changed, or of another sum than its base."""
_PAYS = r"(?:pays?|offers?|offered|gave|gives|has offered|is at|would pay)"
_SUM = r"(?P<sum>[$€£₹]?\d[\d.,]*k?)"
SCALES = (1, 1000, 100_000)
MOST_TIMES = 3
"""Times the base on file from which a number is told of something else."""


def outbids_file(text: str, offers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a competing offer is to be told higher than it is on file, by words that tell of no change.

    >>> bolt = {"name": "Bolt", "role": "competing", "offer": {"base_annual": 160_000}}
    >>> outbids_file("tell Acme bolt pays 170", [bolt]), outbids_file("tell Acme bolt pays 160", [bolt])
    (True, False)
    """
    return not _RISEN.search(text) and any(
        _tells_more(text, str(item["offer"].get("company") or item["name"]), item["offer"].get("base_annual"))
        for item in offers
        if item["role"] == "competing"
    )


def _tells_more(text: str, company: str, base: float | None) -> bool:
    """Whether the company is to be said to pay more than its base on file."""
    name = re.escape(company.split(maxsplit=1)[0])
    said = re.search(rf"{CLAIM_VERB}\b[^.?!\n]{{0,40}}\b{name} {_PAYS}(?: me)? {_SUM}", text, re.IGNORECASE)
    if said is None or not base:
        return False
    sums = [amount.value * scale for amount in read_amounts(said["sum"]) for scale in SCALES]
    return any(base < value < MOST_TIMES * base for value in sums)

"""Refusal: which part of the pay a recruiter's line closes, and which lines refuse nothing."""

from __future__ import annotations

import re

CLOSED: dict[str, str] = {
    "band_limit": "base",
    "internal_equity": "base",
    "hike_cap": "base",
    "equity_fixed": "stock",
    "paper_money": "stock",
    "startup_equity_hype": "stock",
    "no_signing_bonus": "sign-on",
    "bonus_guaranteed": "bonus",
}
"""Which part of the pay an objection is about."""
NO_REFUSALS = frozenset(
    {
        "accept_before_we_can",
        "bonus_guaranteed",
        "bonus_not_written",
        "current_salary",
        "expectations",
        "exploding_deadline",
        "intimidation",
        "paper_money",
        "pressure_alternatives",
        "proof_of_offer",
        "startup_equity_hype",
        "verbal_commit",
    }
)
"""Lines that praise, promise or want something, and refuse nothing."""
_OF_THEM = re.compile(
    r"[\"“”„«]|\b(?:they|he|she|hr|recruiters?|manager|boss|founder|said|says|told|wrote|replied|called|answered)\b",
    re.IGNORECASE,
)


def goes_on_about(words: str, objection: str, before: str) -> bool:
    """Whether words ask more about the line answered before and tell no new one.

    >>> goes_on_about("ugh. what do i say", "final_offer", "final_offer")
    True
    >>> goes_on_about("she says it is final", "final_offer", "final_offer")
    False
    """
    return objection == before and not _OF_THEM.search(words)

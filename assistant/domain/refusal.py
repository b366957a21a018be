"""Refusal: which part of the pay a recruiter's line closes, and which lines refuse nothing."""

from __future__ import annotations

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

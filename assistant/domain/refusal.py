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
OF_THEM = re.compile(
    r"[\"“”„«]|\b(?:they|he|she|hr|recruiters?|manager|boss|founder|said|says|told|wrote|replied|called|answered)\b",
    re.IGNORECASE,
)
"""Words that tell of somebody of the company, or quote them."""


_SUPPOSED = re.compile(
    r"\b(?:if|in case|suppose|imagine|when|should|would|will|might|could) (?:the |my |a )?"
    r"(?:they|he|she|hr|recruiters?|hiring manager|manager|company|employer|somebody|someone)\b",
    re.IGNORECASE,
)


def cut_sentences(text: str) -> list[str]:
    """The sentences of a message, as they are written.

    >>> cut_sentences("She said no. Now what?")
    ['She said no.', 'Now what?']
    """
    return [part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


def is_supposed(text: str) -> bool:
    """Whether a message only supposes that they say something.

    >>> is_supposed("what do I answer if they say the budget is gone?")
    True
    >>> is_supposed("She said it is final. What if they say it again?")
    False
    """
    sentences = cut_sentences(text)
    real = [sentence for sentence in sentences if not _SUPPOSED.search(sentence)]
    return len(real) < len(sentences) and not any(OF_THEM.search(sentence) for sentence in real)


def goes_on_about(words: str, objection: str, before: str) -> bool:
    """Whether words ask more about the line answered before and tell no new one.

    >>> goes_on_about("ugh. what do i say", "final_offer", "final_offer")
    True
    >>> goes_on_about("she says it is final", "final_offer", "final_offer")
    False
    """
    return objection == before and not OF_THEM.search(words)

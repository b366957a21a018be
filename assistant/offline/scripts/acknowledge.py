"""Acknowledging: the sentence that takes up the recruiter's line before the person's wish follows."""

from __future__ import annotations

ACKNOWLEDGED: dict[str, str] = {
    "final_offer": "Thank you for being clear that this is the final offer.",
    "already_best": "Thank you for telling me that you started with a strong package.",
    "band_limit": "I understand that the base is at the top of the band for this level.",
    "no_negotiation_policy": "I understand that you give everyone your best number up front, and I respect that.",
    "cant_beat_competing": "Thank you for being open about it; I understand that you cannot match the other offer in full, and I would still rather join you.",
    "current_salary": "Thank you for asking; I prefer to keep my present pay private and to talk about what this role is worth.",
    "internal_equity": "I understand that the pay has to be fair to the people who are already there.",
    "equity_fixed": "I understand that the equity follows a formula, and I am fine with that.",
    "budget_gone": "Thank you for being open about the budget; I understand that there is nothing left in it right now.",
    "no_signing_bonus": "I understand that there is no sign-on bonus for this role.",
    "revisit_at_review": "I understand that you would like to look at this at the next review.",
    "level_locked": "I understand that the level is set for now.",
    "geo_pay": "I understand that pay follows the location.",
    "bonus_guaranteed": "Thank you for explaining how the bonus works.",
    "bonus_not_written": "Thank you for explaining how the bonus works.",
    "hike_cap": "I understand that there is a limit on the increase.",
    "exploding_deadline": "I understand that you need an answer soon.",
    "verbal_commit": "Thank you for asking so openly.",
    "expectations": "Thank you for asking.",
    "proof_of_offer": "I understand that you need something to go on.",
}
"""By objection, a line that grants the point and gives nothing away."""
NOT_SURE = "Thank you for your message; I would like to make this work."
UNTIL_NEXT_YEAR = "Could we note in the letter that we look at it again in {}, once the new budget is open?"
SMALL_WISH = "Is there one small part of the package that could still move, such as the start date, a few days of leave or a training budget?"
ANSWERS_BY = "You will have my answer by {}."

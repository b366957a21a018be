"""Talks as they may go: an offer, a recruiter, and turns from kind to hostile."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment
from assistant.practice.practice import Plan, Practice
from assistant.practice.temper import TEMPER_NAMES, TemperName
from assistant.practice.turn import start_practice, take_turn

OFFER = Offer(
    company="Initech",
    base_annual=Decimal(180000),
    bonus_target_pct=Decimal(15),
    signing=(SignOnInstalment(amount=Decimal(40000)),),
    equity=(EquityGrant(total_value=Decimal(200000), years=Decimal(4)),),
)
ASK = "Thank you, I love the team. Could the base be $198,000? The market median for this level is $205,000."
TURNS = (
    "",
    "...",
    ASK,
    "Could you do better on the salary?",
    "195k base",
    "With 190k base I would sign this week.",
    "If the base is fixed, could the sign-on be $60,000?",
    "Could we add 40k more stock, given the scope we discussed?",
    "Who approves the base, and what would you need to make the case?",
    "Could I work remote, start in March and get an early review?",
    "Could we look at the level again? I led two teams.",
    "I have an offer from Globex for 210k base. Can you match it?",
    "I make 150k now, so 185k would be great.",
    "The lowest I would accept is 182k.",
    "This offer is an insult.",
    "200k or I walk.",
    "Could you put that in writing?",
    "I need a few more days to decide.",
    "Yes, that works for me.",
    "I accept.",
    "I have to decline, thanks.",
    "999999999k base please, because of the market",
)
turns = st.lists(st.sampled_from(TURNS) | st.text(max_size=60), min_size=1, max_size=14)
seeds = st.integers(0, 10_000)
tempers: st.SearchStrategy[TemperName] = st.sampled_from(TEMPER_NAMES)


def play(
    *said: str, temper: TemperName = "friendly", seed: int = 3, offer: Offer = OFFER, plan: Plan | None = None
) -> Practice:
    """The practice after these turns, or after the one that ended it."""
    practice = start_practice(offer, temper, seed, plan=plan)
    for text in said:
        if practice.ended is None:
            practice = take_turn(practice, text)
    return practice

"""What one message keeps back no later text says, though an earlier message told it."""

from __future__ import annotations

import pytest

from assistant.encoder.reading import is_installed
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.gathered import gather_brief

pytestmark = pytest.mark.skipif(not is_installed(), reason="needs the weights")


def said(brief: Brief) -> str:
    return " ".join((*brief.reasons, *brief.raw_reasons, *brief.notes, *brief.tells, *brief.losses, brief.rival))


def test_what_is_told_in_confidence_later_is_not_said() -> None:
    brief = gather_brief(
        ["leaning to the other job because my mom is sick", "decline note to Anjali please, nothing about my mom"]
    )
    assert "mom" in said(gather_brief(["write Anjali, I decline because my mom is sick"])).lower()
    assert "mom" not in said(brief).lower()


def test_a_firm_that_must_not_be_known_is_only_elsewhere() -> None:
    brief = gather_brief(
        [
            "i have a final round at Stripe next tuesday",
            "i do NOT want them to know which company, the world is small",
            "write Joao and ask for Wednesday. true reason but no name",
        ]
    )
    assert "Stripe" not in said(brief)
    assert "elsewhere" in said(brief)


def test_what_is_dropped_is_not_asked_for_again() -> None:
    told = "write to Noor, she recruits. 195 and a 20k sign on, i walk from 24k at Vellum in march. dont say Vellum"
    asks = gather_brief([told, "drop the sign on"], written=(0,)).asks
    assert not any("sign" in ask.words or ask.term == "sign_on_bonus" for ask in asks)


def test_a_sum_right_behind_the_order_is_asked_for_and_their_own_is_not() -> None:
    (ask,) = gather_brief(["write to Noor, she recruits: 185 base. i have 6 yrs of kafka"]).asks
    assert ask.asked is not None
    assert ask.asked.value == 185_000
    told = gather_brief(["Draft to Quentin. What's on paper: $195k and 0.2%. I want ten years to exercise"])
    assert not any(ask.term == "base_salary" for ask in told.asks)

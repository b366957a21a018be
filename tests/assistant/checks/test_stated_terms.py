"""What a draft says was offered, held against the case."""

from decimal import Decimal

import pytest

from assistant.checks.draft_lines import split_message
from assistant.checks.flaws import MessageFacts
from assistant.checks.stated_terms import check_stated

FACTS = MessageFacts(rates={"bonus": Decimal(10)}, counts={"options": Decimal(18_000)})


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("You offered a 15% bonus.", "10%"),
        ("You offered a 10% bonus.", None),
        ("Could we make it a 15% bonus?", None),
        ("You offered 12,000 options.", "18000"),
        ("I'd hope for 24,000 options.", None),
        ("It is 50,000 a year (400,000 over four years).", "200000"),
        ("It is 50,000 a year (200,000 over four years).", None),
    ],
)
def test_a_stated_rate_count_or_grant_must_be_that_of_the_offer(text: str, right: str | None) -> None:
    told = [flaw.about.rpartition(":")[2] for part in split_message(text) for flaw in check_stated(part, FACTS)]
    assert told == ([right] if right else [])

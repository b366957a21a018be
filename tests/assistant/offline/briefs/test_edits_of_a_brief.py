"""Edits of a message: a sum in the scale of the one before, and sentences taken out again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.follow_up import gather_for_script


def _asked(texts: list[str]) -> Decimal | None:
    sums = [ask.asked for ask in gather_brief(texts).asks if ask.form == "amount"]
    return sums[0].value if sums and sums[0] else None


@pytest.mark.parametrize(
    ("first", "change", "value"),
    [
        ("Draft a mail to Tunde. They gave ₦14.2m, I want ₦17m.", "17 is too much. Redo it with 16", 16_000_000),
        ("mail to Ann: they offered €52,000, I want €55,000", "make it 58", 58_000),
        ("write to Tanaka-san, I want 10 million base", "make it 9.8", 9_800_000),
        ("write to Joost, I want 3,100 euro a month", "make it 3,050", 3050),
    ],
)  # fmt: skip
def test_another_sum_keeps_the_scale(first: str, change: str, value: int) -> None:
    assert _asked([first, change]) == value


@pytest.mark.parametrize(
    "change",
    ["take the start date out again, it's not certain", "remove the part about June", "actually no, take that out"],
)
def test_what_was_added_goes_when_it_is_taken_out(change: str) -> None:
    texts = ["mail to Gwen: offered 36,648, I'd like 39,186", "add that I can start on the 2nd of June", change]
    brief = gather_brief(texts)
    assert not any("June" in words for words in (*brief.tells, *brief.reasons))
    assert _asked(texts) == 39_186


@pytest.mark.parametrize(
    ("texts", "to", "value"),
    [
        (["recruiter is Femi, hiring manager is Claudette", "I'd like 68,500. Write to the recruiter.",
          "change of plan, address it to the manager"], "Claudette", 68_500),
        (["The school offers 31k", "I want 34 because I drive the minibus", "an email to Mr. Whitcombe please",
          "he never reads email, can you turn it into something for his voicemail"], "Mr. Whitcombe", 34_000),
    ],
)  # fmt: skip
def test_an_edit_keeps_the_sum_and_finds_who_has_the_job(texts: list[str], to: str, value: int) -> None:
    brief = gather_brief(texts)
    assert brief.to == to
    assert _asked(texts) == value
    assert not any("voicemail" in words or "reads email" in words for words in brief.reasons)


def test_back_to_the_first_number_is_the_first_that_was_asked_for() -> None:
    texts = [
        "Contact is Bart at Kestrel.",
        "Draft asking him 133k.",
        "hm maybe 129k instead",
        "No. Go back to the first number.",
    ]
    assert [ask.asked.value for ask in gather_for_script(texts, texts).asks if ask.asked] == [133_000]

"""Lists, arrows and short turns as people type them."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.typed import in_plain_words


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("to Ann: 1) 70k 2) a laptop 3) fridays off", "to Ann: \n- 70k\n- a laptop\n- fridays off"),
        ("1. ask 60k 2. say i start jan 4. mail", "\n- ask 60k\n- say i start jan 4.\nmail"),
        ("mail. 61→66. nights", "mail. raise from 61 to 66. nights"),
        ("good, only the 5 days office. 3 would be better", "good, I would like 3 days office instead of 5"),
        ("happy w the money", "happy with the money"),
    ],
)
def test_what_is_typed_short_is_put_in_words(typed: str, plain: str) -> None:
    assert in_plain_words(typed) == plain


@pytest.mark.parametrize(
    "text", ["vacation 20 → 25 days", "phase 2) of the plan", "i want w2 work", "3 would be better"]
)
def test_what_says_enough_stays(text: str) -> None:
    assert in_plain_words(text) == text

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.characters import fold_characters


@given(st.text(max_size=60))
def test_every_position_stays_where_it_was(text: str) -> None:
    folded = fold_characters(text)
    assert len(folded) == len(text)
    assert fold_characters(folded) == folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("€１２\u202f000", "€12 000"),
        ("10\u201320 \u2212 5", "10-20 - 5"),
        ("“it\u2019s” `x`", "\"it's\" 'x'"),
        ("\u2022 item\u2028next\u0085last", "* item\nnext\nlast"),
        ("१८०", "180"),
        ("a\u200bb\tc\x01d", "a b c d"),
        ("é ß", "é ß"),
    ],
)
def test_ways_to_write_a_character_become_the_plain_one(text: str, plain: str) -> None:
    assert fold_characters(text) == plain

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.practice.band import Room
from assistant.practice.concession import concede, weigh
from assistant.practice.reading import read_turn
from assistant.practice.standing import Standing
from tests.assistant.practice.test_reading import TABLE

STANDING = Standing(table=TABLE, patience=5)
money = st.decimals(min_value=0, max_value=3_000_000, places=2)


@given(
    offered=money, room=money, given_part=st.decimals(0, 1, places=3), asked=money, share=st.decimals(0, 1, places=3)
)
def test_a_concession_stays_between_the_table_and_both_limits(
    offered: Decimal, room: Decimal, given_part: Decimal, asked: Decimal, share: Decimal
) -> None:
    band = Room(offered, offered + room)
    now = offered + room * given_part
    after = concede(now, band, asked, share)
    assert now <= after <= max(now, min(asked, band.most))


def test_without_merit_nothing_is_given() -> None:
    room = Room(Decimal(180000), Decimal(190000))
    assert concede(Decimal(180000), room, Decimal(181000), Decimal(0)) == 180000


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("195k base", "195k base because of the scope"),
        ("195k base because of the scope", "195k base, the market median is 200k, because of the scope"),
        ("195k base because of the scope", "With 195k base I would sign, because of the scope"),
        ("195k base or I walk, because of the scope", "195k base because of the scope"),
        ("I make 150k now. 195k base because of the scope", "195k base because of the scope"),
    ],
)
def test_a_better_turn_weighs_more(weaker: str, stronger: str) -> None:
    low, high = (weigh(read_turn(text, TABLE), STANDING) for text in (weaker, stronger))
    assert 0 <= low < high <= 1

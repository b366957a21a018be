"""What a message asks for or gives up is no term of an offer, though it stands beside one."""

from __future__ import annotations

import pytest

from assistant.encoder.reading import is_installed
from assistant.offline.signals import Signals
from assistant.offline.telling import read_parts
from assistant.offline.told_sums import names_pay

pytestmark = pytest.mark.skipif(not is_installed(), reason="needs the weights")


def told(text: str) -> list[str]:
    return [each.text for each in read_parts([text], Signals()).statements]


def test_what_is_only_asked_and_given_up_tells_no_offer() -> None:
    assert told("write to Noor, she recruits. 195 and a 20k sign on, i walk from 24k at Vellum in march") == []


def test_a_wanted_sum_beside_an_offered_one_is_left_out_of_it() -> None:
    (words,) = told("Datadog offered 172k base and 40k stock a year. I want 190k base, write the email to my recruiter")
    assert "172k" in words
    assert "190k" not in words


def test_an_offer_alone_stays_whole() -> None:
    assert told("172k base, 15% bonus, 20k sign-on at Datadog") == ["172k base, 15% bonus, 20k sign-on at Datadog"]


def test_a_sum_wished_for_without_an_order_is_left_out_too() -> None:
    (words,) = told("Ich habe ein Angebot von Bosch, 67.000 €, möchte 72.000 €")
    assert "67.000" in words
    assert "72.000" not in words
    assert told("i'd take 92 honestly but would open at 95 base") == []


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (["they offer 48k", "i asked for 53"], True),
        (["172k base, 15% bonus, 20k sign-on at Datadog", "write the counter"], False),
    ],
)
def test_a_sum_named_as_wanted_leaves_no_room_for_one_of_our_own(texts: list[str], named: bool) -> None:
    assert names_pay(texts) is named

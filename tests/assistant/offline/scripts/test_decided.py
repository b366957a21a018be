"""A message after a decision is for the decision, whatever was asked for before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Write = Callable[..., str]
ASKED = ("offer from Snap: base 190k, rsu 200k over 4 years", "write the counter to Mia, i want 230k rsu")


@pytest.mark.parametrize(
    ("told", "says"), [("i accept", "glad to accept"), ("i'm going to decline", "decided to decline")]
)
def test_what_was_asked_before_a_decision_is_asked_no_more(told: str, says: str, write: Write) -> None:
    message = write(*ASKED, told, "write the mail")
    assert says in message
    assert "230,000" not in message


def test_without_a_decision_the_ask_stands(write: Write) -> None:
    assert "230,000" in write(*ASKED, "should i accept?", "write the mail")


def test_a_refusal_in_spanish_asks_for_nothing(write: Write) -> None:
    message = write("escribe en ingles: quiero rechazar la oferta de Inditex, gracias, a Paula")
    assert "decided to decline" in message
    assert "ask" not in message

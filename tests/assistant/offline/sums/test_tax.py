"""Sums about tax: US tax is for pay in the US alone, with the state of the offer on file."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    "turns",
    [
        ["offer 62k gbp. what is that after tax in england"],
        ["i earn £62,000 in manchester, how much do i take home"],
        ["job pays 85000 euro in berlin, whats my net"],
        ["what is 150k after tax in singapore"],
        ["offer from Snap, 190k base in London", "whats that after tax"],
        ["offer from Bolt, $140k base in London", "how much is that after tax"],
        ["offer from Bolt, 95k eur base in Amsterdam", "how much is that after tax"],
    ],
)
def test_no_us_tax_is_worked_out_on_pay_abroad(session: CoachSession, turns: list[str]) -> None:
    answer = hold(session, *turns)
    assert not answer.figures
    assert answer.text.startswith("Only US tax is known here, and it does not hold for")


def test_the_take_home_of_an_offer_counts_the_tax_of_its_state(session: CoachSession) -> None:
    answer = hold(session, "offer from Snap, 190k base in San Francisco", "what do i take home a month")
    assert "No state is stated" not in answer.text
    # 125,954.82 a year after federal, payroll and California tax of 2025
    assert "**Year 1 net a month: $10,496.24.**" in answer.text


def test_gross_pay_of_a_month_is_no_take_home(session: CoachSession) -> None:
    answer = hold(session, "offer from Bolt, 120k base in Austin TX", "take home pay per month?")
    assert "Year 1 net a month" in answer.text


def test_pay_moved_into_the_us_is_taxed_there(session: CoachSession) -> None:
    answer = hold(session, "moving from London to Austin, 150k. take home?")
    assert "$113,791" in answer.text

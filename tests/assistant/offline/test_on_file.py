"""What an offer on file pays is answered from the file, whatever the talks told on the way."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession


def hold(session: CoachSession, *turns: str) -> str:
    with session.scratch_case() as case:
        return [session.ask(turn, case).text for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("Acme 120k base", "10% bonus", "i asked for 130", "they said ok to 130", "so whats the total"), "143,000"),
        (("Acme 120k base", "sign on 5", "total"), "125,000"),
        (("Amazon: base 200k, RSU 400k vesting 5/15/40/40, sign-on 50k year 1, 30k year 2", "and year 2"), "290,000"),
        (("Acme 120k base, 10% bonus", "what if base 130", "and the total"), "143,000"),
        (("Acme offered 120k base", "asked for 5k more", "they agreed"), "125,000"),
        (("Acme offer 120k base, 10% bonus, 20k sign on", "they removed the sign on clawback", "total"), "152,000"),
        (("recieved ofer from Stripe 185k base 15% bonus 240k rsu over 4 years", "total"), "272,750"),
    ],
)  # fmt: skip
def test_a_total_is_that_of_the_offer_in_force(session: CoachSession, turns: tuple[str, ...], figure: str) -> None:
    assert figure in hold(session, *turns)


def test_a_formula_is_never_the_reason_why_a_sum_cannot_be_made(session: CoachSession) -> None:
    said = hold(session, "Amazon: base 200k, RSU 400k vesting 5/15/40/40", "what have i vested after 18 months")
    assert "steps:" not in said
    assert "$20,000" in said


def test_white_space_without_end_is_read_as_a_gap(session: CoachSession) -> None:
    gap = " " * 4_000 + "\n" * 4_000
    said = hold(session, f"Offer from Acme:{gap}base{gap}$120,000", "total")
    assert "120,000" in said

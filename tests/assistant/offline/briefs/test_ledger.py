"""Ledger: what was refused so far, and what advice comes after it."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.ledger import read_ledger
from assistant.offline.follow_up import concern_after_no


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        (["base is maxed, what else can i ask for"], ["base"]),
        (["their stock is already capped so"], ["stock"]),
        (["the sign-on's off the table"], ["sign-on bonus"]),
        (["they said no to more base", "no equity either"], ["base", "stock"]),
        (["recruiter says the level is fixed", "and no to sign on too"], ["level", "sign-on bonus"]),
        (["base 150k, no equity either"], []),
        (["is base maxed out at google?"], []),
        (["if the base is capped what then"], []),
        (["they said no to more base", "no worries, thanks"], ["base"]),
    ],
)
def test_a_part_is_closed_by_whoever_says_so_and_by_a_second_no(texts: list[str], refused: list[str]) -> None:
    assert sorted(read_ledger(texts).refused) == sorted(refused)


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("what else can i ask for", "instead"),
        ("now what", "instead"),
        ("should i stop now, what next", "refused"),
        ("thanks", None),
    ],
)
def test_after_a_no_it_is_told_what_is_open_or_when_to_stop(text: str, concern: str | None) -> None:
    assert concern_after_no(text, read_ledger(["they said no to more base"])) == concern


def test_after_many_a_no_it_is_told_when_to_stop() -> None:
    ledger = read_ledger(["they said no to more base", "no to sign on too", "no equity either"])
    assert concern_after_no("what else can i ask for", ledger) == "refused"

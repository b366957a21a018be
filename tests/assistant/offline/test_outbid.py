"""Another firm that is to be said to pay this or that, held against its offer on file."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.offline.outbid import ask_whether_risen, outbids_file, read_rivals_told, tells_rival

BOLT: dict[str, Any] = {"name": "Bolt", "role": "competing", "offer": {"company": "Bolt", "base_annual": 160_000}}
RICH: dict[str, Any] = {
    **BOLT,
    "offer": {**BOLT["offer"], "bonus_target_pct": 10, "signing": [{"year": 1, "amount": 10_000}]},
}


@pytest.mark.parametrize(
    "text",
    [
        "tell Acme bolt pays 170",
        "write to Acme that Bolt offered me $175k",
        "mail acme: bolt offers 170k base",
        "tell acme bolt pays 170 and ask for the same package",
    ],
)
def test_a_higher_sum_than_on_file_is_noticed(text: str) -> None:
    assert outbids_file(text, [BOLT])


@pytest.mark.parametrize(
    "text",
    ["tell Acme bolt pays 160", "tell Acme bolt now pays 170", "bolt pays 170", "tell Acme i want 170"],
)
def test_a_true_or_new_sum_and_what_is_not_ordered_is_none(text: str) -> None:
    assert not outbids_file(text, [BOLT])


@pytest.mark.parametrize(
    "told",
    [
        "gives 200 a month for lunch, can they do that too",
        "offers 180k in stock over 4 years and ask for a grant",
        "offers 300 rsus",
        "offers 200 euro for gym, ask for the same",
        "offers 100 days of remote",
    ],
)
def test_a_sum_of_another_part_makes_no_offer_higher(told: str) -> None:
    (passed_on,) = read_rivals_told(f"tell acme bolt {told}", [BOLT])
    assert passed_on.verdict == "other"
    assert passed_on.words.startswith("Bolt ")


@pytest.mark.parametrize("told", ["offers 176, ask if they can match", "pays 170 in year one", "pays 186"])
def test_a_sum_that_bonus_and_sign_on_make_is_true(told: str) -> None:
    assert tells_rival(f"tell acme bolt {told}", [RICH])
    assert not ask_whether_risen(f"tell acme bolt {told}", [RICH])


@pytest.mark.parametrize(
    "text",
    [
        "bolt just bumped me. tell acme bolt pays 168",
        "tell acme bolt pays 165, they moved yesterday",
        "tell acme bolt pays 170 since tuesday",
        "tell acme bolt pays 170, i have it in writing",
        "tell acme bolt raised to 170",
    ],
)
def test_a_sum_that_may_have_risen_is_asked_about(text: str) -> None:
    assert "On file Bolt pays $160,000" in ask_whether_risen(text, [BOLT])


def test_a_sum_that_is_on_file_is_not_asked_about() -> None:
    assert not ask_whether_risen("tell acme bolt now pays 160", [BOLT])


def test_ones_own_offer_cannot_outbid_itself() -> None:
    assert not outbids_file("tell Acme bolt pays 170", [{**BOLT, "role": "current"}])


def test_what_stands_behind_a_colon_is_told_too() -> None:
    (passed_on,) = read_rivals_told("tell acme: bolt 160k plus 10k sign on", [BOLT])
    assert passed_on.verdict == "same"


def test_the_firm_that_is_written_to_is_not_told_of() -> None:
    assert not [*read_rivals_told("mail bolt 165", [BOLT])]

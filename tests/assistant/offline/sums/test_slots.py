"""Which number fills which argument."""

from __future__ import annotations

from assistant.offline.sums.quantities import read_quantities
from assistant.offline.sums.slots import Slot, fill_slots, slot

STRIKE = slot("strike", "price", r"strike")
VALUE = slot("value", "price", r"(?:409a|worth)")
SHARES = slot("shares", "count", r"options", sole=True)


def fill(text: str, *slots: Slot) -> dict[str, str]:
    filled = fill_slots(text, read_quantities(text), slots)
    return {name: str(item.value) for name, item in filled.items()}


def test_the_nearest_word_names_the_number() -> None:
    text = "8,000 options, strike 3.10, 409a 4.05"
    assert fill(text, STRIKE, VALUE, SHARES) == {"shares": "8000", "strike": "3.10", "value": "4.05"}


def test_a_list_with_its_words_first_keeps_to_them() -> None:
    sign_on = slot("sign_on", "money", r"sign[- ]?on|signing", sole=True)
    assert fill("base 150k sign on 30k", sign_on) == {"sign_on": "30000"}
    assert fill("150k base 30k sign on", sign_on) == {"sign_on": "30000"}


def test_only_a_sole_slot_takes_what_no_word_names() -> None:
    amount = slot("amount", "money", r"bonus")
    assert fill("I got 20k", amount) == {}
    assert fill("I got 20k", slot("amount", "money", r"bonus", sole=True)) == {"amount": "20000"}


def test_what_a_grant_is_worth_is_no_number_of_shares() -> None:
    assert fill("240k rsus over four years", slot("shares", "count", r"rsus?", sole=True)) == {}


def test_a_slot_for_pay_by_the_hour_takes_no_other_pay() -> None:
    hourly = slot("rate", "price", r"pay", periods=("hour",), sole=True)
    assert fill("pay of 140k or 85/hr", hourly) == {"rate": "85"}

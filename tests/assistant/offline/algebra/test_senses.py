"""The senses of numbers, as the fitted model reads them."""

from __future__ import annotations

from assistant.offline.algebra.senses import describe, read_senses
from assistant.offline.algebra.terms import read_terms


def read(*texts: str) -> list[str]:
    return [max(shares, key=lambda sense: shares[sense]) for shares in read_senses(texts).shares]


def test_the_parts_of_an_offer_are_told_apart() -> None:
    assert read("base 150k, 12% bonus, 200k rsus over 4 years and 20k sign on") == [
        "pay",
        "bpct",
        "grant",
        "years",
        "sign",
    ]


def test_one_word_has_its_sense_from_what_is_beside_it() -> None:
    assert read("30/hr for 45 hours, overtime after 40 at 1.5") == ["pay", "hours", "otafter", "mult"]


def test_the_turn_of_a_number_is_known() -> None:
    senses = read_senses(("exit at 100M, i own 0.5%", "and at 60M?"))
    assert [senses.turn(term) for term in senses.terms] == [0, 0, 1]


def test_a_text_without_numbers_has_no_senses() -> None:
    assert read_senses(("hello",)).terms == ()
    assert describe("hello", read_terms("hello")) == []

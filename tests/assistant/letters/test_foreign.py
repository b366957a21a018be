"""Sums in another currency than the base are not added to it."""

from __future__ import annotations

import pytest

from assistant.domain.offer import OfferDraft
from assistant.letters.foreign import leave_out_foreign
from assistant.letters.told import parse_told


def read(text: str, own: str | None) -> OfferDraft:
    return leave_out_foreign(parse_told(text)[0], own)


def test_a_payment_in_another_currency_is_left_out_and_said_so() -> None:
    draft = read("bonus is 5,000 EUR", "GBP")
    assert draft.offer.bonus_target_amount is None
    assert draft.offer.currency is None
    assert "5,000 EUR" in draft.warnings[0]


def test_the_base_says_which_currency_the_offer_is_in() -> None:
    draft = read("base is now 90k EUR, sign on 10k EUR, relocation 4,000 USD", "USD")
    assert (draft.offer.currency, draft.offer.base_annual, draft.offer.relocation) == ("EUR", 90_000, None)
    assert draft.offer.signing[0].amount == 10_000


def test_a_grant_keeps_a_currency_of_its_own() -> None:
    draft = read("plus 50k USD in RSUs over 4 years", "EUR")
    assert (draft.offer.currency, draft.offer.equity[0].currency) == (None, "USD")
    assert draft.warnings == ()


@pytest.mark.parametrize(("own", "kept"), [("CAD", True), ("GBP", False)])
def test_plain_dollars_are_those_of_any_country_that_has_them(own: str, *, kept: bool) -> None:
    assert (read("bonus is 5k dollars", own).offer.bonus_target_amount is not None) == kept


def test_without_a_stated_currency_nothing_is_foreign() -> None:
    assert read("bonus is 5,000 EUR", None).offer.bonus_target_amount == 5_000

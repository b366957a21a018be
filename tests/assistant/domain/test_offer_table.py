"""What was read can be read back, edited as people write, and nothing else changes by it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from assistant.domain.offer import Evidence, Offer
from assistant.domain.offer_table import edit_terms, list_rows
from assistant.domain.offer_words import describe_terms
from assistant.errors import InputError
from tests.assistant.domain.strategies import offers

OFFER = Offer.model_validate(
    {
        "company": "Acme",
        "base_annual": 180000,
        "base_stated": {"amount": 15000, "period": "month"},
        "bonus_target_pct": 15,
        "signing": [{"year": 1, "amount": 40000}, {"year": 2, "amount": 20000}],
        "equity": [{"total_value": 200000, "years": 4, "schedule": [25, 25, 25, 25], "cliff_months": 12}],
    }
)


def test_every_stated_term_has_a_row_with_the_words_it_was_read_from() -> None:
    words = Evidence(field="equity[0].total_value", quote="200K\n in RSUs", start=0, end=12)
    rows = {row.field: row for row in list_rows(OFFER, (words,))}
    assert rows["equity[0].total_value"].quote == "200K in RSUs"
    assert rows["equity[0].schedule"].value == "25/25/25/25"
    assert rows["signing[1].amount"].value == "20000"
    assert rows["base_annual"].quote == ""
    assert "base_stated.amount" not in rows


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("base_annual", "185k", 185000),
        ("base_annual", "$1,85,000.50", Decimal("185000.50")),
        ("bonus_target_pct", "12.5%", Decimal("12.5")),
        ("equity[0].schedule", "40/30/20/10", (40, 30, 20, 10)),
        ("equity[0].frequency", "quarterly", "quarterly"),
        ("signing[0].amount", "45", 45),
        ("level", "L5", "L5"),
        ("relocation.amount", "8000", 8000),
    ],
)
def test_a_term_is_edited_as_people_write(field: str, written: str, value: object) -> None:
    changed = edit_terms(OFFER, {field: written})
    row = next(row for row in list_rows(changed) if row.field == field)
    expected = "/".join(map(str, value)) if isinstance(value, tuple) else str(value)
    assert row.value.removesuffix("0").rstrip(".") == expected.removesuffix("0").rstrip(".")


def test_an_emptied_term_is_taken_out_and_a_payment_without_amount_goes() -> None:
    changed = edit_terms(OFFER, {"bonus_target_pct": "", "signing[1].amount": " "})
    assert changed.bonus_target_pct is None
    assert len(changed.signing) == 1


def test_a_payment_can_be_added_at_the_end() -> None:
    assert edit_terms(OFFER, {"signing[2].amount": "5k", "signing[2].year": "3"}).signing[2].amount == 5000


@pytest.mark.parametrize(
    ("field", "written", "named", "says"),
    [
        ("base_annual", "a lot", "base_annual", "no single number: write it like 180000"),
        ("bonus_target_pct", "many", "bonus_target_pct", "no single number: write it like 15"),
        ("equity[0].years", "forever", "equity[0].years", "no single number: write it like 4"),
        ("equity[0].cliff_months", "-1", "equity[0].cliff_months", "must be 0 or more"),
        ("base_annual", "-5", "base_annual", "negative"),
        ("base_annual", "nan", "base_annual", "ordinary number"),
        ("base_annual", "€200k", "base_annual", "the offer is in USD"),
        ("equity[0].schedule", "50/20", "equity[0].schedule", "70"),
        ("salary", "5", "salary", "no term"),
        ("equity[7].years", "5", "equity[7].years", "no term"),
        ("equity[0].frequency", "often", "equity[0].frequency", "monthly"),
        ("", "5", "", "no term"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_changes(field: str, written: str, named: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        edit_terms(OFFER, {field: written})
    assert refused.value.field == named
    assert says in str(refused.value)


@given(offers())
def test_writing_every_row_back_changes_nothing(offer: Offer) -> None:
    rows = list_rows(offer)
    again = edit_terms(offer, {row.field: row.value for row in rows})
    assert list_rows(again) == rows


def test_terms_read_back_name_what_is_stated_and_nothing_else() -> None:
    assert describe_terms(OFFER) == [
        "Base $180,000 a year ($15,000 per month)",
        "Target bonus 15 %",
        "Stock $200,000 over 4 years, 25/25/25/25 %, 12 months cliff",
        "Sign-on $40,000",
        "Sign-on $20,000 in year 2",
    ]
    assert describe_terms(Offer()) == []

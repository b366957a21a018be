"""Present job: what a person earns now, set beside the offer they could leave it for."""

from __future__ import annotations

import pytest

from assistant.offline.present_job import STAY_OR_GO, find_present
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("texts", "base"),
    [
        (["im at Dorset Council on 47k, pension 20% employer"], 47_000),
        (["my current salary is 62k gbp"], 62_000),
        (["i make 41.50 an hr, 36 hrs. new offer is 44/hr"], 77_688),
        (["i'm at 128 now", "current place counters 140"], 140_000),
        (["i'm at 128 now", "offer elsewhere 146k", "they came to 150"], 128_000),
        (["offer 90k from Loma"], None),
        (["i'm at a startup of 50 people"], None),
    ],
)
def test_the_pay_of_now_is_read_with_what_its_employer_moved_to(texts: list[str], base: int | None) -> None:
    found = find_present(texts)
    assert (found.offer.base_annual if found else None) == base


def test_it_is_in_the_currency_of_the_offer_where_none_was_told() -> None:
    offer = {"currency": "GBP", "base_annual": 50_000}
    for words, currency in (("i'm on 47k", "GBP"), ("i'm on 47k eur", "EUR")):
        found = find_present([words])
        beside = found.beside(offer) if found else None
        assert beside is not None and beside["offer"]["currency"] == currency


def test_it_is_in_the_period_of_the_offer_where_none_was_told_and_else_not_set_beside_it() -> None:
    found = find_present(["i currently get 39,500"])
    assert found is not None
    monthly = {"base_annual": 504_000, "base_stated": {"amount": 42_000, "period": "month"}}
    beside = found.beside(monthly)
    assert beside is not None
    assert beside["offer"]["base_stated"] == {"amount": 39_500, "period": "month"}
    assert found.beside({"base_annual": 504_000}) is None


@pytest.mark.parametrize("text", ["stay or go?", "should i leave or stay", "how much more than what i make now"])
def test_stay_or_go(text: str) -> None:
    assert STAY_OR_GO.search(text)


def test_stay_or_go_compares_the_offer_with_the_present_job_and_puts_that_on_no_file(session: CoachSession) -> None:
    answer = hold(session, "i make 41.50 an hr, 36 hrs a week", "new job: 44/hr, 36 hrs, 5k sign on", "stay or switch?")
    assert answer.kind == "comparison"
    assert all(told in answer.text for told in ("$77,688", "$87,368"))
    assert len(answer.offers) == 1


def test_what_the_present_job_still_owes_is_said_and_not_counted(session: CoachSession) -> None:
    answer = hold(
        session,
        "i'm at 128k now. 30k retention left, half paid this dec",
        "offer elsewhere: 146k + 12k sign on",
        "compare stay vs go over two years, just cash",
    )
    assert "All 2 years | $256,000 | $304,000" in answer.text
    assert "Not counted if you stay:** you said “30k retention left" in answer.text

"""The side panel's card of an offer: what it pays and how long there is to answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.cases.case import RecordedOffer
from assistant.domain.offer import Offer
from tests.fakes.session import OFFER
from ui.components.offers import _compose_card

ITEM = RecordedOffer(
    name="Stripe", role="mine", offer=Offer.model_validate({"company": "Stripe", "deadline": "December 4"})
)


@pytest.mark.parametrize(
    ("left", "says"),
    [
        (8, "8 days left</b><small> to answer: December 4<"),
        (1, "1 day left</b>"),
        (0, "today</b>"),
        (-2, "passed</b>"),
        (None, "Answer by: December 4<"),
    ],
)
def test_the_time_left_to_answer_stands_before_the_words_of_the_deadline(left: int | None, says: str) -> None:
    assert says in str(_compose_card(ITEM, left))


@pytest.mark.parametrize(("left", "is_soon"), [(8, False), (3, False), (2, True), (0, True), (-1, True)])
def test_a_near_deadline_stands_out(left: int, is_soon: bool) -> None:
    assert ("pl-soon" in str(_compose_card(ITEM, left))) == is_soon


def test_year_1_and_the_average_follow_the_terms_on_file() -> None:
    item = RecordedOffer(name="Microsoft", role="mine", offer=OFFER)
    assert "$297,000" in str(_compose_card(item))
    assert "$267,000 on the average" in str(_compose_card(item))
    raised = item.model_copy(update={"offer": OFFER.with_terms({"base_annual": Decimal(190000)})})
    assert "$308,500" in str(_compose_card(raised))


def test_an_offer_without_a_base_has_no_totals() -> None:
    assert "average" not in str(_compose_card(ITEM))

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
    ("left", "says"), [(8, "8 days left"), (1, "1 day left"), (0, "today"), (-2, "passed"), (None, "December 4<")]
)
def test_the_time_left_to_answer_stands_behind_the_words_of_the_deadline(left: int | None, says: str) -> None:
    assert says in str(_compose_card(ITEM, left))


def test_year_1_and_the_average_follow_the_terms_on_file() -> None:
    item = RecordedOffer(name="Microsoft", role="mine", offer=OFFER)
    assert "$297,000" in str(_compose_card(item))
    assert "$267,000 on the average" in str(_compose_card(item))
    raised = item.model_copy(update={"offer": OFFER.with_terms({"base_annual": Decimal(190000)})})
    assert "$308,500" in str(_compose_card(raised))


def test_an_offer_without_a_base_has_no_totals() -> None:
    assert "average" not in str(_compose_card(ITEM))

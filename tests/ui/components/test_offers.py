"""The side panel's card of an offer: what it pays and how long there is to answer."""

from __future__ import annotations

import pytest

from assistant.cases.case import RecordedOffer
from assistant.domain.offer import Offer
from tests.fakes.session import make_figure
from ui.components.offers import _compose_card

ITEM = RecordedOffer(
    name="Stripe", role="mine", offer=Offer.model_validate({"company": "Stripe", "deadline": "December 4"})
)


@pytest.mark.parametrize(
    ("left", "says"), [(8, "8 days left"), (1, "1 day left"), (0, "today"), (-2, "passed"), (None, "December 4<")]
)
def test_the_time_left_to_answer_stands_behind_the_words_of_the_deadline(left: int | None, says: str) -> None:
    assert says in str(_compose_card(ITEM, None, None, left))


def test_the_average_stands_beside_year_1_and_never_alone() -> None:
    year_1 = make_figure("year 1 total compensation", 310_800)
    average = make_figure("4-year average compensation", 292_050)
    assert "$292,050 on the average" in str(_compose_card(ITEM, year_1, average))
    assert "average" not in str(_compose_card(ITEM, None, average))

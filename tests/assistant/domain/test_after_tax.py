from __future__ import annotations

from decimal import Decimal

from assistant.bootstrap import build_reference
from assistant.domain.after_tax import build_after_tax_figures, calculate_after_tax
from assistant.domain.household import Household
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook

NOBODY = Household("single", Decimal(0))
OFFER = Offer(currency="USD", base_annual=Decimal(120_000))
LAW = build_reference().tax_law(2025)


def test_a_lever_that_cannot_take_the_amount_is_left_out() -> None:
    growing = Outlook(growth_rate=Decimal(2))
    result = calculate_after_tax(LAW, NOBODY, OFFER, 4, growing, Decimal("9e14"))
    assert [gain.lever for gain in result.gains] == ["base_salary", "sign_on_bonus", "target_bonus"]


def test_each_lever_says_what_its_amount_is_an_amount_of() -> None:
    result = calculate_after_tax(LAW, NOBODY, OFFER, 4, Outlook(), Decimal(10_000))
    labels = [figure.label for figure in build_after_tax_figures(result) if figure.label.startswith("net over")]
    assert labels == [
        "net over 4 years of 10,000 more base salary a year",
        "net over 4 years of 10,000 more stock grant in all",
        "net over 4 years of 10,000 more sign-on bonus in all",
        "net over 4 years of 10,000 more target bonus a year",
    ]

"""What the words of an offer state beside its terms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.stated_assumptions import add_stated, read_all_shares, read_repay_months
from assistant.domain.what_if import OfferWhatIf


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("A sign-on of $30,000; if you leave within 12 months you repay it in full.", 12),
        ("Sign-on: 40k (clawback 2 yrs)", 24),
        ("If your employment ends before the first anniversary, you must repay the signing bonus within 30 days.", 12),
        ("You agree to reimburse the Company for the sign-on if you resign within twelve (12) months.", 12),
        ("joining bonus 5 lakh, to be returned if you leave before 18 months", 18),
        ("You repay the sign-on in full within 12 months, and pro rata within 24 months.", None),
        ("Relocation of $10,000 must be repaid if you leave within 24 months. Sign-on 20k.", None),
        ("RSUs vest over 4 years. Sign-on 20k.", None),
    ],
)
def test_the_time_of_a_clawback_is_read_where_one_is_named(words: str, months: int | None) -> None:
    assert read_repay_months(words) == months


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("25M fully diluted shares outstanding", 25_000_000),
        ("40,000 options, 1 year cliff, fully diluted 12.5m", 12_500_000),
        ("fully-diluted capitalization of 31,250,000 shares", 31_250_000),
        ("40,000 shares (0.2% of fully diluted)", None),
        ("1.2.3 fully diluted", None),
    ],
)
def test_the_count_of_all_shares_is_read_where_one_is_named(words: str, shares: int | None) -> None:
    assert read_all_shares(words) == shares


def test_what_the_person_has_set_stays() -> None:
    words = "Sign-on of $30,000, to be repaid when leaving within 12 months."
    assert add_stated(OfferWhatIf(), words).repay_months == 12
    assert add_stated(OfferWhatIf(repay_months=0), words).repay_months == 0
    assert add_stated(OfferWhatIf(fully_diluted_shares=Decimal(9)), "25M fully diluted").fully_diluted_shares == 9

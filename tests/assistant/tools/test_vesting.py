from __future__ import annotations

import pytest

from assistant.errors import InputError
from assistant.tools.equity_value import EQUITY_VALUE
from assistant.tools.vesting import VESTING
from tests.assistant.tools.fakes import build_deps, recorded

GRANT = {"total_value": 80_000, "years": 4, "cliff_months": 12, "frequency": "quarterly"}
MINE = recorded("Acme", currency="EUR", equity=[GRANT])


def test_the_grant_of_the_offer_being_negotiated_is_taken_when_none_is_stated() -> None:
    result = VESTING.call({"leave_month": 15}, build_deps(MINE))
    values = {figure.label: (figure.value, figure.unit) for figure in result.figures}
    assert values["value vested at month 15"] == (25_000, "EUR")


def test_terms_that_are_stated_replace_those_of_the_offer() -> None:
    result = VESTING.call({"cliff_months": 24}, build_deps(MINE))
    assert [row["month"] for row in result.table][:2] == [24, 27]


def test_a_grant_that_is_stated_whole_needs_no_offer() -> None:
    result = VESTING.call({"total_value": 1000, "years": 1}, build_deps(MINE))
    assert result.figures[0].value == 1000


def test_what_if_terms_of_the_offer_are_used() -> None:
    result = EQUITY_VALUE.call({"parts": {"equity_grant": 100_000}}, build_deps(MINE))
    assert result.figures[0].value == 100_000


def test_vested_shares_are_those_of_today_once_vesting_has_begun() -> None:
    labels = [figure.label for figure in VESTING.call({**GRANT, "start_date": "2025-01-15"}, build_deps()).figures]
    assert "value vested on 2026-11-21" in labels
    later = [figure.label for figure in VESTING.call({**GRANT, "start_date": "2027-01-15"}, build_deps()).figures]
    assert not [label for label in later if "2026-11-21" in label]


def test_a_point_before_the_first_vest_is_told() -> None:
    result = VESTING.call({**GRANT, "leave_month": 11}, build_deps())
    assert result.warnings == ("Nothing has vested at month 11: the first vest is at month 12.",)


def test_other_words_for_a_rhythm_are_understood() -> None:
    result = VESTING.call({"years": 2, "frequency": ["yearly", "half-yearly"]}, build_deps())
    assert [row["month"] for row in result.table] == [12, 18, 24]


def test_a_cliff_longer_than_the_grant_of_a_recorded_offer_is_named() -> None:
    short = recorded("Acme", equity=[{"total_value": 5, "years": 1, "cliff_months": 24}])
    with pytest.raises(InputError, match=r"^equity\[0\]\.cliff_months"):
        VESTING.call({}, build_deps(short))

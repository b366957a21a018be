from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from assistant.bootstrap import build_reference
from assistant.errors import KnowledgeError
from assistant.reference.retirement import load_retirement_limits
from assistant.reference.self_employment import load_earnings_tax


@pytest.mark.parametrize(("asked", "known"), [(1999, 2023), (2025, 2025), (2031, 2026)])
def test_the_nearest_year_on_file_stands_in_and_is_named(asked: int, known: int) -> None:
    limits = build_reference().retirement_limits(asked)
    assert (limits.year, limits.asked_year) == (known, asked)


def test_the_limits_of_a_later_year_are_never_lower() -> None:
    known = [build_reference().retirement_limits(year) for year in range(2023, 2027)]
    for before, after in pairwise(known):
        assert before.contribution <= after.contribution
        assert before.pay <= after.pay


def test_the_self_employed_pay_on_the_share_the_law_names() -> None:
    law = build_reference().earnings_tax(2026)
    assert [float(item) for item in (law.net_share, law.wage_base, law.social_security_rate)] == [0.9235, 184500, 0.062]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"retirement\.yaml"):
        load_retirement_limits(tmp_path, 2026)
    with pytest.raises(KnowledgeError, match="earnings tax"):
        load_earnings_tax(tmp_path, 2026)

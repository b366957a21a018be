"""What is filed is scored offer by offer; one that nobody made is invented with all its fields."""

from __future__ import annotations

from evals.metrics.filed_offers import score_filed
from evals.metrics.offer_fields import FieldScore

ACME = {"company": "Acme", "base_annual": 120_000}
GLOBEX = {"company": "Globex", "base_annual": 95_000, "deadline": "friday"}


def test_offers_are_paired_by_what_they_share() -> None:
    score = FieldScore()
    score_filed("one", [ACME, GLOBEX], [{**GLOBEX, "title": "Analyst"}, {**ACME, "base_annual": 110_000}], (), score)
    assert score.right == 4
    assert score.wrong == ["one: base_annual filed as 110000, expected 120000"]
    assert score.missed == ["one: base_annual 120000 not filed"]


def test_a_missing_offer_is_missed_and_one_too_many_invented() -> None:
    score = FieldScore()
    score_filed("one", [ACME], [], (), score)
    score_filed("two", [], [ACME], (), score)
    assert (score.right, len(score.missed), len(score.wrong)) == (0, 2, 2)


def test_a_field_that_may_be_read_or_not_counts_only_when_it_is_right() -> None:
    score = FieldScore()
    score_filed("one", [GLOBEX], [{"company": "Globex", "base_annual": 95_000}], ("deadline",), score)
    assert (score.right, score.missed, score.wrong) == (2, [], [])

"""The bench of large libraries: its passages and what it reports."""

from __future__ import annotations

from evals.bench_library import deal_passages, measure_library
from tests.evals.fake_coach import PASSAGE


def test_passages_are_as_many_as_asked_all_different_and_the_same_again() -> None:
    passages = deal_passages(7, (PASSAGE,))
    assert len({passage.chunk_id for passage in passages}) == 7
    assert passages == deal_passages(7, (PASSAGE,))


def test_a_small_library_is_measured_in_a_process_of_its_own() -> None:
    rows = measure_library((50,))
    assert [row.name.split(": ")[1] for row in rows][2:4] == ["search p50", "search p95"]
    assert all(row.value is None or row.value > 0 for row in rows)

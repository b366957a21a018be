from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.evidence import Chunk
from assistant.retrieval.fusion import blend, rank, weigh


def chunk(kind: str = "article", section: str = "s", companies: tuple[str, ...] = ()) -> Chunk:
    return Chunk(
        chunk_id="c#0",
        source_id="c",
        title="t",
        section=section,
        publisher="p",
        text="x",
        kind=kind,
        companies=companies,
    )  # type: ignore[arg-type]


def test_equal_scores_are_ordered_by_chunk_id() -> None:
    scores = np.array([1, 2, 2, 0, 2], dtype=np.float32)
    assert rank(scores, ["e", "d", "c", "b", "a"]) == [4, 2, 1, 0]
    assert rank(scores, ["e", "d", "c", "b", "a"], depth=2) == [4, 2]


def test_being_found_twice_beats_being_found_once() -> None:
    legs = [(1.0, np.array([0.0, 0.6, 0.5, 0.0])), (1.0, np.array([0.0, 0.0, 0.5, 0.6]))]
    blended = blend(legs, "abcd")
    assert blended[2] > blended[1] == blended[3]
    assert 0 not in blended


def test_the_best_of_a_leg_in_which_nothing_fits_counts_little() -> None:
    legs = [(1.0, np.array([0.05, 0.0])), (1.0, np.array([0.3, 0.6]))]
    blended = blend(legs, "ab")
    assert blended[1] > blended[0]


@given(st.lists(st.lists(st.floats(-1, 1), min_size=6, max_size=6), min_size=1, max_size=3))
def test_scores_lie_between_zero_and_one(legs: list[list[float]]) -> None:
    blended = blend([(0.5, np.array(leg)) for leg in legs], "abcdef")
    assert all(0 <= score <= 1 + 1e-9 for score in blended.values())


def test_a_document_about_another_company_is_pushed_out() -> None:
    named = frozenset({"google"})
    assert weigh(1.0, chunk(companies=("amazon",)), named) < 0.1
    assert weigh(1.0, chunk(companies=("google", "amazon")), named) > 1.0
    assert weigh(1.0, chunk(), named) == 1.0


def test_a_document_about_one_company_is_damped_when_none_is_named() -> None:
    assert 0.5 < weigh(1.0, chunk(companies=("amazon",)), frozenset()) < 1.0


def test_an_objection_is_good_for_every_company_and_its_advice_comes_before_its_wordings() -> None:
    about = chunk("objection", companies=("amazon",))
    assert weigh(1.0, about, frozenset({"google"})) == 1.0
    assert weigh(1.0, chunk("objection", "How it is said"), frozenset()) < 1.0

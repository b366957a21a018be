from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.evidence import Chunk, Hit
from assistant.retrieval.fusion import MORE_OF_ONE_FACTOR, blend, lend, nearest, rank, spread, weigh, weigh_land


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


def test_a_passage_that_sets_two_named_companies_side_by_side_beats_one_about_either() -> None:
    named = frozenset({"google", "amazon"})
    both = chunk().model_copy(update={"text": "L5 at Google is L6 at Amazon."})
    assert weigh(0.5, both, named) > weigh(0.5, chunk(companies=("google",)), named) > 0.5
    assert weigh(0.5, both, frozenset({"google"})) == 0.5


def test_the_company_on_file_counts_less_than_a_named_one_and_only_near_the_best() -> None:
    google, about = frozenset({"google"}), chunk(companies=("google",))
    near = weigh(0.5, about, frozenset(), google, best=0.5)
    assert weigh(0.5, about, google) > near > 0.5
    assert weigh(0.2, about, frozenset(), google, best=0.5) < 0.21
    assert weigh(0.5, chunk(companies=("amazon",)), frozenset(), google, best=0.5) < 0.1


def test_a_document_about_one_company_is_damped_when_none_is_named() -> None:
    assert 0.5 < weigh(1.0, chunk(companies=("amazon",)), frozenset()) < 1.0


def test_an_objection_is_good_for_every_company_and_its_advice_comes_before_its_wordings() -> None:
    about = chunk("objection", companies=("amazon",))
    assert weigh(1.0, about, frozenset({"google"})) == 1.0
    assert weigh(1.0, chunk("objection", "How it is said"), frozenset()) < 1.0


def test_the_nearer_of_passage_and_questions_decides_and_the_other_helps() -> None:
    near = nearest([np.array([0.9, 0.2, 0.9]), np.array([0.1, 0.9, 0.9])])
    assert near[2] > near[1] > near[0]
    assert nearest([np.array([0.5]), np.array([-0.4])]) == nearest([np.array([0.5]), np.array([0.0])])


def test_passages_with_wordings_keep_their_score_and_others_borrow_by_nearness() -> None:
    lent = lend(np.array([0.8, 0.3, 0.0, 0.0]), np.array([0.5, 0.4, 0.5, 0.25]), np.array([1.0, 1.0, 0.0, 0.0]))
    assert lent[:2].tolist() == [0.8, 0.3]
    assert lent[2] == 0.8
    assert 0 < lent[3] < 0.1


def test_a_passage_nearer_than_all_others_borrows_no_more_than_the_best_score() -> None:
    assert lend(np.array([0.6, 0.0]), np.array([0.2, 0.9]), np.array([1.0, 0.0])).tolist() == [0.6, 0.6]


def test_nothing_is_lent_when_all_have_wordings_or_none_comes_near() -> None:
    scores = np.array([0.4, 0.0])
    assert lend(scores, np.array([0.3, 0.2]), np.ones(2)) is scores
    assert lend(scores, np.array([0.0, 0.7]), np.array([1.0, 0.0])) is scores


def hit(source_id: str, number: int, score: float) -> Hit:
    return Hit(
        chunk=chunk().model_copy(update={"source_id": source_id, "chunk_id": f"{source_id}#{number}"}), score=score
    )


def test_the_third_passage_of_one_document_comes_behind_others_nearly_as_good() -> None:
    hits = [hit("a", 0, 0.9), hit("a", 1, 0.8), hit("a", 2, 0.7), hit("b", 0, 0.6)]
    spread_out = spread(hits)
    assert [item.chunk.chunk_id for item in spread_out] == ["a#0", "a#1", "b#0", "a#2"]
    assert spread_out[-1].score == round(0.7 * MORE_OF_ONE_FACTOR, 6)


def test_a_third_passage_far_better_than_all_others_stays_before_them() -> None:
    hits = [hit("b", 0, 0.2), hit("a", 2, 0.7), hit("a", 0, 0.9), hit("a", 1, 0.8)]
    assert [item.chunk.chunk_id for item in spread(hits)] == ["a#0", "a#1", "a#2", "b#0"]


def test_equal_hits_are_spread_in_the_order_of_their_ids() -> None:
    hits = [hit("b", 0, 0.5), hit("a", 1, 0.5), hit("a", 0, 0.5)]
    assert [item.chunk.chunk_id for item in spread(hits)] == ["a#0", "a#1", "b#0"]


def test_what_holds_in_another_country_than_the_one_asked_about_is_pushed_back() -> None:
    asked = frozenset({"germany"})
    assert weigh_land(1.0, "Notice in the UK", asked) < weigh_land(1.0, "Notice in a German contract", asked) == 1.0
    assert weigh_land(1.0, "How much notice must I give?", asked) == 1.0
    assert weigh_land(1.0, "How are RSUs taxed in the UK?", frozenset()) < weigh_land(1.0, "In the US?", frozenset())

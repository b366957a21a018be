from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from assistant.errors import InputError
from assistant.practice.mistake import RULES
from assistant.practice.practice import LONGEST_TURN, Plan
from assistant.practice.scorecard import _HEAVIEST, WON_LABEL, score_practice
from assistant.practice.temper import TemperName
from assistant.practice.turn import start_practice, stop_practice, take_turn
from tests.assistant.practice.talks import ASK, OFFER, play, seeds, tempers, turns

PLAN = Plan(target=Decimal(290000), walk_away=Decimal(260000))


def test_the_band_stays_hidden_until_the_end() -> None:
    with pytest.raises(InputError, match="stays hidden until then"):
        score_practice(play(ASK))


@settings(max_examples=60, deadline=None)
@given(temper=tempers, seed=seeds, said=turns)
def test_what_is_won_lies_between_nothing_and_all(temper: TemperName, seed: int, said: list[str]) -> None:
    score = score_practice(stop_practice(play(*said, temper=temper, seed=seed)))
    for item in score.levers:
        assert item.offered <= item.reached <= item.most
    assert score.won_pct is None or 0 <= score.won_pct <= 100
    assert score.advice.text and score.advice.source_quote


def test_the_figures_add_up_by_hand() -> None:
    # Average year: base x 1.15 + 200,000 / 4 + 40,000 / 4. Base 180,000: 207,000 + 50,000 + 10,000 = 267,000.
    practice = stop_practice(play(ASK, temper="friendly", seed=3, plan=PLAN))
    score = score_practice(practice)
    values = {figure.label: figure.value for figure in score.figures}
    base = next(item for item in score.levers if item.lever == "base_salary")
    assert values["average year as offered"] == 267000
    assert values["average year reached"] == base.reached * Decimal("1.15") + 60000
    assert values["base salary won"] == base.reached - 180000
    assert values["base salary left"] == base.most - base.reached
    won, room = values["average year reached"] - 267000, values["average year at the top of the band"] - 267000
    assert values[WON_LABEL] == (won / room * 100).quantize(Decimal("0.01"))
    assert values["average year above your target"] == values["average year reached"] - 290000
    assert all(figure.formula and figure.inputs for figure in score.figures)


def test_a_withdrawn_offer_wins_nothing() -> None:
    practice = play(ASK, "This is an insult.", "You people are a joke.", "What an insult.", temper="friendly")
    assert practice.ended == "withdrawn"
    assert score_practice(practice).won_pct == 0


def test_going_in_without_a_plan_is_named_at_the_end() -> None:
    score = score_practice(stop_practice(play(ASK)))
    assert [note.kind for note in score.preparation] == ["no_target", "no_walk_away"]
    assert score.mistakes == {"walk_away": 1, "target": 1}
    assert score_practice(stop_practice(play(ASK, plan=PLAN))).preparation == ()


def test_the_one_thing_is_the_most_frequent_mistake() -> None:
    score = score_practice(stop_practice(play("Thanks! 198k base", "198k base", "198k base", plan=PLAN)))
    assert score.advice.source_quote in {RULES["repeated"].quote, RULES["no_reason"].quote}
    assert score.mistakes["counter"] == 2


def test_without_mistakes_the_one_thing_is_what_was_not_asked_for() -> None:
    score = score_practice(stop_practice(play("Thank you so much, I like the team.", plan=PLAN)))
    assert "you did not ask" in score.advice.text
    assert score.advice.figures


def test_every_mistake_in_a_talk_has_its_weight() -> None:
    assert set(_HEAVIEST) == set(RULES) - {"no_target", "no_walk_away"}


@pytest.mark.parametrize(
    ("plan", "seed", "said", "message"),
    [
        (Plan(target=Decimal(1), walk_away=Decimal(2)), 1, "", "walk_away: lies above your target"),
        (Plan(), -1, "", "seed: must be a whole number from 0"),
        (Plan(), 1, "x" * (LONGEST_TURN + 1), "text: is longer than 4,000 characters"),
    ],
)
def test_what_cannot_be_used_is_said(plan: Plan, seed: int, said: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        take_turn(start_practice(OFFER, "friendly", seed, plan=plan), said)


def test_an_ended_practice_takes_no_turn() -> None:
    with pytest.raises(InputError, match="has ended"):
        take_turn(play("I accept."), "wait")

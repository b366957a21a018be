"""Every amount of an answer is a figure of it, a limit of the law that a calculation names too."""

from __future__ import annotations

from assistant.domain.figure import Figure
from assistant.offline.limits import figures_of_limits
from assistant.session import CoachSession


def _result(**notes: list[str]) -> dict[str, object]:
    return {"tool": "clawback", "figures": [], "assumptions": [], "warnings": [], **notes}


def test_an_amount_of_a_note_is_a_figure_only_where_the_answer_repeats_it() -> None:
    results = [_result(warnings=["Above $3,000 by deduction or credit."])]
    assert not figures_of_limits(results, (), "Owed: $11,250.")
    (figure,) = figures_of_limits(results, (), "Above $3,000 it is a credit.")
    assert (figure.value, figure.unit, figure.rule) == (3000, "USD", "clawback")


def test_an_input_that_is_repeated_is_a_figure_and_a_result_is_not_told_twice() -> None:
    figure = Figure(
        label="match",
        value=5400,
        unit="USD",
        formula="x",
        rule="retirement_match",
        inputs={"pay_limit": 360_000, "match_rate": 0.5},
    )
    found = figures_of_limits([], (figure,), "Match $5,400: 50 % of pay up to $360,000.")
    assert {(item.value, item.unit) for item in found} == {(360_000, "USD"), (50, "percent")}


def test_the_law_named_beside_a_sum_can_be_looked_up(session: CoachSession) -> None:
    answer = session.ask(
        "I got a 30k sign-on, repay within 24 months pro rata by month, I leave after 15 months. What do I owe?"
    )
    assert "3,000" in answer.text
    assert 3000 in [figure.value for figure in answer.figures]

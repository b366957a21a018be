"""Where a negotiation is: the asks, the answers to them, the days left, and the next step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.cases.case import Case, RecordedOffer, Turn
from assistant.cases.standing import Standing, read_standing
from assistant.domain.answer import Answer
from assistant.domain.counter_choice import CounterChoice
from assistant.domain.figure import Figure
from assistant.domain.offer import Offer

TODAY = date(2026, 11, 21)
TOLD = "2026-11-20T08:00:00+00:00"
ASKED = Figure(
    label="base salary to ask for",
    value=Decimal(198000),
    unit="USD",
    formula="named by the person",
    rule="counter_plan",
)
SCRIPT = Answer(kind="script", text="> Hi", figures=(ASKED,))


def make_case(deadline: str | None = None, confirmed: bool = True) -> Case:
    offer = Offer(company="Acme", base_annual=Decimal(180000), deadline=deadline)
    return Case(name="one", offers=(RecordedOffer(name="Acme", role="mine", offer=offer, confirmed=confirmed),))


def make_turns(*answers: Answer | None) -> tuple[Turn, ...]:
    return tuple(
        Turn(number=n, asked=f"words  {n}", asked_at=TOLD, answer=answer) for n, answer in enumerate(answers, start=1)
    )


def objection(name: str) -> Answer:
    return Answer(kind="objection", objection=name, text="It means")


def stand(case: Case, *answers: Answer | None, practised: bool = False) -> Standing:
    return read_standing(case, make_turns(*answers), TODAY, practised)


def test_without_an_offer_the_offer_comes_first() -> None:
    step = stand(Case(name="one")).step
    assert (step.place, step.start) == ("coach", "My offer: ")


def test_terms_are_checked_before_anything_is_asked() -> None:
    assert stand(make_case(confirmed=False)).step.place == "offers"


def test_the_newest_asks_are_shown_and_a_closed_part_is_marked() -> None:
    standing = stand(make_case(), SCRIPT, objection("band_limit"))
    assert [(ask.name, ask.amount, ask.refused) for ask in standing.asks] == [("base salary", "$198,000", True)]
    assert [(said.words, said.closes) for said in standing.said] == [("words 2", "base")]
    assert (standing.step.place, standing.step.says[:12]) == ("counter", "They said no")


def test_the_counter_that_was_written_goes_before_the_conversation() -> None:
    choice = CounterChoice(message="Hi", asked={"equity_grant": Decimal(220000)})
    case = make_case().model_copy(update={"counters": make_case().counters.with_offer("Acme", choice)})
    assert [ask.amount for ask in stand(case, SCRIPT).asks] == ["$220,000"]


def test_asking_on_about_a_line_is_no_line_of_theirs() -> None:
    standing = stand(make_case(), objection("band_limit"), objection("band_limit"), objection("budget_gone"))
    assert [said.words for said in standing.said] == ["words 1", "words 3"]


def test_an_ask_that_is_only_told_is_shown_until_a_message_is_written() -> None:
    turns = make_turns(Answer(kind="advice", text="ok"))
    added = read_standing(make_case(), turns, TODAY, read_asks=lambda text: {"base_salary": (Decimal(9000), True)})
    assert [(ask.name, ask.amount) for ask in added.asks] == [("base salary", "$189,000")]
    turns = make_turns(SCRIPT, None)
    told = read_standing(make_case(), turns, TODAY, read_asks=lambda text: {})
    assert [ask.amount for ask in told.asks] == ["$198,000"]


def test_the_part_a_line_refuses_may_stand_in_its_words_only() -> None:
    turns = make_turns(SCRIPT, objection("budget_gone"))
    standing = read_standing(make_case(), turns, TODAY, read_lines=lambda text: [(text, "base")])
    assert standing.said[-1].closes == "base"
    assert standing.asks[0].refused


def test_a_question_of_theirs_refuses_nothing() -> None:
    standing = stand(make_case(), SCRIPT, objection("current_salary"))
    assert not standing.said[0].is_refusal
    assert not standing.asks[0].refused
    assert standing.step.place == "practice"


def test_the_plan_the_practice_and_their_answer_follow_each_other() -> None:
    case = make_case()
    assert stand(case).step.place == "counter"
    assert stand(case, SCRIPT).step.place == "practice"
    assert stand(case, SCRIPT, None, practised=True).step.start == "The recruiter said: "


@pytest.mark.parametrize(
    ("words", "days"), [("Friday, November 27", 6), ("November 21, 2026", 0), ("Nov 20, 2026", -1), ("soon", None)]
)
def test_days_are_counted_where_the_words_name_one_day(words: str, days: int | None) -> None:
    assert stand(make_case(words), SCRIPT).days == {"Acme": days}


@pytest.mark.parametrize(
    ("words", "says"), [("November 21, 2026", "today"), ("November 22, 2026", "tomorrow"), ("Nov 20, 2026", "passed")]
)
def test_a_deadline_that_is_near_comes_before_the_counter(words: str, says: str) -> None:
    assert says in stand(make_case(words), SCRIPT).step.says


def test_a_line_of_theirs_beside_a_question_closes_its_part_and_a_supposed_one_nothing() -> None:
    told = [("what is a clawback? they say the band is full", SCRIPT), ("what if they say the budget is gone?", None)]
    turns = tuple(
        Turn(number=n, asked=text, asked_at=TOLD, answer=answer or objection("budget_gone"))
        for n, (text, answer) in enumerate(told, start=1)
    )
    lines = {told[0][0]: (("they say the band is full", "base"),)}
    standing = read_standing(make_case(), turns, TODAY, read_lines=lambda text: lines.get(text, ()))
    assert [(said.words, said.closes) for said in standing.said] == [("they say the band is full", "base")]
    assert standing.asks[0].refused

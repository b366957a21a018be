"""What is chosen for a counter, and how its message is changed and taken back."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.counter_choice import MOST_EARLIER, CounterChoice, CounterChoices, usual_exchange


def test_a_text_can_be_taken_back_step_by_step() -> None:
    choice = CounterChoice().with_message("one").with_message("two").with_message("three")
    assert choice.earlier == ("one", "two")
    assert choice.undone().undone().message == "one"
    assert choice.undone().undone().undone().message == "one"


def test_the_same_text_is_no_change_and_an_empty_one_is_not_kept() -> None:
    choice = CounterChoice(message="one")
    assert choice.with_message("one") is choice
    assert choice.with_message("").with_message("two").earlier == ("one",)


def test_only_the_newest_texts_are_kept() -> None:
    choice = CounterChoice()
    for number in range(MOST_EARLIER + 5):
        choice = choice.with_message(f"text {number}")
    assert len(choice.earlier) == MOST_EARLIER
    assert choice.earlier[-1] == f"text {MOST_EARLIER + 3}"


def test_each_offer_has_a_counter_of_its_own() -> None:
    choices = CounterChoices().with_offer("A", CounterChoice(target=Decimal(200000)))
    assert choices.about("A").target == 200000
    assert choices.about("B") == CounterChoice()


def test_pay_in_millions_is_weighed_in_larger_steps() -> None:
    assert usual_exchange(None) == usual_exchange(Decimal(999_999)) == 10_000
    assert usual_exchange(Decimal(3_500_000)) == 100_000
    assert usual_exchange(Decimal(12_000_000)) == 1_000_000


def test_what_is_kept_can_be_read_again() -> None:
    choice = CounterChoice(target=Decimal("195000.50"), wanted={"base_salary": Decimal(205000)}, message="Hi")
    assert CounterChoice.model_validate_json(choice.model_dump_json()) == choice

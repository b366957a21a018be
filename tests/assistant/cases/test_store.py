"""What every place to keep cases must do; both stores pass the same tests."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.cases.case import Case, RecordedOffer
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.cases.store import CaseStore
from assistant.domain.answer import Answer
from assistant.domain.offer import Offer
from assistant.errors import CaseBusy, StoreUnavailable

OFFER = RecordedOffer(name="Acme", role="mine", offer=Offer(company="Acme", base_annual=Decimal("180000.50")))
OpenStore = Callable[..., CaseStore]


@pytest.fixture(params=["memory", "sqlite"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> OpenStore:
    def open_store(patience_seconds: float = 5) -> CaseStore:
        if request.param == "memory":
            return MemoryCaseStore(patience_seconds)
        return SqliteCaseStore(tmp_path / "data", patience_seconds)

    return open_store


@pytest.fixture
def store(open_store: OpenStore) -> CaseStore:
    return open_store()


def answer(text: str) -> Answer:
    return Answer(kind="advice", text=text)


def take_turn(store: CaseStore, name: str, asked: str, now: str = "2026-11-21T10:00:00Z") -> int:
    number = store.begin_turn(name, asked, now)
    case = store.load_case(name) or Case(name=name)
    store.finish_turn(case, number, answer(f"re: {asked}"), [{"type": "human", "content": asked}], now)
    return number


def test_practices_come_back_in_order_and_go_with_their_case(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "2026-01-01")
    store.create_case(Case(name="b"), "2026-01-02")
    for number, body in ((2, "second"), (1, "first"), (2, "second, later")):
        store.save_practice("a", number, body, f"2026-01-0{3 + number}")
    assert store.list_practices("a") == ("first", "second, later")
    assert store.list_practices("b") == store.list_practices("none") == ()
    assert [item.name for item in store.list_cases()] == ["a", "b"]
    store.delete_case("a")
    assert store.list_practices("a") == ()
    with pytest.raises(StoreUnavailable, match="deleted in another window"):
        store.save_practice("a", 1, "late", "2026-01-09")


def test_a_new_place_is_empty(store: CaseStore) -> None:
    assert store.list_cases() == ()
    assert store.load_case("x") is None
    assert store.list_turns("x") == ()
    assert store.load_messages("x") == []


def test_a_case_comes_back_as_it_was_put_in(store: CaseStore) -> None:
    case = Case(name="é/../x", title="Größe", offers=(OFFER,))
    store.create_case(case, "2026-01-01T00:00:00Z")
    assert store.load_case("é/../x") == case


def test_creating_leaves_an_existing_case_as_it_is(store: CaseStore) -> None:
    store.create_case(Case(name="a", offers=(OFFER,)), "2026-01-01T00:00:00Z")
    store.create_case(Case(name="a", title="other"), "2026-01-02T00:00:00Z")
    assert store.load_case("a") == Case(name="a", offers=(OFFER,))
    assert store.list_cases()[0].updated == "2026-01-01T00:00:00Z"


def test_saving_replaces_or_makes_a_case(store: CaseStore) -> None:
    store.save_case(Case(name="a", title="first"), "2026-01-01T00:00:00Z")
    store.save_case(Case(name="a", title="second"), "2026-01-02T00:00:00Z")
    assert store.load_case("a") == Case(name="a", title="second")
    assert [(item.title, item.updated) for item in store.list_cases()] == [("second", "2026-01-02T00:00:00Z")]


def test_cases_are_listed_last_changed_first_with_their_turns(store: CaseStore) -> None:
    for name, now in (("b", "2026-01-01"), ("a", "2026-01-01"), ("c", "2026-01-03")):
        store.create_case(Case(name=name), now)
    take_turn(store, "a", "one", "2026-01-04")
    store.begin_turn("b", "open", "2026-01-05")
    assert [(item.name, item.turns) for item in store.list_cases()] == [("a", 1), ("c", 0), ("b", 1)]


def test_turns_come_back_in_order_with_their_answers_and_messages(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    assert [take_turn(store, "a", asked) for asked in ("one", "two", "one")] == [1, 2, 3]
    turns = store.list_turns("a")
    assert [(turn.number, turn.asked, turn.answer and turn.answer.text) for turn in turns] == [
        (1, "one", "re: one"),
        (2, "two", "re: two"),
        (3, "one", "re: one"),
    ]
    assert [message["content"] for message in store.load_messages("a")] == ["one", "two", "one"]


@pytest.mark.parametrize(("most", "turns"), [(6, "aabbcc"), (5, "bbcc"), (2, "cc"), (1, "cc"), (None, "aabbcc")])
def test_the_newest_messages_are_those_of_whole_turns_and_of_one_at_least(
    store: CaseStore, most: int | None, turns: str
) -> None:
    case = Case(name="a")
    store.create_case(case, "now")
    assert store.load_messages("a", most) == []
    for words in "abc":
        store.finish_turn(case, store.begin_turn("a", words, "now"), answer(words), [{"m": words}, {"m": words}], "now")
    assert [message["m"] for message in store.load_messages("a", most)] == list(turns)


def test_finishing_a_turn_keeps_the_changed_case(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    number = store.begin_turn("a", "180 base", "now")
    store.finish_turn(Case(name="a", offers=(OFFER,)), number, answer("ok"), [], "later")
    assert store.load_case("a") == Case(name="a", offers=(OFFER,))


def test_a_turn_that_was_cut_off_is_kept_without_an_answer(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    store.begin_turn("a", "lost?", "now")
    (turn,) = store.list_turns("a")
    assert (turn.asked, turn.answer) == ("lost?", None)
    assert store.load_messages("a") == []


def test_the_second_try_takes_the_place_of_the_first(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    store.begin_turn("a", "same words", "now")
    take_turn(store, "a", "same words")
    assert [turn.answer is not None for turn in store.list_turns("a")] == [True]


def test_the_last_turn_can_be_replaced_and_no_other(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    for asked in ("one", "two"):
        take_turn(store, "a", asked)
    number = store.begin_turn("a", "two, mended", "now", replacing=2)
    store.finish_turn(Case(name="a"), number, answer("ok"), [{"content": "mended"}], "now")
    assert [turn.asked for turn in store.list_turns("a")] == ["one", "two, mended"]
    assert [message["content"] for message in store.load_messages("a")] == ["one", "mended"]
    store.begin_turn("a", "late", "now", replacing=1)
    assert [turn.asked for turn in store.list_turns("a")] == ["one", "two, mended", "late"]


def test_what_a_person_thinks_of_an_answer_stays_with_it(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    for asked in ("one", "two"):
        take_turn(store, "a", asked)
    store.rate_turn("a", 2, "bad")
    assert [turn.rating for turn in store.list_turns("a")] == [None, "bad"]
    store.rate_turn("a", 2, None)
    store.rate_turn("a", 9, "good")
    assert [turn.rating for turn in store.list_turns("a")] == [None, None]


def test_an_open_turn_with_other_words_stays(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    store.begin_turn("a", "first", "now")
    take_turn(store, "a", "second")
    assert [(turn.asked, turn.answer is not None) for turn in store.list_turns("a")] == [
        ("first", False),
        ("second", True),
    ]


def test_deleting_takes_the_turns_along(store: CaseStore) -> None:
    for name in ("a", "b"):
        store.create_case(Case(name=name), "now")
        take_turn(store, name, "one")
    store.delete_case("a")
    store.delete_case("never there")
    assert store.load_case("a") is None
    assert store.list_turns("a") == ()
    assert store.load_messages("a") == []
    assert [item.name for item in store.list_cases()] == ["b"]


def test_a_turn_of_a_deleted_case_is_refused_and_does_not_bring_it_back(store: CaseStore) -> None:
    store.create_case(Case(name="a"), "now")
    number = store.begin_turn("a", "one", "now")
    store.delete_case("a")
    with pytest.raises(StoreUnavailable, match="deleted"):
        store.finish_turn(Case(name="a"), number, answer("late"), [], "now")
    with pytest.raises(StoreUnavailable, match="deleted"):
        store.begin_turn("a", "two", "now")
    assert store.load_case("a") is None


def test_a_second_turn_of_a_case_waits_no_longer_than_its_patience(open_store: OpenStore) -> None:
    store = open_store(patience_seconds=0.1)
    store.create_case(Case(name="a"), "now")
    outcomes: list[str] = []

    def try_to_lock(name: str) -> None:
        try:
            with store.lock(name):
                outcomes.append(f"{name} held")
        except CaseBusy as error:
            outcomes.append(f"{name} busy: {error}")

    with store.lock("a"):
        for name in ("a", "b"):
            thread = threading.Thread(target=try_to_lock, args=(name,))
            thread.start()
            thread.join()
    try_to_lock("a")
    busy = "a busy: This case is still answering in another window; try again in a moment."
    assert outcomes == [busy, "b held", "a held"]


def test_a_lock_is_let_go_when_the_turn_fails(open_store: OpenStore) -> None:
    store = open_store(patience_seconds=0.1)
    store.create_case(Case(name="a"), "now")
    with pytest.raises(ZeroDivisionError), store.lock("a"):
        _ = 1 / 0
    with store.lock("a"):
        pass


def test_threads_that_take_turns_under_the_lock_lose_none(open_store: OpenStore) -> None:
    store = open_store(patience_seconds=30)
    store.create_case(Case(name="a"), "now")

    def ask(words: str) -> None:
        for index in range(5):
            with store.lock("a"):
                take_turn(store, "a", f"{words}{index}")

    threads = [threading.Thread(target=ask, args=(words,)) for words in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    turns = store.list_turns("a")
    assert [turn.number for turn in turns] == list(range(1, 16))
    assert {turn.asked for turn in turns} == {f"{words}{index}" for words in "xyz" for index in range(5)}

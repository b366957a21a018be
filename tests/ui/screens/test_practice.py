"""The Practice page: set up, talk, scorecard, another try."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import Case, RecordedOffer
from assistant.cases.memory_store import MemoryCaseStore
from assistant.domain.offer import EquityGrant
from assistant.errors import InputError
from assistant.rehearsal import Rehearsal
from assistant.retrieval.guidance import GuidanceLibrary
from tests.fakes.session import NOW, OFFER, FakeSession
from tests.ui.conftest import markup_of, press, send, words_of
from ui import loading

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"
ASK = "Thank you, I love the team. Could the base be $198,000? The market median for this level is $205,000."
MINE = RecordedOffer(name="Microsoft", role="mine", offer=OFFER, confirmed=True)


@cache
def guidance() -> GuidanceLibrary:
    return GuidanceLibrary(KNOWLEDGE)


class RehearsingSession(FakeSession):
    """Cases in a store in memory, with the real rehearsal on it."""

    def __init__(self) -> None:
        super().__init__()
        self.store = MemoryCaseStore()
        self.rehearsal = Rehearsal(lambda name: self.store, guidance(), lambda: NOW)

    @property
    def offers(self) -> Any:
        return SimpleNamespace(confirm=self.confirm_offer)

    def list_cases(self) -> Any:
        return self.store.list_cases()

    def create_case(self, title: str | None = None) -> str:
        self.store.create_case(Case(name="made", title=title or ""), NOW)
        return "made"

    def load_case(self, name: str) -> Case:
        found = self.store.load_case(name)
        if found is None:
            raise InputError("case", f"{name} does not exist")
        return found

    def record(self, words: str, case: str) -> None:
        kept = self.load_case(case)
        self.store.save_case(kept.with_offer(MINE.model_copy(update={"confirmed": False})), NOW)

    def confirm_offer(self, case: str, name: str | None = None, edits: Any = None) -> RecordedOffer:
        self.store.save_case(self.load_case(case).with_offer(MINE, instead_of="Microsoft"), NOW)
        return MINE

    def find_passage(self, chunk_id: str) -> Any:
        return guidance().find_chunk(chunk_id)

    def find_sources(self, source_ids: Any) -> Any:
        sources = guidance().library.sources
        return tuple(sources[name] for name in source_ids if name in sources)


def _show() -> None:
    from ui.screens import practice

    practice.show()


@pytest.fixture
def session() -> RehearsingSession:
    return RehearsingSession()


@pytest.fixture
def page(session: RehearsingSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()
    yield AppTest.from_function(_show, default_timeout=60)
    loading.get_loader.clear()


def put_case(session: RehearsingSession, name: str = "a", *, confirmed: bool = True) -> None:
    offer = MINE.model_copy(update={"confirmed": confirmed})
    session.store.create_case(Case(name=name, title=f"Case {name}", offers=(offer,)), NOW)


def start(page: AppTest, temper: str = "friendly") -> AppTest:
    page.run()
    page.radio[0].set_value(temper)
    return press(page, "Start the call")


def test_without_a_confirmed_offer_the_page_says_what_is_needed(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert "First, a confirmed offer" in words_of(page)


def test_an_offer_that_waits_can_be_confirmed_here(page: AppTest, session: RehearsingSession) -> None:
    put_case(session, confirmed=False)
    page.run()
    assert any("Did I read Microsoft right?" in item.label for item in page.expander)
    page = press(page, "Confirm Microsoft")
    assert "Who do you want to talk to?" in [item.label for item in page.radio]


def test_options_without_a_value_are_said_to_count_as_nothing(page: AppTest, session: RehearsingSession) -> None:
    options = EquityGrant(kind="option", shares=Decimal(45000))
    offer = MINE.model_copy(update={"offer": OFFER.with_terms({"equity": (options,)})})
    session.store.create_case(Case(name="startup", title="Startup", offers=(offer,)), NOW)
    assert "The stock options count as 0 in this call. Missing: the strike price" in words_of(page.run())


def test_an_offer_without_pay_is_told_in_a_sentence(page: AppTest, session: RehearsingSession) -> None:
    offer = MINE.model_copy(update={"offer": OFFER.with_terms({"base_annual": None, "base_stated": None})})
    session.store.create_case(Case(name="bare", title="Bare", offers=(offer,)), NOW)
    page.run()
    assert "states no yearly base salary" in page.error[0].value
    assert "Offer states" in page.error[0].value


@pytest.mark.parametrize(("chosen", "other"), [("first", "second"), ("second", "first")])
def test_of_two_cases_with_one_title_the_chosen_one_is_practised(
    page: AppTest, session: RehearsingSession, chosen: str, other: str
) -> None:
    for name in ("first", "second"):
        session.store.create_case(Case(name=name, title="Same title", offers=(MINE,)), NOW)
    page.query_params["case"] = chosen
    page = start(page)
    assert session.rehearsal.list_practices(chosen)
    assert not session.rehearsal.list_practices(other)
    assert page.query_params["case"] == chosen


def test_the_sample_is_one_click_away(page: AppTest) -> None:
    page = press(page.run(), "Practise with the sample")
    assert not page.exception
    assert [item.label for item in page.radio] == ["Who do you want to talk to?"]
    assert "$267,000" in words_of(page)


def test_a_talk_with_notes_silence_and_an_end(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page = start(page)
    assert "Here is the offer" in words_of(page) or "so here it is" in words_of(page)
    page = send(page, "I make 165k now. Can you do better?")
    assert not page.exception
    words = words_of(page)
    assert "Told them your present pay" in words
    assert "Better: I would rather talk about what this role is worth." in words
    assert "<mark>The next offer tends to land" in markup_of(page)
    page = press(send(page, ASK), "Say nothing")
    assert "(you said nothing)" in words_of(page)
    assert "Their limit" not in words_of(page)
    page = press(page, "End the call")
    words = words_of(page)
    assert "of the room they had" in words
    assert "One thing to do differently" in words
    assert "The band that was hidden" in words
    assert "No walk-away set" in words


def test_a_refreshed_page_goes_on_with_the_talk(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    send(start(page), ASK)
    other = AppTest.from_function(_show, default_timeout=60).run()
    assert ASK in words_of(other)
    assert other.chat_input


def test_a_second_try_meets_the_same_recruiter_or_another(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page = press(start(page, "hurried"), "End the call")
    page = press(page, "Same recruiter again")
    page = press(page, "End the call")
    assert "Your tries" in words_of(page)
    press(page, "Another recruiter")
    seeds = [practice.seed for practice in session.rehearsal.list_practices("a")]
    assert seeds[0] == seeds[1] != seeds[2]


def test_a_plan_out_of_order_is_said_in_a_sentence(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page.run()
    page.text_input[0].set_value("250k")
    page.text_input[1].set_value("260,000")
    page = press(page, "Start the call")
    assert "lies above your target" in page.error[0].value
    assert session.rehearsal.find("a") is None


def test_a_turn_that_cannot_be_taken_is_put_back(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page = start(page)
    long = "x" * 5000
    page = send(page, long)
    assert "is longer than 4,000 characters" in page.warning[0].value
    assert page.chat_input[0].proto.value == long


def test_several_offers_can_be_chosen_from(page: AppTest, session: RehearsingSession) -> None:
    put_case(session, "a")
    put_case(session, "b")
    page.run()
    page.selectbox[0].set_value("b").run()
    assert page.query_params["case"] == ["b"] or page.query_params["case"] == "b"


def test_the_case_of_another_page_is_the_one_to_practise_on(page: AppTest, session: RehearsingSession) -> None:
    put_case(session, "a")
    put_case(session, "b")
    page.query_params["case"] = "a"
    page.run()
    assert page.selectbox[0].value == "a"
    session.store.create_case(Case(name="empty"), NOW)
    page.query_params["case"] = "empty"
    page.run()
    assert page.radio and not page.exception
    put_case(session, "c", confirmed=False)
    page.query_params["case"] = "c"
    page.run()
    assert "First, a confirmed offer" in words_of(page)
    page.query_params["case"] = "gone"
    page.run()
    assert page.radio and not page.exception


def test_words_of_the_person_are_shown_as_text(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page = send(start(page), "<img src=x> **bold** could you do better on pay?")
    assert "<img" not in markup_of(page)


def test_a_number_that_is_none_is_said_in_a_sentence(page: AppTest, session: RehearsingSession) -> None:
    put_case(session)
    page.run()
    page.text_input[0].set_value("-5")
    page = press(page, "Start the call")
    assert "is no amount" in page.error[0].value
    assert session.rehearsal.find("a") is None

"""The Counter page: the plan, the trades, the message with its review, and the ways it goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import build_session
from assistant.errors import LimitReached, StoreUnavailable
from assistant.session import CoachSession
from assistant.settings import Settings
from tests.ui.conftest import press, words_of
from ui import loading

OpenCounter = Callable[..., AppTest]
OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
BAD = "I need more money because my rent is high. I want 200k base or I walk. You offered 170k."


def _show() -> None:
    from ui.screens import counter

    counter.show()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> CoachSession:
    return build_session(settings=Settings(data_folder=tmp_path_factory.mktemp("data")))


@pytest.fixture
def case(session: CoachSession) -> str:
    name = session.create_case("Microsoft")
    session.record(OFFER, name)
    session.confirm_offer(name)
    return name


@pytest.fixture
def open_counter(session: CoachSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenCounter]:
    """Opens the page in a new tab; `case` names the one in its address."""
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()

    def open_tab(case: str | None = None) -> AppTest:
        page = AppTest.from_function(_show, default_timeout=60)
        if case is not None:
            page.query_params["case"] = case
        page.run()
        assert not page.exception
        return page

    yield open_tab
    loading.get_loader.clear()
    for summary in session.list_cases():
        session.delete_case(summary.name)


def fill(page: AppTest, label: str, text: str) -> AppTest:
    """Write into the field with this label and leave it."""
    fields = [item for item in (*page.text_input, *page.text_area) if item.label.startswith(label)]
    assert fields, f"no field {label!r}"
    page = fields[0].set_value(text).run()
    assert not page.exception
    return page


def choose(page: AppTest, label: str, value: str) -> AppTest:
    return next(item for item in page.radio if item.label == label).set_value(value).run()


def message_of(page: AppTest) -> str:
    return str(next(item for item in page.text_area if item.label.startswith("Your message")).value)


def test_without_an_offer_one_sentence_and_a_sample(open_counter: OpenCounter, session: CoachSession) -> None:
    page = open_counter()
    assert "A counter needs an offer" in words_of(page)
    page = press(page, "Try the sample")
    assert not page.exception
    assert "Ask$198,000" in words_of(page)
    (summary,) = session.list_cases()
    assert summary.name in page.query_params["case"]
    assert session.load_case(summary.name).offers[0].confirmed


def test_the_plan_is_four_numbers_with_their_math(open_counter: OpenCounter, case: str) -> None:
    words = words_of(open_counter(case))
    for part in ("Ask$198,000", "Stretch$198,000", "Target$189,000", "Walk-awaynot set", "year 1 pays $322,700"):
        assert part in words
    assert "max(stretch, counter)" in words
    assert "amount × worth per unit / its worth per unit" in words


def test_target_and_walk_away_are_kept_and_shown_in_every_tab(open_counter: OpenCounter, case: str) -> None:
    page = fill(open_counter(case), "Your target", "195k")
    page = fill(page, "Your walk-away", "$185,000")
    assert "Walk-away$185,000" in words_of(page)
    other = open_counter(case)
    assert "Target$195,000" in words_of(other)
    assert [item.value for item in other.text_input if item.label == "Your target"] == ["195,000"]
    page = fill(page, "Your target", "")
    assert "Target$189,000" in words_of(page)


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("Your target", "lots", "“lots” is no amount"),
        ("Your walk-away", "-5", "is no amount"),
        ("Your walk-away", "€185k", "the offer is in USD"),
        ("Base salary to ask for", "170k", "no more than is already offered"),
        ("More base a year", "0", "is no amount"),
    ],
)
def test_wrong_input_is_said_and_changes_nothing(
    open_counter: OpenCounter, session: CoachSession, case: str, label: str, text: str, words: str
) -> None:
    page = fill(open_counter(case), label, text)
    assert words.replace("“", '"').replace("”", '"') in words_of(page)
    assert "What was kept stays." in words_of(page)
    assert next(item for item in page.text_input if item.label == label).value == text
    assert session.load_case(case).counters.offers == {}


def test_the_ask_on_top_is_the_ask_in_the_table(open_counter: OpenCounter, case: str) -> None:
    page = fill(open_counter(case), "Your target", "193,210")
    shown = words_of(page)
    assert "$203,000" in shown
    assert "$202,870" not in shown.split("What to ask for")[0]


def test_own_asks_take_the_place_of_the_plans(open_counter: OpenCounter, case: str) -> None:
    page = fill(open_counter(case), "Sign-on bonus to ask for", "60k")
    assert "Sign-on bonus$40,000$60,000+$20,000" in words_of(page)
    assert "Stock grant$200,000$220,000" not in words_of(page)


def test_numbers_that_no_longer_fit_the_offer_can_be_cleared(
    open_counter: OpenCounter, session: CoachSession, case: str
) -> None:
    fill(open_counter(case), "Base salary to ask for", "205k")
    session.confirm_offer(case, None, {"base_annual": "210k"})
    page = open_counter(case)
    assert any("no longer fit" in item.value for item in page.warning)
    page = press(page, "Start from the plan's own numbers")
    assert "Ask$231,000" in words_of(page)


def test_a_shorter_stay_makes_a_smaller_sign_on_equal(open_counter: OpenCounter, case: str) -> None:
    page = open_counter(case)
    assert "Sign-on$46,000" in words_of(page)
    page = page.slider[0].set_value(2.0).run()
    assert "Sign-on$23,000" in words_of(page)
    assert "kept for 2 years" in words_of(open_counter(case))


def test_the_message_is_written_in_the_chosen_form(open_counter: OpenCounter, case: str) -> None:
    page = choose(open_counter(case), "Tone", "warm")
    page = fill(page, "Who gets it", "Xiaoyu")
    page = fill(page, "Your name below it", "Sam")
    page = fill(page, "Why you are worth it", "The market median for this level is $205,000.")
    page = press(page, "Write my message")
    text = message_of(page)
    for part in ("Hi Xiaoyu,", "$198,000", "market median", "Warm regards,\nSam"):
        assert part in text
    assert "Nothing to mend" in words_of(page)
    assert page.code[0].value == text
    page = press(choose(page, "Where it goes", "call"), "Write it anew")
    assert "thank you for taking the time" in message_of(page)
    assert message_of(press(page, "Undo")) == text


def test_writing_counts_as_a_message_where_messages_are_limited(
    open_counter: OpenCounter, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_counter(case)

    def refuse(request: object) -> None:
        raise LimitReached("That were many messages at once: wait a minute.")

    monkeypatch.setattr(loading.get_loader().turns, "admit", refuse)
    page = press(page, "Write my message")
    assert "wait a minute" in words_of(page)
    assert not [item for item in page.text_area if item.label.startswith("Your message")]


def test_an_edited_message_is_reviewed_mended_and_taken_back(open_counter: OpenCounter, case: str) -> None:
    page = press(open_counter(case), "Write my message")
    first = message_of(page)
    page = fill(page, "Your message", BAD)
    words = words_of(page)
    assert "4 things to mend before you send it" in words
    assert "Ultimatum" in words
    assert "A threat makes the recruiter defend a refusal" in words
    assert "What should I not write in a counter?" in words
    page = press(page, "Take the rewrite")
    assert "or I walk" not in message_of(page)
    assert message_of(press(page, "Undo")) == BAD
    assert message_of(press(page, "Undo")) == first


def test_an_edit_outlives_the_tab(open_counter: OpenCounter, case: str) -> None:
    page = press(open_counter(case), "Write my message")
    fill(page, "Your message", "Thank you. Could the base be $195,000? The market median is $205,000.")
    assert message_of(open_counter(case)).startswith("Thank you. Could the base be $195,000?")


def test_answers_are_ready_for_every_reply(open_counter: OpenCounter, case: str) -> None:
    page = fill(open_counter(case), "Your walk-away", "185k")
    words = words_of(press(page, "Write my message"))
    assert "Part of it“Thank you for moving." in words
    for line in ("$180,000Hold", "from $185,000Counter", "from $189,000Accept"):
        assert line in words


def test_a_changed_plan_is_told_beside_the_message(open_counter: OpenCounter, case: str) -> None:
    page = press(open_counter(case), "Write my message")
    assert not page.info
    page = fill(page, "Your target", "200k")
    assert any("asks for other amounts" in item.value for item in page.info)


def test_the_packet_is_written_and_kept(open_counter: OpenCounter, case: str) -> None:
    press(open_counter(case), "Write the approver packet")
    page = open_counter(case)
    assert any("Ask: Base salary" in item.value for item in page.code)


def test_the_deadline_is_a_file_or_what_is_missing(open_counter: OpenCounter, session: CoachSession, case: str) -> None:
    page = press(open_counter(case), "Write my message")
    assert "Deadline for your calendar: no offer on file states one" in words_of(page)
    session.confirm_offer(case, None, {"deadline": "December 4, 2026"})
    assert "Deadline for your calendar" not in words_of(open_counter(case))


def test_an_offer_without_a_base_says_what_is_missing(open_counter: OpenCounter, session: CoachSession) -> None:
    name = session.create_case("Startup")
    session.record("Acme gives me RSU worth $200,000 over 4 years.", name)
    page = open_counter(name)
    assert any("No plan yet" in item.value for item in page.info)


def test_a_store_that_cannot_be_written_is_told_and_the_words_stay(
    open_counter: OpenCounter, session: CoachSession, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_counter(case)

    def refuse(*args: object) -> None:
        raise StoreUnavailable("The folder of your cases cannot be written.")

    monkeypatch.setattr(session.counter, "choose", refuse)
    page = fill(page, "Your target", "195k")
    assert "cannot be written" in words_of(page)
    assert next(item for item in page.text_input if item.label == "Your target").value == "195k"


def test_an_address_of_a_case_that_is_gone_is_told_and_left(open_counter: OpenCounter, case: str) -> None:
    page = open_counter("gone")
    assert "no longer here" in page.warning[0].value
    assert "case" not in page.query_params

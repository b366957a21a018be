"""The terms of an offer are read back, confirmed or corrected, and what is unconfirmed is said to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.errors import InputError
from assistant.session import CoachSession

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
OpenSession = Callable[..., CoachSession]


@pytest.fixture
def session(open_session: OpenSession, tmp_path: Path) -> CoachSession:
    return open_session(SqliteCaseStore(tmp_path / "data"))


def test_an_offer_is_read_back_with_a_question(session: CoachSession) -> None:
    answer = session.ask(OFFER, "gate")
    assert "Sign-on $40,000. **Is that right?**" in answer.text
    assert answer.findings == ()
    assert not session.load_case("gate").offers[0].confirmed


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "Yes, that's right.",
        "yep looks good",
        "correct!",
        "that is correct, thanks",
        "you got it right",
        "confirmed",
    ],
)
def test_a_yes_confirms_it_and_figures_are_then_told_without_a_note(session: CoachSession, words: str) -> None:
    session.ask(OFFER, "gate")
    before = session.ask("what if the base were 190k?", "gate")
    assert any("not confirmed yet: Microsoft" in note for note in before.notes)
    assert "confirmed" in session.ask(words, "gate").text
    assert session.load_case("gate").offers[0].confirmed
    assert session.ask("what if the base were 190k?", "gate").notes == ()


@pytest.mark.parametrize(
    "words", ["yes but the base is 190k", "no", "is that right?", "yes, write the counter", "right now?"]
)
def test_other_words_confirm_nothing(session: CoachSession, words: str) -> None:
    session.ask(OFFER, "gate")
    session.ask(words, "gate")
    assert not session.load_case("gate").offers[0].confirmed


def test_a_correction_in_words_changes_one_term_and_keeps_the_history(session: CoachSession) -> None:
    session.ask(OFFER, "gate")
    session.ask("actually the sign-on is 45", "gate")
    (offer,) = session.load_case("gate").offers
    assert offer.offer.signing[0].amount == 45_000
    assert offer.offer.base_annual == 180_000
    assert offer.history[-1].before[0]["amount"] == 40_000


def test_a_correction_by_hand_counts_at_once_and_a_wrong_one_changes_nothing(session: CoachSession) -> None:
    session.ask(OFFER, "gate")
    with pytest.raises(InputError):
        session.confirm_offer("gate", None, {"base_annual": "185k", "equity[0].schedule": "10/10"})
    assert session.load_case("gate").offers[0].offer.base_annual == 180_000
    session.confirm_offer("gate", "microsoft", {"base_annual": "185k"})
    answer = session.ask("what does it pay in year 1?", "gate")
    assert "$302,750" in answer.text
    assert answer.findings == ()


def test_a_yes_without_an_offer_is_met_with_what_comes_next(session: CoachSession) -> None:
    assert session.ask("yes", "empty").kind == "clarify"


LETTER = (
    "the letter is here:\nDear Sam,\nGlobex Inc. is pleased to offer you the position of Senior Engineer. "
    "Your annual base salary will be $180,000. You will be granted restricted stock units with a value of "
    "$200,000 vesting over four years. Your start date is January 11, 2027.\nSincerely, Dana"
)


def test_a_letter_for_an_offer_on_file_is_held_against_what_was_said(session: CoachSession) -> None:
    session.ask("recruiter call: Globex, 185k base, 30k signing, 200k RSUs over 4 years. They sponsor my visa", "gate")
    answer = session.ask(LETTER, "gate")
    assert "not in the letter: sign-on bonus" in answer.text
    assert "not in the letter: visa sponsorship" in answer.text
    assert "changed: base salary, 185,000 before, 180,000 now" in answer.text
    assert answer.findings == ()
    assert len(answer.text.split()) <= 350


def test_a_second_offer_from_elsewhere_is_held_against_nothing(session: CoachSession) -> None:
    session.ask("Initech, 185k base, 30k signing", "gate")
    assert "Against what was said" not in session.ask(LETTER, "gate").text

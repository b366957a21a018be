"""The offers of a case put on file, corrected, confirmed, taken out and calculated with."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.domain.attachment import Attachment
from assistant.domain.what_if import OfferWhatIf
from assistant.errors import InputError
from assistant.session import CoachSession

MINE = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
OTHER = "Google offers base $170K, RSU $400K over 4 years, 10% bonus, start date March 2"
OpenSession = Callable[..., CoachSession]


@pytest.fixture
def session(open_session: OpenSession, tmp_path: Path) -> CoachSession:
    session = open_session(SqliteCaseStore(tmp_path / "data"))
    session.offers.record(MINE, "two")
    session.offers.record(OTHER, "two")
    return session


def test_offers_that_come_one_by_one_are_two_offers(session: CoachSession) -> None:
    assert [(item.name, item.role) for item in session.load_case("two").offers] == [
        ("Microsoft", "mine"),
        ("Google", "competing"),
    ]


def test_a_letter_file_is_read_and_what_was_noticed_stays_with_its_offer(session: CoachSession) -> None:
    letter = Attachment(name="letter.txt", data=b"Netflix offers a base salary of $210,000.\xff")
    session.offers.record("", "two", [letter])
    assert [item.name for item in session.load_case("two").offers] == ["Microsoft", "Google", "Netflix"]


def test_words_without_terms_leave_the_case_alone(session: CoachSession) -> None:
    before = session.load_case("two")
    result = session.offers.record("See you on Tuesday!", "two")
    assert "names" not in result.data
    assert session.load_case("two") == before


def test_a_correction_does_not_confirm_and_keeps_what_stood_there(session: CoachSession) -> None:
    session.offers.correct("two", "Google", {"base_annual": "175k"})
    google = session.load_case("two").find_offer("Google")
    assert google is not None
    assert google.offer.base_annual == 175000
    assert not google.confirmed
    assert [(change.field, change.before, change.after) for change in google.history] == [
        ("base_annual", 170000, 175000)
    ]


def test_a_correction_of_a_confirmed_offer_leaves_it_confirmed(session: CoachSession) -> None:
    session.offers.confirm("two", "Google")
    assert session.offers.correct("two", "Google", {"level": "L5"}).confirmed


def test_only_the_corrected_part_of_a_grant_loses_its_words(session: CoachSession) -> None:
    session.offers.correct("two", "Google", {"equity[0].years": "5"})
    google = session.load_case("two").find_offer("Google")
    assert google is not None
    fields = {item.field for item in google.evidence}
    assert "equity[0].total_value" in fields
    assert "equity[0].years" not in fields


def test_taking_out_a_grant_takes_all_words_of_grants(session: CoachSession) -> None:
    session.offers.correct("two", "Google", {"equity[0].total_value": ""})
    google = session.load_case("two").find_offer("Google")
    assert google is not None
    assert not google.offer.equity
    assert not [item for item in google.evidence if item.field.startswith("equity")]


def test_an_offer_is_taken_out_and_taking_it_out_twice_is_no_error(session: CoachSession) -> None:
    session.offers.remove("two", "Microsoft")
    session.offers.remove("two", "Microsoft")
    assert [item.name for item in session.load_case("two").offers] == ["Google"]


def test_another_offer_becomes_the_one_that_is_negotiated(session: CoachSession) -> None:
    session.offers.negotiate("two", "Google")
    assert {item.name: item.role for item in session.load_case("two").offers} == {
        "Microsoft": "competing",
        "Google": "mine",
    }


def test_calculators_know_the_offers_of_the_case_by_name(session: CoachSession) -> None:
    result = session.offers.calculate("compare_offers", {"offers": ["Microsoft", "Google"]}, "two")
    assert list(result.data["offers"]) == ["Microsoft", "Google"]
    with pytest.raises(InputError, match="nowhere"):
        session.offers.calculate("compare_offers", {}, "nowhere")


def test_what_a_person_assumes_outlives_the_session(
    session: CoachSession, open_session: OpenSession, tmp_path: Path
) -> None:
    session.offers.assume("two", lambda kept: kept.with_offer("Google", OfferWhatIf(growth_pct=Decimal(20))))
    session.offers.assume("two", lambda kept: kept.with_rate("EURUSD", Decimal("1.1")))
    again = open_session(SqliteCaseStore(tmp_path / "data")).load_case("two").what_if
    assert again.about("Google").growth_pct == 20
    assert again.about("Microsoft").growth_pct == 0
    assert again.rates_into("USD") == {"EUR": Decimal("1.1")}


@pytest.mark.parametrize("name", ["correct", "negotiate"])
def test_an_offer_that_is_not_there_is_named_with_those_that_are(session: CoachSession, name: str) -> None:
    with pytest.raises(InputError, match="Apple is not on file; on file: Microsoft, Google"):
        getattr(session.offers, name)("two", "Apple", *([{}] if name == "correct" else []))

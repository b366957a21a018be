"""The Offers page: a letter in, its terms checked and corrected, offers removed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from assistant.domain.offer import EquityGrant, RefreshGrant
from assistant.errors import CaseBusy, LimitReached
from tests.fakes.session import OFFER, FakeSession
from tests.ui.components.test_safe_markdown import HOSTILE, assert_harmless
from tests.ui.conftest import bodies_of, press, words_of
from tests.ui.screens.offers_page import (
    CONFIRM,
    LETTER,
    MINE,
    OPTIONS,
    OpenOffers,
    charts_of,
    field_of,
    make_other,
    make_recorded,
    paste,
    put_case,
)
from ui import loading
from ui.state import Request


def test_an_empty_page_takes_a_letter_or_shows_a_sample(open_offers: OpenOffers) -> None:
    page = open_offers()
    assert not page.exception
    assert page.text_area[0].label == "Paste the letter, mail or message"
    assert {"Read the offer", "Try the sample letters"} <= {button.label for button in page.button}


def test_the_sample_is_two_offers_that_wait_to_be_confirmed(open_offers: OpenOffers, session: FakeSession) -> None:
    page = press(open_offers(), "Try the sample letters")
    assert not page.exception
    assert [(item.name, item.confirmed) for item in session.cases["case-1"].offers] == [
        ("Northwind Robotics", False),
        ("Larkspur AI", False),
    ]
    assert session.cases["case-1"].title == "Offer from Northwind Robotics and Larkspur AI"
    assert page.query_params["case"] == "case-1"
    assert not charts_of(page)


def test_a_pasted_letter_stands_beside_its_words(open_offers: OpenOffers) -> None:
    page = paste(open_offers(), LETTER)
    assert not page.exception
    assert "Did I read Netflix right?" in words_of(page)
    assert "“base salary of $200,000”" in words_of(page)
    assert field_of(page, "Base salary USD a year").value == "200,000"
    assert "Is there a sign-on bonus?" in page.code[0].value


def test_a_file_is_read_and_one_that_cannot_be_is_named(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers()
    page.file_uploader[0].upload("letter.txt", LETTER.encode(), "text/plain")
    page.file_uploader[0].upload("scan.docx", b"broken", "application/octet-stream")
    page = press(page, "Read the offer")
    assert not page.exception
    assert [item.name for item in session.cases["case-1"].offers] == ["Netflix"]
    assert "scan" in page.warning[0].value.replace("\\", "")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_given_is_told_with_what_to_do(text: str, open_offers: OpenOffers) -> None:
    assert "first" in paste(open_offers(), text).info[0].value


def test_words_without_an_offer_are_told_and_kept_in_the_field(open_offers: OpenOffers, session: FakeSession) -> None:
    page = paste(open_offers(), "See you on Tuesday at the office!")
    assert "no terms of an offer" in page.error[0].value.replace("\\", "")
    assert page.text_area[0].value == "See you on Tuesday at the office!"
    assert not session.cases


def test_where_nothing_can_be_stored_it_says_so(open_offers: OpenOffers, session: FakeSession) -> None:
    session.can_store = False
    page = paste(open_offers(), LETTER)
    assert not page.exception
    assert "cannot be written" in page.error[0].value


def test_only_what_is_confirmed_is_drawn(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers(put_case(session, make_recorded()))
    assert not charts_of(page)
    assert "not confirmed yet" in words_of(page)
    page = press(page, CONFIRM)
    assert not page.exception
    assert session.cases["case-1"].offers[0].confirmed
    assert len(charts_of(page)) == 2
    assert "$297,000" in words_of(page)


def test_a_corrected_value_is_kept_at_once_with_its_history_and_in_every_tab(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    case = put_case(session, make_recorded())
    first, second = open_offers(case), open_offers(case)
    first = field_of(first, "Base salary USD a year").set_value("$185k").run()
    assert not first.exception
    assert session.cases[case].offers[0].offer.base_annual == 185000
    assert not session.cases[case].offers[0].confirmed
    for page in (first, second.run(), open_offers(case)):
        assert field_of(page, "Base salary USD a year").value == "185,000"
        assert "Base salary: 180,000 → 185,000" in words_of(page)
        assert "set by you" in words_of(page)


def test_values_that_cannot_be_read_are_told_at_their_fields_until_they_are_right(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    offer = OFFER.model_copy(update={"equity": (EquityGrant(total_value=Decimal(1000), schedule=(Decimal(25),) * 4),)})
    case = put_case(session, make_recorded(offer=offer))
    wrong = {
        "Base salary USD a year": ("lots", "no single number"),
        "Equity grant USD": ("-5", "must not be negative"),
        "Target bonus %": ("5000", "must be 1000 or less"),
        "Currency": ("dollars", "Currency must be a code of three letters"),
        "Vesting schedule %": ("10/20", "sums to 30 %"),
    }
    page = open_offers(case)
    for label, (written, _) in wrong.items():
        field_of(page, label).set_value(written)
    page = page.run()
    assert not page.exception
    assert [says for _, says in wrong.values() if says not in words_of(page)] == []
    assert session.cases[case].offers[0].offer == offer
    assert next(button for button in page.button if button.label == CONFIRM).disabled
    for label, right in zip(wrong, ("20", "20", "20", "USD", "25/25/25/25"), strict=True):
        field_of(page, label).set_value(right)
    page = page.run()
    assert [says for _, says in wrong.values() if says in words_of(page)] == []
    assert not next(button for button in page.button if button.label == CONFIRM).disabled


def test_a_term_the_letter_leaves_out_can_be_added_and_an_emptied_one_goes(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    case = put_case(session, make_recorded())
    page = field_of(open_offers(case), "Deadline").set_value("Friday").run()
    assert session.cases[case].offers[0].offer.deadline == "Friday"
    page = field_of(page, "Level").set_value("").run()
    assert session.cases[case].offers[0].offer.level is None
    assert "Level: L62 → not stated" in words_of(page)


def test_a_busy_case_refuses_a_value_and_says_when_to_try_again(
    open_offers: OpenOffers, session: FakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CaseBusy("This case is still answering in another window; try again in a moment.")

    page = open_offers(put_case(session, make_recorded()))
    monkeypatch.setattr(session.offers, "correct", refuse)
    page = field_of(page, "Level").set_value("L63").run()
    assert not page.exception
    assert "try again in a moment" in words_of(page)


def test_an_offer_is_removed_and_the_last_one_leaves_an_empty_page(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    page = open_offers(put_case(session, MINE, make_other()))
    page = press(page, "This is the one I negotiate")
    assert [item.role for item in session.cases["case-1"].offers] == ["competing", "mine"]
    page = press(press(page, "Remove Acme"), "Remove Microsoft")
    assert not page.exception
    assert not session.cases["case-1"].offers
    assert "See what is really on the table." in words_of(page)


def test_an_address_of_a_case_that_is_gone_is_told_and_left(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers("gone")
    assert not page.exception
    assert "no longer here" in page.warning[0].value
    assert "case" not in page.query_params


def test_hostile_text_reaches_the_page_harmless(open_offers: OpenOffers, session: FakeSession) -> None:
    recorded = [
        make_recorded(
            text,
            OFFER.model_copy(
                update={
                    "company": text, "level": text, "deadline": text,
                    "equity": (OPTIONS.model_copy(update={"percent": Decimal(1)}),),
                    "refreshers": (RefreshGrant(total_value=Decimal(1000)),),
                }
            ),
            role="mine" if place == 0 else "competing",
            warnings=(text,), questions=(text,), confirmed=place > 0,
        )
        for place, text in enumerate(HOSTILE[:5])
    ]  # fmt: skip
    page = open_offers(put_case(session, *recorded))
    assert not page.exception
    bodies = bodies_of(page)
    assert len(bodies) > 50
    for body in bodies:
        assert_harmless(body)
    for chart in charts_of(page):
        for layer in chart["layer"]:
            written = json.dumps({**layer, "data": None, "encoding": _without_domains(layer["encoding"])})
            assert not any(text[:12] in written for text in HOSTILE[:5])


def _without_domains(encoding: dict[str, Any]) -> dict[str, Any]:
    """The encoding without the names in its scales, which are data."""
    return {name: {**value, "scale": None} if isinstance(value, dict) else value for name, value in encoding.items()}


def test_each_letter_counts_as_a_message_of_this_person(
    open_offers: OpenOffers, session: FakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_offers()

    def refuse(request: Request) -> None:
        raise LimitReached("You have sent 20 messages within a minute.")

    monkeypatch.setattr(loading.get_loader().turns, "admit", refuse)
    page.text_area[0].set_value(LETTER)
    press(page, "Read the offer")
    assert "20 messages within a minute" in page.error[0].value
    assert not session.cases

"""The Offers page: a letter in, its terms checked, and the confirmed offers looked at from all sides."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import RecordedOffer
from assistant.domain.exit_scenarios import ExitScenario
from assistant.domain.offer import EquityGrant, Offer, RefreshGrant
from assistant.domain.what_if import OfferWhatIf
from assistant.errors import CaseBusy, LimitReached
from tests.fakes.session import OFFER, FakeSession
from tests.ui.components.test_safe_markdown import HOSTILE, assert_harmless
from tests.ui.conftest import bodies_of, press, words_of
from ui import loading
from ui.components.text import escape_label
from ui.state import Request

OpenOffers = Callable[..., AppTest]
LETTER = "Netflix offers a base salary of $200,000, a 10% bonus and RSUs worth $400,000 over 4 years, 5/15/40/40."
CONFIRM = "Confirm Microsoft"


def _show() -> None:
    from ui.screens import offers

    offers.show()


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def open_offers(session: FakeSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffers]:
    """Opens the page in a new tab; `case` names the one in its address."""
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()

    def open_tab(case: str | None = None) -> AppTest:
        page = AppTest.from_function(_show, default_timeout=30)
        if case is not None:
            page.query_params["case"] = case
        return page.run()

    yield open_tab
    loading.get_loader.clear()


def put_case(session: FakeSession, *offers: RecordedOffer) -> str:
    """A case with these offers on file."""
    name = session.create_case("Two offers")
    session.cases[name] = session.cases[name].model_copy(update={"offers": offers})
    return name


def make_recorded(name: str = "Microsoft", offer: Offer = OFFER, **fields: Any) -> RecordedOffer:
    return RecordedOffer(name=name, role=fields.pop("role", "mine"), offer=offer, **fields)


def make_other(**terms: Any) -> RecordedOffer:
    offer = OFFER.with_terms({"company": "Acme", "base_annual": Decimal(190000), "signing": (), **terms})
    return make_recorded("Acme", offer, role="competing", confirmed=True)


MINE = make_recorded(confirmed=True)


def charts_of(page: AppTest) -> list[dict[str, Any]]:
    """The charts on the page, as they go to the browser."""
    return [json.loads(element.proto.spec) for element in page.get("vega_lite_chart")]


def field_of(page: AppTest, label: str) -> Any:
    """The text field with this label."""
    found = [field for field in page.text_input if field.label.replace("\\", "") == label]
    assert found, f"no field {label!r} among {[field.label for field in page.text_input]}"
    return found[0]


def paste(page: AppTest, text: str) -> AppTest:
    """Paste a letter and have it read."""
    page.text_area[0].set_value(text)
    return press(page, "Read the offer")


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


@pytest.mark.parametrize(
    ("label", "written", "says"),
    [
        ("Base salary USD a year", "lots", "no single number"),
        ("Base salary USD a year", "-5", "Base salary must not be negative"),
        ("Target bonus %", "5000", "less than or equal to 1000"),
        ("Currency", "dollars", "Currency must be a code of three letters"),
        ("Vesting schedule %", "10/20", "sums to 30 %"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_at_its_field(
    label: str, written: str, says: str, open_offers: OpenOffers, session: FakeSession
) -> None:
    offer = OFFER.model_copy(update={"equity": (EquityGrant(total_value=Decimal(1000), schedule=(Decimal(25),) * 4),)})
    case = put_case(session, make_recorded(offer=offer))
    page = field_of(open_offers(case), label).set_value(written).run()
    assert not page.exception
    assert says in words_of(page)
    assert session.cases[case].offers[0].offer == offer
    assert next(button for button in page.button if button.label == CONFIRM).disabled
    right = "25/25/25/25" if "schedule" in label else {"Currency": "EUR"}.get(label, "20")
    page = field_of(page, label).set_value(right).run()
    assert says not in words_of(page)
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


def test_two_offers_are_set_side_by_side(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers(put_case(session, MINE, make_other(equity=(EquityGrant(total_value=Decimal(300000), years=4),))))
    assert not page.exception
    words = words_of(page)
    assert "Acme leads by $106,000 over 4 years" in words
    assert "year 1 goes to Microsoft by $3,500" in words
    assert "Acme passes Microsoft in month" in words
    assert "What the ranking hangs on" in words
    assert "Share price growth of Acme" in words
    assert len(charts_of(page)) == 3
    assert "Show the math" in words


def test_offers_that_are_level_are_said_to_be(open_offers: OpenOffers, session: FakeSession) -> None:
    twin = make_recorded("Twin", OFFER.with_terms({"company": "Twin"}), role="competing", confirmed=True)
    page = open_offers(put_case(session, MINE, twin))
    assert not page.exception
    assert "pay the same" in words_of(page)


def test_sliders_change_what_is_shown_and_are_kept(open_offers: OpenOffers, session: FakeSession) -> None:
    case = put_case(session, MINE, make_other())
    page = open_offers(case)
    growth, tax = (next(s for s in page.slider if s.label == label) for label in (
        escape_label("Acme: share price, change a year"), escape_label("Microsoft: flat tax on all pay")))  # fmt: skip
    before = words_of(page)
    growth.set_value(20)
    page = tax.set_value(30).run()
    assert not page.exception
    assert session.cases[case].what_if.about("Acme") == OfferWhatIf(growth_pct=Decimal(20))
    assert session.cases[case].what_if.about("Microsoft").tax_pct == 30
    again = open_offers(case)
    assert words_of(again) == words_of(page) != before
    assert "after tax" in words_of(again)
    assert [slider.value for slider in again.slider] == [0, 30, 20, 0]


def test_a_repayment_clause_lowers_what_is_kept(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers(put_case(session, MINE))
    assert "give repay_months" not in words_of(page)
    page = page.number_input[0].set_value(24).run()
    assert not page.exception
    assert session.cases["case-1"].what_if.about("Microsoft").repay_months == 24
    assert "owed back at month 12" in words_of(page)


def test_another_currency_asks_for_its_rate_and_then_compares(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers(put_case(session, MINE, make_other(currency="EUR")))
    assert not page.exception
    assert "needs an exchange rate" in words_of(page)
    assert "What the ranking hangs on" not in words_of(page)
    rate = next(field for field in page.number_input if field.label == "One EUR costs how many USD?")
    page = rate.set_value(1.1).run()
    assert not page.exception
    assert session.cases["case-1"].what_if.rates_into("USD") == {"EUR": Decimal("1.1")}
    assert "What the ranking hangs on" in words_of(page)


def test_an_offer_without_base_says_what_is_missing_and_the_other_is_drawn(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    page = open_offers(put_case(session, MINE, make_other(base_annual=None)))
    assert not page.exception
    assert "Acme is not counted yet: base annual is missing" in page.info[0].value.replace("\\", "")
    assert "$297,000" in words_of(page)


OPTIONS = EquityGrant(kind="option", shares=Decimal(10000), strike=Decimal(1), years=Decimal(4))


def test_startup_options_ask_for_the_number_of_shares_and_are_then_weighed(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    page = open_offers(put_case(session, make_recorded(offer=OFFER.with_terms({"equity": (OPTIONS,)}), confirmed=True)))
    assert not page.exception
    assert "fully diluted shares" in words_of(page)
    shares = next(field for field in page.number_input if field.label == "Fully diluted shares of the company")
    page = shares.set_value(10_000_000).run()
    assert not page.exception
    words = words_of(page)
    assert "placeholders, not a forecast" in words
    assert "Chance of nothing" in words
    assert "weighted value is never paid out" in words


def test_futures_are_kept_and_chances_that_do_not_sum_up_are_told(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    grant = OPTIONS.model_copy(update={"percent": Decimal("0.1")})
    case = put_case(session, make_recorded(offer=OFFER.with_terms({"equity": (grant,)}), confirmed=True))
    page = open_offers(case)
    chance = next(field for field in page.number_input if field.label.startswith("Chance"))
    page = chance.set_value(50.0).run()
    assert not page.exception
    assert "90 %, not 100 %" in page.warning[0].value.replace("\\", "")
    kept = session.cases[case].what_if.about("Microsoft").futures
    assert kept[0] == ExitScenario(
        name="It fails", exit_value=Decimal(0), probability_pct=Decimal(50), dilution_pct=Decimal(0)
    )
    page = press(page, "Add a future")
    assert len(session.cases[case].what_if.about("Microsoft").futures) == 4
    assert "90 %, not 100 %" in page.warning[0].value.replace("\\", "")


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

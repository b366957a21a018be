"""The Offers page: the confirmed offers looked at from all sides."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.exit_scenarios import ExitScenario
from assistant.domain.offer import EquityGrant
from assistant.domain.what_if import OfferWhatIf
from tests.fakes.session import OFFER, FakeSession
from tests.ui.conftest import bodies_of, press, words_of
from tests.ui.screens.offers_page import (
    MINE,
    OPTIONS,
    OpenOffers,
    charts_of,
    make_other,
    make_recorded,
    put_case,
)
from ui.components.text import escape_label


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


def test_a_clawback_of_the_letter_is_counted_from_its_words_or_asked_for(
    open_offers: OpenOffers, session: FakeSession
) -> None:
    told = MINE.model_copy(update={"words": "Sign-on $40K, to be repaid if you leave within 24 months."})
    assert open_offers(put_case(session, told)).number_input[0].value == 24
    vague = MINE.model_copy(update={"words": "The sign-on has a clawback."})
    page = open_offers(put_case(session, vague))
    assert page.number_input[0].value == 0
    assert "put in its months" in words_of(page)


def test_another_currency_asks_for_its_rate_and_then_compares(open_offers: OpenOffers, session: FakeSession) -> None:
    page = open_offers(put_case(session, MINE, make_other(currency="EUR")))
    assert not page.exception
    words = words_of(page)
    assert words.index("Where you stand") < words.index("needs an exchange rate") < words.index("What each year pays")
    assert "What the ranking hangs on" not in words
    bodies = bodies_of(page)
    assert all(f"<p><b>{name}</b></p>" in bodies for name in ("Microsoft", "Acme"))  # each over a chart of its own
    assert words.count("The numbers as a table") == 1
    rate = next(field for field in page.number_input if field.label == "One EUR costs how many USD?")
    assert rate.min > 0  # a rate of nothing is refused by the field
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

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.counter import UPLIFT_SOURCE, Lever, calculate_counter, round_to_three_figures
from assistant.domain.grants import value_grants
from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment
from assistant.errors import InputError
from tests.assistant.domain.strategies import offers

OFFER = Offer(
    currency="USD",
    base_annual=Decimal(180_000),
    bonus_target_pct=Decimal(15),
    signing=(SignOnInstalment(amount=Decimal(40_000)), SignOnInstalment(year=2, amount=Decimal(10_000))),
    equity=(EquityGrant(total_value=Decimal(200_000), years=Decimal(4)),),
)


def values_of(offer: Offer, wanted: dict[Lever, Decimal] | None = None) -> dict[str, Decimal]:
    return {figure.label: figure.value for figure in calculate_counter(offer, wanted).figures}


def test_without_a_target_base_and_grant_open_ten_percent_up() -> None:
    counter = calculate_counter(OFFER)
    assert [(ask.lever, ask.asked) for ask in counter.asks] == [
        ("base_salary", 198_000),
        ("equity_grant", 220_000),
    ]
    assert counter.assumptions[0].startswith("No target was named, so the asks open 10 % above")
    assert all(figure.source_ids == (UPLIFT_SOURCE,) for figure in counter.figures if "to ask for" in figure.label)


def test_what_the_person_wants_is_asked_and_nothing_else() -> None:
    counter = calculate_counter(OFFER, {"base_salary": Decimal(205_000)})
    assert [(ask.lever, ask.offered, ask.asked) for ask in counter.asks] == [("base_salary", 180_000, 205_000)]
    assert counter.assumptions == ()
    assert all(figure.source_ids == () for figure in counter.figures)


def test_the_package_is_valued_with_every_ask_met() -> None:
    values = values_of(OFFER, {"base_salary": Decimal(200_000), "sign_on_bonus": Decimal(70_000)})
    # 200,000 + 15 % + 50,000 stock + 60,000 of sign-on in year 1; before: 180,000 + 27,000 + 50,000 + 40,000
    assert values["year 1 total compensation if they agree"] == 340_000
    assert values["year 1 total compensation gained"] == 43_000
    assert values["recurring yearly compensation gained"] == 23_000


def test_a_bonus_named_as_an_amount_replaces_the_percentage() -> None:
    counter = calculate_counter(OFFER, {"target_bonus": Decimal(36_000)})
    assert (counter.improved.bonus_target_amount, counter.improved.bonus_target_pct) == (36_000, None)


def test_every_grant_is_raised_in_proportion() -> None:
    shares = EquityGrant(shares=Decimal(100), share_price=Decimal(1000), years=Decimal(2))
    option = EquityGrant(kind="option", shares=Decimal(5))
    foreign = EquityGrant(total_value=Decimal(70_000), currency="EUR")
    offer = OFFER.with_terms({"equity": (*OFFER.equity, shares, option, foreign)})
    improved = calculate_counter(offer, {"equity_grant": Decimal(330_000)}).improved
    assert [grant.value for grant in value_grants(improved).grants] == [220_000, 110_000]
    assert improved.equity[2:] == (option, foreign)


@pytest.mark.parametrize("equity", [(), (EquityGrant(kind="option", shares=Decimal(5)),)])
def test_a_grant_can_be_asked_for_where_none_counts(equity: tuple[EquityGrant, ...]) -> None:
    offer = Offer(base_annual=Decimal(100_000), equity=equity)
    assert values_of(offer, {"equity_grant": Decimal(80_000)})["recurring yearly compensation gained"] == 20_000


def test_a_grant_can_be_asked_on_before_the_base_is_known() -> None:
    counter = calculate_counter(Offer(equity=OFFER.equity))
    assert {figure.label for figure in counter.figures} == {
        "opening above the offer",
        "stock grant to ask for",
        "stock grant increase",
    }


@pytest.mark.parametrize("amount", [180_000, 170_000])
def test_an_ask_that_is_no_raise_is_refused_by_its_name(amount: int) -> None:
    with pytest.raises(InputError, match="base_salary: asks for no more than is already offered"):
        calculate_counter(OFFER, {"base_salary": Decimal(amount)})


def test_nothing_to_ask_on_is_said() -> None:
    with pytest.raises(InputError, match="neither a base salary nor a stock grant"):
        calculate_counter(Offer(signing=(SignOnInstalment(amount=Decimal(5)),)))


@pytest.mark.parametrize("rate", ["0", "0.009", "1.01", "-0.1"])
def test_an_opening_that_is_none_is_refused(rate: str) -> None:
    with pytest.raises(InputError, match="uplift_pct: must lie between 1 and 100"):
        calculate_counter(OFFER, uplift_rate=Decimal(rate))


@given(offer=offers(), percent=st.integers(1, 100))
@settings(max_examples=60)
def test_every_opening_is_above_the_offer_and_worth_more(offer: Offer, percent: int) -> None:
    try:
        counter = calculate_counter(offer, uplift_rate=Decimal(percent) / 100)
    except InputError:
        return
    assert all(ask.asked > ask.offered for ask in counter.asks if ask.offered >= 100)
    before, after = calculate_total_compensation(offer), calculate_total_compensation(counter.improved)
    assert after.figures[2].value >= before.figures[2].value or any(ask.offered < 100 for ask in counter.asks)


def test_small_amounts_keep_their_units() -> None:
    assert round_to_three_figures(Decimal("42.5")) == 43


def test_a_plan_that_is_not_above_the_offer_leaves_it_as_it_is() -> None:
    counter = calculate_counter(OFFER, planned={"base_salary": Decimal(180_000), "equity_grant": Decimal(240_000)})
    assert [(ask.lever, ask.asked, ask.chosen_by_person) for ask in counter.asks] == [("equity_grant", 240_000, False)]
    assert counter.assumptions == ()
    assert "opening above the offer" not in {figure.label for figure in counter.figures}

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from assistant.domain.comparison import Side, find_leader
from assistant.domain.crossover import HALF_CENT, accumulate_months
from assistant.domain.grants import move_share_price
from assistant.domain.offer import Offer, RefreshGrant
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.present_value import UNDISCOUNTED, Discounting, value_parts
from assistant.domain.sensitivity import Flip, find_flips
from tests.assistant.domain.test_comparison import discountings, sides

CENT = Decimal("0.01")
OUTLOOKS = {"share price growth of": "growth_rate", "raises of": "raise_rate", "bonus payout of": "payout_rate"}


def build(side: Side, **changes: object) -> Side:
    """The same offer under another outlook or with other terms."""
    stream = side.stream
    outlook = stream.outlook.model_copy(update={name: value for name, value in changes.items() if "rate" in name})
    offer = stream.offer.with_terms({name: value for name, value in changes.items() if "rate" not in name})
    return replace(side, stream=build_pay_stream(offer, len(stream.years), outlook))


def apply(flip: Flip, pair: Sequence[Side], discounting: Discounting) -> tuple[list[Side], Discounting]:
    """The offers with one assumption where it flips the ranking."""
    kind, _, name = flip.subject.rpartition(" ")
    rate = flip.flips_at / 100
    if kind == "cash discount":
        return list(pair), replace(discounting, cash_rate=rate)
    if kind == "equity discount":
        return list(pair), replace(discounting, equity_rate=rate)
    if kind == "common discount":
        return list(pair), replace(discounting, cash_rate=rate, equity_rate=rate)
    if kind == "bonus payout of every":
        by = flip.change / 100
        return [build(side, payout_rate=side.stream.outlook.payout_rate + by) for side in pair], discounting
    return [change(flip, kind, side) if side.name == name else side for side in pair], discounting


def change(flip: Flip, kind: str, side: Side) -> Side:
    rate = flip.flips_at / 100
    if kind in OUTLOOKS:
        return build(side, **{OUTLOOKS[kind]: rate})
    if kind == "stock value of":
        return replace(
            side,
            stream=build_pay_stream(
                move_share_price(side.stream.offer, rate - 1), len(side.stream.years), side.stream.outlook
            ),
        )
    if kind == "refresh grants of":
        return build(side, refreshers=(RefreshGrant(total_value=flip.flips_at),))
    if kind == "tax on the pay of":
        return replace(side, tax_rate=rate)
    if kind == "cost-of-living index of":
        return replace(side, index=flip.flips_at)
    assert kind == "exchange rate of"
    return replace(side, exchange_rate=flip.flips_at)


@given(pair=sides(), discounting=discountings)
@settings(max_examples=60, deadline=None)
def test_at_each_flip_the_offers_are_level(pair: tuple[Side, Side], discounting: Discounting) -> None:
    hostages = find_flips(pair, discounting)
    for flip in hostages.flips if hostages else ():
        if flip.subject == "months stayed":
            one, other = (accumulate_months(side.stream, side.weight)[int(flip.flips_at)] for side in pair)
            assert abs(one - other) >= HALF_CENT
            continue
        if flip.subject == "years stayed":
            shorter = [
                value_parts(build_pay_stream(s.stream.offer, int(flip.flips_at), s.stream.outlook), discounting)
                for s in pair
            ]
            then = [parts.total * side.weight for parts, side in zip(shorter, pair, strict=True)]
            now = [value_parts(side.stream, discounting).total * side.weight for side in pair]
            assert find_leader(then) != find_leader(now)
            continue
        changed, rates = apply(flip, pair, discounting)
        values = [value_parts(side.stream, rates).total * side.weight for side in changed]
        slack = CENT * 8 * len(pair[0].stream.years) * max(side.weight for side in (*pair, Side("", pair[0].stream)))
        assert abs(values[0] - values[1]) <= slack + max(values) * Decimal("1e-8"), flip


@given(pair=sides(), discounting=discountings)
@settings(max_examples=30, deadline=None)
def test_the_smallest_change_comes_first(pair: tuple[Side, Side], discounting: Discounting) -> None:
    hostages = find_flips(pair, discounting)
    sizes = [flip.size for flip in hostages.flips] if hostages else []
    assert sizes == sorted(sizes)


def compare(*offers: dict[str, object], years: int = 4) -> list[Side]:
    streams = [build_pay_stream(Offer.model_validate(terms), years) for terms in offers]
    return [Side(f"offer {place}", stream) for place, stream in enumerate(streams, start=1)]


def test_level_offers_are_hostage_to_everything() -> None:
    assert find_flips(compare({"base_annual": 5}, {"base_annual": 5}), UNDISCOUNTED) is None


def test_an_offer_without_pay_can_be_turned_by_nothing_of_its_own() -> None:
    hostages = find_flips(compare({"base_annual": 5}, {"base_annual": 0}, years=1), UNDISCOUNTED)
    assert hostages is not None
    assert [flip.subject for flip in hostages.flips] == []
    assert "tax on the pay of offer 2" in hostages.unmoved
    assert "cost-of-living index of offer 1" in hostages.unmoved


def test_refresh_grants_that_vest_after_the_years_change_nothing() -> None:
    late = [{"total_value": 10, "after_year": 1, "cliff_months": 48}]
    hostages = find_flips(compare({"base_annual": 5, "refreshers": late}, {"base_annual": 4}, years=2), UNDISCOUNTED)
    assert hostages is not None
    assert "refresh grants of offer 1" in hostages.unmoved


def test_refresh_grants_that_are_stated_are_scaled() -> None:
    offers = {"base_annual": 100, "refreshers": [{"total_value": 40}]}, {"base_annual": 110}
    hostages = find_flips(compare(*offers), UNDISCOUNTED)
    assert hostages is not None
    # 10 + 20 + 30 of stock against 40 of base: two thirds of the grants do
    flip = next(flip for flip in hostages.flips if flip.subject == "refresh grants of offer 1")
    assert round(flip.flips_at, 4) == Decimal("66.6667")


def test_another_currency_is_hostage_to_its_rate() -> None:
    one, other = compare({"base_annual": 100}, {"base_annual": 100})
    hostages = find_flips([replace(one, exchange_rate=Decimal("1.25")), other], UNDISCOUNTED)
    assert hostages is not None
    flip = next(flip for flip in hostages.flips if flip.subject == "exchange rate of offer 1")
    assert (flip.flips_at, flip.change) == (1, -20)
    nothing = find_flips([replace(compare({"base_annual": 0})[0], exchange_rate=Decimal(2)), other], UNDISCOUNTED)
    assert nothing is not None
    assert "exchange rate of offer 1" in nothing.unmoved


def test_the_months_stayed_count_only_where_total_pay_agrees_with_the_ranking() -> None:
    early = {"base_annual": 100, "signing": [{"amount": 30}]}
    late = {"base_annual": 100, "equity": [{"total_value": 32, "years": 4, "schedule": [0, 0, 0, 100]}]}
    pair = compare(early, late)
    rate = Discounting(Decimal("0.2"), Decimal("0.2"))
    assert find_leader([value_parts(side.stream, rate).total for side in pair]) == 0
    hostages = find_flips(pair, rate)
    assert hostages is not None
    # at no shorter stay has the late stock vested
    assert "years stayed" in hostages.unmoved


def test_early_pay_wins_at_a_high_discount() -> None:
    early = {"base_annual": 100, "signing": [{"amount": 30}]}
    late = {"base_annual": 110}
    hostages = find_flips(compare(early, late), Discounting(timing="year_end"))
    assert hostages is not None
    flip = next(flip for flip in hostages.flips if flip.subject == "cash discount rate")
    rate = flip.flips_at / 100
    assert abs(sum(10 / (1 + rate) ** year for year in range(1, 5)) - 30) < Decimal("1e-6")

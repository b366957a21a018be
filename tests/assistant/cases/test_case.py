from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.cases.case import Case, RecordedOffer, merge_draft
from assistant.domain.offer import EquityGrant, Evidence, Offer, OfferDraft

WORDS = "they changed it"


def recorded(**terms: Any) -> RecordedOffer:
    return RecordedOffer(name="Acme", role="mine", offer=Offer.model_validate(terms), words="first words")


def merge(before: RecordedOffer, **terms: Any) -> RecordedOffer:
    return merge_draft(before, OfferDraft(is_offer=True, offer=Offer.model_validate(terms)), WORDS)


def test_the_offer_being_negotiated_is_found_without_a_name() -> None:
    other = RecordedOffer(name="Globex", role="competing", offer=Offer())
    assert Case(name="c").find_offer() is None
    assert Case(name="c", offers=(other,)).find_offer() == other
    assert Case(name="c", offers=(other, recorded())).find_offer() == recorded()


@pytest.mark.parametrize("name", ["acme", " ACME ", "Acme Inc.", "Acme, Corp"])
def test_a_name_is_found_whatever_its_capitals_and_legal_form(name: str) -> None:
    assert Case(name="c", offers=(recorded(),)).find_offer(name) == recorded()


@pytest.mark.parametrize("name", ["acm", "acme labs", "", "Inc."])
def test_other_names_are_not_found(name: str) -> None:
    assert Case(name="c", offers=(recorded(),)).find_offer(name) is None


def test_an_offer_takes_the_place_of_the_one_it_corrects() -> None:
    first, second = recorded(), RecordedOffer(name="Globex", role="competing", offer=Offer())
    renamed = first.model_copy(update={"name": "Acme Labs"})
    case = Case(name="c").with_offer(first).with_offer(second)
    assert case.with_offer(renamed, instead_of="Acme").offers == (renamed, second)


def test_new_terms_replace_old_ones_and_the_old_ones_go_to_the_history() -> None:
    after = merge(recorded(base_annual=180_000, bonus_target_pct=15), base_annual=190_000, level="L5")
    assert (after.offer.base_annual, after.offer.bonus_target_pct, after.offer.level) == (190_000, 15, "L5")
    assert [(change.field, change.before, change.after, change.words) for change in after.history] == [
        ("base_annual", 180_000, 190_000, WORDS)
    ]
    assert after.words == f"first words\n\n{WORDS}"


def test_the_same_terms_again_change_nothing() -> None:
    before = recorded(base_annual=180_000, signing=[{"amount": 5}])
    after = merge(before, base_annual=180_000, signing=[{"amount": 5}])
    assert (after.offer, after.history) == (before.offer, ())


def test_a_term_can_be_corrected_to_zero() -> None:
    assert merge(recorded(bonus_target_pct=15), bonus_target_pct=0).offer.bonus_target_pct == 0


def test_a_bonus_percentage_replaces_a_bonus_amount() -> None:
    after = merge(recorded(base_annual=100_000, bonus_target_amount=30_000), bonus_target_pct=20)
    assert after.offer.target_bonus == 20_000
    assert {change.field for change in after.history} == {"bonus_target_amount"}


def test_a_new_base_takes_the_old_monthly_figure_along() -> None:
    before = recorded(base_annual=120_000, base_stated={"amount": 10_000, "period": "month"})
    assert merge(before, base_annual=130_000).offer.base_stated is None


@pytest.mark.parametrize(
    ("before", "new", "expected"),
    [
        ((None, False), ("USD", True), ("USD", True)),
        (("USD", True), ("EUR", False), ("EUR", False)),
        (("USD", True), ("USD", False), ("USD", False)),
        (("EUR", False), ("USD", True), ("EUR", False)),
        (("EUR", False), (None, False), ("EUR", False)),
    ],
)
def test_a_stated_currency_wins_over_an_assumed_one(before: Any, new: Any, expected: Any) -> None:
    old = recorded(base_annual=1, currency=before[0], currency_assumed=before[1])
    after = merge(old, base_annual=2, currency=new[0], currency_assumed=new[1]).offer
    assert (after.currency, after.currency_assumed) == expected


def test_a_new_size_of_the_grant_keeps_how_it_vests() -> None:
    before = recorded(equity=[{"total_value": 200_000, "years": 4, "schedule": [5, 15, 40, 40], "cliff_months": 12}])
    (grant,) = merge(before, equity=[{"total_value": 240_000}]).offer.equity
    assert grant == EquityGrant(
        total_value=Decimal(240_000),
        years=Decimal(4),
        schedule=tuple(map(Decimal, (5, 15, 40, 40))),
        cliff_months=12,
    )


def test_new_shares_take_the_old_value_along() -> None:
    (grant,) = merge(
        recorded(equity=[{"total_value": 200_000}]), equity=[{"shares": 900, "share_price": 100}]
    ).offer.equity
    assert (grant.total_value, grant.shares, grant.share_price) == (None, 900, 100)


def test_a_new_schedule_keeps_the_size_of_the_grant() -> None:
    before = recorded(equity=[{"total_value": 200_000, "years": 4, "frequency": "quarterly"}])
    (grant,) = merge(before, equity=[{"schedule": [40, 30, 30]}]).offer.equity
    assert (grant.total_value, grant.years, grant.schedule, grant.frequency) == (
        200_000,
        None,
        (40, 30, 30),
        "quarterly",
    )


@pytest.mark.parametrize("new", [[{"kind": "option", "shares": 5}], [{"total_value": 1}, {"total_value": 2}]])
def test_other_grants_replace_the_old_ones_whole(new: list[dict[str, Any]]) -> None:
    after = merge(recorded(equity=[{"total_value": 200_000, "years": 4}]), equity=new)
    assert after.offer.equity == Offer.model_validate({"equity": new}).equity


def test_a_later_instalment_joins_the_first_one() -> None:
    after = merge(
        recorded(signing=[{"amount": 62_000}, {"year": 2, "amount": 1}]), signing=[{"year": 2, "amount": 48_000}]
    )
    assert [(part.year, part.amount) for part in after.offer.signing] == [(1, 62_000), (2, 48_000)]


def test_a_new_first_instalment_replaces_them_all() -> None:
    after = merge(recorded(signing=[{"amount": 62_000}, {"year": 2, "amount": 48_000}]), signing=[{"amount": 80_000}])
    assert [(part.year, part.amount) for part in after.offer.signing] == [(1, 80_000)]


def test_evidence_questions_and_warnings_follow_the_terms() -> None:
    def found(field: str, quote: str) -> Evidence:
        return Evidence(field=field, quote=quote, start=0, end=len(quote))

    before = recorded(base_annual=180_000, equity=[{"total_value": 1}]).model_copy(
        update={
            "evidence": (found("base_annual", "180"), found("equity[0].total_value", "1"), found("level", "L5")),
            "questions": ("Is there a sign-on bonus?", "By when do you need an answer?"),
            "warnings": ("one", "two"),
        }
    )
    draft = OfferDraft(
        is_offer=True,
        offer=Offer.model_validate(
            {"base_annual": 190_000, "equity": [{"total_value": 2}], "signing": [{"amount": 5}]}
        ),
        evidence=(found("base_annual", "190"),),
        questions=("By when do you need an answer?", "What is the level?"),
        warnings=("two", "three"),
    )
    after = merge_draft(before, draft, WORDS)
    assert [item.quote for item in after.evidence] == ["L5", "190"]
    assert after.questions == ("By when do you need an answer?",)
    assert after.warnings == ("one", "two", "three")


def test_long_words_are_cut_in_the_history() -> None:
    draft = OfferDraft(is_offer=True, offer=Offer(base_annual=Decimal(2)))
    (change,) = merge_draft(recorded(base_annual=1), draft, "w" * 1000).history
    assert len(change.words) == 300

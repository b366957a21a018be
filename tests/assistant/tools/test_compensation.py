from __future__ import annotations

from decimal import Decimal

from assistant.cases.case import Case
from assistant.domain.offer import Offer
from assistant.tools.arguments import OfferArguments
from assistant.tools.compensation import TOTAL_COMPENSATION
from tests.assistant.tools.fakes import build_deps, recorded

MINE = recorded("Acme", company="Acme", base_annual=180_000)
OTHER = recorded("Globex", "competing", base_annual=200_000)


def test_the_offer_being_negotiated_is_chosen_when_none_is_named() -> None:
    result = TOTAL_COMPENSATION.call({}, build_deps(OTHER, MINE))
    assert result.figures[0].value == 180_000


def test_an_offer_is_chosen_by_its_name() -> None:
    result = TOTAL_COMPENSATION.call({"offer": "globex"}, build_deps(MINE, OTHER))
    assert result.figures[0].value == 200_000


def test_changes_touch_only_the_terms_they_state() -> None:
    changes = Offer(base_annual=Decimal(190_000))
    offer = OfferArguments(changes=changes).choose(Case(name="c", offers=(MINE,)))
    assert (offer.company, offer.base_annual) == ("Acme", 190_000)


def test_nothing_on_file_is_changed() -> None:
    deps = build_deps(MINE)
    TOTAL_COMPENSATION.call({"changes": {"base_annual": 1}}, deps)
    assert deps.case.offers == (MINE,)


def test_what_is_left_out_is_told() -> None:
    result = TOTAL_COMPENSATION.call({"offer": {"base_annual": 1, "retention_bonus": 5}}, build_deps())
    assert result.warnings == ("The retention bonus is not counted: it is paid only to those who stay until its date.",)
    assert result.warnings[0] in result.text

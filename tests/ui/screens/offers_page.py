"""Offers to put on the Offers page, and what stands on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from streamlit.testing.v1 import AppTest

from assistant.cases.case import RecordedOffer
from assistant.domain.offer import EquityGrant, Offer
from tests.fakes.session import OFFER, FakeSession
from tests.ui.conftest import press

OpenOffers = Callable[..., AppTest]
LETTER = "Netflix offers a base salary of $200,000, a 10% bonus and RSUs worth $400,000 over 4 years, 5/15/40/40."
CONFIRM = "Confirm Microsoft"


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


OPTIONS = EquityGrant(kind="option", shares=Decimal(10000), strike=Decimal(1), years=Decimal(4))

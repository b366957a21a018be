"""Arguments that several tools share: which offer is meant, what changes on it, what is assumed about the future."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.cases.case import Case
from assistant.domain.counter import Lever, add_to_offered, with_amounts
from assistant.domain.exchange_rate import convert_known_grants
from assistant.domain.grants import move_share_price
from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_period import fill_base
from assistant.errors import InputError
from assistant.tools.spec import ToolArguments

OfferChoice = str | Offer | None
Growth = Annotated[Number, Field(gt=-100, le=1000)]
Share = Annotated[Number, Field(ge=0, le=100)]
"""A percentage that cannot exceed the whole."""
Asked = Annotated[Number, Field(ge=0, le=Decimal("1e12"))]
"""An amount to negotiate about; more is a typing error."""


EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


def _read_day(value: object) -> object:
    """A date as it is, or an ISO text as a date; anything else is refused with the way to write it."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError("must be a day that exists, written YYYY-MM-DD such as 2026-11-25") from None
    if type(value) is not date or not EARLIEST <= value <= LATEST:
        raise ValueError(f"must be a day from {EARLIEST} to {LATEST}, written YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_read_day)]
"""A day that an offer can be about, written YYYY-MM-DD."""


class OfferArguments(ToolArguments):
    """An offer by name or whole, and what-if changes on top."""

    offer: OfferChoice = Field(
        default=None,
        description="name of an offer in the case, or a whole offer; left out: the offer being negotiated",
    )
    changes: Offer | None = Field(
        default=None, description="what-if: terms that replace those of the offer, e.g. {'base_annual': 200000}"
    )
    parts: dict[Lever, Amount] = Field(
        default_factory=dict,
        description="what-if: other amounts for base, grant, sign-on or bonus; the vesting stays as it is",
    )
    added: dict[Lever, Amount] = Field(
        default_factory=dict, description="what-if: amounts on top of what is offered, e.g. {'base_salary': 10000}"
    )
    exchange_rates: dict[CurrencyCode, Annotated[Number, Field(gt=0, le=Decimal("1e9"))]] = Field(
        default_factory=dict,
        description="for stock stated in another currency than pay: what one unit of it costs, e.g. {'USD': 0.92}",
    )

    def choose(self, case: Case) -> Offer:
        """The offer meant, with the changes.

        Raises:
            InputError: no such offer in the case.
        """
        offer = choose_offer(self.offer, case)
        if self.changes is not None:
            terms = {name: getattr(self.changes, name) for name in self.changes.model_fields_set}
            offer = fill_base(offer.with_terms(terms))
        if self.parts or self.added:
            offer = with_amounts(offer, {**self.parts, **add_to_offered(offer, self.added)})
        return convert_known_grants(offer, self.exchange_rates)


class OutlookArguments(ToolArguments):
    """What is assumed about share price, raises and bonus, in percent."""

    growth_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent a year, counted up to each vest; 0 keeps it flat",
    )
    price_change_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent, once, before the first vest",
    )
    raise_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="yearly raise of base in percent, from year 2 on",
    )
    bonus_payout_pct: Annotated[Number, Field(ge=0, le=1000)] = Field(
        default=Decimal(100),
        json_schema_extra={"default": 100},
        description="part of the target bonus that is paid, in percent; 100 is the target",
    )

    @property
    def outlook(self) -> Outlook:
        """The assumptions as fractions; the one-time price change is not among them."""
        return Outlook(
            growth_rate=self.growth_pct / 100, raise_rate=self.raise_pct / 100, payout_rate=self.bonus_payout_pct / 100
        )

    def move_price(self, offer: Offer) -> Offer:
        """The offer after the one-time change of the share price."""
        moved = self.price_change_pct.normalize()
        return move_share_price(offer, moved / 100) if moved else offer


def choose_offer(given: OfferChoice, case: Case, field: str = "offer") -> Offer:
    """The offer a tool is about: given whole, by name, or the one being negotiated.

    Raises:
        InputError: no such offer in the case.
    """
    if isinstance(given, Offer):
        return fill_base(given)
    recorded = case.find_offer(given)
    if recorded is None:
        names = ", ".join(item.name for item in case.offers)
        known = f"the case holds: {names}" if names else "the case holds no offer yet; give the terms"
        raise InputError(field, f"{f'no offer is called {given}' if given else 'is missing'}; {known}")
    return fill_base(recorded.offer)

"""Offer: the terms of one job offer, in the shape of the public JSON.

Amounts are per year in the offer's currency unless a name says otherwise; percentages are whole
numbers (15 is 15 %). A term that is not stated is None or empty, never a guess.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.domain.money import Amount, CurrencyCode, Money, Number

Period = Literal["year", "month", "semi-month", "bi-week", "week", "day", "hour"]
Frequency = Literal["monthly", "quarterly", "semiannual", "annual"]
EquityKind = Literal["rsu", "option", "percent"]

Percent = Annotated[Amount, Field(le=1000)]
Range = tuple[Amount, Amount]


class Terms(BaseModel):
    """Base of the parts of an offer: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StatedPay(Terms):
    """Pay as the text puts it, before it is brought to a year."""

    amount: Amount
    period: Period


class SignOnInstalment(Terms):
    """A sign-on payment of `amount` in service year `year` (1 = the first twelve months)."""

    year: int = Field(default=1, ge=1, le=10)
    amount: Amount


class EquityGrant(Terms):
    """One grant. `schedule` is the percent vesting in each service year and sums to 100."""

    kind: EquityKind = "rsu"
    total_value: Amount | None = None
    annual_value: Amount | None = None
    currency: CurrencyCode | None = None
    shares: Amount | None = None
    share_price: Amount | None = None
    strike: Amount | None = None
    percent: Percent | None = None
    percent_range: Range | None = None
    years: Annotated[Number, Field(gt=0, le=20)] | None = None
    schedule: tuple[Percent, ...] | None = None
    cliff_months: int | None = Field(default=None, ge=0, le=120)
    frequency: Frequency | None = None

    @model_validator(mode="after")
    def _schedule_is_whole(self) -> Self:
        if self.schedule is not None:
            total = sum(self.schedule, Decimal(0))
            if not self.schedule or abs(total - 100) > Decimal("0.5"):
                raise ValueError(
                    f"schedule sums to {total.normalize():f} %, not 100 %: "
                    "give the percent that vests in each year"
                )
        return self


class Relocation(Terms):
    """Help with moving: an amount where one is stated, and the words."""

    amount: Amount | None = None
    text: str = ""


class Offer(Terms):
    """The terms of one offer as stated; the currency is "USD" with `currency_assumed` when unstated."""

    company: str | None = None
    title: str | None = None
    level: str | None = None
    location: str | None = None
    currency: CurrencyCode | None = None
    currency_assumed: bool = False
    base_annual: Amount | None = None
    base_stated: StatedPay | None = None
    base_range: Range | None = None
    bonus_target_pct: Percent | None = None
    bonus_target_amount: Amount | None = None
    bonus_max_pct: Percent | None = None
    bonus_range_pct: Range | None = None
    signing: tuple[SignOnInstalment, ...] = ()
    retention_bonus: Amount | None = None
    equity: tuple[EquityGrant, ...] = ()
    relocation: Relocation | None = None
    deadline: str | None = None
    start_date: str | None = None

    def money(self, amount: Decimal) -> Money:
        """An amount in the offer's currency."""
        return Money(amount=amount, currency=self.currency or "USD")

    @property
    def target_bonus(self) -> Decimal:
        """Target bonus of a full year: the stated amount, else percent of base, else zero."""
        if self.bonus_target_amount is not None:
            return self.bonus_target_amount
        return (self.base_annual or Decimal(0)) * (self.bonus_target_pct or Decimal(0)) / 100


class Evidence(Terms):
    """The words a field was read from: text[start:end] == quote."""

    field: str
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class OfferDraft(Terms):
    """What was read from a text: the terms, the words they came from, and what to ask."""

    is_offer: bool
    offer: Offer
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

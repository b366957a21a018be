"""Offer: the terms of one job offer, in the shape of the public JSON.

Amounts are per year in the offer's currency unless a name says otherwise; percentages are whole
numbers (15 is 15 %). A term that is not stated is None or empty, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.domain.money import Amount, Count, CurrencyCode, Money, Number

Period = Literal["year", "month", "semi-month", "bi-week", "week", "day", "hour"]
Frequency = Literal["monthly", "quarterly", "semiannual", "annual"]
EquityKind = Literal["rsu", "option", "percent"]

Percent = Annotated[Amount, Field(le=1000)]
Range = tuple[Amount, Amount]
LONGEST_YEARS = 20

_RIVALS = {
    "base_annual": ("base_stated", "base_range"),
    "base_stated": ("base_annual", "base_range"),
    "bonus_target_pct": ("bonus_target_amount",),
    "bonus_target_amount": ("bonus_target_pct",),
}
"""Terms that say the same thing in another way: stating the first makes the others obsolete."""


class Terms(BaseModel):
    """Base of the parts of an offer: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _check_whole(schedule: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    total = sum(schedule, Decimal(0))
    if abs(total - 100) > Decimal("0.5"):
        raise ValueError(f"sums to {total.normalize():f} %, not 100 %: give the percent that vests in each year")
    return schedule


Schedule = Annotated[tuple[Percent, ...], Field(max_length=LONGEST_YEARS), AfterValidator(_check_whole)]
"""The percent vesting in each service year; sums to 100."""


def _is_unset(value: object) -> bool:
    return value is None


_Counted = Annotated[Number, Field(gt=0, le=9000)]


class StatedPay(Terms):
    """Pay as the text puts it, before it is brought to a year.

    `per_year` says how many such periods are paid a year (14 monthly salaries, 1,800 hours); for an hour or a week
    `hours_per_week` and `weeks_per_year` may say it instead. What is unset is left out of the JSON.
    """

    amount: Amount
    period: Period
    per_year: _Counted | None = Field(default=None, exclude_if=_is_unset)
    hours_per_week: Annotated[Number, Field(gt=0, le=168)] | None = Field(default=None, exclude_if=_is_unset)
    weeks_per_year: Annotated[Number, Field(gt=0, le=53)] | None = Field(default=None, exclude_if=_is_unset)


class SignOnInstalment(Terms):
    """A sign-on payment of `amount` in service year `year` (1 = the first twelve months)."""

    year: Count = Field(default=1, ge=1, le=10)
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
    years: Annotated[Number, Field(gt=0, le=LONGEST_YEARS)] | None = None
    schedule: Schedule | None = None
    cliff_months: Count | None = Field(default=None, ge=0, le=120)
    frequency: Frequency | None = None


class RefreshGrant(Terms):
    """Stock worth `total_value` granted at the end of service year `after_year`.

    With `yearly` the same is granted at the end of every later year. Each grant vests over `years`
    counted from its own grant date.
    """

    total_value: Amount
    after_year: Count = Field(default=1, ge=0, le=LONGEST_YEARS)
    yearly: bool = True
    years: Annotated[Number, Field(gt=0, le=LONGEST_YEARS)] = Decimal(4)
    schedule: Schedule | None = None
    cliff_months: Count | None = Field(default=None, ge=0, le=120)
    frequency: Frequency | None = None


class RetirementMatch(Terms):
    """The employer pays `match_pct` percent of what the person saves, up to `upto_pct` percent of pay.

    50 % of the first 6 % of pay is match_pct 50, upto_pct 6. A second tier goes on from there: 100 % of the first
    3 % and 50 % of the next 2 % is 100, 3 and next_match_pct 50, next_upto_pct 5. `contribution_pct` is what the
    person saves, in percent of pay; None: enough for the whole match. `automatic_pct` percent of pay is paid in
    whatever the person saves.
    """

    match_pct: Percent
    upto_pct: Percent
    next_match_pct: Percent | None = None
    next_upto_pct: Percent | None = None
    contribution_pct: Percent | None = None
    automatic_pct: Percent | None = None


class Espp(Terms):
    """A stock purchase plan: `contribution_pct` percent of base buys stock at `discount_pct` percent off.

    With `lookback` the lower of the prices at the start and the end of a period of `period_months` counts.
    """

    contribution_pct: Percent = Decimal(10)
    discount_pct: Annotated[Percent, Field(le=15)] = Decimal(15)
    lookback: bool = False
    period_months: Count = Field(default=6, ge=1, le=27)


class Benefit(Terms):
    """A benefit at the value a year that the person or the employer puts on it."""

    name: str
    annual_value: Amount


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
    refreshers: tuple[RefreshGrant, ...] = ()
    retirement_match: RetirementMatch | None = None
    espp: Espp | None = None
    benefits: tuple[Benefit, ...] = ()
    relocation: Relocation | None = None
    deadline: str | None = None
    start_date: str | None = None

    @property
    def currency_code(self) -> str:
        """The currency the amounts are in; US dollars where none is stated."""
        return self.currency or "USD"

    def money(self, amount: Decimal) -> Money:
        """An amount in the offer's currency."""
        return Money(amount=amount, currency=self.currency_code)

    @property
    def target_bonus(self) -> Decimal:
        """Target bonus of a full year: the stated amount, else percent of base, else zero."""
        if self.bonus_target_amount is not None:
            return self.bonus_target_amount
        return (self.base_annual or Decimal(0)) * (self.bonus_target_pct or Decimal(0)) / 100

    def with_terms(self, terms: Mapping[str, Any]) -> Offer:
        """The offer with these terms, by field name; what they make obsolete is taken out.

        >>> offer = Offer(bonus_target_amount=Decimal(30000))
        >>> offer.with_terms({"bonus_target_pct": Decimal(15)}).bonus_target_amount is None
        True
        """
        obsolete = {rival: None for name in terms for rival in _RIVALS.get(name, ())}
        return self.model_copy(update=obsolete | dict(terms))


class Evidence(Terms):
    """The words a field was read from: text[start:end] == quote."""

    field: str
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class OfferDraft(Terms):
    """What was read from a text: the terms, the words they came from, and what to ask.

    `handle`: what the person calls the offer where no company is named, such as "offer B".
    """

    is_offer: bool
    offer: Offer
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    handle: str | None = None

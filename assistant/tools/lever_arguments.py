"""Arguments about the levers of an offer over a stay, shared by the tools that weigh them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.levers import LeverView, Timing, Vesting, match_percent, read_vesting, vest_as
from assistant.domain.money import Count, CurrencyCode, Number
from assistant.domain.offer import LONGEST_YEARS, EquityGrant, Frequency, Offer, Percent, Schedule
from assistant.domain.vesting import build_schedule
from assistant.errors import InputError
from assistant.tools.arguments import OfferArguments, OutlookArguments, Share

DEFAULT_STAY_YEARS = 4
LONGEST_STAY_MONTHS = 12 * LONGEST_YEARS
ZERO = Decimal(0)
HUNDRED = Decimal(100)


class LeverArguments(OfferArguments, OutlookArguments):
    """An offer, the time one stays, and what is assumed about it. The offer may be left out altogether."""

    stay_years: Annotated[Number, Field(gt=0, le=LONGEST_YEARS)] | None = Field(
        default=None, description="how long the person means to stay, in years (2.5 is allowed); default 4"
    )
    stay_months: Annotated[Count, Field(ge=1, le=LONGEST_STAY_MONTHS)] | None = Field(
        default=None, description="the same in whole months, instead of stay_years"
    )
    discount_pct: Annotated[Number, Field(ge=0, le=1000)] = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="what a year of waiting costs, in percent a year; 0 counts later money like money today",
    )
    discount_timing: Timing = Field(
        default="mid_year",
        description="when salary and bonus of a year are discounted from: its middle (default) or its end",
    )
    tax_pct: Annotated[Number, Field(ge=0, lt=100)] = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="flat marginal tax in percent; 0 compares before tax",
    )
    bonus_pct: Percent | None = Field(
        default=None, description="target bonus in percent of base, riding on it; default that of the offer, else 0"
    )
    match_pct: Percent | None = Field(
        default=None,
        description="what the employer adds to savings, in percent of base, riding on it; default that of the offer",
    )
    clawback_chance_pct: Share = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="chance in percent that the sign-on bonus has to be paid back",
    )
    clawback_share_pct: Share = Field(
        default=HUNDRED,
        json_schema_extra={"default": 100},
        description="the part of the sign-on bonus that would then be paid back, in percent",
    )
    vesting_schedule: Schedule | None = Field(
        default=None,
        description="percent of the grant vesting in each year, e.g. [5, 15, 40, 40]; default that of the offer, "
        "else four equal years",
    )
    vesting_frequency: Frequency | None = Field(
        default=None, description="how often it vests within a year, with vesting_schedule; default annual"
    )
    cliff_months: Annotated[Count, Field(ge=0, le=120)] | None = Field(
        default=None, description="months before anything vests, with vesting_schedule; default 0"
    )
    currency: CurrencyCode | None = Field(
        default=None, description="currency of the amounts where no offer states one; default USD"
    )

    def months(self) -> int:
        """Length of the stay.

        Raises:
            InputError: stated twice, or not in whole months.
        """
        if self.stay_years is not None and self.stay_months is not None:
            raise InputError("stay_months", "state the stay in years or in months, not both")
        if self.stay_years is None:
            return self.stay_months or 12 * DEFAULT_STAY_YEARS
        months = self.stay_years * 12
        nearest = int(months.to_integral_value())
        if abs(months - nearest) > Decimal("0.01") or not nearest:
            raise InputError("stay_years", "is no whole number of months: use stay_months")
        return nearest

    def find(self, case: Case) -> Offer:
        """The offer meant; an empty one where none is given and none is on file.

        Raises:
            InputError: no such offer in the case.
        """
        nothing_said = self.offer is None and not case.offers and not self.parts and not self.added
        if nothing_said:
            return self.model_copy(update={"offer": Offer(currency=self.currency)}).choose(case)
        offer = self.choose(case)
        if self.currency and offer.currency and self.currency != offer.currency:
            raise InputError("currency", f"is {self.currency}, but the offer is in {offer.currency}: leave it out")
        return offer if offer.currency else offer.model_copy(update={"currency": self.currency})

    def view(self, offer: Offer) -> LeverView:
        """The assumptions as fractions."""
        vesting, outlook = self.vesting(offer), self.outlook
        return LeverView(
            stay_months=self.months(),
            events=vesting.events,
            vesting_years=vesting.years,
            discount_rate=self.discount_pct / 100,
            tax_rate=self.tax_pct / 100,
            raise_rate=outlook.raise_rate,
            growth_rate=outlook.growth_rate,
            price_change_rate=self.price_change_pct / 100,
            bonus_rate=self._bonus(offer) / 100,
            payout_rate=outlook.payout_rate,
            match_rate=self._match(offer) / 100,
            clawback_chance=self.clawback_chance_pct / 100,
            clawback_share=self.clawback_share_pct / 100,
            timing=self.discount_timing,
        )

    def vesting(self, offer: Offer) -> Vesting:
        """How more stock would vest.

        Raises:
            InputError: a rhythm or a cliff without a schedule.
        """
        if self.vesting_schedule is None:
            for name in ("vesting_frequency", "cliff_months"):
                if getattr(self, name) is not None:
                    raise InputError(name, "belongs to vesting_schedule: give that, too")
            return read_vesting(offer)
        grant = EquityGrant(
            schedule=self.vesting_schedule, frequency=self.vesting_frequency, cliff_months=self.cliff_months
        )
        return vest_as(build_schedule(grant, ""))

    def _bonus(self, offer: Offer) -> Decimal:
        if self.bonus_pct is not None:
            return self.bonus_pct
        return ZERO if offer.bonus_target_amount is not None else offer.bonus_target_pct or ZERO

    def _match(self, offer: Offer) -> Decimal:
        return self.match_pct if self.match_pct is not None else match_percent(offer.retirement_match)

    def name_assumptions(self, offer: Offer, view: LeverView) -> list[str]:
        """What was assumed, said plainly."""
        notes = []
        if self.stay_years is None and self.stay_months is None:
            notes.append(f"No stay is stated: {DEFAULT_STAY_YEARS} years are assumed.")
        if offer.currency is None or offer.currency_assumed:
            notes.append(f"No currency is stated: {offer.currency_code} is assumed.")
        notes.append("The sign-on bonus is paid once, at the start; base is paid month by month.")
        if view.bonus_rate:
            notes.append(
                f"A bonus of {_percent(view.bonus_rate)} % rides on base and is counted month by month; in a year "
                "not finished it is often lost."
            )
        if view.match_rate:
            notes.append(
                f"The employer adds {_percent(view.match_rate)} % of base to savings; pay above the legal cap adds "
                "nothing."
            )
        if view.growth_rate:
            notes.append(f"The share price changes by {_percent(view.growth_rate)} % a year, counted up to each vest.")
        elif not view.price_change_rate:
            notes.append("The share price stays flat.")
        notes += self.vesting(offer).assumptions
        if not view.tax_rate:
            notes.append("Amounts are before tax; the same rate on every lever would not change what equals what.")
        if not view.discount_rate:
            notes.append("Money counts the same whenever it comes: waiting for it is not counted as a cost.")
        return notes


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f}"

"""Arguments about one stock grant, which several tools share: its size, its vesting, and whose offer it is part of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from assistant.domain.money import LARGEST_AMOUNT, Amount, Count, CurrencyCode, Number
from assistant.domain.offer import LONGEST_YEARS, EquityGrant, Frequency, Schedule
from assistant.domain.stock_grant import StockGrant, state_grant
from assistant.domain.vesting import DEFAULT_YEARS, NO_PERIOD, VestingSchedule, build_schedule
from assistant.domain.vesting_terms import build_cliff_schedule, build_tranche_schedule, with_yearly_frequencies
from assistant.errors import InputError
from assistant.tools.arguments import OfferArguments, Share
from assistant.tools.deps import ToolDeps

NO_RHYTHM = "No vesting rhythm is stated: one vest at the end of each service year is assumed."
NO_CLIFF = "No cliff is stated; none is assumed."
RIVALS_OF_TRANCHES = ("schedule", "cliff_pct", "frequency", "years")


_WORDS = ["monthly", "quarterly", "semiannual", "annual"]
_OTHER_WORDS = {
    "yearly": "annual",
    "annually": "annual",
    "half-yearly": "semiannual",
    "semi-annual": "semiannual",
    "semiannually": "semiannual",
    "biannual": "semiannual",
}


def _as_list(value: Any) -> Any:
    words = (value,) if isinstance(value, str) else value
    if not isinstance(words, list | tuple):
        return words
    for word in words:
        if word not in _WORDS and word not in _OTHER_WORDS:
            raise ValueError(f'is "{word}": it must be monthly, quarterly, semiannual or annual')
    return tuple(_OTHER_WORDS.get(word, word) for word in words)


Rhythm = Annotated[
    tuple[Frequency, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"enum": _WORDS}, {"type": "array", "items": {"enum": _WORDS}}]}),
]
"""One frequency, or one for each service year."""


def _check_pair(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError("must be a month and a percent, such as [12, 25]")
    return value


Tranche = Annotated[tuple[Count, Amount], BeforeValidator(_check_pair)]
"""Month and percent of a vest."""


class GrantArguments(OfferArguments):
    """One grant: stated here, or a grant of an offer with what is stated here on top."""

    grant_number: Annotated[Count, Field(ge=1, le=20)] = Field(
        default=1,
        description="which grant of the offer is meant, 1 = the first; only where the grant comes from an offer",
    )
    total_value: Amount | None = Field(default=None, description="value of the whole grant at the price of the grant")
    annual_value: Amount | None = Field(
        default=None, description="value a year, instead of total_value; times the years it is the whole grant"
    )
    shares: Amount | None = Field(default=None, description="number of shares or units in the whole grant")
    share_price: Amount | None = Field(
        default=None, description="price of a share at the grant, as money; turns shares into value and back"
    )
    years: Annotated[Number, Field(gt=0, le=LONGEST_YEARS)] | None = Field(
        default=None, description="length of vesting in years, e.g. 4 or 3.5; default 4"
    )
    schedule: Schedule | None = Field(
        default=None, description="percent vesting in each service year, e.g. [5, 15, 40, 40]; default equal parts"
    )
    cliff_months: Annotated[Count, Field(ge=0, le=12 * LONGEST_YEARS)] | None = Field(
        default=None, description="months before which nothing vests; what is held back vests at the cliff; default 0"
    )
    cliff_pct: Share | None = Field(
        default=None,
        description="percent that vests at the cliff where it is no equal part; the rest follows in equal steps",
    )
    frequency: Rhythm | None = Field(
        default=None,
        description=(
            "how often it vests: monthly, quarterly, semiannual or annual, or a list with one for each service "
            "year, e.g. ['annual', 'annual', 'semiannual', 'semiannual']; default annual"
        ),
    )
    tranches: tuple[Tranche, ...] = Field(
        default=(),
        max_length=12 * LONGEST_YEARS + 1,
        description="instead of a schedule: every vest as [month, percent of the grant], e.g. [[6, 10], [18, 90]]",
    )
    currency: CurrencyCode | None = Field(default=None, description="currency code of the amounts; default USD")

    def choose_grant(self, deps: ToolDeps) -> tuple[StockGrant, list[str]]:
        """The grant meant, and what had to be assumed.

        Raises:
            InputError: no grant is stated, or its terms do not fit together.
        """
        found = self._find_in_offer(deps)
        stated = self._state(found)
        path = "" if found is None or self._vesting_stated() else f"equity[{self.grant_number - 1}]"
        schedule, notes = self._schedule(stated, path)
        value = stated.total_value
        if stated.annual_value is not None and value is None:
            value = stated.annual_value * schedule.years
            if value > LARGEST_AMOUNT:
                raise InputError("annual_value", "times the years is too large to be pay; check the zeros")
        currency = self.currency or stated.currency
        if currency is None and (value is not None or stated.share_price is not None):
            notes.append("No currency is stated: USD is assumed.")
        grant = StockGrant(
            schedule=schedule,
            currency=currency or "USD",
            value=value,
            shares=stated.shares,
            share_price=stated.share_price,
        )
        return state_grant(grant), notes

    def _vesting_stated(self) -> bool:
        terms = ("years", "schedule", "cliff_months", "cliff_pct", "frequency", "tranches")
        return any(getattr(self, name) for name in terms)

    def _size(self) -> dict[str, Decimal]:
        names = ("total_value", "annual_value", "shares", "share_price")
        return {name: value for name in names if (value := getattr(self, name)) is not None}

    def _find_in_offer(self, deps: ToolDeps) -> EquityGrant | None:
        own = set(self._size()) - {"share_price"}
        asked = self.offer is not None or self.changes is not None or self.parts or self.added
        if own and asked:
            raise InputError(sorted(own)[0], "and an offer are both given: state the grant, or take it from the offer")
        if not asked and (own or not deps.case.offers):
            return None
        offer = self.choose(deps.case)
        if len(offer.equity) < self.grant_number:
            raise InputError("offer", f"holds {len(offer.equity)} grants, not {self.grant_number}: state the grant")
        grant = offer.equity[self.grant_number - 1]
        if grant.currency is None and offer.currency is not None:
            return grant.model_copy(update={"currency": offer.currency})
        return grant

    def _state(self, found: EquityGrant | None) -> EquityGrant:
        """The terms of the grant as one value; what is stated here replaces what the offer says."""
        if found is None and not self._size() and not self._vesting_stated():
            raise InputError(
                "total_value", "is missing: give the grant's value, or its shares, or at least its vesting"
            )
        if self.total_value is not None and self.annual_value is not None:
            raise InputError("annual_value", "and total_value are both given: give one, not both")
        terms: dict[str, Any] = {} if found is None else found.model_dump(exclude={"kind"})
        terms |= self._size()
        terms |= {
            name: value for name in ("years", "schedule", "cliff_months") if (value := getattr(self, name)) is not None
        }
        if self.frequency:
            terms["frequency"] = self.frequency[0]
        return _as_grant(terms)

    def _schedule(self, stated: EquityGrant, path: str) -> tuple[VestingSchedule, list[str]]:
        if self.tranches:
            for name in RIVALS_OF_TRANCHES:
                if getattr(self, name) is not None:
                    raise InputError(name, "and tranches both say when it vests: give one, not both")
            return build_tranche_schedule(self.tranches, stated.cliff_months or 0), []
        notes = []
        if stated.frequency is None:
            notes.append(NO_RHYTHM)
        if stated.cliff_months is None:
            notes.append(NO_CLIFF)
        if self.cliff_pct is not None:
            return self._cliff_schedule(stated, notes)
        schedule = build_schedule(stated, path)
        if self.frequency and len(self.frequency) > 1:
            schedule = with_yearly_frequencies(schedule, self.frequency)
        return schedule, [*schedule.assumptions, *notes]

    def _cliff_schedule(self, stated: EquityGrant, notes: list[str]) -> tuple[VestingSchedule, list[str]]:
        if stated.schedule is not None:
            raise InputError("cliff_pct", "and schedule both say what vests: give one, not both")
        if self.frequency and len(self.frequency) > 1:
            raise InputError("frequency", "must be one rhythm where cliff_pct is given")
        years = stated.years or Decimal(DEFAULT_YEARS)
        even = build_schedule(EquityGrant(years=years))
        cliff = build_cliff_schedule(
            even.months, stated.cliff_months or 0, self.cliff_pct or Decimal(0), stated.frequency or "annual"
        )
        return cliff, [*([NO_PERIOD] if stated.years is None else []), *notes]


def _as_grant(terms: Mapping[str, Any]) -> EquityGrant:
    """Terms that were checked one by one as a grant; a cliff may be longer than an offer can state."""
    return EquityGrant.model_construct(**{"kind": "rsu", **terms})

"""What-if: what a person assumes about their offers while they look at them; kept with the case."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.exit_scenarios import ExitScenario
from assistant.domain.money import Amount, Count, Number

MOST_FUTURES = 6


class OfferWhatIf(BaseModel):
    """What is assumed about one offer: percent a year, percent of pay, months, shares.

    `repay_months`: months during which the sign-on has to be paid back; 0 for no clause, None where none is known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    growth_pct: Annotated[Number, Field(gt=-100, le=1000)] = Decimal(0)
    tax_pct: Annotated[Number, Field(ge=0, lt=100)] = Decimal(0)
    repay_months: Annotated[Count, Field(ge=0, le=120)] | None = None
    fully_diluted_shares: Annotated[Amount, Field(gt=0)] | None = None
    futures: Annotated[tuple[ExitScenario, ...], Field(max_length=MOST_FUTURES)] = ()


class WhatIf(BaseModel):
    """The assumptions of a case: by offer name, and exchange rates by pair.

    `exchange_rates["EURUSD"]` is how many USD one EUR costs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    offers: Mapping[str, OfferWhatIf] = Field(default_factory=dict)
    exchange_rates: Mapping[str, Annotated[Number, Field(gt=0, le=1_000_000)]] = Field(default_factory=dict)

    def about(self, name: str) -> OfferWhatIf:
        """What is assumed about an offer; nothing unusual where nothing was said."""
        return self.offers.get(name, OfferWhatIf())

    def with_offer(self, name: str, assumed: OfferWhatIf) -> WhatIf:
        """The same with other assumptions about one offer."""
        return self.model_copy(update={"offers": {**self.offers, name: assumed}})

    def with_rate(self, pair: str, rate: Decimal) -> WhatIf:
        """The same with another exchange rate."""
        return self.model_copy(update={"exchange_rates": {**self.exchange_rates, pair: rate}})

    def rates_into(self, currency: str) -> dict[str, Decimal]:
        """The known rates into a currency, by the other one.

        >>> from decimal import Decimal
        >>> WhatIf(exchange_rates={"EURUSD": Decimal("1.1")}).rates_into("USD")
        {'EUR': Decimal('1.1')}
        """
        return {pair[:3]: rate for pair, rate in self.exchange_rates.items() if pair[3:] == currency}

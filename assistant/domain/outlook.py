"""Outlook: what is assumed about the years ahead, apart from what the offer states."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.money import Number


class Outlook(BaseModel):
    """Assumptions about one offer, all of them fractions; the default changes nothing.

    `growth_rate` moves the share price a year, compounded to each vest. `raise_rate` raises base at the start
    of each service year after the first. `payout_rate` is the part of the target bonus that is paid.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    growth_rate: Annotated[Number, Field(gt=-1, le=10)] = Decimal(0)
    raise_rate: Annotated[Number, Field(gt=-1, le=10)] = Decimal(0)
    payout_rate: Annotated[Number, Field(ge=0, le=10)] = Decimal(1)


FLAT = Outlook()

"""Counter choice: what a person chose and wrote for their counter of an offer; kept with the case."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.answer import Answer
from assistant.domain.counter import Lever
from assistant.domain.counter_plan import Measure
from assistant.domain.money import Amount, Number

Channel = Literal["email", "call", "chat"]
Tone = Literal["warm", "neutral", "firm"]
Length = Literal["full", "short"]

LONGEST_MESSAGE = 20_000
LONGEST_NAME = 60
LONGEST_REASONS = 2_000
MOST_EARLIER = 12
LONGEST_STAY_YEARS = 10
USUAL_EXCHANGED = Decimal(10_000)


class CounterChoice(BaseModel):
    """The counter of one offer.

    `target` and `walk_away` are on the `measure`; `wanted` are amounts on levers of the offer. `exchanged` is an
    amount of yearly base. `recruiter` and `sender` are names in the message. `message` is the text as the person left
    it, `earlier` are the texts before it, the last one newest. `written` is the coach's answer the message comes from,
    for asks of `asked`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: Measure = "base_salary"
    target: Annotated[Amount, Field(gt=0)] | None = None
    walk_away: Annotated[Amount, Field(gt=0)] | None = None
    wanted: Mapping[Lever, Annotated[Amount, Field(gt=0)]] = Field(default_factory=dict)
    stay_years: Annotated[Number, Field(gt=0, le=LONGEST_STAY_YEARS)] = Decimal(4)
    exchanged: Annotated[Amount, Field(gt=0)] | None = None
    channel: Channel = "email"
    tone: Tone = "neutral"
    length: Length = "full"
    recruiter: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    sender: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    reasons: Annotated[str, Field(max_length=LONGEST_REASONS)] = ""
    message: Annotated[str, Field(max_length=LONGEST_MESSAGE)] = ""
    earlier: Annotated[tuple[str, ...], Field(max_length=MOST_EARLIER)] = ()
    written: Answer | None = None
    asked: Mapping[Lever, Amount] = Field(default_factory=dict)
    packet: Annotated[str, Field(max_length=LONGEST_MESSAGE)] = ""

    def with_message(self, text: str) -> CounterChoice:
        """The same with another text; the one before it can be taken back.

        >>> CounterChoice(message="Hi").with_message("Hello").earlier
        ('Hi',)
        """
        if text == self.message:
            return self
        earlier = (*self.earlier, self.message)[-MOST_EARLIER:] if self.message.strip() else self.earlier
        return self.model_copy(update={"message": text, "earlier": earlier})

    def undone(self) -> CounterChoice:
        """The same with the text before this one; unchanged where there is none.

        >>> CounterChoice(message="Hi").with_message("Hello").undone().message
        'Hi'
        """
        if not self.earlier:
            return self
        return self.model_copy(update={"message": self.earlier[-1], "earlier": self.earlier[:-1]})


class CounterChoices(BaseModel):
    """The counters of a case, by offer name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    offers: Mapping[str, CounterChoice] = Field(default_factory=dict)

    def about(self, name: str) -> CounterChoice:
        """What is chosen for an offer; nothing unusual where nothing was."""
        return self.offers.get(name, CounterChoice())

    def with_offer(self, name: str, choice: CounterChoice) -> CounterChoices:
        """The same with another counter of one offer."""
        return self.model_copy(update={"offers": {**self.offers, name: choice}})


def usual_exchange(base: Decimal | None) -> Decimal:
    """The round amount of yearly base to weigh against other levers: 10,000, or more where pay is counted in millions.

    >>> int(usual_exchange(Decimal(180000))), int(usual_exchange(Decimal(3500000)))
    (10000, 100000)
    """
    if base is None or base < 1_000_000:
        return USUAL_EXCHANGED
    return Decimal(10) ** (base.adjusted() - 1)

"""Ask: one thing a message is to ask for, and the sum it may have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from assistant.domain.asked_change import AskedChange
from assistant.domain.figure import Figure
from assistant.domain.money import render_money

Form = Literal["amount", "change", "thing", "action", "own", "question", "unread"]

TERM_NAMES = {
    "base_salary": "base salary",
    "equity_grant": "stock grant",
    "sign_on_bonus": "sign-on bonus",
    "target_bonus": "target bonus",
    "relocation": "relocation allowance",
    "total": "total package",
}


@dataclass(frozen=True)
class Money:
    """A sum as a message states it: the value, its currency or none, and the period ("a month") or "".

    `upto` is the high end of a span whose low end the value is.
    """

    value: Decimal
    currency: str | None
    period: str = ""
    upto: Decimal | None = None

    @property
    def said(self) -> str:
        """The sum in words fit for a message.

        >>> Money(Decimal(155000), None).said, Money(Decimal(12500), "SGD", "a month").said
        ('155,000', 'SGD 12,500 a month')
        >>> Money(Decimal(130000), None, upto=Decimal(140000)).said
        'between 130,000 and 140,000'
        """
        if self.upto is not None:
            low, high = replace(self, upto=None), replace(self, value=self.upto, upto=None)
            return f"between {replace(low, period='').said if self.period != 'LPA' else low.said} and {high.said}"
        if self.period == "LPA":
            return f"{(self.value / 100_000).normalize():f} LPA"
        plain = f"{self.value:,.2f}".removesuffix(".00")
        amount = render_money(self.value, self.currency) if self.currency else plain
        return f"{amount} {self.period}".strip()


@dataclass(frozen=True)
class Ask:
    """One thing asked for.

    An "amount" has the `term` (a key of TERM_NAMES) with its sum `asked` and, where known, the one `offered`, and
    `words` where the person's own sentence says more than the sum; a
    "thing", an "action" and an "own" have `words`: a noun phrase, what the company is asked to do, or what the person
    would like to do; a "question" is whole as it stands; so has what is "unread", which goes into no message. A "change" is so much
    more of a `term` whose sum is not known yet, with `words` for want of it. `change` is how the sum asked comes about, `then` what was changed
    of it later, `worked` how it was worked out.
    `second_choice`: wanted only if the rest is refused.
    """

    form: Form
    term: str = ""
    asked: Money | None = None
    offered: Money | None = None
    words: str = ""
    on_top: bool = False
    second_choice: bool = False
    past: bool = False
    change: AskedChange | None = None
    then: tuple[AskedChange, ...] = ()
    worked: Figure | None = field(default=None, compare=False)

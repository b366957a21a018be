"""Choosing: the topic that explains the numbers of a message, as a calculation to be made."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from assistant.offline.algebra.counts import COUNT_TOPICS, hours_on_the_road
from assistant.offline.algebra.equity import EQUITY_TOPICS, discounted_shares, refreshed_stock
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.extras import (
    FLOW_TOPICS,
    counted_items,
    eaten_by_costs,
    needed_rate,
    on_call,
    unpaid_time,
)
from assistant.offline.algebra.leaving import LEAVING_TOPICS, owed_by_month
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.moves import MOVE_TOPICS
from assistant.offline.algebra.nets import NET_TOPICS, commission_pay
from assistant.offline.algebra.packages import PACKAGE_TOPICS, year_of_package
from assistant.offline.algebra.pay import PAY_TOPICS, part_of_package
from assistant.offline.algebra.payments import PAYMENT_TOPICS, after_stated_tax, owed_by_tier
from assistant.offline.algebra.percents_asked import PERCENT_TOPICS
from assistant.offline.algebra.places import PLACE_TOPICS, dearer_place, halfway, in_other_currency
from assistant.offline.algebra.terms import Term, read_terms
from assistant.offline.sums.sum import ReadSum, Sum, numbers_in

TOOL = "worked_sum"
TOPICS: tuple[Callable[[Message], Work | None], ...] = (
    *PERCENT_TOPICS, *FLOW_TOPICS, *LEAVING_TOPICS, *MOVE_TOPICS, *PACKAGE_TOPICS, *NET_TOPICS, *EQUITY_TOPICS, *PLACE_TOPICS, *PAYMENT_TOPICS, *COUNT_TOPICS, *PAY_TOPICS
)  # fmt: skip
WORKED = Sum(TOOL, (), lambda _: None, weight=2)
GIVES_WAY = frozenset({year_of_package, owed_by_month, commission_pay})
"""Topics that a calculator is made for, which goes first where it explains as much."""
SURE = frozenset({
    refreshed_stock, owed_by_tier, halfway, in_other_currency, dearer_place, part_of_package, hours_on_the_road, after_stated_tax, discounted_shares,
    counted_items, needed_rate, unpaid_time, on_call, eaten_by_costs, *LEAVING_TOPICS, *MOVE_TOPICS, *PACKAGE_TOPICS, *NET_TOPICS
}) - GIVES_WAY  # fmt: skip
WORKED_SURELY = Sum(TOOL, (), lambda _: None, weight=12)
"""Of topics whose words leave no doubt, whatever else the message resembles."""
WORKED_ALONE = Sum(TOOL, (), lambda _: None, weight=14)
"""Of topics that no sum by parts knows, whichever way round."""
WORKED_OTHERWISE = Sum(TOOL, (), lambda _: None)
"""Of topics that a calculator is made for."""
ALONE = frozenset({dearer_place, *PERCENT_TOPICS})
DOZEN = 12
FREE = frozenset({"count", "number"})
"""Dimensions of numbers that a sum may leave out where they are said in passing."""


def read_worked(text: str, newest: str = "") -> ReadSum | None:
    """The worked sum that a message asks for, or None; it explains every amount, percent and count of shares.

    Args:
        text: the message, with earlier ones before it where those hold its numbers.
        newest: the part that asks, where there are earlier ones.
    """
    message = Message(text, newest)
    if not message.terms or not message.asks_number:
        return None
    found = [(unused, place, work, topic) for place, topic in enumerate(TOPICS) if (work := topic(message)) is not None
             for unused in [_unexplained(message, work)] if unused[0] == 0 and work.steps]  # fmt: skip
    if not found:
        return None
    _, _, best, topic = min(found, key=lambda item: item[:2])
    arguments = best.arguments
    if message.currency and message.currency != "USD":
        arguments["currency"] = message.currency
    kind = (
        WORKED_ALONE
        if topic in ALONE
        else WORKED_SURELY
        if topic in SURE
        else WORKED_OTHERWISE
        if topic in GIVES_WAY
        else WORKED
    )
    return ReadSum(kind, arguments, used=len(best.used))


def _unexplained(message: Message, work: Work) -> tuple[int, int]:
    """How many numbers that matter, and how many in passing, it leaves out; one it computes itself is explained."""
    values = list(values_of(work).values())
    taken = {t.value for t in message.terms if t.start in work.used}
    left = [
        t for t in message.terms
        if t.start not in work.used and not _said_again(t.value, values) and not (t.dim == "number" and t.value in taken)
    ]  # fmt: skip
    return sum(t.dim not in FREE or _is_odd(t) for t in left), len(left)


def _is_odd(term: Term) -> bool:
    """Whether a bare number is none that is said in passing, such as how many there are of something."""
    return term.dim == "number" and (term.value != int(term.value) or term.value > DOZEN)


def _said_again(value: Decimal, values: list[Decimal]) -> bool:
    return any(
        abs(abs(known) - scaled) < Decimal("0.5") for known in values for scaled in (value, value * 1000) if scaled >= 5
    )


def by_own_rates(worked: ReadSum) -> bool:
    """Whether it takes off taxes by rates that the message states."""
    return any(name.endswith("tax_pct") for name in worked.arguments["numbers"])


def count_explained(text: str, arguments: dict[str, Any]) -> int:
    """How many numbers of the message stand in the arguments of a calculation, spans of time among them."""
    known = set(numbers_in(arguments))
    ways = [(t.value, t.value * 1000, t.value * 12, t.value / 100, 100 - t.value) for t in read_terms(text)]
    return sum(any(value in known for value in each) for each in ways)

"""Frames of the way to work: what driving costs in a year, for one job or two, against the pay it is for."""

from __future__ import annotations

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.terms import Term

CENTS = 2
"""From here on a price of a mile is in cents."""
WEEKS = 52
MONTHS = 12
ROUND_TRIP = r"round[- ]?trip|there and back|both ways|in total|return|hin und zuruck"
EACH_WAY = r"each way|one way|way|each direction|einfach\w*"


def _driven(parts: Parts, work: Work) -> bool:
    """What driving to one job costs in a day and a year, or how much more to one of two; what more pay leaves of it."""
    ways, each = parts.all("miles"), parts.one("unitcost")
    days = _days(parts, work)
    if not 1 <= len(ways) <= 2 or each is None or days is None:
        return False
    price = take_term(work, each, "cents_a_mile" if each.value >= CENTS else "cost_a_mile")
    if each.value >= CENTS:
        price = price / 100
    parking = [take_term(work, t, "parking") for t in parts.all("cost")]
    if parking and len(ways) > 1:
        return False
    made = []
    for place, way in enumerate(ways):
        tag = f" {'AB'[place]}" if len(ways) > 1 else ""
        a_day = _there_and_back(parts, take_term(work, way, f"miles{tag.lower().replace(' ', '_')}")) * price
        a_day = work.step(f"cost a day{tag}", add_up([a_day, *parking]), answers=len(ways) == 1)
        made.append(work.step(f"cost a year{tag}", a_day * days))
    cost = made[0] if len(made) == 1 else work.step("more for the longer way", _apart(*made))
    _against_pay(parts, work, made, cost)
    return True


def _there_and_back(parts: Parts, miles: Expr) -> Expr:
    return miles * 2 if parts.message.has(EACH_WAY) and not parts.message.has(ROUND_TRIP) else miles


def _days(parts: Parts, work: Work) -> Expr | None:
    """The days of a year on which somebody drives."""
    if (days := parts.one("days")) is not None and days.per in (None, "year"):
        return take_term(work, days, "driven_days")
    a_week, weeks = take(parts, work, "dweek", "days_a_week"), take(parts, work, "weeks", "weeks")
    if a_week is None:
        return None
    if weeks is None:
        work.suppose(f"{WEEKS} weeks a year.")
        weeks = Expr(str(WEEKS), work.literal(WEEKS).value)
    return a_week * weeks


def _against_pay(parts: Parts, work: Work, costs: list[Expr], cost: Expr) -> None:
    """What is left of more pay, or of each of two pays."""
    if (gap := parts.one("gap")) is not None:
        more = _a_year(work, gap, "more_pay")
        ahead = more.value >= cost.value
        work.step("left of the more pay" if ahead else "the driving costs more by", _apart(more, cost))
    pays = parts.all("pay", "now")
    if len(pays) == len(costs):
        left = [
            work.step(f"left a year{' ' + 'AB'[n] if len(pays) > 1 else ''}", _a_year(work, pay, "pay") - spent)
            for n, (pay, spent) in enumerate(zip(pays, costs, strict=True))
        ]
        if len(left) > 1:
            work.step("difference a year", _apart(*left))


def _a_year(work: Work, term: Term, name: str) -> Expr:
    return take_term(work, term, name) * (MONTHS if term.per == "month" else 1)


def _apart(one: Expr, two: Expr) -> Expr:
    return one - two if one.value >= two.value else two - one


_DAYS = frozenset({"dweek", "weeks", "days"})
COMMUTE_FRAMES = (
    Frame("driven", ("miles", "unitcost"), _driven, _DAYS | {"cost", "gap"}, frozenset({"cost"})),
    Frame("driven to two", ("miles", "miles", "unitcost"), _driven, _DAYS | {"gap"}),
    Frame("driven for two pays", ("miles", "miles", "unitcost", "pay", "pay"), _driven, _DAYS),
)

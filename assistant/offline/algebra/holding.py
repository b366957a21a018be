"""Holding: shares or a grant with the part that has vested, the prices it is seen at, and what follows from its worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Parts, take, take_term
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_months, in_years

PRICES = (("fmv", "fair value"), ("pref", "preferred price"), ("price", "share price"), ("price2", "later price"), ("exit", "price in a sale"))  # fmt: skip
A_SHARE = Decimal(20_000)
"""Up to here the money of a sale is that of one share."""
SPLIT = r"split|for (?:1|one)"


@dataclass(frozen=True)
class Point:
    """A price the shares are seen at; `asked`: the newest message tells it, or none does."""

    name: str
    price: Expr
    asked: bool = True


def held_shares(parts: Parts, work: Work) -> list[Expr]:
    """The counts of shares, after a split."""
    counts = [take_term(work, term, "shares") for term in parts.all("shares")]
    if parts.has("factor") and parts.message.has(SPLIT) and len(counts) == 1:
        factor = take(parts, work, "factor", "split")
        assert factor is not None  # noqa: S101
        return [work.step("shares after the split", counts[0] * factor, "shares")]
    return counts


def is_newest(parts: Parts, term: Term) -> bool:
    """Whether a number stands in the newest message."""
    return term.start > parts.message.text.rfind("\n")


def price_points(parts: Parts, work: Work) -> list[Point] | None:
    """The prices the shares are seen at, each also after a move that is told; None where a sale is no price a share."""
    told = [(term, name) for sense, name in PRICES for term in parts.all(sense)]
    fresh = any(is_newest(parts, term) for term, _ in told)
    points = []
    for term, name in told:
        price = take_term(work, term, name.replace(" ", "_"))
        if term in parts.by.get("exit", ()) and price.value > A_SHARE:
            whole = take(parts, work, "fd", "all_shares")
            if whole is None:
                return None
            price = work.step("price a share in the sale", price / whole, answers=False)
        points.append(Point(name, price, is_newest(parts, term) or not fresh))
    return _moved(parts, work, points)


def _moved(parts: Parts, work: Work, points: list[Point]) -> list[Point]:
    if not points:
        return points
    last = points[-1] if not parts.has("mult") else next((p for p in points if p.name != "preferred price"), points[-1])
    moved = []
    for term in parts.all("rise", "fall"):
        share = take_term(work, term, "change_pct").part
        moved.append(last.price * (1 - share if term in parts.by.get("fall", ()) else 1 + share))
    if (times := take(parts, work, "mult", "times")) is not None:
        moved.append(last.price * times)
    if not parts.message.has(SPLIT) and (factor := take(parts, work, "factor", "part_of_it_pct")) is not None:
        moved.append(last.price * (factor.part if factor.value > 5 else factor))
    after = [Point("price then", work.step("price then", price, answers=False)) for price in moved]
    return [*(Point(p.name, p.price, asked=not after and p.asked) for p in points), *after]


def taxes_of(parts: Parts, work: Work) -> Expr | None:
    """All taxes told, in percent."""
    return add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")]) if parts.has("tax") else None


def follow(parts: Parts, work: Work, value: Expr, tag: str = "") -> bool:
    """What follows from a sum that is paid out: after tax, by its chance, today, a year, in other money, against another."""
    taxed = value
    if (tax := taxes_of(parts, work)) is not None:
        work.step(f"tax{tag}", taxed * tax.part, answers=False)
        taxed = work.step(f"left after tax{tag}", taxed * left_of(tax))
    if len(parts.all("chance")) == 1 and (chance := take(parts, work, "chance", "chance_pct")) is not None:
        taxed = work.step(f"expected value{tag}", taxed * chance.part)
    if parts.has("rate") and (wait := parts.one("wait")) is not None:
        taxed = today(parts, work, taxed, wait)
    if (fx := take(parts, work, "fx", "exchange_rate")) is not None:
        taxed = work.step(f"in the other money{tag}", taxed * fx)
    against(parts, work, taxed, tag)
    return True


def today(parts: Parts, work: Work, amount: Expr, wait: Term) -> Expr:
    """An amount that comes later, in the money of today."""
    rate = take(parts, work, "rate", "discount_pct")
    assert rate is not None  # noqa: S101
    years = in_years(work, wait, "wait") if wait.unit != "week" else in_months(work, wait, "wait") / MONTHS
    grown = (1 + rate.value / 100) ** years.value
    made = Expr(f"({amount.text}) / (1 + {rate.text} / 100) ^ ({years.text})", amount.value / grown)
    return work.step("worth today", made)


def against(parts: Parts, work: Work, value: Expr, tag: str = "") -> None:
    """A sum against pay given up or money offered for it, and spread over its years."""
    other = _given_up(parts, work)
    if other is None and (offered := parts.one("sign")) is not None:
        other = take_term(work, offered, "offered")
    if other is not None:
        more = value.value >= other.value
        work.step(f"{'ahead' if more else 'short'} by{tag}", value - other if more else other - value)
    elif (years := parts.one("horizon")) is not None:
        work.step(f"a year of it{tag}", value / in_years(work, years, "horizon"))


def _given_up(parts: Parts, work: Work) -> Expr | None:
    gap, wait = parts.one("gap"), parts.one("horizon") or parts.one("wait")
    if gap is None or wait is None:
        return None
    return work.step("pay given up", over_time(work, gap, wait), answers=False)


def over_time(work: Work, amount: Term, time: Term) -> Expr:
    """Money that comes by the month or the year, over a time."""
    each = take_term(work, amount, "more_pay")
    if amount.per == "month":
        return each * in_months(work, time, "time")
    return each * in_years(work, time, "time") if time.unit != "week" else each * in_months(work, time, "time") / MONTHS

"""Frames of holdings: what has vested and is left behind, what options cost and gain, a price to aim for."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import Point, follow, held_shares, price_points, taxes_of
from assistant.offline.algebra.vesting import MONTHS, in_months, in_years, time_gone, vested_part, yearly_shares

QUARTERS = 4
TOGETHER = r"total|together|both|all|altogether|in all|plus|lost|everything"
NET = r"cashless|net exercise|net settle\w*"
WITHHELD = r"with(?:held|hold\w*)"


def _vesting(parts: Parts, work: Work) -> bool:
    """A grant in money: what has vested, what is left behind, and what is short of it."""
    grant = take(parts, work, "grant", "grant")
    if grant is None:
        return False
    part = vested_part(parts, work)
    if part is None:
        return _by_year(parts, work, grant)
    vested = work.step(f"vested{parts.tag}", grant * part)
    left = work.step(f"left behind{parts.tag}", grant - vested)
    if (years := parts.one("years")) is not None:
        work.step("vesting a month", grant / in_years(work, years, "vest") / MONTHS, answers=False)
    return _beside(parts, work, vested, left)


def _by_year(parts: Parts, work: Work, grant: Expr) -> bool:
    """Each year of a schedule, and how far the last lies from the first."""
    schedule = yearly_shares(parts, work)
    if schedule is None or parts.has("leave"):
        return False
    work.used |= {term.start for term in parts.all("years")}
    years = [work.step(f"stock in year {at + 1}", grant * share.part) for at, share in enumerate(schedule)]
    if years[0].value != years[-1].value:
        first, last = years[0], years[-1]
        work.step("first and last apart by", first - last if first.value > last.value else last - first)
    return True


def _beside(parts: Parts, work: Work, vested: Expr, left: Expr) -> bool:
    """With the cash of that time, or against what is offered for what is left behind."""
    if (pay := parts.one("pay")) is not None:
        return _with_cash(parts, work, vested, take_term(work, pay, "pay") * (12 if pay.per == "month" else 1))
    bonus = [take_term(work, term, "bonus") for term in parts.all("bonus")]
    if parts.has("sign"):
        lost = work.step("lost in all", add_up([left, *bonus])) if bonus else left
        offered = take(parts, work, "sign", "offered")
        assert offered is not None  # noqa: S101
        short = lost.value >= offered.value
        work.step("short by" if short else "more than lost by", lost - offered if short else offered - lost)
    elif bonus:
        work.step("cash against it", bonus[0] * 1)
        more = bonus[0].value > vested.value
        work.step("difference", bonus[0] - vested if more else vested - bonus[0])
    return not parts.has("sign2")


def _with_cash(parts: Parts, work: Work, vested: Expr, year: Expr) -> bool:
    gone = time_gone(parts, work)
    if gone is None:
        return False
    if (percent := take(parts, work, "bpct", "bonus_pct")) is not None:
        year = year * (1 + percent.part)
    cash = year * gone / MONTHS
    once = [take_term(work, term, "sign_on") for term in parts.all("sign", "sign2")]
    cash = work.step("cash in that time", add_up([cash, *once]))
    work.step("in all", cash + vested)
    return True


def _shares(parts: Parts, work: Work) -> bool:
    """Shares or options: those vested, their cost, worth and gain at each price, and what follows."""
    counts, strikes = held_shares(parts, work), parts.all("strike")
    if len(strikes) > 1:
        return len(counts) == len(strikes) and _tranches(parts, work, counts)
    if any(term.per == "month" for term in parts.all("shares")):
        return False
    points = price_points(parts, work)
    if points is None or not counts or (len(counts) > 1 and not parts.message.has(TOGETHER)):
        return False
    whole = counts[0] if len(counts) == 1 else work.step("shares in all", add_up(counts), "shares", answers=False)
    part = vested_part(parts, work)
    held = whole
    if part is not None:
        held = work.step(f"vested shares{parts.tag}", whole * part, "shares")
        left = work.step(f"shares left behind{parts.tag}", whole - held, "shares")
        if _is_joined(parts):
            return False
        _in_the_wait(parts, work, whole)
        if not strikes and points:
            work.step(f"left behind in money{parts.tag}", left * points[-1].price)
    elif not _shares_a_year(parts, work, whole, points):
        return False
    if strikes:
        return _options(parts, work, held, points)
    return _worth(parts, work, held, points)


def _is_joined(parts: Parts) -> bool:
    """Whether one time is told in two numbers: "2 years and 7 months"."""
    return bool(parts.tag) and parts.message.has(r"years?,? (?:and )?\S+ months?")


def _in_the_wait(parts: Parts, work: Work, whole: Expr) -> None:
    """The shares that vest in the months that are still waited for."""
    more, years = parts.one("more"), parts.one("years")
    if more is not None and years is not None:
        months = in_months(work, more, "more") / (in_years(work, years, "vest") * MONTHS)
        work.step("shares vested in that time", whole * months, "shares")


def _shares_a_year(parts: Parts, work: Work, whole: Expr, points: list[Point]) -> bool:
    years = parts.one("years")
    if years is None:
        return True
    count = in_years(work, years, "vest")
    each = work.step("shares a year", whole / count, "shares", answers=not points)
    work.step("shares a quarter", each / QUARTERS, "shares", answers=parts.message.asks_in("quarter\\w*"))
    work.step("shares a month", each / MONTHS, "shares", answers=parts.message.asks("month"))
    for point in points:
        if not parts.has("strike"):
            work.step(f"a year at the {point.name}", each * point.price, answers=point.asked)
    return True


def _worth(parts: Parts, work: Work, held: Expr, points: list[Point]) -> bool:
    worths = [work.step(f"worth at the {p.name}{parts.tag}", held * p.price, answers=p.asked) for p in points]
    if not worths:
        return parts.has("years") or bool(work.steps)
    taxes = parts.all("tax")
    if len(taxes) == 2 and parts.message.has(WITHHELD):
        less, more = sorted((take_term(work, t, "tax_pct") for t in taxes), key=lambda each: each.value)
        work.step("to put aside", worths[-1] * (more.part - less.part))
        return True
    if len(worths) == 2 and worths[0].value != worths[1].value:
        first, last = worths
        up = last.value > first.value
        work.step("gained" if up else "lost", last - first if up else first - last)
    value = worths[-1]
    if parts.has("bonus"):
        value = work.step("in all", add_up([value, *(take_term(work, t, "bonus") for t in parts.all("bonus"))]))
    if not parts.has("leave") and not parts.has("served") and (years := parts.one("years")) is not None:
        follow(parts, work, value / in_years(work, years, "vest"), f" a year{parts.tag}")
    return follow(parts, work, value, parts.tag)


def _options(parts: Parts, work: Work, held: Expr, points: list[Point]) -> bool:
    strike = take(parts, work, "strike", "strike")
    assert strike is not None  # noqa: S101
    work.used |= {term.start for term in parts.all("left") if term.unit == "day"}  # the time to decide
    cost = work.step(f"cost to exercise{parts.tag}", held * strike)
    if not points:
        return not parts.has("tax") and not parts.message.asks("worth", "gain")  # their price is missing
    for point in points[:-1]:
        work.step(f"gain at the {point.name}{parts.tag}", held * (point.price - strike), answers=point.asked)
    last = points[-1]
    worth = work.step(f"worth at the {last.name}{parts.tag}", held * last.price, answers=False)
    if last.price.value < strike.value:
        work.step(f"below the strike by{parts.tag}", held * (strike - last.price))
        work.step("below the strike each", strike - last.price, answers=parts.message.has("each|per"))
        work.step("gain if exercised now", held * 0)
        return not parts.has("tax") and not parts.has("chance")
    gain = work.step(f"gain at the {last.name}{parts.tag}", held * (last.price - strike))
    if parts.message.has(NET):
        work.step("shares kept", gain / last.price, "shares")
    if (tax := taxes_of(parts, work)) is not None:
        work.step("cash for cost and tax", cost + gain * tax.part, answers=parts.message.has("cash|need"))
    work.step("a part of the worth", gain / worth * 100, "percent", answers=False)
    return follow(parts, work, gain, parts.tag) and _gain_a_year(parts, work)


def _gain_a_year(parts: Parts, work: Work) -> bool:
    years = parts.one("years")
    if years is not None and not parts.has("leave") and not parts.has("served"):
        paid = next(
            (
                s
                for s in reversed(work.steps)
                if s["unit"] == "money" and s["name"].startswith(("gain", "exp", "left", "in_the"))
            ),
            None,
        )
        if paid is not None:
            value = Expr(paid["name"], Decimal(1))
            work.step("a year of the gain", value / in_years(work, years, "vest"))
    return True


def _tranches(parts: Parts, work: Work, counts: list[Expr]) -> bool:
    """Several lots of options, each with its strike."""
    costs = [count * take_term(work, term, "strike") for count, term in zip(counts, parts.all("strike"), strict=True)]
    cost = work.step("cost to exercise", add_up(costs))
    points = price_points(parts, work)
    if points is None:
        return False
    for point in points:
        gain = work.step(
            f"gain at the {point.name}", Expr(f"({add_up(counts).text})", add_up(counts).value) * point.price - cost
        )
        follow(parts, work, gain)
    return True


def _steps_to_come(parts: Parts, work: Work) -> bool:
    """So many shares a month for so many months, or so many of equal vests, at a price."""
    flows = [term for term in parts.all("shares") if term.per == "month"]
    price = take(parts, work, "price", "share_price")
    items = parts.all("items")
    if flows and (time := parts.one("months", "wait", "leave")) is not None:
        work.used |= {term.start for term in parts.all("shares")}
        count = work.step(
            "shares to come", take_term(work, flows[0], "shares_a_month") * in_months(work, time, "time"), "shares"
        )
    elif len(items) == 2 and parts.has("shares") and not flows:
        whole = take(parts, work, "shares", "shares")
        most, done = sorted((take_term(work, term, "vests") for term in items), key=lambda each: -each.value)
        assert whole is not None  # noqa: S101
        count = work.step("vested shares", whole / most * done, "shares")
    else:
        return False
    if price is not None:
        work.step("worth of them", count * price)
    return True


def _bought(parts: Parts, work: Work) -> bool:
    """How many options a sum buys, and their gain."""
    cash, strike = take(parts, work, "cap", "budget"), take(parts, work, "strike", "strike")
    points = price_points(parts, work)
    if cash is None or strike is None or points is None:
        return False
    count = work.step("options bought", cash / strike, "shares")
    for point in points:
        work.step(f"gain at the {point.name}", count * (point.price - strike))
    return True


def _price_wanted(parts: Parts, work: Work) -> bool:
    """The share price at which shares make up a sum: a net sum, the rest of a total, or pay given up."""
    shares, strike = take(parts, work, "shares", "shares"), take(parts, work, "strike", "strike")
    if shares is None:
        return False
    wanted = _sum_wanted(parts, work)
    if wanted is None:
        return False
    for years in parts.all("horizon", "years"):
        if parts.has("net") or (parts.has("horizon") and parts.has("years") and years in parts.by["years"]):
            return False
        wanted = wanted * in_years(work, years, "time")
    if parts.has("own") or wanted.value <= 0:
        return False
    price = wanted / shares
    work.step("share price needed", price if strike is None else price + strike)
    return True


def _sum_wanted(parts: Parts, work: Work) -> Expr | None:
    if parts.has("net"):
        return take(parts, work, "net", "wanted")
    if (gap := parts.one("gap")) is not None:
        return take_term(work, gap, "pay_given_up") * (MONTHS if gap.per == "month" else 1)
    both = sorted((take_term(work, t, "pay") for t in parts.all("pay", "now", "tc")), key=lambda each: each.value)
    if len(both) != 2:
        return None
    return work.step("pay apart by", both[1] - both[0], answers=False)


def _percent_vested(parts: Parts, work: Work) -> bool:
    """How far a vesting is, in percent."""
    part = vested_part(parts, work)
    if part is None:
        return False
    vested = work.step("vested in percent", part * 100, "percent")
    work.step("left in percent", 100 - vested, "percent")
    return True


_TIME = frozenset({"years", "cliff", "vest", "often", "leave", "served", "more", "months"})
_MOVE = frozenset({"rise", "fall", "mult", "factor"})
_PRICES = frozenset({"fmv", "pref", "price", "price2", "exit", "fd"})
_AFTER = frozenset({"tax", "chance", "wait", "rate", "fx", "gap", "horizon", "sign"})
_OFTEN = frozenset({"vest", "tax", "shares", "strike", "bonus", "more", "sign"})
_OFFER = frozenset({"pay", "now", "ask", "tc", "bpct", "sign2", "pens"})
_NEEDED = r"what|which|how|at\b.*\bprice"
HOLDING_FRAMES = (
    Frame("vesting", ("grant",), _vesting, _TIME | {"pay", "bpct", "sign", "sign2", "bonus"}, frozenset({"vest", "bonus", "more"})),
    Frame("shares", ("shares",), _shares, _TIME | _MOVE | _PRICES | _AFTER | {"strike", "bonus", "left"}, _OFTEN, beside=_OFFER),
    Frame("shares to come", ("shares",), _steps_to_come, frozenset({"price", "items", "months", "wait", "leave"}), frozenset({"shares", "items"})),
    Frame("options for a sum", ("cap", "strike"), _bought, frozenset({"fmv", "price", "exit", "pref"})),
    Frame("price wanted", ("shares",), _price_wanted, frozenset({"strike", "net", "gap", "horizon", "years", "pay", "now", "tc"}), frozenset({"pay", "now", "tc"}), words=_NEEDED),
    Frame("percent vested", ("years",), _percent_vested, frozenset({"leave", "served", "cliff"}), words="percent|%|part|share"),
)  # fmt: skip

"""Frames of savings: an employer's match in its tiers, what goes into a plan in all, and a purchase plan with its cap."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frame_income import SAVED
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import taxes_of
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_months, in_years, time_gone

FLAT_CAP = r"market value|of stock|worth of stock"
LOOKBACK = r"(?<!no )look[- ]?back|lower (?:of|price)|lesser of|start price|at the start"
PLANS = r"pension\w*|40[13]\(?[kb]\)?|retire\w*|plan|sav\w*|rrsp|super\w*|contribut\w*|sacrifice|isk|kiwisaver"
LEFT = r"on the table|miss\w*|leaving|lose|extra"


def _a_year(work: Work, pay: Term) -> Expr | None:
    if pay.per not in (None, "year", "month"):
        return None
    return take_term(work, pay, "pay") * (MONTHS if pay.per == "month" else 1)


def _match(parts: Parts, work: Work, year: Expr, put: Expr | None) -> Expr | None:
    """What the employer adds for what is put in, tier by tier, and what more would bring."""
    rates, tops = parts.all("match"), parts.all("upto")
    if len(tops) > 1 and len(rates) != len(tops):
        return None
    if not tops:
        return None if put is None or len(rates) != 1 else year * put.part * take_term(work, rates[0], "match_pct").part
    got, most, before = [], [], Expr("0", Decimal(0))
    for at, top in enumerate(tops):
        cap = take_term(work, top, "up_to_pct")
        counted = cap if put is None or put.value >= before.value + cap.value else put - before if at else put
        rate = take_term(work, rates[at], "match_pct").part if rates else _half(parts)
        if counted.value > 0:
            got.append(
                year * counted.part * rate
                if not counted.loose
                else year * Expr(f"({counted.text})", counted.value).part * rate
            )
        most.append(year * cap.part * rate)
        before = before + cap if at else cap
    added = work.step(f"employer's match a year{parts.tag}", add_up(got))
    if put is not None and parts.message.has(LEFT):
        work.step(f"match missed a year{parts.tag}", add_up(most) - added)
    return added


def _half(parts: Parts) -> Expr:
    return Work.literal("0.5") if parts.message.has(r"half|50 cents") else Work.literal(1)


def _saved(parts: Parts, work: Work) -> bool:
    """What goes into a plan in a year from both sides, up to a cap, over years, with growth, and what of it is kept."""
    pay = parts.one("pay", "now")
    year = _a_year(work, pay) if pay is not None else None
    if year is None or any(term.dim == "money" for term in parts.all("put")):
        return False
    put = take(parts, work, "put", "put_in_pct")
    flows: list[Expr] = []
    if parts.has("match") or parts.has("upto"):
        added = _match(parts, work, year, put)
        if added is None:
            return False
        if (cap := take(parts, work, "cap", "most")) is not None:
            added = work.step("match up to the cap", cap * 1 if cap.value < added.value else added * 1)
        flows.append(added)
    flows += [
        work.step("employer's part a year", year * take_term(work, term, "pension_pct").part)
        for term in parts.all("pens")
    ]
    if put is not None:
        monthly = parts.message.has(SAVED) and parts.message.asks("month")
        own = work.step("own part a year", year * put.part, answers=not (monthly or parts.has("match")))
        work.step("own part a month", own / MONTHS, answers=monthly)
        flows.append(own)
    if not flows or len(parts.all("tax")) > 1 or (len(flows) == 1 and put is not None and not _is_plan(parts)):
        return False
    whole = work.step("in all a year", add_up(flows), answers=len(flows) > 1) if len(flows) > 1 else flows[0]
    work.step("in all a month", whole / MONTHS, answers=parts.message.asks("month"))
    return _after_years(parts, work, whole) and _kept(parts, work, flows[0]) and _untaxed(parts, work, year, put)


def _is_plan(parts: Parts) -> bool:
    """Whether the percent put in goes to savings and is not only taken off."""
    return parts.message.has(PLANS) and not parts.message.has(r"coming off|fica|medicare|social security")


def _after_years(parts: Parts, work: Work, whole: Expr) -> bool:
    years = parts.one("horizon")
    if years is None:
        return not parts.has("rate")
    time = in_years(work, years, "years")
    if (rate := take(parts, work, "rate", "growth_pct")) is not None:
        grown = (1 + rate.value / 100) ** time.value - 1
        made = Expr(
            f"{whole.text} x ((1 + {rate.text} / 100) ^ {time.text} - 1) / ({rate.text} / 100)",
            whole.value * grown / (rate.value / 100),
        )
        work.step("in the plan at the end", made)
    else:
        work.step("in the plan at the end", whole * time)
    return True


def _kept(parts: Parts, work: Work, employer: Expr) -> bool:
    gone = time_gone(parts, work)
    vest, cliff = parts.one("vest"), parts.one("cliff")
    if gone is None:
        return vest is None and cliff is None
    so_far = work.step("employer's money so far", employer * gone / MONTHS)
    if cliff is not None:
        before = gone.value < in_months(work, cliff, "cliff").value
        work.step("lost by leaving" if before else "kept", so_far * 1)
    elif vest is not None:
        part = take_term(work, vest, "vest_pct").part * gone / MONTHS
        work.step("kept", so_far * part if part.value < 1 else so_far * 1)
    return True


def _untaxed(parts: Parts, work: Work, year: Expr, put: Expr | None) -> bool:
    tax = taxes_of(parts, work)
    if put is not None and not parts.message.has(SAVED):
        left = work.step("left after the own part", year - year * put.part, answers=parts.message.asks("net"))
        work.step("left a month", left / MONTHS, answers=parts.message.asks("net"))
    if tax is None:
        return True
    if put is None or parts.has("match"):
        return False
    own = year * put.part
    work.step("tax saved a month", own / MONTHS * tax.part, answers=parts.message.has("sav\\w*"))
    left = work.step("left after both", (year - own) * left_of(tax), answers=not parts.message.has("employer"))
    work.step("left after both a month", left / MONTHS, answers=parts.message.asks("month"))
    return True


def _plan_kept(parts: Parts, work: Work) -> bool:
    """What is kept of a plan: the own money and the vested part of what the employer put in."""
    paid, vest = take(parts, work, "paidin", "paid_in"), take(parts, work, "vest", "vest_pct")
    if paid is None or vest is None:
        return False
    work.used |= {term.start for term in parts.all("left", "months")}
    part = vest.part
    if (gone := time_gone(parts, work)) is not None:
        part = part * gone / MONTHS
    if (match := take(parts, work, "match", "match_pct")) is not None:
        work.step("kept in all", paid + paid * match.part * part)
    else:
        work.step("kept", paid * part)
    return part.value <= 1


def _purchase(parts: Parts, work: Work) -> bool:
    """A purchase plan: what is bought for the sum paid in, its worth and its gain, up to a cap and after tax."""
    off = take(parts, work, "disc", "discount_pct")
    if off is None or off.value <= 0:
        return False
    paid = _paid_in(parts, work)
    prices = [
        take_term(work, term, name)
        for sense, name in (("price", "first_price"), ("price2", "last_price"))
        for term in parts.all(sense)
    ]
    cap = take(parts, work, "cap", "most")
    if paid is None and cap is None:
        return False
    if cap is not None and len(prices) == 2:
        bought = work.step("shares bought", cap / prices[0], "shares")
        paid = bought * (min(prices, key=lambda each: each.value) * left_of(off))
        worth = work.step("worth of the shares", bought * prices[1])
    elif cap is not None and (paid is None or cap.value < paid.value / (1 - off.value / 100)):
        flat = paid is not None or not parts.message.has(r"contribut\w*|buy for|put in|paid? in|i'?d buy")
        worth = cap * 1 if flat else work.step("worth of the shares", cap / left_of(off), answers=False)
        paid = cap * left_of(off) if flat else cap
    elif len(prices) == 2:
        assert paid is not None  # noqa: S101
        low = (
            min(prices, key=lambda each: each.value)
            if parts.message.has(LOOKBACK) or not parts.message.has("own price")
            else prices[0]
        )
        bought = work.step("shares bought", paid / (low * left_of(off)), "shares")
        worth = work.step("worth of the shares", bought * prices[1])
    else:
        assert paid is not None  # noqa: S101
        if prices:
            work.step("price paid", prices[0] * left_of(off), answers=False)
            work.step("shares bought", paid / (prices[0] * left_of(off)), "shares")
        worth = work.step("worth of the shares", paid / left_of(off), answers=False)
    gain = work.step("gain", worth - paid)
    return worth.value >= paid.value and _gained(parts, work, gain)


def _paid_in(parts: Parts, work: Work) -> Expr | None:
    if (paid := take(parts, work, "paidin", "paid_in")) is not None:
        return paid
    put, pay = parts.one("put"), parts.one("pay", "now")
    if put is None:
        return None
    if put.dim == "money":
        return work.step(
            "paid in", take_term(work, put, "put_in") * (MONTHS if put.per == "month" else 1), answers=False
        )
    year = _a_year(work, pay) if pay is not None else None
    if year is None:
        return None
    time = parts.one("horizon")
    paid = year * take_term(work, put, "put_in_pct").part
    return work.step("paid in", paid if time is None else paid * in_years(work, time, "years"), answers=False)


def _gained(parts: Parts, work: Work, gain: Expr) -> bool:
    if (tax := taxes_of(parts, work)) is not None:
        work.step("gain after tax", gain * left_of(tax))
    if parts.has("paidin") or not parts.has("pay") or parts.has("put"):
        if (bonus := take(parts, work, "bpct", "bonus_pct")) is not None and (
            pay := take(parts, work, "pay", "pay")
        ) is not None:
            paid = take(parts, work, "attain", "paid_pct")
            work.step("with the bonus", gain + (pay * bonus.part if paid is None else pay * bonus.part * paid.part))
        return True
    told = parts.one("pay")
    year = _a_year(work, told) if told is not None else None
    if year is None:
        return False
    work.step("with the pay", year + gain)
    return True


SAVINGS_FRAMES = (
    Frame("saved", ("put",), _saved, frozenset({"pay", "now", "match", "upto", "pens", "cap", "horizon", "rate", "vest", "cliff", "leave", "tax"}), frozenset({"match", "upto"})),
    Frame("matched up to", ("upto",), _saved, frozenset({"pay", "now", "match", "pens", "cap", "vest", "cliff", "leave"}), frozenset({"match", "upto"})),
    Frame("plan kept", ("paidin", "vest"), _plan_kept, frozenset({"served", "leave", "match", "left"})),
    Frame("purchase", ("disc",), _purchase, frozenset({"paidin", "put", "pay", "now", "price", "price2", "cap", "tax", "horizon", "bpct", "attain"}), frozenset({"tax"})),
)  # fmt: skip

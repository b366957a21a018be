"""Frames of stakes: what part of a company brings in a sale after rounds and preferences, by its chances and over years."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frame_equity import DILUTED, diluted
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import A_SHARE, follow
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_years, vested_part

WHOLE = 100


def _stakes(parts: Parts, work: Work) -> list[Expr] | None:
    """What is owned after all rounds, in percent: told, or the shares of all shares."""
    told = [take_term(work, term, "owned_pct") for term in parts.all("own")]
    if parts.has("fd"):
        shares, whole = take(parts, work, "shares", "shares"), take(parts, work, "fd", "all_shares")
        if whole is None or (shares is None) == (not told) or len(told) > 1:
            return None
        if shares is None:
            shares = work.step("shares", whole * told[0].part, "shares")
        else:
            told = [work.step("stake", shares / whole * 100, "percent")]
    if (
        not parts.has("dilute")
        and parts.message.has(DILUTED)
        and not parts.message.has("fully[- ]diluted|after dilution")
    ):
        return None
    return [diluted(parts, work, stake) for stake in told]


def _for_common(parts: Parts, work: Work, term: Term) -> Expr:
    """What a sale leaves for common stock after what investors take first."""
    sale = take_term(work, term, "sale")
    told = {each.value: each for each in reversed(parts.all("prefs"))}  # said again, it is the same sum
    work.used |= {each.start for each in parts.all("prefs")}
    first = [take_term(work, each, "paid_first") for each in reversed(told.values())]
    if not first:
        return sale
    paid = add_up(first)
    if (times := take(parts, work, "mult", "times")) is not None:
        paid = (paid if len(first) == 1 else work.step("paid in", paid, answers=False)) * times
    left = sale - paid
    if left.value < 0:
        left = Expr(f"max({left.text}, 0)", Decimal(0))
    return work.step("left for common stock", left, answers=False)


def _cost(parts: Parts, work: Work) -> Expr | None:
    if (cost := take(parts, work, "cost", "exercise_cost")) is not None:
        return cost
    strike = take(parts, work, "strike", "strike")
    shares = take(parts, work, "shares", "shares")
    if strike is None:
        return None
    if shares is None:
        shares = next((Expr(s["name"], Decimal(1)) for s in work.steps if s["unit"] == "shares"), None)
    return None if shares is None else work.step("cost to exercise", shares * strike, answers=parts.message.has("cost"))


def _sale(parts: Parts, work: Work) -> bool:
    """What a stake brings in each sale told, by its chances where they are told."""
    stakes, sales = _stakes(parts, work), parts.all("exit")
    if stakes is None or len(stakes) != 1:
        return False
    work.used |= {term.start for term in parts.all("fmv", "pref")}
    if not sales:
        _cost(parts, work)
        return not parts.has("tax", "years") and bool(work.steps)
    stake = stakes[0]
    part = vested_part(parts, work) if parts.has("leave") or parts.has("served") else None
    pays = [_paid(parts, work, stake, sale, part) for sale in sales]
    cost = _cost(parts, work)
    if cost is not None:
        if pays[0].value < cost.value:
            return False
        pays[0] = work.step("left after the exercise", pays[0] - cost)
    if len(sales) > 1 or parts.has("chance"):
        return _expected(parts, work, pays)
    return _followed(parts, work, pays[0])


def _paid(parts: Parts, work: Work, stake: Expr, sale: Term, part: Expr | None) -> Expr:
    paid = _for_common(parts, work, sale) * stake.part
    return work.step(f"your part{parts.tag}", paid if part is None else paid * part)


def _followed(parts: Parts, work: Work, value: Expr) -> bool:
    if (times := take(parts, work, "mult", "salaries")) is not None and not parts.has("prefs"):
        pay = take(parts, work, "pay", "pay")
        if pay is None:
            return False
        value = work.step("in all", pay * times + value)
    if (years := parts.one("years")) is not None and not parts.has("leave") and not parts.has("gap"):
        work.step("a year of it", value / in_years(work, years, "years"))
    return follow(parts, work, value, parts.tag)


def _expected(parts: Parts, work: Work, pays: list[Expr]) -> bool:
    """Each sale by its chance; one chance more is that of nothing."""
    chances = parts.all("chance")
    if parts.tag:
        return False  # a chance belongs to one sale
    if len(chances) == len(pays) + 1 and sum(chance.value for chance in chances) == WHOLE:
        chances = _without_nothing(parts, work, chances)
    if len(chances) != len(pays):
        return False
    weighed = [pay * take_term(work, chance, "chance_pct").part for pay, chance in zip(pays, chances, strict=True)]
    value = work.step("expected value", add_up(weighed))
    trimmed = {sense: terms for sense, terms in parts.by.items() if sense != "chance"}
    return _followed(Parts(parts.message, trimmed, parts.tag), work, value)


def _without_nothing(parts: Parts, work: Work, chances: list[Term]) -> list[Term]:
    """The chances without that of nothing: the one no amount stands beside."""
    exits = parts.all("exit")
    far = max(chances, key=lambda chance: min(abs(chance.start - each.start) for each in exits))
    work.used.add(far.start)
    return [chance for chance in chances if chance is not far]


def _options_by_chance(parts: Parts, work: Work) -> bool:
    """Options whose price at exit is told with several chances."""
    shares, strike, exits = (
        take(parts, work, "shares", "shares"),
        take(parts, work, "strike", "strike"),
        parts.all("exit"),
    )
    if shares is None or strike is None or len(exits) < 2 or any(term.value > A_SHARE for term in exits):
        return False
    pays = [work.step("gain", shares * (take_term(work, term, "exit_price") - strike), answers=False) for term in exits]
    return all(pay.value >= 0 for pay in pays) and _expected(parts, work, pays)


def _sale_wanted(parts: Parts, work: Work) -> bool:
    """The sale at which a stake makes up a sum or the pay given up for it."""
    stakes = _stakes(parts, work)
    if not stakes:
        return False
    wanted = take(parts, work, "net", "wanted")
    if wanted is None:
        wanted = _given_up(parts, work)
        if wanted is None:
            return False
    share = stakes[0]
    if len(stakes) == 2:
        more, less = sorted(stakes, key=lambda each: -each.value)
        share = work.step("stake apart by", more - less, "percent", answers=False)
    sale = wanted / share.part
    for first in parts.all("prefs"):
        sale = sale + take_term(work, first, "paid_first")
    work.step("sale needed", sale)
    return True


def _given_up(parts: Parts, work: Work) -> Expr | None:
    years = parts.one("horizon", "years")
    if years is None:
        return None
    work.used |= {term.start for term in parts.all("years", "horizon") if term.value == years.value}
    if (gap := parts.one("gap")) is not None:
        each = take_term(work, gap, "pay_given_up") * (MONTHS if gap.per == "month" else 1)
    else:
        anchors = parts.all("now", "pay")
        if len(anchors) != 2:
            return None
        first, second = (take_term(work, term, "pay") for term in anchors)
        low, high = (first, second) if first.value <= second.value else (second, first)
        extra = [high * bonus.part] if (bonus := take(parts, work, "bpct", "bonus_pct")) is not None else []
        extra += [take_term(work, term, "stock") for term in parts.all("stock")]
        each = work.step("pay given up a year", add_up([high, *extra]) - low)
    return work.step("pay given up in all", each * in_years(work, years, "time"))


def _two_stakes(parts: Parts, work: Work) -> bool:
    """Two offers, one or both with a stake, over some years with a sale."""
    anchors, sales = parts.all("pay", "now"), parts.all("exit")
    years = parts.one("horizon", "years")
    if len(anchors) != 2 or years is None or not sales:
        return False
    by_year = not parts.has("horizon")
    time = in_years(work, years, "time")
    whole: list[Expr] = []
    for place, anchor in enumerate(anchors):
        low, high = (0, anchors[1].start) if place == 0 else (anchors[1].start, len(parts.message.text) + 1)
        own = [term for term in parts.all("own") if low <= term.start < high]
        total = take_term(work, anchor, "pay") * time
        if own:
            stake = diluted(parts, work, take_term(work, own[0], "owned_pct"))
            pays = [_for_common(parts, work, sale) * stake.part for sale in sales]
            if parts.has("chance"):
                if len(parts.all("chance")) != len(pays):
                    return False
                pays = [
                    p * take_term(work, c, "chance_pct").part for p, c in zip(pays, parts.all("chance"), strict=True)
                ]
            total = total + work.step(f"from the sale {'AB'[place]}", add_up(pays), answers=False)
        if by_year:
            total = Expr(f"({total.text})", total.value) / time
        whole.append(work.step(f"{'a year' if by_year else 'in all'} {'AB'[place]}", total))
    one, two = whole
    work.step("difference", two - one if two.value >= one.value else one - two)
    return True


def _agree(parts: Parts, work: Work) -> bool:
    """A stake that was told beside that of the shares."""
    own, shares, whole = (
        take(parts, work, "own", "told_pct"),
        take(parts, work, "shares", "shares"),
        take(parts, work, "fd", "all_shares"),
    )
    if own is None or shares is None or whole is None:
        return False
    stake = work.step("stake", shares / whole * 100, "percent")
    work.step("told and stake apart by", own - stake if own.value >= stake.value else stake - own, "percent")
    return True


_CHANGES = frozenset(
    {
        "dilute",
        "prefs",
        "mult",
        "tax",
        "chance",
        "wait",
        "rate",
        "years",
        "horizon",
        "gap",
        "strike",
        "cost",
        "leave",
        "served",
        "cliff",
    }
)
_OFTEN = frozenset({"dilute", "tax", "prefs", "chance"})
_OFFER = frozenset({"pay", "now", "ask", "tc", "bpct", "bonus", "sign", "sign2", "pens"})
STAKE_FRAMES = (
    Frame("stake", ("own",), _sale, _CHANGES | {"fd", "exit", "shares", "fmv", "pref"}, _OFTEN, beside=_OFFER),
    Frame("stake by shares", ("shares", "fd"), _sale, _CHANGES | {"exit"}, _OFTEN, beside=_OFFER),
    Frame("stake by chances", ("own", "exit", "exit", "chance"), _sale, _CHANGES, _OFTEN | {"exit"}, beside=_OFFER),
    Frame("stake and salaries", ("own", "exit", "mult", "pay"), _sale, frozenset({"tax", "dilute"}), _OFTEN),
    Frame("options by chances", ("shares", "strike", "exit", "exit", "chance"), _options_by_chance, frozenset({"years", "horizon", "tax"}), _OFTEN | {"exit"}),
    Frame("sale wanted", ("own",), _sale_wanted, frozenset({"net", "gap", "horizon", "years", "pay", "now", "bpct", "stock", "dilute", "prefs"}), frozenset({"own", "pay", "dilute", "prefs"})),
    Frame("stakes of two offers", ("own", "exit"), _two_stakes, frozenset({"pay", "now", "horizon", "years", "dilute", "prefs", "chance"}), frozenset({"own", "pay", "exit", "chance", "dilute", "prefs"})),
    Frame("stakes agree", ("own", "shares", "fd"), _agree),
)  # fmt: skip

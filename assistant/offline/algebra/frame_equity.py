"""Frames of equity: what options cost and gain, what a stake is worth in a sale, and what a move of the price does."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, take, take_term

DILUTED = r"(?<!no )(?<!no more )(?<!no further )(?<!without )(?<!ignore )(?<!ignoring )dilut(?:ed|es|ion)(?! ignored)(?! aside)"
"""Words of a dilution whose percent no number tells."""
ROUNDED = Decimal("0.02")
"""A grant in money is that of its shares within this part."""
BESIDE = frozenset({"pay", "now", "ask", "tc", "bpct", "bonus", "sign", "sign2", "pens"})
"""Parts of an offer that a sum over its shares leaves out where another message tells them."""
_FACTORS = (("double|doubles|doubled|2x", 2, "doubled"), ("halve|halves|halved|half", 0, "halved"))


def _options(parts: Parts, work: Work) -> bool:
    """What it costs to exercise and the gain on paper at each price told."""
    shares, strike = take(parts, work, "shares", "shares"), take(parts, work, "strike", "strike")
    if shares is None or strike is None:
        return False
    if parts.message.asks("worth", "gain") and not parts.one("fmv", "pref", "price", "price2"):
        return False  # their price is missing
    cost = work.step("cost to exercise", shares * strike)
    for sense, name in (
        ("fmv", "fair value"),
        ("pref", "preferred price"),
        ("price", "share price"),
        ("price2", "later price"),
    ):
        price = take(parts, work, sense, name)
        if price is None:
            continue
        gain = work.step(f"gain at the {name}{parts.tag}", shares * (price - strike))
        work.step(f"worth at the {name}{parts.tag}", shares * price, answers=False)
        if parts.has("tax"):
            taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
            tax = work.step(f"tax on the gain at the {name}", gain * taxes.part)
            work.step("cash for cost and tax", cost + tax)
    return True


def diluted(parts: Parts, work: Work, own: Expr) -> Expr:
    """A stake after its rounds; one percent "each" counts for so many rounds."""
    rounds = parts.all("dilute")
    if not rounds:
        return own
    left = own
    times = 1
    if len(rounds) == 1 and parts.message.has("each|every|per round"):
        spoken = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
        times = next((n for word, n in spoken.items() if parts.message.has(rf"{word} (?:\w+ )?rounds?")), 1)
    for term in rounds:
        for _ in range(times):
            left = left * left_of(take_term(work, term, "dilution_pct"))
    return work.step("stake after dilution", left, "percent", answers=not parts.has("exit"))


def _sale(parts: Parts, work: Work) -> bool:
    """What a stake brings in a sale, after what investors take first and what the shares cost."""
    own = take(parts, work, "own", "owned_pct")
    if own is None:
        shares, whole = take(parts, work, "shares", "shares"), take(parts, work, "fd", "all_shares")
        if shares is None or whole is None:
            return False
        own = work.step("stake", shares / whole * 100, "percent")
    if not parts.has("dilute") and parts.message.has(DILUTED):
        return False
    stake = diluted(parts, work, own)
    sale = take(parts, work, "exit", "sale")
    if sale is None:
        return parts.has("dilute") or parts.has("fd")
    first = take(parts, work, "prefs", "paid_first")
    if first is not None:
        work.used |= {t.start for t in parts.all("prefs")}
        sale = work.step("left for common stock", sale - first, answers=False)
    value = sale * stake.part
    if (cost := take(parts, work, "cost", "exercise_cost")) is not None:
        value = value - cost
    elif (strike := take(parts, work, "strike", "strike")) is not None:
        held = take(parts, work, "shares", "shares")
        if held is None:
            return False
        value = value - held * strike
    value = work.step(f"your part{parts.tag}", value)
    if parts.has("tax"):
        work.step("left after tax", value * left_of(add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])))
    if (years := take(parts, work, "years", "years")) is not None:
        work.step("a year of it", value / years)
    return True


def _sale_to_break_even(parts: Parts, work: Work) -> bool:
    """The sale, or the share price, that makes good the pay given up."""
    years = take(parts, work, "horizon", "years")
    gap = take(parts, work, "gap", "pay_given_up")
    if gap is None and parts.has("now", "pay"):
        old, new = take(parts, work, "now", "other_pay"), take(parts, work, "pay", "pay")
        assert old is not None and new is not None  # noqa: S101
        gap = work.step("pay given up a year", old - new)
    if years is None or gap is None or gap.value <= 0:
        return False
    lost = work.step("pay given up in all", gap * years)
    own = take(parts, work, "own", "owned_pct")
    if own is not None:
        if not parts.has("dilute") and parts.message.has(DILUTED):
            return False
        stake = diluted(parts, work, own)
        work.step("sale to break even", lost / stake.part)
        return True
    shares, strike = take(parts, work, "shares", "shares"), take(parts, work, "strike", "strike")
    if shares is None:
        return False
    each = lost / shares
    work.step("share price to break even", each if strike is None else each + strike)
    return True


def _price_moved(parts: Parts, work: Work) -> bool:
    """What shares were worth at one price and are at another."""
    shares, old, new = (
        take(parts, work, "shares", "shares"),
        take(parts, work, "price", "price_then"),
        take(parts, work, "price2", "price_now"),
    )
    if shares is None or old is None or new is None or not _is_counted(parts, work, shares.value * old.value):
        return False
    then, now = work.step("worth then", shares * old), work.step("worth now", shares * new)
    down = now.value < then.value
    work.step("value lost" if down else "value gained", then - now if down else now - then)
    work.step("change in percent", (then - now if down else now - then) / then * 100, "percent")
    if (years := take(parts, work, "years", "vest_years")) is not None:
        work.step("a year of it now", now / years)
    return True


def _is_counted(parts: Parts, work: Work, worth: Decimal) -> bool:
    """Whether a grant told in money as well is that of the shares at their price."""
    grant = parts.one("grant")
    if grant is not None:
        work.used.add(grant.start)
    return grant is None or abs(grant.value - worth) <= worth * ROUNDED


def _held(parts: Parts, work: Work) -> bool:
    """What shares are worth at their price, with a bonus beside them, after a move or what is withheld."""
    shares, price = take(parts, work, "shares", "shares"), take(parts, work, "price", "share_price")
    if shares is None or price is None or not _is_counted(parts, work, shares.value * price.value):
        return False
    worth = work.step("worth of the shares", shares * price)
    for term in parts.all("rise", "fall"):
        change = take_term(work, term, "change_pct").part
        worth = work.step(
            "worth after the move", worth * (1 - change if term in parts.by.get("fall", ()) else 1 + change)
        )
    if (years := take(parts, work, "years", "vest_years")) is not None:
        work.step("a year of it", worth / years)
    if parts.has("tax"):
        kept = left_of(add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")]))
        work.step("left after what is withheld", worth * kept)
        work.step("shares left", shares * kept, "shares")
    lost = add_up([worth, *(take_term(work, t, "bonus") for t in parts.all("bonus"))])
    if parts.has("bonus"):
        lost = work.step("lost in all", lost)
    if (given := take(parts, work, "sign", "sign_on")) is not None:
        short = lost.value > given.value
        work.step("short by" if short else "more than lost by", lost - given if short else given - lost)
    return True


def _counted(parts: Parts, work: Work) -> bool:
    """How many shares a grant in money is, and what it is worth after a move of the price."""
    grant, price = take(parts, work, "grant", "grant"), take(parts, work, "price", "share_price")
    if grant is None or price is None:
        return False
    shares = work.step("shares", grant / price, "shares")
    worth = grant
    if (later := take(parts, work, "price2", "price_now")) is not None:
        worth = work.step("worth at the later price", shares * later)
    for term in parts.all("fall", "rise"):
        change = take_term(work, term, "change_pct").part
        falls = term in parts.by.get("fall", ())
        worth = work.step("worth after the move", grant * (1 - change if falls else 1 + change))
    if (years := take(parts, work, "years", "vest_years")) is not None:
        work.step("a year of it", worth / years)
    return True


def _stock_moves(parts: Parts, work: Work) -> bool:
    """A year of pay and stock where the stock doubles, halves, or moves by a percent."""
    grant, years = take(parts, work, "grant", "grant"), take(parts, work, "years", "years")
    if grant is None or parts.message.has(
        r"(?:grows?|rises?|falls?|up|drops?) (?:by )?\S+ (?:a|per|each|every) (?:year|yr)|every year"
    ):
        return False
    if years is None:
        years = Expr("4", work.literal(4).value)
        work.suppose("It vests over 4 years.")
    stock = work.step("stock a year", grant / years, answers=False)
    rest = [take_term(work, t, "base") for t in parts.all("pay")]
    if rest and (bonus := take(parts, work, "bpct", "bonus_pct")) is not None:
        rest.append(work.step("bonus", rest[0] * bonus.part, answers=False))
    moves = [
        (f"at {t.value:f} % {'less' if t in parts.by.get('fall', ()) else 'more'}", _move(parts, work, t))
        for t in parts.all("fall", "rise")
    ]
    moves += [(name, stock_factor(factor)) for words, factor, name in _FACTORS if parts.message.has(words)]
    if not moves:
        return False
    for name, factor in moves:
        work.step(f"a year with stock {name}" if rest else f"stock a year {name}", add_up([*rest, stock * factor]))
        if not rest:
            work.step(f"the grant {name}", grant * factor)
    return True


def stock_factor(factor: int) -> Expr:
    """Twice, or half."""
    return Work.literal(factor) if factor else Work.literal("0.5")


def _move(parts: Parts, work: Work, term: object) -> Expr:
    change = next(t for t in parts.all("fall", "rise") if t is term)
    share = take_term(work, change, "change_pct").part
    return 1 - share if change in parts.by.get("fall", ()) else 1 + share


_MOVES = (
    r"doubl\w*|halv\w*|2x|drop\w*|fall\w*|fell|tank\w*|crash\w*|up|goes|rises?|grow\w*|down|sinks?|loses?|gains?|lost"
)
EQUITY_FRAMES = (
    Frame("options", ("shares", "strike"), _options, frozenset({"fmv", "pref", "price", "tax"}), frozenset({"tax"}), never="vest\\w* (?:over|monthly)|fully[- ]diluted", beside=BESIDE | {"grant", "quota"}),
    Frame("sale", ("own", "exit"), _sale, frozenset({"dilute", "prefs", "cost", "tax", "years"}), frozenset({"dilute", "tax", "prefs"}), lacks=(("exit", r"dollars|worth|value|money|in cash|what do i get"), ("own", r"what do i get|my (?:cut|share|part|payout)|do i get"))),
    Frame("diluted", ("own", "dilute"), _sale, frozenset(), frozenset({"dilute"}), lacks=(("own", r"left|own|stake|keep|hold"),)),
    Frame("sale of shares", ("shares", "fd"), _sale, frozenset({"exit", "dilute", "strike", "prefs", "tax"}), frozenset({"dilute", "tax"}), beside=BESIDE, lacks=(("fd", r"(?:what|which|how much) (?:percent\w*|%|share|stake|part|of the company)|do i own"),)),
    Frame("sale to break even", ("gap", "horizon", "own"), _sale_to_break_even, frozenset({"dilute"}), frozenset({"dilute"})),
    Frame("sale to make up", ("now", "pay", "own", "horizon"), _sale_to_break_even, frozenset({"dilute"}), frozenset({"dilute"})),
    Frame("price to break even", ("gap", "horizon", "shares"), _sale_to_break_even, frozenset({"strike"})),
    Frame("price moved", ("shares", "price", "price2"), _price_moved, frozenset({"years", "grant"}), beside=BESIDE),
    Frame("held", ("shares", "price"), _held, frozenset({"rise", "fall", "tax", "bonus", "sign", "years", "grant"}), frozenset({"bonus", "tax"}), never="vest\\w* monthly|cliff", beside=BESIDE - {"bonus", "sign"}),
    Frame("counted", ("grant", "price"), _counted, frozenset({"fall", "rise", "price2", "years"}), beside=BESIDE),
    Frame("stock moves", ("grant",), _stock_moves, frozenset({"pay", "bpct", "years", "fall", "rise"}), frozenset({"fall", "rise"}), words=_MOVES),
)  # fmt: skip

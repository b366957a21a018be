"""Equity: options and their strike, parts of a company, grants in shares, shares kept after tax, discounted shares."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

MOST_A_SHARE = Decimal(5000)
_PRICES = ("price", "current", "offered", "company_value", "market_value", "preferred", "salary", "")


def options(m: Message) -> Work | None:
    """Cost, spread and values of options; what common stock is of preferred."""
    shares, strike = m.one("shares"), m.one("money number", "strike")
    preferred, market = m.one("money number", "preferred"), _market(m, strike)
    if market is None and preferred is None and m.asks("worth", "gain"):
        return None
    if market and strike and market.value < strike.value:
        return None
    work = Work()
    at = work.take(market, "market_value") if market else None
    top = work.take(preferred, "preferred_price") if preferred else None
    if at and top:
        work.step("market value in percent of the preferred price", at / top * 100, "percent")
    if shares and strike:
        count, price = work.take(shares, "options"), work.take(strike, "strike")
        work.step("cost to exercise", count * price)
        if at:
            work.step("paper gain at the market value", count * (at - price))
            work.step("worth before the cost", count * at, answers=not m.asks("gain", "cost"))
        if top:
            work.step("worth at the preferred price less the strike", count * (top - price))
            work.step("worth at the preferred price", count * top)
        whole = m.one("money number shares", "fully_diluted")
        if whole is not None and whole is not shares and whole.value > shares.value:
            work.step(
                "ownership",
                count / work.take(whole, "fully_diluted_shares") * 100,
                "percent",
                answers=m.asks("percent"),
            )
    work.used |= {term.start for term in m.pick("time") if term.unit in ("day", "year")}
    return work if work.steps and (strike or (at and top)) else None


def _market(m: Message, strike: Term | None) -> Term | None:
    known = m.one("money number", "market_value")
    if known or strike is None:
        return known
    left = [
        term for term in m.pick("money number", *_PRICES)
        if term is not strike and term.role != "preferred" and term.value < MOST_A_SHARE and not term.per
        and term.value not in [other.value for other in m.pick("money number", "preferred")]
    ]  # fmt: skip
    return left[0] if len(left) == 1 else None


def ownership(m: Message) -> Work | None:
    """A part of the company: from shares and all shares, after rounds, at a valuation."""
    work = Work()
    shares, whole = m.one("shares"), m.one("money number shares", "fully_diluted")
    values = m.pick("money", "company_value")
    own = m.one("percent", "ownership") or (m.one("percent", "", "rise") if values else None)
    if whole is None and shares and values == [] and m.has(r"fully[- ]diluted|outstanding|cap table|total shares"):
        whole = max((term for term in m.pick("shares money") if term is not shares), key=_value, default=None)
    if (shares and whole is shares) or (
        shares and re.match(r" ?(?:shares )?(?:outstanding|in total|fully)", m.text[shares.end :])
    ):
        others = [term for term in m.pick("money number") if term.value < shares.value and not term.currency]
        shares, whole = (others[0] if len(others) == 1 else None), shares
    if shares and whole and shares is not whole:
        part = work.take(shares, "shares") / work.take(whole, "fully_diluted_shares") * 100
        part = work.step("ownership", part, "percent")
    elif own is not None and (values or m.pick("percent", "dilution")):
        part = work.take(own, "ownership_pct")
    else:
        return None
    worth = [work.step("worth at the valuation", part.part * work.take(values[0], "valuation"))] if values else []
    rounds = m.pick("percent", "dilution")
    if rounds:
        for cut in [work.take(term, "dilution_pct") for term in rounds]:
            for _ in range(_times(m) if len(rounds) == 1 else 1):
                part = part * (1 - cut.part)
        after = work.step("ownership after dilution", part, "percent")
        if values:
            last = work.take(values[-1], "later_valuation") if len(values) > 1 else Expr("valuation", values[0].value)
            worth.append(work.step("worth after dilution", after.part * last))
    return work


def _value(term: Term) -> Decimal:
    return term.value


def _times(m: Message) -> int:
    match = re.search(r"\b(two|three|four|[234]) (?:more |further )?(?:\w+ )?rounds?", m.text, re.IGNORECASE)
    return {"two": 2, "three": 3, "four": 4}.get(match[1].lower()) or int(match[1]) if match else 1


def share_count(m: Message) -> Work | None:
    """How many shares an amount makes at a price, and what they are worth once it has changed."""
    price = m.one("money number", "price")
    grants = [term for term in m.pick("money", "grant", "salary", "offered", "price", "") if term is not price]
    if price and price.value >= MOST_A_SHARE and len(m.pick("money number", "price")) > 1:
        first, second = m.pick("money number", "price")[:2]
        price, grants = (second, [first]) if second.value < first.value else (first, [second])
    if price is None or len(grants) != 1 or grants[0].value < 20 * price.value or m.pick("shares"):
        return None
    work = Work()
    amount, each = work.take(grants[0], "grant"), work.take(price, "share_price")
    count = work.step("shares", amount / each, "shares", answers=m.asks("shares") or not m.pick("percent"))
    _changed(m, work, amount, each)
    if years := m.one("time", "term", ""):
        if years.unit == "year" and m.asks("year"):
            work.step("shares a year", count / work.take(years, "years"), "shares")
        elif years.unit == "day":
            work.used.add(years.start)
    return work


def _changed(m: Message, work: Work, amount: Expr, each: Expr | None) -> None:
    for change in m.pick("percent", "rise", "fall"):
        share = work.take(change, "change_pct").part
        down = change.role == "fall"
        work.step("worth after the change", amount * ((1 - share) if down else (1 + share)))
        work.step("change", amount * share, answers=False)
        if each:
            work.step("share price after the change", each * ((1 - share) if down else (1 + share)), answers=False)


def shares_worth(m: Message) -> Work | None:
    """Shares at a price: what they are worth, what is left after shares are withheld for tax, or after a change."""
    shares, prices = (
        m.pick("shares"),
        [t for t in m.pick("money number", *_PRICES) if t.value < MOST_A_SHARE and not t.per],
    )
    if len(shares) != 1 or len(prices) != 1 or m.pick("money number", "strike"):
        return None
    work = Work()
    count, price = work.take(shares[0], "shares"), work.take(prices[0], "share_price")
    taxes = [work.take(term, "withheld_pct") for term in m.pick("percent", "tax")]
    worth = work.step("worth of the shares", count * price, answers=not taxes)
    if taxes:
        held = add_up(taxes)
        left = work.step("shares kept", count * (1 - held.part), "shares")
        work.step("worth of the shares kept", left * price)
        work.step("shares withheld", count * held.part, "shares")
    _changed(m, work, worth, price)
    return work


def discounted_shares(m: Message) -> Work | None:
    """What a purchase plan gains where the price stays: the discount on what is paid in."""
    discount = m.one("percent", "discount")
    looks_back = m.has(r"look-?back") and not m.has(r"(?:no|without|w/o) (?:a )?look-?back")
    if discount is None or not m.has(r"espp|purchase plan") or looks_back:
        return None
    paid = [term for term in m.pick("percent") if term is not discount]
    if len(m.money) != 1 or len(paid) > 1:
        return None
    work = Work()
    amount = work.take(m.money[0], "salary" if paid else "paid_in")
    if paid:
        amount = work.step("paid in", amount * work.take(paid[0], "contribution_pct").part, answers=False)
    off = work.take(discount, "discount_pct").part
    work.step("gain at purchase", amount * off / (1 - off))
    work.step("value of the shares bought", amount / (1 - off), answers=False)
    work.suppose("The price stays flat and the shares are sold at once.")
    return work


def refreshed_stock(m: Message) -> Work | None:
    """Stock that vests in a year where a grant is refreshed every year, and the pay with it."""
    first, refresh = m.one("money", "grant"), m.one("money", "refresh")
    spans = [t for t in m.pick("time") if t.unit == "year"]
    if first is None or refresh is None or not spans or not m.has(r"each|every|a year|per year|yearly|annual\w*"):
        return None
    length = next((t for t in spans if t.value > 1), None)
    asked = sorted(
        {int(n) for n in re.findall(r"\b(?:yr|year) ?(\d)\b", m.newest or m.text.split(". ")[-1], re.IGNORECASE)}
    )
    pay = m.one("money", "salary", "current", "offered", "")
    work = Work()
    years = work.take(length, "years") if length else None
    if years is None or years.value > 5:
        return None
    initial, each = work.take(first, "grant") / years, work.take(refresh, "refresh_grant") / years
    base = work.take(pay, "base") if pay else None
    late = not m.has(r"start of (?:year|yr) ?1|from (?:the )?(?:start|day one)")
    for year in [y for y in asked if y <= years.value] or range(1, int(years.value) + 1):
        grants = year - 1 if late else year
        stock = add_up([initial, *([each] * grants)])
        stock = work.step(f"stock vesting in year {year}", stock, answers=base is None)
        if base is not None:
            work.step(f"pay in year {year}", base + stock)
    work.used |= {term.start for term in m.pick("time")}
    work.suppose("Each refresh starts to vest in the year after it is granted; the price stays flat.")
    return work


EQUITY_TOPICS = (refreshed_stock, options, ownership, share_count, shares_worth, discounted_shares)

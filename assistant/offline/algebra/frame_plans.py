"""Frames of plans: what the employer adds to savings, for one pay or two, and the gain of a purchase plan."""

from __future__ import annotations

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, take, take_term


def _matched(parts: Parts, work: Work) -> bool:
    """What the employer adds: so many percent of what is put in, up to a percent of the pay, tier by tier."""
    pay = take(parts, work, "pay", "pay") or take(parts, work, "now", "pay")
    rates, tops = parts.all("match"), parts.all("upto")
    if pay is None or not tops or len(rates) not in (0, len(tops)):
        return False
    put = parts.one("put")
    left = put.value if put is not None else None
    if put is not None:
        put_in = take_term(work, put, "put_in_pct")
        if put.per or put.dim == "money":
            return False
    added: list[Expr] = []
    if len(tops) > 1:
        return False
    cap = take_term(work, tops[0], "up_to_pct")
    counted = put_in if put is not None and left is not None and left < cap.value else cap
    part = pay * counted.part
    if not rates and parts.message.has(r"half|50 cents"):
        part = part * Work.literal("0.5")
    added.append(part * take_term(work, rates[0], "match_pct").part if rates else part)
    work.step("employer's match a year", add_up(added))
    return True


def _bought(parts: Parts, work: Work) -> bool:
    """The gain of a purchase plan at a discount, at one price or at the lower of two."""
    off = take(parts, work, "disc", "discount_pct")
    paid = take(parts, work, "paidin", "paid_in")
    if paid is None:
        pay, put = take(parts, work, "pay", "pay"), take(parts, work, "put", "put_in_pct")
        if pay is None or put is None:
            return False
        paid = work.step("paid in", pay * put.part, answers=False)
    if off is None:
        return False
    old, new = parts.one("price"), parts.one("price2")
    if old is not None and new is not None:
        prices = [take_term(work, old, "first_price"), take_term(work, new, "last_price")]
        low = min(prices, key=lambda p: p.value)
        shares = work.step("shares bought", paid / (low * (1 - off.part)), "shares", answers=False)
        work.step("gain", shares * prices[1] - paid)
        return True
    if parts.message.has(r"(?<!no )look[- ]?back|lower of|lesser of") and not parts.message.has("flat|same price"):
        return False  # its prices decide
    work.used |= {t.start for t in parts.all("price")}
    work.step("gain", paid / (1 - off.part) - paid)
    return True


PLAN_FRAMES = (
    Frame("matched", ("upto", "pay"), _matched, frozenset({"match", "put"}), frozenset({"match", "upto"}), words="match\\w*|40[13]\\(?[kb]\\)?|employer|company (?:adds|puts)|rrsp|half", lacks=(("upto", "match"), ("pay", "match"))),
    Frame("bought", ("disc", "paidin"), _bought, frozenset({"price", "price2"}), words="espp|purchase plan|discount|look[- ]?back|plan|off", lacks=(("paidin", "espp|purchase plan"),)),
    Frame("bought from pay", ("disc", "put", "pay"), _bought, frozenset({"price", "price2"})),
)  # fmt: skip

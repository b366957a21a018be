"""Nets: what is left of a pay after the parts one pays oneself, and what the pay costs the employer."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Expr, Work, add_up, values_of
from assistant.offline.algebra.flows import flow_of_pay
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.pay import one_pay
from assistant.offline.algebra.terms import Term

_OWN = re.compile(
    r"\b(?:my|i pay|i put|pago|ich zahle|employee|mine|tax\w*|less|minus|social|steuer\w*|deduct\w*|simples|inss|ir|irpf|pension|401k|contribut\w*|mandatory|das|set aside|fee)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:company|employer|they|boss|firm|empresa|arbeitgeber)\b(?! pension is)", re.IGNORECASE)
_LEFT = r"left|take[- ]home|net|netto|liquido|sobra\w*|remain\w*|in hand|keep|after|ubrig|queda|neto|home|lands?|account|bank|pocket"
_OFF = re.compile(
    r"\b(?:parar|para|off|without|sem|unpaid|no (?:work|billing|income)|not (?:work|bill)\w*|skip|pause)\b",
    re.IGNORECASE,
)


def left_after_parts(m: Message) -> Work | None:
    """A pay by the month or year less percents and fixed sums of one's own; with the employer's part, what it costs."""
    pays = [
        t
        for t in m.pick("money")
        if t.per in ("week", "bi-week", "month", "year") and t.role not in ("benefit",) and t.value >= 500
    ]
    rates = m.pick("percent")
    if not pays or m.pick("shares count") or not m.has(_LEFT):
        return None
    if m.has(r"gross salary|what gross|which gross|gross (?:do|would|must|should)|want|need"):
        return None  # the gross is what is asked for
    pay = max(pays, key=lambda t: t.value)
    sides = {t.start: _side(m, t) for t in rates}
    fixed = [t for t in m.pick("money number") if t is not pay and 10 <= t.value < pay.value]
    if (
        any(side is None for side in sides.values())
        or any(t.per not in (None, pay.per) for t in fixed)
        or not (rates or fixed)
    ):
        return None
    if any(t.role in ("bonus", "sign_on", "grant") or t.value * 3 > pay.value for t in fixed) or m.has(
        r"raise|clawback|bonus"
    ):
        return None
    if fixed and not rates and len(fixed) < 2:
        return None
    work = Work()
    gross = work.take(pay, "gross")
    span = pay.per or "month"
    own = [work.take(t, "own_pct") for t in rates if sides[t.start] == "own"]
    left = gross - gross * add_up(own).part if own else gross
    if fixed:
        costs = add_up([work.take(t, "fixed_cost") for t in fixed])
        left = left - costs
    if own or fixed:
        left = work.step(f"left a {span}", left)
    theirs = [work.take(t, "employer_pct") for t in rates if sides[t.start] == "theirs"]
    if theirs:
        work.step(f"cost to the employer a {span}", gross + gross * add_up(theirs).part)
    off = [t for t in m.pick("time money number") if t.start not in work.used and t.value <= 6 and _months_off(m, t)]
    if off and span == "month":
        paid = 12 - work.take(off[0], "unpaid_months")
        kept = gross - gross * add_up(own).part if own else gross
        year = kept * paid - (costs * 12 if fixed else 0)
        work.step("average a month with the months off", year / 12)
        if fixed:
            work.suppose("The fixed costs go on in the months off.")
    if m.asks("year") and span in ("week", "bi-week") and (own or fixed):
        work.step("left a year", left * (52 if span == "week" else 26))
    if m.asks("year") and span == "month" and (own or fixed) and not off:
        work.step("left a year", left * 12)
    return work if work.steps else None


def _side(m: Message, term: Term) -> str | None:
    """Who pays a percent: the nearest word before it in its clause, or behind it."""
    low = max([0, *(t.end for t in m.terms if t.end <= term.start)])
    high = min([len(m.text), *(t.start for t in m.terms if t.start >= term.end)])
    before = m.text[low : term.start]
    mine, theirs = [c.end() for c in _OWN.finditer(before)], [c.end() for c in _THEIRS.finditer(before)]
    if mine or theirs:
        return (
            "own"
            if not theirs or (mine and max(mine) > max(theirs) and re.search(r"\b(?:my|i)\b", before, re.IGNORECASE))
            else "theirs"
        )
    behind = re.split(r"[,.;?!\n]|\band\b|\bplus\b", m.text[term.end : high])[0]
    if _THEIRS.search(behind):
        return "theirs"
    return "own" if _OWN.search(behind) else None


def _months_off(m: Message, term: Term) -> bool:
    unit = term.unit == "month" or re.match(
        r" ?(?:mes(?:es)?|months?|monate?)\b", m.text[term.start :][len(f"{term.value:f}") :], re.IGNORECASE
    )
    return bool(unit and _OFF.search(m.text[max(0, term.start - 30) : term.end + 40]))


def inside_package(m: Message) -> Work | None:
    """The fixed pay of a package that holds a percent of variable pay, and amounts paid once besides."""
    wholes = m.pick("money", "package")
    parts = m.pick("percent", "bonus_part")
    rest = [t for t in m.money if t not in wholes]
    if (
        len(wholes) != 1
        or len(parts) != 1
        or len(m.pick("percent")) != 1
        or any(t.role not in ("sign_on", "bonus", "benefit") for t in rest)
    ):
        return None
    if not m.has(
        r"inside|included?|including|includes|usme|andar|in (?:it|that|the ctc)|of (?:it|that|which|the ctc)|hai|part of"
    ) or not m.has(r"fixed|fix|base|in[- ]?hand|per month|monthly|kitna"):
        return None
    work = Work()
    whole = work.take(wholes[0], "package")
    fixed = whole - whole * work.take(parts[0], "variable_pct").part
    for term in rest:
        fixed = fixed - work.take(term, "inside")
    fixed = work.step("fixed pay a year", fixed)
    work.step("fixed pay a month", fixed / 12)
    work.suppose("The variable part is a percent of the whole package.")
    return work


def without_part(m: Message) -> Work | None:
    """A monthly pay without a part that lies in it, and what that is by the hour."""
    pays = [t for t in m.money if t.per == "month"]
    rest = [t for t in m.pick("money number") if t not in pays and t.value >= 20]
    if len(pays) != 1 or len(rest) != 1 or rest[0].value >= pays[0].value or m.pick("percent shares"):
        return None
    if not m.has(
        r"in (?:it|that|this|there)|of which|includ\w+|inside|davon|darin|out of (?:it|that|which)|but \d"
    ) or not m.has(r"overtime|allowance|fixed|commission|stipend|bonus|zulage"):
        return None
    hours = next((t for t in m.pick("time") if t.unit == "hour"), None)
    work = Work()
    base = work.step("pay without it a month", work.take(pays[0], "monthly_pay") - work.take(rest[0], "part_inside"))
    if hours is not None and hours.value >= 60:
        work.step("that by the hour", base / work.take(hours, "monthly_hours"))
    elif hours is not None:
        work.step("that by the hour", base * 12 / (work.take(hours, "weekly_hours") * 52))
    if m.asks("year"):
        work.step("that a year", base * 12)
    return work


def earned_less_part(m: Message) -> Work | None:
    """Pay by the hour, day or mile with its counts, and what stays after percents for tax or set aside."""
    rates = m.pick("percent")
    if (
        not 1 <= len(rates) <= 3
        or any(_side(m, t) != "own" for t in rates)
        or not m.has(rf"{_LEFT}|stays?|remains|set aside")
    ):
        return None
    if not any(t.per in ("hour", "day", "week", "mile", "visit", "shift") for t in m.money):
        return None
    plain = list(m.text)
    for term in rates:
        plain[term.start : term.end] = " " * (term.end - term.start)
    inner = Message("".join(plain).replace(" after ", "       "), m.newest)
    work = flow_of_pay(inner) or one_pay(inner)
    gross = next((s for s in reversed(work.steps) if s["answers"] and s["unit"] == "money"), None) if work else None
    if work is None or gross is None:
        return None
    parts = add_up([work.take(t, "own_pct") for t in rates])
    value = Expr(gross["name"], values_of(work)[gross["name"]])
    work.step("left after that part", value * (1 - parts.part))
    return work


def commission_pay(m: Message) -> Work | None:
    """A percent of what is sold, with a base beside it."""
    rates = m.pick("percent")
    if (
        len(rates) != 1
        or not m.has(r"commission\w*|provision\w*|comisi\w+")
        or not 1 <= len(m.money) <= 2
        or m.pick("shares")
    ):
        return None
    sold = next(
        (
            t
            for t in m.money
            if re.search(
                r"\b(?:sell\w*|sold|sales|book\w*|close\w*|revenue|deals?)\b[^,.;?!\d]{0,14}$",
                m.text[: t.start],
                re.IGNORECASE,
            )
            or re.match(r" ?(?:in|of) (?:sales|revenue|deals|bookings)", m.text[t.end :])
        ),
        None,
    )
    base = next((t for t in m.money if t is not sold), None)
    if (
        sold is None
        or (base is not None and base.role not in ("salary", "current", "offered", "bonus", ""))
        or m.has(r"quota|ote|draw|tier\w*|accelerat\w*")
    ):
        return None
    spans = {t.per or "" for t in (sold, base) if t is not None}
    if len(spans) != 1:
        return None
    span = spans.pop() or "year"
    work = Work()
    earned = work.step(f"commission a {span}", work.take(sold, "sales") * work.take(rates[0], "commission_pct").part)
    whole = work.step(f"with the base a {span}", earned + work.take(base, "base")) if base is not None else earned
    if span == "month" and m.asks("year", "total"):
        work.step("a year", whole * 12)
    if span == "year" and m.asks("month"):
        work.step("a month", whole / 12)
    return work


NET_TOPICS = (left_after_parts, earned_less_part, commission_pay, inside_package, without_part)

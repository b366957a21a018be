"""Frames of variable pay: on-target earnings at a quota, commission, and bonuses by their factors and months."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.beside_pay import part_of
from assistant.offline.algebra.expression import Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, take, take_term

_SPLIT = re.compile(r"\b(\d{2}) ?/ ?(\d{2})\b")
FULL = Decimal(100)
MONTH_NUMBERS = {name: place for place, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
_START = re.compile(
    r"\b(?:start\w*|begin\w*|join\w*|from|ab|am|anfang|beginn\w*)\b[^.?!\n]{0,24}?\b(?P<month>jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*\b",
    re.IGNORECASE,
)


def _at_quota(parts: Parts, work: Work) -> bool:
    """On-target earnings at so much of the quota: base, variable pay, and what comes on top above the quota."""
    ote, base = parts.one("ote"), parts.one("pay")
    if ote is None:
        return False
    whole = take_term(work, ote, "on_target")
    split = _SPLIT.search(parts.message.text)
    if base is not None:
        fixed = take_term(work, base, "base")
    elif split is not None and int(split[1]) + int(split[2]) == FULL:
        fixed = work.step("base", whole * work.number(Decimal(split[1]), "base_share").part, answers=False)
    else:
        return False
    variable = work.step("variable pay at target", whole - fixed, answers=False)
    work.used |= {t.start for t in parts.all("quota", "overpct")}
    attained = parts.one("attain")
    if attained is None:
        quota = take(parts, work, "quota", "quota")
        if quota is None:
            return False
        work.step("commission on each unit sold", variable / quota * 100, "percent")
        return True
    reached = take_term(work, attained, "attained_pct")
    times = take(parts, work, "mult", "times")
    if attained.value > FULL and times is not None:
        above = work.step("variable pay above quota", variable * (reached - 100) / 100 * times, answers=False)
        work.step(f"pay in all{parts.tag}", fixed + variable + above)
    else:
        work.used |= {t.start for t in parts.all("mult")}
        work.step(f"pay in all{parts.tag}", fixed + variable * reached.part)
    return True


def _bonus(parts: Parts, work: Work) -> bool:
    """A bonus in percent of the pay, by every factor it is multiplied with, and the part of a first year."""
    pay, percent = take(parts, work, "pay", "pay"), take(parts, work, "bpct", "bonus_pct")
    if pay is None or percent is None:
        return False
    bonus = work.step("bonus at target", pay * percent.part, answers=not parts.has("attain"))
    for term in parts.all("attain", "factor"):
        bonus = bonus * part_of(work, term, "paid_pct")
    if parts.has("attain") or parts.has("factor"):
        bonus = work.step("bonus paid", bonus)
    if parts.message.has(r"pro ?-?rat\w*|anteilig|part(?:ial)? year"):
        start = _START.search(parts.message.text)
        if start is None:
            return False
        months = work.number(
            Decimal(
                13
                - MONTH_NUMBERS[
                    start["month"][:3].lower().replace("mai", "may").replace("okt", "oct").replace("dez", "dec")
                ]
            ),
            "served_months",
        )
        share = work.step("bonus for those months", bonus * months / 12)
        work.suppose("Each full month counts one twelfth.")
        if parts.message.has(r"gross|earn|make|in all|total|from them"):
            work.step("pay for those months", pay * months / 12)
            work.step("pay and bonus for those months", pay * months / 12 + share)
    return True


def _commission(parts: Parts, work: Work) -> bool:
    """The rate that variable pay is of the quota."""
    variable, quota = take(parts, work, "bonus", "variable_pay"), take(parts, work, "quota", "quota")
    if variable is None or quota is None:
        return False
    work.step("commission in percent", variable / quota * 100, "percent")
    return True


def _sold(parts: Parts, work: Work) -> bool:
    """A percent of what is sold, all of it or what lies above a threshold, with a base, less costs."""
    rate, sold = take(parts, work, "comm", "commission_pct"), take(parts, work, "quota", "sales")
    if rate is None or sold is None:
        return False
    if (floor := take(parts, work, "cap", "threshold")) is not None:
        if floor.value >= sold.value:
            return False
        sold = sold - floor
    earned = work.step(f"commission{parts.tag}", sold * rate.part)
    total = earned
    if (base := take(parts, work, "pay", "base")) is not None:
        total = work.step(f"pay in all{parts.tag}", base + earned)
    costs = [take_term(work, t, "cost") * (12 if t.per == "month" else 1) for t in parts.all("cost")]
    if costs:
        work.step(f"left after costs{parts.tag}", total - add_up(costs))
    return True


SALES_FRAMES = (
    Frame("quota", ("ote",), _at_quota, frozenset({"pay", "attain", "quota", "mult", "overpct"})),
    Frame("bonus", ("pay", "bpct"), _bonus, frozenset({"attain", "factor"}), frozenset({"attain", "factor"}), words=r"pro ?-?rat\w*|anteilig|multiplier|factor|funded|company|payout|paid out|should"),
    Frame("commission", ("bonus", "quota"), _commission),
    Frame("commission on sales", ("comm", "quota"), _sold, frozenset({"pay", "cost"}), frozenset({"cost"})),
    Frame("commission above", ("comm", "quota", "cap"), _sold, frozenset({"pay", "cost"}), frozenset({"cost"}), words="above|over|past|beyond|threshold|after the first|exceed\\w*"),
)  # fmt: skip

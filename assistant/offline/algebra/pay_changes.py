"""Pay changes: what days off are worth, the base a total needs, raises year by year, and percents of a pay."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.streams import find_anchors


def days_worth(m: Message) -> Work | None:
    """What days of pay are worth."""
    days = [t for t in m.pick("time") if t.unit == "day"]
    if (
        len(m.money) != 1
        or not 1 <= len(days) <= 2
        or not m.has(r"unused|vacation|pto|leave|notice|buy ?out|days? off|holiday|days of")
    ):
        return None
    whole = next((t for t in days if t.value >= 200), None)
    few = next((t for t in days if t is not whole), None)
    if few is None or m.pick("percent"):
        return None
    work = Work()
    pay, anchor = work.take(m.money[0], "pay"), m.money[0]
    count = work.take(few, "days")
    if anchor.per == "month":
        work.suppose("30 days a month.")
        work.step("worth of the days", pay / 30 * count)
    else:
        each = pay / (work.take(whole, "working_days") if whole else 260)
        if whole is None:
            work.suppose("260 working days a year.")
        work.step("worth of the days", each * count)
        work.step("worth of a day", each, answers=False)
    return work


def base_for_total(m: Message) -> Work | None:
    """The base that makes a wanted total with a bonus in percent of it."""
    bonus = m.one("percent", "bonus_part")
    if bonus is None or len(m.money) != 1 or len(m.pick("percent")) != 1 or not m.has(r"(?:what|which|how much) base"):
        return None
    work = Work()
    base = work.step("base", work.take(m.money[0], "wanted_total") / (1 + work.take(bonus, "bonus_pct").part))
    work.step("bonus on it", base * Expr("bonus_pct", bonus.value).part, answers=False)
    return work


_BY_MONTH = r"monthly|(?:an?|per|each|every) (?:month|mo)"


def years_to_catch_up(m: Message) -> Work | None:
    """After how many years a higher base has paid as much as a payment once."""
    once = m.one("money", "sign_on")
    yearly = [t for t in m.money if t is not once]
    if (
        once is None
        or len(yearly) != 1
        or m.pick("percent")
        or not m.has(r"until|break[- ]?even|how long|how many (?:years|months)|overtake\w*|catch(?:es)? up|pays? off")
    ):
        return None
    often = yearly[0].per or ("month" if m.has(_BY_MONTH) else "year")
    if often not in ("year", "month"):
        return None
    work = Work()
    taken = work.take(once, "once") / work.take(yearly[0], "more_base")
    if often == "month":
        work.step("months until it has paid as much", taken, "months")
        return work
    work.step("years until the base has paid as much", taken, "years")
    work.step("months", taken * 12, "months", answers=False)
    return work


def changed_pay(m: Message) -> Work | None:
    """A pay after a rise or cut in percent, by another period."""
    changes, pays = m.pick("percent", "rise", "fall"), find_anchors(m)
    if (
        len(changes) != 1
        or len(m.pick("percent")) != 1
        or len(pays) != 1
        or len(m.money) != 1
        or not m.asks("month", "hour", "check")
    ):
        return None
    if m.pick("shares time"):
        return None
    work = Work()
    pay, part = work.take(pays[0], "pay"), work.take(changes[0], "change_pct").part
    new = work.step("new pay", pay * (1 - part if changes[0].role == "fall" else 1 + part))
    change = work.step("change", pay * part)
    if pays[0].per in (None, "year"):
        more = m.asks("difference")
        work.step("new pay a month", new / 12)
        work.step("change a month", change / 12, answers=more)
    return work


_PERCENT_OF = re.compile(
    r" ?(?:of|on|von|de|del) (?:my |the |a |your |their |our )?(?:base |salary |pay )?(?:of )?$", re.IGNORECASE
)


def percent_of(m: Message) -> Work | None:
    """A percent of an amount that stands right behind it, by the periods asked for."""
    parts = m.pick("percent")
    if (
        len(parts) != 1
        or len(m.money) != 1
        or m.pick("shares")
        or parts[0].role in ("tax", "part_time", "dilution", "repaid", "ownership")
    ):
        return None
    amount, part = m.money[0], parts[0]
    if not _PERCENT_OF.fullmatch(m.text[part.end : amount.start]):
        return None
    work = Work()
    value = work.take(amount, "amount") * work.take(part, "part_pct").part
    made = work.step("part of it", value)
    if m.asks("month") and amount.per in (None, "year"):
        work.step("part of it a month", made / 12)
    if m.asks("year") and amount.per == "month":
        work.step("part of it a year", made * 12)
    if m.asks("check", "fortnight") and amount.per in (None, "year"):
        work.step("part of it every two weeks", made / 26)
    if m.asks("total"):
        work.step("with it", Expr("amount", amount.value) + made)
    return work

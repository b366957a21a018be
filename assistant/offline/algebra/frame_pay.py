"""Frames of pay: one pay by every period, two pays apart, raises, what is left after taxes, and sales commission."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.beside_pay import named
from assistant.offline.algebra.earnings import COUNTS, HOURS, ON_TOP, Earned, add_on_top, earn, how_often
from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, a_year_of, plain, take, take_term
from assistant.offline.algebra.terms import Term

_CHAIN = r"then|another|and another|on top of (?:that|it)|followed"
LEAST_AN_HOUR = 3
_COMPARES = r"how (?:much|far)(?: \w+){0,2} (?:better|higher|above|worse|lower|below|ahead|apart)|how much more(?: \w+){0,5} than|how much more (?:is|are|does|do)|more than (?:the|my|what|i|now)"
"""Asks how far one pay lies from another."""
MOST_RAISES = 12


def _one_pay(parts: Parts, work: Work) -> bool:
    """One pay by the periods asked for, with what comes on top and off."""
    pay = parts.one("pay", "now")
    if pay is None or parts.message.asks_in(_COMPARES) or _is_for_other_hours(parts, pay):
        return False
    if parts.tag and pay.per == "hour" and parts.has("hours") and parts.message.has(r"how much (?:less|more)|lose"):
        return False  # what lies between the two is asked for
    earned = earn(parts, work, pay)
    if earned is None or (parts.has("tax") and parts.message.has(_GROSS_WANTED)):
        return False
    if (rate := take(parts, work, "fx", "exchange_rate")) is not None and earned.year is not None:
        earned.year = work.step(f"a year in the other currency{parts.tag}", earned.year * rate)
        work.step(f"a month in the other currency{parts.tag}", earned.year / 12, answers=parts.message.asks("month"))
    if earned.hour is not None and earned.hour.value < LEAST_AN_HOUR:
        return False
    total = add_on_top(parts, work, earned)
    if earned.span is not None:
        _whole_span(parts, work, earned)
    _periods(parts, work, earned, total)
    return True


def _is_for_other_hours(parts: Parts, pay: Term) -> bool:
    """Whether a yearly pay is told with two lengths of a week and no hour is asked for."""
    told = [t for t in parts.message.terms if t.unit == "hour" and t.per in (None, "week") and t.value < 2 * HOURS]
    several = len({t.value for t in told}) > 1 and parts.has("hours")
    return several and how_often(parts, pay) == "year" and not parts.message.asks("hour")


def _whole_span(parts: Parts, work: Work, earned: Earned) -> None:
    """The pay of so many weeks or hours with what is paid beside it, less taxes."""
    whole = earned.span
    assert whole is not None  # noqa: S101
    weekly = [t for t in parts.all("extra", "bonus") if t.per == "week"]
    for term in parts.all("extra", "bonus"):
        amount = take_term(work, term, named(parts, term))
        weeks = take(parts, work, "weeks", "weeks")
        whole = whole + (amount * weeks if term in weekly and weeks is not None else amount)
    for term in parts.all("cost"):
        cost, weeks = take_term(work, term, "cost"), take(parts, work, "weeks", "weeks")
        whole = whole - (cost * weeks if term.per == "week" and weeks is not None else cost)
    if parts.has("extra") or parts.has("cost"):
        whole = work.step(f"{'left' if parts.has('cost') else 'in all'}{parts.tag}", whole)
    if weekly and earned.week is not None and (hours := take(parts, work, "hours", "worked_hours")) is not None:
        week = work.step("a week in all", earned.week + add_up([take_term(work, t, "extra") for t in weekly]))
        work.step("an hour in all", week / hours)
    if parts.has("tax"):
        taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
        work.step(f"left after tax{parts.tag}", whole * left_of(taxes))
        if earned.hour is not None:
            work.step(f"left an hour{parts.tag}", earned.hour * left_of(taxes))


def _periods(parts: Parts, work: Work, earned: Earned, total: Expr | None) -> None:
    """The year by what is asked for: months, weeks, hours, paychecks."""
    asks, year = parts.message.asks, earned.year
    if year is None:
        return
    reduced = parts.has("tax") or parts.has("cost")
    whole = total if total is not None and (reduced or total.text != year.text) else None
    for value, name in ((year, "pay"), (whole, "left" if reduced else "all in")):
        if value is None:
            continue
        if (asks("month") and (earned.month is None or name != "pay")) or (name == "left" and earned.month is not None):
            work.step(f"{name} a month{parts.tag}", value / 12)
        if asks("fortnight"):
            work.step(f"{name} every two weeks{parts.tag}", value / 26)
        if asks("half_month"):
            work.step(f"{name} twice a month{parts.tag}", value / 24)
        if asks("week") and (earned.week is None or name == "all in") and not asks("fortnight"):
            work.step(f"{name} a week{parts.tag}", value / 52)
        if asks("half_month", "fortnight", "check") and asks("fortnight") and parts.message.has("twice a month"):
            work.step(f"{name} twice a month{parts.tag}", value / 24)
        if name == "left":
            for count in parts.all("sal"):
                work.step(f"left in {plain(count.value)} payments", value / take_term(work, count, "salaries"))


def _raised(parts: Parts, work: Work) -> bool:
    """A pay after raises in percent: each by itself, one after the other, or the same every year."""
    pay = parts.one("now", "pay")
    if pay is None:
        return False
    amount = take_term(work, pay, "pay")
    changes = parts.all("rise", "fall")
    count = parts.one("raises", "horizon")
    yearly = parts.message.has(
        r"(?:every|each|per|a) (?:single )?(?:year|yr)|yearly|annual\w*|compound\w*|jedes jahr|cada ano|cada year"
    )
    said = _RAISES.search(parts.message.text)
    if said is not None and count is None and len(changes) == 1:
        number = _SPOKEN.get(said["n"].lower()) or int(said["n"])
        grown = _grown(work, amount, take_term(work, changes[0], "change_pct"), number)
        work.step("pay after the raises", grown)
        return True
    if count is not None:
        if len(changes) != 1 or not yearly or not 1 <= count.value <= MOST_RAISES:
            return False
        if parts.message.asks("total") and parts.has("horizon"):
            return _summed(parts, work, amount, take_term(work, changes[0], "change_pct"), int(count.value))
        times = _times(parts, work, count)
        work.step("pay after the raises", _grown(work, amount, take_term(work, changes[0], "change_pct"), times))
        return True
    chained = len(changes) > 1 and parts.message.has(_CHAIN)
    made = amount
    for term in changes:
        change = take_term(work, term, "change_pct").part
        start = made if chained else amount
        sign = -1 if term in parts.by.get("fall", ()) else 1
        nth = f" after change {len(work.steps) + 1}" if chained else parts.tag
        made = work.step(f"new pay{nth}", start * (1 + change) if sign > 0 else start * (1 - change))
    work.step("change", made - amount if made.value >= amount.value else amount - made, answers=False)
    if parts.message.asks("month") and pay.per in (None, "year"):
        work.step("a month", made / 12)
    return True


def _summed(parts: Parts, work: Work, amount: Expr, change: Expr, years: int) -> bool:
    """The pay of so many years together that grows from year to year."""
    work.used |= {t.start for t in parts.all("horizon")}
    made, grown = [amount], amount
    for year in range(2, years + 1):
        grown = work.step(f"pay in year {year}{parts.tag}", grown * (1 + change.part), answers=False)
        made.append(grown)
    work.step(f"over those years{parts.tag}", add_up(made))
    return True


def _grown(work: Work, amount: Expr, change: Expr, times: int) -> Expr:
    """An amount after so many raises."""
    if times <= 1:
        return amount * (1 + change.part) if times else amount
    count = work.number(Decimal(times), "raise_years").text
    text = f"{amount.text} x (1 + {change.text} / 100) ^ {count}"
    return Expr(text, amount.value * (1 + change.value / 100) ** times)


_SPOKEN = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
COUNTED_RAISES = rf"(?<![\d.,])(?:{'|'.join(_SPOKEN)}|[2-9]|1[0-2]) (?:(?!percent|pct|per)[a-z]+ )?(?:raises|increases|rises|hikes|steps|increments)"
_RAISES = re.compile(rf"(?<![A-Za-z]){COUNTED_RAISES}\b".replace("(?:two", "(?P<n>two", 1), re.IGNORECASE)


def _times(parts: Parts, work: Work, count: Term) -> int:
    """How many raises there are: so many, or one less than the year they lead to."""
    work.used |= {t.start for t in parts.all("raises", "horizon")}
    told = parts.one("raises")
    return int(told.value if told is not None else count.value)


def _raised_and_more(parts: Parts, work: Work) -> bool:
    """A pay after a raise in percent with what comes on top of it every year."""
    pay, rise = parts.one("now"), parts.one("rise")
    if pay is None or rise is None:
        return False
    raised = work.step(
        "new pay a year", a_year_of(work, pay, "pay") * (1 + take_term(work, rise, "change_pct").part), answers=False
    )
    more = [a_year_of(work, term, "extra") for term in parts.all("extra")]
    work.step("all in a year", raised + add_up(more))
    return True


_GROSS_WANTED = r"(?:what|which|how (?:much|big|large|high)|que|wie ?viel\w*)(?: \w+)? (?:gross|brut\w*|must|do i (?:need|ask))|net of|nets? out|netos?|gross (?:amount|figure|sum|up)|leaves? me|need \S+ after|should net"


def _taxed(parts: Parts, work: Work) -> bool:
    """What is left of an amount after taxes in percent, in all or by the month."""
    amount = parts.one("sign", "bonus", "pay", "grant")
    if amount is None or not parts.has("tax") or parts.message.has(_GROSS_WANTED):
        return False
    whole = take_term(work, amount, "amount")
    if amount.per == "month":
        whole = work.step("a year", whole * 12, answers=False)
    if (rate := take(parts, work, "fx", "exchange_rate")) is not None:
        whole = work.step("in the other currency", whole * rate)
    taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
    left = work.step(f"left after tax{parts.tag}", whole * left_of(taxes))
    work.step(f"taken off{parts.tag}", whole - left, answers=False)
    if parts.message.asks("month"):
        work.step("left a month", left / 12)
    return True


def _gross_for(parts: Parts, work: Work) -> bool:
    """The gross that leaves a net amount."""
    net = parts.one("net")
    if net is None:
        return False
    wanted = take_term(work, net, "net")
    taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
    if (gross := parts.one("sign", "bonus")) is not None:
        work.step("left of it after tax", take_term(work, gross, "gross") * left_of(taxes))
    needed = work.step("gross needed", wanted / left_of(taxes))
    if net.per == "month":
        count = take(parts, work, "sal", "salaries")
        work.step("gross a year", needed * (count or 12))
    return True


def _in_package(parts: Parts, work: Work) -> bool:
    """The monthly pay inside a yearly total that holds bonus months, or the rest beside named parts."""
    whole = take(parts, work, "tc", "total")
    if whole is None:
        return False
    months = [take_term(work, t, "bonus_months") for t in parts.all("bmonths")]
    work.step("pay a month", whole / add_up([Expr("12", Decimal(12)), *months]))
    return True


PAY_FRAMES = (
    Frame("one pay", ("pay",), _one_pay, COUNTS | ON_TOP | {"fx", "often"}, frozenset({"plus", "tax", "cost", "extra", "pens", "sal", "bmonths", "months", "bonus", "factor"}), never=rf"{COUNTED_RAISES}|until|break[- ]?even|am even|im even|what base|which base|base (?:do|gets|would|is needed)|which|apart|difference|pro ?-?rat\w*|anteilig|vest\w*|ote|on[- ]target"),
    Frame("raised", ("now", "rise"), _raised, frozenset({"horizon", "raises"}), never=_CHAIN, lacks=(("now", r"(?:new|my) (?:salary|pay|base|number)|would i be|will (?:it|my)|be on|come to|end up"),)),
    Frame("raised pay", ("pay", "rise"), _raised, frozenset({"horizon", "raises"}), never=_CHAIN),
    Frame("raised and more", ("now", "rise", "extra"), _raised_and_more, frozenset({"extra"}), frozenset({"extra"}), never=_CHAIN),
    Frame("cut", ("now", "fall"), _raised, never=_CHAIN),
    Frame("raised in steps", ("now", "rise"), _raised, frozenset({"fall"}), frozenset({"rise", "fall"}), words=_CHAIN),
    Frame("taxed sign-on", ("sign", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("taxed bonus", ("bonus", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("taxed pay", ("pay", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("gross", ("net", "tax"), _gross_for, frozenset({"sal", "sign", "bonus"}), frozenset({"tax"}), lacks=(("net", r"what gross|how much gross|gross (?:do|must|would)"),)),
    Frame("package of months", ("tc", "bmonths"), _in_package),
)  # fmt: skip

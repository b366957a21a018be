"""Frames of pay: one pay by every period, two pays apart, raises, what is left after taxes, and sales commission."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.offline.algebra.beside_pay import named
from assistant.offline.algebra.earnings import COUNTS, HOURS, ON_TOP, Earned, add_on_top, earn, how_often
from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, left_of, plain, take, take_term
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

_CHAIN = r"then|another|and another|on top of (?:that|it)|followed"
LEAST_AN_HOUR = 3
_COMPARES = r"how (?:much|far)(?: \w+){0,2} (?:better|higher|above|worse|lower|below|ahead|apart)|how much more(?: \w+){0,5} than|how much more (?:is|are|does|do)|more than (?:the|my|what|i|now)"
"""Asks how far one pay lies from another."""
MOST_RAISES = 12
APART_GOALS = ("difference", "percent", "each", "total", "week", "hour", "gain")
APART_WORDS = r"vs|versus|or|compare\w*|better|best|mehr|besser|zusammen|times|up|sub[eo]|sobe|melhor|hike|raise|wins?|bigger|higher|worse|less|beats?|ou|oder"
APART = 6
"""Two pays that are compared lie within so many times of each other."""


def _one_pay(parts: Parts, work: Work) -> bool:
    """One pay by the periods asked for, with what comes on top and off."""
    pay = parts.one("pay", "now")
    if pay is None or parts.message.asks_in(_COMPARES) or _is_for_other_hours(parts, pay):
        return False
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


def compare_pays(parts: Parts, work: Work) -> bool:
    """Two pays, each with the numbers told behind it, and how far they lie apart."""
    anchors = parts.all("pay", "now")
    if len(anchors) != 2 or not (parts.message.asks(*APART_GOALS) or parts.message.has(APART_WORDS)):
        return False
    first, second = anchors
    totals, sizes = [], []
    for place, anchor in enumerate(anchors):
        name = f" {'AB'[place]}"
        own = _own(parts, anchor, first, second)
        earned = earn(own, work, anchor, name)
        if earned is None:
            return False
        total = add_on_top(own, work, earned, name)
        if total is None:
            return False
        totals.append(total)
        sizes.append(earned)
    if parts.has("fx") and not _convert(parts, work, anchors, totals):
        return False
    if not 1 / APART < totals[0].value / totals[1].value < APART:
        return False
    old, new = totals
    if second in parts.all("now") and first not in parts.all("now"):
        old, new = new, old
    _apart(parts, work, old, new, sizes)
    if parts.message.asks("month"):
        _periods(
            Parts(parts.message, {}, " B"), work, Earned(sizes[1].rate, month=sizes[1].month, year=sizes[1].year), None
        )
    return True


_CURRENCIES = {"USD": r"dollars?|usd|\\$|us\\$", "EUR": r"euros?|eur|€", "GBP": r"pounds?|gbp|quid|£", "INR": r"rupees?|inr|rs|₹", "CAD": r"cad|canadian", "CHF": r"chf|francs?", "BRL": r"reais|brl|r\\$"}  # fmt: skip
"""How people write the money a rate is told in."""


def _convert(parts: Parts, work: Work, anchors: Sequence[Term], totals: list[Expr]) -> bool:
    """Bring one of two pays into the money of the other by the rate told: "1.09 dollars per euro", or beside the pay it is for."""
    rate = parts.one("fx")
    if rate is None or len(parts.all("fx")) > 1:
        return False
    around = parts.message.text[rate.start : rate.end + 30]
    said = re.search(
        r"(?P<to>[a-z$€£₹]+)\s*(?:per|to the|/|for (?:a|an|one|1)|a|an|=)\s*(?:1 )?(?P<of>[a-z$€£₹]+)",
        around,
        re.IGNORECASE,
    )
    of = next(
        (code for code, words in _CURRENCIES.items() if said and re.fullmatch(words, said["of"], re.IGNORECASE)), None
    )
    known = [place for place, anchor in enumerate(anchors) if of and anchor.currency == of]
    place = known[0] if len(known) == 1 else 0 if rate.start < anchors[1].start else 1
    if of is None and rate.start > anchors[1].end:
        foreign = [n for n, anchor in enumerate(anchors) if anchor.currency not in (None, "USD")]
        place = foreign[0] if len(foreign) == 1 else place
    totals[place] = work.step(
        f"a year in the other currency {'AB'[place]}", totals[place] * take_term(work, rate, "exchange_rate")
    )
    return True


def _own(parts: Parts, anchor: Term, first: Term, second: Term) -> Parts:
    """The numbers of one of two pays: those behind it; counts told once serve the pay they fit."""
    own: dict[str, tuple[Term, ...]] = {}
    text = parts.message.text
    edge = max(
        (m.start() for m in re.finditer(r"[.,;?!\n]|\b(?:or|vs|and|oder|o)\b", text[first.end : second.start])),
        default=None,
    )
    edge = second.start if edge is None else first.end + edge
    for sense, terms in parts.by.items():
        if sense in ("pay", "now"):
            continue
        mine = tuple(t for t in terms if (t.start < edge) == (anchor is first))
        lone = (
            len(terms) == 1
            and not mine
            and sense in ("hours", "weeks", "dweek", "otafter", "mult")
            and anchor.per == "hour"
        )
        if mine or lone:
            own[sense] = mine or terms
    low, high = (0, edge) if anchor is first else (edge, len(text))
    clause = " " * low + text[low:high] + " " * (len(text) - high)
    return Parts(Message(clause, parts.message.newest), own, parts.tag)


def _apart(parts: Parts, work: Work, old: Expr, new: Expr, earned: list[Earned]) -> None:
    hours = [e.hour for e in earned if e.hour is not None]
    if len(hours) == 2:
        work.step("difference an hour in percent", (hours[1] - hours[0]) / hours[0] * 100, "percent")
    ahead = new.value >= old.value
    gap = work.step(f"difference a year{parts.tag}", new - old if ahead else old - new)
    asks = parts.message.asks
    if asks("month"):
        work.step("difference a month", gap / 12)
    if asks("week"):
        weeks = [e.week for e in earned if e.week is not None]
        if len(weeks) == 2:
            high, low = sorted(weeks, key=lambda w: w.value, reverse=True)
            work.step("difference a week", high - low)
        else:
            work.step("difference a week", gap / 52)
    work.step("difference in percent", (new - old) / old * 100, "percent", answers=asks("percent"))
    if parts.message.has(r"how many times|times (?:as|what|more|my)|x times|multiple|factor"):
        work.step("times as much", new / old, "ratio")


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
    Frame("two pays", ("pay", "now"), compare_pays, COUNTS | ON_TOP | {"fx"}, COUNTS | ON_TOP),
    Frame("two offers", ("pay", "pay"), compare_pays, COUNTS | ON_TOP | {"fx"}, COUNTS | ON_TOP),
    Frame("raised", ("now", "rise"), _raised, frozenset({"horizon", "raises"}), never=_CHAIN, lacks=(("now", r"(?:new|my) (?:salary|pay|base|number)|would i be|will (?:it|my)|be on|come to|end up"),)),
    Frame("raised pay", ("pay", "rise"), _raised, frozenset({"horizon", "raises"}), never=_CHAIN),
    Frame("cut", ("now", "fall"), _raised, never=_CHAIN),
    Frame("raised in steps", ("now", "rise"), _raised, frozenset({"fall"}), frozenset({"rise", "fall"}), words=_CHAIN),
    Frame("taxed sign-on", ("sign", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("taxed bonus", ("bonus", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("taxed pay", ("pay", "tax"), _taxed, frozenset({"fx"}), frozenset({"tax"})),
    Frame("gross", ("net", "tax"), _gross_for, frozenset({"sal", "sign", "bonus"}), frozenset({"tax"}), lacks=(("net", r"what gross|how much gross|gross (?:do|must|would)"),)),
    Frame("package of months", ("tc", "bmonths"), _in_package),
)  # fmt: skip

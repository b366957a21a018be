"""Income: what one job brings, as a sum of streams of money that the calendar of the job brings to one span of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.offline.algebra.beside_pay import named, part_of
from assistant.offline.algebra.calendar import Calendar
from assistant.offline.algebra.counting import BY_MONTH, UNITS, hours_span, pay_unit, read_calendar, span
from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Parts, take, take_term
from assistant.offline.algebra.portions import wants_full_time
from assistant.offline.algebra.spans import spans_asked
from assistant.offline.algebra.terms import Term

TWICE = r"(?:twice|two times|2 ?x|each)\b[^.]{0,24}\b(?:year|yr|\d)"
HOLIDAYS = r"ferias|1 ?/ ?3|terco"
HALF_MORE = "1.5"
WHOLE_YEAR = 12
PRORATED = r"pro ?-?rat\w*|anteilig\w*|part(?:ial)? year|only \w+ months"
PART_YEAR = rf"{PRORATED}|only|this year|calendar year|first year|start\w*|join\w*|left in the year"
WITHIN = r"of (?:those|which|them|my|the hours)|includ\w*|davon|dont (?=\d)"
_PAID_BACK = r"they (?:pay|give|value|refund|cover|reimburse)|paid back|reimburs\w*|mileage (?:pay|allowance)|value it"


@dataclass(frozen=True)
class Stream:
    """Money that comes by a unit. `kind`: base, extra, bonus or cost."""

    amount: Expr
    unit: str
    kind: str
    name: str = ""


@dataclass
class Income:
    """The streams of one job with its calendar; `unit`: that by which the pay is earned."""

    parts: Parts
    work: Work
    calendar: Calendar
    unit: str
    streams: list[Stream] = field(default_factory=list)

    def add(self, amount: Expr, unit: str, kind: str, name: str = "") -> None:
        """One more stream."""
        self.streams.append(Stream(amount, unit, kind, name))

    def sum(self, wanted: str, *kinds: str) -> Expr | None:
        """The streams of these kinds in a span of time; None where there are none or one does not lead there."""
        made = []
        for stream in self.streams:
            if stream.kind in kinds:
                part = self.calendar.convert(stream.amount, stream.unit, wanted)
                if part is None:
                    return None
                made.append(part)
        return add_up(made) if made else None


def read_income(parts: Parts, work: Work, pay: Term) -> Income | None:
    """The income of the job with this pay; None where its numbers do not fit together."""
    unit = pay_unit(parts, pay)
    calendar = read_calendar(parts, work, unit)
    turns = parts.has("part") and parts.has("ontop")
    if calendar is None or turns or (parts.has("often") and unit == "month"):
        return None
    made = Income(parts, work, calendar, unit)
    counted = _things(parts)
    rate = take_term(work, pay, "pay")
    if not _add_base(made, rate, pay, counted):
        return None
    for term in parts.all("extra", "unitcost", "cost"):
        paid = term in parts.by.get("unitcost", ()) and parts.message.has(_PAID_BACK)
        kind = "extra" if paid or term in parts.by.get("extra", ()) else "cost"
        _add_money(made, term, kind, counted)
    return made if _add_premiums(made, rate, counted) and add_bonus(made, rate) else None


def _things(parts: Parts) -> dict[int, list[Term]]:
    """The counts of things by the place of the amount each goes with: the nearest before, else the first behind."""
    amounts = parts.all("plus", "extra", "unitcost")
    pay = parts.one("pay", "now")
    if pay is not None and pay_unit(parts, pay) == "item":
        amounts = sorted([*amounts, pay], key=lambda t: t.start)
    found: dict[int, list[Term]] = {}
    for count in parts.all("items"):
        before = [t for t in amounts if t.start < count.start]
        behind = [t for t in amounts if t.start > count.start]
        for amount in before[-1:] or behind[:1]:
            found.setdefault(amount.start, []).append(count)
    return found


def _times_things(made: Income, amount: Expr, term: Term, counts: Sequence[Term]) -> tuple[Expr, str]:
    """An amount for each of so many things, and the span of time they are counted in."""
    unit = span(made.parts, term)
    for count in counts:
        amount = amount * take_term(made.work, count, "items")
        told = span(made.parts, count)
        unit = told if told in UNITS and unit != "year" else unit
    if unit not in UNITS:
        asked = spans_asked(made.parts.message)
        unit = "month" if made.unit in ("month", "salary") else asked[0] if len(asked) == 1 else "year"
    return amount, unit


def _add_base(made: Income, rate: Expr, pay: Term, counted: dict[int, list[Term]]) -> bool:
    """The pay itself, with part time, months away, and overtime."""
    parts, work = made.parts, made.work
    if counted.get(pay.start):
        amount, unit = _times_things(made, rate, pay, counted[pay.start])
        if (
            made.unit == "item"
            and (parts.has("dweek") or parts.has("days"))
            and not any(span(parts, t) for t in counted[pay.start])
        ):
            unit = "day"
        made.unit = unit
        made.add(amount, unit, "base")
        return True
    amount = rate
    if (full := parts.one("fte")) is not None:
        if wants_full_time(parts.message.text):
            return False
        amount = amount * part_of(work, full, "part_pct")
    away = parts.one("unpaid")
    if away is not None and (made.unit in ("year", "month", "salary") or away.unit == "month"):
        whole = 12 if away.unit == "month" else 52
        amount = amount * (whole - take_term(work, away, "away")) / whole
    if made.unit == "year" and (months := parts.one("months")) is not None and not parts.has("extra"):
        if months.value == WHOLE_YEAR:
            work.used.add(months.start)
        elif not parts.message.has(PART_YEAR):
            return False
        else:
            amount = amount * take_term(work, months, "months") / 12
    if parts.has("othours") or parts.has("otafter") or parts.has("mult"):
        return _add_overtime(made, amount)
    made.add(amount, made.unit, "base")
    return True


def _add_overtime(made: Income, rate: Expr) -> bool:
    """Pay with overtime: so many hours of it, or all from an hour on, at so many times the rate."""
    parts, work = made.parts, made.work
    more, after = parts.all("othours"), take(parts, work, "otafter", "plain_hours")
    times = [take_term(work, t, "times") for t in parts.all("mult")]
    by_percent = parts.has("ontop") or parts.has("plus")
    if by_percent and not times and after is None:
        made.add(rate, made.unit, "base")
        return True
    if after is None and not more:
        if parts.has("bpct") and len(times) == 1:
            made.add(rate, made.unit, "base")
            return True
        return False
    times = times or [work.literal(2 if parts.message.has(r"double[- ]time") else HALF_MORE)]
    hour = made.calendar.convert(rate, made.unit, "hour")
    if hour is None:
        return False
    extra = [take_term(work, t, "overtime_hours") for t in more]
    if after is not None:
        return _add_from_hour(made, hour, after, times, extra)
    if len(times) not in (1, len(extra)):
        return False
    within = parts.message.has(WITHIN)
    unit = hours_span(parts, more[0], of_all=False)
    if any(made.calendar.has("hour", whole) for whole in UNITS) or made.unit != "hour":
        made.add(rate, made.unit, "base")
    elif len(extra) == 1:
        work.step(f"overtime pay{parts.tag}", hour * times[0] * extra[0])
        made.unit = unit
    for place, hours in enumerate(extra):
        factor = times[place] if len(times) > 1 else times[0]
        made.add(hour * (factor - 1 if within else factor) * hours, unit, "base")
    return True


def _add_from_hour(made: Income, hour: Expr, after: Expr, times: Sequence[Expr], extra: Sequence[Expr]) -> bool:
    """Hours up to one at the plain rate, those past it at more, and some of them at a second multiple."""
    unit = hours_span(made.parts, made.parts.all("otafter")[0], of_all=False)
    if made.parts.all("otafter")[0].value <= 12:
        unit = "day"
    hours = made.calendar.count("hour", unit)
    if hours is None:
        return False
    if not extra:
        over = hours - after
    elif len(times) == 2 and len(extra) == 1:
        over = hours - after - extra[0]
        made.add(hour * extra[0] * times[1], unit, "base")
    elif len(times) == 1 and not made.parts.has("hours"):
        over = extra[0]
    else:
        return False
    if over.value < 0:
        return False
    made.add(hour * after, unit, "base")
    made.add(hour * times[0] * over, unit, "base")
    return True


def _add_money(made: Income, term: Term, kind: str, counted: dict[int, list[Term]]) -> None:
    """An allowance or a cost, by the span of time it is told for, or by the things or miles it is told for each of."""
    parts = made.parts
    amount = take_term(made.work, term, named(parts, term, kind))
    if counted.get(term.start):
        made.add(*_times_things(made, amount, term, counted[term.start]), kind)
        return
    unit = span(parts, term)
    if unit not in UNITS:
        hours2 = parts.one("hours2")
        next_days = [t for t in parts.all("days") if t.start > term.start]
        if term in parts.by.get("unitcost", ()):
            unit = "mile" if parts.has("miles") else "day"
        elif hours2 is not None and not parts.has("plus") and hours2.start > term.start:
            amount, unit = amount * take_term(made.work, hours2, "those_hours"), hours_span(parts, hours2, of_all=False)
        elif next_days and made.unit not in ("day",):
            unit = "day"
        else:
            unit = _unsaid_unit(made, term)
    made.add(amount, unit, kind)


def _unsaid_unit(made: Income, term: Term) -> str:
    """The span of time of an amount that tells none: that of its like, a month's for rent, or that which is asked for."""
    parts = made.parts
    like = [told for t in parts.all("extra", "cost") if t is not term and (told := span(parts, t)) in UNITS]
    pay = parts.one("pay", "now")
    if re.match(
        r" ?(?:once|one[- ]?(?:off|time)|lump|einmalig|una vez|up front)", parts.message.text[term.end :], re.IGNORECASE
    ):
        return "year"
    if like:
        return like[0]
    if parts.message.has(BY_MONTH) and term in parts.by.get("cost", ()):
        return "month"
    if made.unit in ("month", "salary") and pay is not None and term.value * 2 < pay.value:
        return "month"
    asked = spans_asked(parts.message)
    return asked[0] if len(asked) == 1 and made.unit not in ("year", "month", "salary") else "year"


def _add_premiums(made: Income, rate: Expr, counted: dict[int, list[Term]]) -> bool:
    """What is paid on top of the pay for all or some of its hours, as money or in percent."""
    parts, work = made.parts, made.work
    others = parts.all("hours2")
    spoken = [] if parts.has("mult") or parts.has("otafter") else parts.all("othours")
    for term in parts.all("plus", "ontop"):
        percent = term.dim == "percent" or term in parts.by.get("ontop", ())
        more = take_term(work, term, "premium_pct" if percent else "premium")
        if counted.get(term.start):
            made.add(*_times_things(made, more, term, counted[term.start]), "extra")
            continue
        each = made.calendar.convert(rate, made.unit, "hour") if percent and (others or spoken) else rate
        if each is None:
            return False
        amount = each * more.part if percent else more
        if others or spoken:
            hours = next((t for t in others + spoken if t.start > term.start), (others + spoken)[-1])
            pool = others if hours in others else spoken
            pool.remove(hours)
            amount = amount * take_term(work, hours, "those_hours")
            unit = hours_span(parts, hours, of_all=False)
            if hours not in parts.by.get("hours2", ()) and not parts.message.has(WITHIN):
                made.add(
                    (each if percent else made.calendar.convert(rate, made.unit, "hour") or each)
                    * take_term(work, hours, "those_hours"),
                    unit,
                    "base",
                )
            made.add(amount, unit, "extra")
            continue
        if percent:
            base = [s for s in made.streams if s.kind == "base"]
            for stream in base:
                made.add(stream.amount * more.part, stream.unit, "extra")
            continue
        told = span(parts, term)
        if (share := parts.one("part")) is not None and share.dim == "percent":
            amount = amount * part_of(work, share, "share_pct")
        unit = told if told in UNITS else "mile" if made.unit == "mile" else "hour"
        if unit == "mile" and made.unit == "mile" and term.value >= 1 > rate.value:
            return False
        made.add(amount, unit, "extra")
    return not others


def add_bonus(made: Income, rate: Expr) -> bool:
    """The bonus, in percent of the year, in months of pay or as money, by what of it is paid."""
    parts, work = made.parts, made.work
    paid = (
        [part_of(work, t, "paid_pct") for t in parts.all("attain", "factor", "chance")]
        if not parts.has("quota")
        else []
    )
    if len({t.value for t in parts.all("attain")}) > 1:
        return False
    if parts.has("bpct") and parts.has("mult") and not parts.has("othours"):
        paid += [take_term(work, t, "times") for t in parts.all("mult")]
    amounts = []
    if (percent := take(parts, work, "bpct", "bonus_pct")) is not None:
        year = made.sum("year", "base")
        if year is None:
            return False
        amounts.append((year * percent.part, "year"))
    for term in parts.all("bmonths"):
        base = [stream for stream in made.streams if stream.kind == "base"]
        month = made.calendar.convert(base[0].amount, base[0].unit, "salary" if made.unit == "salary" else "month")
        if month is None or len(base) > 1:
            return False
        times = 2 if parts.message.has(TWICE) else 1
        months = take_term(work, term, "bonus_months")
        amounts.append((month * (months * times if times > 1 else months), "year"))
    if parts.message.has(HOLIDAYS) and parts.has("sal") and made.unit == "salary":
        work.suppose("A third of a salary for the holidays.")
        amounts.append((rate / 3, "year"))
    for term in parts.all("bonus"):
        unit = span(parts, term)
        amounts.append((take_term(work, term, "bonus"), unit if unit in UNITS else "year"))
    if paid and not amounts:
        return False
    for place, (amount, unit) in enumerate(amounts):
        target, made_of = amount, amount
        for part in paid if place == 0 else ():
            made_of = made_of * part
        if paid and len(amounts) == 1 and " " in target.text:
            work.step(f"bonus at target{parts.tag}", target, answers=False)
        made.add(work.step(f"bonus{parts.tag}", made_of), unit, "bonus")
    return True

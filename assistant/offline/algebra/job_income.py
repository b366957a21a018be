"""Job income: what one of several jobs brings, as amounts by the week, month and year that can be told for any period."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.offline.algebra.beside_pay import part_of
from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Parts, left_of, take, take_term
from assistant.offline.algebra.jobs import Job
from assistant.offline.algebra.terms import Term

Per = Literal["week", "month", "year"]
WEEKS, MONTHS, WORKDAYS, VEST_YEARS = 52, 12, 260, 4
A_RATE, A_MONTH, LEAST_YEAR = Decimal(200), Decimal(30_000), Decimal(10_000)
"""Up to here a bare amount beside hours is an hour's, one paid so many times a month's; from the last on it is a year's."""
A_YEARS_HOURS, A_DAYS_HOURS, A_WEEKS_DAYS = Decimal(400), Decimal(16), Decimal(7)
_SPOKEN = (
    ("semi-month", r"semi[- ]?monthly|twice a month"),
    ("bi-week", r"bi-?weekly|fortnight\w*|every (?:two|2|other) weeks?"),
    ("hour", r"hourly|(?:an?|per|die|de l'|la) ?(?:hour|hr|stunde|heure|hora)\b|stundenlohn|godzin\\w*"),
    ("day", r"day ?rate|daily|tagessatz|tjm|par jour|por dia|al dia"),
    ("week", r"weekly"),
    ("month", r"monthly|monat\w*|mensual\w*|mensais|miesi\\w+|par mois|al mes|ao mes"),
)
_BEHIND = re.compile(
    r"^[^.;\n\d]{0,22}?(?:\b(?:a|an|per|each|every|the|am|im|par|al|ao|por|pro|in der|yr) ?|/ ?)(?P<unit>hour|stunde|day|tag|jour|dia|week|wk|woche|semaine|semana|month|mo|monat|mois|mes|quarter|semester|year|yr|jahr|an|ano)\b",
    re.IGNORECASE,
)
_UNITS = {"stunde": "hour", "tag": "day", "jour": "day", "dia": "day", "wk": "week", "woche": "week", "semaine": "week", "semana": "week", "mo": "month", "monat": "month", "mois": "month", "mes": "month", "yr": "year", "jahr": "year", "an": "year", "ano": "year"}  # fmt: skip
_TIMES: dict[str, tuple[int, Per]] = {"week": (1, "week"), "bi-week": (26, "year"), "month": (1, "month"), "quarter": (4, "year"), "year": (1, "year")}  # fmt: skip


@dataclass
class Income:
    """What a job brings: amounts by the period they come in, what is paid once, what is taken off and how it grows."""

    flows: list[tuple[Expr, Per]] = field(default_factory=list)
    costs: list[tuple[Expr, Per]] = field(default_factory=list)
    once: list[Expr] = field(default_factory=list)
    spent: list[Expr] = field(default_factory=list)
    weeks: Expr = field(default_factory=lambda: _whole(WEEKS))
    hours: Expr | None = None
    yearly_hours: Expr | None = None
    days: Expr | None = None
    taxes: list[Expr] = field(default_factory=list)
    growth: Expr | None = None
    rate: tuple[Expr, str] | None = None

    def by(self, per: Per) -> Expr:
        """All that comes every year in this period."""
        gross = add_up([self._turned(amount, own, per) for amount, own in self.flows])
        if self.taxes:
            gross = gross * left_of(add_up(self.taxes))
        costs = [self._turned(amount, own, per) for amount, own in self.costs]
        return gross - add_up(costs) if costs else gross

    def by_hour(self) -> Expr | None:
        """What an hour comes to, where the hours are known."""
        if self.yearly_hours is not None:
            return self.by("year") / self.yearly_hours
        if self.hours is None:
            return None
        return self.by("year") / (self.hours * self.weeks)

    def by_day(self) -> Expr | None:
        """What a day comes to, where the days are known."""
        return None if self.days is None else self.by("year") / self.days

    def _turned(self, amount: Expr, own: Per, per: Per) -> Expr:
        if own == per:
            return amount
        to_year = {"week": self.weeks, "month": _whole(MONTHS), "year": None}[own]
        year = amount if to_year is None else amount * to_year
        return year if per == "year" else year / (self.weeks if per == "week" else MONTHS)


def _whole(count: int) -> Expr:
    return Expr(str(count), Decimal(count))


def earn_income(job: Job, parts: Parts, work: Work, others: list[str]) -> Income | None:
    """What a job brings from its numbers; None where they do not fit.

    Args:
        job: its numbers.
        parts: the same as those of a sum.
        work: where they are taken from.
        others: how often the other jobs pay, for a pay that does not say.
    """
    made = Income()
    per = paid_per(job, parts, others)
    base = _base(job, parts, work, made, per)
    if base is None:
        return None
    amount, own = base
    if job.sense == "tc":
        work.used |= {t.start for t in parts.all("pens", "bpct", "bonus") if re.search(r"\binc", parts.message.text[job.anchor.start : t.end + 20])}
        parts = Parts(parts.message, {s: tuple(t for t in ts if t.start not in work.used) for s, ts in parts.by.items()})
    if job.sense == "pay" and parts.has("rise") and not parts.has("horizon") and not parts.has("raises"):
        return None
    if (full := parts.one("fte")) is not None:
        amount = amount * part_of(work, full, "part_pct")
    amount = _changed(parts, work, made, amount)
    if more := [take_term(work, term, "on_top_pct") for term in parts.all("ontop")]:
        amount = amount * (1 + add_up(more).part)
    made.flows.insert(0, (amount, own))
    _add_bonus(parts, work, made, amount, own)
    _add_plan(parts, work, made, amount, own)
    _add_stock(parts, work, made)
    for term in parts.all("extra"):
        if not _add_flow(parts, work, made.flows, term, "extra", made):
            return None
    _add_days_off(parts, work, made, amount, own)
    made.once += [take_term(work, term, "sign_on") for term in parts.all("sign", "sign2")]
    made.taxes = [take_term(work, term, "tax_pct") for term in parts.all("tax")]
    return made if _add_costs(parts, work, made) else None


def paid_per(job: Job, parts: Parts, others: list[str]) -> str:
    """How often the pay of a job comes, as told, as its counts and its size show, or as the others' does."""
    pay, text = job.anchor, parts.message.text
    pieces = job.has("items") and not job.has("hours", "hours2", "shifth")
    if pay.per and not (pieces and pay.per == "hour"):
        return pay.per
    around = text[max(0, pay.start - 20) : pay.end + 22]
    spoken = next((name for name, words in _SPOKEN if re.search(rf"\b(?:{words})", around, re.IGNORECASE)), None)
    if job.has("items") and pay.value < LEAST_YEAR and not job.has("hours") and (pieces or not job.has("plus")):
        return "item"
    if spoken and pay.value < LEAST_YEAR * 3:
        return spoken
    if job.has("shifts") and pay.value <= A_RATE * 10 and not job.has("shifth", "hours", "plus"):
        return "shift"
    if pay.value <= A_RATE and (job.has("hours", "shifts", "shifth", "plus", "othours") or "hour" in others):
        return "hour"
    if pay.value <= A_RATE * 10 and any(t.value > A_WEEKS_DAYS for t in parts.all("days")):
        return "day"
    if (pay.value <= A_MONTH or "month" in others) and job.has("sal", "bmonths", "months"):
        return "month"
    return "month" if A_RATE * 2 < pay.value < LEAST_YEAR else "year"


def _base(job: Job, parts: Parts, work: Work, made: Income, per: str) -> tuple[Expr, Per] | None:
    rate = take_term(work, job.anchor, "pay")
    made.rate = (rate, per)
    _set_weeks(parts, work, made, per)
    if per == "hour":
        return _by_hour(parts, work, made, rate)
    if per == "day":
        return _by_day(parts, work, made, rate)
    if per in ("item", "mile", "trip", "visit", "call", "shift"):
        return _by_item(job, parts, work, made, rate)
    hours = parts.one("hours") or parts.one("hours2")
    if hours is not None:
        work.used |= {t.start for t in parts.all("hours", "hours2")}
        counted = take_term(work, hours, "worked_hours")
        if hours.value >= A_YEARS_HOURS:
            made.yearly_hours = counted
        else:
            made.hours = counted
    if (days := parts.one("dweek", "days")) is not None and not job.has("unitcost", "cost", "extra", "miles"):
        counted = take_term(work, days, "days")
        made.days = counted if days.value > A_WEEKS_DAYS else counted * made.weeks
    if per == "month":
        work.used |= {t.start for t in parts.all("often") if t.unit == "week" and parts.has("sal")}
        return _by_month(parts, work, rate)
    if per == "week":
        often = parts.one("often")
        if often is not None:
            return rate * WEEKS / take_term(work, often, "weeks_each"), "year"
        return rate, "week"
    work.used |= {t.start for t in parts.all("sal")}
    times = {"bi-week": 26, "semi-month": 24, "quarter": 4}.get(per)
    return (rate * times if times else rate), "year"


def _set_weeks(parts: Parts, work: Work, made: Income, per: str) -> None:
    weeks, away = parts.one("weeks"), parts.one("unpaid")
    off = parts.one("off")
    if weeks is not None:
        made.weeks = take_term(work, weeks, "weeks")
        if weeks.value < A_WEEKS_DAYS:
            made.weeks = made.weeks * MONTHS
    elif away is not None and away.unit == "week":
        made.weeks = made.weeks - take_term(work, away, "unpaid_weeks")
    elif off is not None and off.unit == "week" and per in ("hour", "day", "week", "shift"):
        made.weeks = made.weeks - take_term(work, off, "weeks_off")
    elif per in ("hour", "week", "shift", "trip"):
        work.suppose(f"{WEEKS} weeks a year.")


def _by_hour(parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    for term in parts.all("plus"):
        if term.dim == "percent":
            rate = rate * (1 + take_term(work, term, "extra_pct").part)
        elif not parts.has("items"):
            rate = rate + take_term(work, term, "extra")
    hours = parts.one("hours2") or parts.one("hours")
    if hours is not None and hours.value >= A_YEARS_HOURS:
        work.used |= {t.start for t in parts.all("hours", "hours2")}
        made.yearly_hours = take_term(work, hours, "worked_hours")
        return rate * made.yearly_hours, "year"
    if hours is not None and (hours.per == "month" or hours.value > 110):
        made.yearly_hours = take_term(work, hours, "hours_a_month") * MONTHS
        months = take(parts, work, "months", "paid_months")
        month = rate * take_term(work, hours, "hours_a_month")
        return (month * months, "year") if months is not None else (month, "month")
    paid = parts.one("hours2")
    counted = _hours_a_week(parts, work)
    if counted is None:
        return None
    made.hours = counted
    if paid is not None:
        return rate * take_term(work, paid, "paid_hours"), "week"
    return _with_overtime(parts, work, made, rate, counted)


def _with_overtime(parts: Parts, work: Work, made: Income, rate: Expr, hours: Expr) -> tuple[Expr, Per]:
    after, more = take(parts, work, "otafter", "plain_hours"), take(parts, work, "othours", "overtime_hours")
    if after is None and more is None:
        return rate * hours, "week"
    times = take(parts, work, "mult", "times") or Work.literal("1.5")
    within = parts.message.has(r"of (?:that|those|which|them)|includ\w*")
    if after is not None:
        return rate * after + rate * times * (hours - after), "week"
    assert more is not None  # noqa: S101
    plain = hours - more if within else hours
    made.hours = hours if within else hours + more
    return rate * plain + rate * times * more, "week"


def _hours_a_week(parts: Parts, work: Work) -> Expr | None:
    shifts, length, days = (parts.one(sense) for sense in ("shifts", "shifth", "dweek"))
    hours = parts.one("hours")
    if length is not None and (counted := shifts or days) is not None:
        return take_term(work, counted, "times_a_week") * take_term(work, length, "hours_each")
    if hours is None:
        return None
    if hours.value <= A_DAYS_HOURS and (counted := days or shifts) is not None:
        return take_term(work, counted, "times_a_week") * take_term(work, hours, "hours_each")
    work.used |= {t.start for t in (shifts, days) if t is not None}
    return take_term(work, hours, "hours_a_week")


def _by_day(parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    days, each = parts.one("days"), parts.one("dweek")
    if days is not None and days.value > A_WEEKS_DAYS:
        counted = take_term(work, days, "days")
        work.used |= {t.start for t in parts.all("dweek")}
        if days.per == "month" or days.value <= 31:
            months = take(parts, work, "months", "months") or _whole(MONTHS)
            return rate * counted * months, "year"
        made.days = counted
        return rate * counted, "year"
    told = each or days
    if told is None:
        return None
    share = [take_term(work, t, "weeks_part") for t in parts.all("part")]
    if share:
        made.weeks = _whole(WEEKS) * share[0] / share[1] if len(share) > 1 else _whole(WEEKS) / share[0]
    counted = take_term(work, told, "days_a_week")
    made.days = counted * made.weeks
    return rate * counted, "week"


def _by_month(parts: Parts, work: Work, rate: Expr) -> tuple[Expr, Per]:
    counts = [take_term(work, term, "salaries") for term in parts.all("sal")]
    months = parts.one("months")
    if months is not None and not counts and not parts.has("cost"):
        counts = [take_term(work, months, "paid_months")]
    away = parts.one("unpaid")
    if away is not None and away.unit == "month":
        counts = [(counts[0] if counts else _whole(MONTHS)) - take_term(work, away, "unpaid_months")]
    if not counts and not parts.has("bmonths"):
        return rate, "month"
    more = [take_term(work, term, "bonus_months") for term in parts.all("bmonths")]
    if more and parts.has("attain"):
        more = [add_up(more) * part_of(work, parts.all("attain")[0], "paid_pct")]
    return rate * add_up([counts[0] if counts else _whole(MONTHS), *more]), "year"


def count_per(parts: Parts, term: Term) -> str | None:
    """Within what a number counts: its own words, or those behind it."""
    found = _BEHIND.match(parts.message.text[term.end :])
    if term.per or found is None:
        return term.per
    return _UNITS.get(found["unit"].lower(), found["unit"].lower())


def _by_item(job: Job, parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    counts = parts.all("items", "shifts", "miles")
    if not counts:
        return None
    for term in (*parts.all("plus"), *parts.all("unitcost")):
        each = take_term(work, term, "each_more")
        rate = rate - each if term in parts.by.get("unitcost", ()) else rate + each
    whole = rate
    for term in counts:
        whole = whole * take_term(work, term, "count")
    per = count_per(parts, counts[-1])
    days = parts.one("days")
    if re.match(r".{0,12}(?:per|a|each|/) ?year", parts.message.text[job.anchor.end :], re.IGNORECASE):
        return whole, "year"
    if per == "hour" and (hours := parts.one("hours")) is not None:
        return whole * take_term(work, hours, "hours_a_week"), "week"
    if days is not None and days.value > A_WEEKS_DAYS:
        return whole * take_term(work, days, "days"), "year"
    if (each_week := parts.one("dweek")) is not None:
        return whole * take_term(work, each_week, "days_a_week"), "week"
    if per == "week" or (per != "year" and parts.has("weeks")):
        return whole, "week"
    return (whole, "month") if per == "month" else (whole * (4 if per == "quarter" else 1), "year")


def _changed(parts: Parts, work: Work, made: Income, amount: Expr) -> Expr:
    """The pay after a raise or a cut; one that comes every year over several is its growth."""
    rise, fall = parts.one("rise"), parts.one("fall")
    for term in parts.all("rise")[1:]:
        if parts.has("horizon") or parts.has("raises"):
            break
        amount = amount * (1 + take_term(work, term, "raise_pct").part)
    raises = parts.one("raises")
    if rise is not None:
        change = take_term(work, rise, "raise_pct")
        if raises is not None and not parts.has("horizon"):
            times = take_term(work, raises, "raises")
            return Expr(f"{_bracketed(amount)} x (1 + {change.text} / 100) ^ {times.text}", amount.value * (1 + change.value / 100) ** int(times.value))  # fmt: skip
        if parts.has("horizon"):
            work.used |= {t.start for t in parts.all("raises")}
            made.growth = change
        else:
            amount = amount * (1 + change.part)
    if fall is not None and not parts.has("grant") and not parts.has("stock"):
        amount = amount * left_of(take_term(work, fall, "cut_pct"))
    return amount


def _bracketed(item: Expr) -> str:
    return f"({item.text})" if item.loose else item.text


def _add_bonus(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    paid = [part_of(work, term, "paid_pct") for term in parts.all("attain", "factor")]
    chance = take(parts, work, "chance", "chance_pct") if not (parts.has("grant") or parts.has("stock")) else None
    if chance is not None:
        paid.append(chance.part)
    bonuses: list[tuple[Expr, Per]] = [
        (amount * take_term(work, t, "bonus_pct").part, own) for t in parts.all("bpct")
    ]
    for term in parts.all("bonus"):
        times, per = _TIMES.get(term.per or "year", (1, "year"))
        bonuses.append((take_term(work, term, "bonus") * times if times > 1 else take_term(work, term, "bonus"), per))
    if own == "year" and parts.has("bmonths") and not bonuses and made.rate is not None and made.rate[1] == "year":
        bonuses += [(amount / MONTHS * take_term(work, t, "bonus_months"), "year") for t in parts.all("bmonths")]
    for bonus, per in bonuses:
        for part in paid:
            bonus = bonus * part
        made.flows.append((bonus, per))
    if (percent := take(parts, work, "comm", "commission_pct")) is not None and (sales := parts.one("quota")):
        times, per = _TIMES.get(count_per(parts, sales) or "year", (1, "year"))
        sold = take_term(work, sales, "sales") * percent.part
        made.flows.append((sold * times if times > 1 else sold, per))
    _add_premium(parts, work, made)


def _add_premium(parts: Parts, work: Work, made: Income) -> None:
    """What is paid on top by the night, call or piece."""
    if made.rate is None or made.rate[1] not in ("month", "year", "hour", "week"):
        return
    counts = parts.all("items") or (parts.all("shifts") if made.rate[1] != "hour" else [])
    for term in parts.all("plus"):
        if term.start in work.used or term.dim == "percent" or not counts:
            continue
        amount = take_term(work, term, "each") * take_term(work, counts[-1], "count")
        if parts.has("shifth") and made.rate[1] != "hour":
            amount = amount * take_term(work, parts.all("shifth")[0], "hours_each")
        made.flows.append((amount, {"week": "week", "year": "year"}.get(count_per(parts, counts[-1]) or "", "month")))  # type: ignore[arg-type]


def _add_plan(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    """What the employer adds to savings: a percent of the pay, or a match of what is put in."""
    made.flows += [(amount * take_term(work, t, "pension_pct").part, own) for t in parts.all("pens")]
    top, put = parts.one("upto"), parts.one("put")
    if put is not None:
        work.used.add(put.start)
    if top is not None:
        counted = put if put is not None and put.value < top.value else top
        work.used.add(top.start)
        part = amount * take_term(work, counted, "matched_pct").part
        rate = take(parts, work, "match", "match_pct")
        made.flows.append((part * rate.part if rate is not None else part, own))


def _add_stock(parts: Parts, work: Work, made: Income) -> None:
    years = parts.one("years")
    chance, fall, times = (take(parts, work, s, n) for s, n in (("chance", "chance_pct"), ("fall", "fall_pct"), ("mult", "times")) if (parts.has("grant") or parts.has("stock")) or s == "none") if parts.has("grant") or parts.has("stock") else (None, None, None)  # fmt: skip
    stocks = [take_term(work, t, "stock") for t in parts.all("stock", "refresh")]
    for term in parts.all("grant"):
        vest = parts.one("vest")
        if vest is not None:
            stocks.append(take_term(work, term, "grant") * take_term(work, vest, "vesting_pct").part)
        else:
            count = take_term(work, years, "vest_years") if years is not None else _whole(VEST_YEARS)
            if years is not None and years.unit == "month":
                count = count / MONTHS
            if years is None:
                work.suppose("The stock vests in equal parts over 4 years.")
            stocks.append(take_term(work, term, "grant") / count)
    if (counted := parts.one("shares")) is not None and (price := parts.one("price")) is not None:
        worth = take_term(work, counted, "shares") * take_term(work, price, "share_price")
        count = take_term(work, years, "vest_years") if years is not None else None
        stocks.append(worth / count if count is not None else worth)
    if not _add_ownership(parts, work, made, years, chance):
        return
    if years is not None and (stocks or parts.has("own")):
        work.used |= {t.start for t in parts.all("years", "vest", "cliff")}
    for stock in stocks:
        if chance is not None:
            stock = stock * chance.part
        if fall is not None:
            stock = stock * left_of(fall)
        if times is not None:
            stock = stock * times
        made.flows.append((stock, "year"))


def _add_ownership(parts: Parts, work: Work, made: Income, years: Term | None, chance: Expr | None) -> bool:
    """A share of a company at what it is sold for, spread over the years told or paid once."""
    own, sale = parts.one("own"), parts.one("exit")
    if own is None or sale is None:
        return own is None
    worth = take_term(work, own, "ownership_pct").part * take_term(work, sale, "sale_value")
    if (thinned := take(parts, work, "dilute", "dilution_pct")) is not None:
        worth = worth * left_of(thinned)
    if chance is not None:
        worth = worth * chance.part
    if years is not None:
        made.flows.append((worth / take_term(work, years, "vest_years"), "year"))
    else:
        made.once.append(worth)
    return True


def _add_flow(
    parts: Parts, work: Work, flows: list[tuple[Expr, Per]], term: Term, name: str, made: Income
) -> bool:
    """An amount by how often it comes: by the day of so many days, every so many weeks, by the month."""
    amount = take_term(work, term, name)
    per = term.per or count_per(parts, term)
    days, week, often = parts.one("days"), parts.one("dweek"), parts.one("often")
    if per == "day":
        if days is not None:
            flows.append((amount * take_term(work, days, "days"), "year"))
        elif week is not None:
            flows.append((amount * take_term(work, week, "days_a_week"), "week"))
        return days is not None or week is not None
    if per == "shift" and (shifts := parts.one("shifts")) is not None:
        flows.append((amount * take_term(work, shifts, "times_a_week"), "week"))
        return True
    if per == "hour":
        if made.hours is None:
            return False
        flows.append((amount * made.hours, "week"))
        return True
    share = [take_term(work, t, "weeks_part") for t in parts.all("part")]
    if share and per == "week":
        flows.append((amount * WEEKS * share[0] / share[1] if len(share) > 1 else amount * WEEKS / share[0], "year"))
        return True
    if often is not None and often.unit == "week" and per is None:
        flows.append((amount * WEEKS / take_term(work, often, "weeks_each"), "year"))
        return True
    if per == "month" and name == "cost" and (months := parts.one("months")) is not None:
        flows.append((amount * take_term(work, months, "months"), "year"))
        return True
    monthly = made.rate is not None and made.rate[1] == "month" and term.value * 2 < made.rate[0].value
    rent = name == "cost" and made.rate is not None and term.value < A_RATE * 20 and parts.message.has("rent|miete|alquiler|loyer|room|studio")
    times, own = _TIMES.get(per or ("month" if monthly or rent else "year"), (1, "year"))
    flows.append((amount * times if times > 1 else amount, own))
    return True


def _add_costs(parts: Parts, work: Work, made: Income) -> bool:
    if made.rate is None:
        return False
    for term in parts.all("cost"):
        if not _add_flow(parts, work, made.costs, term, "cost", made):
            return False
    if made.rate[1] in ("item", "mile", "trip", "visit", "call", "shift"):
        return True
    for term in parts.all("unitcost"):
        amount = take_term(work, term, "cost_each")
        for more in parts.all("miles", "items"):
            amount = amount * take_term(work, more, "count")
            if more.unit == "mile" and parts.message.has(r"each way|one[- ]way|einfach|per way|a way"):
                amount = amount * 2
        days, week = parts.one("days"), parts.one("dweek")
        if days is not None:
            made.costs.append((amount * take_term(work, days, "days"), "year"))
        elif week is not None:
            made.costs.append((amount * take_term(work, week, "days_a_week"), "week"))
        else:
            return False
    if parts.has("unitcost"):
        work.used |= {t.start for t in parts.all("minutes")}
    return True


def _add_days_off(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    off = parts.one("off")
    if off is None or off.start in work.used:
        return
    if parts.message.has(r"per (?:working )?day|day worked|a day"):
        made.days = _whole(WORKDAYS) - take_term(work, off, "days_off")
    elif parts.message.has(r"price|priced|value|worth|count\w* (?:in )?the"):
        days = take(parts, work, "days", "working_days") or _whole(WORKDAYS)
        made.flows.append((amount * take_term(work, off, "days_off") / days, own))
    else:
        work.used.add(off.start)

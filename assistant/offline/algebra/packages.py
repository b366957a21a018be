"""Packages: a year of pay with its bonus, stock and sign-on, pay in months, and what all of it is by a day or hour."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

_BONUS_MONTHS = r"bonus\w*|aws|wage supplement|thirteenth|13th|gratifi\w*|variable|extra"
_TWICE = re.compile(
    r"\b(?:two times|twice|2 ?(?:x|times)|2x)\b[^.?!\n]{0,24}\b(?:year|yr|annual\w*)|\b(?:semi-?annual\w*|half[- ]yearly|summer and winter|june and december)\b",
    re.IGNORECASE,
)
_EXTRA_SALARY = re.compile(
    r"\b(?:double (?:pay|salary) in december|christmas salary|13th|thirteenth|13\.)(?: (?:month|salary|pay|monatsgehalt|gehalt))?\b",
    re.IGNORECASE,
)
_YEAR_TWO = re.compile(
    r"\b(?:normal|recurring|steady|ongoing|typical) year\b|\b(?:year|yr|y) ?(?:2|two)\b|\bsecond year\b|\bafter that\b",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"\b(?:two|2) (?:equal )?(?:instal\w+|halves|payments|parts)|half (?:at|on|now|up ?front|after|first)|50 ?/ ?50",
    re.IGNORECASE,
)


def paid_in_months(m: Message) -> Work | None:
    """The year of a monthly salary whose bonus is told in months of pay."""
    monthly = [t for t in m.money if t.per == "month" and t.role not in ("benefit", "cost")]
    months = [t for t in m.pick("time") if t.unit == "month" and t.value <= 12]
    counted = [t for t in m.pick("count", "salaries") if t.value <= 8]
    times_paid = [t for t in m.pick("count", "salaries") if 12 <= t.value <= 16]
    thirteenth = _EXTRA_SALARY.search(m.text)
    if (
        len(monthly) != 1
        or not (months or counted or thirteenth)
        or not m.has(_BONUS_MONTHS)
        or m.pick("percent shares")
    ):
        return None
    rest = [t for t in m.money if t is not monthly[0]]
    if m.has(r"notice|severance|probation|claw\w*") or any(
        t.role != "benefit" or t.per not in ("month", "year") for t in rest
    ):
        return None
    work = Work()
    pay = work.take(monthly[0], "monthly_pay")
    times = 2 if _TWICE.search(m.text) else 1
    more = [work.take(t, "bonus_months") for t in (*months, *counted)]
    if times > 1 and len(more) == 1:
        more = [more[0] * times]
    if thirteenth and not times_paid:
        more.append(Work.literal(1))
        work.used |= {t.start for t in m.terms if thirteenth.start() <= t.start < thirteenth.end()}
    work.used |= {t.start for t in m.pick("time") if t.unit == "year"}
    if not more:
        return None
    count = work.take(times_paid[0], "salaries") if times_paid else Work.literal(12)
    year = work.step("regular salaries" if times_paid else "twelve salaries", pay * count, answers=False)
    bonus = work.step("paid on top of them", pay * add_up(more), answers=False)
    sums = [year, bonus]
    for term in rest:
        amount = work.take(term, "allowance")
        sums.append(amount * 12 if term.per == "month" else amount)
    whole = work.step("all in a year", add_up(sums))
    if m.asks("month"):
        work.step("all in by the month", whole / 12)
    return work


def year_of_package(m: Message) -> Work | None:  # noqa: PLR0912 - one part at a time
    """Base, bonus, stock and sign-on in the first year, in the years after it, and the drop between them."""
    if not m.has(
        r"(?:year|yr|y) ?(?:one|two|1|2)|first[- ]year|second year|normal year|year-?one|all[- ]in|total|add (?:it|that|them)? ?up|per year|annual\w*|hit the|saal\w*"
    ):
        return None
    money = [t for t in m.money if t.value >= 500]
    base = [
        t
        for t in money
        if t.role in ("salary",) or (t.role in ("offered", "current", "") and not m.pick("money", "salary"))
    ]
    once, stock = m.pick("money", "sign_on", "relocation"), _stock(m, money)
    bonuses = m.pick("money", "bonus")
    joining = [
        t
        for t in bonuses
        if re.search(
            r"\b(?:joining|sign\w*)(?:[- ]on)?(?: bonus)?\W{0,3}(?:of )?\W?$", m.text[: t.start][-24:], re.IGNORECASE
        )
    ]
    once, bonuses = [*once, *joining], [t for t in bonuses if t not in joining]
    parts = m.pick("percent", "bonus_part") or [
        t for t in m.pick("percent", "", "rise") if re.search(r"\+ ?$", m.text[: t.start])
    ]
    if len(base) != 1 or base[0].per not in (None, "year") or not (once or stock or bonuses) or len(parts) > 1:
        return None
    matches = [t for t in m.pick("percent", "pension") if m.has(r"all[- ]in|total|everything|with the match|match")]
    others = [t for t in m.pick("percent") if t not in (*parts, *matches) and t.role != "vest_part"]
    if m.has(
        r"(?:over|for|in|all|across) (?:the|all)(?: the)? (?:2|3|4|two|three|four|five)(?: years| of them)|total (?:over|for|across) \w+ years|(?:4|four|3|three)[- ]years? total"
    ):
        return None
    if (
        others
        or m.pick("shares")
        or m.has(r"claw\w*|refresh\w* of|options?|if i leave|lose|vs|versus")
        or len(once) > 2
    ):
        return None
    if len(once) == 2 and _HALVES.search(m.text):
        return None
    if re.search(r"\d{1,2} ?/ ?\d{1,2} ?/ ?\d{1,2}", m.text):
        return None
    if base[0] in once or base[0] in stock or base[0] in bonuses:
        return None
    work = Work()
    pay = work.take(base[0], "base")
    yearly = [pay]
    if parts:
        yearly.append(work.step("bonus at target", pay * work.take(parts[0], "bonus_pct").part, answers=False))
    yearly += [work.take(t, "bonus") for t in bonuses if t not in stock]
    yearly += [work.step("employer's part", pay * work.take(t, "match_pct").part, answers=False) for t in matches]
    for grant in stock:
        part = _a_year(m, work, grant)
        if part is None:
            return None
        yearly.append(part)
    again = add_up(yearly)
    first = again
    later = None
    if once:
        paid = add_up([work.take(t, t.role) for t in once])
        half = _HALVES.search(m.text) is not None
        first = again + (paid / 2 if half else paid)
        if half:
            later = again + paid / 2
            work.used |= {t.start for t in m.pick("time number percent")}
    work.used |= {t.start for t in m.pick("time") if t.unit == "year" or (t.unit == "month" and t.value == 12)}
    asks_later = _YEAR_TWO.search(m.text) is not None
    one = work.step("year one" if once else "all in a year", first)
    if once:
        two = work.step("year two", later, answers=asks_later) if later else None
        recurring = work.step("a year without the sign-on", again, answers=asks_later)
        drop = one - (two or recurring)
        if drop.value > 0 and m.has(r"drop|fall\w*|down|less|lower|difference|gap|cliff"):
            work.step("drop after year one", drop)
            work.step("drop in percent", drop / one * 100, "percent")
    work.suppose("The bonus pays at target and the share price stays flat." if stock else "The bonus pays at target.")
    return work


def _stock(m: Message, money: list[Term]) -> list[Term]:
    named = re.compile(r"\b(?:lti\w*|esop\w*|rsus?|stock|equity|psus?|grant)\b", re.IGNORECASE)
    found = []
    for term in money:
        before = [t.end for t in m.terms if t.end <= term.start]
        near = m.text[max([0, *before]) : term.start]
        if term.role in ("grant", "company_value") or (term.role in ("bonus", "price", "") and named.search(near)):
            found.append(term)
    return found


def _a_year(m: Message, work: Work, grant: Term) -> Expr | None:
    """A year's part of a grant: as told by the year, by percent, or by the years it vests over."""
    if grant.per == "year":
        return work.take(grant, "stock_a_year")
    share = next((t for t in m.pick("percent", "vest_part", "") if t.start > grant.start), None)
    years = next((t for t in m.pick("time") if t.unit == "year" and t.start > grant.start and 2 <= t.value <= 6), None)
    if share is not None and m.has(
        r"every (?:year|yr)|each (?:year|yr)|per (?:year|yr)|a (?:year|yr)|yearly|annual\w*"
    ):
        return work.step("stock a year", work.take(grant, "grant") * work.take(share, "vest_pct").part, answers=False)
    if years is not None:
        return work.step("stock a year", work.take(grant, "grant") / work.take(years, "vest_years"), answers=False)
    return None


def whole_by_day(m: Message) -> Work | None:
    """What a pay with all its parts is by the day or hour worked, where the days or hours of a year are told."""
    counts = [
        t for t in m.pick("time") if (t.unit == "day" and t.value >= 150) or (t.unit == "hour" and t.value >= 1000)
    ]
    parts = m.pick("percent", "bonus_part", "pension", "benefits_part", "contribution", "")
    if len(counts) != 1 or not parts or len(parts) != len(m.pick("percent")) or m.pick("shares"):
        return None
    if not m.has(
        r"all (?:of )?that|everything|equivalent|equals?|in all|all[- ]in|total|whole|package|what day rate|spread|including|same as|match"
    ):
        return None
    bases = [t for t in m.money if t.role in ("salary", "offered", "current", "package", "")]
    rest = [t for t in m.money if t not in bases]
    if len(bases) != 1 or bases[0].per not in (None, "year") or any(t.role not in ("bonus", "benefit") for t in rest):
        return None
    work = Work()
    pay = work.take(bases[0], "base")
    sums = [pay, *(pay * work.take(t, "part_pct").part for t in parts)]
    sums += [work.take(t, "on_top") * (12 if t.per == "month" else 1) for t in rest]
    whole = work.step("all in a year", add_up(sums))
    unit = counts[0].unit or "day"
    work.step(f"all of it by the {unit}", whole / work.take(counts[0], f"working_{unit}s"))
    return work


def project_rate(m: Message) -> Work | None:
    """What a fixed fee is by the hour or day, and after a part is set aside."""
    fees = [t for t in m.money if t.per is None and t.value >= 500]
    weeks = [t for t in m.pick("time") if t.unit in ("week", "month") and t.per is None]
    hours = [t for t in m.pick("time") if t.unit in ("hour", "day") and t.value <= 80]
    if len(fees) != 1 or len(m.money) != 1 or len(weeks) != 1 or len(hours) != 1 or len(m.pick("percent")) > 1:
        return None
    if not m.has(
        r"fixed|flat|pauschal\w*|project|projekt|lump|gig|fee|contract|forfait|honorar\w*|festpreis|freelance\w*"
    ):
        return None
    work = Work()
    unit = hours[0].unit or "hour"
    time = work.take(hours[0], f"weekly_{unit}s") * work.take(weeks[0], f"fee_{weeks[0].unit}s")
    if weeks[0].unit == "month" and hours[0].per != "month":
        time = time * 52 / 12
    rate = work.step(f"fee by the {unit}", work.take(fees[0], "fee") / time)
    for part in m.pick("percent"):
        work.step("left of it after that part", rate * (1 - work.take(part, "set_aside_pct").part))
    return work


def two_by_hour(m: Message) -> Work | None:
    """Two yearly pays by the hour, each with its own week, and how the rates differ in percent."""
    pays = [t for t in m.money if t.per in (None, "year") and t.value >= 8000]
    hours = [t for t in m.pick("time") if t.unit == "hour" and 10 <= t.value <= 80]
    if len(pays) != 2 or len(m.money) != 2 or len(hours) not in (1, 2) or m.pick("percent shares"):
        return None
    if not m.asks("hour") or not m.asks("percent") or not (len(hours) == 2 or m.has(r"both|each")):
        return None
    first, second = pays
    if second.role == "current" and first.role != "current":
        first, second, hours = second, first, hours[::-1]
    work = Work()
    week = [work.take(t, "weekly_hours") for t in hours]
    old = work.step("first by the hour", work.take(first, "first_pay") / (week[0] * 52))
    new = work.step("second by the hour", work.take(second, "second_pay") / (week[-1] * 52))
    work.step("change by the hour in percent", (new - old) / old * 100, "percent")
    work.step("change by the hour", new - old, answers=False)
    work.suppose("52 weeks a year.")
    return work


def two_places(m: Message) -> Work | None:
    """What two pays leave after the cost told for each, and a tax told for one of them."""
    amounts = [t for t in m.money if t.value >= 300]
    pays = [t for t in amounts if t.per in (None, "year") and t.value >= 20_000]
    costs = [t for t in amounts if t not in pays and t.value < 20_000]
    rates = m.pick("percent", "tax", "")
    if len(pays) != 2 or len(costs) != 2 or len(amounts) != len(m.money) or len(rates) != len(m.pick("percent")):
        return None
    if not m.has(r"rent|mortgage|childcare|daycare|cost\w*|insurance|commut\w*") or not m.asks(
        "difference", "net", "each", "year", "month"
    ):
        return None
    nothing = next((t for t in m.pick("number") if t.value == 0), None)
    if len(rates) + (nothing is not None) not in (0, 2):
        return None
    work = Work()
    often = 12 if any(t.per == "month" for t in costs) or not any(t.per == "year" for t in costs) else 1
    taken = _in_order(m, rates, nothing)
    if taken is None:
        return None
    left = []
    for number, (pay, cost) in enumerate(zip(pays, costs, strict=True)):
        name = ("the first", "the second")[number]
        amount = work.take(pay, "pay")
        rate = taken[number] if taken else None
        if rate is not None:
            amount = amount - amount * work.take(rate, "tax_pct").part
        left.append(work.step(f"left of {name} a year", amount - work.take(cost, "cost") * often))
    one, two = left
    work.step("second less first a year", two - one, answers=False)
    if nothing is not None:
        work.used.add(nothing.start)
    if all(t.per is None for t in costs):
        work.suppose("Both costs are paid by the month.")
    return work


_STATES = (
    ("california|ca", "sf|san francisco|la|los angeles|bay area|san jose|san diego|oakland"), ("texas|tx", "austin|dallas|houston|san antonio"),
    ("new york|ny|nyc", "nyc|new york|manhattan|brooklyn|buffalo"), ("washington|wa", "seattle|bellevue|redmond"), ("florida|fl", "miami|tampa|orlando|jacksonville"),
    ("massachusetts|ma|mass", "boston|cambridge"), ("illinois|il", "chicago"), ("colorado|co", "denver|boulder"), ("georgia|ga", "atlanta"), ("oregon|or", "portland"),
    ("tennessee|tn", "nashville|memphis"), ("nevada|nv", "las vegas|reno"), ("north carolina|nc", "charlotte|raleigh|durham"), ("arizona|az", "phoenix|tucson"),
    ("pennsylvania|pa", "philly|philadelphia|pittsburgh"), ("new jersey|nj", "newark|jersey city"), ("minnesota|mn", "minneapolis"), ("ohio|oh", "columbus|cleveland"),
)  # fmt: skip


def _in_order(m: Message, rates: list[Term], nothing: Term | None) -> list[Term | None] | None:
    """The tax of each pay by the place its words name; empty where none is told, None where that is not clear."""
    if not rates:
        return []
    if len(rates) == 2:
        ordered: list[Term | None] = list(rates)
    else:
        assert nothing is not None  # noqa: S101
        ordered = [rates[0], None] if rates[0].start < nothing.start else [None, rates[0]]
    stated, cities = _places(m, 0, min(t.start for t in rates)), []
    for state, names in _STATES:
        city, named = (
            re.search(rf"\b(?:{names})\b", m.text, re.IGNORECASE),
            re.search(rf"\b(?:{state})\b(?: state)? ?(?:tax\w*|call|is|\d)", m.text, re.IGNORECASE),
        )
        if city and named:
            cities.append((city.start(), named.start()))
    if len(cities) != 2:
        return None if stated else ordered
    by_city = [tax for _, tax in sorted(cities)]
    return ordered if by_city[0] < by_city[1] else ordered[::-1]


def _places(m: Message, low: int, high: int) -> bool:
    """Whether a state's tax is named apart from the places of the pays."""
    return bool(re.search(r"\b(?:state|city)\b", m.text[low:high], re.IGNORECASE))


PACKAGE_TOPICS = (paid_in_months, year_of_package, whole_by_day, project_rate, two_by_hour, two_places)

"""Sums about the negotiation: what equals what, the sign-on that closes a gap, a place in a band, levels, time."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import Any

from assistant.domain.money import to_json_number
from assistant.domain.stated_day import read_stated_day
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import ON_FILE, Filled, Sum, numbers_in
from assistant.offline.sums.told import tell_offer

_LEVERS = (
    ("sign_on_bonus", r"(?:sign[- ]?on|signing|joining)"),
    ("equity_grant", r"(?:rsus?|stock|equity|grant)"),
    ("target_bonus", r"(?:target bonus|annual bonus|bonus)"),
    ("base_salary", r"(?:base|salary)"),
)
_DAYS = re.compile(
    r"\b(\d{1,3}|a|one|two|three|four|five|six|seven|eight|ten) (?P<kind>business|working|work|calendar)? ?(?P<unit>days?|weeks?|hours?)\b",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_WORDS = re.compile(r"\b(?:20\d\d-\d\d-\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? 20\d\d)?|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:,? 20\d\d)?)\b", re.IGNORECASE)  # fmt: skip
_LEVEL = re.compile(
    r"\b((?:[LE]|IC|ICT|SDE|T|P|M|D)[- ]?\d{1,2}|\d{2}|sde ?(?:i{1,3}|[123])|senior(?: \w+){0,2}|staff(?: \w+)?|principal|swe ?(?:i{1,3}|[123]))\b",
    re.IGNORECASE,
)
COMPANIES = r"(?:google|meta|facebook|amazon|microsoft|msft|apple|netflix|nvidia|uber|linkedin|salesforce|stripe|airbnb|snap|oracle|bloomberg|lyft|pinterest|doordash|databricks|openai|tesla|adobe|ibm|intel|twitter|bytedance|tiktok)"


def _exchange(filled: Filled) -> dict[str, Any] | None:
    """The amount that is given with its lever, and for how long."""
    given = filled.slots.get("amount")
    if given is None:
        return None
    text = filled.question.text
    near = {
        name: min((abs(m.start() - given.end) if m.start() >= given.end else abs(given.start - m.end()) for m in re.finditer(rf"\b{words}", text, re.IGNORECASE)), default=999)
        for name, words in _LEVERS
    }  # fmt: skip
    lever = min(near, key=lambda name: near[name])
    years = filled.years("stay")
    return {
        "amount": to_json_number(as_money(given)),
        "lever": lever if near[lever] < 40 else None,
        "stay_years": years,
        "bonus_pct": filled.number("bonus_pct"),
        "tax_pct": filled.number("tax_pct"),
        "discount_pct": filled.number("discount_pct"),
        "raise_pct": filled.number("raise_pct"),
        "offer": ON_FILE if filled.question.offer and filled.number("bonus_pct") is None else None,
        "currency": filled.currency,
    }


def _gap(filled: Filled) -> dict[str, Any] | None:
    told = set(numbers_in(tell_offer(filled.question.text)))
    amounts = [item for item in filled.question.quantities if item.kind in ("money", "plain") and item.explicit]
    asked = [to_json_number(as_money(item)) for item in amounts if as_money(item) not in told]
    wanted = asked[0] if len(asked) == 1 else filled.money("wanted_total")
    whole = r"(?:4|four)[- ]year (?:total|sum|tc)|total (?:over|of|for) (?:4|four) years"
    basis = "average" if filled.has("average|avg") else "total" if filled.has(whole) else None
    return None if wanted is None else {"wanted_total": wanted, "basis": basis, "offer": None}


_JOINED = re.compile(r"\s*(?:-|–|to|and|up to|till|until)\s*", re.IGNORECASE)


def _band(filled: Filled) -> dict[str, Any]:
    low, high, amount = filled.money("band_low"), filled.money("band_high"), filled.money("amount")
    numbers = [item for item in filled.question.quantities if item.kind in ("money", "plain") and not item.unit]
    between = [filled.question.text[one.end : two.start] for one, two in pairwise(numbers)]
    joined = next((place for place, words in enumerate(between) if _JOINED.fullmatch(words)), None)
    if joined is not None and len(numbers) == 3:
        ends = [to_json_number(as_money(item)) for item in numbers[joined : joined + 2]]
        rest = numbers[:joined] + numbers[joined + 2 :]
        low, high, amount = min(ends), max(ends), to_json_number(as_money(rest[0]))
    elif low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return {
        "amount": amount,
        "band_low": low,
        "band_mid": filled.money("band_mid"),
        "band_high": high,
        "currency": filled.currency,
    }


def _percentiles(filled: Filled) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    amounts = [q for q in filled.question.quantities if q.kind in ("money", "plain") and q.explicit]
    for match in re.finditer(
        r"\bp ?(10|25|50|75|90)\b|\b(10|25|50|75|90)th\b|\b(median)\b", filled.question.text, re.IGNORECASE
    ):
        place = next(group for group in match.groups() if group)
        name = "p50" if place.lower() == "median" else f"p{place}"
        after = [q for q in amounts if 0 <= q.start - match.end() < 25 and q not in found.values()]
        if after:
            found[name] = after[0]
    left = [q for q in amounts if q not in found.values()]
    if len(found) < 2 or not left:
        return None
    return {
        "amount": to_json_number(as_money(left[0])),
        "percentiles": {name: to_json_number(as_money(q)) for name, q in found.items()},
        "currency": filled.currency,
    }


def _levels(filled: Filled) -> dict[str, Any] | None:
    text = filled.question.text
    companies = list(
        dict.fromkeys(match.group().lower() for match in re.finditer(rf"\b{COMPANIES}\b", text, re.IGNORECASE))
    )
    level = _LEVEL.search(text)
    if not companies or level is None:
        return None
    nearest = min(
        re.finditer(rf"\b{COMPANIES}\b", text, re.IGNORECASE),
        key=lambda m: min(abs(m.start() - level.end()), abs(level.start() - m.end())),
    )
    company = nearest.group().lower()
    other = next((name for name in companies if name != company), None)
    names = {"msft": "Microsoft", "facebook": "Meta"}
    return {
        "company": names.get(company, company.title()),
        "level": level.group().upper().replace(" ", ""),
        "to": names.get(other, other.title()) if other else None,
    }


_WORKING = ("business", "working", "work")
_ON_WEEKDAY = re.compile(r"\b(?:on |last |this |got it |offered? )(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)


def _timeline(filled: Filled) -> dict[str, Any] | None:
    question, today = filled.question, filled.question.today
    if today is None:
        return None
    days = [
        day.isoformat()
        for match in _DAY_WORDS.finditer(question.text)
        if (day := read_stated_day(match.group(), today - timedelta(days=90))) is not None
    ]
    spans = _spans(question.text)
    counted = bool(spans.keys() & {"business_days", "calendar_days", "weeks"})
    offered, deadline = None, None
    if days and (counted or len(days) > 1):
        offered, deadline = days[0], days[1] if len(days) > 1 else None
    elif days and question.has(r"(?:due|deadline|expires?|by|until|answer by|decide by)"):
        deadline = days[0]
    elif days:
        offered = days[0]
    elif counted and (weekday := _ON_WEEKDAY.search(question.text)):
        back = (today.weekday() - _WEEKDAYS.index(weekday[1].lower())) % 7
        offered = (today - timedelta(days=back)).isoformat()
    if not (counted or deadline or (spans and days)):
        return None
    if offered and not (counted or deadline):
        return {**spans, "notice_date": offered, "offer_date": offered, "deadline": offered}
    return {**spans, "offer_date": offered, "deadline": deadline}


def _spans(text: str) -> dict[str, Any]:
    """The spans of days and weeks in the text, by the argument they fill; the first of each counts."""
    spans: dict[str, Any] = {}
    for match in _DAYS.finditer(text):
        number = _NUMBERS.get(match[1].lower()) or (int(match[1]) if match[1].isdigit() else None)
        unit, kind = match["unit"].lower(), (match["kind"] or "").lower()
        if number is None or unit.startswith("hour"):
            continue
        beside = text[max(0, match.start() - 18) : match.start()] + text[match.end() : match.end() + 12]
        name = "weeks" if unit.startswith("week") else "business_days" if kind in _WORKING else "calendar_days"
        if "notice" in beside.lower():
            name = "notice_days" if name == "calendar_days" else f"notice_{name}"
        spans.setdefault(name, number)
    return spans


def _present(filled: Filled) -> dict[str, Any] | None:
    years = filled.years("years")
    whole = int(years) if years is not None and years == int(years) else None
    without_rates = re.sub(r"\d+ ?(?:%|percent) (?:discount )?(?:a|per|each) year", "", filled.question.text)
    once = filled.money("yearly_amount")
    if (
        whole
        and once
        and filled.has(
            r"(?:paid|due|payable|comes|in|after|bonus)(?: out)? (?:in |after )?(?:exactly )?(?:\w+|\d+) years?"
        )
        and not re.search(r"\b(?:each|every|a year|per year|yearly|annual\w*|next)\b", without_rates, re.IGNORECASE)
    ):
        return {
            "discount_pct": filled.number("discount_pct"),
            "amounts": [*([0] * (whole - 1)), once],
            "currency": filled.currency,
        }
    return {
        "discount_pct": filled.number("discount_pct"),
        "yearly_amount": once,
        "amount_today": filled.money("amount_today"),
        "years": whole,
        "currency": filled.currency,
    }


def _promise(filled: Filled) -> dict[str, Any]:
    return {
        "raise_amount": filled.money("raise_amount"),
        "raise_pct": filled.number("raise_pct") if filled.money("base_annual") else None,
        "base_annual": filled.money("base_annual"),
        "from_month": filled.months("from_month"),
        "chance_pct": filled.number("met_pct"),
        "stay_months": filled.months("stay"),
    }


TRADE_SUMS = (
    Sum(
        "lever_exchange",
        (r"(?:sign[- ]?on|signing|joining|rsus?|stock|equity|grant|bonus|one[- ]off|lump sum|one[- ]time)", r"(?:base|salary)", r"(?:equal\w*|equiv\w*|same as|worth|break[- ]?even|trade\w*|instead|exchange|makes? up for|mak(?:es?|ing) (?:me|it|up)|compensat\w*|overtake\w*|makes me whole|how much is)"),
        _exchange,
        (slot("bonus_pct", "percent", r"bonus"), slot("discount_pct", "percent", r"discount"), slot("raise_pct", "percent", r"(?:grew|grow\w*|rais\w*|increas\w*)"), slot("tax_pct", "percent", "tax"), slot("stay", "span", r"(?:over|stay\w*|for|in|within|after)", sole=True), slot("amount", "money", r"(?:more|extra|base|sign[- ]?on|rsus?|stock|salary|raise|bump|another)", sole=True)),
        never=r"(?:claw\w*|vest\w*|unvested|espp|strike|dilut\w*|401|my offer|total comp|tc\b|year 1|year one|each offer|offer a|[ab] ?:)",
        needs=(("amount", "the amount and what it is (base, sign-on, stock)"),),
        shows=("equal sign-on bonus", "equal base salary", "equal stock grant", "equal stock grant a year", "equal target bonus", "worth of the", "month at which"),
        weight=4,
    ),
    Sum(
        "lever_exchange",
        (r"(?:another|more|extra|additional|increase of|raise of|bump of|on top)", r"(?:base|salary|sign[- ]?on|signing|rsus?|stock|equity)", r"(?:worth|value\w*|come\w* to|bring\w*|add\w* up)", r"(?:year|yr|stay)"),
        _exchange,
        (slot("bonus_pct", "percent", r"bonus"), slot("discount_pct", "percent", r"discount"), slot("raise_pct", "percent", r"(?:grew|grow\w*|rais\w*|increas\w*)"), slot("stay", "span", r"(?:over|stay\w*|for|in|within|after)", sole=True), slot("amount", "money", r"(?:more|extra|base|sign[- ]?on|rsus?|stock|salary|raise|bump|another)", sole=True)),
        never=r"(?:claw\w*|vest\w*|unvested|espp|strike|dilut\w*|401|tax\w*|match\w*|offer a|[ab] ?:|instead)",
        shows=("worth of the", "equal sign-on bonus", "equal stock grant a year", "equal base salary"),
        weight=4,
    ),
    Sum(
        "sign_on_gap",
        (r"(?:sign[- ]?on|signing|joining)", r"(?:need\w*|how (?:much|big|large)|gets? (?:me )?(?:\w+ )?(?:to|there)|reach|close|bridge|bring|hit|make up|lifts?|takes?|raises?)", r"(?:year (?:1|one)|first[- ]year|total|tc\b|average|comp)"),
        _gap,
        (slot("wanted_total", "money", r"(?:to\b|reach|hit|total|tc|get)", sole=True),),
        never=r"(?:claw\w*|vest\w*|unvested|forfeit\w*|withh\w*)",
        needs=(("offer", "the offer"),),
        shows=("sign-on needed on top", "sign-on needed in all", "gap to the wanted total", "total as offered", "base increase that would do instead"),
        on_offer=True,
        weight=6,
    ),
    Sum(
        "market_position",
        (r"(?:band|range|compa[- ]?ratio|midpoint|penetration)", r"(?:compa|where|position|penetration|how (?:far|high|much)|room|sit\w*|percent\w*|place|what)", r"\d"),
        _band,
        (slot("band_low", "money", r"(?:band|range|min\w*|low\w*|from|between|bottom)"), slot("band_high", "money", r"(?:to\b|max\w*|high\w*|top|and|up to|-)"), slot("band_mid", "money", r"(?:mid\w*)"), slot("amount", "money", r"(?:offer\w*|base|i(?:'m| am)? (?:at|get|make)|they|my|salary|at)", sole=True)),
        never=r"(?:strike|vest\w*|option\w*|freeze|policy|said)",
        needs=(("amount", "the pay to place"), ("band_low|band_mid", "the lower end of the band"), ("band_high|band_mid", "the upper end of the band")),
        shows=("compa-ratio", "range penetration", "room to the top", "midpoint", "distance from the midpoint"),
        weight=4,
    ),
    Sum(
        "market_position",
        (r"(?:percentile|p ?(?:25|50|75|90)|median)", r"\d"),
        _percentiles,
        needs=(("amount", "the pay to place"), ("percentiles", "two published percentiles with their amounts")),
        shows=("percentile",),
        weight=5,
    ),
    Sum(
        "level_map",
        (COMPANIES, r"(?:equal\w*|equiv\w*|same as|map\w*|translate\w*|correspond\w*|compare\w*|what (?:level|is|would)|vs|versus|convert)"),
        _levels,
        never=r"(?:offer from|base|salary|rsu|bonus|vest\w*|counter|negotiat\w*|pay\w*)",
        needs=(("level", "the level"),),
        shows=("level", "maps that place"),
        weight=4,
    ),
    Sum(
        "timeline",
        (r"(?:deadline|days?|weeks?|expires?|due|notice|start date|decide|last day)", r"(?:when|what (?:day|date)|how (?:many|long)|which (?:day|date)|what(?:'s|s| is| will be)? (?:the|my|be my) (?:last|final|deadline|date|day)|what's the|count\w*|days left|is that|work out|calc\w*|earliest)"),
        _timeline,
        never=r"(?:vest\w*|claw\w*|salary|hour\w*|strike|exercise|average|normal|a sign|usually|should i|how long should|typical\w*|how do i|ask for|pay per)",
        needs=(("business_days|calendar_days|weeks|deadline|notice_weeks|notice_days|notice_business_days", "the day of the offer and the time to answer"),),
        shows=("business days from offer", "calendar days from offer", "calendar days until", "business days until", "notice"),
        weight=5,
    ),
    Sum(
        "present_value",
        (r"(?:present value|npv|discount(?:ed|ing)?(?: rate)?|today'?s (?:money|value|dollars)|time value|worth (?:now|today|to me (?:now|today))|years? (?:is |are )?worth)", r"\d+ ?(?:%|percent)"),
        _present,
        (slot("discount_pct", "percent", r"(?:discount\w*|rate|at|interest|return)", sole=True), slot("amount_today", "money", r"(?:right now|paid today|upfront|up front|sign[- ]?on|once|immediately)"), slot("yearly_amount", "money", r"(?:a year|per year|each year|every year|annual\w*|yearly|/yr)", sole=True), slot("years", "span", r"(?:for|over|years)", sole=True)),
        never=r"(?:espp|offer a|no discount\w*|without discount\w*|undiscounted)",
        needs=(("discount_pct", "the discount rate"), ("yearly_amount|amounts", "the yearly amount"), ("years|amounts", "for how many years")),
        shows=("present value, first payment after one year", "present value, first payment today", "present value, payments in mid-year", "total of the payments", "present value"),
        weight=6,
    ),
    Sum(
        "contingent_raise",
        (r"(?:promis\w*|review|after (?:6|six|12|twelve) months|later)", r"(?:raise|bump|increase|bonus)", r"(?:chance|odds|%|worth|lose|cost|probab\w*)"),
        _promise,
        (slot("met_pct", "percent", r"(?:chance|odds|probab\w*|likely)"), slot("base_annual", "money", r"(?:base|salary|on)"), slot("raise_pct", "percent", r"(?:raise|bump|increase)", sole=True), slot("raise_amount", "money", r"(?:raise|bump|increase|bonus|promis\w*)", sole=True), slot("from_month", "span", r"(?:after|in|at|review)", sole=True), slot("stay", "span", r"(?:stay\w*|over)")),
        never=r"(?:vest\w*|claw\w*|strike)",
        needs=(("raise_amount|raise_pct", "the raise that is promised"), ("from_month", "after how many months it would come")),
        shows=("expected value of the promise", "value over the stay", "lost by the wait", "raise a year", "sure raise"),
        weight=4,
    ),
)  # fmt: skip

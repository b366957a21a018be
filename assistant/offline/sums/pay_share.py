"""Sums about a part of a salary: part time, other hours, some days, the fixed part, pay an hour of two jobs, currency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.algebra.exchange import find_conversions
from assistant.offline.algebra.portions import wants_full_time
from assistant.offline.sums.quantities import Quantity
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import MORE, Filled, Sum

_FTE = re.compile(
    r"\b(?P<part>0?\.\d{1,2}) ?(?:of (?:an? )?)?(?:fte|full[- ]time)\b|\bfte (?:of |is )?(?P<after>0?\.\d{1,2})\b", re.IGNORECASE
)  # fmt: skip
_WEEKDAYS = {"two": 2, "three": 3, "four": 4}
_DAYS_OF_FIVE = re.compile(
    r"\b(?:(?P<n>[1-4])|(?P<word>two|three|four))[ -]days?\b(?! (?:of|off|left|notice|leave|holiday|vacation|to (?:answer|decide|sign|think)|in\b|on[- ]?site|at\b|remote|from home|until|before|later|ago))",
    re.IGNORECASE,
)
_PART = r"(?:(?:[1-4]|two|three|four)[ -]days?\b(?: (?:a|per) week)?(?! (?:of|off|left|notice|leave|holiday|vacation|to (?:answer|decide|sign|think)|in\b|on[- ]?site|at\b|remote|from home|until|before|later|ago))|(?:\d?\.\d+ ?)?fte\b|part[- ]time|teilzeit|\d{2} ?(?:%|percent|prozent) (?:\w+ ){0,1}(?:position|job|post|role|contract|workload|pensum|time|stelle|week|fte|hours|of full))"
_HOURS = re.compile(
    r"(?<![\d.,$€£])(\d{2}(?:\.\d+)?) ?-?(?:hours?|hrs?|h|stunden)\b(?! of overtime| overtime)|\b(?:at|to|for|really|do|work) (?:really |about |around )?(\d{2}(?:\.\d+)?)\b(?! ?(?:[kK%]|lakh|days|weeks|months|years|,\d))",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\b(\d{1,3}|five|ten|fifteen|twenty) (?:more |extra |additional |fewer |less |unpaid |vacation |holiday |pto |annual |leave |paid |sick )*days?\b(?! (?:a|per) week)",
    re.IGNORECASE,
)
_WORKDAYS = re.compile(r"\b(2\d\d) ?(?:working ?|work ?|business ?)days?\b", re.IGNORECASE)
_WEEKS_OFF = re.compile(
    r"\b(\d|an?|one|two|three) (?:more |extra |additional )*weeks? (?:of )?(?:more |extra |additional |unpaid |paid )*(?:vacation|holiday|pto|leave|time off)",
    re.IGNORECASE,
)
_SPELLED = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20}
_RATE = re.compile(r"(?:\bat\b|@|\brate\b|=|\bis\b)[^\d]{0,16}(\d{1,4}\.\d{1,5}|\d{2,3})\b", re.IGNORECASE)
_VARIABLE = r"(?:variable|bonus|incentive|pf\b|provident|gratuity|insurance|employer'?s? (?:pf|contribution)|esops?|retirals?|benefits?)"


def _hours(text: str) -> list[float]:
    return [float(match[1] or match[2]) for match in _HOURS.finditer(text) if 4 <= float(match[1] or match[2]) <= 90]


@dataclass(frozen=True)
class _Pay:
    """Pay as stated: the number and what it is paid for."""

    amount: Quantity

    def arguments(self) -> dict[str, Any]:
        period = self.amount.period or "year"
        value = as_money(self.amount) if period == "year" else self.amount.value
        return {"amount": to_json_number(value), "period": period, "currency": self.amount.currency}


def _pays(filled: Filled) -> list[_Pay]:
    """The amounts of pay in the message, left to right."""
    large = [item for item in filled.question.quantities if item.kind in ("money", "plain") and not item.unit]
    return [_Pay(item) for item in large if item.explicit or item.currency or item.period or item.value >= 1000]


def _part_time(filled: Filled) -> dict[str, Any] | None:
    if wants_full_time(filled.question.text):
        return None  # the pay is that of the part
    stated = _FTE.search(filled.question.text)
    days = _DAYS_OF_FIVE.search(filled.question.text)
    percent = filled.number("part_pct")
    part: dict[str, Any]
    if stated is not None:
        part = {"full_time_share": float(stated["part"] or stated["after"])}
    elif percent is not None:
        part = {"part_pct": percent}
    elif days is not None:
        part = {"new_days_per_week": int(days["n"] or _WEEKDAYS[days["word"].lower()])}
    else:
        return None
    pays = _pays(filled)
    return {**part, **(max(pays, key=lambda pay: pay.amount.value).arguments() if pays else {})}


def _other_hours(filled: Filled) -> dict[str, Any] | None:
    hours, pays = _hours(filled.question.text), _pays(filled)
    if len(pays) != 1 or len(hours) != 2:
        return None
    return {**pays[0].arguments(), "hours_per_week": hours[0], "new_hours_per_week": hours[1]}


def _two_jobs(filled: Filled) -> dict[str, Any] | None:
    """Each job's pay with the hours that follow it."""
    hours, pays = _hours(filled.question.text), _pays(filled)
    if len(pays) < 2 or len(hours) != len(pays):
        return None
    weeks = re.search(r"\b(\d{2}) weeks\b", filled.question.text, re.IGNORECASE)
    more = {"weeks_per_year": int(weeks[1])} if weeks else {}
    jobs: list[dict[str, Any]] = []
    for pay, worked in zip(pays, hours, strict=True):
        given = {name: value for name, value in pay.arguments().items() if value is not None}
        jobs.append({**given, "hours_per_week": worked, **more})
    return {**jobs[0], MORE: jobs[1:]}


def _some_days(filled: Filled) -> dict[str, Any] | None:
    text = filled.question.text
    weeks = _WEEKS_OFF.search(text)
    counted = [match[1].lower() for match in _DAYS.finditer(text) if not _WORKDAYS.match(text, match.start())]
    pays = _pays(filled)
    if counted:
        days = _SPELLED.get(counted[0]) or int(counted[0])
    elif weeks:
        days = 5 * (_SPELLED.get(weeks[1].lower()) or int(weeks[1]))
    else:
        return None
    worked = _WORKDAYS.search(text)
    week = {"days_per_week": 5, "weeks_per_year": int(worked[1]) / 5} if worked else {}
    return {"days": days, **week, **(pays[0].arguments() if pays else {})}


def _fixed(filled: Filled) -> dict[str, Any] | None:
    """A package and its parts that are no fixed pay: amounts and percents beside their words."""
    pays = _pays(filled)
    if not pays:
        return None
    package = max(pays, key=lambda pay: pay.amount.value)
    rest = [pay.amount for pay in pays if pay is not package]
    percents = [item for item in filled.question.quantities if item.kind == "percent"]
    if not rest and not percents:
        return None
    return {
        **package.arguments(),
        "period": "year",
        "left_out": [to_json_number(item.value) for item in rest],
        "left_out_pct": to_json_number(percents[0].value) if percents else None,
    }


def _exchange(filled: Filled) -> dict[str, Any] | None:
    text = filled.question.text
    pays = [pay for pay in _pays(filled) if pay.amount.currency]
    rate = _RATE.search(text, pays[0].amount.end) if pays else None
    wanted = re.search(
        r"\b(?:in|to|into|as) (?:us |u\.s\. )?(?P<name>dollars?|usd|euros?|eur|pounds?|gbp|rupees?|inr|francs?|chf|cad|aud|sgd|yen|jpy)\b",
        text, re.IGNORECASE,
    )  # fmt: skip
    if not pays or wanted is None:
        return None
    codes = {"dol": "USD", "eur": "EUR", "pou": "GBP", "rup": "INR", "fra": "CHF", "yen": "JPY"}
    code = codes.get(wanted["name"].lower()[:3]) or wanted["name"].upper()
    if code == pays[0].amount.currency:
        return None
    told = find_conversions(text, [pays[0].amount.currency or ""]).get(pays[0].amount.currency or "")
    if told is not None and (told.divides or told.target != code):
        return None
    return {
        **pays[0].arguments(),
        "exchange_rate": to_json_number(told.rate.value) if told else float(rate[1]) if rate else None,
        "to_currency": code,
    }


FULL_TIME = (("amount", "the full-time pay"),)
SHARE_SUMS = (
    Sum(
        "pay_period",
        (_PART, r"(?:what|how much|paid|calc\w*|come to|\?|wieviel|verdiene)"),
        _part_time,
        (slot("part_pct", "percent", r"(?:part[- ]time|position|job|post|role|contract|workload|pensum|fte|time)", sole=True),),
        needs=FULL_TIME,
        shows=("part-time pay a year", "part-time pay a month"),
        never=r"(?:vest\w*|tax\w*|overtime|1099|claw\w*|retention)",
        weight=7,
    ),
    Sum(
        "pay_period",
        (r"(?:same|equal\w*|equiv\w*|scal\w*|at \d{2}|full[- ]time)", r"(?:\d{2} ?-?(?:h\b|hrs?|hours?))", r"(?:hourly|hour|hrs?|full[- ]time|week)"),
        _other_hours,
        shows=("yearly pay at", "hourly pay", "yearly pay"),
        never=r"(?:overtime|ot\b|1099|an hour|per hour|/hr|contract\w*|freelanc\w*)",
        weight=6,
    ),
    Sum(
        "pay_period",
        (r"(?:per hour|an hour|hourly|/ ?hr|each hour)", r"(?:or\b|vs|versus|job|offer|both|each|which|one|other)"),
        _two_jobs,
        shows=("hourly pay", "yearly pay"),
        never=r"(?:overtime|1099|contract\w*|freelanc\w*)",
        weight=7,
    ),
    Sum(
        "pay_period",
        (r"(?:days?|weeks?)", r"(?:worth|cost\w*|value\w*|lose|price)", r"(?:vacation|holiday\w*|pto|leave|days? off|unpaid|annual leave)"),
        _some_days,
        needs=(("amount", "the yearly salary"),),
        shows=("pay of", "daily pay"),
        never=r"(?:vest\w*|claw\w*|unvested|sign[- ]?on|notice)",
        weight=6,
    ),
    Sum(
        "pay_period",
        (r"(?:ctc\b|cost to company|package|fixed|in[- ]?hand)", _VARIABLE, r"(?:month\w*|fixed|mahin\w*|in[- ]?hand|gross|kitn\w*|how much|\?)"),
        _fixed,
        shows=("fixed pay a month", "fixed pay a year"),
        never=r"(?:vest\w*|hike|over \d|joining|sign[- ]?on|year (?:1|one)|total comp\w*|after[- ]tax|net\b|counter)",
        weight=6,
    ),
    Sum(
        "pay_period",
        (r"(?:in|to|into|as) (?:us |u\.s\. )?(?:dollars?|usd|euros?|eur|pounds?|gbp|rupees?|inr|francs?|chf|cad|aud|sgd|yen|jpy)\b", r"(?:how much|what|convert|worth|exchange|equal\w*|\?)"),
        _exchange,
        needs=(("amount", "the amount with its currency"), ("exchange_rate", "the exchange rate to use (what one unit costs)")),
        shows=("the same in", "yearly pay", "monthly pay"),
        never=r"(?:vest\w*|rsus?|options?|tax\w*|cost of living|index)",
        weight=5,
    ),
)  # fmt: skip

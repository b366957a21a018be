"""Sums about pay: periods, hours, contracts, percents, places, savings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.plans import shape_espp
from assistant.offline.sums.slots import slot
from assistant.offline.sums.sum import MORE, Filled, Sum

PERIOD_WORD = r"(?:jahr\w*|monat\w*|anual\w*|mensual\w*|mes\b|año|mois|brut\w*|saal|mahin\w*|fte\b|gigs?|hour(?:ly)?|hr|da(?:y|ily)|week(?:ly)?|bi-?week\w*|fortnight\w*|month(?:ly)?|year(?:ly)?|annual\w*|annum|pa)"
_HOURS = re.compile(
    r"(\d{1,2}(?:\.\d+)?) ?(?:-|–)?(?:hours?|hrs?|h)\b(?: of work)? ?(?:/|per|a|each|every)? ?-?(?:week|wk)",
    re.IGNORECASE,
)
_BARE_HOURS = re.compile(
    r"(?<![\d.,$])(\d{2}(?:\.\d+)?) ?(?:hours?|hrs?)\b(?! ?(?:of )?(?:ot\b|overtime))", re.IGNORECASE
)
_WEEKS = re.compile(
    r"(\d{2}(?:\.\d+)?) ?(?:working |paid |billable )?(?:weeks|wks)\b(?! (?:notice|vacation|holiday|off|unpaid|paid leave))",
    re.IGNORECASE,
)
_DAYS_A_WEEK = re.compile(r"(\d(?:\.\d)?) ?days? ?(?:/|per|a|each) ?(?:week|wk)", re.IGNORECASE)
_OFF = re.compile(
    r"(\d{1,2}) ?(?:unpaid |holi|vacation |sick |off ?)?(?:days?|weeks?) ?(?:of )?(?:unpaid|off|unbilled|holidays?|vacation|leave|gaps?|without pay|pto|no pay)",
    re.IGNORECASE,
)
_SALARIES = re.compile(r"\b(1[2-5](?:\.\d)?) ?(?:monthly )?(?:salaries|payments|pays|months'? (?:pay|salary)|installments|mensualit\w+|pagas|gehälter|monthly|mois|meses|monate|mensilit\w+)\b|\b(?:x|times) ?(1[2-5](?:\.\d)?)\b|× ?(1[2-5])\b|\b(1[2-5]) ?(?:times|x\b)(?! (?:the|my))|\b(1[34])(?:th)?[ -]?(?:month|salary|pago|paga)|\b(13|14)\.? (?:monats|gehalt)", re.IGNORECASE)  # fmt: skip
_TIER = re.compile(
    r"(?P<match>\d{1,3}(?:\.\d+)?) ?(?:%|percent|cents?)(?: on the dollar)?(?: match(?:ing|ed)?| of (?:what|whatever) \w+ \w+(?: \w+)?)?,? ?"
    r"(?:of|on|for|up to|upto|until|to|till)? ?(?:my|your|the|every|all)? ?(?:contributions?|dollar)?,? ?(?:up to|upto|of|on|to)? ?"
    r"(?:a max(?:imum)? of |the )?(?P<next>(?:first|next) )?(?P<upto>\d{1,2}(?:\.\d+)?) ?(?:%|percent)",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"(?:dollar[- ]for[- ]dollar|1:1|one[- ]to[- ]one|fully match\w*|match\w* (?:the )?(?:full|fully)|100 ?% match)[^%\d]{0,30}?(?P<upto>\d{1,2}(?:\.\d+)?) ?(?:%|percent)",
    re.IGNORECASE,
)
_HALF_MATCH = re.compile(
    r"(?:half|50 cents)\b[^%\d.?!]{0,45}?(?:up to|until|to)[^%\d.?!]{0,12}?(?P<upto>\d{1,2}(?:\.\d+)?) ?(?:%|percent)", re.IGNORECASE
)  # fmt: skip
_PLAIN_MATCH = re.compile(
    r"match\w*[^%\d.?!]{0,25}?(\d{1,2}(?:\.\d+)?) ?(?:%|percent)|(\d{1,2}(?:\.\d+)?) ?(?:%|percent)[^%\d.?!]{0,12}?match",
    re.IGNORECASE,
)


def _found(pattern: re.Pattern[str], text: str) -> float | int | None:
    match = pattern.search(text)
    number = next((group for group in match.groups() if group), None) if match else None
    return None if number is None else (float(number) if "." in number else int(number))


def _times(filled: Filled) -> dict[str, Any]:
    text = filled.question.text
    hours = _found(_HOURS, text)
    return {
        "hours_per_week": hours if hours is not None else _found(_BARE_HOURS, text),
        "weeks_per_year": _found(_WEEKS, text),
    }


def _unpaid(text: str) -> int | None:
    match = _OFF.search(text)
    return None if match is None else int(match[1]) * (5 if "week" in match.group().lower() else 1)


def _pay_period(filled: Filled) -> dict[str, Any] | None:
    """Any pay that names its period; the words ask for another."""
    text = filled.question.text
    salaries = _found(_SALARIES, text)
    if salaries is None and len(_salary_counts(text)) > 1:
        salaries = _salary_counts(text)[0]
    stated = [item for item in filled.question.quantities if item.period and item.kind in ("money", "plain")]
    if not stated and salaries:  # "CHF 8'200 x 13" is pay of a month, "42k sur 13 mois" that of a year
        paid = [item for item in filled.question.quantities if item.kind == "money" or item.value >= LEAST_YEARLY][:1]
        stated = [replace(item, period="month" if item.value < LEAST_YEARLY else "year") for item in paid]
    if (
        not stated
        and re.search(r"\b(?:salary|base|fte|gehalt|salaire|salario)\b", text, re.IGNORECASE)
        and filled.has(r"hourly|per hour|an hour")
    ):
        paid = [item for item in filled.question.quantities if item.kind == "money" and item.value >= LEAST_YEARLY][:1]
        stated = [replace(item, period="year") for item in paid]
    stated = [item for item in stated if not item.unit and item.value != salaries] or stated
    if not stated or len({item.period for item in stated}) < len(stated):
        return None
    pay = stated[0]
    value = pay.value
    if pay.period in ("year", "month") and not pay.explicit and value < 1000:
        value *= 1000
    counted = _salary_counts(text) if salaries or len(_salary_counts(text)) > 1 else []
    billed = re.search(
        r"\b(\d{2,3}) ?(?:days|tage|jours|d[ií]as)\b(?! ?(?:/|per|a) ?(?:week|month))", text, re.IGNORECASE
    )
    times = _times(filled)
    if pay.period == "day" and billed and int(billed[1]) >= 50:
        times["weeks_per_year"] = int(billed[1]) / 5
    return {
        "amount": to_json_number(value),
        "period": pay.period,
        **times,
        "days_per_week": _found(_DAYS_A_WEEK, text),
        "monthly_salaries": counted[0] if counted else salaries,
        "currency": pay.currency,
        MORE: [
            {"amount": to_json_number(value), "period": pay.period, "monthly_salaries": other} for other in counted[1:]
        ],
    }


def _salary_counts(text: str) -> list[int]:
    """How many salaries a year are asked about, where the words name several."""
    if not re.search(
        r"\b(?:pagas?|salaries|salarios|salary payments|mensualit\w+|mois|gehalter|gehälter|13th|14th|13|14)\b",
        text,
        re.IGNORECASE,
    ):
        return []
    found = re.findall(
        r"(?<![\d.,$€£])(1[2-5])(?![\d.,]?\d| ?(?:%|k\b|months? (?:of|after|vest|notice)|days|weeks|hours))", text
    )
    return list(dict.fromkeys(int(item) for item in found))


def _hourly(filled: Filled) -> dict[str, Any]:
    text = filled.question.text
    double = filled.number("double_time_hours") if filled.has("double") else None
    times = re.search(r"(?:x ?|times ?)?(1\.5|1\.25|1\.75|2)(?: ?x| times|x)", text)
    return {
        "hourly_rate": filled.number("hourly_rate"),
        **_times(filled),
        "overtime_hours": _overtime(text),
        "double_time_hours": double,
        "overtime_multiplier": float(times[1]) if times and times[1] != "2" else None,
        "unpaid_days": _unpaid(text),
    }


def _overtime(text: str) -> float | None:
    match = re.search(r"(\d{1,2}(?:\.\d)?) ?(?:hours?|hrs?|h)?(?: of)? ?(?:ot|overtime)\b", text, re.IGNORECASE)
    return float(match[1]) if match else None


def _contract(filled: Filled) -> dict[str, Any]:
    text = filled.question.text
    rate = filled.number("hourly_rate")
    day = next((q for q in filled.question.quantities if q.period == "day"), None)
    if rate is None and day is not None:
        rate = to_json_number(day.value / 8)
    benefits = filled.slots.get("benefits_amount")
    billable = re.search(r"(\d[\d,]{2,5}) ?(?:billable )?(?:hours|hrs)\b(?! ?(?:/|per|a) ?week)", text, re.IGNORECASE)
    return {
        "hourly_rate": rate,
        "salary": None
        if rate is not None and not filled.has(r"(?:vs|versus|or|compared|against|than|salary)")
        else filled.money("salary"),
        "kind": "w2" if filled.has(r"w-?2\b") and not filled.has(r"1099|c2c|freelanc") else None,
        "billable_hours": int(billable[1].replace(",", "")) if billable else None,
        **_times(filled),
        "unpaid_days": _unpaid(text),
        "bonus_pct": filled.number("bonus_pct"),
        "benefits_amount": filled.money("benefits_amount") if benefits and benefits.value >= LEAST_BENEFITS else None,
        "benefits_pct": filled.number("benefits_pct"),
        "bill_rate": filled.number("bill_rate"),
        "markup_pct": filled.number("markup_pct"),
        "margin_pct": filled.number("margin_pct"),
    }


def read_tiers(text: str) -> list[dict[str, float]]:
    """The tiers of a 401(k) match as retirement_match takes them: percents of pay counted from zero.

    >>> read_tiers("100% of the first 3% and 50% of the next 2%")
    [{'match_pct': 100.0, 'upto_pct': 3.0}, {'match_pct': 50.0, 'upto_pct': 5.0}]
    """
    text = re.sub(r"\b40[13] ?\(?[kb]\)?", "plan", text, flags=re.IGNORECASE)
    tiers: list[dict[str, float]] = []
    for match in _TIER.finditer(text):
        upto = float(match["upto"])
        if tiers and (match["next"] or "").strip().lower() == "next":
            upto += tiers[-1]["upto_pct"]
        tiers.append({"match_pct": float(match["match"]), "upto_pct": upto})
    if tiers and all(tier["match_pct"] > tier["upto_pct"] for tier in tiers):
        return tiers
    if half := _HALF_MATCH.search(text):
        return [{"match_pct": 50.0, "upto_pct": float(half["upto"])}]
    if full := _FULL.search(text):
        return [{"match_pct": 100.0, "upto_pct": float(full["upto"])}]
    if plain := _PLAIN_MATCH.search(text):
        return [{"match_pct": 100.0, "upto_pct": float(plain[1] or plain[2])}]
    return []


def _match(filled: Filled) -> dict[str, Any]:
    saved = re.search(
        r"\b(?:i(?:'m| am)? (?:only )?(?:put|putting|sav\w+|pay\w*)(?: in)?|(?<!company )(?<!employer )contribut\w+)[^%\d.?!]{0,14}(\d{1,2}(?:\.\d)?) ?%",
        filled.question.text,
        re.IGNORECASE,
    )
    return {
        "salary": filled.money("salary"),
        "tiers": read_tiers(filled.question.text),
        "contribution_pct": float(saved[1]) if saved else None,
    }


def _living(filled: Filled) -> dict[str, Any]:
    """Pay is written as money or in thousands; what is left are the two indexes, today's place first."""
    numbers = [item for item in filled.question.quantities if item.kind in ("money", "plain") and not item.unit]
    pays = [item for item in numbers if item.explicit or item.value >= LEAST_SALARY]
    places = [item for item in numbers if item not in pays]
    told = {name: item for name, item in filled.slots.items() if (item in places) == name.startswith("index")}
    if len(places) == 2 and not {"index_from", "index_to"} <= told.keys():
        told |= {"index_from": places[0], "index_to": places[1]}
    if len(pays) == 1:
        told = {name: item for name, item in told.items() if name.startswith("index")} | {"salary": pays[0]}
    known = Filled(filled.question, told)
    return {
        "salary": known.money("salary"),
        "index_from": known.number("index_from"),
        "index_to": known.number("index_to"),
        "new_salary": known.money("new_salary"),
        "currency": filled.currency,
    }


LEAST_SALARY = 1000
LEAST_YEARLY = 15_000
"""From here on pay in a number of salaries is that of a year."""
LEAST_BENEFITS = 100
"""Below this a number beside "benefits" counts weeks or days."""
MONTHLY = ("monthly pay", "yearly pay", "hourly pay")
PAY_SUMS = (
    Sum(
        "pay_period",
        (r"(?:a|per|each|the) day|daily|day rate|/ ?day|pro tag", r"\d{2,3} ?(?:days|tage|weeks)", r"(?:year|annual\w*|come\w* to|what|how much|total)"),
        _pay_period,
        shows=("yearly pay", "monthly pay", "daily pay"),
        never=r"(?:vs|versus|or\b.{0,40}\d{2}k|salary|perm\b|w-?2|vacation|tax\w*|net\b|vest\w*|claw\w*)",
        weight=5,
    ),
    Sum(
        "pay_period",
        (rf"{PERIOD_WORD}", r"(?:how much|what|come to|jahreslohn|jahresgehalt|convert|equal\w*|equiv\w*|annuali[sz]e\w*|same as|that is|come\w* (?:out )?to|work\w* out|is that|into|in (?:a |per )?(?:year|month|annual)\w*|was (?:ist|sind|macht)|wie ?viel|quanto|combien|translate\w*|breakdown|=|kitna|cuanto|cuánto)"),
        _pay_period,
        never=r"(?:overtime|1099|c2c|freelanc\w*|contractor|vest\w*|rsus?|stock|equity|401|raise|hike|grow\w*|after tax|take[- ]home|sign[- ]?on|bonus|clawback|net\b|net[oa]s?\b|invest\w*|subida|dilut\w*|vacation|perm\b|or\b.{0,40}\d)",
        needs=(("amount", "the pay and what it is paid for (an hour, a day, a month, a year)"),),
        shows=("yearly pay", "each of", "monthly pay", "bi-weekly pay", "weekly pay", "daily pay", "hourly pay"),
        weight=2,
    ),
    Sum(
        "hourly_pay",
        (r"(?:overtime|ot\b|time and a half|double time|unpaid)", r"(?:hour\w*|hr|/h)"),
        _hourly,
        (slot("hourly_rate", "price", r"(?:an hour|per hour|hourly|/hr|rate)", periods=("hour",), sole=True), slot("double_time_hours", "count", "double")),
        never=r"(?:1099|c2c|freelanc\w*|contract vs)",
        needs=(("hourly_rate|yearly_pay", "the hourly rate"),),
        shows=("yearly pay", "monthly pay", "weekly pay", "overtime pay a year", "average pay an hour"),
        weight=4,
    ),
    Sum(
        "contract_rate",
        (r"(?:1099|c2c|corp[- ]to[- ]corp|freelanc\w*|contract\w*|consult\w* rate|agency|self[- ]employed|day rate)", r"(?:salar\w*|w-?2|full[- ]?time|fte|employee|equal\w*|equiv\w*|perm\w*|compare\w*|break[- ]?even|worth|markup|margin|bill\w*|rate)"),
        _contract,
        (
            slot("hourly_rate", "price", r"(?:an hour|per hour|hourly|/ ?hr|rate|contract|1099|c2c|freelance)", periods=("hour",), sole=True),
            slot("salary", "money", r"(?:salary|full[- ]?time|fte|perm\w*|employee|base|w-?2|a year|job)", sole=True),
            slot("bonus_pct", "percent", r"bonus"),
            slot("benefits_amount", "money", r"(?:benefits?|health\w*|insurance)"),
            slot("benefits_pct", "percent", r"(?:benefits?|health|401|match\w*|pension|puts?)"),
            slot("bill_rate", "price", r"bill\w* (?:rate|the client|client|at)", periods=("hour",)),
            slot("markup_pct", "percent", r"markup"),
            slot("margin_pct", "percent", r"margin"),
        ),
        needs=(("hourly_rate|salary", "the contract rate an hour, or the salary to find a rate for"),),
        shows=("contract income a year", "employee package a year", "contract income above the employee package", "equal salary after payroll tax", "equal salary by employer cost", "equal contract rate", "contract income a year", "self-employment tax", "contract income after", "billable hours"),
        weight=3,
    ),
    Sum(
        "contract_rate", (r"(?:self[- ]?employment tax|se tax)", r"\d|dollars"), _contract,
        (slot("hourly_rate", "price", r"(?:an hour|per hour|hourly|/ ?hr|hour|rate|1099)", periods=(), sole=True),),
        never=r"(?:salary|w-?2|full[- ]?time|perm\w*|\d ?%)",
        needs=(("hourly_rate", "the contract rate an hour, and the hours billed a year"),),
        shows=("contract income a year", "self-employment tax", "contract income after"), weight=9,
    ),
    Sum(
        "retirement_match",
        (r"(?:401|403|match\w*)", r"(?:match\w*|contribut\w*|adds?\b|puts? in|pays? in|half of)"),
        _match,
        (slot("salary", "money", r"(?:salary|base|pay|make|earn|on|gross)", sole=True),),
        never=r"(?:match (?:it|them|their|the offer|google|amazon|meta|my)|competing|counter)",
        needs=(("salary", "your yearly salary"), ("tiers", "the match, such as “50 % up to 6 % of pay”")),
        spare=frozenset({"percent"}),
        shows=("employer match a year", "full employer match a year", "match left unclaimed", "own contribution a year", "match in percent of pay"),
        weight=5,
    ),
    Sum(
        "espp",
        (r"(?:espp|employee stock purchase|stock purchase plan|look-?back|purchase (?:day|date) price)", r"(?:how much|what|worth|gain|profit|free|return|make|calc\w*|\?)"),
        shape_espp,
        (
            slot("salary", "money", r"(?:salary|base|my pay\b|make|earn|gross)"),
            slot("contribution_amount", "money", r"(?:contribut\w*|put in|putting|paid in|i pay|pay in|into|invest\w*|max|i save)"),
            slot("discount_pct", "percent", r"(?:discount|off\b)"),
            slot("contribution_pct", "percent", r"(?:contribut\w*|put\w*|of (?:my )?(?:salary|base|pay|gross))", sole=True),
            slot("start_price", "price", r"(?:start\w*|begin\w*|beginning|offering date|first day|grant date|from|opened|was)", periods=()),
            slot("end_price", "price", r"(?:end\w*|purchase (?:date|day)|now|to\b|closed|finish\w*|is\b)"),
            slot("tax_pct", "percent", r"tax\w*"),
        ),
        needs=(("salary|contribution_amount", "your salary and the percent you pay in, or the amount"),),
        shows=("gain at purchase", "return on the contribution", "purchase price a share", "shares bought", "contribution used"),
        weight=6,
    ),
    Sum(
        "cost_of_living",
        (r"(?:cost[- ]of[- ]living|col\b|living costs?|index\w*|purchasing power)", r"\d"),
        _living,
        (
            slot("salary", "money", r"(?:salary|make|earn|currently|now|from|pay|in)", sole=True),
            slot("new_salary", "money", r"(?:offer\w*|new salary|would pay|they pay|there)"),
            slot("index_from", "count", r"(?:from|here|current\w*|index (?:of|is)|today)", sole=True),
            slot("index_to", "count", r"(?:to\b|there|new|vs|versus)", sole=True),
        ),
        needs=(("salary", "your salary today"), ("index_from", "the index of today's place"), ("index_to", "the index of the new place")),
        shows=("equal salary in the new place", "more than today", "prices in the new place"),
        weight=5,
    ),
)  # fmt: skip

"""Sums put together from lines: a rate times counts, lump sums, percents taken off, commission, overtime of a week."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.quantities import Quantity
from assistant.offline.sums.slots import as_money
from assistant.offline.sums.sum import Filled, Sum

_HOURS = re.compile(
    r"(?<![\d.,$€£])(\d{1,2}(?:\.\d+)?) ?-?(?:hours?|hrs?|h|stunden|heures|horas)\b(?! ?(?:of )?(?:ot|overtime|notice))",
    re.IGNORECASE,
)
_WEEKS = re.compile(
    r"(?<![\d.,$€£])(\d{1,2}) ?-?(?:weeks?|wks?|wochen|semaines|semanas)\b(?! ?(?:notice|off|vacation|holiday|leave|pto))",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?<![\d.,$€£])(\d{2,3}) ?(?:billable |billed |working |paid )?(?:days|jours|d[ií]as|tage|dias)\b(?! ?(?:/|per|a) ?(?:week|month))",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"(?<![\d.,$€£])(\d{1,2}) ?-?(?:months?|mois|meses|monate)\b(?! ?(?:notice|cliff))", re.IGNORECASE)
_EXTRA_RATE = re.compile(
    r"(?:differential|diff|premium|supplement|uplift)(?: of| is|:)? ?[$€£]?(?P<a>\d{1,3}(?:\.\d+)?)|[$€£]?(?P<b>\d{1,3}(?:\.\d+)?)(?:/h| an hour| per hour)? (?:night |weekend |shift )?(?:differential|diff|premium|supplement)\b",
    re.IGNORECASE,
)
_ONE_AND_HALF = re.compile(r"\btime and a half\b|\b1\.5 ?x\b|\b1\.5 times\b|\bx ?1\.5\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|above|after|past|beyond) (\d{2})\b", re.IGNORECASE)
_TAKEN_OFF = re.compile(
    r"\b(?:take off|takes? away|minus|less|deduct\w*|subtract\w*|knock off|net of|after paying|pay|paying|costs?|moins|menos|abz[uü]glich)\b(?:(?!\. )[^;?\n]){0,90}$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:perm\w*|fte|full[- ]?time|salar\w+|employee|w-?2|staff)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:housing|stipend|relo\w*|completion bonus|bonus|sign[- ]?on|allowance|health\w*|insurance|travel|equipment|laptop|fees?|per diem|expenses|software|pension|perks?)\b",
    re.IGNORECASE,
)
_COMMISSION = re.compile(
    r"(\d{1,2}(?:\.\d+)?) ?(?:%|percent)(?: \w+){0,2} commission|commission(?: \w+){0,3} (\d{1,2}(?:\.\d+)?) ?(?:%|percent)",
    re.IGNORECASE,
)
_SALES = re.compile(r"\b(?:sales|book|revenue|deals|closed?|bookings|quota|sell|turnover)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\b(\d{2})\s?/\s?(\d{2})\b")
_ATTAINED = re.compile(
    r"(\d{1,3}(?:\.\d+)?) ?(?:%|percent)(?: \w+){0,2} (?:of )?(?:my |the )?(?:quota|target|plan|goal|attain\w*)|(?:hit|reach|attain|land|make) (?:\w+ ){0,2}(\d{1,3}) ?(?:%|percent)",
    re.IGNORECASE,
)
STANDARD_WEEKS = 52


def _number(pattern: re.Pattern[str], text: str) -> float | int | None:
    match = pattern.search(text)
    found = next((group for group in match.groups() if group), None) if match else None
    return None if found is None else (float(found) if "." in found else int(found))


def _rate_sheet(filled: Filled) -> dict[str, Any] | None:
    """A rate of an hour, day, week or month times what is worked, with what is added and taken off."""
    text = filled.question.text
    rate = next(
        (
            item
            for item in filled.question.quantities
            if item.period in ("hour", "day", "week", "month") and not item.unit
        ),
        None,
    )
    if rate is None:
        rate = _day_rate(filled)
    if rate is None:
        return None
    counts = _counts(rate, text)
    if counts is None:
        return None
    amount = to_json_number(rate.value)
    lines = _overtime(amount, counts, text) or [{"label": _name_pay(text), "amount": amount, "payments": counts}]
    if rate.period == "hour" and (extra := _number(_EXTRA_RATE, text)) is not None:
        lines.append({"label": "differential", "amount": extra, "payments": counts})
    plain = len(lines) == 1
    others = [item for item in filled.question.quantities if item.start != rate.start and _is_lump(item)]
    against = next((item for item in others if _beside(_OTHER, text, item)), None)
    for item in others:
        if item is against:
            continue
        before = text[max(0, item.start - 100) : item.start]
        label = _LABEL.search(text[item.end : item.end + 30]) or _LABEL.search(before[-30:])
        named = label.group().lower() if label else "lump sum"
        lines.append(
            {"label": named, "amount": to_json_number(as_money(item)), "minus": bool(_TAKEN_OFF.search(before))}
        )
    for item in filled.question.quantities:
        if item.kind == "percent" and _TAKEN_OFF.search(text[max(0, item.start - 40) : item.start]):
            lines.append({"label": "percent taken off", "percents": [to_json_number(item.value)], "minus": True})
    if plain and len(lines) == 1 and against is None and rate.period != "day":
        return None
    other = to_json_number(as_money(against)) if against is not None else None
    return {"lines": lines, "against": other, "currency": filled.currency}


def _name_pay(text: str) -> str:
    contract = re.search(r"\b(?:contract\w*|ir35|day rate|freelanc\w*|tjm|consult\w*)\b", text, re.IGNORECASE)
    return "contract pay" if contract else "pay"


def _day_rate(filled: Filled) -> Quantity | None:
    """The amount beside words for a day rate ("TJM 520 €")."""
    called = re.search(r"\b(?:tjm|day rate|tagessatz|tarifa diaria|daily rate)\b", filled.question.text, re.IGNORECASE)
    if called is None:
        return None
    return next(
        (
            _daily(item)
            for item in filled.question.quantities
            if item.kind in ("money", "plain") and item.start > called.start()
        ),
        None,
    )


def _daily(item: Quantity) -> Quantity:
    return Quantity(item.start, item.end, item.value, item.kind, item.currency, item.explicit, "day")


def _counts(rate: Quantity, text: str) -> list[float | int] | None:
    """How often the rate is paid; None where the words do not say."""
    weeks, months = _number(_WEEKS, text), _number(_MONTHS, text)
    if rate.period == "hour":
        hours = _number(_HOURS, text)
        if hours is None:
            return None
        if (
            weeks is None
            and re.search(r"\b(?:one|a|that|this|per|the) (?:week|check|paycheck)\b|\bweekly\b", text, re.IGNORECASE)
            and not re.search(r"\b(?:year\w*|annual\w*)\b", text, re.IGNORECASE)
        ):
            return [hours]
        return [hours, weeks or STANDARD_WEEKS]
    if rate.period == "day":
        days = _number(_DAYS, text)
        return None if days is None else [days]
    count = weeks if rate.period == "week" else months
    return None if count is None else [count]


def _overtime(amount: int | float, counts: list[float | int], text: str) -> list[dict[str, Any]] | None:
    """Regular hours and those paid one and a half times, where the words state both and from which hour on."""
    over = _number(_OVER, text)
    if not _ONE_AND_HALF.search(text) or over is None or counts[0] <= over:
        return None
    return [
        {"label": "regular hours", "amount": amount, "payments": [over, *counts[1:]]},
        {"label": "overtime hours", "amount": amount, "payments": [counts[0] - over, 1.5, *counts[1:]]},
    ]


def _is_lump(item: Quantity) -> bool:
    return (
        item.kind in ("money", "plain")
        and not item.unit
        and item.period in (None, "year")
        and (item.explicit or item.value >= 1000)
    )


def _beside(pattern: re.Pattern[str], text: str, item: Quantity) -> bool:
    around = text[max(0, item.start - 24) : item.start] + " " + text[item.end : item.end + 14]
    return bool(pattern.search(around))


def _commission(filled: Filled) -> dict[str, Any] | None:
    """A base and a percent of what is sold."""
    text = filled.question.text
    percent = _number(_COMMISSION, text)
    lumps = [
        item
        for item in filled.question.quantities
        if _is_lump(item) or (item.kind == "plain" and item.value >= 20 and not item.unit)
    ]
    if percent is None or not 1 <= len(lumps) <= 2:
        return None
    sales = next((item for item in reversed(lumps) if _beside(_SALES, text, item)), max(lumps, key=as_money))
    base = next((item for item in lumps if item is not sales), None)
    lines: list[dict[str, Any]] = []
    if base is not None:
        lines.append({"label": "base", "amount": to_json_number(as_money(base))})
    lines.append({"label": "commission", "amount": to_json_number(as_money(sales)), "percents": [percent]})
    return {"lines": lines, "currency": filled.currency}


def _split(filled: Filled) -> dict[str, Any] | None:
    """On-target earnings split into base and variable pay, the variable part paid by attainment."""
    text = filled.question.text
    split, attained = _SPLIT.search(text), _number(_ATTAINED, text)
    lumps = [
        item
        for item in filled.question.quantities
        if item.kind in ("money", "plain") and not item.unit and item.value >= 20
    ]
    lumps = [item for item in lumps if not (split and split.start() <= item.start < split.end())]
    if split is None or int(split[1]) + int(split[2]) != 100 or not lumps:
        return None
    whole = to_json_number(as_money(lumps[0]))
    paid = [attained] if attained is not None else []
    return {
        "lines": [
            {"label": "base", "amount": whole, "payments": [int(split[1]) / 100]},
            {"label": "variable pay", "amount": whole, "payments": [int(split[2]) / 100], "percents": paid},
        ],
        "currency": filled.currency,
    }


def _thirteenth(filled: Filled) -> dict[str, Any] | None:
    """Twelve salaries, a thirteenth, and a third of one for the holidays."""
    pays = [
        item
        for item in filled.question.quantities
        if item.kind in ("money", "plain") and not item.unit and item.value >= 500
    ]
    if len(pays) != 1:
        return None
    month = to_json_number(pays[0].value)
    lines: list[dict[str, Any]] = [{"label": "twelve salaries", "amount": month, "payments": [12]}]
    if filled.has(r"13|decimo|thirteenth|trezena"):
        lines.append({"label": "thirteenth salary", "amount": month})
    if filled.has(r"1/3|um terco|one third|terco"):
        lines.append({"label": "holiday third", "amount": month, "payments": [0.3333333333]})
    return {"lines": lines, "currency": filled.currency or "BRL"}


ASKS = r"(?:how much|what|whats|total|gross|whole|gap|compare\w*|combien|cu[aá]nto|wie ?viel|quanto|come to|make|yearly|annual\w*|difference|versus|vs|worth|in all|\?)"
SHOWN = (
    "total of the lines",
    "regular hours",
    "overtime hours",
    "pay",
    "contract pay",
    "base",
    "commission",
    "variable pay",
    "twelve salaries",
    "thirteenth salary",
    "holiday third",
    "differential",
    "housing",
    "stipend",
    "percent taken off",
    "total above",
    "total below",
)
SHEET_SUMS = (
    Sum(
        "pay_sheet",
        (r"(?:ferias|13[ºo°]|decimo terceiro|clt)", r"(?:ferias|1/3|13[ºo°]|decimo|terco)", r"(?:quanto|total|ano|year|how much|what)"),
        _thirteenth,
        shows=SHOWN,
        never=r"(?:sign[- ]?on|vest\w*|rsus?)",
        spare=frozenset({"plain", "count"}),
        weight=9,
    ),
    Sum(
        "pay_sheet",
        (r"commission", r"\d ?(?:%|percent)", ASKS),
        _commission,
        shows=SHOWN,
        never=r"(?:ote\b|on[- ]target|vest\w*|clawback|draw)",
        weight=9,
    ),
    Sum(
        "pay_sheet",
        (r"(?:ote\b|on[- ]target)", r"\d{2} ?/ ?\d{2}", ASKS),
        _split,
        shows=SHOWN,
        never=r"(?:accelerator pays|vest\w*)",
        spare=frozenset({"percent"}),
        weight=9,
    ),
    Sum(
        "pay_sheet",
        (r"(?:/ ?(?:h|hr|hour|day|week|wk|mo|month)\b|an hour|per (?:hour|day|week|month)|hourly|a day|a week|a month|tjm|day rate|tagessatz|daily)", r"\d{1,3} ?-?(?:h\b|hrs?|hours?|days|jours|dias|tage|weeks?|wks?|months?)", ASKS),
        _rate_sheet,
        shows=SHOWN,
        never=r"(?:vest\w*|claw\w*|rsus?|unpaid|1099|c2c|w-?2 (?:vs|or)|self[- ]employ\w*|notice|strike|same pay|after[- ]tax|take[- ]home|equal\w*|equiv\w*|vacation|pto|bill (?:rate|the client)|markup|margin|on[- ]call|benefits)",
        spare=frozenset({"count"}),
        weight=6,
    ),
)  # fmt: skip

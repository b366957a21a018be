"""Vocabulary: the parts that numbers play in sums, what each can measure, and the words that stand beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.message import Message
from assistant.offline.algebra.portions import KEPT
from assistant.offline.algebra.terms import Term

PASSING = frozenset({"o", "yn"})
"""Senses of numbers said in passing, such as "year 1"."""
PAY_SENSES = frozenset({"pay", "now", "ask", "walk", "open", "tc", "net", "sign", "sign2", "grant", "ote", "bonus", "gap", "quota", "low", "high"})  # fmt: skip
MONEY = PAY_SENSES | {"extra", "stock", "refresh", "cost", "paidin", "price", "price2", "strike", "fmv", "mid", "pref", "exit", "prefs", "plus", "cap", "unitcost", "fx"}  # fmt: skip
PERCENTS = frozenset(["bpct", "pens", "tax", "fte", "attain", "rise", "fall", "dilute", "own", "disc", "put", "infl", "rate", "chance", "vest", "owe", "over", "comm", "ontop", "upto", "match", "overpct", "factor"])  # fmt: skip
_TIME = frozenset(["hours", "hours2", "weeks", "days", "dweek", "months", "years", "cliff", "leave", "term", "horizon", "wait", "notice", "notice2", "served", "minutes", "miles", "unpaid", "off", "each", "othours", "shifth", "bmonths", "monthdays", "left", "more", "freq", "part", "often"])  # fmt: skip
_COUNTS = frozenset({"sal", "often", "items", "years", "shares", "fd", "mult"})
_DIMS = {"money": MONEY | {"fd", "shares", "each", "put"} | PASSING, "percent": PERCENTS | {"plus", "part", "low", "high"} | PASSING, "time": _TIME | {"shifts", "yn", "o", "items", "otafter", "raises", "cap"}}  # fmt: skip
CUES = {
    "tax": r"tax\w*|fed\w*|fica|net\w*|withh\w*|take[- ]?home|takes?|taken|steuer\w*|finanzamt|abz\w*|impost\w*|retenci\w+|irpf|inss|simples|cpf|hold|deduct\w*|lands|marginal|after (?:about |around |roughly )?\d+|social\w*|sozial\w*|pocket|keep",
    "dilute": r"dilut\w*|rounds?|series",
    "pens": r"match\w*|pension\w*|40[13]\(?[kb]\)?|super|employer|rrsp|retire\w*|company (?:puts|adds|pays)|they (?:put|add)|cpf|nps|altersvorsorge|bav|kiwisaver|isk",
    "otafter": r"overtime|ot|over|after|time and a half|1[.,]5x?|uberstunden",
    "othours": r"overtime|ot|time and a half|double[- ]time|1[.,]5x?|uberstunden|extra hours|hours extra",
    "mult": r"overtime|ot|\d(?:[.,]\d)?x|x|times|rate|accelerator\w*|at 1[.,]5",
    "prefs": r"pref\w*|investors?|first|top|stack|liquidation",
    "quota": r"quota|sales|sell\w*|sold|book\w*|territory|target|arr|revenue|commission\w*|clos\w+|origina\w+|br(?:ing|ought) in|collect\w*|produc\w+|turnover|deals?|profit",
    "ote": r"ote|on[- ]target|target earnings",
    "attain": r"quota|attain\w*|hit|land\w*|target|reach\w*|pays? out|payout|paid out|funded|paid|only|factor|comes?|mile|at",
    "factor": r"factor|faktor|multipl\w*|modifier|score|rating|personal|individual|own",
    "fte": r"fte|part[- ]?time|full[- ]?time|vollzeit|teilzeit|stelle|position|%|days|workload|pensum|contract",
    "fx": r"dollars?|usd|euros?|eur|reais|rupees?|inr|pounds?|gbp|francs?|chf|cad|aud|yen|jpy|pesos?|rate|convert\w*|exchange|kurs|cambio|\$|€|£",
    "plus": r"night\w*|weekend\w*|shift\w*|diff\w*|extra|more|premium|on top|\+|plus|zuschlag\w*|recargo|adicional",
    "gap": r"more|less|lower|higher|extra|raise|bump|cut|below|above|under|\+|give up|trade|swap|instead|increase|worse|better|another|win\w*",
    "horizon": r"years?|yrs?|y|jahre?n?|anos?|saal|raises|long",
}
"""Words one of which stands in every message with such a part."""
_UNITS = {
    "hours": {"hour"}, "hours2": {"hour"}, "othours": {"hour"}, "shifth": {"hour"}, "weeks": {"week"}, "days": {"day", "shift"}, "dweek": {"day", "shift"},
    "months": {"month"}, "bmonths": {"month"}, "miles": {"mile", "trip", "visit", "call"}, "minutes": {"minute", "hour"}, "shifts": {"shift", "day", "trip", "call", "visit"}, "raises": {"year"}, "years": {"year", "month"},
    "cliff": {"year", "month"}, "leave": {"year", "month", "week"}, "term": {"year", "month"}, "horizon": {"year"}, "wait": {"year", "month", "week"},
    "notice": {"day", "week", "month"}, "notice2": {"day", "week", "month"}, "served": {"year", "month"}, "unpaid": {"week", "day", "month"},
    "off": {"day", "week"}, "each": {"day", "week", "month"}, "often": {"day", "week", "month", "nth"}, "otafter": {"hour"}, "monthdays": {"day"},
}  # fmt: skip


RATES = frozenset({"pay", "now", "plus"})
"""Parts of money that may be written as "34 hr"."""
COUNTED_BY_MONTH = frozenset({"sal", "bmonths"})


def fits(term: Term, sense: str) -> bool:
    """Whether a number can play a part, by what it measures and its unit."""
    return _fits(as_played(term, sense), sense)


def as_played(term: Term, sense: str) -> Term:
    """The number as its part has it: "34 hr" of pay is money an hour, "16 a week" of lessons is a count, "13 months" of salaries too."""
    bare = term.currency is None and not term.explicit
    if term.dim == "time" and sense in RATES and term.unit in ("hour", "day", "week", "month") and term.per is None:
        return replace(term, dim="money", per=term.unit, unit=None)
    if term.dim == "time" and sense in COUNTED_BY_MONTH and term.unit == "month":
        return replace(term, dim="count", unit=None, per=None)
    if term.unit == KEPT and sense != "tax":
        return replace(term, unit=None)
    if term.dim == "percent" and sense == "fall":
        return replace(term, value=abs(term.value))
    if term.dim == "money" and bare and (sense in _COUNTS or sense not in _DIMS["money"]):
        unit = "shift" if sense == "shifts" else next(iter(_UNITS[sense])) if len(_UNITS.get(sense, ())) == 1 else None
        return replace(
            term, dim="time" if unit else "number", unit=unit, per=term.per if unit or sense == "items" else None
        )
    return term


MOST = {"dweek": 7}
"""The most there can be of some counts in a week."""
SALARIES, CHECKS = 20, frozenset(map(Decimal, (24, 26, 27, 52, 53)))
"""The most salaries a year, and how many checks there are instead."""


def _fits(term: Term, sense: str) -> bool:
    if term.value > MOST.get(sense, term.value) or (
        sense == "sal" and term.value > SALARIES and term.value not in CHECKS
    ):
        return False
    if term.unit == "part":
        return sense in _DIMS["time"] | _COUNTS
    allowed = _DIMS.get(term.dim)
    if allowed is not None and sense not in allowed:
        return False
    if term.dim not in ("time", "percent") and sense in _TIME:
        return term.dim in ("number", "count") and term.per is None and term.currency is None
    units = _UNITS.get(sense)
    return units is None or term.dim != "time" or term.unit in units


def is_open(sense: str, message: Message) -> bool:
    """Whether the words of a message allow such a part at all."""
    return sense not in CUES or message.has(CUES[sense])

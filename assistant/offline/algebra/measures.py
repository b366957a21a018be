"""Measures: numbers that count shifts, miles, parts of a week or every so manieth week, and money by those."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "funf": 5, "sechs": 6, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "duas": 2, "quatro": 4}  # fmt: skip
_N = r"\d{1,2}|one|two|three|four|five|six|seven"
_UNITS = (("mile", r"miles?|mi|km|kilomet\w+"), ("shift", r"shifts?"), ("quarter", r"quarters?|qtrs?|quartal"), ("visit", r"visits?"), ("call", r"calls?|callouts?"), ("trip", r"trips?|loads?|stops?|drops?|deliver(?:y|ies)|sessions?|classes|lessons?|appointments?"))  # fmt: skip
_ANY = "|".join(words for _, words in _UNITS)
_OFTEN = r"(?: ?/ ?| (?:per|an?|each|every|in an?) )(?P<per>hour|hr|day|week|wk|month|mo|year|yr|shift|trip)\b"
_SHIFTS = re.compile(
    rf"(?<![\w.,$])(?P<count>{_N})(?: ?[x×] ?| )(?:(?P<length>[6-9]|1[0-6]|24)(?:'?s\b|[ -]?(?:h|hrs?|hours?)\b(?:[ -]shifts?)?)|(?P<word>eight|ten|twelve)(?:s\b|[ -](?:h|hrs?|hours?)(?:[ -]shifts?)?))",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\w.,$€£])(?P<count>\d[\d,]*(?:\.\d+)?|{_N}) ?(?P<unit>{_ANY})\b(?:{_OFTEN})?", re.IGNORECASE
)
_PART = re.compile(
    rf"(?<![\w.,$€£])(?P<count>{_N})(?: of| out of) (?:the|those|them|these|my|which)\b(?: (?P<all>{_N})\b)?",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"\b(?:(?:one|1) (?:week|wk) (?:out of|in|of|every)|a (?:week|wk) (?:out of|in)|(?<!\d )a (?:week|wk) every)(?: every)? (?P<a>{_N})\b(?![.,]\d| ?-?(?:h|hrs?|hours?|days?|nights?|shifts?|months?|years?)\b)(?: (?:weeks?|wks?))?"
    r"|\b(?:eine|einer|une|una|uma|1|[1e]in) (?:woche|semaine|semana) (?:von|sur|de|de cada|em|a cada|alle) (?P<d>\d|zwei|drei|vier|fünf|funf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|duas|quatro)\b(?! ?(?:h|std|stunden|horas|heures)\b)"
    r"|\b(?:every|each) (?P<b>second|third|fourth|fifth|\dth|\drd|2nd) (?:week|wk)\b|\b1[ -]?(?:in|out of)[ -]?(?P<c>\d) (?:weeks?|wks?)",
    re.IGNORECASE,
)
_RATE = re.compile(rf"^(?: ?(?:cents?|pence|c|ct|cpm)\b|p\b)?(?: ?/ ?| (?:per|an?|each|every|for each|for every) )(?P<unit>{_ANY})\b|^ ?(?P<quarterly>quarterly)\b", re.IGNORECASE)  # fmt: skip
_RATE_BEHIND = re.compile(
    r"^ (?:more|extra|less|better) ?(?:(?:a|per|each|every) |/ ?)(?P<span>hour|hr|day|week|wk|month|mo|year|yr|quarter)\b",
    re.IGNORECASE,
)
_QUARTERLY = re.compile(r"^(?: [a-z]+){1,3} (?P<span>quarter)(?:ly)?\b", re.IGNORECASE)
_IN_HINDI = re.compile(r"\b(?:hai|hain|kitn\w+|mahin\w+|naya|abhi|batao|toh|agar|milega|hoga|hua)\b", re.IGNORECASE)
"""Where "15 mile" is "if I got 15"."""
_EACH_HOURS = re.compile(
    r"(?<![\w.,$])(?P<count>[4-9]|1[0-6]) ?(?:h|hrs?|hours?) (?:each|a shift|per shift|long)\b", re.IGNORECASE
)
_ALL_HOURS = re.compile(
    r"\ball (?P<count>\d{2})\b(?! ?(?:%|k\b|months?\b|weeks?\b|years?\b|days?\b|hours?\b|hrs?\b))", re.IGNORECASE
)
_PART_OF_MONTH = re.compile(
    r"(?<![\w.,$€£])(?P<count>\d{1,3}) ?(?:%|percent|prozent|pct) (?:of (?:a|an|one|the|your|my) (?:month|monthly)(?:'?s)?(?: (?:salary|pay|wages?|base))?|eines monats\w*|d'un mois(?: de salaire)?|de un (?:mes|salario mensual)|de (?:un |una )?mensualidad)\b",
    re.IGNORECASE,
)
_LAST_SALARY = re.compile(
    r"(?<!no )(?<!without )(?<!without a )(?<!no such )\b(?P<count>1[34])(?:th|[.ºª]) (?:(?:month(?:ly)?|month's) )?(?:cheques?|checks?|salar(?:y|ies)|pay\b(?! ?(?:period|day))|wages?)"
    r"|(?<!\bin the )(?<!\bthe )(?<!\bmy )(?<!\bno )(?<!\bwithout )(?<!\bin )(?<!\bby )(?<!\bat )(?<!\bin a )(?<!\bno paid )\b(?P<month>1[34])th[ -]month\b",
    re.IGNORECASE,
)
"""A salary more than the months of a year: how many there are in all."""
_NAMED_OFTEN = re.compile(
    r"^(?: in(?= tips\b))?(?: (?!in\b|to\b|at\b|by\b|if\b|as\b|of\b|on\b|or\b|and\b|for\b|per\b|after\b|within\b|over\b|than\b|under\b|until\b|from\b|once\b|twice\b|every\b|each\b|an?\b)[a-z]+){1,2}"
    r"(?: (?:per|an?|every|each) |/)(?P<unit>hour|day|week|month|year|shift)\b",
    re.IGNORECASE,
)
"""How often an amount comes, behind what it is: "1,150 stipend every week"."""
_PERS = {"hr": "hour", "wk": "week", "mo": "month", "yr": "year"}


@dataclass(frozen=True)
class Measure:
    """A count: `text[start:end]` writes it; `unit` may be "part" (of what is counted) or "nth" (of weeks)."""

    start: int
    end: int
    value: Decimal
    unit: str
    per: str | None = None


def read_measures(text: str) -> list[Measure]:
    """The counts of a text that no general reading of numbers knows, none inside another.

    >>> [(int(m.value), m.unit, m.per) for m in read_measures("i do three 12s, one of the three on saturday")]
    [(3, 'shift', 'week'), (12, 'hour', 'shift'), (1, 'part', None)]
    """
    found: list[Measure] = []
    for match in _SHIFTS.finditer(text):
        found.append(Measure(match.start("count"), match.end("count"), _number(match["count"]), "shift", "week"))
        group = "length" if match["length"] else "word"
        found.append(Measure(match.start(group), match.end(), _number(match[group]), "hour", "shift"))
    for match in _NTH.finditer(text):
        name = match["a"] or match["b"] or match["c"] or match["d"]
        found.append(
            Measure(match.start(), match.end(), _number(name.rstrip("thrd") if name[0].isdigit() else name), "nth")
        )
    for match in _PART.finditer(text):
        found.append(
            Measure(match.start(), match.start("all") if match["all"] else match.end(), _number(match["count"]), "part")
        )
    for match in _COUNT.finditer(text):
        unit = next(name for name, words in _UNITS if re.fullmatch(words, match["unit"], re.IGNORECASE))
        per = (match["per"] or "").lower()
        if unit != "quarter" and not (match["unit"].lower() == "mile" and _IN_HINDI.search(text)):
            found.append(
                Measure(match.start(), match.end(), _number(match["count"]), unit, _PERS.get(per, per) or None)
            )
    for match in _EACH_HOURS.finditer(text):
        found.append(Measure(match.start(), match.end(), _number(match["count"]), "hour", "shift"))
    for match in _LAST_SALARY.finditer(text):
        found.append(Measure(match.start(), match.end(), _number(match["count"] or match["month"]), "salary"))
    for match in _PART_OF_MONTH.finditer(text):
        found.append(Measure(match.start(), match.end(), _number(match["count"]) / 100, "month"))
    for match in _ALL_HOURS.finditer(text):
        found.append(Measure(match.start("count"), match.end(), _number(match["count"]), "part"))
    apart: list[Measure] = []
    for item in found:
        if all(item.end <= other.start or item.start >= other.end for other in apart):
            apart.append(item)
    return sorted(apart, key=lambda item: item.start)


def read_rate(after: str) -> tuple[str, int] | None:
    """By what an amount comes, where that is no span of time, and how far the words reach: "a mile", "every quarter"."""
    match = _RATE.match(after) or _RATE_BEHIND.match(after) or _QUARTERLY.match(after)
    if match is None:
        return None
    if "span" in match.re.groupindex:
        return _PERS.get(match["span"].lower(), match["span"].lower()), match.end()
    if match["quarterly"]:
        return "quarter", match.end()
    return next(name for name, words in _UNITS if re.fullmatch(words, match["unit"], re.IGNORECASE)), match.end()


def read_often(after: str) -> str | None:
    """How often an amount comes by the words behind what it is.

    >>> read_often(" stipend every week")
    'week'
    """
    match = _NAMED_OFTEN.match(after)
    return match["unit"].lower() if match else None


def _number(words: str) -> Decimal:
    known = WORDS.get(words.lower())
    return Decimal(known) if known else Decimal(words.replace(",", ""))

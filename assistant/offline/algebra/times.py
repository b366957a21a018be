"""Times: the unit behind a number, how far its word reaches, and within what it counts: 40 hours a week."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.sums.quantities import is_span

_ANY_WORD = r"(?:(?!(?:in|at|on|for|by|from|after|per|an?|each|every|this|next|last|and|or|with)\b)[^\W\d]+ )?"
"""What may stand between a number and its unit: "48 paid weeks", but not "35 in year two"."""
_TIME_WORDS = (
    ("minute", r"min(?:ute)?s?\b"),
    ("hour", r"(?:billable |billed |working |work |paid |stunden|heures|horas)?(?:h|hrs?|hours?|stunden|heures|horas|std)\b"),
    ("day", r"(?:(?!(?:per|an?|each|every|mit|bei|for|with|and|or|at|on)\b)[^\W\d]+ ){0,2}(?:days?|tagen?|dias|jours)\b"),
    ("week", rf"{_ANY_WORD}(?:weeks?|wks?|wochen|semanas|semaines)\b"),
    ("month", rf"{_ANY_WORD}(?:months?|mos?|mths?|monaten?|mes(?:es)?|mois|mahine)\b"),
    ("year", rf"{_ANY_WORD}(?:years?|yrs?|jahren?|anos|saal)\b"),
)  # fmt: skip
_TIMES = tuple((unit, re.compile(rf"^[ -]?(?:{words})", re.IGNORECASE)) for unit, words in _TIME_WORDS)
_OFTEN = re.compile(
    r"^(?: of (?:\w+ )?\w+)?\s*(?:/|per|an?|each|every|in a|a|por|pro) ?(?P<unit>two weeks|2 weeks|fortnight|pay period|hour|day|week|wk|month|mo|year|yr|annum|woche|monat|jahr|semana|mes|ano)",
    re.IGNORECASE,
)
_OFTEN_UNITS = {"two weeks": "bi-week", "2 weeks": "bi-week", "fortnight": "bi-week", "pay period": "bi-week", "wk": "week", "mo": "month", "yr": "year", "annum": "year", "woche": "week", "monat": "month", "jahr": "year", "semana": "week", "mes": "month", "ano": "year"}  # fmt: skip


def unit_behind(after: str, value: Decimal) -> str | None:
    """The unit of time by the words behind a number.

    >>> unit_behind(" paid weeks", Decimal(48)), unit_behind(" in year two", Decimal(35))
    ('week', None)
    """
    unit = named_behind(after)
    return unit if is_span(unit, value, after) else None


def named_behind(after: str) -> str | None:
    """The unit of time that is named right behind a number, of whatever size."""
    return next((name for name, words in _TIMES if words.match(after)), None)


def reach(text: str, end: int, unit: str | None) -> tuple[int, str | None]:
    """Where the unit behind a number ends, and within what the time counts."""
    words = next((words.match(text[end:]) for name, words in _TIMES if name == unit), None)
    end += words.end() if words else 0
    often = _OFTEN.match(text[end : end + 20])
    if often is None:
        return end, None
    within = _OFTEN_UNITS.get(often["unit"].lower(), often["unit"].lower())
    return end + often.end(), within if within != unit else None

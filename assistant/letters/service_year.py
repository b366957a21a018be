"""Service year: in which year of service a part of a payment is due, "at your first anniversary"."""

from __future__ import annotations

import re

from assistant.letters.patterns import read_count

YEAR = re.compile(
    r"\bafter (?:year|yr) ?(?P<past>one|two|1|2)\b|\b(?:year|yr|y) ?(?P<number>one|two|three|four|[1-4])\b"
    r"|\b(?P<ordinal>first|second|third|fourth|1st"
    r"|2nd|3rd|4th)[ -](?P<what>year|anniversary)"
    r"|\b(?:after|at|upon|hit|reach|completion of|completing|in|nach) (?:the |my |your )?(?P<after>one|two|three|a|twelve|eighteen"
    r"|\d{1,2})[ -](?P<unit>years?|yrs?|months?|monaten?|jahre?n?)\b"
    r"|\b(?P<next>zweiten|deuxième|segundo|secondo|tweede|andra)[ -](?:dienst|beschäftigungs)?(?:jahr|année|año|ano|anno|jaar|året)\b"
    r"|\bin the (?P<nth>first|second|third)(?= ?[.,;)]|$)"
    r"|\bmonths? (?P<month>1[3-9]|2[0-5])\b"
    r"|\b(?P<later>12|twelve|24) months (?:after|from|into|post)\b"
    r"|\b(?:(?:on|at|after|upon) )?(?:your |the |my )?(?P<one>one|1|two|2)[ -](?:year|yr) (?:anniversary|mark)",
    re.IGNORECASE,
)


def read_year(found: re.Match[str]) -> int:
    """The year of service a wording names, 1 for the first twelve months."""
    if found["number"]:
        return int(read_count(found["number"]))
    if found["ordinal"]:
        return int(read_count(found["ordinal"])) + (found["what"].lower() == "anniversary")
    if found["past"]:
        return int(read_count(found["past"])) + 1
    if found["next"]:
        return 2
    if found["nth"]:
        return int(read_count(found["nth"]))
    if found["month"]:
        return (int(found["month"]) - 1) // 12 + 1
    if found["one"]:
        return int(read_count(found["one"])) + 1
    if found["later"]:
        return int(read_count(found["later"]) / 12) + 1
    count = read_count(found["after"])
    return int(count if found["unit"].lower().startswith("y") else count / 12) + 1

"""Levels: the grade of the job, from a labelled line or a code such as L62, IC4, E5."""

from __future__ import annotations

import re

from assistant.letters.mentions import Page
from assistant.letters.sentences import place_of, trim_marks
from assistant.letters.terms import Terms

_LEVEL_KEY = re.compile(
    r"(?im)^[ \t|*#-]*(?:job |career |pay |salary |group and )?(?:level|grade|band|job level|corporate (?:title|grade|rank))[*_]*[ \t]*(?:[:|]|\n)"
    r"[ \t|*_]*(?P<value>[^\n|*_,;]{1,30})"
)
_LEVEL = re.compile(
    r"(?<![\w/-])(?P<level>[Ll][3-9]|[Ll]1[0-2]|[Ll][5-8]\d|[Ee][3-9]|(?:IC|ic|Ic)[ -]?[1-9]|(?:ICT|ict)"
    r"[1-9]|(?:MTS|mts) ?[1-5]|T[3-9]|P[1-7]|M[1-6]|G\d{1,2}|D[1-3]"
    r"|(?i:(?:career |job )?level) \d{1,2}|(?<=[Gg]rade )[A-Z]\d{1,2}|(?i:grade|band) (?:\d{1,2}[A-Z]?|[A-Z])(?!\w)"
    r"|(?i:(?:salary |pay )?(?:scale|step|tier)) \d{1,2}(?= of (?:the|our)\b|[.,;)\n]|$)"
    r"|(?:Category|Column|Lane|Class|Range|Grade|Band) (?:[A-Z]{1,2}\d?|\d{1,2}|[IVX]{1,4}),? (?:Step|step) \d{1,2}"
    r"|APS ?\d|EL ?[12]|GS-\d{1,4}(?:-\d{1,2})?)(?![\w%/-]| ?\d[A-Z]{2}\b|\.\d|, \d+ [A-Z]|(?i: visas?\b))"
)
_NAMED = re.compile(r"(?=[^\d]*[^\W\d])(?!.*(?:[$€£%]|\d{3,}))")
_LONGEST = 30
_LEVEL_NOISE = re.compile(r"(?i)(?:visa|series|form|schedule|exhibit|floor|suite|parking)\W*$")


def read_level(page: Page, terms: Terms) -> None:
    """Fill level: a labelled line, or a code such as L62, IC4, E5."""
    for match in _LEVEL_KEY.finditer(page.terms):
        value = trim_marks(match["value"])
        if value and not re.search(r"[$€£%]|\d{3,}", value):
            terms.put("level", value, place_of(match.start("value"), match["value"], value))
            return
    for row in page.rows:
        value = trim_marks(re.split(r"\s*[(;,]", row.value)[0])
        if row.field == "level" and len(value) < _LONGEST and _NAMED.match(value):
            terms.put("level", value, place_of(row.start, row.value, value))
            return
    for match in _LEVEL.finditer(page.terms):
        before = page.terms[max(0, match.start() - 15) : match.start()]
        if not _LEVEL_NOISE.search(before) and not is_open(page.terms, match.start(), match.end()):
            level = match["level"]
            terms.put("level", level.upper() if len(level) <= 5 else level, match.span("level"))
            return


def is_open(text: str, start: int, end: int) -> bool:
    """Whether a level stands beside another, so that it is not settled which of them it is: "L4 or L5"."""
    code = re.escape("".join(re.findall(r"^[A-Za-z]+", text[start:end])))
    after = rf" ?(?:(?:or|to) (?:{code})?|[/-] ?{code}) ?\d{{1,2}}(?![\d%.,]|k\b)"
    return bool(code) and bool(
        re.match(after, text[end : end + 12])
        or re.search(rf"\b{code} ?\d{{1,2}} ?(?:or|to|/|-) ?$", text[max(0, start - 12) : start])
    )

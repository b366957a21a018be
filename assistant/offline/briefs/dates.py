"""Dates: days and spans of time as people type them in a request."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.prose import tidy

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"


DATE = (
    rf"(?:(?:next |this |coming |the )*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:morning|noon|evening|night|eod))?(?: the \d{{1,2}}(?:st|nd|rd|th)?| \d{{1,2}}(?:st|nd|rd|th)?(?! ?(?:am|pm|h\b|:|k\b|%|people|of\b|hours|days|weeks)))?"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|the \d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?:st|nd|rd|th)\b|(?:the )?end of (?:the |next |this )*(?:week|month)|next (?:week|month)|tomorrow|{_MONTH})\b"
)


_HOUR = r"(?:,? (?:at )?(?:\d{1,2}(?::\d\d)? ?(?:am|pm)\b|noon\b|midnight\b|eod\b|cob\b|end of day\b))?"
"""The time of a day."""
ANY_DATE = lazy(rf"\b{DATE}", re.IGNORECASE)


_UNTIL = lazy(
    rf"\b(?:until|till|til|thru|through|hasta|bis)\s+(?P<date>{DATE}{_HOUR})|\bto (?P<to>{DATE})|\bby (?P<by>{DATE})|\b(?P<tak>{DATE}) tak\b|\bask(?:ing)? (?:\w+ )?for (?P<for>{DATE})|\b(?:extend|extension|push|move|delay)[^.?!\n]{{0,30}}\bto (?P<moved>{DATE})",
    re.IGNORECASE,
)


_ANSWERS_ON = lazy(
    rf"\b(?:give|have|send) (?:you |them |her |him )?(?:my|an|the) (?:answer|decision|reply)(?: to \w+)? (?:on |by |until |till )?(?P<date>{DATE})",
    re.IGNORECASE,
)
_COMES_BACK = lazy(
    rf"\b(?:come|be|get|write|report) back(?: to \w+)? (?:on |by |before )?(?P<date>{DATE}{_HOUR})|\b(?:decide|answer|reply|respond|let (?:you|them|her|him) know) (?:by|on) (?P<by>{DATE}{_HOUR})",
    re.IGNORECASE,
)
"""The day by which the person will answer."""
_OWN_TIME = lazy(
    rf"\b(?:need|want|have|like|get|get me|buy me|ask(?:ing)? for|extend|extension|think|decide|more time|time)(?: (?:it|me|more|time|to think|to decide|over|about it|an extension|my answer))* (?:until|till|til) (?P<date>{DATE}{_HOUR})",
    re.IGNORECASE,
)
"""The day the person asks for, which goes before the day they were given."""


_GIVEN = lazy(
    r"\b(?:(?:gave|given?|gives|giving) (?:me|us)|(?:i|we)(?:'ve| have)?(?: only)? (?:have|got)|(?:they|she|he) (?:want|need|expect)\w*|deadline|expires?|valid|good)\b[^.?!\n]{0,24}$",
    re.IGNORECASE,
)
"""Tells the day they set, which is not the one asked for."""


_SPAN = lazy(
    r"\b(?P<number>\d+|one|two|three|four|five|six|ten|a|an|a few|a couple(?: of)?|another)\s+(?:more |extra |additional |full |working |business )*(?P<unit>days?|weeks?|hours?|months?)\b(?! (?:of experience|ago|silent))",
    re.IGNORECASE,
)


def read_until(folded: str) -> str:
    """The day or the span asked for, as in "until Monday" or "for two more days"; empty where none is."""
    if (match := _ANSWERS_ON.search(folded)) or (match := _OWN_TIME.search(folded)):
        return f"until {tidy(match['date'])}"
    if match := _COMES_BACK.search(folded):
        return f"until {tidy(match['date'] or match['by'])}"
    given = (match for match in _UNTIL.finditer(folded) if not _GIVEN.search(folded[: match.start()]))
    if match := next(given, None):
        date = tidy(match["date"] or match["moved"] or match["to"] or match["for"] or match["tak"] or match["by"])
        return f"{'by' if match['by'] else 'until'} {date}"
    if (match := _SPAN.search(folded)) and re.search(
        r"\b(?:more|extra|another|additional|extend|time|extension)\b", folded
    ):
        return f"for {tidy(match.group())}"
    return ""

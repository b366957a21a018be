"""Background patterns: the words by which a wish, a promise, a limit or a preference shows in what a person tells."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.dates import DATE

SUM_PLAIN = r"[$€£¥₹]?\s?\d(?:[\d.,]*\d)?(?:\s?k)?\b"
SUM = rf"(?P<sum>{SUM_PLAIN})(?! ?(?:%|percent|days?|weeks?|months?|hours?|years?))"
OF_PAY = (
    r"(?! ?(?:more |extra |in )?(?:rsus?|stock|equity|shares|options|sign|joining|bonus|relo|cpd|training|days?|weeks?|"
    r"months?|hours?|years?|y(?:rs?|oe)\b|%|percent))"
)
WISH = lazy(
    r"(?<!they )(?<!she )(?<!he )(?<!hr )\b(?:think(?:ing)?(?: of| about)?|expect(?:ing|ation)?|aim(?:ing)?|hop(?:ing|ed)|after|target"
    r"|want(?:ed)?|ask(?:ing|ed)?(?: (?-i:[A-Z])[\w'-]+)?(?: (?:very |so )?(?:nicely|politely))?|i said|i named|(?:i'd|id|i would) (?:like|love)|need|to get|(?:talk|look|discuss|sit down|speak) (?:about|at) the|wollte|will|möchte|ped[ií]|quiero|pido|demandé|voudrais|bola)\b"
    rf"(?: (?:is|to|get|for|at|of|more|like|around|about|maybe|rather|was))*[^\w+]{{1,3}}{SUM}{OF_PAY}"
    rf"|(?:->|→|=>) ?(?P<to>{SUM_PLAIN})|(?P<before>{SUM_PLAIN})(?: lpa| l)? (?:chahiye|bola)",
    re.IGNORECASE,
)
CURRENT_PAY = lazy(
    r"\b(?:i(?:'m| am|m)? (?:now |currently |only |just )*(?:make|making|earn(?:ed|ing)?|on|at|get|paid|drawing|drew)|currently(?: (?:at|on|making))?"
    r"|(?:my )?(?:current|present)(?: ctc| salary| pay| base| package)?(?: (?:is|was))?|last drawn|abhi)\W{1,3}(?P<sum>[$€£¥₹]?\s?\d(?:[\d.,]*\d)?(?:\s?k)?)\b",
    re.IGNORECASE,
)
TELLS_RAISE = lazy(
    r"\b(?:hikes?|increment\w*|increase\w*|raises?|jump\w*|ctc|current\w*|existing|present (?:pay|salary|package)|earn\w*|drawn|payslips?|previous|underpaid|percent\w*|double|switch|slab|old (?:pay|salary)|se zyada"
    r"|salto|aumento|cobro|gano|gana\w*|verdien\w*|bisher\w*|gehalt\w*|sueldo|sal[aá]ri\w*|atual\w*|actual\w*|aktuell\w*|por ciento|prozent|i (?:make|am on|get) \W?\d)\b|%",
    re.IGNORECASE,
)
"""A rise above what one earns, which a limit on it names in some way."""
CONCEDED = lazy(
    r"(?<!\bi )\b(?:if (?:we|they) (?:did|do|made it|make it|offer(?:ed)?|went|go)(?: up)?(?: to)?|(?:we|they|she|he) (?:can|could|might|would be able to)(?: \w+)? (?:do|go(?: up)? to|offer|give|stretch to|manage|pay)"
    r"|(?:get|got|getting) you(?: up)?(?: to)?|approves?|approve you for|moved (?:up )?to|came (?:back|up) (?:with|to)|went (?:up )?to)"
    rf" (?:you )?(?:up to |about |around )?{SUM}",
    re.IGNORECASE,
)
CONCEDED_BY_ME = lazy(
    r"\b(?:i (?:can|could|might)(?: \w+)? (?:do|go(?: up)? to|offer|give|stretch to|manage|pay)|if i (?:do|did|offer(?:ed)?|go|went)(?: up)?(?: to)?"
    r"|(?:get|bring|move|raise|bump) (?:it|that|this|the base)(?: up)?(?: to)?)"
    rf" (?:about |around )?{SUM}",
    re.IGNORECASE,
)
"""The same as somebody says it of themselves."""
PROMISED = lazy(rf"\b(?:said|told|promised|quoted|agreed(?: on)?|mentioned)\b[^\d.?!\n]{{0,24}}{SUM}", re.IGNORECASE)
LETTER_SAYS = lazy(r"\b(?:letter|contract|paperwork|written offer|pdf)\b[^\d.?!\n]{0,24}\d", re.IGNORECASE)
THEY_SAID = lazy(
    r"\b(?:he|she|they|hr|hm|recruiter|manager|boss|owner|founder)\b[^.?!\n]{0,12}"
    r"\b(?:said|says|say|can|could|offered|came back|went (?:up )?to|moved to|agreed)\b[^.?!\n]{0,60}\d",
    re.IGNORECASE,
)
ANSWER_BY = lazy(
    rf"\b(?:until|till|til|by|before|deadline|due|expires?)(?: (?:is|on|of|at|till|until|by))* (?P<date>{DATE})",
    re.IGNORECASE,
)
TAKES = lazy(
    r"\b(?:i(?:'d| would| could| can| might|'ll|d|ll)|would|could)(?: \w+){0,3} "
    r"(?:take|accept|sign|settle|go for|live with|say yes|be (?:\w+ )?(?:happy|fine|ok|okay|content))\b",
    re.IGNORECASE,
)
TAKES_SUM = lazy(rf"{TAKES.pattern}[^.?!\n]{{0,20}}?{SUM_PLAIN}", re.IGNORECASE)
FLOOR_SUM = lazy(
    rf"\b(?:floor|minimum|walk[- ]?away|bottom line|at least|not (?:go )?below)\b[^\d.?!\n]{{0,12}}{SUM_PLAIN}",
    re.IGNORECASE,
)
PREFERS = lazy(
    r"\b(?:i(?:'d| would|d)?|we) (?:\w+ ){0,2}(?:prefer|rather (?:work|join|go|be|have|take|stay)"
    r"|like (?:\w+ ){1,3}(?:more|better|best)|want (?:this|the) (?:one|job|role))\b"
    r"|\b(?:first|top|number one|favou?rite) (?:choice|pick|place)\b|\bwant (?!to\b)\w+ more\b",
    re.IGNORECASE,
)
POSTED = lazy(
    r"\b(?:post(?:ed|ing|ings)?|advert\w*|ad|ads|listed|listing|range|glassdoor|levels|indeed|market|band|scale|website|online)\b",
    re.IGNORECASE,
)
RANGE = lazy(
    r"[$€£¥₹]?\s?\d[\d.,]*\s?k?\s?(?:-|–|—|to|bis|a)\s?[$€£¥₹]?\s?\d[\d.,]*\d\s?(?:k|lpa|lakhs?)?\b", re.IGNORECASE
)
PART = lazy(
    r"\b(?:bonus|pension|401|match\w*|equity|stocks?|variable|super|stake|tax\w*|remote|travel)\b", re.IGNORECASE
)
UP_TO = lazy(rf"\b(?:goes|going|up|tops out|reaches|ends)(?: up)?(?: to| at)? {SUM}", re.IGNORECASE)
SENTENCE_END = lazy(r"(?<=[.!?;])\s+|(?<=[.!?])(?=[A-Z])|\n+")
ASIDE = lazy(r"[,;(] | but (?=i'?m\b|im\b|they\b|he\b|she\b|it\b)", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_]{4,}")

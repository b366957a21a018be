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
    r"|want(?:ed)?|ask(?:ing|ed)?(?: (?-i:[A-Z])[\w'-]+)?(?: (?:very |so )?(?:nicely|politely))?|i said|i named|(?:i'd|id|i would) (?:like|love)|to get|(?:talk|look|discuss|sit down|speak) (?:about|at) the|wollte|will|möchte|ped[ií]|quiero|pido|demandé|voudrais|bola)\b"
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
CAN_PAY = lazy(
    r"(?<!\bi )\b(?:if (?:we|they) (?:did|do|made it|make it|offer(?:ed)?|went|go)(?: up)?(?: to)?|(?:we|they|she|he) (?:can|could|might|would be able to)(?: \w+)? (?:do|go(?: up)? to|offer|give|stretch to|manage|pay)"
    r"|(?:get|got|getting) you(?: up)?(?: to)?|approves?|approve you for|moved (?:up )?to|came (?:back|up) (?:with|to)|went (?:up )?to)"
    rf" (?:you )?(?:up to |about |around )?{SUM}",
    re.IGNORECASE,
)
"""What they may pay or paid, true or supposed: no sum that the person wants."""
CAN_PAY_MYSELF = lazy(
    r"\b(?:i (?:can|could|might)(?: \w+)? (?:do|go(?: up)? to|offer|give|stretch to|manage|pay)|if i (?:do|did|offer(?:ed)?|go|went)(?: up)?(?: to)?"
    r"|(?:get|bring|move|raise|bump) (?:it|that|this|the base)(?: up)?(?: to)?)"
    rf" (?:about |around )?{SUM}",
    re.IGNORECASE,
)
"""The same as somebody says it of themselves."""
MOVED = lazy(
    r"\b(?:they|she|he|hr|recruiter|hm|manager|boss|owner)(?:'ve| have| has| just| already| then| now| finally| also)*"
    r" (?:moved|went|raised|bumped|upped|increased|came (?:back|up)|got (?:it|that) (?:up|approved))"
    rf"(?: (?:it|that|the base|the offer|me|up))*(?: from {SUM_PLAIN})? (?:to|with|at) (?:about |around )?{SUM}{OF_PAY}",
    re.IGNORECASE,
)
"""A move that was made, and by whom."""
SUPPOSED = lazy(
    r"\b(?:if|unless|could|would|might|may|maybe|perhaps|wish|hop(?:e|ing)|think|guess|probably|suppose|imagine|say|until|before|when|once|friends?|buddy|wife|husband|colleagues?|coworkers?|brother|sister|mom|mum|dad|mother|father|cousin|others?|guy|everyone|people)\b",
    re.IGNORECASE,
)
"""What is supposed or wished, or told by or of somebody else."""
ON_CONDITION = lazy(r"^[^.?!\n]{0,24}\b(?:if|unless|provided|once|when|but only)\b", re.IGNORECASE)
NAMES_SOMEBODY = re.compile(
    r"\b(?!(?:They|She|He|It|We|You|The|And|But|So|Then|Now|Also|After|Today|Yesterday|Ok|Okay|Hi|Update|Just|Well|Honestly|This|That|My|Recruiter|Manager|Boss)\b)[A-Z][a-z][\w-]*"
)
"""A capitalised word that may be another firm or person."""
PROMISED = lazy(
    r"\b(?:(?:they|she|he|hr|recruiter|hm|manager|boss|owner|founder)(?:'d| had| have| has| all| first| originally| verbally)*"
    r" (?:said|told|promised|quoted|agreed(?: on)?|mentioned)|i was (?:told|promised|quoted))"
    rf"(?: (?:me|us|it|its|it's|it'd|it'll|would|will|be|is|was|that|on|over|in|by|the|a|our|phone|call|interview|base|salary|pay|of|at|get|i|i'd|about|around|verbally|to))*[,:]? {SUM}{OF_PAY}",
    re.IGNORECASE,
)
LETTER_SAYS = lazy(
    rf"\b(?:letter|contract|paperwork|written offer|pdf)\b[^\d.?!\n$€£¥₹]{{0,24}}{SUM}{OF_PAY}", re.IGNORECASE
)
ASKED_SUM = lazy(
    r"(?:\b(?:i|we)(?:'ve| have| had| just| already| then| also| only)* |(?:^|[.,;!?\n]|\band|\bthen|\bbut)\s*(?:already |then |also )*)"
    r"(?:asked|countered|requested|proposed|named|said|told|wanted ask)"
    r"(?: (?:for|them|her|him|hr|the recruiter|(?-i:[A-Z])[\w'-]+|about|around|at|with|to|get|a|base|of|nicely|politely))*"
    rf" {SUM}{OF_PAY}|\bmy (?:ask|request|counter) (?:was|is) {SUM.replace('<sum>', '<own>')}{OF_PAY}",
    re.IGNORECASE,
)
"""The sum of an ask that was made."""
THEY_SAID = lazy(
    r"\b(?:he|she|they|hr|hm|recruiter|manager|boss|owner|founder)\b[^.?!\n]{0,12}"
    r"\b(?:said|says|say|can|could|offered|came back|went (?:up )?to|moved to|agreed)\b[^.?!\n]{0,60}\d",
    re.IGNORECASE,
)
ANSWER_BY = lazy(
    r"\b(?:(?:they|she|he|hr|recruiter|manager)(?:'ve| have| has| had| only| first)* (?:gave|gives?|given) (?:me|us)|gave (?:me|us)|(?:deadline|due)(?: (?:is|was|on|of))*"
    r"|(?:answer|answered|decide|decision|sign|signed|respond|reply|say yes|get back|let them know)"
    r"|offer (?:\w+ )?(?:expires?|ends|lapses|valid|good|open|stands))"
    r"(?: (?:it|them|to (?:answer|decide|think|sign|respond|reply)|time|only))*"
    rf" (?:(?:until|till|til|by|before) )*(?P<date>{DATE})(?! to (?!answer|decide|sign|respond|reply|think|accept))",
    re.IGNORECASE,
)
"""The day an answer was to be given by."""
OTHER_DAY = lazy(
    r"\b(?:start\w*|join\w*|stay|rent|landlord|lease|move|notice|boss|visa|school|exam|bonus|references?|documents?|forms?|background|i (?:want|hope|plan|wanted|hoped)|i'd like|friends?)\b",
    re.IGNORECASE,
)
"""Words of a day that is for something else."""
TAKES = lazy(
    r"\b(?:i(?:'d| would| could| can| might|'ll|d|ll)|would|could)(?: \w+){0,3} "
    r"(?:take|accept|sign|settle|go for|live with|say yes|be (?:\w+ )?(?:happy|fine|ok|okay|content))\b",
    re.IGNORECASE,
)
TAKES_SUM = lazy(rf"{TAKES.pattern}[^.?!\n]{{0,20}}?{SUM_PLAIN}", re.IGNORECASE)
FLOOR_SUM = lazy(
    rf"\b(?:floor|minimum|min|walk[- ]?away|bottom line|at least|not (?:go )?below|no less than)\b[^\d.?!\n]{{0,12}}{SUM_PLAIN}"
    rf"|\bneed(?:ed|s)?\b[^\d.?!\n]{{0,12}}{SUM_PLAIN}(?=[^.?!\n]{{0,12}}\b(?:to|or|for|otherwise|minimum|min|at least)\b)",
    re.IGNORECASE,
)
_THIS = r"(?:this|them|here|it|their|they|you|your|the (?:job|role|team|offer))\b"
PREFERS = lazy(
    rf"\b(?:i(?:'d| would|d)?|we) (?:\w+ ){{0,2}}(?:(?:prefer|rather)(?: to)?(?: (?:work|join|go|be|have|take))?(?: (?:with|for|at))? {_THIS}"
    rf"|like {_THIS}(?: \w+){{0,2}} (?:more|better|best)|want (?:this|the) (?:one|job|role))(?! (?:more|less)\b)"
    r"|\b(?:they|you|this|it)(?:'re|'d be| are| is|s| would be)? (?:my |our )?(?:first|top|number one|favou?rite) (?:choice|pick|place)\b|\bwant (?:this|them) more\b",
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
THEIRS = lazy(r"\b(?:they|she|he|hr|we|our|recruiter|hm|manager|boss|their|owner)\b", re.IGNORECASE)
"""Who says a range that is not a posted one."""
SEEN = lazy(
    r"\b(?:post(?:ed|ing|ings)?|advert\w*|ad|ads|listed|listing|glassdoor|levels|indeed|website|online)\b",
    re.IGNORECASE,
)
UP_TO = lazy(rf"\b(?:goes|going|up|tops out|reaches|ends)(?: up)?(?: to| at)? {SUM}", re.IGNORECASE)
SENTENCE_END = lazy(r"(?<=[.!?;])\s+|(?<=[.!?])(?=[A-Z])|\n+")
ASIDE = lazy(r"[,;(] | but (?=i'?m\b|im\b|they\b|he\b|she\b|it\b)", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_]{4,}")

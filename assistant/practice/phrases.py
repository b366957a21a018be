"""Phrases: words that matter in a live talk only, where the coach's lexicon and the flaw rules have none."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy


def _any(*parts: str) -> re.Pattern[str]:
    return lazy("|".join(parts), re.IGNORECASE)


COMMIT = _any(
    r"\b(?:i|we)(?:'d| would|'ll| will| can| could|'m ready to| am ready to|'m happy to)\b[^.?!\n]{0,25}"
    r"\b(?:sign|accept|join|say yes|commit)\b",
    r"\b(?:ready|happy|glad|prepared) to (?:sign|accept|join|commit)\b",
    r"\b(?:easy|clear|firm) yes\b",
    r"\b(?:we|you)(?: would|'d|'ll)? have (?:a deal|my yes)\b",
)
"""A yes that hangs on what is asked for."""
YES = _any(
    r"^\W*(?:yes|yep|yeah|sure|absolutely|definitely|of course|deal|agreed|i would|i will|that works|works for me)\b",
    r"\b(?:that|this|it) (?:works|would work|is fine) for me\b",
)
APPROVER = _any(
    r"\bwho\b[^.?!\n]{0,30}\b(?:approv|decid|sign(?:s|ed)? off|has the (?:final|last))\w*",
    r"\b(?:approver|approval|comp(?:ensation)? (?:team|committee)|hiring committee|director|vp|leadership)\b"
    r"[^.?!\n]*\?",
    r"\bwhat (?:would|do|does|could|can|will)\b[^.?!\n]{0,25}\b(?:need|help|take|evidence|change)\b[^.?!\n]{0,60}"
    r"\b(?:case|approv\w*|committee|them|exception|higher|above|argue|from me)\b",
    r"\bwho (?:makes|has|takes|gets) the (?:final |last )?(?:decision|call|word|say)\b",
    r"\bmake the case\b",
    r"\bhelp you (?:get|argue|bring)\b",
)
"""Asks who decides, or what that person needs."""
ROOM = _any(
    r"\bwhere\b[^.?!\n]{0,30}\b(?:sit|fall|stand|land)s?\b[^.?!\n]{0,30}\b(?:band|range)\b",
    r"\bwhere\b[^.?!\n]{0,30}\b(?:in|within) (?:the|your|that|this) (?:band|range)\b",
    r"\bwhat(?:'s| is)? (?:the )?(?:full )?(?:band|range)\b",
    r"\b(?:which|what) (?:parts?|pieces?|elements?|items?)\b[^.?!\n]{0,40}\b(?:room|flexib\w+|mov\w+|open)\b",
    r"\bwhere (?:is|do you have|would there be)\b[^.?!\n]{0,15}\b(?:room|flexib\w+)\b",
)
"""Asks where the offer sits, or which part can move."""
FALLBACK = _any(
    r"\bif\b[^.?!\n]{0,40}\b(?:base|salary|band|stock|equity|grant|level|that|this|it)\b[^.?!\n]{0,25}"
    r"\b(?:fixed|cannot|can't|can not|isn't|is not|won't|doesn't|does not|capped|locked|closed|stuck|tight"
    r"|not possible|ends?)\b",
    r"\bif (?:you|we|they|there)\b[^.?!\n]{0,12}(?:n't|not|unable|no)\b[^.?!\n]*"
    r"\b(?:could|can|would|maybe|perhaps|then)\b",
    r"\b(?:if not|otherwise|alternatively|as an alternative|instead of|in exchange|in return|trade)\b",
    r"\beither\b[^.?!\n]*\bor\b",
    r"\bwould (?:also )?(?:work|close the gap|make up)\b",
    r"\bi (?:can|could|would|am able to|'m able to) start\b[^.?!\n]{0,20}\b(?:earlier|sooner)\b",
)
"""Offers a trade: a second part for the first, or something of one's own."""
WOULD_DO = _any(r"\bwould (?:be|work|do|suit|put|bring|make|get|help|reflect|match)\b", r"\b(?:ok|okay|fine|enough)\b")
"""Says that a number would be enough."""
MATCH = _any(r"\bmatch\b", r"\b(?:come|get) close\b", r"\bmeet (?:that|it|this)\b")
FLOOR = _any(
    r"\b(?:lowest|minimum|least|bare minimum|bottom line|walk[- ]?away|floor)\b[^.?!\n]{0,30}"
    r"\b(?:i|me|is|would|of|accept|take|go)\b[^.?!\n]{0,25}\d",
    r"\bi(?:'d| would|'ll| will| could| can)\b[^.?!\n]{0,15}\b(?:settle for|take (?:less|as little as)|go as low as"
    r"|be (?:okay|ok|fine) with less|live with)\b",
    r"\bi(?:'m)? (?:won't|will not|can't|cannot|not going to|wouldn't|would not) (?:go|accept|take|sign)\b"
    r"[^.?!\n]{0,20}\b(?:below|under|less than|anything less)\b[^.?!\n]*\d",
    r"\b(?:accept|take|sign|say yes to)\b[^.?!\n]{0,8}\b(?:anything|everything|whatever)"
    r" (?:above|over|from|north of|better)\b",
    r"\bi(?:'d| would|'ll| will) (?:probably |still |also )*(?:accept|take|sign|join) (?:it |the offer )?"
    r"(?:anyway|either way|regardless|no matter)\b",
)
"""Tells the other side how low one would go."""
WRITTEN = _any(
    r"\b(?:put|add|include|have|see|get|state)\b[^.?!\n]{0,25}\b(?:offer )?(?:letter|contract|e-?mail)\b",
    r"\b(?:clause|line|sentence)\b[^.?!\n]{0,30}\b(?:letter|contract|offer)\b",
    r"\b(?:updated|revised|new|final|corrected) (?:offer )?(?:letter|numbers|contract|offer)\b",
    r"\b(?:as soon as|once|when) (?:it|that|this)(?:'s| is) (?:in the letter|written|on paper)\b",
)
"""Asks for the terms on paper."""
ANY_ROOM = _any(
    r"\bis there (?:room|flexibility|leeway|movement)\b",
    r"\b(?:any|some|a little|more) (?:room|flexibility|wiggle room|leeway|movement|give|slack)\b",
    r"\b(?:pay|salary|base|offer|package|comp(?:ensation)?|stock|equity)\b[^.?!\n]{0,12}"
    r"\b(?:improved|increased|raised|better|higher)\b[^.?!\n]*\?",
    r"\bi(?:'d| would| was) (?:really )?(?:love|like|want|expect|hop(?:e|ing) for|need) (?:a (?:bit|little) )?more\W*$",
)
"""Wants more and names no amount."""
START = _any(r"\b(?:begin|join|start)\b[^.?!\n]{0,15}\b(?:in|on|after|later|earlier|sooner)\b[^.?!\n]*")
REVIEW = _any(
    r"\breview\b[^.?!\n]{0,25}\b(?:three|six|nine|[369])[- ]months?\b",
    r"\b(?:three|six|nine|[369])[- ]months?\b[^.?!\n]{0,20}\breview\b",
    r"\b(?:early|mid-?year) (?:\w+ )?review\b",
)
TIME = _any(
    r"\b(?:an?|one|two|three|few|couple(?: of)?|some|more|\d+) (?:more )?(?:days?|weeks?|time) to "
    r"(?:think|decide|consider|read|review|discuss|compare)\b",
)
BIGGER = lazy(r"\s*(?:more|larger|bigger|higher|increase|raise|bump|uplift)\b", re.IGNORECASE)
LEVEL = _any(
    r"\b(?:bring|hire|put|place|slot|consider|map|level)(?:ing)? me\b[^.?!\n]{0,25}"
    r"\b(?:[LE]\d|IC\d|senior|staff|principal|lead|level)\b",
)
PASS = _any(
    r"^\W*(?:\w+,? )?i(?:'m| am) out\b",
    r"^\W*(?:\w+,? )?(?:i think |i guess |then )?i(?:'ll| will|'m going to| am going to|'m gonna)(?: have to)? "
    r"(?:pass|walk away|step back)\b(?! (?:it|this|that|the|along|on to))",
)
"""Says no to the whole."""
ADDS_TO = lazy(r"\s*(?:more )?(?:in\w* \w+ )?(?:to|onto|on top of)\b", re.IGNORECASE)
"""Behind a sum that is added to what is there."""
EVIDENCE = _any(
    r"\b(?:posting|posted|job ad|published|reports?|survey|data|levels\.?fyi|glassdoor|blind|median|percentile"
    r"|benchmark|range(?:s)? (?:run|go|reach|is|are|for))\b",
)
"""Stands beside a number that is evidence and not an ask."""
JOINT = lazy(r"[;:]\s+|,\s+|\s+(?=(?:because|since|given|based on|considering|as (?:the|my|i)|while|but)\b)", re.I)
"""Where a sentence can be cut into the ask and its reason."""

THANKS = "Thank you for the offer; I would like to make this work."
REASON = "I ask because of the scope we discussed and of what comparable roles pay."
"""The reason in a better line, where the person has given none."""

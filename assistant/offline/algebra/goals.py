"""Goals: what a message asks to be computed, read from its words beside the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.offline.algebra.terms import Term

_GOALS: tuple[tuple[str, str], ...] = (
    ("hour", r"(?:per|an?|each|by the|pro|por) (?:hour|hr|stunde|hora)\b|hourly|/ ?(?:hr|hour|h)\b|an hour|stundenlohn|stundensatz|hourly rate|blended"),
    ("day", r"(?:per|a|each|pro) (?:working )?day\b|daily|day rate"),
    ("fortnight", r"pay periods?|every (?:two|2|other) weeks?|(?:two|2)[- ]weeks? (?:pay)?checks?|every fortnight|bi-?weekly|fortnight\w*|every 2 wks"),
    ("half_month", r"semi[- ]?monthly|twice a month|twice monthly"),
    ("check", r"pay ?checks?|checks?\b|cheques?|cada paga|cada una|each paga|per paga"),
    ("week", r"(?:per|a|each|pro) (?:week|wk)\b|weekly"),
    ("month", r"(?:per|an?|each|im|pro|al|por|every) (?:month|mo|monat|mes|mahin\w+)\b|month(?:ly)?\b|monat\w*|mensual\w*|mensal\w*|/ ?mo(?:nth)?\b"),
    ("year", r"(?:yr|year) ?\d\b|(?:per|an?|each|im|pro|al|por|every) (?:year|yr|annum|jahr|ano)\b|year(?:ly)?\b|annual\w*|annum|jahres\w*|jahrlich|anual\w*|lpa|saal\w*|p\.?a\.?\b|/ ?(?:yr|year)\b|(?<!d')anos?\b|jahr\b|annee\b|l'an\b"),
    ("percent", r"%|percent\w*|prozent\w*|por ?ciento|por cento|porcent\w+|pct|ratio|hike\b|how far up"),
    ("difference", r"difference|differ|diff|gap|short|apart|unterschied|um wie ?viel|by how much|by what|how (?:much|far|many)(?: \w+){0,3} (?:more|less|higher|lower|above|below|over|under|short|extra|better|ahead|behind)|more\b|mehr\b|zyada|jyada|a mais|mas|which (?:is|one|pays)|higher|back\b|which\b|welche\w*|qual\b|left\b|kept?\b|keep\b|saves?\b|saving"),
    ("total", r"total|all[- ]in|all together|altogether|add(?:s)? up|in all|combined|everything|sum\b|insgesamt|come to|comes to"),
    ("average", r"average|avg|mean|on average|durchschnitt"),
    ("middle", r"mid-?point|middle|half ?way|split (?:it|the difference)|meet in|meet halfway|mitte"),
    ("base", r"base\b|salary|gehalt|grundgehalt"),
    ("bonus", r"bonus\w*"),
    ("shares", r"(?:how many|number of|#) (?:\w+ ){0,2}(?:shares?|rsus?|units|options)|how many|vested"),
    ("worth", r"worth|value\w*|in (?:dollars|money|cash|euros?)"),
    ("cost", r"cost\w*|pay to exercise|check do i write"),
    ("gain", r"gain\w*|profit|spread|free money|return|make"),
    ("gross", r"gross|brut\w+|how (?:big|much|large) must|must it be|need\b"),
    ("net", r"net\b|in my pocket|take[- ]home|after tax|keep|left|hits|lands|see of it|in hand|netto|bank"),
    ("each", r"each\b|both|jeweils|cada um|cada uno"),
    ("until", r"how long|until|break[- ]?even|pays? (?:itself )?off|am i even"),
    ("hours", r"how many hours|hours (?:a|per) year|hours do i"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"(?<![A-Za-z])(?:{words})", re.IGNORECASE)) for name, words in _GOALS)
_QUESTION = re.compile(
    r"\?|=\s*$|\b(?:is|its|it'?s|makes?|be|comes? (?:out )?to|actually|really|so)\s*(?:\.\.+|…)\s*$|(?<![A-Za-z])(?:how (?:much|many|big|high|far|short|large|close|long)|what(?:'?s| is| are| do| does| would| will| about| if| percent|ever)?\b|whats\b|wat\b|which\b|where (?:do|does|am)|calc\w*|comput\w*|"
    r"work out|figure out|convert|need each|(?:gain|pay|costs?|hours|value|net|gross|total|stock|difference)s? (?:per|a|in|over) (?:year|month|hour|\w+ years?)|percent(?:age)? (?:increase|change|raise|difference)|extra (?:per|a)|kitn\w+|cuanto|combien|wie ?viel|um wieviel|quanto|quantos|total|hourly|yearly|weekly|monthly|annually|annual and|and annual|stundensatz|tagessatz|day rate|add (?:it |that |this |them )?(?:all )?up|(?:year|month|week|first|target)\w* (?:value|total|number|figure|amount),? (?:please|pls)|(?:per|an?) (?:hour|day|week|month|year|shift),? (?:please|pls)|(?:cash|pay|income|gross|earnings?|money) (?:for|per|in|over|a) (?:the |a )?(?:year|month|week)|please (?:calculate|compute|tell)|compare|difference|unterschied|welche\w*)",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?<![A-Za-z])(?:how (?:much|many|big|large|far|short|high)|what(?:'?s| is| are| do| does| would)? (?:the|my|that|this|one|it|i (?:pay|owe|get|keep|make|hold|have|lose|earn|own|see|receive|end up|take home|walk away|cost))|whats|kitn\w+|cuanto|quanto\w*|wie ?viel|combien|=\s*$|(?:actually|really|is|its|it's|makes|to)\s*(?:\.\.+|…)\s*$)",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"(?<![A-Za-z])(?:should (?:i|we)\b|shall i\b|do (?:i|we) (?:push|take|accept|sign|counter|go|walk|wait)\b|would you|is (?:it|that|this|\w+ \w+|a \d+\S*(?: \w+)?) (?:fair|normal|ok(?:ay)?|reasonable|good|enough|low|legal|rude|greedy|common|standard|realistic|risky|true|worth it)|"
    r"how (?:do|can|should|would|to) (?:i|we|you)?|what (?:do|should|can|would|could) i (?:say|do|reply|answer|write|ask for|tell|push|counter)|can i (?:ask|negotiate|push|counter|get|still)|"
    r"negotiat\w*|push (?:for|back)|worth (?:asking|pushing|it)|write|draft|e-?mail|respond|reply|how much (?:more )?(?:room|can i ask|should (?:i|we)\b|to ask|do i ask|time|leverage|notice)|too (?:much|low|high|greedy)|"
    r"what does (?:it|that|this|\w+) mean|why|who\b(?! (?:wins|pays|comes out|is (?:ahead|better)))|when\b)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:[.?!](?=\s|$)|[,;:\n]|\s-+\s)\s*")
_QUANTITIES = re.compile(
    r"\b(?:gain|profit|spread|cut|share|payout|payment|total|sum|left(?:over)?|rest|net|gross|diff(?:erence)?|gap|short(?:fall)?|loss|lost|damage|bill|"
    r"worth|value|cost|owed?|percent|average|take[- ]home|in (?:hand|my pocket|cash|money|dollars|euros?)|all in|together|each|hourly|weekly|monthly|yearly|annual(?:ly)?|"
    r"(?:per|a|an|each|every|my|first|second|third) (?:hour|day|week|month|year)|year (?:one|two|three))\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:no|not|never|without|is|are|was|were|it'?s|that'?s|they|he|she|we|you|said|says|want|have|has|had|get|got|pays|paid|but|because|if|can'?t|don'?t|won'?t|thanks?)\b",
    re.IGNORECASE,
)
FEW_LAST = 6
"""Words of the longest last clause that only names what is wanted."""
FRAGMENT = 3
"""Words of the longest question without a verb."""
WORDS_WANTED = re.compile(
    r"(?<![A-Za-z])(?:what (?:do|should|can|could|would|shall) i (?:say|answer|reply|tell|respond|write)|how (?:do|should|can|would|to) (?:i )?(?:respond|answer|reply|react)|"
    r"kya (?:bol\w*|kah\w*)|was (?:sage|antworte|schreibe|frage|erwidere) ich|what (?:do|should|can|could) i ask (?:back|now|next|her|him|about)|que (?:les )?(?:digo|contesto|respondo)|o que (?:eu )?(?:digo|respondo)|"
    r"(?:hr|recruiter|they|he|she) (?:\w+ )?(?:puch\w*|asks?|asked|is asking|are asking|wants? to know))",
    re.IGNORECASE,
)
"""Asks for words and not for a number, or tells what somebody else asks."""
SENTENCES = re.compile(r"(?<=[?!\n])\s*|(?<=[a-zA-Z)\d%]\.)\s+|(?<=\.\.\.)\s*")


def read_goals(text: str, terms: Sequence[Term]) -> list[str]:
    """What is asked, in the order it is asked; the words of the numbers themselves ask nothing.

    >>> read_goals("64k a year, what is that a month and an hour?", [])
    ['year', 'month', 'hour']
    """
    plain = list(text)
    for term in terms:
        plain[term.start : term.end] = " " * (term.end - term.start)
    left = "".join(plain)
    parts = _sentences(left)
    asking = "".join(part if _asks(part) else " " * len(part) for part in parts) if any(map(_asks, parts)) else left
    found = [(match.start(), name) for name, words in _PATTERNS for match in words.finditer(asking)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def asks_number(text: str) -> bool:
    """Whether the words ask for a number at all."""
    return bool(_QUESTION.search(text))


def asks_plainly(text: str) -> bool:
    """Whether one sentence asks for a number and not for advice.

    >>> asks_plainly("64k a year, what is that a month?"), asks_plainly("is a 5% raise ok or should I push for 10%?")
    (True, False)
    """
    if WORDS_WANTED.search(text):
        return False
    parts = [part for part in _sentences(text) if _asks(part) and not ADVICE.search(part)]
    return any(
        _QUANTITY.search(part) or any(words.search(part) for _, words in _PATTERNS) or _is_fragment(part)
        for part in parts
    )


def names_last(text: str) -> bool:
    """Whether one of the last two clauses holds no number and only names a quantity, which the numbers before it make.

    >>> names_last("4,000 options, strike 2, now 9. paper gain"), names_last("they pay 90k, no bonus in the first year")
    (True, False)
    """
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    naming = [place for place, clause in enumerate(clauses) if _only_names(clause) and place >= len(clauses) - 2]
    return any(re.search(r"\d", clause) for place in naming[:1] for clause in clauses[:place])


def _only_names(clause: str) -> bool:
    plain = not re.search(r"\d", clause) and len(clause.split()) <= FEW_LAST
    return plain and bool(_QUANTITIES.search(clause)) and not _STATES.search(clause)


def _is_fragment(part: str) -> bool:
    """Whether it only names what is wanted: "payout?", "leaving at 15 months = ?"."""
    return bool(re.search(r"=\s*\??\s*$", part)) or (
        part.rstrip().endswith("?") and bool(re.search("[a-z]", part)) and len(part.split()) <= FRAGMENT
    )


def _asks(part: str) -> bool:
    return bool(_QUESTION.search(part))


def _sentences(text: str) -> list[str]:
    cuts = [0, *(match.end() for match in SENTENCES.finditer(text) if match.end() < len(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]

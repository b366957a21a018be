"""Told dates: the day to answer by and the first day of work, as a person's few words tell or move them."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.letters.dates import DEADLINE
from assistant.letters.parts_changed import BREAK
from assistant.letters.when import WHEN

_MOVED = r"(?:(?:(?:agreed|decided|going) to|will|'ll) (?:extend|push|move)|extended|pushed|moved|prolonged|changed|shifted|delayed|postponed)(?: (?:back|out|up|forward|again))?"
_IS_NOW = r"(?:(?:'?s| is| was| got| has been| have been| now| just| been| also| again)*)"
_ANSWER_DAY = (
    r"(?:(?:the |my |their |offer |answer |decision |acceptance |response |reply |signing )*(?:deadline|due date|expir(?:y|ation)(?: date)?|cut-?off)"
    r"|(?:answer|decision|acceptance|response|reply|signing) (?:date|day)|(?:the|my|their|this) offer)"
)
_EXTENDED = lazy(
    rf"\b{_ANSWER_DAY}{_IS_NOW} {_MOVED} (?:to|til+|until|through) (?:the )?"
    rf"|\b{_MOVED} {_ANSWER_DAY}(?: (?:back|out|up|again|for me|by [\w ]{{2,12}}))? (?:to|til+|until|through) (?:the )?"
    rf"|\b(?P<it>{_MOVED} (?:it|that)|it{_IS_NOW} {_MOVED})(?: (?:back|out|up|again))? (?:to|til+|until|through) (?:the )?"
    r"|\b(?:extended (?:me|us)|(?:got|have|given|gave|granted|getting)(?: me| us)? (?:an? |the |my )?extension) (?:to|til+|until|through) (?:the )?"
    r"|\b(?:i|we|you)(?:'?ve)?(?: (?:now|still|only|just|have|got|do|actually|time|more time|another))* (?:have|got|time)(?: (?:time|more time|longer))? (?:til+|until|through) (?:the )?"
    r"|\b(?:gave|give|given|giving|gives)(?: (?:me|us))?(?: (?:now|more time|time|longer|an extension|some time|a bit more time|some more time|extra time))* (?:til+|until|through|to) (?:the )?"
    r"|\b(?!(?:it|start|call|interview|is|was|are|been|be|get|got|not|never|and)\b)\w+ (?:just |has |have |also )?extended (?:to|til+|until|through) (?:the )?"
    r"|\bdeadline(?:'?s| is| was)?(?: now)? ",
    re.IGNORECASE,
)
"""How a person tells that they have more time to answer, or less."""
_EXPIRES = lazy(r"(?:expir\w*|closes?|lapses?|will lapse|valid|open|stands|good|available|due)\b", re.IGNORECASE)
_OTHER_MATTER = lazy(
    r"\b(?:start(?:s|ing)?|first day|interview\w*|call|meeting|chat|on-?site|visit|vacation|holidays?|pto|payday|pay ?day|paycheck|lease|rent|visa|permit|passport|"
    r"licen[cs]e|insurance|coverage|flights?|trip|exam|test|screen\w*|background|review|onboarding|orientation|training|wedding|surgery|appointment|"
    r"move|moving|mortgage|loan|notice|last day|bonus|sign[- ]?on|stock|options|rsus?|payout|payment|position|apartment|contract)\b",
    re.IGNORECASE,
)
"""What else has a day that can be moved or can end."""
_NOT_SO = lazy(
    r"\b(?:ask\w*|want\w*|need\w*|hop(?:e|ed|ing)|wish\w*|if|could|would|should|can|may(?! \d)|might|not|never|\w+n[’']?t|cannot|refus\w+|den(?:y|ied)|declin\w+|no|like|prefer\w*|tr(?:y|ied|ying))\b",
    re.IGNORECASE,
)
"""Before a day that was moved: says that it was not, or only asked for."""
_START_MOVED = lazy(
    r"(?:^\W*|[,;.:!\n]\s*|\b(?:the|my|and|but|so|that|said|ok|now|update) )(?:(?:new )?start(?:ing)?(?: date| day)?|first day)(?: (?:at work|there))?"
    rf"(?:{_IS_NOW} {_MOVED} to|(?: is|'?s)? now(?: on)?|(?: is|'?s) (?:actually|instead)(?: on)?) (?:the )?"
    rf"|\b{_MOVED} (?:the |my )?(?:start(?:ing)?(?: date| day)?|first day)(?: (?:back|out|up))? to (?:the )?",
    re.IGNORECASE,
)


def find_told_deadline(text: str) -> re.Match[str] | None:
    """Where a person's own words say by when they must answer, the last one told; None where they do not.

    >>> [find_told_deadline(words)[0] for words in ("she gave me til next wednesday", "they extended it to dec 9")]
    ['next wednesday', 'dec 9']
    """
    cues = (*DEADLINE.finditer(text), *(cue for cue in _EXTENDED.finditer(text) if not _is_wished(text, cue)))
    found = [
        when for cue in cues if (when := WHEN.match(text, cue.end())) is not None and not _is_of_other_matter(text, cue)
    ]
    return max(found, key=lambda when: when.start(), default=None)


def find_told_start(text: str) -> re.Match[str] | None:
    """Where a person's own words say to which day the start was moved, the last one told; None where they do not.

    >>> [found and found[0] for found in map(find_told_start, ("start moved to feb 1", "the call is moved to monday"))]
    ['feb 1', None]
    """
    cues = (cue for cue in _START_MOVED.finditer(text) if not _is_wished(text, cue))
    found = [when for cue in cues if (when := WHEN.match(text, cue.end())) is not None]
    return max(found, key=lambda when: when.start(), default=None)


def _is_wished(text: str, cue: re.Match[str]) -> bool:
    """Whether the clause says before the day that it was not moved, or only asked for."""
    start = max((edge.end() for edge in BREAK.finditer(text, 0, cue.start())), default=0)
    return bool(_NOT_SO.search(text, start, cue.start()))


def _is_of_other_matter(text: str, cue: re.Match[str]) -> bool:
    """Whether what was moved, or what ends, is another thing than the time to answer."""
    if "it" in cue.re.groupindex and cue["it"]:
        return bool(_OTHER_MATTER.search(text, 0, cue.start()))
    sentence = re.split(r"[\n;!?]|\.(?=\s)", text[: cue.start()])[-1]
    return bool(_EXPIRES.match(cue.group()) and _OTHER_MATTER.search(sentence))

"""Sure yes: whether a yes that was told is theirs, without a condition, and to what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.elsewhere import tells_elsewhere

_HEDGE = lazy(
    r"\b(?:but|only|if|unless|once|when|until|till|ha(?:ve|s|d) to|needs? to|must|depend\w*|subject to|as long as|provided|pending|though|although"
    r"|however|except|instead|maybe|perhaps|probably|might|may|could|would|later|not|never|\w+n'?t|in principle|in theory|hopefully|almost)\b"
    r"|\bafter\b(?! (?:\d+|one|two|three|six|twelve|a) (?:weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
_GOES_ON = lazy(r"^\W*(?:to|for|at|with|after)\b|^\W*[$€£¥₹]?\d", re.IGNORECASE)
"""What follows a yes and tells of something else it was said to."""
_JOINT = lazy(r"\W*(?:but |and )*", re.IGNORECASE)
"""Before a yes behind a no, on which it puts no condition."""
_NEXT = lazy(r"^\W*(?:well |and |ok |oh )*(?:but|only|if|unless|though|however|except)\b", re.IGNORECASE)
_SUPPOSED = lazy(
    r"\b(?:if|when|unless|until|till|before|once|hope|hoping|think|guess|maybe|wish|suppose|imagine|would|could|should|did|do|have|has)\W*$",
    re.IGNORECASE,
)
_SUPPOSES = lazy(
    r"\b(?:if|unless|would|could|might|maybe|perhaps|probably|never|not|wish|hope|hoping|think|guess|imagine|suppose|expect"
    r"|last (?:guy|person|one|hire)|others?|somebody|someone|people|band|range|scale)\b[^,\n]*$",
    re.IGNORECASE,
)
_FRIENDS = lazy(
    r"\b(?:my|a) (?:wife|husband|partner|spouse|mom|mum|dad|mother|father|brother|sister|cousin|friend|buddy|mate|girlfriend|boyfriend|gf|bf|fianc\w+|roommate|colleague|coworker|co-worker|teammate)s?\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?;…]+(?=[\s\"')]|$)|\n")
_SPEAKER = lazy(
    r"(?:^|[.!?;,\n]\s*|\b(?:and|but|so|then|while|whereas|when|if)\s+)(?P<who>(?-i:[A-Z])[\w'-]+)(?: [A-Z][\w'-]+)?(?:'s| has| have| had| just| also| even)* "
    r"(?:said|says?|came|went|gave|gives?|agree[ds]?|offer(?:ed|s)?|counter(?:ed|s)?|approved?|confirmed|accepted|threw|ok(?:ay|'?d|ayed)?|can|does|moved|raised|bumped|upped)\b",
    re.IGNORECASE,
)
_NO_NAMES = frozenset("they she he hr recruiter manager boss owner company we it then also and so".split())
_FILLER = frozenset(
    "it that this them these those to on with for all of everything both my the our ask request number counter amount sum figure proposal "
    "verbally immediately right away straight quickly already now today yesterday too also well as in writing "
    "again finally great happy thanks yay end and so me us same exact exactly at an a".split()
)
_KINDS = lazy(
    r"\b(?:days?|weeks?|wks?|fortnight|hours?|leave|pto|vacation\w*|holidays?|time off|remote\w*|hybrid|wfh|home[- ]?office|from home|work from|flexi\w*"
    r"|sign\w*[- ]?on|signing|joining|bonus\w*|commission|rsus?|stocks?|equity|options?|shares?|money|pay|salary|raise|rise|review|promotion|title|role|level|grade"
    r"|car|cars|van|truck|vehicle|parking|bike|transport\w*|travel|commut\w*|fuel|phone|laptop|monitor|equipment|tools?|relo\w*|moving|housing|rent|flat|accommodation|flights?"
    r"|pension|401k?|match\w*|insurance|health\w*|medical|dental|visa|sponsor\w*|fees?|licen[cs]es?|certificat\w*|training|course|courses|tuition|conferences?|childcare|kita|gym|meals?|lunch\w*"
    r"|allowance|stipend|overtime|shifts?|weekends?|nights?|notice period|probation|severance|start)\b",
    re.IGNORECASE,
)
_OF_THE_TALKS = lazy(
    r"\b(?:decide|decision|answer|respond|reply|think|consider|sign(?![- ]?on)|signed|discuss\w*|calls?|meetings?|meet|interviews?|chat|deadline|extension|references?|hard time|time to|look(?:ing)? (?:at|into))\b",
    re.IGNORECASE,
)


def is_sure(texts: Sequence[str], number: int, start: int, end: int) -> bool:
    """Whether what a part of a message tells is theirs and without a condition.

    >>> is_sure(["they said yes to a car"], 0, 0, 22), is_sure(["they said yes, but no car"], 0, 0, 13)
    (True, False)
    """
    text = lexicon.fold(texts[number])
    stop = _ENDS.search(text, end)
    behind = text[end : stop.start() if stop else len(text)]
    later = text[stop.end() :] if stop else (texts[number + 1] if number + 1 < len(texts) else "")
    asks = stop is not None and stop.start() <= end + 1 and "?" in stop.group()
    hedged = _HEDGE.search(_JOINT.sub("", text[start:end], count=1)) or _HEDGE.search(behind) or _GOES_ON.match(behind)
    supposed = _SUPPOSED.search(text[:start])
    return not (asks or hedged or supposed or _NEXT.match(lexicon.fold(later)) or is_others(texts, number))


def is_others(texts: Sequence[str], number: int, start: int = 0, end: int | None = None) -> bool:
    """Whether a message, or a part of it, tells of friends, of another offer, or of a firm that is not the one told of first.

    >>> is_others(["i asked Ann for a car", "Ann said yes"], 1), is_others(["my friend got a car"], 0)
    (False, True)
    """
    text = texts[number][start:end]
    told = [list(read_mentions(each)) for each in texts]
    here = [item for item in told[number] if start <= item.start and item.end <= start + len(text)]
    if any(item.role == "riv" for item in here) or _FRIENDS.search(text):
        return True
    if tells_elsewhere(lexicon.fold(text)):
        return True
    firms = [item.words.casefold() for each in told for item in each if item.role in ("co", "riv")]
    elsewhere = (each for at, each in enumerate(told) if at != number)
    people = {item.words.casefold() for each in elsewhere for item in each if item.role == "to"}
    speakers = {match["who"].casefold() for match in _SPEAKER.finditer(text)} - _NO_NAMES - GIVEN_NAMES - people
    named = {item.words.casefold() for item in here if item.role == "co"} | speakers
    return any(not _is_same(name, firms[0]) for name in named) if firms else False


def is_supposed(text: str) -> bool:
    """Whether what follows the words is only supposed: "if they", "i think they could".

    >>> is_supposed("if they went to "), is_supposed("she went to ")
    (True, False)
    """
    return bool(_SUPPOSES.search(_ENDS.split(lexicon.fold(text))[-1]))


def _is_same(name: str, firm: str) -> bool:
    return name in firm or firm in name


def is_to_all(said: str, behind: str, asked: Sequence[str]) -> bool:
    """Whether a yes is to every part of what was asked for: no other sum beside it, and no other thing or single part behind it.

    >>> is_to_all("ok to 75", "75", ["75k base"]), is_to_all("ok to a call", "a call", ["75k base"])
    (True, False)
    """
    known = {word.removesuffix("k") for part in asked for word in _words(part)}
    numbers = {word.removesuffix("k") for word in _words(said) if word[0].isdigit()}
    named = [word.removesuffix("k") for word in _words(behind) if word not in _FILLER]
    return numbers <= known and (not named or (len(asked) == 1 and known.issuperset(named)))


def _words(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\d|[\w']+", lexicon.fold(text).lower())


def is_of_a_package(phrase: str) -> bool:
    """Whether a phrase names something a package can hold, and no step of the talks.

    >>> is_of_a_package("4 weeks leave"), is_of_a_package("two days to decide"), is_of_a_package("a headache")
    (True, False, False)
    """
    return bool(_KINDS.search(phrase)) and not _OF_THE_TALKS.search(phrase)

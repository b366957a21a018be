"""Drafts: the message a person wants looked over, told apart from what they say about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_WORDS = 6
LEAST_SHOWN, MOST_LOOK_WORDS = 2, 12
"""Messages and words of a question about a draft that the one before showed."""
MOST_ASKING_WORDS = 25
_QUOTED = re.compile(
    r"[\"“«„](?P<words>[^\"“”«»„]{30,})[\"”»“]"
    r"|(?<!\w)['‘](?P<plain>(?:[^'‘’]|(?<=\w)['’](?=\w)){30,})['’](?!\w)"
)
_ASKS_FOR_A_LOOK = re.compile(
    r"\b(?:check|review|feedback|look (?:at|over)|thoughts|proofread|ok(?:ay)? to send|good to send|send this"
    r"|(?:my|this|the|a) draft|improve"
    r"|critique|rate|sounds?|too (?:much|pushy|harsh|long|soft)|how (?:is|does) this|what do you think"
    r"|can i send|should i send"
    r"|make (?:this|it|my \w+) (?:\w+ )?(?:better|nicer|stronger|clearer|\w+er)|re-?(?:write|word|phrase)|polish|tidy (?:this|it|up)"
    r"|is (?:this|it) (?:ok|good|fine|alright))\b",
    re.IGNORECASE,
)


_HOW_IS_IT = re.compile(
    r"\b(?:is (?:this|that|it)|does (?:this|that|it) (?:sound|read|look)|(?:this|that|it) (?:ok|fine|good)|can i send|should i send|ok to send|"
    r"too (?:much|harsh|pushy|rude|aggressive|strong|direct|long|soft)|what do you think|thoughts|how(?:'s| is| does) (?:this|that|it)|better version|fix it)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:i(?:'d| would|'ll| will|'m| am)? (?:(?:just|want|like|plan|going|about|gonna|wanna|to|now) )*(?:send(?:ing)?|writ(?:e|ing)|say|reply(?:ing)?|answer)|i (?:wrote|drafted)|my (?:draft|reply|answer|mail|message)"
    r"(?: is| would be)?)(?: \w+)?\W*$",
    re.IGNORECASE,
)
"""Before what the person means to send themselves."""
_LOOK = re.compile(
    r"\b(?:check|review|proofread|feedback|critique|look (?:at|over|through)|have a look|(?:ok(?:ay)?|good|fine) to send|read ok(?:ay)?"
    r"|make (?:my|this|the) (?:mail|e-?mail|message|msg|draft|text|letter|note) \w+er|shorten|tighten(?: up)?)\b",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"\W*(?:hi|hello|dear|hey|good (?:morning|afternoon|day|evening)|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s \w+"
    r"|estimad[oa]|bonjour|ol[áa]|prezad[oa]|ciao|gentile|beste|geachte)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?<!^)\b(?:Hi|Hello|Dear|Hey|Good (?:morning|afternoon|day|evening))\b[^.?!\n]{0,40}[,!:\n–-]")
_SHOWN = re.compile(
    r"\b(?:wrote|written|draft\w*|check|review|send\w*|sent|reply|ok|okay|mail|text|paste|this)\W*$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:best|regards|thanks|thank you|cheers|sincerely|warmly|yours)(?: regards| wishes)?[,.!]?\s+(?-i:[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?)(?=\W*[-–—\n]|\W+(?:is|ok|how|what|thoughts|too|does|can|should)\b)",
    re.IGNORECASE,
)


def find_draft(text: str) -> str:
    """The draft in a message that asks for a look at one; empty when none can be told apart.

    >>> find_draft("is this ok to send? Hi Ann, thanks a lot. Could we do 195k base?")
    'Hi Ann, thanks a lot. Could we do 195k base?'
    """
    if quoted := _find_quoted(text):
        return quoted
    for joint in re.finditer(r":\s+|\n+|(?<=[?.!])\s+", text):
        asking, rest = text[: joint.start() + 1], text[joint.end() :].strip()
        if len(asking.split()) > MOST_ASKING_WORDS:
            break
        if _ASKS_FOR_A_LOOK.search(asking) and len(rest.split()) >= LEAST_WORDS:
            return _without_last_question(rest)
    if signed := _SIGNED.search(text):
        asked = text[signed.end() :]
        if _GREETS.match(text) and _ASKS_FOR_A_LOOK.search(asked) and len(asked.split()) < MOST_ASKING_WORDS:
            return text[: signed.end()].strip()
    before, _, asked = text.rstrip().rpartition("\n")
    if _ASKS_FOR_A_LOOK.search(asked) and len(before.split()) >= LEAST_WORDS:
        return before.strip()
    if _GREETS.match(text) and len(text.split()) >= LEAST_WORDS and not _ASKS_FOR_A_LOOK.search(text):
        return text.strip()
    begins = _BEGINS.search(text)
    greeted = _without_last_question(text[begins.start() :].strip()) if begins else ""
    return greeted if len(greeted.split()) >= LEAST_WORDS else ""


def find_shown(texts: Sequence[str]) -> str:
    """The draft in quotation marks that the message before showed, where a few words ask how it is; else empty.

    >>> find_shown(["I'd send: 'Pay me 72k by Friday or I walk away.'", "is that ok?"])
    'Pay me 72k by Friday or I walk away.'
    >>> find_shown(["she wrote: 'We cannot pay you 72k this year, sorry.'", "is that ok?"])
    ''
    """
    if len(texts) < LEAST_SHOWN or len(texts[-1].split()) > MOST_LOOK_WORDS or not _HOW_IS_IT.search(texts[-1]):
        return ""
    return _find_own(texts[-2])


def _find_own(text: str) -> str:
    """The draft in quotation marks that the person says they would send; else empty."""
    draft = _find_quoted(text)
    return draft if draft and _SENDS.search(text[: text.find(draft)]) else ""


def orders_look(text: str) -> bool:
    """Whether a message opens with an order to look at the draft that follows it, and orders no other words.

    >>> (
    ...     orders_look("check this mail to Acme: Hi, I have another offer. Can you do 125?"),
    ...     orders_look("write to Acme: hi"),
    ... )
    (True, False)
    """
    draft = find_draft(text)
    asking = text[: text.find(draft)] if draft else ""
    if _find_own(text) and not text[text.find(draft) + len(draft) :].strip("\"'”’» .!"):
        return True
    looks = len(asking.split()) <= MOST_ASKING_WORDS and _LOOK.search(asking)
    return bool(looks and (_GREETS.match(draft) or draft[:1] in "'\"“‘"))


def _find_quoted(text: str) -> str:
    """The draft in quotation marks: one that greets or is shown as what was written, else the longest."""
    quoted = [(match.start(), (match["words"] or match["plain"]).strip()) for match in _QUOTED.finditer(text)]
    found = [(start, words) for start, words in quoted if len(words.split()) >= LEAST_WORDS]
    shown = [words for start, words in found if _GREETS.match(words) or _SHOWN.search(text[:start])]
    return max(shown or (words for _, words in found), key=len, default="")


def _without_last_question(rest: str) -> str:
    """The draft without a question about it at its end, on a line of its own."""
    body, _, last = rest.rpartition("\n")
    return body.strip() if body.strip() and _ASKS_FOR_A_LOOK.search(last) and len(last.split()) < 12 else rest

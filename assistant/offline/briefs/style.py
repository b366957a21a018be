"""Style: how a message that is to be written shall sound: channels, tone, length, simple words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.domain.lazy_pattern import lazy

Channel = Literal["email", "call", "chat", "packet"]
Tone = Literal["neutral", "warm", "firm"]
WORDS_A_SECOND = 2.5
"""Speed of calm speech."""
SHORT_WORDS = 70
FEW_WORDS = 4
"""Words of an order that can but name the channel: "in a text"."""
CHARACTERS_A_WORD = 7

_CHANNELS: dict[Channel, re.Pattern[str]] = {
    "packet": lazy(
        r"\b(?:approver packet|packet|(?:paste|forward|send|pass)(?: (?!me\b)\w+){0,5} (?:to|into) (?:the |a |their |her |his )?(?:comp|compensation|committee|finance|leveling|board|vp|cfo|boss|approver)\w*|"
        r"(?:she|he|they|you) (?:can|could) (?:just |simply )?(?:paste|copy|drop)\b|one[- ]?pager|1[- ]?pager|business case|forwardable|(?:third|3rd) person|(?:she|he|they|recruiter|hr|[a-z]+) (?:can|could|will|has to|needs to|wants to) (?:just |then |simply )?(?:forward|pass|send|take|show|bring|hand) (?:it |this |that |something )?(?:\w+ )?(?:on\b|along|upstairs|up the|(?:to|by|past) (?:the |her |his |their )?(?:comp|committee|finance|hm|hiring|director|vp|cfo|boss|approv\w*|management|leadership|board|panel))|(?:to|can|could|just|simply) forward(?: on| along| it| this)*\b(?! to (?:the )?(?:hearing|meeting|working|joining))|bullets?\b[^.?!\n]{0,60}\b(?:forward|paste|pass|committee|comp (?:team|desk)|finance|approv\w*)|(?:forward|paste|committee|finance|approv\w*)\b[^?!\n]{0,60}\bbullets?\b)",
        re.IGNORECASE,
    ),
    "call": lazy(
        r"\b(?:(?:phone|call|calls|calling|spoken|voicemail|voice ?mail|zoom|video call|phone (?:call|version|script))|say (?:it )?(?:on|out loud)|say out loud|"
        r"what (?:do|should|can|could|to) (?:i )?say to (?:him|her|them|my \w+|the \w+) (?:on|over|in|at|when|if|face)|say to (?:him|her|them) (?:over|on|in|when)|when (?:he|she|they) (?:rings?|calls?|phones?)|in person|face[- ]to[- ]face|voice ?notes?|over (?:a )?(?:coffee|lunch|tea|beer|pint)|(?:lines|words|what) (?:i|to) (?:should |can |could )?(?:say|speak)\b|"
        r"(?<!just )verbal(?:ly)?(?! (?:promis|agree|offer|said|told|ok|yes|accept))|speak (?:to|with) (?:him|her|them)|(?:to|i|should|can) speak\b(?! (?!to\b|with\b|on\b)\w)|speaking (?:notes|points)|talking points|telefon\w*|llamada)\b",
        re.IGNORECASE,
    ),
    "chat": lazy(
        r"\b(?:txt|zap|text(?! (?:has|should|must|needs) to)(?: message| msg| version)?|sms|whats ?app|slack|linkedin|dm|dms|chat(?: message)?|imessage|telegram|teams message|wechat|"
        r"signal message|messenger)\b",
        re.IGNORECASE,
    ),
    "email": lazy(r"\b(?:e-?mails?|mails?|letter|correo|mensaje de correo)\b", re.IGNORECASE),
}
_TURNED_INTO = lazy(
    r"\b(?:make|turn|change|convert|redo|rewrite|put) (?:it|that|this|the (?:e-?mail|mail|text|message|note|letter))\b[^.?!\n]{0,40}"
    r"\b(?:phone|call|voicemail|text|sms|whats ?app|chat|slack|e-?mail|mail|letter)\b",
    re.IGNORECASE,
)
"""An order to send what was written another way."""
_NOT_THE_CHANNEL = lazy(
    r"\b(?:(?:told|said|mentioned|promised|agreed|offered|asked|tells|says|heard|got|had|after|during|since|just had|from|in|verbally) (?:[^\s.!?,;]+ ){0,7}(?:on|over|by|via|in|the|a|our|my)? ?(?:the |a |an? |our )?"
    r"(?:phone|call|zoom|teams|slack|whatsapp|linkedin|text|voicemail|dm|e-?mail|mail|letter)|off (?:the |a )?(?:phone|call)|"
    r"(?:told|said|promised|agreed|offered)\b[^.!?;\n]{0,60} (?:on|over|by|via) (?:the |a )?(?:phone|call|zoom)|(?:thanks?|thank you|thx|ty) (?:so much |again |a lot )?for (?:the|our|your|a) (?:\w+ )?(?:call|zoom|chat)|"
    r"(?:on-?call|told me verbally|said verbally|(?:told|said|promised|agreed|offered) (?:\w+ ){0,2}verbally|verbal (?:offer|promise)|company letter|texted|called|phoned|emailed|mailed|dm'?d|slacked|messaged|she called|he called|they called|recruiter call|next call|call (?:is|was|at|on|me back|tomorrow|today|yesterday)|"
    r"offer letter|the letter|this letter|their letter|formal letter|letter says|written letter|call them back))\b",
    re.IGNORECASE,
)
_DENIED_CHANNEL = lazy(
    r"\b(?:don'?t|dont|doesn'?t|doesnt|never|not|no|hates?|instead of|rather than|isn'?t|isnt)(?: (?:an?|by|on|in|do|use|read|reads|check|checks|like|likes|likely to|much of|really|ever|much|big on|into))* (?:e-?mails?|mails?|letters?|texts?|phone|calls?|slack|whatsapp)\b",
    re.IGNORECASE,
)
"""A way that is ruled out: "he never reads email"."""
_CALL_AHEAD = lazy(
    r"\b(?:calling|phoning|ringing|meeting) (?:the |my |them\b|him\b|her\b|hr\b|[a-z]+ (?:in|at|tomorrow|today|later|now)\b)|\b(?:a|have|got|the|my) (?:phone )?(?:call|meeting) (?:with|is|at|tomorrow|today|in \d)|\bcall hai\b",
    re.IGNORECASE,
)
_TO_SAY = lazy(r"\b(?:say|words|bol\w*|kah\w*)\b", re.IGNORECASE)
"""Words to be spoken, where a call is near."""
_WARM = lazy(
    r"\b(?:warm\w*|friendl\w+|soft\w*|polite\w*|gentl\w+|humble|nice\w*|kind(?:ly)?|cheerful|sweet|grateful|gracious|not (?:pushy|aggressive|needy|corporate)|"
    r"less (?:formal|stiff|harsh|pushy|aggressive|corporate|robot\w*)|human|like a robot|casual|informal|(?:feels|sounds|reads|too|so|bit|seems) (?:cold|stiff|robotic|corporate|harsh|distant))\b",
    re.IGNORECASE,
)
_FIRM = lazy(
    r"\b(?:(?<!\ba )(?<!the )(?<!law )(?<!similar )(?<!your )(?<!their )(?<!other )(?<!this )(?<!tax )(?<!an )firm(?:ly|er)?(?! (?:in|at|of|has|is|offer\w*|with|who|that|here|gave|got|called)\b)|assertive\w*|strong\w*|(?:more|be|very|too|like) direct|direct (?:but|and|tone|mail|email|message|version)|confident\w*|tough\w*|bold\w*|no[- ]nonsense|serious\w*|harder|(?<=[/,] )hard(?=\s*[),/.]|$)|punchier|less (?:soft|nice|apologetic|wishy))\b",
    re.IGNORECASE,
)
_NOT_TONE = lazy(r"\bnot (?:too |so |overly )?(?:firm|warm|friendly|direct|soft|nice)\b", re.IGNORECASE)
_SHORT = lazy(
    r"\b(?:short\w*|brief\w*|concise\w*|tl;?dr|tighten|trim|cut (?:it|this|that) down|hates? long|not (?:too )?long|too long|less words|few(?:er)? words|quick (?:note|msg|message|text|mail)|"
    r"little (?:note|recap|mail|email)|crisp|to the point|reads? on (?:his|her|their|a|the) phone|tiny|keep it (?:small|tight)|corto|kurz\w*|chhota|curta|courte?|breve)\b",
    re.IGNORECASE,
)
_LIMIT = lazy(
    r"\b(?:max(?:imum)?|no more than|not more than|at most|up to|under|only|just|in|within|no more than|less than)?\s*"
    r"(?P<number>\d{1,3}|one|two|three|four|five|six|a few|a couple(?: of)?)[ -]?(?:max )?(?:short )?(?P<unit>lines?|sentences?|liners?|words?|seconds?|secs?|char(?:acter)?s?|bullets?(?: points)?|paragraphs?)\b"
    r"(?! of experience)",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a few": 3, "a couple": 2, "a couple of": 2}
_SIMPLE = lazy(
    r"\b(?:simple (?:english|words|language)|very simple|simple words|(?:very )?easy words|not good at writing|easy (?:english|words)|plain (?:english|words)|(?:my )?english is|not (?:a )?native|b1|a2|eli5|basic english)\b",
    re.IGNORECASE,
)
_FORMAL = lazy(
    r"\b(?:(?<!not )(?<!nothing )(?<!too )(?<!less )formal(?:ly)?|very polite|most polite|senior person|respectful(?:ly)?|sie-form|de usted|vouvoie\w*|vouvoyer|measured tone)\b",
    re.IGNORECASE,
)
_PLAIN_ENDS = lazy(r"\b(?:no|without|zero) exclamation\b|\bno !", re.IGNORECASE)
_VERSIONS = lazy(r"\b(?:two|2|both|three|3) (?:versions?|variants?|options?|drafts?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Limit:
    """The most a message may have: `words`, or so many `sentences` or `bullets`."""

    sentences: int | None = None
    words: int | None = None
    bullets: int | None = None


@dataclass(frozen=True)
class Style:
    """How a message shall sound.

    `channels` and `tones` are empty where nothing is said of them; `formal`: to a person of rank; `plain_ends`: without
    exclamation marks.
    """

    channels: tuple[Channel, ...] = ()
    tones: tuple[Tone, ...] = ()
    limit: Limit | None = None
    simple: bool = False
    formal: bool = False
    plain_ends: bool = False

    def then(self, later: Style) -> Style:
        """This style changed by what was said later."""
        return Style(
            later.channels or self.channels,
            later.tones or self.tones,
            later.limit or self.limit,
            later.simple or self.simple,
            later.formal or self.formal,
            later.plain_ends or self.plain_ends,
        )


def read_style(text: str, whole: str = "", orders: str = "") -> Style:
    """The style a message asks for.

    Args:
        text: the person's own words, folded.
        whole: the message with what others are quoted with: they may ask for something to forward.
        orders: the words that say what to write and how; where there are such, no other words name the way it goes.
    """
    turned = " ".join(told.group() for told in _TURNED_INTO.finditer(text))
    if orders:
        spoken: tuple[Channel, ...] = ("call",) if _CALL_AHEAD.search(text) and _TO_SAY.search(orders) else ()
        orders = f"{orders} {turned}"
        return replace(read_style(text, whole), channels=_read_channels(orders, whole) or spoken)
    channels = _read_channels(turned or text, whole)
    tones = _read_tones(text)
    both = bool(_VERSIONS.search(text)) and len(tones) > 1
    return Style(
        channels,
        tones if both else tones[:1],
        _read_limit(text),
        bool(_SIMPLE.search(text)),
        bool(_FORMAL.search(text)),
        bool(_PLAIN_ENDS.search(text)),
    )


def _read_channels(text: str, whole: str) -> tuple[Channel, ...]:
    own = (
        "packet"
        if _CHANNELS["packet"].search(whole or text)
        else _DENIED_CHANNEL.sub(" ", text if len(text.split()) <= FEW_WORDS else _NOT_THE_CHANNEL.sub(" ", text))
    )
    found = sorted((match.start(), name) for name, words in _CHANNELS.items() if (match := words.search(own)))
    channels = [name for _, name in found]
    several = len(channels) > 1 and re.search(r"\b(?:and|both|versions?|also)\b|\+", own, re.IGNORECASE)
    if not several:
        channels = [name for name in ("packet", "call", "chat", "email") if name in channels][:1]
    return tuple(channels)


def _read_tones(text: str) -> tuple[Tone, ...]:
    own = _NOT_TONE.sub(" ", text)
    marks: list[tuple[int, Tone]] = []
    if match := _FIRM.search(own):
        marks.append((match.start(), "firm"))
    if match := _WARM.search(own):
        marks.append((match.start(), "warm"))
    if (match := re.search(r"\b(?:neutral|normal|standard|medium)\b", own, re.IGNORECASE)) and (
        _VERSIONS.search(own) if match.group() != "neutral" else marks or not _VERSIONS.search(own)
    ):
        marks.append((match.start(), "neutral"))
    return tuple(tone for _, tone in sorted(marks))


def _read_limit(text: str) -> Limit | None:
    if match := _LIMIT.search(text):
        word = match["number"].lower()
        number = _NUMBERS[word] if word in _NUMBERS else int(word)
        unit = match["unit"].lower()
        if unit.startswith(("line", "sentence")) and number <= 12:
            return Limit(sentences=number)
        if unit.startswith("sec"):
            return Limit(words=int(number * WORDS_A_SECOND))
        if unit.startswith("char") and number >= 60:
            return Limit(words=number // CHARACTERS_A_WORD)
        if unit.startswith("bullet"):
            return Limit(bullets=number)
        if unit.startswith("paragraph"):
            return Limit(words=number * 60)
        if unit.startswith("word") and number >= 10:
            return Limit(words=number)
    return Limit(words=SHORT_WORDS) if _SHORT.search(text) else None

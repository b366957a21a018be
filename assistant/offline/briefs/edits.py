"""Edits: messages that change the message just written: add, leave out, another sum, tone, length or channel."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.changed_asks import read_change
from assistant.offline.briefs.dropped import read_put_back, without_put_back
from assistant.offline.briefs.fluency import is_noun_phrase
from assistant.offline.briefs.prose import tidy, to_you
from assistant.offline.briefs.put_right import puts_ask_right

MOST_WORDS = 45
TAKES_OUT = lazy(r"\b(?:take|leave|cut) (?:that|it|this|the [\w ]{2,30}?) (?:back |right )?out\b", re.IGNORECASE)
_OPENING = r"^\W*(?:(?:actually|ok(?:ay)?|now|also|pls|please|and|but|h+m+|great|good|nice|perfect|thanks|thx|cool|love it|wait|sorry|oh|yes|no|nah|can you|could you|can u|then|maybe|just|too|much|way|a bit)\W+)*"
EDIT = lazy(
    rf"{_OPENING}(?:(?:add(?! up\b)|include|mention|put|insert|drop|remove|skip|cut|delete|take out|take (?=(?:the|that|this|my|any|all|her|his|their)\b[^.?!\n]{2, 50}\bout\b)|get rid of|say (?=[$€£¥₹]?\d)|lose|leave|redo|change|replace|swap|make|use|switch|turn|sign|address|send it|start it|end it|begin|open|close)\b(?! (?:a|the|my) (?:decision|deal|difference))"
    r"|(?:shorter|longer|warmer|firmer|softer|simpler|friendlier|stronger|less|more)\b|(?:don'?t|dont|do not|no|without) (?:say|mention|use|include|put|name|tell|write|need|the)\b|(?:que sean?|mejor|hazlo|cambia(?:lo)?|pon(?:lo|le)?|mach(?: daraus| es)?|andere|lieber|mets|fais|faites|plutot|muda|deixa|coloca|poe)\b|too (?:long|formal|soft|pushy|stiff|cold|nice|wordy|corporate|aggressive|needy)|it'?s too\b|instead of\b|not so\b|rather\b|(?:as|in|for) (?:an? )?(?:e-?mail|text|phone|call|whatsapp|slack|linkedin|sms|voicemail|simple|spanish|german|french|english))",
    re.IGNORECASE,
)


_TURNS = lazy(
    r"\b(?:turn|make|change|put|re-?write|re-?do|convert|shorten|cut|send|address|sign|trim|phrase|re-?phrase|re-?word) (?:it|that|this|the (?:e-?mail|mail|text|message|note|letter|script))\b"
    r"|\b(?:(?:go|goes|going|switch|change|revert|get) back|return|revert) to (?:the |my )?(?:(?:first|original|old|earlier|last|previous)\b|[$€£¥₹]?\d)|\baddress(?:ed)? (?:it )?to\b"
    r"|\b(?:first|original|old|earlier|previous|longer|shorter|last) (?:version|one|draft|mail|text) (?:was|is|sounded|read|looked) (?:much |way |a lot )?(?:better|nicer|good|fine)\b|\b(?:liked|preferred|prefer) the (?:first|original|old|earlier|previous|longer|last) (?:version|one|draft)\b",
    re.IGNORECASE,
)
"""An order about the message just written, wherever it stands."""


_NAMES_IT = lazy(
    r"\b(?:in|into|to|from|of) (?:the|that|my|this) (?:e-?mail|mail|text|message|note|letter|script|draft|counter)\b",
    re.IGNORECASE,
)
"""Names the message just written, however many others stand between."""


def edits_message(texts: Sequence[str], written: Collection[int] = ()) -> bool:
    """Whether the newest text changes a message that was asked for before.

    Args:
        texts: what the person wrote, folded, oldest first.
        written: places of the texts that a message was written for, whether or not their words order one plainly.
    """
    if len(texts) < 2 or len(texts[-1].split()) > MOST_WORDS:
        return False
    if not (_edits(texts[-1]) or puts_ask_right(texts) or asks_for_more(texts, written)):
        return False
    reaches = bool(_NAMES_IT.search(texts[-1]))
    for place in range(len(texts) - 2, -1, -1):
        earlier = texts[place]
        if place in written or lexicon.SCRIPT.search(earlier) or lexicon.SAY.search(earlier):
            return True
        if not (_edits(earlier) or reaches):
            return False
    return False


_MORE = lazy(
    r"^\W*(?:(?:ok(?:ay)?|oh|yes|hm+|actually|then|now|pls|please|can you|could you|and|also|plus)\W+)*"
    r"(?:(?:add|include|put in|throw in|squeeze in|ask (?:for|about)|request)\b|(?<=also )|(?<=and )|(?<=plus ))",
    re.IGNORECASE,
)
_OF_THEIRS = lazy(
    r"\b(?:they|she|he|it|it'?s|that|this|offer\w*|comes?|came|got|get|gave|is|are|was|has|have|there'?s|forgot|says?|said|i)\b",
    re.IGNORECASE,
)


def asks_for_more(texts: Sequence[str], written: Collection[int]) -> bool:
    """Whether the newest text orders another ask into the message just written: "add 10k sign on too"; it tells no term.

    Args:
        texts: what the person wrote, folded, oldest first.
        written: places of the texts that a message was written for.
    """
    behind = len(texts) - 2 in written
    orders = _MORE.search(texts[-1]) or read_put_back(texts[-1])
    return behind and bool(orders) and not _OF_THEIRS.search(texts[-1])


def _edits(text: str) -> bool:
    return bool(EDIT.search(text) or TAKES_OUT.search(text) or _TURNS.search(text) or read_change(text))


def keeps_as_reason(words: str) -> bool:
    """Whether a clause of an edit can be a reason: it speaks of no mail, call or text."""
    return not _OF_THE_MESSAGE.search(words)


_OF_THE_MESSAGE = lazy(
    r"\b(?:go|going|went|return|revert|switch|change) (?:back )?to\b|^\W*(?:no[,.]? )?(?:wait|scratch that|never ?mind)\b"
    r"|\b(?:e-?mails?|mails?|texts?|messages?|voice ?mails?|whatsapp|sms|phone|calls?|letters?|notes?|scripts?|version)\b",
    re.IGNORECASE,
)


_PUTS_IN = lazy(
    r"\b(?:put|throw|work|get|squeeze|stick|drop|slip|weave) (?:(?P<all>(?:the|my|that|those|these)\b[^.?!\n]{3,60}?) in(?: it| there| too| as well| please| pls)*|in (?P<what>(?:that i|that my|my)\b[^.?!\n]{3,70}))\s*(?=[.?!\n]|$)",
    re.IGNORECASE,
)
_INTO_IT = lazy(
    r"\b(?:put|get|work|write|bring|add) (?P<what>(?!(?:the|my|that|this|it|those|these|in)\b)[^.?!\n]{3,60}?) (?:in|into|to) the (?:e-?mail|mail|text|message|note|letter|script|draft)\b",
    re.IGNORECASE,
)
_ADDS_SUM = lazy(
    r"\b(?:add|include|put in|throw in|squeeze in) (?:also |in )?(?P<what>(?:(?:an? )?[$€£₹]\d|\d[\d.,]*k\b)[^.,;!?\n]{0,40}?)(?: too| as well| also)?(?=[.,;!?\n]|$)",
    re.IGNORECASE,
)
_ADDS_TERM = lazy(
    r"\b(?:add|include|put in|throw in|squeeze in) (?:also |in )?(?:an? |the )?(?P<what>(?:relo\w*|moving(?: costs| money)?|sign[- ]?on(?: bonus)?|signing bonus|stock|rsus?|equity|bonus)) (?:of |at |: ?)?(?P<sum>(?:[$€£₹]\d|\d[\d.,]*k\b)[\d.,k]*)",
    re.IGNORECASE,
)
_AS_REASON = lazy(
    r"\b(?:add|use|mention|include|give|put in|bring up) (?P<what>[^.!?\n]{4,80}?),? as (?:an? |the |my )?(?:extra )?(?:reason|argument|justification)s?\b",
    re.IGNORECASE,
)
_ONLY_LEFT = lazy(
    r"(?P<drops>\b(?:drop|remove|skip|leave out|take out|cut|lose|forget)\b[^,;.\n]{2,40}),? (?:just|only|keep)(?: the)? [a-z -]{3,25}\W*$",
    re.IGNORECASE,
)
_HESITATES = lazy(r"^\W*h+m+\b[\s,.…-]*", re.IGNORECASE)
_OF_MINE = lazy(r"^(?:the|those|these|my) (?P<what>.+?) (?:that )?i(?: have|'ve| have got|'ve got)$", re.IGNORECASE)


def as_mention(text: str) -> str:
    """An order to put something into the message, as one to mention it; a sum is put in to be asked for.

    >>> as_mention("put the 8 years i have in it"), as_mention("put in a company truck as well")
    ('mention my 8 years', 'put in a company truck as well')
    >>> as_mention("add 10k relocation too")
    'ask for 10k relocation'
    """
    text = _ADDS_SUM.sub(r"ask for \g<what>", _ADDS_TERM.sub(r"ask for \g<sum> \g<what>", text))
    text = _ONLY_LEFT.sub(r"\g<drops>", without_put_back(text))
    text = _AS_REASON.sub(r"Reason: \g<what>", _HESITATES.sub("", text))
    text = _INTO_IT.sub(r"add \g<what>", text)
    return _PUTS_IN.sub(lambda told: "mention " + _OF_MINE.sub(r"my \g<what>", told["all"] or told["what"]), text)


_TO_THE_WRITER = lazy(
    r"(?:change|add|remove|drop|make|put|take|leave|cut|keep|swap|replace|use|delete|say|mention|include|shorten|write|send|turn|start|end|open|close|lose|skip|it|that|this)\b",
    re.IGNORECASE,
)
_CHANNEL = lazy(
    r"(?:the |an? )?(?:phone|call|phone call|e-?mail|mail|text|message|letter|voicemail|chat)(?: instead| please| pls)?",
    re.IGNORECASE,
)
_ADDS = lazy(
    r"\b(?:add|include|put in|throw in|mention|also ask (?:for|about)|ask (?:for|about)) (?:also |in )?(?!that\b|i\b|a line|something|my name)(?P<what>(?!(?:my|the) )[^.,;!?\n]{3,60})",
    re.IGNORECASE,
)
_SO_FAR = lazy(r"\s+(?:and|but|too|also|as well|because|since|pls|please|its|it'?s)\b.*$", re.IGNORECASE)


def asks_of_edit(text: str, asks: Sequence[Ask], *, asked_before: bool) -> Iterator[Ask]:
    """The asks of a message that changes another: none that only tell the writer what to do.

    Args:
        text: the message.
        asks: what was read from it as asks.
        asked_before: whether the message it changes asks for something, so that "add X" asks for X too.
    """
    found = False
    for ask in asks:
        if ask.form == "amount" or not (_TO_THE_WRITER.match(ask.words) or _CHANNEL.fullmatch(ask.words)):
            found = found or ask.form != "unread"
            yield ask
    if found or not asked_before:
        return
    for match in _ADDS.finditer(lexicon.fold(text)):
        words = to_you(tidy(_SO_FAR.sub("", match["what"])))
        if is_noun_phrase(words):
            yield Ask("thing", words=words)

"""Purpose: what a message that is asked for is to achieve: from its words, from likeness, from what was told before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.offline import lexicon
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.half_yes import refuses_part, takes_the_rest, withholds_yes
from assistant.offline.briefs.purposes import ACCEPTED_IT, ACCEPTED_SUM, likeliest_purpose, plain_purpose
from assistant.offline.briefs.seeming import without_seeming
from assistant.offline.chosen import find_chosen
from assistant.offline.features import BARE_ORDER
from assistant.offline.signals import Signals
from assistant.offline.untruth_marks import puts_right

FINAL = frozenset({"accept", "decline", "withdraw", "renege"})
"""Messages that cannot be taken back: never written on likeness alone."""
PURPOSE_OF = {"script_reply": "counter", "script_start": "start", "script_packet": "counter"}
"""The purposes whose messages go by another name among the utterances."""
CLEAR_PURPOSE, SURE_PURPOSE = 0.45, 0.7
"""Part of all likeness to messages that one purpose needs."""
LEAST_PURPOSE = 0.12
SURE_OF = {"silence": 0.9, "written": 0.7}
"""The belief in another purpose that one told outright overrules, for those seldom meant otherwise."""
LIKELY_PURPOSE = 0.4
"""The belief of the encoder from which a purpose is taken from it."""
FEW_WORDS = 10
"""Words of an order whose purpose may have been told before it."""
RECENT = 3
"""Messages back in which what is to be written may have been told."""
_TOLD_ALOUD = lexicon.any_of(
    r"\b(?:said|told|promised|agreed|offered|confirmed)\b[^.?!\n]{0,20}"
    r"\b(?:on|over|by|during|in) (?:the |a |our )?(?:phone|call|interview|zoom)\b",
    r"\b(?:said|told|promised|agreed)\b[^.?!\n]{0,12}\bverbally\b",
)
"""Tells of a promise that stands nowhere."""
_CHASES = lexicon.any_of(
    r"\b(?:chas(?:e|ing)|nudg(?:e|ing)|follow(?:ing)?[- ]?up|remind\w*|ping(?:ing)?|check(?:ing)? in|bump)\b"
)
_PLAINLY = {
    "silence": _CHASES,
    "time": lexicon.any_of(
        r"\b(?:do|teen|char|kuch|thoda|ek|\d+) (?:din|time|samay|hafta|hafte)\b[^.?!\n]{0,20}\b(?:chahiye|aur)\b"
    ),
    "accept": lexicon.any_of(ACCEPTED_SUM, ACCEPTED_IT),
    "decline": lexicon.any_of(
        r"\b(?:say(?:ing)?|write|tell(?:ing)? \w+) (?:\w+ )?no[- ]thank(?:s|[- ]you)\b|\bmy (?:\w+ )?regrets\b"
    ),
}
"""Words of a purpose that no likeness to other messages overrules."""
_SAYS_ABROAD = {
    "decline": lexicon.any_of(
        r"\b(?:quiero|voy a|deseo|debo|tengo que|quisiera|para) (?:rechazar|declinar)\b|\b(?:rechazo|declino) (?:la|esta|su) oferta\b",
        r"\bno (?:voy a |quiero |puedo )?acept(?:ar|are|o)\b|\b(?:quero|vou|preciso|gostaria de) (?:recusar|rejeitar|declinar)\b",
        r"\b(?:mochte|will|werde|muss)\b[^.?!\n]{0,50}\b(?:ablehnen|absagen)\b|\bich (?:sage|lehne)\b[^.?!\n]{0,40}\bab\b",
        r"\bje (?:veux|vais|dois|souhaite|voudrais) (?:refuser|decliner)\b|\bje refuse\b",
        r"\bmana kar(?:na|ne|o|do|dena|di|dun\w*|de)?\b|\b(?:offer|job|join)\b[^.?!\n]{0,12}\bnah(?:i|in) (?:lena|leni|karna|kar\w*|chahiye)\b",
    ),
    "accept": lexicon.any_of(
        r"(?<!no )\b(?:acepto|aceito)\b(?! si\b| se\b)|\b(?:quiero|voy a|quero|vou) (?:aceptar|aceitar)\b(?! si\b| se\b)",
        r"\bich nehme\b[^.?!\n]{0,30}\ban\b|\b(?:mochte|will|werde)\b[^.?!\n]{0,40}\b(?:annehmen|zusagen)\b|\bj'accepte\b|\bje (?:veux|vais) accepter\b",
    ),
}
"""A decision told in another language."""
_DECIDED = {
    "decline": lexicon.any_of(
        r"\bi(?:'?m| am| will|'ll)? (?:going to |gonna )?(?:declin(?:e|ing)|turn(?:ing)? (?:it|them|this|the \w+) down|reject(?:ing)?|pass(?:ing)? on (?:it|this|them))\b",
        r"\bi(?:'ve| have)? decided (?:to (?:decline|reject|turn)|against)\b",
    ),
    "accept": lexicon.any_of(
        r"\bi(?:'?m| am| will|'ll)? (?:gladly |happily |going to |gonna )?(?:accept(?:ing)?|tak(?:e|ing) (?:it|the (?:job|offer)))\b(?! (?:if|only|when|unless)\b)",
        r"\bi'?m in\b\W*$|\bi(?:'ve| have)? decided to (?:accept|take|join|sign)\b",
    ),
}
"""A decision told in the message before the order."""
_CLOSES = lexicon.any_of(
    r"\b(?:accept\w*|yes|sign\w*|tak(?:e|ing)|join\w*|deal|agree\w*|i'?m in(?=\W*(?:[.,!;]|$))|happy|glad|go(?:ing)? with|confirm\w*|no|not|declin\w*|reject\w*|turn\w*|pass|withdraw\w*|pull\w*|back(?:ing)? out|"
    r"acept\w*|aceit\w*|annehm\w*|zusag\w*|nehm\w*|haan?|han|theek|manzoor|oui|si|ja|sim|decid\w*|cho(?:o?se|osing|sen)|regrets?|elsewhere|stay\w*|unable|can'?t|cannot|won'?t|changed my mind|start(?:ing)? at|resign\w*|quit\w*|refus\w*|rechaz\w*|recus\w*|absag\w*|ablehn\w*|mana|nahi)\b"
)
"""Words of a yes or a no, without which a bare order is for neither."""
_WITHDRAWS = lexicon.any_of(
    r"\b(?:withdraw\w*|pull\w*|(?:back|get|drop|step|take me|want|need)\w* (?:\w+ )?(?:out|away)|out of the|no longer|not (?:interested|continu\w*|go(?:ing)? on)|stop\w*|cancel (?:my|the) (?:application|process|candidacy))\b",
    r"\b(?:elsewhere|another|other (?:job|offer|company|place)|(?:accepted|signed|took|taking|accepting|chose\w*|decided)|application|candida\w+|ziehe|retir\w*)\b",
)
BARE_WORDS = 6
_WOULD = lexicon.any_of(
    r"\b(?:i'?d|would) (?:\w+ )?(?:accept|sign|take it|say yes|join)\b[^.?!\n]{0,40}\b(?:if|at|for|once|when)\b"
)
"""Names what a yes would hang on."""
_CORRECTABLE = frozenset({"counter", "written", "reply", "silence", "other"})
"""Purposes whose words may be those of somebody who only wants something put right."""
CLOSING = FINAL | {"agreed"}
"""Purposes that are none where a yes is held back."""
_SOME_TIME = lexicon.any_of(
    r"\b(?:for|need|want|have|until|till|take|give me) "
    r"(?:an?|one|two|three|\d+|some|a few|a couple(?: of)?|more|the)(?: more)? "
    r"(?:days?|weeks?|time|weekend)\b(?! (?:off|of|vacation|holiday))"
)
_ASKS = lexicon.any_of(r"\b(?:ask|want|need|counter)\b")
OWN_ONLY = frozenset({"time", "accept", "decline", "agreed"})
"""Purposes that only the person's own words name, never the line of theirs that is quoted."""


def find_purpose(texts: list[str], signals: Signals) -> str:
    """What the message that is asked for is to achieve; a no to a part of what is offered declines no job."""
    own = blank_quotations(texts[-1])
    purpose = _find_purpose(texts, signals)
    if purpose in _CORRECTABLE and find_chosen(signals.offers, own) and not (_ASKS.search(own) or _leaves_open(own)):
        return "accept"
    if purpose in _CORRECTABLE and puts_right(lexicon.fold(texts[-1])):
        return "correction"
    if purpose not in ("decline", "withdraw", "renege") or not refuses_part(own):
        return purpose
    if takes_the_rest(own):
        return "accept"
    return "counter" if _ASKS.search(own) else "other"


def find_decision(texts: Sequence[str]) -> str | None:
    """The decision a message is for whatever else was asked before: told in another language, or before a bare order.

    >>> (
    ...     find_decision(["quiero rechazar la oferta"]),
    ...     find_decision(["i accept", "write the mail"]),
    ...     find_decision(["ok"]),
    ... )
    ('decline', 'accept', None)
    """
    return _first_of(_SAYS_ABROAD, blank_quotations(texts[-1])) or _decided_before(texts)


def _first_of(wordings: Mapping[str, re.Pattern[str]], text: str) -> str | None:
    return next((name for name, wording in wordings.items() if wording.search(text)), None)


def _decided_before(texts: Sequence[str]) -> str | None:
    """The decision told in the message before an order that says nothing of its own."""
    order = texts[-1]
    bare = len(order.split()) <= BARE_WORDS and not (_CLOSES.search(order) or _ASKS.search(order))
    if not texts[:-1] or not bare or not lexicon.SCRIPT.search(order) or lexicon.REWRITE.search(order):
        return None
    own = without_seeming(blank_quotations(texts[-2]))
    return None if "?" in own or _leaves_open(own) or withholds_yes(own) else _first_of(_DECIDED, own)


def _find_purpose(texts: list[str], signals: Signals) -> str:
    words = without_seeming(texts[-1])
    own = blank_quotations(words)
    edits = len(texts) > 1 and (lexicon.REWRITE.search(words) or edits_message(texts, signals.written))
    likely, share = likeliest_purpose(words)
    withheld = withholds_yes(own)
    open_still = withheld or (_leaves_open(words) and (share < SURE_PURPOSE or _WOULD.search(words)))
    told = plain_purpose(own)
    doubted = share < SURE_PURPOSE and told != likely
    final = likely in FINAL and (bool(open_still) or doubted or not _closes(likely, own))
    plainly = _PLAINLY.get(told or "")
    outright = not edits and (share < SURE_OF.get(told or "", 0) or (plainly and plainly.search(own)))
    if likely and share >= LIKELY_PURPOSE and not (edits or final or outright):
        return likely
    plain = told or plain_purpose(words)
    if plain and not (withheld and plain in CLOSING):
        return plain
    for purpose, pattern in lexicon.PURPOSES.items():
        read = own if purpose in OWN_ONLY else words
        if pattern.search(read) and not (
            (withheld and purpose in CLOSING) or (purpose in FINAL and _leaves_open(words))
        ):
            return purpose
    if edits:
        for index in range(len(texts) - 2, -1, -1):
            if index in signals.written or lexicon.SCRIPT.search(texts[index]):
                return find_purpose(texts[: index + 1], Signals(written=signals.written))
    # An order of few words resembles every purpose alike.
    likely = "counter" if len(words.split()) <= BARE_ORDER else likely_purpose(signals.intents)
    if likely == "counter" and len(words.split()) <= FEW_WORDS and len(texts) > 1:
        return _purpose_before(texts[:-1])
    if likely in FINAL and not _closes(likely, own):
        return "other" if likely == "withdraw" else "counter"
    if withheld and likely in CLOSING:
        return "time" if _SOME_TIME.search(own) else "counter"
    return likely


def _closes(purpose: str, own: str) -> bool:
    """Whether a message holds words of the yes or no its purpose is: a missed interview withdraws nobody."""
    return bool((_WITHDRAWS if purpose == "withdraw" else _CLOSES).search(own))


def _purpose_before(texts: list[str]) -> str:
    """The purpose the last few messages name, where the newest only says to write it."""
    for text in reversed(texts[-RECENT:]):
        own = blank_quotations(text)
        for purpose, pattern in lexicon.PURPOSES.items():
            if purpose not in FINAL and pattern.search(own):
                return purpose
        if lexicon.SCRIPT.search(text):
            break
        if _TOLD_ALOUD.search(own):
            return "written"
    return "counter"


def likely_purpose(intents: Sequence[tuple[str, float]]) -> str:
    """The purpose most messages like this one had: "counter" where none stands out.

    A yes or no is taken from likeness only where nearly all of them said it.
    """
    shares = {
        PURPOSE_OF.get(name, name.removeprefix("script_")): 0.0 for name, _ in intents if name.startswith("script_")
    }
    for name, share in intents:
        if name.startswith("script_"):
            shares[PURPOSE_OF.get(name, name.removeprefix("script_"))] += share
    best = max(shares, key=lambda name: (shares[name], name), default="counter")
    part = shares.get(best, 0.0) / (sum(shares.values()) or 1)
    enough = SURE_PURPOSE if best in FINAL else CLEAR_PURPOSE
    return best if part >= enough and shares[best] >= LEAST_PURPOSE else "counter"


def _leaves_open(words: str) -> bool:
    """Whether a yes or no is denied, hangs on a condition, or is only asked about."""
    return bool(lexicon.NEGATED.search(words) or lexicon.CONDITIONAL.search(words))

"""Purposes told in plain words, which no likeness to other messages overrules."""

from __future__ import annotations

import re

from assistant.encoder import reading
from assistant.offline import lexicon
from assistant.offline.briefs.seeming import without_seeming

_ACCEPTED = r"\bi (?:already |have |just |had )*(?:accepted|signed|said yes)\b"
_CANNOT = r"\b(?:can'?t|cant|cannot|won'?t be able to|not able to|unable to|have to) (?:come|start|join|take (?:it|the job)|do it|go|stay|back out|cancel|withdraw)\b|\bback(?:ing)? out\b"
_SUM = r"(?:the |their |that )?[$€£]?\d[\d.,]*k?\b(?! (?:more|shares?|days?))(?![^.!?\n]*(?:\?|\b(?:or|if|unless|only|once|when|but)\b))"
_SAID = r"\b(?:write|say|tell \w+|reply|answer|respond)(?: back)?(?: to)?(?: them| him| her)?(?: that)? i(?:'ll| will|'m| am)?"
ACCEPTED_SUM = rf"(?:^|[.,;:]\s*|\b(?:then|now|please|pls|just) )accept {_SUM}|{_SAID} (?:take|accept) {_SUM}"
"""An order to accept a sum: "accept 80k to Ed"."""
ACCEPTED_IT = rf"{_SAID} (?:tak(?:e|ing)|accept(?:ing)?) (?:it|(?:this|that)(?: (?:offer|job|role|position|one))?)(?=\W*(?:$|[.,;:!)\n]|\b(?:and|then|now|please|pls|with|gladly|happily|thanks?)\b))(?! ?,? but\b)"
"""An order to say that the person takes it."""
_ORDERED_YES = lexicon.any_of(
    r"^\W*(?:(?:ok(?:ay)?|yes|yeah|so|then|right|fine|good|great|alright|well|please|pls|just|and)\W+)*(?:let'?s )?"
    r"(?:(?:accept|say yes to) (?:it|that|this|(?:the|their) (?:offer|job|role))|(?:tell|write|text|mail|answer|send|say)(?: (?:her|him|them))? (?:a )?yes)\W*(?:then|now|please|pls|for me)?\W*$"
)
"""A message that is nothing but the order to accept."""
_CHANGED = r"\bi (?:already |have |just |had )*(?:signed|accepted|said yes)\b[^.?!\n]{0,60}[^\n]{0,40}\b(?:now |but |and )*(?:i'?m|im|i am|i will|ill|i'll) (?:\w+ )?(?:going (?:to|with|for)|taking|joining|choosing|picking)\b (?:the |an? )?(?:other|another|different|dream|second)"
PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("renege", lexicon.any_of(_CHANGED, rf"{_ACCEPTED}(?! (?:an?other|elsewhere))[^\n]*(?:{_CANNOT})", rf"(?:{_CANNOT})[^\n]*{_ACCEPTED}(?! (?:an?other|elsewhere))")),
    (
        "withdraw",
        lexicon.any_of(
            r"\b(?:signed|accepted|took (?:a|an|another|the) (?:job|offer|role)) (?:elsewhere|somewhere else|another)?[^\n]*\b(?:interview\w*|process\w*|loop|application|candidacy|withdraw\w*)\b",
            r"\bwithdraw (?:my )?(?:application|candidacy)\b|\bi withdraw\b|\b(?:ziehe|zuruckziehen)\b[^\n]*\bbewerbung|\bretir(?:ar|o) mi candidatura\b|\bretirer ma candidature\b",
        ),
    ),
    (
        "accept",
        lexicon.any_of(
            r"\b(?:write|tell|text|e-?mail|mail|message|send|give|answer) (?:him|her|them|(?!a\b|an\b|the\b)[a-z]+) (?:a |the |my )?yes\b(?! (?:if|when|but|and)\b)",
            ACCEPTED_SUM,
            r"\b(?:withdraw|retract|take back|drop|cancel|forget|leave) my (?:\w+ )?(?:counter\w*|ask|request|demands?)(?:,|\W+and|\W+then)+ (?:just |simply |please )?(?:accept|say yes|take it)\b(?! (?:if|when|only))",
            r"^\W*(?:(?:ok(?:ay)?|yes|yeah|so|then|right|fine|good|great|alright|well)\W+)*(?:let'?s |i'?ll |i will )?(?:accept|take|sign) (?:it|that|this|the offer)\W*(?:then|now|please|pls)?\W*$",
            r"\b(?:write|tell|mail|text|say)\b[^.?!\n]{0,30}\bthat i accept,? but i (?:need|want|would like|have)\b",
            r"\baccept(?:ance|ing)? (?:e-?mail|mail|note|letter|message|text|msg|reply)\b|\b(?:say|tell|write|mail|that)\b[^.?!\n]{0,40}\bi (?:take|accept|will take|want) the (?:job|offer|role)\b",
            r"\b(?:tell|text|mail|message|write)\b[^.?!\n]{0,40}\bthat (?:i'?m|i am|im) in\b(?= ?(?:[.,!]|$))",
            ACCEPTED_IT,
            r"\bi accept (?:the|this|your|their|[\w&' ]{2,30}?) ?(?:offer|job|role|position|fellowship|post|place)\b",
            r"\bi(?:'m| am|m) (?:\w+ )?(?:taking|accepting) (?:it|this|the (?:\w+ )?(?:job|offer|role|position|one))\b(?! (?:slow|easy|personally|seriously|as|to))|\bi(?:'ll| will|'m gonna| am going to|'m going to) (?:\w+ )?(?:take|accept) (?:it|this one|the (?:job|offer|role))\b(?! (?:if|when|once|for|at))",
            rf"\b(?:{lexicon.MESSAGE_NOUN}|write|tell|mail|text)\b[^.?!\n]{{0,24}}\b(?:accepting|to accept|saying yes|that i accept|confirming (?:that )?i(?:'m| am) (?:in|taking|accepting))\b|\baccept(?:ance)? (?:by|via|over) (?:e-?mail|mail|text)\b|\b(?:formal|official|written) (?:yes|acceptance)\b",
            r"\bhow (?:do i|to|can i|should i) say (?:i take|i accept|yes)\b|\b(?:words?|something|a line|a message|help) (?:to|for|that) (?:say(?:s|ing)? )?yes\b|\b(?:angebot|stelle) (?:annehmen|zusagen)\b|\bzusage schreiben\b|\b(?:aceptar|acepto) la oferta\b|\baccepter l'offre\b|\b(?:aceitar|aceito) a (?:proposta|oferta)\b",
        ),
    ),
    (
        "decline",
        lexicon.any_of(
            r"\bi(?:'ve| have)? (?:took|taken|accepted|signed|found) (?:a|the) (?:\w+ )?(?:job|role|position|post|one) (?:closer|nearer|elsewhere|somewhere|in another|with another|at another|that)\b",
            r"\b(?:send|give|convey)(?:ing)? (?:\w+ )?my (?:\w+ )?regrets\b",
            r"\b(?:say|saying) no to (?!(?:a|one|the) call)\w+|\bi(?:'ll| will|'m going to| am going to)? go(?:ing)? (?:to|with|for) \w+ (?:then|instead)\b|\bwant to decline\b|\bi(?:'ll| will)? decline\b|\brefus email\b",
            r"\b(?:thank ?(?:you|s)|nice|polite|kind|graceful|gentle|warm|friendly)[ -](?:you )?but[ -]no\b|\b(?:polite|nice|kind|graceful|gracious|gentle|warm|friendly|respectful|short|quick) no\b(?! (?:one|more|other)\b)|\b(?:write|draft|send|do|need|give me|word)\b (?:up )?(?:a|an|the|my) no (?:to|for)\b|\bno[- ]thank(?:s|[- ]you)\b(?: (?:e-?mail|mail|note|message|text|msg|letter)|$)|\b(?:rejection|regret) (?:e-?mail|mail|note|letter|message) to (?!me\b)",
            r"\b(?:say(?:ing)?|tell(?:ing)? \w+|write|writing|with|that(?:'s)?) (?:a |my |it'?s |them |him |her )?(?:\w+ )?no[- ]thank(?:s|[- ]you)\b",
            r"\bturn(?:ing)? (?:\w+ ){1,3}(?:job|offer|role|position) down\b|\bturn(?:ing)? down the\b|\b(?:i (?:took|signed|chose|accepted|picked|went with)|i(?:'m| am|m)? (?:taking|going with|choosing|signing|accepting)|going with) (?:elsewhere\b|(?:someone|somebody|something) else\b|(?:the |an? )?(?:another|other|different|competing|better)(?: \w+)? (?:job|offer|role|one|company|firm|place|position|team|option|startup|hospital|school)\b|another (?:offer|one)\b)",
            r"\b(?:not|won'?t be|can'?t) (?:taking|accepting|joining|take|accept|join) (?:it|this|the (?:job|offer|role)|them)\b(?! (?:if|unless|until|before|yet|without|for|at))",
            r"\b(?:angebot )?abs?agen\b|\babsage\b|\brechazar la oferta\b|\brefuser (?:l'|leur )offre\b|\brecusar a (?:proposta|oferta)\b",
        ),
    ),
    (
        "time",
        lexicon.any_of(
            r"\bmais (?:tempo|prazo|uns dias|alguns dias)\b|\bmas (?:tiempo|dias|plazo)\b|\bmehr (?:zeit|bedenkzeit)\b|\bbedenkzeit\b|\bfrist verlanger\w*|\bplus de temps\b|\bdelai (?:de reflexion|supplementaire)\b|\b(?:thoda|aur|ek) (?:\w+ )?(?:time|samay|din|hafta) (?:chahiye|aur)\b|\b(?:do|teen|char|kuch|\d+) (?:din|hafte?|ghante) (?:ka |ki )?(?:time |samay )?(?:aur|chahiye|de)\b",
            r"\basking (?:for )?(?:till|til|until)\b|\bi need (?:till|til|until)\b|\b(?:more|extra) time\b",
        ),
    ),
    (
        "letter",
        lexicon.any_of(
            r"\b(?:have|get|send|sent|got|receive)\b[^.?!\n]{0,25}\b(?:written offer|offer letter|letter|contract|paperwork)\b[^\n]{0,60}\b(?:nothing|still (?:no|not|nothing)|nada|no letter|not (?:here|come|arrived)|didn'?t)\b",
            r"\b(?:nothing|not anything|no offer|no word)(?: is| has (?:come|been)| yet)? in writing\b|\b(?:still )?(?:not(?! in\b)|haven'?t|hasn'?t|no)\b[^.?!\n]{0,25}\b(?:written offer|offer letter|contract)\b(?! (?:says|mentions|has|have|includes))",
            r"\b(?:third|second|2nd|3rd) time\b[^.\n]{0,40}\b(?:letter|contract)\b|\bforgot\W* to send the (?:letter|contract)\b",
        ),
    ),
    (
        "silence",
        lexicon.any_of(
            r"\bradio silence\b|\b(?:gentle|polite|friendly|kind|quick|short|soft) (?:reminder|nudge)\b|\breminder (?:e-?mail|mail|msg|message|note|text)\b|\band (?:still )?nothing\b(?=\s*(?:$|[.,;!?]|yet|back|since|so far|from))|\bheard nothing\b|\bno (?:answer|reply|response|word|news)(?: back)? (?:from|since|for|yet)\b|\b(?:hasn'?t|has not|haven'?t|didn'?t|did not|not) (?:answered|replied|responded|written back|got back|gotten back|answer|reply)\b|\bsent my counter\b[^\n]*\b(?:ago|since)\b|\bcrickets\b|\bfollow[- ]?up (?:mail|email|msg|message|note|text)\b|\bwrite (?:a )?follow[- ]?up\b",
            r"\bnicht (?:geantwortet|gemeldet)\b|\bkeine antwort\b|\bno (?:me )?(?:ha|han) (?:respondido|contestado)\b|\bsin respuesta\b|\bpas (?:de reponse|repondu)\b|\bsem resposta\b|\bnao (?:respondeu|respondeu)\b|\breply nahi\b|\bjawab nahi\b",
        ),
    ),
    (
        "written",
        lexicon.any_of(
            r"\b(?:not|isn'?t|aren'?t|wasn'?t|none (?:of (?:it|this|that) )?(?:is )?)\b ?in (?:the|their|my|that) (?:\w+ )?(?:pdf|letter|contract|offer|document|paperwork|doc|agreement)\b|\b(?:nothing|no (?:mention|word|trace|sign)) (?:about|on|of) [^.?!\n]{3,50} in (?:the|their|my|that) (?:\w+ )?(?:pdf|letter|contract|offer|document|paperwork|doc|agreement)\b|\b(?:pdf|letter|contract|document|paperwork|agreement) (?:\w+ )?(?:doesn'?t|does not|didn'?t|leaves? out|is missing|misses|lacks|omits|is silent)\b",
            r"\b(?:told me|promis\w+|said|agreed)\b[^\n]*\b(?:letter|contract|paperwork|pdf|written offer)\b (?:that )?(?:came|arrived|has|had|shows?|is|was|lists?)\b[^.?!\n]{0,20}\d|\b(?:letter|contract|paperwork|pdf)\b[^.?!\n]{0,12}\b(?:says?|has|shows?|came)\b[^.?!\n]*\d[^.?!\n]*\b(?:told me|said|promised|agreed)\b[^.?!\n]*\d",
            r"\b(?:told me|promis\w+|said|agreed)\b[^\n]*\b(?:letter|contract|paperwork|pdf|offer|document)\b (?:just |only |is )?(?:says?\b|silent|says? (?:nothing|\W)|doesn'?t|does not|mentions? (?:none|nothing|no)|without|only says)",
            r"\b(?:put|add|write|include|get)\b[^.?!\n]{0,30}\b(?:in|into|to) the (?:letter|contract|offer letter)\b|\bpor escrito\b|\bschriftlich (?:bestatig|festhalt|geben)\w*|\bpar ecrit\b|\bin den vertrag\b|\bno contrato\b|\blikh(?:it|kar|ke) (?:me|mein|de|dijiye)\b",
        ),
    ),
)  # fmt: skip
_BOUND = lexicon.any_of(
    r"\b(?:accept\w*|sign(?:ed|ing|ature)?|agreed|committed|said yes|told (?:\S+ ){1,3}yes|took (?:the|it)|taken (?:the|it)|start(?:ing|s|ed)?|contract|unterschrieben|zugesagt|angenommen|firm(?:e|ado)|acept\w*|signe|aceit\w*)\b"
)
"""Without such a word nothing was accepted that could be taken back."""
_TEMPLATES = {"start_date": "start", "call": "counter", "packet": "counter"}
"""Purposes that are written by another name."""
_LEFT_OPEN = lexicon.any_of(
    r"\b(?:should|shall|can|could|do|did|would|if|whether|when|before|unless|once|until) i (?:\w+ )?(?:accept|decline|take|sign|say no)\b",
    r"\b(?:can'?t|cannot|not|don'?t|dont|never|haven'?t|isn'?t|without|instead of)\b (?:\w+ ){0,3}?(?:accept|declin|say(?:ing)? no|turn)\w*",
    r"\b(?:accept|decline|say no)\b(?! (?:mail|e-?mail|letter|note|message|text))[^.?!\n]{0,40}\b(?:if|unless|only)\b",
)
"""A yes or no that is only asked about, denied, or hangs on something: never written on such words."""


def likeliest_purpose(text: str) -> tuple[str, float]:
    """What the encoder takes a message to be for, and how sure it is; "" and 0 without it or for an edit.

    Args:
        text: the newest message.
    """
    text = without_seeming(text)
    read = reading.read(text[: reading.MOST_ASKED])
    shares = read.whole("purpose") if read else {}
    if not _BOUND.search(text):
        shares = {label: share for label, share in shares.items() if label != "renege"}
    name = max(shares, key=lambda label: shares[label], default="")
    return ("", 0.0) if name == "edit" else (_TEMPLATES.get(name, name), shares.get(name, 0.0))


def orders_yes(text: str) -> bool:
    """Whether a message is nothing but the order to accept what is offered.

    >>> orders_yes("accept it then"), orders_yes("accept it or ask for more?")
    (True, False)
    """
    return bool(_ORDERED_YES.search(text)) and "?" not in text


def plain_purpose(words: str) -> str | None:
    """The purpose the words name outright; None when they name none.

    >>> plain_purpose("radio silence from her, write a second mail"), plain_purpose("ask for 180 base")
    ('silence', None)
    """
    words = without_seeming(words)
    for name, pattern in PLAIN:
        if pattern.search(words) and not (name in ("accept", "decline") and _LEFT_OPEN.search(words)):
            return name
    return None

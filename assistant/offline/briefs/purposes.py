"""Purposes told in plain words, which no likeness to other messages overrules."""

from __future__ import annotations

import re

from assistant.offline import lexicon

_ACCEPTED = r"\bi (?:already |have |just |had )*(?:accepted|signed|said yes)\b"
_CANNOT = r"\b(?:can'?t|cant|cannot|won'?t be able to|not able to|unable to|have to) (?:come|start|join|take (?:it|the job)|do it|go|stay|back out|cancel|withdraw)\b|\bback(?:ing)? out\b"
PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("renege", lexicon.any_of(rf"{_ACCEPTED}(?! (?:an?other|elsewhere))[^\n]*(?:{_CANNOT})", rf"(?:{_CANNOT})[^\n]*{_ACCEPTED}(?! (?:an?other|elsewhere))")),
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
            r"\baccept(?:ance|ing)? (?:e-?mail|mail|note|letter|message|text|msg|reply)\b|\b(?:say|tell|write|mail|that)\b[^.?!\n]{0,40}\bi (?:take|accept|will take|want) the (?:job|offer|role)\b",
            r"\bi accept (?:the|this|your|their) (?:offer|job|role|position|fellowship|post|place)\b",
            r"\bhow do i say (?:i take|i accept|yes)\b|\b(?:angebot|stelle) (?:annehmen|zusagen)\b|\bzusage schreiben\b|\b(?:aceptar|acepto) la oferta\b|\baccepter l'offre\b|\b(?:aceitar|aceito) a (?:proposta|oferta)\b",
        ),
    ),
    (
        "decline",
        lexicon.any_of(
            r"\b(?:say|saying) no to (?!(?:a|one|the) call)\w+|\bi(?:'ll| will|'m going to| am going to)? go(?:ing)? (?:to|with|for) \w+ (?:then|instead)\b|\bwant to decline\b|\bi(?:'ll| will)? decline\b|\brefus email\b",
            r"\b(?:angebot )?abs?agen\b|\babsage\b|\brechazar la oferta\b|\brefuser (?:l'|leur )offre\b|\brecusar a (?:proposta|oferta)\b",
        ),
    ),
    (
        "time",
        lexicon.any_of(
            r"\bmais (?:tempo|prazo|uns dias|alguns dias)\b|\bmas (?:tiempo|dias|plazo)\b|\bmehr (?:zeit|bedenkzeit)\b|\bbedenkzeit\b|\bfrist verlanger\w*|\bplus de temps\b|\bdelai (?:de reflexion|supplementaire)\b|\b(?:thoda|aur|ek) (?:\w+ )?(?:time|samay|din|hafta) (?:chahiye|aur)\b",
            r"\basking (?:for )?(?:till|til|until)\b|\bi need (?:till|til|until)\b|\b(?:more|extra) time\b",
        ),
    ),
    (
        "letter",
        lexicon.any_of(
            r"\b(?:have|get|send|sent|got|receive)\b[^.?!\n]{0,25}\b(?:written offer|offer letter|letter|contract|paperwork)\b[^\n]{0,60}\b(?:nothing|still (?:no|not|nothing)|nada|no letter|not (?:here|come|arrived)|didn'?t)\b",
            r"\b(?:third|second|2nd|3rd) time\b[^.\n]{0,40}\b(?:letter|contract)\b|\bforgot\W* to send the (?:letter|contract)\b",
        ),
    ),
    (
        "silence",
        lexicon.any_of(
            r"\bradio silence\b|\bno (?:answer|reply|response|word|news)(?: back)? (?:from|since|for|yet)\b|\b(?:hasn'?t|has not|haven'?t|didn'?t|did not|not) (?:answered|replied|responded|written back|got back|gotten back|answer|reply)\b|\bsent my counter\b[^\n]*\b(?:ago|since)\b|\bcrickets\b|\bfollow[- ]?up (?:mail|email|msg|message|note|text)\b|\bwrite (?:a )?follow[- ]?up\b",
            r"\bnicht (?:geantwortet|gemeldet)\b|\bkeine antwort\b|\bno (?:me )?(?:ha|han) (?:respondido|contestado)\b|\bsin respuesta\b|\bpas (?:de reponse|repondu)\b|\bsem resposta\b|\bnao (?:respondeu|respondeu)\b|\breply nahi\b|\bjawab nahi\b",
        ),
    ),
    (
        "written",
        lexicon.any_of(
            r"\b(?:told me|promis\w+|said|agreed)\b[^\n]*\b(?:letter|contract)\b (?:is )?(?:silent|says? (?:nothing|\W)|doesn'?t|does not|mentions? (?:none|nothing|no)|without|only says)",
            r"\b(?:put|add|write|include|get)\b[^.?!\n]{0,30}\b(?:in|into|to) the (?:letter|contract|offer letter)\b|\bpor escrito\b|\bschriftlich (?:bestatig|festhalt|geben)\w*|\bpar ecrit\b|\bin den vertrag\b|\bno contrato\b|\blikh(?:it|kar|ke) (?:me|mein|de|dijiye)\b",
        ),
    ),
)  # fmt: skip
_LEFT_OPEN = lexicon.any_of(
    r"\b(?:should|shall|can|could|do|did|would|if|whether|when|before|unless|once|until) i (?:\w+ )?(?:accept|decline|take|sign|say no)\b",
    r"\b(?:can'?t|cannot|not|don'?t|dont|never|haven'?t|isn'?t|without|instead of)\b (?:\w+ ){0,3}?(?:accept|declin|say(?:ing)? no|turn)\w*",
    r"\b(?:accept|decline|say no)\b(?! (?:mail|e-?mail|letter|note|message|text))[^.?!\n]{0,40}\b(?:if|unless|only)\b",
)
"""A yes or no that is only asked about, denied, or hangs on something: never written on such words."""


def plain_purpose(words: str) -> str | None:
    """The purpose the words name outright; None when they name none.

    >>> plain_purpose("radio silence from her, write a second mail"), plain_purpose("ask for 180 base")
    ('silence', None)
    """
    for name, pattern in PLAIN:
        if pattern.search(words) and not (name in ("accept", "decline") and _LEFT_OPEN.search(words)):
            return name
    return None

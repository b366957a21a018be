"""Edits: messages that change the message just written: add, leave out, another sum, tone, length or channel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon

MOST_WORDS = 45
_OPENING = r"^\W*(?:(?:actually|ok(?:ay)?|now|also|pls|please|and|but|hmm+|great|good|nice|perfect|thanks|thx|cool|love it|wait|sorry|oh|yes|no|nah|can you|could you|can u|then|maybe|just|too|much|way|a bit)\W+)*"
EDIT = lazy(
    rf"{_OPENING}(?:(?:add(?! up\b)|include|mention|put|insert|drop|remove|skip|cut|delete|take out|lose|leave|change|replace|swap|make|use|switch|turn|sign|address|send it|start it|end it|begin|open|close)\b(?! (?:a|the|my) (?:decision|deal|difference))"
    r"|(?:shorter|longer|warmer|firmer|softer|simpler|friendlier|stronger|less|more)\b|(?:don'?t|dont|do not|no|without) (?:say|mention|use|include|put|name|tell|write|need|the)\b|too (?:long|formal|soft|pushy|stiff|cold|nice|wordy|corporate|aggressive|needy)|it'?s too\b|instead of\b|not so\b|rather\b|(?:as|in|for) (?:an? )?(?:e-?mail|text|phone|call|whatsapp|slack|linkedin|sms|voicemail|simple|spanish|german|french|english))",
    re.IGNORECASE,
)


def edits_message(texts: Sequence[str]) -> bool:
    """Whether the newest text changes a message that was asked for before.

    Args:
        texts: what the person wrote, folded, oldest first.
    """
    if len(texts) < 2 or len(texts[-1].split()) > MOST_WORDS or not EDIT.search(texts[-1]):
        return False
    for earlier in reversed(texts[:-1]):
        if lexicon.SCRIPT.search(earlier) or lexicon.SAY.search(earlier):
            return True
        if not EDIT.search(earlier):
            return False
    return False

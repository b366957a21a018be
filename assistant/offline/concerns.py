"""Concerns: what advice is about, where the words of the message seldom stand in the library."""

from __future__ import annotations

import re

from assistant.offline.lexicon import JUDGE, NO_OTHER_OFFER, PUSH, any_of

FEAR = any_of(
    r"\b(?:scared|afraid|nervous|anxious|worried|terrified|fear|stress\w*|anxiety|panic\w*|freak\w*)\b",
    r"\b(?:pull|rescind\w*|withdraw\w*|revoke|lose|take (?:back|away)|cancel)\b[^.?!\n]{0,20}\b(?:the |my |this |their )?offer\b",
    r"\b(?:pull\w*|rescind\w*|withdr[ae]w\w*|revok\w*|yank\w*|los(?:e|t|ing)|cancel\w*)\b[^.?!\n]{0,20}\boffers?\b[^.?!\n]{0,40}"
    r"\b(?:negotiat\w*|ask(?:ed|ing|s)?|counter\w*|push\w*)\b",
    r"\b(?:look|seem|come across|sound)\w*\s+(?:too )?(?:greedy|pushy|ungrateful|difficult|rude)\b",
)


REFUSED = any_of(
    r"\b(?:if|when|what if|suppose|and if) (?:they|she|he|the recruiter|hr)\b[^.?!\n]{0,20}\b(?:say\w* no|refuse\w*|declin\w*|reject\w*|"
    r"won'?t|don'?t (?:budge|agree|move)|push(?:es)? back|turn\w* (?:it|me) down|stay firm)\b"
)


CONCERNS: dict[str, re.Pattern[str]] = {
    "refused": REFUSED,
    "no_offer": NO_OTHER_OFFER,
    "fear": FEAR,
    "judging": JUDGE,
    "push": PUSH,
}
"""What advice is about, where the words of the message seldom stand in the library; first match wins."""

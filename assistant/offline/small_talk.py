"""Small talk: thanks, a greeting, a cry for help, a yes, a question about Parley itself."""

from __future__ import annotations

import re
from typing import Literal

from assistant.offline.lexicon import any_of

SmallTalk = Literal["waits", "thanks", "greeting", "about", "help", "confirms", "notes"]

CONFIRMS = re.compile(
    r"^\W*(?:(?:yes|yep|yeah|yup|ya|correct|right|exactly|confirm(?:ed)?|that(?:'s| is) (?:right|correct|it)"
    r"|(?:it |that |all )?looks? (?:right|good|correct|fine)|all (?:right|correct|good)|everything is (?:right|correct)"
    r"|you(?: have|'ve)? (?:got|read) (?:it|that|everything) (?:right|correctly))\W*(?:to me|thanks?|thank you)?\W*){1,4}$",
    re.IGNORECASE,
)
"""Yes to the terms read back, and nothing else."""
THANKS = any_of(
    r"^\s*(?:(?:thanks?|thank you|thx|ty|cheers|great|perfect|awesome|ok(?:ay)?|cool|nice|got it)[\s,.!]*(?:so much|a lot|again|man|that helps)?[\s.!]*){1,4}$"
)
HELP = any_of(r"^\W*(?:help|pls help|please help|help me|i need help|sos)\W*$")
GREETING = any_of(
    r"^\s*(?:hi|hello|hey|yo|good (?:morning|evening|afternoon)|hola|namaste)[\s,.!]*(?:there|parley|coach)?[\s.!?]*$"
)
ABOUT_SELF = any_of(
    r"\b(?:who|what) are you\b",
    r"\bare you (?:a |an )?(?:human|bot|ai|robot|real|person|gpt|llm)\b",
    r"\bwhat can you do\b",
    r"\bhow does this work\b",
)


def find_small_talk(text: str) -> SmallTalk | None:
    """The kind of small talk a text is, if it is nothing else."""
    if CONFIRMS.search(text):
        return "confirms"
    if THANKS.search(text):
        return "thanks"
    if GREETING.search(text):
        return "greeting"
    if HELP.search(text) or (text.strip() and not re.search(r"\w", text)):
        return "help"
    return "about" if ABOUT_SELF.search(text) else None

"""Other: a note around an offer that is no counter and none of the usual messages, from the person's own sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.offline import lexicon
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.prose import sentence, tidy, to_you

MOST_TOLD = 3
RECENT = 3
_END = re.compile(r"(?<=[.!?;])\s+|\n+")
ASK_BACK = (
    "**One question:** what should they know or do after reading it? Put it in place of the brackets, or tell me in one "
    "sentence and I will write it in."
)


def told_of_late(texts: Sequence[str]) -> list[str]:
    """What the newest message tells; where it only orders, what the ones just before it tell."""
    found = (told_sentences(text) for text in reversed(texts[-RECENT:]))
    return next((told for told in found if told), [])


def told_sentences(text: str) -> list[str]:
    """What the person tells about themselves, as sentences that can stand in a note to the company.

    >>> told_sentences("My offer expired while I was in hospital. can you write them a note?")
    ['My offer expired while I was in hospital.']
    """
    found = []
    for part in _END.split(blank_quotations(text)):
        folded = lexicon.fold(part).strip().lower()
        own = folded.startswith(("i ", "i'", "my ", "we ", "our ", "we'"))
        orders = lexicon.SCRIPT.search(folded) or lexicon.SAY.search(folded) or lexicon.WISH.search(folded)
        plain = to_you(tidy(part))
        if own and not orders and "?" not in part and is_sentence(plain):
            found.append(sentence(plain))
    return found[:MOST_TOLD]

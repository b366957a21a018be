"""Second asks: what they could do besides, in the words of a question: "and would they mention the strike price"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.wording import VERB, read_wording

REASON_BEHIND = lazy(
    r",?\s*\b(?:and (?:tell|let|say|thank|remind|sign|send) (?:them|him|her|it|that|i)\b|because|bc|b/c|cuz|reasons?(?: is| are|:)|since (?:i|nobody|no one|none|they|it)|as i|as my|given|on account of|due to|and (?:include|mention|say|add|keep|also how)|"
    r"but (?:i |don'?t|dont|keep|not|without|he|she|it)|incl\b|before (?:team|i|they)|w/?out\b|without\b(?! cause| notice| pay)|so (?:it|that|they)|if possible|pls|please|plz|thanks|in a |keep it|max\b|she'?s|he'?s|chahiye|nothing (?:else|about))\b.*$|"
    r"[,;]?\s+(?:friendly|polite|short|firm|warm|formal|casual|nothing else)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind an ask and is none of it."""
_COULD_THEY = lazy(
    r"(?:^|[.!?;,\n]\s*|\b(?:and|also|plus|but)\s+)(?:(?:and|also|plus|but|please|then) )*(?:can|could|would|will|if) (?:they|you|she|he) (?:(?:can|could|would|might|also|please|maybe|perhaps|even) )*(?P<what>[a-z](?:[^.!?;\n]|\.(?=\d))+)",
    re.IGNORECASE,
)
_TRAILING = lazy(
    r"(?:[,;&+]|\b(?:and|plus|also|too|instead|pls|please|maybe|as well|so|is unclear|is possible))\s*$", re.IGNORECASE
)


def read_second(text: str, asks: Sequence[Ask]) -> Iterator[Ask]:
    """What they are asked to do in questions of their own, beyond what is asked already.

    >>> [ask.words for ask in read_second("i want 95k, and would they mention the strike price too", [])]
    ['mention the strike price']
    """
    known = " ".join(ask.words for ask in asks).casefold()
    for match in _COULD_THEY.finditer(lexicon.fold(text)):
        words = text[match.start("what") : match.end("what")]
        words = REASON_BEHIND.sub("", words).rstrip()
        while trailing := _TRAILING.search(words):
            words = words[: trailing.start()].rstrip()
        if re.search(r"\d", words) or not VERB.match(words):
            continue
        for ask in read_wording(words):
            if ask.form == "action" and ask.words.casefold() not in known:
                yield ask

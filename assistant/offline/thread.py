"""Thread: the question that a short message goes on from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.offline import lexicon
from assistant.offline.telling_words import names_nothing

MOST_BACK = 3
"""Messages before the newest one that its question may be spread over."""
_OPENS = r"^\W*(?:(?:and|but|so|ok|okay|hm+|wait|pls|please|can you|could you)\W+)*"
_THAT = r"(?:that|this|it|those|these)"
GOES_DEEPER = lexicon.any_of(
    rf"{_OPENS}(?:why(?: not| so| is that| that)?|how so|how come|explain(?: (?:more|please|{_THAT}))?)\W*$",
    rf"{_OPENS}(?:elaborate|go on|(?:tell me |say )?(?:a (?:bit|little) )?more(?: (?:about|on) {_THAT})?)\W*$",
    rf"{_OPENS}(?:(?:give me |like )?(?:an |a |some )?(?:real |concrete )?examples?(?: of {_THAT})?|like what)\W*$",
    rf"{_OPENS}(?:for example|such as)\W*$",
)
"""Asks for the reason, an example or more of what was just said, and names nothing itself."""
ASKS_SOURCE = lexicon.any_of(
    rf"{_OPENS}(?:where(?:'s| is| are| do| did)?\b[^?.!\n]{{0,25}}\bfrom|says who|who says(?: (?:so|{_THAT}))?)\W*$",
    rf"{_OPENS}(?:according to (?:who|whom|what)|based on what|how do you know(?: {_THAT})?)\W*$",
    rf"{_OPENS}(?:what(?:'s| is| are) (?:your|the) |any |which |your |got a )?sources?(?: (?:for|of) {_THAT})?\W*$",
    rf"{_OPENS}(?:can|how (?:can|far can)|should) i (?:trust|believe) {_THAT}\W*$",
    rf"{_OPENS}(?:is|are) {_THAT} (?:number |figure )?(?:from a source|reliable|trustworthy|legit)\W*$",
)
"""Asks where what was just said comes from."""
ASKS_MORE = lexicon.any_of(r"\b(?:examples?|more|go on|elaborate|such as|like what)\b")
"""Asks deeper for something that was not told yet, and not for the reason."""
_POINTS = lexicon.any_of(r"\b(?:it|that|this|those|these|them|there)\b")


def join_thread(texts: Sequence[str], leans: Callable[[str], bool], names: Sequence[re.Pattern[str]] = ()) -> list[str]:
    """The question that the newest message goes on from, and that message; only the latter where it stands alone.

    A message that only names another country or employer puts it in the place of the one named before; one that only
    asks for the reason, an example or the source adds nothing.

    Args:
        texts: what the person wrote, oldest first.
        leans: whether a message leans on the one before it.
        names: names of one sort each, such as those of countries.

    >>> lands = re.compile("Ohio|Utah")
    >>> join_thread(["is it paid in Ohio?", "why", "and in Utah"], lambda text: len(text.split()) < 4, [lands])
    ['is it paid in Utah?']
    """
    lines = [texts[-1]]
    for text in reversed(texts[-1 - MOST_BACK : -1]):
        if not leans(lines[0]):
            break
        lines.insert(0, text)
    kept = [text for number, text in enumerate(lines) if number == 0 or not goes_deeper(text)]
    for pattern in names:
        kept = _put_names(kept, pattern)
    return kept if len(kept) == 1 else [kept[0], kept[-1]]


def goes_deeper(text: str) -> bool:
    """Whether a message asks for the reason, an example or the source of what was just said, and names nothing."""
    folded = lexicon.fold(text)
    return bool(GOES_DEEPER.search(folded) or ASKS_SOURCE.search(folded))


def _put_names(lines: list[str], pattern: re.Pattern[str]) -> list[str]:
    """The lines with each name that stands for a whole line put where the nearest line before names just one."""
    kept = lines[:1]
    for line in lines[1:]:
        name = pattern.search(line)
        rest = pattern.sub(" ", line)
        alone = name and names_nothing(rest) and not _POINTS.search(rest)
        before = next((at for at in range(len(kept) - 1, -1, -1) if pattern.search(kept[at])), None)
        if name and alone and before is not None and len(pattern.findall(kept[before])) == 1:
            kept = [*kept[:before], pattern.sub(name.group(), kept[before], count=1)]
        else:
            kept.append(line)
    return kept

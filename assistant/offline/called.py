"""Called: the name by which the person's words call the offer they state."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.grammar import is_known_word

_LEAD = (
    r"\W*(?:(?i:then|and|also|oh|so|ok|okay|well|first|second|the (?:first|second|third|other)(?: one| offer)?|next|"
    r"now|forgot|btw|wait|but|actually|my|offers?|from|one|is|at|by|number (?:one|two)|a|an|with|got|have|i)\W+)*"
)
_NAMED = lazy(
    rf"(?:^|(?<=[.!?;]\s)|(?<=\n)){_LEAD}(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z&][\w&'’.-]*)){{0,2}})"
    r"(?P<behind>\s*[,:=–-]|\s+(?:first|second|pays?|gives?|gave|offers?|offered|is|are|has|have|also|at|came|comes|bumped|added|just|will|"
    r"would|wants?|sent|went|moved|upped|raised|now|then|on)\b)"
)
_PAYS = lazy(r"\s+(?:pays?|gives?|offers?|offered|bumped|upped|raised|first|second)\b")
_NUMBER = re.compile(r"\d")
LEAST_LENGTH = 3
"""Letters of the shortest word that is taken for a name, and words from which a first name is a company's."""


def find_called(text: str, known: Collection[str] = ()) -> str | None:
    """The name of the offer that the words state; None where they call it by none.

    Args:
        text: the person's words.
        known: names of the offers on file.

    >>> find_called("then Nimbus Data, 190k base"), find_called("Base: 120k")
    ('Nimbus Data', None)
    >>> find_called("nimbus also gives 25k", ["Nimbus Data"])
    'Nimbus Data'
    """
    if not _NUMBER.search(text):
        return None
    mentioned = [name for name in known if _stands(name, text)]
    if mentioned:
        return mentioned[0] if len(mentioned) == 1 else None
    found = (match["name"] for match in _NAMED.finditer(text) if _NUMBER.search(text, match.end()) and _is_name(match))
    return next(found, None)


def _is_name(match: re.Match[str]) -> bool:
    """Whether words in front of terms name who offers them, and no person, post or part of the pay."""
    name = match["name"]
    words = name.split()
    if len(name) < LEAST_LENGTH or (words[0].lower() in GIVEN_NAMES and len(words) < LEAST_LENGTH):
        return False
    common = all(is_known_word(word.lower().strip(".,'’")) for word in words)
    pays = len(words) > 1 and _PAYS.match(match["behind"])
    return not common or bool(pays and not lexicon.DOMAIN_WORD.search(name.lower()))


def _stands(name: str, text: str) -> bool:
    """Whether the words name the offer, whole or by the first word of its name."""
    first = name.partition(" ")[0]
    called = [name, *([first] if len(first) > LEAST_LENGTH and first.lower() not in ("offer", "other") else [])]
    return any(re.search(rf"(?<![\w'’]){re.escape(item)}(?![\w])", text, re.IGNORECASE) for item in called)

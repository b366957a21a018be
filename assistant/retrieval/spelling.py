"""Spelling: misspelt words of a short message, put right with words the library uses.

Only what is no word at all is touched: not English, not of the library, not the way people write here, and no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.domain.languages import find_language
from assistant.domain.slips import LONE_WORD, put_right
from assistant.encoder.pieces import names
from assistant.english import english_words
from assistant.retrieval.companies import ALIASES, KNOWN_COMPANIES
from assistant.retrieval.plain_words import without_accents

MOST_WORDS = 60
"""Words of the longest message that is mended: a longer one, or a letter, says enough without."""
LEAST_LETTERS, LONG = 4, 8
"""Letters from which one slip is mended, and from which two are."""
USED, WRITTEN = 2, 3
"""How often the library must use a word to be meant, and people must write one to be left alone."""
_ALL = re.compile(r"[a-z]+")
_NAMED = re.compile(
    r"\b(?:at|from|with|called|named|join(?:ed|ing)?|dear|hi|hello|company|firm|startup)\s+\Z", re.IGNORECASE
)


class Spelling:
    """Knows the words of `texts`, as the library uses them, and of `lines`, as people write.

    >>> words = Spelling(["The recruiter said no. Ask the recruiter again, the recruiter can check."], [])
    >>> words.mend("my recuriter"), words.mend("Zorvex sent a letter")
    ('my recruiter', 'Zorvex sent a letter')
    """

    def __init__(self, texts: Iterable[str], lines: Iterable[str]) -> None:
        used = Counter(word for text in texts for word in _ALL.findall(text.lower()))
        written = Counter(word for line in lines for word in _ALL.findall(line.lower()))
        self._known = used.keys() | {word for word, count in written.items() if count >= WRITTEN}
        self._known |= KNOWN_COMPANIES | {word for name in ALIASES for word in name.split()}
        self._meant: dict[str, list[tuple[str, int]]] = {}
        for word, count in used.items():
            if count >= USED and len(word) >= LEAST_LETTERS:
                self._meant.setdefault(word[0], []).append((word, count))

    def find_slips(self, text: str) -> dict[str, str]:
        """Each misspelt word of an English message with what is meant; none without a list of English words."""
        if len(text.split()) > MOST_WORDS or find_language(without_accents(text)) or not english_words():
            return {}
        found = (match[0] for match in LONE_WORD.finditer(text) if not _NAMED.search(text[: match.start()]))
        meant = {word: self._find_meant(word) for word in dict.fromkeys(found) if self._is_no_word(word)}
        return {word: right for word, right in meant.items() if right}

    def mend(self, text: str) -> str:
        """The message with its misspelt words put right."""
        return put_right(text, self.find_slips(text))

    def _is_no_word(self, word: str) -> bool:
        known = word in self._known or word in english_words() or word in names()
        return len(word) >= LEAST_LETTERS and not known

    def _find_meant(self, word: str) -> str:
        """The word of the library with the fewest slips, the more frequent of two; empty where none is near."""
        most = 2 if len(word) >= LONG else 1
        near = (
            (slips, -count, right)
            for right, count in self._meant.get(word[0], ())
            if abs(len(right) - len(word)) <= most and (slips := count_slips(word, right)) <= most
        )
        return min(near, default=(0, 0, ""))[2]


def count_slips(one: str, other: str) -> int:
    """Letters that were added, left out, changed or swapped with their neighbour between two words.

    >>> count_slips("recuriter", "recruiter"), count_slips("equty", "equity"), count_slips("ab", "cd")
    (1, 1, 2)
    """
    before, row = list[int](), list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [place]
        for at, match in enumerate(other, start=1):
            least = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != match))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == match:
                least = min(least, earlier[at - 2] + 1)
            row.append(least)
    return row[-1]

"""Grammar: the part of speech of each word of a fragment, as far as one word and its neighbours tell.

Tags are those of the Penn Treebank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.english import english_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[$€£¥₹]?\s?\d[\w.,%/+:-]*")
_SUBJECTS = frozenset(("i", "we", "you", "they", "he", "she", "it", "who", "this", "that", "there"))
_CONTRACTED = {
    "i'm": "VBP", "i've": "VBP", "i'd": "MD", "i'll": "MD", "it's": "VBZ", "that's": "VBZ", "there's": "VBZ", "we're": "VBP",
    "we've": "VBP", "they're": "VBP", "you're": "VBP", "he's": "VBZ", "she's": "VBZ", "we'll": "MD", "they'll": "MD",
    "don't": "VBP", "doesn't": "VBZ", "didn't": "VBD", "isn't": "VBZ", "aren't": "VBP", "wasn't": "VBD", "weren't": "VBD",
    "can't": "MD", "cannot": "MD", "won't": "MD", "wouldn't": "MD", "couldn't": "MD", "haven't": "VBP", "hasn't": "VBZ",
    "shouldn't": "MD", "you've": "VBP", "you'd": "MD", "you'll": "MD",
}  # fmt: skip
_TAGS = {
    "to": "TO",
    "not": "RB",
    "also": "RB",
    "like": "IN",
    "am": "VBP",
    "i": "PRP",
    "own": "JJ",
    "max": "JJ",
    "min": "NN",
}
FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_BEHIND_A_VERB = frozenset(("DT", "PRP", "CD", "IN", "PRP$", "RB", "TO", "EX", "WP", "JJ"))
_SUBORDINATE = frozenset(
    "when while if because until till since before after although though unless which who whose where whether so".split()
)
_DETERMINERS = frozenset("the a an my your our their his its".split())
_ADVERBS = frozenset(("RB", "RBR", "RBS"))


def is_known_word(word: str) -> bool:
    """Whether the word list has the word, in small letters.

    >>> is_known_word("base"), is_known_word("nimbusdata")
    (True, False)
    """
    return word in english_words()


def tag_words(text: str) -> list[tuple[str, str]]:
    """The words of a text with their tags.

    >>> tag_words("I run the on-call for 3 teams")[:3]
    [('I', 'PRP'), ('run', 'VBP'), ('the', 'DT')]
    """
    words = [match.group().strip().replace("’", "'") for match in _WORD.finditer(text)]
    tagged: list[tuple[str, str]] = []
    for word in words:
        before = tagged[-1] if tagged else ("", "")
        earlier = tagged[-2][1] if len(tagged) > 1 else ""
        tagged.append((word, _in_place(tag_alone(word), before, earlier)))
    return tagged if any(tag in FINITE for _, tag in tagged) else _with_hidden_verb(tagged)


def _with_hidden_verb(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same with the one word that can only be the verb: "my lease ends in June", "two firms quoted me 40"."""
    for place in range(1, len(tagged) - 1):
        word, tag = tagged[place]
        before, behind = tagged[place - 1][1], tagged[place + 1][1]
        stem = re.sub(r"(?<=[^aeiou])ies$", "y", word.lower())
        verb = (
            tag == "NNS"
            and before in ("NN", "NNP")
            and any(
                english_words().get(form, "") in ("VB", "VBP", "NN", "VBN", "VBD")
                for form in (stem.removesuffix("s"), stem.removesuffix("es"), stem)
            )
        )
        past = tag == "VBN" and before in ("NN", "NNS", "NNP", "PRP", "CD")
        if (verb or past) and behind in _BEHIND_A_VERB:
            return [*tagged[:place], (word, "VBD" if past else "VBZ"), *tagged[place + 1 :]]
    return tagged


def tag_alone(word: str) -> str:
    """The tag a word has most often, without its neighbours."""
    lower = word.lower()
    if lower[:1].isdigit() or lower[:1] in "$€£¥₹":
        return "CD"
    if found := _TAGS.get(lower) or _CONTRACTED.get(lower):
        return found
    held = english_words()
    if found := held.get(lower) or held.get(word) or held.get(word.capitalize()):
        return found
    for ending, tag in (("ing", "VBG"), ("ed", "VBD"), ("ly", "RB"), ("s", "NNS")):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return tag
    return "NN"


def _in_place(tag: str, before: tuple[str, str], earlier: str) -> str:
    word, last = before
    subject = word.lower() in _SUBJECTS or (last in _ADVERBS and earlier == "PRP")
    if last in ("DT", "PRP$", "JJ", "CD") and tag in ("VB", "VBP") and word.lower() not in _SUBJECTS:
        return "NN"
    if subject and word.lower() not in ("this", "that") and tag in ("NN", "VB", "VBN", "JJ", "IN", "NNS"):
        if tag == "VBN":
            return "VBD"
        if tag in ("VB", "NN") and word.lower() in ("i", "we", "you", "they", "who", "also", "really", "just", "still"):
            return "VBP"
        return "VBP" if tag == "IN" and word.lower() in ("i", "we", "you", "they") else tag
    if last in ("TO", "MD") and tag in ("NN", "VBP", "JJ"):
        return "VB"
    if last == "NNS" and tag == "VB":
        return "VBP"
    return tag


def finite_verb(text: str) -> int:
    """The place of the first finite verb among the words; -1 where none stands.

    >>> finite_verb("my drive is 80 min each way"), finite_verb("one further week")
    (2, -1)
    """
    tagged = tag_words(text)
    return next((place for place, (_, tag) in enumerate(tagged) if tag in FINITE), -1)


def _is_named(tagged: Sequence[tuple[str, str]], place: int) -> bool:
    """Whether a word that can be a verb is a noun here, right behind "the" or "my": "the commute to the office"."""
    return place > 0 and tagged[place - 1][0].lower() in _DETERMINERS


def has_subject(text: str) -> bool:
    """Whether a subject stands before the first finite verb: "I run …", "my lease ends …", "it's …"."""
    tagged = tag_words(text)
    place = next(
        (number for number, (_, tag) in enumerate(tagged) if tag in FINITE and not _is_named(tagged, number)), -1
    )
    related = any(word.lower() == "that" for word, _ in tagged[1:place])
    if place < 0 or related or any(word.lower() in _SUBORDINATE for word, _ in tagged[:place]):
        return False
    if (
        tagged[place][0].lower() in _CONTRACTED
        and "'" in tagged[place][0]
        and tagged[place][0][:1].lower() in "iwtyhs"
        and not tagged[place][0].lower().endswith("n't")
    ):
        return place == 0 or tagged[place - 1][1] in ("CC", "RB")
    return any(
        tag in ("PRP", "NN", "NNS", "NNP", "NNPS", "DT", "CD", "EX", "VBG", "WDT") for _, tag in tagged[:place]
    ) and tagged[0][1] not in ("IN", "TO", "WP", "WRB", "MD")

"""Puts a message plainly: chat shorthand, Spanish and Hinglish words become plain English ones.

The embedder knows English only, and the library is written in it. Word by word is a poor translation, but
the words that carry the topic arrive. The words live in `knowledge/plain_words.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.errors import KnowledgeError

WORDS_FILE = "plain_words.yaml"
CHAT = "chat"
LEAST_WORDS = 2
LEAST_SHARE = 0.3
"""A message is in another language when at least so many and such a share of its words are of it."""
_WORD = re.compile(r"[\w/$]+(?:['’]\w+)?")


def without_accents(text: str) -> str:
    """Lower case, accents dropped.

    >>> without_accents("Cuánto MÁS")
    'cuanto mas'
    """
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


class PlainWords:
    """Word lists by language; those under "chat" count in every message.

    >>> words = PlainWords({"chat": {"tmrw": "tomorrow"}, "spanish": {"oferta": "offer", "buena": "good"}})
    >>> words.put_plainly("Buena oferta!"), words.put_plainly("answer tmrw"), words.put_plainly("As it is")
    ('good offer!', 'answer tomorrow', 'As it is')
    """

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        lists = {
            language: {without_accents(word): plain for word, plain in held.items()} for language, held in words.items()
        }
        self._chat = lists.pop(CHAT, {})
        self._languages = lists

    def put_plainly(self, text: str) -> str:
        """The message in plain English words; the text itself when no word of the lists stands in it."""
        bare = without_accents(text)
        plain = {**self._chat, **self._find_language(_WORD.findall(bare))}
        replaced = _WORD.sub(lambda match: plain.get(match[0], match[0]), bare)
        return text if replaced == bare else " ".join(replaced.split())

    def _find_language(self, words: list[str]) -> Mapping[str, str]:
        counts = {language: sum(word in held for word in words) for language, held in self._languages.items()}
        best = max(counts, key=lambda language: counts[language], default="")
        if not best or counts[best] < max(LEAST_WORDS, LEAST_SHARE * len(words)):
            return {}
        return self._languages[best]


def load_plain_words(path: Path) -> PlainWords:
    """The word lists of a file; without the file every message stays as it is.

    Raises:
        KnowledgeError: the file is no mapping from languages to words.
    """
    if not path.exists():
        return PlainWords({})
    try:
        loaded = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        held = TypeAdapter(dict[str, dict[str, str]]).validate_python(loaded)
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        first = str(error).splitlines()[0]
        raise KnowledgeError(f"{path}: {first}: write a list of words with their plain text per language") from error
    return PlainWords(held)

"""Clues: what the words of a message show of themselves, of their line and of what stands around them.

What the patterns read is one clue among others: the model learns from it where they can be trusted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from assistant.domain.amounts import STRUCK
from assistant.domain.lazy_pattern import lazy
from assistant.letters.company_patterns import LEGAL, ORGANISATION_WORD
from assistant.letters.employers import EMPLOYERS
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.mentions import Page
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY, STATES
from assistant.letters.row_keys import field_of
from assistant.letters.terms import Span
from assistant.letters.titles import FIELD_NAME, TITLE
from assistant.letters.tokens import Token
from assistant.letters.when import DATE, RELATIVE, TIME, WEEKDAY, WHEN

REACH = 5
"""Words to either side that tell what a word is."""
LONGEST_KEY = 40
_KEY = lazy(r"^[^\w\n]*(?P<key>[^\W\d][^\n:|=]{0,40}?)[ \t*\"]*(?:[:|=]| -(?= ))")
_LIST_MARK = lazy(r"^[ \t]*(?:[-*+•>#|]|\(?\w{1,2}[.)])[ \t]")
_DOMAIN = lazy(r"(?:@|www\.|https?://)(?:[\w-]+\.)*?(?P<label>[\w-]{3,40})\.[a-z]{2,8}\b", re.IGNORECASE)
_GREETED = lazy(r"(?im)^[ \t]*(?:dear|hi|hello|hey|hola|hallo|bonjour|liebe[rs]?)\b[^\n]{0,40}$")
_GAZETTEERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("date", lazy(DATE, re.IGNORECASE)),
    ("weekday", lazy(WEEKDAY, re.IGNORECASE)),
    ("time", lazy(TIME, re.IGNORECASE)),
    ("relative", lazy(RELATIVE, re.IGNORECASE)),
    ("when", WHEN),
    ("title", TITLE),
    ("job", lazy(JOB_NOUN, re.IGNORECASE)),
    ("field", FIELD_NAME),
    ("legal", LEGAL),
    ("body", lazy(rf"\b{ORGANISATION_WORD}\b")),
    ("state", lazy(rf"\b(?:{STATES})\b")),
    ("domain", _DOMAIN),
    ("greeting", _GREETED),
)
_NAMED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("city", CITY_CURRENCY),
    ("country", COUNTRY_CURRENCY),
    ("employer", EMPLOYERS),
)
_LONGEST_NAME = 4
FREQUENT = 40
"""Letters that write a word before it stands for itself among the kinds of words."""
_SHOWN = frozenset(("date", "weekday", "time", "relative", "job", "legal", "body", "state", "city", "country", "money"))
_WINDOWS = ((0, 0), (-1, 0), (0, 1), (-2, 0), (-1, 1), (0, 2), (-3, -1), (-2, 2), (1, 3))
"""Runs of kinds around a word that tell what it is."""


def describe(
    page: Page, text: str, tokens: Sequence[Token], readings: Mapping[str, Span], rest: Iterable[tuple[str, Span]] = ()
) -> list[list[str]]:
    """The clues of every token by name.

    Args:
        page: the message.
        text: its words as the tokens have them.
        tokens: of `text`.
        readings: what the patterns read, by field.
        rest: other places the patterns considered, by what for.
    """
    starts = [token.start for token in tokens]
    clues = [_of_word(tokens, at) for at in range(len(tokens))]
    rest = list(rest)
    named = list(_gazetteers(text, tokens))
    for name, span in named:
        _mark(clues, starts, name, span)
    _mark_kinds(clues, _kinds(tokens, starts, [*named, *rest]))
    for name, span in (*((f"read-{field}", span) for field, span in readings.items()), *rest):
        _mark(clues, starts, name, span)
    _mark_again(clues, text, starts, readings)
    _mark_struck(clues, page, tokens)
    _mark_lines(clues, text, tokens)
    _mark_names(clues, text, tokens)
    return clues


def _of_word(tokens: Sequence[Token], at: int) -> list[str]:
    def word(offset: int) -> str:
        place = at + offset
        return tokens[place].word if 0 <= place < len(tokens) else "_"

    def shape(offset: int) -> str:
        place = at + offset
        return tokens[place].shape if 0 <= place < len(tokens) else "_"

    own = word(0)
    return [
        "bias",
        *(f"w{offset}={word(offset)}" for offset in (-1, 0, 1)),
        f"b-2={word(-2)} {word(-1)}",
        f"b-1={word(-1)} {own}",
        f"b+1={own} {word(1)}",
        f"b+2={word(1)} {word(2)}",
        *(f"s{offset}={shape(offset)}" for offset in (-1, 0, 1)),
        f"s3={shape(-1)} {shape(0)} {shape(1)}",
        f"e3={own[-3:]}",
        f"e2={own[-2:]}",
        *(f"-{word(-offset)}" for offset in range(1, REACH + 1)),
        *(f"+{word(offset)}" for offset in range(1, REACH + 1)),
        f"at={min(at // 10, 5)}",
        f"to-end={min((len(tokens) - at) // 10, 3)}",
    ]


def _mark(clues: list[list[str]], starts: Sequence[int], name: str, span: Span) -> None:
    """Add the clue of a place to its tokens, its first one told apart, and to the tokens beside it."""
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    if first >= last:
        return
    for at in range(first, last):
        clues[at].append(f"{name}={'B' if at == first else 'I'}")
    clues[last - 1].append(f"{name}=end")
    if first:
        clues[first - 1].append(f"{name}=next")
    if last < len(clues):
        clues[last].append(f"{name}=past")


def _gazetteers(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    for name, pattern in _GAZETTEERS:
        for match in pattern.finditer(text):
            yield name, match.span()
    for at, token in enumerate(tokens):
        if not token.text[0].isalpha():
            continue
        for last in range(min(at + _LONGEST_NAME, len(tokens)) - 1, at - 1, -1):
            words = text[token.start : tokens[last].end].lower()
            for name, known in _NAMED:
                if words in known:
                    yield name, (token.start, tokens[last].end)


def _kinds(tokens: Sequence[Token], starts: Sequence[int], named: Iterable[tuple[str, Span]]) -> list[str]:
    """Every token as the kind of thing it is: what a list calls it, a frequent word itself, else known or not."""
    kinds = [
        token.word if token.word in _frequent() or not token.text[0].isalnum()
        else f"{token.shape}{'' if token.word in _known() else '?'}"
        for token in tokens
    ]  # fmt: skip
    for name, span in named:
        kind = "money" if name.startswith("paid-") else name
        for at in range(bisect_left(starts, span[0]), bisect_left(starts, span[1]) if kind in _SHOWN else 0):
            kinds[at] = f"<{kind}>"
    return kinds


def _mark_kinds(clues: list[list[str]], kinds: Sequence[str]) -> None:
    padded = ["_", "_", "_", *kinds, "_", "_", "_"]
    for at, own in enumerate(clues, start=3):
        own += [f"k{first}:{last + 1}={' '.join(padded[at + first : at + last + 1])}" for first, last in _WINDOWS]


@cache
def _word_counts() -> dict[str, int]:
    """How many letters write a word in lower case, of those that several do."""
    lines = (files("assistant.letters") / "words.txt").read_text(encoding="utf-8").split()
    return {line.partition("=")[0]: int(line.partition("=")[2]) for line in lines}


@cache
def _known() -> frozenset[str]:
    return frozenset(_word_counts())


@cache
def _frequent() -> frozenset[str]:
    return frozenset(word for word, count in _word_counts().items() if count >= FREQUENT)


def _mark_again(clues: list[list[str]], text: str, starts: Sequence[int], readings: Mapping[str, Span]) -> None:
    """Mark the other places where the words that the patterns read stand."""
    for field, (start, end) in readings.items():
        for match in re.finditer(re.escape(text[start:end]), text, re.IGNORECASE) if end - start > 1 else ():
            if match.start() != start:
                _mark(clues, starts, f"again-{field}", match.span())


def _mark_struck(clues: list[list[str]], page: Page, tokens: Sequence[Token]) -> None:
    for at, token in enumerate(tokens):
        if page.terms[token.start] == STRUCK:
            clues[at].append("struck" if page.flow[token.start] != STRUCK else "signature")


def _mark_lines(clues: list[list[str]], text: str, tokens: Sequence[Token]) -> None:
    """Mark the tokens of every line with its key, its place in the text and their place in it."""
    breaks = [at for at, token in enumerate(tokens) if token.word in ("<line>", "<gap>")]
    edges = [-1, *breaks, len(tokens)]
    above = ""
    heads: list[str] = []
    for number, (before, after) in enumerate(pairwise(edges)):
        if after - before < 2:
            continue
        line = text[tokens[before + 1].start : tokens[after - 1].end]
        heads = ([cell.strip().lower()[:LONGEST_KEY] for cell in line.split("|")] if "|" in line and not heads
                 else heads if "|" in line else [])  # fmt: skip
        shared = [
            *_key_clues(line, above),
            f"line={min(number, 4)}",
            f"lines-left={min(len(edges) - 2 - number, 4)}",
            f"short={min((after - before) // 4, 4)}",
            f"listed={bool(_LIST_MARK.match(line))}",
            f"first={tokens[before + 1].word}",
        ]
        cell = 0
        for at in range(before + 1, after):
            cell += tokens[at].text == "|"
            own = [f"in-line={min(at - before - 1, 3)}", f"left={min(after - at - 1, 3)}"]
            if heads and cell < len(heads):
                own.append(f"head={heads[cell]}")
            clues[at] += [*shared, *own]
        above = line.strip().lower() if len(line) < LONGEST_KEY else ""


def _key_clues(line: str, above: str) -> list[str]:
    key = _KEY.match(line)
    named = key["key"].lower() if key else ""
    return [
        f"key={named}",
        *(f"key-{word}" for word in named.split()),
        f"names={field_of(named) if named else None}",
        f"above={above}",
        f"above-names={field_of(above.strip(' :|*')) if above else None}",
    ]


def _mark_names(clues: list[list[str]], text: str, tokens: Sequence[Token]) -> None:
    """Mark how often a word with a capital occurs and whether an address has it."""
    capitals = Counter(token.text for token in tokens if token.text[0].isupper())
    labels = {match["label"].lower().replace("-", "") for match in _DOMAIN.finditer(text)}
    sentence_starts = {0} | {bisect_right([t.start for t in tokens], m.end()) for m in re.finditer(r"[.!?:]\s", text)}
    for at, token in enumerate(tokens):
        if token.text in capitals:
            clues[at].append(f"times={min(capitals[token.text], 4)}")
            clues[at].append(f"opens={at in sentence_starts}")
        if len(token.text) > 3 and any(label.startswith(token.word) for label in labels):
            clues[at].append("in-address")

"""Mentions: who, how much, what and when in a message, as learnt from messages tagged by hand.

The model is a conditional random field over words, fitted by `python -m evals.fit_mentions` on knowledge/mentions.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, get_args

from assistant.crf import Model
from assistant.encoder import reading
from assistant.encoder.mixing import likeliest, mix_rows
from assistant.letters.employers import EMPLOYERS
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.grammar import tag_alone
from assistant.offline.briefs.roles import divide

MentionRole = Literal[
    "to", "me", "who", "co", "riv", "want", "got", "else", "mine", "lost", "min", "num", "thing", "until", "day",
    "hide", "cut", "old",
]  # fmt: skip
MENTION_ROLES: tuple[MentionRole, ...] = get_args(MentionRole)
"""to: whom the message goes to. me: who writes. who: another person. co: the company written to. riv: another company.
want: a sum asked for. got: one offered. else: one of another offer. mine: present pay. lost: what is given up. min: the
least that would do. old: a sum that is to be replaced. num: any other number. thing: what else is asked for. until: the
time asked for. day: another date. hide: what must not be said. cut: what is to be taken out."""
_ROLES: dict[str, MentionRole] = {role: role for role in MENTION_ROLES}
_MODEL = Model("assistant.offline.briefs", "mentions.crf")
MOST_WORDS = 500
NEAR = 6
"""Words to either side that tell what a word belongs to."""
_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹]?\d(?:[\d.,]*\d)?[kKmM%+]?(?![^\W\d_])|[$€£¥₹]?\d[\d.,]*|\n+|[^\w\s]"
)
_ORDINAL = re.compile(r"\d*(?:st|nd|rd|th)\b")
_PAY_SIZED = re.compile(r"[$€£¥₹]?(?P<number>\d[\d.,]*)(?P<scale>[kKmM]?)")
_TITLES = frozenset(
    "mr mrs ms mx miss dr prof professor frau herr herrn sra sr señora señor mme madame monsieur sir ma'am madam mam dott "
    "ji bhai anna didi chef coach sister captain".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun tomorrow tmrw "
    "today tonight tmr week weeks day days month months january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec eod noon morning evening lunes martes "
    "miércoles jueves viernes montag dienstag mittwoch donnerstag freitag".split()
)
_UNITS = frozenset(
    "base basic salary fixed rsu rsus stock equity options shares bonus sign signing joining relo relocation hour hr hrs "
    "year yr yrs years month months mo week weeks day days percent pct lpa lakh lakhs l cr crore eur euro euros usd gbp chf "
    "cad aud sgd inr dollars pounds rupees step grade level band people engineers team reports".split()
)


@dataclass(frozen=True)
class Mention:
    """Words of a message and what they are in it; `text[start:end]` are the words."""

    role: MentionRole
    words: str
    start: int
    end: int


def tokenize(text: str) -> list[tuple[str, int, int]]:
    """The words, numbers, marks and line breaks of a text with their places, the first MOST_WORDS of them."""
    found = []
    for match in _TOKEN.finditer(text):
        found.append((match.group(), match.start(), match.end()))
        if len(found) == MOST_WORDS:
            break
    return found


def describe(text: str, tokens: Sequence[tuple[str, int, int]]) -> list[list[str]]:
    """The features of every token, by name; what its clause does is one of them."""
    raw = [word for word, _, _ in tokens]
    words = [_plain(word) for word in raw]
    ranks = _ranks(raw)
    clauses = divide(text)
    functions = [next((what for first, last, what in clauses if first <= start < last), "_") for _, start, _ in tokens]
    return [
        [
            *_around(words, at),
            *_itself(raw[at], words[at]),
            *_neighbours(raw, words, at),
            *ranks.get(at, ()),
            f"f={functions[at]}",
            f"f={functions[at]}|{words[at]}",
        ]
        for at in range(len(words))
    ]


def _plain(word: str) -> str:
    folded = lexicon.fold(word).lower()
    if "\n" in word:
        return "<line>"
    return _shape(folded) if any(letter.isdigit() for letter in folded) else folded


def _shape(word: str) -> str:
    """A number by its shape: sign, count of digits, decimals and scale."""
    sign = "$" if word[0] in "$€£¥₹" else ""
    scale = word[-1] if word[-1] in "km%+" else ""
    parted = "." if re.search(r"[.,]\d{1,2}$", word.rstrip("km%+")) else ""
    return f"<{sign}{sum(letter.isdigit() for letter in word)}{parted}{scale}>"


def _around(words: Sequence[str], at: int) -> list[str]:
    def near(offset: int) -> str:
        place = at + offset
        return words[place] if 0 <= place < len(words) else "_"

    return [
        *(f"w{offset}={near(offset)}" for offset in range(-4, 5)),
        f"b0={near(0)} {near(1)}",
        f"b-1={near(-1)} {near(0)}",
        f"b-2={near(-2)} {near(-1)}",
        f"b+1={near(1)} {near(2)}",
        f"t-3={near(-3)} {near(-2)} {near(-1)}",
        f"t0={near(-1)} {near(0)} {near(1)}",
        f"t+1={near(1)} {near(2)} {near(3)}",
        *(f"bag-={near(-offset)}" for offset in range(1, NEAR + 1)),
        *(f"bag+={near(offset)}" for offset in range(1, NEAR + 1)),
        f"opens={at < 3}",
        f"part={4 * at // len(words)}",
    ]


def _itself(raw: str, word: str) -> list[str]:
    if word.startswith("<"):
        return ["number"]
    return [
        f"pre={word[:3]}",
        f"suf={word[-3:]}",
        f"case={'X' if raw.isupper() and len(raw) > 1 else 'x' if raw[:1].islower() else 'Xx'}",
        f"T={tag_alone(word) if word[:1].isalpha() else word}",
        f"name={word in GIVEN_NAMES}",
        f"firm={word in _firms()}",
        f"title={word in _TITLES}",
        f"day={word in _DAYS}",
    ]


def _neighbours(raw: Sequence[str], words: Sequence[str], at: int) -> list[str]:
    told = []
    for offset in (-2, -1, 1, 2):
        place = at + offset
        if 0 <= place < len(words):
            word = words[place]
            told += [
                f"c{offset}={raw[place][:1].isupper()}",
                f"n{offset}={word in GIVEN_NAMES}|{word in _TITLES}|{word in _firms()}|{word in _DAYS}",
                f"T{offset}={tag_alone(word) if word[:1].isalpha() else word[:2]}",
            ]
    unit = next((words[place] for place in range(at + 1, min(at + 4, len(words))) if words[place] in _UNITS), "_")
    before = next((words[place] for place in range(at - 1, max(at - 5, -1), -1) if words[place] in _UNITS), "_")
    return [*told, f"unit={unit}", f"unit-={before}"]


@cache
def _firms() -> frozenset[str]:
    return frozenset(word for name in EMPLOYERS for word in name.lower().split() if len(word) > 2)


def _ranks(raw: Sequence[str]) -> dict[int, list[str]]:
    """How each number stands to those of its size: the ask is mostly above what is offered."""
    sized: dict[int, float] = {}
    for at, word in enumerate(raw):
        match = _PAY_SIZED.fullmatch(word)
        if match:
            plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", match["number"]).replace(",", ".")
            if plain.count(".") <= 1:
                sized[at] = float(plain) * {"k": 1e3, "m": 1e6}.get(match["scale"].lower(), 1.0)
    found: dict[int, list[str]] = {}
    for at, value in sized.items():
        alike = [other for other in sized.values() if 0.6 * value <= other <= 1.6 * value]
        thousand = [other for other in sized.values() if 0.6 * value <= other * 1000 <= 1.6 * value]
        rank = "only" if len(alike) == 1 else "max" if value == max(alike) else "min" if value == min(alike) else "mid"
        place = [item for item in sized if 0.6 * value <= sized[item] <= 1.6 * value].index(at)
        found[at] = [
            f"rank={rank}",
            f"place={min(place, 3)}",
            f"rank={rank}|{min(place, 3)}",
            f"thousand={bool(thousand)}",
        ]
    return found


@lru_cache(maxsize=64)
def read_mentions(text: str) -> tuple[Mention, ...]:
    """The mentions of a text, in its order.

    >>> [
    ...     (item.role, item.words)
    ...     for item in read_mentions("write to Tom, they gave 180, i want 195 and 2 days at home")
    ... ]
    [('to', 'Tom'), ('got', '180'), ('want', '195'), ('thing', '2 days at home')]
    """
    tokens = tokenize(text)
    if not tokens:
        return ()
    tags = list(likeliest(_weigh(text, tokens)))
    found = []
    starts = [at for at, tag in enumerate(tags) if tag.startswith("B-")]
    for start, following in pairwise([*starts, len(tags)]):
        end = next((at for at in range(start + 1, following) if tags[at] == "O"), following)
        first, last = tokens[start][1], tokens[end - 1][2]
        found.append(Mention(_ROLES[tags[start][2:]], text[first:last], first, last))
    return tuple(_whole_days(found, text))


def _whole_days(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions, a day cut behind its number in one piece: "1" and "st march"."""
    held: Mention | None = None
    for item in mentions:
        ordinal = held is not None and held.end == item.start and _ORDINAL.match(item.words)
        beside = held is not None and held.role == "day" and text[held.end : item.start] == " "
        month = beside and item.role == "day"
        if beside and held is not None and held.words.isdigit() and item.words.lower() in _DAYS:
            held = replace(held, words=text[held.start : item.end], end=item.end)
            continue
        if held is not None and (ordinal or (month and _ORDINAL.search(held.words))):
            held = replace(held, words=text[held.start : item.end], end=item.end)
            continue
        if held is not None:
            yield held
        held = item
    if held is not None:
        yield held


def _weigh(text: str, tokens: Sequence[tuple[str, int, int]]) -> list[dict[str, float]]:
    """How likely each role is for every word: what the fitted model says, and the encoder where it is installed."""
    weighed = _MODEL.weigh(describe(text, tokens), len(tokens))
    read = reading.read(text)
    if read is None:
        return weighed
    return mix_rows(weighed, read.at_each("mention", (start for _, start, _ in tokens)))

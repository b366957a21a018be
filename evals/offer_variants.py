"""Offer variants: a letter written again with other names, posts, places and dates, and as others would lay it out.

What was built on a letter reads it too well; on a variant it errs as on a letter nobody has seen, and that is what a
model has to learn from. Names are made of the parts of known ones, so that none is known itself.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.letters.company_patterns import ORGANISATION_WORD, SUFFIX
from assistant.letters.learnt import FIELDS
from evals.offer_spans import find_spans

Pools = Mapping[str, Sequence[str]]
_ENDING = re.compile(rf"[ ,]*\b(?:{SUFFIX}|{ORGANISATION_WORD})$")
_ROW_MARK = re.compile(r"(?m)^(?P<key>[ \t*-]*[A-Za-z][\w /]{2,24})(?P<mark>:|[ ]\||[ ]-|[ ]=)[ ]+(?=\S)")
_BULLET = re.compile(r"(?m)^[ \t]*[-*•][ ]")
_SENTENCE_CAPITAL = re.compile(r"(?:^|[.!?\n] *)[A-Z]")
_KIND = re.compile(r"[A-Za-z]+|\d+")
_MARKS = (":", " |", " -", " =", ":")
_LEGAL_FORMS = ("Ltd", "Inc.", "GmbH", "LLC", "AG", "B.V.", "Pvt Ltd", "S.A.", "AB", "plc", "Pty Ltd", "Limited")
_SHORTEST_STEM = 4


def build_pools(samples: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The values of every field over samples, in order."""
    return {
        name: sorted({s["expected"][name] for s in samples if isinstance(s["expected"].get(name), str)})
        for name in FIELDS
    }


def vary(sample: Mapping[str, Any], pools: Pools, chance: random.Random) -> dict[str, Any]:
    """A sample with some of its values exchanged and its layout changed, text and expectation alike."""
    text, expected = str(sample["text"]), dict(sample["expected"])
    for name in FIELDS:
        value = expected.get(name)
        if isinstance(value, str) and chance.random() < 0.8:
            other = _another(name, value, pools, chance)
            changed = _exchange(text, name, value, other)
            if changed is not None:
                text, expected[name] = changed, other
    for change, share in _LAYOUTS:
        if chance.random() < share:
            text = change(text, chance)
    return {"id": sample["id"], "text": text, "expected": expected}


def _another(name: str, value: str, pools: Pools, chance: random.Random) -> str:
    """Another value of a field, written in the same manner."""
    if name == "company":
        return make_company(pools["company"], chance)
    if name == "location" and "," not in value and chance.random() < 0.5:
        return make_name(pools["location"], chance)
    if name in ("deadline", "start_date"):
        both = [*pools["deadline"], *pools["start_date"]]
        alike = [other for other in both if _manner(other) == _manner(value)]
        return chance.choice(alike or [value])
    alike = [other for other in pools[name] if other[0].isupper() == value[0].isupper()]
    return chance.choice(alike or [value])


def _manner(words: str) -> str:
    """Whether the words for a date begin with a number, with a capital or otherwise."""
    return "0" if words[0].isdigit() else "X" if words[0].isupper() else words.split(maxsplit=1)[0]


def make_name(known: Sequence[str], chance: random.Random) -> str:
    """A name nobody has, of the beginning of one known name and the end of another."""
    stems: list[str] = [word for name in known for word in re.findall(r"[A-ZÀ-Þ][a-zà-ÿ]{4,}", name)]
    first, last = chance.choice(stems), chance.choice(stems)
    return first[: max(_SHORTEST_STEM - 1, len(first) // 2)] + last[len(last) // 2 :]


def make_company(known: Sequence[str], chance: random.Random) -> str:
    """A firm's name nobody has, of one to three words, some with a legal form."""
    words = [make_name(known, chance)]
    if chance.random() < 0.25:
        words.append(make_name(known, chance))
    if chance.random() < 0.5:
        rest = [w for name in known for w in name.split()[1:2] if w[:1].isupper() and w.isalpha()]
        words.append(chance.choice(rest))
    if chance.random() < 0.25:
        words.append(chance.choice(_LEGAL_FORMS))
    return " ".join(words)


def _exchange(text: str, name: str, value: str, other: str) -> str | None:
    """The text with every place of a value, and of the short form of a firm's name, written as another."""
    places = find_spans(text, value, name)
    if not places:
        return None
    for start, end in reversed(places):
        text = text[:start] + other + text[end:]
    short, other_short = _ENDING.sub("", value), _ENDING.sub("", other)
    if name == "company" and len(short) >= _SHORTEST_STEM and short != value:
        text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", lambda _: other_short, text)
    return text


def _lower(text: str, chance: random.Random) -> str:
    return text.lower()


def _other_row_marks(text: str, chance: random.Random) -> str:
    mark = chance.choice(_MARKS)
    return _ROW_MARK.sub(lambda row: f"{row['key']}{mark} ", text)


def _without_bullets(text: str, chance: random.Random) -> str:
    return _BULLET.sub("", text)


def _on_one_line(text: str, chance: random.Random) -> str:
    join = chance.choice((" ", ", ", "; "))
    return re.sub(r"(?<=[\w,.;:!?)])\n(?=\S)", lambda _: join, text)


def _without_key(text: str, chance: random.Random) -> str:
    return _ROW_MARK.sub(lambda row: "" if chance.random() < 0.3 else row.group(), text)


_LAYOUTS: tuple[tuple[Callable[[str, random.Random], str], float], ...] = (
    (_lower, 0.12),
    (_other_row_marks, 0.2),
    (_without_bullets, 0.1),
    (_on_one_line, 0.05),
    (_without_key, 0.08),
)

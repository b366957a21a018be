"""Senses: the part each number of a calculation plays, as learnt from messages labelled by hand.

The model is a conditional random field over the numbers of a conversation, fitted by `python -m evals.fit_senses` on
knowledge/sum_numbers.yaml; the reading by plain words in roles.py is one of its features.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.crf import Model
from assistant.encoder import reading
from assistant.encoder.mixing import mix_rows
from assistant.offline.algebra.bonds import in_like_units, possible
from assistant.offline.algebra.lending import LEAST, likelihood
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import Term, read_terms

MODEL = Model("assistant.offline.algebra", "senses.crf")
REACH = 5
"""Words to either side that tell what a number is."""
STEM = 5
"""Letters by which words of one family are known."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£¥₹/@+×*=,;:.?!()\n-]|\d[\d.,']*")
_ALIKE = (0.2, 0.6, 0.95, 1.05, 1.6, 5.0)
"""Bounds of the ratio between two neighbouring amounts."""


def describe(text: str, terms: Sequence[Term]) -> list[list[str]]:
    """The features of every number, by name."""
    whole = sorted({f"m={word[:STEM]}" for word in _WORD.findall(text) if word[0].isalpha()})
    return [_describe(text, terms, at, whole) for at in range(len(terms))]


def _describe(text: str, terms: Sequence[Term], at: int, whole: Sequence[str]) -> list[str]:
    term = terms[at]
    low, high = (terms[at - 1].start if at else 0), (terms[at + 1].end if at + 1 < len(terms) else len(text))
    before = _words(text[low : term.start], terms[at - 1] if at else None)[-REACH:]
    behind = _words(text[term.start : high], None)[1 : REACH + 2]
    kind = f"{term.dim}:{term.unit or ''}:{term.per or ''}"
    found = [
        f"kind={kind}",
        f"dim={term.dim}",
        f"role={term.role}",
        f"role={term.role}|{term.dim}",
        f"size={term.dim}:{_size(term)}",
        f"coin={bool(term.currency)}|{term.explicit}",
        f"range={term.other is not None}",
        f"first={at == 0}|{term.dim}",
        f"last={at == len(terms) - 1}|{term.dim}",
        f"turn={min(2, text[: term.start].count(chr(10)))}",
        *_neighbours(terms, at),
        *(f"{name}|{term.dim}" for name in whole),
    ]
    for side, words in (("-", before[::-1]), ("+", behind)):
        padded = [*words, "_", "_", "_"]
        found += [f"w{side}{place}={padded[place]}" for place in range(3)]
        found += [f"s{side}{place}={padded[place][:STEM]}|{term.dim}" for place in range(2)]
        found += [f"b{side}={padded[0]} {padded[1]}", f"t{side}={padded[0]} {padded[1]} {padded[2]}"]
        found += [f"bag{side}={word[:STEM]}" for word in words]
    found.append(f"both={(before or ['_'])[-1]}|{(behind or ['_'])[0]}")
    return found


def _words(text: str, opening: Term | None) -> list[str]:
    """The words of a piece; a number in it is known by its kind only."""
    words = [word.lower() for word in _WORD.findall(text)]
    if opening is not None and words:
        words[0] = f"<{opening.dim}>"
    return ["<n>" if word[0].isdigit() else word for word in words]


def _size(term: Term) -> int:
    return len(str(int(abs(term.value)))) if abs(term.value) >= 1 else 0


def _neighbours(terms: Sequence[Term], at: int) -> list[str]:
    """How the numbers beside it are like it, and whether it was said before."""
    found = []
    for offset in (-2, -1, 1, 2):
        place = at + offset
        other = terms[place] if 0 <= place < len(terms) else None
        kind = f"{other.dim}:{other.unit or ''}:{other.per or ''}" if other else "_"
        found += [f"n{offset}={kind}|{terms[at].dim}", f"r{offset}={other.role if other else '_'}|{terms[at].dim}"]
        if other is not None and other.value and other.dim == terms[at].dim:
            ratio = float(terms[at].value / other.value)
            found.append(f"ratio{offset}={terms[at].dim}:{sum(ratio > bound for bound in _ALIKE)}")
    same = [o for o in terms[:at] if o.dim == terms[at].dim]
    found.append(f"nth={terms[at].dim}:{min(3, len(same))}")
    found.append(f"again={any(o.value == terms[at].value for o in same)}|{terms[at].dim}")
    return found


@lru_cache(maxsize=64)
def read_senses(texts: tuple[str, ...]) -> Senses:
    """The numbers of a conversation, oldest message first, with how likely each of their senses is."""
    text = "\n".join(texts)
    terms = in_like_units(text, read_terms(text, thousands=False))
    if not terms:
        return Senses((), ())
    weighed = _weigh(text, terms)
    shares = [{label: likelihood(share) for label, share in found.items() if share >= LEAST} for found in weighed]
    turns = [0]
    for earlier in texts[:-1]:
        turns.append(turns[-1] + len(earlier) + 1)
    return Senses(tuple(terms), tuple(possible(text, terms, shares)), tuple(turns))


def _weigh(text: str, terms: Sequence[Term]) -> list[dict[str, float]]:
    weighed = MODEL.weigh(describe(text, terms), len(terms))
    read = reading.read(text, text.rfind("\n") + 1)
    if read is None:
        return weighed
    return mix_rows(weighed, read.at_each("sense", (term.start for term in terms)))

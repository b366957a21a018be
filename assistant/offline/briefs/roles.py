"""Roles: where a message divides into clauses and what each does, as learnt from messages cut by hand.

The model is a conditional random field over words, fitted by `python -m evals.fit_roles` on knowledge/clauses.yaml,
beside the encoder.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from assistant.crf import Model
from assistant.domain.lazy_pattern import lazy
from assistant.encoder import reading
from assistant.encoder.mixing import likeliest_path, mix_rows
from assistant.offline import lexicon
from assistant.offline.briefs.clause_patterns import CUT, read_role
from assistant.offline.briefs.grammar import tag_alone

Function = Literal[
    "order", "name", "ask", "say", "reason", "theirs", "promise", "rival", "loss", "secret", "style", "talk"
]
FUNCTIONS: tuple[Function, ...] = get_args(Function)
_FUNCTIONS: dict[str, Function] = {name: name for name in FUNCTIONS}
_MODEL = Model("assistant.offline.briefs", "roles.crf")
MOST_WORDS = 400
ENCODER_COUNTS = 0.9
"""What the encoder counts beside the fitted model: best for a hand that neither had seen, as the three below."""
COST_WITHIN, COST_AT_A_CUT, OPENING_COUNTS = 3.0, 1.0, 0.5
UNLIKELY, EVEN = 1e-3, 0.5
SNAP = 2
"""Words by which a learnt cut may miss a plain mark that it means."""
REACH = 6
"""Words to either side that tell what a word belongs to."""
_PARTED = frozenset(("ask", "reason", "say", "promise", "theirs", "loss", "rival"))
"""Functions whose neighbouring clauses are kept apart at plain marks."""
_NOUNS = frozenset(("NN", "NNS", "JJ", "VB"))
_ORDERS = frozenset(
    "write draft mail email text msg message call need want make give reply answer ask tell say send short".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹]?\d[\w.,%/+:-]*|\n+|[^\w\s]+")
_JOINT = lazy(
    r"\s+((?:while|because|bc|if|when|since|and|but|so|or|until|till|as|where|although|though)\W*)\Z", re.IGNORECASE
)
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Token:
    """A word, a number, a mark or a line break with its place in the text."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, the first MOST_WORDS of them; numbers are known by their shape only."""
    found = []
    for match in _TOKEN.finditer(text):
        found.append(Token(_plain(match.group()), match.start(), match.end()))
        if len(found) == MOST_WORDS:
            break
    return found


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'")
    if word.startswith("\n"):
        return "<line>"
    if _NUMBER.search(word):
        shape = "%" if "%" in word else "$" if word[0] in "$€£¥₹" else "k" if word.endswith(("k", "lpa", "m")) else "0"
        return f"<{shape}{len(re.sub(r'[^0-9]', '', word))}>"
    return word


@lru_cache(maxsize=4096)
def _part_of_speech(word: str) -> str:
    return word[:2] if word.startswith("<") else word if not word[:1].isalpha() else tag_alone(word)


def plain_cuts(text: str, tokens: Sequence[Token]) -> list[int]:
    """The tokens before which plain marks and words divide the text, in order."""
    starts = [token.start for token in tokens]
    found = {bisect_left(starts, match.end()) for match in CUT.finditer(lexicon.fold(text))}
    return sorted(place for place in found if 0 < place < len(tokens))


def describe(text: str, tokens: Sequence[Token]) -> list[list[str]]:
    """The features of every token, by name."""
    words = [token.text for token in tokens]
    tags = [_part_of_speech(word) for word in words]
    cuts = plain_cuts(text, tokens)
    described: list[list[str]] = []
    for first, last in pairwise([0, *cuts, len(tokens)]):
        piece = _describe_piece(text, tokens, words, tags, first, last)
        described += [
            [*_describe_word(words, tags, at), f"cut={at in cuts}", f"near={at - first < 3}|{piece[0]}", *piece]
            for at in range(first, last)
        ]
    return described


def _describe_word(words: Sequence[str], tags: Sequence[str], at: int) -> list[str]:
    def near(row: Sequence[str], offset: int) -> str:
        place = at + offset
        return row[place] if 0 <= place < len(row) else "_"

    around = {offset: near(words, offset) for offset in range(-REACH, REACH + 1)}
    before, word, behind = around[-1], around[0], around[1]
    return [
        *(f"w{offset}={around[offset]}" for offset in range(-3, 4)),
        f"b0={word} {behind}",
        f"b-1={before} {word}",
        f"b+1={behind} {around[2]}",
        f"b-2={around[-2]} {before}",
        f"t0={word} {behind} {around[2]}",
        f"t-1={around[-2]} {before} {word}",
        f"T={tags[at]}",
        f"T-1={near(tags, -1)}|{tags[at]}",
        f"T+1={tags[at]}|{near(tags, 1)}",
        f"T3={near(tags, -1)}|{tags[at]}|{near(tags, 1)}",
        f"s={word[:4]}",
        f"part={10 * at // len(words)}",
        *(f"bag-={around[-offset]}" for offset in range(1, REACH + 1)),
        *(f"bag+={around[offset]}" for offset in range(1, REACH + 1)),
    ]


def _describe_piece(
    text: str, tokens: Sequence[Token], words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> list[str]:
    """The features of the piece between two plain cuts; the role its plain words show comes first."""
    role = read_role(lexicon.fold(text[tokens[first].start : tokens[last - 1].end]))
    opening = [*words[first : first + 3], "_", "_"]
    return [
        f"role={role}",
        f"p1={opening[0]}",
        f"p2={opening[0]} {opening[1]}",
        f"p3={opening[0]} {opening[1]} {opening[2]}",
        f"pT={' '.join(tags[first : first + 2])}",
        f"pend={words[last - 1]}",
        f"opens={first == 0}",
        f"closes={last == len(words)}",
        *sorted({f"in={word}" for word in words[first:last] if word[0].isalpha() or word[0] == "<"}),
    ]


@lru_cache(maxsize=64)
def divide(text: str) -> tuple[tuple[int, int, Function], ...]:
    """The clauses of a text: start, end and function of each.

    >>> text = "write to Tom. i want 195 base because i run the team alone"
    >>> [(text[a:b], what) for a, b, what in divide(text)]
    [('write to Tom.', 'order'), ('i want 195 base', 'ask'), ('because i run the team alone', 'reason')]
    """
    tokens = tokenize(text)
    if not tokens:
        return ()
    cuts = set(plain_cuts(text, tokens))
    tags, opens = _tag(text, tokens, cuts)
    functions = _at_the_marks(tags, cuts)
    functions = _with_their_nouns(functions, tokens, cuts)
    found: list[tuple[int, int, Function]] = []
    first = 0
    for at in range(1, len(tokens) + 1):
        ends = at == len(tokens) or functions[at] != functions[first]
        if ends or ((at in cuts or at in opens) and functions[first] in _PARTED):
            found.append((tokens[first].start, tokens[at - 1].end, functions[first]))
            first = at
    return tuple(_mended(text, found))


def _tag(text: str, tokens: Sequence[Token], cuts: Collection[int]) -> tuple[list[Function], frozenset[int]]:
    """The function of every word, and where a clause opens: as the fitted model and the encoder say.

    Without the encoder no opening is known, and the fitted model decides alone.
    """
    features = describe(text, tokens)
    read = reading.read(text)
    if read is None:
        return _MODEL.tag(features), frozenset()
    told = read.at_each("clause", (token.start for token in tokens))
    opens = [sum(share for label, share in shares.items() if label.startswith("B-")) for shares in told]
    weighed = mix_rows(_MODEL.weigh(features, len(tokens)), list(map(_functions, told)), ENCODER_COUNTS)
    names = likeliest_path(weighed, [_turn_costs(share, at in cuts) for at, share in enumerate(opens)])
    return [_FUNCTIONS[name] for name in names], frozenset(at for at, share in enumerate(opens) if share > EVEN)


def _turn_costs(share: float, is_cut: bool) -> float:
    """What it costs to go over to another function before a word that opens a clause with this probability."""
    odds = max(UNLIKELY, share) / max(UNLIKELY, 1 - share)
    return max(0.0, (COST_AT_A_CUT if is_cut else COST_WITHIN) - OPENING_COUNTS * math.log(odds))


def _functions(shares: Mapping[str, float]) -> dict[str, float]:
    """The shares of the functions, whether a word opens a clause or goes on with it."""
    return {name: shares.get(f"B-{name}", 0.0) + shares.get(f"I-{name}", 0.0) for name in FUNCTIONS}


def _at_the_marks(functions: Sequence[Function], cuts: Collection[int]) -> list[Function]:
    """The functions of the words, a change beside a plain mark moved to the mark."""
    moved = list(functions)
    for at in range(1, len(moved)):
        if moved[at] == moved[at - 1] or at in cuts:
            continue
        if later := next((cut for cut in range(at + 1, min(at + SNAP, len(moved)) + 1) if cut in cuts), None):
            moved[at:later] = [moved[at - 1]] * (later - at)
        elif earlier := next((cut for cut in range(at - 1, max(at - SNAP, 0), -1) if cut in cuts), None):
            moved[earlier:at] = [moved[at]] * (at - earlier)
    return moved


def _with_their_nouns(functions: list[Function], tokens: Sequence[Token], cuts: Collection[int]) -> list[Function]:
    """The functions of the words, a number and what it counts kept together: "10% raise after six months"."""
    joined = list(functions)
    for at in range(1, len(joined)):
        counts = tokens[at - 1].text.startswith("<") and tokens[at - 1].text != "<line>"
        noun = _part_of_speech(tokens[at].text) in _NOUNS and tokens[at].text not in _ORDERS
        if joined[at] != joined[at - 1] and counts and noun and at not in cuts:
            end = next(
                (place for place in range(at, len(joined)) if joined[place] != joined[at] or place in cuts), None
            )
            joined[at:end] = [joined[at - 1]] * len(joined[at:end])
    return joined


def _mended(text: str, found: Sequence[tuple[int, int, Function]]) -> list[tuple[int, int, Function]]:
    """The clauses with a joining word at the end of one put before the next, which it opens."""
    mended = list(found)
    for place, (start, end, function) in enumerate(mended[:-1]):
        joint = _JOINT.search(text[start:end])
        if joint is not None and joint.start():
            _, last, following = mended[place + 1]
            mended[place] = (start, start + joint.start(), function)
            mended[place + 1] = (start + joint.start(1), last, following)
    return mended

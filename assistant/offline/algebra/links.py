"""Links: which number told before a later one stands for: "base 180k" ... "they came up to 190".

A conditional logit over the earlier numbers that a later one could replace, and none of them. Its weights are learnt from
conversations by `python -m evals.fit_links`; the features tell what the two numbers measure, how alike they are, which
parts they play, and which words stand around them and in the message of the later one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from assistant.offline.algebra.gathering import SUPPOSES, UPDATES
from assistant.offline.algebra.goals import asks_number
from assistant.offline.algebra.logit import Features, load_weights, weigh
from assistant.offline.algebra.replacing import adds
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.terms import Term

MOST_BACK = 10
"""Earlier numbers among which the one replaced is looked for."""
UNREAD = -5.0
"""How unlikely, as a logarithm, a part that is not read at all."""
NEAR = range(3, 7)
"""Steps of the ratio within which two numbers are of one size."""
THOUSAND = 1000.0
STEM, HALF = 5, 0.5
_STEPS = (-2.5, -1.2, -0.5, -0.2, -0.02, 0.02, 0.2, 0.5, 1.2, 2.5)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£¥₹/@+×*=,;:.?!()-]|\d[\d.,']*")
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_CUT = re.compile(r"[,;\n+]|[.!?](?=\s|$)| - ")
_OWNER = re.compile(
    r"\b(?:(?P<order>first|second|third|1st|2nd|3rd)|(?!(?:this|that|which|other|every|any|each|the|first|second|third) )"
    r"[A-Za-z]{3,} (?P<number>[1-4]|one|two|three|[ABCDabcd])|(?P<letter>[A-D]))\b(?![.,]\d)"
)
_NOT = re.compile(r"(?: ?(?:an?|per|/) ?\w+| [a-z]{1,7})?,? (?:and )?not (?:the |an? )?[$€£₹]?", re.IGNORECASE)
_STRIKE = re.compile(r"\b(?:strike|exercise price)\b[^\d,;.]*[$€£₹]?$", re.IGNORECASE)
_GOES_FOR = re.compile(
    r"^(?!.*\bstrike\b).*\b(?:go|goes|sells?|sold|trades?|worth|valued|price|drops?|falls?|rises?)\b", re.IGNORECASE
)
REACH = 30
_ORDINALS = {"one": "1", "two": "2", "three": "3", "first": "1", "second": "2", "third": "3", "1st": "1", "2nd": "2", "3rd": "3", "a": "1", "b": "2", "c": "3", "d": "4"}  # fmt: skip
_COMMON = frozenset(["the", "and", "for", "its", "it's", "was", "not", "now", "they", "that", "this", "with", "what", "all", "per", "just", "from", "but", "you", "got", "said", "says", "have", "has", "are", "new"])  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A conversation and its numbers.

    Args:
        text: all messages, each beginning in a new line.
        senses: its numbers and the parts they may play.
    """

    text: str
    senses: Senses

    @cached_property
    def lines(self) -> list[str]:
        """The messages."""
        return self.senses.cut(self.text)

    def line(self, term: Term) -> str:
        """The message a number stands in."""
        return self.lines[self.senses.turn(term)]

    def beside(self, term: Term) -> list[Term]:
        """The numbers of its message."""
        return [other for other in self.senses.terms if self.senses.turn(other) == self.senses.turn(term)]

    def clause(self, term: Term) -> tuple[list[str], list[str]]:
        """The words of its clause before and behind it."""
        low = max([0, *(cut.end() for cut in _CUT.finditer(self.text[: term.start]))])
        behind = _CUT.search(self.text, term.end)
        high = behind.start() if behind else len(self.text)
        return _words(self.text[low : term.start]), _words(self.text[term.end : high])

    def scale(self, term: Term) -> float:
        """What a number counts for each one written: 1,000 of "18k" and of "18,000", 100,000 of "3 lakh"."""
        numeral = _NUMERAL.search(self.text, term.start, term.end)
        written = float(numeral[0].replace(",", "")) if numeral and numeral[0].count(".") < 2 else 0.0
        return float(term.value) / written if 0 < written < float(term.value) else THOUSAND

    def says_again(self, old: Term, new: Term) -> bool:
        """Whether a number is an earlier one once more, if without its thousands or lakhs: "not 46", "the 10"."""
        return float(old.value) in (float(new.value), float(new.value) * self.scale(old))

    def owner(self, term: Term) -> str | None:
        """The letter or number of the offer that was named last before it in its message."""
        begin = self.senses.turns[self.senses.turn(term)]
        named = [next(filter(None, found.groups())).lower() for found in _OWNER.finditer(self.text, begin, term.start)]
        return _ORDINALS.get(named[-1], named[-1]) if named else None

    def near(self, term: Term) -> dict[str, float]:
        """The words around it in its message, the nearer the more they count."""
        begin = self.senses.turns[self.senses.turn(term)]
        end = begin + len(self.line(term))
        before, behind = _words(self.text[begin : term.start])[::-1], _words(self.text[term.end : end])
        found: dict[str, float] = {}
        for words, reach in ((behind[:3], 3), (before, len(before))):
            for distance, word in enumerate(words[:reach]):
                for stem in _stems([word]):
                    found[stem] = max(found.get(stem, 0.0), 1.0 if distance < 4 else 0.7 if distance < 9 else 0.4)
        return found

    def met(self, old: Term, new: Term) -> float:
        """How many words near an earlier number the message of a later one has, those near few numbers most."""
        line = _stems(_words(self.line(new)))
        return sum(weight / self.common[stem] for stem, weight in self.near(old).items() if stem in line)

    @cached_property
    def common(self) -> Counter[str]:
        """Near how many numbers each word stands."""
        return Counter(stem for term in self.senses.terms for stem in self.near(term))


def find_links(told: Told) -> dict[int, int]:
    """The places of the numbers that are replaced, each with that of the number in force in the end."""
    links: dict[int, int] = {}
    for at, term in enumerate(told.senses.terms):
        if told.senses.turn(term) > 0 and (old := _find_old(told, at)) is not None:
            links |= {earlier: at for earlier, later in links.items() if later == old} | {old: at}
    return links


def _find_old(told: Told, at: int) -> int | None:
    earlier = candidates(told, at)
    if len(earlier) == 1 and _denies(told, earlier[0], at):
        return earlier[0]
    scores = score(describe(told, at))
    best = max(range(len(scores)), key=lambda place: scores[place])
    return earlier[best] if best < len(earlier) else None


def candidates(told: Told, at: int) -> list[int]:
    """The earlier numbers that one could stand for; none that it only says again."""
    terms = told.senses.terms
    could = [
        place
        for place, old in enumerate(terms[:at])
        if _is_comparable(old, terms[at])
        and not told.says_again(old, terms[at])
        and not _is_strike(told, old, terms[at])
    ]
    taken_back = _taken_back(told, terms[at])
    named = [place for place in could if taken_back is not None and told.says_again(terms[place], taken_back)]
    return named or could[-MOST_BACK:]


def _taken_back(told: Told, new: Term) -> Term | None:
    """The number that stands right behind a new one as the one it is not: "12 months not 24"."""
    behind = next((other for other in told.beside(new) if other.start >= new.end), None)
    return behind if behind and _NOT.fullmatch(told.text, new.end, behind.start) else None


def _denies(told: Told, old: int, new: int) -> bool:
    """Whether the words put a number in the place of an earlier one by naming that: no doubt is left."""
    taken_back = _taken_back(told, told.senses.terms[new])
    return taken_back is not None and told.says_again(told.senses.terms[old], taken_back)


def _is_strike(told: Told, old: Term, new: Term) -> bool:
    """Whether an earlier number is a strike and a later one what the shares go for."""
    named = _STRIKE.search(told.text, max(0, old.start - REACH), old.start)
    return bool(named and _GOES_FOR.search(" ".join(told.clause(new)[0])))


def _is_comparable(old: Term, new: Term) -> bool:
    money = {"money", "number"}
    if {old.dim, new.dim} <= money:
        return old.per == new.per or None in (old.per, new.per)
    return "number" in (old.dim, new.dim) or old.dim == new.dim


def describe(told: Told, at: int) -> list[Features]:
    """The features of each number it could stand for, and last those of none."""
    earlier = candidates(told, at)
    worded = list(_of_message(told, at))
    rows = [_of_pair(told, place, at, earlier, worded) for place in earlier]
    return [*rows, _of_none(told, at, earlier, worded)]


def _of_message(told: Told, at: int) -> Iterator[str]:
    """What the words around a number tell, whichever it replaces."""
    term = told.senses.terms[at]
    line, beside = told.line(term), told.beside(term)
    before, behind = told.clause(term)
    words = _words(line)
    padded = ["^", "^", *before]
    yield from (f"b={word}" for word in before[-4:])
    yield from (f"a={word}" for word in behind[:3])
    yield from (f"b1={padded[-1]}", f"b2={padded[-2]} {padded[-1]}", f"a1={(behind or ['$'])[0]}")
    yield from (f"o={(words or ['_'])[0]}", f"o2={' '.join(words[:2])}")
    yield from (f"l={word}" for word in sorted(set(words)) if word[0].isalpha())
    yield from (f"asks={asks_number(line)}", f"n={min(4, len(beside))}", f"dim={term.dim}", f"q={'?' in line}")
    yield f"told before={any(told.says_again(old, term) for old in told.senses.terms[:at])}"
    yield f"last={told.senses.turn(term) == len(told.senses.turns) - 1}"
    yield f"place={min(3, [other.start for other in beside].index(term.start))}"
    yield from (f"len={min(4, len(words) // 4)}", f"upd={_update(line)}", f"part={_likeliest(told.senses.shares[at])}")


def _update(line: str) -> str:
    """Which words of change a message has."""
    return "".join(
        mark for mark, has in (("U", UPDATES.search(line)), ("S", SUPPOSES.search(line)), ("A", adds(line))) if has
    )


def _of_pair(told: Told, place: int, at: int, earlier: Sequence[int], worded: Sequence[str]) -> Features:
    old, new = told.senses.terms[place], told.senses.terms[at]
    step = _ratio(told, place, at)
    found = ["link", f"dims={old.dim}>{new.dim}", f"ratio={step}", f"ratio={step}|{old.dim}"]
    found += [f"unit={old.unit == new.unit}|{new.unit is None}"]
    found += [f"per={old.per == new.per}|{new.per is None}|{old.per is None}"]
    found += [f"role={old.role}>{new.role}", f"same role={old.role == new.role}|{bool(new.role)}"]
    found += [*_of_places(told, place, at, earlier), *_of_words(told, old, new), *_of_parts(told, place, at, earlier)]
    found += _of_owners(told, place, at, earlier)
    return {**dict.fromkeys(found, 1.0), **{f"L{name}": HALF for name in worded}, **_likeness(told, place, at)}


def _of_places(told: Told, place: int, at: int, earlier: Sequence[int]) -> Iterator[str]:
    """How far it lies back, and which others lie between."""
    terms = told.senses.terms
    old, later = terms[place], [other for other in earlier if other > place]
    turns = told.senses.turn(terms[at]) - told.senses.turn(old)
    near = sum(_ratio(told, other, at) in NEAR for other in earlier)
    yield from (f"turns={min(3, turns)}", f"back={min(4, len(later))}|{min(4, len(earlier))}")
    yield f"latest of its kind={not any(terms[other].dim == old.dim for other in later)}"
    yield f"only of its kind={sum(terms[other].dim == old.dim for other in earlier) == 1}"
    yield f"near={_ratio(told, place, at) in NEAR}|{min(near, 3)}"
    if not turns:
        yield "same message"


def _of_words(told: Told, old: Term, new: Term) -> Iterator[str]:
    """Which words both have, and whether the old number is named again: "not 46"."""
    line, own = told.line(new), told.clause(new)
    before, behind = told.clause(old)
    words, stems = _words(told.line(old)), _stems(_words(line))
    yield f"shared={min(3, len(_stems(before + behind) & _stems(own[0] + own[1])))}"
    yield f"in message={_shared(told, old, new)}"
    yield f"named={bool(words) and words[0][:STEM] in stems}"
    again = _named_again(told, old, new)
    yield from (f"old={again is not None}", f"old={again}")
    yield f"asks there={asks_number(told.line(old))}"
    yield from (f"there-{word}" for word in before[-2:])
    yield from (f"there+{word}" for word in behind[:2])


def _shared(told: Told, old: Term, new: Term) -> int:
    before, behind = told.clause(old)
    return min(3, len(_stems(before + behind) & _stems(_words(told.line(new)))))


def _of_owners(told: Told, place: int, at: int, earlier: Sequence[int]) -> Iterator[str]:
    """Whether both belong to the same of several offers, by its letter or number and by words that few have near."""
    old, new = told.senses.terms[place], told.senses.terms[at]
    own, other = told.owner(new), told.owner(old)
    same = "none" if own is None else "unsaid" if other is None else str(own == other)
    part, likeliest = _likeliest(told.senses.shares[place]), _likeliest(told.senses.shares[at])
    yield from (f"owner={same}", f"owner={same}|{part == likeliest}")
    met = {candidate: told.met(told.senses.terms[candidate], new) for candidate in earlier}
    rivals = [met[candidate] for candidate in earlier if candidate != place and _could_be(told, candidate, at)]
    lead = met[place] - max(rivals, default=0.0)
    size = "more" if lead > 0.3 else "less" if lead < -0.3 else "same"
    yield from (f"met={size}", f"met={size}|{part == likeliest}", f"met={size}|{bool(rivals)}")


def _could_be(told: Told, place: int, at: int) -> bool:
    """Whether an earlier number is of the likeliest part of a later one, or of its size."""
    near = _ratio(told, place, at) in NEAR
    return near or _likeliest(told.senses.shares[place]) == _likeliest(told.senses.shares[at])


def _named_again(told: Told, old: Term, new: Term) -> str | None:
    """The word before the old number where the message of the new one names it again."""
    for other in told.beside(new):
        if other.start != new.start and told.says_again(old, other):
            return (_words(told.text[max(0, other.start - 14) : other.start]) or ["_"])[-1]
    return None


def _of_parts(told: Told, place: int, at: int, earlier: Sequence[int]) -> Iterator[str]:
    """How likely the new number plays the part of the old one."""
    shares, terms = told.senses.shares, told.senses.terms
    part = _likeliest(shares[place])
    doubt = int(min(4, -max(UNREAD, shares[at].get(part, UNREAD))))
    line = told.line(terms[at])
    update, shared = _update(line), min(2, _shared(told, terms[place], terms[at]))
    like = [other for other in earlier if _likeliest(shares[other]) == part]
    near = _ratio(told, place, at) in NEAR
    yield from (f"part={part}", f"same part={part == _likeliest(shares[at])}", f"part={part}|{doubt}")
    yield from (f"doubt={doubt}", f"doubt={doubt}|{near}|{update}", f"doubt={doubt}|shared {shared}")
    yield f"update={update}|{shared}|{terms[place].dim == terms[at].dim}"
    yield from (f"like={min(3, len(like))}|{doubt}", f"like={min(3, len(like))}|{doubt}|{update}")
    yield f"later like={any(other > place for other in like)}|{doubt}"
    yield f"again={_named_again(told, terms[place], terms[at]) is not None}|{doubt}"
    yield f"n={min(3, len(told.beside(terms[at])))}|{doubt}|{update}"


def _likeness(told: Told, place: int, at: int) -> Features:
    """The same as logarithms."""
    old, new = told.senses.shares[place], told.senses.shares[at]
    both = sum(math.exp(share + new[part]) for part, share in old.items() if part in new and part != "o")
    return {
        "likely": max(UNREAD, new.get(_likeliest(old), UNREAD)),
        "alike": math.log(max(1e-4, both)),
        "passing": max(UNREAD, old.get("o", UNREAD)),
    }


def _of_none(told: Told, at: int, earlier: Sequence[int], worded: Sequence[str]) -> Features:
    terms = told.senses.terms
    near = sum(_ratio(told, place, at) in NEAR for place in earlier)
    like = sum(terms[place].dim == terms[at].dim for place in earlier)
    found = ["none", f"none:earlier={min(4, len(earlier))}", f"none:near={min(3, near)}"]
    found.append(f"none:like={terms[at].dim}|{min(3, like)}")
    return {**dict.fromkeys(found, 1.0), **{f"N{name}": HALF for name in worded}}


def _likeliest(shares: dict[str, float]) -> str:
    return max(shares, key=lambda part: shares[part])


def _ratio(told: Told, place: int, at: int) -> int:
    """How many times larger a later number is, in steps; a bare one in the thousands or lakhs of the other."""
    old, new = told.senses.terms[place], told.senses.terms[at]
    first, second = float(old.value), float(new.value)
    if first <= 0 or second <= 0:
        return -1
    if first >= THOUSAND > second and _is_bare(new):
        second *= told.scale(old)
    elif second >= THOUSAND > first and _is_bare(old):
        first *= told.scale(new)
    return sum(math.log(second / first) > step for step in _STEPS)


def _is_bare(term: Term) -> bool:
    return term.dim == "number" and not term.explicit


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stems(words: Sequence[str]) -> Set[str]:
    return {word[:STEM] for word in words if word[0].isalpha() and len(word) > 2 and word not in _COMMON}


def score(rows: Sequence[Features]) -> list[float]:
    """How likely each of several is meant, the more the likelier."""
    return weigh(rows, load_weights("links.json"))

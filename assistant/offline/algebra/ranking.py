"""Ranking: which of the sums that can be made of a message's numbers it most likely asks for.

A conditional logit over the sums of the frames, the calculator found by words, and none of them. Its weights are learnt
from the messages of knowledge/sum_numbers.yaml by `python -m evals.fit_sums`; the features of a sum tell how its
numbers are read, which steps it has, how large its results are, and which words of the question its steps answer.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import Any

from assistant.offline.algebra.frames import Framed
from assistant.offline.algebra.gathering import SUPPOSES, UPDATES
from assistant.offline.algebra.goals import asks_number, read_goals
from assistant.offline.algebra.logit import Features, load_weights, weigh
from assistant.offline.algebra.sensed import Senses
from assistant.offline.algebra.spoken import describe_spoken
from assistant.offline.algebra.terms import Term, read_terms
from assistant.offline.algebra.vocabulary import PASSING
from assistant.offline.sums.sum import ReadSum, numbers_in

STEM, ASKED_STEM = 5, 6
UNREAD, FARTHEST, WIDEST = -6.0, 8.0, 6.0
"""How unlikely a part, and how large a doubt and a gap of doubts may count."""
HALF = 0.5
SHOWN = 3
LAST = 3
TELLS = 0.2
"""How likely, beside the likeliest sum, one that gives its answer too must be to tell it."""
PERIODS = ("month", "week", "hour", "year", "percen", "differ", "total", "day")
SCALES = (1, 1000, 12, 1 / 12, 0.01, 100)
"""What a number may be multiplied by in the arguments of a calculator."""
_SENTENCE = re.compile(r"(?<=[.?!\n])\s+|\n")
_OPENING = re.compile(r"^.*?(?=\b(?:how (?:much|many)|what(?:'?s| is| are| do| does| would| will))\b)")
"""What stands before a question without its mark."""
_WORD = re.compile(r"[a-z%$€£']+")
_ENGLISH = {
    **dict.fromkeys(("mois", "mes", "monat", "monatlich", "mensuel", "mensual", "mensal", "mese", "mahine", "maand"), "month"),
    **dict.fromkeys(("annee", "anno", "ano", "jahr", "jahrlich", "anuel", "anual", "saal", "jaar"), "year"),
    **dict.fromkeys(("semaine", "semana", "woche", "settimana", "hafte"), "week"),
    **dict.fromkeys(("heure", "hora", "stunde", "ora", "ghante", "uur"), "hour"),
    **dict.fromkeys(("unterschied", "diferencia", "diferenca", "differenza", "farak", "fark"), "difference"),
}  # fmt: skip
"""Words of other languages for what may be asked, accents left out."""


@dataclass(frozen=True)
class Account:
    """A conversation with the sums that can be made of its numbers, the least doubted first.

    `revised`: later numbers stand in the places of those they replace.
    """

    text: str
    senses: Senses
    sums: tuple[Framed, ...]
    revised: bool = False


@dataclass(frozen=True)
class Ranked:
    """The likeliest sum of the frames and the account it is made of.

    `share`: how likely it is meant, the calculator found by words apart; `beats`: how many times likelier than that one.
    """

    framed: Framed
    account: Account
    share: float
    beats: float


def rank(accounts: Sequence[Account], found: ReadSum | None) -> Ranked | None:
    """The likeliest of the sums made of a conversation's numbers, beside the calculator found by words.

    Sums that give an answer too count for it, and the least doubted of them tells it.
    """
    made = [(each, account) for account in accounts for each in account.sums]
    if not made:
        return None
    shares = share([*describe(accounts, found), describe_none(accounts)])
    answers = [each.results[find_asked_step(account.text, each.work.steps)["name"]] for each, account in made]
    held = [{own, *_answers(each)} for own, (each, _) in zip(answers, made, strict=True)]
    together = [sum(one for one, other in zip(shares, held, strict=False) if own in other) for own in answers]
    best = max(range(len(made)), key=lambda at: (together[at], shares[at]))
    other = shares[len(made)] if found is not None else 0.0
    told = max(
        (at for at, own in enumerate(held) if answers[best] in own and shares[at] >= shares[best] * TELLS),
        key=lambda at: (-round(made[at][0].doubt, 1), shares[at]),
    )
    return Ranked(*made[told], together[best] / (1 - other), together[best] / other if other else math.inf)


def is_known(found: ReadSum) -> bool:
    """Whether it was learnt how often the calculator found is the right one."""
    return found.sum.tool in _known_tools()


@cache
def _known_tools() -> frozenset[str]:
    """The tools that some weight names, be it nearly none by itself."""
    return frozenset(match[1] for name in weights() if (match := re.match(r"(?:tool=|weight=)(\w+)", name)))


def describe(accounts: Sequence[Account], found: ReadSum | None) -> list[Features]:
    """The features of each sum, and last those of the calculator where one was found."""
    rows = [row for account in accounts for row in _of_account(account)]
    made = [each for account in accounts for each in account.sums]
    _count_agreeing(made, rows)
    if found is None:
        return rows
    for row, each in zip(rows, made, strict=True):
        row["found"] = 1.0
        row[f"found={found.sum.tool}|{each.frame.name}"] = 1.0
    told = accounts[0]
    return [*rows, _of_found(told.senses, told.sums, found, asked_words(told.text))]


def _of_account(account: Account) -> list[Features]:
    """The features of its sums."""
    asked, sums = asked_words(account.text), account.sums
    return [_of_sum(account.text, account.senses, made, sums[0].doubt, at, asked) for at, made in enumerate(sums)]


def _count_agreeing(framed: Sequence[Framed], rows: Sequence[Features]) -> None:
    """How many others come to the same answer, and whether one of another kind does."""
    answers = [_answer(made) for made in framed]
    for row, own, answer in zip(rows, framed, answers, strict=True):
        like = [made for made, other in zip(framed, answers, strict=True) if other == answer and made is not own]
        apart = any((made.known is None) != (own.known is None) for made in like)
        row[f"agreed={min(len(like), 3)}"] = 1.0
        row[f"agreed apart={apart}|{own.known is not None}"] = 1.0


def _answers(made: Framed) -> Iterator[Decimal]:
    return (made.results[step["name"]] for step in made.work.steps if step["answers"] and step["name"] in made.results)


def _answer(made: Framed) -> float:
    """The first result that is asked for."""
    asked = next((step["name"] for step in made.work.steps if step["answers"]), made.work.steps[0]["name"])
    return round(float(made.results.get(asked, 0)), 2)


def describe_none(accounts: Sequence[Account]) -> Features:
    """The features of none of them."""
    senses, sums = accounts[0].senses, accounts[0].sums
    made = {"none": 1.0, f"none:sums={min(len(sums), 6)}": 1.0, f"none:numbers={min(len(senses.terms), 7)}": 1.0}
    return {**made, "none:doubt": min(sums[0].doubt, FARTHEST)} if sums else made


@lru_cache(maxsize=64)
def asked_words(text: str) -> frozenset[str]:
    """The stems of the words that ask: of the newest message, and of the last before it that names what is wanted where it names nothing."""
    *earlier, newest = text.split("\n")
    words = _asking(newest)
    if earlier and not read_goals(newest, read_terms(newest)):
        named = (line for line in reversed(earlier) if asks_number(line) and read_goals(line, read_terms(line)))
        words |= _asking(next(named, ""))
    return frozenset(words)


def _asking(line: str) -> set[str]:
    """The stems of the words of the sentences that ask, or of the last."""
    parts = [part for part in _SENTENCE.split(line) if part.strip()]
    asking = [part for part in parts if "?" in part] or [_OPENING.sub("", part) for part in parts[-1:]]
    words = [word for part in asking for word in _WORD.findall(part.lower())]
    return {word[:ASKED_STEM] for word in (*words, *(_ENGLISH[word] for word in words if word in _ENGLISH))}


def _of_sum(text: str, senses: Senses, made: Framed, least: float, place: int, asked: Set[str]) -> Features:
    shares = [ways.get(part, UNREAD) for ways, part in zip(senses.shares, made.parts, strict=True)]
    passing = made.parts.count("o")
    found: Features = {
        "doubt": min(made.doubt, FARTHEST),
        "gap": min(made.doubt - least, WIDEST),
        f"place={min(place, 5)}": 1.0,
        f"frame={made.frame.name}": 1.0,
        "least": max(min(shares, default=0.0), UNREAD),
        "passing": float(passing),
        f"passing={min(passing, 3)}|{made.frame.name}": 1.0,
    }
    if len(senses.turns) > 1:
        found |= {"gap of turns": found["gap"], "doubt of turns": found["doubt"], "changed": float(made.changed)}
        found |= {f"changed={made.changed}|{made.frame.name}": 1.0}
    if made.known is not None:
        found |= {"known": made.known, f"left={min(len(made.left), 4)}": 1.0}
        found |= {f"left={how.split(':')[0]}": 1.0 for how in made.left}
        found |= {f"left={how}": 1.0 for how in made.left}
    found |= _of_changes(text, senses, made) | describe_spoken(text, made)
    newest = len(senses.turns) - 1
    unused = sum(
        part in PASSING for term, part in zip(senses.terms, made.parts, strict=True) if senses.turn(term) == newest
    )
    found[f"passing now={min(unused, 3)}"] = 1.0
    found |= {f"many={part}:{min(n, 3)}": 1.0 for part, n in Counter(made.parts).items() if n > 1}
    found |= {f"next={a}>{b}": HALF for a, b in pairwise(("^", *made.parts, "$"))}
    return found | _of_numbers(senses, made) | _of_steps(senses, made, asked)


def _of_changes(text: str, senses: Senses, made: Framed) -> Features:
    """Where several messages tell a number of one part: which of them count, and whether words tell that one was changed."""
    found: Features = {}
    counted = {Decimal(str(value)) for value in made.work.numbers.values()}
    told: dict[str, list[Term]] = {}
    for term, part in zip(senses.terms, made.parts, strict=True):
        if part not in PASSING:
            told.setdefault(part, []).append(term)
    for part, terms in told.items():
        first, last = senses.turn(terms[0]), senses.turn(terms[-1])
        if first == last:
            continue
        begin, end = senses.turns[last], ([*senses.turns, len(text)])[last + 1]
        changes = bool(UPDATES.search(text[begin:end]) or SUPPOSES.search(text[begin:end]))
        kept = [any(value in counted for value in (t.value, t.value * 1000)) for t in (terms[0], terms[-1])]
        counts = "both" if all(kept) else "later" if kept[1] else "earlier" if kept[0] else "none"
        found[f"counts={counts}|{changes}"] = found[f"counts={counts}|{part}"] = 1.0
    return found


def _of_numbers(senses: Senses, made: Framed) -> Features:
    found: Features = {}
    told = list(zip(senses.terms, made.parts, strict=True))
    for term, part in told:
        if part in PASSING:
            found[f"passing:{term.dim}|{bool(term.currency)}"] = 1.0
        elif term.value:
            found[f"size={part}|{term.per or term.unit or ''}|{_scale(float(term.value))}"] = HALF
            found[f"part={part}|{made.frame.name}"] = HALF
    counted = [
        (t, part) for t, part in told if part not in PASSING and t.value and t.dim in ("money", "number", "percent")
    ]
    for (one, a), (other, b) in combinations(counted, 2):
        if one.dim == other.dim:
            found[f"ratio={a}>{b}:{_scale(float(one.value / other.value))}"] = 1.0
    return found


def _of_steps(senses: Senses, made: Framed, asked: Set[str]) -> Features:
    names = [str(step["name"]) for step in made.work.steps]
    tokens = {token for name in names for token in name.split("_")}
    stems = {token[:STEM] for token in tokens}
    met = {word for word in asked if word[:STEM] in stems}
    found: Features = {"met": float(len(met)), "steps": min(len(names), 6.0)}
    answering = {token[:STEM] for step in made.work.steps if step["answers"] for token in str(step["name"]).split("_")}
    found |= {f"asked={word[:STEM]}|{token}": HALF for word in asked for token in answering}
    found |= {f"met={word}": 1.0 for word in met}
    found |= {f"unmet={p}": 1.0 for p in PERIODS if p in asked and not any(t[:ASKED_STEM] == p for t in tokens)}
    results = [(name, float(value)) for name, value in made.results.items()]
    most = _most(senses)
    for at, (name, value) in enumerate(results[:SHOWN]):
        found[f"result{at}={_scale(value)}"] = 1.0
        if value:
            found[f"times{at}={_scale(value / most)}"] = 1.0
            found[f"times{at}={_scale(value / most)}|{name}"] = 1.0
    found[f"largest={_scale(max((abs(value) for _, value in results), default=0.0) / most)}"] = 1.0
    return found


def _of_found(senses: Senses, framed: Sequence[Framed], found: ReadSum, asked: Set[str]) -> Features:
    tool, played = found.sum.tool, [max(ways, key=lambda part: ways[part]) for ways in senses.shares]
    taken = set(numbers_in(found.arguments))
    told = [(term.value, part) for term, part in zip(senses.terms, played, strict=True) if part not in PASSING]
    left = sum(not is_taken(value, taken) for value, _ in told)
    made: Features = {
        "tool": 1.0,
        f"tool={tool}": 1.0,
        "weight": min(float(found.sum.weight), 12.0) / 4,
        f"weight={tool}:{found.sum.weight}": 1.0,
        f"unused={min(found.unused, 4)}": 1.0,
        f"used={min(found.used, 5)}": 1.0,
        f"over={max(-1, min(3, len(told) - found.used))}": 1.0,
        f"left={min(left, 4)}": 1.0,
        f"left={min(left, 2)}|{tool}": 1.0,
        "tool:doubt": min(framed[0].doubt if framed else UNREAD * -1, WIDEST),
        "tool:alone": float(not framed),
    }
    if framed:
        made[f"tool={tool}|{framed[0].frame.name}"] = 1.0
    made |= {f"asked={word}|{tool}": HALF for word in asked}
    return made | {f"played={part}|{tool}": HALF for part in played}


def is_taken(number: Decimal, taken: Collection[Decimal]) -> bool:
    """Whether a number, or what it is in thousands, months or hundredths, is among those a calculator takes."""
    return any(math.isclose(float(number) * scale, other, rel_tol=1e-6) for other in taken for scale in SCALES)


def _most(senses: Senses) -> float:
    return max((abs(float(t.value)) for t in senses.terms if t.dim in ("money", "number") and t.value), default=1.0)


def _scale(value: float) -> int:
    """Half powers of ten."""
    return math.floor(math.log10(abs(value)) * 2) if value else -9


def find_asked_step(text: str, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The step that answers the question."""
    return steps[_find_asked(text, tuple(str(step["name"]) for step in steps))]


@lru_cache(maxsize=512)
def _find_asked(text: str, names: tuple[str, ...]) -> int:
    shares = share([*_describe_named(text, names)])
    return max(range(len(names)), key=lambda at: shares[at])


def describe_steps(text: str, steps: Sequence[dict[str, Any]]) -> list[Features]:
    """The features of each step: the words of its name beside those of the question, and its place."""
    return list(_describe_named(text, [str(step["name"]) for step in steps]))


def _describe_named(text: str, names: Sequence[str]) -> Iterator[Features]:
    asked = {word[:STEM] for word in asked_words(text)}
    return (_describe(name, at, len(names), asked) for at, name in enumerate(names))


def _describe(name: str, at: int, count: int, asked: Set[str]) -> Features:
    tokens = {token[:STEM] for token in name.split("_")}
    found: Features = {
        f"step:{min(at, LAST)}": 1.0,
        "step:last": float(at == count - 1),
        "step:met": float(len(asked & tokens)),
    }
    found |= {f"step={token}": 1.0 for token in tokens}
    return found | {f"step={token}|{word}": HALF for token in tokens for word in asked}


def share(rows: Sequence[Mapping[str, float]]) -> list[float]:
    """How likely each of several sums is meant."""
    scores = weigh(rows, weights())
    most = max(scores)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    return [each / total for each in odds]


def weights() -> dict[str, float]:
    """The weight of each feature."""
    return load_weights("ranking.json")

"""Jobs: the numbers of a message divided between the jobs, offers or ways that it compares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.frames import Parts
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.replacing import could_replace, in_its_terms
from assistant.offline.algebra.terms import Term

ANCHORS = frozenset({"pay", "now", "tc"})
"""Parts each of which opens a job."""
SHARED = frozenset({"tax", "horizon", "weeks", "hours", "days", "sal", "months", "shifth", "shifts", "dweek", "fx", "mult", "otafter", "years", "put", "exit", "dilute", "price"})  # fmt: skip
"""Parts that, told apart from any job, hold for all."""
GLOBAL = frozenset({"fx", "horizon", "exit"})
"""Parts that hold for all wherever they are told."""
ADDED = frozenset({"extra", "cost", "bonus", "tax", "ontop", "stock", "unitcost", "plus"})
"""Parts of which a job has several: a later one comes on top unless words put it in the place of the first."""
NAMED = frozenset({"tax", "cost"})
"""Parts of which a job may have several: they are parted only where words name both jobs."""
PAIRED = (("tax",), ("cost",), ("hours", "hours2"), ("sal",), ("weeks",), ("off",), ("dweek",), ("days",), ("pens",))
"""Counts of which a job has only one."""
OF = {"fall": ("grant", "stock"), "chance": ("bonus", "bpct", "grant", "stock", "own"), "attain": ("bpct", "bonus", "bmonths"), "factor": ("bpct", "bonus", "grant"), "years": ("grant", "own", "shares"), "dilute": ("own",)}  # fmt: skip
"""Parts that tell how much of another counts."""
COUNTS = ("hours", "weeks", "shifth", "shifts", "dweek", "mult")
"""Counts told once that serve every job paid by time."""
_STRONG = re.compile(
    r"[.?!](?=\s|$)|\.\.+|[;\n]|\b(?:vs|versus|against|compared|or|whereas|while|oder|gegen\w*|statt|contre|ou|albo|instead of|alternative)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"[,:/]|\b(?:and|but|then|und|aber|y|e|et|mais|mas|a|aur)\b", re.IGNORECASE)
_CLAUSE = re.compile(f"{_STRONG.pattern}|{_WEAK.pattern}", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!](?=\s|$)|\.\.\.|[;\n]")
_ALL = re.compile(
    r"\b(?:both|each|either|same|beide\w*|jeweils|gleiche\w*|ambos|ambas|dono|(?:of|on) (?:the|any) (?:difference|extra|raise|rise|increase|gap)|the extra)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:both|each job|either|beide\w*|ambos|dono)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:sorry|actually|instead|rather|scrap|misread|typo|make it|made it|came|went|what if|if|only|really|just|correction|not|now|upped|changed|up to|down to|moved)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:now|current\w*|present\w*|today|stay\w*|old|my (?:job|pay|boss)|heute|jetzt|aktuell\w*|abhi|hoy|ahora|atual\w*|actuel\w*|aujourd'hui|counter\w*|here)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:new|offer\w*|theirs?|they|there|would|i'd|move|moving|neue\w*|nuev\w+|nouve\w+|nov\w+)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"\b(?:other|vs|versus|or|against|rival|second|which|difference|diff|gap|compar\w*|better|best|more|beats?|than|mine|my (?:current|present|job|now)|oder|mehr|besser|anderes?|statt|contre|ou|cual|qual|lequel|which|wins?|both|each|current\w*|studio|salaried|perm\w*|staff)\b",
    re.IGNORECASE,
)
"""Words with which a later message opens another job."""
_NTH = ({"A", "first", "1st", "former"}, {"B", "second", "2nd", "latter", "other"}, {"C", "third", "3rd"})
_WORD = re.compile(r"\b[A-D]\b|[^\W\d_]{3,}|1st|2nd|3rd")
_PLAIN = frozenset(["the", "and", "for", "per", "year", "month", "week", "hour", "hours", "weeks", "pay", "pays", "with", "job", "salary", "base", "bonus", "have", "what", "which", "more", "would", "from", "that", "this", "than", "they", "you", "are", "not", "but", "plus", "all", "day", "days", "offer", "offers", "total", "much", "how"])  # fmt: skip
CLOSE = 2
A_RATE = 200
"""Up to here a bare amount beside hours is an hour's."""


@dataclass
class Job:
    """One of the jobs: the number that opened it, what else is told of it and the words it is told in."""

    anchor: Term
    sense: str
    by: dict[str, list[Term]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def parts(self, message: Message) -> Parts:
        """Its numbers as those of a sum."""
        return Parts(message, {sense: tuple(terms) for sense, terms in self.by.items()})

    def has(self, *senses: str) -> bool:
        """Whether it has a number of one of these parts."""
        return any(self.by.get(sense) for sense in senses)


@dataclass
class _Division:
    """The work of dividing: the text, the jobs so far, and each turn with its anchors."""

    text: str
    work: Work
    jobs: list[Job] = field(default_factory=list)
    unclear: bool = False
    waiting: list[tuple[Term, str]] = field(default_factory=list)

    def turn(self, term: Term) -> int:
        """The message a number stands in."""
        return self.text.count("\n", 0, term.start)

    def clause(self, term: Term, marks: re.Pattern[str]) -> str:
        """The words around a number, as far as the marks to either side."""
        low = max((m.end() for m in marks.finditer(self.text, 0, term.start)), default=0)
        high = next((m.start() for m in marks.finditer(self.text, term.end)), len(self.text))
        return self.text[low:high]


def divide(parts: Parts, work: Work) -> list[Job] | None:
    """The jobs of a message with their numbers; None where it tells of fewer than two."""
    found = sorted(((term, sense) for sense, terms in parts.by.items() for term in terms), key=lambda f: f[0].start)
    made = _Division(parts.message.text, work)
    for turn in sorted({made.turn(term) for term, _ in found}):
        here = [(term, sense) for term, sense in found if made.turn(term) == turn]
        owners = _open(made, here)
        if owners is None:
            return None
        _hand_out(made, here, owners)
        if len(made.jobs) == CLOSE:
            _part_counts(made)
    if len(made.jobs) < CLOSE or made.unclear or made.waiting:
        return None
    _move_shares(made.jobs)
    _find_rates(made.jobs)
    _lend_counts(made.jobs)
    return made.jobs


def _open(made: _Division, here: Sequence[tuple[Term, str]]) -> list[tuple[Term, Job]] | None:
    """The anchors of a turn with the job that each opens or changes."""
    owners: list[tuple[Term, Job]] = []
    before = list(made.jobs)
    anchors = [(term, sense) for term, sense in here if sense in ANCHORS]
    for term, sense in anchors:
        job = _changed(made, before, term, sense) if before else None
        if job is None and len(before) == 1 and not _OPENS.search(made.text, made.text.rfind("\n", 0, term.start)):
            return None
        if job is None:
            job = Job(term, sense)
            made.jobs.append(job)
        else:
            made.work.used |= {job.anchor.start, term.start}
            if not could_replace("pay", job.anchor, term):
                return None
            job.anchor = in_its_terms(job.anchor, term)
        owners.append((term, job))
    return owners


def _changed(made: _Division, before: Sequence[Job], term: Term, sense: str) -> Job | None:
    """The job whose pay a later number is: said again, or in the place of the earlier one."""
    same = [job for job in before if job.sense == sense]
    again = [job for job in same if job.anchor.value == term.value]
    if again:
        return again[0]
    if not same or len(before) < CLOSE:
        return None
    named = _named(made, before, term)
    if named is not None:
        return named
    if {"third", "3rd", "C", "another"} & _words(made.clause(term, _SENTENCE)):
        return None
    return min(same, key=lambda job: abs(float(job.anchor.value) / float(term.value) - 1) if term.value else 9.0)


def _hand_out(made: _Division, here: Sequence[tuple[Term, str]], owners: Sequence[tuple[Term, Job]]) -> None:
    """Gives every other number of a turn to its job, or to all."""
    edges = [
        _edge(made.text, first.end, second.start) for (first, _), (second, _) in zip(owners, owners[1:], strict=False)
    ]
    turn = made.turn(here[0][0])
    lines = made.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:turn])
    bounds = [start, *edges, start + len(lines[turn])]
    for place, (_, job) in enumerate(owners):
        job.words |= _words(
            _own_words(made.text, bounds[place], owners[place][0], bounds[place + 1], place == len(edges))
        )
    loose = []
    for term, sense in here:
        if sense in ANCHORS:
            continue
        place = sum(term.start >= edge for edge in edges)
        owner = owners[place] if owners else None
        outside = owner is not None and not owners[0][0].start < term.start < owners[-1][0].start
        before = [t for t, s in here if s == sense and owners and t.start < owners[0][0].start]
        if (
            owner is None
            or (len(made.jobs) > 1 and outside and _is_apart(made.text, owner[0], term))
            or (term in before and len(before) == len(owners) > 1)
        ):
            loose.append((term, sense))
        elif sense in GLOBAL or _is_of_all(made, term, sense):
            _give(made, made.jobs, term, sense)
        else:
            _give(made, [_costly(made, owner[1], term, sense)], term, sense)
    made.waiting += loose
    if made.jobs:
        _hand_out_loose(made, made.waiting)
        made.waiting = []


def _own_words(text: str, low: int, anchor: Term, high: int, last: bool) -> str:
    """The words a job is told in: from the sentence of its pay on, for the last job no further than that sentence."""
    start = max((m.end() for m in _SENTENCE.finditer(text, low, anchor.start)), default=low)
    end = next((m.start() for m in _SENTENCE.finditer(text, anchor.end, high)), high) if last else high
    return text[start:end]


def _edge(text: str, low: int, high: int) -> int:
    """Where the words of one job end and those of the next begin."""
    for marks in (_STRONG, _WEAK):
        found = [match.start() for match in marks.finditer(text, low, high)]
        if found:
            return found[-1]
    return high


def _is_of_all(made: _Division, term: Term, sense: str) -> bool:
    """Whether words tell that a number holds for all jobs: "both 10%", "same hours"."""
    if sense in SHARED:
        return bool(_ALL.search(made.clause(term, _STRONG)))
    before, behind = made.text[max(0, term.start - 12) : term.start], made.text[term.end : term.end + 20]
    return bool(_EVERY.search(_STRONG.split(before)[-1]) or _EVERY.search(_STRONG.split(behind)[0]))


def _is_apart(text: str, anchor: Term, term: Term) -> bool:
    """Whether a number stands in another sentence than the pay beside it."""
    low, high = sorted((anchor, term), key=lambda t: t.start)
    return bool(_SENTENCE.search(text, low.end, high.start))


def _costly(made: _Division, owner: Job, term: Term, sense: str) -> Job:
    """The job a cost is of: the new one where it is only told behind the present pay."""
    if sense not in ("cost", "unitcost") or owner.sense != "now" or owner.by.get(sense):
        return owner
    others = [job for job in made.jobs if job.sense != "now" and not job.has(sense)]
    told = len(others) == 1 and others[0].anchor.start < term.start
    return others[0] if told and not _PRESENT.search(made.clause(term, _CLAUSE)) else owner


def _hand_out_loose(made: _Division, loose: Sequence[tuple[Term, str]]) -> None:
    """Gives the numbers told apart from any pay: to the job they name, to all, or one each."""
    for sense in dict.fromkeys(sense for _, sense in loose):
        terms = [term for term, other in loose if other == sense]
        if len(terms) == len(made.jobs) and sense not in GLOBAL:
            _give_each(made, terms, [_named(made, made.jobs, term, (_CLAUSE,)) for term in terms], sense)
            continue
        spent = sense in ("cost", "unitcost")
        named = [None if sense in GLOBAL else _named(made, made.jobs, term, by_role=not spent) for term in terms]
        for term, job in zip(terms, named, strict=True):
            likely = _likeliest(made.jobs, sense)
            if job is not None and not _ALL.search(made.clause(term, _STRONG)):
                _give(made, [job], term, sense)
            elif sense in SHARED or _is_of_all(made, term, sense):
                _give(made, made.jobs, term, sense)
            elif likely is not None:
                _give(made, [likely], term, sense)
            else:
                made.unclear = True


def _give_each(made: _Division, terms: Sequence[Term], named: Sequence[Job | None], sense: str) -> None:
    """One number for each job: those named to theirs, the others in order."""
    left = [job for job in made.jobs if not any(job is name for name in named)]
    taken: list[Job] = []
    for term, name in zip(terms, named, strict=True):
        again = any(name is job for job in taken)
        job = name if name is not None and not (again and left) else left.pop(0) if left else made.jobs[-1]
        taken.append(job)
        _give(made, [job], term, sense)


def _likeliest(jobs: Sequence[Job], sense: str) -> Job | None:
    """The job a number is of that no words name: the one that has such a number, the new one, the one not paid by the year."""
    having = [job for job in jobs if job.has(sense)]
    present = [job for job in jobs if job.sense == "now"]
    if len(having) == 1 or (sense in ("rise", "raises", "fall") and len(present) == 1):
        return (having or present)[0] if len(having) == 1 else present[0]
    new = [job for job in jobs if job.sense != "now"]
    if len(new) == 1:
        return new[0]
    free = [job for job in new if job.anchor.per not in (None, "year", "month")]
    if len(free) == 1 and sense in ("cost", "unitcost", "unpaid", "off", "ontop", "plus", "items"):
        return free[0]
    return jobs[0] if len(jobs) == 1 else None


def _named(
    made: _Division,
    jobs: Sequence[Job],
    term: Term,
    marked: Sequence[re.Pattern[str]] = (_STRONG, _SENTENCE),
    *,
    by_role: bool = True,
) -> Job | None:
    """The one job whose own words stand beside a number."""
    for marks in marked:
        clause = made.clause(term, marks)
        words = _words(clause)
        scores = [
            len(words & (job.words - set().union(*(o.words for o in jobs if o is not job)))) + 2 * bool(words & nth)
            for job, nth in zip(jobs, (*_NTH, *[set()] * len(jobs)), strict=False)
        ]
        best = max(scores, default=0)
        if best and scores.count(best) == 1:
            return jobs[scores.index(best)]
        present = [job for job in jobs if job.sense == "now"]
        if by_role and len(present) == 1 and len(jobs) == CLOSE:
            now, new = bool(_PRESENT.search(clause)), bool(_NEW.search(clause))
            if now != new:
                return present[0] if now else next(job for job in jobs if job is not present[0])
    return None


def _words(text: str) -> set[str]:
    return {word if len(word) == 1 else word.lower() for word in _WORD.findall(text)} - _PLAIN


def _give(made: _Division, jobs: Sequence[Job], term: Term, sense: str) -> None:
    """A number for these jobs, in the place of one told in an earlier turn."""
    for job in jobs:
        older = [old for old in job.by.get(sense, ()) if made.turn(old) < made.turn(term)]
        if older and (sense not in ADDED or _INSTEAD.search(made.clause(term, _SENTENCE))):
            made.work.used |= {old.start for old in older}
            kept = [old for old in job.by[sense] if old not in older]
            job.by[sense] = [*kept, in_its_terms(older[-1], term)]
        else:
            job.by.setdefault(sense, []).append(term)


def _part_counts(made: _Division) -> None:
    """Two counts of a kind told behind one job are one of each: "45 hours against my 40"."""
    for senses in PAIRED:
        having = [job for job in made.jobs if job.has(*senses)]
        if len(having) != 1:
            continue
        terms = sorted(((t, s) for s in senses for t in having[0].by.get(s, ())), key=lambda item: item[0].start)
        turns = {made.turn(term) for term, _ in terms}
        if len(terms) != CLOSE or len(turns) > 1 or (senses[0] == "hours" and having[0].anchor.per == "hour"):
            continue
        named = [_named(made, made.jobs, term, (_CLAUSE,)) for term, _ in terms]
        if senses[0] in NAMED and (None in named or named[0] is named[1]):
            continue
        if named[0] is named[1]:
            named = [None, None]
        for sense in senses:
            having[0].by.pop(sense, None)
        left = [job for job in made.jobs if not any(job is name for name in named)]
        for (term, _), name in zip(terms, named, strict=True):
            job = name or (left.pop(0) if left else made.jobs[-1])
            job.by.setdefault(senses[0], []).append(term)


def _move_shares(jobs: Sequence[Job]) -> None:
    """A chance, payout or fall is of the job that has what it is of."""
    for sense, bases in OF.items():
        having = [job for job in jobs if job.has(*bases)]
        for job in jobs:
            if job.has(sense) and not job.has(*bases) and len(having) == 1:
                having[0].by.setdefault(sense, []).extend(job.by.pop(sense))


def _find_rates(jobs: Sequence[Job]) -> None:
    """A small pay that says no period is one by the hour where hours are told."""
    hourly = any(job.has("hours", "hours2", "shifth") or job.anchor.per == "hour" for job in jobs)
    for job in jobs:
        if hourly and job.anchor.per is None and job.anchor.value <= A_RATE and not job.has("items", "days"):
            job.anchor = replace(job.anchor, per="hour")


def _lend_counts(jobs: Sequence[Job]) -> None:
    """A count told with one job serves another that is paid by time and has none."""
    for sense in COUNTS:
        having = [job for job in jobs if job.has(sense)]
        if len(having) != 1 or (sense == "weeks" and having[0].has("days")):
            continue
        for job in jobs:
            if job is not having[0] and _lacks(job, sense):
                job.by[sense] = list(having[0].by[sense])


def _lacks(job: Job, sense: str) -> bool:
    per = job.anchor.per
    if sense == "hours":
        return per == "hour" and not job.has("hours", "hours2", "shifts", "shifth", "dweek")
    if sense == "weeks":
        return per in ("hour", "day", "week", "shift") and not job.has("days", "unpaid", "weeks", "off")
    if sense == "shifth":
        return per == "hour" and job.has("shifts", "dweek")
    if sense == "dweek":
        return per == "day" and not job.has("days")
    return sense == "mult" and job.has("othours", "otafter")

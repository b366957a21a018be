"""Jobs: the numbers of a message divided between the jobs, offers or ways that it compares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.frames import Parts
from assistant.offline.algebra.job_parting import find_rates, lend_counts, move_shares, part_counts
from assistant.offline.algebra.job_words import (
    CLAUSE,
    CLOSE,
    PRESENT,
    SENTENCE,
    STRONG,
    WEAK,
    Division,
    Job,
    name_job,
    words_of,
)
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
_ALL = re.compile(
    r"\b(?:both|each|either|same|beide\w*|jeweils|gleiche\w*|ambos|ambas|dono|(?:of|on) (?:the|any) (?:difference|extra|raise|rise|increase|gap)|the extra)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:both|each job|either|beide\w*|ambos|dono)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:sorry|actually|instead|rather|scrap|misread|typo|make it|made it|came|went|what if|if|only|really|just|correction|not|now|upped|changed|up to|down to|moved)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:other|vs|versus|or|against|rival|second|which|difference|diff|gap|compar\w*|better|best|more|beats?|than|mine|my (?:current|present|job|now)|oder|mehr|besser|anderes?|statt|contre|ou|cual|qual|lequel|which|wins?|both|each|current\w*|salaried|perm\w*)\b",
    re.IGNORECASE,
)
"""Words with which a later message opens another job."""


def divide(parts: Parts, work: Work) -> list[Job] | None:
    """The jobs of a message with their numbers; None where it tells of fewer than two."""
    found = sorted(((term, sense) for sense, terms in parts.by.items() for term in terms), key=lambda f: f[0].start)
    made = Division(parts.message.text, work)
    for turn in sorted({made.turn(term) for term, _ in found}):
        here = [(term, sense) for term, sense in found if made.turn(term) == turn]
        owners = _open(made, here)
        if owners is None:
            return None
        _hand_out(made, here, owners)
        if len(made.jobs) == CLOSE:
            part_counts(made)
    if len(made.jobs) < CLOSE or made.unclear or made.waiting:
        return None
    move_shares(made.jobs)
    find_rates(made.jobs)
    lend_counts(made.jobs)
    return made.jobs


def _open(made: Division, here: Sequence[tuple[Term, str]]) -> list[tuple[Term, Job]] | None:
    """The anchors of a turn with the job that each opens or changes."""
    owners: list[tuple[Term, Job]] = []
    before = list(made.jobs)
    anchors = [(term, sense) for term, sense in here if sense in ANCHORS]
    for term, sense in anchors:
        job = _changed(made, before, term, sense) if before else None
        if job is None and len(before) == 1 and sense == before[0].sense and not _is_another(made, before[0], term):
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


def _is_another(made: Division, job: Job, term: Term) -> bool:
    """Whether the pay of a later message opens a job beside the one told before: by its words, its period or its size."""
    others = job.anchor.per and term.per and job.anchor.per != term.per
    words = _OPENS.search(made.text, made.text.rfind("\n", 0, term.start))
    return bool(words or others) or not could_replace("pay", job.anchor, term)


def _changed(made: Division, before: Sequence[Job], term: Term, sense: str) -> Job | None:
    """The job whose pay a later number is: said again, or in the place of the earlier one."""
    same = [job for job in before if job.sense == sense]
    again = [job for job in same if job.anchor.value == term.value]
    if again:
        return again[0]
    if not same or len(before) < CLOSE:
        return None
    named = name_job(made, before, term)
    if named is not None:
        return named
    if {"third", "3rd", "C", "another"} & words_of(made.clause(term, SENTENCE)):
        return None
    return min(same, key=lambda job: abs(float(job.anchor.value) / float(term.value) - 1) if term.value else 9.0)


def _hand_out(made: Division, here: Sequence[tuple[Term, str]], owners: Sequence[tuple[Term, Job]]) -> None:
    """Gives every other number of a turn to its job, or to all."""
    edges = [_edge(made.text, first.end, second.start) for (first, _), (second, _) in pairwise(owners)]
    turn = made.turn(here[0][0])
    lines = made.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:turn])
    bounds = [start, *edges, start + len(lines[turn])]
    for place, (_, job) in enumerate(owners):
        job.words |= words_of(
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
    start = max((m.end() for m in SENTENCE.finditer(text, low, anchor.start)), default=low)
    end = next((m.start() for m in SENTENCE.finditer(text, anchor.end, high)), high) if last else high
    return text[start:end]


def _edge(text: str, low: int, high: int) -> int:
    """Where the words of one job end and those of the next begin."""
    for marks in (STRONG, WEAK):
        found = [match.start() for match in marks.finditer(text, low, high)]
        if found:
            return found[-1]
    return high


def _is_of_all(made: Division, term: Term, sense: str) -> bool:
    """Whether words tell that a number holds for all jobs: "both 10%", "same hours"."""
    if sense in SHARED:
        return bool(_ALL.search(made.clause(term, STRONG)))
    before, behind = made.text[max(0, term.start - 12) : term.start], made.text[term.end : term.end + 20]
    return bool(_EVERY.search(STRONG.split(before)[-1]) or _EVERY.search(STRONG.split(behind)[0]))


def _is_apart(text: str, anchor: Term, term: Term) -> bool:
    """Whether a number stands in another sentence than the pay beside it."""
    low, high = sorted((anchor, term), key=lambda t: t.start)
    return bool(SENTENCE.search(text, low.end, high.start))


def _costly(made: Division, owner: Job, term: Term, sense: str) -> Job:
    """The job a cost is of: the new one where it is only told behind the present pay."""
    if sense not in ("cost", "unitcost") or owner.sense != "now" or owner.by.get(sense):
        return owner
    others = [job for job in made.jobs if job.sense != "now" and not job.has(sense)]
    told = len(others) == 1 and others[0].anchor.start < term.start
    return others[0] if told and not PRESENT.search(made.clause(term, CLAUSE)) else owner


def _hand_out_loose(made: Division, loose: Sequence[tuple[Term, str]]) -> None:
    """Gives the numbers told apart from any pay: to the job they name, to all, or one each."""
    for sense in dict.fromkeys(sense for _, sense in loose):
        terms = [term for term, other in loose if other == sense]
        if len(terms) == len(made.jobs) and sense not in GLOBAL:
            _give_each(made, terms, [name_job(made, made.jobs, term, (CLAUSE,)) for term in terms], sense)
            continue
        spent = sense in ("cost", "unitcost")
        named = [None if sense in GLOBAL else name_job(made, made.jobs, term, by_role=not spent) for term in terms]
        for term, job in zip(terms, named, strict=True):
            likely = _likeliest(made.jobs, sense)
            if job is not None and not _ALL.search(made.clause(term, STRONG)):
                _give(made, [job], term, sense)
            elif sense in SHARED or _is_of_all(made, term, sense):
                _give(made, made.jobs, term, sense)
            elif likely is not None:
                _give(made, [likely], term, sense)
            else:
                made.unclear = True


def _give_each(made: Division, terms: Sequence[Term], named: Sequence[Job | None], sense: str) -> None:
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


def _give(made: Division, jobs: Sequence[Job], term: Term, sense: str) -> None:
    """A number for these jobs, in the place of one told in an earlier turn."""
    for job in jobs:
        older = [old for old in job.by.get(sense, ()) if made.turn(old) < made.turn(term)]
        if older and (sense not in ADDED or _INSTEAD.search(made.clause(term, SENTENCE))):
            made.work.used |= {old.start for old in older}
            kept = [old for old in job.by[sense] if old not in older]
            job.by[sense] = [*kept, in_its_terms(older[-1], term)]
        else:
            job.by.setdefault(sense, []).append(term)

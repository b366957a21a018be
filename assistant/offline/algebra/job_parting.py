"""Job parting: counts that stand beside one job and are also, or only, another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.offline.algebra.job_words import CLAUSE, CLOSE, Division, Job, name_job

NAMED = frozenset({"tax", "cost"})
"""Parts of which a job may have several: they are parted only where words name both jobs."""
PAIRED = (("tax",), ("cost",), ("hours", "hours2"), ("sal",), ("weeks",), ("off",), ("dweek",), ("days",), ("pens",))
"""Counts of which a job has only one."""
OF = {"fall": ("grant", "stock"), "chance": ("bonus", "bpct", "grant", "stock", "own"), "attain": ("bpct", "bonus", "bmonths"), "factor": ("bpct", "bonus", "grant"), "years": ("grant", "own", "shares"), "dilute": ("own",)}  # fmt: skip
"""Parts that tell how much of another counts."""
COUNTS = ("hours", "weeks", "shifth", "shifts", "dweek", "mult")
"""Counts told once that serve every job paid by time."""
A_RATE = 200
"""Up to here a bare amount beside hours is an hour's."""


def part_counts(made: Division) -> None:
    """Two counts of a kind told behind one job are one of each: "45 hours against my 40"."""
    for senses in PAIRED:
        having = [job for job in made.jobs if job.has(*senses)]
        if len(having) != 1:
            continue
        terms = sorted(((t, s) for s in senses for t in having[0].by.get(s, ())), key=lambda item: item[0].start)
        turns = {made.turn(term) for term, _ in terms}
        if len(terms) != CLOSE or len(turns) > 1 or (senses[0] == "hours" and having[0].anchor.per == "hour"):
            continue
        named = [name_job(made, made.jobs, term, (CLAUSE,)) for term, _ in terms]
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


def move_shares(jobs: Sequence[Job]) -> None:
    """A chance, payout or fall is of the job that has what it is of."""
    for sense, bases in OF.items():
        having = [job for job in jobs if job.has(*bases)]
        for job in jobs:
            if job.has(sense) and not job.has(*bases) and len(having) == 1:
                having[0].by.setdefault(sense, []).extend(job.by.pop(sense))


def find_rates(jobs: Sequence[Job]) -> None:
    """A small pay that says no period is one by the hour where hours are told."""
    hourly = any(job.has("hours", "hours2", "shifth") or job.anchor.per == "hour" for job in jobs)
    for job in jobs:
        if hourly and job.anchor.per is None and job.anchor.value <= A_RATE and not job.has("items", "days"):
            job.anchor = replace(job.anchor, per="hour")


def lend_counts(jobs: Sequence[Job]) -> None:
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

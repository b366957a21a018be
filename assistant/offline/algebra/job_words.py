"""Job words: the jobs of a message with the words they are told in, and which of them the words beside a number name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.frames import Parts
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

CLOSE = 2
"""So many jobs can be told apart as the present and the new one."""
STRONG = re.compile(
    r"[.?!](?=\s|$)|\.\.+|[;\n]|\b(?:vs|versus|against|compared|or|whereas|while|oder|gegen\w*|statt|contre|ou|albo|instead of)\b",
    re.IGNORECASE,
)
WEAK = re.compile(r"[,:/]|\b(?:and|but|then|und|aber|y|e|et|mais|mas|a|aur)\b", re.IGNORECASE)
CLAUSE = re.compile(f"{STRONG.pattern}|{WEAK.pattern}", re.IGNORECASE)
SENTENCE = re.compile(r"[.?!](?=\s|$)|\.\.\.|[;\n]")
PRESENT = re.compile(
    r"\b(?:now|current\w*|present\w*|today|stay\w*|old|my (?:job|pay|boss)|heute|jetzt|aktuell\w*|abhi|hoy|ahora|atual\w*|actuel\w*|aujourd'hui|counter\w*|here)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:new|offer\w*|theirs?|they|there|would|i'd|move|moving|neue\w*|nuev\w+|nouve\w+|nov\w+)\b", re.IGNORECASE
)
_NTH = ({"A", "first", "1st", "former"}, {"B", "second", "2nd", "latter", "other"}, {"C", "third", "3rd"})
_WORD = re.compile(r"\b[A-D]\b|\b[A-Z]\d\b|[^\W\d_]{3,}|1st|2nd|3rd")
_PLAIN = frozenset(["the", "and", "for", "per", "year", "month", "week", "hour", "hours", "weeks", "pay", "pays", "with", "job", "salary", "base", "bonus", "have", "what", "which", "more", "would", "from", "that", "this", "than", "they", "you", "are", "not", "but", "plus", "all", "day", "days", "offer", "offers", "total", "much", "how"])  # fmt: skip


@dataclass
class Job:
    """One of the jobs: the number that opened it, what else is told of it and the words it is told in."""

    anchor: Term
    sense: str
    by: dict[str, list[Term]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def parts(self, message: Message, tag: str) -> Parts:
        """Its numbers as those of a sum, whose steps end in a tag."""
        return Parts(message, {sense: tuple(terms) for sense, terms in self.by.items()}, tag)

    def has(self, *senses: str) -> bool:
        """Whether it has a number of one of these parts."""
        return any(self.by.get(sense) for sense in senses)


@dataclass
class Division:
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


def name_job(
    made: Division,
    jobs: Sequence[Job],
    term: Term,
    marked: Sequence[re.Pattern[str]] = (STRONG, SENTENCE),
    *,
    by_role: bool = True,
) -> Job | None:
    """The one job whose own words, or whose place as the present or new one, stand beside a number."""
    for marks in marked:
        clause = made.clause(term, marks)
        words = words_of(clause)
        scores = [
            len(words & (job.words - set().union(*(o.words for o in jobs if o is not job)))) + 2 * bool(words & nth)
            for job, nth in zip(jobs, (*_NTH, *[set()] * len(jobs)), strict=False)
        ]
        best = max(scores, default=0)
        if best and scores.count(best) == 1:
            return jobs[scores.index(best)]
        present = [job for job in jobs if job.sense == "now"]
        if by_role and len(present) == 1 and len(jobs) == CLOSE:
            now, new = bool(PRESENT.search(clause)), bool(_NEW.search(clause))
            if now != new:
                return present[0] if now else next(job for job in jobs if job is not present[0])
    return None


def words_of(text: str) -> set[str]:
    """The words of a text that can name a job."""
    return {word if len(word) == 1 else word.lower() for word in _WORD.findall(text)} - _PLAIN

"""Draft lines: a message cut into sentences and clauses, and what each of them does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from assistant.checks import flaw_patterns as words
from assistant.checks.flaw_patterns_abroad import ABROAD
from assistant.checks.phrases import known_tags
from assistant.domain.amounts import WrittenAmount, read_amounts

LineTag = Literal[
    "accepted_before", "accepts", "aggressive", "apologetic", "ask", "current_pay", "need", "other_offer", "reason",
    "ultimatum", "vague", "warm",
]  # fmt: skip
ReadLines = Callable[[Sequence[str]], Sequence[Mapping[str, float]]]
"""Scores (about 0-1) of what each line does, by tag; the reader of the library is one."""

LEAST_WORDS = 3
_SENTENCE = re.compile(
    r"(?:(?:\b(?:Ms|Mr|Mrs|Dr|St|Prof|Sr|Sra|approx|acc|vs|Inc|ca|no|incl|excl)|\be\.g|\bi\.e|\betc|\bz\.B|\bp\.[am])\."
    r"(?=[ ,)])|(?<![^\n])\d{1,2}\.(?=[ \t])|[^.!?\n]|[.!?](?=[\w$€£]))+[.!?:)\"”’]*\s*|\n+|[.!?]+\s*"
)
_JOINT = re.compile(
    r"(?:[,;]? \b(?:and|but|so|because|as|since|cause|und|aber|weil|denn|pero|porque|mais|car(?= (?:je|j'|nous|il|elle|le|la|les|c'est|mon|ma|mes|votre|on)\b)|e|y|et|mas)\b "
    r"| (?=(?:given|considering|based on|due to) )|, (?=(?:otherwise|or|if|i|we|you|it)\b)|, | [-–—] |; |\s?\()",
    re.IGNORECASE,
)
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Mx|St|Sr|Sra)\.|[^,!.:;?\n–—-]|(?<=\w)-(?=\w)){0,40}"
_OPENER = (
    r"(?!(?:\w+ly|thanks?|thank you|also|however|but|and|or|if|when|while|as|since|because|though|although|after|before|once|unless"
    r"|until|what|where|how|why|that|this|then|now|today|tomorrow|yesterday|so|yes|yeah|no|ok|okay|sure|well|still|just|can|could"
    r"|may|might|must|should|would|will|shall|do|did|does|have|had|am|was|again|here|there|perhaps|maybe|sorry|hope|think|guess"
    r"|wish|everything|all|which|given|based|first|second|third|next|last|instead|anyway|glad|happy|please|the|it|in|at|on|for|from"
    r"|look|listen|great|wow|congrats|regards|best|cheers|one|two|three|to|with|nope|good|nice|fine|right|i|we|you)\b)"
)
"""No name of a person begins a message with one of these."""
GREETING = re.compile(
    r"(?:(?:hi|hello|hey|heya|hiya|dear|good (?:morning|afternoon|evening|day)|hoi|hej|hei|hallo|liebe[rs]?|sehr geehrte[rs]?"
    r"|guten (?:tag|morgen)|moin|servus|hola|buen[oa]s \w+|estimad[oa]|querid[oa]|bonjour|salut|chère|cher|oi|olá|car[oa]"
    r"|prezad[oa]|ciao|gentile|beste|geachte|kære|merhaba|namaste|respected|to whom it may concern)\b"
    rf"{_NAME}[,!:–—.-]+(?=\s|$)|(?-i:(?:(?:Mr|Ms|Mrs|Dr|Herr|Frau|Prof)\.? )?[A-Z]\w+(?: [A-Z]\w+)?,)(?=\s*$|\n)"
    r"|(?-i:(?:Mr|Ms|Mrs|Mx|Dr|Herr|Frau|Prof)\.? [A-Z][\w'-]+,)(?=\s)"
    rf"|{_OPENER}(?-i:[A-Z][\w'’-]+(?:,(?=\s|$)|(?= I\b|$))))\s*",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|should (?:you|this|it|the)|otherwise|or else|wenn|falls|sollte|sonst|si|de lo contrario|se|senão|caso|sinon|als)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s")

PATTERNS: dict[LineTag, re.Pattern[str]] = {
    "accepted_before": words.ACCEPTED,
    "accepts": words.ACCEPT,
    "aggressive": words.AGGRESSIVE,
    "apologetic": words.APOLOGY,
    "ask": words.ASK,
    "current_pay": words.CURRENT_PAY,
    "need": words.NEED,
    "other_offer": words.OTHER_OFFER,
    "reason": words.REASON,
    "ultimatum": words.ULTIMATUM,
    "vague": words.VAGUE,
    "warm": words.WARMTH,
}
TRUST: dict[LineTag, tuple[float, float]] = {
    "accepted_before": (0.15, 0.45),
    "accepts": (0.25, 0.45),
    "aggressive": (0.15, 0.5),
    "apologetic": (0.15, 0.45),
    "ask": (0.15, 0.4),
    "current_pay": (0.0, 0.45),
    "need": (0.2, 0.42),
    "other_offer": (0.0, 0.42),
    "reason": (0.15, 0.33),
    "ultimatum": (0.0, 0.48),
    "vague": (0.25, 0.42),
    "warm": (0.0, 0.38),
}
LEAST_OF_CLAUSE = 0.3
"""What a clause must score to belong to the words before it that show a flaw."""
LEAST_OF_SENTENCE = 0.15
"""What a sentence must score by itself before one of its clauses can speak for it."""
"""The least score at which a line does it: where its words show it too, and where they do not.

Chosen on lines held out from the reader (eight folds), for precision before recall; the words alone are right in 43
(reasons) to 100 (ultimatums) of 100 such lines. What is missing from a message (thanks, a reason) is told by nothing
in it, so those two are believed sooner.
"""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with its place in the message, and its scores."""

    text: str
    start: int
    scores: Mapping[str, float] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Part:
    """A sentence of the message with its place, the amounts in it, its clauses and its scores.

    `told` is what one of the sentences a rewrite adds does; then neither words nor scores are asked.
    """

    text: str
    start: int
    amounts: tuple[WrittenAmount, ...] = ()
    clauses: tuple[Clause, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    told: frozenset[str] | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_ITEM.match(self.text))

    def score(self, tag: LineTag) -> float | None:
        """The best score of the sentence and its clauses; None without a reader."""
        if not self.scores:
            return None
        whole = self.scores.get(tag, 0.0)
        speaks = [clause for clause in self.clauses if len(clause.text.split()) > LEAST_WORDS]
        return max(whole, *(clause.scores.get(tag, 0.0) for clause in speaks if whole >= LEAST_OF_SENTENCE), 0.0)

    def does(self, tag: LineTag) -> bool:
        """Whether the sentence does that, by its words and by its likeness to known lines."""
        if self.told is not None:
            return tag in self.told
        if ABROAD[tag].search(self.text):
            return True
        shown, score = bool(PATTERNS[tag].search(self.text)), self.score(tag)
        if score is None:
            return shown
        with_words, alone = TRUST[tag]
        return (shown and score >= with_words) or score >= alone

    def spans(self, tag: LineTag) -> list[tuple[int, int]]:
        """Where in the message it does that: the words that show it, else the likest clauses, else all of it."""
        if not self.does(tag):
            return []
        if self.told is not None:
            return [(self.start, self.end)]
        patterns = (PATTERNS[tag], ABROAD[tag])
        shown = [match.span() for pattern in patterns for match in pattern.finditer(self.text) if match.group().strip()]
        found = [self._narrow(tag, self.start + start, self.start + end) for start, end in shown]
        alone = TRUST[tag][1]
        found += [
            (clause.start, clause.end)
            for clause in self.clauses
            if clause.scores.get(tag, 0.0) >= alone
            and not any(start < clause.end and clause.start < end for start, end in found)
        ]
        if tag == "ultimatum" and not shown:
            found = [self._with_condition(start, end) for start, end in found]
        return sorted(found) or [(self.start, self.end)]

    def _with_condition(self, start: int, end: int) -> tuple[int, int]:
        """A threat with the condition it hangs on, and all that follows from it."""
        condition = _CONDITION.search(self.text)
        return (min(start, self.start + condition.start()), self.end) if condition else (start, end)

    def _narrow(self, tag: LineTag, start: int, end: int) -> tuple[int, int]:
        """A stretch of words without the clauses at its end that do not do that."""
        if tag == "ultimatum":  # the condition and what follows from it belong together
            return start, end
        for clause in reversed(self.clauses):
            if start < clause.start < end and clause.scores.get(tag, 1.0) < LEAST_OF_CLAUSE:
                end = clause.start
            elif clause.start < end:
                break
        return start, end


def split_message(text: str, read_lines: ReadLines | None = None) -> list[Part]:
    """The sentences of a message, without the white space around them, read by `read_lines` if given.

    A greeting is a part of its own.

    >>> [part.text for part in split_message("Dear Ms. Roy, thanks. I ask for 95k.")]
    ['Dear Ms. Roy,', 'thanks.', 'I ask for 95k.']
    """
    amounts = read_amounts(text)
    parts = []
    for start, end in _sentences(text):
        held = tuple(amount for amount in amounts if start <= amount.start < end)
        sentence = text[start:end]
        clauses = tuple(_cut_clauses(sentence, start))
        parts.append(Part(sentence, start, held, clauses, told=known_tags(sentence)))
    return parts if read_lines is None else _read(parts, read_lines)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    first = True
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if not sentence:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = start + len(sentence)
        greeting = GREETING.match(text, start, end) if first else None
        first = False
        if greeting and greeting.end() < end:
            yield start, start + len(greeting.group().rstrip())
            start = greeting.end()
        yield start, end


def _cut_clauses(sentence: str, start: int) -> Iterator[Clause]:
    """The clauses, those of fewer than three words joined with the one before."""
    joints = [0, *(match.start() for match in _JOINT.finditer(sentence) if match.start()), len(sentence)]
    ends = [joints[0]]
    for place in joints[1:]:
        if len(sentence[ends[-1] : place].split()) >= LEAST_WORDS + (len(ends) > 1) or place == len(sentence):
            ends.append(place)
    if len(ends) > 2 and len(sentence[ends[-2] :].split()) <= LEAST_WORDS - 1:
        del ends[-2]
    for first, last in pairwise(ends):
        yield Clause(sentence[first:last], start + first)


def _read(parts: list[Part], read_lines: ReadLines) -> list[Part]:
    lines = list(dict.fromkeys([p.text for p in parts] + [_bare(c.text) for p in parts for c in p.clauses]))
    scores = dict(zip(lines, read_lines(lines), strict=True))
    return [
        Part(
            part.text,
            part.start,
            part.amounts,
            tuple(Clause(c.text, c.start, scores[_bare(c.text)]) for c in part.clauses),
            scores[part.text],
            part.told,
        )
        for part in parts
    ]


def _bare(clause: str) -> str:
    """A clause without the joint it begins with."""
    return re.sub(r"^[\s,;()–—-]*(?:(?:and|but|so)\b )?", "", clause, flags=re.IGNORECASE).strip() or clause

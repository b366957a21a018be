"""Reasons: the sentences by which a message supports what it asks, and what the person loses by coming."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.amounts import read_amounts
from assistant.domain.languages import find_language
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.clause_patterns import REASON_MARK
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.fluency import as_reason, is_noun_phrase, is_sentence
from assistant.offline.briefs.hinglish import in_english, is_hinglish
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.prose import sentence, tidy, to_you
from assistant.offline.briefs.wording import YEARS_ALONE, YEARS_OF

_BECAUSE_OF = lazy(r"^\W*(?:and |but |so )*(?:because of|due to|on account of)\b", re.IGNORECASE)
_LED = lazy(r"^(?:(?:and|also|plus|but|so|as|since|because)\b[:,]?\s*)+(?=\w)", re.IGNORECASE)
_WISHES = lazy(r"\b(?:mujhe|mereko|hame) [^,]*?\b(?:chahiye|chaiye|mangta)\b,?\s*", re.IGNORECASE)
"""What is wished for, in Hindi, before its reason."""
_YEARS_IN_HINDI = lazy(r"\d (?:saal|sal)\b", re.IGNORECASE)
_VESTS = lazy(r"\W*(?:that |which )?vest", re.IGNORECASE)
_SAID_TO_ME = lazy(
    r",? ?(?:and )?that'?s (?:the|my) (?:whole |main |only )?(?:argument|reason|case|point|pitch)\b.*$|,?\s*(?:and |but )?(?:don't|do not|never|not) (?:name|mention|say|tell)\b.*$|^to (?:give|use|say): ?",
    re.IGNORECASE,
)


def without_asks(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses without those that say whom the message goes to or what it asks."""
    told = [item for item in mentions if item.role in ("to", "want")]
    parted = (
        replace(clause, words=clause.words[wish.end() :], start=clause.start + wish.end())
        if clause.role == "reason" and (wish := _WISHES.match(clause.words)) and wish.end() < len(clause.words)
        else clause
        for clause in clauses
    )
    return [
        clause
        for clause in parted
        if clause.role not in ("reason", "rest") or not any(clause.start <= item.start < clause.end for item in told)
    ]


def list_reasons(clauses: Sequence[Clause]) -> Iterator[str]:
    """The reasons as whole sentences about the person."""
    for clause in clauses:
        if clause.role == "ask":
            notes = [tidy(part) for part in clause.words.split(",")[1:]]
            yield from (sentence(as_reason(part)) for part in notes if YEARS_OF.fullmatch(part) and as_reason(part))
            years = filter(None, map(YEARS_ALONE.fullmatch, notes))
            yield from (f"I bring {alone['number']} years of experience." for alone in years)
        if clause.role == "reason" and not _VESTS.match(clause.words):
            mark = REASON_MARK.match(lexicon.fold(clause.words))
            if find_language(lexicon.fold(clause.words)) not in (None, "Hindi"):
                continue
            if is_hinglish(clause.words) or _YEARS_IN_HINDI.search(clause.words):
                if told := in_english(clause.words[mark.end() if mark else 0 :]):
                    yield sentence(told)
                continue
            words = _SAID_TO_ME.sub("", to_you(tidy(clause.words[mark.end() if mark else 0 :])))
            if mark and _BECAUSE_OF.match(mark.group()):
                if is_noun_phrase(words):
                    yield f"The reason is {words}."
                continue
            parts = re.split(r";\s*|,\s+(?=(?:and |also )?(?:[a-z]+ed|led|built|ran|wrote|I)\b)|(?<!\d)\s\+\s", words)
            for part in parts if all(as_reason(part) for part in parts) else [words]:
                if reason := as_reason(part):
                    yield sentence(reason)


_THOUGH = re.compile(r",? (?:though|however|anyway)$", re.IGNORECASE)

_SUM_FIRST = re.compile(
    r"^(?:it'?s|that'?s|its) (?P<sum>\S+) (?:that )?I (?P<verb>lose|forfeit|give up|leave behind|would lose)\b",
    re.IGNORECASE,
)
"""A loss told with its sum first: "it's 55k I lose by leaving"."""


def list_losses(clauses: Sequence[Clause]) -> Iterator[str]:
    """What is given up, as whole sentences."""
    losing = False
    for clause in clauses:
        sums = [item for item in read_amounts(clause.words) if item.kind == "money"]
        if clause.role == "loss" or (losing and clause.role in ("rest", "reason") and sums):
            words = _THOUGH.sub("", _LED.sub("", _SAID_TO_ME.sub("", tidy(clause.words))))
            words = _SUM_FIRST.sub(r"I \g<verb> \g<sum>", words)
            if re.match(r"leaving\b.*\bmeans I\b", words):
                words = f"For me, {words[:1].lower()}{words[1:]}"
            if (
                is_sentence(words)
                or re.match(r"(?:If|For|When|By) ", words, re.IGNORECASE)
                or is_sentence(f"I {words}")
            ):
                yield sentence(words if not words.lower().startswith(("lose ", "forfeit ", "walk ")) else f"I {words}")
        losing = clause.role == "loss"

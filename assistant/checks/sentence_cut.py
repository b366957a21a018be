"""Sentence cut: what is left of a sentence when the clauses with a flaw are taken out, if it can stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.checks import flaw_patterns as words
from assistant.checks.draft_lines import Clause, Part

LEAST_WORDS = 3
_JOINT = re.compile(
    r"^[\s,;()–—-]*(?:(?:and|but|so|und|aber|also|pero|y|mais|et|e|mas|en|maar|or|otherwise)\b,? )?", re.I
)
_SUBORDINATE = re.compile(
    r"^(?:because|since|as|cause|which|who|that|where|when|while|if|unless|for|with|to|or|than|weil|denn|da|dass|wenn"
    r"|porque|que|car|si|come|omdat|se)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:so|that|because|and|but|just|since|with|is|if|to|of|a|the|my|in|for|at|as)$", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"^(?:i|we|you|it|they|he|she|the|this|that|these|my|our|your|there|thanks?|thx|ty|could|can|would|will|may|is|are|do"
    r"|does|please|let|looking|happy|based|given|considering|in view|for|after|great|so|any|how|what|hope|with|ich|wir"
    r"|das|die|der|mit|bei|könnten|wäre|danke|vielen|me|mi|yo|la|el|los|podr\w+|gracias|je|nous|le|merci|pour\w+|eu|a|o"
    r"|seria|daria|obrigad[oa]|nós|dank|bedankt|zou|grazie|vorrei|sarebbe)\b|^\W*(?:i'|it'|we')",
    re.IGNORECASE,
)
_PUSHES = re.compile(r"\b(?:need|must|demand|want|give me|get me|pay me|expect|make it|insist)\b", re.IGNORECASE)


def keep_clauses(part: Part, cuts: Iterable[tuple[int, int]]) -> str:
    """The clauses of a sentence that no cut touches, as a sentence or two; empty when none can stand alone.

    >>> from assistant.checks.draft_lines import split_message
    >>> part = split_message("I earn 140k now, so could we do 165k?")[0]
    >>> keep_clauses(part, [(0, 16)])
    'Could we do 165k?'
    """
    spans = list(cuts)
    runs: list[list[Clause]] = [[]]
    for clause in part.clauses:
        if any(start < clause.end and clause.start < end for start, end in spans):
            runs.append([])
        else:
            runs[-1].append(clause)
    kept = [line for line in (_stand_alone(part, run) for run in runs if run) if line]
    return " ".join(kept)


def _stand_alone(part: Part, run: list[Clause]) -> str:
    first, last = run[0], run[-1]
    whole = part.text[first.start - part.start : last.end - part.start]
    text = _JOINT.sub("", whole).strip(" ,;–—-(")
    if part.is_item and first.start > part.start:
        return ""
    begins = first.start == part.start
    if not begins and (_SUBORDINATE.match(text) or not _SUBJECT.match(text)):
        return ""
    if _LEADS_ON.search(text) or (len(text.split()) < LEAST_WORDS and not words.WARMTH.search(text)):
        return ""
    if _PUSHES.search(text) and not words.REASON.search(text):
        return ""
    ends = last.end == part.end
    small = part.text[:1].islower()
    text = text if small else text[:1].upper() + text[1:]
    text = text.rstrip(" .,;:!") if not ends else text
    if re.search(r"[.!?…)]$", text):
        return text
    asks = re.match(
        r"(?:could|can|would|will|is|may|any|how|do|does|könnten|wäre|seria|daria|podr|pour)\w*\b", text, re.I
    )
    return text + ("?" if asks else ".")


def starts_small(text: str) -> bool:
    """Whether the person begins their sentences with small letters."""
    starts = re.findall(r"(?:^|[.!?]\s+|\n)([^\W\d_])", text)
    return bool(starts) and sum(letter.islower() for letter in starts) * 2 > len(starts)

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
    r"(?:[\s,]*\b(?:so|that|because|and|but|just|since|with|is|if|to|of|a|the|my|in|for|at|as|ent[aã]o|pues|alors|also|und"
    r"|aber|pero|mais|mas))+$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:just so (?:we're|you)|let me be|let's be|to be (?:honest|clear|frank)|honestly|frankly|my situation|further to"
    r"|as you know|i must say|i have to say|the thing is|i(?:'ve| have)? (?:did|done|ran|run|worked out) the (?:math|maths|numbers|sums)|regarding|with reference)\b[^,.]{0,60}$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:could|can|would|will|is|may|any|how|do|does|könnten|wäre|seria|daria|podr|pour)\w*\b", re.IGNORECASE
)
_GIVES_REASON = re.compile(
    r"(?:because|since|as (?:i|my|the|you)|cause|cuz|given|considering|in (?:view|light) of|based on|with (?:my|\w+ years)|due to|weil|denn"
    r"|da (?:ich|die)|mit mein\w+|aufgrund|porque|por mi|con mi|dado|compte tenu|vu|car|avec m\w+|pela|com minha|omdat|gezien"
    r"|vista la|dopo)\b",
    re.IGNORECASE,
)
_LEADS_TO_ASK = re.compile(
    r"(?:because of|given|considering|with|based on|since|as|for|con|mit|da|avec|vu|com|como|comme)\b.{3,}?"
    r"\b(?:could|can|would|may|i'd|i would|i was|i am|i'm|pedir[ií]a|me gustaría|quisiera|podr\w+|würde\w*|hätte|könnte\w*|wäre\w*|souhait\w+"
    r"|aimerais|pourr\w+|queria|gostaria|poderia\w*|proporia) ",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"(?:and|which|who|that|as well as|plus|und|y|et|e|en)\b", re.IGNORECASE)
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
    >>> keep_clauses(part, [(0, 15)])
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


def keep_reasons(part: Part, cuts: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """The reasons of a sentence that hang on its ask: those that lead to it, and those that follow it.

    >>> from assistant.checks.draft_lines import split_message
    >>> part = split_message("Given my ten years, could it be a bit more?")[0]
    >>> keep_reasons(part, [(20, 43)])
    ('Given my ten years', '')
    """
    spans = list(cuts)
    lead, tail = "", ""
    for clause in part.clauses:
        text = clause.text.strip(" ,;.?!")
        free = not any(start < clause.end and clause.start < end for start, end in spans)
        if free and _GIVES_REASON.match(text):
            if clause.start == part.start:
                lead = text
            elif not lead:
                tail = text
        elif free and lead and not tail and _CONTINUES.match(text):
            lead = part.text[: clause.end - part.start].strip(" ,;.?!")
    return lead, tail


def _stand_alone(part: Part, run: list[Clause]) -> str:
    first, last = run[0], run[-1]
    begins, ends = first.start == part.start, last.end == part.end
    if part.is_item and not begins:
        return ""
    whole = part.text[first.start - part.start : last.end - part.start]
    text = _JOINT.sub("", whole).strip(" ,;–—-(")
    text = text if ends else _LEADS_ON.sub("", text).rstrip(" .,;:!–—-")
    if not _is_whole(text) or (_PUSHES.search(text) and not words.REASON.search(text)):
        return ""
    leads = _GIVES_REASON.match(text) and not _LEADS_TO_ASK.match(text)
    if (
        begins
        and not ends
        and (leads or (_SUBORDINATE.match(text) and not _is_warm(text) and not _LEADS_TO_ASK.match(text)))
    ):
        return ""
    if not begins and not _stands(text):
        return ""
    text = text if part.text[:1].islower() else text[:1].upper() + text[1:]
    return text if re.search(r"[.!?…)]$", text) else text + ("?" if _QUESTION.match(text) else ".")


def _stands(text: str) -> bool:
    """Whether words from the middle of a sentence can begin one."""
    if _SUBORDINATE.match(text) or _GIVES_REASON.match(text):
        return bool(_LEADS_TO_ASK.match(text))
    return bool(_SUBJECT.match(text)) or (bool(words.REASON.search(text)) and len(text.split()) > LEAST_WORDS)


def _is_warm(text: str) -> bool:
    return bool(words.WARMTH.search(text))


def _is_whole(text: str) -> bool:
    """Whether the words say something by themselves: thanks, or a sentence that is more than its opening."""
    count = len(text.split())
    if _FILLER.match(text):
        return False
    if _is_warm(text) or (words.REASON.search(text) and count >= LEAST_WORDS):
        return True
    return count > LEAST_WORDS or (count == LEAST_WORDS and bool(words.ASK.search(text)))

"""Clauses: a message cut into pieces, each known by what it does: order, ask, reason, what they said, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.abbreviations import NOT_BEHIND_A_TITLE
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.clause_patterns import REASON_MARK, Role, read_role
from assistant.offline.briefs.pasted import find_received
from assistant.offline.briefs.roles import Function, divide

_QUOTE = lazy(r"[\"“”«»]([^\"“”«»\n]{3,600})[\"“”«»]|(?<![\w])'((?:[^'\n]|(?<=\w)'(?=\w)){6,400})'(?!\w)")
_LABELLED = lazy(
    r"^[ \t>]*(?:recruiter|hr|hm|hiring manager|them|they|she|he|manager|boss|cto|ceo|founder|her|him|agency)\s*:\s*(?P<words>(?![\"“'])[^\n.!?]+)",
    re.IGNORECASE | re.MULTILINE,
)

_MAIL_FROM = lazy(
    r"(?<!by )(?<!via )(?<!per )\b(?:e-?mail|mail|message|msg|text|letter|dm) from [^:\n]{2,40}: (?P<words>(?![\"“'])[^\n]+?)(?=\s*(?://|\n|←|$))",
    re.IGNORECASE,
)

_KEPT_BACK = lazy(r"\b(?:don'?t|dont|not|never|without|secret|private\w*|between us|out of)\b", re.IGNORECASE)
_PAYS_ME = lazy(r"\b(?:gave|offered|offers|pays|promised|quoted) me\b", re.IGNORECASE)
_OTHER_FIRM = lazy(
    r"\bcompany b\b|\b(?:other|another|second|2nd|competing|rival) (?:\w+ )?(?:offer|company|place|firm|one)\b",
    re.IGNORECASE,
)
_REASON_LABEL = lazy(
    r"\b(?:my |the |main )*(?:reasons?|why|(?:the )?(?:honest |real )?(?:truth|answer|story)|grund|begr[uü]ndung|raison|motivo|raz[oó]n)\s*[:=]\s*\Z",
    re.IGNORECASE,
)
_ABLE = lazy(
    r"\W*(?:and |also |plus )*i (?:also |already |fluently )*(?:speak|hold|have|passed|led|built|ran|run|lead|bring)\b",
    re.IGNORECASE,
)
"""What the person can, whatever language it names."""
_COSTS = lazy(
    r"\W*(?:the |my |a |our )?(?:quotes?|movers?|moving|removals?|rent|deposit|flights?|visa|permit|fees?|tuition|childcare|commute|cost|costs)\b[^.?!\n]{0,30}\b(?:is|are|came|comes|costs?|was|quotes?)\b",
    re.IGNORECASE,
)
"""What the person would pay, which is no word of theirs."""
_LEADS_ON = lazy(
    r"(?<=\w )(?:the|an?|my|your|their|our|his)\s*\Z|(?:^|\s)(?:i|we|you) (?:can|could|will|would)\s*\Z", re.IGNORECASE
)
"""Ends a piece in the middle of a phrase."""
_ASKS_SOMEBODY = lazy(r"\bask(?:ing)? [\w.]+(?: \w+)?(?: at [\w&]+(?: [\w&]+)?)?\s*$", re.IGNORECASE)
_FOR_A_SUM = lazy(r"\W*for (?:about |around )?[$€£¥₹]?\d", re.IGNORECASE)
"""What is asked for, behind who is asked."""
_ENDS_IT = lazy(
    r"\W*(?:instead of|rather than) (?:the )?\d|\W*(?:if|unless|when|in case|should) i (?:leave|quit|resign|go|left|stay)\b",
    re.IGNORECASE,
)
"""On what something hangs that stands before it."""
_BARE_VERB = lazy(
    r"(?:should|would be|would do|would work|must|has to|have to|needs? to|ought to) (?!i\b|we\b|you\b|they\b|it\b)[a-z]",
    re.IGNORECASE,
)
_LENGTH_BEHIND = lazy(
    r"[.;,]\s+(?P<length>(?:max |about |keep it )?\d+ ?(?:secs?|seconds?|lines?|words|sentences?)(?: max\w*| tops| only| please| pls)*\W*$)",
    re.IGNORECASE,
)
"""How long the message is to be, behind something else."""
_ADDED_BEHIND = lazy(
    r"[.;!]\s+(?P<added>(?:and |also |but |please |pls )*(?:add|mention|include)(?: that)? (?:i|i'm|im|i've|ive|my|the|we)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(NOT_BEHIND_A_TITLE + r"(?<=[.!?])\s+(?=[A-Z])")
_YEARS_BEHIND = lazy(r"[.;]\s+(?P<years>\d+\+? ?(?:years?|yrs?|yoe)\b)", re.IGNORECASE)
_ADDED = lazy(r"\W*(?:and |also |please |pls )*(?:add|say|mention|include|note|put)\b", re.IGNORECASE)
_ROLES: dict[Function, Role] = {
    "order": "order",
    "ask": "ask",
    "reason": "reason",
    "theirs": "said",
    "promise": "said",
    "rival": "rival",
    "loss": "loss",
    "style": "style",
}


@dataclass(frozen=True)
class Clause:
    """A piece of the message with its place; `text[start:end]` are its words."""

    role: Role
    start: int
    end: int
    words: str
    function: Function = "talk"


def quotations(text: str) -> list[tuple[int, int]]:
    """The places of what others are quoted with: in quotation marks, or behind "Recruiter:"."""
    places = [match.span() for match in _QUOTE.finditer(text)]
    places += [match.span("words") for match in _MAIL_FROM.finditer(text)]
    if received := find_received(text):
        places.append((received.start, received.end))
    return places + [match.span("words") for match in _LABELLED.finditer(text)]


def blank_quotations(text: str) -> str:
    """The text with quoted words blanked out, every place kept; short quotes such as '0.4%' stay."""
    for start, end in quotations(text):
        if end - start > 18:
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def cut_clauses(text: str) -> Iterator[Clause]:
    """The clauses of a message without what others are quoted with, each with its role."""
    own = blank_quotations(text)
    keeps = bool(_KEPT_BACK.search(lexicon.fold(own)))
    for start, end, function in _labelled(
        own, list(_sentences_apart(own, _years_apart(own, _whole_phrases(own, divide(own)))))
    ):
        words = own[start:end].strip()
        if words:
            does = _not_kept(own[start:end]) if function == "secret" and not keeps else function
            costs = does == "theirs" and _COSTS.match(words)
            does = "reason" if costs or (does == "style" and _ABLE.match(words)) else does
            yield Clause(_role(lexicon.fold(words), does), start, end, words, does)


def _whole_phrases(own: str, pieces: Sequence[tuple[int, int, Function]]) -> Iterator[tuple[int, int, Function]]:
    """The pieces; what a word such as "the" leads to stays with it, and what a reason has in brackets with the reason."""
    held: tuple[int, int, Function] | None = None
    for start, end, function in pieces:
        if held and _goes_on(own, held, (start, end, function)):
            held = (held[0], end, held[2])
            continue
        if held:
            yield held
        held = (start, end, function)
    if held:
        yield held


def _goes_on(own: str, held: tuple[int, int, Function], piece: tuple[int, int, Function]) -> bool:
    """Whether a piece only ends the one before it: what "the" leads to, a verb behind its subject, "if i leave"."""
    before, words = own[held[0] : held[1]], own[piece[0] : piece[1]]
    if _LEADS_ON.search(before) or _in_brackets(own, held, piece):
        return True
    if held[2] == "order" and _ASKS_SOMEBODY.search(before) and _FOR_A_SUM.match(words):
        return True
    open_end = before.rstrip()[-1:].isalnum() and held[2] not in ("order", "style")
    one_loss = held[2] == piece[2] == "loss"
    return open_end and (
        one_loss or bool(_ENDS_IT.match(words) or (_BARE_VERB.match(words) and len(before.split()) > 1))
    )


def _sentences_apart(own: str, pieces: Iterable[tuple[int, int, Function]]) -> Iterator[tuple[int, int, Function]]:
    """The pieces; what is to be added stands apart from talk before it: "leave that out. mention my masters"."""
    for start, end, function in pieces:
        added = _ADDED_BEHIND.search(own, start, end) if function in ("talk", "secret") else None
        length = _LENGTH_BEHIND.search(own, start, end) if function in ("reason", "ask", "say") else None
        if length:
            yield start, length.start("length"), function
            yield length.start("length"), end, "style"
        elif added:
            yield start, added.start("added"), function
            yield added.start("added"), end, "say"
        else:
            yield start, end, function


def _years_apart(own: str, pieces: Iterable[tuple[int, int, Function]]) -> Iterator[tuple[int, int, Function]]:
    """The pieces, years of experience told in a sentence of their own behind an ask a reason: "want 74k. 11 yrs exp"."""
    for start, end, function in pieces:
        years = _YEARS_BEHIND.search(own, start, end) if function == "ask" else None
        if years:
            yield start, years.start("years"), function
            yield years.start("years"), end, "reason"
        else:
            yield start, end, function


def _in_brackets(own: str, held: tuple[int, int, Function], piece: tuple[int, int, Function]) -> bool:
    opened = own[held[0] : held[1]].rstrip().endswith("(")
    return opened and held[2] == piece[2] == "reason" and own[piece[0] : piece[1]].rstrip(" .,;").endswith(")")


def _labelled(own: str, pieces: list[tuple[int, int, Function]]) -> Iterator[tuple[int, int, Function]]:
    """The pieces, the sentence behind "Reason:" a reason whatever it resembles."""
    before = 0
    for start, end, function in pieces:
        if before and _REASON_LABEL.search(own[:before]):
            ends = _SENTENCE_END.search(own, start, end)
            stop = ends.end() if ends else end
            yield start, stop, "reason"
            yield stop, end, "talk"
        else:
            yield start, end, function
        before = end


def _not_kept(words: str) -> Function:
    """What a piece does that resembles a secret in a message which keeps nothing back."""
    return "say" if _ADDED.match(words) else "talk"


def _role(words: str, function: Function) -> Role:
    """The role of a clause: what it was learnt to be, unless its words say it outright."""
    if REASON_MARK.match(words) and not (function == "secret" and _KEPT_BACK.search(words)):
        return "reason"
    if function in ("theirs", "ask") and _OTHER_FIRM.search(words) and (function == "theirs" or _PAYS_ME.search(words)):
        return "rival"
    plain = read_role(words) if function == "talk" else "rest"
    return plain if plain in ("ask", "loss") else _ROLES.get(function, "rest")


def orders_words(text: str) -> bool:
    """Whether a message orders words to send, and tells what they are to ask."""
    functions = {clause.function for clause in cut_clauses(text)}
    return {"order", "ask"} <= functions

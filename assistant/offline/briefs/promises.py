"""Promises: what somebody of the company said the person would get, and what the letter leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.answers import cut_pieces
from assistant.offline.briefs.clauses import Clause, quotations
from assistant.offline.briefs.fluency import is_noun_phrase, is_sentence
from assistant.offline.briefs.ledger import refuses
from assistant.offline.briefs.prose import tidy, to_you

_PROMISING = lazy(
    r"\b(?:guarantee\w*|promise\w*|will (?:try|get|have|be|make|review|look)|try for|'ll|promo\w*|review|raise|after (?:six|6|3|three|9|nine|12|twelve) months|in (?:\d+|six|nine|three|twelve) months|sure)\b",
    re.IGNORECASE,
)


_PROMISE = lazy(
    r"\b(?:said|told (?:me|us)|promised?(?: me)?|agreed|assured(?: me)?|mentioned|swore|confirmed|says|say(?:ing)? yes|said yes|offered|gets?|she'll|he'll|they'll)\b"
    r"(?: (?:me|us|yes|ok|okay|on (?:the )?(?:teams|phone|zoom|call|slack|whatsapp)|in (?:the|our) (?:call|interview|chat|meeting)|by phone|verbally|yesterday|today|that|to|about|over the phone|over a call))*\s*[:,-]?\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)


_WHOLE = lazy(r"^\W*(?:and |plus |also |that |then |\+ )*(?P<what>.+)$", re.IGNORECASE | re.DOTALL)


_LETTER = r"(?:pdf|letter|contract|written offer|offer letter|document|paperwork|doc|agreement)"


_LETTER_SAYS = lazy(
    rf"^\W*(?:but |and |the |my |their |so )*{_LETTER}\b (?:\w+ )?(?:says?|said|has|shows?|states?|lists?|gives?)\b",
    re.IGNORECASE,
)
"""What stands in the letter, and was not promised besides."""
_NOT_IN_LETTER = lazy(
    rf"\bnothing (?:about|on) (?P<a>[^.,;!?\n]{{3,50}}?) in (?:the|their|my|that) (?:\w+ )?{_LETTER}\b"
    rf"|\b{_LETTER} (?:\w+ )?(?:doesn'?t|does not|didn'?t|did not|never|forgot to|fails to) (?:mention|say|have|show|include|list|contain)s? (?:anything (?:about|on) |the |my |a )?(?P<b>[^.,;!?\n]{{3,50}})"
    rf"|\bno (?:mention|word|trace|sign) (?:of|about|on) (?P<c>[^.,;!?\n]{{3,50}}?) in (?:the|their|my|that) (?:\w+ )?{_LETTER}\b"
    rf"|\b{_LETTER} (?:leaves? out|is missing|misses|lacks|is silent (?:on|about)|omits) (?:the |my |a )?(?P<d>[^.,;!?\n]{{3,50}})",
    re.IGNORECASE,
)


def read_promises(clauses: Sequence[Clause]) -> Iterator[str]:
    """What they said the person would get, as phrases fit for a list."""
    for clause in clauses:
        if clause.role != "said" or _LETTER_SAYS.search(clause.words):
            continue
        match = _PROMISE.search(clause.words)
        if match is None and clause.function == "promise":
            match = _WHOLE.match(clause.words)
        for part in _parts(match["what"]) if match else ():
            words = re.sub(
                r"^(?:I (?:would|will) (?:get|have)|I get|you (?:will|would) (?:get|give|pay)|it is|there is|a|an|the) ",
                "",
                to_you(tidy(part)),
            )
            words = re.sub(r" (?:too|as well)$", "", _by_voice(words))
            named = re.match(
                r"(?:(?:your|the) )?(?:letter|contract)\b|no\b|(?:the |my )?(?:recruiter|hr|manager|boss|\w+) (?:wrote|said|says|writes)$",
                words,
                re.IGNORECASE,
            )
            fits = clause.function == "promise" or is_noun_phrase(words) or is_sentence(words)
            if (
                (len(words.split()) >= 2 or re.fullmatch(r"[$€£¥₹]?\d[\d.,]*\d ?k?", words))
                and fits
                and not (named or refuses(words))
            ):
                yield words


def _parts(told: str) -> list[str]:
    """The parts of what was promised, a bare sum or a condition kept with the part before it."""
    parts: list[str] = []
    for part in re.split(r",\s+|;\s*|\s+(?:and|plus|\+|&)\s+(?![^,;]{0,40}\b(?:not|isn'?t) in the\b)", told):
        if parts and _BELONGS.match(part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts


_BELONGS = lazy(
    r"\W*(?:(?:about |around |so )?[$€£¥₹]?\d[\d.,]*\s?[kKmM%]?(?: (?:dollars|euros|pounds|a (?:month|year)|an hour|total|gross|net))?\W*$|(?:whatever|no matter|regardless|even if|unless|provided|as long as|independent\w*|either way)\b)",
    re.IGNORECASE,
)
_FURTHER = lazy(r"\W*(?:oh )?(?:and|also|plus|\+)(?: also)? (?!i\b|they\b|she\b|he\b|we\b|you\b)", re.IGNORECASE)
_TOLD_LIST = lazy(
    r"\b(?:told me|said|promised|agreed|offered|confirmed|mentioned|they (?:said|gave)|verbal(?:ly)?|(?:over|on|by) (?:the )?(?:phone|call|zoom|teams|video))\b[^:.!?\n]{0,50}:\s*(?P<items>(?:[^.!?\n;]|\.(?=\d)|(?<=\d)\.(?=\s*\d))+)",
    re.IGNORECASE,
)


_TOLD_ROW = lazy(
    r"\b(?:offered|promised|told|agreed on|confirmed)(?: me)?(?: (?:(?:on|over|by|in) (?:the |our |a )?(?:phone|call|zoom|teams|video|chat|meeting)|verbally|yesterday|today|just now))+,? (?P<items>(?:[^.!?\n;:,]|\.(?=\d))+(?:, (?:[^.!?\n;:,]|\.(?=\d))+){2,})",
    re.IGNORECASE,
)


def read_told_list(text: str) -> list[str]:
    """The terms of a list that somebody told: "he said on the phone: 26.75 an hour, nights 1.50 more, start Jan 6".

    >>> read_told_list("Tom told me over the phone: $26.75 an hour, start Jan 6. nothing in writing yet")
    ['$26.75 an hour', 'start January 6']
    """
    for match in (*_TOLD_LIST.finditer(text), *_TOLD_ROW.finditer(text)):
        parts = [tidy(part) for part in re.split(r",\s+|\s+(?:and|plus|\+|&)\s+", match["items"])]
        items = [part for part in parts if part and (re.search(r"\d", part) or is_noun_phrase(part))]
        if len(items) > 1 and sum(bool(re.search(r"\d", part)) for part in items) > 1:
            return items
    return []


def promised_further(text: str) -> Iterator[str]:
    """What a message adds to what the one before told as promised: "and 12k toward moving. and a raise talk".

    >>> list(promised_further("and 12k toward moving. and a raise talk after 6 months"))
    ['12k toward moving', 'a raise talk after 6 months']
    """
    pieces = list(cut_pieces([text]))
    if not (pieces and _FURTHER.match(pieces[0].words)):
        return
    for piece in pieces:
        words = to_you(tidy(_FURTHER.sub("", piece.words)))
        if _FURTHER.match(piece.words) and is_noun_phrase(words) and len(words.split()) > 1:
            yield words


def read_missing(text: str) -> Iterator[str]:
    """What the letter does not mention."""
    for match in _NOT_IN_LETTER.finditer(text):
        words = to_you(tidy(match[match.lastgroup or 0]))
        if is_noun_phrase(words) and len(words.split()) <= 8:
            yield words


def read_quoted_promises(text: str) -> Iterator[str]:
    """What others are quoted with, where the words promise something."""
    for start, end in quotations(text):
        words = tidy(text[start:end].strip("'\"“”"))
        if _PROMISING.search(words) and len(words.split()) <= 40:
            yield _by_voice(to_you(re.sub(r"^(?:we(?:'ll| will)|i(?:'ll| will)|I will) ", "", words)))


def _by_voice(words: str) -> str:
    """A promise without the channel it came by; a bare verb gets the one who promised it."""
    words = re.sub(
        r"^(?:on|over|in|during|at) (?:our |the |a |my )?(?:call|phone|interview|meeting|chat|zoom|e-?mail)\b,? ?(?:that )?",
        "",
        words,
        flags=re.IGNORECASE,
    )
    plain = re.sub(
        r"\s(?:on|over|by) (?:the )?(?:phone|call|zoom|teams)$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    return (
        f"you will {plain}" if re.match(r"(?:try|look|push|see|ask|check|make|get|go|fight|talk)\b", plain) else plain
    )

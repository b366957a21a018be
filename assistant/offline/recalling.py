"""Recalling: what the person told before and asks to hear again, found by its subject and its sort."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.abbreviations import NOT_BEHIND_A_TITLE
from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.dates import ANY_DATE
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.ledger import read_ledger
from assistant.offline.briefs.prose import listed, tidy
from assistant.offline.passages import stems

_TELLS = r"(?:had |just |already )?(?:told|gave|said|mentioned|wrote|named|promised|quoted|sent|offered)"
_TOLD_YOU = lazy(
    r"\b(?:what|which|how (?:much|many|long)|when|who|where|whose)\b[^?.!\n]{0,50}\b(?:did|have) i (?:\w+ )?(?:say|said|tell|told|mention(?:ed)?|give|given|wr[io]te|written|call)\b"
    r"|\bdid i (?:already |even |ever )?(?:say|tell you|mention|give you)\b"
    r"|\bwhat (?:else )?(?:did|had|have) (?:they|he|she|we|the \w+|my \w+|(?-i:[A-Z])\w+) (?:\w+ )?(?:say|tell me|mention|promise|write|quote|offer|agree)\b"
    r"|\b(?:when|(?:what|which) (?:day|date|time)|by when|who|where|what (?:was|were|did))\b[^?.!\n]{0,60}\bagain\W*$|\bremind me (?:what|who|when|which|how|of|where)\b",
    re.IGNORECASE,
)
"""Asks for the person's own words outright."""
ASKS_BACK = lexicon.any_of(
    rf"\b(?:what|which|how (?:much|many|long)|when|who)\b[^?.!\n]{{0,60}}\b(?:i|they|she|he|you) {_TELLS}\b",
    rf"\b(?:i|they|she|he) {_TELLS}\b[^?.!\n]{{0,60}}\b(?:what|which|how much)\b[^?.!\n]{{0,20}}\b(?:was|is)\b",
    r"\b(?:what|which|how (?:much|many)|when|who) (?:was|were|did|is|do)\b[^?\n]{0,50}\bagain\b",
    r"\bwhat(?:'s| was) (?:the|my|their|her|his) [^?\n]{2,40}\?(?<=again\?)|\bwhat was (?:the|my|their|her|his) [^?\n]{2,40}\?|\bremind me\b",
    r"\b(?:i (?:forgot|forget)|(?:can'?t|don'?t|cannot) remember) (?:what|who|when|which|the|her|his|their|my)\b",
)
ASKS_SHORTLY = lazy(
    r"^\W*(?:and |so |ok |wait |oh |sorry |hey )*(?:when (?:do|does|did|is|was) (?:i|they|she|he|my|the|it)|who (?:is|was)|who's|what(?:'s| is| was) (?:the|my|her|his|their) (?:\w+ )?(?:name|recruiter|start|deadline|contact|manager|date)|by when (?:do|did))\b[^?]{0,40}\??\W*$",
    re.IGNORECASE,
)
"""A short question whose answer is told before or not at all."""
_THEY_SAID = lazy(
    r"\bwhat (?:all )?(?:did|had|have|has) (?:they|he|she|hr|the \w+|my \w+) (?:\w+ )?(?:say|said|answer(?:ed)?|repl(?:y|ied))\b",
    re.IGNORECASE,
)
SURE = 2.5
_SORTS = (
    (re.compile(r"\bwhen\b|\bwhat (?:day|date|time)\b|\bwhich (?:day|date)\b|\bhow long\b|\bdeadline\b"), "date"),
    (re.compile(r"\bwho\b|\bwhose\b|\bname\b|\bcalled\b"), "name"),
    (re.compile(r"\bhow much\b|\b(?:number|figure|sum|amount|rate|pay|base|salary)\b"), "sum"),
)
_SUBJECTS = (
    re.compile(r"\b(?:deadline|answer|reply|respond|decide|decision|expir\w+|lapses?|runs? out|valid|due|sign by|get back|let (?:them|her|him) know)\b"),
    re.compile(r"\b(?:start(?:s|ing)?(?: date)?|first day|begin)\b"),
    re.compile(r"\b(?:notice|resign\w*)\b"),
    re.compile(r"\b(?:base|salary|pay|paid|wage|rate|offer(?:ed|s|ing)?|an hour|a month|a year)\b"),
    re.compile(r"\b(?:bonus|commission)\b"),
    re.compile(r"\b(?:stock|rsus?|equity|options?|shares|grant)\b"),
    re.compile(r"\b(?:promis\w+|guarantee\w*|assur\w+|verbal\w*|on the (?:phone|call)|(?:they|she|he|manager|recruiter|boss|hr) (?:said|told))\b"),
    re.compile(r"\b(?:vacation|holidays?|pto|leave|days off)\b"),
    re.compile(r"\b(?:sign[- ]?on|signing|joining)\b"),
    re.compile(r"\b(?:asked|ask|want|wanted|target|counter\w*|requested)\b"),
    re.compile(r"\b(?:now|current\w*|present|today)\b(?=.*\b(?:make|earn|get|job|pay)\b)|\b(?:make|earn) (?:now|today|currently)\b"),
)  # fmt: skip
_REFUSED = lazy(
    r"\b(?:refuse\w*|reject\w*|turn\w* down|declin\w*|say no|said no|no to|won'?t|off the table|rule\w* out)\b",
    re.IGNORECASE,
)
_ASKING = [
    "what",
    "which",
    "how",
    "much",
    "many",
    "long",
    "when",
    "who",
    "was",
    "told",
    "gave",
    "said",
    "say",
    "again",
    "remind",
    "the",
    "you",
    "they",
    "did",
    "have",
    "tell",
]
DUE = lazy(
    r"\b(?:by|until|til|till|before|deadline|expires?|expiry|due|lapses|dies|runs out|valid|good (?:for|through))\b",
    re.IGNORECASE,
)
"""Words before a date by which something has to be done."""
MOST_WORDS = 14
"""Words of the longest question that only asks back."""
LONGEST = 160
MOST_QUOTES = 2


def asks_back_outright(text: str) -> bool:
    """Whether the words ask for nothing but what the person said before.

    >>> asks_back_outright("when did I say they need my answer?"), asks_back_outright("what do I say to her?")
    (True, False)
    """
    return len(text.split()) <= MOST_WORDS and bool(_TOLD_YOU.search(lexicon.fold(text)))


def recall(texts: Sequence[str], least: float = 1) -> str:
    """What the newest message asks to hear again, in the person's words; empty where nothing of it was told."""
    asked = lexicon.fold(texts[-1]).lower()
    if _REFUSED.search(asked) and (refused := read_ledger(texts[:-1]).refused):
        return "They refused " + listed([f"{term} (“{words}”)" for term, words in refused.items()]) + "."
    sort = next((name for words, name in _SORTS if words.search(asked)), "")
    name = gather_brief(texts[:-1]).to if sort == "name" else ""
    rated = [(_rate(asked, words, sort, name), number, words) for number, words in enumerate(cut_told(texts[:-1]))]
    best = max((score for score, _, _ in rated), default=0.0)
    if best < least:
        return _quoted(list(_said_by_them(texts[:-1]))[-MOST_QUOTES:]) if _THEY_SAID.search(asked) else ""
    found = [words for score, _, words in sorted(rated, key=lambda item: -item[1]) if score == best][:MOST_QUOTES]
    return _quoted(found[::-1])


def _said_by_them(texts: Sequence[str]) -> Iterator[str]:
    """The sentences that tell what the employer said."""
    return (words for words in cut_told(texts) if lexicon.SAID_BY_THEM.search(lexicon.fold(words)))


def _quoted(told: Sequence[str]) -> str:
    return f"You told me: {listed([f'“{words}”' for words in told])}." if told else ""


def _rate(asked: str, words: str, sort: str, name: str) -> float:
    """How well a clause told before answers: words and subjects it shares, and whether it holds what is asked for."""
    told = lexicon.fold(words).lower()
    shared = len(stems(_telling(asked)) & stems(_telling(told)))
    subjects = sum(bool(subject.search(asked) and subject.search(told)) for subject in _SUBJECTS)
    due = sort == "date" and bool(_SUBJECTS[0].search(asked) and DUE.search(told) and ANY_DATE.search(told))
    holds = {
        "date": bool(ANY_DATE.search(told)) or bool(re.search(r"\d+ (?:days?|weeks?|months?)", told)),
        "name": bool(name) and name.rsplit(maxsplit=1)[-1].lower() in told,
        "sum": bool(read_amounts(words)),
    }.get(sort, False)
    about = shared + subjects + due
    return about + (1.5 if holds else 0) if about or (sort == "name" and holds) else 0.0


def cut_told(texts: Sequence[str]) -> Iterator[str]:
    """The sentences of texts, tidied, oldest first; questions left out."""
    for text in texts:
        for part in re.split(NOT_BEHIND_A_TITLE + r"(?<=[.!?;])\s+|\n+", text):
            if tidy(part) and not part.rstrip().endswith("?"):
                yield tidy(part)[:LONGEST]


def _telling(text: str) -> str:
    words = re.findall(r"[^\W_]{2,}", lexicon.fold(text).lower())
    return " ".join(word for word in words if word not in _ASKING)

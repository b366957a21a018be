"""Tells: what the message is to state, told in reported speech: "tell her I liked the team"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.prose import sentence, tidy, to_you

MOST_TELLS = 3
_SUBJECT = r"(?:i|i'm|im|i've|ive|i'd|i'll|my|we|our|the|it|it's|there|this|that the|nothing)\b"
_TELLS = lazy(
    rf"\b(?:tell(?:ing)?|inform(?:ing)?|remind(?:ing)?|assure) (?!me\b|us\b)(?:the )?[\w'-]+(?: [\w'-]+)?? (?:that )?(?P<a>{_SUBJECT}[^.!?;\n]*)"
    rf"|\blet(?:ting)? (?!me\b|us\b)(?:the )?[\w'-]+ know (?:that )?(?P<b>{_SUBJECT}[^.!?;\n]*)"
    rf"|\b(?:say|saying|add|adding|include|mention|mentioning|explain(?:ing)?|state|stating|note|stress|make (?:it )?clear|be clear)(?: in it| there| somewhere| too| also)?,? (?:that )?(?P<c>{_SUBJECT}[^.!?;\n]*)",
    re.IGNORECASE,
)
_LED_IN = lazy(
    r"^\W*(?:(?:and|but|so|also|then|please|pls|maybe|just|ok|oh)\s+)*(?:(?:say|add|mention|include|note|put(?: in)?|tell (?:them|him|her|it)|let (?:them|him|her) know)\s+(?:that\s+)?)?",
    re.IGNORECASE,
)
_DENIED = lazy(
    r"\b(?:don'?t|dont|do not|never|not|without|should i|do i|can i|could i|shall i|or|to)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_THE_PURPOSE = lazy(
    r"^i(?:'m| am|'ll| will| would like to| want to|m)? (?:also )?(?:accept\w*|declin\w*|tak(?:e|ing) (?:it|the)|want|would want|'d want|need|would like|ask\w*|withdraw\w*|say\w* (?:yes|no))\b|^(?:it|this|that)$",
    re.IGNORECASE,
)
_SO_FAR = lazy(
    r",? (?:and|but|so|then) (?=(?:ask|tell|say|write|keep|make|don'?t|dont|not|no|please|pls|leave|sign|send|see|if)\b).*$",
    re.IGNORECASE,
)


def read_tells(text: str, clauses: Sequence[Clause]) -> Iterator[str]:
    """Sentences the message is to state, spoken to the company; those that only name its purpose are left out.

    Args:
        text: the person's own words.
        clauses: its clauses; what is a reason already is none of these.
    """
    folded = lexicon.fold(text)
    reasons = [(clause.start, clause.end) for clause in clauses if clause.role == "reason"]
    for match in _TELLS.finditer(folded):
        group = next(name for name in "abc" if match[name])
        start, end = match.span(group)
        if _DENIED.search(folded[: match.start()]) or any(first <= start < last for first, last in reasons):
            continue
        words = to_you(tidy(_SO_FAR.sub("", text[start:end])))
        if not _THE_PURPOSE.match(words) and is_sentence(words):
            yield sentence(words)
    for clause in clauses:
        if clause.function == "say" and not _TELLS.search(lexicon.fold(clause.words)):
            words = to_you(tidy(_LED_IN.sub("", clause.words)))
            if not _THE_PURPOSE.match(words) and is_sentence(words):
                yield sentence(words)

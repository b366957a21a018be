"""Tells: what the message is to state, told in reported speech: "tell her I liked the team"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.encoder.reading import is_installed
from assistant.offline import lexicon
from assistant.offline.briefs.answers import reports_exchange
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.grammar import has_subject
from assistant.offline.briefs.prose import sentence, spell_out, tidy, to_you

MOST_TELLS = 6
_SUBJECT = r"(?:i|i'm|im|i've|ive|i'd|i'll|my|we|our|the|it|it's|there|this|that the|nothing)\b"
_TELLS = lazy(
    rf"\b(?:tell(?:ing)?|inform(?:ing)?|remind(?:ing)?|assure) (?!me\b|us\b)(?:the )?[\w'-]+(?: [\w'-]+)?? (?:that )?(?P<a>{_SUBJECT}[^.!?;\n]*)"
    rf"|\blet(?:ting)? (?!me\b|us\b)(?:the )?[\w'-]+ know (?:that )?(?P<b>{_SUBJECT}[^.!?;\n]*)"
    rf"|\b(?:say|saying|add|adding|include|mention|mentioning|explain(?:ing)?|state|stating|note|stress|make (?:it )?clear|be clear)(?: in it| there| somewhere| too| also)?,? (?:that )?(?P<c>{_SUBJECT}[^.!?;\n]*)",
    re.IGNORECASE,
)
_LED_IN = lazy(
    r"^\W*(?:(?:and|but|so|also|then|please|pls|maybe|just|ok|oh|yes|anyway)[\s,]+)*(?:(?:say(?:ing)?|add(?:ing)?|mention(?:ing)?|include|note|put(?: in)?|tell (?:them|him|her|it|(?-i:[A-Z][\w'’-]+))(?= (?:that|i|i'm|im|i'll|ill|i'd|id|i've|ive|my|we|the|it|there)\b)|let (?:them|him|her) know)\s+(?:that\s+)?)?",
    re.IGNORECASE,
)
_THANKS_THEM = lazy(r"\W*(?:and |also |please |pls )*thank (?:her|him|them)\b", re.IGNORECASE)
"""An order to thank, which the templates fill themselves."""
_NOT_TO_SAY = lazy(
    r"\W*(?:and |but |so |please |pls )*(?:don'?t|dont|do not|never|not) (?:\w+ )?(?:say|tell|mention|name|write|include|put)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_NO_SUBJECT = lazy(
    r"(?:have|am|will|would|shall|can|could|want|need|love|loved|enjoyed|really|still|accept|hope|wish|appreciate|had|was|signed|got|asked|sent|told|called|wrote|changed|left|turned|returned|sign|promise|did|do|can't|cannot|won't|don't|didn't|know|understand|live|work|start|passed|finished|moved)\b(?! (?:you|they|i)\b)",
    re.IGNORECASE,
)
"""A sentence whose "I" is left out."""
_BROKEN_OFF = re.compile(r"\b(?:want|like|love|have|need|going|hope) to\W*$", re.IGNORECASE)
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
    for match in () if is_installed() else _TELLS.finditer(folded):
        group = next(name for name in "abc" if match[name])
        start, end = match.span(group)
        if _DENIED.search(folded[: match.start()]) or any(first <= start < last for first, last in reasons):
            continue
        words = to_you(tidy(_SO_FAR.sub("", text[start:end])))
        if not _THE_PURPOSE.match(words) and is_sentence(words):
            yield sentence(words)
    for clause in clauses:
        if clause.function == "say" and not reports_exchange(clause.words):
            yield from filter(None, map(to_statement, _SENTENCE_END.split(clause.words)))


_ROUND = lazy(
    r"\b(?:only |just )?(?:an?|the|my|in) (?P<what>(?:final|last|second|third|next)[- ](?:round|interview|stage))(?: (?:at|with) [\w&]+)?(?P<when> (?:on |this |next )?(?:mon|tues?|wed|thu(?:rs)?|fri|next week|this week)\w*)?",
    re.IGNORECASE,
)
_IS_TO_BE_SAID = lazy(
    r"\b(?:say|tell|explain|mention|word|put|phrase) (?:that|this|it|them|her|him)\b|\bhonest\w*\b|\btruthful\w*\b",
    re.IGNORECASE,
)


def read_process(text: str, told: Sequence[str]) -> Iterator[str]:
    """That one is in the last rounds elsewhere, where it is to be said and no sentence says it; names no firm.

    >>> list(read_process("only a final round at Zephyr next tues. how do i say that", ()))
    ['I have a final round with another company next Tuesday.']
    """
    found = _ROUND.search(text)
    if found and _IS_TO_BE_SAID.search(text) and not any(_ROUND.search(item) for item in told):
        when = f" {tidy(found['when'])}" if found["when"] else ""
        yield f"I have a {found['what'].lower()} with another company{when}."


def to_statement(words: str) -> str:
    """What the message is to state as a sentence to the company; empty where it is none.

    >>> to_statement("and say ill be on site monday"), to_statement("have my own tools")
    ('I will be on site Monday.', 'I have my own tools.')
    """
    if _NOT_TO_SAY.match(words) or _THANKS_THEM.match(words):
        return ""
    text = to_you(tidy(spell_out(_LED_IN.sub("", words))))
    text = _LED_IN.sub("", re.sub(r"^(?:that|so|as|since|though|although)\s+(?=\w)", "", text, flags=re.IGNORECASE))
    if re.match(r"(?:can|could|would|will|may|is|are|do|does) (?:i|we|you|it|they|the)\b", text, re.IGNORECASE):
        return sentence(text, "?")
    if _NO_SUBJECT.match(text) and not has_subject(text):
        text = f"I {text[:1].lower()}{text[1:]}"
    if _BROKEN_OFF.search(text):
        return ""
    if not has_subject(text) and re.match(
        r"(?:(?:still|very|really|so) )*(?:interested|keen|glad|happy|delighted|sorry|excited|grateful|thrilled|sad|looking forward|staying|moving|going|signing|starting|accepting|declining|withdrawing|pulling|turning|ready|free|available|coming)\b",
        text,
        re.IGNORECASE,
    ):
        text = f"I am {text[:1].lower()}{text[1:]}"
    if re.match(r"(?:many |big |huge )?thanks?\b", text, re.IGNORECASE):
        return sentence(text)
    return sentence(text) if is_sentence(text) or has_subject(text) else ""

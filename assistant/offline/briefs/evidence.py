"""Evidence: what supports an ask without being said as its reason: a posted range, the one exception to having no leverage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.fluency import as_reason, is_noun_phrase
from assistant.offline.briefs.prose import sentence, tidy, to_you

_POSTED = lazy(
    r"\b(?P<what>(?:the|their|your|its) (?:(?:job|original|public|online|posted|advertised|official|pay|salary) ){0,2}(?:posting|advert|ad|listing|job description|vacancy|range|band|schedule|scale|pay table)|glassdoor|levels\.?fyi)"
    r"(?: (?:for (?:this|the) (?:job|role|post) ))? ?(?P<verb>said|says|was|is|goes|went|shows|showed|listed|lists|gave|gives|had|has|stated|states|named)"
    r"(?P<rest>(?:[^.;,\n!?]|[.,](?=\d))+)",
    re.IGNORECASE,
)
_TOP = lazy(r"\b(?:max\w*|tops? out|can'?t|cannot|fixed|no more|limit|cap(?:ped)?)\b", re.IGNORECASE)
_END = lazy(r"\s+(?:and|but|so|while|yet) (?:they|i|he|she|it|my|the|we|offered|came|gave)\b.*$", re.IGNORECASE)
_EXCEPT = lazy(
    r"\b(?:no|zero|nothing|little|not (?:much|any|a lot of)|only|hardly any|any)\b[^.!?\n;]{0,40}?\b(?:except(?: for| that)?|other than|apart from|besides|beyond|aside from|but for)\s+(?P<what>(?:[^.!?\n;]|[.](?=\d))+)",
    re.IGNORECASE,
)
LEAST_WORDS = 3


def list_evidence(text: str, asks: Sequence[Ask], reasons: Sequence[str]) -> Iterator[str]:
    """What else supports the asks, as whole sentences.

    Args:
        text: the person's words.
        asks: what the message asks for.
        reasons: what it says for it already.
    """
    said = " ".join(reasons).casefold()
    for match in _POSTED.finditer(text):
        words = tidy(_END.sub("", f"{match['what']} {match['verb']}{match['rest']}"))
        if _reaches(words, asks) and not _TOP.search(words) and words.casefold() not in said:
            yield sentence(to_you(words))
    for match in _EXCEPT.finditer(text):
        words = to_you(tidy(match["what"]))
        if len(words.split()) >= LEAST_WORDS and words.casefold() not in said and (reason := _as_reason(words)):
            yield sentence(reason)


def makes_exception(words: str) -> bool:
    """Whether words deny all but one thing: "zero leverage except an internship"."""
    return bool(_EXCEPT.search(words))


def _as_reason(words: str) -> str:
    """The exception as a sentence: "I have an internship where I shipped your export"."""
    if re.match(r"(?:an?|my|the|one|two|three|\d+) ", words) and is_noun_phrase(words):
        return f"I bring {words}"
    return as_reason(words)


def _reaches(words: str, asks: Sequence[Ask]) -> bool:
    """Whether sums of the words reach what is asked for, which they then support."""
    sums = [item.value for item in read_amounts(words) if item.kind != "percent" and not item.unit]
    asked = [ask.asked.value for ask in asks if ask.form == "amount" and ask.asked is not None]
    return bool(sums) and any(max(sums) * scale >= max(asked) for scale in (1, 1000)) if asked else False


def in_digits(words: str) -> str:
    """The words with spelled sums in digits, as a message shows them.

    >>> in_digits("on the schedule that is sixty three five")
    'on the schedule that is 63,500'
    """
    for item in reversed(read_amounts(words)):
        if item.spelled and item.value >= LEAST_SPELLED and item.kind != "percent":
            words = f"{words[: item.start]}{item.value:,.0f}{words[item.end :]}"
    return words


LEAST_SPELLED = 1000

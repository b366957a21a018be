"""Background: what the person told around a draft or a line of theirs, in the words they told it with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.gathered import gather_brief

LONGEST_QUOTE = 160
_SCALES = (1, 1000, 100_000, 10_000_000)
"""What a bare number may leave out: thousands, lakhs, crores."""
_SUM = r"(?P<sum>[$€£¥₹]?\s?\d(?:[\d.,]*\d)?(?:\s?k)?\b)(?! ?(?:%|percent|days?|weeks?|months?|hours?|years?))"
_WISH = lazy(
    r"\b(?:think(?:ing)?(?: of| about)?|expect(?:ing|ation)?|aim(?:ing)?|hop(?:ing|ed)|after|target|want(?:ed)?"
    r"|ask(?:ing|ed)?)\b"
    rf"(?: (?:is|to|get|for|at|of|more|like|around|about|maybe|rather))*\W{{1,3}}{_SUM}",
    re.IGNORECASE,
)
_PROMISED = lazy(rf"\b(?:said|told|promised|quoted|agreed(?: on)?|mentioned)\b[^\d.?!\n]{{0,24}}{_SUM}", re.IGNORECASE)
_LETTER_SAYS = lazy(r"\b(?:letter|contract|paperwork|written offer|pdf)\b[^\d.?!\n]{0,24}\d", re.IGNORECASE)
_THEY_SAID = lazy(
    r"\b(?:he|she|they|hr|hm|recruiter|manager|boss|owner|founder)\b[^.?!\n]{0,12}"
    r"\b(?:said|says|say|can|could|offered|came back|went (?:up )?to|moved to|agreed)\b[^.?!\n]{0,60}\d",
    re.IGNORECASE,
)
_TAKES = lazy(
    r"\b(?:i(?:'d| would| could| can| might|'ll|d|ll)|would|could)(?: \w+){0,3} "
    r"(?:take|accept|sign|settle|go for|live with|say yes|be (?:\w+ )?(?:happy|fine|ok|okay|content))\b",
    re.IGNORECASE,
)
_PREFERS = lazy(
    r"\b(?:i(?:'d| would|d)?|we) (?:\w+ ){0,2}(?:prefer|rather (?:work|join|go|be|have|take|stay)"
    r"|like (?:\w+ ){1,3}(?:more|better|best)|want (?:this|the) (?:one|job|role))\b"
    r"|\b(?:first|top|number one|favou?rite) (?:choice|pick|place)\b|\bwant (?!to\b)\w+ more\b",
    re.IGNORECASE,
)
_POSTED = lazy(
    r"\b(?:post(?:ed|ing|ings)?|advert\w*|ad|ads|listed|listing|range|glassdoor|levels|indeed|market|band|scale|website|online)\b",
    re.IGNORECASE,
)
_RANGE = lazy(
    r"[$€£¥₹]?\s?\d[\d.,]*\s?k?\s?(?:-|–|—|to|bis|a)\s?[$€£¥₹]?\s?\d[\d.,]*\d\s?(?:k|lpa|lakhs?)?\b", re.IGNORECASE
)
_SENTENCE_END = lazy(r"(?<=[.!?;])\s+|(?<=[.!?])(?=[A-Z])|\n+")
_ASIDE = lazy(r"[,;(] | but (?=i'?m\b|im\b|they\b|he\b|she\b|it\b)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Background:
    """What the person told.

    `brief` is what they want, as for a message. In their own words: `wanted` is the base pay they last wanted,
    `promised` the one they were told before a letter came with another, `posted` the range of a posting or of the
    market; `preference`, `would_take` and `alone` are sentences: that they would rather join this employer, what they
    would accept, and that nobody else has made them an offer. `last_word` is what the company said last, with its sum.
    """

    brief: Brief = field(default_factory=Brief)
    wanted: str = ""
    promised: str = ""
    posted: str = ""
    preference: str = ""
    would_take: str = ""
    alone: str = ""
    last_word: str = ""


def read_background(texts: Sequence[str], draft: str = "", companies: Collection[str] = ()) -> Background:
    """What was told in a conversation.

    Args:
        texts: what the person wrote, oldest first.
        draft: a message of theirs in it, which tells nothing.
        companies: names of companies, which are no persons.
    """
    own = [kept for text in texts if (kept := text.replace(draft, " ").strip() if draft else text)]
    if not own:
        return Background()
    brief = gather_brief(own, companies=companies)
    told = [blank_quotations(text) for text in own]
    return Background(
        brief=brief,
        wanted=_find_wanted(brief, own),
        promised=_find_promised(told),
        posted=next((found for text in reversed(own) for found in _posted_ranges(text)), ""),
        preference=_newest(told, _PREFERS, draft),
        would_take=_newest(told, _TAKES),
        alone=_newest(told, lexicon.NO_OTHER_OFFER),
        last_word=_newest(own, _THEY_SAID),
    )


def find_sum(text: str, quote: str) -> str:
    """A sum as another text writes it, whatever scale either leaves out; empty where it is not there.

    >>> find_sum("could we do 58k", "58.000"), find_sum("could we do 58k", "57.500")
    ('58k', '')
    """
    told = next(iter(read_amounts(quote)), None)
    amounts = (item for item in read_amounts(text) if item.kind != "percent") if told else ()
    return next((item.quote for item in amounts if told and _is_same(item.value, told.value)), "")


def _is_same(value: Decimal, other: Decimal) -> bool:
    return any(value * scale == other or other * scale == value for scale in _SCALES)


def _find_wanted(brief: Brief, texts: Sequence[str]) -> str:
    """The words of the base pay that is asked for; without such an ask those behind a wish."""
    asks = (ask for ask in brief.asks if ask.form == "amount" and ask.term == "base_salary" and not ask.second_choice)
    asked = next((ask.asked.value for ask in asks if ask.asked is not None and not ask.on_top), None)
    if asked is not None:
        return next((item.quote for text in reversed(texts) for item in _of_value(text, asked)), "")
    return next((match["sum"].strip() for text in reversed(texts) if (match := _WISH.search(text))), "")


def _of_value(text: str, value: Decimal) -> Iterator[WrittenAmount]:
    """The amounts of a text that are this one, whatever scale they leave out."""
    amounts = (item for item in read_amounts(text) if item.kind != "percent")
    return (item for item in amounts if any(item.value * scale == value for scale in _SCALES))


def _find_promised(texts: Sequence[str]) -> str:
    """The pay that was told before a letter with another one came."""
    if not any(_LETTER_SAYS.search(text) for text in texts):
        return ""
    return next((match["sum"].strip() for text in texts if (match := _PROMISED.search(text))), "")


def _posted_ranges(text: str) -> Iterator[str]:
    """The ranges that a posting or the market is told to have."""
    for sentence in _SENTENCE_END.split(text):
        if _POSTED.search(sentence):
            yield from (match.group().strip() for match in _RANGE.finditer(sentence))


def _newest(texts: Sequence[str], pattern: re.Pattern[str], draft: str = "") -> str:
    """The newest sentence with these words, which names nobody that the draft names."""
    named = {word.casefold() for word in _NAME.findall(draft) if word[:1].isupper()}
    for text in reversed(texts):
        for sentence in _SENTENCE_END.split(text):
            match = pattern.search(lexicon.fold(sentence))
            others = {word.casefold() for word in _NAME.findall(sentence[match.start() :])} & named if match else set()
            if match and not others:
                return _around(sentence, match)
    return ""


def _around(sentence: str, match: re.Match[str]) -> str:
    """The words of a sentence between the commas around a match, so far as they say something by themselves."""
    start = sentence.rfind(", ", 0, match.start()) + 1
    end = next((found.start() for found in _ASIDE.finditer(sentence, match.end())), len(sentence))
    words = sentence[start:end].strip(" .;,")
    return words if len(words) <= LONGEST_QUOTE else ""

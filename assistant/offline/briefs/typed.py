"""Typed: lists, arrows and short turns as people type them, put as plain words before a message is read."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

_NUMBERED = lazy(r"(?:(?<=\s)|^)\(?(?P<number>[1-9])[).]\s*(?=\S)")
_MONTH_BEFORE = lazy(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s*$",
    re.IGNORECASE,
)
"""Before a number that ends a date: "start jan 4."."""
_LAST_POINT = lazy(r"^(?P<point>[^\n]{3,}?(?:[^\W_]{2}\.|[;!?]| \d+\.))\s+(?=\S)")
"""What stands behind the last of several points is none of it."""
_VERSIONS = lazy(r"\b(?:two|2|both|three|3|several) (?:versions?|variants?|drafts?)\b", re.IGNORECASE)
"""Numbers ways to write a message, and no points of it."""
_SUM = r"[$€£¥₹]?\d[\d.,]*\d\s?[kKmM]?"
_ARROW = lazy(
    rf"(?P<lead>^\W*|[.:;]\s+)(?P<a>{_SUM})\s*(?:→|->|=>|➡|⇒)\s*(?P<b>{_SUM})(?=\s*(?:[.,;!\n]|$))", re.MULTILINE
)
_NO_MORE = lazy(
    r",? (?:and|but|so) (?:i (?:want|need) )?no (?:more|extra|higher) (?:base|salary|pay|money|cash|stock|equity)\b",
    re.IGNORECASE,
)
"""Names what is not asked for."""
_WITH = lazy(r"(?<=[a-z,] )w(?= [a-z])")
_OTHER_COUNT = lazy(
    r"\b(?:only|except|just|but|apart from)(?: for)? (?:the )?(?P<now>\d+) (?P<what>[^\W\d]\w*(?: [^\W\d]\w*){0,3})\s*[.,;:-]+\s*"
    r"(?P<wish>\d+)(?: [^\W\d]\w*)? (?:would|will|wud) (?:be (?:better|best|ideal|good|great|perfect|fine|ok)|work|suit(?: me)?|do)\b",
    re.IGNORECASE,
)


def in_plain_words(text: str) -> str:
    """The text with numbered points on lines of their own, and what only signs or word order tell put as words.

    >>> in_plain_words("to Ann: 1) 70k 2) a laptop").splitlines()
    ['to Ann: ', '- 70k', '- a laptop']
    >>> (
    ...     in_plain_words("mail. 61→66. reason: nights"),
    ...     in_plain_words("all fine, only the 5 days office. 3 would be better"),
    ... )
    ('mail. raise from 61 to 66. reason: nights', 'all fine, I would like 3 days office instead of 5')
    """
    text = _NO_MORE.sub("", _points_apart(text))
    text = _ARROW.sub(r"\g<lead>raise from \g<a> to \g<b>", text)
    text = _OTHER_COUNT.sub(r"I would like \g<wish> \g<what> instead of \g<now>", text)
    return _WITH.sub("with", text)


def _points_apart(text: str) -> str:
    """The text with a line for each of its points, where they are numbered from one on."""
    marks = [mark for mark in _NUMBERED.finditer(text) if not _ends_date(mark)]
    if (
        len(marks) < 2
        or _VERSIONS.search(text)
        or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1))
    ):
        return text
    parts = [text[: marks[0].start()]]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts += ["- " + text[mark.end() : end].strip(" ,;") for mark, end in zip(marks, ends, strict=True)]
    return "\n".join([*parts[:-1], _LAST_POINT.sub(r"\g<point>\n", parts[-1], count=1)])


def _ends_date(mark: re.Match[str]) -> bool:
    return ")" not in mark.group() and bool(_MONTH_BEFORE.search(mark.string[: mark.start()]))

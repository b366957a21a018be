"""By company: whom to write to at each of several companies: "at Ferrous it's Jamal, Larkspur's recruiter is Beatrix"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.offline.briefs.people import greeted_as

_NAME = r"(?P<name>(?-i:(?:(?:Dr|Mr|Ms|Mrs|Prof|Mx)\.? )?[A-ZÀ-ÖØ-Þ][\w'’-]+))"
_JOB = r"(?:contact|recruiter|hr(?: \w+)?|hiring manager|manager|boss|person|guy|lady|founder|owner|rep|agent)"
LEAST_FIRST = 3
"""Letters that the first word of a company's name needs to stand for it."""


def find_by_company(company: str, texts: Sequence[str], others: Collection[str] = ()) -> str:
    """Whom the person told to be their contact at a company, as it is to be greeted; empty where they told none.

    Args:
        company: what the company is called.
        texts: what the person wrote, oldest first.
        others: names of other companies, which are no persons.

    >>> find_by_company("Larkspur", ["My contact at Ferrous is Jamal, at Larkspur it's Beatrix."], ["Ferrous Data"])
    'Beatrix'
    """
    firms = {word.casefold() for name in (company, *others) for word in name.split()}
    for text in reversed(texts):
        for name in _named(company, text):
            if name.split()[-1].casefold() not in firms:
                return greeted_as(name)
    return ""


def _named(company: str, text: str) -> Iterator[str]:
    first = company.split(maxsplit=1)[0] if company else ""
    called = "|".join(re.escape(name) for name in dict.fromkeys((company, first)) if len(name) >= LEAST_FIRST)
    if not called:
        return
    behind = rf"\b(?:at|for|from|with|of) (?:{called})(?:'s)?(?: it)?(?:'s|s| is| was|,|:| =)? ?{_NAME}"
    beside = rf"\b(?:{called})(?:'s)? {_JOB}(?:'s name)?(?: is| was|:|,| =| called| named)* {_NAME}"
    before = rf"\b{_NAME},? \(?(?:(?:is|was|who|the|my|our|their|{_JOB}) )*(?:over )?(?:at|from|of|for) (?:{called})\b"
    for words in (behind, beside, before):
        yield from (match["name"] for match in re.finditer(words, text, re.IGNORECASE))

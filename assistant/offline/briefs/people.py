"""People: whom the message goes to, and who writes it."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.offline.briefs.given_names import GIVEN_NAMES

_NAME = r"(?P<name>[A-Z][\w'’-]+(?: (?:van |de |da |von |el |al-)?[A-Z][\w'’-]+)?)"
_TITLE = r"(?P<title>(?:Dr|Prof|Professor|Mr|Ms|Mrs|Mx|Frau|Herrn?|Señora?|Mme|Madame|Monsieur|Sir|Shri)\.?(?: (?:Dr|Prof)\.?)?)"
_TITLED = re.compile(rf"\b{_TITLE} {_NAME}")
_AFTER_ROLE = re.compile(
    rf"\b(?:recruiter|hr|hm|hiring manager|manager|founder|ceo|cto|boss|talent partner|contact|director|head of \w+)(?:'s name is|,| is| =| named| called|:| \(| -)? ?{_NAME}"
)
_NAMED = re.compile(rf"\b(?:her|his|their|whose|the|recruiter'?s) name(?:'s| is|:) {_NAME}", re.IGNORECASE)
_ADDRESSED = re.compile(
    rf"\b(?:to|dear|hi|hey|hello|tell|ask|email|mail|message|msg|text|for|with|an|nudge|thank|from|reply to|write|call|ping)[:,]? {_NAME}"
)
_WITH_PLACE = re.compile(
    rf"\b(?:to|tell|ask|email|mail|message|text|asked|told) {_NAME}(?= at (?!\d|the top)[A-Za-z]| \((?:[\w-]+ )*(?:recruiter|hr|hm|manager|partner|founder)\b)"
)
"""A name beside an employer or a job is a person's, known as one or not."""
_ANYWHERE = re.compile(_NAME)
_SIGNED = re.compile(
    rf"\b(?:my name is|i am|i'm|this is|sign (?:it )?(?:as|with)|signed,?|regards,?|best,|cheers,) {_NAME}(?=\s*(?:[.,;!\n)]|$|and\b|from\b))"
)
_MA_AM = re.compile(r"\b(?:ma'?am|madam|sir)\b", re.IGNORECASE)
_CASELESS = re.compile(r"\b(?:to|dear|tell|ask|email|mail|message|msg|text|ping|nudge) (?P<name>[a-z][a-z'-]{2,12})\b")


def find_addressee(text: str, companies: Collection[str] = ()) -> str:
    """The person a message goes to, as it is to be greeted; empty when none is named.

    Args:
        text: the person's words, capitals kept.
        companies: names of companies, which are no persons.
    """
    if match := _TITLED.search(text):
        return f"{match['title'].replace('Herrn', 'Herr')} {match['name']}"
    firms = {word for name in companies for word in name.casefold().split()}
    for pattern in (_NAMED, _AFTER_ROLE, _ADDRESSED):
        for match in pattern.finditer(text):
            if (name := _person(match["name"], firms)) is not None:
                return name
    for match in _WITH_PLACE.finditer(text):
        first = match["name"].split()[0]
        if first.casefold() not in firms and not first.isupper():
            return first
    for match in _CASELESS.finditer(text):
        if match["name"] in GIVEN_NAMES and match["name"] not in firms:
            return match["name"].capitalize()
    for match in _ANYWHERE.finditer(text):
        first = match["name"].split()[0]
        before = text[max(0, match.start() - 2) : match.start()]
        if first.lower() in GIVEN_NAMES and first.lower() not in firms and before.strip() not in ("'s",):
            return first
    if match := _MA_AM.search(text):
        return "Sir" if match.group().lower() == "sir" else "Ma'am"
    return ""


def _person(name: str, firms: Collection[str]) -> str | None:
    """The name to greet, when its first word is a given name and no company's."""
    first = name.split(maxsplit=1)[0]
    if first.lower() not in GIVEN_NAMES or first.casefold() in firms:
        return None
    return first


def find_sender(text: str) -> str:
    """The person's own name where they give it; empty otherwise."""
    match = _SIGNED.search(text)
    return match["name"] if match and match["name"].split()[0].lower() in GIVEN_NAMES else ""

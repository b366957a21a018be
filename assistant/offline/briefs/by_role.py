"""By role: whom "the manager" or "the recruiter" is, where an earlier message gives the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.people import greeted_as

_JOBS = {
    "recruiter": r"recruiter|talent (?:partner|lead|person)|sourcer",
    "manager": r"(?:hiring |line |team |future )?manager|hm|boss|supervisor|team lead|lead",
    "founder": r"(?:co-?)?founder|ceo|owner",
    "hr": r"hr|human resources|people (?:team|partner|ops)|personnel",
    "director": r"director|head|vp|principal|dean|chair",
}
_ORDER = lazy(
    r"\b(?:to|for|tell|ask|write|email|e-mail|mail|text|call|message|address) (?:it |this |that )?(?:to )?(?:the|my|her|his|their) (?P<job>(?:hiring |line )?[a-z-]+)\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>(?-i:(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-ZÀ-ÖØ-Þ][\w'’-]+))"


def find_by_role(text: str, earlier: Sequence[str]) -> str:
    """Whom a message is to be sent to that names a job and no person; empty where nobody with that job was named.

    >>> find_by_role("address it to the manager", ["Recruiter is Femi, hiring manager is Claudette."])
    'Claudette'
    """
    for order in _ORDER.finditer(text):
        for job in _JOBS.values():
            if re.fullmatch(job, order["job"], re.IGNORECASE):
                return next(_named(job, earlier), "")
    return ""


def _named(job: str, earlier: Sequence[str]) -> Iterator[str]:
    """The names of those with a job: "the manager is Ann" before "Ann, the manager"."""
    after = rf"\b(?:{job})(?:'s name)?(?: is| was|:| =)? (?:called |named )?{_NAME}"
    before = rf"{_NAME}(?:,| is| \()? ?(?:the |my |our )?(?:{job})\b"
    for words in (after, before):
        told = re.compile(words, re.IGNORECASE)
        for text in reversed(earlier):
            yield from (greeted_as(match["name"]) for match in told.finditer(text))

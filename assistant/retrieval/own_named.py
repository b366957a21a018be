"""Own named: whether a question points at the documents that the person added."""

from __future__ import annotations

import re

_PAPERS = r"(?:notes?|docs?|documents?|files?|guides?|pdfs?|handbook|articles?|memos?)"
_MINE = rf"\b(?:my|our)(?: own)? (?:\w+ )?{_PAPERS}\b"
_NAMES_OWN = re.compile(
    rf"\b(?:what|which|where|how|does|do|did|check|look|see)\b[^.?!]*{_MINE}[^.?!]*"
    r"\b(?:say|says|said|tells?|states?|mentions?|shows?|lists?|give[sn]?|about|on)\b"
    rf"|\b(?:according to|in|per|from|search) {_MINE}"
    rf"|\b{_PAPERS}(?: that| which)? (?:i|we)(?: have|'ve)?(?: just)? "
    r"(?:uploaded|added|ingested|imported|saved|gave you)\b",
    re.IGNORECASE,
)


def names_own(query: str) -> bool:
    """Whether the words ask what the person's own documents say.

    >>> names_own("what did my notes say about on-call pay"), names_own("do they need my documents for the visa")
    (True, False)
    """
    return bool(_NAMES_OWN.search(query))

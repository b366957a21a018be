"""Greeted: everybody a message goes to, named together where its order names several."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.people import NAME_WORD, TITLE, greeted_as
from assistant.offline.briefs.prose import listed

MOST_GREETED = 4
_LEAD = r"(?:(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Mm]y|[Oo]ur) (?:[a-z-]+ ){0,2}(?:[A-Z]{2,4} )?)?"
"""What may stand before a second name: "her coordinator Jon", "the ED Mr. Abara"."""
_ASIDE = r"(?: \([^()\n]{2,40}\))?"
_JOINT = re.compile(rf"{_ASIDE}(?:\s*,\s*|\s*(?:,\s*)?(?:\b(?:and(?: also)?|AND|plus)\b|&|\+)\s*){_LEAD}")
_NAMED = re.compile(
    rf"(?!(?:Hi|Hey|Hello|Dear|To|Both|Write|E-?[Mm]ail|Mail|Message|Text|Tell|Ask|Thank|Recruiter|HR)\b)(?:{TITLE} )?{NAME_WORD}(?: (?!AND\b){NAME_WORD})?(?=\W|$)"
)
_SMALL = re.compile(r"[a-z]{3,12}\b")
_GOES_ON = lazy(
    r"(?:'s|’s)?,? (?:(?:both|all|has|have|had|also|just|then|already|never|only) )*(?:said|says?|told|tells|wrote|writes?|asked|asks|gave|gives|offers?|offered|is|are|was|were|wants?|will|would|can|could|called|replied|pays?|promised|came|has|had|did|does|got|knows?|thinks?)\b",
    re.IGNORECASE,
)
"""Behind a name that opens the next sentence: "write to Rita and Tom said no"."""
_ORDERED = lazy(
    rf"(?:(?:\b(?P<past>met|meeting|meet|spoke|spoken|talked|talking|wrote|sent|emailed|mailed|introduced|reports?|reported|went|said|gave)(?: [\w'’]+){{0,3}} )?\b(?:to|for|an|cc|both|dear|hi|hello|hey|e-?mail|mail|write|message|msg|text|tell|ask|thank|ping|nudge|dm|addressees?|recipients?|recruiters?|contacts?)\b:?(?: (?:to|both|them))*)\s*{_LEAD}$",
    re.IGNORECASE,
)
"""Before the first name of a row: the order that sends the message to all of it."""
_TO_BOTH = lazy(
    r"\b(?:to|for|tell|ask|e-?mail|mail|message|text|thank) (?:them )?(?:both|all (?:of them|three|four)|the two|them)\b(?! [A-Z])"
)
_A_DAY = lazy(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?(?: \d| is\b| works?\b| as\b))",
    re.IGNORECASE,
)


def greeted_together(text: str, to: str, firms: Collection[str] = ()) -> tuple[str, ...]:
    """Everybody that is named in one row with the person a message goes to, that person among them; empty for one alone.

    Args:
        text: the person's own words, capitals kept.
        to: whom the message goes to, as greeted.
        firms: companies, which are greeted by no name.

    >>> greeted_together("write to both Rita (hr) and Tom asking for time", "Rita")
    ('Rita', 'Tom')
    >>> greeted_together("mail to Rosalind and the ED Mr. Abara.", "Mr. Abara")
    ('Rosalind', 'Mr. Abara')
    """
    known = {word for firm in firms for word in (firm, *firm.split()[:1])}
    for match in filter(lambda found: _can_be(found.group()), _NAMED.finditer(text)):
        names = _row(text, match.end(), [match.group()], known)
        called = tuple(dict.fromkeys(map(greeted_as, names)))
        if len(called) > 1 and to in called and _goes_to_all(text, match.start()):
            return called[:MOST_GREETED]
    return ()


def _goes_to_all(text: str, start: int) -> bool:
    """Whether the row of names that starts there is whom the message goes to, and not who is told of."""
    ordered = _ORDERED.search(text, 0, start)
    return bool((ordered and not ordered["past"]) or _TO_BOTH.search(text))


def _row(text: str, end: int, names: list[str], firms: Collection[str]) -> list[str]:
    """The names joined to the first one, in their order."""
    while joint := _JOINT.match(text, end):
        name = _NAMED.match(text, joint.end()) or _known(text, joint.end())
        if name is None or name.group() in firms or _opens_another(text, name) or not _can_be(name.group()):
            break
        if "," in joint.group() and not all(map(is_person, (names[-1], name.group()))):
            break  # beside a comma alone, a word with a capital may be a firm, a place or a job
        names.append(name.group())
        end = name.end()
    return names


def _opens_another(text: str, name: re.Match[str]) -> bool:
    """Whether a word with a capital opens the next clause, or is a day."""
    return bool(_GOES_ON.match(text, name.end()) or _A_DAY.match(text, name.start()))


def _known(text: str, start: int) -> re.Match[str] | None:
    """A first name in small letters."""
    name = _SMALL.match(text, start)
    return name if name and name.group() in GIVEN_NAMES else None


def _can_be(name: str) -> bool:
    """Whether a word with a capital can be a name to greet, and is no job, title or firm alone."""
    alone = re.fullmatch(rf"{TITLE}|HR|CEO|CTO|CFO|Recruiter|Chef|Boss", name)
    return not (alone or name.isupper() or re.search(r"['’]s(?: |$)", name))


def is_person(name: str) -> bool:
    """Whether a name is surely a person's: a first name that is known, or one behind a title.

    >>> is_person("Mr. Abara"), is_person("Wayfair")
    (True, False)
    """
    first = name.split(maxsplit=1)[0]
    return first.lower() in GIVEN_NAMES or re.fullmatch(TITLE, first) is not None


def greet_all(names: Collection[str]) -> str:
    """The names as they stand behind "Hi".

    >>> greet_all(["Jo", "Sam", "Petra"])
    'Jo, Sam and Petra'
    """
    return listed(list(names))

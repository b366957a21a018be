"""Other firm: words in which somebody else than the makers of the offers on file changes a pay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.letters.employers import COMMON_WORDS, EMPLOYERS
from assistant.letters.patterns import LABEL
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.grammar import is_known_word
from assistant.offline.chosen import names_of

_MOVES = (
    r"(?:(?:'s)? (?:recruiter|hr|hm|manager|boss|people|guys|folks|team))?(?:'s|'ve)?(?: (?:just|also|now|has|have|even|already|finally|today|actually|then|only))* "
    r"(?:doubled|tripled|halved|raised|bumped|upped|moved|offered|gave|went|came|cut|dropped|lowered|increased|matched|countered|added|put|threw|took|"
    r"removed|pulled|scrapped|extended|improved|sweetened|revised|updated|agreed|"
    r"(?:says?|said|thinks?|told me)(?:,? (?:that|they|they'?d|they'?ll|it|would|can|could|will|might|about|around))* (?:do|go|pay|offer|give|match))\b"
)
_TO_STAY = lexicon.any_of(
    rf"\b(?:my )?(?:old|current|present|former|previous|last|ex|existing)[- ](?:\w+ )?(?:manager|boss|employer|company|firm|job|team|lead|place|workplace|gig|office){_MOVES}",
    r"\bto (?:keep|retain|hold(?: on to)?) me\b(?! (?:whole|happy|interested|for))|\b(?:to (?:get|make) me|so (?:that )?i(?:'d| would| will)?) stay\b(?! (?:at least|for|\d|an?|one|two|three))",
)
"""What the employer does whom the person would leave."""
_FIRM = re.compile(
    rf"(?<![\w'’@.-])(?P<mover>[A-Za-z][\w&-]*(?: [A-Z][\w&-]*)?){_MOVES}"
    r"|\b(?:recruiter|hr|hm|manager|boss|people|guys|folks|team|over|someone|lady|guy) (?:over )?(?:at|from|of) (?:the )?(?P<whose>[A-Za-z][\w&-]*(?: [A-Z][\w&-]*)?)"
    r"|^\W*(?:and |but |so |ok |over )*at (?P<where>[A-Za-z][\w&-]*(?: [A-Z][\w&-]*)?)",
)
_SAYS = re.compile(
    r"(?<![\w'’@.-])(?P<mover>[A-Za-z][\w&-]*(?: [A-Z][\w&-]*)?)(?:'s (?:recruiter|hr|hm|manager|people|guys|folks|team))?"
    r"(?: (?:just|also|now|already|finally|even))? (?:says?|said|quoted|told me|pays?)(?: me)? (?=[$€£₹]?\d)"
)
"""Names a sum, which only who makes an offer does: a name that is a word besides is that of a firm."""


def keeps_person(text: str) -> bool:
    """Whether the employer whom the person would leave pays more.

    >>> keeps_person("my old boss moved 5k into my base"), keeps_person("i told my old boss, they went to 130k")
    (True, False)
    """
    return bool(_TO_STAY.search(lexicon.fold(text)))


def tells_of_other_firm(text: str, offers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a firm with no offer on file changes a pay by these words.

    >>> snap = [{"name": "Snap", "offer": {"company": "Snap"}, "words": "Snap 190k"}]
    >>> [tells_of_other_firm(f"{firm} doubled the sign on", snap) for firm in ("Meta", "Snap", "They", "HR")]
    [True, False, False, False]
    """
    if not offers or any(not item["offer"].get("company") for item in offers):
        return False  # the name may be that of the offer, which has none yet
    known = {name for item in offers for name in names_of(dict(item))}
    known |= {word for name in known for word in name.split()}
    moving = [match[match.lastgroup or 0] for match in _FIRM.finditer(text)]
    saying = [match["mover"] for match in _SAYS.finditer(text)]
    found = [name for name in (*moving, *saying) if not {name.lower(), *name.lower().split()} & known]
    return any(_is_firm(name) or (name in saying and name.lower() in EMPLOYERS) for name in found)


def _is_firm(name: str) -> bool:
    """Whether a word is an employer everybody knows, or a name in capitals that is no person's."""
    low = name.lower()
    if low in EMPLOYERS:
        return low not in COMMON_WORDS or name[0].isupper()
    strange = not any(is_known_word(word) or word in GIVEN_NAMES or LABEL.match(word) for word in low.split())
    return name[0].isupper() and not (name.isupper() and len(name) < 3) and strange

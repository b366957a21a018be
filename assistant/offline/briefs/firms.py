"""Firms: which company a message goes to, and which others it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.cut import CutMessage
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.people import is_titled
from assistant.offline.briefs.secrets import touches

HIDES_SUM = lazy(
    r"\b(?:don'?t|dont|do not|never|not|without|w/?out|rather not|no)\b[^.?!\n]{0,40}\b(?:how much|what they (?:pay|offer\w*|gave)|(?:their|the other) (?:\w+ )?(?:number|figure|sum|amount|pay|salary)s?)\b|\b(?:no|without (?:a|the|any)?) ?names?\W+(?:and |or )?(?:no |nor )?(?:numbers?|figures?|sums?|amounts?|pay)\b"
    r"|\b(?:(?:an)?other|second|competing|rival) (?:offer|one)\b[^.?!\n]{0,20}\b(?:not|without|never|don'?t (?:say|give|mention|tell|name)) (?:the |its |their |any )?(?:numbers?|figures?|sums?|amounts?|pay|salary)\b",
    re.IGNORECASE,
)
"""Keeps back what another firm pays."""


REACH = 40
"""Characters before a firm in which it is looked for what goes on there."""
_INTERVIEWS = lazy(
    r"\b(?:(?:final|last|second|third|next)[- ](?:round|stage|interview|loop)s?|interview\w*|onsite|in (?:the )?process|waiting (?:on|for)|to hear(?: back)?|hear from)"
    r"(?: (?:at|with|from|for|by))?(?: the)? $",
    re.IGNORECASE,
)
"""Before a firm that has made no offer yet."""


@dataclass(frozen=True)
class Firms:
    """The company a message goes to, empty where none is named, and the names of others."""

    own: str = ""
    others: frozenset[str] = frozenset()


def read_firms(message: CutMessage, to: str, employer: str, secrets: Collection[str]) -> Firms:
    """The firms of a message.

    Args:
        message: what the person wrote, taken apart.
        to: whom the message goes to.
        employer: the firm they are told to be of, empty where none is told.
        secrets: the telling words of what must not be said: a firm among them is another one.
    """
    mentions, text = message.mentions, message.draft
    named = _told_apart(list(_whole_names(mentions, text)), message)
    if employer:
        own = next((item.words for item in named if _is_same(item.words, employer)), employer)
    else:
        own = next((one.words for one in named if one.role == "co" and not touches(one.words, secrets)), "")
        own = own or next((one.words for one in mentions if _is_sent_to(one, to)), "")
    others = {
        one.words
        for one in named
        if not _is_same(one.words, own) and (employer or one.role == "riv" or touches(one.words, secrets))
    }
    return Firms(own, frozenset(others))


def _whole_names(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The firms mentioned, two mentions side by side as the one name they are: "Osier" and "Pharma"."""
    held: Mention | None = None
    for item in (replace(one, words=re.sub(r"['’]s$", "", one.words)) for one in mentions):
        if item.role not in ("co", "riv"):
            continue
        if held and text[held.end : item.start] == " ":
            held = replace(held, words=text[held.start : item.end], end=item.end)
            continue
        if held:
            yield held
        held = item
    if held:
        yield held


def _is_sent_to(item: Mention, to: str) -> bool:
    """Whether what a message is sent to beside a person is their firm: "a note to Thornfield … to Mr Castellanos"."""
    named = item.words.istitle() and item.words.casefold().split()[0] not in GIVEN_NAMES
    return (
        item.role == "to"
        and bool(to)
        and named
        and not is_titled(item.words)
        and item.words not in to
        and to.rsplit(maxsplit=1)[-1] not in item.words
    )


def _told_apart(named: list[Mention], message: CutMessage) -> list[Mention]:
    """The firms; one that another offer, beside the firm written to, or an interview is told of is another one."""
    rivals = [(clause.start, clause.end) for clause in message.clauses if clause.role == "rival"]
    outside = any(item.role == "co" and not any(start <= item.start < end for start, end in rivals) for item in named)

    def is_elsewhere(item: Mention) -> bool:
        told = outside and any(start <= item.start < end for start, end in rivals)
        return told or bool(_INTERVIEWS.search(message.draft[max(0, item.start - REACH) : item.start]))

    return [replace(item, role="riv") if is_elsewhere(item) else item for item in named]


def _is_same(name: str, other: str) -> bool:
    """Whether two names begin with the same word."""
    return bool(name and other) and name.casefold().split()[0] == other.casefold().split()[0]

"""Firms: which company a message goes to, and which others it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.people import employer_of, is_titled
from assistant.offline.briefs.secrets import touches

HIDES_SUM = lazy(
    r"\b(?:don'?t|dont|do not|never|not|without|w/?out|rather not|no)\b[^.?!\n]{0,40}\b(?:how much|what they (?:pay|offer\w*|gave)|(?:their|the other) (?:\w+ )?(?:number|figure|sum|amount|pay|salary)s?)\b",
    re.IGNORECASE,
)
"""Keeps back what another firm pays."""


@dataclass(frozen=True)
class Firms:
    """The company a message goes to, empty where none is named, and the names of others."""

    own: str = ""
    others: frozenset[str] = frozenset()


def read_firms(mentions: Sequence[Mention], text: str, to: str, secrets: Collection[str]) -> Firms:
    """The firms of a message.

    Args:
        mentions: of the text.
        text: the person's words.
        to: whom the message goes to, who may be told to be of a firm.
        secrets: the telling words of what must not be said: a firm among them is another one.
    """
    named = list(_whole_names(mentions, text))
    employer = employer_of(to, text)
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


def _is_same(name: str, other: str) -> bool:
    """Whether two names begin with the same word."""
    return bool(name and other) and name.casefold().split()[0] == other.casefold().split()[0]

"""Profile: what the person says of themselves in note form, and the same told about them by somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.fluency import words_of
from assistant.offline.briefs.prose import tidy

MOST_WORDS = 18
_OPENED = lazy(
    r"(?:^|(?<=[\s(]))(?:me|about me|candidate|profile|background|my (?:profile|background|facts)|facts|bio|who i am)\s*[:=]\s*(?P<list>[^\n]+)",
    re.IGNORECASE,
)
_STOP = lazy(
    r"[.;]\s+(?=[A-Z]|i\b|they\b|offer)|\b(?:offered|asking|ask is|ask:|they (?:offer|gave)|current offer)\b",
    re.IGNORECASE,
)
_NAME = lazy(r"^(?:(?-i:[A-ZÀ-Þ][\w'’-]+)(?: (?-i:[A-ZÀ-Þ][\w'’-]+)){0,2})$")
_FIRST_PERSON = lazy(
    r"^i(?:'ve|'m| am| have|'d| would)?\s+(?:(?:also|already|personally|just|really)\s+)?", re.IGNORECASE
)
_IRREGULAR = {"have": "has", "am": "is", "do": "does", "go": "goes", "'m": "is", "'ve": "has"}
_PAST = lazy(
    r"^(?:\w+ed|led|built|cut|ran|wrote|grew|won|held|brought|made|took|taught|sold|kept|spent|did|got|came|set|put|rebuilt|rewrote|was|were|had|saved|drove|found|gave|met|spoke|began|left|could|would|will|can)$",
    re.IGNORECASE,
)
_OWN = (
    (r"\bmy\b", "their"),
    (r"\bmyself\b", "themselves"),
    (r"\bme\b", "them"),
    (r"\bI've\b", "they have"),
    (r"\bI'm\b", "they are"),
    (r"\bI\b", "they"),
)


def read_profile(text: str) -> tuple[str, tuple[str, ...]]:
    """The name and the notes behind "Me:" or "Background:"; an empty name where none stands first.

    >>> read_profile("Me: Omar Haddad, Senior ML Eng, 7 yrs, 2 patents. Offered 212k")
    ('Omar Haddad', ('Senior ML Eng', '7 years', '2 patents'))
    """
    match = _OPENED.search(text)
    if match is None:
        return "", ()
    listed = match["list"]
    if stop := _STOP.search(listed):
        listed = listed[: stop.start()]
    notes = [part.strip(" .") for part in re.split(r",\s+|;\s*|\s+[|/]\s+|\s+\+\s+", listed) if part.strip(" .")]
    name = notes.pop(0) if notes and _NAME.match(notes[0]) else ""
    return name, tuple(tidy(note) for note in notes if len(note.split()) <= MOST_WORDS)


def tell_of_them(sentence: str) -> str:
    """A sentence about oneself as a note about somebody: "I run on-call" becomes "Runs on-call".

    >>> (
    ...     tell_of_them("I run on-call for 3 teams."),
    ...     tell_of_them("I have 7 years in fraud."),
    ...     tell_of_them("I cut costs by 38%."),
    ... )
    ('Runs on-call for 3 teams.', 'Has 7 years in fraud.', 'Cut costs by 38%.')
    """
    sentence = re.sub(r"^(?:and|but|so|also|plus)\s+", "", sentence, flags=re.IGNORECASE)
    opening = _FIRST_PERSON.match(sentence)
    rest = sentence[opening.end() :] if opening else sentence
    if opening and rest:
        helper = opening.group().strip().lower()
        if re.search(r"(?:'m| am)\b", helper):
            rest = f"is {rest}"
        elif re.search(r"(?:'ve|have)\b", helper):
            first = words_of(rest)[:1]
            rest = rest if first and _PAST.match(first[0]) and not first[0].isdigit() else f"has {rest}"
        else:
            rest = " and ".join(_third(part) for part in re.split(r" and (?=[a-z]+ )", rest, maxsplit=1))
    for pattern, new in _OWN:
        rest = re.sub(pattern, new, rest)
    return rest[:1].upper() + rest[1:]


def _third(words: str) -> str:
    first, _, rest = words.partition(" ")
    if (
        not first.isalpha()
        or _PAST.match(first)
        or (first.lower().endswith(("ly", "ing")) and first.lower() != "bring")
    ):
        return words
    verb = _IRREGULAR.get(first.lower()) or (
        f"{first}es"
        if re.search(r"(?:s|x|z|ch|sh)$", first)
        else f"{first[:-1]}ies"
        if re.search(r"[^aeiou]y$", first)
        else f"{first}s"
    )
    return f"{verb} {rest}".strip()


def tell_all(reasons: Iterable[str]) -> list[str]:
    """Every sentence as a note about somebody."""
    return [tell_of_them(reason) for reason in reasons]

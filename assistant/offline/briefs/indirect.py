"""Indirect: what a message is to ask or say, told in reported speech, turned into the words themselves.

"ask if start can be Jan 12" becomes "Could the start be Jan 12?"; what cannot be turned is left alone.
"""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

MOST_WORDS = 34
_AUXILIARIES = {
    "can": "Could", "could": "Could", "would": "Would", "will": "Would", "might": "Could", "may": "Could",
    "is": "Is", "are": "Are", "was": "Was", "were": "Were", "has": "Has", "have": "Have", "does": "Does", "do": "Do",
    "did": "Did", "should": "Should",
}  # fmt: skip
_ASKED = lazy(
    r"^(?P<subject>(?!to\b|not\b)(?:[^\s,;:.?!]+ ){1,7}?)(?P<aux>can|could|would|will|might|may|is|are|was|were|has|have|does|do|did|should)(?P<not> not|n't)? (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_POSSIBLE = lazy(
    r"^(?:it(?:'s| is| would be) (?:\w+ )?(?:possible|ok|okay|fine|alright) (?:to|if|for me to) |(?:possible|ok|okay) (?:to|for me to) )(?P<rest>.+)$",
    re.IGNORECASE,
)
_THERE = lazy(
    r"^(?:there(?:'s| is| are| would be| might be)|they have|you have) (?P<rest>(?:any |some |a |an |more |room).+)$",
    re.IGNORECASE,
)
_SEVERAL = lazy(r"(?:any|more) [a-z]+s\b")
_DETERMINED = lazy(
    r"^(?:the|a|an|my|our|your|this|that|these|those|some|any|i|we|you|they|he|she|it|there|one|both|each|every|\d|[A-Z])",
)
_WHEN = lazy(
    r"^(?P<what>when|where|why|who|how(?: (?:much|many|long|often|soon)(?: [a-z]+)?)?|what(?: [a-z]+)?|which [a-z]+) (?P<subject>(?:[^\s,;:.?!]+ ){1,7}?)(?P<aux>can|could|would|will|might|may|is|are|was|were|has|have|does|do|did|should)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_HAS_OBJECT = lazy(r"^(?:you|they|we|she|he) (?:do|does) (?:\d|(?:an?|the|any|some)\b)", re.IGNORECASE)
_HAVE = lazy(r"^(?:been|gone|done|made|\w+ed)\b", re.IGNORECASE)
_DOES = lazy(
    r"^(?P<subject>you|they|we|she|he) (?P<rest>(?:also |still |ever |usually |normally )?(?!to\b|not\b)[a-z]+ \S.*)$",
    re.IGNORECASE,
)
_SHORTENED = lazy(r"^(?P<who>it|that|this|there|he|she|they|you|we)['’](?P<verb>s|re)\b", re.IGNORECASE)
_UNCOUNTED = frozenset(
    "parking lunch food insurance coverage remote hybrid relocation housing overtime childcare travel training visa sponsorship equity".split()
)
_PERSONS = {"they": "you", "she": "you", "he": "you", "them": "you", "her": "you", "him": "you", "u": "you"}


def ask_directly(clause: str) -> str:
    """The question behind "ask if …", spoken to the company; empty when its grammar is not plain.

    Args:
        clause: what stands behind "if" or "whether", with the company already spoken to as "you".

    >>> ask_directly("start can be Jan 12 instead of Dec 15"), ask_directly("it's ok to bring my dog")
    ('Could the start be Jan 12 instead of Dec 15?', 'Would it be possible to bring my dog?')
    """
    text = clause.strip().rstrip("?.! ")
    if not text or len(text.split()) > MOST_WORDS or "?" in text:
        return ""
    if when := _WHEN.match(text):
        return _ask_when(when)
    if possible := _POSSIBLE.match(text):
        mine = re.match(r"(?:i|we) (?:can |could )?", possible["rest"], re.IGNORECASE)
        return f"Could I {possible['rest'][mine.end() :]}?" if mine else f"Would it be possible to {possible['rest']}?"
    if there := _THERE.match(text):
        rest = re.sub(r"^some ", "any ", there["rest"])
        if not text.lower().startswith("there"):
            return f"Do you have {rest}?"
        return f"{'Are' if _SEVERAL.match(rest) else 'Is'} there {rest}?"
    text = _SHORTENED.sub(lambda told: f"{told['who']} {'is' if told['verb'] == 's' else 'are'}", text)
    asked = _ASKED.match(text)
    if asked is None:
        does = _DOES.match(text)
        return f"Do {_PERSONS.get(does['subject'].lower(), does['subject'])} {does['rest']}?" if does else ""
    if asked["aux"].lower() in ("do", "does") and _HAS_OBJECT.match(text):
        return f"Do {_PERSONS.get(asked['subject'].strip().lower(), asked['subject'].strip())} do {asked['rest']}?"
    subject = asked["subject"].strip()
    subject = _PERSONS.get(subject.lower(), subject)
    if re.match(r"i$", subject, re.IGNORECASE):
        subject = "I"
    elif not _DETERMINED.match(subject) and subject.split()[0].lower() not in _UNCOUNTED:
        subject = f"the {subject}"
    auxiliary, rest = _AUXILIARIES[asked["aux"].lower()], asked["rest"]
    if auxiliary in ("Has", "Have") and not _HAVE.match(rest):
        auxiliary, rest = ("Does" if auxiliary == "Has" else "Do"), f"have {rest}"
    return f"{auxiliary} {subject}{' not' if asked['not'] else ''} {rest}?"


def _ask_when(told: re.Match[str]) -> str:
    """The question behind "when the first grant would be": "When would the first grant be?"."""
    subject = told["subject"].strip()
    subject = _PERSONS.get(subject.lower(), subject)
    subject = "I" if subject.lower() == "i" else subject
    if not _DETERMINED.match(subject):
        return ""
    what = told["what"]
    return f"{what[:1].upper()}{what[1:]} {told['aux'].lower()} {subject}{told['rest'].rstrip()}?"

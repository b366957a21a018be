"""Hearsay: a figure that a page or a person is said to give, which is to be checked and is nobody's offer."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.signals import Signals
from assistant.offline.statements import Parts

CLAIMED = 0.55
"""Likeness with a question about a disputed claim from which a figure may be that claim's."""
READ_AS_OWN: frozenset[Kind] = frozenset({"offer", "calculation", "comparison"})
"""Kinds that the figure would be taken for."""
_PUBLISHED = lexicon.any_of(
    r"\b(?:guides?|articles?|blogs?|posts?|pages?|(?:web ?)?sites?|videos?|threads?|reddit|blind|linkedin|youtube|"
    r"tiktok|internet|online)\b",
    r"\b(?:i (?:read|saw|heard)|according to)\b",
)
_ASKS_IF_TRUE = lexicon.any_of(
    r"\b(?:true|right|correct|real|realistic|legit|accurate|plausible|believable|reasonable|bs)\b",
    r"\b(?:adds? up|checks? out|believe|trust|normal)\b",
)
_SUPPOSES = lexicon.any_of(r"\b(?:should|will|may|might|could|is (?:going|expected) to) (?:rise|grow|go up|double)\b")
_OWN = lexicon.any_of(
    r"\b(?:my|our) (?:offer|base|salary|grant|package|total|tc|letter|rsus?|stock)\b",
    r"\bi (?:got|have|was offered|am getting|make|earn)\b|\bi'm (?:getting|at)\b",
    r"\bthey (?:offer(?:ed)?|gave|give)\b|\boffered me\b",
)


def is_hearsay(text: str, signals: Signals) -> bool:
    """Whether the message asks about a figure of the library's disputed claims and tells no offer of its own.

    >>> is_hearsay("a guide says 543k for l63, true?", Signals(claimed=0.8))
    True
    >>> is_hearsay("a guide says 543k for l63, my offer is 380k", Signals(claimed=0.8))
    False
    """
    asks = _PUBLISHED.search(text) or _ASKS_IF_TRUE.search(text) or _SUPPOSES.search(text)
    return bool(signals.claimed >= CLAIMED and asks and not _OWN.search(text))


def without_hearsay(parts: Parts, text: str, signals: Signals) -> Parts:
    """The parts without an offer that would be read from figures of somebody else's."""
    if parts.is_letter or not parts.statements or not is_hearsay(text, signals):
        return parts
    return replace(parts, statements=(), states_offer=False)

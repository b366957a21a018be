"""Grounds: whether a draft rests its ask on something a recruiter can pass on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import is_ask, is_on_file, scale, sums_of
from assistant.checks.draft_lines import GREETING, PATTERNS, LineTag, Part
from assistant.checks.flaw_patterns_abroad import ABROAD
from assistant.checks.flaws import MessageFacts
from assistant.checks.message_layout import find_closing
from assistant.checks.message_numbers import claims_offer

_GROUNDS: tuple[LineTag, ...] = ("other_offer", "need", "current_pay", "ultimatum")
"""What a message rests an ask on, well or badly; a bad ground is a flaw of its own."""
_NO_GROUND: tuple[LineTag, ...] = ("warm", "accepts", "accepted_before", "apologetic", "aggressive", "vague")
LEAST_WORDS = 4
SURELY_A_REASON = 0.5
"""Score at which a sentence in another language than the reader's is believed without a word that shows it."""
_ARRANGES = re.compile(
    r"\b(?:let me know|lmk|hear(?:ing)? (?:from|back)|repl(?:y|ies)|answers?|wait(?:ing)?|await\w*|look(?:ing)? forward|call"
    r"|chat|discuss\w*|talk(?:ed)?|review(?:ed)?|thought about|decid\w+|decision|get back|reach me|available|regards|hope"
    r"|happy to|ready to|resend|confirm\w*|updated? letter|next steps|your (?:mail|email|offer|message)|this offer|the offer"
    r"|freue|melden?|rückmeldung|antwort\w*|sprechen|telefon\w*|grüße"
    r"|respuesta|espero|quedo|hablar|llamada|saludos?|abrazo|resposta|aguardo|fico|falar|abraços?|beijos?"
    r"|réponse|attends|reste à|disposition|parler|journée|batao|bata (?:do|dijiye)|reactie|hoor"
    r"|risposta|attesa)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:great|lovely|fantastic|amazing|awesome|brilliant|perfect|cool|super|dream|impress\w*|kind|good (?:bunch|people)|fits?"
    r"|genial|estupend\w+|maravill\w+|ótim[oa]|incrível|toll\w*|großartig\w*|klasse|génial|formidable|mast|badhiya)\b",
    re.IGNORECASE,
)
_SO = re.compile(r",? so (?=(?:could|can|might|may|would|i'd|i would|is|how|what)\b)", re.IGNORECASE)
_OF_MYSELF = re.compile(
    r"\b(?:my|mine|i(?:'ve| have| hold| bring| led| built| run| ran| own| speak| know))\b", re.IGNORECASE
)


def has_ground(parts: Sequence[Part], facts: MessageFacts, is_foreign: bool = False) -> bool:
    """Whether the message says why: by a word, by likeness, or by a sentence that can be nothing but the reason.

    Args:
        parts: the sentences of the message.
        facts: what is known of the case.
        is_foreign: the message is in a language the line reader does not know, so its scores count for little.
    """
    if any(words.KNOWS_THE_LIMIT.search(part.text) for part in parts):
        return True
    if any(claims_offer(part, facts) or any(part.does(tag) for tag in _GROUNDS) for part in parts):
        return True
    if any(_leads_to_ask(part) for part in parts if is_ask(part)):
        return True
    if any(part.does("reason") and _is_believed(part, is_foreign) for part in parts):
        return True
    return any(_tells_a_fact(part, facts) for part in parts[: find_closing(parts)])


def _leads_to_ask(part: Part) -> bool:
    """Whether an ask follows from what stands before it: "I'd be on call every third week, so might 70k be …"."""
    link = _SO.search(part.text)
    lead = part.text[: link.start()] if link else ""
    return len(lead.split()) >= LEAST_WORDS and not PATTERNS["warm"].search(lead) and not _PRAISES.search(lead)


def _is_believed(part: Part, is_foreign: bool) -> bool:
    if not is_foreign or part.told is not None:
        return True
    shown = ABROAD["reason"].search(part.text) or PATTERNS["reason"].search(part.text)
    return bool(shown) or (part.score("reason") or 0.0) >= SURELY_A_REASON


def _tells_a_fact(part: Part, facts: MessageFacts) -> bool:
    """Whether a sentence neither asks, thanks, arranges nor repeats the offer: what is left is why."""
    text = part.text
    if part.told is not None or text.rstrip().endswith("?") or GREETING.fullmatch(text):
        return False
    if len(re.findall(r"[^\W\d_]{2,}", text)) < LEAST_WORDS or is_ask(part) or part.does("ask"):
        return False
    if any(part.does(tag) for tag in _NO_GROUND) or _ARRANGES.search(text):
        return False
    sums = sums_of(part)
    if sums and all(is_on_file(scale(amount), facts) for amount in sums):
        return False
    return bool(_OF_MYSELF.search(text)) or not _PRAISES.search(text)

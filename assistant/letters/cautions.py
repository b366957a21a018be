"""Cautions: conditions in a letter that a person should notice before signing."""

from __future__ import annotations

import re

from assistant.letters.asides import find_orders
from assistant.letters.mentions import Page
from assistant.letters.terms import Terms

_CONDITIONS: tuple[tuple[str, str, str], ...] = (
    ("", r"discretion", "Something is at the company's discretion: it is not promised."),
    ("",
        r"subject to (?:the )?(?:\w+ ){0,3}(?:approval|board)|board(?: of directors)?(?:'s)? approval"
        r"|approved by (?:the|our) board|subject to .{0,20}approval",
     "The equity needs an approval that has not been given yet."),
    ("repay",
        r"claw ?-?back|repa(?:y|id|yable|yment)|pay back|reimburse the company|recover(?:ed|able)? (?:if"
        r"|in)|pro-?rata repayment|refund",
     "There is a clawback: money has to be paid back when leaving early."),
    ("", r"repurchase right|right (?:to|of) repurchase|company may (?:repurchase|buy back)|buy-?back right",
     "The company may buy vested shares back: ask at which price."),
    ("", r"non-?compet|not (?:to )?compete with|covenant not to compete",
        "There is a non-compete clause: have its reach checked."),
    ("", r"non-?solicit", "There is a non-solicitation clause."),
    ("",
        r"contingent (?:up)?on|conditional (?:up)?on|subject to (?:the )?(?:satisfactory "
        r"|successful )?(?:completion|background|reference|verification|your)",
     "The offer is conditional: do not resign before the conditions are met."),
    ("",
        r"(?:expires?|valid|decide|answer|respond|reply|deadline)\b[^.\n]{0,40}(?:\b(?:24|48|72|12) ?(?:-"
        r"| )?(?:hours|hrs|h)\b|\btoday\b|\btonight\b|\btomorrow\b|\beod\b|\bend of (?:the )?day\b)",
     "The deadline is very short: ask for an extension before anything else."),
)  # fmt: skip
_COMPILED = tuple((cue, re.compile(pattern, re.IGNORECASE), words) for cue, pattern, words in _CONDITIONS)


def note_conditions(page: Page, terms: Terms) -> None:
    """Add a warning for each condition the text names, and cues for the questions."""
    for cue, pattern, words in _COMPILED:
        if pattern.search(page.text):
            terms.warnings.append(words)
            if cue:
                terms.cues.add(cue)
    if find_orders(page.text, page.sentences):
        terms.warnings.append("The text holds instructions to a program: they were read as text and not followed.")
    vested = bool(page.vesting)
    if (
        vested
        and terms.grants
        and re.search(r"\bvest", page.text, re.I)
        and not re.search(
            r"start date|vest\w* (?:commencement|start)|anniversary|date of (?:joining|grant)"
            r"|from (?:the )?(?:grant|start)",
            page.text,
            re.I,
        )
    ):
        terms.cues.add("vest_start_unstated")

"""Promises: a letter, mail or call notes as one side of a promise diff."""

from __future__ import annotations

import re

from assistant.domain.promise_diff import Paper, PromiseChange, compare_papers
from assistant.letters.parse import parse_offers
from assistant.letters.sentences import split_sentences

_TOPICS: dict[str, str] = {
    "remote work": r"remote(?:ly)?|work(?:ing)? from home|wfh|hybrid|days? (?:a|per) week in (?:the )?office",
    "visa sponsorship": r"visa|h-?1b|green card|immigration|work permit|relocation of status",
    "pay review": r"(?:pay|salary|comp(?:ensation)?|performance) review"
    r"|re-?visit (?:your|the|my)? ?(?:pay|base|salary|comp\w*)"
    r"|review(?:ed)? (?:your|my) (?:pay|base|salary|comp\w*)|raise (?:after|in|at)",
    "promotion": r"promot(?:e|ed|ion)",
    "yearly refresh grants": r"refresh(?:er)?s?\b",
    "severance": r"severance",
    "accelerated vesting": r"accelerat(?:e|ed|ion)|double[- ]trigger|single[- ]trigger",
    "paid time off": r"\bpto\b|paid time off|vacation|annual leave|holiday allowance|days? (?:of )?(?:holiday|leave)",
    "training budget": r"(?:learning|training|education|conference) (?:budget|stipend|allowance)|tuition",
    "home office or equipment": r"home[- ]office|equipment (?:budget|stipend|allowance)|laptop",
    "parental leave": r"(?:parental|maternity|paternity) leave",
    "no repayment": r"(?:no|without(?: any)?|waive\w*(?: the)?) (?:claw ?-?back|repayment)",
    "team or manager": r"report(?:ing)? to|on the [\w -]{2,30} team|your manager",
}
"""What is promised besides pay, and how it is said."""

_COMPILED = {topic: re.compile(rf"\b(?:{words})", re.IGNORECASE) for topic, words in _TOPICS.items()}
LONGEST_WORDS = 300


def compare_letters(promised: str, written: str) -> tuple[PromiseChange, ...]:
    """What was said before against what the letter says: missing, changed, now conditional, new, kept.

    Never raises; a text that states no offer has no terms, only topics.

    >>> changes = compare_letters("We offer $180k base, 20k sign-on.", "Your base salary is $175,000 a year.")
    >>> [(item.field, item.standing) for item in changes]
    [('signing', 'missing'), ('base_annual', 'changed')]
    """
    return compare_papers(_read_paper(promised), _read_paper(written))


def _read_paper(text: str) -> Paper:
    # The person says that this is their offer, so one term of pay is enough.
    draft = parse_offers(text, told=True)[0]
    places = split_sentences(text)
    sentences: dict[str, str] = {}
    for item in draft.evidence:
        place = next((place for place in places if place.start <= item.start < place.end), None)
        words = _words(text[place.start : place.end]) if place else item.quote
        for name in (item.field, re.split(r"[.\[]", item.field)[0] if "." not in item.field else item.field):
            sentences.setdefault(name, words)
    topics: dict[str, str] = {}
    for place in places:
        words = text[place.start : place.end]
        for topic, pattern in _COMPILED.items():
            if topic not in topics and pattern.search(words):
                topics[topic] = _words(words)
    return Paper(draft, sentences, topics)


def _words(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST_WORDS else f"{joined[: LONGEST_WORDS - 1].rstrip()}…"

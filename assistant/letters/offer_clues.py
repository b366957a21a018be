"""Offer clues: what a text shows of whether it states an offer made to the person who has it.

The model that weighs them is one item of a conditional random field, fitted by `python -m evals.fit_letters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from assistant.domain.lazy_pattern import lazy
from assistant.letters.mentions import Page
from assistant.letters.models import judge
from assistant.letters.terms import Terms
from assistant.letters.tokens import Token, tokenize

MOST_WORDS = 1_200
OFFER, NO_OFFER = "offer", "none"
_GREETING = lazy(
    r"(?m)^[ \t]*(?:dear|hi|hello|hey|hola|hallo|bonjour|liebe[rs]?|sehr geehrte\w*|gentile|caro|cara|buen[oa]s|hei"
    r"|hej|moin|servus|guten tag|beste|geachte|olá|ciao|g'?day|good (?:morning|afternoon|day))\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_SPEAKER = lazy(r"(?m)^(?:\[[^\]\n]{4,30}\][ ]*)?[\w][\w .&()-]{1,30}:[ ]+\S")
_CLOCK = lazy(r"\b\d{1,2}:\d\d\b")
_PERIOD = lazy(
    r"\d[\d.,]*[ ]?(?:[^\W\d]{1,6}|[$€£¥])?[ ]?(?:/|per |an? |pro |im |al |par |a |i |om )[ ]?"
    r"(?:h|hr|hour|day|week|wk|month|mth|mo|year|yr|annum|stunde|monat|jahr|mes|mois|an|mese|maand|år|mån)\b",
    re.IGNORECASE,
)
_PEOPLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("i", lazy(r"\b(?:i|i'm|i've|me|my|mine|im)\b", re.IGNORECASE)),
    ("you", lazy(r"\b(?:you|your|you're|you'd|you'll|u|ur)\b", re.IGNORECASE)),
    ("we", lazy(r"\b(?:we|our|us|we'd|we're|we'll)\b", re.IGNORECASE)),
    ("they", lazy(r"\b(?:they|them|their|they're|they'd|he|she)\b", re.IGNORECASE)),
)
_STEPS = (0, 1, 3, 7)


def describe_text(page: Page, terms: Terms, verdict: bool, signs: Sequence[str]) -> list[str]:
    """The clues of a text by name.

    Args:
        page: the text.
        terms: what was read in it.
        verdict: what the rule for short notes says.
        signs: the names of the wordings found in it.
    """
    tokens = tokenize(page.text)[:MOST_WORDS]
    money = sum(mention.amount.kind == "money" for mention in page.mentions)
    return [
        "bias",
        f"rule={verdict}",
        *(f"sign={sign}" for sign in signs),
        *(f"read={name}" for name in terms.values),
        f"grants={min(len(terms.grants), 2)}",
        f"terms={min(len(terms.values) // 2, 6)}",
        f"money={_step(money)}",
        *sorted({f"paid={mention.kind}" for mention in page.mentions}),
        f"greeted={bool(_GREETING.search(page.text))}",
        f"speakers={_step(len(_SPEAKER.findall(page.text)))}",
        f"clock={_step(len(_CLOCK.findall(page.text)))}",
        f"period={bool(_PERIOD.search(page.text))}",
        f"asks={_step(page.text.count('?'))}",
        f"long={_step(len(tokens) // 60)}",
        *(f"{name}={_step(sum(1 for _ in islice(people.finditer(page.text), 20)))}" for name, people in _PEOPLE),
        *dict.fromkeys(_words(tokens)),
    ]


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    words = [token.word for token in tokens if token.word[0].isalnum()]
    yield from (f"w={word}" for word in words)
    yield from (f"b={one} {other}" for one, other in pairwise(words))


def _step(count: int) -> int:
    return sum(count > step for step in _STEPS)


def weigh_offer(clues: list[str]) -> float:
    """How probable it is that a text with these clues states an offer."""
    return judge("offers", [clues], [(OFFER, 0)]).asked.get((OFFER, 0), 0.0)

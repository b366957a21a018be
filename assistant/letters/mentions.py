"""Mentions: a message made ready for the field readers, with every amount and the term it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.domain.amounts import STRUCK, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.letters.asides import find_asides
from assistant.letters.labelling import VESTED, Label, Mention, find_labels, label_amounts
from assistant.letters.rows import Row, find_rows
from assistant.letters.sentences import Sentence, split_sentences
from assistant.letters.terms import Span
from assistant.letters.threads import find_signatures, strike
from assistant.letters.vesting_terms import Vesting, find_vesting
from assistant.letters.when import UNIT
from assistant.letters.year_table import YearRow, find_year_rows

MOST_AMOUNTS = 5_000
LAKH = Decimal(10**5)
LEAST_BARE = 5
LEAST_BARE_PAY = 50
"""A smaller bare number that no name claims counts days or people."""
_PAID_KINDS = ("base", "sign_on", None)
_DAY = lazy(UNIT, re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A message made ready for the field readers.

    `flow` is `text` with wrapped lines joined and signatures struck out; `terms` has asides struck out too.
    """

    text: str
    flow: str
    terms: str
    sentences: list[Sentence]
    mentions: list[Mention]
    labels: list[Label]
    vesting: list[Vesting]
    signatures: list[Span]
    year_rows: list[YearRow]

    @cached_property
    def read_as(self) -> str:
        """The text as the fitted models read it: wrapped lines joined, nothing struck out."""
        return "".join(own if own != STRUCK else bare for own, bare in zip(self.flow, self.text, strict=True))

    @cached_property
    def rows(self) -> list[Row]:
        """The lines that name a term and give its value."""
        return find_rows(self.flow)

    @cached_property
    def tells_when(self) -> bool:
        """Whether any day or span of days is written in it; the patterns of dates are many, and few messages have one."""
        return _DAY.search(self.flow) is not None

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        """The mentions of each sentence that has any."""
        grouped: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            grouped.setdefault(mention.sentence, []).append(mention)
        return grouped

    @cached_property
    def counts_in_lakhs(self) -> bool:
        """Whether any amount is written in lakhs: then a bare "18" is lakhs too."""
        return any(mention.amount.scale == LAKH for mention in self.mentions)

    @cached_property
    def writes_bare_thousands(self) -> bool:
        """Whether pay is written as bare thousands ("212 base"): then "600 rsu" is a value too."""
        bare = [m for m in self.mentions if m.amount.kind == "plain" and not m.amount.unit and m.amount.value < 1000]
        if any(m.kind == "base" and m.amount.kind == "money" and m.amount.scale == 1 for m in self.mentions):
            return False
        return any(m.amount.value >= (LEAST_BARE if m.kind else LEAST_BARE_PAY) for m in bare if m.kind in _PAID_KINDS)

    def sentence_at(self, position: int) -> int:
        """Index of the sentence a position stands in."""
        return max(0, bisect_right(self.sentences, (position, len(self.text) + 1, 0)) - 1)

    def words(self, sentence: int) -> str:
        """The text of a sentence, asides struck out."""
        place = self.sentences[sentence]
        return self.terms[place.start : place.end]


def read_page(text: str) -> Page:
    """Sentences, labelled amounts and vesting phrases of one message (characters already folded)."""
    signatures = find_signatures(text)
    body = strike(text, signatures)
    year_rows = find_year_rows(body)
    body = strike(body, [row.span for row in year_rows])
    sentences = split_sentences(body)
    terms = _join_wrapped(strike(body, find_asides(body, sentences)), sentences)
    vesting = find_vesting(terms, sentences)
    figures = _strike_vesting(terms, vesting)
    amounts = read_amounts(figures, MOST_AMOUNTS)
    labels = find_labels(figures, sentences, amounts)
    mentions = label_amounts(figures, sentences, amounts, labels)
    return Page(
        text, _join_wrapped(body, sentences), terms, sentences, mentions, labels, vesting, signatures, year_rows
    )


def _strike_vesting(terms: str, vesting: list[Vesting]) -> str:
    """The terms with vesting phrases unreadable, the first character of each marked as such."""
    struck = list(strike(terms, [(phrase.start, phrase.end) for phrase in vesting]))
    for phrase in vesting:
        struck[phrase.start] = VESTED
    return "".join(struck)


def _join_wrapped(text: str, sentences: list[Sentence]) -> str:
    """The text with line breaks inside sentences as spaces, so that phrases can be read across them."""
    parts, at = [], 0
    for start, end, _ in sentences:
        last = end - 1 if text[end - 1] == "\n" else end
        first = start + len(text[start:last]) - len(text[start:last].lstrip())
        parts += [text[at:first], text[first:last].replace("\n", " ")]
        at = last
    return "".join(parts) + text[at:]

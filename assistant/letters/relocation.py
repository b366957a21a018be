"""Relocation and retention: money paid once that is no sign-on."""

from __future__ import annotations

import re

from assistant.letters.mentions import Page
from assistant.letters.pay import scale_bare
from assistant.letters.sign_on import LEAST_ONCE
from assistant.letters.terms import Terms

_RELOCATION_NONE = re.compile(
    r"\bno relo(?:cation)?\b|\brelo(?:cation)?\b(?: (?:assistance|support|package|bonus))?(?: is)? ?[:|-]? ?"
    r"(?:not\b|none\b|n/?a\b|no\b|nil\b)",
    re.IGNORECASE,
)


def read_retention(page: Page, terms: Terms) -> None:
    """Fill retention_bonus: apart from the sign-on and the yearly bonus."""
    for mention in page.mentions:
        amount = mention.amount
        if mention.kind == "retention" and amount.kind != "percent" and not amount.unit and amount.value >= LEAST_ONCE:
            terms.put("retention_bonus", amount.value, mention.span)


def read_relocation(page: Page, terms: Terms) -> None:
    """Fill relocation: the amount where one is stated, and the words."""
    for mention in page.mentions:
        amount = mention.amount
        told = "relocation" in terms.values and "(" in page.terms[terms.spans["relocation"][1] : amount.start]
        if mention.kind == "relocation" and amount.kind != "percent" and not amount.unit and not told:
            value = scale_bare(amount, page)
            if value >= LEAST_ONCE and amount.value > 0:
                words = page.text[mention.span[0] : mention.span[1]]
                terms.put("relocation", {"amount": value, "text": " ".join(words.split())}, mention.span)
    if "relocation" in terms.values or _RELOCATION_NONE.search(page.terms):
        return
    label = next((label for label in page.labels if label.kind == "relocation"), None)
    if label is not None:
        place = page.sentences[page.sentence_at(label.start)]
        end = min(place.end, label.end + 160)
        words = " ".join(page.terms[label.start : end].replace("\x01", " ").split())
        terms.put("relocation", {"amount": None, "text": words}, (label.start, end))

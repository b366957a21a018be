"""Pay split: base and variable pay of on-target earnings with a stated split."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.letters.mentions import Page
from assistant.letters.pay import is_plausible_yearly, scale_bare
from assistant.letters.terms import Terms

_SPLIT = re.compile(
    r"\b(?P<base>[2-9]\d)\s?%?\s?/\s?(?P<variable>[1-8]\d)\s?%?(?:\s+(?:split|base|pay mix|mix))?", re.IGNORECASE
)


def read_split(page: Page, terms: Terms) -> None:
    """Base and variable pay of on-target earnings with a stated split ("OTE 300k, 60/40")."""
    if "base_annual" in terms.values or "base_range" in terms.values:
        return
    for mention in page.mentions:
        if mention.kind != "total" or mention.label is None or mention.amount.kind == "percent":
            continue
        words = page.words(mention.sentence)
        split = _SPLIT.search(words)
        name = page.text[mention.label.start : mention.label.end].lower()
        total = scale_bare(mention.amount, page)
        plausible = is_plausible_yearly(total, mention.amount.currency)
        if not split or not plausible or not re.search(r"ote|on[- ]target", name):
            continue
        base, variable = Decimal(split["base"]), Decimal(split["variable"])
        if base + variable == 100:
            end = max(mention.amount.end, page.sentences[mention.sentence].start + split.end())
            terms.put("base_annual", total * base / 100, (mention.span[0], end))
            terms.put("bonus_target_amount", total * variable / 100, (mention.span[0], end))
            return

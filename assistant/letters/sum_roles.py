"""Sum roles: which term each amount of a message belongs to, as a model reads it where the patterns are unsure.

The model is a conditional random field over the amounts in order, fitted by `python -m evals.fit_letters`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.encoder import reading
from assistant.letters.labelling import Label, Mention
from assistant.letters.mentions import Page
from assistant.letters.models import judge
from assistant.letters.tokens import tokenize

ROLES = ("base", "bonus", "sign_on", "equity", "strike", "share_price", "relocation", "retention")
NO_ROLE = "none"
PRICES = ("share_price", "strike")
SURE = 0.75
"""What the model needs to take an amount from the term the patterns give it."""
LEAST_AMOUNTS = 5
"""Fewer are told in passing, not in a letter, of which alone the model knows."""
MOST_JUDGED = 400
REACH = 8
_MOST_BEFORE, _MOST_AFTER = 160, 80
_KEY = re.compile(r"^[^\w\n]*(?P<key>[^\W\d][^\n:|=]{0,40}?)[ \t*\"]*(?:[:|=]| -(?= ))")


def describe_amounts(page: Page, mentions: Sequence[Mention]) -> list[list[str]]:
    """The clues of every amount: how it is written, the words around it, and the term the patterns give it."""
    return [_describe(page, mentions, at) for at in range(len(mentions))]


def _describe(page: Page, mentions: Sequence[Mention], at: int) -> list[str]:
    mention, amount = mentions[at], mentions[at].amount
    low = max(mentions[at - 1].amount.end if at else 0, amount.start - _MOST_BEFORE)
    high = min(mentions[at + 1].amount.start if at + 1 < len(mentions) else len(page.terms), amount.end + _MOST_AFTER)
    before = [t.word for t in tokenize(page.terms[low : amount.start])][-REACH:]
    after = [t.word for t in tokenize(page.terms[amount.end : high])][:REACH]
    wide = [t.word for t in tokenize(page.terms[max(0, amount.start - 60) : amount.start])]
    begin = page.text.rfind("\n", 0, amount.start) + 1
    key = _KEY.match(page.text[begin : amount.start])
    label = page.text[mention.label.start : mention.label.end].lower() if mention.label else ""
    kinds = [m.kind for m in mentions]
    near = ["_", *before[-2:]], [*after[:2], "_"]
    return [
        "bias",
        f"kind={mention.kind}",
        f"label={label}",
        f"side={mention.label is not None and mention.label.start < amount.start}",
        f"amount={amount.kind}|{amount.unit}|{amount.explicit}",
        f"kind-amount={mention.kind}|{amount.kind}|{amount.unit}",
        f"size={int(math.log10(max(1.0, abs(float(amount.value)))) * 2)}|{amount.kind}",
        f"paired={amount.partner is not None}",
        f"yearly={amount.per_year}",
        f"currency={amount.currency is not None}",
        f"kinds={kinds[at - 1] if at else '_'}|{mention.kind}",
        f"kinds+={mention.kind}|{kinds[at + 1] if at + 1 < len(kinds) else '_'}",
        f"seen={mention.kind in kinds[:at]}|{mention.kind}",
        f"first={at == 0}",
        f"key={key['key'].lower() if key else ''}",
        *(f"key-{word}" for word in (key["key"].lower().split() if key else ())),
        *(f"-{word}" for word in before),
        *(f"+{word}" for word in after),
        *(f"--{word}" for word in wide),
        f"b={' '.join(near[0][-2:])}",
        f"a={' '.join(near[1][:2])}",
        *(f"-{step}={word}" for step, word in enumerate(reversed(before[-3:]))),
        *(f"+{step}={word}" for step, word in enumerate(after[:3])),
        *(f"{mention.kind}-{word}" for word in before[-4:]),
        *(f"{mention.kind}+{word}" for word in after[:4]),
    ]


def judge_roles(page: Page) -> Page:
    """The page with the terms of its amounts as the model has them where it is sure of another than the patterns."""
    mentions = page.mentions[:MOST_JUDGED]
    if len(mentions) < LEAST_AMOUNTS:
        return page
    read = reading.read(page.read_as)
    beside = read.at_each("sum", (mention.amount.start for mention in mentions)) if read else ()
    judged = judge("sums", describe_amounts(page, mentions), beside=beside)
    settled = [
        _given(mention, role)
        if chance >= SURE and role != role_of(mention) and not _is_price(page, mention)
        else mention
        for mention, role, chance in zip(mentions, judged.tags, judged.chances, strict=True)
    ]
    if "base" not in {mention.kind for mention in settled}:
        # a message that pays something is not left without a base
        settled = [old if old.kind == "base" else new for old, new in zip(mentions, settled, strict=True)]
    return page if settled == mentions else replace(page, mentions=[*settled, *page.mentions[MOST_JUDGED:]])


def _is_price(page: Page, mention: Mention) -> bool:
    """Whether an amount is the price of a share by its form, "1,000 @ 85", which few letters have."""
    before = page.text[: mention.amount.start].rstrip(" $€£")
    return mention.kind in PRICES or (mention.kind == "equity" and before.endswith("@"))


def role_of(mention: Mention) -> str:
    """The role the patterns give an amount."""
    return mention.kind if mention.kind in ROLES else NO_ROLE


def _given(mention: Mention, role: str) -> Mention:
    if role == NO_ROLE:
        return mention._replace(kind="other")
    return mention._replace(kind=role, label=Label(role, mention.amount.start, mention.amount.start))

"""Moves: sums of one message of which a newer takes the place of an older, "they said 46, it is 48.50 now".

An older sum is one that a word of replacing ("instead of"), of the past ("it said") or of cancelling ("forget the")
belongs to, and that has a newer one like it: of the same kind or of none, and near in size. The newer one takes its
name and its period; the older one is no term.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import STRUCK, WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page

MOST_MOVED = 60
"""A text with more sums is a contract, which tells one version."""
_FILLER = r"(?:[^\W\d][\w'’-]* ?|[\"“(:~] ?){0,5}"
_INSTEAD = lazy(
    r"(?:\b(?:instead of|in(?: the)? (?:place|lieu) of|rather than|as opposed to|no longer|replac(?:es|ed|ing)|supersed(?:es|ed|ing)"
    r"|(?:(?:up|down|increas\w+|rais\w+) )?from(?= (?:the|your|our|my|an?|\W{0,3}[\d$€£]))|(?:and|&|now|is|it's|,) not"
    r"|forget(?: about)?|scrap|disregard|ignore|tear up|void"
    r"|statt|anstatt|anstelle(?: von)?|gegenüber|ggü\.|au lieu d[eu]s?|en lugar de|en vez de|invece di|em vez de"
    r"|ao invés de|(?:i)?stället för|i stedet for|in plaats van|zamiast)"
    rf" {_FILLER}|\b(?:was|prev\.?|formerly|old)[ :]*)(?:[A-Z]{{3}} ?)?$",
    re.IGNORECASE,
)
_TOLD_BEFORE = lazy(
    r"\b(?:was|were|had been|used to (?:be|say)|wasn't|said|showed?|shown|stated|wrote|typed|quoted|put down|told you|floated|announced"
    r"|offered(?= (?:at|us|me|you)\b)|began|started|opened|first|1st|initial(?:ly)?|original(?:ly)?|earlier|before|prior|previous(?:ly)?"
    r"|former(?:ly)?|last (?:week|time|mail|letter|month)|paper says"
    r"|war|vorher|bisher|bislang|ursprünglich|zuerst|était|initiale?(?:ment)?|annoncée?s?|antes|inicial(?:mente)?"
    r"|originalmente|prima|inizialmente|tidigare|först|eerder|eerst|wcześniej|pehle)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = lazy(
    r"^[^.;,()\d]{0,22}?\b(?:(?:that |which |as |what )?(?:i|we|you|he|she|they|it)(?:'d| had)? (?:\w+ )?(?:said|told|wrote|typed|put|quoted|mentioned"
    r"|floated|offered|gave|started|opened|showed)|before|earlier|previously|originally|initially|at first|the first time|last (?:week|time|month)"
    r"|vorher|bisher|avant|annoncée?s?|antes|prima|tidigare|eerder)\b",
    re.IGNORECASE,
)
NEW = lazy(
    r"\b(?:go|goes|went|stretch\w*|get|got|move[ds]?|com(?:e|ing) (?:up|back|in)|came (?:up|back|in)|do|offer\w*|manage[ds]?|reach\w*|increase[ds]?"
    r"|raise[ds]?|approv\w+|agree[ds]?|sign(?:ed)?[- ]off|(?:ok|okay)'?d|now|up|make it|bump\w*|improve[ds]?|said yes|settled?|landed|final(?:ly)?"
    r"|today|tonight|correct(?:ed)?|correction|should|shld|must|will be|can be|placed|becomes?|updated?|revised|amended|changed|new|neu|nunmehr|jetzt"
    r"|auf|maintenant|ahora|agora|adesso|nu|teraz|ab)"
    r"(?: (?:it's|it is|its|you|it|that|this|things|they're|they are|the (?:offer|number|base|salary|rate|pay)|your (?:offer|number|base|salary|rate|pay)|as far as|up"
    r"|to|at|on|for|with|w|about|around|is|be|been|read|a|an|all|over))*"
    r"[ =:,\"“]{0,3}(?:[A-Z]{3} ?)?$",
    re.IGNORECASE,
)
"""Before the sum that is offered now: "we can stretch to", "it's now"."""
DENIED = lazy(
    r"\b(?:can'?t|cannot|could ?n[o']t|unable|not able|won'?t|hoping|wanted|asked|expecting|you (?:asked|wanted|need))\b", re.IGNORECASE
)
_CLAUSE = lazy(r"[.;!?()\[\]|\n](?=\s|$)|[(\[]|,? \b(?:but|and|then|so|now|aber|mais|pero|mas|och|men)\b|, ", re.IGNORECASE)
_RATIO = {"base": (Decimal("0.6"), Decimal("1.8")), None: (Decimal("0.6"), Decimal("1.8"))}
_WIDE = (Decimal("0.1"), Decimal(10))
"""A bonus or a grant moves further than pay does."""
_MOVABLE = ("base", "sign_on", "bonus", "equity", "retention", "relocation", None)


def settle_moves(page: Page) -> Page:
    """The page with every replaced sum out of its terms and its name given to the sum that replaces it."""
    mentions = list(page.mentions)
    if not 1 < len(mentions) <= MOST_MOVED:
        return page
    old = {at for at in range(len(mentions)) if is_old(page, mentions, at)}
    for at in sorted(old):
        newer = _successor(page, mentions, at, old)
        if newer is None:
            continue
        mentions[newer] = _take_over(mentions[newer], mentions[at])
        mentions[at] = mentions[at]._replace(kind="other", label=None)
    return page if mentions == page.mentions else replace(page, mentions=mentions)


def is_old(page: Page, mentions: Sequence[Mention], at: int) -> bool:
    """Whether the words around a sum say that another has taken its place."""
    mention = mentions[at]
    amount, sentence = mention.amount, page.sentences[mention.sentence]
    if mention.kind not in _MOVABLE or amount.unit:
        return False
    start = max(sentence.start, mentions[at - 1].amount.end if at else 0)
    stop = min(sentence.end, mentions[at + 1].amount.start if at + 1 < len(mentions) else sentence.end)
    before, after = page.terms[start : amount.start], page.terms[amount.end : stop]
    if _INSTEAD.search(before):
        return True
    clause = before[max((cut.end() for cut in _CLAUSE.finditer(before)), default=0) :]
    told = bool(_TOLD_BEFORE.search(clause)) and not NEW.search(clause)
    return told or (bool(_SAID_BEFORE.match(after)) and not NEW.search(before))


def _successor(page: Page, mentions: Sequence[Mention], at: int, old: set[int]) -> int | None:
    """The sum that takes the place of an old one: one that is called new, else the nearest that may be."""
    like = [i for i in range(len(mentions)) if i not in old and _is_like(page, mentions[at], mentions[i])]
    new = [i for i in like if _is_new(page, mentions[i])]
    after = [i for i in new if i > at] or new
    if after:
        return after[-1]
    near = [i for i in like if abs(mentions[i].sentence - mentions[at].sentence) <= 1]
    return min(near, key=lambda i: (mentions[i].kind != mentions[at].kind, abs(i - at), i < at), default=None)


def _is_new(page: Page, mention: Mention) -> bool:
    start = page.sentences[mention.sentence].start
    before = page.terms[max(start, mention.amount.start - 60) : mention.amount.start]
    return bool(NEW.search(before)) and not DENIED.search(before[-40:])


def _is_like(page: Page, one: Mention, other: Mention) -> bool:
    a, b = one.amount, other.amount
    if a is b or b.unit or a.value <= 0 or b.value <= 0 or (a.kind == "percent") != (b.kind == "percent"):
        return False
    if other.kind not in (one.kind, None) and one.kind is not None:
        return False
    if one.kind is None and other.kind not in (None, "base"):
        return False
    if STRUCK in page.terms[b.start : b.end] or (a.currency and b.currency and a.currency != b.currency):
        return False
    low, high = _RATIO.get(one.kind, _WIDE)
    return any(low <= value / _scaled(a) <= high for value in {_scaled(b)}) or low <= b.value / a.value <= high


def _scaled(amount: WrittenAmount) -> Decimal:
    return amount.value * 1000 if not amount.explicit and amount.kind == "plain" and amount.value < 1000 else amount.value


def _take_over(new: Mention, old: Mention) -> Mention:
    kind = new.kind or old.kind or ("base" if new.amount.kind != "percent" else None)
    return new._replace(kind=kind, label=new.label or old.label, instead_of=old)

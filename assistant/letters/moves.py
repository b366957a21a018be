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
from assistant.letters.pay import LEAST_BARE_BASE, counts_things, is_plausible_yearly, scale_bare
from assistant.letters.pay_periods import read_period

MOST_MOVED = 60
"""A text with more sums is a contract, which tells one version."""
_FILLER = r"(?:[^\W\d][\w'’-]* ?|[\"“(:~] ?){0,5}"
_INSTEAD = lazy(
    r"(?:\b(?:instead of|in(?: the)? (?:place|lieu) of|rather than|as opposed to|no longer|replac(?:es|ed|ing)|supersed(?:es|ed|ing)"
    r"|(?:(?:up|down|increas\w+|rais\w+) )?from(?= (?:the|your|our|my|an?|\W{0,3}[\d$€£]))"
    r"|forget(?: about)?|scrap|disregard|ignore|tear up|void"
    r"|statt|anstatt|anstelle(?: von)?|gegenüber|ggü\.|au lieu d[eu]s?|en lugar de|en vez de|invece di|em vez de"
    r"|ao invés de|(?:i)?stället för|i stedet for|in plaats van|zamiast)"
    rf" {_FILLER}|\b(?:was|prev\.?|formerly|old)[ :]*|\bnot (?:the |an? )?)(?:[A-Z]{{3}} ?)?$",
    re.IGNORECASE,
)
_TOLD_BEFORE = lazy(
    r"\b(?:used to (?:be|say)|initially|originally|previously|formerly|(?:first|initial|original|earlier|prior|previous|old|last"
    r"|1st|yesterday's|morning's|(?:mon|tues|wednes|thurs|fri|satur|sun)day's)(?= (?:(?!year|month)[a-z]+ )?(?:offer|number|figure|quote|letter|version|draft|e?-?mail|call"
    r"|time|proposal|contract|sheet|worksheet|paper|pass|text|message|lo[oia]|round|said|told|wrote|showed|he|she|they|we|i)\b)"
    r"|(?:he|she|they|we|i|it) (?:first|initially)|first (?:he|she|they|we|i)|orig"
    r"|vorher|bisher|bislang|ursprünglich|zuerst|initialement|annoncée?s?|antes|inicialmente"
    r"|originalmente|inizialmente|tidigare|först|eerder|eerst|wcześniej|pehle)\b",
    re.IGNORECASE,
)
_MAYBE_BEFORE = lazy(
    r"\b(?:was|were|had been|wasn't|said|showed?|shown|stated|wrote|typed|quoted|put down|told you|floated|announced|says"
    r"|began|started|opened|war|était|var)\b",
    re.IGNORECASE,
)
"""Words that make a sum an older one where another is called new."""
_SAID_BEFORE = lazy(
    r"^(?! ?\W?(?:as|like|wie|comme|como|som)\b)[^.;,()\d]{0,22}?\b(?:(?:that |which |as |what )?(?:i|we|you|he|she|they|it)(?:'d| had)? (?:\w+ )?(?:said|told|wrote|typed|put|quoted|mentioned"
    r"|floated|offered|gave|started|opened|showed)|before|earlier|previously|originally|initially|at first|the first time|last (?:week|time|month)"
    r"|vorher|bisher|avant|annoncée?s?|antes|prima|tidigare|eerder)\b",
    re.IGNORECASE,
)
NEW = lazy(
    r"\b(?:go|goes|went|stretch\w*|(?:get|got|bring|push(?:ed)?) (?:you|it|them|this|that|us)|move[ds]?|com(?:e|ing) (?:up|back|in)|came (?:up|back|in)|do|offer\w*|manage[ds]?|reach\w*|increase[ds]?"
    r"|raise[ds]?|approv\w+|agree[ds]?|sign(?:ed)?[- ]off|(?:ok|okay)'?d|now|up|make it|bump\w*|improve[ds]?|said yes|settled?|close[ds]?|landed|decided?|final(?:ly)?"
    r"|(?:letter|contract|paper|paperwork)(?: only| just| now)? (?:has|have|says?|shows?|reads|states)|today|tonight|correct(?:ed)?|correction|should|shld|must|will be|can be|placed|becomes?|updated?|revised|amended|changed|new|neu|nunmehr|jetzt"
    r"|auf|maintenant|ahora|agora|adesso|nu|teraz|ab)"
    r"(?: (?:it's|it is|its|you|it|that|this|things|they're|they are|the (?:offer|number|base|salary|rate|pay)|your (?:offer|number|base|salary|rate|pay)|as far as|up"
    r"|to|at|on|for|with|w/?|the|about|around|is|be|been|read|a|an|all|over))*"
    r"(?: a)?(?: max(?:imum)?)?[ =:,\"“]{0,3}(?:[A-Z]{3} ?)?$|(?:-{1,2}>|=+>|\u2192) ?(?:[A-Z]{3} ?)?$",
    re.IGNORECASE,
)
"""Before the sum that is offered now: "we can stretch to", "it's now", "->"."""
DENIED = lazy(
    r"\b(?:can'?t|cannot|could ?n[o']t|unable|not able|won'?t|hoping|wanted|asked|expecting|you (?:asked|wanted|need)|other|another|elsewhere|rival|compet\w+)\b",
    re.IGNORECASE,
)
"""Before a sum that is no offer of this employer."""
_NOW = lazy(
    r"^(?!.{0,16}\b(?:i|i'm|im|am)\b)[^.;,\d\n]{0,16}\b(?:now|current|instead|neu|jetzt|maintenant|ahora|agora)\b",
    re.IGNORECASE,
)
"""Behind the sum that is offered now: "34.25 an hour now"."""
_MOVED_TO = lazy(
    r"(?:\b(?:got|get|bring|push(?:ed)?|bump(?:ed)?|move[ds]?|rais\w+|increas\w+|improv\w+|correct\w+|revis\w+|chang\w+|amend\w+|stretch\w*)"
    r"(?: (?:you|them|it|this|that|things|the \w+|your \w+))?(?: (?:up )?to| at)"
    r"|\b(?:go|goes|went|come|comes|came)(?: up| back| in)? (?:to|at|with|w)|\bdecided(?: on)?|\b(?:can|could|will|'ll|let'?s) (?:do|give|close|settle|agree)(?: (?:it|you|at|on|to|for|a|max(?:imum)?))*|\bscratch that[^.;\n]{0,40}|\b(?:it's|its|it is) now|\bnow (?:they'?re|they are|it'?s|it is)(?: at| up to)?)"
    r" (?:[A-Z]{3} ?)?$",
    re.IGNORECASE,
)
"""Before a sum without a name that takes the place of the pay told before it."""
_ANSWERED = lazy(
    r"\b(?:asked|countered|counter|requested|wanted)\b[^.;\n\d]{0,30}\d[\d.,]*k?\b[^.;\n\d]{0,20}?"
    r"\b(?:got|gave|given|received|ended up|settled|landed|met)(?: (?:me|us|with|at|on|for|in the middle))* (?:[A-Z]{3} ?)?[$€£₹]?$",
    re.IGNORECASE,
)
"""Before a sum that came of what was asked for: "asked 165, got 158"."""
_CLAUSE = lazy(
    r"[.;!?()\[\]|\n](?=\s|$)|[(\[]|,? \b(?:but|and|then|so|now|aber|mais|pero|mas|och|men)\b|, ", re.IGNORECASE
)
_RATIO = Decimal("0.6"), Decimal("1.8")
"""How far a second offer of the same pay is from the first."""
_WIDE = (Decimal("0.1"), Decimal(10))
"""A bonus or a grant moves further than pay does."""
_LISTED = lazy(r" ?(?:[a-z]{4,8} )?(?:/|,|and|&|\+|plus) ?(?:[A-Z]{3} ?)?", re.IGNORECASE)
_FALLS_AWAY = lazy(
    r"^[^.;!?\d]{0,45}?\b(?:falls? away|fell away|(?:is|are|was|be|been|got|gets) (?:now )?(?:gone|withdrawn|removed|dropped|deleted|cancel+ed|swapped"
    r"|off the table|void)|no longer (?:applies|offered|available)|ended|expired|lapsed|entfällt|fällt weg|entfallen|tombe|supprimée?|disparaît"
    r"|desaparece|se elimina|deixa de|cai fora|decade|utgår|bortfaller|vervalt)\b",
    re.IGNORECASE,
)
_WITHDRAWN = lazy(
    r"\b(?:withdrew|withdrawn|dropped|removed|took (?:back|away)|pulled|cancel+ed|scrapped|lost) (?:the |my |that |their |your )?$",
    re.IGNORECASE,
)
_ON_TOP = lazy(
    r"\b(?:add(?:s|ing|ed)?|second|2nd|another|additional(?:ly)?|further|on top|plus|as well as|refresh\w*|zusätzlich\w*|weiter[ens]{1,2}|zweite\w?"
    r"|deuxième|supplémentaire|segund[oa]|adicional)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
"""Before a sum that comes beside another: "they're adding a second grant of 180k"."""
_DROPPABLE = ("sign_on", "bonus", "retention", "relocation")
_REACH = 4
"""Sentences from an older sum to a newer one like it."""
_MOVABLE = ("base", "sign_on", "bonus", "equity", "retention", "relocation", None)


def settle_moves(page: Page) -> Page:
    """The page with every replaced sum out of its terms and its name given to the sum that replaces it."""
    mentions = list(page.mentions)
    if not 1 < len(mentions) <= MOST_MOVED:
        return page
    ages = [_age(page, mentions, at) for at in range(len(mentions))]
    for at in range(len(mentions)):
        newer = _successor(page, mentions, at, ages)
        if newer is None or not _can_take_over(page, mentions, at, newer):
            continue
        mentions[newer] = _take_over(mentions[newer], mentions[at])
        mentions[at] = _out(mentions[at])
        _leave_with(page, mentions, at)
    mentions = [_out(m) if m.kind in _DROPPABLE and _is_dropped(page, m) else m for m in mentions]
    return page if mentions == page.mentions else replace(page, mentions=mentions)


def _out(mention: Mention) -> Mention:
    return mention._replace(kind="other", label=None)


def _leave_with(page: Page, mentions: list[Mention], at: int) -> None:
    """What is listed behind a replaced sum is old too: "the first sheet showed 1,105 units and 62,000 / 41,500"."""
    for place in range(at + 1, len(mentions)):
        between = page.terms[mentions[place - 1].amount.end : mentions[place].amount.start]
        if not _LISTED.fullmatch(between) or mentions[place].instead_of is not None:
            return
        mentions[place] = _out(mentions[place])


def _is_dropped(page: Page, mention: Mention) -> bool:
    """Whether the words say that a payment is offered no more: "the sign-on of 8,000 falls away"."""
    sentence = page.sentences[mention.sentence]
    if _FALLS_AWAY.match(page.terms[mention.amount.end : sentence.end]):
        return True
    return any(
        label.kind == mention.kind
        and label.start > mention.amount.end
        and _WITHDRAWN.search(page.terms[max(0, label.start - 40) : label.start])
        for label in page.labels
    )


def _age(page: Page, mentions: Sequence[Mention], at: int) -> int:
    """How surely the words around a sum say that another has taken its place: 2, or 1 if one is called new, or 0."""
    mention = mentions[at]
    amount, sentence = mention.amount, page.sentences[mention.sentence]
    if mention.kind not in _MOVABLE or amount.unit or amount.partner is not None:
        return 0
    start = max(sentence.start, mentions[at - 1].amount.end if at else 0)
    stop = min(sentence.end, mentions[at + 1].amount.start if at + 1 < len(mentions) else sentence.end)
    before, after = page.terms[start : amount.start], page.terms[amount.end : stop]
    clause = before[max((cut.end() for cut in _CLAUSE.finditer(before)), default=0) :]
    if _INSTEAD.search(before):
        return 2
    if NEW.search(before):
        return 0
    if _TOLD_BEFORE.search(clause) or _SAID_BEFORE.match(after):
        return 2
    return int(bool(_MAYBE_BEFORE.search(clause)))


def _successor(page: Page, mentions: Sequence[Mention], at: int, ages: Sequence[int]) -> int | None:
    """The sum that takes the place of an old one: one that is called new, else the nearest that may be."""
    like = [i for i in range(len(mentions)) if not ages[i] and _is_like(page, mentions[at], mentions[i])]
    same = [i for i in like if mentions[i].kind == mentions[at].kind is not None] or like
    new = [i for i in same if _is_new(page, mentions[i])] or [i for i in like if _is_new(page, mentions[i])]
    if not ages[at]:
        # a pay that nothing calls old is replaced by a later one that has no name of its own
        later = [i for i in like if i > at and mentions[i].kind in (None, "other") and _is_moved_to(page, mentions[i])]
        return later[-1] if later and _is_pay(page, mentions[at]) else None
    if new:
        return ([i for i in new if i > at] or new)[-1]
    near = [i for i in same if abs(mentions[i].sentence - mentions[at].sentence) <= _REACH and ages[at] > 1]
    return min(near, key=lambda i: (abs(i - at), i < at), default=None)


def _is_moved_to(page: Page, mention: Mention) -> bool:
    start = max(page.sentences[mention.sentence].start, mention.amount.start - 60)
    before = page.terms[start : mention.amount.start]
    moved = _MOVED_TO.search(before) and not DENIED.search(before)
    return bool(moved or _ANSWERED.search(page.text[start : mention.amount.start]))


def _is_pay(page: Page, mention: Mention) -> bool:
    """Whether a sum is called base, or has no name and can be pay for some time."""
    if mention.kind is not None or mention.amount.kind == "percent":
        return mention.kind == "base"
    period = read_period(page, mention, mention.amount.end)
    if period is None and not mention.amount.explicit and mention.amount.value < LEAST_BARE_BASE:
        return False
    return period is not None or is_plausible_yearly(scale_bare(mention.amount, page), mention.amount.currency)


def _can_take_over(page: Page, mentions: Sequence[Mention], at: int, newer: int) -> bool:
    """Whether the newer sum does not come on top, and two of which neither has a name are pay."""
    start = mentions[newer].amount.start
    if _ON_TOP.search(page.terms[max(page.sentences[mentions[newer].sentence].start, start - 60) : start]):
        return False
    both = mentions[at], mentions[newer]
    return any(mention.kind not in (None, "other") or _is_pay(page, mention) for mention in both)


def _is_new(page: Page, mention: Mention) -> bool:
    start = page.sentences[mention.sentence].start
    before = page.terms[max(start, mention.amount.start - 60) : mention.amount.start]
    called = NEW.search(before) or _NOW.match(page.terms[mention.amount.end : mention.amount.end + 40])
    return bool(called) and not DENIED.search(before.rsplit(", ", 1)[-1])


def _is_like(page: Page, one: Mention, other: Mention) -> bool:
    a, b = one.amount, other.amount
    if (
        a is b
        or b.unit
        or b.partner is not None
        or a.value <= 0
        or b.value <= 0
        or (a.kind == "percent") != (b.kind == "percent")
    ):
        return False
    kind = None if other.kind == "other" and _is_moved_to(page, other) else other.kind
    if kind not in (None, one.kind or "base"):
        return False
    if any(counts_things(amount, page) for amount in (a, b)):
        return False
    if STRUCK in page.terms[b.start : b.end] or (a.currency and b.currency and a.currency != b.currency):
        return False
    is_near = abs(one.sentence - other.sentence) <= 1 and a.explicit == b.explicit
    if kind is None and one.kind not in (None, "base") and not is_near:
        return False
    low, high = _RATIO if one.kind in (None, "base") else _WIDE
    return low <= _scaled(b) / _scaled(a) <= high or low <= b.value / a.value <= high


def _scaled(amount: WrittenAmount) -> Decimal:
    return (
        amount.value * 1000 if not amount.explicit and amount.kind == "plain" and amount.value < 1000 else amount.value
    )


def _take_over(new: Mention, old: Mention) -> Mention:
    own = None if new.kind == "other" else new.kind
    kind = own or old.kind or ("base" if new.amount.kind != "percent" else None)
    return new._replace(kind=kind, label=new.label or old.label, instead_of=old)

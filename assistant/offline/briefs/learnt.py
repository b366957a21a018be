"""Learnt: the asks of a message as the tagged messages teach them, beside what its grammar tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.fluency import is_noun_phrase
from assistant.offline.briefs.grammar import tag_alone
from assistant.offline.briefs.mentions import Mention, MentionRole
from assistant.offline.briefs.prose import tidy, to_you
from assistant.offline.briefs.wording import read_wording

_MORE = lazy(r"\b(?:more|raise|increase|higher|bump|hike|uplift|on top|better|extra|up)\b", re.IGNORECASE)
_BONUS = lazy(r"\bbonus\b", re.IGNORECASE)
_LEAD = lazy(r"(?:\b(?P<lead>if|whether|to)\s+)$", re.IGNORECASE)
_OWN = lazy(r"\b(?:can|could|may|want|like|need|love|prefer|hope|wish)(?: i)? (?:to )?$", re.IGNORECASE)
_GIVEN = lazy(r"\s*(?:is |was |were )?(?:offered|on (?:offer|the table)|(?:is )?the offer)\b", re.IGNORECASE)
"""Behind a sum: it is theirs, whatever the words before it say."""
_NO_THING = frozenset(("JJ", "RB", "IN", "DT", "CC", "VBZ"))
"""Parts of speech that alone name nothing to ask for."""
REACH = 24
"""Characters to either side in which the word of a sum's term stands."""
_OTHER_SUMS: frozenset[MentionRole] = frozenset(("got", "else", "mine", "lost", "old", "num"))
AsMoney = Callable[[WrittenAmount], Money]
TermOf = Callable[[WrittenAmount, int, int], str | None]


def join_asks(
    text: str,
    told: Sequence[Ask],
    mentions: Sequence[Mention],
    amounts: Sequence[WrittenAmount],
    as_money: AsMoney,
    term_of: TermOf,
) -> list[Ask]:
    """The asks of grammar and of the tagged messages in one list, each once.

    Where the tagged messages know what a message asks for, what grammar alone took for an ask does not count.

    Args:
        text: the message.
        told: what its grammar tells.
        mentions: what it mentions.
        amounts: its sums, in its order.
        as_money: a sum as money.
        term_of: the term whose word stands nearest to a sum, between two places.
    """
    wants = [item for item in mentions if item.role == "want"]
    things = [item for item in mentions if item.role == "thing"]
    if not (wants or things):
        return list(told)
    other = {as_money(item).value for item in _inside(amounts, mentions, _OTHER_SUMS)}
    asked = [
        item
        for want in wants
        for item in _inside(amounts, [want], {"want"})
        if not _GIVEN.match(lexicon.fold(text), item.end)
    ]
    wanted = {as_money(item).value for item in asked}
    kept = [ask for ask in told if _stands(ask, wanted, other, wants, things)]
    known = {ask.asked.value for ask in kept if ask.asked is not None}
    for item in asked:
        new = _sum_asked(text, item, amounts, mentions, as_money, term_of)
        if new is None or any(_overlaps(ask.words, new.words) for ask in kept if ask.words and ask.form != "unread"):
            continue
        kept = [ask for ask in kept if not (ask.form == "unread" and _overlaps(ask.words, new.words))]
        if new.asked is None or new.asked.value not in known:
            known |= {new.asked.value} if new.asked else set()
            kept.append(new)
    for thing in things:
        if not any(_overlaps(ask.words, thing.words) for ask in kept if ask.words):
            kept += _thing_asked(text, thing)
    return kept


def _inside(
    amounts: Sequence[WrittenAmount], mentions: Sequence[Mention], roles: frozenset[MentionRole] | set[MentionRole]
) -> list[WrittenAmount]:
    return [
        amount
        for amount in amounts
        if any(item.role in roles and item.start <= _first_digit(amount) < item.end for item in mentions)
    ]


def _first_digit(amount: WrittenAmount) -> int:
    """The place at which an amount's number begins, its currency left out."""
    digit = re.search(r"\d", amount.quote)
    return amount.start + (digit.start() if digit else 0)


def _stands(
    ask: Ask, wanted: set[Decimal], other: set[Decimal], wants: Sequence[Mention], things: Sequence[Mention]
) -> bool:
    """Whether what grammar took for an ask agrees with what the message is known to mention.

    Words of something to do around a sum ("be happy at 185") say no more than the sum.
    """
    if ask.form == "amount":
        return ask.asked is None or ask.asked.value in wanted or ask.asked.value not in other or not wanted
    marked = things if wanted and ask.form in ("action", "own") else [*wants, *things]
    return any(_overlaps(ask.words, item.words) for item in marked)


def _sum_asked(
    text: str,
    item: WrittenAmount,
    amounts: Sequence[WrittenAmount],
    mentions: Sequence[Mention],
    as_money: AsMoney,
    term_of: TermOf,
) -> Ask | None:
    cut = max((other.end for other in mentions if other.role == "cut" and other.end <= item.start), default=0)
    around = (max(0, cut, item.start - REACH), min(len(text), item.end + REACH))
    if item.kind == "percent":
        return _share_asked(text, item, amounts, mentions)
    if item.unit and item.kind != "money":
        return None
    on_top = lexicon.MORE_BEHIND.match(text, item.end) or lexicon.MORE_BEFORE.search(text[around[0] : item.start])
    return Ask("amount", term_of(item, *around) or "base_salary", as_money(item), on_top=bool(on_top))


def _share_asked(
    text: str, item: WrittenAmount, amounts: Sequence[WrittenAmount], mentions: Sequence[Mention]
) -> Ask | None:
    """A share of the company or of the pay; so many percent more of a sum is no share."""
    around = text[max(0, item.start - 20) : item.end + 16]
    if _MORE.search(around):
        return None
    offered = [got for got in _inside(amounts, mentions, {"got"}) if got.kind == "percent"]
    than = f" instead of {offered[0].value.normalize():f}%" if len(offered) == 1 else ""
    bonus = " bonus" if _BONUS.search(around) else ""
    return next(read_wording(f"{item.value.normalize():f}%{bonus}{than}"), None)


def _thing_asked(text: str, item: Mention) -> Iterator[Ask]:
    tags = [tag_alone(word) for word in re.findall(r"[^\W_]+", item.words)]
    if all(tag in _NO_THING for tag in tags) or tags == ["VB"]:
        return
    before = lexicon.fold(text[max(0, item.start - 20) : item.start])
    led = _LEAD.search(before)
    lead = "own" if _OWN.search(before) else led["lead"].lower() if led else ""
    found = list(read_wording(item.words, lead))
    if found and all(ask.form != "unread" for ask in found):
        yield from found
        return
    words = to_you(tidy(item.words))
    if found and is_noun_phrase(words):
        yield Ask("thing", words=words)
    else:
        yield from found


def _overlaps(one: str, other: str) -> bool:
    """Whether two wordings share a telling word or a number."""
    first, second = (set(re.findall(r"[^\W_]{3,}|\d+", lexicon.fold(words).lower())) for words in (one, other))
    return bool(first & second)

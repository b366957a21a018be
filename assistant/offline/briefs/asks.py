"""Asks: what a message is to ask for: amounts of a term, or things in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.domain.lazy_pattern import lazy
from assistant.encoder.reading import is_installed
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.asks_abroad import join_abroad, read_abroad
from assistant.offline.briefs.changed_asks import Told, with_changes
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.counted import counted_alike
from assistant.offline.briefs.learnt import join_asks
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.own_words import in_own_words
from assistant.offline.briefs.rates import in_the_same_rate
from assistant.offline.briefs.regions import has_content, read_clause, read_region
from assistant.offline.briefs.second_asks import read_second
from assistant.offline.briefs.subjects import by_subject
from assistant.offline.briefs.sums_asked import SumsAsked, read_sums
from assistant.offline.briefs.sums_meant import read_meant
from assistant.offline.briefs.terms_meant import with_terms_meant
from assistant.offline.briefs.wording import read_wording

_FROM_TO = lazy(
    r"(?P<a>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)\s*(?:[A-Z]{3}\s*)?(?:→|->|=>|➡|⇒)\s*(?P<b>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)"
)
_WOULD = lazy(
    r"^\W*(?:would|works|is fine|is my number|does it|chahiye|mangta|would do|would work|and i(?:'m| am)? (?:in|sign))\b",
    re.IGNORECASE,
)
_IF_NOT = lazy(
    r"^\W*(?:and |or |but )?(?:if (?:not|no|they can'?t|she can'?t|he can'?t|that'?s not possible)(?: that| possible)?,?|if (?:he|she|they|it|that|the answer)(?:'s| is| says?| said)? (?:a )?no,?(?: then)?(?: i(?:'?d| would|'ll) (?:take|accept|settle for|go for|like|want|be (?:ok|happy|fine) with))?|otherwise,?|else|plan b:?|second (?:ask|choice):?|alternatively,?)\s+",
    re.IGNORECASE,
)
_OPEN_IF = lazy(r"^\W*(?:and )?(?:if|whether) (?P<what>[^.!?]+?) (?:is |are |would be )?possible\b", re.IGNORECASE)
_ORDERED = lazy(r"^\W*(?:an? |the |my )?(?:[$€£¥₹]?\d[\d.,]*k?\b|more |later |longer |extra )", re.IGNORECASE)


def read_asks(
    text: str, clauses: Sequence[Clause], currency: str | None, mentions: Sequence[Mention] = ()
) -> list[Ask]:
    """The asks of a message, in its order.

    Args:
        text: the message without what others are quoted with.
        clauses: its clauses.
        currency: of the offer, for sums that name none.
        mentions: what the message mentions, at the places of `text`.
    """
    sums = read_sums(text, currency, mentions)
    asks = _read_clauses(sums, clauses)
    asks += _read_arrows(sums, clauses)
    asks = asks or list(_read_ordered(sums, clauses))
    told = Told(text, clauses, mentions, sums.amounts, sums.as_money, sums.term_of)
    every = join_abroad(by_subject(_joined(asks, told), told), list(in_the_same_rate(read_abroad(told), text)))
    read = _each_once(with_terms_meant(every, text, sums.amounts, told.as_money, told.term_of))
    if not is_installed():
        return read
    return _each_once(in_own_words(read, text, clauses, sums.amounts, mentions, told.as_money))


def _joined(asks: Sequence[Ask], told: Told) -> list[Ask]:
    """The asks with what the mentions of the message, its changes of sums and its questions add to them."""
    known = join_asks(told.text, asks, told.mentions, told.amounts, told.as_money, told.term_of)
    joined = with_changes(known, told)
    joined += [*read_meant(told, joined), *read_second(told.text, joined)]
    return [counted_alike(ask, told.text) for ask in in_the_same_rate(joined, told.text)]


def _read_clauses(sums: SumsAsked, clauses: Sequence[Clause]) -> list[Ask]:
    """What the clauses ask for, each by itself."""
    asks: list[Ask] = []
    for clause in clauses:
        words = sums.text[clause.start : clause.end]
        if second := _IF_NOT.match(words):
            found = read_region(sums, clause.start + second.end(), clause.end)
            asks += [replace(ask, second_choice=True) for ask in found]
        elif asks and (open_if := _OPEN_IF.match(words)):
            asks += read_wording(open_if["what"])
        elif clause.role in ("ask", "order"):
            asks += read_clause(sums, clause)
    return asks


def _read_ordered(sums: SumsAsked, clauses: Sequence[Clause]) -> Iterator[Ask]:
    """What is listed behind an order: "write to Ann: 5 more days"."""
    for head, tail in pairwise(clauses):
        opened = head.role == "order" and head.words.rstrip().endswith(":")
        if opened and tail.role in ("rest", "style") and _ORDERED.match(tail.words):
            told = sums.text[tail.start : tail.end]
            lead = len(told) - len(told.lstrip(" :"))
            yield from read_region(sums, tail.start + lead, tail.end)


def _read_arrows(sums: SumsAsked, clauses: Sequence[Clause]) -> Iterator[Ask]:
    """What arrows lead to, "142 → 150", and sums that "would do", outside of reasons and losses."""
    grounds = [clause for clause in clauses if clause.role in ("reason", "loss")]
    free = [item for item in sums.amounts if not any(one.start <= item.start < one.end for one in grounds)]
    starts = {item.start: item for item in reversed(free)}
    for match in _FROM_TO.finditer(sums.text):
        before, after = starts.get(match.start("a")), starts.get(match.start("b"))
        if before is not None and after is not None:
            named = sums.term_of(before, max(0, match.start() - 20), match.start())
            term = named or sums.term_of(after, match.start(), min(len(sums.text), match.end() + 20))
            yield Ask("amount", term or "base_salary", sums.as_money(after), sums.as_money(before))
    for item in free:
        if sums.is_sum(item) and _WOULD.match(sums.text[item.end : item.end + 24]):
            yield Ask("amount", "base_salary", sums.as_money(item))


_WHO_DOES = lazy(r"^(?:could|can|would|do|will) you (?:please )?", re.IGNORECASE)


def _each_once(asks: Iterable[Ask]) -> list[Ask]:
    """One ask a term, the last one counts; words only once."""
    by_key: dict[str, Ask] = {}
    for ask in asks:
        key = ask.term if ask.form in ("amount", "change") else _WHO_DOES.sub("", ask.words.casefold())
        known = by_key.get(key)
        if known is not None and known.offered is not None and ask.offered is None:
            by_key[key] = replace(ask, offered=known.offered)
        else:
            by_key[key] = ask
    asks = list(by_key.values())
    named = any(ask.form == "amount" for ask in asks)
    return [
        ask
        for ask in asks
        if not (
            named
            and ask.form == "thing"
            and "%" not in ask.words
            and not has_content(ask.words.replace("instead", ""), [])
        )
    ]

"""Changed asks: the asks of a message with those told as a change of another sum worked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.asked_change import AskedChange
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import TERM_NAMES, Ask, Money
from assistant.offline.briefs.asked_change import FoundChange, find_changes, fit_change, opens_with_change
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.counted import mark_counted
from assistant.offline.briefs.mentions import Mention, MentionRole
from assistant.offline.briefs.prose import tidy

REACH = 40
"""Characters to either side in which the word of a change's term stands."""
_AIMS = lazy(
    r"\b(?:target|goal|aim\w*|ask\w*|want|like|number|accept|sign|take it|join|say yes|happy|hop(?:e|ing)|make|go|put|counter|double|triple|raise|bump|increase|need|can (?:they|you))\b",
    re.IGNORECASE,
)
_TOLD_OF_THEM = lazy(
    r"\b(?:they|she|he|recruiter|hr|company|offer)\b[^.!?\n]{0,20}\b(?:is|was|gave|offered|came|gives|pays|went|said|says)\b",
    re.IGNORECASE,
)
_IF = lazy(r"\b(?:if|unless|can|could|would)\b", re.IGNORECASE)
_COMMON = frozenset(
    "more than that the and extra higher base salary pay with for from this their they what offer your hour month year".split()
)
_NOT_MINE: frozenset[MentionRole] = frozenset(("mine", "else", "lost", "riv"))


@dataclass(frozen=True)
class Told:
    """A message with what is known of its sums.

    `as_money` is a sum as money, `term_of` the term whose word stands nearest to a sum between two places.
    """

    text: str
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]
    amounts: Sequence[WrittenAmount]
    as_money: Callable[[WrittenAmount], Money]
    term_of: Callable[[WrittenAmount, int, int], str | None]

    def role_of(self, item: WrittenAmount) -> MentionRole | None:
        """What an amount is in the message, as far as its mentions tell."""
        return next((one.role for one in self.mentions if one.start < item.end and item.start < one.end), None)

    def clause_of(self, place: int) -> Clause | None:
        """The clause a place lies in."""
        return next((one for one in self.clauses if one.start <= place < one.end), None)

    def worth(self, item: WrittenAmount) -> Decimal:
        """What an amount is worth, bare thousands counted."""
        return self.as_money(item).value

    def offered(self, term: str, beside: Sequence[WrittenAmount] = (), *, surely: bool = False) -> Money | None:
        """The one sum offered of a term, other than those `beside`; None where none or several are told.

        `surely`: only what the message is known to tell as offered.
        """
        named = [item for item in self.sums if item not in beside]
        offered = [item for item in named if self.role_of(item) == "got"]
        offered = (
            offered if offered or surely else [item for item in named if self.role_of(item) in (None, "num", "old")]
        )
        fitting = [self.as_money(item) for item in offered if self._is_of(item, term)]
        return fitting[0] if len({money.value for money in fitting}) == 1 else None

    def _is_of(self, item: WrittenAmount, term: str) -> bool:
        near = self.term_of(item, max(0, item.start - REACH), min(len(self.text), item.end + REACH))
        return near == term or (near is None and term == "base_salary")

    @property
    def sums(self) -> list[WrittenAmount]:
        """The amounts of money."""
        return [item for item in self.amounts if item.kind != "percent" and not item.unit]


def with_changes(asks: Sequence[Ask], told: Told) -> list[Ask]:
    """The asks with what is told as a change of another sum in the place of what its words were taken for."""
    found = [item for item in find_changes(told.text, told.amounts) if _is_asked(item, told)]
    kept = list(asks)
    for item in found:
        ask = _ask(item, told)
        if ask is None:
            continue
        kept = [one for one in kept if not _is_part_of(one, item, told)]
        stated = any(one.form == "amount" and one.term == ask.term and not one.on_top for one in kept)
        kept += [] if stated else [ask]
    return kept


def _is_asked(item: FoundChange, told: Told) -> bool:
    """Whether the person wants the change, and does not tell of one."""
    if item.by is not None and told.role_of(item.by) in _NOT_MINE:
        return False
    clause = told.clause_of(item.start)
    if clause is None or clause.role in ("rival", "loss"):
        return False
    words = lexicon.fold(clause.words)
    wanted = item.by is not None and told.role_of(item.by) in ("want", "thing")
    if wanted or clause.role in ("ask", "order"):
        return True
    theirs = _TOLD_OF_THEM.search(words) and not _IF.search(words)
    return bool(_AIMS.search(words)) and not theirs


def _ask(item: FoundChange, told: Told) -> Ask | None:
    """The ask behind a change; None where nothing tells what it is a change of and it is no share of it."""
    term = _term(item, told)
    base, other = _between(item, told) if item.half_way else (_base(item, term, told), None)
    if item.half_way and other is None:
        return None
    change = item.change if other is None else replace(item.change, other=other.value)
    if base is None:
        return None if change.amount is not None and term != "base_salary" else _unresolved(item, term, change, told)
    resolved = resolve(Ask("change", term, change=change), base)
    if resolved.form == "change":
        return None
    return replace(resolved, offered=_base(replace(item, than=None), term, told)) if item.half_way else resolved


def resolve(ask: Ask, base: Money) -> Ask:
    """The ask with its change worked out from the sum it is a change of."""
    change = fit_change(ask.change, base.value) if ask.change is not None else None
    if change is None:
        return ask
    worked = change.of(base.value, base.currency or "USD")
    value = worked.value.quantize(Decimal(1)) if worked.value == worked.value.to_integral_value() else worked.value
    made = replace(
        ask, form="amount", asked=replace(base, value=value), offered=base, words="", change=change, worked=worked
    )
    if not ask.then or made.asked is None:
        return made
    later, *more = ask.then
    return replace(resolve(replace(ask, change=later, then=tuple(more)), made.asked), offered=base)


def resolve_all(asks: Sequence[Ask], known: Mapping[str, Money]) -> list[Ask]:
    """The asks with every change worked out whose term has a known sum."""
    return [resolve(ask, known[ask.term]) if ask.form == "change" and ask.term in known else ask for ask in asks]


def _unresolved(item: FoundChange, term: str, change: AskedChange, told: Told) -> Ask:
    by = told.text[item.by.start : item.by.end] if item.by else ""
    words = (
        f"{by} {'less' if change.down else 'more'} {TERM_NAMES[term]}" if by else tidy(told.text[item.start : item.end])
    )
    return Ask("change", term, words=words, change=change)


def _term(item: FoundChange, told: Told) -> str:
    """The term whose word stands nearest to the change, in its own sentence or else the one before."""
    start = max((one.start for one in told.clauses if one.start <= item.start), default=0)
    whole = replace(item.by, start=item.start, end=item.end) if item.by else WrittenAmount(item.start, item.end, "", Decimal(0), "plain")  # fmt: skip
    near = told.term_of(whole, max(start, item.start - REACH), min(len(told.text), item.end + REACH // 2))
    if near is None and item.change.times is not None and (meant := _meant(item, told)):
        near = told.term_of(meant, max(0, meant.start - REACH), item.end)
    return near or "base_salary"


def _base(item: FoundChange, term: str, told: Told) -> Money | None:
    """The sum a change goes on: the one its words name, else the one offered of that term."""
    if item.than is not None:
        return told.as_money(item.than)
    if item.change.times is not None and (meant := _meant(item, told)) and term != "base_salary":
        return told.as_money(meant)
    return told.offered(term, beside=[one for one in told.sums if one is item.by or item.start <= one.start < item.end])


def _meant(item: FoundChange, told: Told) -> WrittenAmount | None:
    """The sum that "double it" means: the last one before."""
    return next((one for one in reversed(told.sums) if one.end <= item.start), None)


def _between(item: FoundChange, told: Told) -> tuple[Money | None, Money | None]:
    """The two sums something lies half way between: those named, else the ends of a range, else the only two told."""
    if len(item.ends) > 1:
        low, high = map(told.as_money, item.ends)
        return _alike(low, high)
    if item.ends:
        base = _base(replace(item, by=item.ends[0]), "base_salary", told)
        return base, told.as_money(item.ends[0])
    ranged = [one for one in told.amounts if one.partner is not None and one.kind != "percent"]
    named = ranged if len(ranged) == 2 else told.sums
    values = list(dict.fromkeys(map(told.as_money, named)))
    return _alike(*values) if len(values) == 2 else (None, None)


def _alike(low: Money, high: Money) -> tuple[Money, Money]:
    currency = low.currency or high.currency
    return replace(low, currency=currency), replace(high, currency=currency)


def _is_part_of(ask: Ask, item: FoundChange, told: Told) -> bool:
    """Whether what was taken for an ask is only the words of the change, or one of its sums."""
    if ask.form == "amount":
        sums = [one for one in (item.by, item.than, *item.ends) if one is not None]
        return ask.asked is not None and ask.asked.value in {
            value for one in sums for value in (one.value, told.worth(one))
        }
    span = _telling(told.text[item.start : item.end])
    rounded = item.change.rounds and ask.words.startswith("round")
    return bool(_telling(ask.words) & span) or rounded


def _telling(words: str) -> set[str]:
    return set(re.findall(r"[^\W_]{3,}|\d+", lexicon.fold(words).lower())) - _COMMON


def read_change(text: str) -> Ask | None:
    """The change of its sum that a message asks of the message before: "go one dollar fifty higher"."""
    found = opens_with_change(text, mark_counted(text, read_amounts(text)))
    if found is None:
        return None
    term = next((term for term, words in lexicon.LEVER_WORDS.items() if words.search(text)), "base_salary")
    return Ask("change", term, words=tidy(text[found.start : found.end]), change=found.change)


def resolve_changes(asks: Sequence[Ask], before: Sequence[Ask]) -> list[Ask]:
    """The asks with a change of what a message asked for before worked out: "go two dollars higher"."""
    sums = {ask.term: ask.asked for ask in before if ask.form == "amount" and ask.asked is not None}
    if len(sums) == 1:
        (term,) = sums
        asks = [replace(ask, term=term) if ask.form == "change" and ask.term not in sums else ask for ask in asks]
    waiting = {ask.term: ask for ask in before if ask.form == "change"}
    asks = [_after(waiting.get(ask.term), ask) for ask in asks]
    resolved = resolve_all(asks, sums)
    offered = {ask.term: ask.offered for ask in before if ask.form == "amount"}
    return [
        replace(ask, offered=offered[ask.term]) if old.form == "change" != ask.form and ask.term in offered else ask
        for old, ask in zip(asks, resolved, strict=True)
    ]


def _after(before: Ask | None, ask: Ask) -> Ask:
    """The change of a sum that is itself a change of one not known yet: "8% more", then "2k higher"."""
    if before is None or ask.form != "change" or ask.change is None or before is ask:
        return ask
    return replace(before, then=(*before.then, ask.change))

"""Updates: what a person's few words change in an offer on file, each sum in the measure that offer was told in.

"47.50 now and 8k sign on" after an hourly pay of 46 is an hourly pay and a sign-on; "30 fixed" after 28 lakh is 30 lakh;
"it is 7 not 4" changes the term that was 4. Parts that change without a sum are read in `parts_changed`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import EquityGrant, Evidence, Offer, OfferDraft, SignOnInstalment
from assistant.letters.other_things import is_of_other_thing
from assistant.letters.parts_changed import BREAK, multiply_part, read_parts_changed
from assistant.letters.patterns import COUNT, LABEL, UP_TO_AFTER, is_most, read_count
from assistant.letters.told import read_currency_alone
from assistant.letters.told_dates import find_told_deadline, find_told_start
from assistant.letters.working_time import apply_working_time

MOST_WORDS = 45
"""Words of the longest message that is read as an update."""
SMALL = 32
"""A bare number below this that fits no term is a day or a count, and says nothing of pay."""
LARGEST_TARGET = 60
"""A bare bonus target up to this is a percent."""
SCALES = (Decimal(1), Decimal(1000))
LAKH = Decimal(100_000)
NEAR, WIDE, STEP, BESIDE_BASE = (
    (Decimal("0.55"), Decimal("1.9")),
    (Decimal("0.1"), Decimal(10)),
    (Decimal("0.002"), Decimal("0.5")),
    (Decimal("0.01"), Decimal("1.5")),
)
"""How far a new pay, a new payment, a raise and a first payment are from what they are held against."""
TERMS = ("base", "bonus", "sign_on", "equity")
_REPLACED = lazy(
    r"\b(?:not|instead of|rather than|from|was|were|no longer)\s+(?:the |an? |my )?[$€£₹]?\s?$", re.IGNORECASE
)
_REPLACED_BEHIND = lazy(
    r"\s?(?:%|percent)?\s(?:(?:was|is) (?:just |only )?(?:my (?:ask|target|number|wish|counter)|(?:from |for |in )?(?:the |an? )?(?:other|old|wrong|another|different|earlier|previous))\b|nahi\w*|nhi|tha|(?:was|is) (?:an? |my |their |her |his )?(?:mistake|typo|error|wrong|incorrect)\b|earlier|originally|previously|before(?! tax))\b",
    re.IGNORECASE,
)
_ON_TOP = lazy(r"\b(?:another|extra|additional)(?: an?)? [$€£₹]?$", re.IGNORECASE)
_ON_TOP_BEHIND = lazy(
    r"\s?(?:more|extra|on top|additional)\b|\s?(?:in|on|over)?to (?:the |my )?(?:base|basic|fixed|salary|sign(?:ing|[- ]?on))\b",
    re.IGNORECASE,
)
_BY = lazy(
    r"\b(?:(?P<down>cut|lower\w*|reduc\w*|dropp?\w*)|rais\w*|bump\w*|up+ed|increas\w*|mov\w*|sweeten\w*)\b[^\d]{0,25}\bby [$€£₹]?$"
    r"|\b(?:w[eo]nt|go(?:es)?|gone|is|came|come) (?:up|(?P<fallen>down)) (?:an? )?[$€£₹]?$",
    re.IGNORECASE,
)
_TRANSFER = lazy(
    r" (?:of|from|out of) (?:the |my |that )?(?P<source>[a-z][a-z -]{2,14}?) (?:in|over|on)?to (?:the |my )?(?P<target>[a-z]+)",
    re.IGNORECASE,
)
"""A sum that goes from one part into another."""
_OVER_YEARS = lazy(rf"\b(?:over|across|in) ({COUNT}) (?:years?|yrs?)\b", re.IGNORECASE)
_NUMBERS = lazy(r"\d[\d.,'’]*k?\b", re.IGNORECASE)
_SORRY = lazy(r"\b(?:sorry|oops|wait|no|actually|meant?|typo|correction|wrong|not|instead)\b", re.IGNORECASE)
_CHANGES = lazy(r"raised", re.IGNORECASE)
"""A verb of change that names another matter in a whole letter."""
_PERIOD = lazy(
    r"\s?(?:/|per |an? |each )\s?(?:(?P<hour>h(?:ou)?rs?|h)|(?P<day>day)|(?P<week>w(?:ee)?k)|(?P<month>mo(?:nth)?)|(?P<year>y(?:ea)?r|annum))\b",
    re.IGNORECASE,
)
_OTHER_TERMS = lazy(
    r"\bvest\w*|\bcliff\b|\brefresh\w*|\bstrike\b|\bunits?\b|\bshares\b|\bdiscretionary\b|%[^\n]{0,12}\bof (?:the )?company\b",
    re.IGNORECASE,
)
"""Words of terms that only the reader of whole offers knows."""

_BARE_LEAD = lazy(
    r"^\W*(?:(?:no|oh|wait|sorry|actually|so|ok|and|hm+|update|now|its|it's|it|they|make|made|said|that|is|at|to|the|correction)\W*)*$",
    re.IGNORECASE,
)
"""All that may stand before a percent that nothing names."""


@dataclass(frozen=True)
class _Change:
    """A new sum in its clause: the term its words name, the sum it replaces, and whether it comes on top (1, -1)."""

    amount: WrittenAmount
    term: str | None
    replaced: Decimal | None
    sign: int
    clause: str
    period: str | None
    is_pay: bool


def parse_update(text: str, offer: Offer) -> OfferDraft | None:
    """The terms of the offer on file that the words change; None where a sum of theirs cannot be told to be one.

    >>> old = Offer(base_annual=Decimal(2_800_000), bonus_target_pct=Decimal(4), currency="INR")
    >>> parse_update("revised to 30 fixed, bonus is 7 not 4", old).offer.model_dump(
    ...     include={"base_annual", "bonus_target_pct"}
    ... )
    {'base_annual': Decimal('3000000'), 'bonus_target_pct': Decimal('7')}
    """
    if len(text.split()) > MOST_WORDS or _OTHER_TERMS.search(text):
        return None
    terms = read_parts_changed(text, offer)
    evidence: list[Evidence] = []
    for name, day in (("deadline", find_told_deadline(text)), ("start_date", find_told_start(text))):
        if day is not None:
            terms[name] = day.group()
            evidence.append(Evidence(field=name, quote=day.group(), start=day.start(), end=day.end()))
    read: list[_Change] = []
    for change in _changes(text, offer):
        new = _read_change(change, offer) if change is not None else None
        if change is not None and new is None and _says_nothing(change):
            continue
        if change is None or new is None or terms.keys() & new.keys():
            return None
        terms |= new
        read.append(change)
        place = change.amount
        evidence += [Evidence(field=name, quote=place.quote, start=place.start, end=place.end) for name in new]
    based = [change for change in read if "base_annual" in (_read_change(change, offer) or {})]
    currency = _currency_named(based or (read if offer.currency_assumed else []), offer) or _currency_put_right(text)
    if currency:
        terms["currency"] = currency
    changed = apply_working_time(text, offer.with_terms(terms))
    terms |= {
        name: getattr(changed, name) for name in ("base_annual", "base_stated") if changed != offer.with_terms(terms)
    }
    stated = _valid(terms) if terms else None
    return None if stated is None else OfferDraft(is_offer=True, offer=stated, evidence=tuple(evidence))


def _valid(terms: Mapping[str, Any]) -> Offer | None:
    """The terms as an offer; None where no offer can have one of them, such as a bonus below zero."""
    try:
        return Offer.model_validate(terms)
    except ValidationError:
        return None


def _changes(text: str, offer: Offer) -> Iterator[_Change | None]:
    """The new sums of the words; None for a clause with several, of which nothing can be said."""
    amounts = [item for item in read_amounts(text) if not item.unit]
    edges = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        inside = [item for item in amounts if start <= item.start < end]
        old = [item for item in inside if _is_replaced(text, item)]
        new = [item for item in inside if item not in old]
        if len(new) > 1 or any(item.partner is not None or _is_most(text, item, offer) for item in new):
            yield None
        elif new:
            change = _describe(text, (start, end), new[0], old[0].value if old else None)
            yield from _both_sides(change, _TRANSFER.match(text, new[0].end))


def _is_most(text: str, amount: WrittenAmount, offer: Offer) -> bool:
    """Whether a sum is only the most they pay: "158 max" is what they pay, and one below the base all that is left of it."""
    last_word = UP_TO_AFTER.match(text[amount.end :])
    if not (is_most(text, amount.start) or last_word):
        return False
    base = offer.base_annual or 0
    reach = NEAR[1] if last_word else 1
    return not any(NEAR[0] * base <= amount.value * scale < reach * base for scale in SCALES)


def _both_sides(change: _Change, transfer: re.Match[str] | None) -> Iterator[_Change]:
    """The change, or where a sum goes from one part into another what both of them lose and win."""
    sides = [LABEL.match(transfer[name]) for name in ("source", "target")] if transfer else []
    if len(named := [side for side in sides if side]) < 2:
        yield change
        return
    for side, sign in zip(named, (-1, 1), strict=True):
        yield replace(change, term=str(side.lastgroup), sign=sign)


def _currency_named(changes: Collection[_Change], offer: Offer) -> str | None:
    """The currency that new sums name in letters, or by a sign that only one currency has; a dollar sign changes none.

    >>> _currency_named([*filter(None, _changes("its 95k EUR", Offer()))], Offer(currency="USD"))
    'EUR'
    """
    named = {item.amount.currency for item in changes if item.amount.currency and not item.amount.ambiguous_symbol} - {
        offer.currency
    }
    return next(iter(named)) if len(named) == 1 else None


def _currency_put_right(text: str) -> str | None:
    """The one currency that words name which say that something was wrong: "sorry thats CHF of course, 124'000"."""
    return read_currency_alone(_NUMBERS.sub(" ", text)) if _SORRY.search(text) else None


def _describe(text: str, clause: tuple[int, int], amount: WrittenAmount, replaced: Decimal | None) -> _Change:
    start, end = clause
    by = _BY.search(text, start, amount.start)
    term = _term_of(text, clause, amount)
    on_top = term and (_ON_TOP.search(text[start : amount.start]) or _ON_TOP_BEHIND.match(text, amount.end))
    sign = (-1 if by["down"] or by["fallen"] else 1) if by else int(bool(on_top))
    period = _PERIOD.match(text, amount.end)
    named = period.lastgroup if period else None
    return _Change(amount, term, replaced, sign, text[start:end], named, _is_pay(text, clause, amount))


def _is_pay(text: str, clause: tuple[int, int], amount: WrittenAmount) -> bool:
    """Whether a number that no word names can be pay, or with a percent the bonus."""
    start = clause[0]
    if amount.kind == "percent":
        return bool(_BARE_LEAD.match(text[start : amount.start]))
    return not is_of_other_thing(text, clause, amount)


def _is_replaced(text: str, amount: WrittenAmount) -> bool:
    before = text[max(0, amount.start - 20) : amount.start]
    return bool(_REPLACED.search(before) or _REPLACED_BEHIND.match(text, amount.end))


def _term_of(text: str, clause: tuple[int, int], amount: WrittenAmount) -> str | None:
    """The term whose name stands nearest to the sum in its clause."""
    found = [
        (max(label.start() - amount.end, amount.start - label.end()), str(label.lastgroup))
        for label in LABEL.finditer(text, *clause)
        if (label.end() <= amount.start or label.start() >= amount.end)
        and not (label.lastgroup == "other" and _CHANGES.fullmatch(label.group()))
    ]
    return min(found)[1] if found else None


def _says_nothing(change: _Change) -> bool:
    amount = change.amount
    return change.term is None and change.replaced is None and not amount.explicit and amount.value < SMALL


def _read_change(change: _Change, offer: Offer) -> dict[str, Any] | None:
    """The terms that one new sum states, by field; None where it fits no term."""
    if change.period not in (None, offer.base_stated.period if offer.base_stated else "year"):
        return None
    if change.term is not None and change.term not in TERMS:
        return None
    if change.term is None and change.replaced is None and not change.is_pay:
        return None
    if change.amount.kind == "percent" and change.sign:
        return multiply_part(change.term or "", 1 + change.sign * change.amount.value / 100, offer) or None
    if change.amount.kind == "percent":
        told = change.term in ("bonus", "base") or offer.bonus_target_pct is not None
        return (
            {"bonus_target_pct": change.amount.value} if told and not change.sign and change.term != "equity" else None
        )
    readers = {"base": _new_base, "bonus": _new_bonus, "sign_on": _new_sign_on, "equity": _new_stock}
    term = change.term or _term_that_was(change.replaced, offer) or "base"
    return readers[term](change, offer)


def _term_that_was(replaced: Decimal | None, offer: Offer) -> str | None:
    """The term whose value on file is the sum that the words take back."""
    if replaced is None:
        return None
    stated = offer.base_stated.amount if offer.base_stated else None
    old = {"base": (stated, offer.base_annual), "bonus": (offer.bonus_target_pct, offer.bonus_target_amount),
           "sign_on": (_sign_on(offer),), "equity": (_stock(offer),)}  # fmt: skip
    sums = {replaced * scale for scale in (*SCALES, LAKH)}
    return next((term for term, values in old.items() if sums & {value for value in values if value}), None)


def _fit(change: _Change, old: Decimal, reach: tuple[Decimal, Decimal], currency: str | None) -> Decimal | None:
    """The sum in the measure in which it is most like the old one; None where it is like it in none."""
    amount = change.amount
    if not amount.value:
        return amount.value  # taken back
    scales = (Decimal(1),) if amount.scale != 1 else (*SCALES, *([LAKH] if currency == "INR" else []))
    values = [amount.value * scale for scale in scales if reach[0] <= amount.value * scale / old <= reach[1]]
    return min(values, key=lambda value: max(value / old, old / value)) if values and old else None


def _new_base(change: _Change, offer: Offer) -> dict[str, Any] | None:
    base, stated = offer.base_annual, offer.base_stated
    if not base:
        return None
    measured = stated.amount if stated is not None and stated.amount and stated.period != "year" else None
    for old in filter(None, (measured, base)):
        found = _fit(change, old, STEP if change.sign else NEAR, offer.currency)
        new = None if found is None else old + change.sign * found if change.sign else found
        if new is not None and old == measured and stated is not None:
            return {"base_stated": stated.model_copy(update={"amount": new}), "base_annual": base * new / old}
        if new is not None:
            return {"base_annual": new}
    return None


def _new_bonus(change: _Change, offer: Offer) -> dict[str, Any] | None:
    value, amount = change.amount.value, offer.bonus_target_amount
    if change.sign:
        return None
    if amount:
        found = _fit(change, amount, WIDE, offer.currency)
        return None if found is None else {"bonus_target_amount": found}
    percent = offer.bonus_target_pct is not None or "target" in change.clause.lower()
    small = not change.amount.explicit and value <= LARGEST_TARGET
    return {"bonus_target_pct": value} if percent and small else None


def _new_sign_on(change: _Change, offer: Offer) -> dict[str, Any] | None:
    old = _sign_on(offer)
    if len(offer.signing) > 1 or not (old or offer.base_annual):
        return None
    against, reach = (old, WIDE) if old else (offer.base_annual or Decimal(1), BESIDE_BASE)
    if not (old or change.amount.value):
        return None
    found = _fit(change, against, reach, offer.currency)
    if found is None:
        return None
    left = (old or 0) + change.sign * found if change.sign else found
    return {"signing": (SignOnInstalment(amount=left),)} if left >= 0 else None


def _new_stock(change: _Change, offer: Offer) -> dict[str, Any] | None:
    old = _stock(offer)
    found = _fit(change, old, WIDE, offer.currency) if old else None
    if found is None or old is None:
        return None
    new: dict[str, Any] = {"total_value": old + change.sign * found if change.sign else found}
    years = _OVER_YEARS.search(change.clause)
    grant: EquityGrant = offer.equity[0]
    if years is not None and (count := Decimal(str(read_count(years[1])))) != grant.years:
        new |= {"years": count, "schedule": None}
    return {"equity": (grant.model_copy(update=new),)}


def _sign_on(offer: Offer) -> Decimal | None:
    return sum((part.amount for part in offer.signing), Decimal(0)) or None


def _stock(offer: Offer) -> Decimal | None:
    """What the one grant on file is worth in all."""
    return offer.equity[0].total_value if len(offer.equity) == 1 else None

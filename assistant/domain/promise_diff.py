"""Promise diff: what was said before against what the letter says now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from assistant.domain.money import to_json_number
from assistant.domain.offer import EquityGrant, Offer, OfferDraft

Standing = Literal["kept", "changed", "missing", "now_conditional", "new"]
ORDER: tuple[Standing, ...] = ("missing", "changed", "now_conditional", "new", "kept")
"""The worst first: what is missing costs most."""

_COMPARED = (
    "title", "level", "location", "base_annual", "base_range", "bonus_target_pct", "bonus_target_amount",
    "bonus_max_pct", "bonus_range_pct", "signing", "retention_bonus", "relocation", "start_date", "deadline",
)  # fmt: skip
_GRANT_TERMS = (
    "kind", "total_value", "annual_value", "shares", "strike", "percent", "years", "schedule", "cliff_months",
    "frequency",
)  # fmt: skip
_PAY = frozenset({"base_annual", "bonus_target_pct", "bonus_target_amount", "signing", "retention_bonus", "relocation"})
_SIZES = frozenset({"total_value", "annual_value", "shares", "percent"})
_WEAKER = ("bonus_max_pct", "bonus_range_pct")
_DAYS = frozenset({"start_date", "deadline"})
_DAY_PART = re.compile(r"[a-z]{3,}|\d+")
_MONTH_ORDER = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = frozenset(_MONTH_ORDER)
_IN_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})\b")
_CONDITION = re.compile(
    r"\b(?:discretion\w*|subject to|contingent|conditional|up to|may (?:be|receive|award|grant)"
    r"|eligible to be considered|at (?:our|the company's) (?:sole )?option|not guaranteed|no guarantee"
    r"|if (?:approved|and when)|we (?:intend|expect|hope) to|will recommend|reserves? the right"
    r"|claw ?-?back|repa(?:y|id|yable|yment))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A term on both sides, with the words of each; `before` and `after` are plain values, None where it is absent.

    `field` is a field of an offer (`equity[0].total_value`) or a topic that is no pay (`remote work`).
    """

    field: str
    standing: Standing
    before: Any
    after: Any
    before_quote: str = ""
    after_quote: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One side: the terms read from it, the sentence each stands in, and its topics besides pay with their words."""

    draft: OfferDraft
    sentences: Mapping[str, str]
    topics: Mapping[str, str]


def compare_papers(promised: Paper, written: Paper) -> tuple[PromiseChange, ...]:
    """Every term that either side states, the worst first.

    A term is `now_conditional` when the value stands but its sentence has gained a condition. Of the topics
    besides pay only those promised before are held against the letter.
    """
    changes = [*_compare_terms(promised, written), *_compare_topics(promised, written)]
    return tuple(sorted(changes, key=lambda item: ORDER.index(item.standing)))


def _compare_terms(promised: Paper, written: Paper) -> Iterator[PromiseChange]:
    first, second = _with_same_bonus(promised.draft.offer, written.draft.offer)
    before, after = list_terms(first), list_terms(_pair_grants(first, second))
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field), after.get(field)
        if field == "location" and "remote work" in promised.topics and "remote" in str(old).lower():
            continue  # said once, as a topic
        old_words, new_words = _words(promised, field), _words(written, field)
        if field == "bonus_target_pct" and new is None and (weaker := _weaker_bonus(second)):
            yield PromiseChange(field, "now_conditional", old, weaker, old_words, _words(written, *_WEAKER))
            continue
        yield PromiseChange(field, _judge_term(field, old, new, old_words, new_words), old, new, old_words, new_words)


def _weaker_bonus(offer: Offer) -> str:
    """What stands in the place of a target that is no longer promised."""
    if offer.bonus_max_pct is not None:
        return f"up to {to_json_number(offer.bonus_max_pct)} %"
    if offer.bonus_range_pct is not None:
        low, high = (to_json_number(end) for end in offer.bonus_range_pct)
        return f"{low} to {high} %"
    return ""


def _compare_topics(promised: Paper, written: Paper) -> Iterator[PromiseChange]:
    for topic, old in promised.topics.items():
        new = written.topics.get(topic, "")
        yield PromiseChange(topic, _judge(True, True if new else None, old, new), old, new or None, old, new)
    for warning in written.draft.warnings:
        if warning not in promised.draft.warnings:
            yield PromiseChange("condition", "new", None, warning)


def _words(paper: Paper, *fields: str) -> str:
    named = (name for field in fields for name in (field, field.split(".")[0]))
    return next((paper.sentences[name] for name in named if name in paper.sentences), "")


def _judge(old: Any, new: Any, old_words: str, new_words: str) -> Standing:
    if old is None:
        return "new"
    if new is None:
        return "missing"
    if old != new:
        return "changed"
    conditional = _CONDITION.search(new_words) and not _CONDITION.search(old_words)
    return "now_conditional" if conditional else "kept"


def _judge_term(field: str, old: Any, new: Any, old_words: str, new_words: str) -> Standing:
    standing = _judge(old, new, old_words, new_words)
    if standing == "changed" and field in _DAYS and _is_same_day(old, new):
        return "kept"
    # A condition is told once for a grant, at its size.
    return "kept" if standing == "now_conditional" and not _is_pay(field) else standing


def _is_pay(field: str) -> bool:
    return field in _PAY or field.rpartition(".")[2] in _SIZES


def _is_same_day(old: str, new: str) -> bool:
    """Whether two ways to write a date agree on all that both state; years are often left out in talk."""
    first, second = _DAY_PART.findall(old), _DAY_PART.findall(new)
    parts = [{word[:3] for word in words if not word.isdigit()} for words in (first, second)]
    days = [{int(word) for word in words if word.isdigit() and int(word) <= 31} for words in (first, second)]
    if bool(days[0]) and days[0] == days[1] and parts[0] & _MONTHS == parts[1] & _MONTHS:
        return True
    return any(
        {int(figure) for figure in written.groups()} == {_MONTH_ORDER.index(month) + 1, *days[other]}
        for other, words in ((1, old), (0, new))
        if (written := _IN_FIGURES.search(words)) and len(days[other]) == 1
        for month in parts[other] & _MONTHS
    )


def list_terms(offer: Offer) -> dict[str, Any]:
    """The stated terms that can be held against another letter, by field; grants by their place.

    A grant of so much a year for some years is listed by its total.

    >>> list_terms(Offer(base_annual=Decimal(180000)))
    {'base_annual': 180000}
    """
    terms = {name: getattr(offer, name) for name in _COMPARED}
    for index, grant in enumerate(offer.equity):
        whole = _with_total(grant)
        terms |= {f"equity[{index}].{name}": getattr(whole, name) for name in _GRANT_TERMS}
    return {name: _comparable(value) for name, value in terms.items() if value not in (None, (), "")}


def _with_total(grant: EquityGrant) -> EquityGrant:
    total = grant.total_value
    if total is None and grant.annual_value is not None and grant.years is not None:
        total = grant.annual_value * grant.years
    if total is None:
        return grant
    return grant.model_copy(update={"total_value": total, "annual_value": None})


def _with_same_bonus(first: Offer, second: Offer) -> tuple[Offer, Offer]:
    """Both target bonuses in percent where one letter gives the percent and the other the amount."""
    if (first.bonus_target_pct is None) == (second.bonus_target_pct is None):
        return first, second
    return _bonus_in_percent(first), _bonus_in_percent(second)


def _bonus_in_percent(offer: Offer) -> Offer:
    if offer.bonus_target_pct is not None or not offer.bonus_target_amount or not offer.base_annual:
        return offer
    return offer.with_terms({"bonus_target_pct": offer.bonus_target_amount * 100 / offer.base_annual})


def _pair_grants(first: Offer, second: Offer) -> Offer:
    """The second offer with its grants in the order of the first one's, kind by kind."""
    left, paired = list(second.equity), []
    for grant in first.equity:
        match = next((item for item in left if item.kind == grant.kind), None)
        if match is not None:
            left.remove(match)
            paired.append(match)
    return second.model_copy(update={"equity": (*paired, *left)})


def _comparable(value: Any) -> Any:
    if isinstance(value, Decimal):
        return to_json_number(value)
    if isinstance(value, str):
        return " ".join(value.casefold().split()).strip(" .")
    if isinstance(value, tuple):
        return [_comparable(item) for item in value]
    return value.model_dump(mode="json", include={"year", "amount"}) if isinstance(value, BaseModel) else value

"""Offer fields: precision and recall of what was read from offers against what a careful reader finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.letters.places import STATES

_WORDS = re.compile(r"[\w.:']+")
_TEXT_FIELDS = ("company", "title", "level", "location", "deadline", "start_date")
_PLAIN_FIELDS = (
    "is_offer", "currency", "currency_assumed", "base_annual", "base_stated", "base_range", "bonus_target_pct",
    "bonus_target_amount", "bonus_max_pct", "bonus_range_pct", "retention_bonus",
)  # fmt: skip
_FILLERS = {
    "by", "the", "on", "at", "of", "in", "within", "a", "an", "is", "our", "inc", "ltd", "llc", "and", "or", "about",
    "before", "no", "not", "later", "than", "latest",
}  # fmt: skip
"""Words that a careful reader may quote with a value or leave out: "on or before 5 November"."""
_LEGAL_FORMS = {
    "llp", "limited", "corp", "corporation", "plc", "pte", "pty", "pvt", "private", "gmbh", "ag", "se", "kg", "sa",
    "sas", "sarl", "sl", "srl", "spa", "bv", "b.v", "nv", "n.v", "ab", "as", "oy", "aps", "k.k", "kk", "lda", "co",
}  # fmt: skip
"""Of a company's name, which people give with or without them."""
_HOW_REMOTE = {"fully", "completely", "100"}
_REGION = re.compile(rf"(?<=\w)(?: \([^)]*\)|,? (?:[A-Z]{{2,3}}|{STATES})\.?)$")
"""Behind a city, which people give with or without its state or district."""
_PERIODS = {"two weeks": "bi-week", "fortnight": "bi-week", "half month": "semi-month", "half-month": "semi-month"}
_RHYTHMS = {"yearly": "annual", "annually": "annual"}
_NONE_OR_ABSENT = (("cliff_months", 0), ("frequency", "annual"))
"""No cliff, and the yearly rhythm of a yearly schedule, which a careful reader may state or leave out."""
_TOLERANCE = 0.005
_THIRD = 0.1
"""Between percents of a schedule that are rounded: 33, 33.3 and 33.33."""


@dataclass
class FieldScore:
    """Counts over samples: right values, invented or wrong ones, and missed ones, each with its words."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the read values that are right; 1 when nothing was read."""
        read = self.right + len(self.wrong)
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """Share of the stated values that were read; 1 when nothing is stated."""
        stated = self.right + len(self.missed)
        return self.right / stated if stated else 1.0


def flatten_offer(offer: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's JSON as one level: null and empty fields left out, lists by their index."""
    flat: dict[str, Any] = {
        name: offer[name] for name in (*_PLAIN_FIELDS, *_TEXT_FIELDS) if _is_stated(offer.get(name))
    }
    if not flat.get("currency_assumed"):
        flat.pop("currency_assumed", None)
    for index, part in enumerate(offer.get("signing") or ()):
        flat[f"signing[{index}]"] = (part["year"], part["amount"])
    for index, grant in enumerate(offer.get("equity") or ()):
        flat |= {f"equity[{index}].{name}": value for name, value in grant.items() if _is_stated(value)}
    relocation = offer.get("relocation") or {}
    if _is_stated(relocation.get("amount")):
        flat["relocation.amount"] = relocation["amount"]
    return flat


def _is_stated(value: Any) -> bool:
    return value is not None and value not in ([], ())


def score_offer(sample_id: str, expected: Mapping[str, Any], read: Mapping[str, Any], score: FieldScore) -> None:
    """Add one sample's fields to the score. A wrong value counts as invented and as missed."""
    wanted, found = flatten_offer(expected), flatten_offer(read)
    for name in sorted({*wanted, *found}):
        if name in wanted and name in found and is_same(name, wanted[name], found[name]):
            score.right += 1
            continue
        if _may_be_absent(name, wanted, found):
            continue
        if name in found:
            score.wrong.append(f"{sample_id}: {name} read as {found[name]!r}, expected {wanted.get(name)!r}")
        if name in wanted:
            score.missed.append(f"{sample_id}: {name} {wanted[name]!r} not read")


def _may_be_absent(name: str, wanted: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether only one of both states a value that says no more than its absence does."""
    if (name in wanted) == (name in found):
        return False
    value, grant = wanted.get(name, found.get(name)), name.rpartition(".")[0]
    told = (name.rpartition(".")[2], _RHYTHMS.get(str(value), value)) in _NONE_OR_ABSENT
    return told and (value == 0 or f"{grant}.schedule" in wanted.keys() & found.keys())


def is_same(name: str, wanted: Any, found: Any) -> bool:
    """Numbers within half a percent of a unit, texts by their telling words, the rest by value."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return bool(wanted) is bool(found)
    part = name.rpartition(".")[2]
    if isinstance(wanted, str) and part in _TEXT_FIELDS:
        return _is_same_text(part, wanted, str(found))
    if part in ("period", "frequency"):
        one, other = (_PERIODS.get(value, _RHYTHMS.get(value, value)) for value in (str(wanted), str(found)))
        return one == other
    if part == "schedule":
        return len(wanted) == len(found) and all(abs(a - b) <= _THIRD for a, b in zip(wanted, found, strict=True))
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(is_same(f"{name}.{k}", wanted[k], found.get(k)) for k in wanted)
    if isinstance(wanted, list | tuple):
        return len(wanted) == len(found) and all(is_same(name, a, b) for a, b in zip(wanted, found, strict=True))
    if isinstance(wanted, int | float):
        return isinstance(found, int | float) and abs(wanted - found) <= _TOLERANCE + abs(wanted) * 1e-9
    return bool(wanted == found)


def _is_same_text(field: str, one: str, other: str) -> bool:
    forms = _LEGAL_FORMS if field == "company" else _HOW_REMOTE if field == "location" else set()
    ways = [(one, other)]
    if field == "location" and "remote" not in one.lower():
        ways += [(_REGION.sub("", one), other), (one, _REGION.sub("", other))]
    return any(_telling_words(a) - forms == _telling_words(b) - forms for a, b in ways)


def _telling_words(words: str) -> set[str]:
    return {word.strip(".") for word in _WORDS.findall(words.lower())} - _FILLERS


def score_offers(samples: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]]) -> FieldScore:
    """One score over (id, expected, read) triples."""
    score = FieldScore()
    for sample_id, expected, read in samples:
        score_offer(sample_id, expected, read, score)
    return score

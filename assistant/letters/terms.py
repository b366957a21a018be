"""Terms: what one message states, field by field, with the place each was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]

_ONE_STATEMENT = (
    ("base_annual", "base_stated", "base_range"),
    ("bonus_target_pct", "bonus_target_amount", "bonus_max_pct", "bonus_range_pct"),
)
"""Fields that say the same thing in different ways: a newer one takes the place of all."""
_NAMES = ("company", "title")


@dataclass
class Grant:
    """One equity grant while it is being read: slot values and the places they stand."""

    slots: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    added: bool = False

    def put(self, slot: str, value: Any, span: Span) -> None:
        """Fill or replace a slot."""
        self.slots[slot] = value
        self.spans[slot] = span


@dataclass
class Terms:
    """Values of one message. `spans` has the dotted names of the contract (`signing[0]`)."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    cues: set[str] = field(default_factory=set)

    def put(self, name: str, value: Any, span: Span) -> None:
        """Fill or replace a field."""
        self.values[name] = value
        self.spans[name] = span

    def drop(self, name: str) -> None:
        """Forget a field and the places of its parts."""
        self.values.pop(name, None)
        for key in [key for key in self.spans if key == name or key.startswith(f"{name}[")]:
            del self.spans[key]


def supersede(older: Terms, newer: Terms) -> Terms:
    """One set of terms of which the newer message wins wherever it says anything."""
    merged = Terms(dict(older.values), dict(older.spans), older.grants, older.warnings + newer.warnings)
    merged.cues = older.cues | newer.cues
    for group in _ONE_STATEMENT:
        if any(name in newer.values for name in group):
            for name in group:
                merged.drop(name)
    if "no_signing" in newer.cues:
        merged.drop("signing")
    shorter = {name for name in _NAMES if _is_short_of(newer.values.get(name), older.values.get(name))}
    for name, value in newer.values.items():
        if name not in shorter:
            merged.drop(name)
            merged.values[name] = value
    merged.spans |= {name: span for name, span in newer.spans.items() if name not in shorter}
    merged.grants = _supersede_grants(older.grants, newer.grants)
    return merged


def _is_short_of(newer: str | None, older: str | None) -> bool:
    """Whether a newer message only gives the beginning of a name told in full before: "Applied Scientist" of "… II"."""
    return bool(newer and older and older.lower().startswith(f"{newer.lower()} "))


def _supersede_grants(older: list[Grant], newer: list[Grant]) -> list[Grant]:
    if not newer:
        return older
    if all(grant.added for grant in newer):
        return older + newer
    same_kind = len(older) == len(newer) == 1 and older[0].slots.get("kind") == newer[0].slots.get("kind")
    if not same_kind:
        return newer
    old, new = older[0], newer[0]
    sizes = ("total_value", "annual_value", "shares", "percent", "percent_range")
    kept = {k: v for k, v in old.slots.items() if k not in sizes or not any(s in new.slots for s in sizes)}
    spans = {slot: span for slot, span in old.spans.items() if slot in kept}
    return [Grant(kept | new.slots, spans | new.spans)]

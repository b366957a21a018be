"""Names: which arguments a place in a schema takes, and the one a wrong name was meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

Schema = Mapping[str, Any]
_OTHER_WORDS = {
    "base_annual": ("base", "base_pay", "base_salary", "salary", "annual_salary", "annual_base"),
    "base_salary": ("base", "base_annual", "salary"),
    "bonus_target_pct": ("bonus", "bonus_pct", "target_bonus_pct", "annual_bonus_pct"),
    "bonus_target_amount": ("bonus_amount", "target_bonus", "annual_bonus"),
    "signing": ("sign_on", "sign_on_bonus", "signing_bonus", "signon"),
    "sign_on_bonus": ("signing", "sign_on", "signing_bonus", "signon"),
    "equity": ("rsu", "rsus", "stock", "equity_grant", "grant", "options"),
    "equity_grant": ("rsu", "rsus", "stock", "equity", "grant"),
    "total_value": ("value", "amount", "grant_value"),
    "month": ("leave_month",),
    "leave_month": ("month", "months"),
}
"""What people call an argument that has a more exact name here."""


def list_names(schema: Schema, path: Sequence[str | int]) -> list[str]:
    """The argument names at a place, such as ("offer", "equity", 0); empty where anything goes."""
    return sorted({name for found in _walk(schema, schema, path) for name in found.get("properties", {})})


def suggest_name(name: str, known: Sequence[str]) -> str:
    """What to write instead of a name that is not known.

    >>> suggest_name("bonus_pct", ["base_annual", "bonus_target_pct"])
    'did you mean bonus_target_pct? The names here are base_annual, bonus_target_pct'
    """
    if not known:
        return "leave it out"
    close = [item for item in known if name.lower() in _OTHER_WORDS.get(item, ())]
    close = close or get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    listed = f"names here are {', '.join(known)}"
    return f"did you mean {close[0]}? The {listed}" if close else f"the {listed}"


def _walk(root: Schema, place: Schema, path: Sequence[str | int]) -> Iterator[Schema]:
    """The schemas a path can lead to; a union leads to those of every branch."""
    if "$ref" in place:
        place = {**root["$defs"][place["$ref"].rsplit("/", 1)[-1]], **{k: v for k, v in place.items() if k != "$ref"}}
    for branch in place.get("anyOf", ()):
        yield from _walk(root, branch, path)
    if not path:
        yield place
        return
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        inner = place.get("items")
    else:
        inner = place.get("properties", {}).get(head, place.get("additionalProperties"))
    if isinstance(inner, Mapping):
        yield from _walk(root, inner, rest)

"""Offer sums: which term each amount of a letter belongs to by what its sample expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.pay import scale_bare
from assistant.letters.sum_roles import NO_ROLE, ROLES, role_of

_PERCENTS = ("bonus", "equity")
_DIGITS = 4


def tag_sums(page: Page, expected: Mapping[str, Any]) -> list[str]:
    """The role of every amount: that of the patterns if the value fits it, else the first that it fits, else none."""
    stated = stated_sums(expected)
    return [_tag(page, mention, stated) for mention in page.mentions]


def _tag(page: Page, mention: Mention, stated: Mapping[str, set[float]]) -> str:
    amount = mention.amount
    values = {round(float(amount.value), _DIGITS), round(float(scale_bare(amount, page)), _DIGITS)}
    fits = [role for role in ROLES if values & stated[role] and not amount.unit]
    if amount.kind == "percent":
        fits = [role for role in fits if role in _PERCENTS]
    return role_of(mention) if role_of(mention) in fits else fits[0] if fits else NO_ROLE


def stated_sums(expected: Mapping[str, Any]) -> dict[str, set[float]]:
    """The figures of every role.

    >>> sorted(stated_sums({"base_annual": 90000, "signing": [{"year": 1, "amount": 5000}]})["sign_on"])
    [5000.0]
    """
    found: dict[str, set[float]] = {role: set() for role in ROLES}
    for role, value in _stated(expected):
        if isinstance(value, int | float):
            found[role].add(round(float(value), _DIGITS))
    return found


def _stated(expected: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in ("base_annual", "bonus_target_pct", "bonus_target_amount", "bonus_max_pct", "retention_bonus"):
        yield name.split("_")[0], expected.get(name)
    yield "base", (expected.get("base_stated") or {}).get("amount")
    yield "relocation", (expected.get("relocation") or {}).get("amount")
    yield from (("base", value) for value in expected.get("base_range") or ())
    yield from (("bonus", value) for value in expected.get("bonus_range_pct") or ())
    parts = [part["amount"] for part in expected.get("signing") or ()]
    yield from (("sign_on", value) for value in (*parts, sum(parts) or None))
    for grant in expected.get("equity") or ():
        yield from (("equity", grant.get(name)) for name in ("total_value", "annual_value", "shares", "percent"))
        yield from (("equity", value) for value in grant.get("percent_range") or ())
        yield from ((name, grant.get(name)) for name in ("strike", "share_price"))

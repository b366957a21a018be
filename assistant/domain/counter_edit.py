"""Counter edit: the choices for a counter changed by what a person wrote into the fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from assistant.domain.amounts import read_amounts
from assistant.domain.counter import LEVER_NAMES
from assistant.domain.counter_choice import CounterChoice
from assistant.errors import InputError

AMOUNTS = ("target", "walk_away", "exchanged")
WORDS = ("measure", "channel", "tone", "length", "recruiter", "sender", "reasons")
WANTED = "wanted."
_GOES_ON = re.compile(r"[^\W_]*\d")
"""What makes 9e99 another number than the 9 it begins with."""


def edit_choice(choice: CounterChoice, changes: Mapping[str, str], currency: str) -> CounterChoice:
    """The choices with these fields as a person writes them; an empty amount takes it out.

    Args:
        choice: what is chosen so far.
        changes: by field; "wanted.base_salary" and so on for the levers.
        currency: of the offer.

    >>> edit_choice(CounterChoice(), {"target": "205k", "stay_years": "2.5"}, "USD").target
    Decimal('205000')

    Raises:
        InputError: a field or value that cannot be used.
    """
    values: dict[str, Any] = {}
    wanted = dict(choice.wanted)
    for field, text in changes.items():
        if field.startswith(WANTED) and field.removeprefix(WANTED) in LEVER_NAMES:
            _put(wanted, field.removeprefix(WANTED), parse_amount(text, field.removeprefix(WANTED), currency))
        elif field in AMOUNTS:
            values[field] = parse_amount(text, field, currency)
        elif field == "stay_years":
            values[field] = _parse_years(text)
        elif field in WORDS:
            values[field] = text.strip() if field == "reasons" else " ".join(text.split())
        else:
            known = ", ".join((*AMOUNTS, *WORDS, "stay_years", *(f"{WANTED}{lever}" for lever in LEVER_NAMES)))
            raise InputError(field, f"is no choice of a counter; there are {known}")
    kept = {name: getattr(choice, name) for name in CounterChoice.model_fields}
    try:
        return CounterChoice.model_validate({**kept, **values, "wanted": wanted})
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(
            str(first["loc"][0]), f"cannot be used: {first['msg'].removeprefix('Value error, ')}"
        ) from None


def parse_amount(text: str, field: str, currency: str) -> Decimal | None:
    """The one amount of money a text holds, in this currency; None for an empty text.

    >>> parse_amount("$205,000", "target", "USD"), parse_amount(" ", "target", "USD")
    (Decimal('205000'), None)

    Raises:
        InputError: no amount, several, zero, or one in another currency.
    """
    if not text.strip():
        return None
    found = [item for item in read_amounts(text) if item.kind != "percent"]
    if len(found) != 1 or found[0].value <= 0 or "-" in text[: found[0].start] or _GOES_ON.match(text, found[0].end):
        raise InputError(field, f'"{text.strip()[:40]}" is no amount; write it like 205k or 205,000')
    if found[0].currency not in (None, currency) and found[0].ambiguous_symbol is None:
        raise InputError(field, f"is in {found[0].currency}, but the offer is in {currency}: write it in {currency}")
    return found[0].value


def _put(wanted: dict[Any, Decimal], lever: str, amount: Decimal | None) -> None:
    wanted.pop(lever, None)
    if amount is not None:
        wanted[lever] = amount


def _parse_years(text: str) -> Decimal:
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        raise InputError("stay_years", f'"{text.strip()[:40]}" is no number of years; write it like 4 or 2.5') from None

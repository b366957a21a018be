"""Offer table: every stated term beside the words it was read from, and the same terms after a person edited them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import ValidationError

from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Evidence, Offer
from assistant.domain.promise_words import name_term
from assistant.errors import InputError

_TEXT = frozenset(
    {"company", "title", "level", "location", "currency", "deadline", "start_date", "kind", "frequency", "text", "name"}
)
_LISTS = frozenset({"schedule", "base_range", "bonus_range_pct", "percent_range"})
_HIDDEN = frozenset({"currency_assumed", "base_stated"})
_IN_WORDS = {
    "int_from_float": "must be a whole number",
    "int_type": "must be a whole number",
    "string_pattern_mismatch": "must be a code of three letters such as USD",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be {le:g} or less",
}
"""What a person can do about a kind of validation problem whose own message is no help."""
_LIKE = {
    "pct": "15",
    "percent": "0.5",
    "schedule": "25/25/25/25",
    "years": "4",
    "year": "1",
    "months": "12",
    "shares": "10000",
}
"""A number as it is written, by how the name of its field ends; all others are money."""
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


class OfferRow(NamedTuple):
    """A term: its field (`equity[0].years`), what people call it, its value in plain writing, and its words."""

    field: str
    term: str
    value: str
    quote: str


def list_rows(offer: Offer, evidence: Sequence[Evidence] = ()) -> tuple[OfferRow, ...]:
    """The stated terms in the order of the offer's fields; a term without words of its own has an empty quote.

    >>> [row[:3] for row in list_rows(Offer(base_annual=Decimal(180000)))]
    [('base_annual', 'base salary', '180000')]
    """
    quotes = {item.field: " ".join(item.quote.split()) for item in evidence}
    stated = offer.model_dump(mode="json", exclude_none=True, exclude=set(_HIDDEN))
    return tuple(
        OfferRow(field, name_term(field), _write(value), _find_quote(field, quotes))
        for name, terms in stated.items()
        for field, value in _flatten(name, terms)
    )


def edit_terms(offer: Offer, edits: Mapping[str, str]) -> Offer:
    """The offer with these fields set to what a person wrote; an empty text takes the term out.

    Raises:
        InputError: a field the offer cannot have, or a value that cannot be read, by the field's name.
    """
    plain = offer.model_dump(mode="json")
    for field, text in edits.items():
        _check_currency(offer, field, edits.get("currency") or offer.currency_code, text)
        _put(plain, field, _read(field, text))
    if "currency" in edits:
        plain["currency_assumed"] = False
    if "base_annual" in edits:
        plain["base_stated"] = None
    for name in ("equity", "signing", "refreshers", "benefits"):
        plain[name] = [item for item in plain[name] if _has_size(name, item)]
    try:
        return Offer.model_validate(plain)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"])
        said = problem["msg"].removeprefix("Value error, ").replace("Input should be", "must be").lower()
        words = _IN_WORDS.get(problem["type"], said.replace("{", "{{").replace("}", "}}"))
        raise InputError(place.lstrip("."), words.format(**problem.get("ctx", {}))) from error


def is_text(field: str) -> bool:
    """Whether a field holds words; all others hold numbers.

    >>> is_text("equity[0].frequency"), is_text("equity[0].years")
    (True, False)
    """
    return field.rpartition(".")[2] in _TEXT


def _flatten(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if item is not None:
                yield from _flatten(f"{name}.{key}", item)
    elif isinstance(value, list) and name.rpartition(".")[2] not in _LISTS:
        for index, item in enumerate(value):
            yield from _flatten(f"{name}[{index}]", item)
    else:
        yield name, value


def _find_quote(field: str, quotes: Mapping[str, str]) -> str:
    """The words of a field, or of the payment or list it belongs to; those of a grant's parts stand for themselves."""
    if field in quotes or field.startswith("equity"):
        return quotes.get(field, "")
    return quotes.get(field.rpartition(".")[0]) or quotes.get(re.split(r"[.\[]", field)[0], "")


def _write(value: Any) -> str:
    return "/".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _read(field: str, text: str) -> Any:
    """A value as the offer's JSON holds it; None for an empty text."""
    text, leaf = text.strip(), field.rpartition(".")[2]
    if not text:
        return None
    if leaf in _TEXT:
        return text.upper() if leaf == "currency" else text
    if leaf in _LISTS:
        return [_read_number(field, part) for part in re.split(r"\s*(?:/|;|,\s|\bto\b|-)\s*", text) if part]
    return _read_number(field, text)


def _check_currency(offer: Offer, field: str, currency: str, text: str) -> None:
    """Refuse an amount that is written in another currency than the one it would be kept in."""
    if is_text(field):
        return
    known = {currency.strip().upper(), *(grant.currency for grant in offer.equity)}
    for found in read_amounts(text, 2):
        if found.currency not in (None, *known) and found.ambiguous_symbol is None:
            raise InputError(field, f"is in {found.currency}, but the offer is in {currency}: write it in {currency}")


def _read_number(field: str, text: str) -> int | float:
    try:
        number = Decimal(text.replace(",", ""))
    except ArithmeticError:
        amounts = read_amounts(text, 2)
        if len(amounts) != 1:
            like = next((some for ending, some in _LIKE.items() if field.endswith(ending)), "180000 or 180k")
            raise InputError(field, f'"{text[:40]}" is no single number: write it like {like}') from None
        number = amounts[0].value
    if not number.is_finite():
        raise InputError(field, "must be an ordinary number such as 180000")
    return int(number) if number == number.to_integral_value() else float(number)


def _put(plain: dict[str, Any], field: str, value: Any) -> None:
    steps = [int(index) if index else name for name, index in _STEP.findall(field)]
    place: Any = plain
    for step, following in pairwise(steps):
        if isinstance(step, str) and isinstance(place, dict) and place.get(step, 0) is None:
            place[step] = {}
        if isinstance(step, str) and isinstance(following, int) and len(place.get(step, ())) == following:
            place[step].append({})
        place = _enter(place, step, field)
    if (
        not steps
        or not isinstance(place, dict)
        or isinstance(steps[-1], int)
        or (place is plain and steps[-1] not in plain)
    ):
        raise InputError(field, "is no term an offer can have")
    place[steps[-1]] = value


def _enter(place: Any, step: str | int, field: str) -> Any:
    try:
        return place[step]
    except (KeyError, IndexError, TypeError) as error:
        raise InputError(field, "is no term of this offer") from error


def _has_size(name: str, item: dict[str, Any]) -> bool:
    """Whether a grant or payment still has an amount after its fields were emptied."""
    sizes = ("total_value", "annual_value", "shares", "percent", "percent_range") if name == "equity" else (
        "amount", "total_value", "annual_value",
    )  # fmt: skip
    return any(item.get(size) is not None for size in sizes)

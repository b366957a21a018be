"""Terms: everything that was read from one offer, each beside the words it came from, and open to correction.

A corrected value is kept at once; whether the offer counts is for the confirmation to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import streamlit as st

from assistant.cases.case import EDITED
from assistant.domain.offer import EquityGrant, EquityKind, Frequency, Offer
from assistant.domain.offer_table import OfferRow, is_text, list_rows
from assistant.domain.offer_words import CHOICE_WORDS, is_money, is_percent
from assistant.domain.promise_words import name_term
from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.markup import EMPTY, Markup, tag
from ui.components.text import escape_label, make_key, render
from ui.format import format_number

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.session import CoachSession

_GROUPS = {
    "The job": ("company", "title", "level", "location"),
    "Pay": ("currency", "base", "bonus", "signing", "retention", "relocation", "benefits", "retirement"),
    "Stock": ("equity", "refreshers", "espp"),
    "Dates": ("deadline", "start_date"),
}
_CHOICES = {"kind": get_args(EquityKind), "frequency": get_args(Frequency)}
_SINGLE = ("base_annual", "bonus_target_pct", "signing[0].amount", "level", "location", "deadline", "start_date")
_OF_GRANT = {
    "rsu": ("total_value", "years", "schedule", "cliff_months", "frequency"),
    "option": ("shares", "strike", "percent", "years", "cliff_months"),
    "percent": ("percent", "shares", "strike", "years", "cliff_months"),
}
_HEADS = ("Term", "Value", "Read from")
_COLUMNS = (2.7, 3.3, 4.0)
_LONGEST_VALUE = 300


class Place(NamedTuple):
    """Where a term belongs: session, case, and the name of the offer."""

    session: CoachSession
    case: str
    name: str

    def key(self, field: str, value: str) -> str:
        """The key of a field; another value on file makes it another field, so that every tab shows what is kept."""
        return f"term {self.case} {self.name} {field} {value}"


def draw_terms(place: Place, recorded: RecordedOffer) -> bool:
    """The terms in groups, then those that can be added; gives whether every value written in was taken."""
    rows = list_rows(recorded.offer, recorded.evidence)
    with st.container(key=f"terms-{place.case}-{make_key(recorded.name)}", gap=None):
        render(tag("div", *(tag("span", head) for head in _HEADS), css="pl-term-heads", aria_hidden="true"))
        taken = [_draw_row(place, recorded, row) for group in _group(rows) for row in _with_heading(*group)]
    missing = _list_missing(recorded.offer, {row.field for row in rows})
    if missing:
        with st.expander("Add what is not in the letter"), st.container(gap=None):
            taken += [_draw_row(place, recorded, row) for row in missing]
    return all(taken)


def show_value(row_field: str, value: str) -> str:
    """A value in plain writing as a person reads it.

    >>> show_value("base_annual", "182000"), show_value("equity[0].schedule", "10/20/30/40"), show_value("level", "62")
    ('182,000', '10/20/30/40', '62')
    """
    leaf = row_field.rpartition(".")[2]
    if leaf in _CHOICES:
        return CHOICE_WORDS.get(value, value)
    if is_text(row_field):
        return value
    try:
        return format_number(Decimal(value))
    except InvalidOperation:
        return value


def name_unit(field: str, currency: str) -> str:
    """The unit of a field, short; empty for words and counts whose name says it.

    >>> name_unit("bonus_target_pct", "USD"), name_unit("equity[0].strike", "EUR"), name_unit("equity[0].years", "EUR")
    ('%', 'EUR', '')
    """
    if is_percent(field):
        return "%"
    if field == "base_annual":
        return f"{currency} a year"
    return currency if is_money(field) else ""


def _group(rows: tuple[OfferRow, ...]) -> Iterator[tuple[str, list[OfferRow]]]:
    left = list(rows)
    for heading, beginnings in _GROUPS.items():
        found = [row for row in left if row.field.startswith(beginnings)]
        left = [row for row in left if row not in found]
        if found:
            yield heading, found
    if left:
        yield "More", left


def _with_heading(heading: str, rows: list[OfferRow]) -> Iterator[OfferRow]:
    render(tag("h3", heading, css="pl-term-group"))
    yield from rows


def _list_missing(offer: Offer, present: set[str]) -> list[OfferRow]:
    """Terms that matter and are not stated, as rows without a value."""
    roots = {field.partition("[")[0] for field in present}
    fields = [field for field in _SINGLE if field.partition("[")[0] not in roots]
    if "base_range" not in roots and "base_annual" in roots:
        fields = [field for field in fields if field != "base_annual"]
    if "bonus_target_amount" in roots:
        fields = [field for field in fields if field != "bonus_target_pct"]
    for number, grant in enumerate(offer.equity or (EquityGrant(),)):
        fields += [f"equity[{number}].{leaf}" for leaf in _OF_GRANT[grant.kind]]
    return [OfferRow(field, name_term(field), "", "") for field in fields if field not in present]


def _draw_row(place: Place, recorded: RecordedOffer, row: OfferRow) -> bool:
    """One term; gives whether what was written in was taken."""
    key = place.key(row.field, row.value)
    label = _capitalize(row.term)
    unit = name_unit(row.field, recorded.offer.currency_code)
    with st.container(key=f"row-{make_key(key)}", gap=None):
        name, value, words = st.columns(_COLUMNS, vertical_alignment="center", gap="small")
        with name:
            render(tag("p", label, tag("small", f" {unit}") if unit else EMPTY, css="pl-term", aria_hidden="true"))
        with value:
            _draw_field(place, row, key, f"{label} {unit}".strip())
        with words:
            render(_compose_words(recorded, row))
        refusal = state.find_refusal(key)
        if refusal is not None:
            render(tag("p", refusal[1], css="pl-error", role="alert"))
    return refusal is None


def _draw_field(place: Place, row: OfferRow, key: str, label: str) -> None:
    leaf = row.field.rpartition(".")[2]
    save: dict[str, Any] = {"on_change": _save, "args": (place, row, key)}
    if leaf in _CHOICES:
        choices = ("", *_CHOICES[leaf])
        st.selectbox(
            escape_label(label),
            choices,
            index=choices.index(row.value) if row.value in choices else 0,
            format_func=lambda choice: CHOICE_WORDS.get(choice, choice) or "not stated",
            key=key,
            label_visibility="collapsed",
            **save,
        )
        return
    st.text_input(
        escape_label(label),
        value=show_value(row.field, row.value) if row.value else "",
        placeholder="not stated",
        max_chars=_LONGEST_VALUE,
        key=key,
        label_visibility="collapsed",
        autocomplete="off",
        **save,
    )


def _compose_words(recorded: RecordedOffer, row: OfferRow) -> Markup:
    if row.quote:
        return tag("p", "“", row.quote, "”", css="pl-words")
    if not row.value:
        return tag("p", "", css="pl-words")
    root = row.field.partition("[")[0].partition(".")[0]
    by_hand = any(change.words == EDITED and change.field == root for change in recorded.history)
    return tag("p", "set by you" if by_hand else "no words quoted", css="pl-words pl-unquoted")


def _save(place: Place, row: OfferRow, key: str) -> None:
    written = str(st.session_state.get(key) or "").strip()
    state.clear_refusal(key)
    if written in (row.value, show_value(row.field, row.value) if row.value else ""):
        return
    try:
        place.session.offers.correct(place.case, place.name, {row.field: written})
    except InputError as error:
        state.set_refusal(key, written, _explain(row, error))
    except ParleyError as error:
        state.set_refusal(key, written, f"{error} The value on file stays as it was.")


def _explain(row: OfferRow, error: InputError) -> str:
    said = error.message if error.message.startswith('"') else f"{_capitalize(row.term)} {error.message}"
    return f"{said.rstrip('.')}. Until then what is on file stays."


def _capitalize(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"

"""History of an offer: what stood there before, and whose words changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.cases.case import EDITED
from assistant.domain.offer import Offer
from assistant.domain.offer_table import list_rows
from assistant.domain.promise_words import name_term
from ui.components.markup import EMPTY, Markup, tag
from ui.components.terms import show_value
from ui.format import count_of

if TYPE_CHECKING:
    from assistant.cases.case import Change, RecordedOffer

NOTHING = "not stated"


def compose_history(recorded: RecordedOffer) -> Markup:
    """Every change, the latest first, folded; empty without any."""
    lines = [line for change in reversed(recorded.history) for line in _compose_change(change)]
    if not lines:
        return EMPTY
    summary = tag("summary", "History ", tag("small", f"· {count_of(len(lines), 'change')}"))
    return tag("details", summary, tag("ul", *lines, css="pl-history"), css="pl-math")


def _compose_change(change: Change) -> list[Markup]:
    before, after = _read(change.field, change.before), _read(change.field, change.after)
    by = EDITED if change.words == EDITED else f"after “{' '.join(change.words.split())}”"
    return [
        tag(
            "li",
            tag("b", _capitalize(name_term(field))),
            f": {_show(field, before)} → {_show(field, after)} ",
            tag("small", by),
        )
        for field in dict.fromkeys((*before, *after))
        if before.get(field) != after.get(field)
    ]


def _read(field: str, value: Any) -> dict[str, str]:
    """The terms a stored value holds, by field, in plain writing."""
    if value is None:
        return {}
    return {row.field: row.value for row in list_rows(Offer.model_validate({field: value}))}


def _show(field: str, values: dict[str, str]) -> str:
    return show_value(field, values[field]) if values.get(field) else NOTHING


def _capitalize(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"

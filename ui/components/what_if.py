"""What if: sliders for what nobody knows, kept with the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.stated_assumptions import CLAWBACK
from assistant.domain.what_if import OfferWhatIf, WhatIf
from assistant.errors import ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.text import escape_label, render

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.session import CoachSession

LOWEST_GROWTH, HIGHEST_GROWTH = -50, 100
HIGHEST_TAX = 60
LONGEST_CLAUSE = 48
LOWEST_RATE = 0.0001
GROWTH = "share price, change a year"
TAX = "flat tax on all pay"
CLAUSE_MISSING = "There is a clawback in the offer: put in its months, or the curve shows more than you would keep."


def draw_sliders(session: CoachSession, case: str, offers: Sequence[RecordedOffer], what_if: WhatIf) -> None:
    """Growth of the share price where there is stock, and flat tax where there is something to compare."""
    for recorded in offers:
        name, assumed = recorded.name, what_if.about(recorded.name)
        growth, tax = st.columns(2, gap="medium")
        if has_stock(recorded):
            with growth:
                span = (LOWEST_GROWTH, HIGHEST_GROWTH, 5)
                _draw_slider(session, case, name, "growth_pct", GROWTH, assumed.growth_pct, span)
        if len(offers) > 1:
            with tax:
                _draw_slider(session, case, name, "tax_pct", TAX, assumed.tax_pct, (0, HIGHEST_TAX, 1))


def has_stock(recorded: RecordedOffer) -> bool:
    """Whether the share price changes what the offer pays."""
    offer = recorded.offer
    return any(grant.kind == "rsu" for grant in offer.equity) or bool(offer.refreshers or offer.espp)


def draw_clause(session: CoachSession, case: str, recorded: RecordedOffer, assumed: OfferWhatIf) -> None:
    """For how many months the sign-on has to be paid back; a clause without its months is said to be missing."""
    name = recorded.name
    key = f"clause {case} {name}"
    st.number_input(
        "Sign-on is paid back when leaving within (months, 0: no such clause)",
        min_value=0,
        max_value=LONGEST_CLAUSE,
        key=put(key, assumed.repay_months or 0),
        on_change=_keep,
        args=(session, case, name, "repay_months", key, int),
    )
    if assumed.repay_months is None and CLAWBACK.search(recorded.words):
        render(tag("p", CLAUSE_MISSING, css="pl-findings"))


def draw_rate(session: CoachSession, case: str, currency: str, into: str) -> None:
    """What one unit of a currency costs in another."""
    key = f"rate {case} {currency}{into}"
    st.number_input(
        escape_label(f"One {currency} costs how many {into}?"),
        min_value=LOWEST_RATE,
        value=None,
        format="%.4f",
        placeholder="such as 1.08",
        key=key,
        on_change=_keep_rate,
        args=(session, case, f"{currency}{into}", key),
    )


def assume(session: CoachSession, case: str, change: Callable[[WhatIf], WhatIf]) -> None:
    """Keep a change of what is assumed; one that cannot be kept is said on the next run."""
    try:
        session.offers.assume(case, change)
    except ParleyError as error:
        state.set_notice(f"{error} The assumption was not kept.")


def put(key: str, value: Any) -> str:
    """The key of a field, with what is kept put into it: every tab shows what is kept, whoever set it."""
    st.session_state[key] = value
    return key


def _draw_slider(
    session: CoachSession, case: str, name: str, field: str, label: str, value: Decimal, span: tuple[int, int, int]
) -> None:
    lowest, highest, step = span
    key = f"{field} {case} {name}"
    st.slider(
        escape_label(f"{name}: {label}", 120),
        lowest,
        highest,
        step=step,
        format="%d %%",
        key=put(key, min(max(int(value), lowest), highest)),
        on_change=_keep,
        args=(session, case, name, field, key, Decimal),
    )


def _keep(session: CoachSession, case: str, name: str, field: str, key: str, read: Callable[[Any], Any]) -> None:
    value = read(st.session_state[key])
    assume(session, case, lambda kept: kept.with_offer(name, kept.about(name).model_copy(update={field: value})))


def _keep_rate(session: CoachSession, case: str, pair: str, key: str) -> None:
    rate = st.session_state[key]
    if rate:
        assume(session, case, lambda kept: kept.with_rate(pair, Decimal(str(rate))))

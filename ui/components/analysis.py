"""Analysis: the confirmed offers of a case year by year, side by side, by month of leaving and by exit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.stated_assumptions import add_stated
from assistant.errors import InputError, ParleyError
from ui.components.exit_scenarios import draw_exit_scenarios, find_grants
from ui.components.figures import compose_behind, compose_headline
from ui.components.leave_curve import draw_leave_curve
from ui.components.markup import EMPTY, Markup, tag
from ui.components.pay_bars import draw_pay_bars
from ui.components.pay_lines import draw_pay_lines, list_month_calls
from ui.components.ranking import compose_hostages, compose_standing
from ui.components.text import escape_label, render
from ui.components.what_if import draw_clause, draw_rate, draw_sliders, has_stock, put
from ui.format import format_name

if TYPE_CHECKING:
    from assistant.cases.case import Case, RecordedOffer
    from assistant.domain.result import ToolResult
    from assistant.domain.what_if import WhatIf
    from assistant.session import CoachSession

BEFORE_TAX = "Years count from the start date; amounts are before tax."
LEAVING = "What you have received less what you would owe back, before tax."
RATE_FIELD = "exchange_rates."
HIDDEN = "give repay_months"
"""In the note on a missing repayment clause, which the page asks for by a field."""


@st.fragment
def draw_analysis(session: CoachSession, case: str) -> None:
    """Everything that is computed from the confirmed offers; a slider draws this part of the page anew."""
    try:
        kept = session.load_case(case)
        confirmed = [item for item in kept.offers if item.confirmed]
        paid = _pay(session, kept, confirmed)
        offers = [item for item in confirmed if item.name in paid]
        if offers:
            _draw(session, kept, offers, paid)
    except ParleyError as error:
        st.error(escape_label(f"{error} Nothing is lost: load the page again in a moment.", 400))


def _draw(session: CoachSession, case: Case, offers: Sequence[RecordedOffer], paid: Mapping[str, ToolResult]) -> None:
    render(tag("h2", "Where you stand", css="pl-section"))
    compared = _compare(session, case, offers) if len(offers) > 1 else []
    if compared:
        render(compose_standing(compared[0]))
    elif len(offers) == 1:
        render(compose_headline(paid[offers[0].name].figures))
    _draw_years(paid)
    if len(offers) > 1 or has_stock(offers[0]):
        with st.container(border=True, key="what-if"):
            render(tag("h3", "What if", css="pl-term-group"))
            draw_sliders(session, case.name, offers, case.what_if)
    if compared:
        _draw_comparison(compared, [note for name, one in paid.items() for note in _name_offer(name, one).warnings])
    _draw_leaving(session, case, offers)
    _draw_exits(session, case, offers)


def _draw_years(paid: Mapping[str, ToolResult]) -> None:
    render(tag("h2", "What each year pays", css="pl-section"))
    render(tag("p", BEFORE_TAX, css="pl-quiet"))
    numbers = draw_pay_bars(paid)
    results = [_name_offer(name, result) if len(paid) > 1 else result for name, result in paid.items()]
    render(_compose_behind(results, numbers))


def _draw_comparison(compared: Sequence[ToolResult], told: Sequence[str]) -> None:
    """The lines and the ranking; warnings already told above are not told again."""
    whole = compared[0].model_copy(
        update={"warnings": tuple(note for note in compared[0].warnings if note not in told)}
    )
    render(tag("h2", "Paid so far, month by month", css="pl-section"))
    numbers = draw_pay_lines(compared)
    render(_compose_behind([whole], numbers))
    render(tag("h2", "What the ranking hangs on", css="pl-section"))
    render(compose_hostages(whole))


def _draw_leaving(session: CoachSession, case: Case, offers: Sequence[RecordedOffer]) -> None:
    render(tag("h2", "If you leave early", css="pl-section"))
    render(tag("p", LEAVING, css="pl-quiet"))
    chosen = _choose(case.name, "leave", offers)
    assumed = add_stated(case.what_if.about(chosen.name), chosen.words)
    if chosen.offer.signing:
        draw_clause(session, case.name, chosen, assumed)
    arguments = {"offer": chosen.name, "growth_pct": assumed.growth_pct, **_rates(case.what_if, chosen)}
    if chosen.offer.signing and assumed.repay_months:
        arguments["repay_months"] = assumed.repay_months
    result = session.offers.calculate("leave_month", arguments, case.name)
    draw_leave_curve(chosen.name, result)
    render(_compose_behind([result]))


def _draw_exits(session: CoachSession, case: Case, offers: Sequence[RecordedOffer]) -> None:
    startups = [item for item in offers if find_grants(item.offer)]
    if not startups:
        return
    render(tag("h2", "Startup equity, future by future", css="pl-section"))
    chosen = _choose(case.name, "exit", startups)
    assumed = add_stated(case.what_if.about(chosen.name), chosen.words)
    draw_exit_scenarios(session, case.name, chosen, assumed)


def _choose(case: str, purpose: str, offers: Sequence[RecordedOffer]) -> RecordedOffer:
    """The offer a part of the page is about; the first one until another is chosen."""
    if len(offers) == 1:
        render(tag("p", tag("b", offers[0].name)))
        return offers[0]
    key = f"{purpose} {case}"
    names = {item.name: item for item in offers}
    put(key, st.session_state[key] if st.session_state.get(key) in names else offers[0].name)
    name = st.selectbox("Offer", list(names), key=key, label_visibility="collapsed")
    return names.get(str(name), offers[0])


def _pay(session: CoachSession, case: Case, offers: Sequence[RecordedOffer]) -> dict[str, ToolResult]:
    """Total compensation by offer; one that cannot be counted says why and is left out."""
    paid = {}
    for item in offers:
        arguments = {"offer": item.name, "growth_pct": case.what_if.about(item.name).growth_pct}
        try:
            paid[item.name] = session.offers.calculate(
                "total_compensation", {**arguments, **_rates(case.what_if, item)}, case.name
            )
        except InputError as error:
            _explain(session, case.name, item.name, error, item.offer.currency_code)
    return paid


def _compare(session: CoachSession, case: Case, offers: Sequence[RecordedOffer]) -> list[ToolResult]:
    """The comparison, once for each part of the months; empty, and said why, where it cannot be made."""
    currency = offers[0].offer.currency_code
    assumed = {item.name: case.what_if.about(item.name) for item in offers[:6]}
    taxed = any(item.tax_pct for item in assumed.values())
    arguments: dict[str, Any] = {
        "offers": list(assumed),
        "per_offer": {
            name: {"growth_pct": item.growth_pct} | ({"tax_pct": item.tax_pct} if taxed else {})
            for name, item in assumed.items()
        },
        "currency": currency,
        "exchange_rates": case.what_if.rates_into(currency),
    }
    try:
        whole = session.offers.calculate("compare_offers", arguments, case.name)
        return [
            session.offers.calculate("compare_offers", {**arguments, "leave_after_months": months}, case.name)
            for months in list_month_calls(int(whole.data["years"]))
        ]
    except InputError as error:
        _explain(session, case.name, "The comparison", error, currency)
        return []


def _explain(session: CoachSession, case: str, subject: str, error: InputError, currency: str) -> None:
    """Why something is not counted, with the field that mends it where there is one."""
    if error.field.startswith(RATE_FIELD):
        render(tag("p", f"{subject} needs an exchange rate.", css="pl-quiet"))
        draw_rate(session, case, error.field.removeprefix(RATE_FIELD)[:3], currency)
        return
    field = format_name(error.field.rpartition(".")[2])
    st.info(
        escape_label(f"{subject} is not counted yet: {field} {error.message}. Put it right under “Your offers”.", 400)
    )


def _rates(what_if: WhatIf, item: RecordedOffer) -> dict[str, Any]:
    rates = what_if.rates_into(item.offer.currency_code)
    return {"exchange_rates": rates} if rates else {}


def _name_offer(name: str, result: ToolResult) -> ToolResult:
    """A result about one of several offers, with the offer's name before what is said about it."""
    return result.model_copy(
        update={
            "figures": tuple(item.model_copy(update={"label": f"{name}: {item.label}"}) for item in result.figures),
            "warnings": tuple(f"{name}: {note}" for note in result.warnings),
        }
    )


def _compose_behind(results: Sequence[ToolResult], numbers: Markup = EMPTY) -> Markup:
    """What stands behind some results."""
    return compose_behind(
        [note for result in results for note in result.warnings if HIDDEN not in note],
        [note for result in results for note in result.assumptions],
        [figure for result in results for figure in result.figures],
        numbers,
    )

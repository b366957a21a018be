"""Counter: the plan for one offer, and the message that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import has_offers, leave_gone_case, list_titles
from ui.components.confirmation import draw_confirmations
from ui.components.counter_exchange import draw_exchange
from ui.components.counter_fields import CounterPlace
from ui.components.counter_message import draw_message
from ui.components.counter_plan import draw_plan
from ui.components.markup import tag
from ui.components.sidebar import draw_sidebar
from ui.components.text import escape_label, render
from ui.components.welcome import open_sample
from ui.loading import open_session

if TYPE_CHECKING:
    from assistant.cases.case import Case, CaseSummary
    from assistant.session import CoachSession
    from ui.turns import TurnRunner

LEAD = "What to ask for, what to accept, and the words for it. Everything you set here is kept."
EMPTY_WORDS = "A counter needs an offer: tell the Coach yours, or look around with the sample."
SAMPLE_TITLE = "Counter sample"
MOST_CASES = 30


def show() -> None:
    """Draw the page."""
    render(tag("h1", "Counter", css="pl-title"))
    session, turns = open_session()
    try:
        leave_gone_case(session)
        notice = state.take_notice()
        cases = _find_cases(session)
        case = _find_case([summary.name for summary in cases])
        with st.sidebar:
            draw_sidebar(session, case or state.current_case())
        if notice:
            st.warning(escape_label(notice, 400))
        if case is None:
            _draw_empty(session)
            return
        render(tag("p", LEAD, css="pl-quiet"))
        _draw(session, turns, cases, session.load_case(case))
    except ParleyError as error:
        st.error(escape_label(f"{error} Nothing is lost: load the page again in a moment.", 400))


def _find_cases(session: CoachSession) -> tuple[CaseSummary, ...]:
    """The newest cases with an offer on file."""
    return tuple(summary for summary in session.list_cases()[:MOST_CASES] if has_offers(session, summary.name))


def _find_case(with_offers: list[str]) -> str | None:
    """The case on the screen if it has an offer, else the newest that has one."""
    current = state.current_case()
    if current in with_offers:
        return current
    return with_offers[0] if with_offers else None


def _draw_empty(session: CoachSession) -> None:
    render(tag("p", EMPTY_WORDS))
    with st.container(horizontal=True, vertical_alignment="center"):
        coach = state.find_page("coach")
        if coach is not None:
            st.page_link(coach, label="Go to the Coach")
        st.button("Try the sample", on_click=open_sample, args=(session, SAMPLE_TITLE), type="primary")


def _draw(session: CoachSession, turns: TurnRunner, cases: tuple[CaseSummary, ...], case: Case) -> None:
    name = _choose(cases, case)
    place = CounterPlace(session, turns, case.name, name)
    draw_confirmations(session, case.name)
    plan = draw_plan(place, session.counter.choice(case.name, name))
    if plan is None:
        return
    with st.expander("What a trade is worth"):
        draw_exchange(place)
    render(tag("h2", "Your message", css="pl-section"))
    draw_message(place)


def _choose(cases: tuple[CaseSummary, ...], case: Case) -> str:
    """The offer to counter: of this case, or of another one."""
    titles = list_titles(cases)
    names = [item.name for item in case.offers]
    mine = case.find_offer()
    assert mine is not None  # noqa: S101
    left, right = st.columns(2)
    if len(titles) > 1:
        with left:
            chosen = st.selectbox(
                "Conversation", list(titles), index=list(titles).index(case.name), format_func=lambda one: titles[one]
            )
        if chosen is not None and chosen != case.name:
            state.open_case(chosen)
            st.rerun()
    if len(names) == 1:
        if len(titles) == 1:
            render(tag("p", "Your offer: ", tag("b", mine.name)))
        return mine.name
    with right if len(titles) > 1 else left:
        return str(st.selectbox("Offer", names, index=names.index(mine.name), key=f"counter offer {case.name}"))

"""Setting up a practice: which offer, which recruiter, and what one wants; or what is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.counter_edit import parse_amount
from assistant.errors import InputError, ParleyError
from assistant.rehearsal import TEMPER_NAMES, TEMPERS, Plan, Practice, TemperName
from ui import state
from ui.components.cases import has_offers, list_titles
from ui.components.confirmation import draw_confirmations
from ui.components.counter_fields import LONGEST_LINE
from ui.components.markup import tag
from ui.components.open_questions import compose_warnings
from ui.components.text import escape_label, render
from ui.components.welcome import SAMPLE, open_sample
from ui.format import format_figure, format_number
from ui.sending import explain

if TYPE_CHECKING:
    from decimal import Decimal

    from streamlit.delta_generator import DeltaGenerator

    from assistant.cases.case import CaseSummary
    from assistant.session import CoachSession

MOST_CASES = 30
SAMPLE_TITLE = "Practice sample"


def find_cases(session: CoachSession) -> tuple[CaseSummary, ...]:
    """The newest cases whose offer is confirmed."""
    recent = session.list_cases()[:MOST_CASES]
    return tuple(summary for summary in recent if _is_confirmed(session, summary.name))


def _is_confirmed(session: CoachSession, name: str) -> bool:
    try:
        found = session.load_case(name).find_offer()
    except ParleyError:
        return False
    return found is not None and found.confirmed


def draw_need(session: CoachSession, case: str | None) -> None:
    """What is needed before one can practise, and a sample to try it on."""
    render(
        tag(
            "div",
            tag("h2", "First, a confirmed offer"),
            tag(
                "p",
                "The recruiter's hidden limits are built from your own numbers. Tell the coach your offer and confirm "
                "that it was read right, or try it on the sample.",
            ),
            css="pl-job",
        )
    )
    waiting = case if case is not None and has_offers(session, case) else _find_waiting(session)
    coach = state.find_page("coach")
    if waiting is not None:
        draw_confirmations(session, waiting, is_open=True)
    elif coach is not None:
        st.page_link(coach, label="Go to the Coach")
    with st.container(horizontal=True, vertical_alignment="center"):
        render(tag("p", tag("b", "Only looking?"), f" {SAMPLE}", css="pl-quiet"))
        st.button("Practise with the sample", on_click=open_sample, args=(session, SAMPLE_TITLE), type="primary")


def _find_waiting(session: CoachSession) -> str | None:
    """The newest case with an offer on file."""
    recent = session.list_cases()[:MOST_CASES]
    return next((summary.name for summary in recent if has_offers(session, summary.name)), None)


def draw_choice(cases: tuple[CaseSummary, ...], current: str) -> None:
    """Which offer to practise on, where there are several."""
    if len(cases) < 2:
        return
    titles = list_titles(cases)
    names = list(titles)
    chosen = st.selectbox("Your offer", names, index=names.index(current), format_func=lambda name: titles[name])
    if chosen is not None and chosen != current:
        state.open_case(chosen)
        st.rerun()


def draw_setup(session: CoachSession, case: str, last: Practice | None) -> None:
    """The recruiter's temper and the person's own two numbers."""
    before = last.plan if last else Plan()
    with st.form(f"practice {case}", border=False):
        temper = st.radio(
            "Who do you want to talk to?",
            TEMPER_NAMES,
            index=TEMPER_NAMES.index(last.temper) if last else 0,
            format_func=lambda name: TEMPERS[name].title,
            captions=[TEMPERS[name].about for name in TEMPER_NAMES],
        )
        average = session.rehearsal.average(case)
        offered = tag("b", format_figure(average))
        render(tag("p", "Your offer pays ", offered, " in the average year."))
        render(compose_warnings(session.rehearsal.list_uncounted(case)))
        render(tag("p", "Optional, and kept from the recruiter:"))
        left, right = st.columns(2)
        words = {
            "target": _draw_amount(left, "Your target, average year", before.target),
            "walk_away": _draw_amount(right, "Your walk-away, average year", before.walk_away),
        }
        sent = st.form_submit_button("Start the call", type="primary")
    if sent:
        try:
            plan = Plan(**{name: parse_amount(text, name, average.unit) for name, text in words.items()})
        except InputError as error:
            st.error(escape_label(explain(error), 400))
        else:
            start(session, case, temper, None, plan)


def start(session: CoachSession, case: str, temper: TemperName, seed: int | None, plan: Plan) -> None:
    """Start a practice and show it; what is wrong is said in a sentence."""
    try:
        session.rehearsal.start(case, temper, seed=seed, plan=plan)
    except ParleyError as error:
        st.error(escape_label(explain(error), 400))
        return
    state.open_case(case)
    st.rerun()


def _draw_amount(column: DeltaGenerator, label: str, amount: Decimal | None) -> str:
    value = "" if amount is None else format_number(amount)
    return column.text_input(label, value=value, placeholder="such as 300k", max_chars=LONGEST_LINE, autocomplete="off")

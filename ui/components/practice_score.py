"""The scorecard: what was won against the band that was hidden, the mistakes, one thing to do, another try."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.figure import Figure
from assistant.domain.money import Money
from assistant.practice.mistake import TITLES
from assistant.practice.scorecard import Advice, LeverResult, Scorecard, TermResult
from assistant.practice.term import name_item
from assistant.rehearsal import Practice
from ui.components.figures import compose_math
from ui.components.markup import EMPTY, Markup, tag
from ui.components.practice_setup import start
from ui.components.practice_talk import compose_notes, compose_reply, compose_talk, list_figures, name_practice
from ui.components.sources import compose_sources, find_sources, marker
from ui.components.text import render, show_scorecard
from ui.format import count_of, format_figure, format_money, format_number

if TYPE_CHECKING:
    from assistant.session import CoachSession

ENDINGS = {
    "accepted": "You said yes.",
    "declined": "You said no.",
    "withdrawn": "They withdrew the offer.",
    "left_open": "The call ended without a yes or a no.",
    "stopped": "You ended the call.",
}
_OPENNESS = {"open": "was open", "approver": "needed an approver", "closed": "was closed"}
_OUTCOME = {"agreed": "agreed", "refused": "refused", None: "not asked"}
_TILES = (
    ("average year as offered", "Offered"),
    ("average year reached", "You reached"),
    ("average year at the top of the band", "Their limit"),
)
_BAR_STEPS = 20


def draw_scorecard(session: CoachSession, case: str, practice: Practice, tries: tuple[Practice, ...]) -> None:
    """The whole scorecard and the ways to try again."""
    score = session.rehearsal.score(practice)
    render(_compose_head(practice, score))
    render(_compose_advice(session, score.advice, practice))
    render(tag("h2", "The band that was hidden", css="pl-section"))
    render(_compose_levers(practice, score))
    render(_compose_terms(score.terms))
    render(_compose_mistakes(score))
    if score.preparation:
        render(tag("h2", "Before the next call", css="pl-section"))
        render(compose_notes(session, score.preparation, f"preparation-{practice.number}"))
    render(_compose_call(session, practice))
    render(compose_math([*score.figures, *list_figures(score.preparation)]))
    render(_compose_tries(session, tries))
    _draw_again(session, case, practice)
    show_scorecard(f"{case} {practice.number}")


def _compose_call(session: CoachSession, practice: Practice) -> Markup:
    """The whole talk with its notes, folded."""
    title = f"Read the call again · {count_of(len(practice.rounds), 'turn')}"
    talk = compose_talk(session, practice, is_open=False)
    return tag("details", tag("summary", title), tag("div", *talk, css="pl-call"), css="pl-math")


def _compose_head(practice: Practice, score: Scorecard) -> Markup:
    figures = {figure.label: figure for figure in score.figures}
    tiles = [_compose_tile(figures[label], name) for label, name in _TILES if label in figures]
    won = "There was no room in this offer."
    if score.won_pct is not None:
        won = f"You won {_whole(score.won_pct)} % of the room they had."
    last = compose_reply(practice.rounds[-1].reply) if practice.rounds and score.ended != "stopped" else EMPTY
    return tag(
        "section",
        last,
        tag("p", f"{name_practice(practice)} · {ENDINGS[score.ended]}", css="pl-eyebrow"),
        tag("h2", won, css="pl-won"),
        tag("div", *tiles, css="pl-tiles"),
        css="pl-score",
    )


def _compose_tile(figure: Figure, name: str) -> Markup:
    amount = tag("div", format_figure(figure), css="pl-amount")
    return tag("div", tag("div", name, css="pl-eyebrow"), amount, tag("small", "average year"), css="pl-tile")


def _whole(value: Decimal) -> str:
    return format_number(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _compose_advice(session: CoachSession, advice: Advice, practice: Practice) -> Markup:
    place = f"advice-{practice.number}"
    shown = find_sources(session, session.rehearsal.cite([advice]), place)
    cited = marker(1, place) if shown else EMPTY
    better = tag("p", tag("span", "Say: ", css="pl-quiet"), advice.better, css="pl-better") if advice.better else EMPTY
    heading = tag("div", "One thing to do differently", css="pl-eyebrow")
    return tag("div", heading, tag("p", tag("b", advice.text), cited), better, compose_sources(shown), css="pl-advice")


def _compose_levers(practice: Practice, score: Scorecard) -> Markup:
    head = ["Part", "Offered", "You reached", "Their limit", "Won"]
    rows = [_compose_lever(practice, item) for item in score.levers]
    titles = [tag("th", title, scope="col", css="pl-right" if title not in ("Part", "Won") else "") for title in head]
    return tag("div", tag("table", tag("thead", tag("tr", *titles)), tag("tbody", *rows)), css="pl-table pl-band")


def _compose_lever(practice: Practice, item: LeverResult) -> Markup:
    amounts = [
        format_money(Money(amount=amount, currency=practice.offer.currency_code))
        for amount in (item.offered, item.reached, item.most)
    ]
    name = name_item(item.lever)
    cells = [tag("td", amount, css="pl-right") for amount in amounts]
    return tag("tr", tag("td", name[:1].upper() + name[1:]), *cells, tag("td", _compose_bar(item)))


def _compose_bar(item: LeverResult) -> Markup:
    room = item.most - item.offered
    if not room:
        return tag("small", "no room")
    share = (item.reached - item.offered) / room
    step = int((share * _BAR_STEPS).to_integral_value(rounding=ROUND_HALF_UP))
    words = f"{_whole(share * 100)} %"
    bar = tag("div", tag("div", css=f"pl-fill pl-fill-{step}"), css="pl-bar", aria_hidden="true")
    return tag("div", bar, tag("small", words), css="pl-share")


def _compose_terms(terms: tuple[TermResult, ...]) -> Markup:
    items = [
        tag("li", tag("b", name_item(item.term)), f" {_OPENNESS[item.openness]}, {_OUTCOME[item.outcome]}")
        for item in terms
    ]
    return tag("details", tag("summary", "Parts without an amount"), tag("ul", *items), css="pl-hint")


def _compose_mistakes(score: Scorecard) -> Markup:
    if not score.mistakes:
        return tag("p", "No named mistake. Well done.", css="pl-quiet")
    items = [tag("li", TITLES[name], tag("b", f" {count}")) for name, count in score.mistakes.items()]
    return tag("section", tag("div", "Mistakes", css="pl-eyebrow"), tag("ul", *items, css="pl-counts"))


def _compose_tries(session: CoachSession, tries: tuple[Practice, ...]) -> Markup:
    """Earlier tries beside this one, so that a second try shows what it brought."""
    ended = [practice for practice in tries if practice.ended is not None]
    if len(ended) < 2:
        return EMPTY
    return tag(
        "section",
        tag("div", "Your tries", css="pl-eyebrow"),
        tag("ul", *(tag("li", _tell_try(session, practice)) for practice in ended), css="pl-tries"),
    )


def _tell_try(session: CoachSession, practice: Practice) -> str:
    score = session.rehearsal.score(practice)
    won = "no room" if score.won_pct is None else f"{_whole(score.won_pct)} % of the room"
    count = sum(score.mistakes.values())
    return (
        f"{practice.number}: {practice.temper.replace('_', ' ')}, recruiter {practice.seed}, {won}, mistakes: {count}"
    )


def _draw_again(session: CoachSession, case: str, practice: Practice) -> None:
    with st.container(horizontal=True, key="practice-again"):
        if st.button("Same recruiter again", type="primary"):
            start(session, case, practice.temper, practice.seed, practice.plan)
        if st.button("Another recruiter"):
            start(session, case, practice.temper, None, practice.plan)

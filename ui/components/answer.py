"""An answer: headline figures, text with copyable scripts, and everything that stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from assistant.domain.answer import Answer
from assistant.domain.script import split_scripts
from ui.components import disputed, figures, findings, sources
from ui.components.markup import EMPTY, Markup, tag
from ui.components.safe_markdown import to_markup
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.session import CoachSession

_FIGURE_KINDS = frozenset(("offer", "calculation"))
_SCRIPT_KINDS = frozenset(("script", "objection", "draft_review", "refusal"))


class Piece(NamedTuple):
    """A part of an answer: markup to show, or the plain words of a script to copy."""

    markup: Markup
    script: str = ""


def compose_answer(session: CoachSession, answer: Answer, place: str, question: Markup = EMPTY) -> tuple[Piece, ...]:
    """The parts of an answer below its question; `place` is unique on the page and names its anchors."""
    shown = sources.find_sources(session, answer.citations, place)
    known = {source.n for source in shown}

    def cite(n: int) -> Markup | None:
        return sources.marker(n, place) if n in known else None

    sums = figures.make_links(answer.figures, place)
    body = [
        _compose_segment(segment, cite, shown, sums)
        for segment in split_scripts(answer.text, quoted=answer.kind in _SCRIPT_KINDS)
    ]
    above = figures.compose_headline(answer.figures, place) if answer.kind in _FIGURE_KINDS else EMPTY
    below = (
        disputed.compose_disputed(answer.disputed, session),
        findings.compose_findings(answer.findings, answer.notes),
        sources.compose_sources(shown),
        figures.compose_math(answer.figures, answer.text, place),
    )
    behind = tag("div", *below, css="pl-behind") if any(below) else EMPTY
    return _stack((Piece(question), Piece(above), *body, Piece(behind)))


def _stack(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces with all markup between two scripts in one: every element of the page is sent again with every message."""
    stacked: list[Piece] = []
    told = [piece for piece in pieces if piece.markup or piece.script]
    for is_script, run in groupby(told, lambda piece: bool(piece.script)):
        parts = list(run)
        stacked += parts if is_script else [Piece(tag("div", *(part.markup for part in parts), css="pl-stack"))]
    return tuple(stacked)


def draw_answer(pieces: tuple[Piece, ...], draw_ways_out: Callable[[str, int], None] | None = None) -> None:
    """Put the parts of an answer on the page; `draw_ways_out` draws what can be done with a script, by its number."""
    for number, piece in enumerate(pieces):
        if piece.script:
            st.code(piece.script, language=None, wrap_lines=True)
            if draw_ways_out is not None:
                draw_ways_out(piece.script, number)
        else:
            render(piece.markup)


def _compose_segment(
    segment: tuple[bool, str],
    cite: sources.CiteLink,
    shown: tuple[sources.ShownSource, ...],
    sums: Callable[[str], Markup | None],
) -> Piece:
    is_script, text = segment
    if is_script:
        return Piece(EMPTY, text)
    links = {entry.url for source in shown for entry in source.entries if entry.url}
    return Piece(tag("div", to_markup(text, links=links, cite=cite, sums=sums), css="pl-prose"))

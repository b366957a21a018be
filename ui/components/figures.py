"""Figures: the few that matter on top of an answer, and the math of every one below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.figure import Figure
from ui.components.markup import EMPTY, Markup, tag
from ui.format import count_of, format_figure, format_input, format_name

_HEADLINES = (
    (re.compile(r"year 1 total compensation"), "Year 1", "with one-time pay"),
    (re.compile(r"recurring yearly compensation"), "Recurring", "each year, without it"),
    (re.compile(r"(\d+-year average) compensation"), "", "all years evened out"),
)


def compose_headline(figures: Sequence[Figure]) -> Markup:
    """Year 1, recurring and average side by side; empty unless all three are there exactly once."""
    tiles = []
    for pattern, name, hint in _HEADLINES:
        found = [(figure, match) for figure in figures if (match := pattern.fullmatch(figure.label))]
        if len(found) != 1:
            return EMPTY
        figure, match = found[0]
        tiles.append(_compose_tile(figure, name or match[1], hint))
    return tag("div", *tiles, css="pl-tiles")


def _compose_tile(figure: Figure, name: str, hint: str) -> Markup:
    return tag(
        "div",
        tag("div", name, css="pl-eyebrow"),
        tag("div", format_figure(figure), css="pl-amount"),
        tag("small", hint),
        css="pl-tile",
    )


def compose_math(figures: Sequence[Figure], text: str = "") -> Markup:
    """Every figure with its formula and inputs, folded; those the text shows come first. Empty without any."""
    if not figures:
        return EMPTY
    shown = [figure for figure in figures if format_figure(figure) in text]
    others = [figure for figure in figures if figure not in shown]
    first, rest = (shown, others) if shown else (others, [])
    summary = tag("summary", "Show the math ", tag("small", f"· {count_of(len(figures), 'figure')}"))
    return tag("details", summary, _compose_list(first), _compose_rest(rest), css="pl-math")


def _compose_list(figures: Sequence[Figure]) -> Markup:
    return tag("div", *map(_compose_figure, figures), css="pl-figures")


def _compose_rest(figures: Sequence[Figure]) -> Markup:
    if not figures:
        return EMPTY
    summary = tag("summary", f"{count_of(len(figures), 'more figure')} computed on the way")
    return tag("details", summary, _compose_list(figures), css="pl-rest")


def _compose_figure(figure: Figure) -> Markup:
    head = tag("div", tag("span", figure.label), tag("b", format_figure(figure)), css="pl-figure-head")
    formula = tag("code", figure.formula) if figure.formula else EMPTY
    inputs = [
        tag("div", tag("dt", format_name(name)), tag("dd", format_input(value)))
        for name, value in figure.inputs.items()
    ]
    return tag("div", head, formula, tag("dl", *inputs) if inputs else EMPTY, css="pl-figure")

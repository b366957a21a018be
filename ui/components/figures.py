"""Figures: the few that matter on top of an answer, and the math of every one below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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
        tiles.append(compose_tile(figure, name or match[1], hint))
    return tag("div", *tiles, css="pl-tiles")


def compose_math(figures: Sequence[Figure], text: str = "") -> Markup:
    """Every figure with its formula and inputs, folded; those the text shows come first. Empty without any."""
    if not figures:
        return EMPTY
    shown = [figure for figure in figures if format_figure(figure) in text]
    others = [figure for figure in figures if figure not in shown]
    first, rest = (shown, others) if shown else (others, [])
    summary = tag("summary", "Show the math ", tag("small", f"· {count_of(len(figures), 'figure')}"))
    return tag("details", summary, _compose_list(first), _compose_rest(rest), css="pl-math")


def compose_behind(
    warnings: Iterable[str], assumed: Iterable[str], figures: Sequence[Figure], numbers: Markup = EMPTY
) -> Markup:
    """What must be known, in the open; then numbers, what is assumed and the math of every figure, folded."""
    told, notes = dict.fromkeys(warnings), dict.fromkeys(assumed)
    listed = tag("ul", *(tag("li", note) for note in told), css="pl-findings") if told else EMPTY
    inside = tag("ul", *(tag("li", note) for note in notes), css="pl-notes")
    folded = tag("details", tag("summary", "What is assumed"), inside, css="pl-math") if notes else EMPTY
    return tag("div", listed, numbers, folded, compose_math(figures), css="pl-behind")


def compose_tile(figure: Figure, name: str, hint: str) -> Markup:
    """A figure as a tile: its name above, what it means below."""
    return tag(
        "div",
        tag("div", name, css="pl-eyebrow"),
        tag("div", format_figure(figure), css="pl-amount"),
        tag("small", hint),
        css="pl-tile",
    )


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

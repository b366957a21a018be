"""Figures: the few that matter on top of an answer, and the math of every one below it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.figure import Figure
from ui.components.markup import EMPTY, Markup, tag
from ui.format import count_of, format_figure, format_input, format_name

_HEADLINES = (
    ("year 1 total", "Year 1", "with one-time pay"),
    ("recurring", "Recurring", "each year, without it"),
    ("average", "average", "all years evened out"),
)


def compose_headline(figures: Sequence[Figure]) -> Markup:
    """Year 1, recurring and average side by side; empty unless all three are there exactly once."""
    found = [[figure for figure in figures if key in figure.label] for key, _, _ in _HEADLINES]
    if any(len(matches) != 1 for matches in found):
        return EMPTY
    tiles = [
        _compose_tile(matches[0], name if name != "average" else _average_name(matches[0]), hint)
        for matches, (_, name, hint) in zip(found, _HEADLINES, strict=True)
    ]
    return tag("div", *tiles, css="pl-tiles")


def _average_name(figure: Figure) -> str:
    head = figure.label.split(" average")[0].strip()
    return f"{head} average".capitalize()


def _compose_tile(figure: Figure, name: str, hint: str) -> Markup:
    return tag(
        "div",
        tag("div", name, css="pl-eyebrow"),
        tag("div", format_figure(figure), css="pl-amount"),
        tag("small", hint),
        css="pl-tile",
    )


def compose_math(figures: Sequence[Figure]) -> Markup:
    """Every figure with its formula and inputs, folded; empty without any."""
    if not figures:
        return EMPTY
    summary = tag("summary", "Show the math ", tag("small", f"· {count_of(len(figures), 'figure')}"))
    body = tag("div", *map(_compose_figure, figures), css="pl-figures")
    return tag("details", summary, body, css="pl-math")


def _compose_figure(figure: Figure) -> Markup:
    head = tag("div", tag("span", figure.label), tag("b", format_figure(figure)), css="pl-figure-head")
    formula = tag("code", figure.formula) if figure.formula else EMPTY
    inputs = [
        tag("div", tag("dt", format_name(name)), tag("dd", format_input(value)))
        for name, value in figure.inputs.items()
    ]
    return tag("div", head, formula, tag("dl", *inputs) if inputs else EMPTY, css="pl-figure")

"""Figures: the few that matter on top of an answer, and the math of every one below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.domain.figure import Figure
from ui.components.markup import EMPTY, Markup, tag
from ui.format import count_of, format_figure, format_formula, format_input, format_name

SHOWS_MATH = "Show the math"
_HEADLINES = (
    (re.compile(r"year 1 total compensation"), "Year 1", "with one-time pay"),
    (re.compile(r"recurring yearly compensation"), "Recurring", "each year, without it"),
    (re.compile(r"(\d+-year average) compensation"), "", "all years evened out"),
)


def compose_headline(figures: Sequence[Figure], place: str = "") -> Markup:
    """Year 1, recurring and average side by side; empty unless all three are there exactly once.

    With a `place` each leads to its math; see `compose_math`.
    """
    tiles = []
    for pattern, name, hint in _HEADLINES:
        found = [(figure, match) for figure in figures if (match := pattern.fullmatch(figure.label))]
        if len(found) != 1:
            return EMPTY
        figure, match = found[0]
        amount = _link(figure, f"{place}-{figures.index(figure)}") if place else None
        tiles.append(compose_tile(figure, name or match[1], hint, amount))
    return tag("div", *tiles, css="pl-tiles")


def make_links(figures: Sequence[Figure], place: str) -> Callable[[str], Markup | None]:
    """What makes an amount of the text lead to its math, each amount the first time it stands there."""
    left = {format_figure(figure): (figure, number) for number, figure in reversed([*enumerate(figures)])}

    def link(amount: str) -> Markup | None:
        found = left.pop(amount, None)
        return _link(found[0], f"{place}-{found[1]}") if found else None

    return link


def _link(figure: Figure, anchor: str) -> Markup:
    return tag("a", format_figure(figure), href=f"#math-{anchor}", title=SHOWS_MATH, css="pl-sum")


def compose_math(figures: Sequence[Figure], text: str = "", place: str = "") -> Markup:
    """Every figure with its formula and inputs, folded; those the text shows come first. Empty without any.

    `place` is unique on the page and names the anchors that amounts lead to.
    """
    if not figures:
        return EMPTY
    anchors = {id(figure): f"math-{place}-{number}" for number, figure in enumerate(figures)} if place else {}
    shown = [figure for figure in figures if format_figure(figure) in text]
    others = [figure for figure in figures if figure not in shown]
    first, rest = (shown, others) if shown else (others, [])
    summary = tag("summary", f"{SHOWS_MATH} ", tag("small", f"· {count_of(len(figures), 'figure')}"))
    return tag("details", summary, _compose_list(first, anchors), _compose_rest(rest, anchors), css="pl-math")


def compose_behind(
    warnings: Iterable[str], assumed: Iterable[str], figures: Sequence[Figure], numbers: Markup = EMPTY
) -> Markup:
    """What must be known, in the open; then numbers, what is assumed and the math of every figure, folded."""
    told, notes = dict.fromkeys(warnings), dict.fromkeys(assumed)
    listed = tag("ul", *(tag("li", note) for note in told), css="pl-findings") if told else EMPTY
    inside = tag("ul", *(tag("li", note) for note in notes), css="pl-notes")
    folded = tag("details", tag("summary", "What is assumed"), inside, css="pl-math") if notes else EMPTY
    return tag("div", listed, numbers, folded, compose_math(figures), css="pl-behind")


def compose_tile(figure: Figure, name: str, hint: str, amount: Markup | None = None) -> Markup:
    """A figure as a tile: its name above, what it means below; `amount` stands in place of its value."""
    return tag(
        "div",
        tag("div", name, css="pl-eyebrow"),
        tag("div", amount or format_figure(figure), css="pl-amount"),
        tag("small", hint),
        css="pl-tile",
    )


def _compose_list(figures: Sequence[Figure], anchors: Mapping[int, str]) -> Markup:
    return tag("div", *(_compose_figure(figure, anchors.get(id(figure), "")) for figure in figures), css="pl-figures")


def _compose_rest(figures: Sequence[Figure], anchors: Mapping[int, str]) -> Markup:
    if not figures:
        return EMPTY
    summary = tag("summary", f"{count_of(len(figures), 'more figure')} computed on the way")
    return tag("details", summary, _compose_list(figures, anchors), css="pl-rest")


def _compose_figure(figure: Figure, anchor: str) -> Markup:
    head = tag("div", tag("span", figure.label), tag("b", format_figure(figure)), css="pl-figure-head")
    formula = tag("code", format_formula(figure.formula)) if figure.formula else EMPTY
    inputs = [
        tag("div", tag("dt", format_name(name)), tag("dd", format_input(value)))
        for name, value in figure.inputs.items()
    ]
    rest = tag("dl", *inputs) if inputs else EMPTY
    return tag("div", head, formula, rest, css="pl-figure", id=anchor or False)

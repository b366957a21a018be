"""Grounded: every money amount and percentage of an answer is known, by the contract's own words."""

from __future__ import annotations

from evals.conversations import Exchange
from evals.metrics.amounts import Known, Shown, read_shown, read_written
from evals.metrics.score import Score, passed


def score_grounded(exchange: Exchange) -> Score:
    """1 when each amount is the value of a figure, or stands in the person's words or a cited passage."""
    known = _figures(exchange)
    written = read_written([*exchange.words, *exchange.passages.values()])
    unknown = [item for item in read_shown(exchange.answer.text) if not (known.holds(item) or written.holds(item))]
    return passed(exchange.name, [_explain(item, exchange) for item in unknown])


def _figures(exchange: Exchange) -> Known:
    known = Known()
    for figure in exchange.answer.figures:
        (known.percents if figure.unit == "percent" else known.money).add(float(figure.value))
    return known


def _explain(item: Shown, exchange: Exchange) -> str:
    inputs = (value for figure in exchange.answer.figures for value in figure.inputs.values())
    numbers = [float(value) for value in inputs if isinstance(value, int | float) and not isinstance(value, bool)]
    if any(item.covers(number) for number in numbers):
        return f'"{item.words}" is only an input of a figure, not a figure'
    return f'"{item.words}" comes from nowhere'

"""Findings: a good answer leaves none."""

from __future__ import annotations

from evals.conversations import Exchange
from evals.metrics.score import Score, passed


def score_findings(exchange: Exchange) -> Score:
    """1 when the product's own checks found nothing wrong with its answer."""
    found = exchange.answer.findings
    return passed(exchange.name, [f"{item.check}: {item.detail} ({item.quote[:80]})" for item in found])

"""Findings: what the checks took out of an answer, and what works less well right now."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.answer import Finding
from ui.components.markup import EMPTY, Markup, tag


def compose_findings(findings: Sequence[Finding], notes: Sequence[str]) -> Markup:
    """An honest line for each finding and note; empty without any."""
    lines = [_compose_finding(finding) for finding in findings] + [tag("li", note) for note in notes]
    return tag("ul", *lines, css="pl-findings", aria_label="Checks") if lines else EMPTY


def _compose_finding(finding: Finding) -> Markup:
    # The sentence itself stays out: it holds what could not be confirmed.
    return tag("li", "One sentence was left out, because it did not pass a check: ", finding.detail.rstrip("."), ".")

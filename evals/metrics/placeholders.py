"""Placeholders: no blank such as [X], {{name}} or ____ is left for the person to find."""

from __future__ import annotations

import re

from evals.conversations import Exchange
from evals.metrics.score import Score, passed

_BLANK = re.compile(
    r"\[(?!\d{1,3}\])[^\]\[\n]{1,60}\](?!\()"
    r"|\{\{.*?\}\}|\{%.*?%\}|(?<!\w)\{[a-z_ ]+\}"
    r"|_{3,}|<(?:your|name|company|amount|date|recruiter)[^>\n]{0,30}>"
    r"|\$X+\b|\bXX+\b|\b(?:None|null|undefined|nan)\b(?=[.,;:!?)|]|$)",
)


def score_placeholders(exchange: Exchange) -> Score:
    """1 when no blank is left in the answer."""
    return passed(exchange.name, [f"left blank: {match[0]}" for match in _BLANK.finditer(exchange.answer.text)])

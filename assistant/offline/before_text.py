"""Before as text: what an offer pays now beside what it paid before, or one of its years beside another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.offline.before import Before
from assistant.offline.composed import Composed, paragraphs
from assistant.offline.pay_text import comparison_table, fine_print, year_table
from assistant.offline.view import View

LEVELS = (("year 1", "Year 1"), ("recurring", "A recurring year"), ("4-year average", "The 4-year average"))


def compose_before(view: View, before: Before) -> Composed | None:
    """The answer to a question about what changed; None where too little was computed."""
    pays, worked = view.all_results("total_compensation"), view.result("worked_sum")
    compared = view.result("compare_offers")
    if before.years is not None and worked is not None and pays:
        text = paragraphs(_between(before.years, pays[0], worked), year_table(pays[0]), fine_print(pays[0]))
        return Composed(text, "calculation")
    if len(pays) < len(("before", "now")) or compared is None:
        return None
    columns = [("Before", pays[0]), ("Now", pays[1])]
    told = [line for label, name in LEVELS if (line := _moved(label, name, pays, compared))]
    first = f"**{told[0]}.** {' '.join(f'{line}.' for line in told[1:])}" if told else ""
    return Composed(paragraphs(first.strip(), comparison_table(columns), fine_print(*pays)), "calculation")


def _moved(label: str, name: str, pays: list[dict[str, Any]], compared: Mapping[str, Any]) -> str:
    """One line: what it pays now, what it paid before, and the difference as the comparison computed it."""
    ends = f", {label}"
    gap = next((f for f in compared["figures"] if " minus " in f["label"] and f["label"].endswith(ends)), None)
    values = [next((f for f in pay["figures"] if f["label"].startswith(label)), None) for pay in pays[:2]]
    if gap is None or values[0] is None or values[1] is None:
        return ""
    was, now = (render_money(Decimal(str(each["value"])), each["unit"]) for each in values if each)
    return f"{name} pays {now} now and {was} before: {_by(gap)}"


def _by(gap: Mapping[str, Any]) -> str:
    value = Decimal(str(gap["value"]))
    if not value:
        return "no difference"
    return f"{render_money(abs(value), gap['unit'])} {'more' if value > 0 else 'less'}"


def _between(years: tuple[int, int], pay: Mapping[str, Any], worked: Mapping[str, Any]) -> str:
    """One line: what both years pay and what lies between them."""
    currency = pay["data"]["currency"]
    first, last = (render_money(Decimal(str(pay["table"][year - 1]["total"])), currency) for year in years)
    return f"**Year {years[0]} pays {first} and year {years[1]} {last}: {_by(worked['figures'][0])}.**"

"""Pensions: what employers pay into a pension beside the pay, as the person told it of offers that are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money, to_json_number
from assistant.letters.told_parts import find_told_parts
from assistant.offline import lexicon
from assistant.offline.chosen import is_named

_NAME = r"(?:pension|superannuation|super)\b"
PENSION = re.compile(
    rf"(?P<ahead>\d{{1,2}}(?:\.\d+)?) ?% (?:employer(?:'s|s)? )?(?:contribution )?{_NAME}(?! ?:? ?\d)"
    rf"|(?<!\bmy )(?<!employee )\b{_NAME}(?: (?:is|of|at|employer|match|contribution))*:? ?"
    r"(?P<behind>\d{1,2}(?:\.\d+)?) ?%",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;\n](?!\d)|,(?!\d)")


def read_pensions(offers: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> dict[str, Decimal]:
    """The percent of base that each offer's employer pays into a pension, by the name of the offer.

    >>> told = "Acme 78k, 8% employer pension"
    >>> read_pensions([{"name": "Acme", "offer": {}, "words": told}], [told])
    {'Acme': Decimal('8')}
    """
    told: dict[str, Decimal] = {}
    for text in texts:
        for match in PENSION.finditer(text):
            if (name := _whose(match.start(), text, offers)) is not None:
                told[name] = Decimal(match["ahead"] or match["behind"])
    return told


def _whose(place: int, text: str, offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The offer that the words at a place of a text are about: the one told there, else the one its clause names."""
    holders = [item for item in offers if text.strip() in str(item.get("words"))]
    if len(holders) == 1:
        return str(holders[0]["name"])
    parts = find_told_parts(text)
    if len(parts) == len(holders) > 1:
        return next((str(item["name"]) for item, part in zip(holders, parts, strict=True) if place < part.end), None)
    start = max((cut.end() for cut in _CLAUSE.finditer(text, 0, place)), default=0)
    end = _CLAUSE.search(text, place)
    clause = lexicon.fold(text[start : end.start() if end else len(text)])
    named = [item for item in offers if is_named(dict(item), clause, [dict(each) for each in offers])]
    return str(named[0]["name"]) if len(named) == 1 else None


def pension_arguments(
    offers: Sequence[Mapping[str, Any]], texts: Sequence[str], pays: Sequence[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """Arguments of a worked sum of the pensions told and of what each offer pays a year with them; None without any.

    Args:
        offers: those compared, as plain JSON, in the order of their pays.
        texts: what the person wrote.
        pays: the results of total_compensation.
    """
    told = read_pensions(offers, texts)
    numbers: dict[str, Any] = {}
    steps: list[dict[str, Any]] = []
    for place, (item, pay) in enumerate(zip(offers, pays, strict=True), start=1):
        percent, name = told.get(str(item["name"])), str(item["name"])
        yearly = next(f["value"] for f in pay["figures"] if f["label"] == "recurring yearly compensation")
        numbers[f"pay_a_year_{place}"] = yearly
        if percent is None:
            continue
        numbers |= {
            f"base_{place}": pay["data"]["offer"]["base_annual"],
            f"pension_pct_{place}": to_json_number(percent),
        }
        pension = f"pension_{place}"
        steps += [
            _step(pension, f"pension paid by {name}, a year", f"base_{place} x pension_pct_{place} / 100"),
            _step(f"both_{place}", f"{name} with it, a year", f"pay_a_year_{place} + {pension}"),
        ]
    if not steps:
        return None
    if len(pays) == 2 and pays[0]["data"]["currency"] == pays[1]["data"]["currency"]:
        made = {step["name"] for step in steps}
        one, other = (f"both_{place}" if f"both_{place}" in made else f"pay_a_year_{place}" for place in (1, 2))
        steps.append(_step("gap", "difference with it, a year", f"{one} - {other}"))
    return {"numbers": numbers, "steps": steps, "currency": pays[0]["data"]["currency"]}


def _step(name: str, label: str, formula: str) -> dict[str, str]:
    return {"name": name, "label": label, "formula": formula}


def tell_pensions(worked: Mapping[str, Any] | None) -> str:
    """The pensions and the pay with them in one line; empty where none was worked out."""
    if worked is None:
        return ""
    figures = (
        (item["label"], render_money(abs(Decimal(str(item["value"]))), item["unit"])) for item in worked["figures"]
    )
    return f"**Beside the pay:** {'; '.join(f'{label}: {money}' for label, money in figures)}."

"""Sums as text: the figure that answers first, what it is made of, what was taken and what was assumed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from assistant.domain.money import render_unit
from assistant.domain.offer import Offer
from assistant.domain.offer_words import describe_terms
from assistant.offline.sums.sum import ReadSum, Sum
from assistant.offline.view import View

_DAYS_ASKED = r"offer received|deadline|last day|notice|start"
YEARS = frozenset({"tax_year", "law_year", "median_year"})
"""Written without a comma."""
MOST_FIGURES = 12
MOST_NOTES = 4
DOUBT = "**Is this the sum you mean?** I am less sure of it than usual: if a number plays another part, tell me which."


def compose_sum(view: View, asked: ReadSum) -> str | None:
    """The answer to a calculation asked in words, or None when its tool gave none."""
    results = view.all_results(asked.sum.tool)
    if not results:
        return None
    result = results[0]
    return "\n\n".join(
        part
        for part in (
            *(_figures(each, asked.shows) for each in results[-1 - len(asked.more) :]),
            _rows(result),
            _taken(asked),
            DOUBT if asked.doubted else "",
            _notes("Assumed", result["assumptions"], MOST_NOTES),
            _notes("Mind", result["warnings"], 2),
        )
        if part
    )


def show_asked(result: dict[str, Any], about: Sum) -> str:
    """The figures a calculation asks for by name, in bold; empty where it names none."""
    chosen = [(label, value) for label, value in _chosen(result, about.shows) if about.shows]
    return " ".join(f"**{label}: {value}.**" for label, value in chosen if label.lower().startswith(about.shows))


def _figures(result: dict[str, Any], shows: tuple[str, ...]) -> str:
    """The figure that answers first, in bold, and the others as a list."""
    first, *rest = list(_chosen(result, shows)) or [("", "")]
    lines = [f"- {label}: {value}" for label, value in rest]
    return "\n\n".join(part for part in (f"**{first[0]}: {first[1]}.**" if first[0] else "", "\n".join(lines)) if part)


def _rows(result: dict[str, Any]) -> str:
    """The days and levels of a table, which no figure holds."""
    rows = result["table"]
    if result["tool"] == "timeline":
        return "\n".join(f"- {_day(row)}: {row['step']}" for row in rows if re.search(_DAYS_ASKED, row["step"]))
    if result["tool"] == "iso_limit":
        return "\n".join(map(_exercisable, rows))
    if result["tool"] == "level_map":
        said = [f"{row['company']} {row['level']}, {row['publisher']} ({row['as_of']})" for row in rows[1:]]
        return "\n".join(f"- {line}" for line in dict.fromkeys(said))
    return ""


def _exercisable(row: dict[str, Any]) -> str:
    money = {name: render_unit(Decimal(str(row[name])), "USD") for name in ("first_exercisable", "nso")}
    split = f", {row['iso_shares']:,} ISO and {row['nso_shares']:,} NSO shares" if row.get("nso_shares") else ""
    return f"- {row['year']}: {money['first_exercisable']} first exercisable, {money['nso']} above the limit{split}"


def _day(row: dict[str, Any]) -> str:
    day = date.fromisoformat(row["date"])
    return f"**{row['weekday']} {day.day} {day:%B %Y}**"


def ask_for_missing(asked: ReadSum) -> str:
    """The question back: what the calculation still needs."""
    *most, last = asked.missing
    wanted = f"{', '.join(most)} and {last}" if most else last
    known = _taken(asked)
    return f"I can work that out. I still need {wanted}." + (f"\n\n{known}" if known else "")


def _chosen(result: dict[str, Any], shows: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Label and value of the figures to show: in the order of `shows`, each once, else the first few."""
    figures = result["figures"]
    seen: set[str] = set()
    ordered = [item for start in shows for item in figures if item["label"].startswith(start)] or figures
    for item in ordered:
        if item["label"] in seen or len(seen) >= MOST_FIGURES:
            continue
        seen.add(item["label"])
        label = item["label"]
        yield label[:1].upper() + label[1:], render_unit(Decimal(str(item["value"])), item["unit"])


def _taken(asked: ReadSum) -> str:
    """The arguments as they were read, so that a wrong one can be corrected."""
    plain = {name: value for name, value in asked.arguments.items() if name not in ("offer", "currency", "assumed")}
    if "steps" in plain and "numbers" in plain:
        return _worked(plain["numbers"], plain["steps"])
    if not plain:
        return ""
    listed = "; ".join(_argument(name, value) for name, value in plain.items())
    return f"*Taken from your words*: {listed}."


def _worked(numbers: dict[str, Any], steps: list[dict[str, Any]]) -> str:
    """The numbers as they were read and the steps as formulas over them."""
    taken = "; ".join(_argument(name, value) for name, value in numbers.items())
    labels = {step["name"]: step["label"] for step in steps}
    made = "; ".join(f"{step['label']} = {_formula(_labelled(step['formula'], labels))}" for step in steps)
    return f"*Taken from your words*: {taken}.\n\n*Worked out:* {made}."


def _labelled(formula: str, labels: dict[str, str]) -> str:
    """A formula with earlier steps by their labels."""
    return re.sub(r"[a-z]\w*", lambda name: labels.get(name[0], name[0]), formula)


def _formula(formula: str) -> str:
    """A formula as people write it."""
    for plain, read in (("_pct / 100", " %"), ("_pct", " %"), ("_", " "), (" x ", " × ")):
        formula = formula.replace(plain, read)
    return formula


def _argument(name: str, value: Any) -> str:
    if name in YEARS:
        return f"{name.replace('_', ' ')} {value}"
    if name.endswith("_pct") and isinstance(value, int | float):
        return f"{name.removesuffix('_pct').replace('_', ' ')} {_plain(value)} %"
    if name == "offers":
        return "; ".join(map(_offer, value))
    if name == "lines":
        return "; ".join(map(_line, value))
    return f"{name.replace('_pct', ' %').replace('_', ' ')} {_plain(value)}"


def _offer(offer: Any) -> str:
    """An offer with its terms as people name them; one on file by its name."""
    try:
        terms = describe_terms(Offer.model_validate(offer))
    except ValidationError:
        return _plain(offer)
    return f"{offer.get('company') or 'the offer'}: {', '.join(terms)}"


def _line(line: dict[str, Any]) -> str:
    """A line of a pay sheet as its product: "pay: 48 × 40 × 12"."""
    factors = [_plain(line["amount"])] if "amount" in line else []
    factors += [f"{factor:g}" for factor in line.get("payments", ())]
    factors += [f"{part:g} %" for part in line.get("percents", ())]
    return f"{line['label']}: {'minus ' if line.get('minus') else ''}{' × '.join(factors)}"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " + ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_plain(item)}" for name, item in value.items())
    return f"{value:,}" if isinstance(value, int | float) else str(value).replace("_", " ")


def _notes(label: str, notes: list[str], most: int) -> str:
    return f"*{label}:* {' '.join(notes[:most])}" if notes else ""

"""The counter in the terminal: four numbers, the asks, what a trade is worth, the message, and the answers ready."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rich.table import Table

from assistant.domain.figure import Figure
from assistant.domain.money import render_money
from assistant.interfaces.terminal import console, plain_text, print_figures, say

FOUR = ("initial ask", "stretch", "target", "walk-away")
EQUAL = ("equal sign-on bonus", "equal stock grant", "equal target bonus")


def print_counter(rendered: dict[str, Any]) -> None:
    """All of it in the order of use; `rendered` is the JSON of the command."""
    _print_plan(rendered["plan"])
    exchange = rendered["exchange"]
    more = _say(exchange, exchange["table"][0]["amount"])
    say(f"What {more} more base a year is worth over your stay", "bold")
    print_figures(_figures(exchange, EQUAL))
    say("Your message", "bold")
    say(rendered["message"])
    if rendered["asks_changed"]:
        say("The plan asks for other amounts now than this message was written for: --write writes it anew.", "yellow")
    _print_review(rendered["review"])
    say("When they answer", "bold")
    for reply in rendered["replies"]:
        say(f"{reply['when']}: “{reply['words']}” {reply['then']}".rstrip())
    if rendered["ladder"] is not None:
        _print_ladder(rendered["ladder"])
    if rendered["packet"]:
        say("For the person who approves", "bold")
        say(rendered["packet"])


def _print_plan(plan: dict[str, Any]) -> None:
    say("Your plan", "bold")
    print_figures(_figures(plan, FOUR))
    table = Table("part", "offered", "ask")
    for row in plan["table"]:
        table.add_row(plain_text(row["name"]), _say(plan, row["offered"]), _say(plan, row["asked"]))
    console.print(table)
    for note in plan["warnings"]:
        say(note, "yellow")
    for note in plan["assumptions"]:
        say(note, "dim")


def _print_review(review: dict[str, Any]) -> None:
    if review["good"]:
        say("Nothing to mend: this can be sent as it is.", "green")
        return
    for flaw in review["flaws"]:
        say(f"{flaw['label'].replace('_', ' ')}: “{flaw['quote']}” {flaw['why']}", "yellow")
    say("One way to put it:", "bold")
    say(review["rewrite"])


def _print_ladder(ladder: dict[str, Any]) -> None:
    table = Table("if they say", "you", "your words")
    for row in ladder["table"]:
        table.add_row(_say(ladder, row["reply"]), row["zone"], plain_text(row["words"]))
    console.print(table)


def _say(result: dict[str, Any], amount: float) -> str:
    """An amount of a table in the currency of the figures beside it."""
    units = (str(item["unit"]) for item in result["figures"])
    return render_money(Decimal(str(amount)), next(unit for unit in units if len(unit) == 3 and unit.isupper()))


def _figures(result: dict[str, Any], labels: tuple[str, ...]) -> list[Figure]:
    found = {item["label"]: item for item in result["figures"]}
    return [Figure(**found[label], rule="") for label in labels if label in found]

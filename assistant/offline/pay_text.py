"""Pay as text: headline sentences, the year table, what was assumed; every number is a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money

PARTS = (("base", "Base"), ("bonus", "Bonus"), ("sign_on", "Sign-on"), ("equity", "Stock"))


def headline(result: dict[str, Any]) -> str:
    """One or two sentences that tell year 1, recurring and average apart."""
    money = _money(result)
    values = {figure["label"]: Decimal(str(figure["value"])) for figure in result["figures"]}
    first, recurring = values["year 1 total compensation"], values["recurring yearly compensation"]
    label, average = next((k, v) for k, v in values.items() if k.endswith("average compensation"))
    span = label.removesuffix(" compensation")
    if first == recurring == average:
        return f"This offer pays **{money(first)}** a year, the same in every year."
    return (
        f"**Year 1 pays {money(first)}. Recurring pay is {money(recurring)} a year, and the "
        f"{span} is {money(average)}.** {_why_they_differ(result)}"
    )


def _why_they_differ(result: dict[str, Any]) -> str:
    rows = result["table"]
    reasons = []
    if any(row["sign_on"] for row in rows):
        reasons.append("the sign-on is paid once" if _years_with(rows, "sign_on") == 1 else "the sign-on ends")
    if len({row["equity"] for row in rows}) > 1:
        reasons.append("the stock does not vest evenly")
    reason = " and ".join(reasons)
    return f"They differ because {reason}; recurring leaves one-time pay out." if reason else ""


def _years_with(rows: list[dict[str, Any]], part: str) -> int:
    return sum(1 for row in rows if row[part])


def year_table(result: dict[str, Any]) -> str:
    """The years as a Markdown table; parts that are never paid have no column."""
    money, rows = _money(result), result["table"]
    parts = [(key, name) for key, name in PARTS if any(row[key] for row in rows)]
    head = ["Year", *(name for _, name in parts), "Total"]
    lines = [_row(head), _row(["---", *["---:"] * (len(head) - 1)])]
    lines += [
        _row(
            [
                str(row["year"]),
                *(money(row[key]) if row[key] else "—" for key, _ in parts),
                f"**{money(row['total'])}**",
            ]
        )
        for row in rows
    ]
    return "\n".join(lines)


def one_year(result: dict[str, Any], year: int) -> str:
    """What one service year pays and what it is made of."""
    money, row = _money(result), result["table"][year - 1]
    parts = ", ".join(f"{name.lower()} {money(row[key])}" for key, name in PARTS if row[key])
    return f"**Year {year} pays {money(row['total'])}**: {parts}."


def sum_of_years(result: dict[str, Any]) -> str:
    """What all years of the table add up to."""
    figure = _sum_of_years(result)
    return f"All {len(result['table'])} years together: **{_money(result)(figure['value'])}**."


def _sum_of_years(result: dict[str, Any]) -> dict[str, Any]:
    return next(item for item in result["figures"] if item["label"].endswith("-year total compensation"))


def comparison_table(results: list[tuple[str, dict[str, Any]]]) -> str:
    """Offers side by side: each year, then recurring and average."""
    years = min(len(result["table"]) for _, result in results)
    lines = [_row(["", *(name for name, _ in results)]), _row(["---", *["---:"] * len(results)])]
    for index in range(years):
        cells = [_money(result)(result["table"][index]["total"]) for _, result in results]
        lines.append(_row([f"Year {index + 1}", *cells]))
    for position, name in ((1, "Recurring"), (2, "Average")):
        cells = [_money(result)(result["figures"][position]["value"]) for _, result in results]
        lines.append(_row([name, *cells]))
    lines.append(
        _row([f"All {years} years", *(_money(result)(_sum_of_years(result)["value"]) for _, result in results)])
    )
    return "\n".join(lines)


def fine_print(*results: dict[str, Any]) -> str:
    """What was assumed and what was left out, each once, in one short paragraph."""
    assumed = " ".join(dict.fromkeys(line for result in results for line in result["assumptions"]))
    left_out = " ".join(dict.fromkeys(line for result in results for line in result["warnings"]))
    parts = [f"*Assumed:* {assumed}" if assumed else "", f"*Not counted:* {left_out}" if left_out else ""]
    return " ".join(part for part in parts if part)


def _money(result: dict[str, Any]) -> Any:
    currency = result["data"]["currency"]
    return lambda value: render_money(Decimal(str(value)), currency)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def offer_parts(offer: dict[str, Any]) -> dict[str, str]:
    """The parts of an offer that are amounts, by short name: base, stock, sign-on, bonus."""
    currency = offer.get("currency") or "USD"

    def money(value: Any, unit: str = currency) -> str:
        return render_money(Decimal(str(value)), unit)

    parts: dict[str, str] = {}
    if offer.get("base_annual") is not None:
        parts["base"] = money(offer["base_annual"])
    for grant in offer.get("equity", ()):
        if grant.get("total_value") is not None:
            parts["stock"] = money(grant["total_value"], grant.get("currency") or currency)
    if offer.get("signing"):
        parts["sign-on"] = " plus ".join(money(part["amount"]) for part in offer["signing"])
    if offer.get("bonus_target_pct") is not None:
        parts["bonus"] = f"{Decimal(str(offer['bonus_target_pct'])).normalize():f} %"
    return parts

"""The numbers of a question and what they count."""

from __future__ import annotations

import pytest

from assistant.offline.sums.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("40k options at $2", [("40000", "count"), ("2", "money")]),
        ("240k rsu grant", [("240000", "money")]),
        ("25,000 in unvested RSUs", [("25000", "money")]),
        ("4,800 rsus", [("4800", "count")]),
        ("200 million with 50 million shares", [("200000000", "money"), ("50000000", "count")]),
        ("strike of 92 cents", [("0.92", "money")]),
        ("after 2 and a half years", [("30.0", "span")]),
        ("strike 8c", [("0.08", "money")]),
        ("A 100 B 104 C 98", [("100", "money"), ("104", "money"), ("98", "money")]),
        ("leave at month 35", [("35", "span")]),
        ("'0.15% could be a fortune'", [("0.15", "percent")]),
        ("forty thousand one time", [("40000", "money")]),
        ("sold at 80M", [("80000000", "money")]),
        ("leave after 18m", [("18", "span")]),
        ("leaving in month eleven", [("11", "span")]),
        ("after 18 months 3 lakh", [("18", "span"), ("300000", "money")]),
        ("50 cents per dollar", [("50", "percent")]),
        ("220k rsu/4.", [("220000", "money"), ("48", "span")]),
        ("la otra paga 1.720 euros por 14 y plus de noche", [("1720", "money"), ("14", "money")]),
        ("aguinaldo de un mes", [("1", "span")]),
        ("after five raises", [("5", "money")]),
        ("thirty two an hour", [("32", "money")]),
        ("one and a half times", [("1.5", "money")]),
        ("two offers", []),
        ("au-dela de 35 c'est majore", [("35", "money")]),
    ],
)
def test_a_number_is_read_as_what_it_counts(text: str, read: list[tuple[str, str]]) -> None:
    found = [(str(item.value), "money" if item.kind == "plain" else item.kind) for item in read_quantities(text)]
    assert found == read


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("£19.85/hr", "hour"),
        ("4,125 gross twice a month", "semi-month"),
        ("2,846.15 gross every two weeks", "bi-week"),
        ("4.200 Euro brutto im Monat", "month"),
        ("78.000 € Jahresgehalt", "year"),
        ("3.000 € netos al mes", "month"),
        ("18.5 lpa", "year"),
        ("650 pesos diarios", "day"),
        ("TJM 520", "day"),
        ("12,80 € de l'heure", "hour"),
        ("Stundenlohn 22,50", "hour"),
        ("290 € am Tag", "day"),
        ("Sueldo mensual 38,500", "month"),
        ("5,600 por quincena", "semi-month"),
        ("38,000 month", "month"),
        ("105k perm", None),
    ],
)
def test_pay_keeps_the_period_it_is_paid_for(text: str, period: str | None) -> None:
    assert read_quantities(text)[0].period == period


def test_a_year_behind_a_rate_is_no_span() -> None:
    assert [item.kind for item in read_quantities("I give up 50k a year")] == ["money"]
    assert [item.kind for item in read_quantities("30k less a year for 3 years")] == ["money", "span"]

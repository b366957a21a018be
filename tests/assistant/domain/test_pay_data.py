from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import pay_data
from assistant.domain.pay_data import RowFilter, parse_pay_data, read_cell
from assistant.errors import InputError


def bases(text: str, currency: str = "USD") -> list[Decimal | None]:
    return [row.amounts.get("base") for row in parse_pay_data(text, currency).rows]


@pytest.mark.parametrize(
    "header",
    [
        "WAGE_RATE_OF_PAY_FROM", "wage_rate_of_pay_from_1", "LCA_CASE_WAGE_RATE_FROM", "Base Salary", "base",
        "BaseSalary", '"Salary"', "Annual salary ",
    ],
)  # fmt: skip
def test_a_column_of_base_pay_is_recognised_in_any_spelling(header: str) -> None:
    assert bases(f"employer,{header}\nAcme,120000\n") == [120000]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_separator_is_read(delimiter: str) -> None:
    text = "\ufeffCompany,Total Compensation,Base\n\nAcme,250000,150000\n".replace(",", delimiter)
    (row,) = parse_pay_data(text).rows
    assert (row.company, row.amounts) == ("Acme", {"base": 150000, "total": 250000})


@pytest.mark.parametrize(
    ("unit", "yearly"),
    [
        ("Hour", 208000), ("hr", 208000), ("per hour", 208000), ("Bi-Weekly", 2600), ("Week", 5200), ("MTH", 1200),
        ("Month", 1200), ("Semi-Monthly", 2400), ("Year", 100), ("Annual", 100), ("Day", 26000), ("", 100),
    ],
)  # fmt: skip
def test_wage_units_become_years(unit: str, yearly: int) -> None:
    assert bases(f"wage,unit of pay\n100,{unit}\n") == [yearly]


def test_what_cannot_be_used_is_left_out_and_counted() -> None:
    text = (
        "case status,base,unit,currency\n"
        "Denied,100000,Year,USD\nCertified,=1+1,Year,USD\nCertified,,Year,USD\n"
        "Certified,100000,Fortnightish,USD\nCertified,100000,Year,EUR\nCertified - Withdrawn,100000,Year,\n"
    )
    data = parse_pay_data(text)
    assert len(data.rows) == 1
    assert data.warnings == (
        "1 row of applications that were not certified left out.",
        "2 rows without a readable amount left out.",
        "1 row with an unknown unit of pay left out.",
        "1 row in another currency left out.",
    )


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("180000", 180000), ("$180,000.50", Decimal("180000.50")), ("180K", 180000), ("$1.2M", 1200000),
        ("95000 - 120000", 95000), ("=HYPERLINK(1)", None), ("+1", None), ("-5", None), ("@SUM(A1)", None),
        ("n/a", None), ("12%", None), ("0", None), ("9" * 30, None), ("€95.000", None), ("1e30", None),
        ("1.5E+05", 150000),
    ],
)  # fmt: skip
def test_a_cell_is_an_amount_or_nothing(cell: str, amount: Decimal | None) -> None:
    assert read_cell(cell, "USD") == amount


def test_other_currencies_are_read_as_themselves() -> None:
    assert read_cell("€95.000", "EUR") == 95000
    assert read_cell("$95,000", "EUR") is None
    assert read_cell("95000", "EUR") == 95000


def test_a_total_is_the_sum_of_parts_where_no_column_gives_it() -> None:
    (row,) = parse_pay_data("base,stock,bonus\n100000,50000,\n").rows
    assert row.amounts["total"] == 150000


def test_a_table_in_thousands_is_read_in_thousands() -> None:
    data = parse_pay_data("company,totalyearlycompensation\nA,127\nB,310\nC,250000\n")
    assert [row.amounts["total"] for row in data.rows] == [127000, 310000, 250000]
    assert data.assumptions == ("Amounts below 2,000 a year are taken as thousands.",)


def test_filters_look_at_parts_of_names_and_at_whole_levels() -> None:
    text = "company,level,title,city,state,year,base\nAcme Inc,L-5,ML Engineer,Austin,TX,2025,1e5\n".replace(
        "1e5", "100000"
    )
    (row,) = parse_pay_data(text).rows
    assert row.place == "Austin, TX"
    assert RowFilter("acme", "l5", "engineer", "tx", 2025).keeps(row)
    for other in (RowFilter("globex"), RowFilter(level="L"), RowFilter(title="manager"), RowFilter(place="WA"),
                  RowFilter(since_year=2026)):  # fmt: skip
        assert not other.keeps(row)
    assert not RowFilter(since_year=2000).keeps(row._replace(year=None))


@pytest.mark.parametrize("text", ["", "\n\n", "name,colour\nA,red\n", "just words"])
def test_a_table_without_pay_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="csv: has no column of pay"):
        parse_pay_data(text)


def test_a_cell_too_large_for_any_table_is_refused() -> None:
    with pytest.raises(InputError, match="csv: cannot be read as a table"):
        parse_pay_data("base\n" + "9" * 200_000)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pay_data, "MOST_ROWS", 2)
    with pytest.raises(InputError, match="csv: holds more than 2 rows"):
        parse_pay_data("base\n1\n2\n3\n")


@given(text=st.text(max_size=300))
@settings(max_examples=100)
def test_any_text_is_rows_or_a_named_problem(text: str) -> None:
    try:
        data = parse_pay_data("base,unit,company\n" + text)
    except InputError as error:
        assert error.field == "csv"
    else:
        assert all(amount > 0 for row in data.rows for amount in row.amounts.values())

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.clawback import Payment, RepayTerms, Service
from assistant.domain.repayment import Clause, Taxed, calculate_repayment, list_readings
from tests.assistant.domain.strategies import amounts, percents
from tests.assistant.domain.test_clawback import clauses


@given(terms=clauses(), amount=amounts, tax_pct=percents, basis=st.sampled_from(["gross", "net", "gross_less_fica"]))
def test_kept_and_owed_make_what_was_received(terms: RepayTerms, amount: Decimal, tax_pct: Decimal, basis: str) -> None:
    taxed = Taxed(basis, tax_pct)  # type: ignore[arg-type]
    result = calculate_repayment([Payment("sign-on", amount)], [Clause("owed", "", terms)], "USD", taxed=taxed)
    values = {figure.label: figure.value for figure in result.figures}
    for label, owed in values.items():
        if label.startswith("owed at"):
            place = label.removeprefix("owed ")
            assert owed + values[f"kept {place}"] == amount
            beyond = values[f"paid back beyond what was received {place}"]
            assert beyond == values[f"to pay back in cash {place}"] - values[f"net received of what is owed {place}"]
    assert [row["kept"] + row["owed"] for row in result.table] == [amount] * (terms.months + 1)


def test_a_clause_that_is_certain_has_one_reading() -> None:
    assert len(list_readings(RepayTerms(months=24, rule="pro_rata"), "pro_rata", None)) == 1
    assert len(list_readings(RepayTerms(months=24, rule="full_then_pro_rata"), "full_then_pro_rata", None)) == 3
    assert len(list_readings(RepayTerms(months=24), None, None)) == 3


def test_a_table_by_days_follows_the_calendar() -> None:
    terms = RepayTerms(months=12, rule="pro_rata", counting="days")
    service = Service(1, date(2025, 1, 1), date(2025, 2, 1))
    result = calculate_repayment(
        [Payment("sign-on", Decimal(36500))], [Clause("owed", "", terms)], "USD", service=service
    )
    assert [row["owed"] for row in result.table][:3] == [36500, 33400, 30600]


def test_the_table_runs_until_the_last_payment_is_free() -> None:
    terms = RepayTerms(months=12, rule="full", period_from="payment")
    payments = [Payment("first", Decimal(1)), Payment("second", Decimal(2), 12)]
    result = calculate_repayment(payments, [Clause("owed", "", terms)], "USD")
    assert [row["month"] for row in result.table if row["owed"]][-1] == 23

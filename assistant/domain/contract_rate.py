"""Contract rate: what contract work pays against a salary, and which rate and which salary are equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.domain.contract_tax import EarningsTaxLaw
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "contract_rate"
CURRENCY = "USD"
ZERO = Decimal(0)
ContractKind = Literal["1099", "w2"]
"""Who pays the payroll tax: a self-employed person both halves, an agency's employee one."""


@dataclass(frozen=True, slots=True)
class Employment:
    """What comes with a salary: pay on top and benefits, each as an amount a year and as a share of salary.

    `employer_tax_rate` replaces Social Security and Medicare in the employer's cost.
    """

    bonus_rate: Decimal = ZERO
    bonus_amount: Decimal = ZERO
    benefits_rate: Decimal = ZERO
    benefits_amount: Decimal = ZERO
    employer_tax_rate: Decimal | None = None

    def wages(self, salary: Decimal) -> Decimal:
        """Salary and bonus."""
        return salary * (1 + self.bonus_rate) + self.bonus_amount

    def benefits(self, salary: Decimal) -> Decimal:
        """Value of the benefits a year."""
        return salary * self.benefits_rate + self.benefits_amount


@dataclass(frozen=True, slots=True)
class Contract:
    """A kind of contract, the hours billed a year and the costs of working on one's own account a year."""

    kind: ContractKind
    hours: Decimal
    expenses: Decimal = ZERO


def employer_tax(employment: Employment, salary: Decimal, law: EarningsTaxLaw) -> Decimal:
    """What the employer pays on salary and bonus, unrounded."""
    wages = employment.wages(salary)
    rate = employment.employer_tax_rate
    return law.wage_tax(wages) if rate is None else wages * rate


def list_contract_figures(
    rate: Decimal, contract: Contract, employment: Employment, law: EarningsTaxLaw
) -> tuple[Figure, ...]:
    """What the contract pays and keeps, and the salaries equal to it.

    Raises:
        InputError: costs and benefits are more than the contract pays.
    """
    income = rate * contract.hours
    net = income - contract.expenses
    if net < 0:
        raise InputError("expenses_amount", "is more than the contract pays in a year; check rate, hours and costs")
    tax = contract_tax(net, contract.kind, law)
    kept = net - tax
    names = {"income": income, "expenses": contract.expenses, "payroll_tax": tax}
    return (
        _money("contract income a year", income, "rate x hours", {"rate": rate, "hours": contract.hours}),
        _tax_figure(net, tax, contract.kind, law),
        _money("contract income after costs and payroll tax", kept, "income - expenses - payroll_tax", names),
        _salary_by_cost(net, employment, law),
        _salary_by_pay(kept, employment, law),
    )


def contract_tax(net: Decimal, kind: ContractKind, law: EarningsTaxLaw) -> Decimal:
    """Social Security and Medicare that a contractor pays on income after costs, unrounded."""
    return law.self_employment_tax(net) if kind == "1099" else law.wage_tax(net)


def _tax_figure(net: Decimal, tax: Decimal, kind: ContractKind, law: EarningsTaxLaw) -> Figure:
    inputs = {"net": net, **law.inputs}
    if kind == "w2":
        formula = "social_security_rate x min(net, wage_base) + medicare_rate x net"
        return _money("employee payroll tax on the contract", tax, formula, inputs, law.source_ids)
    formula = "2 x social_security_rate x min(net x net_share, wage_base) + 2 x medicare_rate x net x net_share"
    return _money("self-employment tax", tax, formula, inputs | {"net_share": law.net_share}, law.source_ids)


def find_salary_by_cost(net: Decimal, employment: Employment, law: EarningsTaxLaw) -> Decimal:
    """The salary that costs an employer what the contract pays after its costs: tax is the lesser of two lines."""
    on_salary, fixed = 1 + employment.bonus_rate, employment.bonus_amount
    left = net - employment.benefits_amount

    def solve(rate: Decimal, capped: Decimal) -> Decimal:
        return (left - fixed * (1 + rate) - capped) / (on_salary * (1 + rate) + employment.benefits_rate)

    if employment.employer_tax_rate is not None:
        return solve(employment.employer_tax_rate, ZERO)
    return max(
        solve(law.social_security_rate + law.medicare_rate, ZERO),
        solve(law.medicare_rate, law.social_security_rate * law.wage_base),
    )


def find_salary_by_pay(kept: Decimal, employment: Employment, law: EarningsTaxLaw) -> Decimal:
    """The salary that leaves, with its benefits and after the employee's payroll tax, what the contract leaves."""
    on_salary, fixed = 1 + employment.bonus_rate, employment.bonus_amount
    left = kept - employment.benefits_amount

    def solve(rate: Decimal, capped: Decimal) -> Decimal:
        return (left - fixed * (1 - rate) + capped) / (on_salary * (1 - rate) + employment.benefits_rate)

    return min(
        solve(law.social_security_rate + law.medicare_rate, ZERO),
        solve(law.medicare_rate, law.social_security_rate * law.wage_base),
    )


def _check_salary(salary: Decimal) -> Decimal:
    if salary < 0:
        raise InputError("benefits_amount", "and bonus are more than the contract pays in a year: no salary is equal")
    return salary


def _salary_by_cost(net: Decimal, employment: Employment, law: EarningsTaxLaw) -> Figure:
    salary = _check_salary(find_salary_by_cost(net, employment, law))
    inputs = {
        "net": net,
        "bonus": employment.wages(salary) - salary,
        "benefits": employment.benefits(salary),
        "employer_tax": employer_tax(employment, salary, law),
    }
    formula = "net - bonus - benefits - employer_tax"
    return _money("equal salary by employer cost", salary, formula, inputs, law.source_ids)


def _salary_by_pay(kept: Decimal, employment: Employment, law: EarningsTaxLaw) -> Figure:
    salary = _check_salary(find_salary_by_pay(kept, employment, law))
    wages = employment.wages(salary)
    inputs = {
        "kept": kept,
        "bonus": wages - salary,
        "benefits": employment.benefits(salary),
        "employee_tax": law.wage_tax(wages),
    }
    formula = "kept + employee_tax - bonus - benefits"
    return _money("equal salary after payroll tax", salary, formula, inputs, law.source_ids)


def list_employee_figures(
    salary: Decimal, contract: Contract, employment: Employment, law: EarningsTaxLaw
) -> tuple[Figure, ...]:
    """What the salary costs and leaves, and the contract rates equal to it."""
    wages, benefits = employment.wages(salary), employment.benefits(salary)
    tax = employer_tax(employment, salary, law)
    package = {"salary": salary, "bonus": wages - salary, "benefits": benefits}
    hours = {"expenses": contract.expenses, "hours": contract.hours}
    cost, kept = wages + benefits + tax, employee_keeps(salary, employment, law)
    return (
        _money("employee package a year", wages + benefits, "salary + bonus + benefits", package),
        _employer_tax_figure(wages, tax, employment, law),
        _money(
            "employer cost a year", cost, "salary + bonus + benefits + employer_tax", package | {"employer_tax": tax}
        ),
        _money(
            "employee pay after payroll tax and with benefits",
            kept,
            "salary + bonus + benefits - employee_tax",
            package | {"employee_tax": law.wage_tax(wages)},
            law.source_ids,
        ),
        _money(
            "equal contract rate by employer cost",
            (cost + contract.expenses) / contract.hours,
            "(employer_cost + expenses) / hours",
            {"employer_cost": cost, **hours},
        ),
        _rate_by_pay(kept, contract, law),
        _rate_by_gross_up(wages + benefits, contract, law),
        _money("salary an hour of the contract", salary / contract.hours, "salary / hours", {
            "salary": salary, "hours": contract.hours,
        }),
    )  # fmt: skip


def employee_keeps(salary: Decimal, employment: Employment, law: EarningsTaxLaw) -> Decimal:
    """Salary, bonus and benefits less the employee's payroll tax, unrounded."""
    wages = employment.wages(salary)
    return wages + employment.benefits(salary) - law.wage_tax(wages)


def _employer_tax_figure(wages: Decimal, tax: Decimal, employment: Employment, law: EarningsTaxLaw) -> Figure:
    label = "employer payroll tax a year"
    if employment.employer_tax_rate is not None:
        inputs = {"wages": wages, "employer_tax_rate": employment.employer_tax_rate}
        return _money(label, tax, "wages x employer_tax_rate", inputs)
    formula = "social_security_rate x min(wages, wage_base) + medicare_rate x wages"
    return _money(label, tax, formula, {"wages": wages, **law.inputs}, law.source_ids)


def _rate_by_pay(kept: Decimal, contract: Contract, law: EarningsTaxLaw) -> Figure:
    inputs = {"kept": kept, "expenses": contract.expenses, "hours": contract.hours, **law.inputs}
    both, capped = "(social_security_rate + medicare_rate)", "social_security_rate x wage_base"
    if contract.kind == "1099":
        inputs["net_share"] = law.net_share
        net = law.net_before_tax(kept)
        below = f"kept / (1 - 2 x {both} x net_share)"
        above = f"(kept + 2 x {capped}) / (1 - 2 x medicare_rate x net_share)"
    else:
        net = law.wages_before_tax(kept)
        below = f"kept / (1 - {both})"
        above = f"(kept + {capped}) / (1 - medicare_rate)"
    formula = f"(min({below}, {above}) + expenses) / hours"
    rate = (net + contract.expenses) / contract.hours
    return _money("equal contract rate after payroll tax", rate, formula, inputs, law.source_ids)


def _rate_by_gross_up(package: Decimal, contract: Contract, law: EarningsTaxLaw) -> Figure:
    """The calculators' short cut: package and costs divided by one less the employer's half."""
    half = law.social_security_rate + law.medicare_rate
    inputs = {"package": package, "expenses": contract.expenses, "half": half, "hours": contract.hours}
    rate = (package + contract.expenses) / (1 - half) / contract.hours
    return _money("equal contract rate by gross-up", rate, "(package + expenses) / (1 - half) / hours", inputs)


def difference_figure(contract_kept: Decimal, employee_kept: Decimal) -> Figure:
    """How much more the contract leaves after payroll tax, a year."""
    inputs = {"contract": contract_kept, "employee": employee_kept}
    value = contract_kept - employee_kept
    return _money("contract less employee after payroll tax", value, "contract - employee", inputs)


def income_figure(income: Decimal, package: Decimal) -> Figure:
    """How much more the contract pays before any tax, a year; below zero, less.

    >>> str(income_figure(Decimal(163200), Decimal(162400)).value)
    '800.00'
    """
    inputs = {"contract_income": income, "employee_package": package}
    label = "contract income above the employee package"
    return _money(label, income - package, "contract_income - employee_package", inputs)


def list_agency_figures(pay: Decimal, bill: Decimal) -> Iterator[Figure]:
    """What an agency adds on an hour: the bill rate, the spread, and it as markup on pay and as margin of the bill."""
    both = {"bill_rate": bill, "pay_rate": pay}
    yield _money("agency bill rate", bill, "bill_rate", {"bill_rate": bill})
    yield _money("agency spread an hour", bill - pay, "bill_rate - pay_rate", both)
    yield _percent("agency markup", (bill - pay) / pay * 100, "(bill_rate - pay_rate) / pay_rate x 100", both)
    yield _percent("agency margin", (bill - pay) / bill * 100, "(bill_rate - pay_rate) / bill_rate x 100", both)


def hours_figure(hours: Decimal, inputs: Mapping[str, Decimal]) -> Figure:
    """The hours billed a year, as stated or from weeks and days."""
    formula = "billable_hours" if "billable_hours" in inputs else "hours_per_week x (weeks_per_year - unpaid_days / 5)"
    return build_figure("billable hours a year", hours, "hours", formula=formula, rule=RULE, inputs=inputs)


def rate_figure(rate: Decimal, inputs: Mapping[str, Decimal]) -> Figure:
    """The pay rate behind a bill rate and the agency's margin or markup."""
    formula = "bill_rate x (1 - margin_pct / 100)" if "margin_pct" in inputs else "bill_rate / (1 + markup_pct / 100)"
    return _money("contract rate an hour", rate, formula, inputs)


def _percent(label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, round(value, 2), "percent", formula=formula, rule=RULE, inputs=inputs)


def _money(
    label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal], source_ids: tuple[str, ...] = ()
) -> Figure:
    return build_figure(
        label, round_cents(value), CURRENCY, formula=formula, rule=RULE, inputs=inputs, source_ids=source_ids
    )

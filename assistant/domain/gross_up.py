"""Gross-up: the gross payment that leaves a wanted net amount, by flat rates or by a whole tax calculation.

Rates are percents. A flat tax may hold for a part of the payment only: Social Security stops at the wage base,
additional Medicare begins above a threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import LARGEST_AMOUNT, round_cents
from assistant.errors import InputError

RULE = "gross_up"
_figure = partial(build_figure, rule=RULE)
ZERO = Decimal(0)
HUNDRED = Decimal(100)
READABLE_DECIMALS = 10
BISECTIONS = 120

AddedTax = Callable[[Decimal], Decimal]
"""The tax a gross payment adds to what is owed without it."""


class FlatTax(NamedTuple):
    """`pct` percent of the part of a payment between `begin` and `end`; `key` names the rate in formulas.

    `pre_tax_pct` percent of the payment escapes this tax, as money put into a 401(k) escapes income tax.
    """

    name: str
    key: str
    pct: Decimal
    begin: Decimal = ZERO
    end: Decimal | None = None
    pre_tax_pct: Decimal = ZERO

    @property
    def effective_pct(self) -> Decimal:
        """Percent taken from each dollar of the payment within the part."""
        return self.pct * (HUNDRED - self.pre_tax_pct) / HUNDRED

    @property
    def term(self) -> str:
        """The rate in a formula."""
        return f"{self.key} x (1 - pre_tax_pct / 100)" if self.pre_tax_pct else self.key

    @property
    def inputs(self) -> dict[str, Decimal]:
        """The numbers the term names."""
        return {self.key: self.pct} | ({"pre_tax_pct": self.pre_tax_pct} if self.pre_tax_pct else {})


class Step(NamedTuple):
    """A stretch of the payment with the same taxes: from `begin`, of which `kept` is left after tax."""

    begin: Decimal
    kept: Decimal
    taxes: tuple[FlatTax, ...]

    @property
    def kept_rate(self) -> Decimal:
        """Part (0-1) kept of the next dollar."""
        return 1 - sum((tax.effective_pct for tax in self.taxes), ZERO) / HUNDRED


def tax_of(tax: FlatTax, gross: Decimal) -> Decimal:
    """One flat tax on a payment, unrounded.

    >>> tax_of(FlatTax("social security tax", "social_security_pct", Decimal("6.2"), end=Decimal(1000)), Decimal(5000))
    Decimal('62.0')
    """
    top = gross if tax.end is None else min(gross, tax.end)
    return max(ZERO, top - tax.begin) * tax.effective_pct / HUNDRED


def tax_together(taxes: Sequence[FlatTax], gross: Decimal) -> Decimal:
    """All flat taxes on a payment, unrounded."""
    return sum((tax_of(tax, gross) for tax in taxes), ZERO)


def find_step(taxes: Sequence[FlatTax], net: Decimal) -> Step:
    """The stretch of the payment in which the wanted net amount is reached.

    Raises:
        InputError: the taxes take everything.
    """
    edges = sorted({ZERO, *(tax.begin for tax in taxes), *(tax.end for tax in taxes if tax.end is not None)})
    step = Step(ZERO, ZERO, ())
    for number, begin in enumerate(edges):
        active = tuple(tax for tax in taxes if tax.begin <= begin and (tax.end is None or begin < tax.end))
        step = Step(begin, begin - tax_together(taxes, begin), active)
        if step.kept_rate <= 0:
            raise _refuse_rates(active)
        if number + 1 < len(edges) and edges[number + 1] - tax_together(taxes, edges[number + 1]) < net:
            continue
        break
    return step


def _refuse_rates(taxes: Sequence[FlatTax]) -> InputError:
    """The problem of rates that leave nothing, named by the highest of them."""
    listed = " + ".join(f"{tax.key} {tax.effective_pct.normalize():f}" for tax in taxes)
    together = sum((tax.effective_pct for tax in taxes), ZERO).normalize()
    highest = max(taxes, key=lambda tax: tax.effective_pct)
    return InputError(
        highest.key, f"is too high: {listed} = {together:f} %, and at 100 % or more no gross leaves anything"
    )


def solve_gross(taxes: Sequence[FlatTax], net: Decimal) -> Decimal:
    """The gross payment that leaves `net`, unrounded.

    >>> rates = [FlatTax("all taxes", "tax_pct", Decimal(20))]
    >>> solve_gross(rates, Decimal(10000))
    Decimal('12500')

    Raises:
        InputError: the taxes take everything.
    """
    step = find_step(taxes, net)
    return step.begin + (net - step.kept) / step.kept_rate


def bisect_gross(added_tax: AddedTax, net: Decimal) -> Decimal:
    """The gross payment that leaves `net` after a tax that is only known as a calculation, within a cent.

    >>> bisect_gross(lambda gross: gross / 5, Decimal(10000))
    Decimal('12500.00')

    Raises:
        InputError: no payment of an ordinary size leaves that much.
    """
    low, high = net, max(2 * net, Decimal(1))
    while high - added_tax(high) < net:
        low, high = high, 2 * high
        if high > LARGEST_AMOUNT:
            raise InputError("net_amount", "cannot be reached: the tax takes all of a larger payment")
    for _ in range(BISECTIONS):
        if high - low < Decimal("0.0001"):
            break
        middle = (low + high) / 2
        low, high = (low, middle) if middle - added_tax(middle) >= net else (middle, high)
    return round_cents(high)


def gross_figures(taxes: Sequence[FlatTax], net: Decimal, currency: str) -> Iterator[Figure]:
    """The gross for a net amount, the gross-up in it, and the shorter way some employers use.

    Raises:
        InputError: the taxes take everything.
    """
    step = find_step(taxes, net)
    gross = round_cents(solve_gross(taxes, net))
    yield _figure("gross needed", gross, currency, *_describe_solution(step, net))
    both = {"gross": gross, "net": net}
    yield _figure("gross-up on top of the net amount", gross - net, currency, "gross - net", both)
    yield from payment_figures(taxes, gross, currency)
    yield from _flat_method_figures(taxes, net, currency)


def _describe_solution(step: Step, net: Decimal) -> tuple[str, dict[str, Decimal]]:
    inputs = {"net": net}
    for tax in step.taxes:
        inputs |= tax.inputs
    rates = " + ".join(tax.term for tax in step.taxes) or "0"
    if not step.begin:
        return f"net / (1 - ({rates}) / 100)", inputs
    inputs |= {"gross_below": step.begin, "net_below": round(step.kept, READABLE_DECIMALS)}
    return f"gross_below + (net - net_below) / (1 - ({rates}) / 100)", inputs


def payment_figures(taxes: Sequence[FlatTax], gross: Decimal, currency: str) -> Iterator[Figure]:
    """Each tax on a gross payment, all of them together, and what is left."""
    parts: dict[str, Decimal] = {}
    for tax in taxes:
        amount = tax_of(tax, gross)
        if not amount:
            continue
        parts[tax.name] = round(amount, READABLE_DECIMALS)
        yield _figure(tax.name, round_cents(amount), currency, *_describe_tax(tax, gross))
    together = round_cents(tax_together(taxes, gross))
    yield _figure("taxes together", together, currency, " + ".join(parts) or "0", parts)
    yield _figure(
        "net after these taxes",
        gross - together,
        currency,
        "gross - taxes",
        {"gross": gross, "taxes": together},
    )
    if gross:
        share = 100 * together / gross
        inputs = {"gross": gross, "taxes": together}
        yield _figure("taxes in percent of the gross", round(share, 4), "percent", "100 x taxes / gross", inputs)


def _describe_tax(tax: FlatTax, gross: Decimal) -> tuple[str, dict[str, Decimal]]:
    inputs = {"gross": gross, **tax.inputs}
    part = "gross"
    if tax.end is not None:
        part, inputs["upto"] = "min(gross, upto)", tax.end
    if tax.begin:
        part, inputs["above"] = f"({part} - above)", tax.begin
    return f"{part} x {tax.term} / 100", inputs


def _flat_method_figures(taxes: Sequence[FlatTax], net: Decimal, currency: str) -> Iterator[Figure]:
    """Tax on the net amount added once, as some relocation policies do: the tax on that addition is left out."""
    added = round_cents(tax_together(taxes, net))
    gross = net + added
    inputs = {"net": net, "tax_on_net": added}
    yield _figure("gross by the flat method", gross, currency, "net + tax_on_net", inputs)
    tax = round_cents(tax_together(taxes, gross))
    both = {"gross": gross, "taxes": tax}
    yield _figure("net left by the flat method", gross - tax, currency, "gross - taxes", both)


def period_figures(gross: Decimal, net: Decimal, period: Literal["month", "year"], currency: str) -> Iterator[Figure]:
    """A gross pay and what it leaves, both by the year and by the month; both are of one `period`.

    >>> [str(figure.value) for figure in period_figures(Decimal(118000), Decimal(81420), "year", "USD")]
    ['118000.00', '9833.33', '81420.00', '6785.00']
    """
    for name, amount in (("gross", gross), ("net", net)):
        yearly = amount * 12 if period == "month" else amount
        formula = f"{name} x 12" if period == "month" else name
        yield _figure(f"{name} a year", round_cents(yearly), currency, formula, {name: amount})
        formula = name if period == "month" else f"{name} / 12"
        yield _figure(f"{name} a month", round_cents(yearly / 12), currency, formula, {name: amount})


def employer_figures(employer_taxes: Sequence[FlatTax], gross: Decimal, currency: str) -> Iterator[Figure]:
    """The employer's own payroll tax on a gross payment, and what the payment costs it."""
    own = round_cents(tax_together(employer_taxes, gross))
    terms, inputs = [], {"gross": gross}
    for tax in employer_taxes:
        terms.append(f"{'gross' if tax.end is None else 'min(gross, upto)'} x {tax.key} / 100")
        inputs |= tax.inputs | ({"upto": tax.end} if tax.end is not None else {})
    yield _figure("employer payroll tax", own, currency, " + ".join(terms) or "0", inputs)
    both = {"gross": gross, "employer_tax": own}
    yield _figure("cost to the employer", gross + own, currency, "gross + employer_tax", both)


def exact_figures(added_tax: AddedTax, net: Decimal, currency: str) -> Iterator[Figure]:
    """The gross for a net amount by a whole tax calculation, and the check that it leaves that net.

    Raises:
        InputError: no payment of an ordinary size leaves that much.
    """
    gross = bisect_gross(added_tax, net)
    formula = "the payment which, after the tax it adds to the year, leaves the net amount"
    yield _figure("gross needed", gross, currency, formula, {"net": net})
    both = {"gross": gross, "net": net}
    yield _figure("gross-up on top of the net amount", gross - net, currency, "gross - net", both)
    yield from taxed_figures(added_tax, gross, currency)


def taxed_figures(added_tax: AddedTax, gross: Decimal, currency: str) -> Iterator[Figure]:
    """The tax a gross payment adds to the year, and what is left."""
    tax = round_cents(added_tax(gross))
    yield _figure(
        "taxes together", tax, currency, "tax of the year with the payment less tax without it", {"gross": gross}
    )
    both = {"gross": gross, "taxes": tax}
    yield _figure("net after these taxes", gross - tax, currency, "gross - taxes", both)
    if gross:
        share = round(100 * tax / gross, 4)
        yield _figure("taxes in percent of the gross", share, "percent", "100 x taxes / gross", both)

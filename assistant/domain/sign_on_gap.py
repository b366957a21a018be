"""Sign-on gap: the sign-on bonus that lifts an offer to a wanted total, and what a cap on it leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.levers import LeverView, Worth, calculate_worth, read_vesting
from assistant.domain.money import render_money, round_cents
from assistant.domain.offer import Offer, SignOnInstalment
from assistant.domain.outlook import FLAT, Outlook
from assistant.domain.pay_stream import YearPay, build_pay_stream
from assistant.domain.sign_on_cap import SignOnCap
from assistant.errors import InputError

RULE = "sign_on_gap"
ZERO = Decimal(0)
PAID_ONCE = (
    "A sign-on bonus is paid once: unless it is spread over later years, pay falls back to the offer's own level "
    "after it."
)

Basis = Literal["year_1", "two_years", "total", "average", "each_year"]
LONGEST_INSTALMENTS = 10


@dataclass(frozen=True, slots=True)
class Aim:
    """The total wanted: `amounts` holds one, or one for each year with the basis "each_year".

    `years` is how many service years count.
    """

    basis: Basis
    years: int
    amounts: tuple[Decimal, ...]


class BridgedYear(NamedTuple):
    """A service year: its pay as offered, the sign-on needed on top in it, and both together."""

    year: int
    total_as_offered: Decimal
    sign_on_on_top: Decimal
    total_with_sign_on: Decimal


@dataclass(frozen=True, slots=True)
class SignOnGap:
    """The figures, each year with and without the sign-on needed, and what the person must know."""

    currency: str
    figures: tuple[Figure, ...]
    years: tuple[BridgedYear, ...]
    warnings: tuple[str, ...]


def sum_basis(pays: Sequence[YearPay], basis: Basis, years: int) -> tuple[Decimal, ...]:
    """Pay on that basis: the sum of the first years, their average, or one amount a year.

    >>> pays = [YearPay(year, Decimal(100), ZERO, ZERO, Decimal(10) * year) for year in (1, 2)]
    >>> sum_basis(pays, "average", 2)
    (Decimal('115.00'),)
    """
    totals = [pay.total for pay in pays[:years]]
    if basis == "each_year":
        return tuple(totals)
    whole = sum(totals, ZERO)
    return (round_cents(whole / years),) if basis == "average" else (whole,)


def count_basis_years(basis: Basis, years: int | None, instalment_years: int) -> int:
    """How many service years count on that basis; `years` speaks for totals and averages only.

    >>> count_basis_years("two_years", None, 1), count_basis_years("total", None, 1)
    (2, 4)
    """
    if basis in ("total", "average"):
        return years or 4
    return {"year_1": 1, "two_years": 2}.get(basis, instalment_years)


def calculate_sign_on_gap(
    offer: Offer,
    aim: Aim,
    *,
    instalment_years: int = 1,
    outlook: Outlook = FLAT,
    cap: SignOnCap | None = None,
) -> SignOnGap:
    """The sign-on needed on top of an offer so that its total is exactly the one wanted.

    Args:
        offer: needs a base salary; sign-on it holds already counts.
        aim: the total wanted and the basis it is counted on.
        instalment_years: equal payments in years 1 to this one.
        outlook: what is assumed about share price, raises and bonus payout.
        cap: the most the sign-on may be in all; None where no cap is known.

    Raises:
        InputError: instalments beyond the years that count, or a term that cannot be used.
    """
    if instalment_years > aim.years:
        raise InputError(
            "instalment_years", f"is {instalment_years}, but only {aim.years} service year(s) count: spread it less"
        )
    pays = build_pay_stream(offer, max(aim.years, 4), outlook).years
    needs = _list_needs(pays, aim, instalment_years)
    needed = sum(needs, ZERO)
    paid = needs if cap is None else share_out(needs, cap.find_room(offer), in_order=aim.basis == "each_year")
    bridged = _add_sign_on(offer, paid)
    after = build_pay_stream(bridged, len(pays), outlook).years
    teller = _Teller(offer, aim, outlook, pays, after, needs, paid, cap is not None)
    figures = [*teller.tell_gap(), *teller.tell_sign_on()]
    warnings = [] if needed else [teller.name_spare()]
    if cap is not None:
        figures += cap.list_figures(offer, needed, teller.slopes(), RULE)
        warnings += cap.name_warnings(offer)
    elif needed:
        figures += teller.tell_instead()
    if needed:
        warnings.append(PAID_ONCE)
    return SignOnGap(offer.currency_code, tuple(figures), teller.list_years(), tuple(warnings))


def _list_needs(pays: Sequence[YearPay], aim: Aim, instalment_years: int) -> tuple[Decimal, ...]:
    """The sign-on needed on top in each year, to the cent; an odd cent goes on the first."""
    if aim.basis == "each_year":
        return tuple(max(ZERO, round_cents(wanted) - pay.total) for wanted, pay in zip(aim.amounts, pays, strict=False))
    whole = sum((pay.total for pay in pays[: aim.years]), ZERO)
    times = aim.years if aim.basis == "average" else 1
    needed = max(ZERO, round_cents(aim.amounts[0] * times) - whole)
    part = round_cents(needed / instalment_years)
    return (needed - part * (instalment_years - 1), *[part] * (instalment_years - 1))


def share_out(needs: Sequence[Decimal], room: Decimal, *, in_order: bool) -> tuple[Decimal, ...]:
    """The part of the needs there is room for: year after year, or in equal parts with an odd cent on the first.

    >>> share_out([Decimal(30), Decimal(30)], Decimal(40), in_order=False)
    (Decimal('20.00'), Decimal('20.00'))
    """
    covered = min(sum(needs, ZERO), room)
    if in_order:
        left, paid = covered, list[Decimal]()
        for need in needs:
            paid.append(min(need, left))
            left -= paid[-1]
        return tuple(paid)
    part = round_cents(covered / len(needs))
    return (covered - part * (len(needs) - 1), *[part] * (len(needs) - 1))


def _add_sign_on(offer: Offer, needs: Sequence[Decimal]) -> Offer:
    more = tuple(SignOnInstalment(year=year, amount=amount) for year, amount in enumerate(needs, start=1) if amount)
    return offer.model_copy(update={"signing": (*offer.signing, *more)})


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the figures of a gap that is worked out already."""

    offer: Offer
    aim: Aim
    outlook: Outlook
    pays: Sequence[YearPay]
    after: Sequence[YearPay]
    needs: Sequence[Decimal]
    paid: Sequence[Decimal]
    capped: bool

    @property
    def needed(self) -> Decimal:
        return sum(self.needs, ZERO)

    @property
    def totals(self) -> dict[str, Decimal]:
        return {f"year_{pay.year}": pay.total for pay in self.pays[: self.aim.years]}

    def tell_gap(self) -> Iterator[Figure]:
        if self.aim.basis == "each_year":
            for year, wanted in enumerate(self.aim.amounts, start=1):
                yield self._money(f"wanted total of year {year}", wanted, "wanted_total", {"wanted_total": wanted})
            return
        wanted = round_cents(self.aim.amounts[0])
        had = sum_basis(self.pays, self.aim.basis, self.aim.years)[0]
        yield self._money("wanted total", wanted, "wanted_total", {"wanted_total": wanted})
        formula, inputs = " + ".join(self.totals), dict(self.totals)
        if self.aim.basis == "average":
            formula, inputs = f"({formula}) / years", inputs | {"years": Decimal(self.aim.years)}
        yield self._money("total as offered", had, formula, inputs)
        both = {"wanted_total": wanted, "total_as_offered": had}
        gap = max(ZERO, wanted - had)
        yield self._money("gap to the wanted total", gap, "max(0, wanted_total - total_as_offered)", both)

    def tell_sign_on(self) -> Iterator[Figure]:
        yield self._money("sign-on needed on top", self.needed, *self._need())
        offered = sum((part.amount for part in self.offer.signing), ZERO)
        both = {"offered": offered, "on_top": self.needed}
        yield self._money("sign-on needed in all", offered + self.needed, "offered + on_top", both)
        if len(self.needs) > 1:
            yield from self._tell_instalments()
        if self.capped:
            yield from self._tell_capped()
        elif self.aim.basis != "each_year":
            yield self._tell_reached("total with the sign-on")

    def _tell_reached(self, label: str) -> Figure:
        """What the basis comes to with the sign-on that is paid."""
        reached = sum_basis(self.after, self.aim.basis, self.aim.years)[0]
        inputs = {**self.totals, "on_top": sum(self.paid, ZERO)}
        formula = " + ".join(inputs)
        if self.aim.basis == "average":
            formula, inputs = f"({formula}) / years", inputs | {"years": Decimal(self.aim.years)}
        return self._money(label, reached, formula, inputs)

    def _tell_capped(self) -> Iterator[Figure]:
        """What can be paid under the cap, year by year, and the total that is reached with it."""
        by_year = self.aim.basis == "each_year"
        for year, part in enumerate(self.paid, start=1):
            if len(self.paid) > 1:
                earlier = sum(self.paid[: year - 1], ZERO)
                inputs = {"covered": sum(self.paid, ZERO), "instalment_years": Decimal(len(self.paid))}
                formula = "covered / instalment_years"
                if by_year:
                    inputs = {"needed": self.needs[year - 1], "covered": inputs["covered"], "earlier_years": earlier}
                    formula = "min(needed, covered - earlier_years)"
                elif year == 1:
                    later = sum(self.paid[1:], ZERO)
                    formula, inputs = "covered - later_years", {"covered": inputs["covered"], "later_years": later}
                yield self._money(f"sign-on on top in year {year} under the cap", part, formula, inputs)
            if by_year:
                inputs = {f"year_{year}": self.pays[year - 1].total, "on_top": part}
                label = f"total of year {year} reached under the cap"
                yield self._money(label, self.after[year - 1].total, f"year_{year} + on_top", inputs)
        if not by_year:
            yield self._tell_reached("total reached under the cap")

    def _need(self) -> tuple[str, dict[str, Decimal]]:
        if self.aim.basis == "each_year":
            parts = {f"year_{year}_sign_on": need for year, need in enumerate(self.needs, start=1)}
            return " + ".join(parts), parts
        inputs = {"wanted_total": round_cents(self.aim.amounts[0]), **self.totals}
        times = ""
        if self.aim.basis == "average":
            times, inputs = " x years", inputs | {"years": Decimal(self.aim.years)}
        return f"max(0, wanted_total{times} - ({' + '.join(self.totals)}))", inputs

    def _tell_instalments(self) -> Iterator[Figure]:
        for year, need in enumerate(self.needs, start=1):
            label = f"sign-on needed on top in year {year}"
            if self.aim.basis == "each_year":
                inputs = {"wanted_total": self.aim.amounts[year - 1], f"year_{year}": self.pays[year - 1].total}
                yield self._money(label, need, f"max(0, wanted_total - year_{year})", inputs)
            elif year == 1:
                inputs = {"on_top": self.needed, "later_years": self.needed - need}
                yield self._money(label, need, "on_top - later_years", inputs)
            else:
                inputs = {"on_top": self.needed, "instalment_years": Decimal(len(self.needs))}
                yield self._money(label, need, "on_top / instalment_years", inputs)

    def slopes(self) -> dict[str, Worth]:
        """What one unit of base or of stock adds to pay over the years that count."""
        offer, vesting = self.offer, read_vesting(self.offer)
        rides = offer.bonus_target_amount is None and offer.bonus_target_pct
        view = LeverView(
            stay_months=12 * self.aim.years,
            events=vesting.events,
            raise_rate=self.outlook.raise_rate,
            growth_rate=self.outlook.growth_rate,
            bonus_rate=rides / 100 if rides else ZERO,
            payout_rate=self.outlook.payout_rate,
        )
        return {
            "base increase": calculate_worth("base_salary", view),
            "stock grant increase": calculate_worth("equity_grant", view),
        }

    def tell_instead(self) -> Iterator[Figure]:
        if self.aim.basis == "each_year":
            return
        for name, slope in self.slopes().items():
            if slope.value:
                inputs = {"on_top": self.needed, **slope.inputs}
                value = self.needed / slope.value
                yield self._money(f"{name} that would do instead", value, f"on_top / ({slope.formula})", inputs)

    def list_years(self) -> tuple[BridgedYear, ...]:
        return tuple(
            BridgedYear(before.year, before.total, then.total - before.total, then.total)
            for before, then in zip(self.pays, self.after, strict=True)
        )

    def name_spare(self) -> str:
        had = sum_basis(self.pays, self.aim.basis, self.aim.years)
        spare = render_money(min(map(Decimal.__sub__, had, self.aim.amounts)), self.offer.currency_code)
        return f"The offer reaches the wanted total by itself, with {spare} to spare."

    def _money(self, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
        return build_figure(
            label, round_cents(value), self.offer.currency_code, formula=formula, rule=RULE, inputs=inputs
        )

"""The tool sign_on_gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.exchange_rate import find_rate
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import LONGEST_YEARS, Offer, Percent
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.result import ToolResult
from assistant.domain.sign_on_cap import CLAIMED_PCT, SignOnCap
from assistant.domain.sign_on_gap import (
    LONGEST_INSTALMENTS,
    Aim,
    Basis,
    calculate_sign_on_gap,
    count_basis_years,
    sum_basis,
)
from assistant.errors import InputError
from assistant.tools.arguments import Asked, OfferArguments, OfferChoice, OutlookArguments, choose_offer
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "sign_on_gap"
Rate = Annotated[Number, Field(gt=0)]
BRIDGED_YEARS = 2
IN_WORDS: dict[Basis, str] = {
    "year_1": "The total of year 1 counts.",
    "two_years": "The total of years 1 and 2 together counts.",
    "total": "The total of years 1 to {years} counts.",
    "average": "The average of years 1 to {years} counts.",
    "each_year": "Each of the years 1 to {years} is lifted to its own total.",
}


class SignOnGapArguments(OfferArguments, OutlookArguments):
    """Arguments of sign_on_gap."""

    wanted_total: Asked | None = Field(
        default=None, description="the total compensation wanted, on the basis below; or give match_offer"
    )
    match_offer: OfferChoice = Field(
        default=None, description="another offer whose total is to be matched, by its name in the case or whole"
    )
    exchange_rates: dict[CurrencyCode, Rate] = Field(
        default_factory=dict,
        description="for a match_offer in another currency, how much one unit of it costs in the offer's, {'USD': 0.9}",
    )
    basis: Basis = Field(
        default="year_1",
        description=(
            "what the wanted total is: year_1 (default), two_years (years 1 and 2 together), total or average of "
            "`years` years, or each_year (a yearly level each of the first instalment_years has to reach)"
        ),
    )
    years: Annotated[Count, Field(ge=1, le=LONGEST_YEARS)] | None = Field(
        default=None, description="how many service years count for total and average; default 4"
    )
    instalment_years: Annotated[Count, Field(ge=1, le=LONGEST_INSTALMENTS)] | None = Field(
        default=None, description="pay the sign-on in years 1 to this one; default 1, and 2 with each_year"
    )
    cap_pct: Percent | None = Field(default=None, description="the most the sign-on may be in all, in percent of base")
    cap_amount: Amount | None = Field(default=None, description="the most the sign-on may be in all, as an amount")
    claimed_cap: bool = Field(
        default=False, description="apply the disputed claim of one source that Amazon caps sign-on at 20 % of base"
    )

    def cap(self) -> SignOnCap | None:
        """The cap that is meant, if any.

        Raises:
            InputError: two of them.
        """
        given = [name for name in ("cap_pct", "cap_amount") if getattr(self, name) is not None]
        given += ["claimed_cap"] if self.claimed_cap else []
        if len(given) > 1:
            raise InputError(given[1], f"only one cap can hold, and {given[0]} is given, too: leave one out")
        if not given:
            return None
        pct = CLAIMED_PCT if self.claimed_cap else self.cap_pct
        return SignOnCap(pct=pct, amount=self.cap_amount, claimed=self.claimed_cap)


def run_sign_on_gap(arguments: SignOnGapArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = arguments.move_price(arguments.choose(deps.case))
    basis = arguments.basis
    spread = arguments.instalment_years or (BRIDGED_YEARS if basis == "each_year" else 1)
    if basis == "year_1" and spread > 1:
        raise InputError("instalment_years", "later instalments do not count in year 1: choose another basis, or 1")
    years = count_basis_years(basis, arguments.years, spread)
    amounts, notes = _read_aim(arguments, offer, deps.case, years)
    result = calculate_sign_on_gap(
        offer, Aim(basis, years, amounts), instalment_years=spread, outlook=arguments.outlook, cap=arguments.cap()
    )
    assumed = [] if offer.currency and not offer.currency_assumed else [
        f"No currency is stated: {offer.currency_code} is assumed."
    ]  # fmt: skip
    return build_result(
        NAME,
        result.figures,
        table=(row._asdict() for row in result.years),
        assumptions=(IN_WORDS[basis].format(years=years), *notes, "Amounts are before tax.", *assumed),
        warnings=result.warnings,
        data={"currency": result.currency, "offer": offer.model_dump(mode="json")},
    )


def _read_aim(
    arguments: SignOnGapArguments, offer: Offer, case: Case, years: int
) -> tuple[tuple[Decimal, ...], list[str]]:
    """The total wanted on the basis, and where it is from."""
    wanted = arguments.wanted_total
    if arguments.match_offer is None:
        if wanted is None:
            raise InputError("wanted_total", "is missing: give the total you want, or an offer to match as match_offer")
        return (wanted,) * (years if arguments.basis == "each_year" else 1), []
    if wanted is not None:
        raise InputError("match_offer", "give either a wanted_total or an offer to match, not both")
    other = arguments.move_price(choose_offer(arguments.match_offer, case, "match_offer"))
    rate = find_rate(other.currency_code, offer.currency_code, arguments.exchange_rates)
    theirs = build_pay_stream(other, max(years, 4), arguments.outlook)
    notes = [f"The wanted total is that of {other.company or 'the other offer'}, on the same basis and assumptions."]
    if rate != 1:
        notes.append(f"One {other.currency_code} is counted as {rate.normalize():f} {offer.currency_code}.")
    return tuple(total * rate for total in sum_basis(theirs.years, arguments.basis, years)), notes


SIGN_ON_GAP = ToolSpec(
    name=NAME,
    description=(
        "The sign-on bonus needed so that year 1, the first two years, or an N-year total or average reaches a wanted "
        "total or matches another offer, in instalments, under a cap, and what base or stock would do instead. "
        "Use it for how much signing to ask for."
    ),
    arguments=SignOnGapArguments,
    run=run_sign_on_gap,
    status="measuring the gap…",
    calculates=True,
)

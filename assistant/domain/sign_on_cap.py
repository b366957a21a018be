"""Sign-on cap: the most a sign-on bonus may be, what it covers of a need, and how the rest could be closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.levers import Worth
from assistant.domain.money import round_cents
from assistant.domain.offer import Offer

ZERO = Decimal(0)
CLAIMED_PCT = Decimal(20)
CLAIM_SOURCE = "valenx-equity-cash"
DISPUTED = (
    "One source says that at most levels of Amazon the sign-on bonus may not exceed 20 % of base; other sources report "
    "far more, so the cap is disputed. Ask whether there is a limit for this level, in year one and in year two."
)
ABOVE_ALREADY = "The sign-on offered is above the cap already, so the cap cannot be a firm rule here: ask about it."


@dataclass(frozen=True, slots=True)
class SignOnCap:
    """The most the sign-on may be in all: percent of base, or an amount. `claimed` marks the disputed claim."""

    pct: Decimal | None = None
    amount: Decimal | None = None
    claimed: bool = False

    def most(self, base: Decimal) -> Decimal:
        """The cap in money.

        >>> SignOnCap(pct=Decimal(20)).most(Decimal(180000))
        Decimal('36000')
        """
        return self.amount if self.amount is not None else base * (self.pct or ZERO) / 100

    def find_room(self, offer: Offer) -> Decimal:
        """What may still be added to the sign-on that is offered; to the cent."""
        offered = sum((part.amount for part in offer.signing), ZERO)
        return round_cents(max(ZERO, self.most(offer.base_annual or ZERO) - offered))

    def list_figures(self, offer: Offer, needed: Decimal, slopes: Mapping[str, Worth], rule: str) -> Iterator[Figure]:
        """The cap, what it covers, what stays open and what would close it.

        Args:
            offer: whose sign-on counts against the cap.
            needed: sign-on needed on top.
            slopes: what a unit of another lever adds to the same total, by what the lever is called.
            rule: the rule the figures belong to.
        """
        base, offered = offer.base_annual or ZERO, sum((part.amount for part in offer.signing), ZERO)
        most, currency = self.most(base), offer.currency_code
        room = self.find_room(offer)
        covered = min(needed, room)
        left = needed - covered

        def money(label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
            sources = (CLAIM_SOURCE,) if self.claimed else ()
            return build_figure(
                label, round_cents(value), currency, formula=formula, rule=rule, inputs=inputs, source_ids=sources
            )

        by_base = self.amount is None
        yield money(
            "sign-on cap",
            most,
            "base x cap_pct / 100" if by_base else "cap_amount",
            {"base": base, "cap_pct": self.pct or ZERO} if by_base else {"cap_amount": most},
        )
        yield money("room under the cap", room, "max(0, cap - offered)", {"cap": most, "offered": offered})
        both = {"on_top": needed, "room": room}
        yield money("sign-on covered under the cap", covered, "min(on_top, room)", both)
        yield money("gap left above the cap", left, "max(0, on_top - covered)", {"on_top": needed, "covered": covered})
        if not left:
            return
        for name, slope in slopes.items():
            if slope.value:
                inputs = {"left": left, **slope.inputs}
                formula = f"left / ({slope.formula})"
                yield money(f"{name} that closes the rest", left / slope.value, formula, inputs)
        slope = slopes["base increase"]
        if by_base and offered <= most:
            inputs = {"left": left, **slope.inputs, "cap_pct": self.pct or ZERO}
            yield money(
                "base increase that closes the rest as the cap rises with it",
                left / (slope.value + (self.pct or ZERO) / 100),
                f"left / ({slope.formula} + cap_pct / 100)",
                inputs,
            )

    def name_warnings(self, offer: Offer) -> list[str]:
        """What to know about this cap."""
        warnings = [DISPUTED] if self.claimed else []
        if sum((part.amount for part in offer.signing), ZERO) > self.most(offer.base_annual or ZERO):
            warnings.append(ABOVE_ALREADY)
        return warnings

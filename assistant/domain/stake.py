"""Stake: shares, percent and fully diluted shares of one holding; any two give the third."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size
from assistant.errors import InputError

RULE = "stake"
SMALLEST_PERCENT = Decimal("0.000001")
HUNDREDTH = Decimal("0.01")
DIFFERENCE_ALLOWED = Decimal("0.01")
ROUNDING_ALLOWED = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Stake:
    """A holding: `shares` of `fully_diluted_shares`, which is `ownership_pct` percent; None where not known.

    `derived` names the one that was computed from the other two.
    """

    shares: Decimal | None = None
    ownership_pct: Decimal | None = None
    fully_diluted_shares: Decimal | None = None
    derived: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not known."""
        names = ("shares", "ownership_pct", "fully_diluted_shares")
        return tuple(name for name in names if getattr(self, name) is None)


def complete_stake(
    shares: Decimal | None, ownership_pct: Decimal | None, fully_diluted_shares: Decimal | None
) -> Stake:
    """The holding with the third of shares, percent and fully diluted shares worked out from the other two.

    >>> complete_stake(Decimal(50000), None, Decimal(50000000)).ownership_pct
    Decimal('0.100')

    Raises:
        InputError: the three contradict each other, or are no share of a company.
    """
    _check_parts(shares, ownership_pct, fully_diluted_shares)
    if shares is not None and fully_diluted_shares is not None:
        percent = shares / fully_diluted_shares * 100
        if ownership_pct is not None:
            _check_agreement(percent, ownership_pct)
        return Stake(shares, percent, fully_diluted_shares, "ownership_pct")
    if shares is not None and ownership_pct is not None:
        return Stake(shares, ownership_pct, check_size(shares / (ownership_pct / 100)), "fully_diluted_shares")
    if ownership_pct is not None and fully_diluted_shares is not None:
        return Stake(fully_diluted_shares * ownership_pct / 100, ownership_pct, fully_diluted_shares, "shares")
    return Stake(shares, ownership_pct, fully_diluted_shares)


def _check_parts(shares: Decimal | None, ownership_pct: Decimal | None, fully_diluted_shares: Decimal | None) -> None:
    if ownership_pct is not None and not 0 < ownership_pct <= 100:
        raise InputError("ownership_pct", "must be above 0 and at most 100: give 0.1 for a tenth of a percent")
    if shares is not None and shares <= 0:
        raise InputError("shares", "must be above 0: the number of options or shares")
    if fully_diluted_shares is not None and fully_diluted_shares <= 0:
        raise InputError(
            "fully_diluted_shares", "must be above 0: the count of all shares, options and reserved grants"
        )
    if shares is not None and fully_diluted_shares is not None and shares > fully_diluted_shares:
        raise InputError(
            "shares",
            f"{shares:,f} is more than the {fully_diluted_shares:,f} fully diluted shares, which count everything",
        )


def _check_agreement(computed: Decimal, stated: Decimal) -> None:
    """Stated percents are rounded: a difference of one percent, or of ten by the last stated digit, is let through."""
    rounded = computed.quantize(Decimal(1).scaleb(int(stated.normalize().as_tuple().exponent)), ROUND_HALF_UP)
    allowed = ROUNDING_ALLOWED if rounded == stated else DIFFERENCE_ALLOWED
    if abs(computed - stated) > stated * allowed:
        raise InputError(
            "ownership_pct",
            f"says {stated.normalize():f} %, but shares of fully_diluted_shares are {computed:.6g} %: "
            "leave out the one of the three that is wrong",
        )


def round_percent(value: Decimal) -> Decimal:
    """A percent to six decimals, half up: shares of a company are small.

    >>> round_percent(Decimal("0.20833333"))
    Decimal('0.208333')
    """
    return value.quantize(SMALLEST_PERCENT, ROUND_HALF_UP)


def round_shares(value: Decimal) -> Decimal:
    """A number of shares to two decimals, half up."""
    return check_size(value).quantize(HUNDREDTH, ROUND_HALF_UP)


def build_stake_figures(stake: Stake) -> Iterator[Figure]:
    """Percent, shares and fully diluted shares as figures, those that are known."""
    known = {
        name: value for name in ("shares", "ownership_pct", "fully_diluted_shares") if (value := getattr(stake, name))
    }
    formulas = {
        "ownership_pct": "shares / fully_diluted_shares x 100",
        "shares": "fully_diluted_shares x ownership_pct / 100",
        "fully_diluted_shares": "shares / (ownership_pct / 100)",
    }
    labels = {"ownership_pct": "ownership", "shares": "shares", "fully_diluted_shares": "fully diluted shares"}
    for name, label in labels.items():
        if name not in known:
            continue
        derived = name == stake.derived
        percent = name == "ownership_pct"
        yield build_figure(
            label,
            round_percent(known[name]) if percent else round_shares(known[name]),
            "percent" if percent else "shares",
            formula=formulas[name] if derived else name,
            rule=RULE,
            inputs={key: value for key, value in known.items() if key != name} if derived else {name: known[name]},
        )

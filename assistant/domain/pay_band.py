"""Pay band: where an amount stands in the range of its level, and in the one above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "market_position"


class Band(BaseModel):
    """The range of a level; where no midpoint is stated it is halfway."""

    model_config = ConfigDict(frozen=True)

    low: Decimal
    high: Decimal
    mid: Decimal | None = None

    @property
    def midpoint(self) -> Decimal:
        """The stated midpoint, else the middle."""
        return (self.low + self.high) / 2 if self.mid is None else self.mid


class KnownBand(BaseModel):
    """A band somebody published, for which job, when and by whom; either its ends or percentiles are known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    company: str
    role: str
    level: str
    place: str = ""
    part: str
    low: Decimal | None = None
    p25: Decimal | None = None
    p50: Decimal | None = None
    p75: Decimal | None = None
    high: Decimal | None = None
    currency: str
    as_of: str
    source_id: str
    note: str = ""


def build_band(low: Decimal | None, high: Decimal | None, mid: Decimal | None, prefix: str = "") -> Band | None:
    """The band from its parts, or None where nothing is stated; a spread is not guessed from a midpoint.

    Raises:
        InputError: a bound is missing, or the parts are out of order.
    """
    if low is None and high is None and mid is None:
        return None
    names = {f"{prefix}band_low": low, f"{prefix}band_high": high}
    missing = [name for name, value in names.items() if value is None]
    if low is None or high is None:
        raise InputError(missing[0], "is missing: give both ends of the band")
    if low >= high:
        raise InputError(f"{prefix}band_high", f"must lie above {prefix}band_low")
    if mid is not None and not low <= mid <= high:
        raise InputError(f"{prefix}band_mid", "must lie inside the band")
    return Band(low=low, high=high, mid=mid)


def place_in_band(
    amount: Decimal, band: Band, currency: str, of: str = "the band", source_ids: tuple[str, ...] = ()
) -> Iterator[Figure]:
    """Compa-ratio, range penetration and the room that is left.

    >>> [str(figure.value) for figure in place_in_band(Decimal(62), Band(low=56, high=84), "USD")][1]
    '21.42857142857142857142857143'
    """

    def say(label: str, value: Decimal, unit: str, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
        return build_figure(
            f"{label} {of}", value, unit, formula=formula, rule=RULE, inputs=inputs, source_ids=source_ids
        )

    middle = {"low": band.low, "high": band.high} if band.mid is None else {"midpoint": band.mid}
    over = "((low + high) / 2)" if band.mid is None else "midpoint"
    ends = {"amount": amount, "low": band.low, "high": band.high}
    yield say("compa-ratio in", amount / band.midpoint, "ratio", f"amount / {over}", {"amount": amount, **middle})
    yield say(
        "range penetration of",
        100 * (amount - band.low) / (band.high - band.low),
        "percent",
        "100 x (amount - low) / (high - low)",
        ends,
    )
    yield say(
        "room to the top of",
        round_cents(band.high - amount),
        currency,
        "high - amount",
        {"amount": amount, "high": band.high},
    )
    yield say(
        "distance from the midpoint of",
        round_cents(amount - band.midpoint),
        currency,
        f"amount - {over}",
        {"amount": amount, **middle},
    )
    yield say("midpoint of", round_cents(band.midpoint), currency, over, middle)
    if band.low:
        yield say(
            "spread of",
            100 * (band.high - band.low) / band.low,
            "percent",
            "100 x (high - low) / low",
            {"low": band.low, "high": band.high},
        )


def compare_bands(band: Band, above: Band, currency: str) -> Iterator[Figure]:
    """How far the next level's band lies above this one."""
    tops = {"high": band.high, "next_low": above.low}
    yield build_figure(
        "overlap of the two bands", max(Decimal(0), round_cents(band.high - above.low)), currency,
        formula="max(0, high - next_low)", rule=RULE, inputs=tops,
    )  # fmt: skip
    mids = {"midpoint": band.midpoint, "next_midpoint": above.midpoint}
    yield build_figure(
        "rise from midpoint to midpoint", 100 * (above.midpoint / band.midpoint - 1), "percent",
        formula="100 x (next_midpoint / midpoint - 1)", rule=RULE, inputs=mids,
    )  # fmt: skip


def warn_band(amount: Decimal, band: Band, of: str = "the band") -> Iterator[str]:
    """What it means to stand outside the band."""
    if amount > band.high:
        yield f"The amount lies above {of}: a higher level, sign-on or stock has more room than base."
    elif amount < band.low:
        yield f"The amount lies below {of}: ask at least for its lower end."

"""Offers as they may come: any mix of stated terms within sizes that pay has."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment

amounts = st.decimals(min_value=0, max_value=5_000_000, places=2)
percents = st.decimals(min_value=0, max_value=100, places=1)
growth_rates = st.decimals(min_value=Decimal("-0.9"), max_value=3, places=2)
frequencies = st.sampled_from(["monthly", "quarterly", "semiannual", "annual"])


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Decimal, ...]:
    """Whole percents of one to six years that sum to 100."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), max_size=5)))
    return tuple(Decimal(high - low) for low, high in zip([0, *cuts], [*cuts, 100], strict=True))


@st.composite
def grants(draw: st.DrawFn) -> EquityGrant:
    """Stock with a value, on a stated schedule or over any number of months; a cliff ends within them."""
    schedule = draw(st.none() | schedules())
    months = draw(st.none() | st.integers(1, 120)) if schedule is None else None
    years = None if months is None else Decimal(months) / 12
    length = months or 12 * len(schedule or (0,) * 4)
    return EquityGrant(
        total_value=draw(amounts),
        years=years,
        schedule=schedule,
        cliff_months=draw(st.none() | st.integers(0, min(60, length))),
        frequency=draw(st.none() | frequencies),
    )


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    """Offers with a base salary."""
    instalments = st.builds(SignOnInstalment, year=st.integers(1, 4), amount=amounts)
    return Offer(
        currency=draw(st.none() | st.sampled_from(["USD", "EUR", "INR"])),
        base_annual=draw(amounts),
        bonus_target_pct=draw(st.none() | percents),
        bonus_target_amount=draw(st.none() | amounts),
        signing=tuple(draw(st.lists(instalments, max_size=3))),
        equity=tuple(draw(st.lists(grants(), max_size=3))),
    )

"""Work calendars: weekends and public holidays of a country, from the package holidays."""

from __future__ import annotations

from functools import lru_cache

from assistant.domain.business_days import WorkCalendar
from assistant.errors import InputError

SHOWN = 60


@lru_cache(maxsize=32)
def load_work_calendar(country: str, state: str | None, first_year: int, last_year: int) -> WorkCalendar:
    """The days nobody works in those years.

    Args:
        country: two-letter code; US holidays are the federal ones.
        state: a state or region of it with holidays of its own.
        first_year: first year known.
        last_year: last year known, inclusive.

    Raises:
        InputError: no such country or state, with the states there are.

    >>> load_work_calendar("US", None, 2026, 2026).holidays.get(__import__("datetime").date(2026, 11, 26))
    'Thanksgiving Day'
    """
    import holidays

    known = holidays.list_supported_countries()
    if country not in known:
        raise InputError("country", f"no holidays are known for {country}; give a two-letter code such as US or GB")
    if state is not None and state not in known[country]:
        listed = ", ".join(known[country][:SHOWN]) or "none"
        raise InputError("state", f"{country} has no calendar for {state}; known are: {listed}")
    found = holidays.country_holidays(
        country, subdiv=state, years=range(first_year, last_year + 1), language="en_US" if country == "US" else None
    )
    return WorkCalendar(holidays=dict(found.items()), weekend=frozenset(found.weekend))

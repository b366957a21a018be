"""State names: the code of every US state by its name."""

from __future__ import annotations

_NAMES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA",
    "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS",
    "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI",
    "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV",
    "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC",
    "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA",
    "rhode island": "RI", "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX",
    "utah": "UT", "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV",
    "wisconsin": "WI", "wyoming": "WY",
    "new york state": "NY", "washington state": "WA", "washington dc": "DC", "washington, dc": "DC",
    "washington d.c.": "DC", "washington, d.c.": "DC", "d.c.": "DC",
}  # fmt: skip


STATES = tuple(sorted(_NAMES, key=lambda name: (-len(name), name)))
"""The names, the longest first."""


def read_state(text: str) -> str:
    """The two-letter code of a state given by code or name; anything else in capitals, as it stands.

    >>> read_state("California"), read_state(" or "), read_state("Atlantis")
    ('CA', 'OR', 'ATLANTIS')
    """
    words = " ".join(text.split())
    return _NAMES.get(words.lower(), words.upper())

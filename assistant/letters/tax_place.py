"""Tax place: the US state that words name, or the place outside the US where US tax says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.domain.lazy_pattern import lazy
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY

_STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO", "connecticut": "CT",
    "delaware": "DE", "florida": "FL", "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN",
    "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA",
    "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV",
    "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC", "north dakota": "ND",
    "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "rhode island": "RI", "south carolina": "SC",
    "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT", "virginia": "VA",
    "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
    "san francisco": "CA", "bay area": "CA", "los angeles": "CA", "san diego": "CA", "san jose": "CA", "seattle": "WA", "austin": "TX",
    "dallas": "TX", "houston": "TX", "nyc": "NY", "new york city": "NY", "manhattan": "NY", "brooklyn": "NY", "boston": "MA",
    "chicago": "IL", "denver": "CO", "atlanta": "GA", "miami": "FL", "portland": "OR", "philadelphia": "PA", "pittsburgh": "PA",
    "sf": "CA", "palo alto": "CA", "mountain view": "CA", "menlo park": "CA", "cupertino": "CA", "sunnyvale": "CA", "santa clara": "CA",
    "oakland": "CA", "redmond": "WA", "bellevue": "WA", "washington dc": "DC", "washington, dc": "DC", "washington d.c": "DC",
    "washington state": "WA", "washington": "WA", "cali": "CA",
}  # fmt: skip
"""Georgia is left out: it is a country, too."""
_NAMED = re.compile(r"\b(?:" + "|".join(sorted(_STATES, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_CODES = re.compile(r"(?<![\w.])(?:" + "|".join(sorted(set(_STATES.values()))) + r")(?!\w)")
CITY = re.compile(r"\b(?:nyc|new york city|manhattan|brooklyn|queens|bronx)\b", re.IGNORECASE)
_LEFT = lazy(
    r"(?<!work )(?<!working )(?<!remote )(?<!remotely )\bfrom (?:the )?(?:(?:new|san|los|hong) )?[\w.]+", re.IGNORECASE
)
"""Where the person comes from, which is not where the pay is taxed."""
_MORE_COUNTRIES = (
    r"great britain|britain|wales|northern ireland|deutschland|holland|singapore|hong kong|luxembourg|greece|hungary|romania|"
    r"czech republic|czechia|turkey|uae|emirates|saudi arabia|qatar|brazil|argentina|chile|(?<!new )mexico|south africa|nigeria|"
    r"kenya|egypt|south korea|korea|taiwan|thailand|malaysia|philippines|indonesia|vietnam|ukraine|estonia|latvia|lithuania|"
    r"iceland|malta|cyprus"
)
_NO_NOUNS = frozenset(
    {"sg", "hk", "superannuation", "kiwisaver", "canadian", "australian", "swiss", "swedish", "norwegian", "danish"}
)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_NOUNS = f"{_any_of(name for name, code in COUNTRY_CURRENCY.items() if code != 'USD' and name not in _NO_NOUNS)}|{_MORE_COUNTRIES}"
_WHERE = r"\b(?:in|to|at|for|near|around|outside)(?: (?:the|central|greater|downtown|east|west|north|south))*"
_COUNTRY = lazy(rf"\b(?:{_NOUNS})(?!\w)", re.IGNORECASE)
_IN_COUNTRY = lazy(rf"{_WHERE} (?:{_NOUNS})(?!\w)", re.IGNORECASE)
_CITY_ABROAD = lazy(
    rf"{_WHERE} (?P<city>{_any_of(name for name, code in CITY_CURRENCY.items() if code != 'USD')})(?!\w)", re.IGNORECASE
)
_SHARED = frozenset(
    [
        "cambridge",
        "birmingham",
        "manchester",
        "oxford",
        "bristol",
        "plymouth",
        "portsmouth",
        "newcastle",
        "naples",
        "rome",
        "athens",
        "melbourne",
        "dublin",
        "lexington",
        "perth",
    ]
)
"""Cities that the US has, too: beside dollars they are no place abroad."""
_DOLLARS = lazy(r"(?<![a-z])\$|\busd\b|\bus dollars?\b|\bdollars?\b", re.IGNORECASE)


def find_state(text: str) -> str | None:
    """The US state the words name, as its code; codes count in capitals only."""
    if named := _NAMED.search(text):
        return _STATES[named.group().lower()]
    code = _CODES.search(text)
    return code.group() if code and code.group() not in {"OK", "IN", "ME", "HI"} else None


def find_abroad(text: str) -> str | None:
    """The country or city outside the US where the words place the pay, as written; None where they name none.

    >>> find_abroad("62k after tax in England"), find_abroad("150k in Austin, moving from London")
    ('England', None)
    """
    here = _LEFT.sub(" ", text)
    state = find_state(here)
    if country := (_IN_COUNTRY if state else _COUNTRY).search(here):
        return country.group().split(" ", 1)[-1] if state else country.group()
    city = _CITY_ABROAD.search(here)
    if city is None or state:
        return None
    shared = city["city"].lower() in _SHARED and _DOLLARS.search(here)
    return None if shared else city["city"]


def find_tax_place(location: str) -> tuple[str | None, str | None]:
    """The US state of a place of work, and the place itself where it is abroad.

    >>> find_tax_place("San Francisco"), find_tax_place("London")
    (('CA', None), (None, 'London'))
    """
    return find_state(location), find_abroad(f"in {location}")

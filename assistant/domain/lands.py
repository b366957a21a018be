"""Lands: which countries a text names, so that the law of one is not told for another."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.domain.lazy_pattern import lazy

US = "us"
_LANDS = {
    US: r"united states|u\.s\.a?|usa|america|(?-i:US)|(?<=in the )us|stateside",
    "uk": r"uk|u\.k\.|united kingdom|britain|british|england|english law|scotland|wales|london|manchester|edinburgh",
    "germany": r"germany|german|deutschland|berlin|munich|hamburg|frankfurt",
    "france": r"france|french|paris|lyon",
    "spain": r"spain|spanish|espana|españa|madrid|barcelona",
    "italy": r"italy|italian|italia|milan|rome|turin",
    "portugal": r"portugal|portuguese|lisbon|porto",
    "austria": r"austria|austrian|österreich|vienna",
    "belgium": r"belgium|belgian|brussels|antwerp",
    "netherlands": r"netherlands|dutch|holland|amsterdam|rotterdam|eindhoven",
    "switzerland": r"switzerland|swiss|zurich|zürich|geneva",
    "ireland": r"ireland|irish|dublin",
    "poland": r"poland|polish (?:job|offer|contract|b2b|company)|warsaw|krakow",
    "denmark": r"denmark|danish|copenhagen",
    "sweden": r"sweden|swedish|stockholm",
    "norway": r"norway|norwegian|oslo",
    "finland": r"finland|finnish|helsinki",
    "israel": r"israel|israeli|tel aviv",
    "india": r"india|indian|bangalore|bengaluru|hyderabad|mumbai|pune",
    "china": r"china|chinese|beijing|shanghai|shenzhen",
    "japan": r"japan|japanese|tokyo",
    "korea": r"korea|korean|seoul",
    "singapore": r"singapore|singaporean",
    "emirates": r"uae|emirates|dubai|abu dhabi|gulf",
    "canada": r"canada|canadian|ontario|toronto|vancouver|quebec|montreal",
    "australia": r"australia|australian|sydney|melbourne|brisbane",
    "new zealand": r"new zealand|auckland|kiwisaver",
    "brazil": r"brazil|brazilian|brasil|sao paulo",
    "mexico": r"mexico|mexican|guadalajara",
}
"""The words that name each country: its names, its people and its largest towns."""


_GROUPS = "|".join(f"(?P<{land.replace(' ', '_')}>{words})" for land, words in _LANDS.items())
LANDS = lazy(rf"(?<![\w-])(?:{_GROUPS})s?(?![\w-])", re.IGNORECASE)
"""The names of countries, each country a group."""


@lru_cache(maxsize=4096)
def find_lands(text: str) -> frozenset[str]:
    """The countries a text names.

    >>> sorted(find_lands("do Germans or the UK pay it")), find_lands("tell us more")
    (['germany', 'uk'], frozenset())
    """
    return frozenset(str(match.lastgroup).replace("_", " ") for match in LANDS.finditer(text))

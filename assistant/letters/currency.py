"""Currency: the one the pay is in, and whether the text says so or it is assumed.

A code or an unshared symbol is stated. "$" is US dollars, unless the place of work pays in another dollar: then
that one. "¥" and "kr" follow the place. A bare number takes the currency of the place, which says it as well as a
mark; without a place it is US dollars, assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.domain.amount_patterns import CURRENCIES
from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.letters.mentions import Page
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY, SHARED_MARKS
from assistant.letters.terms import Grant, Span, Terms

_ORDER = ("base", None, "sign_on", "bonus", "retention", "relocation", "total", "equity", "strike", "share_price")
_EQUITY = ("equity", "strike", "share_price")
_PLACE = lazy(
    r"(?<![A-Za-z])(?:"
    + "|".join(re.escape(n) for n in sorted([*CITY_CURRENCY, *COUNTRY_CURRENCY], key=len, reverse=True))
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_NAMED = lazy(
    r"(?:\b(?:in|currency:?|figures in|amounts in|salary|base|pay) |\()((?:us |canadian |australian "
    r"|singapore )?(?:dollars|euros?"
    r"|pounds|francs|rupees|yen)"
    r"|(?-i:USD|EUR|GBP|CHF|CAD|AUD|SGD|INR|JPY|SEK|NOK|DKK|PLN|HKD|NZD|AED|ILS))\b",
    re.IGNORECASE,
)
_REGIONS = (
    ("CAD", lazy(r"\b[A-Z][a-zé]+,? (?:AB|BC|MB|NB|NL|NS|ON|PE|QC|SK)\b|\b(?:RRSP|CPP|RVER)s?\b|\b(?i:cdn)\b")),
    ("AUD", lazy(r"\b(?:NSW|QLD|VIC|TAS|Queensland|New South Wales|Northern Territory)\b|\b(?:ABN|Pty)\b")),
    (
        "AUD",
        lazy(
            r"\b(?:plus|with|and) super\b|\bsuper on top\b|\bsuper(?:annuation)?:? ?(?:\(|is |at |of )?\d",
            re.IGNORECASE,
        ),
    ),
    ("MXN", lazy(r"\bS\.? ?A\.?(?:P\.? ?I\.?)? de C\.? ?V\b|\b(?:aguinaldo|IMSS|INFONAVIT|CDMX)\b")),
    ("PLN", lazy(r"\bSp\. ?z ?o\. ?o\b|\bumow\w+ o pracę\b")),
    ("SGD", lazy(r"\bCPF\b|\bPte\.? Ltd\b")),
    ("GBP", lazy(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\bNHS\b|\bquid\b")),
    (
        "USD",
        lazy(
            r"\b[A-Z][a-z]+,? (?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
            r"|T[NX]|UT|V[AT]|W[AIVY])\b|\b401\(?k\)?"
        ),
    ),
)
"""The currency of a text that names no known city, by regions, post codes and savings plans only a country has."""
_SPOKEN = (
    ("NOK", re.compile(r"\b(?:årslønn|månedslønn|lønn|stillingen|tilbyr|tiltredelse|vennlig hilsen)\b", re.IGNORECASE)),
    ("DKK", re.compile(r"\b(?:årsløn|månedsløn|løn|tilbyder|tiltrædelse|venlig hilsen)\b", re.IGNORECASE)),
    (
        "SEK",
        re.compile(r"\b(?:årslön|månadslön|lön|tjänst\w*|erbjud\w*|tillträde|vänliga hälsningar)\b", re.IGNORECASE),
    ),
    (
        "INR",
        re.compile(r"\b(?:namaste|namaskar\w*|lpa|lakhs?|crores?|gratuity|kindly (?:confirm|revert))\b", re.IGNORECASE),
    ),
)
"""The currency of a text that names no place, by the words only its country uses."""
_MONEY_FIELDS = ("base_annual", "base_range", "signing", "bonus_target_amount", "retention_bonus", "relocation")


def read_currency(page: Page, terms: Terms) -> Span | None:
    """Fill currency and currency_assumed when any money was read, and mark grants paid in another.

    Returns:
        The place in `page.text` of the mark that states the currency.
    """
    has_money = any(name in terms.values for name in _MONEY_FIELDS) or any(
        slot in grant.slots
        for grant in terms.grants
        for slot in ("total_value", "annual_value", "strike", "share_price")
    )
    totals = any(mention.kind == "total" and mention.amount.currency for mention in page.mentions)
    if not has_money and not totals:
        for grant in terms.grants:
            grant.slots.pop("currency_mark", None)
        return None
    place = _place_currency(page, str(terms.values.get("location") or ""))
    chosen = _first_marked(page, place)
    stated: Span | None = None
    named = _NAMED.search(page.terms)
    if chosen is None and named:
        terms.values["currency"], terms.values["currency_assumed"] = CURRENCIES[named[1].lower()], False
        stated = named.span(1)
    elif chosen is None:
        terms.values["currency"], terms.values["currency_assumed"] = place or "USD", place is None
    else:
        code, assumed = resolve(chosen.currency or "USD", chosen.ambiguous_symbol, place)
        terms.values["currency"], terms.values["currency_assumed"] = code, assumed
        if not assumed:
            stated = (chosen.start, chosen.end)
    for grant in terms.grants:
        _mark_grant(grant, terms)
    return stated


def resolve(code: str, mark: str | None, place: str | None) -> tuple[str, bool]:
    """The currency of a mark and whether it is assumed: shared marks follow the place."""
    if mark is None:
        return code, False
    shared = SHARED_MARKS.get("$" if mark in ("dollars", "dollar", "bucks") else mark, frozenset())
    if place in shared and place is not None:
        return place, False
    return code, mark not in ("$", "dollars", "dollar", "bucks", "¥")


def _first_marked(page: Page, place: str | None) -> WrittenAmount | None:
    for kind in _ORDER:
        marked = _marked(m.amount for m in page.mentions if m.kind == kind)
        certain = [amount for amount in marked if amount.ambiguous_symbol is None]
        first = next(iter(certain or marked), None)
        if first is not None and (kind not in _EQUITY or place in (None, first.currency)):
            return first
    return None


def _marked(amounts: Iterable[WrittenAmount]) -> list[WrittenAmount]:
    return [amount for amount in amounts if amount.currency is not None]


def _place_currency(page: Page, location: str) -> str | None:
    """The currency of the place of work, else of the first place that is named, else of what only one country has."""
    match = _PLACE.search(location)
    regions = ((code, pattern) for code, pattern in _REGIONS if match is None)
    if (code := next((code for code, pattern in regions if pattern.search(location)), None)) is not None:
        return code
    match = match or _PLACE.search(page.terms)
    if match is None:
        return next((code for code, words in (*_REGIONS, *_SPOKEN) if words.search(page.text)), None)
    name = match.group().lower()
    return CITY_CURRENCY.get(name) or COUNTRY_CURRENCY.get(name)


def _mark_grant(grant: Grant, terms: Terms) -> None:
    mark = grant.slots.pop("currency_mark", None)
    code = grant.slots.pop("currency", None)
    pay = terms.values.get("currency")
    if code is None:
        return
    # a dollar sign beside pay in another dollar means that dollar
    same_family = mark is not None and pay in SHARED_MARKS.get(mark, frozenset())
    if code != pay and not same_family:
        grant.slots["currency"] = code
        size = next((slot for slot in ("total_value", "annual_value") if slot in grant.spans), None)
        if size:
            grant.spans["currency"] = grant.spans[size]

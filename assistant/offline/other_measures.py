"""Other measures: litres, grams and kilometres, of which no sum about pay is made where no money is told."""

from __future__ import annotations

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon

_MEASURED = lexicon.any_of(
    r"\d ?(?:lit(?:re|er)s?|ml|kilos?|kg|grams?|gr?|oz|ounces|pounds of|lbs)(?![^\W\d])",
    r"\d ?(?:cups?|tbsp|tsp|eggs|pages|calories|kcal)(?![^\W\d])",
    r"\d ?(?:km|kilomet(?:re|er)s?|miles?|mph|met(?:re|er)s|cm|sqm|sq ?ft|square (?:feet|met(?:re|er)s))(?![^\W\d])",
    r"\d ?(?:degrees|°c?|celsius|watts?|volts?|gb|tb)(?![^\W\d])",
)
_PAID = lexicon.any_of(
    r"[$€£₹]|\b(?:pa(?:y|ys|id|ying)|salar\w+|wages?|base|offer\w*|bonus\w*|stocks?|rsus?|options?|shares?|equity|grants?|vest\w*|tax\w*|"
    r"rent|cost\w*|price\w*|earn\w*|money|budget|allowance|reimburs\w+|mileage|commut\w+|raise|hourly|rate|job|contract)\b"
)


def tells_no_money(text: str) -> bool:
    """Whether a message counts in other measures and tells neither a sum of money nor anything that is paid.

    >>> tells_no_money("20 litres at 60 g a litre?"), tells_no_money("40 km a day at 0.30 per km, what does it cost")
    (True, False)
    """
    if not _MEASURED.search(text) or _PAID.search(text):
        return False
    return not any(amount.currency for amount in read_amounts(text))

"""Number words: "two hundred and forty thousand", and the spoken "one ninety" and "sixty three five", as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from text_to_num import alpha2digit, text2num

_NO_NUMBER = (
    r"[ -](?:time|off)\b"
    r"| day\b(?! (?:an?|per|each|every|of|off|remote\w*|at home|at the|from|notice|only|in the)\b)"
)
_ONES = f"one(?!{_NO_NUMBER})|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
_SCALES = "hundred|thousand|million|billion"
_WORD = f"(?:{_ONES}|{_TEENS}|{_TENS}|{_SCALES})"
_PARTS = (
    "(?:ten|elev|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)tie|four|fif"
    "|six|seven|eigh|nin)th|third|first|second"
)
_JOIN = rf"(?:[ -]{{1,2}}|,? {{1,2}}and {{1,2}}(?={_WORD})|\n)"
_LONGEST_PHRASE = 14

_PHRASE = re.compile(
    rf"\b(?P<half>half an? )?(?:(?P<article>an?) (?={_SCALES}))?"
    rf"{_WORD}(?:(?:{_JOIN}| point ){_WORD}){{0,{_LONGEST_PHRASE}}}(?: and a half)?\b(?![ -](?:{_PARTS})s?\b)",
    re.IGNORECASE,
)
_SPOKEN_HUNDREDS = re.compile(r"([1-9]) ([1-9]\d)((?:000)*)")
_SPOKEN_THOUSANDS = re.compile(r"([1-9]\d) ([1-9])")
_SPOKEN_CENTS = re.compile(r"([1-9]\d) ([1-9]\d)")
_BY_HOUR = re.compile(r" (?:dollars |bucks )?(?:an|per|each|every) hour\b", re.IGNORECASE)
_COINS = re.compile(
    rf"\b(?P<whole>{_WORD}(?:[ -]{_WORD})?) (?P<currency>dollars?|bucks?|euros?|pounds?|quid)(?: and)? "
    rf"(?P<cents>(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})(?: cents| pence)?\b(?! (?:{_SCALES})\b)",
    re.IGNORECASE,
)
_COUNTED = "hours?|hrs?|days?|weeks?|months?|years?|times|per ?cent|people|k|dollars?|euros?|pounds?"
_COINS_IN_FIGURES = re.compile(
    r"(?<![\d.,$€£])\b(?P<whole>\d{1,3}) (?P<currency>dollars?|bucks|euros?|pounds?|quid)(?: and)? (?P<cents>\d{2})"
    rf"(?: cents| pence|p\b)?(?![\d.,]*\d|[%k]| ?(?:{_COUNTED})\b)",
    re.IGNORECASE,
)
_PENCE = re.compile(r"(?<![\w.,£$€/-])(?P<pence>\d{1,2}(?:\.\d)?) ?(?:p|pence)\b(?!\.? ?[am]\b|\.\w)", re.IGNORECASE)
_LAST_SCALE = re.compile(r"(hundred|thousand|million|billion)$")
_SCALE_VALUES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
HALF = Decimal("0.5")


class SpelledCoins(NamedTuple):
    """A sum said with its coins, and the word of its currency."""

    start: int
    end: int
    value: Decimal
    currency: str


class SpelledNumber(NamedTuple):
    """A number in words; `step` is the size of its last spoken scale."""

    start: int
    end: int
    value: Decimal
    step: Decimal


def has_number_words(text: str) -> bool:
    """Whether any word of a number stands in it."""
    return _PHRASE.search(text) is not None


def read_number_words(text: str) -> Iterator[SpelledNumber]:
    """Numbers in words, from left to right; words that make no number are passed over.

    >>> [str(n.value) for n in read_number_words("one ninety base, forty thousand to sign")]
    ['190', '40000']
    """
    for match in _PHRASE.finditer(text):
        words = " ".join(match.group().lower().replace("-", " ").split())
        value = _read_rate(words) if _BY_HOUR.match(text, match.end()) else None
        value = _read_phrase(words) if value is None else value
        if value is not None:
            yield SpelledNumber(match.start(), match.end(), value, min(_step_of(words), value))
        elif " and " in words:
            yield from _read_apart(text, match)


def read_coins(text: str) -> Iterator[SpelledCoins]:
    """Sums said in coins alone, then those said with their coins.

    >>> [str(coins.value) for coins in read_coins("one dollar fifty more, or a strike of 4p, or 2 pounds 10")]
    ['0.04', '2.10', '1.50']
    """
    for match in _PENCE.finditer(text):
        yield SpelledCoins(match.start(), match.end(), Decimal(match["pence"]) / 100, "£")
    for match in _COINS_IN_FIGURES.finditer(text):
        value = Decimal(f"{match['whole']}.{match['cents']}")
        yield SpelledCoins(match.start(), match.end(), value, match["currency"])
    for match in _COINS.finditer(text):
        whole, cents = (_read_plain(match[name].lower().replace("-", " ")) for name in ("whole", "cents"))
        if whole is not None and cents is not None:
            value = (whole + cents / 100).quantize(Decimal("0.01"))
            yield SpelledCoins(match.start(), match.end(), value, match["currency"])


def _read_rate(words: str) -> Decimal | None:
    """Pay an hour as it is said: "twenty nine fifty" is 29.50."""
    spoken = _SPOKEN_CENTS.fullmatch(alpha2digit(words, "en").strip())
    return Decimal(f"{spoken.group(1)}.{spoken.group(2)}") if spoken else None


def _read_apart(text: str, match: re.Match[str]) -> Iterator[SpelledNumber]:
    """The numbers on both sides of an "and" that joins no single one: "forty and forty"."""
    start = match.start()
    for part in re.split(r"( {1,2}and {1,2})", match.group()):
        words = " ".join(part.lower().replace("-", " ").split())
        value = None if words == "and" else _read_phrase(words)
        if value is not None:
            yield SpelledNumber(start, start + len(part), value, min(_step_of(words), value))
        start += len(part)


def _step_of(words: str) -> Decimal:
    scale = _LAST_SCALE.search(words)
    return Decimal(_SCALE_VALUES[scale.group(1)]) if scale else Decimal(1)


def _read_phrase(words: str) -> Decimal | None:
    factor = Decimal(1)
    added = Decimal(0)
    if words.startswith("half a"):
        factor, words = HALF, words.split(" ", 2)[2]
    if words.endswith(" and a half"):
        words = words.removesuffix(" and a half")
        last = _LAST_SCALE.search(words)
        added = HALF * _SCALE_VALUES[last.group(1)] if last else HALF
    words = re.sub(r"^an? ", "one ", words).replace("fourty", "forty").replace(",", "")
    if words.split(" ")[0] in _SCALE_VALUES:
        words = f"one {words}"
    value = _read_plain(words)
    return None if value is None else factor * value + added


def _read_plain(words: str) -> Decimal | None:
    try:
        return Decimal(text2num(words, "en"))
    except ValueError:
        pass
    if " point " in words and (scale := _LAST_SCALE.search(words)):
        part = _read_plain(words[: scale.start()].strip())
        return None if part is None else part * _SCALE_VALUES[scale.group(1)]
    digits = alpha2digit(words, "en").strip()
    # "one ninety five" is how people say 195, and "one ninety thousand"; the library rightly hears two numbers
    if spoken := _SPOKEN_HUNDREDS.fullmatch(digits):
        return Decimal(f"{spoken.group(1)}{spoken.group(2)}{spoken.group(3)}")
    # "sixty three five" is 63.5 thousand
    if spoken := _SPOKEN_THOUSANDS.fullmatch(digits):
        return Decimal(spoken.group(1)) * 1000 + Decimal(spoken.group(2)) * 100
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None

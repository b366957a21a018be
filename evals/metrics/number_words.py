"""Number words: "one sixty five", "thirty thousand", "a hundred and twenty k" as people write them."""

from __future__ import annotations

import re

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90
}  # fmt: skip
_LARGE = {"k": 1e3, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7}
_WORD = re.compile(r"[a-z]+")
_GLUE = {"and", "a"}


def read_number_words(text: str) -> list[float]:
    """The numbers written as words, in order; "one sixty five" is 165, as people say it.

    >>> read_number_words("one sixty five base and thirty thousand to sign, a hundred and twenty k in stock")
    [165.0, 30000.0, 120000.0]
    """
    numbers: list[float] = []
    run: list[str] = []
    for word in [*_WORD.findall(text.lower()), ""]:
        if word in _SMALL or word in _TENS or word == "hundred" or (run and word in _LARGE):
            run.append(word)
        elif run and word in _GLUE:
            continue
        elif run:
            numbers.append(_value(run))
            run = []
    return numbers


def _value(run: list[str]) -> float:
    total, part = 0.0, 0.0
    for word in run:
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            total += (part or 1) * _LARGE[word]
            part = 0.0
        else:
            value = _SMALL.get(word, _TENS.get(word, 0))
            # "one sixty": a digit before tens is said for hundreds.
            part = part * 100 + value if 0 < part < 10 and value >= 10 else part + value
    return total + part

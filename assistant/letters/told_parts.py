"""Told parts: where each offer of a person's own words stands, when several are told in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.amount_patterns import CURRENCIES
from assistant.domain.amounts import read_amounts
from assistant.letters.employers import EMPLOYERS
from assistant.letters.patterns import LABEL, MONTH

MOST_PARTS = 6
_LABEL = re.compile(
    r"(?<![\w'])(?:(?:offer|option|job|company|firm|place|district|school|hospital|bank|startup) ?#?(?P<named>[A-D1-4])\b(?! ?%)|(?P<letter>[A-D])(?=\)? ?[:=]| ?\)| - ))",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(
    r"^\W*(?:(?i:and|then|oh) )*(?:(?i:offer|option|job) #?)?(?P<label>[A-D]|(?<=(?i:offer|ption) )[a-d1-4])\)? ?(?:(?:is|has|gives|pays|comes)\b|[:=-]|(?<=[B-D] )(?=[$€£₹]?\d{2}))"
)
_KNOWN_NAMES = "|".join(re.escape(name) for name in sorted(EMPLOYERS, key=len, reverse=True))
_KNOWN = re.compile(rf"(?<![\w@.-])(?:{_KNOWN_NAMES})(?![\w@])", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|(?<=[\n;,.]\s)|(?<=[\n;])|(?<=\band )|(?<=\bvs )|(?<=\bvs\. )|(?<=\bor ))[ \t*#•-]*"
    r"(?P<name>[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,2})(?: \([^)\n]{0,40}\))?\s?(?:[:|=]|-(?= ))[ \t]*(?=[^\n]{0,30}?\d)",
    re.MULTILINE,
)
_NAME_AND_PAY = re.compile(
    r"(?<![\w$€£.])(?P<name>(?!I\b|[A-Z]{1,3}\d)[A-Z][\w&']*(?: [A-Z][\w&']*)?)(?: \([^)\n]{0,40}\))?"
    r"(?: (?:offers|offered|pays|would pay|is|is at|at|one|gives|gave|came (?:in|back)(?: at| with)|said|says|offers me|offered me|gives me|gave me|pays me))? (?:[A-Z]{3} |[A-Z]{1,2}(?=[$]))?\(?[$€£₹₦]?\d{2}",
    re.MULTILINE,
)
_SUM = r"(?:[$€£₹] ?)?\d[\d.,]*(?: ?(?:k|lpa|lakhs?|l)\b)?"
_PAY_AND_NAME = re.compile(
    rf"(?<![\w.,])(?P<pay>{_SUM})(?: (?:base|salary|fixed|total|tc|offer|a year|[a-z]{{2,3}}(?= from| at)))?"
    r"(?: ?(?:\+|plus|w/|with)? ?[$€£₹]?\d[\d.,]*(?:k\b|%)(?: (?:sign[- ]on|signing|bonus|stock|rsus?|equity))?){0,3}"
    rf"(?: (?:(?P<by>from|at|with|by) )?|(?P<bracket> ?\())(?P<name>(?:{_KNOWN_NAMES})(?![\w@])|(?<=from )(?-i:[a-z]{{4,}})\b|(?-i:[A-Z])[\w&']*(?: (?-i:[A-Z])[\w&']*)?)"
    r"(?(bracket)\)|(?(by)|(?=(?: [A-Z]{1,3}\d)?[ .]*(?:[,;/+]|\n|and\b|or\b|vs\b|\.\s|$))))",
    re.IGNORECASE,
)
"""Pay told before who pays it: "17 lpa from Swiggy and 16.5 from Zepto"."""
_GOT_FROM = re.compile(
    r"\b(?:and|or|vs\.?|versus|also|have|got|offer(?:ed)?|another|other|plus) (?:an? |the )?[$€£₹]?$|(?:^|[.;!]\s)[$€£₹]?$",
    re.IGNORECASE,
)
_COUNT_OF_OFFERS = re.compile(r"\b(?:two|three|four|[234]) (?:[a-z]+ )?offers?\b[^\d.;\n]{0,20}", re.IGNORECASE)
_NEXT_SUM = re.compile(
    rf"(?:,|and|or|vs\.?|/|\s)*(?P<pay>{_SUM})(?![\d%])(?! ?(?:base|bonus|stock|rsu|sign|in))", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:offers|both|two|three|second|2nd|other|another|vs|versus|either|between)\b", re.IGNORECASE)
_NAME_BEFORE_PAY = re.compile(
    r"(?<![\w$€£.'’-])(?P<name>(?!I\b|[A-Z]{1,3}\d)[A-Z][\w&'’-]*(?: (?:& )?[A-Z][\w&'’-]*){0,2})(?:,| \(|:| [-–]|(?= [$€£₹₦]?\d)) ?(?=[^.\n]{0,30}?(?<![\w.,])[$€£₹₦]?\d{2})"
)
"""A name with something in between, such as the post, where the words say that there are several offers."""
_COUNTED = re.compile(
    r"(?:^|(?<=[.;,\n!]\s)|(?<=\n)|(?<=\band ))\W*(?:(?:the|my|offer|option|job|number|and|then|ok|so|well)\W+)*(?P<count>first|second|third|1st|2nd|3rd|one|two|three)"
    r"(?: (?:one|offer|job|option))?(?:\s?[:=,-]|\s(?:is|pays|gives|at|offers|from|with)\b|(?=\s[$€£₹]?\d{2}))",
    re.IGNORECASE,
)
_COUNTS = {"first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3}
_VERSUS = re.compile(r"\s(?:vs\.?|versus|against|or)\s", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[^.;\n](?:[^.;\n]|\.(?=\d))*?(?=$|[.;\n](?!\d)|,? (?:or|vs\.?|versus|and) (?:an? |the )?(?:contract|perm)|, (?:the )?(?:contract|perm))",
    re.IGNORECASE,
)
_NO_NAMES = frozenset({
    "the", "a", "an", "my", "one", "two", "both", "first", "second", "third", "other", "another", "offer", "offers",
    "option", "job", "and", "then", "also", "them", "this", "that", "home", "work", "last", "next", "remote", "hybrid",
    "onsite", "gross", "net", "final", "initial", "contract", "permanent",
})  # fmt: skip
CONTRACT, PERMANENT = "contract", "permanent job"
_CONTRACT = re.compile(r"\b(?:contract(?:ing|or)?|freelanc\w+|b2b|(?:out|in)side ir35|umbrella)\b", re.IGNORECASE)
_PERMANENT = re.compile(r"\b(?:perm(?:anent)?|salaried|full[- ]time|fte|paye|employee)\b", re.IGNORECASE)
_CALLED_PERMANENT = re.compile(r"\bperm(?:anent)? (?:job|offer|role|one|position)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\d ?(?:[a-z]{3} ?)?(?:/|an? |per |pro )\s?(?:day|d\b|hour|hr|h\b|tag)|\b(?:day|daily|hourly) rate\b",
    re.IGNORECASE,
)
_Start = tuple[int, str | None]
_MONTH = re.compile(rf"(?:{MONTH})\b", re.IGNORECASE)
LETTERS = frozenset("ABCD")
REACH = 30
"""Characters from a name to the first amount of its offer."""


@dataclass(frozen=True)
class ToldPart:
    """One offer's place in the words; `handle` is what the person calls it."""

    start: int
    end: int
    handle: str | None = None


def find_handle(text: str) -> str | None:
    """What the words call one offer: its letter or number ("offer B: …"), a contract paid by the day; or None.

    >>> find_handle("B: a bank, 215k base"), find_handle("a contract came in, 450/day"), find_handle("base 215k")
    ('offer B', 'contract', None)
    """
    match = _BARE_LABEL.match(text)
    if match:
        return f"offer {match['label'].upper()}"
    if _PERMANENT.search(text):
        return PERMANENT if _CALLED_PERMANENT.search(text) and not _CONTRACT.search(text) else None
    return CONTRACT if _CONTRACT.search(text) and _RATE.search(text) else None


def is_employer(handle: str) -> bool:
    """Whether what an offer is called is the name of who makes it."""
    return not handle.startswith("offer ") and handle not in (CONTRACT, PERMANENT)


def find_told_parts(text: str) -> list[ToldPart]:
    """The places of at least two offers, or nothing.

    >>> [text[p.start : p.end] for text in ["A: 100k, B: 90k + 5k sign-on"] for p in find_told_parts(text)]
    ['A: 100k, ', 'B: 90k + 5k sign-on']
    """
    several = list(_names_before_pay(text)) if _SEVERAL.search(text) else []
    behind = list(_pays_and_names(text))
    named = [list(_employers(text)), list(_names_and_pay(text))]
    opening = min((start for starts in named for start, _ in starts), default=len(text))
    leads = behind if behind and behind[0][0] < opening else []
    listed = map(list, (_labelled(text), _counted(text), _named_rows(text)))
    both = _in_both_orders(text, named[0] or named[1], behind) if " from " in text else []
    for starts in (*listed, leads, *named, several, behind, both, list(_counted_sums(text))):
        if len(parts := _cut(text, starts)) > 1:
            return parts[:MOST_PARTS]
    if len(parts := _cut(text, list(_engaged(text)))) == len((CONTRACT, PERMANENT)):
        return parts
    for match in _VERSUS.finditer(text):
        sides = [ToldPart(0, match.start()), ToldPart(match.end(), len(text))]
        if all(_opens_with_pay(text[side.start : side.end]) for side in sides):
            return sides
    return []


def _labelled(text: str) -> Iterator[tuple[int, str | None]]:
    seen: list[str] = []
    for match in _LABEL.finditer(text):
        tag = (match["named"] or match["letter"]).upper()
        if tag not in seen:
            seen.append(tag)
            yield match.start(), f"offer {tag}"


def _counted(text: str) -> Iterator[tuple[int, str | None]]:
    """Offers told by their number, from the first on: "one is 140k, two is 155k"; the first may stand without it."""
    expected = 1
    for match in _COUNTED.finditer(text):
        if _COUNTS[match["count"].lower()] == expected:
            yield match.start(), f"offer {'ABC'[expected - 1]}"
            expected += 1


def _named_rows(text: str) -> Iterator[tuple[int, str | None]]:
    for match in _NAMED.finditer(text):
        if not LABEL.search(match["name"]):
            yield match.start("name"), match["name"]


def _employers(text: str) -> Iterator[tuple[int, str | None]]:
    """Known employers each of which is followed closely by an amount; a name told again opens no other offer."""
    amounts = [item.start for item in read_amounts(text) if item.kind != "percent" and not item.unit]
    found, seen = list(_KNOWN.finditer(text)), set()
    for match, following in zip(found, [*found[1:], None], strict=False):
        end = min(match.end() + REACH, following.start() if following else len(text))
        name = EMPLOYERS[match.group().lower()]
        if name not in seen and any(match.end() <= start < end for start in amounts):
            seen.add(name)
            yield match.start(), name


def _names_and_pay(text: str) -> Iterator[tuple[int, str | None]]:
    seen = set()
    for match in _NAME_AND_PAY.finditer(text):
        name = f"offer {match['name']}" if match["name"] in LETTERS else match["name"]
        if not _names_nobody(match["name"]) and name not in seen:
            seen.add(name)
            yield match.start(), name


def _pays_and_names(text: str) -> Iterator[tuple[int, str | None]]:
    """Sums each of which is told right before who pays it; a name beside a sum is one where some employer is known."""
    found = [match for match in _PAY_AND_NAME.finditer(text) if not _names_nobody(match["name"])]
    found = [match for match in found if match["name"].lower() not in _NO_NAMES and not _MONTH.match(match["name"])]
    named = [match for match in found if not (match["name"].islower() and match["name"] not in EMPLOYERS)]
    bracketed = [match for match in named if match["bracket"] and match["name"].istitle()]
    known = len(bracketed) > 1 or any(match["name"].lower() in EMPLOYERS for match in found)
    for match in found if all(match["by"] for match in found) and len(found) > 1 else named:
        if match["by"] or known:
            name = EMPLOYERS.get(match["name"].lower(), match["name"])
            yield match.start("pay"), name[0].upper() + name[1:]


def _in_both_orders(text: str, named: list[_Start], behind: list[_Start]) -> list[_Start]:
    """One offer told by its name and then its sum, others by the sum they got from a firm."""
    sums = [item.start for item in read_amounts(text) if item.kind != "percent" and not item.unit]
    taken = {min((at for at in sums if at > start), default=0): name for start, name in named}
    others = [(start, name) for start, name in behind if _GOT_FROM.search(text[max(0, start - 20) : start])]
    return sorted([*named, *(each for each in others if each[0] not in taken and each[1] not in taken.values())])


def _counted_sums(text: str) -> Iterator[tuple[int, str | None]]:
    """As many sums in a row as the words before them count offers: "got 3 offers 112k 118k and 121k"."""
    counted = _COUNT_OF_OFFERS.search(text)
    at, places = counted.end() if counted else len(text), []
    while found := _NEXT_SUM.match(text, at):
        places.append(found.start("pay"))
        at = found.end()
    yield from ((place, f"offer {letter}") for place, letter in zip(places, "ABCD", strict=False))


def _names_nobody(words: str) -> bool:
    """Whether words in the place of a name are those of a term or a currency."""
    return bool(LABEL.search(words)) or words.lower() in CURRENCIES


def _engaged(text: str) -> Iterator[tuple[int, str | None]]:
    """A permanent job and a contract told in one breath, each in sentences of its own."""
    seen = set()
    for match in _SENTENCE.finditer(text):
        words = match.group()
        kind = PERMANENT if _PERMANENT.search(words) else CONTRACT if _CONTRACT.search(words) else None
        if kind and kind not in seen and _opens_with_pay(words):
            seen.add(kind)
            yield match.start(), kind


def _names_before_pay(text: str) -> Iterator[tuple[int, str | None]]:
    seen = set()
    for match in _NAME_BEFORE_PAY.finditer(text):
        if not (LABEL.match(match["name"]) or match["name"] in seen or match["name"].split()[0].lower() in _NO_NAMES):
            seen.add(match["name"])
            yield match.start(), match["name"]


def _cut(text: str, starts: list[tuple[int, str | None]]) -> list[ToldPart]:
    """The parts between the starts, if every one of them states an amount."""
    edges = [*starts, (len(text), None)]
    parts = [ToldPart(start, end, handle) for (start, handle), (end, _) in pairwise(edges)]
    return parts if all(_opens_with_pay(text[part.start : part.end]) for part in parts) else []


def _opens_with_pay(part: str) -> bool:
    return any(item.kind == "money" or item.value >= 20 for item in read_amounts(part) if item.kind != "percent")

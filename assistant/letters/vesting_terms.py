"""Vesting terms: schedules, cliffs, rhythms and years, in figures and in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.letters.patterns import COUNT, read_count
from assistant.letters.sentences import Sentence
from assistant.letters.terms import Span

_YEAR = r"(?:years?|yrs?|y(?![a-z])|months?|mos?(?![a-z]))"
_EACH = (
    r"(?:(?:each|every|per|a|/) ?(?:full |calendar )?(?:year|yr|annum)|annually|yearly"
    r"|on each (?:\w+ )?anniversary(?: of \w+ \w+ \w+)?)"
)
_RHYTHM = (
    r"(?P<rhythm>monthly|quarterly|annually|yearly|semi-?annually|annual|bi-?annually|each month"
    r"|every month|per month|each quarter|every quarter"
    r"|per quarter|every (?:six|6) months|every (?:three|3) months|each year|every year|per year|half-yearly)"
)
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent)"
_HUNDRED = Decimal(100)
_QUARTERS = {
    "half": _HUNDRED / 2,
    "third": _HUNDRED / 3,
    "quarter": _HUNDRED / 4,
    "fourth": _HUNDRED / 4,
    "fifth": _HUNDRED / 5,
    "sixth": _HUNDRED / 6,
}
_FREQUENCIES = (
    ("semiannual", r"semi|bi-?annual|six|6|half"),
    ("monthly", r"month(?!s)|monthly"),
    ("quarterly", r"quarter|three months|3 months"),
    ("annual", r"annual|year"),
)

_TUPLE = re.compile(
    r"(?<![\d.,/$€£])(?P<parts>\d{1,3}(?:\.\d{1,2})?%?(?: ?[/-] ?\d{1,3}(?:\.\d{1,2})?%?){2,9}"
    r"|\d{1,2}(?:\.\d+)?%(?:(?: ?(?:,|and|then|, and|, then) ?| )\d{1,2}(?:\.\d+)?%){2,9}"
    r"|\d{2}%?/\d{2}%?(?= (?:vest|over two|over 2)))(?![\d/-]|\.\d|[kK])"
)
_BY_YEAR = re.compile(
    r"(?P<percent>\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent) (?:vests? )?(?:in|at|after|on|during|for"
    r"|at the end of)? ?(?:the |your )?"
    r"(?:year ?(?P<number>one|two|three|four|five|six|\d)|(?P<ordinal>first|second|third|fourth|fifth|1st"
    r"|2nd|3rd|4th|5th) (?:year|anniversary))",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(
    rf"(?:(?:an? |one[- ])(?P<part>quarter|third|half|fifth|fourth|sixth)|{_PERCENT}|1/(?P<nth>[2-6])(?:th"
    rf"|rd)?)(?: of (?:the |your )?(?:\w+ ){{0,2}}\w+)?"
    rf"(?: (?:vests?|vesting|is vested))? ?{_EACH}",
    re.IGNORECASE,
)
_INSTALMENTS = re.compile(
    rf"\b(?:in|over) (?P<count>{COUNT})(?: \(\d+\))? (?:equal(?:,)? )?(?P<rhythm>annual|yearly|quarterly"
    rf"|monthly|semi-?annual)"
    r" (?:vesting )?(?:tranches|instal+ments|portions|parts|payments)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?:\b1 ?/ ?(?P<nth>\d{1,2})(?:th)?|one[- ](?P<word>forty-?eighth|sixteenth|thirty-?sixth|twelfth))"
    r"(?: of (?:the |your )?(?:\w+ ){0,3}?\w+)?"
    r"(?: (?:will )?(?:vests?|vesting))?,? ?(?P<unit>monthly|(?:each|every|per|a) month|quarterly|(?:each"
    r"|every|per|a) quarter|annually|(?:each|every|per|a) year)",
    re.IGNORECASE,
)
_WORD_PARTS = {"fortyeighth": 48, "sixteenth": 16, "thirtysixth": 36, "twelfth": 12}
_CLIFF_AND_REST = re.compile(
    rf"{_PERCENT}(?: of (?:the |your )?(?:\w+ ){{0,3}}?\w+)? ?(?:will |shall )?(?:vests? |vesting "
    rf"|vested )?(?:cliff )?(?:on|after|at|upon|following|in)? ?(?:the |your |completing )?"
    rf"(?:end of (?:the |your )?)?(?:(?:first|1st|one|1|a)[ -]?(?:full )?(?:year|yr)?(?: of (?:service"
    rf"|employment))?(?:[ -]?anniversary)?|12 (?:months|mos?\b)|twelve months|year ?(?:one|1)|1 ?yr?)"
    rf"(?P<gap>[^.\n]{{0,90}}(?:\n[^.\n]{{0,90}})?)\b(?:then|remain\w+|rest|balance|thereafter|afterwards?"
    rf"|subsequent\w*|followed by|1/(?P<nth>\d\d)(?:th)?)\b"
    rf"(?P<rest>[^.]{{0,90}}?)\b{_RHYTHM}",
    re.IGNORECASE,
)
_CLIFF_AND_THEREAFTER = re.compile(
    rf"{_PERCENT} (?:vests? )?(?:on|after|at|upon|in) (?:the )?(?:end of )?(?:year (?:one|1)|(?:first|one|1|a)[ -]?"
    rf"(?:year|anniversary)|12 months)[^.;\n]{{0,25}}?,? (?:and|with|then|the rest|the remainder)?,? ?{_RHYTHM}"
    rf" (?:thereafter|after(?:wards?)?(?: that)?|from then|from there)\b",
    re.IGNORECASE,
)
_REST_YEARS = re.compile(
    rf"^[^.]{{0,60}}?\b(?:over|for|during|in)\b (?:a period of )?(?:the )?(?:following |next |remaining "
    rf"|subsequent |rest of the |last )?(?P<count>{COUNT})[ -](?:more |additional "
    rf"|further )?(?P<unit>{_YEAR})",
    re.IGNORECASE,
)
_CLIFF = re.compile(
    rf"(?P<first>\bnothing (?:vests )?(?:in|for|during) the first (?:12 months|12|year|one year"
    rf"|twelve months))|(?P<none>\b(?:no|without (?:an? )?|zero) ?cliff)|\b(?P<count>a|{COUNT})"
    rf"[- ]?(?P<unit>years?|yrs?|y"
    rf"|months?|mos?|m)[- ]?(?:vesting )?cliff"
    rf"|\bcliff ?(?:\w+ )?(?:of|is|:|at|after|\|)? ?(?:the )?(?P<count2>{COUNT})[- ]?(?P<unit2>years?|yrs?"
    rf"|months?|mos?)",
    re.IGNORECASE,
)
_RHYTHM_NEAR_VEST = re.compile(
    rf"(?:\bvest(?:s|ed|ing)?\b(?: (?!on\b|fully)[\w%,-]+){{0,5}}?|\b(?:years?|yrs?|y|cliff)\b),? (?:then "
    rf"|and )?(?:equal |even )?(?:vest\w* "
    rf"|paid )?{_RHYTHM}"
    r"|(?P<before>monthly|quarterly|annual|semi-?annual|yearly) (?:vest|instal+ments?|tranches|equal instal)",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"\b(?:over|across|for|within|spread over|during)\b (?:a |an )?(?:period of |total of "
    rf"|vesting period of )?(?P<count>{COUNT})(?:[- ]?(?P<unit>{_YEAR})|(?= ?[(,;.)]|$))"
    r"|\bover (?P<bare>[2-6])(?= ?(?:[+/\d$€£&-]|w/|with\b|and\b|plus\b|vest))"
    rf"|\b(?P<slashed>{COUNT})[ -]?(?:yrs?|years?|y)(?= ?/ ?\d ?(?:yrs?|years?|y)[- ]?cliff)"
    rf"|\b(?P<even>\d)[ -]?(?:yrs?|years?)(?= (?:even|equal|linear))|\((?P<paren>{COUNT})[ -]?(?:yrs?"
    rf"|years?|y)(?![a-z])|(?<=[\w+)])/ ?(?P<slash>\d)(?: ?(?:yrs?|years?"
    rf"|y))?(?![\w/%])|(?<=[\w+)] )/ ?(?P<spaced>\d) ?(?:yrs?|years?|y)\b"
    rf"|(?:(?<=rsu )|(?<=rsus )|(?<=stock )|(?<=equity )|(?<=options ))(?P<trail>[2-6]) ?(?:yrs?|years?|y)\b"
    rf"|\b(?P<named>{COUNT})[- ](?P<unit2>year|yr|month)s?[- ](?:(?:\w+) )?"
    rf"(?:vest\w*|schedule|period|grant)"
    rf"|\b(?:vest\w*|schedule)(?: schedule| period| time)?:? (?P<after>{COUNT})[- ](?P<unit3>year|yr|month)"
    rf"s?\b",
    re.IGNORECASE,
)
_EVENLY = re.compile(
    r"\b(?:even|evenly|equal(?:ly)?(?! to)(?! opportunity)|ratabl[ey]|rateabl[ey]|pro[- ]?rata|linear(?:ly)?"
    r"|straight[- ]line|in equal)"
    r"\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:vest\w*|[rpg]sus?|stocks?|equity|options?|schedule|shares?|grants?|units|isos?|esops?"
    r"|restricted|cliff)\b|\d[kKmM] over [2-6]\b",
    re.IGNORECASE,
)


_BONUS = re.compile(r"bonus|match|incentive|variable|raise|discount", re.IGNORECASE)


@dataclass
class Vesting:
    """What one phrase says about vesting. `schedule` is as written and may not sum to 100."""

    start: int
    end: int
    schedule: tuple[Decimal, ...] | None = None
    years: int | float | None = None
    cliff_months: int | None = None
    frequency: str | None = None
    equal: bool = False
    first_year: Decimal | None = None


def find_vesting(text: str, sentences: list[Sentence]) -> list[Vesting]:
    """Phrases about vesting in sentences that speak of equity, in order, none inside another."""
    near = [bool(_NEAR.search(text, s.start, s.end)) for s in sentences]
    found: list[Vesting] = []
    taken: list[Span] = []
    for reader in _READERS:
        for index, sentence in enumerate(sentences):
            if not (near[index] or (index and near[index - 1] and sentence.start - sentences[index - 1].end < 3)):
                continue
            for vesting in reader(text, sentence):
                if not _is_taken(taken, vesting):
                    found.append(vesting)
                    taken.insert(bisect_right(taken, (vesting.start, vesting.end)), (vesting.start, vesting.end))
    return sorted(found, key=lambda vesting: vesting.start)


def _is_taken(taken: list[Span], vesting: Vesting) -> bool:
    at = bisect_right(taken, (vesting.start, vesting.end))
    around = taken[max(0, at - 1) : at + 1]
    return any(start < vesting.end and vesting.start < end for start, end in around)


def _frequency(rhythm: str) -> str:
    return next(name for name, pattern in _FREQUENCIES if re.search(pattern, rhythm, re.IGNORECASE))


def _years(count: str, unit: str | None) -> int | float:
    number = read_count(count)
    if unit and unit.lower().startswith("mo"):
        return int(number) // 12 if number % 12 == 0 else float(number) / 12
    return number


def even_schedule(years: int | float) -> tuple[Decimal, ...] | None:
    """Equal parts of 100 for whole years, rounded to two places."""
    if not float(years).is_integer() or not 1 <= years <= 10:
        return None
    return (round(Decimal(100) / int(years), 2).normalize(),) * int(years)


def _read_cliff_and_rest(text: str, sentence: Sentence) -> Iterator[Vesting]:
    # the rest may stand in the next sentence: "25% after a year. The remainder vests monthly."
    for match in _CLIFF_AND_REST.finditer(text, sentence.start, sentence.end):
        first = Decimal(match["percent"])
        after = text[match.end() : sentence.end]
        rest = _REST_YEARS.match(after) or _REST_YEARS.match(match["rest"])
        end = match.end() + (rest.end() if rest and rest.string is after else 0)
        years: int | float | None = None
        if match["nth"] and _frequency(match["rhythm"]) == "monthly":
            nth = int(match["nth"])
            # 1/48 counts parts of the whole grant, 1/36 after a first quarter parts of the rest
            years = nth / 12 if nth * first == 1200 else 1 + nth / 12
            years = int(years) if years.is_integer() else None
        elif rest:
            more = _years(rest["count"], rest["unit"])
            # "25% after one year, then monthly over 4 years" gives the whole length, "over the next 3 years" the rest
            whole = first > 0 and abs(more - 100 / float(first)) < 0.01
            years = more if whole else more + 1
        yield Vesting(match.start(), end, None, years, 12, _frequency(match["rhythm"]), first_year=first)


def _read_cliff_and_thereafter(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _CLIFF_AND_THEREAFTER.finditer(text, sentence.start, sentence.end):
        first = Decimal(match["percent"])
        yield Vesting(match.start(), match.end(), None, None, 12, _frequency(match["rhythm"]), first_year=first)


def _read_instalments(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _INSTALMENTS.finditer(text, sentence.start, sentence.end):
        frequency = _frequency(match["rhythm"])
        years = read_count(match["count"]) / {"monthly": 12, "quarterly": 4, "semiannual": 2}.get(frequency, 1)
        if float(years).is_integer() and 1 <= years <= 10:
            yield Vesting(match.start(), match.end(), None, int(years), None, frequency, equal=True)


def _read_by_year(text: str, sentence: Sentence) -> Iterator[Vesting]:
    matches = list(_BY_YEAR.finditer(text, sentence.start, sentence.end))
    if len(matches) < 2:
        return
    years = [int(read_count(m["number"] or m["ordinal"])) for m in matches]
    if years == list(range(1, len(years) + 1)):
        parts = tuple(Decimal(m["percent"]) for m in matches)
        yield Vesting(matches[0].start(), matches[-1].end(), parts, len(parts))


def _read_tuples(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _TUPLE.finditer(text, sentence.start, sentence.end):
        parts = tuple(Decimal(part) for part in re.findall(r"\d+(?:\.\d+)?", match["parts"]))
        if 60 <= sum(parts) <= 140:
            yield Vesting(match.start(), match.end(), parts, len(parts))


def _read_fractions(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _FRACTION.finditer(text, sentence.start, sentence.end):
        frequency = _frequency(match["unit"])
        parts = (
            int(match["nth"]) if match["nth"] else _WORD_PARTS[match["word"].lower().replace("-", "").replace(" ", "")]
        )
        years = parts / {"monthly": 12, "quarterly": 4, "annual": 1}.get(frequency, 1)
        if years.is_integer() and 1 <= years <= 10:
            yield Vesting(match.start(), match.end(), None, int(years), None, frequency, equal=True)


def _read_each_year(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _EACH_YEAR.finditer(text, sentence.start, sentence.end):
        part = _QUARTERS[match["part"].lower()] if match["part"] else None
        if match["nth"]:
            part = Decimal(100) / int(match["nth"])
        percent = part or Decimal(match["percent"])
        around = text[max(sentence.start, match.start() - 25) : min(sentence.end, match.end() + 20)]
        if percent < 10 or _BONUS.search(around) or not _NEAR.search(text, max(0, match.start() - 160), match.end()):
            continue
        years = round(float(100 / percent), 1)
        if years.is_integer():
            yield Vesting(match.start(), match.end(), None, int(years), None, "annual", equal=True)


def _read_cliffs(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _CLIFF.finditer(text, sentence.start, sentence.end):
        if match["first"]:
            yield Vesting(match.start(), match.end(), cliff_months=12)
            continue
        if match["none"]:
            yield Vesting(match.start(), match.end(), cliff_months=0)
            continue
        count, unit = match["count"] or match["count2"], match["unit"] or match["unit2"]
        months = read_count(count) * (1 if unit.lower().startswith("m") else 12)
        if months <= 60:
            yield Vesting(
                match.start(), match.end(), cliff_months=int(months), years=_cliff_years(match.group(), months)
            )


def _cliff_years(phrase: str, months: int | float) -> int | None:
    """All vests at once at the end of a "cliff vesting"; a plain cliff leaves the length open."""
    return int(months) // 12 if "cliff vest" in phrase.lower() and months % 12 == 0 else None


def _read_rhythms(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _RHYTHM_NEAR_VEST.finditer(text, sentence.start, sentence.end):
        group = "rhythm" if match["rhythm"] else "before"
        yield Vesting(match.start(group), match.end(group), frequency=_frequency(match[group]))


def _read_over(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _OVER.finditer(text, sentence.start, sentence.end):
        count = (
            match["count"]
            or match["bare"]
            or match["even"]
            or match["slashed"]
            or match["paren"]
            or match["slash"]
            or match["spaced"]
            or match["trail"]
            or match["named"]
            or match["after"]
        )
        years = _years(count, match["unit"] or match["unit2"] or match["unit3"])
        if 1 <= years <= 10:
            rhythm = re.search(_RHYTHM, match.group(), re.IGNORECASE) if match["named"] else None
            yield Vesting(
                match.start(), match.end(), years=years, equal=bool(_EVENLY.search(match.group())),
                frequency=_frequency(rhythm.group()) if rhythm else None,
            )  # fmt: skip


def _read_evenly(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in _EVENLY.finditer(text, sentence.start, sentence.end):
        yield Vesting(match.start(), match.end(), equal=True)


_READERS = (
    _read_cliff_and_rest,
    _read_cliff_and_thereafter,
    _read_instalments,
    _read_by_year,
    _read_tuples,
    _read_fractions,
    _read_each_year,
    _read_cliffs,
    _read_over,
    _read_rhythms,
    _read_evenly,
)
"""From the phrase that says most to the one that says least: words one has read are not read again."""

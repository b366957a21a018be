"""Vesting terms: schedules, cliffs, rhythms and years, in figures and in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.letters.patterns import read_count
from assistant.letters.sentences import Sentence
from assistant.letters.terms import Span
from assistant.letters.vesting_patterns import (
    BONUS,
    BY_YEAR,
    CLIFF,
    CLIFF_AND_REST,
    CLIFF_AND_THEREAFTER,
    COUNTED_PARTS,
    EACH_YEAR,
    EVENLY,
    FRACTION,
    FREQUENCIES,
    HALF_YEARS,
    HUNDRED,
    IN_FULL,
    INSTALMENTS,
    NEAR,
    OVER,
    PAID_OUT,
    PERCENT_WORDS,
    QUARTERS,
    REST_YEARS,
    RHYTHM,
    RHYTHM_NEAR_VEST,
    SHORT,
    TO_YEAR,
    TUPLE,
    WORD_PARTS,
)

_ALL = re.compile(r"full|entirely|100|\ball\b|in one|single|cliff", re.IGNORECASE)
_ONCE_A_YEAR = re.compile(r"annual|yearly|anniversar", re.IGNORECASE)
MOST_CLIFF_YEARS = 5
_TIMES_A_YEAR = {"monthly": 12, "quarterly": 4}
_NTH = re.compile(r"\b1/(\d\d)(?:th)?\b")


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
    near = [bool(NEAR.search(text, s.start, s.end)) for s in sentences]
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
    return next(name for name, pattern in FREQUENCIES if re.search(pattern, rhythm, re.IGNORECASE))


def _years(count: str, unit: str | None) -> int | float:
    number = read_count(count)
    if unit and unit.lower().startswith("m"):
        return int(number) // 12 if number % 12 == 0 else float(number) / 12
    return number


def even_schedule(years: int | float) -> tuple[Decimal, ...] | None:
    """Equal parts of 100 for whole years, rounded to two places."""
    if not float(years).is_integer() or not 1 <= years <= 10:
        return None
    return (round(Decimal(100) / int(years), 2).normalize(),) * int(years)


def _percent(words: str) -> Decimal:
    """A percentage in digits or in words."""
    word = words.lower().replace("-", "").replace(" ", "")
    return Decimal(PERCENT_WORDS.get(word, word))


def _first_part(match: re.Match[str]) -> Decimal:
    """What vests at the cliff, in percent: as written, "one quarter", or "1/4"."""
    if match["percent"]:
        return _percent(match["percent"])
    return QUARTERS[match["part"].lower()] if match["part"] else HUNDRED / int(match["one_of"])


def _read_in_full(text: str, sentence: Sentence) -> Iterator[Vesting]:
    """All at once: "vests in full on your first anniversary"."""
    for match in IN_FULL.finditer(text, sentence.start, sentence.end):
        if not _ALL.search(match.group()):
            continue
        years = 1 if match["first"] else _years(match["count"] or match["nth"] or match["ordinal"], match["unit"])
        if years == 1:
            yield Vesting(match.start(), match.end(), (HUNDRED,), 1)
        elif match["nth"] or match["ordinal"]:
            yield Vesting(match.start(), match.end(), (Decimal(0),) * (int(years) - 1) + (HUNDRED,), int(years))
        elif float(years).is_integer() and years <= MOST_CLIFF_YEARS:
            yield Vesting(match.start(), match.end(), years=years, cliff_months=12 * int(years))


def _read_cliff_and_rest(text: str, sentence: Sentence) -> Iterator[Vesting]:
    # the rest may stand in the next sentence: "25% after a year. The remainder vests monthly."
    for match in CLIFF_AND_REST.finditer(text, sentence.start, sentence.end):
        first = _first_part(match)
        after = text[match.end() : sentence.end]
        rest = REST_YEARS.match(after) or REST_YEARS.match(match["rest"])
        end = match.end() + (rest.end() if rest and rest.string is after else 0)
        years: int | float | None = None
        part = match["nth"] or next(iter(_NTH.findall(match["rest"])), None)
        if part and (a_year := _TIMES_A_YEAR.get(_frequency(match["rhythm"]))):
            nth = int(part)
            # 1/48 counts parts of the whole grant, 1/36 after a first quarter parts of the rest
            years = nth / a_year if nth * first == HUNDRED * a_year else 1 + nth / a_year
            years = int(years) if years.is_integer() else None
        elif counted := COUNTED_PARTS.search(match.group("rest") + match["rhythm"]):
            parts = read_count(counted["count"]) / {"monthly": 12, "quarterly": 4}.get(_frequency(match["rhythm"]), 1)
            years = 1 + parts if parts == int(parts) else None
        elif to := TO_YEAR.match(after):
            years, end = read_count(to["count"]), match.end() + to.end()
        elif rest:
            more = _years(rest["count"], rest["unit"])
            # "25% after one year, then monthly over 4 years" gives the whole length, "over the next 3 years" the rest
            whole = first > 0 and abs(more - 100 / float(first)) < 0.01
            years = more if whole else more + 1
        yield Vesting(match.start(), end, None, years, 12, _frequency(match["rhythm"]), first_year=first)


def _read_cliff_and_thereafter(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in CLIFF_AND_THEREAFTER.finditer(text, sentence.start, sentence.end):
        first = _percent(match["percent"])
        frequency = _frequency(match["rhythm"])
        years = None
        if match["later"] and Decimal(match["later"]):
            a_year = Decimal(match["later"]) * {"monthly": 12, "quarterly": 4, "semiannual": 2}.get(frequency, 1)
            rest = (HUNDRED - first) / a_year
            years = 1 + int(rest) if rest == int(rest) else None
        yield Vesting(match.start(), match.end(), None, years, 12, frequency, first_year=first)


def _read_instalments(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in INSTALMENTS.finditer(text, sentence.start, sentence.end):
        frequency = _frequency(match["rhythm"])
        years = read_count(match["count"]) / {"monthly": 12, "quarterly": 4, "semiannual": 2}.get(frequency, 1)
        if float(years).is_integer() and 1 <= years <= 10:
            yield Vesting(match.start(), match.end(), None, int(years), None, frequency, equal=True)


def _read_short(text: str, sentence: Sentence) -> Iterator[Vesting]:
    """Four years with a cliff of one, as "4/1 vesting"."""
    for match in SHORT.finditer(text, sentence.start, sentence.end):
        yield Vesting(
            match.start(),
            match.end(),
            years=int(match["years"] or match["years2"]),
            cliff_months=12 * int(match["cliff"] or match["cliff2"]),
        )


def _read_half_years(text: str, sentence: Sentence) -> Iterator[Vesting]:
    """Parts by year whose last are paid twice a year: "5% year one, 15% year two, then 20% every six months"."""
    found = HALF_YEARS.search(text, sentence.start, sentence.end)
    if found is None:
        return
    early = list(BY_YEAR.finditer(text, sentence.start, found.start()))
    parts = [Decimal(match["percent"]) for match in early]
    left = HUNDRED - sum(parts)
    yearly = 2 * _percent(found["percent"])
    if parts and yearly and left > 0 and left % yearly == 0:
        parts += [yearly] * int(left / yearly)
        yield Vesting(early[0].start(), found.end(), tuple(parts), len(parts))


def _read_by_year(text: str, sentence: Sentence) -> Iterator[Vesting]:
    matches = list(BY_YEAR.finditer(text, sentence.start, sentence.end))
    if len(matches) < 2:
        return
    years = [int(read_count(m["number"] or m["ordinal"])) for m in matches]
    if years == list(range(1, len(years) + 1)):
        parts = tuple(Decimal(m["percent"]) for m in matches)
        yield Vesting(matches[0].start(), matches[-1].end(), parts, len(parts))


def _read_tuples(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in TUPLE.finditer(text, sentence.start, sentence.end):
        parts = tuple(Decimal(part) for part in re.findall(r"\d+(?:\.\d+)?", match["parts"]))
        if 60 <= sum(parts) <= 140:
            yield Vesting(match.start(), match.end(), parts, len(parts))


def _read_fractions(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in FRACTION.finditer(text, sentence.start, sentence.end):
        frequency = _frequency(match["unit"])
        parts = (
            int(match["nth"]) if match["nth"] else WORD_PARTS[match["word"].lower().replace("-", "").replace(" ", "")]
        )
        years = parts / {"monthly": 12, "quarterly": 4, "annual": 1}.get(frequency, 1)
        if years.is_integer() and 1 <= years <= 10:
            yield Vesting(match.start(), match.end(), None, int(years), None, frequency, equal=True)


def _read_each_year(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in EACH_YEAR.finditer(text, sentence.start, sentence.end):
        part = QUARTERS[match["part"].lower()] if match["part"] else None
        if match["nth"]:
            part = Decimal(100) / int(match["nth"])
        percent = part or _percent(match["percent"])
        around = text[max(sentence.start, match.start() - 25) : min(sentence.end, match.end() + 20)]
        if percent < 10 or BONUS.search(around) or not NEAR.search(text, max(0, match.start() - 160), match.end()):
            continue
        years = round(float(100 / percent), 1)
        paid = PAID_OUT.match(text[match.end() : sentence.end])
        if years.is_integer():
            # "a quarter each year" tells how much of it is a year's, "25% annually" that it comes once a year
            yearly = "annual" if _ONCE_A_YEAR.search(match.group()) else None
            end, rhythm = match.end() + (paid.end() if paid else 0), _frequency(paid["rhythm"]) if paid else yearly
            yield Vesting(match.start(), end, None, int(years), None, rhythm, equal=True)


def _read_cliffs(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in CLIFF.finditer(text, sentence.start, sentence.end):
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
    for match in RHYTHM_NEAR_VEST.finditer(text, sentence.start, sentence.end):
        group = "rhythm" if match["rhythm"] else "before"
        yield Vesting(match.start(group), match.end(group), frequency=_frequency(match[group]))


def _read_over(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in OVER.finditer(text, sentence.start, sentence.end):
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
            rhythm = re.search(RHYTHM, match.group(), re.IGNORECASE) if match["named"] else None
            yield Vesting(
                match.start(), match.end(), years=years, equal=bool(EVENLY.search(match.group())),
                frequency=_frequency(rhythm.group()) if rhythm else None,
            )  # fmt: skip


def _read_evenly(text: str, sentence: Sentence) -> Iterator[Vesting]:
    for match in EVENLY.finditer(text, sentence.start, sentence.end):
        yield Vesting(match.start(), match.end(), equal=True)


_READERS = (
    _read_half_years,
    _read_in_full,
    _read_short,
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

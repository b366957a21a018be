"""Sign-on: money paid once, or in instalments by service year."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from assistant.domain.amounts import WrittenAmount
from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.patterns import CORRECTION, WITH_FIRST_PAY, is_most, read_count
from assistant.letters.pay import counts_things, scale_bare
from assistant.letters.service_year import YEAR, read_year
from assistant.letters.terms import Span, Terms

LEAST_ONCE = 100
_STEP = re.compile(r"\b(?:then|followed by|and then)\b|/", re.IGNORECASE)
_HALVES = re.compile(
    r"\b(?:50 ?/ ?50\b|half and half\b|(?:half\b|50 ?%)[^.;]{0,60}?\b(?:half|rest|remainder|other half|50 ?%|balance)"
    r"|hälfte\b[^.;]{0,60}?\b(?:andere|zweite|restliche)\w* hälfte|moitié\b[^.;]{0,60}?\b(?:autre|seconde|deuxième) moitié"
    r"|mitad\b[^.;]{0,60}?\b(?:otra|segunda) mitad|metade\b[^.;]{0,60}?\b(?:outra|segunda) metade|metà\b[^.;]{0,60}?\b(?:altra|seconda) metà"
    r"|two (?:equal )?(?:instal+ments|tranches|parts|payments|halves))(?![a-z])(?P<second>[^.;]{0,80})",
    re.IGNORECASE,
)
_EQUAL_PARTS = re.compile(
    r"\b(?P<count>two|three|four|[2-4]) (?:equal )?(?:annual |yearly )?(?:instal+ments|tranches|parts|payments)\b"
    r"(?P<when>[^.;]{0,100})",
    re.IGNORECASE,
)
_ANNIVERSARIES = re.compile(r"\banniversar(?:y|ies)\b|\b(?:each|every|per|a) year\b|annual|yearly", re.IGNORECASE)
_A_YEAR_ON = re.compile(r"\b(?:12|twelve) months|\ba year later|\bone year", re.IGNORECASE)
_PART = re.compile(r"(?<![\d.])(?P<share>\d{1,2}) ?(?:%|percent)")
_FURTHER = re.compile(r"\b(?:another|further|additional|second|then|remaining|plus)\b[^.;]{0,12}$", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?P<count>two|three|four|[2-4]) ?(?:(?:equal |annual |yearly )*(?:instal+ments|tranches|payments"
    r"|parts) of|x) $",
    re.IGNORECASE,
)
_CALENDAR_YEAR = re.compile(r"^[^.;\d]{0,40}?\b(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?(20[2-4]\d)\b")
_MONTHS_IN = re.compile(
    r"[^,;.()\d]{0,26}\b(?:[2-9]|1[01]|three|six|nine|30|60|90|180|thirty|sixty|ninety)[ -](?:months?|days?|weeks?)\b(?! of your)",
    re.IGNORECASE,
)
_COUNTS_TIME = re.compile(
    r"[ -]?(?:days?|weeks?|months?|mths?|years?|yrs?|hours?|am|pm|%)\b|(?:st|nd|rd|th)\b", re.IGNORECASE
)
_REPAY = re.compile(r"\b(?:repay|reimburse|refund|pay back|owe|forfeit|recover|claw\w*)\b[^.]{0,30}$", re.IGNORECASE)
_SET_ASIDE = re.compile(r" ?(?:/|an?|per|each|every) ?(?:year|yr|annum) (?:into|towards?|for|on) ", re.IGNORECASE)
"""Behind a yearly sum that is set aside for a purpose: "$2,500 a year into courses"."""
_VALUE = re.compile(r"[|:]")
"""What parts the name of a row from its value."""
_NONE = re.compile(
    r"\bno (?:sign(?:ing)?[- ]?on|signing|joining|sign)\b"
    r"|\b(?:sign(?:ing)?[- ]?on|signing|joining)(?: bonus| award)?\W{0,3}(?:(?:is|has been|was) )?"
    r"(?:withdrawn|removed|dropped|cancel+ed|gone|none|nil|no longer)\b",
    re.IGNORECASE,
)


class _Instalment(NamedTuple):
    year: int | None
    value: Decimal
    span: Span


def read_signing(page: Page, terms: Terms) -> None:
    """Fill `signing`, one entry per instalment; a later statement replaces an earlier one."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in page.mentions:
        if _is_sign_on(page, mention) and _is_payment(page, mention.amount, terms):
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence, mentions in list(by_sentence.items()):
        by_sentence[sentence] = [*mentions, *_unnamed_parts(page, sentence, mentions, terms)]
        if sentence + 1 not in by_sentence and (more := _further_part(page, sentence + 1, terms)):
            by_sentence[sentence + 1] = [more]
    kept: list[_Instalment] = []
    for sentence, mentions in by_sentence.items():
        new = _read_group(page, mentions)
        if new and not _says_again(kept, new):
            kept = _combine(kept, new, page.words(sentence), terms)
    if kept:
        terms.put("signing", [{"year": item.year or 1, "amount": item.value} for item in kept], kept[0].span)
        del terms.spans["signing"]
        terms.spans |= {f"signing[{i}]": item.span for i, item in enumerate(kept)}
    if _NONE.search(page.terms):
        terms.cues.add("no_signing")


def _is_sign_on(page: Page, mention: Mention) -> bool:
    """Whether a sum is called a sign-on, or comes with the first salary and is called nothing else but a bonus."""
    unnamed = mention.kind in (None, "bonus") and mention.amount.kind == "money"
    return mention.kind == "sign_on" or (unnamed and bool(WITH_FIRST_PAY.match(page.terms, mention.amount.end)))


def _unnamed_parts(page: Page, sentence: int, mentions: list[Mention], terms: Terms) -> list[Mention]:
    """The last part of a sum told in parts: "$45,000, of which $30,000 at hire and $15,000 after a year"."""
    total = mentions[0].amount
    rest = [m for m in page.by_sentence[sentence] if m.amount.start > total.end and total.kind == "money"]
    parts = [m for m in rest if m.kind in ("sign_on", None) and _is_payment(page, m.amount, terms)]
    whole = _parts_of(page, total, sentence)
    if whole is not None and any((_year_of(page, part, whole) or 1) > 1 for part in whole):
        return [m for m in whole if all(m.amount.start != own.amount.start for own in mentions)]
    last = mentions[-1].amount
    further = [m for m in parts if m.kind is None and m.amount.start > last.end and _goes_on(page, m)]
    return further[:1]


def _parts_of(page: Page, total: WrittenAmount, sentence: int) -> list[Mention] | None:
    """The sums behind a whole, in its sentence or the next, that make exactly the whole: "15 at start, 15 a year on"."""
    near = [*page.by_sentence.get(sentence, ()), *page.by_sentence.get(sentence + 1, ())]
    later = [m for m in near if m.amount.start > total.end and m.amount.kind != "percent" and not m.amount.unit]
    later = [
        m for m in later if m.kind in ("sign_on", "other", None) and not _COUNTS_TIME.match(page.terms, m.amount.end)
    ]
    for count in (2, 3, 4):
        for parts in combinations(later[:6], count):
            told = [replace(part.amount, value=_in_kind(total, part.amount)) for part in parts]
            if sum(amount.value for amount in told) == total.value:
                return [part._replace(amount=amount) for part, amount in zip(parts, told, strict=True)]
    return None


def _in_kind(total: WrittenAmount, part: WrittenAmount) -> Decimal:
    """A part of a sum; a bare one below a thousand is told in thousands as its whole is."""
    return part.value * 1000 if not part.explicit and part.value < 1000 <= total.value else part.value


def _goes_on(page: Page, mention: Mention) -> bool:
    before = page.terms[max(0, mention.amount.start - 25) : mention.amount.start]
    return bool(_FURTHER.search(before)) and (_year_of(page, mention, [mention]) or 1) > 1


def _further_part(page: Page, sentence: int, terms: Terms) -> Mention | None:
    """A sum that goes on with the sign-on of the sentence before: "another $25k at the 12-month mark"."""
    for mention in page.by_sentence.get(sentence, ()):
        if mention.kind is None and _goes_on(page, mention) and _is_payment(page, mention.amount, terms):
            return mention
    return None


def _is_payment(page: Page, amount: WrittenAmount, terms: Terms) -> bool:
    if amount.value < 0:
        terms.warnings.append(f"A negative amount ({amount.quote}) stands where the sign-on belongs: it was not read.")
        return False
    if amount.kind == "percent" or amount.unit or counts_things(amount, page) or scale_bare(amount, page) < LEAST_ONCE:
        return False
    before = page.terms[max(0, amount.start - 40) : amount.start]
    if _SET_ASIDE.match(page.terms, amount.end):
        return False
    return amount.partner is None and not is_most(page.terms, amount.start) and not _REPAY.search(before)


def _says_again(kept: list[_Instalment], new: list[_Instalment]) -> bool:
    return sum(item.value for item in kept) == sum(item.value for item in new) and len(new) == 1


def _combine(kept: list[_Instalment], new: list[_Instalment], words: str, terms: Terms) -> list[_Instalment]:
    if kept and all((item.year or 1) > max(k.year or 1 for k in kept) for item in new):
        return kept + new
    if kept and sum(k.value for k in kept) == sum(n.value for n in new):
        return new
    if kept and not CORRECTION.search(words):
        terms.warnings.append("The text gives two sign-on figures: the later one was read.")
    return new


def _read_group(page: Page, mentions: list[Mention]) -> list[_Instalment]:
    items = [_Instalment(_year_of(page, m, mentions), scale_bare(m.amount, page), m.span) for m in mentions]
    if (named := _years_after(page, mentions)) is not None:
        items = [item._replace(year=year) for item, year in zip(items, named, strict=True)]
    if (early := _within_a_year(page, mentions, items)) is not None:
        return early
    if len(items) > 2 and items[0].value == sum(item.value for item in items[1:]):
        items = _fill_years(items[1:])
    items = _by_calendar_year(page, mentions, items)
    dated = [item for item in items if item.year is not None]
    undated = [item for item in items if item.year is None]
    if len(dated) > 1 and undated and sum(i.value for i in dated) == sum(i.value for i in undated):
        items = dated
    elif len(items) > 1 and not dated:
        items = _in_steps(page, mentions, items)
    if len(items) == 1:
        told_in_parts = _each_parts(page, mentions[0], items[0])
        told_in_parts = (
            told_in_parts or _percent_parts(page, mentions[0], items[0]) or _equal_parts(page, mentions[0], items[0])
        )
        return told_in_parts or _halves(page, mentions[0], items[0])
    if any(item.year is None for item in items):
        items = _fill_years(items)
    return _one_a_year(items)


def _within_a_year(page: Page, mentions: list[Mention], items: list[_Instalment]) -> list[_Instalment] | None:
    """Parts of which one is paid some months in ("10k at start and 5k at your 6-month mark"): all are year 1's."""
    if len(mentions) < 2 or len(items) > len(mentions):
        return None
    parts = list(zip(mentions, items, strict=False)) if len(items) == len(mentions) else []
    if len(parts) > 2 and items[0].value == sum(item.value for item in items[1:]):
        parts = parts[1:]
    early = [bool(_MONTHS_IN.match(page.terms, mention.amount.end)) for mention, _ in parts]
    if not any(early) or any((item.year or 1) > 1 for _, item in parts):
        return None
    return [parts[0][1]._replace(year=1, value=sum((item.value for _, item in parts), Decimal(0)))]


def _by_calendar_year(page: Page, mentions: list[Mention], items: list[_Instalment]) -> list[_Instalment]:
    """Instalments each with the calendar year it is paid in: the earliest is year 1."""
    ends = [mention.amount.end for mention in mentions][-len(items) :]
    stops = [*[mention.amount.start for mention in mentions][-len(items) :][1:], ends[-1] + 60]
    years = [_CALENDAR_YEAR.search(page.text[end:stop]) for end, stop in zip(ends, stops, strict=True)]
    if len(items) < 2 or not all(years):
        return items
    numbers = [int(year[1]) for year in years if year]
    return [item._replace(year=n - min(numbers) + 1) for item, n in zip(items, numbers, strict=True)]


def _equal_parts(page: Page, mention: Mention, item: _Instalment) -> list[_Instalment]:
    """A sum in equal yearly parts ("in three equal instalments, on hire and on each anniversary"), or nothing."""
    end = page.sentences[mention.sentence].end
    parts = _EQUAL_PARTS.search(page.terms, mention.amount.end, end)
    if parts is None or not _ANNIVERSARIES.search(parts.group()) or re.search(r"\bvest|month", parts.group(), re.I):
        return []
    count = int(read_count(parts["count"]))
    later = re.search(r"\banniversar", parts["when"], re.I) and not re.search(
        r"\b(?:hire|start\w*|join\w*|sign\w*|first pay\w*)\b", parts["when"], re.I
    )
    part = round(item.value / count, 2)
    return [item._replace(year=place + 1 + bool(later), value=part) for place in range(count)]


def _each_parts(page: Page, mention: Mention, item: _Instalment) -> list[_Instalment]:
    """A sum that is paid several times, a year apart: "two instalments of $15,000 each, the second after one year"."""
    start = max(0, mention.amount.start - 45)
    count = _EACH.search(page.terms[start : mention.amount.start])
    when = page.terms[mention.amount.end : page.sentences[mention.sentence].end]
    if count is None or not (
        _ANNIVERSARIES.search(count.group() + when) or YEAR.search(when) or _A_YEAR_ON.search(when)
    ):
        return []
    return [item._replace(year=place + 1) for place in range(int(read_count(count["count"])))]


def _percent_parts(page: Page, mention: Mention, item: _Instalment) -> list[_Instalment]:
    """A sum told in percents that make the whole: "60% upon commencement and 40% after twelve months", or nothing."""
    end = page.sentences[mention.sentence].end
    parts = list(_PART.finditer(page.terms, mention.amount.end, min(end, mention.amount.end + 250)))
    shares = [Decimal(part["share"]) for part in parts]
    if len(parts) < 2 or sum(shares) != 100:
        return []
    stops = [*(part.start() for part in parts[1:]), min(end, parts[-1].end() + 80)]
    years = [YEAR.search(page.terms, part.end(), stop) for part, stop in zip(parts, stops, strict=True)]
    placed = [read_year(year) if year else 1 for year in years]
    if len(set(placed)) < len(placed):
        return []
    return [item._replace(year=y, value=item.value * share / 100) for y, share in zip(placed, shares, strict=True)]


def _years_after(page: Page, mentions: list[Mention]) -> list[int] | None:
    """The years of figures that come first and their years after: "50k/25k sign-on yr1/yr2"."""
    gaps = [page.text[a.amount.end : b.amount.start] for a, b in pairwise(mentions)]
    if not gaps or not all(re.fullmatch(r" ?(?:/|,|&|\+|and|then) ?", gap) for gap in gaps):
        return None
    end = mentions[-1].amount.end
    years = [read_year(found) for found in YEAR.finditer(page.terms, end, end + 45)]
    return years if years == list(range(1, len(mentions) + 1)) else None


def _in_steps(page: Page, mentions: list[Mention], items: list[_Instalment]) -> list[_Instalment]:
    """Bare figures: "62k then 48k" are years 1 and 2; two bare figures otherwise are one figure and its correction."""
    gaps = [page.text[a.amount.end : b.amount.start] for a, b in pairwise(mentions)]
    if any(re.search(r"\bv\d", gap) for gap in gaps):
        return items[-1:]
    if all(_STEP.search(gap) and len(gap) < 40 for gap in gaps):
        return [item._replace(year=place + 1) for place, item in enumerate(items)]
    return items[-1:]


def _fill_years(items: list[_Instalment]) -> list[_Instalment]:
    known = {item.year for item in items}
    free = iter([year for year in range(1, 11) if year not in known])
    return [item if item.year else item._replace(year=next(free)) for item in items]


def _one_a_year(items: list[_Instalment]) -> list[_Instalment]:
    return sorted({item.year: item for item in items}.values(), key=lambda item: item.year or 1)


def _year_of(page: Page, mention: Mention, group: list[Mention]) -> int | None:
    amount = mention.amount
    place = group.index(mention)
    sentence = page.sentences[mention.sentence]
    stop = group[place + 1].amount.start if place + 1 < len(group) else sentence.end
    after = re.split(
        r"[,;]|\band\b(?= (?:[^ ]?\d|(?:one|another|the|a) (?:more|further|rest|other|remain\w+|balance)))",
        page.terms[amount.end : min(stop, amount.end + 70)],
    )[0]
    if _REPAY.search(page.terms[amount.end : amount.end + len(after)] + " "):
        after = ""
    found = None if _is_led_by_year(page, group[0].amount) else YEAR.search(after)
    if found is None and re.search(r"repa|claw|leave|resign|within", after, re.IGNORECASE):
        return None
    if found is None:
        start = group[place - 1].amount.end if place else max(sentence.start, amount.start - 40)
        found = next(iter(reversed(list(YEAR.finditer(page.terms, start, amount.start)))), None)
        is_key = found and _VALUE.search(page.terms, found.end(), amount.start)
        if found and amount.start - found.end() > 14 and not (is_key or _names_year(mention, found)):
            return None
    return read_year(found) if found and not re.search(r"leave|within|before", after, re.IGNORECASE) else None


def _names_year(mention: Mention, year: re.Match[str]) -> bool:
    """Whether the year stands right before the name of the sum: "Year 2 sign-on bonus of $40,000"."""
    return mention.label is not None and 0 <= mention.label.start - year.end() <= 2


def _is_led_by_year(page: Page, amount: WrittenAmount) -> bool:
    """Whether a year stands right before the first sum ("y1 95k y2 70k"): then each follows its year."""
    start = max(0, amount.start - 24)
    return any(amount.start - year.end() <= 6 for year in YEAR.finditer(page.terms, start, amount.start))


def _halves(page: Page, mention: Mention, item: _Instalment) -> list[_Instalment]:
    sentence = page.sentences[mention.sentence]
    parts = _HALVES.search(page.terms, mention.amount.start, sentence.end)
    if parts is None or re.search(r"\bvest|\bstock|\brsu", parts.group(), re.IGNORECASE):
        return [item]
    later = next(iter(reversed(list(YEAR.finditer(parts["second"])))), None)
    year = read_year(later) if later else 1
    if year == 1:
        return [item]
    half = item.value / 2
    return [item._replace(year=1, value=half), item._replace(year=year, value=half)]

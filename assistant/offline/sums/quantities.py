"""Quantities: the numbers of a question with what they count, as the slots of a calculation take them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from assistant.domain.amounts import WrittenAmount, read_amounts

QuantityKind = Literal["money", "percent", "kept", "span", "count", "plain"]
Period = Literal["hour", "day", "week", "bi-week", "semi-month", "month", "year"]

THOUSAND = Decimal(1000)
_MONTHS = {"year": Decimal(12), "month": Decimal(1), "week": Decimal(12) / 52, "day": Decimal(12) / 365}
_WORDS: dict[str, Decimal] = {
    name: Decimal(number)
    for name, number in (
        ("a", "1"), ("an", "1"), ("one", "1"), ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"),
        ("seven", "7"), ("eight", "8"), ("nine", "9"), ("ten", "10"), ("eleven", "11"), ("twelve", "12"), ("half a", "0.5"),
    )
}  # fmt: skip
_SPELLED = r"two|three|four|five|six|seven|eight|nine"
_SPELLED_COUNT = re.compile(
    rf"(?<!ty )(?<!ty-)(?<!hundred )(?<!thousand )(?<!point )\b(?P<count>{_SPELLED}) (?=(?:more |extra |further |annual |yearly )?(?:raises?|rises|increases|increments|hikes|steps|rounds|tranches|vests|installments|instalments|payments|semesters|trimesters|terms|courses|classes|modules|families|nights|evenings|weekends|shifts)\b|(?:an?|per|each|every) (?:hour|day|week|month|year)\b)"
    rf"|\b(?:over|for|after) (?P<alone>{_SPELLED}|ten)(?=\s*(?:[.?!,;\n]|$))"
    r"|\b(?P<halved>one|two) and a half(?! (?:year|month|week|hour|day|hundred|thousand|million))\b",
    re.IGNORECASE,
)
"""Small numbers in words that count what a sum counts; others, as in "two offers", are no quantities."""
_SPELLED_SPAN = re.compile(
    r"(?<![efhnrx]ty[ -])\b(?P<count>half a|an?|one|two|three|four|five|six)[ -](?:full |whole |more )?(?P<unit>year|month|week)s?\b"
    r"(?P<half> and a half)?",
    re.IGNORECASE,
)
_FOREIGN = (
    r"un|uno|uma?|eine[mnr]?|ein", r"dos|dois|duas|zwei|deux|due|twee", r"tres|três|drei|trois|tre|drie",
    r"cuatro|quatro|vier|quatre|quattro", r"cinco|fünf|funf|cinq|cinque|vijf", r"seis|sechs|six|sei|zes",
)  # fmt: skip
"""One to six as they are said elsewhere, with and without accents."""
_FOREIGN_UNITS = (
    ("year", r"años|anos|jahren?|ans|anni|jaren"),
    ("month", r"mes|meses|mês|monate?n?|mois|mesi|mese|maanden"),
    ("week", r"semanas?|wochen?|semaines?|settimane|weken"),
)
_FOREIGN_SPAN = re.compile(
    rf"(?<!\bpor )(?<!\bal )(?<!\ben )(?<!\bem )\b(?P<count>{'|'.join(_FOREIGN)}) (?P<unit>{'|'.join(words for _, words in _FOREIGN_UNITS)})\b",
    re.IGNORECASE,
)
_COUNTED_SPAN = re.compile(
    r"(?<![\w.,$€£])(?P<number>\d{1,3}(?:\.\d)?)[ -](?:full|whole|complete[d]?|more|further|additional|straight) (?P<unit>year|yr|month|mo|week)s?\b",
    re.IGNORECASE,
)
_AND_MONTHS = re.compile(r"(?: ?(?:years?|yrs?|y))?(?:,? and |, | & | )(?:about )?", re.IGNORECASE)
_OF_MONTHS = re.compile(
    r"(?:[ -]?mo(?:nth)?s?)?[ -](?:cliff|notice|clawback|probation|vest\w*|period|of|paid|unpaid|bonus|salary)",
    re.IGNORECASE,
)
_CENTS = re.compile(r"^(?: ?(?:cents?|pence|(?-i:c|ct))\b(?!')|(?-i:p)(?![\w.]))(?! on)", re.IGNORECASE)
_OF_A_DOLLAR = re.compile(
    r"^ ?(?:cents?|pence|c|ct)? (?:per|for|on|to) (?:(?:each|every|the|a) )?(?:dollar|euro|pound)\b", re.IGNORECASE
)
"""Cents behind which a part of an amount is meant: they match "75 cents per dollar"."""
_NUMBERED_TIME = re.compile(
    r"(?<![\d-] )(?<!\d)(?<!\d-)(?<!\ba )(?<!\bper )(?<!\beach )(?<!\bevery )(?<!/)(?<!/ )"
    r"\b(?:(?P<unit>month|year|mo|yr)s? ?#?(?P<number>\d{1,2})|(?P<named>month|year) (?P<word>(?<=month )(?:one|two)|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b"
    r"(?![%kK.,/]?\d|%|k\b| ?-?(?:lakhs?|lacs?|crores?|cr|lpa|thousand|million|months?|mos?|years?|yrs?|weeks?|wks?|days?|hours?|hrs?|percent)\b)",
    re.IGNORECASE,
)
"""A time known by its number: "month 9", "year two"; neither "18 months 3 lakh" nor "a month 11 months" is one."""
_SHORT_SPAN = re.compile(r"(?<![\w$€£.])(?P<number>\d{1,2}(?:\.\d)?) ?(?P<unit>y|m|mos?|yrs?)\b(?!\w)", re.IGNORECASE)
_YEARS_OF_GRANT = re.compile(
    r"\b(?:rsus?|stocks?|equity|shares|grant|options)/(?P<number>[2-6])(?![\d.,/]*\d| ?(?:%|k\b|y|mo))", re.IGNORECASE
)
_SOLD = re.compile(
    r"\b(?:sells?|sold|sale|selling|exits?|valu(?:ed|es|ation|e)|acqui\w+|bought|buys?|pre-?money|post-?money|raised|round)\b",
    re.IGNORECASE,
)
_ITSELF_AND = re.compile(
    r"\b(?:por|para|con|que|de|en|la|el|los|las|una?|del|es|mes|meses|horas|dias|pagas)\b", re.IGNORECASE
)
"""Words of a language in which "14 y" is "14 and"."""
_COUNTED = re.compile(
    r"^(?! ?(?:an?|per|each|every|/) ?share)[ -]?(?:\(?[A-Za-z-]+\)?[ -]){0,3}?(?:shares?|shs|stock options?|options?|units?|rsus?|isos?|nsos?|stocks)\b(?! ?(?:price|value|worth))",
    re.IGNORECASE,
)
_PART_BY_MONTH = re.compile(
    r"(?<![\w.,/$€£])(?:1 ?/ ?(?P<number>\d{1,2})(?:th)?|(?:an?|one)[ -](?P<word>[a-z]+(?:[ -][a-z]+)?th))\b(?=(?: \w+){1,6} months?\b)",
    re.IGNORECASE,
)
_PARTS = {"twelfth": 12, "eighteenth": 18, "twenty-fourth": 24, "thirtieth": 30, "thirty-sixth": 36, "forty-eighth": 48, "sixtieth": 60}  # fmt: skip
"""A part that goes back, or vests, for every month tells of how many months."""
MOST = {"year": Decimal(100), "month": Decimal(720), "week": Decimal(800)}
"""No span is longer: "1,240 stipend a week" is money."""
_CLOSES = re.compile(r"^[ -]?(?:year|yr|month)s?[ -]end\b", re.IGNORECASE)
MORE_THAN_A_MONTH = Decimal(50_000)
_WHAT_IS = re.compile(r"\b(?:what(?:'?s| is)?|how much is)\s+[$€£]?$", re.IGNORECASE)
WORTH = "worth"
_WORTH = re.compile(r"^ ?(?:of )?(?:rsus?|stocks?)\b(?! units)", re.IGNORECASE)
_WORTH_IN = re.compile(
    r"^ (?:in|worth of) (?:[A-Za-z-]+ ){0,2}(?:rsus?|stocks?|shares|equity|options)\b", re.IGNORECASE
)
"""240k RSUs are worth so much; 240k shares are so many."""
_PERIOD_WORDS: tuple[tuple[Period, str], ...] = (
    ("hour", r"(?:por|la|a|pro|die) (?:hora|stunde|std)\b|(?:de l'|par )heure\b|(?:/ ?|(?:per|an?|each|every|by the) )(?:hour|hr|h)\b|hourly|ph\b|p/h"),
    ("day", r"(?:por|pro|al|am|par) (?:d[ií]a|tag|jour)\b|diari[oa]s?\b|(?:/ ?|(?:per|a|each|by the) )(?:day|d)\b|daily|(?:a )?day rate|pd\b"),
    ("bi-week", r"(?:/ ?|(?:per|a|each|every) )(?:two weeks|2 weeks|other week|fortnight|paycheck|pay period)\b|bi-?weekly|fortnightly"),
    ("semi-month", r"semi-?monthly|twice a month|(?:por|la|a la) quincena\b|quincenal\w*"),
    ("week", r"(?:por|pro) (?:semana|woche)\b|(?:/ ?|(?:per|a|each|every) )(?:week|wk)\b|weekly|pw\b"),
    ("month", r"(?:/ ?|(?:per|a|each|every) )(?:month|mo|mth|m)\b|monthly|pm\b|pcm|p\.m\.|al mes|/ ?mes\b|(?:por|ao) m[eê]s\b|mahin\w+|(?:im|pro) monat|monats\w+|monatlich|mensual\w*"),
    ("year", r"(?:/ ?|(?:per|an?|each|every) )(?:year|yr|annum|y)\b|annual(?:ly)?|yearly|pa\b|p\.a\.|lpa|(?:al|por|ao) a[nñ]o\b|anual\w*|(?:im|pro) jahr|jahres\w+|jährlich"),
)  # fmt: skip
_PERIODS = tuple(
    (period, re.compile(rf"^\s*(?:[a-z]{{3}}\b ?)?(?:in \w+ |gross |base |fixed |before tax |w2 |on w2 |brut[to]o?s? |euros? |net[oa]?s? |€ ?|basic )*(?:{words})", re.IGNORECASE))
    for period, words in _PERIOD_WORDS
)  # fmt: skip
_PERIOD_WORDS_BEFORE: tuple[tuple[Period, str], ...] = (
    ("hour", r"hourly|stundenlohn|stundensatz|taux horaire"),
    ("day", r"(?<!one )(?<!some )\bday|daily|tagessatz|\btjm|taux journalier"),
    ("bi-week", r"bi-?weekly|fortnightly"),
    ("semi-month", r"semi-?monthly"),
    ("week", r"weekly"),
    ("month", r"monthly|per month|a month|mensua?l|mensuel|monatlich|monatsgehalt|monatslohn"),
    ("year", r"annual|yearly|anual|annuel|j[aä]hrlich|jahresgehalt|jahresbrutto"),
)  # fmt: skip
_PERIOD_BEFORE = tuple(
    (period, re.compile(rf"(?:{words})(?: (?:rate|pay|salary|wage|gross|net|sum|amount|income|paycheck))?(?: (?:of|is|at|was|would be))?[ :=]*$", re.IGNORECASE))
    for period, words in _PERIOD_WORDS_BEFORE
)  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """A number of the text: `text[start:end]` writes it. A span of time is in months."""

    start: int
    end: int
    value: Decimal
    kind: QuantityKind
    currency: str | None = None
    explicit: bool = False
    period: Period | None = None
    unit: str | None = None


def read_quantities(text: str) -> list[Quantity]:
    """The quantities of the text from left to right, none inside another.

    >>> [(str(q.value), q.kind) for q in read_quantities("40k options at $2, leave after a year")]
    [('40000', 'count'), ('2', 'money'), ('12', 'span')]
    """
    spans = [
        *_spelled_spans(text),
        *_counted_spans(text),
        *_short_spans(text),
        *_parts_by_month(text),
        *_foreign_spans(text),
        *_spelled_counts(text),
    ]
    found = list(spans)
    for amount in read_amounts(text):
        if not any(span.start < amount.end and amount.start < span.end for span in spans):
            found.append(_classify(text, amount))
    return _joined(text, sorted(found, key=lambda quantity: quantity.start))


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Years and the months told with them as one span: "3 years and 8 months"."""
    made: list[Quantity] = []
    for item in found:
        if made and _goes_on(text, made[-1], item):
            made[-1] = replace(item, start=made[-1].start, value=made[-1].value + item.value)
        else:
            made.append(item)
    return made


def _goes_on(text: str, years: Quantity, months: Quantity) -> bool:
    """Whether months are told right behind the years they add to, and are of nothing else, such as a cliff."""
    spans = years.kind == months.kind == "span" and (years.unit, months.unit) == ("year", "month")
    joined = _AND_MONTHS.fullmatch(text[years.end : months.start]) and not _OF_MONTHS.match(text[months.end :])
    return bool(spans and months.value < _MONTHS["year"] and joined)


def _classify(text: str, amount: WrittenAmount) -> Quantity:
    after, before = text[amount.end : amount.end + 40], text[max(0, amount.start - 32) : amount.start]
    if amount.kind == "percent":
        return Quantity(amount.start, amount.end, amount.value, "percent")
    if amount.unit in _MONTHS and is_span(amount.unit, amount.value, after):
        return Quantity(amount.start, amount.end, amount.value * _MONTHS[amount.unit], "span", unit=amount.unit)
    if amount.kind == "plain" and _OF_A_DOLLAR.match(after) and _CENTS.match(after):
        return Quantity(amount.start, amount.end, amount.value, "percent")
    if _CENTS.match(after):
        return Quantity(amount.start, amount.end, amount.value / 100, "money", explicit=True)
    worth = (amount.explicit and _WORTH.match(after)) or _WORTH_IN.match(after)
    if worth:
        return Quantity(amount.start, amount.end, amount.value, "money", amount.currency, True, unit=WORTH)
    if amount.currency is None and _COUNTED.match(after):
        return Quantity(amount.start, amount.end, amount.value, "count", explicit=amount.explicit)
    period = next((name for name, words in _PERIODS if words.match(after)), None)
    if period is None:
        period = next((name for name, words in _PERIOD_BEFORE if words.search(before)), None)
    if period == "month" and amount.value >= MORE_THAN_A_MONTH and amount.currency != "INR" and _WHAT_IS.search(before):
        period = None  # "what's 180k a month" asks for the month
    if amount.per_year:
        period = "year"
    if amount.unit in _MONTHS and period is None and not _CLOSES.match(after):
        period = cast("Period", amount.unit)
    kind: QuantityKind = "money" if amount.kind == "money" else "plain"
    return Quantity(
        amount.start, amount.end, amount.value, kind, amount.currency, amount.explicit, period, amount.unit if amount.unit not in _MONTHS else None
    )  # fmt: skip


def is_span(unit: str | None, value: Decimal, after: str) -> bool:
    """Whether so many of a unit can be a span of time, with the text behind the number."""
    return value <= MOST.get(unit or "", value) and not _CLOSES.match(after)


def _spelled_spans(text: str) -> Iterator[Quantity]:
    for match in _SPELLED_SPAN.finditer(text):
        count = Decimal(_WORDS[match["count"].lower()]) + (Decimal("0.5") if match["half"] else 0)
        before = text[max(0, match.start() - 12) : match.start()]
        unit = match["unit"].lower()
        if match["count"].lower() in ("a", "an") and _is_rate(before):
            continue
        yield Quantity(match.start(), match.end(), count * _MONTHS[unit], "span", unit=unit)
    for match in _NUMBERED_TIME.finditer(text):
        unit = "month" if (match["unit"] or match["named"]).lower().startswith("m") else "year"
        number = Decimal(match["number"]) if match["number"] else _WORDS[match["word"].lower()]
        yield Quantity(match.start(), match.end(), number * _MONTHS[unit], "span", unit=unit)


def _spelled_counts(text: str) -> Iterator[Quantity]:
    for match in _SPELLED_COUNT.finditer(text):
        name = "count" if match["count"] else "alone" if match["alone"] else "halved"
        value = _WORDS[match[name].lower()] + (Decimal("0.5") if match["halved"] else 0)
        end = match.end() if match["halved"] else match.end(name)
        amount = WrittenAmount(match.start(name), end, text[match.start(name) : end], value, "plain")
        yield _classify(text, amount)


def _is_rate(before: str) -> bool:
    """Whether "a year" behind these words tells how often: "180k a year", "10% a year", "twice a year"."""
    return bool(
        re.search(
            r"(?:[\dkKmM%$€£]|thousand|grand|dollars|lakhs?|how much|percent|once|twice|times|days|worth|pays?|paid|gross|net|base|less|more|extra)\s*$",
            before,
            re.IGNORECASE,
        )
    )


_AND_A_HALF = re.compile(
    r"(?<![\w.,$€£])(?P<number>\d{1,2}) (?:and a half|1/2|½) (?P<unit>year|month)s?\b", re.IGNORECASE
)


def _counted_spans(text: str) -> Iterator[Quantity]:
    for match in _AND_A_HALF.finditer(text):
        unit = match["unit"].lower()
        months = (Decimal(match["number"]) + Decimal("0.5")) * _MONTHS[unit]
        yield Quantity(match.start(), match.end(), months, "span", unit=unit)
    for match in _COUNTED_SPAN.finditer(text):
        unit = (
            "month" if match["unit"].lower().startswith("m") else "week" if match["unit"].lower()[0] == "w" else "year"
        )
        yield Quantity(match.start(), match.end(), Decimal(match["number"]) * _MONTHS[unit], "span", unit=unit)


def _parts_by_month(text: str) -> Iterator[Quantity]:
    for match in _PART_BY_MONTH.finditer(text):
        months = int(match["number"]) if match["number"] else _PARTS.get(match["word"].lower().replace(" ", "-"))
        if months:
            yield Quantity(match.start(), match.end(), Decimal(months), "span", unit="month")


def _short_spans(text: str) -> Iterator[Quantity]:
    for match in _SHORT_SPAN.finditer(text):
        letter = match["unit"].lower()
        if letter == "m" and not _is_months(text, match):
            continue  # 2m is two million as a rule
        if letter == "y" and match.group()[-2] == " " and len(_ITSELF_AND.findall(text)) > 1:
            continue
        unit = "year" if letter.startswith("y") else "month"
        yield Quantity(match.start(), match.end(), Decimal(match["number"]) * _MONTHS[unit], "span", unit=unit)
    for match in _YEARS_OF_GRANT.finditer(text):
        years = Decimal(match["number"])
        yield Quantity(match.start("number"), match.end(), years * _MONTHS["year"], "span", unit="year")


def _is_months(text: str, match: re.Match[str]) -> bool:
    """Whether an "m" stands for months: "after 18m", but not "sold at 80M"."""
    before = re.search(r"\b(after|at|over|in|for)\s*$", text[: match.start()][-8:])
    if before is None or (before[1] in ("at", "for") and match["unit"] == "M"):
        return False
    return before[1] not in ("at", "for") or not _SOLD.search(text)


def _foreign_spans(text: str) -> Iterator[Quantity]:
    for match in _FOREIGN_SPAN.finditer(text):
        count = next(n for n, words in enumerate(_FOREIGN, 1) if re.fullmatch(words, match["count"], re.IGNORECASE))
        unit = next(name for name, words in _FOREIGN_UNITS if re.fullmatch(words, match["unit"], re.IGNORECASE))
        yield Quantity(match.start(), match.end(), count * _MONTHS[unit], "span", unit=unit)

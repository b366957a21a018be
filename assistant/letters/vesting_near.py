"""Vesting near: what the lines around a grant say of its vesting, read part by part where no phrase was known.

Percentages that come to a hundred are a schedule, whatever stands between them; a part "each quarter" fills what is
left. Years, cliff and rhythm are a count beside a word for them.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.letters.mentions import Page
from assistant.letters.sentences import Sentence
from assistant.letters.terms import Grant, Span

_REACH_SENTENCES = 5
_REACH = 480
_LEAST = 3
MOST_YEARS = 10
_OTHER_TERMS = ("base", "bonus", "sign_on", "relocation", "retention")
_COUNTS = {
    1: "a|an|one|first|1st|un|une|uno|um|uma|ein|eine[mnrs]?|erste[nrs]?|ek|ett|en|première?|primer", 2: "two|deux|zwei|dos|due|do|två|to|second",
    3: "three|trois|drei|tres|tre|três|teen", 4: "four|quatre|vier|cuatro|quattro|quatro|char|fyra|fire",
    5: "five|cinq|fünf|cinco|cinque|fem", 6: "six|sechs|seis|sei", 12: "twelve|douze|zwölf|doce", 24: "twenty-?four",
}  # fmt: skip
_COUNT = r"(?:\d{1,2}|" + "|".join(_COUNTS.values()) + r")"
_YEAR = r"(?:years?|yrs?|y|jahr(?:en?|es)?|ans?|années?|años?|anos?|anni|anno|jaar|saal|år|lata?)(?![^\W\d])"
_MONTH = r"(?:months?|mths?|mos?|monaten?|mois|meses|mesi|maanden|månader|mahine)(?![^\W\d])"
_TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBER_WORD = lazy(
    rf"\b(?P<word>{'|'.join(sorted(_TENS, key=len, reverse=True))})(?: percent| per cent|(?= at the end of))",
    re.IGNORECASE,
)
_PERCENT_WORD = lazy(r"(?<=\d) (?:percent|per cent|prozent|por ciento)\b", re.IGNORECASE)
_PART = lazy(r"(?<![\d.,/])(?P<percent>\d{1,2}(?:[.,]\d{1,2})?) ?%(?! (?:of (?:base|salary|pay)|fully))")
_HALF = lazy(r"\b(?:the (?:other )?|remaining )?half(?= (?:vests? )?(?:after|at|on|upon)\b)", re.IGNORECASE)
_QUARTER_PART = lazy(r"\b(?:a|one)[ -]quarter\b(?= (?:vests? )?(?:after|at|on|upon)\b)", re.IGNORECASE)
_EACH = r"(?:(?:each|every|per|a|an|pro|par|cada|har|ogni|varje)\b|/)"
_TIMES: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("semiannual", 2, lazy(rf"{_EACH} (?:half|six|6)|semi-?annual|half-?yearly", re.IGNORECASE)),
    ("quarterly", 4, lazy(rf"{_EACH} ?(?:\w+ )?(?:quarter|three months|3 months|trimest)|quarterly", re.IGNORECASE)),
    ("monthly", 12, lazy(rf"{_EACH} ?(?:month\b|monat|mois)|monthly", re.IGNORECASE)),
)
_YEARLY = lazy(rf"(?<![^\W\d]){_EACH} ?(?:\w+ )?(?:{_YEAR}|anniversar)", re.IGNORECASE)
_EACH_OF = lazy(r"\beach of years (?P<list>\d(?:(?:, | and |, and )\d)+)", re.IGNORECASE)
_AT_ONE_YEAR = lazy(
    rf"\b(?:{_COUNTS[1]}|1)[ -]?(?:full )?(?:{_YEAR}|anniversar\w*)|\b(?:12|twelve|first 12|first twelve) {_MONTH}|\b(?:yr|year) ?(?:1|one)\b",
    re.IGNORECASE,
)
_SLASHED = lazy(r"(?<![\d./$€£])(?P<parts>\d{1,2}(?: ?/ ?\d{1,2}){2,5}|\d{1,2}(?: ?- ?\d{1,2}){3})(?![\d/])")
_LENGTH = lazy(
    rf"(?<![\w.])(?P<count>{_COUNT})[ -]?(?:(?P<year>{_YEAR})|(?P<month>{_MONTH}))(?![ -]?(?:\w+ )?cliff)",
    re.IGNORECASE,
)
_NO_LENGTH = lazy(
    r"\b(?:after|within|first|next|expir\w*|window|leaving|every|each|aged?|raised|for the)\W+(?:\w+ )?$", re.IGNORECASE
)
_CLIFF = lazy(
    rf"(?<![\w.])(?P<before>{_COUNT})[ -]?(?:(?P<by>{_YEAR})|(?P<bm>{_MONTH}))[ -]?(?:\w+ ){{0,2}}?cliff"
    rf"|\bcliff\b[:, ]*(?:\w+['’ ]){{0,3}}?(?P<after>{_COUNT})[ -]?(?:(?P<ay>{_YEAR})|(?P<am>{_MONTH}))"
    rf"|\bnothing\b[^.;]{{0,20}} in the first (?P<none>{_COUNT})(?: (?:(?P<ny>{_YEAR})|(?P<nm>{_MONTH})))?",
    re.IGNORECASE,
)
_RHYTHM = (
    ("quarterly", lazy(r"\b(?:(?<!\d )quarterly|(?:each|every|per|(?<!once )(?<!twice )a|har) quarter(?! (?:of|each|every|per|a|after|on|at)\b)|quartalsweise|trimestri\w*|trimestral\w*|kvartalsvis)\b", re.IGNORECASE)),
    ("monthly", lazy(r"\b(?:(?<!\d )monthly|(?<!\d )(?:each|every|per|a|har|by) month|monatlich|mensuel\w*|mensual\w*|mensil\w*|månadsvis|maandelijks)\b", re.IGNORECASE)),
)  # fmt: skip
_SENTENCE_END = lazy(r"[.;](?=\s)|\n")
_VESTS = lazy(
    r"\bvest\w*|\bcliff|\bdanach|\bthen\b|\bafter that|\bthereafter|\bpuis|\bacquisition|\bfir\b|\bacquis|\bunits\b",
    re.IGNORECASE,
)


def fill_vesting(page: Page, grant: Grant, start: int, until: int, is_first: bool) -> None:
    """Fill what no phrase has said of a grant's vesting from its words and the lines after it.

    Args:
        page: the message.
        grant: to fill.
        start: where its words begin.
        until: where the next grant begins.
        is_first: whether the words before it may speak of it too.
    """
    opening = page.sentences[page.sentence_at(start)].start
    if is_first and not _names_other(page, Sentence(opening, start)):
        start = opening
    span = _window(page, start, until)
    if span[1] - span[0] < _LEAST:
        return
    words = _in_figures(page.terms[slice(*span)])
    known = "first_year" in grant.slots and "years" in grant.slots
    if "schedule" not in grant.slots and not known and not grant.slots.get("equal"):
        before = _window_before(page, start) if is_first else span
        if not _fill_schedule(grant, words, span) and _VESTS.search(page.terms, *before):
            _fill_schedule(grant, _in_figures(page.terms[slice(*before)]), before)
    cliff = _CLIFF.search(words)
    if cliff and "cliff_months" not in grant.slots:
        grant.put("cliff_months", _months_of(cliff), span)
    if "years" not in grant.slots and (years := _length(words)):
        grant.put("years", years, span)
    if grant.slots.get("frequency") in (None, "annual"):
        told = "\n".join(part for part in _SENTENCE_END.split(words) if _VESTS.search(part))
        rhythm = next((name for name, pattern in _RHYTHM if pattern.search(told)), None)
        if rhythm:
            grant.put("frequency", rhythm, span)


def _window(page: Page, start: int, until: int) -> Span:
    """The words of a grant from its start and the sentences after it that name no other term."""
    sentence = page.sentence_at(start)
    end = page.sentences[sentence].end
    for place in page.sentences[sentence + 1 : sentence + _REACH_SENTENCES]:
        if place.start >= until or place.end - start > _REACH or _names_other(page, place):
            break
        end = place.end
    return start, min(end, until, start + _REACH)


def _window_before(page: Page, start: int) -> Span:
    sentence = page.sentence_at(start)
    first = page.sentences[sentence]
    for place in reversed(page.sentences[max(0, sentence - 3) : sentence]):
        if start - place.start > _REACH or _names_other(page, place):
            break
        first = place
    return first.start, start


def _names_other(page: Page, place: Sentence) -> bool:
    return any(place.start <= label.start < place.end and label.kind in _OTHER_TERMS for label in page.labels)


def _in_figures(words: str) -> str:
    """The words with parts of a whole as percentages."""
    words = _NUMBER_WORD.sub(lambda match: f"{_TENS[match['word'].lower()]}%", words)
    words = _PERCENT_WORD.sub("%", words)
    words = _QUARTER_PART.sub("25%", words)
    return _HALF.sub("50%", words) if len(_HALF.findall(words)) == 2 else words


def _fill_schedule(grant: Grant, words: str, span: Span) -> bool:
    """Whether a schedule was found and put."""
    parts, rhythm = _add_up(words)
    slashed = _SLASHED.search(words)
    if not parts and slashed:
        parts = [Decimal(part) for part in re.findall(r"\d+", slashed["parts"])]
    if len(parts) < 2 or len(parts) > MOST_YEARS or abs(sum(parts, Decimal(0)) - 100) > Decimal("0.5"):
        return False
    grant.put("schedule", tuple(part.normalize() for part in parts), span)
    grant.put("years", len(parts), span)
    if rhythm in ("quarterly", "monthly"):
        grant.put("frequency", rhythm, span)
        if _AT_ONE_YEAR.search(words) and "cliff_months" not in grant.slots:
            grant.put("cliff_months", 12, span)
    return True


def _add_up(words: str) -> tuple[list[Decimal], str | None]:
    """The parts by year, and the rhythm of the part that fills what the others leave."""
    found = list(_PART.finditer(words))
    parts: list[Decimal] = []
    for place, match in enumerate(found):
        tail = words[match.end() : found[place + 1].start() if place + 1 < len(found) else match.end() + 70]
        part = Decimal(match["percent"].replace(",", "."))
        if part < 1 and not parts:
            continue
        left = 100 - sum(parts)
        times = next(
            (
                (name, count)
                for name, count, pattern in _TIMES
                if pattern.match(tail[:30].lstrip(" ,")) or pattern.search(tail[:45])
            ),
            None,
        )
        if times and part * times[1] <= left and left % (part * times[1]) == 0 and left / part / times[1] <= MOST_YEARS:
            return [*parts, *[part * times[1]] * int(left / (part * times[1]))], times[0]
        if (each := _EACH_OF.search(tail)) is not None:
            parts += [part] * len(re.findall(r"\d", each["list"]))
        elif _YEARLY.search(tail[:25]) and not parts and 100 % part == 0:
            return [part] * int(100 / part), None
        else:
            parts.append(part)
        if sum(parts) >= 100:
            break
    return parts, None


def _number(count: str) -> int:
    count = count.lower()
    return int(count) if count.isdigit() else next(n for n, words in _COUNTS.items() if re.fullmatch(words, count))


def _months_of(cliff: re.Match[str]) -> int:
    count = cliff["before"] or cliff["after"] or cliff["none"]
    return _number(count) * (1 if cliff["bm"] or cliff["am"] or cliff["nm"] else 12)


def _length(words: str) -> int | None:
    """The first count of years, or of months that are whole years, that is no wait."""
    for match in _LENGTH.finditer(words):
        years = _number(match["count"]) if match["year"] else _number(match["count"]) / 12
        if 2 <= years <= MOST_YEARS and years == int(years) and not _NO_LENGTH.search(words[: match.start()]):
            return int(years)
    return None

"""Pay periods: what time a stated pay is for, and how many of them make a year."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Period
from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.word_variants import MONTHLY, YEARLY

PERIODS_A_YEAR: dict[Period, Decimal] = {
    "year": Decimal(1), "month": Decimal(12), "semi-month": Decimal(24), "bi-week": Decimal(26),
    "week": Decimal(52), "day": Decimal(260), "hour": Decimal(2080),
}  # fmt: skip
_PERIOD_WORDS: tuple[tuple[Period, str], ...] = (
    (
        "semi-month",
        r"semi-?monthly|semi-?month|twice (?:a|per|each) month|twice monthly|per half month|(?:on )?the (?:1st|first|10th|15th) and (?:the )?(?:15th|25th|30th|last)\b"
        r"|(?:24|twenty-?four) (?:cheques|pay(?:days|checks|cheques|s)|pay (?:days|checks|periods)|times)\b",
    ),
    (
        "bi-week",
        r"bi-?weekly|fortnightly|fortnight|every (?:two|2|other|second) (?:weeks?|(?:mon|tues|wednes|thurs|fri)day)|per pay period of two weeks|(?:per )?(?:two|2)-week pay period"
        r"|(?:aux|toutes les|chaque) (?:deux|2) semaines|alle (?:zwei|2) wochen|zweiwöchentlich|cada (?:dos|2) semanas|varannan vecka"
        r"|(?:26|twenty-?six) (?:cheques|pay(?:days|checks|cheques|s)|pay (?:days|checks|periods)|times)\b",
    ),
    (
        "year",
        rf"annual(?:ly|i[sz](?:ed|es|ing))?|annum|year(?:ly)?|yr|p\.?a\.?|gross annual|{YEARLY}|年俸|年収",
    ),
    ("month", rf"month(?:ly)?|mo|mth|p\.?m\.?|pcm|月給|月額|{MONTHLY}"),
    ("week", r"week(?:ly)?|wk|semana(?:l|is|les)?|woche|wöchentlich|semaine|settimana|vecka|uke|tydzień"),
    ("day", r"daily|day rate|(?<=per )diem|(?<=per )day|(?<= a )day|(?<=/)day"),
    (
        "hour",
        r"hour(?:ly)?|時給|stundenlohn|stundensatz|timlön|timelønn|timeløn|uurloon|taux horaire|hr|ph(?=[ ,.;)]|$)|p/h|p\.h\.|l'heure|(?<=la )hora|stündlich|(?<=[/ ])hora|(?<=/)h|(?<=pro )stunde|(?<=/)stunde"
        r"|(?<=par )heure|(?<=per )uur|(?<=/)uur|(?<=/)godz\w*|(?<=per )timme",
    ),
)
_ANY = "|".join(f"(?P<p{i}>{pattern})" for i, (_, pattern) in enumerate(_PERIOD_WORDS))
_AFTER = lazy(
    rf"^\.?[ ]?(?:[A-Z]{{3}} )?(?:\+ ?)?(?:gross ?|brutto ?|bruto ?|bruts? ?|brutos? ?|before tax |(?:in )?base (?:salary |pay )?"
    rf"|salary |cash |pay |fixed "
    rf"|(?!twice |every |each )[a-z]{{4,10}} )?[ (]*(?:/|on an?|for the|per|par|por|pro|im|in(?= month)|al|de|la|an?|each|every|p\.|paid per|por|i|o|za)?"
    rf"[ -]?(?:{_ANY})(?![A-Za-z])",
    re.IGNORECASE,
)
_OWN_FIGURE = lazy(r" ?[:=]? ?(?:[A-Z]{3} ?|[A-Z]{0,2}[$€£¥₹] ?)?\d(?![\d.]* ?(?:x|mal|times)\b)")
"""A period with a figure of its own behind it: "£90,000 (monthly £7,500)" is paid a year."""
_TIMES = lazy(r" ?[x×*] ?1[2-6]\b\)")
"""A month counted out behind a sum of a year: "¥11,040,000 (monthly × 12)"."""
_IN_WORDS = lazy(r"(?:/-)? ?\([^()\d]{8,100}\)")
"""A sum written again in words: "Rs. 68,500/- (Rupees sixty eight thousand five hundred only)"."""
_BEFORE = lazy(rf"(?<![A-Za-z-])(?:{_ANY})(?![A-Za-z])", re.IGNORECASE)
_PAY_PERIOD = lazy(
    r"^ ?(?:gross )?(?:per|each|every|a) (?:pay ?(?:period|day|check|cheque|run)?|cheque|check|instal+ment)\b",
    re.IGNORECASE,
)
_HALF_MONTH, _TWO_WEEKS = (f"(?P<p{i}>{pattern})" for i, (_, pattern) in enumerate(_PERIOD_WORDS[:2]))
_PAID_EVERY = lazy(rf"(?<![A-Za-z-])(?:{_HALF_MONTH}|{_TWO_WEEKS})(?![A-Za-z])", re.IGNORECASE)
_INSTALMENTS = lazy(r"\b(?:paid|payable|payments?|instal+ments|disbursed|in)\b[^.,;:]{0,12}$", re.IGNORECASE)
_PAID_IN = lazy(rf",? ?(?:gross,? )?(?:to be )?(?:paid|payable)(?: on an?)? (?:{_ANY})(?![A-Za-z])", re.IGNORECASE)
_OF_OTHERS = lazy(
    r"\bvest\w*(?: [a-z]+){0,2} $|\b(?:days?|hours?|hrs?|shifts?|times) an? $|\d ?[dh] an? $"
    r"|\b(?:next|coming|following|(?:first|second|third|fourth|1st|2nd|3rd|4th)(?: full)?|end of(?: the| this)?|same) $",
    re.IGNORECASE,
)
"""Before a period that is of stock, of working time or a date, and no pay's: "vests monthly", "4 days a week", "next week"."""
_YEARLY_SIZE = Decimal(50_000)
"""From such a sum of the currencies below on, a period told of pay at large is only when it is paid out."""
_LARGE_UNITS = (None, "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD")
_NEAR_BRACKET = 20
MOST_ROWS = 4
_HEADS_LIST = lazy(
    r"\b(?:(?P<month>monthly)|weekly) (?:package|salary|remuneration|compensation|pay|terms|emoluments)\b[^:\n]{0,90}:\s*$",
    re.IGNORECASE,
)
"""A line that says for what time the sums of the rows below it are."""
_SALARIES = lazy(
    r"\b(?P<n>1[2-6](?:\.\d)?) ?(?:x|mal|keer|times|fois|veces|vezes|volte|gånger|ganger|gange|gehälter\w*"
    r"|salar(?:y|ies|ios|ia)|salários|payments?|pagas|mensalidades"
    r"|in all\b|instal+ments?|monthly (?:salaries"
    r"|payments|instal\w+)|months?(?! (?:of|from|after|notice|service|cliff|contract|fixed|term|in(?! (?:a|the|every|each) year))\b)|mois"
    r"|mensualités|monatsgehälter|monatslöhne?|monatslohn"
    r"|meses|mesi|mensilità|auszahlungen|bezüge|-?mal\b)"
    r"|(?:x|×|\*|times) ?(?P<x>1[2-6](?:[.,]\d{1,2})?)\b|(?P<word>thirteen|fourteen|fifteen|sixteen|twelve|dreizehn|vierzehn|zwölf|treize|quatorze|tredici"
    r"|quattordici|trece|catorce) ?(?:times|salaries|payments|monthly|months['’]? (?:salar|pay\b|(?:in )?(?:a|per|the|every|each) year)|instal+ments|mal\b|gehälter|fois|mensilità|pagas|mensualités)"
    r"|(?P<ordinal>13th|14th|thirteenth|fourteenth|treizième|tredicesima|dreizehnte[sn]?) (?:month|salary|pay|salaire|mois|mensilità|monatsgehalt"
    r"|gehalt|monatslohn)(?![^.;\n]{0,15}\bnot\b)"
    r"|(?P<nth>1[34]) ?(?:\.|º|°|ª|er|e|ème|th|:e)? ?(?:salário|salario|sueldo|mois|maand|salaire|gehalt|monatsgehalt|monatslohn|mensilità|månadslön|mensualidad)",
    re.IGNORECASE,
)
_WORDS = {"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "13th": 13, "14th": 14, "thirteenth": 13, "fourteenth": 14,
    "dreizehn": 13, "vierzehn": 14, "zwölf": 12, "treize": 13, "quatorze": 14, "tredici": 13, "quattordici": 14,
    "trece": 13, "catorce": 14, "treizième": 13, "tredicesima": 13, "dreizehnte": 13, "dreizehntes": 13,
    "dreizehnten": 13}  # fmt: skip
_BEFORE_COUNT = lazy(r"(?:[.,]?-{1,2}|/-)?(?: (?:gross|brutto|each))?,? ?(?:paid )?", re.IGNORECASE)
_PRICE_MARK = lazy(r"(?:[.,]?-{1,2}|/-)? ?")


def read_period(page: Page, mention: Mention, end: int) -> Period | None:
    """The period named right after the place where an amount ends, or between its name and it."""
    if (again := _IN_WORDS.match(page.terms, end)) is not None:
        end = again.end()
    mark = _PRICE_MARK.match(page.terms, end)
    end = mark.end() - len(mark.group()) + len(mark.group().rstrip()) if mark else end
    after = _AFTER.match(page.terms[end : end + 45])
    if after and "(" in after.group() and _OWN_FIGURE.match(page.terms, end + after.end()):
        after = None
    if after and _TIMES.match(page.terms, end + after.end()):
        after = None
    if after and not _INSTALMENTS.search(page.terms[max(0, end - 2) : end + after.start(after.lastgroup or 0)]):
        return _named(after)
    if mention.amount.per_year:
        return "year"
    gap = _BEFORE_COUNT.match(page.terms, end)
    if _SALARIES.match(page.terms, gap.end() if gap else end):
        return "month"
    if _PAY_PERIOD.match(page.terms[end : end + 40]):
        named = _PAID_EVERY.search(page.words(mention.sentence))
        return _named(named) if named else "month" if _find_salaries(page, mention) else None
    sentence = page.sentences[mention.sentence]
    label_start = mention.label.start if mention.label else mention.amount.start
    first = max(sentence.start, min(label_start, mention.amount.start) - 25, _end_of_rate_before(page, mention))
    names = list(_BEFORE.finditer(page.terms, first, mention.amount.start))
    if label_start > mention.amount.start and mention.label:
        names += _BEFORE.finditer(page.terms, label_start, mention.label.end)
    names = [m for m in names if m.group().lower().strip(".") not in ("pm", "p.m") and m.group() != "HR"]
    names = [m for m in names if _is_of_pay(page, mention, m)]
    return _named(names[-1]) if names else _period_of_whole(page, mention) or _period_of_list(page, mention)


def _is_of_pay(page: Page, mention: Mention, period: re.Match[str]) -> bool:
    """Whether a period before a sum, or in its name, is the time that sum is for."""
    before = page.terms[max(0, period.start() - 25) : period.start()]
    if _INSTALMENTS.search(before) or _OF_OTHERS.search(before):
        return False
    apart = re.search(r"[,;.]", page.terms[period.end() : max(period.end(), mention.amount.start)])
    own_unit = mention.amount.currency in _LARGE_UNITS and not page.counts_in_lakhs
    return _named(period) == "year" or not (apart and own_unit and mention.amount.value >= _YEARLY_SIZE)


def _end_of_rate_before(page: Page, mention: Mention) -> int:
    """Where the sum before in the sentence ends with its own period: "$6,187.50 twice a month ($148,500 base)"."""
    before = [m.amount for m in page.by_sentence[mention.sentence] if m.amount.end <= mention.amount.start]
    own = _AFTER.match(page.terms[before[-1].end : before[-1].end + 45]) if before else None
    return before[-1].end + own.end() if own else 0


def _period_of_list(page: Page, mention: Mention) -> Period | None:
    """The period that the heading of a list of sums names: "on the following monthly package:"."""
    for place in reversed(page.sentences[max(0, mention.sentence - MOST_ROWS) : mention.sentence]):
        if (heading := _HEADS_LIST.search(page.terms, place.start, place.end)) is not None:
            return "month" if heading["month"] else "week"
    return None


def _period_of_whole(page: Page, mention: Mention) -> Period | None:
    """The period of the sum that a part in brackets belongs to: "monthly AED 38,000 (basic 19,000 + …)"."""
    start = page.sentences[mention.sentence].start
    opened = page.terms.rfind("(", start, mention.amount.start)
    if opened < 0 or ")" in page.terms[opened : mention.amount.start]:
        return None
    whole = [m.amount for m in page.by_sentence[mention.sentence] if m.amount.end <= opened]
    if not whole or opened - whole[-1].end > _NEAR_BRACKET:
        return None
    names = list(_BEFORE.finditer(page.terms, max(start, whole[-1].start - 40), opened))
    return _named(names[-1]) if names else None


def read_paid_period(page: Page, mention: Mention) -> Period | None:
    """The period in which a sum too small for a year is paid: "$8,333.34 paid semi-monthly", "14 salaries of € 3.100"."""
    after = _PAID_IN.match(page.terms, mention.amount.end)
    return _named(after) if after else "month" if _find_salaries(page, mention) else None


def _named(match: re.Match[str]) -> Period:
    return _PERIOD_WORDS[int(str(match.lastgroup)[1:])][0]


def count_periods(page: Page, mention: Mention, period: Period | None) -> Decimal:
    """How many of the period make a year; a month counts as often as the text says salaries are paid."""
    if period != "month":
        return PERIODS_A_YEAR[period or "year"]
    if (salaries := _find_salaries(page, mention)) is None:
        return PERIODS_A_YEAR["month"]
    word = salaries["word"] or salaries["ordinal"]
    return (
        Decimal(_WORDS[word.lower()])
        if word
        else Decimal(salaries["n"] or salaries["nth"] or salaries["x"].replace(",", "."))
    )


def _find_salaries(page: Page, mention: Mention) -> re.Match[str] | None:
    """How many salaries a year the sentence of a pay or the next one tells of, the last it tells."""
    first, last = mention.sentence, min(mention.sentence + 1, len(page.sentences) - 1)
    near = page.text[page.sentences[first].start : page.sentences[last].end]
    return next(iter(reversed(list(_SALARIES.finditer(near)))), None)

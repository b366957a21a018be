"""Vesting patterns: how letters word schedules, cliffs, rhythms and years."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import COUNT

YEAR = (
    r"(?:years?|yrs?|y(?![a-z])|months?|mos?(?![a-z])|jahren?|monaten?|ans?(?![a-z])|mois|años?|anos?|anni"
    r"|meses|mesi|jaar"
    r"|maanden|saal)"
)
EACH = (
    r"(?:on each of (?:the|your) (?:first )?(?:\w+ )?anniversaries(?: of [\w ]{3,30})?|pro jahr|par an|al año"
    r"|per jaar|(?:each|every|per|a|/) ?(?:full |calendar )?(?:year|yr|annum)|annually|yearly"
    r"|on (?:each|every) (?:\w+ )?anniversary(?: of \w+ \w+ \w+)?)"
)
RHYTHM = (
    r"(?P<rhythm>monthly|quarterly|annually|yearly|semi-?annually|annual|bi-?annually|each month"
    r"|every month|per month|each quarter|every quarter"
    r"|per quarter|every (?:six|6) months|every (?:three|3) months|each year|every year|per year|half-yearly"
    r"|twice a year"
    r"|monatlich|mensuel(?:lement)?|chaque mois|par mois|mensual(?:mente)?|cada mes|mensal(?:mente)?"
    r"|maandelijks|månadsvis"
    r"|månedlig|miesięcznie|vierteljährlich|quartalsweise|trimestriel(?:lement)?|chaque trimestre|trimestral(?:mente)?"
    r"|cada trimestre|per kwartaal|kvartalsvis|jährlich|annuellement|par an|chaque année|anual(?:mente)?|cada año)"
)
PERCENT = r"(?P<percent>\d{1,3}(?:\.\d{1,2})?|ten|fifteen|twenty(?:[- ]five)?|thirty(?:[- ]three)?|forty|fifty) ?(?:%|per ?cent)"
PERCENT_WORDS = {
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "twentyfive": 25,
    "thirty": 30,
    "thirtythree": 33,
    "forty": 40,
    "fifty": 50,
}
HUNDRED = Decimal(100)
QUARTERS = {
    "half": HUNDRED / 2,
    "third": Decimal("33.33"),
    "quarter": HUNDRED / 4,
    "fourth": HUNDRED / 4,
    "fifth": HUNDRED / 5,
    "sixth": Decimal("16.67"),
}
FREQUENCIES = (
    ("semiannual", r"semi|bi-?annual|six|6|half|twice"),
    ("quarterly", r"quart|three months|3 months|trimest|kwart|kvart|viertelj"),
    ("monthly", r"month(?!s)|monthly|monat|mensu|mensal|mois|\bmes\b|maand|månad|måned|miesi"),
    ("annual", r"annual|year|jähr|annuel|\ban\b|année|anual|año"),
)

TUPLE = lazy(
    r"(?<![\d.,/$€£])(?P<parts>\d{1,3}(?:\.\d{1,2})?%?(?: ?[/-] ?\d{1,3}(?:\.\d{1,2})?%?){2,9}"
    r"|\d{1,2}(?:\.\d+)?%(?:(?: ?(?:,|and|then|, and|, then) ?| )\d{1,2}(?:\.\d+)?%){2,9}"
    r"|\d{2}%?/\d{2}%?(?= (?:vest|over two|over 2))|(?:(?<=two years )|(?<=two years, )|(?<=two years: )|(?<=2 years )|(?<=2 years, )|(?<=2 years: ))\d{2}%?/\d{2}%?)(?![\d/-]|\.\d|[kK])"
)
BY_YEAR = lazy(
    r"(?P<percent>\d{1,3}(?:\.\d{1,2})?) ?(?:%|per ?cent) (?:vests? )?(?:in|at|after|on|during|for"
    r"|at the end of)? ?(?:the |your )?"
    r"(?:year ?(?P<number>one|two|three|four|five|six|\d)|(?P<ordinal>first|second|third|fourth|fifth|1st"
    r"|2nd|3rd|4th|5th) (?:year|anniversary))",
    re.IGNORECASE,
)
HALF_YEARS = lazy(
    rf"{PERCENT} (?:vests? )?(?:every (?:six|6) months|semi-?annually|twice a year|half-yearly)"
    r"(?:,? (?:in|during|over|of|for)? ?(?:years? )?(?:three|3)(?: and | & |-)?(?:four|4))?",
    re.IGNORECASE,
)
SHORT = lazy(
    r"(?<![\d/])(?P<years>[2-6]) ?/ ?(?P<cliff>[1-2])(?= (?:vest|schedule|cliff|year))(?![\d/])"
    r"|(?<![\d/])(?P<years2>[2-6]) ?y(?:rs?)? ?/ ?(?P<cliff2>[1-2]) ?y(?:rs?)?\b(?! ?cliff)",
    re.IGNORECASE,
)
EACH_YEAR = lazy(
    rf"(?:(?:an? |one[- ])(?P<part>quarter|third|half|fifth|fourth|sixth)|{PERCENT}|1/(?P<nth>[2-6])(?:th"
    rf"|rd)?)(?: of (?:the |your )?(?:\w+ ){{0,2}}\w+)?"
    rf"(?: (?:vests?|vesting|is vested))? ?{EACH}",
    re.IGNORECASE,
)
INSTALMENTS = lazy(
    rf"\b(?:in|over) (?P<count>{COUNT})(?: \(\d+\))? (?:equal(?:,)? )?(?P<rhythm>annual|yearly|quarterly"
    rf"|monthly|semi-?annual)"
    r" (?:vesting )?(?:tranches|instal+ments|portions|parts|payments)",
    re.IGNORECASE,
)
FRACTION = lazy(
    r"(?:\b1 ?/ ?(?P<nth>\d{1,2})(?:th)?|one[- ](?P<word>forty-?eighth|sixteenth|thirty-?sixth|twelfth))"
    r"(?: of (?:the |your )?(?:\w+ ){0,3}?\w+)?"
    r"(?: (?:will )?(?:vests?|vesting))?,? ?(?P<unit>monthly|(?:each|every|per|a) month|quarterly|(?:each"
    r"|every|per|a) quarter|annually|(?:each|every|per|a) year)",
    re.IGNORECASE,
)
WORD_PARTS = {"fortyeighth": 48, "sixteenth": 16, "thirtysixth": 36, "twelfth": 12}
PAID_OUT = lazy(rf"[, ]*(?:but )?(?:paid(?: out)?|vesting|vested|released|in) {RHYTHM}", re.IGNORECASE)
COUNTED_PARTS = lazy(
    rf"(?P<count>\d{{1,2}}|{COUNT})(?: \(\d+\))? (?:equal |successive |consecutive )*(?:monthly|quarterly"
    rf"|annual)",
    re.IGNORECASE,
)
CLIFF_AND_REST = lazy(
    rf"(?:{PERCENT}|\b(?:one|an?|the first|first)[- ](?P<part>quarter|third|fifth|half)|\b1/(?P<one_of>[2-6])(?:th|rd)?\b)(?: of (?:the "
    rf"|your )?(?:\w+ ){{0,3}}?\w+)? ?(?:will |shall )?(?:vests? |vesting "
    rf"|vested )?(?:cliff )?(?:on|after|at|upon|following|in|once|when)? ?(?:(?:you )?(?:complete|have completed|finish|reach) )?(?:the |your |completing )?"
    rf"(?:end of (?:the |your )?)?(?:(?:first|1st|one|1|a)[ -]?(?:full )?(?:year|yr|anniversary)(?: of (?:service"
    rf"|employment))?(?:[ -]?anniversary)?|(?:first )?(?:full )?(?:12 (?:months|mos?\b)|twelve months)|(?:year|yr) ?(?:one|1)\b|1 ?yr?\b)"
    rf"(?P<gap>[^.%\n]{{0,90}}?(?:\n[^.%\n]{{0,90}}?)?)\b(?:then|remain\w+|rest|balance|thereafter|afterwards?"
    rf"|subsequent\w*|followed by|1/(?P<nth>\d\d)(?:th)?)\b"
    rf"(?P<rest>[^.]{{0,90}}?)\b{RHYTHM}",
    re.IGNORECASE,
)
CLIFF_AND_THEREAFTER = lazy(
    rf"{PERCENT} (?:vests? )?(?:on|after|at|upon|in) (?:the )?(?:end of )?(?:year (?:one|1)|(?:first|one|1|a)[ -]?"
    rf"(?:year|anniversary)|12 months)[^.;\n]{{0,25}}?,? (?:and|with|then|the rest|the remainder)?,? ?"
    rf"(?:(?P<later>\d{{1,2}}(?:\.\d{{1,2}})?) ?% )?{RHYTHM}"
    rf" (?:thereafter|after(?:wards?)?(?: that)?|from then|from there)\b",
    re.IGNORECASE,
)
REST_YEARS = lazy(
    rf"^[^.]{{0,60}}?\b(?:over|for|during|in)\b (?:a period of )?(?:the )?(?:following |next |remaining "
    rf"|subsequent |rest of the |last )?(?P<count>{COUNT})[ -](?:more |additional "
    rf"|further )?(?P<unit>{YEAR})",
    re.IGNORECASE,
)
TO_YEAR = lazy(
    rf"^[^.\d]{{0,20}}?\b(?:to|until|till|through)\b (?:the )?(?:end of )?(?:year|yr) (?P<count>{COUNT})\b",
    re.IGNORECASE,
)
CLIFF = lazy(
    rf"(?P<first>\bnothing (?:vests )?(?:in|for|during) the first (?:12 months|12|year|one year"
    rf"|twelve months)"
    r"|\bnothing (?:vests )?(?:until|before|till) (?:the |your )?(?:first anniversary|month 12|(?:12|twelve) months|(?:one|1|a) (?:full )?year)"
    r"|\b(?:first|1st) (?:vest(?:ing)?|tranche)(?: date| event)?(?: (?:is|comes|happens|will be))? ?(?:after|at|on|is)? ?(?:the |your |a )?"
    rf"(?:12[- ](?:months?|mos?)|twelve[- ]months?|(?:first|one|1|1st)[- ]?(?:full )?(?:year|yr)?[- ]?(?:anniversary|year|yr))\b)|(?P<none>\b(?:no|without (?:an? )?|zero) ?cliff)|\b(?P<count>a|{COUNT})(?: \(\d{{1,2}}\))?"
    rf"[- ]?(?P<unit>years?|yrs?|y"
    rf"|months?|mos?|m|monaten?|mois|meses|maanden|jahre?|ans?|años?|anos?|anno)[- ]?(?:de )?(?:vesting )?clif{{1,2}}"
    rf"(?!f)(?: vest\w*)?(?! ?(?:of|de|:|=|-)? ?(?:one|an?|{COUNT})[- ]?(?:y|m|j|a))"
    rf"|\bcliff ?(?:\w+ )?(?:of|is|:|at|after|\|)? ?(?:the )?(?P<count2>{COUNT})[- ]?(?P<unit2>years?|yrs?"
    rf"|months?|mos?|ans?\b|mois|años?|anos?|jahre?|monate?)",
    re.IGNORECASE,
)
RHYTHM_NEAR_VEST = lazy(
    rf"(?:\bvest(?:s|ed|ing)?\b(?: (?!on\b|fully)[\w%,-]+){{0,5}}?|\b(?:years?|yrs?|y|cliff"
    rf"|jahren?|ans|mois|años|anos|jaar)\b(?: [1-4])?),? \(?(?:(?:then|and|puis|danach|dann|luego|después|depois|poi"
    rf"|daarna|sedan|et|und|y|e)"
    rf" )*(?:equal |even )?(?:vest\w* "
    rf"|paid |on an? )?{RHYTHM}"
    r"|(?P<before>monthly|quarterly|annual|semi-?annual|yearly) (?:vest|instal+ments?|tranches|equal instal)",
    re.IGNORECASE,
)
OVER = lazy(
    rf"\b(?:over|across|for|within|spread over|during|über|sur|durante|em|en|su)\b (?:a |an )?(?:period of |total of "
    rf"|vesting period of )?(?P<count>{COUNT})(?: \(\d{{1,2}}\))?(?:[- ]?(?P<unit>{YEAR})|(?= ?[(,;.)]|$))"
    r"|\bover (?P<bare>[2-6])(?= ?(?:[+/\d$€£&-]|w/|with\b|and\b|at\b|from\b|@|then\b|no\b|in (?:stock|rsus?|equity)|plus\b|vest))"
    rf"|\b(?P<slashed>{COUNT})[ -]?(?:yrs?|years?|y)(?= ?[/,w]*/? ?(?:with )?(?:a )?(?:\d{{1,2}}|one|twelve) ?-?(?:yrs?"
    rf"|years?|y|months?|mos?)[- ]?cliff)"
    rf"|\b(?P<even>\d)[ -]?(?:yrs?|years?|y)(?= (?:even|equal|linear|vest))|\((?P<paren>{COUNT})[ -]?(?:yrs?"
    rf"|years?|y)(?![a-z])|(?:(?<=[A-Za-z+)])|(?<=\d{{3}}))/ ?(?P<slash>\d)(?: ?(?:yrs?|years?"
    rf"|y))?(?![\w/%])|(?<=[\w+)] )/ ?(?P<spaced>\d) ?(?:yrs?|years?|y)\b"
    rf"|(?:(?<=rsu )|(?<=rsus )|(?<=stock )|(?<=equity )|(?<=options ))(?P<trail>[2-6]) ?(?:yrs?|years?|y)\b"
    rf"|\b(?P<named>{COUNT})[- ](?P<unit2>year|yr|month)s?[- ](?:(?:\w+) )?"
    rf"(?:vest\w*|schedule|period|grant)"
    rf"|\b(?:vest\w*|schedule)(?: schedule| period| time)?:? (?P<after>{COUNT})[- ](?P<unit3>{YEAR})\b",
    re.IGNORECASE,
)
IN_FULL = lazy(
    rf"\b(?:all (?:of (?:it|them|which) )?)?(?:vest(?:s|ing|ed)?|cliff[- ]vest\w*) (?:(?:in full|fully|entirely|100 ?%|all at once|in one (?:go|tranche)"
    rf"|in a single tranche) )?(?:after|on|at|upon|following)?(?: completion of)? ?(?:(?:the|your|a) )?"
    rf"(?:(?P<count>{COUNT})[- ](?P<unit>{YEAR})|(?P<first>first)(?: year| anniversary|[- ]year anniversary)"
    r"|(?:the )?(?:end of )?(?:year (?P<nth>two|three|four|five|[2-5])|(?:the |your )?(?P<ordinal>second|third|fourth|2nd|3rd|4th) (?:year|anniversary)))",
    re.IGNORECASE,
)
EVENLY = lazy(
    r"\b(?:even|evenly|equal(?:ly)?(?! to)(?! opportunity)|ratabl[ey]|rateabl[ey]|pro[- ]?rata|linear(?:ly)?"
    r"|straight[- ]line|in equal)"
    r"\b",
    re.IGNORECASE,
)
NEAR = lazy(
    r"\b(?:vest\w*|acquisition|acquis\w*|consolid\w*|bspces?|vsops?|aktien\w*|acciones|ações|phantom|[rpgd]sus?"
    r"|stocks?|equity|options?|schedule|shares?|grants?|units|isos?|esops?"
    r"|restricted|clif{1,2}|eqity|equty)\b|\d[kKmM] over [2-6]\b|\d[kKmM] ?/ ?[2-6] ?y(?:r|ear)",
    re.IGNORECASE,
)


BONUS = lazy(r"bonus|match|incentive|variable|raise|discount", re.IGNORECASE)

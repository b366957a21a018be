"""Amount patterns: how numbers, currencies and suffixes are written, and which numbers are no amounts."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy

_CODES = [
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "INR",
    "JPY",
    "CNY",
    "CAD",
    "AUD",
    "NZD",
    "SGD",
    "HKD",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "HUF",
    "ILS",
    "BRL",
    "MXN",
    "AED",
    "SAR",
    "KRW",
    "TWD",
    "THB",
    "MYR",
    "IDR",
    "PHP",
    "VND",
    "ZAR",
    "TRY",
    "RON",
    "COP",
    "CLP",
    "ARS",
    "NGN",
    "KES",
    "EGP",
    "PKR",
    "QAR",
    "OMR",
    "KWD",
    "BHD",
    "LKR",
    "BDT",
    "UAH",
    "ISK",
    "MAD",
    "PEN",
]
_SYMBOLS = {
    "$ ca": "CAD", "$ can": "CAD", "$ us": "USD",
    "us$": "USD", "u.s.$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "can$": "CAD",
    "s$": "SGD", "hk$": "HKD", "nz$": "NZD", "r$": "BRL", "nt$": "TWD", "mx$": "MXN",
    "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "rs": "INR", "¥": "JPY", "元": "CNY", "rmb": "CNY",
    "₩": "KRW", "₪": "ILS", "nis": "ILS", "kč": "CZK", "zł": "PLN", "zl": "PLN", "kr": "SEK", "fr": "CHF", "sfr": "CHF",
    "₽": "RUB", "₺": "TRY", "₱": "PHP", "฿": "THB", "₫": "VND", "₦": "NGN", "円": "JPY", "rm": "MYR",
}  # fmt: skip
_WORDS = {
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "us dollars": "USD", "u.s. dollars": "USD",
    "euro": "EUR", "euros": "EUR",
    "pounds": "GBP", "quid": "GBP", "pounds sterling": "GBP", "rupees": "INR", "francs": "CHF",
    "swiss francs": "CHF", "franken": "CHF", "schweizer franken": "CHF", "franchi": "CHF", "pfund": "GBP", "yen": "JPY", "yuan": "CNY", "kronor": "SEK", "kroner": "DKK",
    "reais": "BRL", "dirhams": "AED", "ringgit": "MYR", "baht": "THB",
    "rand": "ZAR", "canadian dollars": "CAD", "australian dollars": "AUD", "singapore dollars": "SGD", "zloty": "PLN",
}  # fmt: skip

CURRENCIES: dict[str, str] = {code.lower(): code for code in _CODES} | _SYMBOLS | _WORDS | {"r": "ZAR", "kc": "CZK"}
"""Lower-case symbol, code or word -> ISO code. "$" alone is read as US dollars."""

BARE_CURRENCY_SYMBOLS = {"$", "¥", "kr", "dollars", "dollar", "bucks", "kroner"}
"""Marks that several currencies share: a country in the text decides."""

SCALES: dict[str, Decimal] = {
    "k": Decimal(1000), "thousand": Decimal(1000), "grand": Decimal(1000),
    "m": Decimal(10**6), "mm": Decimal(10**6), "mn": Decimal(10**6), "mio": Decimal(10**6),
    "mil": Decimal(10**6), "million": Decimal(10**6), "b": Decimal(10**9), "bn": Decimal(10**9),
    "billion": Decimal(10**9), "l": Decimal(10**5), "lac": Decimal(10**5), "lacs": Decimal(10**5),
    "lakh": Decimal(10**5), "lakhs": Decimal(10**5), "lpa": Decimal(10**5), "cr": Decimal(10**7),
    "crore": Decimal(10**7), "crores": Decimal(10**7),
    "万": Decimal(10**4), "萬": Decimal(10**4), "tausend": Decimal(1000), "tsd": Decimal(1000),
    "millones": Decimal(10**6), "millón": Decimal(10**6), "millon": Decimal(10**6), "milhões": Decimal(10**6),
    "milhoes": Decimal(10**6), "milhão": Decimal(10**6), "milhao": Decimal(10**6), "millionen": Decimal(10**6),
    "millions": Decimal(10**6), "mln": Decimal(10**6),
}  # fmt: skip


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_CAPITALS = ["TRY", "COP", "RON", "MAD", "PEN"]
"""Codes that are words in small letters: "I'd try 165k"."""
_LETTERED = [
    mark for mark in [*CURRENCIES]
    if mark.isascii() and mark[-1].isalpha() and mark not in {*_WORDS, "r", "kc", *(code.lower() for code in _CAPITALS)}
]  # fmt: skip
_CODES_WRITTEN = f"{_alternatives(_LETTERED)}|(?-i:{'|'.join(_CAPITALS)})"
_RAND = r"(?<![^\W\d_])R ?(?=\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d{4,}|\d+(?:\.\d+)? ?k\b)"
"""One letter stands for a currency before a large sum only."""
_SIGNED = [mark for mark in _SYMBOLS if not mark[-1].isalpha() or not mark.isascii()]
_PREFIX = (
    rf"(?:(?<![A-Za-z])(?:{_CODES_WRITTEN})\.? {{0,2}}(?:(?<=[A-Z]{{3}}|[A-Z]{{2}} )[$€£¥₹])?"
    rf"|(?:{_alternatives(_SIGNED)}) ?|{_RAND})"
)
_SUFFIX = (
    rf"(?:[$] ?(?:CAD|USD|AUD|NZD|SGD|HKD)(?![A-Za-z])"
    rf"|(?:{_alternatives([*_LETTERED, *_WORDS])}|pesos|(?-i:Kc|{'|'.join(_CAPITALS)}))(?![A-Za-z])|(?:{_alternatives(_SIGNED)})(?! ?\d))"
)

NUMERAL = re.compile(
    r"(?<![\d\x01.,#])(?<!\d')(?:(?<=[\s:(])(?P<minus>-)(?=[^\s]))?"
    rf"(?:(?P<symbol>{_PREFIX})|(?<![A-Za-z_/])(?:(?<![A-Za-z]-)|(?<=\d[kKmM]-))|(?<=[kKmM%]/)|(?<= x))"
    r"(?<![\d])(?<![\d][.,'])(?P<number>"
    r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?![\d])"
    r"|\d{1,3}(?:'\d{3})+(?:[.,]\d{1,2})?"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d+[.,]\d+"
    r"|\.\d+"
    r"|\d+"
    r")",
    re.IGNORECASE,
)
"""A numeral with the currency before it. The lookbehind after the symbol keeps L62 and SDE-2 out."""

TAIL = re.compile(
    r"(?:(?P<percent> ?%| ?-?(?:percent|per cent|pct)\b)|(?P<bps> ?(?:bps|basis points)\b)"
    r"|(?: ?(?P<scale>(?<=\d)L(?![A-Za-z])|(?:thousand|grand|millionen|millions?|millones|mill[oó]n|milh[õo]es|milh[ãa]o|mln|tausend|tsd|billion|mio|mil|mn|mm|bn|lakhs?|lacs?"
    r"|lpa|crores?|cr|万|萬)"
    r"(?![A-Za-z])|(?<=\d)(?: (?=k\b))?[kKmMbB](?![A-Za-z0-9'])|(?<=[a-z] )[kK](?![A-Za-z0-9'])))?"
    rf"(?:(?: de |[ -])?(?P<currency>{_SUFFIX}))?"
    r"(?:[ -]{0,2}(?P<unit>years?|yrs?|months?|mths?|mos?|weeks?|wks?|days?|hours?|hrs?"
    r"|d[ií]as?|tage?n?|jours?|giorni|semanas?|wochen?|semaines?|mes(?:es)?|monaten?|mois|m[eê]s(?:es)?|mesi|horas?|stunden?|heures?|a[ñn]os?|jahren?|ans)(?![A-Za-z]))?)",
    re.IGNORECASE,
)
"""What may follow a numeral; always matches, maybe with nothing."""

SPACED_SUM = re.compile(
    r"(?<!\d)\d{1,3} \d{3} ?(?:€|EUR|euros?|SEK|NOK|DKK|PLN|CHF|z[łl]\b|kr\b|(?-i:K[cč])\b|[$] ?CA|brut(?:s|to)?\b|net(?:s|to)?\b|par (?:mois|an|jour)\b|mensuels?\b|titres\b|bspces?\b|bsas?\b|actions\b|aktie"
    r"|optioner|opsjoner|acciones|ações)",
    re.IGNORECASE,
)
"""A sum with a space between its thousands: such a text groups its other numbers the same way."""

_PAY = (
    "salary|pay|wage|gross|base|offer|offered|offers|want|ask|asked|earn|make|get|gehalt|brutto|netto|salario|sueldo|"
    "salaire|brut|bruto|lordo|net|salário|bonus|angeboten|biete[nt]|möchte|quiero|ofrecen|voudrais"
)
_RATIO = "strike|shares?|rate|price|fx|times|multiple|factor|percent|options?|units?|ratio|an hour|hours?|miles?|kg|per"
"""Words beside which three digits behind a point are a fraction."""
POINT_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
POINTED_SUM = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}\.(?:000|\d{3}(?= ?(?:€|EUR|euros?|reais|R\$|/ ?m[eê]s\b|(?:por|al|ao) m[eê]s\b|im monat|monatlich|brut[to]o?s?\b|nett?os?\b"
    r"|(?:/|per |an? |each )(?:mo(?:nth)?|ye?a?r|w(?:ee)?k)\b)))(?![\d.]*\d)(?! ?%)|(?:€|EUR|R\$) ?[1-9]\d{0,2}\.\d{3}(?!\d)"
    r"|(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d|[.,]\d| ?%)(?=(?s:.*)(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d|[.,]\d| ?%))"
    r"|(?<!\d)[1-9]\d{0,2}(?:\.\d{3}){2,}(?![.\d])"
    rf"|(?<![\d.,$£x])(?<!rate )(?<!price )(?<!strike )(?<!fx )(?<!times )[1-9]\d{{0,2}}\.\d00(?![.,]?\d| ?%| ?x\b| (?:{_RATIO})\b)"
    rf"|\b(?:{_PAY})\b(?:(?!\b(?:{_RATIO})\b)[^.!?\n\d$£]){{0,24}}(?<![\d.,$£])[1-9]\d{{0,2}}\.\d{{3}}(?!\d|[.,]\d| ?%|\w| (?:{_RATIO})\b)",
    re.IGNORECASE,
)
"""A sum with a point between its thousands, or two that look so: such a text groups its other numbers the same way."""

COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,.]*\d)")
POINT_DECIMAL = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d,.]*\d)")

RANGE_JOIN = re.compile(r" ?(?:-|(?:up )?to|and|or|/-|y(?: el)?|et|und|e|en|och|og|a|à|bis) ?", re.IGNORECASE)
CHANGE_BEFORE = re.compile(
    r"\b(?:went|going|goes|up|down|moved?|increas\w+|rais\w+|bump\w*|chang\w+|revis\w+|adjust\w+|tak\w+|took|br(?:ing|ought)\w*|lift\w*|push\w*|g[eo]t)"
    r"\b[^.;]{0,25}from\s*$"
    r"|\bfrom\s*$(?<=\bmoved from )",
    re.IGNORECASE,
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|place|pl|square|sq|parkway"
    r"|pkwy|plaza|terrace|highway|hwy|quay|row)"
)

_LINKS = r"(?:because|cause|cuz|bc|since|as|and|but|or|if|so|then|i|we|you|he|she|they|is|for|an?|in|on|per|my|with)"
"""Words that stand in no name of a street."""
_AGE = (
    r"(?:\b(?:i ?['’]?m|i am|i was|(?:s?he|who)(?: is| was|['’]s)|turn(?:ed|ing|s)?|aged?)"
    r"(?: (?:now|only|just|nearly|almost|already))* [1-9]\d"
    r"(?=\s*(?:$|[.,;:!?()](?!\d)|[-–—] |(?:and|with|but|so|now|or|who|this|next)\b)))"
)
"""A bare number that a person is: people are an age, pay is what they make, get or are at."""

_COUNTED = (
    r"(?! ?-?(?:(?:more|extra|further|full|additional|paid) )?(?:months?|mos?|mths?|weeks?|wks?|days?|years?|yrs?|hours?|hrs?)\b"
    r"|(?: an? | per |/)(?:hour|hr|day|week|month|year|shift)\b)"
)
"""Not before a unit of time: what stands so is counted, and is no name of a thing or a day."""

NOT_AMOUNTS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"\b(?:https?://|www\.)[^\s<>|]+",
        r"§{1,2} ?\d[\d.]*",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
        r"(?<![\d.,/$€£-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/-])(?:T\d\d:\d\d\S*)?",
        r"(?<![\d.,/$€£-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\d%/-]|\.[\d-])",
        rf"(?<![\d.,$€£])\b\d{{1,2}}(?:st|nd|rd"
        rf"|th)?(?: of)?[ .-]{{1,2}}{_MONTH}\b\.?(?:,? {{1,2}}\d{{4}}\b)?",
        rf"\b{_MONTH}\b\.? {{1,2}}\d{{1,2}}(?:st|nd|rd|th)?\b(?![.,]?\d|[ ]?[%k]|[ ]?percent){_COUNTED}"
        rf"(?:,? {{1,2}}\d{{4}}\b)?",
        rf"\b{_MONTH}\b\.?,? {{1,2}}(?:19|20)\d\d\b",
        r"(?<![\d.,$])\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?",
        r"(?<![\d.,$])\b\d{1,2} ?[ap]\.?m\b\.?(?! ?base| (?:tag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende)\b)",
        r"(?<![\d.,$])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,5}){2,4}\b(?! ?[k%])",
        r"\(\d{3}\) ?\d{3}[ .-]\d{4}\b",
        r"(?<![\d.,$])\b\d{3}[.-]\d{3}[.-]\d{4}\b",
        r"\b(?:401 ?\(?k\)?|403 ?\(?b\)?|457 ?\(?b\)?|409 ?\(?a\)?|83 ?\(?b\)?|(?:529|423|422|162|280)"
        r" ?\([a-z]\))(?!\w)",
        r"\b(?:I-9|W-[248]|H-?1B?|L-1[AB]?|O-1|E-[23]|EB-\d|TN-1|1099(?:-\w+)?|COVID-19|24/7|"
        r"(?:fortune|s&p|forbes|ftse) \d+|ISO ?\d+)\b",
        r"\b(?:section|sect\.?|clause|article|suite|ste\.?|room|apt\.?|unit no\.?|floor|page|level|grade"
        r"|band(?! \d+ ?(?:-|to) ?[$€£]?\d+(?:[.,]\d+)? ?k\b)|tier|"
        r"phase|exhibit|appendix|schedule|step|batch|version|ref\.?|id|(?<!if )(?<!say )(?<!says )(?<!said )no\.?|number|req)"
        r" ?[#:]? ?\d{1,6}(?:\.\d{1,3})*\b(?! ?[k%,]|\.\d| ?(?:lpa|lakh|crore|million|options|rsu|shares))" + _COUNTED,
        r"\b(?:msft|microsoft|ms) (?:level )?l?[56]\d\b(?: ?(?:vs\.?|or|/|versus|to|and|->) ?l?[56]\d\b)*(?! ?[k%,])",
        r"\b(?:offer|option|round) ?#? ?\d\b(?![.,]?\d| \d{3}\b| ?[k%,]| ?(?:lpa|lakh|crore|million|options|rsu|shares))"
        + _COUNTED,
        r"\b(?:SDE|SWE|SDET|MTS|PM|TPM|IC|QA|engineer|developer|analyst|scientist|designer|associate)"
        r"[ -]?\d\b(?![.,]?\d| ?[k%])" + _COUNTED,
        r"\b\d{1,3}(?:st|nd|rd|th)\b",
        r"\((?:(?:indian )?rupees|inr|rs\.?) [a-z][a-z ,\n-]{4,120}\)|\([a-z][a-z ,\n-]{4,120} only\)",
        r"#\d+",
        _AGE,
        r"^[ \t]*\(?\d{1,2}[.)](?=\s)",
        r"\[\d{1,3}(?:, ?\d{1,3})*\]",
        rf"(?<![\d.,$€£])"
        rf"\b\d{{1,5}}[a-jln-z]? (?!(?:months?|mos?|weeks?|days?|years?|yrs?|hours?|hrs?|miles?|shifts?|percent)\b)(?:[nsew]\.? )?(?:(?!{_LINKS}\b)[A-Z0-9][\w'.-]{{0,20}} ){{1,3}}{_STREET}\b\.?(?! ?[\d$])",
        r"(?:(?<=\b(?-i:[A-Z]{2}) )|(?<=, [A-Z]{2} ))\d{5}(?:-\d{4})?\b(?! ?(?:k|%|USD|EUR|base|rsu|salary|shares|options))",
        r"(?<![\d.,$€£/])\d{1,3}(?:\.\d{1,2})?%?(?: ?/ ?\d{1,3}(?:\.\d{1,2})?%?)+(?![\d,.]*\d|k\b)"
        r"(?!%? ?/ ?[$€£]?\d[\d.,]*[km]\b)"
        r"(?! ?(?:yrs?|years?)\b)",
        r"\b(?:Q[1-4]|FY|H[12])[ ']?\d{0,4}\b",
    )
)
"""What holds digits but is no amount, in the order it is struck out."""

MIL_IS_THOUSAND = lazy(
    r"R\$|€|\b(?:quer[oi]|quiero|queria|por m[eê]s|al mes|mensal\w*|mensual\w*|reais|euros|brutos?|ofereceram|ofrecen|oferecem|sueldo|sal[aá]rio|pedi|pido|pedir|ano|año|anuais|anuales|lordo|stipendio|proposta|propuesta|oferta)\b",
    re.IGNORECASE,
)
"""Words by which "17 mil" is Spanish, Portuguese or Italian for seventeen thousand, and no English short form."""

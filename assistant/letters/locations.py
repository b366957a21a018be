"""Locations: where the work is done, from a labelled line, a known city, an office, a town, or "remote"."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.letters.company_patterns import ORGANISATION
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.mentions import Page
from assistant.letters.patterns import MONTH
from assistant.letters.places import CITY_CURRENCY, STATES
from assistant.letters.sentences import place_of, trim_marks
from assistant.letters.terms import Terms
from assistant.letters.when import WEEKDAY
from assistant.letters.word_variants import PLACE_KEYS

_PLACE_KEY = lazy(
    r"(?im)(?:^|[.;] )[ \t|*#-]*(?:(?:work|office|primary|job)[ -]?)?(?:location|workplace|office"
    rf"|place of work|duty (?:location|station)|work site|based in|{PLACE_KEYS})"
    r"[*_]*[ \t]*(?:[:|]|\n)[ \t|*_]*(?P<value>[^\n|*_(;]{2,60})"
)
_POSTED = lazy(
    r"\b(?i:at|in) (?:our"
    r"|the) (?P<site>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?(?:, [A-Z][a-z]+)?)(?= (?:[a-z&]+ ){0,2}(?i:office|centre|center"
    r"|campus|headquarters|plant|facility|hub|studio|restaurant|store|shop|branch|hotel|depot|warehouse|clinic|practice|showroom|salon)\b)"
    r"|(?:(?i:place of (?:posting|work|employment)|you(?:'ll| will) be (?:based|located|stationed)|arbeitsort|dienstort|einsatzort|lieu de travail|lugar de trabajo"
    r"|local de trabalho|sede di lavoro) (?i:shall be"
    r"|will be|is|ist|est|es|é|in|at|out of)(?: our| the)? "
    r"|(?i:duty station,?) )(?P<place>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)(?=[.,;\n]| office| campus| \()"
)
_SITE_END = lazy(r" (?:[a-z&]+ ){0,2}[a-z]+(?:,| in) (?=[A-Z])")
_CITY = lazy(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(city).replace(",", ",?") for city in sorted(CITY_CURRENCY, key=len, reverse=True))
    + r")(?![\w-])(?! de\b)(?P<state> CBD\b|,? (?-i:[A-Z]\.[A-Z]\.)|,? (?:(?-i:[A-Z]{2})\b(?! ?\d{5})"
    r"|(?-i:NSW|VIC|QLD|TAS|ACT)|UK|USA|Canada|India|Germany|(?-i:" + STATES + r")\b))?",
    re.IGNORECASE,
)
_CITY_STATE = lazy(
    r"(?<=\b)(?:[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2}), (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA"
    r"|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|AB|NSW|VIC)\b(?! ?\d{5})"
)
_CITY_STATE_FULL = lazy(
    rf"(?<![\w'’-])[A-ZÀ-Þ][a-zà-ÿ]+(?:(?: |-|['’]|-d['’]|[ -](?:of|sur|de|am|on)[ -])[A-ZÀ-Þ][a-zà-ÿ]+){{0,2}}, (?:{STATES})\b(?! ?\d{{5}})(?! [A-Z][a-z])"
)
_OR_REMOTE = lazy(r",? or (?:fully )?remote\b", re.IGNORECASE)
_BASED_AT = lazy(r"\b(?:based|located|stationed|work\w*|office) (?:is )?(?:at|in|from) [^.\n]{0,50}$", re.IGNORECASE)
_OFFICE = lazy(
    r"\b(?:our|the|your) (?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: (?:office|headquarters|site|facility"
    r"|campus|plant|branch|hub))\b"
    r"|\b(?:offices?|plant|campus|hub|lab|studio|headquarters|hq|branch|facility|store|clinic|hospital|works"
    r"|centre|center)"
    r" in (?:central |downtown )?(?P<within>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"|\b(?:move|moving|relocat(?:e|ing|ion)) to (?P<moved>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)(?=[.,;:)\n]|$| (?:and|for|with|by|in)\b)"
    r"|\bbased (?:in|out of) (?P<based>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:,? (?:NSW|VIC|QLD|WA|SA|TAS|NT|ACT)\b)?)(?![a-z])"
)
_TOWN_AFTER = lazy(r",? (?:in |\()?(?P<town>[A-ZÄÖÜÅØ][a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]{2,})?)(?=[ ]?(?:[.)\n]|$))")
_LEGAL_FORM = lazy(r"\b(?:GmbH|AG|AB|AS|ASA|ApS|A/S|Oy|SAS|S\.?A\.?|S\.?L\.?|B\.?V|Ltd|Inc|LLC|plc|Lda|K\.?K)\b\.?$")
_REMOTE = lazy(
    r"(?:\b(?:fully|permanently|completely) |\b100 ?% (?=remote))?(?P<remote>(?:100 ?% )?remoto"
    r"|\bremote\b(?: (?:US|USA|UK|EU|Canada|India)\b"
    r"| within (?:the )?[A-Z]\w+)?)(?: ?\((?:[A-Z][\w ./,-]{1,30})\))?",
    re.IGNORECASE,
)
_IN_TOWN = lazy(
    r"(?:,? (?:a|an|our|the) [^.,\n]{3,30})?(?:,? based)?(?:,? (?:in|à|en|em|te|i|near) | \()"
    r"(?P<town>[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?(?:,? (?:[A-Z]{2,3}|[A-Z]\.[A-Z]\.)\b)?)"
)
_NO_TOWN = lazy(
    rf"(?i)\b(?:{MONTH}|q[1-4]|the|our|series|spring|summer|autumn|fall|winter|marketing|engineering|sales"
    rf"|product|data|finance"
    r"|operations|research|design|security|legal|english|german|french|euros?|dollars?|january|cash|equity|stock)\b"
)
_A_JOB = lazy(JOB_NOUN)
_A_DAY = lazy(WEEKDAY, re.IGNORECASE)
_MOST_WORDS = 7
_SHORT_NAME = 4
_HOW = lazy(
    r"(?i)(?:hybrid|on-?site|in[- ]office|in[- ]person|office[- ]based)\b[ ]*[(,:/-]*[ ]*(?:in |at )?(?P<place>[A-Z][^)\n;|]{2,40})?"
)
"""How work is done is no place; the place may follow."""
_NOT_WORKPLACE = lazy(
    r"(?i)(?:university of|relocat\w+ from|move from|(?:if|should|could|may|might|when) (?:you|i|we) (?:\w+ )?move to|moving from|headquarter\w* in|hq in"
    r"|(?<!you )currently in|(?:fl(?:y|ights?)|go|travel|trips?|visits?) to|offsites? in|(?:while|until) (?:the )?|(?<!you'll )(?<!you will )live in|born in|new grad|bank of|cost of living in)\s*$"
)
_ZIP_AFTER = lazy(r"^,? ?(?:[A-Z]{2} )?\d{5}\b|^,? [A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}")


def _read_row(page: Page, terms: Terms) -> bool:
    """Fill location from a row of a table; gives whether there was one."""
    for row in page.rows:
        value = trim_marks(re.split(r"\s*[(;/]|, (?=\d)", row.value)[0])
        if (
            row.field == "location"
            and value
            and not _HOW.fullmatch(value)
            and len(value.split()) < _MOST_WORDS
            and not re.search(r"\d{3,}", value)
        ):
            terms.put("location", value, place_of(row.start, row.value, value))
            return True
    return False


def _read_named(page: Page, terms: Terms) -> bool:
    """Fill location from the office a person is posted to or a labelled line; gives whether there was one."""
    if (posted := _POSTED.search(page.terms)) is not None:
        group = "site" if posted["site"] else "place"
        # "at our Chakan plant, Pune": the city behind the site tells more
        town = _CITY.match(page.terms, found.end()) if (found := _SITE_END.match(page.terms, posted.end())) else None
        terms.put("location", town.group() if town else posted[group], town.span() if town else posted.span(group))
        return True
    for match in _PLACE_KEY.finditer(page.terms):
        value = trim_marks(re.split(r"\. |,? (?:with|and up to|up to)\b", match["value"])[0])
        if (how := _HOW.match(page.terms, match.start("value"))) is not None:
            if how["place"]:
                place = trim_marks(re.split(r";|\. ", how["place"])[0])
                terms.put("location", place, place_of(how.start("place"), how["place"], place))
                return True
            continue
        if re.search(r"\d", value) and (city := _CITY.search(value)):
            value = city.group()
        if value and not re.search(r"\d{3,}", value):
            terms.put("location", value, place_of(match.start("value"), match["value"], value))
            return True
    return False


def read_location(page: Page, terms: Terms) -> None:
    """Fill location: a labelled line, the first city that is not part of a postal address, or "remote"."""
    if _read_named(page, terms) or _read_row(page, terms):
        return
    cities = sorted(
        [match for pattern in (_CITY, _CITY_STATE, _CITY_STATE_FULL) for match in pattern.finditer(page.terms)],
        key=lambda m: (m.start(), -m.end()),
    )
    for match in cities:
        if _is_in_name(page, match, str(terms.values.get("company") or "")):
            continue
        if not _ZIP_AFTER.match(page.terms[match.end() : match.end() + 12]) and not _is_aside(page, match):
            words = match.group()
            shown = words if words[0].isupper() else words.upper() if len(words) < _SHORT_NAME else words.title()
            other = _OR_REMOTE.match(page.terms, match.end())
            end = other.end() if other else match.end()
            terms.put("location", shown + page.terms[match.end() : end], (match.start(), end))
            return
    if (town := _town_of_company(page, terms)) is not None:
        terms.put("location", town["town"], town.span("town"))
        return
    for match in _OFFICE.finditer(page.terms):
        group = next(name for name in ("city", "within", "based", "moved") if match[name])
        if match[group] not in ("Home", "New", "Head", "Main", "Corporate"):
            terms.put("location", match[group], match.span(group))
            return
    if (town := _town_in_offer(page, terms)) is not None:
        terms.put("location", town["town"], town.span("town"))
        return
    remote = _REMOTE.search(page.terms)
    if remote and not re.search(
        r"(?i)\b(?:not|no|isn't|or)\s*$", page.terms[max(0, remote.start() - 8) : remote.start()]
    ):
        terms.put("location", remote.group("remote"), remote.span("remote"))


def _town_of_company(page: Page, terms: Terms) -> re.Match[str] | None:
    """The word after the legal name of the company: "Nordwind GmbH, Augsburg."."""
    company = str(terms.values.get("company") or "")
    if "company" not in terms.spans or not (_LEGAL_FORM.search(company) or ORGANISATION.search(company)):
        return None
    town = _TOWN_AFTER.match(page.terms, terms.spans["company"][1])
    no_town = town and (_NO_TOWN.search(town["town"]) or _A_DAY.match(town["town"]) or _A_JOB.search(town["town"]))
    return None if no_town else town


def _town_in_offer(page: Page, terms: Terms) -> re.Match[str] | None:
    """A town no list knows, where the words "in …" follow the name of the employer."""
    if "company" not in terms.spans:
        return None
    town = _IN_TOWN.match(page.terms, terms.spans["company"][1])
    return town if town and not (_NO_TOWN.search(town["town"]) or _A_JOB.search(town["town"])) else None


def _is_in_name(page: Page, match: re.Match[str], company: str) -> bool:
    """Whether a city is a word of the employer's name: "Ostrava Bay Fisheries Ltd"."""
    at = company.lower().find(match.group().lower())
    start = match.start() - at
    return at >= 0 and page.terms[max(0, start) : max(0, start) + len(company)].lower() == company.lower()


def _is_aside(page: Page, match: re.Match[str]) -> bool:
    before = page.terms[max(0, match.start() - 30) : match.start()]
    based = _BASED_AT.search(page.terms[max(0, match.start() - 75) : match.start()])
    capitals_follow = re.match(
        r" (?:Life|Times|University|Mutual|Bank|Capital|Stock Exchange|Street)\b",
        page.terms[match.end() : match.end() + 16],
    )
    return bool(
        _NOT_WORKPLACE.search(before)
        or capitals_follow
        or (not based and re.search(r"\d{1,5} [NSEW]? ?\w* ?\w* St(?:reet)?,? $", before))
    )

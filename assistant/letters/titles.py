"""Titles: the job, its level and where the work is done."""

from __future__ import annotations

import re

from assistant.letters.employers import EMPLOYERS
from assistant.letters.job_words import ABBREVIATED, JOB_NOUN, ROMANCE_TITLE
from assistant.letters.mentions import Page
from assistant.letters.places import CITY_CURRENCY, STATES
from assistant.letters.terms import Span, Terms
from assistant.letters.word_variants import PLACE_KEYS, TITLE_KEYS

_GRADE = r"(?:[ -](?:I{1,3}|IV|V|VI|[1-7])(?![\w%.,]*\d|[\w%]))?"
_STOP_FIRST = (
    r"(?!(?:The|Our|My|This|That|Each|Any|Every|Hiring|A|An|Your"
    r"|As|Dear|Hi|Offer|Position|Title|Role|Job|We|I|For|Of|And|At|In|Re|From|To|Base|Company|With|Is|It|Still"
    r"|Same|Just|Also|Now|Again"
    r"|Verbal|Final|Congratulations)\b)"
)
_PART = r"[A-Z][\w+#/&.-]*[\w+#]|[A-Z]|&|of|and|II|III|[a-z]+-[a-z]+"

TITLE_NOUN = re.compile(rf"\b{JOB_NOUN}\b")
TITLE = re.compile(
    rf"\b{_STOP_FIRST}(?:(?i:senior|sr\.?|staff|principal|lead|junior|jr\.?)"
    rf" )?(?:(?:[A-Z][\w+#/&-]*[\w+#] )(?:(?:{_PART}) ){{0,4}}(?i:{JOB_NOUN})"
    rf"|(?:(?:{_PART}) ){{0,5}}(?:{JOB_NOUN}|{ABBREVIATED}))\b{_GRADE}(?:,? (?:of|for) (?:{_PART})"
    rf"(?: (?:{_PART})){{0,3}})?"
    rf"|\b{ROMANCE_TITLE}"
    rf"|\b(?:Head|VP|Vice President|Director) of (?:[A-Z]\w+)(?: (?:and|&|[A-Z]\w+)){{0,3}}"
)
_DEPARTMENT = re.compile(
    r", [A-Z][\w&]+(?: (?:&|and|[A-Z]\w+)){0,3}(?=,? (?:at|with|in|reporting|based|for)\b|\.|\n|$)"
)
_SPECIALTY = re.compile(
    r", [A-Z][\w/&]+(?:[ /](?:&|and|[A-Z][\w/]+)){0,2}(?= (?:spot|role|position|job"
    r"|opening)\b| \((?:job )?(?:level|grade))"
)
FUNCTION_WORDS = re.compile(
    r"\b(?:Marketing|Engineering|Sales|Product|Data|Finance|Operations|Platform|Payments|Risk|Technology"
    r"|Research|Design"
    r"|Security|Infrastructure|Growth|Legal|Partnerships|Analytics|Science|Cloud|Credit|Markets|Billing"
    r"|Mobile|Web|Search"
    r"|Ads|Machine Learning|Support|Success|Compliance|Strategy|Trading|Equities|Quality|Frontend|Backend)\b"
)
"""Words of departments: "Director, Product Marketing" names no employer."""
_KEY = re.compile(
    r"(?im)(?:^|(?<=[.;,(] ))[ \t|*#-]*(?:job |position |role |official )?(?:title|position|role|job"
    rf"|designation|{TITLE_KEYS})(?: title)?[*_]*[ \t]*(?:[:|=]|-(?= )|\n)"
    r"[ \t|*_]*(?P<value>[^\n|*_]{2,80})"
)
_WHOLE_LINE = re.compile(
    r"(?!.*\b(?:[Aa]t|[Ww]ith|[Ii]n|[Bb]ased|[Rr]eporting|[Ff]or|[Oo]n|[Tt]o|[Bb]ase|[Ss]alary|[Rr]emote|[Hh]ybrid)\b)"
    r"(?:[A-Za-zÀ-ÿ+#&/'-]+ ){0,6}[A-Za-zÀ-ÿ+#&/'-]+\.?$"
)
_COMPOUND = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ingenieur|entwickler|leiter|berater|referent|sachbearbeiter|chef)(?:in)?"
)
_HOURS = re.compile(r"(?:part|full)[- ]time |permanent |temporary ", re.IGNORECASE)
_REGION = re.compile(
    r",? (?:North|South|East|West|Central|Nord|Süd|Ost|EMEA|APAC|LATAM|DACH|Americas|Europe|Nordics|Benelux)\b"
)
_PHRASE = re.compile(
    r"(?i)\b(?:(?:position|role|job|post|title|stelle|stilling|tjänst|poste|puesto|cargo)"
    r" (?:of|as|is|will be|for|als|como|som|de)"
    r"(?: an?| the| our)?|it'?s for(?: an?)?"
    r"|(?:as"
    r"|for|become|be|being|titled)(?: an?| our| the| their)|join (?:us|[\w .&]{2,40}) as(?: an?| our| the)?|as)\s+"
)
_NAMED_POST = re.compile(
    r"(?:(?i:position|role|post|job) (?:of|as)(?i: an?| the| our)?) (?P<title>[A-Z]\w+(?: (?:[A-Z]\w+|of"
    r"|and|&)){0,5})"
    r"(?= at | with | in | for | on |[,.\n;]|$)"
)
_BEFORE_ROLE = re.compile(
    r"(?P<title>(?:[A-Z][\w+#/&.-]*[\w+#]|&|of|and|II|III|IV|[1-5])(?: (?:[A-Z][\w+#/&.-]*[\w+#]|&|of|and"
    r"|II|III|IV|[1-5])){0,6}) (?:role|position|job|opening|opportunity)\b"
)
_LOOSE = re.compile(rf"(?i)(?P<title>(?:[\w+#/&-]+(?:\.\w+)? ){{0,4}}?(?:{JOB_NOUN[3:-1]})\b{_GRADE})")
_SHORT_NOUN = rf"(?:{JOB_NOUN[3:-1]})"
_NOTE_TITLE = re.compile(
    rf"(?im)(?:^|(?<=[.;:,!+] ))[ \t*-]*(?P<title>(?:(?!as\b|for\b|the\b|an?\b|my\b|our\b|your\b|and\b|with\b"
    rf"|to\b|role\b|title\b|position\b"
    rf"|from\b|by\b)[a-z][\w+#/&-]*[ ]){{1,4}}{_SHORT_NOUN}{_GRADE}"
    rf"|(?:head|director|vp) of [a-z]+(?: [a-z]+)?"
    rf"|(?:senior|sr\.?|staff|principal|lead|junior|jr\.?) (?:{ABBREVIATED[3:-1]}){_GRADE})"
    rf"(?=[ \t]*(?:[,.;|(\n]|$)| (?:at|@|in|with) )"
)
_NOT_MINE = re.compile(
    r"(?i)\b(?:report(?:ing|s)? (?:directly )?to|manager:?|from:|sincerely,?|regards,?|cc:?|spoke (?:to"
    r"|with)|w/|your (?:hiring )?(?:manager|recruiter)|by our|signed|talent|recruiting)"
    r"[ ,:]*(?-i:[A-Z][\w.-]+ ){0,3}(?:,|\(|our|the)?\s*$"
)
LONGEST_NOTE = 2_000
_NO_TITLE_WORD = re.compile(
    r"(?i)\b(?:is|was|are|it|he|she|they|we|you|i|me|this|that|not|no|so|ok|said|says|told|thanks|hiring|report\w*"
    r"|manages?|managing|base|salary|bonus|offer\w*|pays?|got|get)\b"
)
_RECRUITER = re.compile(
    r"(?i)recruit|talent|hiring manager|people partner|\bhr\b|account manager at|general partner|benefits"
    r"|plan administrator|board of directors|chief executive"
)
_LEVEL_KEY = re.compile(
    r"(?im)^[ \t|*#-]*(?:job |career |pay |salary |group and )?(?:level|grade|band|job level)[*_]*[ \t]*(?:[:|]|\n)"
    r"[ \t|*_]*(?P<value>[^\n|*_,;]{1,30})"
)
_LEVEL = re.compile(
    r"(?<![\w/-])(?P<level>[Ll][3-9]|[Ll]1[0-2]|[Ll][5-8]\d|[Ee][3-9]|(?:IC|ic|Ic)[ -]?[1-9]|(?:ICT|ict)"
    r"[1-9]|(?:MTS|mts) ?[1-5]|T[3-9]|P[1-7]|M[1-6]|G\d{1,2}|D[1-3]"
    r"|(?i:level) \d{1,2}|(?i:grade|band) (?:\d{1,2}|[A-Z])(?!\w)"
    r"|GS-\d{1,4}(?:-\d{1,2})?)(?![\w%/-]|\.\d)"
)
_LEVEL_NOISE = re.compile(r"(?i)(?:visa|series|form|schedule|exhibit|floor|suite|parking)\W*$")
_PLACE_KEY = re.compile(
    r"(?im)(?:^|[.;] )[ \t|*#-]*(?:(?:work|office|primary|job)[ -]?)?(?:location|workplace|office"
    rf"|place of work|duty (?:location|station)|work site|based in|{PLACE_KEYS})"
    r"[*_]*[ \t]*(?:[:|]|\n)[ \t|*_]*(?P<value>[^\n|*_(;]{2,60})"
)
_POSTED = re.compile(
    r"\b(?i:at|in) (?:our"
    r"|the) (?P<site>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?(?:, [A-Z][a-z]+)?)(?= (?:[a-z&]+ ){0,2}(?i:office|centre|center"
    r"|campus|headquarters|plant|facility|lab|hub|studio)\b)"
    r"|(?i:place of (?:posting|work|employment)|you(?:'ll| will) be (?:based|located|stationed)) (?i:shall be"
    r"|will be|is|in|at|out of)"
    r"(?: our| the)? (?P<place>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)(?=[.,;\n]| office| campus| \()"
)
_CITY = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(city) for city in sorted(CITY_CURRENCY, key=len, reverse=True))
    + r")(?![\w-])(?P<state>,? (?:(?-i:[A-Z]{2})\b(?! ?\d{5})|UK|USA|Canada|India|Germany|(?-i:"
    + STATES
    + r")\b))?",
    re.IGNORECASE,
)
_CITY_STATE = re.compile(
    r"(?<=\b)(?:[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2}), (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA"
    r"|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|AB|NSW|VIC)\b(?! ?\d{5})"
)
_OFFICE = re.compile(
    r"\b(?:our|the|your) (?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: (?:office|headquarters|site|facility"
    r"|campus|plant|branch|hub))\b"
    r"|\bbased (?:in|out of) (?P<based>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:,? (?:NSW|VIC|QLD|WA|SA|TAS|NT|ACT)\b)?)(?![a-z])"
)
_TOWN_AFTER = re.compile(
    r",? (?:in |\()?(?P<town>[A-ZÄÖÜÅØ][a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]{2,})?)(?=[ ]?(?:[.)\n]|$))"
)
_LEGAL_FORM = re.compile(
    r"\b(?:GmbH|AG|AB|AS|ASA|ApS|A/S|Oy|SAS|S\.?A\.?|S\.?L\.?|B\.?V|Ltd|Inc|LLC|plc|Lda|K\.?K)\b\.?$"
)
_REMOTE = re.compile(
    r"\b(?:(?:fully|100 ?%|permanently|completely) )?(?P<remote>remote)(?: ?\((?:[A-Z][\w ./,-]{1,30})\))?",
    re.IGNORECASE,
)
_NOT_WORKPLACE = re.compile(
    r"(?i)(?:university of|relocat\w+ from|move (?:from|to)|moving from|headquarter\w* in|hq in"
    r"|currently in|live in|born in|new grad|bank of|cost of living in)\s*$"
)
_ZIP_AFTER = re.compile(r"^,? ?(?:[A-Z]{2} )?\d{5}\b|^,? [A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}")


def read_title(page: Page, terms: Terms) -> None:
    """Fill title: a labelled line first, then "the position of …", then a phrase that ends in a job noun."""
    for reader in (_from_key, _from_phrase, _from_anywhere, _from_note):
        found = reader(page)
        if found is not None:
            _put_title(page, terms, *found)
            return


def _from_key(page: Page) -> Span | None:
    for match in _KEY.finditer(page.terms):
        value = _trim(match["value"])
        if not value or re.search(r"\d{3,}|[$€£]|^(?:is|of|as|at|and)\b|\b(?:is|will)\b", value):
            continue
        start = match.start("value") + match["value"].index(value)
        named = TITLE.match(value)
        if named and len(named.group()) > 2:
            if (whole := _WHOLE_LINE.match(value)) and page.terms[match.end("value") :][:1] in ("", "\n"):
                return start, start + whole.end()
            end = _with_department(page.terms, start + named.end())
            region = _REGION.match(page.terms, end)
            return start, region.end() if region else end
        chosen = re.split(r"\s*(?:[,.;(]| at | - )", value)[0]
        return start, start + len(chosen)
    return None


def _from_phrase(page: Page) -> Span | None:
    for match in _PHRASE.finditer(page.terms):
        found = TITLE.match(page.terms, match.end()) or _loose_title(page.terms, match.end())
        if found and not _RECRUITER.search(found.group()):
            return found.start(), _with_department(page.terms, found.end())
    for match in _NAMED_POST.finditer(page.terms):
        return match.span("title")
    for match in _BEFORE_ROLE.finditer(page.terms):
        found = TITLE.search(match["title"])
        if found and not _RECRUITER.search(found.group()):
            return match.start("title") + found.start(), match.start("title") + found.end()
    return None


def _from_anywhere(page: Page) -> Span | None:
    for match in TITLE.finditer(page.terms):
        line = page.terms[max(0, match.start() - 60) : match.start()].rsplit("\n", 1)[-1]
        around = page.terms[max(0, match.start() - 5) : match.end() + 12]
        telling = " " in match.group() or bool(re.fullmatch(ABBREVIATED + _GRADE, match.group()))
        telling = telling or bool(_COMPOUND.fullmatch(match.group()))
        end = _with_department(page.terms, match.end())
        telling = telling or end > match.end()
        telling = telling and not re.search(r"\d ?$", line)
        if telling and not _NOT_MINE.search(line) and not _RECRUITER.search(around):
            return match.start(), end
    return None


def _from_note(page: Page) -> Span | None:
    """A title in lower case that is a whole item of a note: "head of growth @ petalbox"."""
    for match in _NOTE_TITLE.finditer(page.terms[:LONGEST_NOTE]):
        if not _RECRUITER.search(match["title"]) and not _NO_TITLE_WORD.search(match["title"]):
            return match.span("title")
    return None


def _with_department(text: str, end: int) -> int:
    if (named := _SPECIALTY.match(text, end)) and not _LEGAL_FORM.search(named.group()):
        return named.end()
    subject = re.match(r" in [A-Z]\w+(?: (?:and|&|[A-Z]\w+)){0,2}", text[end : end + 60])
    if subject and re.search(r"(?:Lecturer|Professor|Fellow|Postdoc)$", text[max(0, end - 12) : end]):
        return end + subject.end()
    department = _DEPARTMENT.match(text, end)
    if department and FUNCTION_WORDS.search(department.group()) and not _LEGAL_FORM.search(department.group()):
        return department.end()
    return end


def _loose_title(text: str, start: int) -> re.Match[str] | None:
    found = _LOOSE.match(text, start)
    if found and not re.search(r"(?i)\b(?:the|an?|your|our|result|part|soon|well|of|to|you|we)\b", found["title"]):
        return found
    return None


def _put_title(page: Page, terms: Terms, start: int, end: int) -> None:
    words = _trim(page.terms[start:end])
    if hours := _HOURS.match(words):
        words, start = words[hours.end() :], start + hours.end()
    company = str(terms.values.get("company") or "")
    for name in (company, *(first for first in [words.split(" ")[0]] if first.lower() in EMPLOYERS)):
        if name and words.lower().startswith(name.lower() + " "):
            words, start = words[len(name) + 1 :], start + len(name) + 1
    if level := re.match(r"(?:[LETPMG]\d{1,2}|IC\d) (?=\w)", words):
        words, start = words[level.end() :], start + level.end()
    terms.put("title", " ".join(words.split()), (start, start + len(words)))


def _trim(words: str) -> str:
    return words.rstrip(" .,;:-").lstrip(" :|-").strip()


def _at(start: int, whole: str, part: str) -> Span:
    at = start + max(0, whole.find(part))
    return at, at + len(part)


def read_level(page: Page, terms: Terms) -> None:
    """Fill level: a labelled line, or a code such as L62, IC4, E5."""
    for match in _LEVEL_KEY.finditer(page.terms):
        value = _trim(match["value"])
        if value and not re.search(r"[$€£%]|\d{3,}", value):
            terms.put("level", value, _at(match.start("value"), match["value"], value))
            return
    for match in _LEVEL.finditer(page.terms):
        if not _LEVEL_NOISE.search(page.terms[max(0, match.start() - 15) : match.start()]):
            level = match["level"]
            terms.put("level", level.upper() if len(level) <= 5 else level, match.span("level"))
            return


def read_location(page: Page, terms: Terms) -> None:
    """Fill location: a labelled line, the first city that is not part of a postal address, or "remote"."""
    if (posted := _POSTED.search(page.terms)) is not None:
        group = "site" if posted["site"] else "place"
        terms.put("location", posted[group], posted.span(group))
        return
    for match in _PLACE_KEY.finditer(page.terms):
        value = _trim(re.split(r"\. |,? (?:with|and up to|up to)\b", match["value"])[0])
        if re.search(r"\d", value) and (city := _CITY.search(value)):
            value = city.group()
        if value and not re.search(r"\d{3,}", value):
            terms.put("location", value, _at(match.start("value"), match["value"], value))
            return
    cities = sorted(
        [*_CITY.finditer(page.terms), *_CITY_STATE.finditer(page.terms)], key=lambda m: (m.start(), -m.end())
    )
    for match in cities:
        if not _ZIP_AFTER.match(page.terms[match.end() : match.end() + 12]) and not _is_aside(page, match):
            words = match.group()
            shown = words if words[0].isupper() else words.title()
            terms.put("location", shown, match.span())
            return
    if (town := _town_of_company(page, terms)) is not None:
        terms.put("location", town["town"], town.span("town"))
        return
    for match in _OFFICE.finditer(page.terms):
        group = "city" if match["city"] else "based"
        if match[group] not in ("Home", "New", "Head", "Main", "Corporate"):
            terms.put("location", match[group], match.span(group))
            return
    remote = _REMOTE.search(page.terms)
    if remote and not re.search(
        r"(?i)\b(?:not|no|isn't|or)\s*$", page.terms[max(0, remote.start() - 8) : remote.start()]
    ):
        terms.put("location", remote.group("remote"), remote.span("remote"))


def _town_of_company(page: Page, terms: Terms) -> re.Match[str] | None:
    """The word after the legal name of the company: "Nordwind GmbH, Augsburg."."""
    if "company" not in terms.spans or not _LEGAL_FORM.search(str(terms.values["company"])):
        return None
    return _TOWN_AFTER.match(page.terms, terms.spans["company"][1])


def _is_aside(page: Page, match: re.Match[str]) -> bool:
    before = page.terms[max(0, match.start() - 30) : match.start()]
    capitals_follow = re.match(
        r" (?:Life|Times|University|Mutual|Bank|Capital|Stock Exchange|Street)\b",
        page.terms[match.end() : match.end() + 16],
    )
    return bool(
        _NOT_WORKPLACE.search(before)
        or capitals_follow
        or re.search(r"\d{1,5} [NSEW]? ?\w* ?\w* St(?:reet)?,? $", before)
    )

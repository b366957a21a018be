"""Titles: the name of the job, from a labelled line, an offering phrase, or wherever a job is named."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.letters.company_patterns import ORGANISATION
from assistant.letters.employers import EMPLOYERS
from assistant.letters.job_words import ABBREVIATED, JOB_NOUN, ROMANCE_TITLE
from assistant.letters.mentions import Page
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY, STATES
from assistant.letters.sentences import trim_marks
from assistant.letters.terms import Span, Terms
from assistant.letters.title_phrases import MOST_WORDS, find_title_phrases
from assistant.letters.word_variants import TITLE_KEYS

_GRADE = r"(?:[ -](?:I{1,3}|IV|V|VI|[1-7])(?![\w%.,]*\d|[\w%]))?"
_STOP_FIRST = (
    r"(?!(?:The|La|Le|Les|El|Los|Die|Der|Das|Het|Our|My|This|That|Each|Any|Every|Hiring|A|An|Your"
    r"|As|Dear|Hi|Offer|Position|Title|Role|Job|We|I|For|Of|And|At|In|Re|From|To|Base|Company|With|Is|It|Still"
    r"|Same|Just|Also|Now|Again"
    r"|Verbal|Final|Congratulations)\b)"
)
_PART = r"(?:i|e|mac|tv)(?:OS|Commerce)|\.NET|[A-Z][\w+#/&.-]*[\w+#]|[A-Z]|&|of|and|II|III|[a-z]+-[a-z]+"

TITLE_NOUN = lazy(rf"\b{JOB_NOUN}\b")
TITLE = lazy(
    rf"\b{_STOP_FIRST}(?:(?i:senior|sr\.?|staff|principal|lead|junior|jr\.?)"
    rf" )?(?:(?:[A-Z][\w+#/&-]*[\w+#] |iOS |macOS )(?:(?:{_PART}) ){{0,4}}(?i:{JOB_NOUN})"
    rf"|(?:(?:{_PART}) ){{0,5}}(?:{JOB_NOUN}|{ABBREVIATED}))\b{_GRADE}(?:,? (?:of|for) (?:{_PART})"
    rf"(?: (?:{_PART})){{0,3}})?"
    rf"|\b{ROMANCE_TITLE}"
    rf"|\b(?:Head|VP|Vice President|Director) of (?:[A-Z]\w+)(?: (?:and|&|[A-Z]\w+)){{0,3}}"
)
_DEPARTMENT = lazy(r", [A-Z][\w&]+(?: (?:&|and|[A-Z]\w+)){0,3}(?=,? (?:at|with|in|reporting|based|for)\b| \(|\.|\n|$)")
_PREPOSITION = r"(?:at|with|in|for|on|role|position|covering|based|working|located|reporting|chez|bei|beim|en|em|na|no|presso|bij|hos|au|à|i|på|w|within)"
_FIELD_TAIL = lazy(
    rf",[ ](?P<field>(?!(?:{_PREPOSITION}|and|or|the|an?|our|your|we|it|i)\b)[^\W\d_][\w/&'-]*(?:[ ](?:&|and|[^\W\d_][\w/&'-]*(?<!\bin)"
    rf"(?<!\bat))){{0,2}}?(?: \d{{1,2}}-\d{{1,2}})?)(?P<end>,? {_PREPOSITION}\b|(?=[ ]?(?:[.;\n(,]|$)))"
)
"""What a job is about behind the comma of its title: "Assistant Manager, Treasury at …"."""
FIELD_NAME = lazy(
    r"(?i)\b(?:treasury|dairy|offshore|onshore|enterprise|mid-?market|smb|commercial|corporate|retail|wholesale|public sector|privacy"
    r"|p(?:a?e)diatrics|geriatrics|oncology|surgical|surgery|emergency|icu|primary|secondary|mathematics|maths|english|history"
    r"|biology|physics|chemistry|music|grades?|payroll|tax|audit|litigation|employment|real estate|supply chain|warehouse|fleet|rail"
    r"|highways|structures|water|energy|wind|solar|nuclear|inference|vision|robotics|embedded|firmware|field|global|international"
    r"|inbound|outbound|digital|brand|content|events|pastry|tablets|quirófano|urgencias|pediatría|pédiatrie|chirurgie|vertrieb|einkauf"
    r"|comercial|finanzas|operaciones|vendas|operações)\b"
)
_SPECIALTY = lazy(
    r", [A-Z][\w/&]+(?:[ /](?:&|and|[A-Z][\w/]+)){0,2}(?= (?:spot|role|position|job"
    r"|opening)\b| \((?:job )?(?:level|grade))"
)
FUNCTION_WORDS = lazy(
    r"\b(?:Marketing|Engineering|Sales|Product|Data|Finance|Operations|Platform|Payments|Risk|Technology"
    r"|Research|Design"
    r"|Security|Infrastructure|Growth|Legal|Partnerships|Analytics|Science|Cloud|Credit|Markets|Billing"
    r"|Mobile|Web|Search"
    r"|Ads|Machine Learning|Support|Success|Compliance|Strategy|Trading|Equities|Quality|Frontend|Backend)\b"
)
"""Words of departments: "Director, Product Marketing" names no employer."""
_FIELD_AFTER = lazy(
    rf"(?: (?:{FUNCTION_WORDS.pattern[5:-3]}|Embedded|Full-?[Ss]tack|Back-?[Ee]nd|Front-?[Ee]nd|DevOps|iOS"
    rf"|Android|Python|Java"
    r"|Data|data|IA|AI|ML|IT|QA|UX|UI|BI|Learning|Sênior|Pleno|Júnior|Senior|Junior|Sénior|[iI]nformatique"
    r"|logiciel|ICU|NICU|PICU|CCU|ER|OPD|OT|SAP|ERP|CRM|digitale?|marketing|technique|commercial|confirmée?|junior|senior|sénior)\b)+"
    r"(?! (?:team|department|group|office|org)\b)"
)
_NO_VALUE = lazy(
    r"(?i)\d{3,}|[$€£]|\b(?:is|are|will|shall|you|your|we|our|offer\w*|employee|company|serve|this|that|be|has)\b"
)
_TAIL = lazy(
    r"(?:(?P<dash> -{1,2} )|, )(?P<name>[A-ZÀ-Þ][\w&+#/-]*(?: (?:and|of|&"
    r"|[A-ZÀ-Þ][\w&+#/-]*)){0,3})(?=[ ]?(?:\n|$|[.,;(|]|- | (?:at|in|with|on)\b))"
)
_NO_TAIL = lazy(
    rf"(?i)\b(?:remote|hybrid|on-?site|full|part|time|contract|permanent|level|grade|band|{STATES}|usa?|uk|eu"
    rf"|inc|ltd|llc|gmbh|offer"
    r"|letter|confidential|salary|base|annual|location|start|(?:i{1,3}|iv|v))\b|\d|^[A-Z]{2}$"
)
_NO_FIELD = lazy(
    rf"(?i)\b(?:remote|hybrid|on-?site|full|part|time|contract|permanent|level|grade|band|usa?|uk|eu|offer|letter|confidential|salary|base|bonus"
    rf"|pay|annual|location|cdi|cdd|cadre|vollzeit|teilzeit|unbefristet|befristet|indefinido|nights?|days|shifts?|start\w*|report\w*|effective|subject|please|you\w*|as|is|will|which|who|this|{STATES})\b"
    rf"|^(?:i{{1,3}}|iv|v|[A-Z]{{2}})$"
)
_SIGNED = lazy(r"\((?:co-?founder (?:&|and) )?(?:C[EFMOPT]O|VP|EM|PM)\)")
"""The post of who writes, behind the name."""
_FIELD_END = lazy(r"(?:ing|ion|ics|ment|ity|ance|ogy|ware|ure|[A-Z]{2,3})s?$")
"""How the names of fields of work end; any other single word behind a title may be the employer."""
_CITY_STATE = lazy(r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?!ML|AI|IT|UX|UI|QA|HR|BI|VR)[A-Z]{2}")
_VALUE_END = lazy(r"\s*(?:[,.;(/]| at | @ | - )")
_KEY = lazy(
    r"(?im)(?:^|(?<=[.;,(] ))[ \t|*#-]*(?:job |position |role |official )?(?:title|position|role|job"
    rf"|designation|{TITLE_KEYS})(?: title)?[*_]*[ \t]*(?:[:|=]|-(?= )|\n)"
    r"[ \t|*_]*(?P<value>[^\n|*_]{2,80})"
)
_HEADING = lazy(
    r"(?im)^[ \t#*]*(?:(?:re|subject|betreff|objet) ?: ?)*(?:(?:formal|conditional|written|your|our|job|employment|final) )*"
    r"(?:offer(?: of employment| letter)?|offre d'emploi|proposition d'embauche|(?:stellen|job|vertrags)angebot"
    r"|oferta (?:de |laboral)(?:trabajo|empleo)?|proposta di (?:lavoro|assunzione)|proposta de (?:trabalho|emprego)"
    r"|jobtilbud|jobberbjudande)\s*(?:-|:|for(?: the)?(?: position| role| post)?(?: of)?)\s*(?P<value>[^\n|]{3,80})$"
)
_WHOLE_LINE = lazy(
    r"(?!.*\b(?:[Aa]t|[Ww]ith|[Ii]n|[Bb]ased|[Rr]eporting|[Ff]or|[Oo]n|[Tt]o|[Bb]ase|[Ss]alary|[Rr]emote|[Hh]ybrid)\b)"
    r"(?:[A-Za-zÀ-ÿ+#&/'-]+ ){0,6}[A-Za-zÀ-ÿ+#&/'-]+\.?$"
)
_COMPOUND = lazy(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ingenieur|entwickler|leiter|berater|referent|sachbearbeiter|chef)(?:in)?")
_HOURS = lazy(r"(?:part|full)[- ]time |contract |interim |fixed[- ]term |permanent |temporary ", re.IGNORECASE)
_MEDICINE = lazy(r"(?:Medicine|Surgery|Care|\w+ology|\w+iatrics|\w+iatry|\w+etics)$")
_REGION = lazy(
    r",? (?:North|South|East|West|Central|Nord|Süd|Ost|EMEA|APAC|LATAM|DACH|Americas|Europe|Nordics|Benelux)\b"
)
_PHRASE = lazy(
    r"(?i)\b(?:(?:position|role|job|post|title|stelle|stilling|tjänst|poste|puesto|cargo)"
    r" (?:of|as|is|will be|for|als|como|som|de)"
    r"(?: an?| the| our)?|it'?s for(?: an?)?"
    r"|(?:as"
    r"|for|become|be|being|titled)(?: an?| our| the| their)(?: next| new| first| newest)?|(?:been |got |get )?offered(?: me| you)?(?: an?| the)?|join (?:us"
    r"|[\w .&]{2,40}) as(?: an?| our| the)?|as)\s+"
)
_NAMED_POST = lazy(
    r"(?:(?i:position|role|post|job) (?:of|as)(?i: an?| the| our)?) (?P<title>[A-Z]\w+(?: (?:[A-Z]\w+|of"
    r"|and|&)){0,5})"
    r"(?= at | with | in | for | on |[,.\n;]|$)"
)
_BEFORE_ROLE = lazy(
    r"(?P<title>(?:[A-Z][\w+#/&.-]*[\w+#]|&|of|and|II|III|IV|[1-5])(?: (?:[A-Z][\w+#/&.-]*[\w+#]|&|of|and"
    r"|II|III|IV|[1-5])){0,6}) (?:role|position|job|opening|opportunity)\b"
)
_LOOSE = lazy(rf"(?i)(?P<title>(?:[\w+#/&-]+(?:\.\w+)? ){{0,4}}?(?:{JOB_NOUN[3:-1]})\b{_GRADE})")
_SHORT_NOUN = rf"(?:{JOB_NOUN[3:-1]})"
_NOTE_TITLE = lazy(
    rf"(?im)(?:^|(?<=[.;:,!+] ))[ \t*-]*(?P<title>(?:(?!as\b|for\b|the\b|an?\b|my\b|our\b|your\b|and\b|with\b"
    rf"|to\b|role\b|title\b|position\b"
    rf"|from\b|by\b)[a-z][\w+#/&-]*[ ]){{1,4}}{_SHORT_NOUN}{_GRADE}"
    rf"|(?:head|director|vp) of [a-z]+(?: [a-z]+)?"
    rf"|(?:senior|sr\.?|staff|principal|lead|junior|jr\.?) (?:{ABBREVIATED[3:-1]}){_GRADE}"
    rf"|(?:founding|senior|sr\.?|staff|principal|lead|junior|jr\.?|vp|head of|director of) (?:[a-z]+ )?(?:eng"
    rf"|dev|swe|mgr|design|data"
    rf"|engineering|product|growth|sales|finance|research|people|ops))"
    rf"(?=[ \t]*(?:[,.;|(\n]|$)| @| (?:at|in|with|role|position|gig)\b)"
)
_NOT_MINE = lazy(
    r"(?i)\b(?:report(?:ing|s)? (?:directly )?to|manager:?|from:|sincerely,?|regards,?|cc:?|spoke (?:to"
    r"|with)|w/|your (?:hiring )?(?:manager|recruiter)|by our|signed|talent|recruiting)"
    r"[ ,:]*(?-i:[A-Z][\w.-]+ ){0,3}(?:,|\(|our|the)?\s*$"
)
LONGEST_NOTE = 2_000
_NO_TITLE_WORD = lazy(
    r"(?i)\b(?:is|was|are|it|he|she|they|we|you|i|me|this|that|not|no|so|ok|said|says|told|thanks|hiring|report\w*"
    r"|manages?|managing|base|salary|bonus|offer\w*|pays?|got|get)\b"
)
_RECRUITER = lazy(
    r"(?i)recruit|talent|\bTA (?:lead|manager|partner)|hiring manager|people partner|\bhr\b|account manager at|general partner|benefits"
    r"|plan administrator|board of directors|chief executive"
)
_LEGAL_FORM = lazy(r"\b(?:GmbH|AG|AB|AS|ASA|ApS|A/S|Oy|SAS|S\.?A\.?|S\.?L\.?|B\.?V|Ltd|Inc|LLC|plc|Lda|K\.?K)\b\.?$")


def read_title(page: Page, terms: Terms) -> None:
    """Fill title: a labelled line first, then "the position of …", then a phrase that ends in a job noun."""
    for reader in (_from_key, _from_row, _from_heading, _from_phrase, _from_anywhere, _from_note):
        found = reader(page)
        if found is not None:
            _put_title(page, terms, found[0], _with_tail(page, terms, *found))
            return


def _from_key(page: Page) -> Span | None:
    for match in _KEY.finditer(page.terms):
        value = trim_marks(match["value"])
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


def _from_heading(page: Page) -> Span | None:
    """The post a letter's heading offers: "Offer of employment - Associate, Model Validation"."""
    for match in _HEADING.finditer(page.terms[:LONGEST_NOTE]):
        named = TITLE.match(match["value"])
        if named and not _RECRUITER.search(named.group()):
            return match.start("value"), match.start("value") + named.end()
    return None


def _from_row(page: Page) -> Span | None:
    """The value of a row that is called the post in any language, up to its first comma or bracket."""
    for row in page.rows:
        chosen = _VALUE_END.split(row.value)[0].strip(" '\"")
        if row.field == "title" and chosen and len(chosen.split()) < MOST_WORDS and not _NO_VALUE.search(chosen):
            return row.start, row.start + len(chosen)
    return None


def _from_phrase(page: Page) -> Span | None:
    for start, end in find_title_phrases(page.terms):
        if not _RECRUITER.search(page.terms[start:end]):
            longer = TITLE.match(page.terms, start)
            return start, _with_department(page.terms, max(end, longer.end() if longer else 0))
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
        telling = telling and not re.search(r"\d ?$", line) and not _SIGNED.search(around)
        if telling and not _NOT_MINE.search(line) and not _RECRUITER.search(around):
            return match.start(), end
    return None


def _from_note(page: Page) -> Span | None:
    """A title in lower case that is a whole item of a note: "head of growth @ petalbox"."""
    for match in _NOTE_TITLE.finditer(page.terms[:LONGEST_NOTE]):
        if not _RECRUITER.search(match["title"]) and not _NO_TITLE_WORD.search(match["title"]):
            return match.span("title")
    return None


def _with_tail(page: Page, terms: Terms, start: int, end: int) -> int:
    """The end of a title with what stands behind its dash, or at the end of its own line behind its comma."""
    end = _with_field(page.terms, terms, end)
    tail = _TAIL.match(page.terms, end)
    if tail is None or not (tail["dash"] or _is_own_line(page.terms, start, tail.end())):
        return end
    name, company = tail["name"], str(terms.values.get("company") or "")
    if (
        name.lower() in CITY_CURRENCY
        or _CITY_STATE.fullmatch(name)
        or _NO_TAIL.search(name)
        or (company and company.lower() in name.lower())
    ):
        return end
    lone = " " not in name and not FUNCTION_WORDS.search(name) and not _FIELD_END.search(name)
    return end if (lone and not company) or name.lower() in company.lower() or ORGANISATION.search(name) else tail.end()


def _with_field(text: str, terms: Terms, end: int) -> int:
    """The end of a title with the field behind its comma: no place, no employer, no kind of contract.

    Before "at", "in" and the like any words are taken for the field; elsewhere they must be known as one.
    """
    found = _FIELD_TAIL.match(text, end)
    if found is None:
        return end
    name, company = found["field"], str(terms.values.get("company") or "").lower()
    place = name.lower() in CITY_CURRENCY or name.lower() in COUNTRY_CURRENCY or bool(_CITY_STATE.fullmatch(name))
    firm = bool(company) and (company in name.lower() or name.lower() in company)
    if place or firm or _NO_FIELD.search(name) or _LEGAL_FORM.search(name) or ORGANISATION.search(name):
        return end
    known = FIELD_NAME.search(name) or FUNCTION_WORDS.search(name) or (company and _FIELD_END.search(name))
    return found.end("field") if known or (found["end"] and name[0].isupper()) else end


def _is_own_line(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    follows = (
        text[end : end + 4] if text[end : end + 1] != " " or text[end : end + 3] == " - " else text[end + 1 : end + 2]
    )
    return (follows[:1] in ("", "\n") or follows.startswith(" - ") or follows.lstrip()[:1] in ("|", ";")) and (
        not line.strip() or bool(re.search(r"[:|][ |*]*$|(?i:title|role|position) - $|(?i:offer[^\n]{0,20} - )$", line))
    )


def _with_department(text: str, end: int) -> int:
    if (named := _SPECIALTY.match(text, end)) and not _LEGAL_FORM.search(named.group()):
        return named.end()
    if (field := _FIELD_AFTER.match(text, end)) is not None:
        end = field.end()
    subject = re.match(r" in [A-Z]\w+(?: (?:and|&|[A-Z]\w+)){0,2}", text[end : end + 60])
    medical = (
        subject and _MEDICINE.search(subject.group()) and re.search(r"(?:Doctor|Registrar|Nurse|Resident)$", text[:end])
    )
    if subject and (medical or re.search(r"(?:Lecturer|Professor|Fellow|Postdoc)$", text[max(0, end - 12) : end])):
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
    words = trim_marks(page.terms[start:end])
    if hours := _HOURS.match(words):
        words, start = words[hours.end() :], start + hours.end()
    company = str(terms.values.get("company") or "")
    for name in (company, *(first for first in [words.split(" ")[0]] if first.lower() in EMPLOYERS)):
        if name and words.lower().startswith(name.lower() + " "):
            words, start = words[len(name) + 1 :], start + len(name) + 1
    if level := re.match(r"(?:[LETPMG]\d{1,2}|IC\d) (?=\w)", words):
        words, start = words[level.end() :], start + level.end()
    terms.put("title", " ".join(words.split()), (start, start + len(words)))

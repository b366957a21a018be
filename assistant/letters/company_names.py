"""Company names: a found name without the words that are none, or nothing."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.letters.company_patterns import ORGANISATION, SUFFIX
from assistant.letters.employers import EMPLOYERS
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.patterns import LABEL
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY
from assistant.letters.terms import Span
from assistant.letters.titles import TITLE, TITLE_NOUN

_POST_OF = lazy(rf"(?:\w+ ){{0,3}}{JOB_NOUN} (?:of|at|for|with|de|da|di|bei|chez) (?=[A-Z])")
_INSIDE_NAMES = frozenset(
    (
        "Company",
        "Human",
        "People",
        "Team",
        "Central",
        "Pacific",
        "Equity",
        "Capital",
        "New",
        "Other",
        "First",
        "May",
        "Re",
    )
)
_AFTER_FORM = lazy(r"(?<=\b(?:S\.L|S\.A|B\.V|K\.K|N\.V)\.) (?!de C\.V|[A-Z]\.)[A-ZÀ-Þ][^\n]*$")
"""A new sentence behind the full stop of a legal form."""
_WHOLE_FORM = lazy(r"\b(LLP|LLC|PLLC|plc|PLC|AG|AB|AS|ASA|SE|KG|GmbH|Oy|Oyj|BV|NV|SA|SAS|Limited|ULC)\.$")
_CUT_OFF = lazy(r" (?:and|&|of|de)$")
_PART_OF = lazy(r"(?:of|the|and|de|(?:College|School|Faculty|Board|Division) of)\b")
_CONTRACTION = lazy(r"\w+'(?:d|ll|ve|re|m)", re.IGNORECASE)
_NO_NAME = lazy(
    r"^(?:They're|We're|You're|He's|She's|It's|I'm|They've|We've|I|We|You|Your|Our|My|The|This|That|These|It"
    r"|Its|They|Their|He|She|A|An|In|On|At|As|For|To|By|If"
    r"|And|Or|But|So|Please|Dear|Hi|Hello|Hey|Re|Fwd|Subject|From|Date|Sent|"
    r"Base|Salary|Bonus|Sign|Signing|Stock|RSUs?|Equity|Options|Target|Annual|Total|Title|Position|Role"
    r"|Level|Location|Start|Offer|Congratulations|Thanks|Thank|Best|Regards|Kind|"
    r"Sincerely|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|CTC|OTE|USD|EUR|GBP|CHF|CAD|AUD|SGD|INR|JPY|PTO|Remote|Hybrid|Full|Part|Benefits"
    r"|Compensation|Great|Good|Final|Verbal|Fully|First|Second|Need|No|Not|"
    r"Yes|Ok|Okay|Would|Could|Can|Will|Any|Also|Current|Currently|New|Update|Updated|Actually|Human|HR"
    r"|Company|Employer|Everything|Just|Got|Grant|Details|Component|Amount|Value|Term|Terms|"
    r"Board|Plan|Pacific|Eastern|Central|Human Resources|All|Other|After|Before|During|What|When|How|Why"
    r"|Who|Is|Are|Do|Does|Should|There|Here|Now|Today|Tomorrow|Notes|Package|Team|People|"
    r"Conditional|Tentative|Provisional|Amended|Revised|Formal|Contingent|Unconditional|Relocation|Vesting"
    r"|Deadline|Employment|Equal|Subject|System|SYSTEM|Workplace|Employee|Candidate"
    r"|Attached|Additionally|Further|Upon|Each|Both|With|Without|Paid|Net|Gross|Fixed|Variable|Startup"
    r"|Christmas|Easter|Thanksgiving|Diwali|Ramadan|Weihnachten|Noël|Navidad|Oferta|Angebot|Stellenangebot|Offre|Offerta|Proposta|Propuesta|Proposition|Tilbud|Erbjudande|Aanbod|Round|Initial|Original|Verbatim|Company's|BigCo|Grade|Band|Site|Status|Respond)$"
)
_NO_FIRST_WORD = lazy(
    r"^(?:Official|Rate|Orientation|Recruiter|Reply|Deadline|Acceptance|Annexure|Appendix|Schedule|Visa|Health|Dental"
    r"|Performance|Retention|Severance|Probation|Notice|Work|Working|Hours|Manager|Reporting|Department"
    r"|Effective|Dated|Ref|Page|Confidential|Private|Personal|Strictly|Hired|Contract|Permanent|Temporary"
    r"|Comp|Pay|Sum|Summary|Overview|Key|Year|Month|Week|Day|Perks|Stock|Shares|Units|Value|Price|Strike"
    r"|Ihre|Job|Formal|Written|Competing|Another|One|My|Internal)$"
)
_DEPARTMENT = lazy(
    r"(?i)(?:talent(?: acquisition| partner| team)?|people(?: (?:&|and) culture| operations| ops| team"
    r"| partner)?|culture"
    r"|human resources|hr(?: team| manager)?|recruit(?:ing|ment|er)(?: team)?|hiring(?: team)?|staffing|branch"
    r"|division|section|delegate|registrar"
    r"|compensation|payroll"
    r"|(?:vice-)?chancellor|provost|dean|president|directors|governors|supervisors|regents|partners|trustees"
    r"|board(?: of \w+)?|management|director-general"
    r"|personalabteilung|ressources humaines|recursos humanos)"
)
_PAY_AFTER = lazy(r"(?<=\w) \d[\d.,]*[kKmML]?$")
_TRAILING = lazy(
    r"(?:\s+(?!(?-i:AS)\b)(?:offer|team|crew|family|careers|candidate|portal|(?:people|talent|hiring|recruitment)(?= (?:team|crew))|hr|recruiting|as|for|in|is|has|and|of|the|we|at|to|with|office|verbal))+$",
    re.IGNORECASE,
)


def _is_no_name(word: str) -> bool:
    bare = word.strip(",.:")
    if _CONTRACTION.fullmatch(bare):
        return True
    return bool(_NO_NAME.match(bare) or (bare.isupper() and len(bare) > 3 and _NO_NAME.match(bare.title())))


def clean_name(name: str, start: int) -> tuple[str, Span] | None:
    """A name without words that are none, or None: titles, places, labels and common words are no names."""
    name = _AFTER_FORM.sub("", name)
    name, start = _without_lead(re.split(r"\n", name)[0], start)
    words = name.split()
    for place in range(1, len(words)):
        if _is_no_name(words[place]) and words[place] not in _INSIDE_NAMES and not ORGANISATION.search(name):
            name = name[: name.index(words[place])].rstrip(" ,-")
            break
    words = name.split()
    in_city = len(words) > 1 and words[-1].lower() in CITY_CURRENCY and words[-2] != "of"
    if in_city and " ".join(words).lower() not in EMPLOYERS:
        name = name[: -len(words[-1])].rstrip(" ,-")
    if len(words) == 2 and words[0].lower() in EMPLOYERS and re.fullmatch("SG|IN|UK|US|JP|DE|AU|CA", words[1]):
        name = words[0]
    if _CUT_OFF.search(name):
        return None
    lowered = name.lower().strip(" .,")
    if (
        len(lowered) < 2
        or not re.search(r"[^\W\d_]", name)
        or lowered in CITY_CURRENCY
        or lowered in COUNTRY_CURRENCY
        or re.fullmatch(r"[A-Z]{1,3}\d*|[A-Z]{2,5}s|\d[\d.,]*(?:\w|st|nd|rd|th|er|ª|º)?", name)
    ):
        return (name, (start, start + len(name))) if lowered in EMPLOYERS else None
    name = _WHOLE_FORM.sub(r"\1", name)
    return None if _is_other(name) else (name, (start, start + len(name)))


def _without_lead(name: str, start: int) -> tuple[str, int]:
    """The name without a post, a number or words of no name before it, and without its end "… team"."""
    if post := _POST_OF.match(name):
        name, start = name[post.end() :], start + post.end()
    if number := re.match(r"[$€£]?\d[\d,.]*[kK]? (?=[A-Z])", name):
        name, start = name[number.end() :], start + number.end()
    name = _TRAILING.sub("", _PAY_AFTER.sub("", name.rstrip(" ,-")))
    words = name.split()
    while words and (_is_no_name(words[0]) or _NO_FIRST_WORD.match(words[0].strip(",."))):
        cut = len(words[0]) + 1
        name, start, words = name[cut:], start + cut, words[1:]
    return name, start


def _is_other(name: str) -> bool:
    """Whether the words name a job, a department or a term instead of a firm."""
    if TITLE.fullmatch(name) or (TITLE_NOUN.search(name) and len(name.split()) > 1 and not re.search(SUFFIX, name)):
        return True
    return bool(_DEPARTMENT.fullmatch(name.strip(" .,&")) or LABEL.fullmatch(name) or _PART_OF.match(name))

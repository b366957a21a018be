"""Dates: the deadline and the start date, in the words of the letter."""

from __future__ import annotations

import re

from assistant.letters.mentions import Page
from assistant.letters.patterns import COUNT, MONTH
from assistant.letters.terms import Terms

_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|jueves|viernes"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|måndag|tisdag|onsdag|torsdag|fredag|mandag|tirsdag)\b)"
    r"(?: (?:morning|afternoon|evening|night|lunchtime|noon|arvo)\b)?"
)
_TIME = (
    r"(?:\d{1,2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)(?! base)|\d{1,2}:\d{2}|\d{1,2} ?h(?:\d\d)?\b|noon|midnight|eod"
    r"|eob|cob|(?:this )?arvo"
    r"|(?:the )?close of (?:business|play)"
    r"|end of (?:the )?(?:business )?(?:day|business)|arvo\b)"
)
_ZONE = (
    r"(?:\(?(?:pacific|eastern|central|mountain|local|[pecm][sd]?t|gmt|utc|cet|ist|bst|sgt|jst|aest)"
    r"(?: (?:standard |daylight )?time)?\b\)?)"
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth"
_DATE = (
    rf"(?:(?:(?:the )?(?:{_ORDINAL})(?: day)?|\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?)(?: of| de)?[ .-]{{1,2}}{MONTH}\b\.?"
    rf"(?:(?:,? | de |-)\d{{4}})?"
    rf"|{MONTH}\b\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?"
    rf"|{MONTH}\b\.? (?:the )?(?:{_ORDINAL})\b(?:,? \d{{4}})?"
    rf"|\d{{4}}[/-]\d{{2}}[/-]\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}/\d{{1,2}}(?![\d/%])|(?:mid"
    rf"|early|late|end of|beginning of|middle of)[ -]{MONTH}\b(?: \d{{4}})?"
    rf"|{MONTH}\b \d{{4}}|(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b)"
)
_RELATIVE = (
    rf"(?:(?:in|within) (?:the next )?)?{COUNT}(?: \(\d{{1,2}}\))?[- ](?:full )?(?:business |working "
    rf"|calendar |week)?(?:days?|weeks?|hours?|hrs?|months?)\b"
    r"(?: (?:from|of|after|following) (?:the )?(?:receipt|date|issue|today|now|signing|receiving"
    r"|acceptance)(?: (?:of|on) (?:this|the|your) \w+)?)?"
    rf"|(?:by |at |before )?(?:the )?end of (?:next |this |the )?(?:week|month|year|quarter)|(?:early "
    rf"|late |mid )?(?:next|this|coming) (?:week|month|year|{_WEEKDAY})|tomorrow|tmrw|tmr|today|tonight"
    rf"|(?:kal|aaj|parson?) tak\b|over the weekend"
    rf"|(?:the )?(?:first|second|third|last) week (?:of|in) {MONTH}\b(?: \d{{4}})?"
    rf"|(?:the )?(?:first|second|third|last) {_WEEKDAY} (?:of|in) (?:{MONTH}|next month|the month|the year)"
    rf"\b(?: \d{{4}})?|as soon as possible|asap|immediately|a (?:week|month|(?:few|couple of) (?:days|weeks))"
)
_UNIT = rf"(?:{_RELATIVE}|{_TIME}|{_DATE}|{_WEEKDAY}|{_ZONE}|{MONTH}\b)"
_WHEN = re.compile(rf"{_UNIT}(?:,? ?(?:\(|on |at |of |by |the )?{_UNIT}\)?){{0,4}}", re.IGNORECASE)

_REPLY = (
    r"(?:respon\w+|reply|replies|answer|decide|decision|let (?:me|us) know|sign(?:ed)?|accept\w*|return"
    r"|confirm\w*"
    r"|revert|get back|thoughts|shout|ping|tell (?:me|us)|hear(?: back)?|know|commit|countersign\w*|yes|lmk|signature"
    r"|acceptance|bescheid|rückmeldung|zusage|antwort\w*|réponse|répond\w*|respuesta|respond\w*|contestar"
    r"|resposta|risposta|reactie|svara?)"
)
_DEADLINE = re.compile(
    rf"(?:\b(?:offer |letter |it |this )?(?:expires?|closes?|expiring|expiry(?: date)?|expiration(?: date)?|lapses?"
    rf"|will lapse|valid|open|stands|good|remains open|available|deadline|due|exploding)\b"
    rf"(?:\s*(?:until|till|til|through|thru|on|at|in|for|is|by|date|to accept|to respond|to decide"
    rf"|if (?:it is )?not accepted(?: by)?|if we (?:have|do) not hear\w*(?: back)?(?: from you)?|:|\||-))*\s*"
    rf"|\b{_REPLY}\b(?![- ]?on\b)[^.;|\n]{{0,60}}?(?:\n[^.;|\n]{{0,40}}?)?\b(?:(?:by|before|b4|no later than"
    rf"|on or before"
    rf"|until|till|d'ici|bis|avant|antes|vor|senast|até|voor|uiterlijk|spätestens|au plus tard|a más tardar)"
    rf"(?:(?: zum| am| bis| le| el| del| den| dem| o| the)? |:| :|\b)\s*(?={_UNIT})|(?=within|in {COUNT} ))"
    rf"|\b(?:by|before|no later than|until|bis(?: zum)?|avant(?: le)?|uiterlijk|antes del?|senast"
    rf"|vor dem)\s*(?={_UNIT}[^.\n]{{0,30}}\b(?:{_REPLY}|deadline|expires)\b)"
    rf"|\b(?:reply|answer|respond|decide|decision|response|acceptance|signature|sign|accept|confirm)"
    r"(?: (?:by|due|date|deadline|before|needed|required|requested|expected))*\s*[:|]\s*"
    r"|\b(?:délai de réponse|antwortfrist|rückmeldung|plazo de respuesta|prazo de resposta|reactie)\s*(?:bis"
    r"|vor)?\s*:\s*"
    r"|(?=\b(?:kal|aaj|parson?) tak\b)"
    r"|\b(?:think|sleep|decide|mull)\b[^.\n]{0,12} (?=over the weekend)"
    r"|\b(?:answer|decide|respond|reply|sign|accept)\s+(?=(?:tomorrow|today|tonight|this|next|on)\b)(?:on )?"
    rf"|\bwant(?:s)? (?:an? )?(?:answer|decision|response) (?:in |by |(?=within))?"
    rf"|\blet (?:them|me|us|him|her) know (?={_WEEKDAY}|tomorrow|today)"
    rf"|\b(?:have|has|got) (?:until|till|til) (?={_UNIT})"
    r"|\b(?:i |you )?ha(?:ve|s) (?=(?:until|till|\d|one|two|three|four|five|a (?:week|few|couple))"
    r"[^.\n]{0,30}(?:to (?:decide|respond|accept|sign|think|consider|get back)|deadline))(?:until|till)?\s*)",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:(?:anticipated |expected |proposed |target |tentative )?start(?:ing)? (?:date|day)|entry date|date of entry"
    r"|date of (?:joining|commencement)|joining date|doj|commencement date|first day(?: (?:of (?:employment"
    r"|work)|at work|with us))?"
    r"|start(?:s|ing)?|commenc\w+|employment (?:begins|starts|will begin|will commence)|begin(?:s|ning)?"
    rf"|joining (?={_DATE})"
    r"|join(?:ing)?(?: us)? (?=on|in)|onboarding(?: date)?|hire date|entry(?= ?:)|entry on duty"
    r"|eintritt(?:sdatum|stermin)?|arbeitsbeginn|startdatum|date d'entrée"
    r"|(?:prise|entrée) (?:de|en) (?:poste|fonctions?)"
    rf"|effective(?= (?:as of |from |on )?{MONTH}\b)"
    r"|(?<=\n)(?:start|commencement)(?: date)?\.(?= )"
    r"|date de début|début(?= ?:)|incorporación|fecha de inicio|data de início|início|inicio|inizio"
    r"|(?:stellen|dienst|arbeits)antritt|tillträde|startdato)\b"
    r"(?:\s*(?:(?:ist|der)\b|date|is|to be|will be|shall be|would be|on or (?:about|before|around)"
    r"|on|in|from|at|of|as of|by|the week of|nach absprache|ideally|ideal(?:erweise)?|preferably|earliest"
    r"|latest|,(?= ideal)"
    r"|around|:|=|\||-|\(|(?:am|zum|ab|a|el|le|au|du|den|em)\b|work|working|be|the company|with us|employment))*\s*",
    re.IGNORECASE,
)
_NOT_START = re.compile(r"(?:vest\w*|months? after|anniversar\w*|price)\W*(?:\w+\W+)?$", re.IGNORECASE)
_PAID_THEN = re.compile(r"bonus|salary", re.IGNORECASE)
_NOT_DEADLINE = re.compile(
    r"\b(?:what (?:u|you) think|vest\w*|option|exercise|background|probation|notice|benefit|payroll|reimburs)\b",
    re.IGNORECASE,
)


def read_deadline(page: Page, terms: Terms) -> None:
    """Fill deadline: the words for when an answer is due; the last one stated wins."""
    for match in _DEADLINE.finditer(page.flow):
        found = _WHEN.match(page.flow, match.end())
        if found is None:
            continue
        if not _NOT_DEADLINE.search(_clause_before(page.flow, match) + match.group()):
            _put(terms, "deadline", page, found.start(), found.end())


def read_start_date(page: Page, terms: Terms) -> None:
    """Fill start_date: the words for the first day of work."""
    for match in _START.finditer(page.flow):
        found = _WHEN.match(page.flow, match.end())
        before = _clause_before(page.flow, match)
        if found is None or _NOT_START.search(before) or _PAID_THEN.search(before.rsplit(", ", 1)[-1]):
            continue
        if "start_date" not in terms.values:
            _put(terms, "start_date", page, found.start(), found.end())


def _clause_before(text: str, match: re.Match[str]) -> str:
    return re.split(r"\n|\. |; ", text[max(0, match.start() - 40) : match.start()])[-1]


def _put(terms: Terms, name: str, page: Page, start: int, end: int) -> None:
    words = page.flow[start:end]
    trimmed = words.rstrip(" ,-(")
    if trimmed.endswith(".") and not re.search(r"[ap]\.m\.$", trimmed, re.IGNORECASE):
        trimmed = trimmed[:-1]
    terms.put(name, " ".join(trimmed.split()), (start, start + len(trimmed)))

"""Dates: the deadline and the start date, in the words of the letter."""

from __future__ import annotations

import re
from itertools import islice

from assistant.domain.lazy_pattern import lazy
from assistant.letters.mentions import Page
from assistant.letters.patterns import COUNT, MONTH
from assistant.letters.row_keys import RowField
from assistant.letters.terms import Span, Terms
from assistant.letters.when import DATE, RELATIVE, UNIT, WEEKDAY, WHEN

_REPLY = (
    r"(?:respon\w+|reply|replies|answer|decide|decision|let (?:me|us) know|sign(?:ed)?|accept\w*|return"
    r"|confirm\w*"
    r"|revert|get back|thoughts|shout|ping|tell (?:me|us)|hear(?:ing)?(?: back)?|know|commit|countersign\w*|yes|lmk|signature"
    r"|acceptance|bescheid|rückmeldung|zusage|antwort\w*|réponse|répond\w*|respuesta|respond\w*|contestar"
    r"|resposta|risposta|reactie|svara?)"
)
DEADLINE = lazy(
    rf"(?:\b(?:offer |letter |it |this )?(?:expires?|closes?|expiring|expiry(?: date)?|expiration(?: date)?|lapses?"
    rf"|will lapse|valid|open|stands|good|remains open|available|deadline|due|exploding|explodes?)\b"
    rf"(?:\s*(?:until|till|til|through|thru|on|at|in|for|is|now|by|date|to accept|to respond|to decide"
    rf"|for (?:acceptance|accepting|your (?:reply|response|answer|decision)|signing|signature|a (?:reply"
    rf"|decision)|replying)"
    rf"|if (?:it is |this is )?(?:not |un)(?:accepted|executed|(?:counter)?signed|returned)(?: and \w+)?(?: by| on or before)?|if we (?:have|do) not hear\w*(?: back)?(?: from you)?|:|\||-))*\s*"
    rf"|\b{_REPLY}\b(?![- ]?on\b)[^.;|\n]{{0,60}}?(?:\n[^.;|\n]{{0,40}}?)?\b(?:(?:by|before|b4|no later than"
    rf"|on or before"
    rf"|until|till|d'ici|bis|avant|antes|vor|senast|até|voor|uiterlijk|spätestens|au plus tard|a más tardar)"
    rf"(?:(?: zum| am| bis| le| el| del| den| dem| o| the)? |:| :|\b)\s*(?={UNIT})|(?=within|in {COUNT} ))"
    rf"|\b(?:by|before|no later than|until|bis(?: zum)?|avant(?: le)?|uiterlijk|antes del?|senast"
    rf"|vor dem)\s*(?={UNIT}[^.\n]{{0,30}}\b(?:{_REPLY}|deadline|expires)\b)"
    rf"|\b(?:reply|answer|respond|decide|decision|response|acceptance|signature|sign|accept|confirm)"
    r"(?: (?:by|due|date|deadline|before|needed|required|requested|expected))*\s*[:|]\s*"
    r"|\b(?:délai de réponse|antwortfrist|rückmeldung|plazo de respuesta|prazo de resposta|reactie)\s*(?:bis"
    r"|vor)?\s*:\s*"
    rf"|\b(?:(?:by when|when|how long)\b[^\n?]{{0,40}}\b(?:answer|decide|decision|know|reply|respond|sign|deadline|hear|accept)"
    rf"[^\n?]{{0,20}}\?\s*\n(?:[^\n]{{0,60}}: )?(?:by |before |until )?"
    rf"|(?:have|has|got|given|gave|giving|give|gives)(?: me| us| you)? (?:until|till|til) )(?={UNIT})"
    r"|(?=\b(?:kal|aaj|parson?) tak\b)"
    rf"|\bneed(?:s)? (?:my|an|your|the|a) (?:answer|decision|reply|response|yes) (?:by |on )?(?={WEEKDAY})"
    r"|\bvalidity(?: of (?:this |the )?offer)?\s*[:|]\s*"
    rf"|\b(?:confirm|revert|reply|respond|accept|sign) (?:by |back )?(?=today\b|tomorrow\b|tonight\b)"
    r"|\b(?:think|sleep|decide|mull)\b[^.\n]{0,12} (?=over the weekend)"
    r"|\b(?:answer|decide|respond|reply|sign|accept)\s+(?=(?:tomorrow|today|tonight|this|next|on)\b)(?:on )?"
    rf"|\bwant(?:s)? (?:an? )?(?:answer|decision|response) (?:in |by |(?=within))?"
    rf"|\blet (?:them|me|us|him|her) know (?={WEEKDAY}|tomorrow|today)"
    rf"|\b(?:say yes|yes or no|let (?:me|us) know|(?:answer|decision|reply|response) (?:is )?(?:needed|required"
    rf"|expected|due))"
    rf" (?=(?:in |within )?{RELATIVE})"
    r"|\bdeadline (?:is |has been |was |gets )?(?:now |been )?(?:moved|extended|pushed|changed)(?: out"
    r"| back)? (?:to|until) "
    rf"|\b(?:given|gave|giving|give|gives) (?:me|us|you) (?={UNIT}(?:[ ]?(?:[.,;!\n]|$)|[^.\n]{{0,20}}\b(?:to (?:decide|think|answer"
    rf"|respond|accept|sign))))"
    r"|\b(?:i |you )?ha(?:ve|s) (?=(?:until|till|\d|one|two|three|four|five|a (?:week|few|couple))"
    r"[^.\n]{0,30}(?:to (?:decide|respond|accept|sign|think|consider|get back)|deadline))(?:until|till)?\s*)",
    re.IGNORECASE,
)
_START = lazy(
    r"\b(?:(?:anticipated |expected |proposed |target |tentative )?start(?:ing)? (?:date|day)|entry date|date of entry"
    r"|date of (?:joining|commencement)|joining date|doj|commencement date|(?:first|1st) day(?: (?:of (?:employment"
    r"|work)|at work|with us))?"
    r"|dienstbeginn|start(?:s|ing)?|commenc\w+|employment (?:begins|starts|will begin|will commence)|begin(?:s|ning)?|beginn"
    rf"|joining (?={DATE})|for (?:a (?:period|term) of )?{COUNT} (?:years?|months?) (?=(?:from|as of|beginning|starting) {DATE})"
    r"|join(?:ing)?(?: us)? (?=on|in|by)|onboarding(?: date)?|hire date|entry(?= ?:)|entry on duty"
    r"|eintritt(?:sdatum|stermin)?|arbeitsbeginn|startdatum|date d'entrée"
    r"|(?:prise|entrée) (?:de|en) (?:poste|fonctions?)"
    rf"|effective(?= (?:as of |from |on )?{MONTH}\b)"
    r"|(?<=\n)(?:start|commencement)(?: date)?\.(?= )"
    r"|date de début|début(?= ?:)|incorporación|fecha de inicio|data de início|início|inicio|inizio"
    rf"|report(?:ing)? (?:date|(?=(?:for (?:work|duty) )?on {MONTH}\b))|(?:here|with us|on board|in the (?:office|team|seat)) (?=(?:from|by) (?:{DATE}))"
    rf"|\bwhen\b[^\n?]{{0,25}}\b(?:start|begin|join)\b[^\n?]{{0,15}}\?\s*\n(?:[^\n]{{0,60}}: )?(?:on |the )?(?={DATE}|{WEEKDAY})"
    r"|(?:stellen|dienst|arbeits)antritt|tillträde|tiltr[eæ]delse|admissão|startdato)(?:\b|(?<=\s))"
    r"(?:\s*(?:(?:ist|der|wäre|would|sería|serait|sarebbe|est|será|sera|è)\b|(?:prévue?|fixée?|prevista(?: para)?|previsto(?: para)?|souhaitée?(?: le)?|geplant|vorgesehen|planned|set|scheduled)\b"
    r"|date|is|to be|will be|shall be|would be|on or (?:about|before|around)"
    r"|on|in|from|at|of|as of|by|the week of|nach absprache|ideally|ideal(?:erweise)?|preferably|earliest"
    r"|latest|,(?= ideal)"
    r"|around|:|=|\||-|\(|(?:am|zum|ab|a|el|le|au|du|den|em)\b|work|working|be|the company|with us|employment))*\s*",
    re.IGNORECASE,
)
_NOT_START = lazy(
    r"\bif (?:i|you|we) (?:can )?$|(?:vest\w*|months? after|anniversar\w*|price|school|semester|lease|daycare|classes|kids?)\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_ASKED_START = lazy(
    r"\b(?:ask(?:ed|ing)?\b|can (?:my|the|i|we)|could (?:my|the|i|we)|may i|is it (?:ok|okay|possible)|push(?:ed)?\b"
    r"|i(?:'d| would)? (?:prefer|like|want(?:ed)?|need)|hoping)\b[^.\n]{0,25}$",
    re.IGNORECASE,
)
"""What a person asks for is no date of the offer."""
_MEANT_DAY = lazy(
    rf"(?:\b(?:asap|as soon as possible|immediately)\b)[ ,(:–-]*(?:(?:like|say|so|ideally|preferably|meaning|maybe|perhaps|hopefully|probably|i\.?e\.?)\b[ ,]*)?(?:on |from |by )?(?={DATE}|{WEEKDAY})",
    re.IGNORECASE,
)
"""A day told behind a wish for haste says more: "asap, like May 4"."""
_PAID_THEN = lazy(r"bonus|salary", re.IGNORECASE)
_NOT_DEADLINE = lazy(
    r"\b(?:what (?:u|you) think|nyse|nasdaq|ftse|(?:stock|share|closing|market) price|vest\w*|option|exercise|background|probation|(?<!this )notice|benefit|payroll"
    r"|reimburs)\b",
    re.IGNORECASE,
)


_BY = (
    r"(?:by|before|b4|latest(?: by)?|until|till|til|no later than|not later than|on or before|through|thru"
    r"|avant(?: le)?|d'ici(?: au| le)?"
    r"|jusqu'au|bis(?: zum| spätestens)?|spätestens(?: am| bis)?|antes d[eo]l?|até(?: o| a)?|hasta(?: el)?"
    r"|a más tardar(?: el)?|entro(?: il)?|prima del|voor|uiterlijk|tot|senast|före|inden|innen|senest|do)"
)
_TURN_IN = lazy(rf"\b{_BY} (?:dia |día |le |den |dem |el |o )?(?:(?={UNIT})|[^\W\d]{{1,4}} (?={UNIT}))", re.IGNORECASE)
_ANSWER_CUE = lazy(
    rf"\b(?:{_REPLY}|come back|acknowledg\w*|docusign|e-?sign|close|wrap|finali[sz]e|settle|lock|accord|retorno"
    rf"|thumbs|gebunden|angebot|offre|oferta|proposta|offerta|hold|holds|take|ok|okay|call|notify|accept\w*"
    rf"|offer|tell|say|think|mind|oui"
    rf"|riscontro|attendiamo|aguardamos|attendons|horen|hören|hör\w*|laat|weten|akkoord|sag\w*|dis|diga\w*|sí"
    rf"|sim|ja|topa"
    r"|aceit\w*|acept\w*|accett\w*|zusagen|zurück\w*|melde\w*|meld\w*|feedback|retour|valid\w*|signer|firma\w*"
    r"|unterschr\w*|unterzeichn\w*|assin\w*|teken\w*|svar\w*|besked|underskriv\w*|underteckna\w*|risp\w*|conferm\w*"
    r"|confirm\w*|bestätig\w*|bevestig\w*|decid\w*|entscheid\w*|beslut\w*|contest\w*|odpowied\w*)\b",
    re.IGNORECASE,
)
_NO_ANSWER_CUE = lazy(
    r"\b(?:vest\w*|notice|background|visa|permit|i-9|enrol\w*|exercis\w*|payroll|relocat\w*|reimburs\w*"
    r"|start(?:s|ing)?|join(?:ing)?|begin\w*|commenc\w*|onboard\w*|interview\w*|references?|repay\w*|leav\w*|leave"
    r"|resign\w*|terminat\w*|probation\w*|benefits?|insurance|premium|bonus(?:es)?|salary|paid|pay|current\w*|last day"
    r"|finish\w*|deliver\w*|move[ds]?|tax(?:es)?|medical|drug|orientation|training|employer)\b",
    re.IGNORECASE,
)
_FIRST_DAY = lazy(
    r"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|commenc\w+|kick(?:ing)?[- ](?:things )?off|join(?:ing)?(?: us)?"
    r"|on-?board\w*"
    r"|first (?:working )?day|first shift|mobili[sz]e|day one|day 1|take(?:s)? effect|(?:appointment|employment"
    r"|contract"
    r"|position) (?:\w+ ){0,2}?(?:from|as of)|effective(?: date)?|eintritt\w*|antritt\w*|arbeitsbeginn"
    r"|ent(?:rance|ry)[- ]on[- ]duty|welcom(?:e|ing) you"
    r"|report(?:ing)? (?:to|for|at)|wants? me(?: in)?(?= (?:on |by |to start )?(?:next|tomorrow|mon|tue|wed|thu|fri))|show up|come aboard|turn up|you in (?=by|on|from)"
    r"|you in (?:the )?(?:building|office"
    r"|seat|team|lab|shop|kitchen|classroom|clinic)|in (?:seat|post)|take up|démarr\w+|commenc\w+"
    r"|prend\w* effet|prise de (?:poste"
    r"|fonctions?)|prend\w* (?:ses|vos|tes) fonctions|empiez\w+|empezar\w*|comienz\w+|comenzar\w*|incorpor\w+|começ\w+"
    r"|inici[aoe]\w*|anfang\w*|anfäng\w*|beginn\w*|losgeh\w*|los geht|starte[tn]?|börja\w*|tiltr\w+|tillträd\w+"
    r"|inizi\w+|aan de slag|beginnen|rozpocz\w+|zaczyn\w+)\b",
    re.IGNORECASE,
)
_NO_FIRST_DAY = lazy(
    r"\b(?:if (?:i|you|we) (?:can )?start|vest\w*|bonus(?:es)?|salary review|review|contributions?|coverage|benefits?|insurance|enrol\w*"
    r"|401\w*|premiums?"
    r"|match\w*|plan|accru\w*|payments?|commissions?|probation\w*|fiscal|cliff|interview\w*|process|trial|repay\w*"
    r"|school year|semester|raise|increase|reply|expires?|deadline|sales|project|tax(?:es)?|sign-?on|half"
    r"|instal\w+|leav\w*|recover\w*|resign\w*|incentive|claw\w*)\b",
    re.IGNORECASE,
)
_DAY_THEN_CUE = lazy(
    rf"(?P<day>(?:{WEEKDAY},? )?{DATE}) (?:(?:as|for|is|will be) (?:your |the |a |my )?)?"
    r"(?:start(?: date)?|first day|day one|kick-?off|joining date|(?:as )?(?:your |a )?start)\b(?! of (?:the )?vest)"
    rf"|\b(?:have|had|thinking of|pencil(?:l?ed)? in|aiming for) (?:the )?(?P<meant>{DATE}) (?:in mind|pencil(?:l?ed)? in|for you)\b",
    re.IGNORECASE,
)
_REACH = 70
_LONGEST_CLAUSE = 200
_MOST_CUES = 300
_CLAUSE = lazy(r"[.;!?\n](?=\s|$)|\n")
_SOLID = lazy(rf"{DATE}|{WEEKDAY}|{RELATIVE}", re.IGNORECASE)


def read_deadline(page: Page, terms: Terms) -> None:
    """Fill deadline: the words for when an answer is due; the last one stated wins."""
    if not page.tells_when:
        return
    for match in DEADLINE.finditer(page.flow):
        found = WHEN.match(page.flow, match.end())
        if found is None:
            continue
        if not _NOT_DEADLINE.search(_clause_before(page.flow, match) + match.group()):
            _put(terms, "deadline", page, found.start(), found.end())
    if "deadline" not in terms.values:
        _from_row(page, terms, "deadline") or _due_by_cue(page, terms)


def read_start_date(page: Page, terms: Terms) -> None:
    """Fill start_date: the words for the first day of work."""
    if not page.tells_when:
        return
    for match in _START.finditer(page.flow):
        found = WHEN.match(page.flow, match.end())
        before = _clause_before(page.flow, match)
        if (
            found is None
            or _NOT_START.search(before)
            or _ASKED_START.search(before)
            or _PAID_THEN.search(before.rsplit(", ", 1)[-1])
        ):
            continue
        if "start_date" not in terms.values:
            meant = _MEANT_DAY.match(page.flow, found.start())
            found = (meant and WHEN.match(page.flow, meant.end())) or found
            _put(terms, "start_date", page, found.start(), found.end())
    if "start_date" not in terms.values:
        _from_row(page, terms, "start_date") or _start_by_cue(page, terms) or _start_before_cue(page, terms)


def _from_row(page: Page, terms: Terms, name: RowField) -> bool:
    """Whether a row named for the date gave it: the first date within its value."""
    for row in page.rows:
        found = WHEN.search(page.flow, *row.span) if row.field == name else None
        if found is not None and _SOLID.search(found.group()):
            _put(terms, name, page, found.start(), found.end())
            return True
    return False


def _start_before_cue(page: Page, terms: Terms) -> bool:
    """A date that is told before what it is: "June 1 start", "14 June as your first day"."""
    for match in islice(_DAY_THEN_CUE.finditer(page.flow), _MOST_CUES):
        if not _NO_FIRST_DAY.search(_clause_before(page.flow, match)):
            _put(terms, "start_date", page, *match.span("day" if match["day"] else "meant"))
            return True
    return False


def _due_by_cue(page: Page, terms: Terms) -> bool:
    """A date after "by", "until", "avant" … in a clause that speaks of an answer and of nothing else that is due."""
    for match in islice(_TURN_IN.finditer(page.flow), _MOST_CUES):
        found = WHEN.match(page.flow, match.end())
        if found is None or not _SOLID.search(found.group()):
            continue
        start, end = _clause_around(page.flow, match.start(), found.end())
        if _speaks_of_answer(page.flow, (start, end), match.start()) and not any(
            start <= m.amount.start < end for m in page.mentions if m.kind
        ):
            _put(terms, "deadline", page, found.start(), found.end())
            return True
    return False


def _speaks_of_answer(text: str, clause: Span, at: int) -> bool:
    """Whether what is due at a place of a clause is an answer: the nearest word before it that tells, else any after."""
    if _NOT_DEADLINE.search(text, *clause):
        return False
    asked = [match.start() for match in _ANSWER_CUE.finditer(text, clause[0], at)]
    other = [match.start() for match in _NO_ANSWER_CUE.finditer(text, clause[0], at)]
    if asked or other:
        return bool(asked) and max(asked) > max(other, default=-1)
    return bool(_ANSWER_CUE.search(text, at, clause[1])) and not _NO_ANSWER_CUE.search(text, at, clause[1])


def _start_by_cue(page: Page, terms: Terms) -> bool:
    """The first date after a word for beginning work, in a clause that is about the person's first day."""
    for match in islice(_FIRST_DAY.finditer(page.flow), _MOST_CUES):
        _, end = _clause_around(page.flow, match.start(), match.end())
        found = WHEN.search(page.flow, match.end(), min(end, match.end() + _REACH))
        while found is not None and not _SOLID.search(found.group()):
            found = WHEN.search(page.flow, found.end(), min(end, match.end() + _REACH))
        if found is None:
            continue
        start, _ = _clause_around(page.flow, match.start(), match.end())
        told = page.flow[start : found.start()]
        if (
            not _NO_FIRST_DAY.search(told)
            and not _ASKED_START.search(told[:-1])
            and terms.spans.get("deadline", (-1, -1))[0] != found.start()
        ):
            _put(terms, "start_date", page, found.start(), found.end())
            return True
    return False


def _clause_around(text: str, start: int, end: int) -> Span:
    """The clause a phrase stands in: from the last full stop or line break to the next."""
    first, last = max(0, start - _LONGEST_CLAUSE), min(len(text), end + _LONGEST_CLAUSE)
    before = [match.end() for match in _CLAUSE.finditer(text, first, start)]
    after = _CLAUSE.search(text, end, last)
    return before[-1] if before else first, after.start() if after else last


def _clause_before(text: str, match: re.Match[str]) -> str:
    return re.split(r"\n|\. |; ", text[max(0, match.start() - 40) : match.start()])[-1]


def _put(terms: Terms, name: str, page: Page, start: int, end: int) -> None:
    words = page.flow[start:end]
    trimmed = words.rstrip(" ,-(")
    if trimmed.endswith(".") and not re.search(r"[ap]\.m\.$", trimmed, re.IGNORECASE):
        trimmed = trimmed[:-1]
    terms.put(name, " ".join(trimmed.split()), (start, start + len(trimmed)))

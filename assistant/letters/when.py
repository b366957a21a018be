"""When: how letters write a date, a weekday, an hour or a span of days, in several languages."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import COUNT, MONTH

WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|jueves|viernes"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|måndag|tisdag|onsdag|torsdag|fredag|mandag|tirsdag"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|poniedziałk\w*"
    r"|piątk\w*)\b(?: \d{1,2}\b(?![./:]?\d| ?h\b| ?uhr|\.? (?:de |d'|of )?[a-zäéûç]{3,}))?)"
    r"(?: (?:morning|afternoon|evening|night|lunchtime|noon|arvo|week|prochaine?|próxim[oa]|que vem|que viene"
    r"|prossimo)\b)?"
)
TIME = (
    r"(?:\d{1,2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)(?! base)|\d{1,2}:\d{2}|\d{1,2} ?h(?:\d\d)?\b|(?:12 )?(?:noon|midday)|midnight|eod"
    r"|eob|cob|(?:this )?arvo"
    r"|(?:the )?close of (?:business|play)"
    r"|end of (?:the )?(?:business )?(?:day|business)|arvo\b)"
)
_ZONE = (
    r"(?:\(?(?:pacific|eastern|central|mountain|local|[pecm][sd]?t|gmt|utc|cet|ist|bst|sgt|jst|aest|a[ew][ds]t|nz[ds]t|cest|eet|msk|hkt|wib|brt|sast|eat|pht)"
    r"(?: (?:standard |daylight )?time)?\b\)?)"
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth"
DATE = (
    rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}月\d{{1,2}}日|(?:(?:the )?(?:{_ORDINAL})(?: day)?|\d{{1,2}}(?:st"
    rf"|nd|rd|th|er|º|ª)?)(?: of| de)?[ .-]{{1,2}}{MONTH}\b\.?"
    rf"(?:(?:,? | de |-)\d{{4}})?"
    rf"|{MONTH}\b(?:\.? (?:\d{{1,2}}(?:st|nd|rd|th)?|(?:the )?(?:{_ORDINAL}))\b(?:,? \d{{4}})?| \d{{4}})"
    rf"|\d{{4}}[/-]\d{{2}}[/-]\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}/\d{{1,2}}(?![\d/%])"
    rf"|(?<![\d.,])\d{{1,2}}\.\d{{1,2}}\.(?= ?[,;)\n]|$| [^\W\d])|(?:ende|anfang|mitte|fin|début|mi|finales de|mediados de"
    rf"|principios de|fine|metà|inizio|eind|begin|half|slutet av|början av|medio|ultimo|final de|início de|meados de"
    rf"|mid|early|late|end of|beginning of|middle of)[ -]{MONTH}\b(?: \d{{4}})?|(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b)"
)
RELATIVE = (
    rf"(?:(?:in|within) (?:the next )?)?{COUNT}(?: \(\d{{1,2}}\))?[- ](?:full )?(?:business |working "
    rf"|calendar |week)?(?:days?|weeks?|hours?|hrs?|months?)\b"
    r"(?: (?:from|of|after|following) (?:the |its )?(?:receipt|(?:sending )?date|issue|today|now|signing|receiving"
    r"|acceptance)(?: (?:of|on) (?:this|the|your) \w+| above| hereof)?)?"
    rf"|(?:by |at |before )?(?:the )?end of (?:next |this |the )?(?:week|month|year|quarter)|(?:early "
    rf"|late |mid )?(?:next|this|coming) (?:week(?:end)?|month|year|{WEEKDAY})|(?:tomorrow|tmrw|tmr|tmw|today"
    rf"|midday)(?: (?:morning|afternoon|evening|night|noon|lunchtime|midday))?\b|tonight"
    rf"|heute|morgen\b|aujourd'hui|demain|hoy|mañana|hoje|amanhã|domani|idag|imorgon|i dag|i morgen"
    rf"|(?:(?:the )?(?:week|wk) (?:of|commencing|beginning|starting) (?:the )?|w/c ){DATE}"
    rf"|(?:the )?beginning of {MONTH}\b"
    rf"(?: (?:or|and) {MONTH}\b)?|(?:before |after |by )?(?:the )?(?:weekend|christmas|easter|thanksgiving|diwali|eid"
    rf"|new year(?:'s)?(?: day| eve)?|holidays|labor day|month[- ]end|year[- ]end|end of (?:the )?(?:month|year))\b"
    rf"|(?:ao |até ao |fin(?:al)? (?:de |da |desta |du |de la )|ende (?:der |des |dieser )?"
    rf"|eind(?:e)? (?:van )?(?:de |deze )?|slutet av )"
    rf"(?:esta |desta |de |la |cette )?(?:semana|mes|mês|semaine|mois|woche|monats|week|maand|veckan|månaden)\b"
    rf"|(?:kal|aaj|parson?) (?:tak|sham)\b|over the weekend"
    rf"|(?:the )?{WEEKDAY} (?:after|before|following) [a-z][a-z ]{{3,20}}(?=[.,;)\n]|$)"
    rf"|(?:the )?(?:first|second|third|last) week (?:of|in) {MONTH}\b(?: \d{{4}})?"
    rf"|{MONTH} (?:first|second|third|last|1st|2nd|3rd) week\b"
    rf"|(?:the )?(?:first|second|third|last) {WEEKDAY} (?:of|in) (?:{MONTH}|next month|the month|the year)"
    rf"\b(?: \d{{4}})?|as soon as possible|asap(?: after (?:the |your |my )?(?:visa|notice|clearance|permit|background)\w*)?|immediately|a (?:week|month|(?:few|couple of) (?:days|weeks))"
)
UNIT = rf"(?:{RELATIVE}|{TIME}|{DATE}|{WEEKDAY}|{_ZONE}|{MONTH}\b)"
WHEN = lazy(
    rf"{UNIT}(?:,? ?(?:\(|on |at |of |by |the |den |dem |le |el |o |a las |à |um |kl |om )?{UNIT}\)?){{0,4}}",
    re.IGNORECASE,
)
"""A date as a whole: "noon on April 10, 2026"."""

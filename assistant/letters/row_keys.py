"""Row keys: what the left side of a line calls company, title, level, place and dates, in many languages."""

from __future__ import annotations

import re
from typing import Literal

RowField = Literal["company", "title", "level", "location", "start_date", "deadline"]

_KEYS: dict[RowField, str] = {
    "company": (
        "company|employer|org|organisation|organization|employing entity|hiring company|legal entity|entity|firm|business"
        "|facility|institution|employing company|agency|agency of record|contractor|through|trust|school|practice|studio|lab|name of employer|firma"
        "|unternehmen|arbeitgeber|arbeitgeberin|entreprise|société|employeur|empresa|compañía|empleador|empregador"
        "|werkgever|bedrijf|arbetsgivare|företag|azienda|società|datore di lavoro|arbeidsgiver|arbejdsgiver|virksomhed"
        "|pracodawca|会社名|会社|雇用主|公司|회사"
    ),
    "title": (
        "title|position|role|job|job title|position title|role title|designation|post|job role|appointment"
        "|opening|hired as"
        "|puesto|cargo|vaga|função|poste|fonction|intitulé du poste|intitulé|emploi|stelle|funktion|tätigkeit"
        "|stellenbezeichnung|berufsbezeichnung|functie|functietitel|function|tjänst|befattning|roll|stilling|ruolo"
        "|mansione|posizione|qualifica|stanowisko|職種|職位|役職|ポジション|职位|직무|직책"
    ),
    "level": (
        "level|job level|grade|job grade|pay grade|salary grade|band|pay band|career level|classification|job classification|einstufung|gehaltsstufe|stufe"
        "|entgeltgruppe|niveau|nivel|livello|nível|échelon|job family level|等級|グレード"
    ),
    "location": (
        "location|work location|office|office location|job location|primary location|place of work|workplace|site"
        "|work site|worksite|duty station|duty location|base location|based in|where|city|place|posting"
        "|place of posting|place of employment|place of assignment|standort|arbeitsort|dienstort|einsatzort|lieu|lieu de travail|localisation"
        "|ubicación|lugar|lugar de trabajo|localidad|ciudad|centro de trabajo|local|local de trabalho|localização|sede"
        "|sede di lavoro|luogo di lavoro|standplaats|werklocatie|arbetsort|ort|placering|arbeidssted|arbejdssted"
        "|miejsce pracy|lokalizacja|勤務地|就業場所|工作地点|근무지"
    ),
    "start_date": (
        "start|start date|starting date|starting|first day|first day of work|commencement|commencement date"
        "|date of joining"
        "|joining date|doj|joining|date of commencement|begin|begins|begin date|day one|hire date|onboarding"
        "|onboarding date|entry date|date of entry|employment start|report|report date|reporting date"
        "|report to work|eintritt|eintrittsdatum|eintrittstermin|beginn"
        "|arbeitsbeginn|startdatum|stellenantritt|dienstantritt|entrée en fonction|entrée en fonctions|entrée en poste|dienstbeginn|previsão de início|fecha prevista de inicio|working day|first working day|prise de poste"
        "|prise de fonction|prise de fonctions|date d'entrée|début|date de début|démarrage|date d'embauche|inicio"
        "|fecha de inicio|incorporación|fecha de incorporación|fecha de ingreso|fecha de alta|ingreso"
        "|data de admissão|data de ingresso|in dienst|início|data de início|inizio|data di inizio|decorrenza"
        "|ingangsdatum|indiensttreding|startdato|nástup|datum nástupu|tiltrædelse|tiltredelse|tillträde|tillträdesdag|data rozpoczęcia"
        "|入社日|入社予定日|入职日期|입사일"
    ),
    "deadline": (
        "deadline|reply by|respond by|response by|answer by|decision by|decide by|accept by|sign by|return by|expires"
        "|expiry|expiration|offer expires|expires on|valid until|valid through|valid till|open until|good until"
        "|acceptance deadline|acceptance date|acceptance|response due|reply due|decision due|decision needed"
        "|decision deadline|response deadline|reply deadline|offer deadline|rsvp|délai de réponse|réponse avant"
        "|réponse attendue|réponse|date limite|date limite de réponse|antwort bis|antwortfrist|rückmeldung"
        "|rückmeldung bis"
        "|rückmeldefrist|annahmefrist|gültig bis|bindefrist|plazo|plazo de respuesta|respuesta antes de|fecha límite"
        "|prazo|prazo de resposta|prazo para resposta|responder até|resposta até|validade|risposta entro|scadenza"
        "|reactie|reactie voor|reageren voor|svar senast|svar senest|svarsfrist|svarfrist|odpowiedź do"
        "|返送期限|回答期限|承諾期限|有効期限|返答期限|截止日期|회신기한"
    ),
}
_FIELD_OF: dict[str, RowField] = {key: name for name, keys in _KEYS.items() for key in keys.split("|")}
_CJK_KEYS = sorted((key for key in _FIELD_OF if not key[0].isalpha() or ord(key[0]) > 0x2E80), key=len, reverse=True)
_MODIFIER = re.compile(
    r"^(?:(?:anticipated|expected|proposed|target|tentative|planned|provisional|likely|agreed|your|the|our|official|new"
    r"|primary|work|offer|official|please|job|current|proposed|final|voraussichtlicher|geplanter|gewünschter)\s+)+"
)
_AFTERTHOUGHT = re.compile(
    r"\s*(?:\([^)]*\)|/.*| (?:date|name|offered|proposed|title|details|souhaitée?|prévue?|proposée?|geplant"
    r"|gewünscht|previst[ao]|desead[ao]))$"
)
_MARKS = re.compile(r"[_*]+")


def field_of(key: str) -> RowField | None:
    """The field a key names, or None; case, underscores and words such as "proposed" do not matter.

    >>> field_of("Anticipated start date"), field_of("job_title"), field_of("Salary")
    ('start_date', 'title', None)
    """
    plain = " ".join(_MARKS.sub(" ", key).replace("\u2019", "'").lower().split())
    for form in (
        plain,
        _MODIFIER.sub("", plain),
        _AFTERTHOUGHT.sub("", plain),
        _AFTERTHOUGHT.sub("", _MODIFIER.sub("", plain)),
    ):
        if form in _FIELD_OF:
            return _FIELD_OF[form]
    if plain and ord(plain[0]) > 0x2E80:
        held = (_FIELD_OF[known] for known in _CJK_KEYS if known in plain and _FIELD_OF[known] != "company")
        return next(held, None)
    return None

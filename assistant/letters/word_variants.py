"""Word variants: the names of terms in other languages of Europe, and as hurried hands write them."""

from __future__ import annotations

VARIANTS: dict[str, str] = {
    "total": (
        r"(?:jahres)?ziel(?:gehalt|einkommen)|gesamt(?:vergütung|gehalt|paket)|rémunération (?:totale|globale)"
        r"|(?:salario|paquete|pacote|stipendio) total[e]?|totale beloning"
    ),
    "other": (
        r"spesen\w*|pauschale\w*|zulagen?|fahrtkosten\w*|"
        r"(?:forfeited|foregone) bonus(?:es)?|"
        r"urlaub(?:stage?)?|dienstwagen|firmenwagen|mobilitätsbudget|kündigungsfrist|altersvorsorge|probezeit|ferien"
        r"|semesterdagar|semester|tjänstepension|feriepenge|pensjon|tickets? restaurants?|mutuelle|congés|préavis"
        r"|vacaciones|férias|vale[- ](?!ltd|inc|llc|limited|plc|gmbh|group)[a-zç]+|plano de saúde|vakantie(?:dagen|geld|toeslag)|pensioen|opzegtermijn|urlop"
        r"|手当|保険|auxílio|subsídio|previdência|seguro (?:de saúde|médico)|cheques? (?:comida|repas)"
    ),
    "sign_on": (
        r"new[- ]hire (?:cash )?bonus|joining (?:incentive|payment|award)|hiring incentive"
        r"|one-(?:time|off) (?:cash )?(?:payment|bonus)(?=[^.\n]{0,50}\b(?:join\w*|start\w*|hire|sign\w*"
        r"|first pay\w*)\b)|"
        r"(?:antritts|einstiegs|einstands|willkommens|start|eintritts)(?:bonus|prämie|geld)|(?:hire-on|attraction|entry) bonus"
        r"|bonus (?:when|once|as soon as) (?:i|you) (?:start|join|sign|begin)|(?:welcome|joining) (?:payment|gift|money)|prime (?:de bienvenue|d'arrivée|d'embauche"
        r"|de signature)"
        r"|pr[ée]mio de (?:assinatura|entrada|contratação)|premio (?:d'ingresso|di ingresso|de entrada|de bienvenida)"
        r"|bono (?:de )?(?:bienvenida|contratación|fichaje|firma|incorporación)"
        r"|b[ôó]nus de (?:contratação|entrada|assinatura)|teken(?:bonus|geld)|welkomstbonus"
        r"|prime à la signature|entry bonus|entrance bonus|bonus (?:d'ingresso|di ingresso|di benvenuto|d'entrata)"
        r"|prima de (?:fichaje|entrada|incorporación)|bonus na start"
        r"|golden hello|singing bonus|signin bonus"
    ),
    "relocation": (
        r"removal (?:expenses|costs)|resettlement|moving costs|relocation ?: (?:[a-z]+ )?package|"
        r"(?:(?:aide|participation|prime|indemnité|frais)[^.\n:\d]{0,20})?déménagement|umzugs\w*|umzug|mudanza"
        r"|reubicación"
        r"|ayuda (?:de|al) traslado|gastos de traslado|mudança|realocação|trasloco|verhuis\w+|flytthjälp|flyttebidrag"
        r"|flyttkostnad\w*|flytte\w*|przeprowadzk\w*|towards? (?:the|your) (?:move|relocation)"
    ),
    "equity": r"aktien(?:optionen)?|actions gratuites|virtuelle (?:anteile|optionen)|opciones(?: sobre acciones)?"
    r"|acciones|ações|azioni|aandelen(?:opties)?|optionsrätter|teckningsoptioner|eqity|equty|equtiy|eqiuty",
    "bonus": (
        r"primes?(?: discrétionnaire| de performance| variable)?(?= [^.\n]{0,40}\d ?%)|bono(?= (?:de|del|hasta"
        r"|variable|por)\b)|"
        r"賞与|ボーナス|p[lp]r(?= ?[:\d])|part variable|retribución variable|variable anual|bonificación|premio di risultato"
        r"|mbo(?= ?[:\d])|"
        r"(?:jahres|ziel|leistungs)?(?:bonus|prämie)|tantiemen?|erfolgs(?:beteiligung|prämie|bonus)"
    r"|variable[nrs]? (?:anteil|teil|vergütung|gehaltsanteil)"
        r"|(?:rémunération |part )?variable cible"
    r"|boni(?: annuel| cible)*|prime (?:annuelle|cible|sur objectifs|variable)"
        r"|(?:bono|bonificación|variable) anual|b[ôó]nus(?: anual)?(?: alvo)?"
    r"|premia(?: roczna)?|pr[eé]mio(?: anuale?| annuale)?|årsbonus|bonsu|bouns"
    ),
    "base": (
        r"(?:brutto)?(?:fix|fest|jahresfest|jahresfix|jahres|monats|grund)(?:gehalt|sal[äa]r|lohn|brutto)"
        r"|(?:brutto)?gehalt|jahresbruttogehalt|bruttojahresgehalt|bruttomonatsgehalt|fixum"
        r"|(?:rémunération|salaire|partie) fixe|retribución(?: fija)?|fijo|salário(?: (?:base|bruto|mensal|anual))*"
        r"|vencimento|(?:maand|jaar|bruto)salaris|årslønn|årsløn|månedsløn(?:n)?|lønn?|wynagrodzenie|retribuzione"
        r"|remuneração(?: fixa| mensal| base| bruta)*|remuneración(?: fija| bruta| anual)*|traitement"
        r"|entlohnung|(?:brutto|monats|jahres)*entgelt"
        r"|(?<!variable )(?<!variabler )(?<!variablen )vergütung|maandloon|månadslön|grundlön|pensja|zarobki"
        r"|stawka|paga base|valor(?= ?:)|tarif(?= ?:)"
        r"|(?:contract |daily |day )?rate(?= ?[:|=])"
        r"|年俸|月給|基本給|年収"
        r"|sallary|salry|salery"
    ),
}  # fmt: skip
"""Kind of term -> pattern of further names for it."""

YEARLY = (
    r"bruttojahres\w*|jahr(?:es\w*)?|jährlich(?:e[srnm]?)?|jährl\.?|brut annuel|an\b|année|annuel(?:le)?s?|anual(?:es)?"
    r"|año|ano\b|jaar(?:lijks)?|år(?:slön"
    r"|slønn?)?|årlig|ročně|rok|rocznie|anno|annua|年俸|年収|年額|p\.? ?a\b|per jahr"
)
MONTHLY = (
    r"bruttomonats\w*|mois|mensuel(?:le)?s?|mensua(?:l|les)|mensa(?:l|is)|mensili?|mensuais|月給|月額|mês|mes"
    r"|måned(?:sløn)?|monat(?:s\w*|lich(?:e[srnm]?)?)?|mtl\.?|mån\b|månad(?:en"
    r"|slön)?|maand(?:salaris|elijkse?)?|mese|miesięcznie|miesiąc|měsíčně"
)

COMPANY_KEYS = (
    r"firma|unternehmen|arbeitgeber(?:in)?|entreprise|société|employeur|empresa|compañía|werkgever|arbetsgivare|azienda"
    r"|arbeidsgiver|arbejdsgiver|pracodawca|agency|trust|school|practice"
)
TITLE_KEYS = (
    r"puesto|cargo|poste / position|poste|stelle|function|funktion|functie|funzione|função|fonction|tjänst|stilling"
    r"|ruolo|mansione|post|stanowisko|intitulé du poste"
)
PLACE_KEYS = (
    r"standort|lieu(?: de travail)?|arbeitsort|dienstort|ubicación|lugar(?: de trabajo)?|local(?: de trabalho)?|sede"
    r"|arbetsort|werklocatie|miejsce pracy|duty station|where|workplace|site"
)

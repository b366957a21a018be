"""Patterns: the words that name a term of an offer, and the words that name something else."""

from __future__ import annotations

import re

from assistant.letters.word_variants import VARIANTS

_PLUS_SUPER = r"(?: is| of|:)?(?: an?)? ?(?:aud ?|au?)?\$?[\d,.]{2,10}k?(?: base)? ?(?:\+|plus|excl\w*) super"
"""In Australia a package without its superannuation is the base pay."""

_LABELS: tuple[tuple[str, str], ...] = (
    ("other", (
        r"(?:retirement|pension|401 ?\(?k\)?|403 ?\(?b\)?|rrsp|superannuation|super(?= ?(?:[),.;|]|$"
        r"|contrib|guarantee|on top))|provident fund|e?pf|gratuity|nps"
        r"|espp|employee stock purchase(?: plan)?|employer contributions?|contributions?|(?<!'d )(?<!will )"
        r"(?<!would )(?<!could )(?<!can )(?<!to )match(?:es|ing)?)"
        r"(?: (?:plan|match(?:es|ing)?|contributions?|scheme|fund))*"
        r"|(?:research|establishment|training|study|education|start-?up|project|travel|housing|school(?:ing)?|dependency|equipment) (?:grants?|funds?|package)"
        r"|primes? (?:de |d'|du )(?:soir|nuit|week-?end|garde|repas|transport|panier|ancienneté|équipe|froid|risque|vacances)"
        r"|(?:shift|night|evening|weekend|late) (?:premium|differential|diff|allowance|loading)s?|\w*zuschl[aä]g\w*"
        r"|adicional noturno|plus (?:de )?(?:nocturnidad|transporte)"
        r"|(?:referral|spot|clerkship|certification|exam|attendance|recognition|on-?call|milestone|night|holiday|wellness|patent"
        r"|anniversary|loyalty) bonus(?:es)?"
        r"|bonus (?:pool|depreciation|points)"
        r"|(?:medical|dental|health|life|disability|vision|accident)(?: \w+){0,2} (?:insurance"
        r"|cover(?:age)?|premiums?|plan|savings account)"
        r"|insurance|premiums?|deductible|hsa|fsa|health savings(?: account)?"
        r"|pto|paid time off|vacation|holidays?|annual leave|sick (?:leave|days)|parental leave|leave"
        r"|(?:stipend|allowance|budget|reimbursement|subsidy|voucher|credit)s?"
        r"|(?:teletrabajo|télétravail|home ?office|remoto|remote|(?:arbeits)?pensum|workload|jornada)(?: \w+)? ?:?(?= ?\d{2,3} ?%)"
        r"|gym|cme\b|commuter|tuition|laptop|equipment|meals?|perks?|per diem|overtime|on-call"
        r"|housing|transport(?:ation)?(?= ?(?:[:=]|AED|SAR|QAR|[$€£\d]))|accommodation|schooling|hra\b|utilities|tronc|\btips\b"
        r"|aguinaldo(?: \w+){0,2}|fondo de ahorro|bono de (?:alimentación|colación|movilización|transporte)"
        r"|severance|notice(?: period)?(?: buyout)?|probation|garden leave"
        r"|employees|headcount|customers|users|raised(?! (?:to|by|from|the|your|my|it|me|mine|this|that|their|up|base|pay|salary)\b)|funding|series [a-f]"
        r"|valuation"
        r"|(?<!rsus )(?<!units )(?<!shares )(?<!options )(?<!stock )(?<!equity )(?<!grant )(?<!award )(?<!esops )(?<!esop )valued at"
        r"|revenue|arr"
        r"|runway|market cap"
        r"|tax(?:es)?|withholdings?|deposit|rent|mortgage|fee(?! earner)|discount|refresh(?:er)?s?(?: grants?| rsus?)?"
        r"|hours (?:a|per) week|days (?:a|per) week|experience|ramp|(?<!% of )(?<!% of your )(?<!% of the )quota|budgeted|merit (?:increase|raise)"
        r"|annual increase|raise"
        r"|exchange rate|preferred price|last round|par value|commission rate")),
    ("relocation", (
        r"(?:settling|settlement|installation|resettlement|removal|mobility)(?:-in)?(?:(?: and |/| & )(?:relocation|flights?|travel|moving))? (?:grant|allowance|costs|expenses|payment|support|bonus|sum)"
        r"|relocation(?:(?: ?[:|-])? (?:(?:one-off|one-time|lump[- ]sum|cash|flat|taxable) )*"
        r"(?:assistance|reimbursement|support|package|allowance|grant|award|bonus|stipend|budget|expenses"
        r"|payment|lump sum|costs|benefit|help))*"
        r"|moving(?= ?[:$€£\d])|(?<=[\dk] )to (?:move|relocate)\b|(?<=for )moving\b|(?:for|with) (?:the|your) move\b"
        r"|(?:to |will )?(?:help (?:you |with (?:your |the )?)?)(?:move|relocate|moving)|(?<=of )(?:your|the) move\b|(?:for|towards) shifting\b|moving (?:grant|expenses"
        r"|costs?|allowance|budget|stipend|bonus|support|help|assistance|money|reimbursement|cash)(?: support| assistance)?|reloc?\b")),
    ("current", (
        r"(?:my |the )?(?:current|present|existing|previous|old|last|prior) (?:total )?"
        r"(?:base(?: salary| pay)?|salary|pay|comp(?:ensation)?|ctc|package|tc|job|role|employer|company)"
        r"|i(?:'m| am)? (?:currently |now )?(?:make|earn|making|earning|get paid|being paid)|i(?:'m| am)"
        r" (?:currently )?(?:at|on)(?= \W?\d)"
        r"|currently (?:making|earning|on|at|paid|get|getting)|what i (?:make|earn)")),
    ("total", (
        r"total (?:annual |first[- ]year |target |yearly |direct )?(?:cash|comp(?:ensation)?|package"
        r"|rewards?|value|ctc|pay|earnings|remuneration|cost)"
        r"(?: to company)?|(?:first[- ]year |year[- ]one |y1 )?(?<![\w/])tc(?![\w/])|ote"
        r"|on[- ]target earnings|ctc|cost to company|all[- ]in|package(?!" + _PLUS_SUPER + r")|altogether|in total")),
    ("retention", r"(?:loyalty )?\(?(?:retention|stay)\)?(?: cash)? (?:bonus|award|payment|incentive)|bono (?:de |por )permanencia|prime de (?:fidélité|rétention|maintien)"
        r"|(?:bleibe|halte|treue)(?:prämie|bonus)|b[ôó]nus de (?:permanência|retenção)|premio di (?:permanenza|fedeltà)|blijfbonus|stannabonus|retention(?= (?:of |cash )?(?:[A-Z]{3} ?)?[$€£]?\d|:| ?\|)"),
    ("sign_on", (
        r"(?:cash |one-time |upfront )?(?:sign(?:ing)?[- ]?on|signing|sign on|signon|joining|welcome|hiring|(?<!-)hire(?= bonus)"
        r"|hire-on|starting|new[- ]hire cash|upfront|commencement)"
        r"(?: cash)? (?:bonus|award|payment|amount)(?:es)?|recruitment (?:incentive|bonus)|(?:cash |one-time "
        r"|upfront )?(?:sign-?on|sign on"
        r"|signing)(?: cash| money)?(?! (?:rsu|equity"
        r"|stock|grant|share|option))|(?<=[\dk] )up ?front(?= ?(?:[,.;+/)]|$|and\b|cash))|to sign|(?<=[\dk€$£] )(?:up)?on (?:signing|signature)|(?:when|once|for|if) (?:i|you) (?:join|sign)|for (?:joining|signing)|to join (?:them|us)|joining bonus|\bjb(?= ?\W?\d)"
        r"|(?<!of )joining(?= ?(?:[(,+.;|:=\d₹]|$|inr|rs))"
        r"|(?<=[\dk%] )sign(?: bonus)?(?= ?(?:[,.;+/|()\d$€£&-]|$"
        r"|and\b(?! (?:return|send|date))|plus\b|w/|with a\b|no\b))")),
    ("share_price", (
        r"(?:current |share |stock |grant |market |closing |today's |reference )*price(?: per share)?|(?:per|a)"
        r" ?(?:share|unit|rsu)|/ ?(?:share|unit|rsu)(?!s)(?! ?[$€£]?\d)|fmv"
        r"|fair market value|409a(?: price| valuation)?|apiece|(?:shares?|stock) (?:is"
        r"|are)? ?(?:currently )?trad(?:es?|ing) at")),
    ("strike", r"strike(?: price)?|exercise price|exercisable(?: at)?|exercise (?:price )?of|base price|basispreis|hurdle price|bezugspreis"),
    ("dilution",
        r"fully[- ]diluted(?: (?:shares|basis|capital\w*|equity))?|of the company|of (?:the )?(?:fully"
        r"|total|outstanding)"),
    ("equity", (
        r"(?:initial |new[- ]hire |one-time |sign-on |additional |deferred |employee |equity )*"
        r"(?:rsus?|gsus?|psus?|ppus?|profit participation units?|rsas?|performance rights|restricted (?:stock"
        r"|share)(?: units?"
        r"| awards?)?(?: \(?rsus?\)?)?"
        r"|(?:incentive |non-?qualified )?(?:stock|share) (?:options?|units?|grants?|awards?)"
        r"|(?:stock |share )?opts|options?(?! ?#?[1-4a-d]\b(?![,.]?\d)| (?:to|of) (?:convert|extend|renew|buy|work|go|switch|stay))|isos?|nsos?|nqsos?"
        r"|esops?|warrants?|equity|stocks?|shares?|units|bsas?|bspces?|vsops?"
        r"|long[- ]term incentives?|ltip?)"
        r"(?: (?:grants?|awards?|package|units?|worth))*|grant")),
    ("bonus", (
        r"(?:annual |target |performance[- ]?(?:linked|based|related)? ?|yearly |guaranteed |discretionary "
        r"|cash |incentive |first[- ]year |short[- ]term |corporate |company |variable |year-end )*"
        r"(?:bonus(?:es)?|incentives?(?: (?:plan|award|bonus|compensation|pay|opportunity))*"
        r"|variable(?: (?:pay|component|compensation|comp|part|salary))?|aip|stip?|prime variable|performance award(?= of (?:up to )?\d{1,2} ?%))"
        r"(?: (?:target|opportunity|plan|eligibility))*"
        r"|on-?target (?:commissions?|variable|incentives?)|target amount|(?:target|annual) commissions?|commissions?(?= ?(?:of |~|about |around )?\W{0,2}\d[\d.,]*k? (?:at|on) target)"
        r"|(?<=% )target(?=\s*(?:[,;.)+/]|$|and\b))")),
    ("base", (
        r"(?:annual |annuali[sz]ed |gross |starting |yearly |monthly |weekly |hourly |biweekly |bi-weekly "
        r"|semi-monthly |guaranteed |initial )*"
        r"(?:base(?: (?:salary|pay|compensation|comp|wage|cash|rate))?|salar(?:y|ies)|fixed(?: (?:pay"
        r"|compensation|component|ctc|salary|comp|part|base))?"
        r"|wages?|(?:hourly|pay) rate|rate of pay|basic(?: salary| pay)?|remuneration|cash(?= |,|$)|gehalt"
        r"|salaire|brut (?:annuel|mensuel)|rémunération|månadslön|årslön|lön|grundgehalt|jahresgehalt"
        r"|bruttogehalt|monatsgehalt|lohn|salaris|salario|sueldo|stipendio|ral)"
        r"(?: (?:brut|annuel))*"
        r"|(?:annual|yearly|gross|monthly|starting) (?:gross )?(?:pay|compensation|comp)"
        r"|(?:increas(?:e|ed)|rais(?:e|ed)|bump(?:ed)?|revis(?:e|ed)|improv(?:e|ed)) (?:your|the|our) offer(?=[ \x01]*(?:from [^.\n]{3,20} )?to\b)"
        r"|gross annual|your pay|(?:will be|be|get) paid(?= (?:at (?:an?|the) (?:\w+ )?rate of |in (?:[\w-]+ ){1,2}instal+ments of "
        r"|an? (?:[a-z]+ ){1,3}of |an? |at )?(?:[A-Z]{3} ?|rs\.? ?)?[$€£₹¥]?\d)|pays(?= (?:an? |me |you |about |around "
        r"|roughly )*(?:[A-Z]{3} ?)?[$€£₹¥]?\d| [a-z]+ (?:at|of) )"
        r"|(?:pay|compensation|comp|cash)(?= ?:)|package(?=" + _PLUS_SUPER + r")")),
)  # fmt: skip


def _with_variants(name: str, pattern: str) -> str:
    return f"{pattern}|{VARIANTS[name]}" if name in VARIANTS else pattern


LABEL = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(f"(?P<{name}>{_with_variants(name, pattern)})" for name, pattern in _LABELS)
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
"""The name of a term. Where two begin at one place the earlier in the list is meant."""

PERCENT_OF_PAY = re.compile(
    r"(?<=%|t) (?:of|on|times|x) (?:your |the |his |annual |eligible |base |gross |fixed |yearly |actual "
    r"|earned |pro-rated |total )*"
    r"(?:base|salary|earnings|pay|wages|compensation|ctc|remuneration|fixed)(?: (?:salary|pay|earnings"
    r"|compensation|wages))?|\b(?:months[’']?|month['’]s) (?:of )?(?:your |the |gross |monthly )*(?:base |basic |fixed )?(?:salary|pay|wages?)\b"
    r"|\b(?:one|two|three|four|five) times (?:your |the |annual |base |basic )*(?:salary|pay|earnings)",
    re.IGNORECASE,
)
"""What a percentage is a percentage of: not the name of the term."""

UP_TO = re.compile(
    r"\b(?:up to|maximum(?: of)?|max\.?|as much as|capped at|no more than"
    r"|jusqu'à|bis(?: zu)?|hasta(?: un)?|até|fino al?|upp till|op til|opp til|pouvant (?:atteindre|aller jusqu'à|monter à)|que puede (?:alcanzar|llegar al?)|podendo chegar a|allant jusqu'à|(?<=premia )do|(?<=: )do|tot(?: maximaal)?|až"
    r"|plafonnée? à|limit(?:ed|ée?|ad[oa]) (?:to|à|a)|máximo(?: de)?|massimo|maximaal|höchstens|maximal"
    r"|gedeckelt (?:auf|bei)"
    r"|not exceed(?:ing)?|ceiling of)"
    r"\s*(?:a total of )?$",
    re.I,
)
_MOVED_UP = re.compile(
    r"\b(?:go(?:es|ing)?|went|com(?:e|ing)|came|mov(?:e|ed|ing)|bump(?:ed|ing)?|rais(?:e|ed|ing)|lift(?:ed|ing)?|push(?:ed|ing)?|squeez(?:e|ed|ing)|got|get"
    r"|br(?:ing|ought)|tak(?:e|ing)|took|stretch(?:ed|ing)?) (?:[\w-]+ ){0,4}?(?:up ?to|max(?:imum)?)(?: of)? (?:a total of )?$"
    r"|\b(?:can|could|will|would|'ll|'d) (?:do|give|close|manage|settle|stretch)(?: (?:you|for you|at|to|a))* max(?:imum)?(?: of)? $",
    re.IGNORECASE,
)
"""Before the sum something was raised to: "we got the base up to"."""
LONGEST_MOVE = 60


def is_most(text: str, start: int) -> bool:
    """Whether the sum at a place of the text is the most that is paid, not what something was raised to.

    >>> is_most("up to 20k", 6), is_most("we can bring the base up to 190k", 28)
    (True, False)
    """
    before = text[max(0, start - LONGEST_MOVE) : start]
    return bool(UP_TO.search(before)) and not _MOVED_UP.search(before)


UP_TO_AFTER = re.compile(r"^\s*(?:max(?:imum)?\b|cap\b|at most|or less)", re.I)
WITH_FIRST_PAY = re.compile(
    r"(?: gross)?(?: paid)? (?:with|in|on) (?:your |the )?first"
    r" (?:salary|pay ?check|pay(?:roll|ment|slip)?|month(?:['’]s)? (?:salary|pay))\b",
    re.I,
)
"""Behind a sum that is paid once, at the beginning."""
DISCRETIONARY = re.compile(r"discretion", re.I)
CORRECTION = re.compile(
    r"\b(?:actually|correction|update[d]?|revised|revision|changed|now|instead|scratch that|went up"
    r"|went from|bumped|raised|"
    r"increased?|moved?|came back|new (?:base|number|offer|figure)|i meant|sorry|rather|edit|final|improved"
    r"|upped|replace[sd]?|"
    r"amended|corrected)\b",
    re.I,
)
ADDITIONAL = re.compile(
    r"\b(?:additional(?:ly)?|second|another|plus|also|as well as|on top|in addition|further|one[- ]time"
    r"|separate(?:ly)?|sign[- ]on|special)\b",
    re.I,
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|januari|jänner|januar|janvier|enero|janeiro|gennaio|februari|februar|février|febrero|fevereiro|febbraio"
    r"|märz|maerz|maart|mars|marzo|março|avril|abril|aprile|mai|mei|maj|mayo|maio|maggio|juni|juin|junio|junho|giugno"
    r"|juli|juillet|julio|julho|luglio|augusti|augustus|août|agosto|septembre|septiembre|setembro|settembre"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|marts|august|oktober|octobre|octubre|outubro|ottobre|novembre|noviembre|novembro|dezember|desember"
    r"|décembre|diciembre"
    r"|dezembro|dicembre)"
)
SMALL_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
    "twelve": 12, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-one": 21, "thirty": 30,
    "zwei": 2, "deux": 2, "drei": 3, "trois": 3, "tres": 3, "três": 3, "vier": 4, "quatre": 4, "cuatro": 4, "quatro": 4,
    "quattro": 4, "fyra": 4, "fünf": 5, "cinq": 5, "cinco": 5, "cinque": 5, "sechs": 6,
    "sixty": 60, "twenty-four": 24, "thirty-six": 36, "forty-eight": 48, "a": 1, "an": 1,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
COUNT = (
    r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen"
    r"|twenty-four|twenty-one|twenty"
    r"|thirty-six|thirty|sixty"
    r"|forty-eight|zwei|deux|drei|trois|tres|três|vier|quatre|cuatro|quatro|quattro|fyra|fünf|cinq|cinco|cinque|sechs)"
)


def read_count(words: str) -> int | float:
    """A small number in digits or words; words that are none raise ValueError."""
    word = words.strip().lower()
    if word in SMALL_NUMBERS:
        return SMALL_NUMBERS[word]
    number = float(word)
    return int(number) if number.is_integer() else number

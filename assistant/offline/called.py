"""Called: the name by which the person's words call the offer they state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from assistant.domain.amount_patterns import CURRENCIES
from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import LABEL
from assistant.letters.told import parse_told
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.grammar import is_known_word, tag_alone

_LEAD = (
    r"\W*(?:(?i:then|and|also|oh|so|ok|okay|well|first|second|third|other|(?:the )?(?:first|second|third|other)(?: one| offer| option| job)?|next|"
    r"now|forgot|btw|wait|but|actually|my|offers?|from|one|is|at|by|number (?:one|two)|a|an|with|got|have|i|vs|versus|compare)\W+)*"
)
_INSTITUTION = r"(?:hospital|clinic|school|college|university|council|labs?|bank|trust|foods?|insurance|logistics|studios?|pharma)\b"
_NAMED = lazy(
    rf"(?:^|(?<=[.!?;:]\s)|(?<=\n)){_LEAD}(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z&][\w&'’.-]*)){{0,2}}(?: {_INSTITUTION})?)"
    r"(?P<behind>\s*[,:=–-]|\s+[$€£₹]?\d|\s+(?:first|second|pays?|gives?|gave|offers?|offered|is|are|has|have|also|at|came|comes|bumped|added|just|will|"
    r"would|wants?|sent|went|moved|upped|raised|now|then|on)\b)"
)
_ASIDE = lazy(
    r"\b(?:one|offer|job|place|role|company [A-D]) \((?:[^()\d]{0,30}\bcall (?:it|them|this one) |called |at |from )?(?P<name>[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)?)\)"
    r"(?P<behind>[^\d\n]{0,12}(?=[$€£₹]?\d))",
    re.IGNORECASE,
)
"""A name in brackets behind what the offer is called besides: "the remote one (Quillon): 132"."""
_PAYS = lazy(r"\s+(?:pays?|gives?|offers?|offered|bumped|upped|raised|first|second)\b")
_GREETING = lazy(
    r"(?:hi+|hey+|hello|dear|hiya|howdy|morning|hallo|moin|liebe[rs]?|hola|querid[oa]|bonjour|cher|chère|ciao|olá|oi|namaste|thanks|cheers)\b",
    re.IGNORECASE,
)
"""Opens or closes a letter in front of a person's name."""
_HEADS_PAY = lazy(r"\s+[$€£₹]?\d")
_NO_NAME = lazy(
    r"(?:updates?|corrections?|offer|year|month|week|day|option|number|round|level|grade|letter|total|recruiter|manager|boss|hr|"
    r"company|senior|junior|staff|principal|lead|engineer|analyst|nurse|teacher|sorry|edit|typo|yes|ok|new|old|final|revised|age)\b",
    re.IGNORECASE,
)
"""Nouns in front of a number that name no employer."""
_NO_FIRM = lazy(
    r"(?:goals?|targets?|minimum|maximum|min|max|floor|ceiling|walk-?away|ask(?:s|ed|ing)?|budget|range|band|limit|cap|aim(?:ing)?|dream|hope|wish|need|want|anchor|counter(?:ed|ing)?|counter-?offer|"
    r"least|most|best|worst|ideal(?:ly)?|anything|something|below|above|under|over|between|market|median|average|avg|glassdoor|levels|batna|zopa|reservation|"
    r"current|currently|today|tomorrow|yesterday|tonight|finally|instead|still|even|make|made|say|said|says|call|called|got|get|they|he|she|we|you|it|its|it's|im|i'm|"
    r"gross|net|netto|brutto|brut|bruto|lordo|ctc|ote|tc|lpa|pa|per|plus|minus|equals|approx|circa|"
    r"jetzt|nun|heute|aktuell|momentan|derzeit|neu|neue[rsnm]?|dann|doch|aber|und|oder|mindestens|höchstens|maximal|ziel|gehalt|angebot|wunsch|grenze|ungefähr|etwa|rund|fast|nur|noch|schon|ist|sind|wäre|habe|"
    r"maintenant|actuellement|aujourd'hui|désormais|alors|donc|mais|puis|encore|seulement|environ|presque|objectif|salaire|plancher|offre|c'est|ils|elle|nouveau|nouvelle|enfin|voilà|"
    r"ahora|actualmente|hoy|entonces|pero|luego|mínimo|máximo|minimo|maximo|meta|objetivo|sueldo|salario|oferta|solo|sólo|casi|unos|aún|todavía|nuevo|nueva|ellos|ahorita|"
    r"agora|atualmente|hoje|então|mas|depois|apenas|quase|novo|nova|eles|piso|pretensão|proposta|"
    r"adesso|ora|oggi|attualmente|allora|quindi|ma|poi|soltanto|quasi|circa|nuovo|nuova|obiettivo|stipendio|offerta|massimo|"
    r"nu|nou|straks|vandaag|dan|maar|ongeveer|bijna|doel|salaris|loon|bod|aanbod|nieuw|idag|sedan|men|mål|lön|bud|nytt|teraz|obecnie|dzisiaj|cel|oferta|pensja|"
    r"şimdi|simdi|bugün|hedef|maaş|teklif|abhi|ab|aaj|pehle|sirf|bas|lekin|kam|zyada|ngayon|sekarang|"
    r"verhandelt|gesagt|gefordert|verlangt|erhöht|geboten|angeboten|demandé|proposé|pedí|dijeron|ofrecen|"
    r"[a-zäöüß]*(?:gehalt|lohn|grenze|ziel|wunsch|vorstellung|forderung|angebot)s?|(?:mindest|wunsch|ziel)[a-zäöüß]+)(?![\w])",
    re.IGNORECASE,
)
"""Words in front of a sum for what it is to the person, or when it holds, in several languages."""
_SMALL = lazy(
    rf"(?:^|(?<=[.!?;]\s)|(?<=\n)){_LEAD}(?P<name>(?![a-z]*?(?P<same>[a-z])(?P=same){{2}})[a-z][a-z&-]{{3,}}(?: {_INSTITUTION})?)(?= [$€£₹]?\d[\d.,]*(?:k\b|l\b| ?lpa| base| fixed|/|\b(?!%)))"
)
"""A word in small letters in front of a pay: "orbweave 119k, thats all"."""
_PAY_WORDS = (
    "base salary bonus stock equity offer offered fixed variable signing joining total package commission pension hourly "
    "monthly yearly about around roughly approx exactly almost maybe current currently rate wage sign grant shares options"
).split()
ALIKE = 0.72
"""How like a word of pay a misspelt one is."""
_TERMS_BEHIND = re.compile(
    r"[\d.,kKlL]+ ?(?:base|fixed|basic|salary|a year|per|/)|\d[^\n]*?(?:[+%]|\bbonus|\bsign|\bstock|\bequity|\brsu|\bnothing else|\bthat.?s (?:all|it)\b)",
    re.IGNORECASE,
)
"""Behind the first sum: what else an offer says of it, which a limit or a wish in one word does not."""
_ANNOUNCED = lazy(
    r"\b(?:(?:an?|the|one|my) )?(?:third|fourth|second|3rd|4th|2nd|another|new|other|more) (?:one|offer)?\b[^.?!\n\d]{0,20}[:,-] ?$",
    re.IGNORECASE,
)
"""Says that another offer is told now, right before its name."""
_NUMBER = re.compile(r"\d")
LEAST_LENGTH = 3
"""Letters of the shortest word that is taken for a name, and words from which a first name is a company's."""


def find_called(text: str, known: Collection[str] = ()) -> str | None:
    """The name of the offer that the words state; None where they call it by none.

    Args:
        text: the person's words.
        known: names of the offers on file.

    >>> find_called("then Nimbus Data, 190k base"), find_called("Base: 120k")
    ('Nimbus Data', None)
    >>> find_called("nimbus also gives 25k", ["Nimbus Data"])
    'Nimbus Data'
    """
    if not _NUMBER.search(text):
        return None
    mentioned = [name for name in known if _stands(name, text)]
    if mentioned:
        return mentioned[0] if len(mentioned) == 1 else None
    written = (*_ASIDE.finditer(text), *_NAMED.finditer(text))
    others = any(not name.endswith(" offer") for name in known)
    found = (match["name"] for match in written if _NUMBER.search(text, match.end() - 1) and _is_name(match, others))
    return next(found, None) or next((name.capitalize() for name in _in_small_letters(text)), None)


def _in_small_letters(text: str) -> Iterator[str]:
    """Words in small letters in front of a pay that no dictionary has, and that are no misspelt word of pay."""
    for match in _SMALL.finditer(text):
        if len(text.split()) <= 2 and not _TERMS_BEHIND.search(text, match.end()):
            continue  # a word and a number: anything can be meant by them
        word = match["name"].split()[0]
        strange = not (
            is_known_word(word)
            or word in GIVEN_NAMES
            or LABEL.match(word)
            or _NO_NAME.match(word)
            or _NO_FIRM.match(word)
        )
        if strange and not get_close_matches(word, _PAY_WORDS, n=1, cutoff=ALIKE):
            yield match["name"]


def _is_name(match: re.Match[str], others: bool) -> bool:
    """Whether words in front of terms name who offers them, and no person, post or part of the pay.

    `others`: offers on file have names, so that a common noun right in front of a sum is one, too: "Fennel 192 base".
    """
    name = match["name"]
    words = name.split()
    if (
        name.lower() in CURRENCIES
        or len(name) < LEAST_LENGTH
        or (words[0].lower() in GIVEN_NAMES and len(words) < LEAST_LENGTH)
    ):
        return False
    if _GREETING.fullmatch(words[0]) and not _PAYS.match(match["behind"]):
        return False
    if _NO_FIRM.fullmatch(words[0].strip(".,'’")) and (len(words) == 1 or not _PAYS.match(match["behind"])):
        return False
    common = all(is_known_word(word.lower().strip(".,'’")) for word in words)
    pays = len(words) > 1 and _PAYS.match(match["behind"])
    announced = (
        len(words) == 1
        and _HEADS_PAY.match(match["behind"])
        and _ANNOUNCED.search(match.string, 0, match.start("name"))
    )
    if announced and not (_NO_NAME.match(name) or LABEL.match(name)):
        return True
    stated = _TERMS_BEHIND.search(match.string, match.end() - 1)
    heads = others and stated and _HEADS_PAY.match(match["behind"]) and tag_alone(words[0].lower())[:2] in ("NN", "JJ")
    heads = heads or (others and len(words) > 1 and _opens_pay(match))
    told = pays or (heads and not (_NO_NAME.match(name) or LABEL.match(name)))
    return not common or bool(told and not lexicon.DOMAIN_WORD.search(name.lower()))


def _opens_pay(match: re.Match[str]) -> bool:
    """Whether words with nothing but a sum behind them are read as the company whose pay it is: "Birch TV 69k"."""
    if match.start() or not _HEADS_PAY.match(match["behind"]):
        return False
    companies = [draft.offer.company or "" for draft in parse_told(match.string)]
    return len(companies) == 1 and bool(companies[0]) and match["name"].startswith(companies[0])


def _stands(name: str, text: str) -> bool:
    """Whether the words name the offer, whole or by the first word of its name."""
    first = name.partition(" ")[0]
    called = [name, *([first] if len(first) > LEAST_LENGTH and first.lower() not in ("offer", "other") else [])]
    return any(re.search(rf"(?<![\w'’]){re.escape(item)}(?![\w])", text, re.IGNORECASE) for item in called)

"""Rivals: what a draft and the words about a case say of other employers, beside an offer by name."""

from __future__ import annotations

import re

_WHO = (
    r"(?:everyone|everybody|others|competitors?|rivals?|recruiters|headhunters|(?:several|multiple|many|some|two|three|four|a"
    r" (?:couple|few|number|lot|bunch) of|other|another|numerous|various|plenty of) (?:\w+ ){0,2}(?:companies|company|firms?|shops?"
    r"|places?|employers?|teams?|labs?|practices?|clinics?|hospitals?|agenc(?:y|ies)|schools?|banks?|startups?|studios?|people"
    r"|offers?|processes|options)"
    r"|(?:andere|zwei|drei|mehrere|weitere)\w* (?:\w+ )?(?:firmen|unternehmen|angebote|arbeitgeber|zusagen|betriebe)"
    r"|(?:otras?|otros|varias|varios|dos|tres) (?:\w+ )?(?:empresas?|ofertas|compañías|procesos|sitios)"
    r"|(?:outras?|outros|várias|vários|duas|três) (?:\w+ )?(?:empresas?|propostas|ofertas|processos)"
    r"|(?:d'autres|plusieurs|deux|trois) (?:autres )?(?:entreprises|sociétés|offres|propositions|boîtes)"
    r"|(?:dusri|doosri|do|teen|aur) (?:\w+ )?(?:companies|company|offers?))"
)
_COURTS = (
    r"(?:court\w*|chas(?:e|ing)|after me|interest\w*|knocking|calling me|reach(?:ed|ing) out|wants? me|fighting|bidding|far along"
    r"|moving (?:fast|quick\w*)|final (?:stage|round)s?|prepared to|willing to|ready to|(?:start|starting|starts) (?:me|at)|down to the (?:wire|last)|offer\w*|promis\w+|indicat\w+|talk\w* to|spoke\w* to|quot(?:ed|ing)"
    r"|pay(?:s|ing)? (?:me )?\w*(?: more| better)|(?:better|more|real|bigger) money|higher|on the table|on my desk|lined up|waiting"
    r"|vorlieg\w*|liegen|bieten\w*|umwerb\w*|interess\w*|ofrec\w*|ofert\w*|pag\w+ más|ofere\w*|pag\w+ mais|propos\w*|courtis\w*"
    r"|de rahe|de rahi|mil rah\w+|mila hai|hai\b)"
)
_ABOUT_ME = re.compile(
    r"\b(?:me|i|i'm|im|i've|ive|my|myself|mir|mich|ich|mi|yo|tengo|tenho|mim|eu|j'ai|je|m[e']|mujhe|mere|mera)\b|\bgot\b",
    re.IGNORECASE,
)
_MARKET = re.compile(
    r"\b(?:comparable|similar|typical\w*|median|average|advertised?|posted|postings?|published|going rate|benchmarks?|vergleichbar\w*"
    r"|ausgeschrieben\w*|comparables?|similares|semelhantes|mercado|marché|marktüblich\w*)\b",
    re.IGNORECASE,
)
_SUITORS = re.compile(
    rf"\b{_WHO}\b[^.!?\n]{{0,70}}\b{_COURTS}|\b{_COURTS}\b[^.!?\n]{{0,40}}\b{_WHO}\b|\blots? of (?:outside )?interest\b",
    re.IGNORECASE,
)
_NONE = r"(?:no|not|\w+n't|dont|never|none|nothing|nobody|without|zero|keine?\w*|nicht|nie|ningun[oa]?|ningún|sin|nenhum\w*|sem|não"
_NONE += r"|nunca|aucune?|pas|sans|ni|koi|nahi|geen|nessun\w*)"
_ELSE = (
    r"(?:else|elsewhere|other|another|others|anywhere|anyone|any|competing|second|parallel|zweit\w*|segund[ao]|deuxième|ander\w*|weiter\w*|sonst|nirgend\w*"
    r"|otr[oa]s?|outr[oa]s?|autres?|ailleurs|doosr[aie]|aur|altr\w*)"
)
_OFFER = r"(?:offers?|angebote?\w*|zusagen?|ofertas?|propostas?|offres?|propositions?|aanbod|offert\w*)"
_SEARCH = (
    r"(?:process\w*|interview\w*|appl(?:y|ied|ying|ications?)|compan\w+|shops?|employers?|firms?|talk\w*|look\w*|search\w*|contact\w*"
    r"|bewerb\w*|beworben|gespräch\w*|proces\w*|entrevist\w*|empresas?|candidat\w*|entreprises?|entretiens?|bhi|running|going on)"
)
_CLAUSE = re.compile(r"[^.;\n,]+")
_NAMED = re.compile(
    r"(?:^|(?<=[.;\n] )|(?<=\n))(?P<name>[A-Z]\w{3,})(?: [A-Z]\w+)*(?P<rest>(?:: | (?:reject|turned|declined|ghosted|passed|said|never)"
    r"|,? only )[^.;\n]*)"
)
_OFFERED = re.compile(r"\boffer", re.IGNORECASE)
_ONLY_ONE = re.compile(
    r"\b(?:only|sole|single) (?:application|process|company|employer|place)\b|\b(?:einzige\w*) (?:bewerbung|firma|prozess)\b"
    r"|\búnic[oa] (?:proceso|candidatura|entrevista)\b|\búnic[oa] (?:processo|candidatura)\b|\bseule candidature\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:reject\w*|turned me down|declined me|ghosted|passed on me|said no|never (?:heard back|replied|answered)|no reply"
    r"|nothing since|did not (?:make|get) (?:an? )?offer|abgelehnt|absage|rechaz\w+|recus\w+|refusé\w*)\b",
    re.IGNORECASE,
)


def claims_suitors(sentence: str) -> bool:
    """Whether a sentence tells that other employers want the person, with or without an offer.

    >>> (
    ...     claims_suitors("I've had a lot of interest from your competitors"),
    ...     claims_suitors("Other firms list $30 for it"),
    ... )
    (True, False)
    """
    return bool(_SUITORS.search(sentence) and _ABOUT_ME.search(sentence))


def tells_market(sentence: str) -> bool:
    """Whether a sentence tells what others pay for such work, and nothing of an offer to this person."""
    return bool(_MARKET.search(sentence)) and not _ABOUT_ME.search(sentence)


def denies_offers(context: str) -> bool:
    """Whether words about a case say that there is no offer elsewhere, or that the other employer said no.

    >>> denies_offers("Has not applied to any other shop."), denies_offers("No other perks.")
    (True, False)
    """
    return (
        denies_search(context)
        or bool(_ONLY_ONE.search(context))
        or bool(_REFUSED.search(context))
        or _denies(context, _OFFER)
    )


def denies_search(context: str) -> bool:
    """Whether they say that the person is not even talking to anybody else."""
    return bool(_ONLY_ONE.search(context)) or _denies(context, _SEARCH)


def _denies(context: str, what: str) -> bool:
    clauses = (match.group() for match in _CLAUSE.finditer(context))
    return any(
        (none := re.search(rf"\b{_NONE}\b", clause, re.IGNORECASE))
        and re.search(rf"\b{_ELSE}\b", clause[none.start() :], re.IGNORECASE)
        and re.search(rf"\b{what}\b", clause[none.start() :], re.IGNORECASE)
        for clause in clauses
    )


def names_without_offer(context: str) -> frozenset[str]:
    """The names of employers that said no, or with whom there were only talks: "Acme: one screen, nothing since".

    >>> sorted(names_without_offer("Offer 150k. Acme rejected me. Borealis: phone screen last week."))
    ['acme', 'borealis']
    """
    return frozenset(match["name"].lower() for match in _NAMED.finditer(context) if not _OFFERED.search(match["rest"]))

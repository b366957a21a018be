"""Asks abroad: what a message in another language asks for: sums by their term, all else in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.languages import find_language
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.changed_asks import Told


@dataclass(frozen=True)
class Grammar:
    """How a language wishes, joins, and says why, in folded words."""

    wish: re.Pattern[str]
    joint: re.Pattern[str]
    why: re.Pattern[str]


def _grammar(wish: str, lead: str, joint: str, why: str) -> Grammar:
    return Grammar(
        lazy(rf"\b(?:{wish})\b:? *(?:(?:{lead})\b *)*", re.IGNORECASE),
        lazy(rf"\s+(?:{joint})\s+|\s*[,;+]\s+(?!\d)", re.IGNORECASE),
        lazy(rf"[, ]+(?:{why})\b.*$", re.IGNORECASE | re.DOTALL),
    )


_GRAMMARS = {
    "Spanish": _grammar(
        r"me gustaria|quisiera|querria|quiero|pediria|pedir(?:les|le)?|solicitar|necesito|aspiro a|mi objetivo (?:es|son)|busco|espero",
        r"llegar|pedir(?:les|le)?|cobrar|tener|ganar|subir|solicitar|que sean|un minimo de|al menos|a",
        r"y|e|mas|ademas de|asi como|y tambien|y ademas",
        r"porque|pq|xq|ya que|pues|dado que|puesto que|por que|debido a|en (?:un|el) (?:correo|mail)|por favor|pero|llevo|tengo|soy|trabajo",
    ),
    "French": _grammar(
        r"je (?:voudrais|souhaite(?:rais)?|veux|demande(?:rais)?|vise|prefererais|cherche)|j'(?:aimerais|espere|attends)|demander|mon objectif est",
        r"arriver|avoir|obtenir|demander|passer|toucher|gagner|etre|au moins|a|de",
        r"et|plus|ainsi que|et aussi|avec",
        r"parce que|parce qu'|pcq|car|puisque|vu que|etant donne|s'il (?:te|vous) plait|stp|svp|mais",
    ),
    "German": _grammar(
        r"ich (?:mochte|hatte gerne?|wunsche mir|will|brauche|wurde gerne?|erwarte|verlange|fordere|bitte um)|mochte ich|hatte ich gerne?|mein (?:ziel|wunsch) (?:ist|sind|ware)|bitte um",
        r"gerne?|auf|etwa|mindestens|auch",
        r"und|sowie|plus|und auch",
        r"weil|da ich|denn|wegen|aufgrund|schreib\w*|bitte|aber|haben$|bekommen$",
    ),
    "Portuguese": _grammar(
        r"(?:eu )?(?:queria|quero|gostaria|pretendo|espero|preciso)(?: de)?|pedir|solicitar|minha pretensao e",
        r"chegar|pedir|ter|receber|ganhar|pelo menos|um minimo de|a|de",
        r"e|mais|alem de|e tambem",
        r"porque|pq|pois|ja que|visto que|por favor|mas",
    ),
}  # fmt: skip
_END = re.compile(r"[.!?\n;](?!\d)(?=\s|$)|\n")
_TERMS = {
    "sign_on_bonus": lazy(r"\b(?:prime (?:de bienvenue|d'arrivee|de signature)|bono de (?:firma|entrada|contratacion)|prima de (?:firma|entrada)|antrittsbonus|antrittspramie|willkommensbonus|bonus de (?:contratacao|entrada)|luvas|sign[- ]?on)\b", re.IGNORECASE),
    "relocation": lazy(r"\b(?:demenagement|reinstallation|relocalisation|umzug\w*|traslado|mudanza|mudanca|relocation)\b", re.IGNORECASE),
    "target_bonus": lazy(r"\b(?:prime|bono|bonus|pramie|zielbonus|variable[rs]?|plr)\b", re.IGNORECASE),
    "equity_grant": lazy(r"\b(?:actions|bspce|acciones|aktien\w*|vsop|acoes|stock)\b", re.IGNORECASE),
}  # fmt: skip
_PAY = lazy(
    r"\b(?:a|de|en|un|une|uma?|eine?n?|ein|el|la|le|les|los|von|auf|au|por|pro|par|im|al|mes|mois|monat|jahr|an|ano|hora|heure|stunde|anual\w*|annuel\w*|mensual\w*|mensuel\w*|mensa[il]s?|brut\w*|net\w*|fix\w*|base|"
    r"salario|sueldo|salaire|gehalt|lohn|euros?|eur|k|reais|pesos|dollars?|francs?|sueldo|remuneration|remuneracion|grundgehalt|jahresgehalt|monatsgehalt|bruto|zu|bei|fur|pour|para|als|comme|como|vencimento|ordenado)\b",
    re.IGNORECASE,
)
_MESSAGE = lazy(
    r"\b(?:mail|e-?mail|correo|mensaje|message|courriel|nachricht|mensagem|carta|lettre|brief|sms|whatsapp|antwort|saber|decir\w*|savoir|dire|wissen|sagen|dizer|aceptar|accepter|annehmen|aceitar|rechazar|refuser|ablehnen|recusar|tiempo|temps|zeit|tempo)\b",
    re.IGNORECASE,
)
_POINTS = lazy(
    r"^(?:que |qu'|dass )?(?:ils?|elles?|on|ellos|eles|elas)\b|^(?:que |qu'|dass )?\w* ?\b(?:ca|cela|esto|eso|isso|isto)\b",
    re.IGNORECASE,
)
"""Speaks of them as of others, or points at what is told elsewhere."""
_WORD = re.compile(r"[^\W\d_]{2,}")
LEAST_SUM = 20


def read_abroad(told: Told) -> list[Ask]:
    """What a message in another language asks for; nothing where it is in English or wishes for nothing.

    Args:
        told: the message.
    """
    grammar = _GRAMMARS.get(find_language(lexicon.fold(told.text)) or "")
    return list(_read(told, grammar)) if grammar else []


def _read(told: Told, grammar: Grammar) -> Iterator[Ask]:
    folded = lexicon.fold(told.text)
    end = 0
    for wish in grammar.wish.finditer(folded):
        if wish.start() < end:
            continue
        following = grammar.wish.search(folded, wish.end())
        stops = [match.start() for match in (_END.search(folded, wish.end()), following) if match]
        region = grammar.why.sub("", folded[wish.end() : min(stops, default=len(folded))])
        end = wish.end() + len(region)
        parts = list(_parts(region, grammar.joint))
        if _MESSAGE.search(region[slice(*parts[0])]):
            continue
        for start, last in parts:
            yield from _ask(told, wish.end() + start, wish.end() + last)


def _parts(region: str, joint: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in joint.finditer(region):
        yield start, match.start()
        start = match.end()
    yield start, len(region)


def _ask(told: Told, start: int, end: int) -> Iterator[Ask]:
    folded = lexicon.fold(told.text[start:end])
    sums = [item for item in told.sums if start <= item.start < end]
    words = told.text[start:end].strip(" ,.;:")
    term = next((term for term, name in _TERMS.items() if name.search(folded)), "")
    left = folded
    for item in sums:
        left = left.replace(lexicon.fold(item.quote), " ")
    bare = not [word for word in _WORD.findall(_PAY.sub(" ", left)) if not (term and _TERMS[term].search(word))]
    if len(sums) == 1 and (bare or term) and (sums[0].value >= LEAST_SUM or sums[0].explicit):
        yield Ask("amount", term or "base_salary", told.as_money(sums[0]))
    elif len(words.split()) > 1 and not (_MESSAGE.search(folded) or _POINTS.search(folded)):
        yield Ask("thing", words=words)


def join_abroad(asks: Sequence[Ask], abroad: Sequence[Ask]) -> list[Ask]:
    """The asks with those of the other language in the place of what English grammar took for some."""
    if not abroad:
        return list(asks)
    terms = {ask.term for ask in abroad if ask.form == "amount"}
    kept = [ask for ask in asks if ask.form in ("amount", "change") and ask.term not in terms]
    numbers = " ".join(ask.words for ask in abroad)
    kept = [ask for ask in kept if ask.asked is None or f"{ask.asked.value:.0f}" not in re.sub(r"[.,\s]", "", numbers)]
    return [*kept, *abroad]

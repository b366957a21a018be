"""Title phrases: the words for the job after a phrase that can only be followed by it, whatever the job is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.lazy_pattern import lazy
from assistant.letters.job_words import JOB_NOUN, ROMANCE_TITLE
from assistant.letters.places import CITY_CURRENCY
from assistant.letters.terms import Span

MOST_WORDS = 7
_ARTICLE = (
    r"(?:an?|the|our|their|your|next|new|newest|first|ein(?:e[rnms]?)?|de[rmn]|die|une?|la|le|el|uma?|il|lo|een|en|ett)"
)
_ANCHOR = lazy(
    r"\b(?:"
    r"(?:position|role|post|job title|title|appointment|spot|vacancy|opening|capacity)(?: title)? (?:of|as"
    r"|will be|is|for)"
    r"|(?:appoint|hire|bring|have|want|welcome|engage|employ|take|confirm|select|choose|approve)(?:e?d|n|ing"
    r"|s)? (?:you|me|him|her)"
    r"(?: in| on| aboard| on board| back| join(?: us)?)* as"
    r"|(?:hired|selected|appointed|approved|chosen|employed|engaged|join|joining|joins|start|starting|work"
    r"|working|serve)"
    r"(?: (?:us|the team|our team|[A-Z][\w&]+(?: [A-Z][\w&]+){0,2}))? as"
    r"|(?:appointment|employment|offer|contract)(?: with [\w .&]{2,30})? (?:as|for the (?:position|role|post) of)"
    r"|(?:puesto|cargo|plaza|vaga|función|função|posición) (?:de|da|do)(?: la)?"
    r"|(?:poste|emploi|fonctions?|(?<=en )qualité) (?:de|d')|en tant qu(?:e|')"
    r"|(?:ruolo|posizione|mansione|qualifica) (?:di|come)|in qualità di"
    r"|(?:functie|positie|rol) (?:van|als|as)"
    r"|(?:tjänst|stilling|rolle?|position)(?:en|a)? (?:som|as)"
    r"|(?:stelle|position|funktion|rolle|tätigkeit) (?:als|einer|eines|der|des)|(?:stelle|position|funktion)"
    r"|(?:anställning|ansættelse|ansettelse) som|(?:anstellung|beschäftigung|einstellung) als|(?:empleo|emprego|contratación) como"
    r"|assunzione come|dienstverband als"
    r"|stanowisko|incorporar(?:te|se)[^.\n]{0,40} como"
    rf")(?: +|(?<='))(?:{_ARTICLE} ){{0,2}}",
    re.IGNORECASE,
)
_NAMED_BEFORE = lazy(
    r"\b(?i:offer(?:ing|ed)?|extend(?:ing|ed)?|for|about|accept|fill|take|the|you|me) (?i:you |me |him |her )?"
    r"(?i:the|an?|our|this|your|my) (?P<title>[^\W\d_][\w+#/&'.-]*(?: [\w+#/&'.()-]+){0,6}?) "
    r"(?i:role|position|job|post|spot|opening|vacancy|opportunity|slot|seat|contract)\b(?! of| as)",
)
_STOP = lazy(
    r"(?:at|with|in|for|on|within|based|reporting|report|working|from|to|start|starting|effective|under|who|which|near"
    r"|role|position|job|post|spot|opening|vacancy|team|here|and report|base|salary|pay|full-time|part-time|is|are|will"
    r"|was|has|have|we|you|you'll|it|that|this|as|by|per|or|plus|but|so|@|if|when|starting|starts"
    r"|chez|bei|beim|im|am|an|auf|zu|zum|em|à|na|no|nos|nas|presso|bij|aan|hos|på|au|aux|dans|unserem|unserer|para|pour"
    r"|pelo|per|voor|för|til|till|con|com|avec|mit|met|med|sede|basé|basée|ab|i|in der|w)",
    re.IGNORECASE,
)
_MAYBE_STOP = lazy(r"en (?=[A-ZÀ-Þ]|nuestr|notre|nos\b|el\b|la\b|le\b)|, ")
_WORD = lazy(r"[^\W_](?:[\w+#/&'.’-]*[\w+#])?|&")
_TAIL = lazy(r"(?: (?:of|and|de|du|des|da|do|di|d'|&|the|la|van|der|von|e|y|et|und|en))+$", re.IGNORECASE)
_CONNECTORS = lazy(r"of|and|de|du|des|da|do|di|&|the|la|le|los|las|van|der|von|e|y|et|und|en|für")
_ROMANCE_NOUN = lazy(
    r"(?:[Ii]ngénieur|[Dd]éveloppeu|[Cc]hercheu|[Tt]echnicien|[Cc]hargé|[Rr]esponsable|[Aa]nalyste|[Aa]rtiste|[Cc]hef"
    r"|[Aa]ssistante?|[Gg]estionnaire|[Cc]onseill|[Aa]rchitecte|[Ii]ngenier|[Dd]esarrollador|[Cc]ientífic|[Aa]nalista"
    r"|[Tt]écnic|[Ee]ngenheir|[Dd]esenvolvedor|[Ii]ngegner|[Ss]viluppat|[Cc]onsulente|[Ii]mpiegat)\w*\b"
)
"""Nouns of jobs in languages that put what the job is about behind them, in lower case."""
_A_JOB = lazy(rf"\b(?:{JOB_NOUN[3:-1]})\b", re.IGNORECASE)
_FIELDS_AFTER = lazy(
    r"(?:,? (?:I{1,3}|IV|V|[1-7])\b)?(?: (?:[A-ZÀ-Þ0-9][\w+#/&-]*|de|du|des|d'[\w-]+|da|do|di|en|et|y|e|und|&|of|and)"
    r"(?=[ ]|$|[,.;:()])(?! (?:es|is|was)\b))*"
)
_WEAK = lazy(
    r"\b(?:is|for|will be|(?:stelle|position|funktion)(?! als\b)|start\w*|work\w*)\s+(?:\w+ ){0,2}$", re.IGNORECASE
)
_NO_JOB = lazy(
    r"(?i)\b(?:follows?|described|below|above|soon|discussed|result|part|well|member|employee|candidate"
    r"|possible|offer\w*"
    r"|compensation|follows|per|consideration|condition|team|full|company|employment|contractor|consideration"
    r"|regular|exempt|non-exempt|interest|needed|required|usual|gift|bonus)\b"
)


def find_title_phrases(text: str) -> Iterator[Span]:
    """Where a job is named after "the position of", "hire you as", "poste de" …, in order of the text."""
    for match in _ANCHOR.finditer(text):
        span = _read_words(text, match.end())
        if span is not None and (_A_JOB.search(text, *span) or not _WEAK.search(match.group())):
            yield span
    for match in _NAMED_BEFORE.finditer(text):
        words = match["title"]
        if (
            _is_job(words)
            and words.lower() not in CITY_CURRENCY
            and not any(_STOP.fullmatch(word) for word in words.split())
        ):
            yield match.span("title")


def _read_words(text: str, start: int) -> Span | None:
    """The run of words from `start` that is capitalised, or ends in the name of a job; None when it is neither."""
    at, words = start, 0
    while words < MOST_WORDS and (word := _WORD.match(text, at)) is not None:
        if _STOP.fullmatch(word.group()) or (words and _MAYBE_STOP.match(text, word.start())):
            break
        if words and word.group().isdigit() and len(word.group()) > 1:
            break
        at, words = word.end(), words + 1
        if text[at : at + 1] != " ":
            break
        at += 1
    phrase = text[start:at].rstrip()
    lower = phrase.split(" ", 1)[-1]
    if _ROMANCE_NOUN.match(phrase) and lower == lower.lower() and not re.search(r"\d{3}", phrase):
        phrase = _TAIL.sub("", phrase)
        return (start, start + len(phrase)) if not _NO_JOB.search(phrase) else None
    if (noun := next(iter(reversed(list(_A_JOB.finditer(phrase)))), None)) is not None:
        after = _FIELDS_AFTER.match(phrase, noun.end())
        phrase = phrase[: after.end() if after else noun.end()]
    phrase = _TAIL.sub("", phrase)
    return (start, start + len(phrase)) if phrase and _is_job(phrase) else None


def _is_job(phrase: str) -> bool:
    """Whether words can name a job: capitalised throughout, or with a noun of a job among them."""
    if _NO_JOB.search(phrase) or not phrase[0].isalpha():
        return False
    telling = [word for word in phrase.split() if not _CONNECTORS.fullmatch(word.lower())]
    capitalised = all(not word[0].islower() for word in telling)
    noun = _A_JOB.search(phrase) or re.match(ROMANCE_TITLE, phrase)
    return bool(noun) or (capitalised and len(phrase) > 2)

"""Own words: what a clause asks for is asked as the person tells it, unless it is a plain sum or list of things."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.languages import find_language
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.clause_patterns import ASK
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.grammar import tag_alone
from assistant.offline.briefs.hinglish import is_hinglish
from assistant.offline.briefs.mentions import Mention, MentionRole
from assistant.offline.briefs.requests import thing_of, to_request
from assistant.offline.briefs.shapes import is_english
from assistant.offline.briefs.terms_meant import PAY_TERMS, TERMS, term_meant
from assistant.offline.briefs.wording import YEARS_ALONE

SMALL_WORDS = frozenset(
    "go raise increase bump move come up a an the of in at to for on and or is are be it that this my me i base basic salary fixed pay rsu rsus stock stocks equity grant shares sign signing on bonus joining "
    "total comp tc package gross net brutto per year month annual over years yr k usd eur gbp please from instead at least around about up more which would not least "
    "lah lol pls thanks bro yaar max min minimum flat though tbh lor leh ok okay gross net brutto monthly yearly hourly annually "
    "offer relo relocation target options baht euros euro dollars pounds rupees francs kronor zloty yen reais pesos lakh lakhs lpa crore pln sek nok dkk chf inr sgd "
    "aud cad nzd hkd jpy brl mxn czk huf ils aed zar kes ngn bucks quid mo too also there same match lpa possible hr hourly hour".split()
)
"""Words that say no more than a sum and the name of its term."""
_PLAIN = frozenset(
    "want wants wanted wanna need needs like love ask asks asking get getting have hoping hope after looking would could can they them "
    "she he her him hr it you think should target number mine id im just really prefer rather expecting expect aim aiming aimed push pushing see if "
    "whether do did going gonna be happy with please that this so and or but as not me my i we us your from to for the a an in on at of by is are "
    "said told i'd i'm i'll they'd hey well maybe ideally seeking wanting requesting request kindly shooting ok okay yes counter propose proposing "
    "expectation minimum least around about make made come came bring land landing settle take ke lakh".split()
)
_TELLING = frozenset(("net", "netto", "brutto", "gross"))
"""Small words that a sum is not told without."""
_KEPT_BACK = frozenset(("min", "hide", "mine"))
"""What a mention tells the coach and nobody else."""
_NO_THING = frozenset(("JJ", "JJR", "RB", "UH", "IN", "PRP", "CC", "DT"))
_LENGTH = re.compile(
    r"^(?:days?|weeks?|hours?|months?|years?|mail|e-?mail|text|message)$|^(?:\S+ ){0,3}(?:lines?|sentences?|words|char(?:acter)?s|bullets?|emojis?)\b(?! (?:manager|item))",
    re.IGNORECASE,
)
_IF_THEY = re.compile(r"\bif (?:they|he|she|you|it)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_PART = re.compile(
    r",\s+(?=(?:and |but |so )?(?:don'?t|dont|do not|i |i'|my |not |never |without )\b|i\b)|,\s+(?=\d)", re.IGNORECASE
)
_SAYS_NOT = re.compile(
    r"\b(?:don'?t|dont|do not|not|never|without) (?:\w+ )?(?:mention\w*|tell\w*|say\w*|nam(?:e|ing)|bring\w* up)\b|\bmy (?:(?:real|true|hard|absolute) )?(?:floor|minimum|bottom line|walk-?away|limit)\b|\bsettle (?:for|at)\b|\bgo as low as\b|\blive with\b|\bnot (?:a \w+ )?(?:under|below|less than)\b|\bat the very least\b",
    re.IGNORECASE,
)


def in_own_words(
    asks: Sequence[Ask],
    text: str,
    clauses: Sequence[Clause],
    amounts: Sequence[WrittenAmount],
    mentions: Sequence[Mention],
    as_money: Callable[[WrittenAmount], Money],
) -> list[Ask]:
    """The asks; what a clause asks for beside plain sums is worded as the clause is.

    Args:
        asks: what was read of all clauses.
        text: the message.
        clauses: its clauses.
        amounts: its sums.
        mentions: what it mentions: the least that would do is not told.
        as_money: a sum as money.
    """
    language = find_language(lexicon.fold(text))
    if language not in (None, "Hindi") or not (is_english(text) or is_hinglish(text)):
        return list(asks)
    left = list(asks)
    kept: list[Ask] = []
    asking = [clause for clause in clauses if clause.function == "ask" and not _only_offers(clause, mentions)]
    for clause in asking:
        inside = {item.value for item in amounts if clause.start <= item.start < clause.end}
        own = [ask for ask in left if _belongs(ask, clause, inside)]
        left = [ask for ask in left if ask not in own]
        things = any(item.role == "thing" and clause.start <= item.start < clause.end for item in mentions)
        worked = [ask for ask in own if ask.change or ask.form == "change"]
        shares = [ask for ask in worked if ask.change and ask.change.amount is None]
        if shares or (worked and not things) or any(ask.second_choice for ask in own):
            kept += worked or own
        elif _is_plain_list(own) and not _more(clause, own):
            kept += own
        elif _SAYS_NOT.search(clause.words) and not _request(clause, mentions):
            continue
        elif (request := _request(clause, mentions)) and not (own and _is_bare(request)):
            wanted = [item for item in amounts if _is_in(item, clause, mentions)] or _only_sum(amounts, clause)
            if not wanted or things or any(ask.form == "amount" or _is_thing(ask) for ask in own):
                kept += _reworded(request, own)
            else:
                kept += _with_sums(request, text, wanted, as_money)
        else:
            kept += [ask for ask in own if ask.form == "amount" or is_english(ask.words) or ask.form == "unread"]
    kept += [ask for ask in left if _is_wanted(ask, amounts, mentions) or ask.second_choice]
    hoped = [(clause.start, clause.end) for clause in clauses if _IF_THEY.search(clause.words)]
    given = [item for item in mentions if not any(start <= item.start < end for start, end in hoped)]
    theirs = _values(amounts, given, "got")
    sums = [ask for ask in asks if ask.form == "amount" and ask.asked and not _is_among(ask.asked.value, theirs)]
    return kept or sums or list(_mentioned(mentions))


def _is_thing(ask: Ask) -> bool:
    """Whether an ask is for a thing, and not for the rest of a cut short form: "d sign the same day"."""
    first = ask.words.split()[0] if ask.words else ""
    return ask.form == "thing" and (len(first) > 1 or first in ("a", "A"))


def _is_plain_list(asks: Sequence[Ask]) -> bool:
    """Whether a sum is asked for, alone or beside things, each of which can be dropped or changed later."""
    forms = {ask.form for ask in asks}
    return "amount" in forms and forms <= {"amount", "thing"}


def _mentioned(mentions: Sequence[Mention]) -> Iterator[Ask]:
    """What is mentioned as wanted, where no clause asks for anything."""
    for item in mentions:
        if item.role in ("want", "thing") and is_english(item.words) and (thing := thing_of(to_request(item.words))):
            yield Ask("thing", words=thing)


def _values(amounts: Sequence[WrittenAmount], mentions: Sequence[Mention], role: MentionRole) -> set[Decimal]:
    """The sums that play a role in a message."""
    spans = [(item.start, item.end) for item in mentions if item.role == role]
    return {item.value for item in amounts if any(start <= item.start < end for start, end in spans)}


def _is_among(value: Decimal, written: Collection[Decimal]) -> bool:
    """Whether a sum is one of those written, which may stand for thousands or lakhs."""
    return any(value in (item, item * 1000, item * 100_000) for item in written)


def _is_wanted(ask: Ask, amounts: Sequence[WrittenAmount], mentions: Sequence[Mention]) -> bool:
    """Whether an ask told outside the clauses that ask is one that the message mentions as wanted."""
    if ask.change is not None:
        return True
    if ask.form == "amount" and ask.asked is not None:
        return _is_among(ask.asked.value, _values(amounts, mentions, "want"))
    things = [_words(item.words) for item in mentions if item.role in ("thing", "want")]
    return ask.form == "change" or any(words & _words(ask.words) for words in things)


def _request(clause: Clause, mentions: Sequence[Mention]) -> str:
    """What a clause asks for, without the parts that are not for the other side."""
    kept_back = [item.words for item in mentions if item.role in _KEPT_BACK and clause.start <= item.start < clause.end]
    sentences = []
    for told in _SENTENCE.split(clause.words):
        parts = [part for part in _PART.split(told) if not (_holds(part, kept_back) or _SAYS_NOT.search(part))]
        parts = [part for part in parts if not YEARS_ALONE.fullmatch(part.strip(" .,"))]
        sentences.append(to_request(", ".join(parts)))
    return " ".join(filter(None, sentences))


def _is_in(item: WrittenAmount, clause: Clause, mentions: Sequence[Mention]) -> bool:
    """Whether a sum stands in a clause and is wanted."""
    wants = (one for one in mentions if one.role == "want" and one.start <= item.start < one.end)
    return clause.start <= item.start < clause.end and any(wants)


def _only_sum(amounts: Sequence[WrittenAmount], clause: Clause) -> list[WrittenAmount]:
    """The sum of a clause that tells one and no other."""
    inside = [item for item in amounts if clause.start <= item.start < clause.end]
    return inside if len(inside) == 1 and inside[0].kind == "money" else []


def _only_offers(clause: Clause, mentions: Sequence[Mention]) -> bool:
    """Whether what was taken to ask tells what is offered: sums of theirs, and no word of a wish."""
    inside = {item.role for item in mentions if clause.start <= item.start < clause.end}
    wishes = ASK.search(lexicon.fold(clause.words)) or _IF_THEY.search(clause.words)
    return "got" in inside and "want" not in inside and not wishes


def _in_full(
    request: str, text: str, wanted: Sequence[WrittenAmount], as_money: Callable[[WrittenAmount], Money]
) -> str:
    """A request with its bare thousands written out: "if you got to 200k"."""
    for item in wanted:
        if as_money(item).value == item.value * 1000 and term_meant(text, item) in PAY_TERMS:
            full = as_money(item).said if item.spelled else r"\1k"
            quote = re.escape(item.quote.strip())
            request = re.sub(rf"(?<![\w.,])({quote})(?![\w,.]*\d|\s?[kKmM%])", full, request, count=1)
    return request


def _with_sums(
    request: str, text: str, wanted: Sequence[WrittenAmount], as_money: Callable[[WrittenAmount], Money]
) -> Iterator[Ask]:
    """A request with the pay it names as sums asked for."""
    whole = [
        item
        for item in wanted
        if item.kind != "percent"
        and not (lexicon.MORE_BEHIND.match(text, item.end) or lexicon.MORE_BEFORE.search(text[: item.start]))
    ]
    named = {term_meant(text, item): item for item in whole}
    sums = [(TERMS[name], as_money(item)) for name, item in named.items() if name in PAY_TERMS]
    if not sums:
        yield from _reworded(_in_full(request, text, wanted, as_money), [])
    for term, asked in sums:
        yield Ask("amount", term, asked, words="" if _is_bare(request) else request)


def _is_bare(request: str) -> bool:
    """Whether a request tells nothing but a number."""
    return not _words(request) - SMALL_WORDS - _PLAIN


def _holds(part: str, kept_back: Sequence[str]) -> bool:
    return any(words in part or (part.strip() and part.strip() in words) for words in kept_back)


def _belongs(ask: Ask, clause: Clause, inside: set[Decimal]) -> bool:
    if ask.change is not None and (more := ask.change.amount or ask.change.percent) is not None:
        return more in inside
    if ask.form == "amount" and ask.asked is not None and ask.change is None:
        return _is_among(ask.asked.value, inside)
    if {Decimal(number) for number in re.findall(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d,])", ask.words)} & inside:
        return True
    words = _words(ask.words) or (_words(clause.words) if ask.change and inside else set())
    return bool(words) and len(words & _words(clause.words)) * 2 > len(words)


def _more(clause: Clause, own: Sequence[Ask]) -> set[str]:
    """The telling words of a clause that none of its asks says."""
    said = {word for ask in own for word in _words(ask.words)}
    return {
        word
        for word in _words(clause.words)
        if (word not in SMALL_WORDS or word in _TELLING) and word not in _PLAIN and word not in said
    }


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}(?:'[a-z]+)?", lexicon.fold(text).lower()))


def _tells_how(thing: str) -> bool:
    """Whether what resembles a thing tells how the message is to be: "pushy", "four short lines"."""
    tags = [tag_alone(word) for word in thing.split()]
    return (thing.islower() and all(tag in _NO_THING for tag in tags)) or bool(_LENGTH.search(thing))


def _reworded(request: str, own: Sequence[Ask]) -> Iterator[Ask]:
    sums = [ask for ask in own if ask.form == "amount" and ask.change is None]
    if sums:
        yield from (replace(ask, words=request) for ask in sums)
    elif thing := thing_of(request):
        if not _tells_how(thing):
            yield Ask("thing", words=thing)
    else:
        yield Ask("question", words=request)

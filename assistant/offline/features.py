"""Features: what stands in a message, by the names that kinds.py weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.amounts import read_amounts
from assistant.domain.languages import find_language
from assistant.offline import concerns, honesty, lexicon
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.file_asked import find_room
from assistant.offline.outbid import outbids_file, tells_rival
from assistant.offline.signals import (
    PLAIN_OBJECTION,
    POSSIBLE_OBJECTION,
    SUPPORTED,
    SURE_OBJECTION,
    TOLD_OBJECTION,
    Signals,
)
from assistant.offline.small_talk import find_small_talk
from assistant.offline.statements import Parts
from assistant.offline.supposing import read_supposed
from assistant.offline.turns import ASKS_TO_WRITE, PLAIN_QUESTION
from assistant.offline.untruth_marks import blank_honest, find_marks, only_passes_on, only_tells, takes_sum

ORDERS_ABROAD = lexicon.any_of(
    r"(?<!dois )(?<!devrais )(?<!faut )(?<!debo )(?<!deberia )(?<!soll )(?<!sollte )(?<!ich )(?<!devo )"
    r"\b(?:(?:m'|me |nous |nos )?(?:ecri(?:s|re|vez)|redige[rz]?|escrib\w+|redacta\w*"
    r"|schreib(?:e|en)?|verfass\w*|formulier\w*|escrev\w+|redij\w+))\b[^.?!\n]{0,60}"
    r"\b(?:courriel|e-?mail|mail|message|lettre|sms|correo|mensaje|carta|whatsapp|nachricht|mensagem|reponse|respuesta|resposta|antwort)\b",
    r"\b(?:e-?mail|mail|nachricht|antwort|brief)\b[^.?!\n]{0,50}\b(?:schreiben|verfassen|formulieren|aufsetzen)\b",
)
"""An order for words in Spanish, French, German or Portuguese."""
CLEAR_SHARE = 0.25
LEAST_CONCERN = 0.01
FOLLOW_UP_WORDS = 8
SHORT_TEXT = 80
BARE_ORDER = 6
"""Words of the longest order that tells nothing of what is to be said."""


def read_features(texts: list[str], signals: Signals, parts: Parts) -> Iterator[str]:
    """What stands in the newest message, by the names in kinds.py."""
    words = texts[-1]
    asks = _asks(parts.question) or bool(lexicon.SCRIPT.search(words))
    invents = wants_invention(texts, signals)
    if invents:
        yield "asks about lying" if honesty.ADVICE_ON_LYING.search(words) else "claims something untrue"
    else:
        yield "claims nothing untrue"
    if not _stays_honest(words) and honesty.CONCEALS.search(words):
        yield "hides the truth"
    if honesty.HONEST.search(words) or (honesty.TRUE.search(words) and not invents):
        yield "wants to stay honest"
    yield from find_marks(words)
    yield from _rival_features(words, signals)
    if only_passes_on(words):
        yield "only passes on"
    if only_tells(words):
        yield "only tells"
    yield from _wording_features(texts, parts)
    yield from _offer_features(texts, signals, parts, asks)
    yield from _objection_features(words, signals, parts)
    if lexicon.REVIEW.search(words):
        yield "asks for a review"
    elif len(words) < SHORT_TEXT:
        yield "no draft to review"
    if asks:
        yield "asks something"
    if PLAIN_QUESTION.search(words) and not ASKS_TO_WRITE.search(words):
        yield "asks which or whether"
    if find_concern(texts, signals, parts):
        yield "names a concern"
    yield from _scope_features(texts, signals, parts)


def _rival_features(words: str, signals: Signals) -> Iterator[str]:
    """Whether another offer is to be told as it is on file, or against it or against the message itself."""
    if honesty.DENIES_ITSELF.search(words) or outbids_file(words, signals.offers):
        yield "contradicts what was told"
    elif tells_rival(words, signals.offers):
        yield "tells a rival on file"


def asks_for_words(text: str) -> bool:
    """Whether words to send or say are asked for outright."""
    return bool(lexicon.SCRIPT.search(text)) or _says_for_purpose(text)


def _wording_features(texts: list[str], parts: Parts) -> Iterator[str]:
    words = texts[-1]
    if asks_for_words(words):
        yield "asks for words"
        if len(words.split()) <= BARE_ORDER:
            yield "only orders words"
    elif len(texts) == 1:
        yield "asks for no words"
    if ORDERS_ABROAD.search(words) and find_language(words) is not None:
        yield "orders words in another language"
    if parts.statements and lexicon.SCRIPT.search(lexicon.fold(parts.question)):
        yield "orders words beside an offer"
    if keeps_to_sums(texts):
        yield "keeps to sums told"
    if lexicon.REWRITE.search(words) and len(texts) > 1:
        yield "asks to change the last words"


def _offer_features(texts: list[str], signals: Signals, parts: Parts, asks: bool) -> Iterator[str]:
    text = texts[-1]
    if parts.states_offer:
        yield "states an offer"
        if not asks:
            yield "states an offer and asks nothing"
    elif not parts.statements:
        yield "states no offer"
    if not (parts.statements or signals.offers_on_file):
        yield "nothing to compute"
    elif lexicon.GROWTH.search(texts[-1]) or read_supposed(texts):
        yield "supposes another number"
    elif lexicon.COMPUTE.search(text) and not lexicon.PUSH.search(text) and (asks or not parts.statements):
        yield "asks for a number"
    if lexicon.COMPARE.search(text):
        yield "compares"
    if len(parts.statements) > 1:
        yield "states two offers"
    elif signals.offers_on_file < 2 and not (parts.states_offer or lexicon.COMPARE.search(text)):
        yield "nothing to compare"


def _objection_features(text: str, signals: Signals, parts: Parts) -> Iterator[str]:
    score = signals.objections[0][1] if signals.objections else 0.0
    reported = is_reported(text)
    if reported:
        yield "tells what they said"
    elif lexicon.OWN_QUESTION.search(text) or lexicon.FOLLOW_ON.search(text):
        yield "asks for oneself"
    if parts.is_letter or score < (TOLD_OBJECTION if _only_reports(text, signals, reported) else POSSIBLE_OBJECTION):
        yield "no objection"
    else:
        yield "an objection, surely" if score >= SURE_OBJECTION else "an objection, perhaps"
        if score >= PLAIN_OBJECTION:
            yield "an objection, word for word"


def keeps_to_sums(texts: list[str]) -> bool:
    """Whether the newest message takes or asks for a sum that was told before, and says no more.

    >>> keeps_to_sums(["i asked for 77k, she can do 74k", "write that 74k works"])
    True
    """
    newest = texts[-1]
    before = {item.value for text in texts[:-1] for item in read_amounts(text)}
    named = {item.value for item in read_amounts(newest)}
    return bool(named) and named <= before and len(newest.split()) <= FOLLOW_UP_WORDS + 2 and takes_sum(newest)


def _only_reports(text: str, signals: Signals, reported: bool) -> bool:
    """Whether a message retells somebody and resembles a told line more than anything else."""
    likeliest = signals.intents[0][0] if signals.intents else ""
    if text.rstrip().endswith("?"):
        return False
    return reported and likeliest in ("objection", "fear") and not lexicon.OWN_QUESTION.search(text)


def _scope_features(texts: list[str], signals: Signals, parts: Parts) -> Iterator[str]:
    text = texts[-1]
    yield "near the library" if signals.support >= SUPPORTED else "far from the library"
    amounts = any(item.kind == "money" for item in read_amounts(text))
    if not (parts.statements or amounts or lexicon.DOMAIN_WORD.search(text)):
        yield "no word of the trade"
    if len(texts) > 1 and len(text.split()) < FOLLOW_UP_WORDS:
        yield "goes on from before"
    small_talk = find_small_talk(text)
    if small_talk is None:
        yield "no small talk"
    else:
        yield "asks who this is" if small_talk == "about" else "small talk"


def _stays_honest(words: str) -> bool:
    return bool(honesty.HONEST.search(words) or honesty.ADVICE_ON_LYING.search(words))


def _says_for_purpose(words: str) -> bool:
    return bool(lexicon.SAY.search(words)) and any(purpose.search(words) for purpose in lexicon.PURPOSES.values())


def is_reported(text: str) -> bool:
    """Whether the text quotes or retells what the company said."""
    return bool(lexicon.OFFER_QUOTED.match(text) or lexicon.SAID_BY_THEM.search(text))


def wants_invention(texts: list[str], signals: Signals) -> bool:
    """Whether something untrue is to be said or made, in these words or against what was said before."""
    text = texts[-1]
    denied = any(lexicon.NO_OTHER_OFFER.search(before) for before in texts[:-1])
    claims = tells_elsewhere(text) and honesty.CLAIM.search(text)
    invents = honesty.INVENTION.search(blank_honest(text))
    return bool(invents or (denied and claims and not signals.competing_on_file))


def _asks(text: str) -> bool:
    tail = text.strip()[-300:]
    return "?" in tail or bool(lexicon.ASKS.search(tail) or lexicon.PUSH.search(tail) or lexicon.JUDGE.search(tail))


def find_concern(texts: Sequence[str], signals: Signals, parts: Parts) -> str | None:
    """What advice is about, where the library's own words must be searched instead of the message's."""
    if signals.offers_on_file and (room := find_room(texts)):
        return room
    words, shares = texts[-1], dict(signals.intents)
    plain = shares.get("advice", 0.0)
    for concern, pattern in concerns.CONCERNS.items():
        if pattern.search(words) and shares.get(concern, 1.0) >= LEAST_CONCERN:
            return concern
    likely = max(concerns.CONCERNS, key=lambda name: shares.get(name, 0.0))
    if shares.get(likely, 0.0) >= max(CLEAR_SHARE, 2 * plain):
        return likely
    return "push" if parts.statements and lexicon.BARE_COUNTER.search(parts.question) else None

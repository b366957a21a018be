"""Telling: which messages tell terms of an offer once the conversation is about one, and which offer they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.offer import Offer
from assistant.letters.corrected import corrects_number
from assistant.letters.employers import EMPLOYERS
from assistant.letters.renamed import find_company_told, find_renamed
from assistant.letters.told import find_bare_pay, parse_told, read_currency_alone
from assistant.letters.told_parts import CONTRACT, find_handle
from assistant.letters.updates import parse_update
from assistant.letters.working_time import apply_working_time
from assistant.offline import lexicon
from assistant.offline.briefs.agreed import FRIENDS_SAY
from assistant.offline.briefs.changed_asks import read_change
from assistant.offline.briefs.conceded import OTHER_PEOPLE, read_conceded, says_yes, states_pay
from assistant.offline.briefs.put_right import puts_ask_right, revises_ask
from assistant.offline.briefs.whose_sum import lists_asks
from assistant.offline.called import find_called
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.given_up import is_given_up
from assistant.offline.meant import find_meant
from assistant.offline.other_firm import keeps_person, tells_of_other_firm
from assistant.offline.other_time import LEAST_YEARLY, VESTS, is_of_other_time
from assistant.offline.outbid import passes_sum_on
from assistant.offline.signals import LIKELY_OBJECTION, Signals
from assistant.offline.statements import Parts, Statement, is_offer_like, split_message, states_terms
from assistant.offline.told_sums import asks_for_sum, keep_told
from assistant.offline.unoffered import keep_offered, tells_condition

LONGEST_TOLD = 40
"""Words of the longest message that is read as a few terms."""
SHORT_TERM = 10
THEIR_MOVE = lexicon.any_of(
    r"\b(?:they|she|he|them|recruiter|hr|hm|the company|manager|[a-z]+)(?:'re|'ve|'s| are| have| has| is)?(?: \w+){0,2}? "
    r"(?:came back (?:with|at|to)|come back with|says?|said|offer(?:ed|s|ing)?|moved?(?: \w+)? to|went (?:up |down )?to|at|bumped|"
    r"raised|upped|agreed (?:to|on)|gave|give|sent|e-?mailed|mailed|countered (?:with|at)|replied with|came (?:in|up)(?: at| with)?)\b",
)
_CAME_TO = lexicon.any_of(
    r"\b(?:they|she|he|recruiter|hr|hm)(?:'re|'ve| are| have| just| now| then| only)* (?:(?:came|went|moved) (?:up|back|in)?(?: \w+){0,3}? ?(?:to|at|with)|gave me|at|landed (?:on|at)) [$€£₹]?\d"
    r"|\bcame up from \S+ to \d"
)
"""Tells to which pay they moved, though the number stands bare."""
NEW_LETTER = lexicon.any_of(
    r"\b(?:got|talked|haggled|negotiated) (?:them|her|him|it) (?:up |down )?to\b",
    r"\b(?:new|updated|revised|latest|current|real|actual|final) (?:one|offer|letter|number|base|version|package)\b|\bnow (?:it'?s|its|at|says)\b",
)
THEY_PAY = lexicon.any_of(
    r"\b(?:they|she|he|it|company|startup|[a-z]+)(?:'re|'s| are| is| just| have| has)* (?:offer(?:ed|s|ing)?|gave|give|giving|pay(?:s|ing)?|propos\w+)\b"
)
ONE_TERM = lexicon.any_of(
    r"\b(?:strike|cliff|bonus|rsus?|options?|relo\w*|sign[- ]?on|pension|refresh\w*|exercise price)\b[^?]*\d"
)
PAID_BY = re.compile(
    r"\d ?k?(?: ?[a-z€£$]{1,7}){0,2}? ?(?:/|per |an? )(?:mo(?:nth)?|w(?:ee)?k|h(?:ou)?r)\b", re.IGNORECASE
)
A_JOB = lexicon.any_of(
    r"\b(?:offer|job|role|position|contract|contrat|cdi|cdd|chez|puesto|oferta|contrato|empleo|stelle|angebot|clt|pj|fte)\b"
)
NOT_TOLD = lexicon.any_of(
    r"\bif\b|\bi(?:'m| am) (?:on|at|making|earning|paid)\b|\bi (?:make|earn|get paid)\b|\bglassdoor\b|\blevels\b|\bbudget\b|\brange\b|\bmarket\b|\bband\b",
)
CHANGED = lexicon.any_of(
    r"\b(?:now|just|today|until|till?|deadline|exten\w+|gone|halv\w+|doubl\w+|tripl\w+|took|taken|no longer|(?:was|is|were) (?:right|correct)|revis\w+|updat\w+|rais\w+|upped|bump\w*|cut|lower\w*|drop(?:ped|s)?|reduc\w+|went|came|mov\w+|made|put|adds?|added|adding|chang\w+|correct\w*|"
    r"actually|sorry|wait|oops|typo|misread|instead|redo|is|are|its|it's|called|rang|gave|offer\w*|agreed|answer|said|says?|did|threw|got (?:them|her|him|it) (?:up |down )?to)\b|\bnot \d|\bnahi\w*\b|\bkar di?ya\b"
)
"""Words that tell of a change, or of what a term is."""
NOT_THEIRS = lexicon.any_of(
    r"\bif\b|\bi(?:'m| am) (?:on|at|making|earning|paid)\b|\bi (?:make|earn|get paid)\b|\b(?:glassdoor|levels|market|band|range|average|most|friends?)\b|\bbudget(?:ed)?\b[^.,;\n]{0,30}\d",
    rf"\b{OTHER_PEOPLE}\b(?! (?:said|says|called|emailed|mailed|told|offered)\b)",
    r"(?:^|[,.;:]\s*)(?:so |and |but |ok |then )*(?:is|are|does|do|can|could|should|would|will|what|how|why|which)\b [^.;\n]{0,40}\d",
)
"""Tells of other pay than that of an offer on file, or asks."""
_ASKED_BEHIND = re.compile(r"[^.!?\n]*\?\W*$")
CHANGES_ASK = lexicon.any_of(
    r"\b(?:change|make|put|set|raise|lower|bump|switch|go with|use|say)\b(?: it| that| this| the \w+| her| him| them)?(?: \w+)? (?:to |at |with )?(?:an? )?[$€£]?\d"
)
ABOUT_OTHER = re.compile(r"\btold (?P<to>[\w& .'-]{2,30}?) (?:about|i have|that i|of)\b", re.IGNORECASE)


FEW_SUMS = 2
"""Sums from which a message tells more than what keeps the person where they are."""


def read_parts(texts: Sequence[str], signals: Signals) -> Parts:
    """See `_read_parts`; an offer given up is none, and a sum of another time or of the present job replaces no term."""
    return _less_over(_read_parts(texts, signals), texts, signals)


def read_told(parts: Parts, texts: Sequence[str], signals: Signals) -> Parts:
    """The parts as they are filed: with what no offer states left out of the statements.

    Args:
        parts: the newest message taken apart.
        texts: what the person wrote, oldest first.
        signals: what else is known about the newest message.
    """
    told = _of_other_firm(_read_offered(parts, texts, signals), texts[-1], signals)
    return _less_over(told, texts, signals)


def _less_over(parts: Parts, texts: Sequence[str], signals: Signals) -> Parts:
    """The parts without an offer that is given up, or a sum of another time or of the present job."""
    elsewhere = is_of_other_time(texts[-1]) or (keeps_person(texts[-1]) and len(read_amounts(texts[-1])) < FEW_SUMS)
    over = is_given_up(texts[-1]) or (signals.offers_on_file and elsewhere)
    if parts.is_letter or not over:
        return parts
    return replace(parts, statements=(), states_offer=False)


def _of_other_firm(parts: Parts, text: str, signals: Signals) -> Parts:
    """The parts, what a firm with no offer on file says it pays being of an offer held elsewhere."""
    if parts.is_letter or not parts.statements or not tells_of_other_firm(text, signals.offers):
        return parts
    named = find_called(text, signals.names_on_file) in signals.names_on_file
    return (
        parts
        if named
        else replace(parts, statements=tuple(replace(item, elsewhere=True, name=None) for item in parts.statements))
    )


def _read_offered(parts: Parts, texts: Sequence[str], signals: Signals) -> Parts:
    """The parts with what the message states of offers when all that no offer states is left out of it."""
    answered = read_conceded(texts, signals.names_on_file) is not None
    told = keep_offered(texts[-1], asks=answered)
    if parts.is_letter or told == texts[-1]:
        return replace(parts, apart=tells_condition(texts[-1]))
    if not read_amounts(told):
        return replace(parts, statements=(), states_offer=False)
    offered = _read_parts([*texts[:-1], told], signals)
    return replace(offered, wishes=parts.wishes, question=parts.question, apart=True)


def _read_parts(texts: Sequence[str], signals: Signals) -> Parts:
    """The newest message taken apart, with what the conversation before makes of it.

    A few words that add to or correct an offer told before are a statement; a sum that changes a message asked for is none.

    Args:
        texts: what the person wrote, oldest first.
        signals: what else is known about the newest message.
    """
    text, parts = texts[-1], split_message(texts[-1])
    if parts.is_letter:
        return parts
    written = any(lexicon.SCRIPT.search(item) for item in texts[:-1])
    passes_on = signals.offers_on_file > 0 and passes_sum_on(text)
    if passes_on or revises_ask(texts, signals.written) or (written and (read_change(text) or puts_ask_right(texts))):
        return replace(parts, statements=(), states_offer=False)
    if written and CHANGES_ASK.search(text):
        return replace(parts, statements=(), wishes="\n".join(filter(None, (parts.wishes, text))), states_offer=False)
    begun = signals.offers_on_file > 0
    conceded = read_conceded(texts, signals.names_on_file)
    if conceded is not None:
        states = states_pay(conceded)
        if not begun:
            others = lexicon.NOT_THE_OFFER.search(lexicon.fold(conceded))
            states = not others and (states_terms(conceded) or _tells(conceded, begun=False, corrects=False))
        stated = _find_updates([*texts[:-1], conceded], signals, said=text)
        stated = (_about(Statement(text, elsewhere=False), texts, signals),) if states else stated
        whole = bool(stated) and (begun or is_offer_like(conceded))
        return replace(parts, statements=stated, states_offer=whole, granted=bool(stated) and says_yes(text))
    if parts.statements:
        orders = lexicon.SCRIPT.search(lexicon.fold(text)) or lists_asks(text) or asks_for_sum(text)
        parts = keep_told(parts, text) if orders else parts
        return replace(parts, statements=tuple(_about(item, texts, signals) for item in parts.statements))
    begun = begun or any(split_message(item).statements for item in texts[:-1])
    if updates := _find_updates(texts, signals):
        return replace(parts, statements=updates, states_offer=True)
    called = find_called(text, signals.names_on_file)
    beside = _without(text, parts.wishes)
    named = called is not None or (find_handle(text) or "").startswith("offer ")
    adds = named and _only_adds(text) and (called in signals.names_on_file or find_bare_pay(text))
    tells = _tells(beside, begun=len(texts) > 1 and begun, corrects=_told_last(texts[:-1]))
    if not (tells or (begun and adds)):
        return parts
    disputed = bool(signals.objections) and signals.objections[0][1] >= LIKELY_OBJECTION
    elsewhere = tells_elsewhere(lexicon.fold(text)) and called is None
    told = _about(Statement(beside.strip(), elsewhere), texts, signals)
    parts = replace(parts, statements=(told,), states_offer=not disputed)
    return keep_told(parts, text) if asks_for_sum(text) else parts


def _without(text: str, wishes: str) -> str:
    """The words beside the wishes that stand in them."""
    for wish in filter(None, wishes.split("\n")):
        text = text.replace(wish, "")
    return text


def _told_last(earlier: Sequence[str]) -> bool:
    """Whether the last number before was told of an offer, and not wished for, asked about or supposed."""
    last = next((text for text in reversed(earlier) if read_amounts(text)), "")
    return bool(last) and not _asks(last)


def _asks(text: str) -> bool:
    folded = lexicon.fold(text)
    patterns = (lexicon.HYPOTHETICAL, lexicon.WISH, lexicon.SCRIPT, lexicon.NOT_THE_OFFER)
    return "?" in text or any(pattern.search(folded) for pattern in patterns)


def _tells(text: str, *, begun: bool, corrects: bool) -> bool:
    """Whether the words state terms though no word of pay stands in them.

    Args:
        text: the words.
        begun: an offer was told before.
        corrects: a number was told last, which another one may take the place of.
    """
    words = len(text.split())
    if words > LONGEST_TOLD:
        return False
    folded = lexicon.fold(text)
    if not begun:
        text = _ASKED_BEHIND.sub(_without_sums, text)
    if _asks(text) or FRIENDS_SAY.search(folded):
        return False
    free = find_bare_pay(text)
    if not begun:
        opens = free is not None and (_is_pay_of_job(free, folded, text) or _CAME_TO.search(folded))
        return (opens or _pays_a_post(text) or _lists_package(text)) and not NOT_TOLD.search(lexicon.fold(text))
    if (read_currency_alone(text) and not lexicon.ASKS_AT_ALL.search(folded)) or VESTS.search(folded):
        return True
    if words <= SHORT_TERM and ONE_TERM.search(folded):
        return True
    if (corrects and corrects_number(text)) or (free is not None and find_handle(text) == CONTRACT):
        return True
    moved = THEIR_MOVE.search(folded) or NEW_LETTER.search(folded) or (corrects and lexicon.CORRECTION.search(folded))
    return free is not None and bool(moved) and not NOT_TOLD.search(folded)


def _is_pay_of_job(free: WrittenAmount, folded: str, text: str) -> bool:
    """Whether an amount that opens a conversation is what a job pays."""
    job = A_JOB.search(folded) or THEY_PAY.search(folded) or _has_period(text)
    return (free.explicit or free.currency is not None) and bool(free.value >= LEAST_YEARLY or job)


def _without_sums(asked: re.Match[str]) -> str:
    """What is asked behind what is told, left out where it names no number."""
    return asked.group() if re.search(r"\d", asked.group()) else ""


def _lists_package(text: str) -> bool:
    """Whether words open with a well-known employer and list what it offers: "stripe l2 198 / 10% / 340 over 4"."""
    first = re.match(r"\W*(\w+)", text)
    known = first is not None and first[1].lower() in EMPLOYERS
    return known and tells_package(Parts((Statement(text, elsewhere=False),), "", "", states_offer=True))


def _pays_a_post(text: str) -> bool:
    """Whether words that open a conversation name a post and what it pays by the month, the week or the hour."""
    if not PAID_BY.search(text):
        return False
    offers = [draft.offer for draft in parse_told(text) if draft.is_offer]
    return len(offers) == 1 and bool(offers[0].title or offers[0].company) and offers[0].base_stated is not None


def _has_period(text: str) -> bool:
    return bool(re.search(r"\d ?k?(?: [a-z]{3})? ?/ ?(?:mo|m[eê]s|month|yr|year|h|hr|hour)\b", text, re.IGNORECASE))


def _only_adds(text: str) -> bool:
    """Whether a few words give or change a number and ask nothing."""
    folded = lexicon.fold(text)
    asks = "?" in text or any(
        pattern.search(folded)
        for pattern in (lexicon.HYPOTHETICAL, lexicon.WISH, lexicon.SCRIPT, lexicon.ASKS_AT_ALL, NOT_TOLD)
    )
    return len(text.split()) <= LONGEST_TOLD and not asks and bool(read_amounts(text))


def tells_package(parts: Parts) -> bool:
    """Whether a statement tells an offer by its employer and its base, and by another term if it is not told apart."""
    offers = [draft.offer for item in parts.statements for draft in parse_told(item.text) if draft.is_offer]
    beside = ("bonus_target_pct", "bonus_target_amount", "signing", "equity")
    named = (offer for offer in offers if offer.company is not None and offer.base_annual is not None)
    return any(parts.apart or any(getattr(offer, name) for name in beside) for offer in named)


def _find_updates(texts: Sequence[str], signals: Signals, said: str = "") -> tuple[Statement, ...]:
    """The words that change offers on file, beside a question that may close them; `said` are the whole words.

    The hours or days a person works change every offer that is paid by them.
    """
    whole, said = said, _ASKED_BEHIND.sub("", texts[-1]).strip()
    folded = lexicon.fold(said)
    denied = (lexicon.HYPOTHETICAL, lexicon.WISH, lexicon.SCRIPT, lexicon.NOT_THE_OFFER, NOT_THEIRS, FRIENDS_SAY)
    if not said or "?" in said or any(pattern.search(folded) for pattern in denied):
        return ()
    if (len(signals.offers) < 2 and tells_elsewhere(folded)) or tells_of_other_firm(said, signals.offers):
        return ()
    if find_called(said, signals.names_on_file) not in (None, *signals.names_on_file):
        return ()
    offers = {str(item["name"]): Offer.model_validate(item["offer"]) for item in signals.offers}
    timed = [name for name, offer in offers.items() if apply_working_time(said, offer) != offer]
    if renamed := [each for each, offer in offers.items() if _names_company(said, each, offer)]:
        return (Statement(said, elsewhere=False, name=renamed[0]),)
    to = ABOUT_OTHER.search(said)
    named = [find_called(to["to"] + " 0", signals.names_on_file)] if to else []
    name = find_meant([*texts[:-1], said], signals.offers) if CHANGED.search(folded) else None
    about = [each for each in named if each in offers] or ([name] if name else timed)
    changed = [each for each in about if parse_update(said, offers[each]) is not None]
    return tuple(Statement(whole or said, elsewhere=False, name=each) for each in changed)


def _names_company(text: str, name: str, offer: Offer) -> bool:
    """Whether words tell the company of an offer that has none yet, or put its name right."""
    return bool(find_renamed(text, name) or (offer.company is None and find_company_told(text)))


def _about(statement: Statement, texts: Sequence[str], signals: Signals) -> Statement:
    """The statement with the offer it is about: "told Acme about Globex. they moved to 208" is about Acme."""
    text = texts[-1]
    told = ABOUT_OTHER.search(text)
    amounts = [item.start for item in read_amounts(text)]
    if told is not None and any(start > told.end() for start in amounts):
        return replace(statement, name=told["to"].strip())
    name = statement.name or find_called(statement.text, signals.names_on_file)
    unsure = len(signals.offers) > 1 or [item["role"] for item in signals.offers] == ["competing"]
    if name is None and unsure and CHANGED.search(lexicon.fold(statement.text)):
        name = find_meant([*texts[:-1], statement.text], signals.offers)
    return replace(statement, name=name)

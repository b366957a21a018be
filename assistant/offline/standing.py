"""Standing: where a conversation stands, and what the person told before, in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.amounts import read_amounts
from assistant.domain.refusal import OF_THEM
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import cut_clauses, quotations
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.ledger import Ledger, read_ledger
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.prose import listed
from assistant.offline.chosen import find_open
from assistant.offline.composed import paragraphs
from assistant.offline.file_asked import asks_due, asks_file, asks_for_file, tell_due, tell_file
from assistant.offline.pay_text import headline
from assistant.offline.recalling import (
    ASKS_BACK,
    ASKS_SHORTLY,
    DUE,
    MOST_WORDS,
    SURE,
    asks_back_outright,
    cut_told,
    recall,
)
from assistant.offline.scripts.terms import list_terms
from assistant.offline.view import View

NOTHING_ON_FILE = (
    "No offer is on file yet. Tell me what it pays (the base salary, bonus, stock, sign-on), for which role and where, "
    "or paste the letter, and I will keep it."
)
_MONEY_LEFT = (
    r"(?![^?!\n]*(?:%|\b(?:tax\w*|rent|mortgage|bills|expenses|costs|deduct\w*|net|take[- ]home|pay ?che(?:ck|que)s?|"
    r"monthly|weekly|yearly|(?:a|per|each|every) (?:month|week|year|day)|in my (?:pocket|account)|"
    r"of (?:the |my )?[$€£₹]?(?:\d+\w*|sign\w*|bonus|pay|salary|base))\b))"
)
"""Behind "what is left": nothing that asks for the money that is left."""
STANDS = lexicon.any_of(
    r"\bwhere (?:(?:do|does|did|am|are) )?(?:i|we|this|that|it|things)\b[^?.!\n]{0,12}\b(?:stand|at|now|leave)\b"
    r"(?![^?!\n]*\b(?:compared?|comparison|vs|versus|against|relative|market\w*|percentile|peers?|band|range|next to|"
    r"(?:to|with) others)\b)",
    r"\b(?<!of )(?:what'?s|what is|whats|what) (?:still |then |now )?"
    rf"(?:the status|open|left(?! over\b){_MONEY_LEFT}|missing|settled|agreed)\b",
    r"\b(?:sum (?:it|this|that|things|everything|all) up|summari[sz]e|recap|overview of (?:it|this|where))\b",
)


def asks_outright(text: str) -> bool:
    """Whether a short message asks for nothing but where things stand or what the person said before."""
    is_short = len(text.split()) <= MOST_WORDS
    folded = lexicon.fold(text)
    return (
        asks_back_outright(text)
        or asks_file(text)
        or asks_due(text)
        or (is_short and bool(STANDS.search(folded) or ASKS_SHORTLY.search(folded)))
    )


def compose_standing(view: View) -> str:
    """What was told before, or where everything stands, if the newest message asks for it; else empty."""
    asked = view.texts[-1]
    for_file = asks_for_file(view.texts, len(view.offers))
    if not view.offers and for_file:
        return NOTHING_ON_FILE
    if len(view.texts) < 2 and not view.offers:
        return ""
    if view.offers and (for_file or asks_due(asked)):
        return _tell_case(view, asked)
    if STANDS.search(lexicon.fold(asked)) and not read_amounts(asked):
        return _summary(view)
    asks = ASKS_BACK.search(lexicon.fold(asked)) or asks_back_outright(asked)
    if asks:
        return recall(view.texts)
    return recall(view.texts, SURE) if ASKS_SHORTLY.search(lexicon.fold(asked)) else ""


def _tell_case(view: View, asked: str) -> str:
    """What is on file, with what it pays where it is one offer; or by when to answer."""
    open_ones = find_open(view.offers, view.texts)
    if asks_due(asked):
        return tell_due(open_ones, view.today)
    pay = view.result("total_compensation") if len(view.offers) == 1 and open_ones else None
    return paragraphs(
        tell_file(view.offers, open_ones),
        headline(pay) if pay else "",
        _refused(read_ledger(view.texts)),
        "**Next:** correct anything in a sentence, or ask “what should I push on?”",
    )


def _tell_offer(view: View) -> str:
    """What is offered: computed in this turn, else the terms on file."""
    pay = view.result("total_compensation")
    if pay is not None:
        return headline(pay)
    offer = (view.mine or {}).get("offer", {})
    terms = list_terms(offer)
    named = f"{offer['company']}: " if offer.get("company") else ""
    return f"{named}{listed(terms)}." if terms else ""


def _summary(view: View) -> str:
    """Offer, asks, promises, refusals, open parts and dates, as far as anything of it was told."""
    texts = view.texts[:-1]
    ledger, brief = read_ledger(texts), gather_brief(texts) if texts else Brief()
    offer, several = _tell_offer(view), len(view.offers) > 1
    asked = listed([ask.asked.said if ask.asked else ask.words for ask in brief.asks])
    lines = [
        tell_file(view.offers, find_open(view.offers, view.texts)) if several else offer and f"**The offer.** {offer}",
        f"**You asked for:** {asked}." if asked else "",
        f"**Promised:** {listed(list(brief.promised))}. Have it written into the letter before you sign."
        if brief.promised
        else "",
        _refused(ledger),
        "" if several else _dates(texts),
        *_unanswered(texts, ledger),
    ]
    told = paragraphs(*lines)
    if not told:
        return ""
    return paragraphs(told, f"**Next:** ask for one thing that is still open: {', '.join(ledger.still_open[:4])}.")


def _refused(ledger: Ledger) -> str:
    closed = "; ".join(f"{term} (“{words}”)" for term, words in ledger.refused.items())
    return f"**Refused so far:** {closed}." if closed else ""


def _dates(texts: Sequence[str]) -> str:
    dues = [
        item.words
        for text in texts
        for item in read_mentions(text)
        if item.role in ("day", "until") and DUE.search(text[max(0, item.start - 30) : item.start])
    ]
    return f"**By when:** {listed(list(dict.fromkeys(dues)))}." if dues else ""


def _unanswered(texts: Sequence[str], ledger: Ledger) -> Iterator[str]:
    """What else they said, in the person's words."""
    known = set(ledger.refused.values())
    told = [words for words in cut_told(texts[-6:]) if _tells_of_them(words)]
    said = [words for words in told if not any(words in quote or quote in words for quote in known)]
    if said:
        yield "**In your words:** " + "; ".join(f"“{words}”" for words in said[-5:]) + "."


def _tells_of_them(words: str) -> bool:
    """Whether words tell what somebody of the company said or did; what is asked of the coach is none of it."""
    return bool(OF_THEM.search(words)) and (
        any(True for _ in quotations(words)) or any(clause.role == "said" for clause in cut_clauses(words))
    )

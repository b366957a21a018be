"""Standing: where a conversation stands, and what the person told before, in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.ledger import Ledger, read_ledger
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.prose import listed
from assistant.offline.composed import paragraphs
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
from assistant.offline.view import View

STANDS = lexicon.any_of(
    r"\bwhere (?:(?:do|does|am|are|did) )?(?:i|we|this|it|things)\b[^?.!\n]{0,12}\b(?:stand|at|now|leave)\b",
    r"\b(?<!of )(?:what'?s|what is|whats|what) (?:still |then |now )?(?:the status|open|left|missing|settled|agreed)\b",
    r"\b(?:sum (?:it|this|that|things|everything|all) up|summari[sz]e|recap|overview of (?:it|this|where))\b",
)


def asks_outright(text: str) -> bool:
    """Whether a short message asks for nothing but where things stand or what the person said before."""
    is_short = len(text.split()) <= MOST_WORDS
    folded = lexicon.fold(text)
    return asks_back_outright(text) or (is_short and bool(STANDS.search(folded) or ASKS_SHORTLY.search(folded)))


def compose_standing(view: View) -> str:
    """What was told before, or where everything stands, if the newest message asks for it; else empty."""
    asked = view.texts[-1]
    if len(view.texts) < 2 and not view.offers:
        return ""
    if STANDS.search(lexicon.fold(asked)) and not read_amounts(asked):
        return _summary(view)
    asks = ASKS_BACK.search(lexicon.fold(asked)) or asks_back_outright(asked)
    if asks:
        return recall(view.texts)
    return recall(view.texts, SURE) if ASKS_SHORTLY.search(lexicon.fold(asked)) else ""


def _summary(view: View) -> str:
    """Offer, asks, promises, refusals, open parts and dates, as far as anything of it was told."""
    texts = view.texts[:-1]
    ledger, brief = read_ledger(texts), gather_brief(texts) if texts else Brief()
    pay = view.result("total_compensation")
    asked = listed([ask.asked.said if ask.asked else ask.words for ask in brief.asks])
    lines = [
        f"**The offer.** {headline(pay)}" if pay is not None else "",
        f"**You asked for:** {asked}." if asked else "",
        f"**Promised:** {listed(list(brief.promised))}. Have it written into the letter before you sign."
        if brief.promised
        else "",
        _refused(ledger),
        _dates(texts),
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
    said = [words for words in cut_told(texts[-6:]) if not any(words in quote or quote in words for quote in known)]
    if said:
        yield "**In your words:** " + "; ".join(f"“{words}”" for words in said[-5:]) + "."

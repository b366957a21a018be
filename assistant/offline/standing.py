"""Standing: where a conversation stands, and what the person told before, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief, gather_brief
from assistant.offline.briefs.ledger import Ledger, read_ledger
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.prose import listed, tidy
from assistant.offline.composed import paragraphs
from assistant.offline.passages import stems
from assistant.offline.pay_text import headline
from assistant.offline.view import View

_TELLS = r"(?:had |just |already )?(?:told|gave|said|mentioned|wrote|named|promised|quoted|sent|offered)"
ASKS_BACK = lexicon.any_of(
    rf"\b(?:what|which|how (?:much|many|long)|when|who)\b[^?.!\n]{{0,60}}\b(?:i|they|she|he|you) {_TELLS}\b",
    rf"\b(?:i|they|she|he) {_TELLS}\b[^?.!\n]{{0,60}}\b(?:what|which|how much)\b[^?.!\n]{{0,20}}\b(?:was|is)\b",
    r"\b(?:what|which|how (?:much|many)|when) (?:was|were|did)\b[^?\n]{0,50}\bagain\b",
    r"\bwhat was (?:the|my|their|her|his) [^?\n]{2,40}\?|\bremind me\b",
)
STANDS = lexicon.any_of(
    r"\bwhere (?:(?:do|does|am|are|did) )?(?:i|we|this|it|things)\b[^?.!\n]{0,12}\b(?:stand|at|now|leave)\b",
    r"\b(?:what'?s|what is|whats|what) (?:still |then |now )?(?:the status|open|left|missing|settled|agreed)\b",
    r"\b(?:sum (?:it|this|that|things|everything|all) up|summari[sz]e|recap|overview of (?:it|this|where))\b",
)
LONGEST = 160
MOST_QUOTES = 2
_ASKING = "what which how much many long when who was told gave said say again remind the you they"
_DUE = lazy(
    r"\b(?:deadline|expires?|expiry|dies|lapses|(?:answer|decide) (?:by|until|before)|until|by|before|due)\b",
    re.IGNORECASE,
)


def compose_standing(view: View) -> str:
    """What was told before, or where everything stands, if the newest message asks for it; else empty."""
    asked = view.texts[-1]
    if len(view.texts) < 2 and not view.offers:
        return ""
    if STANDS.search(lexicon.fold(asked)):
        return _summary(view)
    return _told_before(view.texts) if ASKS_BACK.search(lexicon.fold(asked)) else ""


def _told_before(texts: Sequence[str]) -> str:
    """The clauses of earlier messages that share most words with the question, in the person's words."""
    wanted = stems(_telling(texts[-1]))
    rated = [(len(wanted & stems(_telling(words))), number, words) for number, words in enumerate(_clauses(texts[:-1]))]
    best = max((score for score, _, _ in rated), default=0)
    if not best:
        return ""
    found = [words for score, _, words in sorted(rated, key=lambda item: -item[1]) if score == best][:MOST_QUOTES]
    return f"You told me: {listed([f'“{words}”' for words in reversed(found)])}."


def _clauses(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for part in re.split(r"(?<=[.!?;])\s+|\n+", text):
            if tidy(part):
                yield tidy(part)[:LONGEST]


def _telling(text: str) -> str:
    words = re.findall(r"[^\W_]{2,}", lexicon.fold(text).lower())
    return " ".join(word for word in words if word not in _ASKING.split())


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
        if item.role in ("day", "until") and _DUE.search(text[max(0, item.start - 30) : item.start])
    ]
    return f"**By when:** {listed(list(dict.fromkeys(dues)))}." if dues else ""


def _unanswered(texts: Sequence[str], ledger: Ledger) -> Iterator[str]:
    """What else they said, in the person's words."""
    known = set(ledger.refused.values())
    said = [words for words in _clauses(texts[-6:]) if not any(words in quote or quote in words for quote in known)]
    if said:
        yield "**In your words:** " + "; ".join(f"“{words}”" for words in said[-5:]) + "."

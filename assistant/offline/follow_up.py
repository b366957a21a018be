"""Follow-ups: what a message takes over from the ones before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import quotations
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.ledger import Ledger, read_refusals
from assistant.offline.briefs.reading import read_brief
from assistant.offline.features import wants_invention
from assistant.offline.signals import LIKELY_OBJECTION, SURE_OBJECTION, Signals
from assistant.offline.statements import LeverAmount

BACK_TO_FIRST = lexicon.any_of(
    r"\b(?:back|return|revert) to (?:the |my )?(?:very )?(?:first|original|old|earlier|initial)\b|\bthe (?:first|original) version\b|\bthe (?:one|version|draft) before\b(?! (?:that|the|i|it|we|last)\b)"
)
_OF_THE_SUM = lexicon.any_of(r"\b(?:numbers?|figures?|sums?|amounts?|salary|ask)\b")
WHAT_TO_SAY = lexicon.any_of(
    r"\bwhat (?:do|should|can|could|would|shall) i (?:even )?(?:say|answer|reply|respond|text|write|tell (?:them|her|him))\b",
    r"\bhow (?:do|to|should|can|would) (?:i )?(?:respond|answer|reply|react|handle)\b|\bdo i (?:say|have to|need to|must)\b|\bkya (?:bolu|kahu|karu|bolun|kahun)\b|\b(?:que|q) (?:les )?(?:digo|contesto|respondo)\b",
    r"^\W*(?:(?:so|ok|omg|ugh|god|well|oh no)\W+)*(?:am i (?:\w+ )?(?:screwed|doomed|toast|done for|finished|too late|stuck)|is it (?:over|too late|hopeless)|did i (?:\w+ )?(?:mess|screw|blow|ruin)\w*(?: (?:it|this))?(?: up)?|have i lost)\W*$",
    r"^\W*(?:so|and|ok|well|and now|so what)\W*$|\bnow what\b|\bwhat now\b|\bwas sage ich\b|\bje (?:reponds|dis) quoi\b",
)
"""Asks for the words against what was told before."""
TO_THAT = lexicon.any_of(
    r"\b(?:say|answer|reply|respond|write|react|tell \w+) (?:back )?(?:to|against|about) (?:that|this|it)\b"
)
"""Asks for the words against what was told before, and not against what is told beside it."""
WHAT_NEXT = lexicon.any_of(
    r"\bwhat (?:do|should|can|could|would|else (?:do|can|should|could|would)|other \w+ (?:can|could|should)|shall) i (?:even |else |still |maybe )?(?:ask|push|try|do|request|negotiate|go for|get|want)\b",
    r"\bwhat(?:'s| is)? (?:next|left|still (?:open|possible))\b|\bnow what\b|\bwhat now\b|\bany(?:thing)? else (?:i can|to ask|left)\b|\bnext move\b|\b(?:give up|stop) (?:now|here)\b",
)
"""Asks what to ask for next."""
STOPS = lexicon.any_of(r"\b(?:give up|stop|enough|let it go|drop it|leave it|final|too far|push(?:ed)? (?:my )?luck)\b")
"""Asks whether to go on at all."""
AFTER_NO = frozenset({"refused", "instead"})
"""Concerns of who was told no: whether to go on, and what to ask for instead."""
MOST_CLOSED = 2
"""Parts they may have refused while there is still something to ask for instead."""
LEVER_OF = {
    "base": "base_salary",
    "stock": "equity_grant",
    "sign-on bonus": "sign_on_bonus",
    "bonus": "target_bonus",
}
"""The levers of a counter plan by their names in the ledger."""
FEW_WORDS = 6
"""Words of the longest question that can but mean the line just answered."""
FOLLOW_UP_LENGTH = 22
"""Words of the longest message that is read as one."""


def asks_on(text: str) -> bool:
    """Whether a message asks for the words against what was told before, or what comes next."""
    return any(pattern.search(text) for pattern in (WHAT_TO_SAY, WHAT_NEXT, lexicon.SCRIPT, lexicon.SAY))


def find_follow_up(kind: Kind, text: str, signals: Signals, ledger: Ledger) -> tuple[Kind, str | None]:
    """A short question after a line of theirs: it asks for the words against that line, or what to ask next."""
    score = signals.objections[0][1] if signals.objections else 0.0
    short = len(text.split()) <= FOLLOW_UP_LENGTH
    if (
        short
        and ledger.refused
        and kind == "calculation"
        and WHAT_NEXT.search(text)
        and not lexicon.COMPUTE.search(text)
    ):
        return "advice", None
    if not short or kind in ("refusal", "calculation", "comparison", "offer"):
        return kind, None
    if ledger.refused and WHAT_NEXT.search(text) and score < SURE_OBJECTION and kind != "script":
        return "advice", None
    orders = kind == "script" and not (signals.last_kind == "objection" and len(text.split()) <= FEW_WORDS)
    if signals.last_objection and score < LIKELY_OBJECTION and WHAT_TO_SAY.search(text) and not orders:
        return "objection", signals.last_objection
    return kind, None


def gather_for_script(spoken: list[str], texts: list[str], signals: Signals | None = None) -> Brief:
    """What the message to write must carry: a change of the last one keeps what that one was to be.

    What was to be said untruly before, and was refused, is not told in a later message.
    """
    spoken = [_unless_invented(item, texts[: at + 1]) for at, item in enumerate(spoken[:-1])] + spoken[-1:]
    companies, written = (signals.names_on_file, signals.written) if signals else ((), ())
    back = BACK_TO_FIRST.search(texts[-1])
    first = gather_brief(spoken[: _first_asked(spoken, texts) + 1], companies=companies) if back else Brief()
    if back and not _OF_THE_SUM.search(texts[-1]):
        return first
    styled = None
    if _rewrites(texts, written):
        before = (index for index in range(len(texts) - 2, -1, -1) if not _rewrites(texts[: index + 1], written))
        styled = next((index for index in before if index in written or lexicon.SCRIPT.search(texts[index])), None)
    worked = dict(signals.worked) if signals else {}
    whole = gather_brief(spoken, companies=companies, styled=styled, written=written, worked=worked)
    return _with_sums_of(whole, first) if back else whole


def _unless_invented(spoken: str, texts: list[str]) -> str:
    return "" if wants_invention(texts, Signals()) else spoken


def _rewrites(texts: list[str], written: Collection[int]) -> bool:
    return bool(lexicon.REWRITE.search(texts[-1])) or edits_message(texts, written)


def _with_sums_of(brief: Brief, first: Brief) -> Brief:
    """What a message is to carry, with the sums that were asked for at first."""
    sums = tuple(ask for ask in first.asks if ask.form == "amount")
    return replace(brief, asks=(*sums, *(ask for ask in brief.asks if ask.form != "amount"))) if sums else brief


def _first_asked(spoken: list[str], texts: list[str]) -> int:
    """The message that first asked for a text, or for a sum where none did so plainly."""
    asked = (index for index, text in enumerate(texts) if lexicon.SCRIPT.search(text))
    named = (index for index, text in enumerate(spoken) if any(ask.asked for ask in read_brief(text).asks))
    return next(asked, next(named, len(texts) - 1))


def levers_asked(brief: Brief) -> dict[str, LeverAmount]:
    """The sums asked for by lever, as the counter plan takes them."""
    return {
        ask.term: LeverAmount(ask.asked.value, ask.on_top)
        for ask in brief.asks
        if ask.form == "amount" and ask.asked is not None and ask.term in lexicon.LEVER_WORDS and not ask.asked.period
    }


@lru_cache(maxsize=64)
def find_closed(spoken: tuple[str, ...]) -> dict[str, str]:
    """The parts of the pay that were refused and not asked for again since: the words of the refusal by term."""
    closed: dict[str, str] = {}
    for number, text in enumerate(spoken):
        refused = read_refusals(spoken[: number + 1])
        found = {lever: refused[term] for term, lever in LEVER_OF.items() if term in refused}
        if found and not (quotations(text) or lexicon.SCRIPT.search(lexicon.fold(text))):
            closed |= found  # what was asked for in the same breath is what they refused
            continue
        closed |= found
        if closed:
            asked = {ask.term for ask in read_brief(text).asks if ask.form == "amount" and not ask.past}
            closed = {lever: words for lever, words in closed.items() if lever not in asked}
    return closed


def asks_on_advice(texts: Sequence[str], signals: Signals, ledger: Ledger) -> bool:
    """Whether a few words go on from an answer of the library, so that what they ask is about its subject."""
    few = len(texts) > 1 and len(texts[-1].split()) <= FEW_WORDS
    return few and signals.last_kind == "advice" and not (signals.offers_on_file or ledger.refused)


def concern_after_no(text: str, ledger: Ledger) -> str | None:
    """What advice is about where something was refused and the message asks what is next."""
    if not (ledger.refused and WHAT_NEXT.search(text)):
        return None
    return "refused" if STOPS.search(text) or len(ledger.refused) > MOST_CLOSED else "instead"

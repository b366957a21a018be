"""Understanding: what the newest message wants, read from its words and the conversation before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.domain.offer import LONGEST_YEARS
from assistant.letters.corrected import corrects_number
from assistant.letters.patterns import read_count
from assistant.offline import lexicon
from assistant.offline.algebra.framed import tells_no_pay
from assistant.offline.also_told import only_tells_more
from assistant.offline.background import Background, read_background
from assistant.offline.background_patterns import TELLS_RAISE
from assistant.offline.before import Before, find_before
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import orders_words
from assistant.offline.briefs.conceded import only_tells_ask
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.ledger import Ledger, read_ledger
from assistant.offline.briefs.unnamed_questions import without_unnamed_questions
from assistant.offline.drafts import find_draft, orders_look
from assistant.offline.elsewhere import without_their_next
from assistant.offline.features import (
    find_concern,
    is_reported,
    read_features,
    wants_invention,
)
from assistant.offline.file_asked import kind_by_case
from assistant.offline.follow_up import (
    TO_THAT,
    WHAT_NEXT,
    asks_on,
    find_closed,
    find_follow_up,
    gather_for_script,
    levers_asked,
)
from assistant.offline.kinds import choose_kind
from assistant.offline.purpose import find_purpose
from assistant.offline.signals import LIKELY_OBJECTION, Signals
from assistant.offline.small_talk import SmallTalk, find_small_talk
from assistant.offline.statements import (
    LONG_TEXT,
    LeverAmount,
    Parts,
    Statement,
    read_lever_amounts,
    split_message,
)
from assistant.offline.sum_asked import corrects_file, is_only_sum, read_asked, sums_up
from assistant.offline.sums.sum import ReadSum
from assistant.offline.supposing import read_growth, read_supposed
from assistant.offline.telling import read_parts
from assistant.offline.turns import (
    asks_if_refused,
    asks_meaning,
    compares_file,
    only_chooses,
    only_tells_news,
    settle_kind,
)
from assistant.offline.untruth_marks import find_marks
from assistant.offline.untruths import is_marked

ANSWERED_BY_FILE: frozenset[Kind] = frozenset({"calculation", "comparison", "offer", "advice", "clarify"})
"""Kinds of a message that may ask how an offer on file changed."""
LOOKED_OVER: frozenset[Kind] = frozenset({"script", "offer", "objection", "calculation", "comparison", "advice"})
"""Kinds that a message is taken for whose draft is to be looked over."""
WAITING: frozenset[Kind] = frozenset({"objection", "advice", "clarify", "offer"})
"""Kinds that a message is taken for which only tells what was asked of them."""
NEAR_BEST = 0.25
"""Share of the strongest untruth from which another one may be meant too."""
ANSWERS = lexicon.any_of(r"\b(?:say|tell|answer|reply|respond)\b")
"""Asks for the words against a line."""
FEW_CONFIRMING = 2
RECENT = 3
"""Messages in which a line of theirs and what it is about are told."""
FEW_WORDS = 10


@dataclass(frozen=True)
class Reading:
    """What a message wants.

    `statements` state offers; `wanted` are amounts the person wants and `changes` what-if amounts, by lever;
    `terms` are other what-if terms, as an offer has them; `texts` is all the person wrote, oldest first;
    `question` is the message without its sums; `concern` names what advice is about when the words seldom
    occur in the library (TOPICS in plan.py); `untruths` what a refusal may be about, likeliest first;
    `closed` are the levers refused and not asked for since, with the words of it; `goes_on` asks what to say or ask
    next; `before` is what an offer on file is to be set against; `background` is what was told around a draft or a
    line of theirs.
    """

    kind: Kind
    objection: str | None = None
    purpose: str = "counter"
    brief: Brief = field(default_factory=Brief)
    ledger: Ledger = field(default_factory=Ledger)
    closed: dict[str, str] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    question: str = ""
    is_letter: bool = False
    wanted: dict[str, LeverAmount] = field(default_factory=dict)
    changes: dict[str, LeverAmount] = field(default_factory=dict)
    terms: dict[str, Any] = field(default_factory=dict)
    supposed: bool = False
    texts: tuple[str, ...] = ()
    growth_pct: Decimal = Decimal(0)
    grows_yearly: bool = False
    years: int | None = None
    concern: str | None = None
    untruths: tuple[str, ...] = ()
    small_talk: SmallTalk | None = None
    goes_against_file: bool = False
    goes_on: bool = False
    draft: str = ""
    background: Background = field(default_factory=Background)
    sum: ReadSum | None = None
    before: Before | None = None


def read_message(texts: list[str], signals: Signals) -> Reading:
    """What the last of the person's texts wants.

    Args:
        texts: what the person wrote in this conversation, oldest first; the last is to be read.
        signals: what else is known about it.
    """
    written, all_written = texts[-1], texts
    parts = _without_prices(read_parts(texts, signals), written)
    spoken = [own_words(text) for text in texts]
    texts = [lexicon.fold(text) for text in spoken]
    text = texts[-1]
    supposes = read_supposed(texts)
    question = read_asked(texts, signals, parts, supposes)
    asked, supposes = question.sum, question.supposes
    kind = choose_kind(texts, signals, [*read_features(texts, signals, parts), *question.features])
    if kind == "comparison" and asked is None and not (parts.statements or _is_known(text, signals)):
        kind = "out_of_scope"
    settled = settle_kind(kind, texts, signals, parts, supposes)
    corrects = kind == "calculation" and asked is not None and not asked.missing and question.outright
    kind = kind if corrects and settled == "objection" else settled
    before = find_before(texts, signals) if kind in ANSWERED_BY_FILE and not (supposes or parts.statements) else None
    if before is not None or (
        not supposes and compares_file(kind, texts, signals, parts, told_apart=asked is not None and asked.tells_apart)
    ):
        kind, asked = "calculation" if before else "comparison", None
    elif sums_up(asked, kind, parts, signals) or (question.again and kind != "refusal"):
        kind = "calculation"
    if kind == "offer" and parts.states_offer and not parts.is_letter and _asks_what_it_pays(text):
        kind = "calculation"
    if kind in ANSWERED_BY_FILE and (by_case := kind_by_case(texts, signals.offers_on_file, parts.statements)):
        kind, asked, before = by_case, None, None
    if kind in ("calculation", "comparison", "offer", "clarify") and asks_meaning(text) and not parts.is_letter:
        kind = "advice"
    ordered = kind == "offer" and not (parts.is_letter or corrects_number(written)) and orders_words(written)
    kind = _settle_script("script" if ordered else kind, texts, signals)
    ledger = read_ledger(spoken)
    kind, told_before = find_follow_up(kind, text, signals, ledger)
    untrue = wants_invention(texts, signals) or (kind == "refusal" and is_marked(find_marks(text)))
    if edits_message(texts, signals.written) and not untrue and kind != "draft_review":
        kind, told_before, supposes = "script", None, None
    tells = asked is not None and asked.uses_offer and parts.states_offer and not lexicon.OTHERWISE.search(text)
    supposed = supposes is not None and not (parts.is_letter or tells)
    amounts = dict(supposes.amounts) if supposed and supposes is not None else read_lever_amounts(parts.wishes)
    if kind in LOOKED_OVER and orders_look(written):
        kind = "draft_review"
    kind, small_talk = _settle_small_talk(kind, written, texts, signals, parts)
    growth = read_growth(texts)
    years = lexicon.YEARS.search(text)
    asks_next = bool(kind == "advice" and ledger.refused and WHAT_NEXT.search(text))
    purpose, brief = _gather_words(spoken, texts, signals, parts) if kind == "script" else ("counter", Brief())
    closed = find_closed(tuple(spoken)) if kind == "script" and ledger.refused else {}
    asked_for = {} if supposed else _asked_for(brief, closed, amounts, parts.wishes)
    brief = _without_closed(brief, closed)
    draft = find_draft(written) if kind == "draft_review" else ""
    if draft:
        parts = read_parts([*all_written[:-1], written[: written.find(draft)]], signals)
    objection = told_before or _find_objection(kind, purpose, texts, signals, parts)
    return Reading(
        kind=kind,
        objection=objection,
        purpose=purpose,
        brief=brief,
        statements=()
        if kind == "refusal" or supposed or (is_only_sum(asked, kind, text) and not corrects_file(texts, signals))
        else _with_roles(parts, text, signals),
        question=parts.question,
        is_letter=parts.is_letter,
        wanted=asked_for or ({} if supposed else _wishes(texts[:-1]) | amounts),
        changes=amounts if supposed else {},
        terms=dict(supposes.terms) if supposed and supposes is not None else {},
        growth_pct=growth,
        supposed=supposed,
        texts=tuple(texts),
        grows_yearly=bool(lexicon.YEARLY.search(text)),
        years=count if years and 1 <= (count := int(read_count(years[1]))) <= LONGEST_YEARS else None,
        concern="refused" if asks_next else find_concern(texts, signals, parts),
        ledger=ledger,
        closed=closed,
        untruths=_likely(signals.intents, "refuse_") if kind == "refusal" else (),
        small_talk=small_talk,
        draft=draft,
        background=read_background(all_written, draft, signals.names_on_file) if draft or objection else Background(),
        sum=asked if kind == "calculation" else None,
        before=before if kind == "calculation" else None,
        goes_on=len(texts) > 1 and asks_on(text),
        goes_against_file=signals.offers_on_file > 0
        and (parts.is_letter or bool(lexicon.AGAINST_PROMISE.search(text))),
    )


def _settle_small_talk(
    kind: Kind, written: str, texts: list[str], signals: Signals, parts: Parts
) -> tuple[Kind, SmallTalk | None]:
    """The kind, and the small talk that a message is: thanks, a choice, a yes to what was read, an ask still open."""
    text = texts[-1]
    small_talk = find_small_talk(text)
    if _only_states(text, parts, kind) or _adds_to_file(text, signals, kind):
        kind = "offer"
    if small_talk is None and not parts.statements and only_chooses(texts, signals):
        kind, small_talk = "clarify", "notes"
    if small_talk is None and signals.offers_on_file and kind in WAITING and only_tells_ask(written):
        kind, small_talk = "clarify", "waits"
    if small_talk == "confirms" and (signals.offers_on_file or len(text.split()) <= FEW_CONFIRMING):
        kind = "clarify"
    return kind, small_talk


def _gather_words(spoken: list[str], texts: list[str], signals: Signals, parts: Parts) -> tuple[str, Brief]:
    """What a message that is ordered is for, and what is to stand in it."""
    purpose, whole = find_purpose(texts, signals), gather_for_script(spoken, texts, signals)
    brief = without_unnamed_questions(whole)
    only_equity = lexicon.EQUITY_ONLY.search(texts[-1]) and not (brief.asks or brief.losses or parts.states_offer)
    unnamed = brief != whole and not brief.asks
    return "questions" if purpose == "counter" and (only_equity or unnamed) else purpose, brief


def _without_closed(brief: Brief, closed: dict[str, str]) -> Brief:
    """The brief without asks for levers that were refused."""
    return replace(brief, asks=tuple(ask for ask in brief.asks if ask.term not in closed)) if closed else brief


def _asked_for(
    brief: Brief, closed: dict[str, str], amounts: dict[str, LeverAmount], wishes: str
) -> dict[str, LeverAmount]:
    """The sums to ask for: those still open, else those wished for."""
    still_open = _without_closed(brief, closed)
    if closed and still_open.asks:
        return levers_asked(still_open)
    return _with_wish(levers_asked(brief), amounts, wishes)


def _is_known(text: str, signals: Signals) -> bool:
    """Whether offers are on file or the words are about work and pay."""
    return signals.offers_on_file > 0 or bool(lexicon.DOMAIN_WORD.search(text))


def _settle_script(kind: Kind, texts: list[str], signals: Signals) -> Kind:
    """The kind; no words are written where only news is told after some were."""
    later = signals.written and asks_if_refused(texts[-1])
    news = only_tells_news(texts, signals.written)
    if kind == "script" and news and signals.sure_of_objection:
        return "objection"
    return "advice" if kind == "script" and len(texts) > 1 and (later or news) else kind


def _without_prices(parts: Parts, text: str) -> Parts:
    """The parts without an offer that would be read from amounts which are no pay: "it trades at 41"."""
    if not parts.statements or parts.is_letter or len(text) > LONG_TEXT or not tells_no_pay(lexicon.fold(text)):
        return parts
    return replace(parts, statements=(), states_offer=False)


def _with_wish(asked: dict[str, LeverAmount], wished: dict[str, LeverAmount], wishes: str) -> dict[str, LeverAmount]:
    """The sums asked for; what the words of the wish name goes before a sum that stands elsewhere."""
    named = {item.value for item in read_amounts(wishes) if item.explicit}
    kept = {lever: item for lever, item in asked.items() if lever not in wished or item.value in named}
    return {**{lever: item for lever, item in wished.items() if item.value in named}, **kept} if asked else {}


def _asks_what_it_pays(text: str) -> bool:
    """Whether the words beside a stated offer ask for its years, their average or its total."""
    return bool(lexicon.ASKS_YEARS.search(text))


def _only_states(text: str, parts: Parts, kind: Kind) -> bool:
    """Whether a few words state a term and nothing else, whatever they resemble."""
    short = len(text.split()) <= FEW_WORDS and bool(parts.statements) and kind in ("advice", "clarify", "script")
    return short and not (lexicon.ASKS_AT_ALL.search(text) or lexicon.SCRIPT.search(text))


def _adds_to_file(text: str, signals: Signals, kind: Kind) -> bool:
    """Whether a few words tell more of the offer on file, such as its vacation, whatever they resemble."""
    objected = bool(signals.objections) and signals.objections[0][1] >= LIKELY_OBJECTION
    placed = kind in ("advice", "clarify", "calculation") and signals.offers_on_file > 0
    return placed and not objected and only_tells_more(text)


def _wishes(earlier: list[str]) -> dict[str, LeverAmount]:
    """Amounts wished for before in this conversation, by lever; the latest counts."""
    wishes: dict[str, LeverAmount] = {}
    for text in earlier:
        wishes |= read_lever_amounts(split_message(text).wishes)
    return wishes


def _with_roles(parts: Parts, text: str, signals: Signals) -> tuple[Statement, ...]:
    """Statements with an offer to compare marked as held elsewhere once one is on file."""
    compares = signals.offers_on_file > 0 and bool(lexicon.COMPARE.search(without_their_next(text)))
    return tuple(replace(item, elsewhere=item.elsewhere or compares) for item in parts.statements)


def own_words(text: str) -> str:
    """The ends of a long message: in between stands a pasted letter, whose verbs are not the person's."""
    return text if len(text) <= LONG_TEXT else f"{text[:300]}\n{text[-300:]}"


def _find_objection(kind: Kind, purpose: str, texts: list[str], signals: Signals, parts: Parts) -> str | None:
    """The objection to answer, or to put into the message that is asked for."""
    words, recent = texts[-1], " ".join(texts[-RECENT:])
    likely = [name for name, _ in signals.objections if name != "hike_cap" or TELLS_RAISE.search(recent)]
    found = next(iter(likely), signals.objections[0][0] if signals.objections else None)
    if kind == "objection":
        points_back = bool(TO_THAT.search(words)) or not signals.sure_of_objection
        reported = is_reported(TO_THAT.sub(" ", words))
        goes_on = signals.last_objection and points_back and not reported
        return signals.last_objection if goes_on else found
    if kind != "script" or purpose not in ("counter", "reply"):
        return None
    score = signals.objections[0][1] if signals.objections else 0.0
    if is_reported(words) and score >= LIKELY_OBJECTION:
        return found
    goes_on = signals.last_kind == "objection" and ANSWERS.search(words) and not lexicon.WISH.search(words)
    return None if parts.states_offer or (signals.offers_on_file and not goes_on) else signals.last_objection


def _likely(intents: tuple[tuple[str, float], ...], prefix: str) -> tuple[str, ...]:
    """What follows the prefix in the intents that have it and come near the strongest of them, best first."""
    found = [(name.removeprefix(prefix), share) for name, share in intents if name.startswith(prefix)]
    return tuple(name for name, share in found if share >= NEAR_BEST * found[0][1])

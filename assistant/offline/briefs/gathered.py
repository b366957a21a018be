"""Gathered: the brief of a conversation, each message's added to those before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.figure import Figure
from assistant.offline import lexicon
from assistant.offline.briefs.another_sum import another_sum, in_the_scale_told
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.by_role import find_by_role
from assistant.offline.briefs.changed_asks import read_change, resolve_changes
from assistant.offline.briefs.dropped import (
    POINTS_BACK,
    is_dropped,
    is_taken_out,
    less_dropped,
    read_put_back,
    read_taken_out,
)
from assistant.offline.briefs.edits import as_mention, asks_of_edit, edits_message, keeps_as_reason
from assistant.offline.briefs.levers import read_levers
from assistant.offline.briefs.pointed import with_pointed
from assistant.offline.briefs.promises import promised_further
from assistant.offline.briefs.prose import joined_alike
from assistant.offline.briefs.purposes import likeliest_purpose
from assistant.offline.briefs.rates import in_the_same_rate
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.secrets import touches
from assistant.offline.briefs.style import Style
from assistant.offline.briefs.talked import (
    addressed_firm,
    not_pointing,
    other_firms,
    redated,
    sized,
    sum_meant,
    supposes_theirs,
    talked_of,
    without_answered,
)
from assistant.offline.briefs.threats import without_threats
from assistant.offline.briefs.whose_sum import lists_asks, says_offered


def gather_brief(
    texts: Sequence[str],
    currency: str | None = None,
    companies: Collection[str] = (),
    styled: int | None = None,
    written: Collection[int] = (),
    worked: Mapping[int, Figure] | None = None,
) -> Brief:
    """The brief of a conversation.

    Args:
        texts: what the person wrote, oldest first.
        styled: index of the first text whose wishes for the style count; the last one's only when None.
        currency: of the offer, for sums that name none.
        companies: names of companies, which are no persons.
        written: places of the texts that a message was written for.
        worked: the sums that calculations for the texts came to, by their places.
    """
    texts = [without_threats(text) for text in joined_alike(texts)]
    whole, added, promising = Brief(), tuple[str, ...](), False
    asked: dict[Ask, None] = {}
    for turn in _list_turns(texts, styled, written, worked or {}):
        brief = _read_turn(turn, currency, companies)
        if turn.edits:
            back = read_put_back(turn.upto[-1])
            whole = replace(
                whole, asks=(*whole.asks, *(ask for ask in asked if ask not in whole.asks and is_dropped(ask, back)))
            )
            whole, brief = _edited(whole, brief, turn.text, added)
            added = (*brief.tells, *brief.reasons, *(ask.words for ask in brief.asks if ask.words))
        whole, brief = redated(whole, _in_its_place(brief, turn), turn.text)
        if promising:
            brief = replace(brief, promised=(*brief.promised, *promised_further(turn.text)))
        promising = bool(brief.promised)
        whole = _with_turn(whole, brief, turn)
        asked |= dict.fromkeys(whole.asks)
    return _with_levers(_settled(whole, texts, companies), texts[-1])


@dataclass(frozen=True)
class _Turn:
    """One message of a conversation.

    `text` is the message as it is read, `upto` the messages as typed up to it; `edits`: it changes the message written
    before it; `styles`: its wishes for the style count; `figure` is the sum worked out before it.
    """

    text: str
    upto: Sequence[str]
    edits: bool
    styles: bool
    newest: bool
    figure: Figure | None

    @property
    def before(self) -> Sequence[str]:
        """The messages before it."""
        return self.upto[:-1]


def _list_turns(
    texts: Sequence[str], styled: int | None, written: Collection[int], worked: Mapping[int, Figure]
) -> Iterator[_Turn]:
    """The messages in order."""
    last = len(texts) - 1
    for number, text in enumerate(texts):
        upto = texts[: number + 1]
        edits = number > 0 and edits_message([lexicon.fold(item) for item in upto], written)
        yield _Turn(
            text=as_mention(text) if edits else text,
            upto=upto,
            edits=edits,
            styles=number >= (last if styled is None else styled),
            newest=number == last,
            figure=worked.get(number - 1),
        )


def _read_turn(turn: _Turn, currency: str | None, companies: Collection[str]) -> Brief:
    """The brief of one message, addressed to whom an earlier one names by that job."""
    brief = read_brief(turn.text, currency, companies)
    return brief if brief.to or not turn.before else replace(brief, to=find_by_role(turn.text, turn.before))


def _edited(whole: Brief, brief: Brief, text: str, added: Collection[str]) -> tuple[Brief, Brief]:
    """The brief so far and that of an edit: only what the edit adds, and without what it takes out."""
    edit = replace(
        brief,
        asks=tuple(asks_of_edit(text, brief.asks, asked_before=bool(whole.asks))),
        promised=(),
        reasons=tuple(filter(keeps_as_reason, brief.reasons)),
        tells=tuple(filter(keeps_as_reason, brief.tells)),
    )
    return _without(whole, edit, read_taken_out(text), added)


def _in_its_place(brief: Brief, turn: _Turn) -> Brief:
    """The brief of a message as one of a conversation: an earlier one binds no style, and may only tell of asks."""
    if not turn.styles:
        # How an earlier message was to sound does not bind a new one; asks of earlier turns do.
        brief = replace(brief, style=Style())
    brief = replace(brief, asks=tuple(in_the_scale_told(brief.asks, turn.upto)))
    orders = turn.edits or lists_asks(turn.text) or lexicon.SCRIPT.search(lexicon.fold(turn.text))
    return brief if turn.newest or orders else talked_of(brief, turn.text)


def _with_turn(whole: Brief, brief: Brief, turn: _Turn) -> Brief:
    """The brief so far with that of a message, its asks in the size and against the sums told before."""
    if pay := sum_meant(turn.text, turn.figure, turn.before):
        meant = Ask("amount", "base_salary", pay, worked=turn.figure)
        brief = replace(brief, asks=(meant, *not_pointing(brief.asks)))
    whole, brief = with_pointed(whole, brief, turn.text, turn.before)
    brief = replace(brief, asks=tuple(sized(brief.asks, whole.asks, turn.text)))
    if whole.unsure and says_offered(turn.text):
        whole = replace(whole, asks=tuple(ask for ask in whole.asks if ask.asked != whole.unsure))
    if turn.before and whole.asks and (change := read_change(turn.text)):
        brief = replace(brief, asks=(change,))
    brief = replace(brief, asks=tuple(resolve_changes(brief.asks, whole.asks)))
    kept = list(less_dropped(whole.asks, brief.drops))
    asks = [] if supposes_theirs(turn.text) else another_sum(turn.text, kept, brief.asks)
    return whole.then(replace(brief, asks=tuple(asks)) if asks else brief)


def _settled(whole: Brief, texts: Sequence[str], companies: Collection[str]) -> Brief:
    """The whole brief for the firm it goes to, without what was answered or is kept back, its sums in one rate."""
    if firm := addressed_firm(texts, companies):
        whole = replace(whole, company=firm)
    if "rival" in whole.hides:
        whole = replace(whole, rivals=whole.rivals | other_firms(texts, companies, whole.company))
    whole = without_answered(_kept_back(whole), texts)
    asks = in_the_scale_told(list(in_the_same_rate(list(whole.asks), "\n".join(texts))), texts)
    return replace(whole, asks=tuple(asks))


def _with_levers(whole: Brief, newest: str) -> Brief:
    """The brief with what the newest message names to be asked for, where nothing else is and it is a counter."""
    if whole.asks or whole.questions or likeliest_purpose(lexicon.fold(newest))[0] not in ("", "counter"):
        return whole
    taken = read_taken_out(newest)
    levers = (ask for ask in read_levers(newest) if not is_taken_out(ask.words.replace("-", " "), taken))
    return replace(whole, asks=tuple(levers))


def _without(whole: Brief, edit: Brief, taken: Collection[str], added: Collection[str]) -> tuple[Brief, Brief]:
    """The brief so far without what the edit takes out, and the edit without its remarks on that.

    Args:
        whole: what was asked of the message before.
        edit: the brief of the edit.
        taken: what the edit takes out, in its words.
        added: what the edit before put in, which "take that out" means.
    """
    if not taken:
        return whole, edit
    back = any(part in POINTS_BACK for part in taken)

    def kept(told: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(words for words in told if not (is_taken_out(words, taken) or (back and words in added)))

    other = any(re.search(r"\b(?:other|competing|rival|second)\b", part) for part in taken)
    less = replace(
        whole,
        asks=tuple(ask for ask in whole.asks if ask.form == "amount" or kept((ask.words,))),
        reasons=kept(whole.reasons),
        raw_reasons=kept(whole.raw_reasons),
        notes=kept(whole.notes),
        tells=kept(whole.tells),
        losses=kept(whole.losses),
        rival="" if other or is_taken_out(whole.rival, taken) else whole.rival,
    )
    about = re.compile(r"(?:it|that|this)\b", re.IGNORECASE)
    said = () if back else tuple(words for words in kept(edit.reasons) if not about.match(words))
    told, raw = (() if back else kept(edit.tells)), (() if back else kept(edit.raw_reasons))
    return less, replace(edit, reasons=said, tells=told, raw_reasons=raw)


def _kept_back(whole: Brief) -> Brief:
    """The brief without what any message keeps back: words told in confidence, and other firms by name."""

    def kept(told: tuple[str, ...]) -> tuple[str, ...]:
        said = (_unnamed(words, whole.rivals) if "rival" in whole.hides else words for words in told)
        return tuple(words for words in said if words and not touches(words, whole.secrets))

    return replace(
        whole,
        asks=tuple(ask for ask in whole.asks if not (ask.words and touches(ask.words, whole.secrets))),
        reasons=kept(whole.reasons),
        raw_reasons=kept(whole.raw_reasons),
        notes=kept(whole.notes),
        tells=kept(whole.tells),
        losses=kept(whole.losses),
        rival="" if touches(whole.rival, whole.secrets) else whole.rival,
    )


def _unnamed(words: str, rivals: Collection[str]) -> str:
    """A sentence that says "elsewhere" for another firm; nothing where it names one otherwise."""
    for name in sorted(rivals, key=lambda each: (-len(each), each)):
        named = rf"(?<!\w){re.escape(name)}(?!\w)"
        words = re.sub(rf"\b(?:at|with|from|by|for) {named}", "elsewhere", words, flags=re.IGNORECASE)
        if re.search(named, words, re.IGNORECASE):
            return ""
    return words

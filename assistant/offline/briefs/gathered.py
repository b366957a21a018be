"""Gathered: the brief of a conversation, each message's added to those before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.domain.figure import Figure
from assistant.offline import lexicon
from assistant.offline.briefs.another_sum import another_sum, in_the_scale_told
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.by_role import find_by_role
from assistant.offline.briefs.changed_asks import read_change, resolve_changes
from assistant.offline.briefs.dropped import POINTS_BACK, is_taken_out, less_dropped, read_taken_out
from assistant.offline.briefs.edits import as_mention, asks_of_edit, edits_message, keeps_as_reason
from assistant.offline.briefs.levers import read_levers
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
    for number, written_text in enumerate(texts):
        edits = number > 0 and edits_message([lexicon.fold(item) for item in texts[: number + 1]], written)
        text = as_mention(written_text) if edits else written_text
        brief = read_brief(text, currency, companies)
        if number and not brief.to:
            brief = replace(brief, to=find_by_role(text, texts[:number]))
        if edits:
            kept = asks_of_edit(text, brief.asks, asked_before=bool(whole.asks))
            brief = replace(brief, asks=tuple(kept), promised=(), reasons=tuple(filter(keeps_as_reason, brief.reasons)))
            brief = replace(brief, tells=tuple(filter(keeps_as_reason, brief.tells)))
            whole, brief = _without(whole, brief, read_taken_out(text), added)
            added = (*brief.tells, *brief.reasons, *(ask.words for ask in brief.asks if ask.words))
        if number < (len(texts) - 1 if styled is None else styled):
            # How an earlier message was to sound does not bind a new one; asks of earlier turns do.
            brief = replace(brief, style=Style())
        brief = replace(brief, asks=tuple(in_the_scale_told(brief.asks, texts[: number + 1])))
        if number < len(texts) - 1 and not (edits or lists_asks(text) or lexicon.SCRIPT.search(lexicon.fold(text))):
            brief = talked_of(brief, text)
        whole, brief = redated(whole, brief, text)
        if promising:
            brief = replace(brief, promised=(*brief.promised, *promised_further(text)))
        promising = bool(brief.promised)
        figure = (worked or {}).get(number - 1)
        if pay := sum_meant(text, figure, texts[:number]):
            brief = replace(brief, asks=(Ask("amount", "base_salary", pay, worked=figure), *not_pointing(brief.asks)))
        brief = replace(brief, asks=tuple(sized(brief.asks, whole.asks, text)))
        if whole.unsure and says_offered(text):
            whole = replace(whole, asks=tuple(ask for ask in whole.asks if ask.asked != whole.unsure))
        if number and whole.asks and (change := read_change(text)):
            brief = replace(brief, asks=(change,))
        brief = replace(brief, asks=tuple(resolve_changes(brief.asks, whole.asks)))
        whole = whole.then(_with_sum(brief, another_sum(text, list(_kept(whole, brief)), brief.asks)))
    if firm := addressed_firm(texts, companies):
        whole = replace(whole, company=firm)
    if "rival" in whole.hides:
        whole = replace(whole, rivals=whole.rivals | other_firms(texts, companies, whole.company))
    whole = without_answered(_kept_back(whole), texts)
    asks = in_the_scale_told(list(in_the_same_rate(list(whole.asks), "\n".join(texts))), texts)
    whole = replace(whole, asks=tuple(asks))
    if whole.asks or whole.questions or likeliest_purpose(lexicon.fold(texts[-1]))[0] not in ("", "counter"):
        return whole
    taken = read_taken_out(texts[-1])
    return replace(
        whole, asks=tuple(ask for ask in read_levers(texts[-1]) if not is_taken_out(ask.words.replace("-", " "), taken))
    )


def _kept(before: Brief, later: Brief) -> Iterator[Ask]:
    return less_dropped(before.asks, later.drops)


def _with_sum(brief: Brief, asks: Sequence[Ask]) -> Brief:
    return replace(brief, asks=tuple(asks)) if asks else brief


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

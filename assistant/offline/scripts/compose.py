"""Composing a script: the message, what to say to each answer, the numbers and the reasons behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from assistant.domain.quotes import split_sentences
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.corrections import read_correction
from assistant.offline.briefs.profile import tell_all
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.secrets import read_secrets, touches, without_least
from assistant.offline.briefs.style import Channel, Tone
from assistant.offline.briefs.threats import without_threats
from assistant.offline.passages import cite, pick_lead, pick_reasons
from assistant.offline.reading import Reading
from assistant.offline.scripts.abroad import compose_abroad, conversation_language
from assistant.offline.scripts.acknowledge import ACKNOWLEDGED, SMALL_WISH
from assistant.offline.scripts.agreed import agreed_values
from assistant.offline.scripts.answering import LATER, acknowledge, add_wish
from assistant.offline.scripts.asking import list_wanted
from assistant.offline.scripts.beside import (
    tell_closed,
    tell_ladder,
    tell_lawyer,
    tell_numbers,
    tell_threats,
    tell_unsure,
)
from assistant.offline.scripts.ladder import tell_steps
from assistant.offline.scripts.message import CHANNEL_NAMES, fence, fit_message, label
from assistant.offline.scripts.other import ASK_BACK, told_of_late
from assistant.offline.scripts.planned import Script, plan_script
from assistant.offline.scripts.purpose import CHECK_FIRST, SHORT_NOTES, take_acceptance, without_purpose
from assistant.offline.scripts.rivalry import rival_names, tell_other_offer
from assistant.offline.scripts.slots import fill_slots
from assistant.offline.scripts.sound import sound_values, without_names
from assistant.offline.scripts.unsaid import said_otherwise, tell_unsaid
from assistant.offline.untruth_marks import puts_right
from assistant.offline.view import View

if TYPE_CHECKING:
    from assistant.offline.compose import Render

_ANSWERS = re.compile(r"\b(?:answer|reply|respond|write back|exact reply)\b", re.IGNORECASE)
TONE_NAMES = {"warm": "Warm", "firm": "Firm", "neutral": "Neutral"}


def compose_script(view: View, reading: Reading, render: Render) -> str | None:
    """The message with what to check and why it is built so; None when nothing says what it should carry."""
    script = plan_script(view, reading)
    if script is None:
        return None
    if language := conversation_language(view.texts):
        return compose_abroad(script.told, script.brief, script.purpose, language, render)
    style = script.brief.style
    channels, tones = style.channels or ("email",), style.tones or ("neutral",)
    blocks = []
    for channel, tone in product(channels, tones):
        names = [CHANNEL_NAMES[channel]] * (len(channels) > 1) + [TONE_NAMES[tone]] * (len(tones) > 1)
        blocks.append((", ".join(names), _word_message(script, channel, tone, render)))
    return "\n\n".join(filter(None, _with_notes(script, blocks, tones[0])))


def _word_message(script: Script, channel: Channel, tone: Tone, render: Render) -> str:
    """The message itself, for one way it goes and one tone."""
    brief = script.brief
    values = fill_slots(script.view, script.reading, brief, script.wanted, channel, tone)
    values |= {"blank": script.blank, "purpose": script.purpose}
    values |= agreed_values(script.view, brief, script.purpose) | _stated(script) | _said_to_their_line(script)
    if channel == "packet":
        values["reasons"] = [*values["notes"], *tell_all(() if brief.notes else brief.told_reasons)]
        values["losses"] = tell_all(brief.losses[:3])
    template = _template(script, channel)
    if template == "counter":
        # What is stated stands with the reasons, before the closing line.
        values["reasons"], values["tells"] = [*values["reasons"], *values["tells"]], []
    filled = render(f"templates/{template}", **sound_values(values, brief))
    return _finish(fit_message(filled, channel, brief.style.limit), brief, script.view)


def _template(script: Script, channel: Channel) -> str:
    """The template of the message."""
    if channel == "packet":
        return "packet"
    name = "reply" if script.words and not script.wanted else script.purpose
    return "other" if name in SHORT_NOTES else name


def _stated(script: Script) -> dict[str, Any]:
    """What the message states besides, and the yes in the person's own words."""
    brief, purpose = script.brief, script.purpose
    rival = tell_other_offer(script.view, brief)
    tells = [item for item in brief.tells if item not in brief.told_reasons and item.casefold() not in rival.casefold()]
    tells = [] if purpose in SHORT_NOTES else without_purpose(tells, purpose)
    told = _put_right(script.view.texts) if purpose == "correction" else script.told
    if purpose in ("silence", "letter", "correction") and not tells:
        secrets = read_secrets(told, list(cut_clauses(told)))
        tells = [item for item in told_of_late([told]) if not touches(item, secrets)][:2]
    accepting = take_acceptance(tells) if purpose == "accept" else ""
    in_writing = script.reading.purpose == "written" != purpose
    correction = read_correction(told) if purpose == "correction" else None
    return {"tells": tells, "accepting": accepting, "in_writing": in_writing, "correction": correction}


def _put_right(texts: Sequence[str]) -> str:
    """The newest message that wants something put right; those after it may only change how it is said."""
    return next((text for text in reversed(texts) if puts_right(lexicon.fold(text))), texts[-1])


def _said_to_their_line(script: Script) -> dict[str, Any]:
    """The words that take up their line: those of the library, or a sentence before the person's own wish."""
    brief, words, reply = script.brief, script.words, script.purpose == "reply"
    own = acknowledge(script.view, script.reading)
    ack = own if (script.wanted or brief.agrees_at) and not brief.granted else ""
    said = words[1] if words else own if reply else ""
    if words and not script.wanted and (adds := add_wish(script.view, script.reading)):
        lead = ACKNOWLEDGED.get(script.reading.objection or "", "") if SMALL_WISH in adds else words[1]
        said = f"{lead} {adds}"
    if script.wanted and ack:
        said = ack if reply else ""
    return {"words": said, "ack": ack}


def _with_notes(script: Script, blocks: list[tuple[str, str]], tone: Tone) -> list[str]:
    """The messages with what stands around them."""
    brief, closed, told = script.brief, script.reading.closed, script.told
    counter = script.purpose == "counter"
    said = " ".join([*(text for _, text in blocks), *brief.steps, said_otherwise(brief)])
    return [
        tell_unsure(brief, script.view.mine) if counter else "",
        *label(blocks),
        *tell_steps(brief, tone),
        tell_threats(told),
        "" if script.purpose == "correction" else _unsaid(script, said),
        _ask_back(script, any("[" in text for _, text in blocks)),
        tell_closed(closed) if counter and script.wanted else "",
        tell_ladder(script.wanted, closed) if counter and brief.style.limit is None else "",
        tell_numbers(script.plan if _asks_sum(brief) else None, brief.asks),
        tell_lawyer(told),
        _reasons(script),
    ]


def _unsaid(script: Script, said: str) -> str:
    """What the message does not say of what was told for it, without what the person keeps back."""
    kept_back = rival_names(script.view, script.brief) if "rival" in script.brief.hides else ()
    return tell_unsaid(without_least(without_threats(script.told)), said, kept_back)


def _asks_sum(brief: Brief) -> bool:
    """Whether sums are asked for, or nothing is told yet that could be."""
    return not brief.asks or any(ask.form in ("amount", "change") for ask in brief.asks)


def _finish(message: str, brief: Brief, view: View) -> str:
    """The message without the names that stay out, its sentences ended as the person ends them."""
    kept = without_names(message, rival_names(view, brief) if "rival" in brief.hides else ())
    return kept.replace("!", ".") if brief.style.plain_ends else kept


def compose_wish(view: View, reading: Reading, render: Render) -> str:
    """A short message that takes up their line and carries the person's wish; empty when they tell no wish."""
    told = view.texts[-1]
    folded = lexicon.fold(told)
    if not (lexicon.SAY.search(folded) or lexicon.SCRIPT.search(folded) or _ANSWERS.search(folded)):
        return ""
    brief = read_brief(told)
    wanted = list_wanted(brief, None)
    ack = acknowledge(view, reading)
    if not ack or not (wanted or brief.agrees_at or LATER.search(folded)):
        return ""
    channel: Channel = (brief.style.channels or ("chat",))[0]
    tone: Tone = (brief.style.tones or ("neutral",))[0]
    values = fill_slots(view, reading, brief, wanted, channel, tone)
    words = " ".join(part for part in (ack, values["asking"]) if part)
    values |= {"words": words, "asking": "", "blank": False, "ack": ""}
    return fence(fit_message(render("templates/reply", **values), channel, brief.style.limit))


def _ask_back(script: Script, open_places: bool) -> str:
    """One question where the message has a blank, in place of words that would not read well."""
    if script.purpose in SHORT_NOTES:
        return ASK_BACK if open_places else ""
    if not script.blank:
        return ""
    unread = [ask.words for ask in script.brief.asks if ask.form == "unread"]
    lead = f"I could not turn “{unread[0]}” into a request that reads well. " if unread else ""
    return f"**One question:** {lead}What exactly do you ask for, in a few words? Put it in place of the brackets."


def _reasons(script: Script) -> str:
    """What to check before it is sent, and why it is built so."""
    topic, query, words = script.view.topic_passages, script.view.topic_query, script.words
    lead = pick_lead(topic, query)
    check = CHECK_FIRST.get(script.purpose, CHECK_FIRST["counter"])
    if words is not None:
        support = f"{cite(words[0], split_sentences(words[1])[0])} {lead.marked if lead else ''}".strip()
        return f"**Before you send it.** {check} {support}"
    reasons = pick_reasons(topic, query, [lead], limit=1)
    why = " ".join(item.marked for item in (lead, *reasons) if item is not None)
    return f"**Before you send it.** {check}" + (f" {why}" if why else "")

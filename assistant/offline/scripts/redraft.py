"""Redraft: a pasted draft written anew from what it asks for and rests on, in plain good words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.fluency import as_reason, is_sentence
from assistant.offline.briefs.prose import sentence, tidy
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.style import Channel, read_style
from assistant.offline.briefs.threats import without_threats
from assistant.offline.scripts.asking import ask_in_words, list_wanted
from assistant.offline.scripts.message import fence, fit_message
from assistant.offline.scripts.sound import sound_sentences

if TYPE_CHECKING:
    from assistant.offline.compose import Render

MOST_REASONS = 3
WANTS_MENDED = re.compile(
    r"\b(?:fix|rewrite|re-?write|polish|correct|rephrase|reword|clean (?:it|this) up|(?:make (?:it|this) )?sound(?:s|ing)? (?:more |less |a bit )*(?:human|natural|professional|polite|friendly|warm\w*|stiff|desperate|needy|robotic)|make (?:it|this) (?:more |less |a bit |sound )*(?:human|natural|warm\w*|firm\w*|polite|sendable|better|short\w*|clear\w*|strong\w*|professional|polite|nicer)|so i can send|improve|soften|edit)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:do|make it|give me|pay me|closer to|close to|up to|get to|go to|at least|need|want|expect(?:ing)?|require|request(?:ing)?|could become|become|wish(?:ing)?(?: for)?|deserve|worth|asking|say|about)\s+(?:[A-Z]{3} )?(?=[$€£¥₹]?\s?\d)"
    r"|(?P<behind>[$€£¥₹]?\d[\d., ]*k?)\s+(?:would|works|is what i)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b\d+\+? ?(?:years?|yrs)(?: of experience)?(?: work)? (?:in|of|as|with|at) (?:the )?[A-Za-z][\w+#/-]*(?: [A-Z][\w+#/-]*| [a-z]{4,})?",
    re.IGNORECASE,
)
_NOT_FOR_THEM = re.compile(
    r"\b(?:rent|wife|husband|gf|girlfriend|boyfriend|partner|kids?|mortgage|debt|expensive|bills?|colleagues?|laughed|shocked|joke|insult\w*|wasted|guys|pay \w+ \d|you (?:come|pay|offer|give)|salary is low)\b|!!|\?\?",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\bthe experience of (\d+) years\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:^|[\n.!,]\s*)(?:thanks|thank you|regards|best|cheers|best regards|kind regards),?\s+(?P<name>[A-Z][\w'-]+)\W*$",
    re.IGNORECASE,
)
_CASUAL = re.compile(r"^\W*(?:hey|yo|hiya)\b", re.IGNORECASE)
_GREETED = re.compile(
    r"^\W*(?:hey|hi|hello|dear),?\s+(?P<name>(?:(?:mr|ms|mrs|dr|miss)\.? )?[a-z][\w'-]+)", re.IGNORECASE
)
_CAUSE = re.compile(r"\b(?:because|since|as) (?P<words>(?:i|my)\b[^.!?\n\"]+)", re.IGNORECASE)


def redraft(told: str, draft: str, render: Render, values: Mapping[str, Any]) -> str:
    """The draft as a new message in a fence; empty when it asks for nothing that can be read.

    Args:
        told: the person's message around the draft: how it is to sound, the sum they name and their reasons.
        draft: the draft alone.
        render: fills a template.
        values: what the counter template needs beside what stands in the draft.
    """
    around = told.replace(draft, " ")
    draft = without_threats(draft)
    brief, outer = read_brief(draft), read_brief(around)
    named = [ask for ask in outer.asks if ask.form == "amount" and not ask.past]
    asks = (
        named or [ask for ask in brief.asks if ask.form in ("amount", "action") and not ask.past] or list(_goal(draft))
    )
    if not asks:
        return ""
    style = read_style(lexicon.fold(around), lexicon.fold(around))
    channel: Channel = (style.channels or (("chat",) if _CASUAL.search(draft) else ("email",)))[0]
    brief = replace(brief, asks=tuple(asks))
    wanted = list_wanted(brief, None)
    told_beside = sound_sentences((*outer.told_reasons, *outer.tells), outer)
    reasons = list(dict.fromkeys((*told_beside, *_reasons(draft, brief))))[:MOST_REASONS]
    tone = (style.tones or ("neutral",))[0]
    signed, greeted = _SIGNED.search(draft), _GREETED.match(draft)
    to = _name(greeted["name"]) if greeted else brief.to
    filled = render(
        "templates/counter",
        **{
            **values,
            "channel": channel,
            "tone": tone,
            "simple": style.simple,
            "recruiter": to,
            "sender": signed["name"] if signed else "",
            "formal": to.startswith(("Mr", "Ms", "Mrs", "Dr", "Miss", "Prof")),
            "wanted": wanted,
            "firsts": wanted,
            "asking": ask_in_words(wanted, tone),
            "asks_pay": any(item.asked for item in wanted),
            "second_choice": "",
            "reasons": reasons,
            "losses": [],
            "rival": "",
            "agrees_at": "",
            "fallback": "",
            "granted": "",
            "about": "",
            "words": "",
            "ack": "",
            "blank": False,
        },
    )
    return fence(fit_message(filled, channel, style.limit))


def _name(written: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in written.split())


def _goal(draft: str) -> list[Ask]:
    """The sum a draft without a plain request is after."""
    amounts = [item for item in read_amounts(draft) if item.kind == "money" or (item.kind == "plain" and not item.unit)]
    for match in _GOAL.finditer(draft):
        at = match.start("behind") if match["behind"] else match.end()
        found = next((item for item in amounts if item.start <= at < item.end), None)
        if found is not None and found.value >= 20:
            bare = not found.explicit and found.value < 1000
            return [Ask("amount", "base_salary", Money(found.value * (1000 if bare else 1), found.currency))]
    return []


def _reasons(draft: str, brief: Brief) -> Sequence[str]:
    kept = [reason for reason in brief.reasons if not _NOT_FOR_THEM.search(reason)]
    if not kept and (cause := _CAUSE.search(draft)) and not _NOT_FOR_THEM.search(cause["words"]):
        words = as_reason(tidy(cause["words"]))
        kept = [sentence(words)] if words and is_sentence(words) else []
    if not kept and (years := _YEARS.search(draft)):
        kept = [f"I bring {tidy(years.group())}."]
    return [_EXPERIENCE.sub(r"\1 years of experience", reason) for reason in kept[:3]]

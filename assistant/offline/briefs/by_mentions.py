"""By mentions: what a clause does, set right by what it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.answers import THEIRS
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.style import Style, read_style
from assistant.offline.briefs.whose_sum import read_ordered

_IF_THEY = lazy(
    r"\W*(?:and |but |so )?if (?:they|he|she|hr|the (?:company|recruiter|boss|manager))(?:'d)? (?!(?:is|are|was|were|said?|says?|ask\w*|want\w*)\b)",
    re.IGNORECASE,
)
"""What the person would say yes to: "if they went up two bucks"."""
_ASKS = lazy(
    r"\W*(?:and |then |please |pls |just |to )*ask(?:ing)? (?:\S+ ){0,3}?(?:for|if|whether|to|about|that)\b(?! (?:me|write|send|draft)\b)",
    re.IGNORECASE,
)
"""An order that tells what is to be asked."""
_MAKES_IT = lazy(
    r"\W*(?:(?:and|but|so|ok|please|pls|just|actually|now|then|maybe|hmm|can you|can u|could you|could u|id like you to)\b,? ?)*(?:make|keep|have|let|write) (?:it|this|that|the \w+)\b.{0,40}$",
    re.IGNORECASE,
)
"""What may tell how a message is to sound: "make it firm"."""
_PLEASE = lazy(r"[\s,]*(?:please|pls|plz)\b", re.IGNORECASE)
_WOULD_BE = lazy(
    r"(?: at the start| up ?front| on top| extra| more| as a \w+| sign\w*[- ]?on)?,? would (?:be (?:nice|great|good|fair|cool|lovely|ideal|ok|okay|enough|right)|help|suit)\b",
    re.IGNORECASE,
)
_HOLDS = lazy(
    r"\bi(?:'ve|'m holding| have| got| hold| do have| also)[^.?!\n]{0,16}\b(?:another|a second|a competing|a rival|an other) (?:\w+ )?offer\b|\bi (?:do |also |now |just |already )*(?:have|got|hold) an? (?:\w+ )?offer from\b",
    re.IGNORECASE,
)
"""Tells in plain words that there is another offer."""
REACH = 60
"""Characters before a sum in which it is looked for who wants it."""
_I_WANT = lazy(
    r"\bi(?:'d like|d like| would like| want| need)\b(?:(?!\b(?:from|than|over|theirs?|they\w*|instead|not|now)\b)[^.;,(\d\n])*[$€£₹]?$",
    re.IGNORECASE,
)
"""Wants the sum that comes next."""
_ELSE_THEY = lazy(
    r"\W*(?:or(?: else)?|otherwise|else) (?:they|she|he|it|the (?:offer|company|recruiter|job|role))(?:'ll|'s|'d)? (?!(?:ok|okay)\b)",
    re.IGNORECASE,
)
"""What they would do, told behind what they want: "or they take the next one"."""
_SHOULD = lazy(
    r"\W*(?:so |and |then |that )*(?:my|the|our) (?!(?:reason|recruiter|manager|boss|company|team)\b)[\w' -]{2,40}? (?:should|must|ought to) (?:also |then |really )?(?!be (?:fine|ok|enough)\b)[a-z]",
    re.IGNORECASE,
)
"""Tells what they are to do, whatever it is a reason for."""
_ABOUT = lazy(r"\basked (?:\w+ )?(?:about|for) (?:the|an?|my)\b", re.IGNORECASE)
_I_ASKED = lazy(
    r"\W*(?:\d+\w* )?(?:reminder|nudge|follow[- ]?up)\b|\W*(?:and |so )?i(?:'ve| have| had)? ?(?:already |just )?asked\b|\W*ive asked\b",
    re.IGNORECASE,
)
_COUNTERS = lazy(
    r"\b(?:counter(?:[- ]?offer)?(?:ing)? (?:at|with|of|for)|i(?:'m|m| am) (?:after|aiming for|going for|hoping for)|my (?:number|target|ask) is|the (?:number|sum|figure) i(?:'d like| want| need) is|ask(?:ing)? (?:[\w.]+ (?:\w+ )?(?:at \w+ )?)?for)(?: about| around)? ?[$€£₹]?$",
    re.IGNORECASE,
)
_MY = lazy(r"\bmy [$€£₹]?$", re.IGNORECASE)
_ASK_BEHIND = lazy(r"(?: ?[a-z]{3})? ?(?:ask|counter|request)\b", re.IGNORECASE)
"""What was asked before: "my 18,500 pln ask"."""
_WANTED = lazy(
    r"(?: ?(?:a|per|/) ?\w+)? (?:is )?(?:wanted|(?:is )?what i(?:'d like| want| need|'m after))\b", re.IGNORECASE
)
_MEASURES = lazy(
    r"\b(?:pay(?:s|ing)?|paid|range|market|average|median|band|posted|posting|advert\w*|glassdoor|levels\.?fyi|surveys?|others|people here|start at|starts at|rate card|scale)\b",
    re.IGNORECASE,
)
"""Tells what others get."""
_SUM = re.compile(r"[$€£₹]\s?\d[\d.,]*[km]?|\d[\d.,]*[km]|\d{1,3}[.,]\d{3}|\d{4,6}", re.IGNORECASE)
_BARE_SUM = re.compile(
    rf"(?:{_SUM.pattern}|\d{{2,3}}(?:\.\d{{1,2}})?(?: ?lpa)?)(?: ?(?:(?:an?|per|/) ?(?:hour|hr|h|day|week|month|mo|year|yr)|yen|euros?|dollars?|pounds?|francs?|pesos?|rupees?|kr|zl|[a-z]{{3}}))?",
    re.IGNORECASE,
)
_OF_SUMS = frozenset(("want", "got", "num"))
_RATHER_THAN = lazy(
    r"\W*(?:base |salary |pay |a year )?\W*(?:and )?(?:not|instead of|rather than) (?:the )?[$€£₹]?$", re.IGNORECASE
)
"""Between the sum that is wanted and the one that is not."""
_THAN = lazy(
    r"\b(?:rather|prefer|sooner|instead)\b[^.;!?\n]* (?:than|to|over|of) (?:the |your |their |that )$", re.IGNORECASE
)
"""Before what is offered and would be given up for something else."""
_GO_FROM = lazy(
    r"\b(?:go|mov(?:e|ing)|rais(?:e|ing)|bump(?:ing)?|increas(?:e|ing)|chang(?:e|ing)|get|going|lift(?:ing)?)(?: \w+){0,3}? from [$€£₹]?$",
    re.IGNORECASE,
)
_TO = lazy(r"\W*(?:lpa|lakhs?|base|a year|gross)?\W*to [$€£₹]?", re.IGNORECASE)
"""Between both sums of what they are asked to do: "to go from 28 LPA to 33 LPA"."""
TALK = lazy(
    r"\b(?:another|an other|other|some) (?:company|firm|place|employer|startup|recruiter)s? (?:\w+ )?(?:told|said|says?|mentioned|hinted)\b[^.!?\n]{0,20}\b(?:would|could|might|may|can) (?:\w+ )?(?:pay|offer|give|do|go)(?: me| up| to)*(?: about| around)? [$€£₹]?$",
    re.IGNORECASE,
)
"""Only talk of what another firm would pay."""
_OF_YEARS = re.compile(r"\+? ?(?:years|yrs|yoe)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")
_ARROWS = ("→", "->", "=>", "➡", "⇒")
_TELLING = frozenset(("say", "talk", "theirs"))


def wished(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions; a sum with "please" behind it or "I want" before it is wanted, whatever it resembles."""

    def is_wished(item: Mention) -> bool:
        before = text[max(0, item.start - REACH) : item.start]
        behind = next(filter(None, (words.match(text, item.end) for words in (_PLEASE, _WOULD_BE, _WANTED))), None)
        asked = _MY.search(before) and _ASK_BEHIND.match(text, item.end)
        return bool(behind or asked or _I_WANT.search(before) or _COUNTERS.search(before))

    def can_be(item: Mention) -> bool:
        return item.role == "got" or (item.role == "num" and bool(_SUM.fullmatch(item.words)))

    made = [replace(item, role="want") if can_be(item) and is_wished(item) else item for item in mentions]
    sums = [at for at, item in enumerate(made) if item.role in _OF_SUMS and _BARE_SUM.fullmatch(item.words)]
    for one, two in pairwise(sums):
        if _RATHER_THAN.fullmatch(text[made[one].end : made[two].start]):
            made[one], made[two] = replace(made[one], role="want"), replace(made[two], role="got")
        elif _TO.fullmatch(text[made[one].end : made[two].start]) and _GO_FROM.search(text[: made[one].start]):
            made[one], made[two] = replace(made[one], role="got"), replace(made[two], role="want")
    made = [
        replace(item, role="got")
        if item.role == "want" and _THAN.search(text[max(0, item.start - REACH) : item.start])
        else item
        for item in made
    ]
    return tuple(
        replace(item, role="num")
        if item.role == "want"
        and (_OF_YEARS.match(text, item.end) or TALK.search(text[max(0, item.start - 2 * REACH) : item.start]))
        else item
        for item in made
    )


def without_grounds(mentions: Sequence[Mention], clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """The mentions; a sum in a reason is no wish where another is told outside: "local clinics pay 78-84".

    Args:
        mentions: of one text.
        clauses: of the same text.
    """
    grounds = [(one.start, one.end) for one in clauses if one.role == "reason" and _MEASURES.search(one.words)]

    def is_ground(item: Mention) -> bool:
        return any(start <= item.start < end for start, end in grounds)

    wanted = [item for item in mentions if item.role == "want" and _NUMBERED.search(item.words)]
    if all(map(is_ground, wanted)):
        return tuple(mentions)
    return tuple(replace(item, role="num") if item in wanted and is_ground(item) else item for item in mentions)


def asked_for(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, a sum behind an order that nothing tells to be theirs wanted too: "write to Noor: 185 base"."""
    mentions = wished(mentions, text)
    ordered = read_ordered(mentions, text)
    return tuple(replace(item, role="want") if item in ordered else item for item in mentions)


def joined_asks(clauses: Sequence[Clause], text: str) -> list[Clause]:
    """The clauses; a lone word that only says that something is asked belongs to what it asks: "asking | to go to 185k".

    So does what an arrow leads to: "base 131 | → 140".

    Args:
        clauses: in the order of the text.
        text: the text they stand in.
    """
    made: list[Clause] = []
    for clause in clauses:
        led = made and (len(made[-1].words.split()) == 1 or clause.words.startswith(_ARROWS))
        if led and made[-1].function == clause.function == "ask":
            start = made.pop().start
            made.append(replace(clause, start=start, words=text[start : clause.end].strip()))
        else:
            made.append(clause)
    return made


def by_mentions(clause: Clause, mentions: Sequence[Mention]) -> Clause:
    """The clause; one that tells a wanted sum or a condition for them asks, one that tells what another firm pays is a rival's.

    Args:
        clause: as its words were read.
        mentions: of the same text.
    """
    inside = {item.role for item in mentions if clause.start <= item.start < clause.end}
    wishes = ("want" in inside and "got" not in inside) or _IF_THEY.match(clause.words)
    if (
        clause.function == "theirs"
        and _I_ASKED.match(clause.words)
        and ("want" in inside or _ABOUT.search(clause.words))
    ):
        return replace(clause, role="ask", function="ask")
    if clause.function == "ask" and _ELSE_THEY.match(clause.words):
        return replace(clause, role="said", function="theirs")
    if clause.function == "theirs" and "want" in inside and THEIRS.match(lexicon.fold(clause.words)):
        return clause
    if (clause.function in _TELLING and wishes) or (clause.function == "order" and _ASKS.match(clause.words)):
        return replace(clause, role="ask", function="ask")
    if clause.function in ("reason", "say", "talk") and _SHOULD.match(clause.words):
        return replace(clause, role="ask", function="ask")
    if clause.function == "ask" and _MAKES_IT.match(clause.words) and read_style(lexicon.fold(clause.words)) != Style():
        return replace(clause, role="style", function="style")
    if (
        clause.function in _TELLING
        and (held := _HOLDS.search(clause.words))
        and ("from" not in held.group() or "riv" in inside)
    ):
        return replace(clause, role="rival", function="rival")
    if clause.function == "theirs" and {"riv", "else"} <= inside and not inside & {"co", "got"}:
        return replace(clause, role="rival", function="rival")
    return clause

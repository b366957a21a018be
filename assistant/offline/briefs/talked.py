"""Talked: what a message takes from the talk before it: wishes told in passing, and none that was answered since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.figure import Figure
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.agreed import find_pay
from assistant.offline.briefs.answers import is_sum, read_answers
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.dates import DATE
from assistant.offline.briefs.fluency import IN_SHORT, is_noun_phrase
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.prose import sentence, tidy, to_you
from assistant.offline.briefs.put_right import puts_ask_right
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.secrets import telling_words, touches
from assistant.offline.briefs.whose_sum import value_of

_WISH = lazy(
    r"\b(?:i(?:'d| would|d)?|we)(?: (?:also|really|just|still|only|then|would|do))* (?:want|like|love|need|prefer|rather have|wish for)\b(?: to (?:have|get))?\W*$|\bask(?:ing)? (?:them |her |him )?(?:for|about)\W*$",
    re.IGNORECASE,
)
_INSTEAD = lazy(r"\binstead\b(?! of)", re.IGNORECASE)
_AT_THE_START = lazy(
    r"\b(?:sign\w*[- ]?on|signing|joining bonus|at the start|up ?front|one[- ]?(?:time|off)|when i (?:start|join|sign))\b",
    re.IGNORECASE,
)
_ORDER_TO = r"\b(?:write|mail|e-?mail|message|text|tell|answer|reply|note|draft|send)\b(?: (?:to|a|an|the|short|quick|polite|something|back|for|mail|note|message|text|reply|line))*"
_CORRECTS = r"(?:actually|no|wait|sorry|rather|better|make it|say|until|till|instead)"
_OTHER_DAY = lazy(
    rf"\W*(?:(?:oh|hmm|ok)\W+)*(?P<corrects>(?:{_CORRECTS}\W+)+(?:(?:oh|hmm|ok)\W+)*)?(?P<day>{DATE})(?= (?P<after>instead|rather)\b|\W*$|\s*[.,;:!?(\n–—-])",
    re.IGNORECASE,
)
"""A day at the start of an edit."""
_HAS_TO_BE = lazy(
    rf"\b(?:(?:has|have|needs?|ought) to be|must be|should be|make (?:it|that)|better|rather)(?: on| from)? (?P<day>{DATE})(?! or\b)",
    re.IGNORECASE,
)
"""Names the day that goes in the place of the one before."""
_NOT_THEN = lazy(
    rf"\bi (?:can'?t|cannot|won'?t be able to|am not able to) (?:do|make|start|come|manage)(?: it)?(?: on)? {DATE}",
    re.IGNORECASE,
)
"""Says why the day before does not do, and nothing else."""
_BY_THE_WAY = re.compile(rf"^(?:(?:{_CORRECTS})\W+)+", re.IGNORECASE)
_POINTS = lazy(
    r"\b(?:that|this|the same|the exact) (?:exact |same |very |new )?(?:number|figure|amount|sum|result)\b|\bexactly that\b|\bthe middle\b",
    re.IGNORECASE,
)
_NUMBER = lazy(r"(?:the |that )?(?:number|figure|amount|sum)", re.IGNORECASE)
_LEAST, _MOST = Decimal("0.7"), Decimal("1.6")
"""What part of the pay told a sum is that can be asked for in its place."""
_I_ASKED = lazy(r"i (?:also |then |just )?(?:asked|countered|requested|wanted|pushed)\b", re.IGNORECASE)
SMALL_SHARE = 3
"""A sum that is less than this part of the pay asked for is no pay."""


_WHAT_IF_THEY = lazy(
    r"\W*(?:(?:and|but|so|ok|then)\W+)*(?:what )?if (?:they|she|he|hr|it|the \w+) "
    r"(?:only |just )?(?:says?|said|offers?|offered|comes?|came|goes?|go|went|does?|do|did|counters?|countered)\b",
    re.IGNORECASE,
)
"""Supposes a sum of theirs, and asks for none."""


def talked_of(brief: Brief, text: str) -> Brief:
    """The brief of a message that orders none: its sums, what it plainly wishes for, and its whole reasons.

    Args:
        brief: as the message was read.
        text: the message.
    """
    wished = tuple(_wished(text))
    sums = tuple(ask for ask in brief.asks if ask.form == "amount" and not supposes_theirs(text))
    told = tuple(reason for reason in brief.reasons if not reason.startswith(IN_SHORT))
    got = [item.words for item in read_mentions(text) if item.role == "got"]
    tells = tuple(words for words in brief.tells if not any(pay in words for pay in got))
    return replace(brief, asks=(*sums, *wished), reasons=told, tells=tells)


def supposes_theirs(text: str) -> bool:
    """Whether a message only supposes a sum of theirs: "what if they say 125"."""
    return bool(_WHAT_IF_THEY.match(lexicon.fold(text))) and not lexicon.SCRIPT.search(lexicon.fold(text))


def _wished(text: str) -> Iterator[Ask]:
    """The things that "I want" stands right before."""
    folded = lexicon.fold(text)
    for item in read_mentions(text):
        words = to_you(tidy(item.words))
        if item.role == "thing" and _WISH.search(folded[: item.start]) and is_noun_phrase(words):
            yield Ask("thing", words=words)


def sum_meant(text: str, worked: Figure | None, before: Sequence[str]) -> Money | None:
    """The pay just worked out, where the message points to it: "write that I want that number"; None for any other sum.

    Args:
        text: the message.
        worked: what the calculation for the message before came to.
        before: the messages before, which tell the pay it must resemble.
    """
    pay = find_pay(before) if worked and points_back(text) else None
    if worked is None or pay is None or pay.period or not _LEAST <= worked.value / pay.value <= _MOST:
        return None
    return replace(pay, value=worked.value)


def not_pointing(asks: Sequence[Ask]) -> Iterator[Ask]:
    """The asks without the words that only point to a sum: "exactly that amount"."""
    return (
        ask for ask in asks if ask.form != "amount" and not (points_back(ask.words) or _NUMBER.fullmatch(ask.words))
    )


def points_back(text: str) -> bool:
    """Whether words point to a sum told before: "that number"."""
    return bool(_POINTS.search(lexicon.fold(text)))


def sized(asks: Sequence[Ask], before: Sequence[Ask], text: str) -> Iterator[Ask]:
    """The asks; a sum far too small to be the pay asked for before is one of its own, at the start where the words say so."""
    pay = next((ask.asked for ask in before if ask.term == "base_salary" and ask.form == "amount" and ask.asked), None)
    for ask in asks:
        small = pay and ask.form == "amount" and ask.term == "base_salary" and ask.asked and not ask.on_top
        if not (small and pay and ask.asked and not ask.asked.period and ask.asked.value * SMALL_SHARE < pay.value):
            yield ask
        elif _AT_THE_START.search(lexicon.fold(text)):
            yield replace(ask, term="sign_on_bonus", offered=None, words="")
        else:
            yield Ask("thing", words=ask.asked.said, second_choice=ask.second_choice)


def redated(whole: Brief, edit: Brief, text: str) -> tuple[Brief, Brief]:
    """The brief with the day asked for put right, and the edit without it: "actually monday 26, the office opens late".

    Args:
        whole: what was asked of the message before.
        edit: the brief of the edit.
        text: its words.
    """
    folded = lexicon.fold(text)
    match = _OTHER_DAY.match(folded)
    if match and not (match["corrects"] or match["after"] or _is_alone(text, match)):
        match = None
    match = match or _HAS_TO_BE.search(folded)
    old = whole.until.split(maxsplit=1)[-1] if whole.until else whole.day
    if match is None or not old:
        return whole, edit
    day = tidy(match["day"])
    asks = tuple(replace(ask, words=ask.words.replace(old, day)) for ask in whole.asks)

    def rest(told: tuple[str, ...]) -> tuple[str, ...]:
        kept = (_BY_THE_WAY.sub("", words) for words in told)
        kept = (re.sub(rf"^{re.escape(day)}\W+", "", words, flags=re.IGNORECASE) for words in kept)
        return tuple(sentence(words) for words in kept if not (_tells_day(words, day) or _NOT_THEN.search(words)))

    edit = replace(edit, until="", day=day, tells=rest(edit.tells), reasons=rest(edit.reasons))
    return replace(whole, until=f"until {day}" if whole.until else "", day=day, asks=asks), edit


def _tells_day(words: str, day: str) -> bool:
    """Whether a sentence says nothing but the day."""
    bare = _HAS_TO_BE.sub(lambda told: told["day"], words)
    return bare.strip(" .").casefold().removeprefix("it ") == day.casefold()


def _is_alone(text: str, match: re.Match[str]) -> bool:
    return not text[match.end() :].strip(" .!")


def addressed_firm(texts: Sequence[str], companies: Collection[str]) -> str:
    """The firm told of before that the order of the newest message names: "write Zendesk something"; empty where none is."""
    told = {item.words for text in texts for item in read_mentions(text) if item.role in ("co", "riv")} | set(companies)
    told = {name for name in told if name in companies or name.casefold() not in GIVEN_NAMES}
    for name in sorted(told, key=lambda each: (-len(each), each)):
        if re.search(rf"{_ORDER_TO} {re.escape(name)}\b(?!'s)", texts[-1], re.IGNORECASE):
            return re.sub(r"['’]s$", "", name)
    return ""


def other_firms(texts: Sequence[str], companies: Collection[str], company: str) -> frozenset[str]:
    """The firms that are named, as they are written, without the one the newest message names, else `company`."""
    told = {item.words for text in texts for item in read_mentions(text) if item.role in ("co", "riv")} | set(companies)
    newest = {name for name in told if re.search(rf"\b{re.escape(name)}\b", texts[-1], re.IGNORECASE)}
    own = {name.casefold() for name in newest or {company}}
    return frozenset(name for name in told if name.casefold() not in own)


def without_answered(whole: Brief, texts: Sequence[str]) -> Brief:
    """The brief without what was asked of them in a message before the newest and is answered, with yes or with no."""
    answers = [answer for answer in read_answers(texts) if answer.asked and not is_sum(answer.asked)]
    answered = [telling_words(answer.asked) for answer in answers]
    pay = find_pay([text for at, text in enumerate(texts[:-1]) if not puts_ask_right(texts[: at + 1])])
    newest = [item.asked.value for item in read_brief(texts[-1]).asks if item.asked]
    hidden = {value_of(item) for item in read_mentions(texts[-1]) if item.role in ("hide", "cut")}

    def is_settled(ask: Ask) -> bool:
        if ask.form == "amount" and ask.asked:
            agreed = pay is not None and ask.term == "base_salary" and ask.asked.value == pay.value not in newest
            return agreed or bool(hidden & {ask.asked.value, ask.asked.value / 1000})
        return any(words and touches(ask.words, words) for words in answered)

    settled = bool(answered) or pay is not None
    tells = tuple(words for words in whole.tells if not (settled and _I_ASKED.match(words)))
    return replace(whole, asks=tuple(ask for ask in whole.asks if not is_settled(ask)), tells=tells)

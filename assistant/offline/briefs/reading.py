"""Reading: the brief of one message."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.asks import read_asks
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import Clause, blank_quotations
from assistant.offline.briefs.commission import with_commission
from assistant.offline.briefs.cut import CutMessage, People, cut_message, read_people, said_to_them, without_sender
from assistant.offline.briefs.dates import ANY_DATE, read_until
from assistant.offline.briefs.differs import read_differences
from assistant.offline.briefs.dropped import is_dropped, read_dropped, read_taken_out
from assistant.offline.briefs.evidence import in_digits, list_evidence, makes_exception
from assistant.offline.briefs.firms import HIDES_SUM, Firms, read_firms
from assistant.offline.briefs.for_another import as_the_sender
from assistant.offline.briefs.greeted import greeted_together
from assistant.offline.briefs.ladder import cut_ladder, parted_choices
from assistant.offline.briefs.losses import cost_of_moving, made_whole
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.people import employer_of
from assistant.offline.briefs.promises import read_missing, read_promises, read_quoted_promises, read_told_list
from assistant.offline.briefs.prose import tidy
from assistant.offline.briefs.raises import as_raises
from assistant.offline.briefs.ranges import with_ranges
from assistant.offline.briefs.reasons import list_losses, list_reasons, without_asks
from assistant.offline.briefs.replies import read_granted, read_questions
from assistant.offline.briefs.rival import tell_hinglish_rival, tell_rival
from assistant.offline.briefs.secrets import hidden_words, holds_back, read_secrets, telling_words, touches
from assistant.offline.briefs.shapes import by_form, each_sum_once, is_askable, is_for_them, plain_sum, repeats_an_ask
from assistant.offline.briefs.spoken_to import OTHER_PERSON, speak_to
from assistant.offline.briefs.style import read_style
from assistant.offline.briefs.tells import MOST_TELLS, read_process, read_tells
from assistant.offline.briefs.terms import agreed_beside, read_agrees_at, read_terms
from assistant.offline.briefs.whose_sum import find_unsure

_HIDES_REASON = lazy(
    r"\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no need to)\b[^.?!\n]{0,20}\b(?:say(?:ing)? why|tell(?:ing)? (?:them )?(?:why|the reason|about)|giv(?:e|ing) (?:a |the )?reason|explain\w*|reveal\w*|telling the)|no reason(?:s)? given)\b",
    re.IGNORECASE,
)
_HIDES_RIVAL = lazy(
    r"\b(?:it'?s|is|that'?s|thats) confidential\b|\b(?:keep|leave|hold)\b[^.?!\n]{0,40}\bnames?\b[^.?!\n]{0,14}\b(?:out|confidential|private|secret|quiet|back)\b|\b(?:keep|stay)(?:ing)? (?:it|them|that|this) (?:quiet|confidential|anonymous|unnamed)\b|\b(?:no|without) (?:the |a |any |their |its )?names?\b|"
    r"\bname (?:neither|none|nobody|no)\b|\bnot (?:from |by |at |with )?(?:who|whom|where|which (?:company|firm|one|place))\b|\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no)\b[^.?!\n]{0,16}\b(?:nam(?:e|es|ing)|say(?:ing)? (?:where|who|which)|mention\w* (?:the|who|where|which|their) ?(?:company|name)?|tell\w* (?:them )?(?:who|where|which))|anonym\w+)\b",
    re.IGNORECASE,
)
_HIDES_FIGURES = lazy(
    r"\b(?:leave|keep)\b[^.?!\n]{0,14}(?:[$£€₹]|\b(?:numbers?|figures?|amounts?|sums?|digits)\b)[^.?!\n]{0,14}\bout\b|\b(?:no|without(?: any| the)?|w/o) (?:numbers|figures|amounts|sums|money talk)\b"
    r"|\b(?:don'?t|dont|do not) (?:\w+ )?(?:name|mention|put|include|say|write|state|give)\b[^.?!\n]{0,10}\b(?:numbers?|figures?|amounts?)\b",
    re.IGNORECASE,
)
_HIDES = {"reason": _HIDES_REASON, "rival": _HIDES_RIVAL, "rival_pay": HIDES_SUM, "figures": _HIDES_FIGURES}
"""The words by which something is kept back, by its name."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class _Secrets:
    """The telling words of what must not be said: `told` to be kept back, `all` with what "not in the mail" points at."""

    told: frozenset[str]
    all: frozenset[str]


def read_brief(text: str, currency: str | None = None, companies: Collection[str] = ()) -> Brief:
    """The brief of one message."""
    whole, steps = cut_ladder(as_the_sender(text))
    whole = parted_choices(whole)
    text = said_to_them(whole)
    people = read_people(text, companies)
    message = cut_message(text, people.to)
    secrets = _read_secrets(message)
    firms = read_firms(message, people.to, employer_of(people.to, text), secrets.told)
    hides = _read_hides(whole)
    asks = _less_taken_back(_list_asks(message, currency, people.to, secrets.told), message.own)
    brief = _with_terms(_with_grounds(_read_asked(message, asks, currency), message, asks, secrets), message, asks)
    brief = replace(
        brief,
        rival=_read_rival(message, secrets, hidden="rival" in hides),
        steps=steps,
        to=people.to,
        together=_read_together(text, people, firms, companies),
        company=firms.own,
        sender=people.sender,
        notes=people.notes,
        hides=hides,
        secrets=secrets.told,
        rivals=firms.others,
    )
    return _spoken_to(brief, people.to) if _tells_of_nobody_else(message, people.to) else brief


def _less_taken_back(asks: list[Ask], own: str) -> list[Ask]:
    """The asks without sums that the same message takes back: "10k sign-on. actually leave out the sign-on"."""
    taken = frozenset(read_taken_out(lexicon.fold(own)))
    return [ask for ask in asks if ask.form != "amount" or ask.term == "base_salary" or not is_dropped(ask, taken)]


def _read_asked(message: CutMessage, asks: list[Ask], currency: str | None) -> Brief:
    """A brief with what is asked for, until when, and how it is to sound."""
    day = ANY_DATE.search(message.folded)
    orders = message.words_of("order", "style")
    return Brief(
        asks=tuple(made_whole(asks, message.clauses)) or tuple(cost_of_moving(message.folded, currency)),
        questions=tuple(read_questions(message.clauses)),
        until=read_until(message.folded),
        day=tidy(day.group()) if day else "",
        unsure=find_unsure(read_mentions(message.draft), message.draft, asks),
        style=read_style(message.folded, lexicon.fold(message.text), lexicon.fold(orders)),
        drops=read_dropped(message.own) | telling_words(message.mentioned("cut")),
    )


def _with_grounds(brief: Brief, message: CutMessage, asks: list[Ask], secrets: _Secrets) -> Brief:
    """The brief with what speaks for the asks and what is stated beside them, without what is kept back."""
    plain = without_asks(message.clauses, message.mentions)
    raw = (clause.words for clause in message.clauses if clause.role == "reason")
    return replace(
        brief,
        reasons=tuple(_list_grounds(plain, message.own, asks, secrets)),
        raw_reasons=tuple(words for words in raw if not touches(words, secrets.all)),
        tells=tuple(_with_process(list(_list_tells(plain, message.own, secrets)), message.own, secrets))[:MOST_TELLS],
        losses=tuple(loss for loss in list_losses(message.clauses) if not touches(loss, secrets.all)),
    )


def _with_terms(brief: Brief, message: CutMessage, asks: list[Ask]) -> Brief:
    """The brief with what is offered, promised or given, and what the person would sign at."""
    return replace(
        brief,
        promised=tuple(_list_promised(message)),
        differs=tuple(read_differences(message.own)),
        terms=tuple(read_terms(message.clauses)),
        granted=read_granted(message.text),
        agrees_at=agreed_beside(read_agrees_at(message.folded), asks),
    )


def _read_hides(text: str) -> frozenset[str]:
    """What the person keeps back, by name."""
    whole = lexicon.fold(blank_quotations(text))
    return frozenset(name for name, words in _HIDES.items() if words.search(whole))


def _read_secrets(message: CutMessage) -> _Secrets:
    """The words of what must not be said."""
    reasons = [(clause.start, clause.end) for clause in message.clauses if clause.role == "reason"]
    beside = [item for item in message.mentions if not any(start <= item.start < end for start, end in reasons)]
    hidden = " ".join(item.words for item in beside if item.role == "hide")
    told = read_secrets(message.own, message.clauses, back=False)
    told |= telling_words(hidden) if holds_back(message.folded) else frozenset()
    asked = telling_words(" ".join(clause.words for clause in message.clauses if clause.function == "ask"))
    every = read_secrets(message.own, message.clauses) | (hidden_words(message.clauses) - asked) | told
    return _Secrets(told, every)


def _list_asks(message: CutMessage, currency: str | None, to: str, secrets: Collection[str]) -> list[Ask]:
    """What is asked for, in the shape in which it can be."""
    firms = tuple(item.words for item in message.mentions if item.role == "co")
    read = with_commission(message.draft, read_asks(message.draft, message.clauses, currency, message.mentions))
    asks = [
        ask
        for ask in read
        if not (ask.words and (ask.words in to or touches(ask.words, secrets)))
        and is_askable(ask, message.draft, to)
        and not (ask.form == "thing" and ask.words.startswith(firms))
    ]
    raised = as_raises(asks, message.draft, message.mentions, currency)
    return list(with_ranges(each_sum_once([plain_sum(by_form(ask)) for ask in raised]), message.own))


def _list_grounds(plain: list[Clause], own: str, asks: list[Ask], secrets: _Secrets) -> Iterator[str]:
    """What speaks for the asks: the reasons told, and the evidence beside them."""
    reasons = [reason for reason in list_reasons(plain) if not makes_exception(reason)]
    for reason in (*reasons, *list_evidence(own, asks, reasons)):
        if is_for_them(reason) and not (touches(reason, secrets.all) or repeats_an_ask(reason, asks)):
            yield in_digits(reason)


def _list_tells(plain: list[Clause], own: str, secrets: _Secrets) -> Iterator[str]:
    """What the message is to state besides."""
    for told in read_tells(own, plain):
        if is_for_them(told) and not (touches(told, secrets.all) or read_agrees_at(told)):
            yield told


def _with_process(tells: list[str], own: str, secrets: _Secrets) -> list[str]:
    """The sentences to state, with the rounds one is in elsewhere."""
    return [*tells, *(item for item in read_process(own, tells) if not touches(item, secrets.all))]


def _list_promised(message: CutMessage) -> Iterator[str]:
    """What was promised: each part of a list once, and what stands beside it."""
    told = read_told_list(message.own)
    numbers = {number for item in told for number in _NUMBER.findall(item)}
    yield from told
    beside = (*read_promises(message.clauses), *read_quoted_promises(message.text), *read_missing(message.own))
    for words in dict.fromkeys(beside):
        if words not in told and not (told and numbers & set(_NUMBER.findall(words))):
            yield words


def _read_rival(message: CutMessage, secrets: _Secrets, *, hidden: bool) -> str:
    """The other offer in a sentence; empty where none is told of, or it is secret."""
    rival = tell_rival(message.clauses, hidden=hidden) or tell_hinglish_rival(message.own, hidden=hidden)
    return "" if touches(rival, secrets.told) else rival


def _read_together(text: str, people: People, firms: Firms, companies: Collection[str]) -> tuple[str, ...]:
    """Everybody the message goes to, where there are several."""
    return greeted_together(without_sender(text, people.sender), people.to, [*companies, firms.own, *firms.others])


def _tells_of_nobody_else(message: CutMessage, to: str) -> bool:
    """Whether "he" and "she" can only mean the one the message goes to."""
    others = message.mentioned("who") or OTHER_PERSON.search(message.folded)
    return bool(to) and not others


def _spoken_to(brief: Brief, to: str) -> Brief:
    """The brief with the one it is for spoken to."""

    def told(sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(speak_to(sentence, to) for sentence in sentences)

    asks = tuple(replace(ask, words=speak_to(ask.words, to)) if ask.words else ask for ask in brief.asks)
    return replace(brief, asks=asks, reasons=told(brief.reasons), tells=told(brief.tells), losses=told(brief.losses))

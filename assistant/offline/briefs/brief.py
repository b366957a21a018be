"""Brief: what a message that is to be written must carry, gathered over a conversation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.asides import without_asides
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.asks import read_asks
from assistant.offline.briefs.by_mentions import asked_for, by_mentions, joined_asks, wished, without_grounds
from assistant.offline.briefs.clauses import Clause, blank_quotations, cut_clauses
from assistant.offline.briefs.commission import with_commission
from assistant.offline.briefs.dates import ANY_DATE, read_until
from assistant.offline.briefs.differs import read_differences
from assistant.offline.briefs.dropped import less_dropped, read_dropped
from assistant.offline.briefs.evidence import in_digits, list_evidence, makes_exception
from assistant.offline.briefs.firms import HIDES_SUM, read_firms
from assistant.offline.briefs.for_another import as_the_sender
from assistant.offline.briefs.greeted import greeted_together
from assistant.offline.briefs.half_yes import with_half_yes
from assistant.offline.briefs.ladder import cut_ladder, parted_choices
from assistant.offline.briefs.losses import cost_of_moving, made_whole
from assistant.offline.briefs.mentions import Mention, MentionRole, read_mentions
from assistant.offline.briefs.pasted import find_received
from assistant.offline.briefs.people import find_sender, greeted_in, read_addressee
from assistant.offline.briefs.profile import read_profile
from assistant.offline.briefs.promises import read_missing, read_promises, read_quoted_promises, read_told_list
from assistant.offline.briefs.prose import dictated, joined, once_said, tidy
from assistant.offline.briefs.raises import as_raises
from assistant.offline.briefs.ranges import with_ranges
from assistant.offline.briefs.reasons import list_losses, list_reasons, without_asks
from assistant.offline.briefs.replies import read_granted, read_questions
from assistant.offline.briefs.rival import tell_hinglish_rival, tell_rival
from assistant.offline.briefs.secrets import (
    hidden_words,
    holds_back,
    read_secrets,
    telling_words,
    touches,
    without_least,
)
from assistant.offline.briefs.shapes import by_form, each_sum_once, is_askable, is_for_them, plain_sum, repeats_an_ask
from assistant.offline.briefs.spoken_to import OTHER_PERSON, speak_to
from assistant.offline.briefs.style import Style, read_style
from assistant.offline.briefs.tells import MOST_TELLS, read_tells
from assistant.offline.briefs.terms import agreed_beside, read_agrees_at, read_terms
from assistant.offline.briefs.whose_sum import find_unsure
from assistant.offline.statements import LIKED

MOST_REASONS = 4
_HIDES_REASON = lazy(
    r"\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no need to)\b[^.?!\n]{0,20}\b(?:say(?:ing)? why|tell(?:ing)? (?:them )?(?:why|the reason|about)|giv(?:e|ing) (?:a |the )?reason|explain\w*|reveal\w*|telling the)|no reason(?:s)? given)\b",
    re.IGNORECASE,
)
_HIDES_RIVAL = lazy(
    r"\bname (?:neither|none|nobody|no)\b|\bnot (?:from |by |at |with )?(?:who|whom|where|which (?:company|firm|one|place))\b|\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no)\b[^.?!\n]{0,16}\b(?:nam(?:e|es|ing)|say(?:ing)? (?:where|who|which)|mention\w* (?:the|who|where|which|their) ?(?:company|name)?|tell\w* (?:them )?(?:who|where|which))|anonym\w+)\b",
    re.IGNORECASE,
)
_HIDES_FIGURES = lazy(
    r"\b(?:leave|keep)\b[^.?!\n]{0,14}(?:[$£€₹]|\b(?:numbers?|figures?|amounts?|sums?|digits)\b)[^.?!\n]{0,14}\bout\b|\b(?:no|without(?: any| the)?|w/o) (?:numbers|figures|amounts|sums|money talk)\b"
    r"|\b(?:don'?t|dont|do not) (?:\w+ )?(?:name|mention|put|include|say|write|state|give)\b[^.?!\n]{0,10}\b(?:numbers?|figures?|amounts?)\b",
    re.IGNORECASE,
)
_TODAY = lazy(
    r"\s*\((?:they'?re|theyre|they are|it'?s|now|currently|from|was|offered|offer(?: is)?|they (?:said|gave|offer)|we'?re)(?: now)?(?: at)? [$€£¥₹]?\d[\d.,]*\s?k?\)",
    re.IGNORECASE,
)
"""What is offered today, beside what is asked: "(they're at 188)"."""


@dataclass(frozen=True)
class Brief:
    """What a message must carry.

    `reasons` are whole sentences in the person's words, `notes` what they tell of themselves in note form; `promised` are what was promised, `differs` where the letter says something else, and `terms` what is agreed or
    offered, as phrases; `rival` is
    one sentence on another offer; `tells` are sentences the message is to state beside its request; `losses` are sentences on what the person gives up; `steps` are what to ask for after a no, in turn; `questions` are to be asked as they
    are; `raw_reasons` are the reasons as typed; `together` is everybody it goes to, where there are several; `company` is whom it is written to, as named; `granted` is what the company says it can do; `until` a date or span as in
    "until Monday", `unsure` the pay asked for of which no word tells whether it is wanted or offered, `day` the first date named; `agrees_at` the words of what the person would sign at. `hides`: what must not be said, `secrets` its telling words, `rivals` other firms named; `drops`: words of what an earlier message
    asked for and a later one leaves out.
    """

    asks: tuple[Ask, ...] = ()
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    drops: frozenset[str] = frozenset()
    rival: str = ""
    tells: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    raw_reasons: tuple[str, ...] = ()
    granted: str = ""
    until: str = ""
    day: str = ""
    agrees_at: str = ""
    unsure: Money | None = None
    to: str = ""
    together: tuple[str, ...] = ()
    company: str = ""
    sender: str = ""
    style: Style = field(default_factory=Style)
    hides: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()
    rivals: frozenset[str] = frozenset()

    def then(self, later: Brief) -> Brief:
        """This brief with what was said later added; a later ask for the same term replaces the earlier."""
        terms = {ask.term for ask in later.asks if ask.form == "amount"}
        kept = [ask for ask in self.asks if ask.form != "amount" or ask.term not in terms]
        kept = list(less_dropped(kept, later.drops))
        return Brief(
            asks=tuple(dict.fromkeys((*kept, *later.asks))),
            reasons=tuple(dict.fromkeys((*self.reasons, *later.reasons))),
            notes=later.notes or self.notes,
            promised=tuple(dict.fromkeys((*self.promised, *later.promised))),
            differs=later.differs or self.differs,
            terms=tuple(dict.fromkeys((*self.terms, *later.terms))),
            rival=later.rival or self.rival,
            tells=tuple(dict.fromkeys((*self.tells, *later.tells)))[-MOST_TELLS:],
            losses=tuple(dict.fromkeys((*self.losses, *later.losses))),
            steps=later.steps or self.steps,
            questions=later.questions or self.questions,
            raw_reasons=tuple(dict.fromkeys((*self.raw_reasons, *later.raw_reasons))),
            granted=later.granted or self.granted,
            until=later.until or self.until,
            day=later.day or self.day,
            agrees_at=later.agrees_at or self.agrees_at,
            unsure=later.unsure,
            to=later.to or self.to,
            together=later.together if later.to else self.together,
            company=later.company or self.company,
            sender=later.sender or self.sender,
            style=self.style.then(later.style),
            hides=self.hides | later.hides,
            secrets=self.secrets | later.secrets,
            rivals=self.rivals | later.rivals,
        )

    @property
    def told_reasons(self) -> tuple[str, ...]:
        """The reasons that may be said, none when the person keeps them back."""
        return () if "reason" in self.hides else self.reasons[:MOST_REASONS]


def read_brief(text: str, currency: str | None = None, companies: Collection[str] = ()) -> Brief:
    """The brief of one message."""
    text, steps = cut_ladder(as_the_sender(text))
    text = parted_choices(text)
    whole = lexicon.fold(blank_quotations(text))
    text = LIKED.sub(
        "my first choice",
        _TODAY.sub("", once_said(joined(dictated(without_asides(with_half_yes(without_least(text))))))),
    )
    sender, notes = read_profile(text)
    sender = sender or find_sender(blank_quotations(text))
    others = blank_quotations(text).replace(sender, "") if sender else blank_quotations(text)
    received = find_received(text)
    sender = sender or (received.greeted if received else "")
    to = (received.signed.split()[0] if received and received.signed else "") or read_addressee(
        others, read_mentions(others), companies
    )
    to = to or ("" if received else greeted_in(text))
    text = _WHO_IT_IS.sub(" ", text)
    if to:
        first = re.escape(to.split()[-1])
        text = re.sub(
            rf"\b((?i:ask|asking|tell|telling|told)) (?:[\w'’&-]+ ){{0,3}}?{first}\b(?=\s+(?:to|for|if|whether|about)\b)",
            r"\1 them",
            text,
        )
    text = re.sub(rf"\s\([^()]*\b{re.escape(to)}\b[^()]*\)", "", text) if to else text
    own = blank_quotations(text)
    folded = lexicon.fold(own)
    clauses = joined_asks(list(cut_clauses(text)), text)
    draft = text if _REWORDS.search(folded) else own
    mentions = wished(read_mentions(draft), draft)
    clauses = [by_mentions(clause, mentions) for clause in clauses]
    mentions = without_grounds(asked_for(mentions, draft), clauses)
    given = [(clause.start, clause.end) for clause in clauses if clause.role == "reason"]
    kept = [item for item in mentions if not any(start <= item.start < end for start, end in given)]
    hidden = telling_words(_words_of(kept, "hide")) if holds_back(folded) else frozenset()
    asked = telling_words(" ".join(clause.words for clause in clauses if clause.function == "ask"))
    told = read_secrets(own, clauses, back=False) | hidden
    secrets = read_secrets(own, clauses) | (hidden_words(clauses) - asked) | told
    named = [item.words for item in mentions if item.role == "co"]
    firms = read_firms(mentions, draft, to, told)
    asks = [
        ask
        for ask in with_commission(draft, read_asks(draft, clauses, currency, mentions))
        if not (ask.words and (ask.words in to or touches(ask.words, told))) and is_askable(ask, draft, to)
        if not (ask.form == "thing" and any(ask.words.startswith(firm) for firm in named))
    ]
    asks = list(as_raises(asks, draft, mentions, currency))
    asks = list(with_ranges(each_sum_once([plain_sum(by_form(ask)) for ask in asks]), own))
    plain = without_asks(clauses, mentions)
    only = bool(to) and not (any(item.role == "who" for item in mentions) or OTHER_PERSON.search(folded))
    hides_rival = bool(_HIDES_RIVAL.search(whole))
    brief = Brief(
        asks=tuple(made_whole(asks, clauses)) or tuple(cost_of_moving(folded, currency)),
        reasons=tuple(
            in_digits(reason)
            for reason in _supporting(plain, own, asks)
            if is_for_them(reason) and not (touches(reason, secrets) or repeats_an_ask(reason, asks))
        ),
        promised=tuple(_told_terms(clauses, text, own)),
        differs=tuple(read_differences(own)),
        terms=tuple(read_terms(clauses)),
        rival=_unless_secret(
            tell_rival(clauses, hidden=hides_rival) or tell_hinglish_rival(own, hidden=hides_rival), told
        ),
        tells=tuple(
            told
            for told in read_tells(own, plain)
            if is_for_them(told) and not (touches(told, secrets) or read_agrees_at(told))
        )[:MOST_TELLS],
        losses=tuple(loss for loss in list_losses(clauses) if not touches(loss, secrets)),
        steps=steps,
        questions=tuple(read_questions(clauses)),
        raw_reasons=tuple(
            clause.words for clause in clauses if clause.role == "reason" and not touches(clause.words, secrets)
        ),
        granted=read_granted(text),
        until=read_until(folded),
        day=tidy(day.group()) if (day := ANY_DATE.search(folded)) else "",
        agrees_at=agreed_beside(read_agrees_at(folded), asks),
        unsure=find_unsure(read_mentions(draft), draft, asks),
        to=to,
        together=greeted_together(others, to, [*companies, firms.own, *firms.others]),
        company=firms.own,
        sender=sender,
        notes=notes,
        style=read_style(folded, lexicon.fold(text), lexicon.fold(_orders(clauses))),
        drops=read_dropped(own) | telling_words(_words_of(mentions, "cut")),
        hides=frozenset(
            name
            for name, words in (
                ("reason", _HIDES_REASON),
                ("rival", _HIDES_RIVAL),
                ("rival_pay", HIDES_SUM),
                ("figures", _HIDES_FIGURES),
            )
            if words.search(whole)
        ),
        secrets=told,
        rivals=firms.others,
    )
    return _spoken_to(brief, to) if only else brief


def _unless_secret(words: str, secrets: Collection[str]) -> str:
    return "" if touches(words, secrets) else words


def _spoken_to(brief: Brief, to: str) -> Brief:
    """The brief with the one it is for spoken to."""

    def told(sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(speak_to(sentence, to) for sentence in sentences)

    asks = tuple(replace(ask, words=speak_to(ask.words, to)) if ask.words else ask for ask in brief.asks)
    return replace(brief, asks=asks, reasons=told(brief.reasons), tells=told(brief.tells), losses=told(brief.losses))


def _supporting(clauses: Sequence[Clause], own: str, asks: Sequence[Ask]) -> list[str]:
    """What speaks for the asks: the reasons told, and the evidence beside them."""
    reasons = [reason for reason in list_reasons(clauses) if not makes_exception(reason)]
    return [*reasons, *list_evidence(own, asks, reasons)]


def _told_terms(clauses: Sequence[Clause], text: str, own: str) -> Iterator[str]:
    """What was promised: each part of a list once, and what stands beside it."""
    told = read_told_list(own)
    numbers = {number for item in told for number in re.findall(r"\d[\d.,]*\d|\d", item)}
    yield from told
    for words in dict.fromkeys((*read_promises(clauses), *read_quoted_promises(text), *read_missing(own))):
        if words not in told and not (told and numbers & set(re.findall(r"\d[\d.,]*\d|\d", words))):
            yield words


def _orders(clauses: Sequence[Clause]) -> str:
    """The words that say what to write and how."""
    return "\n".join(clause.words for clause in clauses if clause.function in ("order", "style"))


def _words_of(mentions: Sequence[Mention], role: MentionRole) -> str:
    return " ".join(item.words for item in mentions if item.role == role)


_WHO_IT_IS = lazy(
    r"\s\((?:the |my |our |univ\w* |senior |future )*(?:recruiter|hr|hm|ceo|cto|cfo|coo|founder|hiring manager|manager|boss|owner|director|supervisor|people (?:ops|team|partner)|chief \w+ officer|talent \w+)[^()]{0,30}\)",
    re.IGNORECASE,
)
_REWORDS = lazy(
    r"\b(?:re-?(?:write|word|phrase|do)|rework|polish|improve|fix|edit|sound (?:less|more|better)|make (?:this|it|my \w+|the \w+) (?:less|more|sound|short\w*|sharper|better|nicer)|short(?:en|er version)|trim|tighten|cut (?:this|it|my \w+) down)\b",
    re.IGNORECASE,
)
"""Asks for other words for the person's own draft, which is quoted."""

"""Cut: a message taken apart for reading: its own words, its clauses with what they do, what they mention."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.asides import without_asides
from assistant.offline.briefs.by_mentions import asked_for, by_mentions, joined_asks, wished, without_grounds
from assistant.offline.briefs.clauses import Clause, blank_quotations, cut_clauses
from assistant.offline.briefs.half_yes import with_half_yes
from assistant.offline.briefs.mentions import Mention, MentionRole, read_mentions
from assistant.offline.briefs.pasted import find_received, find_writer
from assistant.offline.briefs.people import find_sender, greeted_in, read_addressee
from assistant.offline.briefs.profile import read_profile
from assistant.offline.briefs.prose import dictated, joined, once_said
from assistant.offline.briefs.roles import Function
from assistant.offline.briefs.secrets import without_least
from assistant.offline.briefs.typed import in_plain_words
from assistant.offline.statements import LIKED

_SOME_EMPLOYER = lazy(
    r"\b(to|with|at|from) an? (?:\w+ )?(?:company|firm|place|team|employer) (?:that |which )?"
    r"i (?:may|might|could|would)\b[^.,;!?\n]*",
    re.IGNORECASE,
)
"""Tells me which employer it is, and nothing to be told to them."""
_TODAY = lazy(
    r"\s*\((?:they'?re|theyre|they are|it'?s|now|currently|from|was|offered|offer(?: is)?|they (?:said|gave|offer)|we'?re)(?: now)?(?: at)? [$€£¥₹]?\d[\d.,]*\s?k?\)",
    re.IGNORECASE,
)
"""What is offered today, beside what is asked: "(they're at 188)"."""


_WHO_IT_IS = lazy(
    r"\s\((?:the |my |our |univ\w* |senior |future )*(?:recruiter|hr|hm|ceo|cto|cfo|coo|founder|hiring manager|manager|boss|owner|director|supervisor|people (?:ops|team|partner)|chief \w+ officer|talent \w+)[^()]{0,30}\)",
    re.IGNORECASE,
)
_ASKS_IT = lazy(r"\bask(?:ing)?(?: \w+)?(?: for)? [$€£₹]?$", re.IGNORECASE)
_REWORDS = lazy(
    r"\b(?:re-?(?:write|word|phrase|do)|rework|polish|improve|fix|edit|sound (?:less|more|better)|make (?:this|it|my \w+|the \w+) (?:less|more|sound|short\w*|sharper|better|nicer)|short(?:en|er version)|trim|tighten|cut (?:this|it|my \w+) down)\b",
    re.IGNORECASE,
)
"""Asks for other words for the person's own draft, which is quoted."""


@dataclass(frozen=True)
class People:
    """Whom a message goes to and who sends it, both as they are named; `notes` is what the sender tells of themselves."""

    to: str
    sender: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class CutMessage:
    """A message taken apart.

    `text` is what it says without what is said to the writer, `own` the same with what others are quoted with blanked
    out, `folded` that in plain letters; `draft` is the text whose sums count: the quotation too where it is reworded.
    The places of `clauses` and `mentions` are those of `own`.
    """

    text: str
    own: str
    folded: str
    draft: str
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]

    def words_of(self, *functions: Function) -> str:
        """The words of the clauses that do one of these things, a line each."""
        return "\n".join(clause.words for clause in self.clauses if clause.function in functions)

    def mentioned(self, role: MentionRole) -> str:
        """The words that play a role."""
        return " ".join(item.words for item in self.mentions if item.role == role)


def read_people(text: str, companies: Collection[str]) -> People:
    """Whom a message goes to and who sends it: as told, else as the mail greets and signs that it quotes."""
    sender, notes = read_profile(text)
    received = find_received(text)
    writer = received.signed if received else find_writer(text)
    named = find_sender(blank_quotations(text))
    sender = sender or ("" if writer and named.split(" ")[0] == writer.split()[0] else named)
    others = without_sender(text, sender)
    to = (writer.split()[0] if writer else "") or read_addressee(others, read_mentions(others), companies)
    return People(
        to=to or ("" if received else greeted_in(text)),
        sender=sender or (received.greeted if received else ""),
        notes=notes,
    )


def without_sender(text: str, sender: str) -> str:
    """The person's own words without their name."""
    own = blank_quotations(text)
    return own.replace(sender, "") if sender else own


def cut_message(text: str, to: str) -> CutMessage:
    """The message taken apart, the one it goes to spoken of as "them" where they are asked."""
    text = _without_whom(text, to)
    own = blank_quotations(text)
    folded = lexicon.fold(own)
    draft = text if _REWORDS.search(folded) else own
    pieces = joined_asks(list(cut_clauses(text)), text)
    kept = [(clause.start, clause.end) for clause in pieces if clause.function == "secret" and clause.role == "rest"]
    mentions = _not_kept_back(wished(read_mentions(draft), draft), draft, kept)
    clauses = [by_mentions(clause, mentions) for clause in pieces]
    return CutMessage(text, own, folded, draft, tuple(clauses), without_grounds(asked_for(mentions, draft), clauses))


def _not_kept_back(mentions: Sequence[Mention], text: str, kept: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    """The mentions; a sum among what is kept back is none that is asked for."""
    return tuple(
        replace(item, role="num")
        if item.role == "want"
        and any(start <= item.start < end for start, end in kept)
        and not _ASKS_IT.search(text[: item.start])
        else item
        for item in mentions
    )


def said_to_them(text: str) -> str:
    """The text without what is said to the writer alone, dictated and doubled words put plainly."""
    plain = without_asides(with_half_yes(without_least(_SOME_EMPLOYER.sub(r"\1 them", in_plain_words(text)))))
    return LIKED.sub("my first choice", _TODAY.sub("", once_said(joined(dictated(plain)))))


def _without_whom(text: str, to: str) -> str:
    """The text without who the recruiter is: "(she is my recruiter)", "ask Ann if"."""
    text = _WHO_IT_IS.sub(" ", text)
    if not to:
        return text
    first = re.escape(to.rsplit(maxsplit=1)[-1])
    asked = rf"\b((?i:ask|asking|tell|telling|told)) (?:[\w'’&-]+ ){{0,3}}?{first}\b(?: (?:at|from|of) [A-Z][\w&]+(?: [A-Z][\w&]+)?)?(?=\s+(?:to|for|if|whether|about)\b)"
    return re.sub(rf"\s\([^()]*\b{re.escape(to)}\b[^()]*\)", "", re.sub(asked, r"\1 them", text))

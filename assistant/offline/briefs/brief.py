"""Brief: what a message that is to be written must carry, gathered over a conversation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.asks import Ask, read_asks
from assistant.offline.briefs.clauses import REASON_MARK, Clause, blank_quotations, cut_clauses, quotations
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.people import find_addressee, find_sender
from assistant.offline.briefs.prose import dictated, joined, sentence, tidy, to_you
from assistant.offline.briefs.style import Style, read_style

MOST_REASONS = 4
_HIDES_REASON = re.compile(
    r"\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no need to)\b[^.?!\n]{0,20}\b(?:say(?:ing)? why|tell(?:ing)? (?:them )?(?:why|the reason|about)|giv(?:e|ing) (?:a |the )?reason|explain\w*|reveal\w*|telling the)|no reason(?:s)? given)\b",
    re.IGNORECASE,
)
_HIDES_RIVAL = re.compile(
    r"\b(?:(?:don'?t|dont|do not|not|without|w/?out|rather not|no)\b[^.?!\n]{0,16}\b(?:nam(?:e|es|ing)|say(?:ing)? (?:where|who|which)|mention\w* (?:the|who|where|which|their) ?(?:company|name)?|tell\w* (?:them )?(?:who|where|which))|anonym\w+)\b",
    re.IGNORECASE,
)
_RIVAL_FORMS = (
    re.compile(
        r"^(?:and |but |also )?(?P<who>[A-Z][\w.&-]+(?: [A-Z][\w&-]+)?) (?:gave|offered|offers|is offering|would pay|pays) me (?P<what>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:and |but |also |real |my |i |have |i also |a |an |the |got |holding |one )*(?:real |written |verbal |signed |firm |competing |other |another |second |2nd )*offer (?:from|at|by) (?P<who>[A-Z][\w.&-]+(?: [A-Z][\w&-]+)?)(?P<what>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:and |but |also |real |my |i |have |a |an |the |got |written |verbal )*(?:real |written |signed |firm |competing |rival |other |another |second |2nd )+(?:\w+ )?(?:offer|one)(?: is| pays| from)?\s*:? (?P<what>.+)$",
        re.IGNORECASE,
    ),
)
_UNFIT = re.compile(r"\b(?:rather not|don'?t|but its|but it's|name)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\bin writing|written|signed\b", re.IGNORECASE)
_MARKED_RIVAL = re.compile(r"\b(?:other|another|second|2nd|competing|rival|real|also|better)\b", re.IGNORECASE)
_ADDRESSES = re.compile(r"\b(?:to|for|at|tell) ([A-Z][\w.&-]+)")
_PROMISING = re.compile(
    r"\b(?:guarantee\w*|promise\w*|will (?:try|get|have|be|make|review|look)|try for|'ll|promo\w*|review|raise|after (?:six|6|3|three|9|nine|12|twelve) months|in (?:\d+|six|nine|three|twelve) months|sure)\b",
    re.IGNORECASE,
)
_STATES_TERM = re.compile(
    r"[$€£¥₹]\s?\d|\d ?%|\b\d+(?:[.,]\d+)?\s?[kKmM]\b|\b\d{2,3}[.,]?\d{3}\b|\bstart(?:ing)?\b.*\d|\b(?:remote|days?|weeks?|visa|stipend|relocation|level|title|signing|sign-on|bonus)\b.*\d|\d+ (?:remote|days|weeks|shares|options|rsus?)",
    re.IGNORECASE,
)
_ACCEPTS_AT = re.compile(
    r"\b(?:i(?:'d| would|d|'ll| will)?|will|would) (?:\w+ )?(?:sign|go|accept|take it|join|say yes|commit|choose|pick|stay|come)\b[^.?!\n]{0,30}\b(?:if|at|for|when|once)\b(?P<rest>[^.?!\n]*\d[^.?!\n]*)",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:said|told (?:me|us)|promised?(?: me)?|agreed|assured(?: me)?|mentioned|swore|confirmed|says|say(?:ing)? yes|said yes|offered|gets?|she'll|he'll|they'll)\b"
    r"(?: (?:me|us|yes|ok|okay|on (?:the )?(?:teams|phone|zoom|call|slack|whatsapp)|in (?:the|our) (?:call|interview|chat|meeting)|by phone|verbally|yesterday|today|that|to|about|over the phone|over a call))*\s*[:,-]?\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_DATE = (
    rf"(?:(?:next |this |coming |the )*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:morning|noon|evening|night|eod))?(?: the \d{{1,2}}(?:st|nd|rd|th)?| \d{{1,2}}(?:st|nd|rd|th))?"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|the \d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?:st|nd|rd|th)\b|(?:the )?end of (?:the |next |this )*(?:week|month)|next (?:week|month)|tomorrow|{_MONTH})\b"
)
_ANY_DATE = re.compile(rf"\b{_DATE}", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\b(?:until|till|til|thru|through|hasta|bis)\s+(?P<date>{_DATE})|\bto (?P<to>{_DATE})|\bby (?P<by>{_DATE})|\b(?:extend|extension|push|move|delay)[^.?!\n]{{0,30}}\bto (?P<moved>{_DATE})",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?P<number>\d+|one|two|three|four|five|six|ten|a|an|a few|a couple(?: of)?|another)\s+(?:more |extra |additional |full |working |business )*(?P<unit>days?|weeks?|hours?|months?)\b(?! (?:of experience|ago|silent))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Brief:
    """What a message must carry.

    `reasons` are whole sentences in the person's words; `promised` are what was promised and `terms` what is agreed or
    offered, as phrases; `rival` is
    one sentence on another offer; `losses` are sentences on what the person gives up; `until` a date or span as in
    "until Monday", `day` the first date named; `agrees_at` the words of what the person would sign at. `hides`: what must not be said.
    """

    asks: tuple[Ask, ...] = ()
    reasons: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    rival: str = ""
    losses: tuple[str, ...] = ()
    until: str = ""
    day: str = ""
    agrees_at: str = ""
    to: str = ""
    sender: str = ""
    style: Style = field(default_factory=Style)
    hides: frozenset[str] = frozenset()

    def then(self, later: Brief) -> Brief:
        """This brief with what was said later added; a later ask for the same term replaces the earlier."""
        terms = {ask.term for ask in later.asks if ask.form == "amount"}
        kept = [ask for ask in self.asks if ask.form != "amount" or ask.term not in terms]
        return Brief(
            asks=tuple(dict.fromkeys((*kept, *later.asks))),
            reasons=tuple(dict.fromkeys((*self.reasons, *later.reasons))),
            promised=tuple(dict.fromkeys((*self.promised, *later.promised))),
            terms=tuple(dict.fromkeys((*self.terms, *later.terms))),
            rival=later.rival or self.rival,
            losses=tuple(dict.fromkeys((*self.losses, *later.losses))),
            until=later.until or self.until,
            day=later.day or self.day,
            agrees_at=later.agrees_at or self.agrees_at,
            to=later.to or self.to,
            sender=later.sender or self.sender,
            style=self.style.then(later.style),
            hides=self.hides | later.hides,
        )

    @property
    def told_reasons(self) -> tuple[str, ...]:
        """The reasons that may be said, none when the person keeps them back."""
        return () if "reason" in self.hides else self.reasons[:MOST_REASONS]


def gather_brief(
    texts: Sequence[str], currency: str | None = None, companies: Collection[str] = (), styled: int | None = None
) -> Brief:
    """The brief of a conversation.

    Args:
        texts: what the person wrote, oldest first.
        styled: index of the first text whose wishes for the style count; the last one's only when None.
        currency: of the offer, for sums that name none.
        companies: names of companies, which are no persons.
    """
    whole = Brief()
    for number, text in enumerate(texts):
        brief = read_brief(text, currency, companies)
        if number < (len(texts) - 1 if styled is None else styled):
            # How an earlier message was to sound does not bind a new one; asks of earlier turns do.
            brief = replace(brief, style=Style())
        if number < len(texts) - 1 and not lexicon.SCRIPT.search(lexicon.fold(text)):
            brief = replace(brief, asks=tuple(ask for ask in brief.asks if ask.form == "amount"))
        whole = whole.then(brief)
    return whole


def read_brief(text: str, currency: str | None = None, companies: Collection[str] = ()) -> Brief:
    """The brief of one message."""
    text = joined(dictated(text))
    own = blank_quotations(text)
    folded = lexicon.fold(own)
    clauses = list(cut_clauses(text))
    return Brief(
        asks=tuple(read_asks(own, clauses, currency)),
        reasons=tuple(_reasons(clauses)),
        promised=tuple(dict.fromkeys((*_promises(clauses), *_quoted_promises(text)))),
        terms=tuple(_terms(clauses)),
        rival=_rival(clauses, hidden=bool(_HIDES_RIVAL.search(folded))),
        losses=tuple(_losses(clauses)),
        until=_read_until(folded),
        day=tidy(day.group()) if (day := _ANY_DATE.search(folded)) else "",
        agrees_at=_agrees_at(folded),
        to=find_addressee(own, companies),
        sender=find_sender(own),
        style=read_style(folded, lexicon.fold(text)),
        hides=frozenset(
            name for name, words in (("reason", _HIDES_REASON), ("rival", _HIDES_RIVAL)) if words.search(folded)
        ),
    )


def _reasons(clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        if clause.role == "reason":
            mark = REASON_MARK.match(lexicon.fold(clause.words))
            words = to_you(tidy(clause.words[mark.end() if mark else 0 :]))
            if len(words.split()) >= 2:
                yield sentence(words)


def _losses(clauses: Sequence[Clause]) -> Iterator[str]:
    losing = False
    for clause in clauses:
        if clause.role == "loss" or (losing and clause.role == "rest" and read_amounts(clause.words)):
            yield sentence(tidy(clause.words))
        losing = clause.role == "loss"


def _promises(clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        if clause.role != "said":
            continue
        match = _PROMISE.search(clause.words)
        for part in re.split(r",\s+|;\s*|\s+(?:and|plus|\+|&)\s+", match["what"]) if match else ():
            words = re.sub(
                r"^(?:I (?:would|will) (?:get|have)|I get|you (?:will|would) (?:get|give|pay)|it is|there is|a|an|the) ",
                "",
                to_you(tidy(part)),
            )
            if len(words.split()) >= 2 and not re.match(r"(?:your|the) (?:letter|contract)|no\b", words, re.IGNORECASE):
                yield words


def _quoted_promises(text: str) -> Iterator[str]:
    """What others are quoted with, where the words promise something."""
    for start, end in quotations(text):
        words = tidy(text[start:end].strip("'\"“”"))
        if _PROMISING.search(words) and len(words.split()) <= 40:
            yield to_you(re.sub(r"^(?:we(?:'ll| will)|i(?:'ll| will)|I will) ", "", words))


def _terms(clauses: Sequence[Clause]) -> Iterator[str]:
    """Phrases that state a term: a sum, a percentage, a start, days; what is asked for is none."""
    only_one = sum(clause.role == "rival" for clause in clauses) == 1
    for clause in clauses:
        if clause.role not in ("rest", "order", "said") and not (clause.role == "rival" and only_one):
            continue
        words = clause.words.split(":", 1)[-1] if clause.role == "order" else clause.words
        if clause.role == "order" and ":" not in clause.words:
            continue
        for part in re.split(r",\s+|;\s*|\s+and\s+(?=\S*\d)", words):
            phrase = tidy(re.sub(r"^.*\b(?:offered|gave|offers?)\b(?: me| us)?\s*", "", part, flags=re.IGNORECASE))
            if len(phrase.split()) <= 9 and _STATES_TERM.search(phrase):
                yield phrase


def _has_target(clauses: Sequence[Clause]) -> bool:
    """Whether the message goes to a company of its own, so that an offer told beside it is another one."""
    for clause in clauses:
        addressed = [name for name in _ADDRESSES.findall(clause.words) if name.lower() not in GIVEN_NAMES]
        if clause.role == "order" and any(not name.isupper() for name in addressed):
            return True
        if clause.role == "said" and re.match(r"\W*they\b", clause.words, re.IGNORECASE) and read_amounts(clause.words):
            return True
    return False


def _rival(clauses: Sequence[Clause], *, hidden: bool) -> str:
    """One sentence on another offer; its company is left out when it must not be named."""
    rivals = [clause for clause in clauses if clause.role == "rival"]
    marked = [clause for clause in rivals if _MARKED_RIVAL.search(clause.words)]
    for clause in marked or (rivals[-1:] if len(rivals) > 1 or _has_target(clauses) else []):
        position = clauses.index(clause)
        words = tidy(clause.words)
        match = next((found for form in _RIVAL_FORMS if (found := form.match(words))), None)
        if match is not None and not _UNFIT.search(words):
            who = match.groupdict().get("who") or ""
            what = match["what"].strip(" :,-")
            if who.lower() in ("they", "company", "recruiter", "he", "she", "you"):
                continue
            lead = "I have another offer" if hidden or not who else f"I have an offer from {who[:1].upper()}{who[1:]}"
            return sentence(f"{lead}: {what}" if what else lead)
        following = clauses[position + 1].words if position + 1 < len(clauses) else ""
        sums = [item for item in read_amounts(f"{clause.words} {following}") if item.kind == "money" or item.explicit]
        if lexicon.OFFER_ELSEWHERE.search(lexicon.fold(words)) or re.search(r"\b2nd offer\b", words):
            return f"I have another offer, at {sums[0].quote}." if sums else "I have another offer."
    return ""


def _agrees_at(folded: str) -> str:
    match = _ACCEPTS_AT.search(folded)
    return to_you(tidy(match["rest"])) if match else ""


def _read_until(folded: str) -> str:
    if match := _UNTIL.search(folded):
        date = tidy(match["date"] or match["moved"] or match["to"] or match["by"])
        return f"{'by' if match['by'] else 'until'} {date}"
    if (match := _SPAN.search(folded)) and re.search(
        r"\b(?:more|extra|another|additional|extend|time|extension)\b", folded
    ):
        return f"for {tidy(match.group())}"
    return ""

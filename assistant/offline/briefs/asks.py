"""Asks: what a message is to ask for: amounts of a term, or things in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.money import render_money
from assistant.offline import lexicon
from assistant.offline.briefs.clauses import ASK, Clause
from assistant.offline.briefs.prose import tidy, to_you
from assistant.offline.statements import LEVER_REACH, PARTED, SMALLEST_PAY

Form = Literal["amount", "thing", "action"]

TERM_NAMES = {
    "base_salary": "base salary",
    "equity_grant": "stock grant",
    "sign_on_bonus": "sign-on bonus",
    "target_bonus": "target bonus",
    "relocation": "relocation allowance",
    "total": "total package",
}
_TERMS: dict[str, re.Pattern[str]] = {
    **lexicon.LEVER_WORDS,
    "relocation": re.compile(r"\b(?:relo(?:cation)?|moving (?:allowance|budget|costs?))\b", re.IGNORECASE),
    "total": re.compile(r"\b(?:tc|total comp\w*|total package|all[- ]in|package)\b", re.IGNORECASE),
}
_FROM_TO = re.compile(
    r"(?P<a>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)\s*(?:[A-Z]{3}\s*)?(?:→|->|=>|➡|⇒)\s*(?P<b>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)"
)
_WOULD = re.compile(
    r"^\W*(?:would|works|is fine|is my number|does it|chahiye|mangta|would do|would work|and i(?:'m| am)? (?:in|sign))\b",
    re.IGNORECASE,
)
_REASON_BEHIND = re.compile(
    r",?\s*\b(?:because|bc|b/c|cuz|reasons?(?: is| are|:)|since i|as i|as my|given|on account of|due to|and (?:include|mention|say|add|keep|also how)|"
    r"but (?:i |don'?t|dont|keep|not|without|he|she|it)|incl\b|before (?:team|i|they)|w/?out\b|without\b|so (?:it|that|they)|if possible|pls|please|plz|thanks|in a |keep it|max\b|she'?s|he'?s)\b.*$|"
    r"[,;]?\s+(?:friendly|polite|short|firm|warm|formal|casual|nothing else)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_IN = re.compile(
    r"^(?:(?:for|to|a|an|the|about|if|whether|that|them|him|her|hr|it|me|placed|be|have|get|see|ask|asking|one|two|three|four|\d) )*?(?:(?:two|three|four|\d) things?,?\s*)",
    re.IGNORECASE,
)
_NO_ASK = re.compile(
    r"^(?:\W|to|for|the|a|an|it|that|this|them|her|him|job|role|company|museum|offer|on paper|email|mail|decline|accept|say no|withdraw|know|hear|wait|think|answer\w*|"
    r"reply|respond|something|more(?: money| time)?|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|you|u)*$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:to |them to |him to |her to |if (?:they|you|he|she|it|we) (?:can|could|would|might)? ?|whether (?:they|you) (?:can|could|would)? ?|they |you )?(?P<verb>be |keep |cover|re-?look|look|let|match|increase|raise|bump|move|gross|"
    r"make|give|add|put|change|remove|drop|cut|shorten|extend|allow|send|confirm|check|review|consider|include|close|split|reduce|waive|push|delay|"
    r"reconsider|re-?level|place|count|swap|convert|front-?load|fix|update|issue|write|reimburse|pay|sponsor|provide|share|tell|explain|clarify|limit|guarantee|"
    r"adjust|improve|upgrade|bring|forward|bridge|book|arrange|support|credit|pay)\b(?! of\b)",
    re.IGNORECASE,
)
_PERSON_ASKED = re.compile(
    r"^(?:the |my )?(?:[\w.]+ ){0,3}?(?:hr|recruiter|team|manager|committee|professor|people|founder|boss|department|office)\b (?=(?:for|to|about|if)\b)",
    re.IGNORECASE,
)
_NOT_FOR_THEM = re.compile(
    rf"^(?:not |to say|decline|out of|voicemail|withdraw|accept|say |tell|write|know|be honest|sound|it to sound|reply|answer)\b|\b{lexicon.MESSAGE_NOUN}$|^(?:\w+ )?lawyerly",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"(?:,|\band|\bbut)\s+(?:not|only|with|without|prorated?|pro[- ]rata|paid|for|in|at|from|until|if|each|so|rather|instead)\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE = re.compile(r"\b(?:don'?t|dont|do not|not|never|won'?t)\s+(?:\w+\s+)?$", re.IGNORECASE)
_JOINTS = re.compile(r"\s*(?:,|;|\+|\bplus\b|\band(?: also)?\b|&|\bas well as\b|/ (?=\d))\s*", re.IGNORECASE)
_PERIOD = re.compile(
    r"^\s*(?:[A-Za-z]{3,6}\s*)?(?:brutto |gross |net )?(?P<period>(?:/|per|a|an|each|every)\s?(?:month|mo|year|yr|annum|hour|hr|h|day|week)\b|monthly|an hour|hourly|p\.?m\.?\b|p\.?a\.?\b)",
    re.IGNORECASE,
)
_PERIODS = {"m": "a month", "y": "a year", "a": "a year", "h": "an hour", "d": "a day", "w": "a week"}
_SMALL_WORDS = frozenset(
    "go raise increase bump move come up a an the of in at to for on and or is are be it that this my me i base basic salary fixed pay rsu rsus stock stocks equity grant shares sign signing on bonus joining "
    "total comp tc package gross net brutto per year month annual over years yr k usd eur gbp please from instead at least around about up more which would not least "
    "offer relo relocation target options baht euros euro dollars pounds rupees francs kronor zloty yen reais pesos lakh lakhs lpa crore pln sek nok dkk chf inr sgd "
    "aud cad nzd hkd jpy brl mxn czk huf ils aed zar kes ngn bucks quid mo".split()
)


@dataclass(frozen=True)
class Money:
    """A sum as a message states it: the value, its currency or none, and the period ("a month") or ""."""

    value: Decimal
    currency: str | None
    period: str = ""

    @property
    def said(self) -> str:
        """The sum in words fit for a message.

        >>> Money(Decimal(155000), None).said, Money(Decimal(12500), "SGD", "a month").said
        ('155,000', 'SGD 12,500 a month')
        """
        plain = f"{self.value:,.2f}".removesuffix(".00")
        amount = render_money(self.value, self.currency) if self.currency else plain
        return f"{amount} {self.period}".strip()


@dataclass(frozen=True)
class Ask:
    """One thing asked for.

    An "amount" has the `term` (a key of TERM_NAMES) with its sum `asked` and, where known, the one `offered`; a
    "thing" and an "action" have `words`: a noun phrase, or what the company is asked to do.
    """

    form: Form
    term: str = ""
    asked: Money | None = None
    offered: Money | None = None
    words: str = ""
    on_top: bool = False


def read_asks(text: str, clauses: Iterable[Clause], currency: str | None) -> list[Ask]:
    """The asks of a message, in its order.

    Args:
        text: the message without what others are quoted with.
        clauses: its clauses.
        currency: of the offer, for sums that name none.
    """
    amounts = read_amounts(text)
    scale = _scale(amounts)
    currency = currency or next((item.currency for item in amounts if item.currency), None)
    asks: list[Ask] = []
    for clause in clauses:
        if clause.role in ("ask", "order"):
            for start, end in _regions(text, clause):
                asks += _read_region(text, start, end, amounts, scale, currency)
    asks += _read_arrows(text, amounts, scale, currency)
    return _each_once(asks)


def _regions(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where in a clause something is asked for."""
    folded = lexicon.fold(text)
    found = list(ASK.finditer(folded, clause.start, clause.end))
    ends = [*(match.start() for match in found[1:]), clause.end]
    for match, end in zip(found, ends, strict=False):
        if _NEGATED_BEFORE.search(folded[max(0, match.start() - 16) : match.start()]) or re.search(
            r"\b(?:don'?t|dont|not)\b", match.group(), re.IGNORECASE
        ):
            continue
        region = text[match.end() : end]
        cut = _REASON_BEHIND.search(region)
        stop = match.end() + (cut.start() if cut else len(region))
        yield match.end(), stop


def _read_region(
    text: str, start: int, end: int, amounts: list[WrittenAmount], scale: Decimal, currency: str | None
) -> Iterator[Ask]:
    region = text[start:end]
    if lead := _LEAD_IN.match(region):
        start += lead.end()
        region = text[start:end]
    inside = [item for item in amounts if start <= item.start < end]
    pay = [item for item in inside if _is_sum(item, scale)]
    if _is_whole(region, pay):
        yield from _free(region)
        return
    taken = _from_to(region, start, pay)
    for begin, stop in _items(region):
        words = region[begin:stop]
        sums = [item for item in pay if start + begin <= item.start < start + stop]
        if not sums:
            yield from _free(words)
            continue
        asked = sums[-1] if not taken else taken[1]
        offered = taken[0] if taken else None
        term = _term(text, asked, start + begin, start + stop)
        if term is None and (_has_content(words, sums) or (len(pay) > 1 and not taken)):
            yield from _free(words)
            continue
        behind = lexicon.MORE_BEHIND.match(text, asked.end)
        yield Ask(
            "amount",
            term or "base_salary",
            _money(text, asked, scale, currency),
            _money(text, offered, scale, currency) if offered else None,
            on_top=bool(behind),
        )


def _is_whole(region: str, pay: list[WrittenAmount]) -> bool:
    """Whether a region without sums is one thing to do, whose commas and "and" are not joints of a list."""
    return not pay and bool(_VERB.match(region.strip()) or _ONE_THING.search(region))


def _items(region: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _JOINTS.finditer(region):
        digits = match.group().strip() == "," and region[match.end() : match.end() + 3].isdigit()
        if digits and region[: match.start()][-1:].isdigit():
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(region)


def _free(words: str) -> Iterator[Ask]:
    text = to_you(tidy(words))
    text = _PERSON_ASKED.sub("", text)
    text = re.sub(
        r"^(?:for|about|if|whether|to have|to get|to be|them|him|her|hr|that|you for)\s+(?=\w)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    if not text or _NO_ASK.match(text) or _NOT_FOR_THEM.search(text) or len(text) > 220:
        return
    if match := _VERB.match(text):
        verb = text[match.start("verb") :]
        yield Ask("action", words=re.sub(r"\blet me\b", "let me", verb))
    else:
        yield Ask("thing", words=text)


def _from_to(region: str, start: int, pay: list[WrittenAmount]) -> tuple[WrittenAmount, WrittenAmount] | None:
    """Both sums of "from 172 to 185"."""
    if len(pay) != 2 or not re.search(r"\bfrom\b|→|->", region, re.IGNORECASE):
        return None
    between = region[pay[0].end - start : pay[1].start - start]
    return (pay[0], pay[1]) if re.search(r"\bto\b|→|->", between) else None


def _read_arrows(text: str, amounts: list[WrittenAmount], scale: Decimal, currency: str | None) -> Iterator[Ask]:
    for match in _FROM_TO.finditer(text):
        before = next((item for item in amounts if item.start == match.start("a")), None)
        after = next((item for item in amounts if item.start == match.start("b")), None)
        if before is not None and after is not None:
            term = _term(text, after, max(0, match.start() - 20), min(len(text), match.end() + 20)) or "base_salary"
            offered, asked = _money(text, before, scale, currency), _money(text, after, scale, currency)
            yield Ask("amount", term, asked, offered)
    for item in amounts:
        if _is_sum(item, scale) and _WOULD.match(text[item.end : item.end + 24]):
            yield Ask("amount", "base_salary", _money(text, item, scale, currency))


def _is_sum(item: WrittenAmount, scale: Decimal) -> bool:
    if item.unit or item.kind == "percent":
        return False
    return item.kind == "money" or item.explicit or item.value >= SMALLEST_PAY or (scale > 1 and item.value > 15)


def _scale(amounts: list[WrittenAmount]) -> Decimal:
    """What bare numbers such as 155 stand for: thousands, unless the text deals in small sums."""
    bare = [item for item in amounts if item.kind == "plain" and not item.unit and not item.explicit]
    return Decimal(1000) if any(SMALLEST_PAY <= item.value < 1000 for item in bare) or not bare else Decimal(1)


def _money(text: str, item: WrittenAmount, scale: Decimal, currency: str | None) -> Money:
    bare = item.kind == "plain" and not item.explicit and item.value < 1000
    match = _PERIOD.match(text, item.end)
    period = ""
    if match:
        word = (
            re.sub(r"^(?:/|per|a|an|each|every)\s?", "", match["period"].lower()).replace("p.", "").replace("p", "", 1)
        )
        period = _PERIODS.get(word[:1], "")
    return Money(item.value * scale if bare else item.value, item.currency or currency, period)


def _term(text: str, amount: WrittenAmount, start: int, end: int) -> str | None:
    """The term whose word stands nearest to the amount inside the item."""
    best, distance = None, LEVER_REACH
    for term, words in _TERMS.items():
        for word in words.finditer(text, start, end):
            behind = word.start() >= amount.end
            between = text[amount.end : word.start()] if behind else text[word.end() : amount.start]
            gap = len(between) + (PARTED if lexicon.PARTS_SUMS.search(between) else 0)
            if (behind or word.end() <= amount.start) and gap < distance:
                best, distance = term, gap
    return best


def _has_content(words: str, sums: list[WrittenAmount]) -> bool:
    """Whether an item says more than a sum and the name of a term."""
    left = words
    for item in sums:
        left = left.replace(item.quote, " ")
    return any(word not in _SMALL_WORDS for word in re.findall(r"[a-z]{2,}", left.lower()))


def _each_once(asks: Iterable[Ask]) -> list[Ask]:
    """One ask a term, the last one counts; words only once."""
    by_key: dict[str, Ask] = {}
    for ask in asks:
        key = ask.term if ask.form == "amount" else ask.words.casefold()
        known = by_key.get(key)
        if known is not None and known.offered is not None and ask.offered is None:
            by_key[key] = replace(ask, offered=known.offered)
        else:
            by_key[key] = ask
    asks = list(by_key.values())
    named = any(ask.form == "amount" for ask in asks)
    return [
        ask
        for ask in asks
        if not (named and ask.form == "thing" and not _has_content(ask.words.replace("instead", ""), []))
    ]

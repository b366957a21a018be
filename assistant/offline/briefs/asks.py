"""Asks: what a message is to ask for: amounts of a term, or things in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.encoder.reading import is_installed
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.asks_abroad import join_abroad, read_abroad
from assistant.offline.briefs.changed_asks import Told, with_changes
from assistant.offline.briefs.clause_patterns import ASK
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.counted import counted_alike, mark_counted, percent_alike
from assistant.offline.briefs.learnt import join_asks
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.own_words import SMALL_WORDS, in_own_words
from assistant.offline.briefs.rates import in_the_same_rate, is_small_rate, pays_by_the_hour
from assistant.offline.briefs.second_asks import REASON_BEHIND, read_second
from assistant.offline.briefs.subjects import by_subject
from assistant.offline.briefs.sums_meant import read_meant
from assistant.offline.briefs.terms_meant import with_terms_meant
from assistant.offline.briefs.wording import VERB, read_wording
from assistant.offline.statements import LEVER_REACH, PARTED, SMALLEST_PAY

_TERMS: dict[str, re.Pattern[str]] = {
    **lexicon.LEVER_WORDS,
    "relocation": re.compile(r"\b(?:relo(?:cation)?|moving (?:allowance|budget|costs?))\b", re.IGNORECASE),
    "total": re.compile(r"\b(?:tc|total comp\w*|total package|all[- ]in|package)\b", re.IGNORECASE),
}
_FROM_TO = lazy(
    r"(?P<a>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)\s*(?:[A-Z]{3}\s*)?(?:→|->|=>|➡|⇒)\s*(?P<b>[$€£¥₹]?\d[\d.,]*\s?[kKmM]?)"
)
_WOULD = lazy(
    r"^\W*(?:would|works|is fine|is my number|does it|chahiye|mangta|would do|would work|and i(?:'m| am)? (?:in|sign))\b",
    re.IGNORECASE,
)
_LEAD_IN = lazy(
    r"^(?:(?:for|to|a|an|the|about|if|whether|that|them|him|her|hr|it|me|placed|be|have|get|see|ask|asking|one|two|three|four|\d) )*?(?:(?:two|three|four|\d) things?,?\s*)",
    re.IGNORECASE,
)
_ONE_THING = lazy(
    r"(?:,|\band|\bbut)\s+(?:not|only|with|without|prorated?|pro[- ]rata|paid|for|in|at|from|until|if|each|so|rather|instead)\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE = lazy(r"\b(?:don'?t|dont|do not|not|never|won'?t)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OPENING = lazy(
    r"\W*(?:(?:and|but|so|then|also|just|only|please|pls|plz|that|i|i'd|i'm|im|id|ill|i'll|we|really|honestly|wanna|want|would|like|love|need|needs|prefer|rather|hoping|hope|looking|aiming|asking|ask|request|requesting|for|if possible|ideally|with these questions|these|is|my|number|target)\b[\s:,]*)*(?:to\s+)?",
    re.IGNORECASE,
)
"""What leads to the thing that is asked for."""
_WHOM = lazy(
    r"(?!base\b|salary\b|sign|more\b|time\b|relo)(?:the |my |our )(?:[\w'-]+ ){1,2}for (?=[$€£¥₹]?\s?\d)", re.IGNORECASE
)
"""Who is asked, between "ask" and the sum."""
_THEIRS_BEFORE = lazy(
    r"\b(?:they|she|he|hr|company|recruiter|manager|founder|boss)(?:'re|'s| are| is)?\s+$", re.IGNORECASE
)
_JOINTS = lazy(r"\s*(?:,|;|(?<!\d)\+|(?<=\s)\+|\bplus\b|\band(?: also)?\b|&|\bas well as\b|/ (?=\d))\s*", re.IGNORECASE)
_PERIOD = lazy(
    r"^\s*(?:(?:more|extra) )?(?:[A-Za-z]{3,6}\s*)?(?:brutto |gross |net )?(?P<period>(?:/|per|a|an|each|every)\s?(?:month|mo|year|yr|annum|hour|hr|h|day|week)\b|monthly|an hour|hourly|p\.?m\.?\b|p\.?a\.?\b)",
    re.IGNORECASE,
)
_INSTEAD = lazy(r"\b(?:instead of|in place of|in ?stead of|rather than|not|vs\.?|versus|over|from)\b", re.IGNORECASE)
_IN_PLACE = lazy(r"\b(?:instead of|in place of|rather than)\b", re.IGNORECASE)
_IF_NOT = lazy(
    r"^\W*(?:and |or |but )?(?:if (?:not|no|they can'?t|she can'?t|he can'?t|that'?s not possible)(?: that| possible)?,?|if (?:he|she|they|it|that|the answer)(?:'s| is| says?| said)? (?:a )?no,?(?: then)?(?: i(?:'?d| would|'ll) (?:take|accept|settle for|go for|like|want|be (?:ok|happy|fine) with))?|otherwise,?|else|plan b:?|second (?:ask|choice):?|alternatively,?)\s+",
    re.IGNORECASE,
)
_OPEN_IF = lazy(r"^\W*(?:and )?(?:if|whether) (?P<what>[^.!?]+?) (?:is |are |would be )?possible\b", re.IGNORECASE)
_TRAILING = lazy(r"(?:[,;&+]|\b(?:and|plus|also|too|instead|pls|please|maybe|as well|so))\s*$", re.IGNORECASE)
_ORDERED = lazy(r"^\W*(?:an? |the |my )?(?:[$€£¥₹]?\d[\d.,]*k?\b|more |later |longer |extra )", re.IGNORECASE)
_OR_ELSE = lazy(r"\s*,?\s+or (?:else |at least |if not,? )?(?=[a-z])", re.IGNORECASE)
_MY_OWN_TO = lazy(r"\b(?:i|we|i'd|id|want|like|need|love|ask|asking|prefer|hope|wish|get) to\s*$", re.IGNORECASE)
"""Before what the person would do, not what they are to do."""
_PERIODS = {"m": "a month", "y": "a year", "a": "a year", "h": "an hour", "d": "a day", "w": "a week"}


def read_asks(
    text: str, clauses: Sequence[Clause], currency: str | None, mentions: Sequence[Mention] = ()
) -> list[Ask]:
    """The asks of a message, in its order.

    Args:
        text: the message without what others are quoted with.
        clauses: its clauses.
        currency: of the offer, for sums that name none.
        mentions: what the message mentions, at the places of `text`.
    """
    amounts = mark_counted(text, read_amounts(text))
    got = [item for item in amounts if any(one.role == "got" and one.start <= item.start < one.end for one in mentions)]
    amounts = percent_alike(text, amounts, got)
    if pays_by_the_hour(text):
        amounts = [replace(item, explicit=True) if is_small_rate(item) else item for item in amounts]
    scale = _scale(amounts)
    currency = currency or next((item.currency for item in amounts if item.currency), None)
    asks: list[Ask] = []
    for clause in clauses:
        if second := _IF_NOT.match(text[clause.start : clause.end]):
            start, end = clause.start + second.end(), clause.end
            asks += [
                replace(ask, second_choice=True) for ask in _read_region(text, start, end, amounts, scale, currency)
            ]
        elif asks and (open_if := _OPEN_IF.match(text[clause.start : clause.end])):
            asks += read_wording(open_if["what"])
        elif clause.role in ("ask", "order"):
            for start, end in _regions(text, clause):
                before = lexicon.fold(text[max(clause.start, start - 14) : start])
                found = _read_region(text, start, end, amounts, scale, currency, _lead_word(before))
                asks += _as_told(found, before)
    grounds = [clause for clause in clauses if clause.role in ("reason", "loss")]
    free = [item for item in amounts if not any(clause.start <= item.start < clause.end for clause in grounds)]
    asks += _read_arrows(text, free, scale, currency)
    if not asks:
        for head, tail in pairwise(clauses):
            if (
                head.role == "order"
                and head.words.rstrip().endswith(":")
                and tail.role in ("rest", "style")
                and _ORDERED.match(tail.words)
            ):
                asks += _read_region(text, tail.start + _lead(text, tail), tail.end, amounts, scale, currency)
    told = Told(
        text,
        clauses,
        mentions,
        amounts,
        lambda item: _money(text, item, scale, currency),
        lambda item, start, end: _term(text, item, start, end),
    )
    joined = with_changes(join_asks(text, asks, mentions, amounts, told.as_money, told.term_of), told)
    joined += [*read_meant(told, joined), *read_second(text, joined)]
    joined = [counted_alike(ask, text) for ask in in_the_same_rate(joined, text)]
    abroad = list(in_the_same_rate(read_abroad(told), text))
    every = join_abroad(by_subject(joined, told), abroad)
    read = _each_once(with_terms_meant(every, text, amounts, told.as_money, told.term_of))
    return _each_once(in_own_words(read, text, clauses, amounts, mentions, told.as_money)) if is_installed() else read


def _as_told(found: Iterable[Ask], before: str) -> Iterator[Ask]:
    """The asks as the words before them mean them: "can I keep" is the person's own doing, "asked" is past."""
    own = re.search(r"\b(?:can|could|may) i\s*$", before, re.IGNORECASE)
    past = re.search(r"\basked(?: for)?\s*$", before, re.IGNORECASE)
    for ask in found:
        if own and ask.form in ("action", "thing"):
            yield replace(ask, form="own")
        else:
            yield replace(ask, past=bool(past))


def _lead_word(before: str) -> str:
    """What the word before tells of what is asked: "if", "whether", "to", "own" for what the person would do, else empty."""
    last = (before.split()[-1:] or [""])[0].lower()
    if last == "to" and _MY_OWN_TO.search(before):
        return "own"
    return last if last in ("if", "whether", "to") else ""


def _lead(text: str, clause: Clause) -> int:
    return len(text[clause.start : clause.end]) - len(text[clause.start : clause.end].lstrip(" :"))


def _regions(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where in a clause something is asked for."""
    folded = lexicon.fold(text)
    found = list(ASK.finditer(folded, clause.start, clause.end))
    if not found and clause.function == "ask":
        opening = _OPENING.match(text, clause.start, clause.end)
        yield (opening.end() if opening else clause.start), clause.end
        return
    ends = [*(match.start() for match in found[1:]), clause.end]
    for match, end in zip(found, ends, strict=False):
        before = folded[max(0, match.start() - 16) : match.start()]
        denied = re.match(r"(?:i |we )?(?:don'?t|dont|not)\b", match.group(), re.IGNORECASE)
        if _NEGATED_BEFORE.search(before) or denied or _THEIRS_BEFORE.search(before):
            continue
        start = match.end() + (3 if text[match.end() : match.end() + 3].lower() == "to " else 0)
        region = text[start:end]
        cut = REASON_BEHIND.search(region)
        stop = start + (cut.start() if cut else len(region))
        while trailing := _TRAILING.search(text[start:stop].rstrip()):
            stop = start + trailing.start()
        yield start, stop


def _read_region(
    text: str,
    start: int,
    end: int,
    amounts: list[WrittenAmount],
    scale: Decimal,
    currency: str | None,
    lead: str = "",
) -> Iterator[Ask]:
    region = text[start:end]
    if whom := _WHOM.match(region):
        start += whom.end()
        region = text[start:end]
    if opening := _LEAD_IN.match(region):
        start += opening.end()
        region = text[start:end]
    inside = [item for item in amounts if start <= item.start < end]
    pay = [item for item in inside if _is_sum(item, scale)]
    if _is_whole(region, pay) or (lead and not pay):
        yield from read_wording(region, lead)
        return
    taken = _from_to(region, start, pay)
    if taken and taken[0].start > taken[1].start:
        region = region[: taken[0].start - start] + region[taken[0].end - start :]
        region = region[: taken[0].start - start].rstrip()
        region = _INSTEAD.sub("", region).rstrip() if region else region
    if pay and (other := _OR_ELSE.search(region, pay[-1].end - start)):
        yield from (replace(ask, second_choice=True) for ask in read_wording(region[other.end() :]))
        region = region[: other.start()]
    for begin, stop in _items(region):
        words = region[begin:stop]
        sums = [item for item in pay if start + begin <= item.start < start + stop]
        if not sums:
            yield from read_wording(words)
            continue
        asked = sums[-1] if not taken else taken[1]
        offered = taken[0] if taken else None
        term = _term(text, asked, start + begin, start + stop)
        if term is None and _has_content(words, sums):
            yield from read_wording(words)
            continue
        behind = lexicon.MORE_BEHIND.match(text, asked.end)
        yield Ask(
            "amount",
            term or "base_salary",
            _money(text, asked, scale, currency),
            _money(text, offered, scale, currency) if offered else None,
            on_top=bool(behind or lexicon.MORE_BEFORE.search(text[max(start, asked.start - 20) : asked.start])),
        )


def _is_whole(region: str, pay: list[WrittenAmount]) -> bool:
    """Whether a region without sums is one thing to do, whose commas and "and" are not joints of a list."""
    return not pay and bool(VERB.match(region.strip()) or _ONE_THING.search(region))


def _items(region: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _JOINTS.finditer(region):
        digits = match.group().strip() == "," and region[match.end() : match.end() + 3].isdigit()
        if digits and region[: match.start()][-1:].isdigit():
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(region)


def _from_to(region: str, start: int, pay: list[WrittenAmount]) -> tuple[WrittenAmount, WrittenAmount] | None:
    """Both sums of "from 172 to 185"."""
    if len(pay) == 2 and _INSTEAD.search(region[pay[0].end - start : pay[1].start - start]):
        return pay[1], pay[0]
    if len(pay) != 2 or not re.search(r"\bfrom\b|→|->", region, re.IGNORECASE):
        return None
    between = region[pay[0].end - start : pay[1].start - start]
    return (pay[0], pay[1]) if re.search(r"\bto\b|→|->", between) else None


def _read_arrows(text: str, amounts: list[WrittenAmount], scale: Decimal, currency: str | None) -> Iterator[Ask]:
    for match in _FROM_TO.finditer(text):
        before = next((item for item in amounts if item.start == match.start("a")), None)
        after = next((item for item in amounts if item.start == match.start("b")), None)
        if before is not None and after is not None:
            named = _term(text, before, max(0, match.start() - 20), match.start())
            term = named or _term(text, after, match.start(), min(len(text), match.end() + 20)) or "base_salary"
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
            # the word is another number's, or what the sum is to stand in place of
            apart = bool(re.search(r"\d", between) or (behind and _IN_PLACE.search(between)))
            if (behind or word.end() <= amount.start) and gap < distance and not apart:
                best, distance = term, gap
    return best


def _has_content(words: str, sums: list[WrittenAmount]) -> bool:
    """Whether an item says more than a sum and the name of a term."""
    left = words
    for item in sums:
        left = left.replace(item.quote, " ")
    return any(word not in SMALL_WORDS for word in re.findall(r"[a-z]{2,}", left.lower()))


def _each_once(asks: Iterable[Ask]) -> list[Ask]:
    """One ask a term, the last one counts; words only once."""
    by_key: dict[str, Ask] = {}
    for ask in asks:
        key = ask.term if ask.form in ("amount", "change") else ask.words.casefold()
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
        if not (
            named
            and ask.form == "thing"
            and "%" not in ask.words
            and not _has_content(ask.words.replace("instead", ""), [])
        )
    ]

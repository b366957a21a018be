"""Bonds: what a number is by the words and the number it is tied to, where they leave no doubt."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PASSING, fits

Shares = Mapping[str, float]
SHARED_UNITS = frozenset({"hour", "day", "mile"})
"""Units that a second count of the same thing leaves unsaid: "for 40 hours, I want only 32"."""
LIKE_COUNT = 8
"""A count set against another is at most so many times larger or smaller."""
SURELY, BESIDE = -0.05, -4.0
"""What the sense that words tell has, and what the others keep, as logarithms."""
LIKELY = -1.2
MOST_MOVED = 20
"""A price moves by at most so many times."""
LEAST_PAY = 20_000
"""From here on an amount without a period is no running cost where it is far the largest told."""
BY_COUNT = frozenset({"trip", "visit", "call"})
"""Pay by these comes as often as the counts told with it."""
RUNNING = frozenset({"month", "week", "day"})
_ABOUT = r"(?:about |around |only |just )?[$€£]?$"
_AMOUNT, _PERCENT = frozenset({"money", "number"}), frozenset({"percent"})
_PREMIUM = r"premium|differential|diff|extra|uplift|loading|supplement|\w*zuschlag|recargo|plus|nocturnidad|prime|majoration"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


OF_ITS_LIKE = _words(
    r"\b(?:against|vs\.?|versus|instead of|rather than|compared (?:to|with)|statt|only|just|nur|solo|apenas|down to|drop(?:ping)? to|cut(?:ting)? to|going to|go to|reduc\w+ to|auf|i (?:do|did|work|worked|want)|to do|to work)[\s$€£]*$"
)


_GOES_ON = _words(
    r"^[^\n]*\n\W*(?:(?:and|ok|so|or|but|what|how|if|about|i|do|did|work|worked|it|is|were|then|in|at|by|for|with|only) ?)*$"
)
"""A message that names another number and nothing else goes on with the last one told."""


@dataclass(frozen=True)
class Told:
    """A part that the words right before and behind a number tell; `anywhere` must stand in the message."""

    sense: str
    dims: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str] = _words("")
    anywhere: re.Pattern[str] = _words("")


TOLD = (
    Told("ask", _AMOUNT, _words(rf"\b(?:i|we) (?:asked(?: (?!for)\w+)? for|countered(?: with| at)?|pushed for|requested) {_ABOUT}")),
    Told("paidin", _AMOUNT, _words(rf"\b(?:contribut\w+|put(?:ting)? in|pay(?:ing)? in) {_ABOUT}"), anywhere=_words("espp|purchase plan")),
    Told("price", _AMOUNT, _words(rf"\b(?:shares|rsus?|units) (?:at|@|priced at|trading at|valued at) {_ABOUT}")),
    Told("sign", _AMOUNT, _words(r"\b(?:tuition|training|relo\w*|moving|course|visa|bootcamp|certification|schulung\w*|fortbildung\w*)[^.?!\d\n]{0,24}$"), anywhere=_words(r"pay (?:it |that |any )?back|repay|\bowe|back for (?:each|every)|clawback|pro[- ]?rata|zuruck")),
    Told("cost", frozenset({"money"}), _words(rf"\b(?:minus|less) (?:the |a )?{_ABOUT}")),
    Told("wait", frozenset({"time"}), _words(""), _words(r" (?:earlier|sooner|later)\b"), _words("bonus|retention")),
    Told("o", _PERCENT, _words(rf"\b(?:which|that|this)(?:'?s| is| makes| equals) {_ABOUT}"), _words(r" ?of (?:my|the) (?:\w+ )?(?:base|pay|salary|gross)")),
)  # fmt: skip
WHOLE_PAY = frozenset({"pay", "now", "ask", "tc"})
_BY_WHICH = _words(r"[$€£]?\d[\d.,]*k? (?:more|less|extra|better|higher|lower) (?:a|an|per|each|every|than)\b")
"""An amount by which a pay is more is no pay."""
_AGAIN = _words(r"\b(?:i\.?e\.?|that'?s|that is|which is|so|meaning|equals|comes to|makes)[, ]+(?:about )?[$€£]?$|[=(] ?[$€£]?$")
_MOVES_TO = _words(
    r"\b(?:falls?|fell|drops?|dropped|goes|went|go|rises?|rose|climbs?|climbed|jumps?|sinks?|tanks?|crash\w*|slides?|slid|moves?|down|up|hits?) (?:back )?(?:down |up )?(?:(?:to|at) )?[$€£]?$"
)
_COMMUTES = _words(r"\b(?:each way|one way|per way|commut\w+|round[- ]?trip|there and back|drive (?:to|in))\b")
_PAID = _words(r"\b(?:cpm|paid by the mile|trucker|owner[- ]operator|freight|loads?|dispatch)\b")
_ON_TOP_OF = _words(
    r"^[^.;?!\d]{0,40}\b(?:on top of|over and above|above|over|on|sobre|auf|sur) (?:my |the |a |an |los |den |die )?(?:\w+ )?[$€£]?$"
)
_IS_PREMIUM = _words(rf"\b(?:{_PREMIUM})\b")


def in_like_units(text: str, terms: Sequence[Term]) -> list[Term]:
    """The terms with bare counts in the unit of the count they are set against.

    >>> from assistant.offline.algebra.terms import read_terms
    >>> told = "58k for 40 hours, I want to do only 32"
    >>> [t.unit for t in in_like_units(told, read_terms(told))]
    [None, 'hour', 'hour']
    """
    made: list[Term] = []
    for term in terms:
        bare = term.dim == "number" and not term.explicit and term.currency is None and term.per is None
        if bare and (like := _like_count(text, made, term)) is not None:
            term = replace(term, dim="time", unit=like.unit, per=like.per)
        made.append(term)
    return made


def possible(text: str, terms: Sequence[Term], shares: Sequence[Shares]) -> list[dict[str, float]]:
    """The likelihoods of the senses that each number can have, with those certain that its words or another number tell."""
    made: list[dict[str, float]] = []
    for at, term in enumerate(terms):
        like = _like_count(text, terms[:at], term)
        if like is not None:
            place = terms.index(like)
            made[place] = _without_passing(made[place])
            made.append(made[place])
            continue
        kept = _measured(text, terms, term, shares[at])
        told = _told(text, terms, at, shares)
        made.append({**{other: min(share, BESIDE) for other, share in kept.items()}, told: SURELY} if told else kept)
    return made


def _measured(text: str, terms: Sequence[Term], term: Term, shares: Shares) -> dict[str, float]:
    """The senses a number can have by its measure and size, as likely as they are among themselves."""
    never = (frozenset({"cost"}) if _outsizes(terms, term) else frozenset()) | (
        WHOLE_PAY if _BY_WHICH.match(text, term.start) else frozenset()
    )
    kept = {s: p for s, p in shares.items() if fits(term, s) and s not in never}
    return _among_themselves(kept) or dict(shares)


def _among_themselves(shares: Shares) -> dict[str, float]:
    whole = math.log(sum(math.exp(share) for share in shares.values())) if shares else 0.0
    return {sense: share - whole for sense, share in shares.items()}


def _without_passing(shares: Shares) -> dict[str, float]:
    """The senses of a count that another is set against, which is none said in passing."""
    return _among_themselves({s: p for s, p in shares.items() if s not in PASSING}) or dict(shares)


def _told(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> str | None:
    """The part that words tell for certain."""
    term, before, behind = terms[at], text[: terms[at].start], text[terms[at].end :]
    for told in TOLD:
        if term.dim in told.dims and told.anywhere.search(text) and told.before.search(before):
            if told.behind.match(behind):
                return told.sense
    if term.dim in _AMOUNT and _AGAIN.search(before) and _is_told_already(terms[:at], term):
        return "o"
    if term.dim in _AMOUNT and at and _is_topped(text, terms[at - 1], term):
        return "pay"
    if term.dim == "percent" and at + 1 < len(terms) and _is_topped(text, term, terms[at + 1]):
        return "plus"
    if term.unit == "shift" and at + 1 < len(terms) and terms[at + 1].per == "shift":
        return "shifts"
    if term.unit == "hour" and term.per == "shift" and at and terms[at - 1].unit == "shift":
        return "shifth"
    if term.per == "mile" and _COMMUTES.search(text) and not _PAID.search(text):
        return "unitcost"
    if term.dim == "money" and term.per == "quarter" and terms[0] is not term:
        return "extra"
    paid_by = next((t for t in terms[:at] if t.per in BY_COUNT), None)
    if paid_by is not None and term.dim == "money" and term.per in RUNNING and not term.explicit and not term.currency:
        return "miles"
    return "price2" if term.dim in _AMOUNT and _is_later_price(text, terms, at, shares) else None


def _like_count(text: str, before: Sequence[Term], term: Term) -> Term | None:
    """The count of the same thing that a number is set against by the words before it."""
    like = next((t for t in reversed(before) if t.dim == "time" and t.unit in SHARED_UNITS), None)
    if like is None or term.dim not in ("number", "time") or term.unit not in (None, like.unit):
        return None
    near = 0 < term.value <= like.value * LIKE_COUNT and like.value <= term.value * LIKE_COUNT
    between = text[like.end : term.start]
    goes_on = like is before[-1] and bool(_GOES_ON.search(between))
    return like if near and (goes_on or OF_ITS_LIKE.search(between)) else None


def _outsizes(terms: Sequence[Term], term: Term) -> bool:
    """Whether an amount without a period lies far above what comes every month or week beside it."""
    running = [t.value for t in terms if t.dim == "money" and t.per in RUNNING]
    return term.per is None and term.value >= LEAST_PAY and bool(running) and term.value > 10 * max(running)


def _is_told_already(before: Sequence[Term], term: Term) -> bool:
    """Whether an amount is that of a percent and an amount told before it."""
    percents = [t.value for t in before if t.dim == "percent"]
    return any(t.dim in _AMOUNT and t.value * percent == term.value * 100 for t in before for percent in percents)


def _is_topped(text: str, percent: Term, amount: Term) -> bool:
    """Whether a premium in percent comes on top of an amount: "12% differential on top of 38.50"."""
    if percent.dim != "percent" or amount.dim not in _AMOUNT:
        return False
    between = text[percent.end : amount.start]
    around = text[max(0, percent.start - 24) : amount.start]
    return bool(_ON_TOP_OF.match(between)) and bool(_IS_PREMIUM.search(around))


def _is_later_price(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> bool:
    """Whether a price told before moves to this number: "and if it falls to 42?"."""
    term = terms[at]
    told = [o for o, share in zip(terms[:at], shares, strict=False) if share.get("price", BESIDE) > LIKELY]
    near = any(o.value and 1 / MOST_MOVED <= term.value / o.value <= MOST_MOVED for o in told)
    return near and bool(_MOVES_TO.search(text[: term.start]))

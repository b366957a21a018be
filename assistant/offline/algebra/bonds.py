"""Bonds: what a number is by the words and the number it is tied to, where they leave no doubt."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.offline.algebra.portions import FRACTION
from assistant.offline.algebra.scaling import THOUSAND
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
HUNDRED = 100
MOST_MOVED = 20
"""A price moves by at most so many times."""
UNSURE = -1.0
CLOSE = 2
"""A number that changes one before is at most so many times larger or smaller."""
VESTS = (2, 6)
"""Years over which stock vests."""
LEAST_PAY = 20_000
"""From here on an amount without a period is no running cost where it is far the largest told."""
BY_COUNT = frozenset({"trip", "visit", "call"})
"""Pay by these comes as often as the counts told with it."""
RUNNING = frozenset({"month", "week", "day"})
_ABOUT = r"(?:about |around |only |just )?[$€£]?$"
_AMOUNT, _PERCENT = frozenset({"money", "number"}), frozenset({"percent"})
_PREMIUM = (
    r"premium|differential|diff|extra|uplift|loading|supplement|\w*zuschlag|recargo|plus|nocturnidad|prime|majoration"
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NAMES = _words(r"\b(?:with|over|of|than|beat|match|against|from|below|above|under|to) (?:the|that|those|their) $")
ANY = _words("")
OF_ITS_LIKE = _words(
    r"\b(?:against|vs\.?|versus|instead of|rather than|compared (?:to|with)|statt|only|just|nur|solo|apenas|down to|drop(?:ping)? to|cut(?:ting)? to|going to|go to|reduc\w+ to|auf|to do|to work|(?:i|i'?d|i would|we)(?: (?:only|rather|just|like|want|wanted|prefer|to|do|did|work|worked|have|take|drop|go|down)){1,4})[\s$€£]*$"
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
    behind: re.Pattern[str] = ANY
    anywhere: re.Pattern[str] = ANY

    def fits(self, text: str, term: Term) -> bool:
        """Whether the words around a number tell this part."""
        around = self.before.search(text[: term.start]) and self.behind.match(text[term.end :])
        return term.dim in self.dims and bool(around and self.anywhere.search(text))


TOLD = (
    Told("ask", _AMOUNT, _words(rf"\b(?:i|we) (?:asked(?: (?!for)\w+)? for|countered(?: with| at)?|pushed for|requested) {_ABOUT}")),
    Told("paidin", _AMOUNT, _words(rf"\b(?:contribut\w+|put(?:ting)? in|pay(?:ing)? in) {_ABOUT}"), anywhere=_words("espp|purchase plan")),
    Told("put", _PERCENT, _words(r"\b(?:i|we) (?:save|set aside|put (?:away|aside)) (?:about |around )?$")),
    Told("price", _AMOUNT, _words(rf"\b(?:shares|rsus?|units) (?:at|@|priced at|trading at|valued at) {_ABOUT}")),
    Told("sign", _AMOUNT, _words(r"\b(?:tuition|training|relo\w*|moving|course|visa|bootcamp|certification|schulung\w*|fortbildung\w*)[^.?!\d\n]{0,24}$"), anywhere=_words(r"pay (?:it |that |any )?back|repay|\bowe|back for (?:each|every)|clawback|pro[- ]?rata|zuruck")),
    Told("cost", frozenset({"money"}), _words(rf"\b(?:minus|less) (?:the |a )?{_ABOUT}")),
    Told("wait", frozenset({"time"}), _words(r"\b(?:stay(?:ed)?|wait(?:ed)?|hang on|hold out|stick around)(?: here)?(?: for)?(?: another| about| just)? $"), anywhere=_words(r"\bvests?\b|\bwaiting\b")),
    Told("bonus", _AMOUNT, ANY, _words(r" (?:of (?:stock|rsus?) )?(?:vests|will vest|would vest)\b"), _words(r"\b(?:wait\w*|stay)\b")),
    Told("wait", frozenset({"time"}), ANY, _words(r" (?:earlier|sooner|later)\b"), _words("bonus|retention")),
    Told("weeks", frozenset({"time"}), ANY, _words(r" ?(?:weeks?|wks?)? ?(?:of )?(?:pay )?(?:in lieu|severance|notice pay)\b"), _words("pay|paid")),
    Told("o", frozenset({"number"}), _words(r"\d ?(?:weeks?|wks?|days) ?(?:/|divided by) ?$"), _words(r"(?![.,]?\d)")),
    Told("o", _PERCENT, _words(rf"\b(?:which|that|this)(?:'?s| is| makes| equals) {_ABOUT}"), _words(r" ?of (?:my|the) (?:\w+ )?(?:base|pay|salary|gross)")),
)  # fmt: skip
WHOLE_PAY = frozenset({"pay", "now", "ask", "tc"})
_BY_WHICH = _words(r"[$€£]?\d[\d.,]*k? (?:more|less|extra|better|higher|lower) (?:a|an|per|each|every|than)\b")
"""An amount by which a pay is more is no pay."""
_TIME = _words(
    r"\b(?:months?|mos?|mths?|years?|yrs?|y|weeks?|wks?|days?|quarters?|(?:leav|quit|stay|serv|vest|resign)\w*|left|after|later|cliff|tenure|gone|"
    r"monat\w*|jahr\w*|mes(?:es)?|años?|mois|ans?|mahin\w*|saal)\b|\d ?(?:mo|m|y|yrs?)\b"
)
"""Without one of these no bare number is a time that has gone by."""
_AGAIN = _words(
    r"\b(?:i\.?e\.?|that'?s|that is|which is|so|meaning|equals|comes to|makes)[, ]+(?:about )?[$€£]?$|[=(] ?[$€£]?$"
)
_VESTS_OVER = _words(
    r"(?: (?:of |in )?(?:rsus?|shares|stock|equity|options|each))?(?:,| /| over| vest\w* over| in)? ?(?:the )?"
)
_ASIDE = _words(rf"\b(?:with|vs\.?|versus|against|instead of|only|compared to) {_ABOUT}")
_MOVES_TO = _words(
    r"\b(?:falls?|fell|drops?|dropped|goes|went|go|rises?|rose|climbs?|climbed|jumps?|sinks?|tanks?|crash\w*|slides?|slid|moves?|down|up|hits?) (?:back )?(?:down |up )?(?:(?:to|at) )?[$€£]?$"
)
_COMMUTES = _words(r"\b(?:each way|one way|per way|commut\w+|round[- ]?trip|there and back|drive (?:to|in))\b")
_PAID = _words(r"\b(?:cpm|paid by the mile|trucker|owner[- ]operator|freight|loads?|dispatch)\b")
_ON_TOP_OF = _words(
    r"^[^.;?!\d]{0,40}\b(?:on top of|over and above|above|over|on|sobre|auf|sur) (?:my |the |a |an |los |den |die )?(?:\w+ )?[$€£]?$"
)
_STAYS_BEFORE = _words(
    r"\b(?:keep|kept|keeping|net|left with|take home|get to keep|me quedo con|remaining|remains)(?: is| of|:)? (?:about |only |just |the (?:other )?)?$"
)
_STAYS_BEHIND = _words(
    r" ?(?:of it )?(?:is |are |stays? |will be |would be )?(?:left|mine|net\b|kept|remains?|in my pocket|take[- ]home|to me)\b"
)
_IS_PREMIUM = _words(rf"\b(?:{_PREMIUM})\b")


def in_like_units(text: str, terms: Sequence[Term]) -> list[Term]:
    """The terms with bare counts in the unit of the count they are set against.

    >>> from assistant.offline.algebra.terms import read_terms
    >>> told = "58k for 40 hours, I want to do only 32"
    >>> [t.unit for t in in_like_units(told, read_terms(told, thousands=False))]
    [None, 'hour', 'hour']
    """
    made: list[Term] = []
    for term in _in_thousands_of_total(terms):
        if _is_bare(term) and (like := _like_count(text, made, term)) is not None:
            made.append(replace(term, dim="time", unit=like.unit, per=like.per))
        else:
            made.append(term)
    return made


def _is_bare(term: Term) -> bool:
    return term.dim == "number" and not term.explicit and term.currency is None and term.per is None


def _in_thousands_of_total(terms: Sequence[Term]) -> list[Term]:
    """The terms with bare numbers in thousands where they add up to an amount: "210k: 160 base, 16 bonus, 34 stock"."""
    parts = [term for term in terms if _is_bare(term)]
    total = sum(term.value for term in parts) * THOUSAND
    if len(parts) < 2 or not any(term.dim == "money" and term.value == total for term in terms):
        return list(terms)
    return [
        replace(term, value=term.value * THOUSAND, dim="money", explicit=True) if term in parts else term
        for term in terms
    ]


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
        if max(kept.values()) < UNSURE and (changed := _goes_on_with(text, terms, at)) is not None:
            kept = made[changed]
        told = _told(text, terms, at, shares)
        made.append({**{other: min(share, BESIDE) for other, share in kept.items()}, told: SURELY} if told else kept)
    return made


def _measured(text: str, terms: Sequence[Term], term: Term, shares: Shares) -> dict[str, float]:
    """The senses a number can have by its measure and size, as likely as they are among themselves."""
    never = (frozenset({"cost"}) if _outsizes(terms, term) else frozenset()) | (
        WHOLE_PAY if _BY_WHICH.match(text, term.start) else frozenset()
    )
    if term.dim == "number" and not _TIME.search(text):
        never |= {"leave", "served"}
    kept = {s: p for s, p in shares.items() if fits(term, s) and s not in never}
    return _among_themselves(kept) or dict(shares)


def _among_themselves(shares: Shares) -> dict[str, float]:
    whole = math.log(sum(math.exp(share) for share in shares.values())) if shares else 0.0
    return {sense: share - whole for sense, share in shares.items()}


def _without_passing(shares: Shares) -> dict[str, float]:
    """The senses of a count that another is set against, which is none said in passing."""
    return _among_themselves({s: p for s, p in shares.items() if s not in PASSING}) or dict(shares)


def _told(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> str | None:
    """The part that words, or another number, tell for certain."""
    by_words = next((told.sense for told in TOLD if told.fits(text, terms[at])), None)
    return by_words or next((sense for sense, ties in TIES if ties(text, terms, at, shares)), None)


def _like_count(text: str, before: Sequence[Term], term: Term) -> Term | None:
    """The count of the same thing that a number is set against by the words before it."""
    like = next((t for t in reversed(before) if t.dim == "time" and t.unit in SHARED_UNITS), None)
    if like is None or term.dim not in ("number", "time") or term.unit not in (None, like.unit):
        return None
    near = 0 < term.value <= like.value * LIKE_COUNT and like.value <= term.value * LIKE_COUNT
    between = text[like.end : term.start]
    goes_on = like is before[-1] and bool(_GOES_ON.search(between))
    return like if near and (goes_on or OF_ITS_LIKE.search(between)) else None


def _goes_on_with(text: str, terms: Sequence[Term], at: int) -> int | None:
    """The place of the one earlier number of its size that a message of one number and nothing else changes."""
    term, before = terms[at], terms[:at]
    if term.dim != "number" or not before or not _GOES_ON.search(text[before[-1].end : term.start]):
        return None
    alike = [o for o in before if o.value and 1 / CLOSE <= term.value / o.value <= CLOSE]
    return terms.index(alike[0]) if len(alike) == 1 else None


def _outsizes(terms: Sequence[Term], term: Term) -> bool:
    """Whether an amount without a period lies far above what comes every month or week beside it."""
    running = [t.value for t in terms if t.dim == "money" and t.per in RUNNING]
    return term.per is None and term.value >= LEAST_PAY and bool(running) and term.value > 10 * max(running)


def _is_told_already(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether an amount is said to be that of a percent and an amount told before it: "8% of 95k, i.e. 7,600"."""
    term, before = terms[at], terms[:at]
    if term.dim not in _AMOUNT or not _AGAIN.search(text[: term.start]):
        return False
    percents = [t.value for t in before if t.dim == "percent"]
    return any(t.dim in _AMOUNT and t.value * percent == term.value * 100 for t in before for percent in percents)


def _is_named_again(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether a bare number names one told before again: "prices rose 6%. what would keep up with the 6?"."""
    term = terms[at]
    bare = term.dim == "number" and not term.explicit and term.per is None
    if not bare or not _NAMES.search(text[: term.start]):
        return False
    return any(o.dim in ("percent", "money") and o.value in (term.value, term.value * THOUSAND) for o in terms[:at])


def _is_kept_beside_rest(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether a percent is what stays of a pay, the rest of the hundred being told too: "35% tax, so i keep 65%"."""
    return bool(_rests(terms, at)) and _is_said_to_stay(text, terms[at])


def _is_rest_of_kept(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether a percent is the rest of what is said to stay, which tells it again."""
    return any(_is_said_to_stay(text, other) for other in _rests(terms, at)) and not _is_said_to_stay(text, terms[at])


def _rests(terms: Sequence[Term], at: int) -> list[Term]:
    """The other percents that make a hundred with this one."""
    if terms[at].dim != "percent":
        return []
    others = (other for other in terms if other.dim == "percent" and 0 < other.value < HUNDRED)
    return [other for other in others if other.value + terms[at].value == HUNDRED]


def _is_said_to_stay(text: str, percent: Term) -> bool:
    return bool(_STAYS_BEFORE.search(text[: percent.start]) or _STAYS_BEHIND.match(text[percent.end :]))


def _is_topped(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether a premium in percent comes on top of an amount: "12% differential on top of 38.50"."""
    return at > 0 and terms[at].dim in _AMOUNT and _tops(text, terms[at - 1], terms[at])


def _is_premium(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    return at + 1 < len(terms) and terms[at + 1].dim in _AMOUNT and _tops(text, terms[at], terms[at + 1])


def _tops(text: str, percent: Term, amount: Term) -> bool:
    around = text[max(0, percent.start - 24) : amount.start]
    on_top = percent.dim == "percent" and _ON_TOP_OF.match(text[percent.end : amount.start])
    return bool(on_top and _IS_PREMIUM.search(around))


def _is_part_of_month(_: str, terms: Sequence[Term], at: int, __: Sequence[Shares]) -> bool:
    return terms[at].unit == "month" and terms[at].value < 1


def _is_like_cost(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> bool:
    """Whether a running cost of the same period was told before: "520/mo for health there, 180/mo here"."""
    term = terms[at]
    if term.dim != "money" or term.per not in RUNNING or not _ASIDE.search(text[: term.start]):
        return False
    before = zip(terms[:at], shares, strict=False)
    return any(other.per == term.per and share.get("cost", BESIDE) > LIKELY for other, share in before)


def _is_shifts(_: str, terms: Sequence[Term], at: int, __: Sequence[Shares]) -> bool:
    return terms[at].unit == "shift" and at + 1 < len(terms) and terms[at + 1].per == "shift"


def _is_shift_length(_: str, terms: Sequence[Term], at: int, __: Sequence[Shares]) -> bool:
    return terms[at].unit == "hour" and terms[at].per == "shift" and at > 0 and terms[at - 1].unit == "shift"


def _is_cost_of_mile(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    return terms[at].per == "mile" and bool(_COMMUTES.search(text)) and not _PAID.search(text)


def _is_quarterly(_: str, terms: Sequence[Term], at: int, __: Sequence[Shares]) -> bool:
    return terms[at].dim == "money" and terms[at].per == "quarter" and at > 0


def _is_count_paid(_: str, terms: Sequence[Term], at: int, __: Sequence[Shares]) -> bool:
    """Whether it is how many of what a pay comes by: "1.40 per delivery, around 95 a day"."""
    term = terms[at]
    bare = term.dim == "money" and term.per in RUNNING and not (term.explicit or term.currency)
    return bare and any(other.per in BY_COUNT for other in terms[:at])


def _is_vesting_span(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> bool:
    """Whether years stand right behind shares, their worth or their price: "2,000 shares at $30, 4 years"."""
    term = terms[at]
    if not at or term.unit != "year" or not VESTS[0] <= term.value <= VESTS[1]:
        return False
    stock = max((shares[at - 1].get(sense, BESIDE) for sense in ("shares", "grant", "price")), default=BESIDE)
    return stock > LIKELY and bool(_VESTS_OVER.fullmatch(text[terms[at - 1].end : term.start]))


def _is_later_price(text: str, terms: Sequence[Term], at: int, shares: Sequence[Shares]) -> bool:
    """Whether a price told before moves to this number: "and if it falls to 42?"."""
    term = terms[at]
    told = [o for o, share in zip(terms[:at], shares, strict=False) if share.get("price", BESIDE) > LIKELY]
    near = any(o.value and 1 / MOST_MOVED <= term.value / o.value <= MOST_MOVED for o in told)
    return term.dim in _AMOUNT and near and bool(_MOVES_TO.search(text[: term.start]))


def _is_days_of_week(text: str, terms: Sequence[Term], at: int, _: Sequence[Shares]) -> bool:
    """Whether so many of the days of a week are worked: "4 of 5 days"."""
    return terms[at].unit == FRACTION and "day" in text[terms[at].start : terms[at].end].lower()


TIES: tuple[tuple[str, Callable[[str, Sequence[Term], int, Sequence[Shares]], bool]], ...] = (
    ("tax", _is_kept_beside_rest), ("o", _is_rest_of_kept), ("o", _is_told_already), ("o", _is_named_again), ("pay", _is_topped), ("plus", _is_premium), ("bmonths", _is_part_of_month),
    ("cost", _is_like_cost), ("shifts", _is_shifts), ("shifth", _is_shift_length), ("unitcost", _is_cost_of_mile),
    ("extra", _is_quarterly), ("miles", _is_count_paid), ("years", _is_vesting_span), ("price2", _is_later_price), ("fte", _is_days_of_week),
)  # fmt: skip
"""Parts that the numbers before or behind tell."""

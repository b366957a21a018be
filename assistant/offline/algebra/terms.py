"""Terms: the numbers of a message with what they measure, how often it comes, and the part their words give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.domain.amounts import read_amounts
from assistant.offline.algebra.exchange import Conversion, find_conversions, read_rates, stands_in_rate
from assistant.offline.algebra.measures import Measure, read_measures, read_often, read_rate
from assistant.offline.algebra.numerals import read_numerals
from assistant.offline.algebra.portions import FRACTION, KEPT, is_kept
from assistant.offline.algebra.roles import ROLES
from assistant.offline.algebra.times import named_behind, reach, unit_behind
from assistant.offline.sums.quantities import _MONTHS, _PERIODS, WORTH, Quantity

Dim = Literal["money", "percent", "shares", "time", "count", "number"]
THOUSAND = Decimal(1000)
BARE_PAY = Decimal(20)  # from here on a bare number below a thousand can be thousands of pay
CLAUSE, SENTENCE, OTHER, BEHIND = 12, 34, 24, 3
"""What a comma, a full stop, another number and standing behind the number cost a word, in characters."""
REACH = 46
REMEMBERED = 256
"""Texts whose terms are kept: in one turn the same messages are asked for theirs a dozen times."""
_LEFT_OUT = re.compile(r"\b(?:no|without|w/o|not a|ignor\w+)(?: \w+)? $", re.IGNORECASE)
_OTHER_TIMES = re.compile(
    r" (?:mes|meses|mois|monaten?|dias|tagen?|jours|semanas|wochen|horas|stunden|anos|jahre)\b", re.IGNORECASE
)
_SALARIES = re.compile(
    r"^(?:[oa]|th)? ?(?:gehalter|pagas|salaries|salarios|payments|pays|checks|paychecks|mensualit\w+|monatsgehalter|months? pay|pay ?(?:days|slips|cheques)|cheques|times (?:a|per) year|monthly)",
    re.IGNORECASE,
)
_TIMES_SIGN = re.compile(r"(?:[x×*]|\bmal|\btimes|\bvezes)\s*$", re.IGNORECASE)
_SHARE_WORDS = re.compile(r"\b(?:shares?|rsus?|stock options?|options?|units|isos?|nsos?)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;+/]|\b(?:and|plus|with|then|but|or|vs)\b|\.\.\.", re.IGNORECASE)
_ENDS = re.compile(r"[.?!\n:](?=\s|$)")
_BARE_PERCENT = re.compile(
    r"^ ?(?:fed\w*|state|fica|cali\w*|medicare|social|payroll|nyc?\b|ca\b|local|city|(?:tax|inflation|discount|dilution)(?! (?:is |of |at |rate )?\d[\d.]* ?%))",
    re.IGNORECASE,
)
_PERCENT_WORD = re.compile(r"^ ?(?:prozent|p[oe]r ?cent\w*|por ?ciento|pour ?cent|procent\w*)\b", re.IGNORECASE)
_INDEX = re.compile(r"\b(?:index|col\b|cost of living|calculator|numbeo|rpp)", re.IGNORECASE)
_WORTH_A_YEAR = re.compile(r"^ (?:in |of )?(?:\w+ )?\w+ (?:a|per|each|every|/) ?(?:year|yr)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^ (?:vested |unvested |stock )?(?:options|shares|rsus|isos|nsos)\b", re.IGNORECASE)
_EQUITY = re.compile(r"\b(?:shares?|stocks?|rsus?|options?|equity|grant|409a|espp|strike|preferred)\b", re.IGNORECASE)
EQUITY_ROLES = frozenset({"strike", "market_value", "preferred", "price", "grant", "refresh"})
_PAY_ROLES = frozenset({"salary", "current", "offered", "mine", "package", "sign_on", "midpoint", "grant"})
PAYDAYS = frozenset(map(Decimal, (12, 13, 14, 24, 26, 52)))
_PAID_BEFORE = re.compile(r"\b(?:get|paid|have|are|with|there'?s|of|over)\s*$", re.IGNORECASE)
MOST_AN_HOUR = Decimal(2000)
MOST_A_DAY = Decimal(1000)
SALARIES = frozenset(map(Decimal, (12, 13, 14, 15)))
"""How many times a year a pay above that of a day is paid."""


@dataclass(frozen=True)
class Term:
    """A number: `text[start:end]` writes it with its unit and period.

    `per`: money comes that often, or a time counts within that. `unit`: of a time. `other`: place of the other end of
    a range in the list, or None. `conversion`: what brings the value, told in another one, to `currency`.
    """

    start: int
    end: int
    value: Decimal
    dim: Dim
    per: str | None = None
    unit: str | None = None
    role: str = ""
    currency: str | None = None
    explicit: bool = False
    other: int | None = None
    near: int = 99
    conversion: Conversion | None = None

    def is_(self, *roles: str) -> bool:
        """Whether it has one of the roles."""
        return self.role in roles


def read_terms(text: str, *, thousands: bool = True) -> list[Term]:
    """The terms of a text from left to right, each with the role its nearest word gives it. `thousands`: whether bare pay is brought to them.

    >>> [(str(t.value), t.dim, t.per or t.unit) for t in read_terms("$64.50/hr for 40 hrs a week")]
    [('64.50', 'money', 'hour'), ('40', 'time', 'week')]
    """
    return list(_read_terms(text, thousands))


@lru_cache(maxsize=REMEMBERED)
def _read_terms(text: str, thousands: bool) -> tuple[Term, ...]:
    found = _in_one_currency(text, _measured(text, [_type(text, item) for item in read_numerals(text)]))
    found = [replace(term, other=other) for term, other in zip(found, _ranges(text, found), strict=True)]
    found = _with_roles(text, _join_times(text, found))
    return tuple(_shared_period(text, _scale(text, found) if thousands else [_as_money(term) for term in found]))


def _in_one_currency(text: str, terms: Sequence[Term]) -> list[Term]:
    """The amounts with what brings them to one currency, where a rate is told; its own numbers are no terms."""
    apart = [term for term in terms if not stands_in_rate(term.start, read_rates(text))]
    ways = find_conversions(text, [term.currency for term in apart if term.currency])
    return [
        replace(term, currency=way.target, conversion=way) if (way := ways.get(term.currency or "")) else term
        for term in apart
    ]


def _measured(text: str, terms: list[Term]) -> list[Term]:
    """With the counts of shifts, miles and parts, which take the place of the numbers they are written with."""
    made = [
        Term(item.start, item.end, item.value, "count", role="salaries", near=0)
        if item.unit == "salary"
        else Term(item.start, item.end, item.value, "time", per=item.per, unit=item.unit, explicit=True)
        for item in read_measures(text)
        if not any((term.currency or term.unit == FRACTION) and _overlap(term, item) for term in terms)
    ]
    spoken = {
        term.start
        for term in terms
        if term.dim == "time" and any(o is not term and o.dim != "time" and o.start < term.start < o.end for o in terms)
    }
    kept = [term for term in terms if term.start not in spoken and not any(_overlap(term, item) for item in made)]
    return sorted([*kept, *made], key=lambda term: term.start)


def _overlap(term: Term, other: Term | Measure) -> bool:
    return term.start < other.end and other.start < term.end


def _type(text: str, item: Quantity) -> Term:  # noqa: PLR0911, PLR0912 - one way to be written at a time
    after = text[item.end : item.end + 40]
    base = Term(item.start, item.end, item.value, "number", currency=item.currency, explicit=item.explicit)
    if item.kind == "percent":
        kept = item.unit is None and is_kept(text, item.start, item.end)
        return replace(base, dim="percent", unit=KEPT if kept else item.unit, role="tax" if kept else "")
    if item.kind == "span" and item.unit:
        raw = (item.value / _MONTHS[item.unit]).quantize(Decimal("0.01"))
        return _timed(text, replace(base, value=raw, dim="time", unit=item.unit))
    if item.kind == "count" or (item.currency is None and item.unit != WORTH and _COUNTED.match(after)):
        return replace(base, dim="shares")
    if _SALARIES.match(after) and item.value < 27:
        return replace(base, dim="count", role="salaries", near=0)
    bare = item.kind == "plain" and item.currency is None
    if bare and item.value in PAYDAYS and item.period == "year" and _PAID_BEFORE.search(text[: item.start][-18:]):
        return replace(base, dim="count", role="salaries", near=0)
    if bare and (item.unit or not item.period or _OTHER_TIMES.match(after)):
        unit = item.unit or unit_behind(after, item.value)
        if unit:
            return _timed(text, replace(base, dim="time", unit=unit))
        if item.value >= MOST_A_DAY and (named := named_behind(after)) in ("week", "month"):
            return replace(base, dim="money", per=named)
    if item.kind == "money" and item.unit == WORTH:
        return replace(base, dim="money", role="grant", near=0, per="year" if _WORTH_A_YEAR.match(after) else None)
    if bare and (_PERCENT_WORD.match(after) or (item.value < 60 and _BARE_PERCENT.match(after))):
        return replace(base, dim="percent")
    if item.kind in ("money", "plain") and (rate := read_rate(after)):
        return replace(base, dim="money", per=rate[0], end=item.end + rate[1])
    if item.period is None and item.kind in ("money", "plain") and (item.explicit or item.value >= THOUSAND):
        often = None if _EQUITY.search(after[:24]) else read_often(after)
        if often and not (often == "hour" and item.value > MOST_AN_HOUR):
            return replace(base, dim="money", per=often)
    if item.period == "hour" and item.value > MOST_AN_HOUR:
        return replace(base, dim="money")
    period = next((words.match(after) for name, words in _PERIODS if name == item.period and words.match(after)), None)
    end = item.end + period.end() if period else item.end
    return replace(base, dim="money" if item.kind == "money" else "number", per=item.period, end=end)


def _timed(text: str, term: Term) -> Term:
    """With how far the unit's word reaches, and within what it counts: hours a week."""
    end, per = reach(text, term.end, term.unit)
    return replace(term, end=end, per=per or term.per)


def _join_times(text: str, terms: Sequence[Term]) -> list[Term]:
    """A bare "x 40" beside weeks are hours, "x 13" behind money is how often it is paid."""
    found: list[Term] = []
    for place, term in enumerate(terms):
        made = term
        before, behind = text[: term.start], text[term.end :]
        if _is_set_against(text, term, terms[place + 1 : place + 2]):
            made = replace(term, dim="time", unit=terms[place + 1].unit, per=terms[place + 1].per)
        crossed = _TIMES_SIGN.search(before[-8:]) or re.match(r"\s*[x×*]\s*\d", behind)
        if term.dim == "number" and not term.explicit and term.per is None and crossed:
            beside = [
                item
                for item in (*terms[max(0, place - 1) : place], *terms[place + 1 : place + 2])
                if item.dim == "time"
            ]
            if found and term.value in SALARIES and found[-1].value >= MOST_A_DAY and found[-1].per in (None, "month"):
                made = replace(term, dim="count", role="salaries", near=0)
            elif (
                beside
                and term.value <= 80
                and (beside[0].unit == "week" or (beside[0].unit == "month" and term.value > 27))
            ):
                made = replace(term, dim="time", unit="hour", per="week")
            elif found and term.value < 27:
                made = replace(term, dim="count", role="salaries", near=0)
        found.append(made)
    return found


_AGAINST = re.compile(r" ?(?:(?:down )?to|->|vs\.?|versus|or|instead of|rather than|-) ?", re.IGNORECASE)


def _is_set_against(text: str, term: Term, behind: Sequence[Term]) -> bool:
    """Whether a bare number leaves its unit to the count behind it: "cut from 40 to 32 hours"."""
    bare = term.dim == "number" and not term.explicit and term.per is None and term.currency is None
    counts = behind and behind[0].unit in ("hour", "day") and 0 < term.value <= 4 * behind[0].value
    return bool(bare and counts and _AGAINST.fullmatch(text[term.end : behind[0].start]))


_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|go(?:es|ing)?|went|jump\w*|rais\w*|bump\w*|increas\w*|up|promot\w*)(?: \w+){0,3} from (?:about )?[$€£]?$",
    re.IGNORECASE,
)


def _ranges(text: str, terms: Sequence[Term]) -> list[int | None]:
    """The place of each term's other end, where two are written as a range."""
    amounts = read_amounts(text)
    partner = {
        item.start: amounts[item.partner].start for item in amounts
        if item.partner is not None and not _MOVES.search(text[: min(item.start, amounts[item.partner].start)])
    }  # fmt: skip
    places = {term.start: place for place, term in enumerate(terms)}
    return [places.get(partner.get(term.start, -1)) for term in terms]


def _scale(text: str, terms: Sequence[Term]) -> list[Term]:
    """Bare numbers in thousands where pay is written so: "they said 104", "152" beside "145,000"."""
    scaled: list[Term] = []
    indexed = bool(_INDEX.search(text)) or any(
        t.per in ("month", "week", "day") and t.dim in ("money", "number") for t in terms
    )
    for term in terms:
        bare = term.dim == "number" and not term.explicit and term.per in (None, "year")
        pay = term.role in _PAY_ROLES or (term.role == "" and _in_list(text, scaled, term))
        whole = term.value == int(term.value)
        if bare and pay and whole and not (indexed or _is_small(text, term)) and BARE_PAY <= term.value < THOUSAND:
            scaled.append(replace(term, value=term.value * THOUSAND, dim="money"))
        else:
            scaled.append(_as_money(term))
    return scaled


def _as_money(term: Term) -> Term:
    """A large number, or one that comes every so often, is money."""
    return replace(term, dim="money") if term.dim == "number" and (term.value >= THOUSAND or term.per) else term


_SMALL_BEFORE = re.compile(r"\b(?:flat|all|of which|in it|include[sd]?|including|davon)(?: an?)? $", re.IGNORECASE)
_SMALL_BEHIND = re.compile(r" (?:(?:more|extra|less|bucks|dollars|euros?|quid) )?(?:a|an|per|every|each|more a|for each|for it|is (?:an? |the )?(?:fixed|allowance|overtime))\b", re.IGNORECASE)  # fmt: skip


def _is_small(text: str, term: Term) -> bool:
    """Whether a bare number is written out, whatever pay is written in thousands: "flat 400", "600 more a month"."""
    return bool(_SMALL_BEFORE.search(text[: term.start][-14:]) or _SMALL_BEHIND.match(text[term.end :]))


def _shared_period(text: str, terms: list[Term]) -> list[Term]:
    """The items of a list come as often as its last: "40, 55 and 60 a month"."""
    for place in range(len(terms) - 2, -1, -1):
        term, behind = terms[place], terms[place + 1]
        joined = re.fullmatch(r"(?:,| and|, and| &| \+|/) ?[$€£]?", text[term.end : behind.start])
        if (
            joined
            and behind.dim == "money"
            and behind.per
            and term.per is None
            and term.dim in ("money", "number")
            and term.value < 5 * behind.value < 25 * term.value
        ):
            terms[place] = replace(term, dim="money", per=behind.per)
    return terms


def _in_list(text: str, before: Sequence[Term], term: Term) -> bool:
    """Whether it goes on a list of pay: "70, 74 and 81"."""
    last = before[-1] if before else None
    return bool(
        last and last.dim == "money" and re.fullmatch(r"(?:,| and| or|, and| &|/) ?", text[last.end : term.start])
    )


def _with_roles(text: str, terms: Sequence[Term]) -> list[Term]:
    """Each term with the role of its nearest word; a word serves terms of one dimension only, those nearest to it."""
    equity = bool(_EQUITY.search(text))
    claims = []
    for order, (name, dims, words) in enumerate(ROLES):
        if name in EQUITY_ROLES and not equity:
            continue
        for cue in words.finditer(text):
            if _LEFT_OUT.search(text[max(0, cue.start() - 16) : cue.start()]):
                continue
            for place, term in enumerate(terms):
                near = term.start - REACH < cue.end() and cue.start() < term.end + REACH
                if near and term.dim in dims and not term.role:
                    claims.append((_distance(text, terms, term, cue), order, place, name, cue.span()))
    roles: dict[int, tuple[str, int]] = {}
    owner: dict[tuple[int, int], str] = {}
    for cost, _, place, name, span in sorted(claims):
        dim = "money" if terms[place].dim == "number" else terms[place].dim
        taken = next((kind for held, kind in owner.items() if held[0] < span[1] and span[0] < held[1]), None)
        if cost >= REACH or place in roles or taken not in (None, dim):
            continue
        roles[place], owner[span] = (name, cost), dim
    named = [
        replace(term, role=roles[place][0], near=roles[place][1]) if place in roles else term
        for place, term in enumerate(terms)
    ]
    return [
        replace(term, role=same)
        if term.dim == "percent" and not term.role and (same := _as_before(named, place))
        else term
        for place, term in enumerate(named)
    ]


def _as_before(terms: Sequence[Term], place: int) -> str:
    """The part the percent before played, which one without a word of its own plays again: "8% pension or ... 4%"."""
    before = [term.role for term in terms[:place] if term.dim == "percent"]
    return before[-1] if before and before[-1] in ("pension", "tax") else ""


def _distance(text: str, terms: Sequence[Term], term: Term, cue: re.Match[str]) -> int:
    if cue.start() < term.end and term.start < cue.end():
        return 0
    behind = cue.start() >= term.end
    low, high = (term.end, cue.start()) if behind else (cue.end(), term.start)
    between = text[low:high]
    if between in ("", " "):
        return 0
    cost = len(between) + (0 if behind else BEHIND)
    if _ENDS.search(between):
        cost += SENTENCE
    elif _PARTS.search(between):
        cost += CLAUSE
    return cost + OTHER * sum(1 for other in terms if other is not term and low <= other.start < high)

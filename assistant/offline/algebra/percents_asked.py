"""Percents asked: a part of an amount, the whole that a part was taken of, and which percent one amount is of another."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.pay_changes import percent_of
from assistant.offline.algebra.terms import Term

_ASKS = r"(?:hey|hi|so|ok|and|pls|please|quick(?: question)?|what(?:'?s| is| would be| does)?|whats|how (?:much|many)(?: is|'?s)?|calc\w*|compute|is)"
_ONLY_BEFORE = re.compile(rf"\W*(?:{_ASKS}\W*)*", re.IGNORECASE)
_ONLY_BEHIND = re.compile(
    r"(?: (?:base|salary|pay|income|a year|yearly|gross|is|makes?|come to|equals?|how much|what|in (?:dollars|money|cash|euros?|pounds|rupees)|pls|please))*\W*",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\W*of (?:what|which|how much)\b", re.IGNORECASE)
_IS = re.compile(r" (?:is|are|was|would be|equals?|=) (?:about |only |exactly )?", re.IGNORECASE)
_AT = re.compile(r" (?:for|at|on) (?:an? )?", re.IGNORECASE)
_FULL = re.compile(
    r"[\s,;.?]*(?:(?:so|and|what|whats|what's|is|it|that|be|would|the|pay|salary|how much|at|for|on|to) ?)*",
    re.IGNORECASE,
)
_PAID_IN_PART = r"bonus\w*|target|attain\w*|quota|ote|commission\w*|payout|vest\w*|variable|tax\w*|match\w*|discount\w*"
_PERCENT = r"(?:%|percent\w*|pct|share|portion)"
_OF_WHOLE = re.compile(
    rf"\b(?:what|which|how many) ?(?:{_PERCENT}) of (?:my |the |an? )?[^\d.?!]{{0,12}}$", re.IGNORECASE
)
_IS_WHAT = re.compile(
    rf" (?:[a-z]+ )?(?:is|are|as|makes?) (?:what|which|how many)? ?(?:an? )?{_PERCENT} of (?:my |the |an? )?[^\d.?!]{{0,12}}",
    re.IGNORECASE,
)
_IS_OF = re.compile(r"[^\d.?!,]{0,16}\bis (?:my |the |an? )?[^\d.?!,]{0,8}$", re.IGNORECASE)
_ASKS_PERCENT = re.compile(
    rf"\b(?:what|which|how many)(?:'?s| is)? ?(?:the )?{_PERCENT}|{_PERCENT} (?:is|are) (?:that|it|rent)", re.IGNORECASE
)
_MONTHLY = r"rent|mortgage|day ?care|child ?care|nursery|car payment|loan payment"
_COST = re.compile(rf"\b(?P<cost>{_MONTHLY})\b", re.IGNORECASE)
_PAY = re.compile(r"\b(?:base|salary|pay|income|gross|earn\w*|make|offer)\b", re.IGNORECASE)
_CHANGES = r"raise|hike|increase|more|less|from|up|down|cut|bump|goes|went"
_A_YEAR = {None: 1, "year": 1, "month": 12}


def bare_part(m: Message) -> Work | None:
    """A percent of an amount where nothing else is told or asked: "what's 8% of 96k"."""
    parts, amounts = m.pick("percent"), m.money
    if len(m.terms) != 2 or len(parts) != 1 or len(amounts) != 1 or parts[0].start > amounts[0].start:
        return None
    before, behind = m.text[: parts[0].start], m.text[amounts[0].end :]
    bare = _ONLY_BEFORE.fullmatch(before) and _ONLY_BEHIND.fullmatch(behind)
    return percent_of(m) if bare else None


def whole_of_part(m: Message) -> Work | None:
    """The whole of which an amount is so many percent: "80k is 80% of what", "80k at 80%, what is it at 100%"."""
    parts, amounts = m.pick("percent"), m.money
    if len(amounts) != 1 or not parts or not 0 < parts[0].value < 100 or len(m.terms) != 1 + len(parts):
        return None
    amount, part = amounts[0], parts[0]
    between, behind = m.text[amount.end : part.start], m.text[part.end :]
    asked = len(parts) == 1 and _IS.fullmatch(between) and _OF_WHAT.match(behind)
    if not asked and not (len(parts) == 2 and _AT.fullmatch(between) and _asks_full(m, parts[1], behind)):
        return None
    work = Work()
    whole = work.take(amount, "amount") / work.take(part, "part_pct").part
    work.step("the whole", whole * work.take(parts[1], "whole_pct").part if parts[1:] else whole)
    return work


def _asks_full(m: Message, full: Term, behind: str) -> bool:
    """Whether the pay of a hundred percent is asked for, and no payout by percent is told."""
    between = behind[: full.start - (len(m.text) - len(behind))]
    return full.value == 100 and bool(_FULL.fullmatch(between)) and not m.has(_PAID_IN_PART)


def percent_of_whole(m: Message) -> Work | None:
    """Which percent one amount is of another: "30k is what percent of 150k", "2900 rent on 190k base, what percent"."""
    if len(m.money) != 2 or len(m.terms) != 2:
        return None
    pair = _named_pair(m) or _cost_of_pay(m)
    if pair is None or any(term.per not in _A_YEAR for term in pair):
        return None
    part, whole = pair
    work = Work()
    value = _by_year(work, part, "part") / _by_year(work, whole, "whole")
    work.step("share in percent", value * 100, "percent")
    if (cost := _COST.search(m.text)) and part.per == "month" and m.money[0].per is None and m.money[1].per is None:
        work.suppose(f"The {cost['cost'].lower()} is by the month and the pay by the year.")
    return work


def _by_year(work: Work, term: Term, name: str) -> Expr:
    taken, times = work.take(term, name), _A_YEAR[term.per]
    return taken * times if times > 1 else taken


def _named_pair(m: Message) -> tuple[Term, Term] | None:
    """Part and whole as the words name them; one told by the month is taken so where the other is by the year."""
    first, second = m.money
    between = m.text[first.end : second.start]
    if _OF_WHOLE.search(m.text[: first.start]) and _IS_OF.fullmatch(between):
        return second, first
    return (first, second) if _IS_WHAT.fullmatch(between) else None


def _cost_of_pay(m: Message) -> tuple[Term, Term] | None:
    """A cost that comes every month and the pay it is a part of, each beside its word."""
    if not _ASKS_PERCENT.search(m.text) or m.has(_CHANGES) or not (_COST.search(m.text) and _PAY.search(m.text)):
        return None
    cost, pay = sorted(m.money, key=lambda term: term.value)
    if pay.per not in (None, "year", "month") or (cost.value * 5 > pay.value and pay.per != "month"):
        return None
    return replace(cost, per=cost.per or "month"), pay


PERCENT_TOPICS = (bare_part, whole_of_part, percent_of_whole)
